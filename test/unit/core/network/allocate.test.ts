// Prefixes, numbers and ports: lowest first, never twice, resting after they were given back; against a model.
import { join } from 'node:path';
import t from 'tap';
import { blockText } from '../../../../src/core/network/address.js';
import {
  nextFreePort,
  releaseServer,
  reservePorts,
  takeHostBlock,
  takeInstancePrefix,
} from '../../../../src/core/network/allocate.js';
import { openConnection } from '../../../../src/db/connection.js';
import { openDatabase } from '../../../../src/db/open.js';
import { portsQueries } from '../../../../src/db/ports.js';
import { prefixesQueries } from '../../../../src/db/prefixes.js';
import type { Repositories } from '../../../../src/db/repositories.js';
import { isAppError } from '../../../../src/errors.js';
import { uuid } from '../../../../src/ids.js';
import { migrations, seedServer, seedUser, testDatabase, testFolder } from '../../../support/database.js';
import { addPrefix, bury, house, make } from './house.js';

const HOUR = 3_600_000;

const take = (tx: Repositories, instance_id: number, now: number, server_id = 1, quarantine_ms = HOUR) =>
  takeInstancePrefix(tx, { instance_id, server_id, project_id: 1, now, quarantine_ms });

t.test('a server gets the lowest /48 of its pools, an instance the lowest /64 of that', async (t) => {
  const db = await house(t);
  const first = await db.tx(async (tx) => take(tx, await make(tx), 1));
  t.equal(blockText(first.prefix), '2001:db8::/64');
  t.equal(first.host_index, 0);
  const second = await db.tx(async (tx) => take(tx, await make(tx), 1));
  t.equal(blockText(second.prefix), '2001:db8:0:1::/64');
  t.equal(second.host_index, 1);
  const other = await db.tx(async (tx) => take(tx, await make(tx, 2), 1, 2));
  t.equal(blockText(other.prefix), '2001:db8:1::/64');
  t.equal(other.host_index, 0, 'numbers are counted on each server');
  const block = await db.tx((tx) => takeHostBlock(tx, { server_id: 1, location_id: null, now: 1 }));
  t.equal(blockText(block), '2001:db8::/48', 'it keeps the block it has');
  const [assigned] = await db.read.prefixes.assigned([1]);
  t.equal(assigned?.address.toString('hex'), '20010db8000000000000000000000002');
  t.equal(assigned?.gateway?.toString('hex'), '20010db8000000000000000000000001');
  t.equal(assigned?.length, 64);
});

t.test('what is taken out of private addresses is private', async (t) => {
  const db = await house(t, 'fd00:1::/42');
  await db.tx((tx) => tx.prefixes.update(1, { is_public: 0 }));
  const { prefix } = await db.tx(async (tx) => take(tx, await make(tx), 1));
  t.match(await db.read.prefixes.get(prefix.id), { is_public: 0 });
  t.match(await db.read.prefixes.hostBlock(1), { is_public: 0 });
});

t.test('pools of a place serve that place first, and nobody elsewhere', async (t) => {
  const db = await testDatabase(t);
  const { code } = { code: 'dal1' };
  const location_id = await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    await seedServer(tx, 'a');
    const id = await tx.locations.insert({
      uuid: uuid(),
      code,
      name: code,
      provider: '',
      location: '',
      address: '{}',
      features: '[]',
      peeringdb_id: null,
      created_at: 1,
    });
    await addPrefix(tx, '2001:db8:100::/47', 'pool', { location_id: id });
    return id;
  });
  await t.rejects(
    db.tx((tx) => takeHostBlock(tx, { server_id: 1, location_id: null, now: 1 })),
    { code: 'no_capacity' },
  );
  await db.tx((tx) => addPrefix(tx, '2001:db8::/48', 'pool'));
  await t.rejects(
    db.tx((tx) => takeHostBlock(tx, { server_id: 1, location_id: null, now: 1 })),
    { code: 'no_capacity' },
    'a pool of just that length is no pool of blocks',
  );
  const block = await db.tx((tx) => takeHostBlock(tx, { server_id: 1, location_id, now: 1 }));
  t.equal(blockText(block), '2001:db8:100::/48');
});

