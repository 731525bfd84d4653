import t from 'tap';
import { createAuditTrail } from '../../../src/core/audit-trail.js';
import { createRights } from '../../../src/core/rights.js';
import { append } from '../../../src/events/log.js';
import { uuid } from '../../../src/ids.js';
import { caller, openHouse } from './house.js';

const ALL = { filter: {}, limit: 100, descending: true };

async function trailOf(t: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(t);
  await house.addUser('root', 1);
  await house.addUser('alice');
  await house.addUser('bob');
  const [root, alice, bob] = [
    await house.session('root'),
    await house.session('alice'),
    await house.session('bob'),
  ];
  const server_id = await house.db.tx((tx) =>
    tx.servers.insert({
      uuid: uuid(),
      location_id: null,
      ordinal: null,
      name: 'one',
      protocol: 'lxd',
      address: '192.0.2.1',
      port: 8443,
      path: '',
      tls_cert: null,
      daemon_fingerprint: '',
      status: 'online',
      status_at: null,
      disabled: 0,
      tags: '[]',
      ram: '',
      disk: '',
      processor: '',
      uplink_network: '',
      storage_pool: '',
      facts: '{}',
      facts_at: null,
      added_by: alice.user_id,
      created_at: house.time.now,
      updated_at: house.time.now,
      deleted_at: null,
    }),
  );
  const trail = createAuditTrail({ db: house.db, rights: createRights(house.db), epoch: () => 'abc' });
  return { house, trail, root, alice, bob, server_id };
}

t.test('SEC-80 who may read which row of the trail', async (t) => {
  const { house, trail, root, alice, bob, server_id } = await trailOf(t);
  const change = (who: typeof root, method: string, labels: object) =>
    house.audit.change(
      caller({ actor: who, method, address: `192.0.2.${who.user_id}` }),
      async () => undefined,
      () => labels,
    );
  await change(root, 'root.own', {});
  await change(alice, 'alice.own', {});
  await change(bob, 'bob.own', {});
  await change(root, 'root.alice-project', { project_id: alice.personal_project_id });
  await change(bob, 'bob.alice-server', { server_id });
  const methods = async (who: typeof root, more: object = {}): Promise<string[]> => {
    const { rows } = await trail.page(caller({ actor: who }), { ...ALL, ...more });
    return rows
      .map(({ data }) => (JSON.parse(data) as { method: string }).method)
      .filter((method) => !method.startsWith('test.'));
  };
  const everything = ['bob.alice-server', 'root.alice-project', 'bob.own', 'alice.own', 'root.own'];
  t.same(await methods(root), everything);
  t.same(await methods(root, { descending: false }), [...everything].reverse());
  t.same(await methods(alice), ['bob.alice-server', 'root.alice-project', 'alice.own']);
  t.same(await methods(bob), ['bob.alice-server', 'bob.own'], 'what he did himself');
  t.same(await methods(root, { filter: { methods: ['bob.own', 'root.own'] } }), ['bob.own', 'root.own']);
  t.same(await methods(alice, { filter: { methods: ['bob.own'] } }), []);
  t.same(await methods(bob, { filter: { user_ids: [alice.user_id] } }), []);
  t.same(await methods(root, { filter: { server_ids: [server_id] } }), ['bob.alice-server']);
  t.same(await methods(root, { filter: { project_ids: [alice.personal_project_id] } }), [
    'root.alice-project',
  ]);
  t.same(await methods(root, { filter: { methods: [] } }), []);
  const { rows } = await trail.page(caller({ actor: alice }), ALL);
  for (const row of rows) {
    const own = row.user_id === alice.user_id;
    t.equal(trail.showsAddress(caller({ actor: alice }), row), own);
    t.equal(trail.showsAddress(caller({ actor: root }), row), true);
  }
});

t.test('what went wrong, what is kept beside calls, and pages of both', async (t) => {
  const { house, trail, root, alice, server_id } = await trailOf(t);
  await house.audit.finish(caller({ actor: alice, method: 'a.b' }), { code: 'forbidden' });
  await house.db.tx((tx) =>
    append(tx, {
      type: 'server.untrusted',
      retention: 'audit',
      via: 'lxd',
      at: house.time.now,
      server_id,
      data: { server_name: 'one', reason: 'another certificate' },
    }),
  );
  const read = (more: object = {}) => trail.page(caller({ actor: root }), { ...ALL, ...more });
  t.same(
    (await read({ filter: { ok: false } })).rows.map(({ user_id }) => user_id),
    [alice.user_id],
  );
  t.equal((await read({ limit: 1 })).rows[0]?.type, 'server.untrusted');
  t.equal((await trail.page(caller({ actor: alice }), ALL)).rows[0]?.type, 'server.untrusted', 'its owner');
  const all = (await read()).rows.map(({ id }) => id);
  for (const descending of [true, false]) {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: { id: number }[]; cursor: string | null } = await read({
        limit: 2,
        descending,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.rows.map(({ id }) => id));
      ({ cursor } = page);
    } while (cursor !== null);
    t.same(seen, descending ? all : [...all].reverse());
  }
  t.same(
    (await read({ until: all[1] })).rows.map(({ id }) => id),
    all.slice(0, 2),
  );
  await t.rejects(read({ cursor: 'abd.1' }), { code: 'epoch_changed' });
  await t.rejects(read({ cursor: 999_999 }), { code: 'cursor_in_future' });
  await t.rejects(read({ cursor: 'x' }), { code: 'invalid_params' });
});
