import t, { type Test } from 'tap';
import type { Caller } from '../../../src/core/access.js';
import { AppError } from '../../../src/errors.js';
import { caller, type House, openHouse, temporary } from './house.js';

const KEY = 'key-1';

/** A method that changes something, as core does it: how often it did stands in `settings`. */
function counting(house: House, call: Caller) {
  return () =>
    house.audit.change(call, async (tx) => {
      const count = Number((await tx.settings.get('count')) ?? 0) + 1;
      await tx.settings.set('count', String(count));
      return { data: { count } };
    });
}

async function world(t: Test, folder?: string) {
  const house = await openHouse(t, { folder });
  if ((await house.db.read.users.get(1)) === undefined) await house.addUser('alice');
  const actor = await house.session('alice');
  const call = (): Caller => caller({ actor, idempotency_key: KEY });
  return { house, actor, call, count: () => house.db.read.settings.get('count') };
}

t.test('REL-71 50 at once with one key: done once, 50 equal answers, also after a restart', async (t) => {
  const folder = temporary(t);
  const first = await world(t, folder);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => {
      const call = first.call();
      return first.house.idempotency.run(
        call,
        'x.add',
        { name: 'a', list: [1, { b: 2, a: 1 }] },
        counting(first.house, call),
      );
    }),
  );
  t.equal(await first.count(), 1);
  t.same(answers, Array(50).fill({ data: { count: 1 } }));
  await first.house.close();

  const second = await world(t, folder);
  const call = second.call();
  const params = { list: [1, { a: 1, b: 2 }], name: 'a', request_id: 'another' };
  t.same(await second.house.idempotency.run(call, 'x.add', params, counting(second.house, call)), {
    data: { count: 1 },
  });
  t.equal(await second.count(), 1, 'members in another order are the same body');
});

t.test('REL-71 another body or method under the same key is a conflict, during and after', async (t) => {
  const { house, call, count } = await world(t);
  const one = call();
  const running = house.idempotency.run(one, 'x.add', { a: 1 }, counting(house, one));
  const two = call();
  await t.rejects(house.idempotency.run(two, 'x.add', { a: 2 }, counting(house, two)), { code: 'conflict' });
  await running;
  for (const [method, params] of [
    ['x.add', { a: 2 }],
    ['x.add', { a: '1' }],
    ['x.remove', { a: 1 }],
  ] as const) {
    const next = call();
    await t.rejects(house.idempotency.run(next, method, params, counting(house, next)), { code: 'conflict' });
  }
  t.equal(await count(), 1);
});

t.test('REL-71 final refusals are answered again, passing ones and ours are tried again', async (t) => {
  const { house, actor } = await world(t);
  let runs = 0;
  const attempt = (key: string, code: 'conflict' | 'rate_limited' | 'host_unreachable') =>
    house.idempotency.run(caller({ actor, idempotency_key: key }), 'x.add', {}, () => {
      runs += 1;
      throw new AppError(code, `no ${runs}`, { details: { n: runs } });
    });
  await t.rejects(attempt('a', 'conflict'), { code: 'conflict', message: 'no 1' });
  await t.rejects(attempt('a', 'conflict'), { code: 'conflict', message: 'no 1', details: { n: 1 } });
  await t.rejects(attempt('b', 'host_unreachable'), { message: 'no 2' });
  await t.rejects(attempt('b', 'host_unreachable'), { message: 'no 3' });
  await t.rejects(attempt('c', 'rate_limited'), { message: 'no 4' });
  await t.rejects(attempt('c', 'rate_limited'), { message: 'no 5' });
});