t.test('what stands in a pool already is stepped over', async (t) => {
  const db = await house(t);
  await db.tx(async (tx) => {
    await addPrefix(tx, '2001:db8::/64', 'reservation', { parent_id: 1 });
    await addPrefix(tx, '2001:db8:2::/47', 'reservation', { parent_id: 1 });
  });
  const one = await db.tx((tx) => takeHostBlock(tx, { server_id: 1, location_id: null, now: 1 }));
  t.equal(blockText(one), '2001:db8:1::/48');
  const two = await db.tx((tx) => takeHostBlock(tx, { server_id: 2, location_id: null, now: 1 }));
  t.equal(blockText(two), '2001:db8:4::/48');
});

t.test('a prefix given back rests before it is given out again; its number and ports do not', async (t) => {
  const db = await house(t);
  const [a, b] = await db.tx(async (tx) => {
    const ids = [await make(tx), await make(tx)] as const;
    for (const id of ids) await take(tx, id, 0);
    await reservePorts(tx, {
      instance_id: ids[0],
      server_id: 1,
      ports: [{ protocol: 'tcp', host_port: 25_565, guest_port: 80, is_primary: true }],
    });
    return ids;
  });
  await db.tx((tx) => bury(tx, a, 1_000));
  t.same(await db.read.prefixes.assigned([a, b]).then((rows) => rows.map((row) => row.instance_id)), [b]);
  t.same(await db.read.ports.ofInstances([a]), []);
  const soon = await db.tx(async (tx) => take(tx, await make(tx), 1_000 + HOUR - 1));
  t.equal(blockText(soon.prefix), '2001:db8:0:2::/64');
  t.equal(soon.host_index, 0);
  const late = await db.tx(async (tx) => take(tx, await make(tx), 1_000 + HOUR));
  t.equal(blockText(late.prefix), '2001:db8::/64');
  t.equal(late.host_index, 2);
  await db.tx((tx) => bury(tx, a, 9_000));
  t.equal((await db.read.prefixes.assigned([a, b])).length, 1, 'giving back twice takes nothing from others');
});

t.test('a server that is let go rests its block and gets it again when it comes back', async (t) => {
  const db = await house(t, '2001:db8::/47');
  const of = (server_id: number, now: number) =>
    db.tx((tx) => takeHostBlock(tx, { server_id, location_id: null, now }));
  await of(1, 0);
  await db.tx(async (tx) => bury(tx, (await make(tx)) + 0, 0));
  await db.tx((tx) => releaseServer(tx, { server_id: 1, now: 0 }));
  t.equal(blockText(await of(1, 5)), '2001:db8::/48', 'back');
  await db.tx((tx) => releaseServer(tx, { server_id: 1, now: 10 }));
  t.equal(blockText(await of(2, 20)), '2001:db8:1::/48', 'the first one rests');
  const third = await db.tx((tx) => seedServer(tx, 'c'));
  await t.rejects(of(third, 30), { code: 'no_capacity' });
  t.equal(blockText(await of(third, 10 + HOUR)), '2001:db8::/48');
  await t.rejects(of(1, 10 + HOUR), { code: 'no_capacity' }, 'it is another server by now');
});

t.test('a full block says so', async (t) => {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    await seedServer(tx, 'a');
    await addPrefix(tx, '2001:db8::/63', 'host', { server_id: 1 });
    await take(tx, await make(tx), 1);
    await take(tx, await make(tx), 1);
  });
  await t.rejects(
    db.tx(async (tx) => take(tx, await make(tx), 1)),
    { code: 'no_capacity', message: 'no /64 is free in 2001:db8::/63 of a' },
  );
});

t.test('random taking and giving back is what a model says', async (t) => {
  let seed = 4242;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    await seedServer(tx, 'a');
    await addPrefix(tx, '2001:db8::/58', 'host', { server_id: 1 });
  });
  const QUARANTINE = 50;
  const slots = new Map<number, { by: number } | { since: number }>();
  const numbers = new Map<number, number>();
  const free = (now: number): number | null => {
    for (let slot = 0; slot < 64; slot++) {
      const held = slots.get(slot);
      if (held === undefined || ('since' in held && held.since + QUARANTINE <= now)) return slot;
    }
    return null;
  };
  const step = async (tx: Repositories, now: number): Promise<string> => {
    const held = [...numbers.keys()];
    if (held.length > 0 && random(100) < 45) {
      const instance_id = held[random(held.length)] ?? 0;
      await bury(tx, instance_id, now);
      numbers.delete(instance_id);
      for (const [slot, one] of slots) {
        if ('by' in one && one.by === instance_id) slots.set(slot, { since: now });
      }
      return '';
    }
    const expected = free(now);
    const instance_id = await make(tx);
    const made = await take(tx, instance_id, now, 1, QUARANTINE).catch((error: unknown) => error);
    if (expected === null) {
      return isAppError(made) && made.code === 'no_capacity'
        ? ''
        : `at ${now}: something where nothing is free`;
    }
    const { prefix, host_index } = made as Awaited<ReturnType<typeof take>>;
    const taken = new Set(numbers.values());
    let lowest = 0;
    while (taken.has(lowest)) lowest += 1;
    slots.set(expected, { by: instance_id });
    numbers.set(instance_id, host_index);
    return prefix.network[7] === expected && host_index === lowest
      ? ''
      : `at ${now}: ${blockText(prefix)} and ${host_index} instead of slot ${expected} and ${lowest}`;
  };
  const wrong: string[] = [];
  for (let start = 100; start < 700; start += 100) {
    await db.tx(async (tx) => {
      for (let now = start; now < start + 100; now++) wrong.push(await step(tx, now));
    });
  }
  t.same(
    wrong.filter((one) => one !== ''),
    [],
  );
  t.ok(numbers.size > 0, `${numbers.size} at the end`);
});

t.test('SEC-25 a hundred taken at once are a hundred different ones', async (t) => {
  const db = await house(t);
  const all = await Promise.all(
    Array.from({ length: 100 }, () =>
      db.tx(async (tx) => {
        const instance_id = await make(tx);
        const { prefix, host_index } = await take(tx, instance_id, 1);
        const port = await nextFreePort(tx, 1, 'both');
        await reservePorts(tx, {
          instance_id,
          server_id: 1,
          ports: (['tcp', 'udp'] as const).map((protocol) => ({
            protocol,
            host_port: port,
            guest_port: 80,
            is_primary: true,
          })),
        });
        return { prefix: blockText(prefix), host_index, port };
      }),
    ),
  );
  t.equal(new Set(all.map(({ prefix }) => prefix)).size, 100);
  t.same(
    all.map(({ host_index }) => host_index).sort((a, b) => a - b),
    Array.from({ length: 100 }, (_none, index) => index),
  );
  t.same(
    all.map(({ port }) => port).sort((a, b) => a - b),
    Array.from({ length: 100 }, (_none, index) => 20_000 + index),
  );
});

t.test('with thousands given out the next one is found without reading them', async (t) => {
  const db = await house(t);
  await db.tx((tx) => takeHostBlock(tx, { server_id: 1, location_id: null, now: 1 }));
  await db.tx(async (tx) => {
    for (let slot = 0; slot < 5_000; slot++) {
      await addPrefix(tx, blockOf(slot), 'instance', { parent_id: 2, server_id: 1 });
    }
  });
  await db.tx(async (tx) => {
    for (let count = 0; count < 100; count++) await take(tx, await make(tx), 1);
  });
  const last = await db.tx(async (tx) => take(tx, await make(tx), 1));
  t.equal(blockText(last.prefix), blockOf(5_100));
});

t.test('what looks for a free one stops at the first row of an index', async (t) => {
  const folder = await testFolder(t);
  await (await openDatabase({ file: join(folder, 'a.db'), migrations })).close();
  const { raw } = openConnection(join(folder, 'a.db'), { readonly: true });
  t.teardown(() => raw.close());
  const plan = (text: string): string =>
    raw
      .prepare(`explain query plan ${text}`)
      .all(...Array.from(text.matchAll(/\?/g), () => null))
      .map((row) => (row as { detail: string }).detail)
      .join('; ');
  const { lastChild, childBefore, reusable, indexGap } = prefixesQueries;
  const expected: [{ sql(): string }, RegExp][] = [
    [lastChild, /^SEARCH ip_prefixes USING INDEX ip_prefixes_parent \(parent_id=\?\)$/],
    [childBefore, /^SEARCH ip_prefixes USING INDEX ip_prefixes_parent \(parent_id=\? AND network<\?\)$/],
    [reusable, /^SEARCH ip_prefixes USING INDEX ip_prefixes_released \(parent_id=\?\)$/],
    [indexGap, /^SEARCH here USING .*INDEX instances_index \(server_id=\?/],
    [portsQueries.gap, /^SEARCH here USING .*INDEX .*\(server_id=\? AND protocol=\? AND host_port>\?\);/],
  ];
  for (const [query, found] of expected) {
    t.match(plan(query.sql()), found);
    t.notMatch(plan(query.sql()), /TEMP B-TREE/, 'nothing is sorted');
  }
});

function blockOf(slot: number): string {
  return slot === 0 ? '2001:db8::/64' : `2001:db8:0:${slot.toString(16)}::/64`;
}