t.test('REL-71 keys belong to their user, end after a day, and nothing is kept without one', async (t) => {
  const { house, call, count } = await world(t);
  await house.addUser('bob');
  const bob = caller({ actor: await house.session('bob'), idempotency_key: KEY });
  const alice = call();
  await house.idempotency.run(alice, 'x.add', { a: 1 }, counting(house, alice));
  await house.idempotency.run(bob, 'x.add', { a: 2 }, counting(house, bob));
  t.equal(await count(), 2);
  house.time.now += 86_400_000;
  const later = call();
  t.same(await house.idempotency.run(later, 'x.add', { a: 3 }, counting(house, later)), {
    data: { count: 3 },
  });
  const without = caller({ actor: later.actor });
  await house.idempotency.run(without, 'x.add', { a: 1 }, counting(house, without));
  await house.idempotency.run(without, 'x.add', { a: 1 }, counting(house, without));
  t.equal(await count(), 5);
});

/** Runs until after the commit, then "crashes": the process ends without the answer being stored. */
async function crashAfterCommit(t: Test, folder: string, operation: boolean): Promise<void> {
  const { house, call } = await world(t, folder);
  const lost = call();
  const committed = new Promise<void>((resolve) => {
    void house.idempotency.run(lost, 'x.add', { a: 1 }, async () => {
      await house.audit.change(lost, async (tx) => {
        await tx.settings.set('count', '1');
        if (!operation) return;
        const row = {
          uuid: 'u-1',
          server_id: null,
          lxd_operation: null,
          kind: 'instance.start',
          instance_id: null,
          batch_uuid: null,
          user_id: 1,
          via: 'native',
          request_id: '',
          status: 'pending',
          progress: 0,
          input: '{}',
          step: '',
          notes: '{}',
          attempts: 0,
          lease_owner: null,
          lease_until: null,
          deadline_at: null,
          cancel_requested_at: null,
          inferred: 0,
          result: null,
          error_code: '',
          error: '',
          created_at: 1,
          updated_at: 1,
          finished_at: null,
        } as const;
        await house.idempotency.noteOperation(tx, lost, await tx.operations.insert(row));
      });
      resolve();
      return new Promise(() => undefined);
    });
  });
  await committed;
  await house.close();
}

t.test('REL-71 after a crash behind the commit: answered from the operation, never repeated', async (t) => {
  const folder = temporary(t);
  await crashAfterCommit(t, folder, true);
  const { house, call, count } = await world(t, folder);
  const again = call();
  t.same(await house.idempotency.run(again, 'x.add', { a: 1 }, counting(house, again)), {
    operation_id: 1,
    method: 'x.add',
  });
  t.same(house.fromOperation, [1]);
  t.equal(await count(), 1);
});

t.test(
  'REL-71 after a crash behind a commit without an operation: said plainly, never repeated',
  async (t) => {
    const folder = temporary(t);
    await crashAfterCommit(t, folder, false);
    const { house, call, count } = await world(t, folder);
    const again = call();
    await t.rejects(house.idempotency.run(again, 'x.add', { a: 1 }, counting(house, again)), {
      code: 'conflict',
      message: 'this call was carried out before a restart; its answer was not kept',
    });
    t.equal(await count(), 1);
  },
);

t.test('REL-71 after a crash before the commit, or a change that failed: it runs', async (t) => {
  const { house, call, count } = await world(t);
  const one = call();
  await t.rejects(
    house.idempotency.run(one, 'x.add', { a: 1 }, () =>
      house.audit.change(one, async () => {
        throw new AppError('unavailable', 'disk full');
      }),
    ),
  );
  t.equal(await house.db.read.idempotency.get(1, KEY), undefined, 'the mark went with its transaction');
  const two = call();
  await house.idempotency.run(two, 'x.add', { a: 1 }, counting(house, two));
  t.equal(await count(), 1);
});

t.test('SEC-10 SEC-43 stored answers are sealed', async (t) => {
  const { house, call } = await world(t);
  await house.idempotency.run(call(), 'token.create', {}, () => ({ token: 'gantry_marker' }));
  const row = await house.db.read.idempotency.get(1, KEY);
  t.notOk(Buffer.from(row?.response ?? '', 'base64').includes('gantry_marker'));
  t.notOk((row?.response ?? 'gantry_marker').includes('gantry_marker'));
});
