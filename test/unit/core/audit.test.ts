import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { caller, openHouse, PASSWORD } from './house.js';

t.test('SEC-80 a change and its row are one transaction, and the row is one', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const actor = await house.session('alice');
  const before = (await house.auditRows()).length;
  const call = caller({ actor, request_id: 'r-7', address: '192.0.2.5', via: 'panel', method: 'a.b' });
  const result = await house.audit.change(
    call,
    async (tx) => {
      await tx.settings.set('x', '1');
      return 5;
    },
    (value) => ({ data: { value } }),
  );
  t.equal(result, 5);
  t.equal(call.audit?.written, true);
  await house.audit.finish(call, { ok: true });
  await house.audit.change(call, (tx) => tx.settings.set('x', '2'));
  const rows = (await house.auditRows()).slice(before);
  t.equal(rows.length, 1, 'finishing and a second change add none');
  t.match(rows[0]?.row, {
    type: 'audit.call',
    request_id: 'r-7',
    remote_addr: '192.0.2.5',
    via: 'panel',
    user_id: actor.user_id,
    token_id: actor.token_id,
    created_at: house.time.now,
  });
  t.same(rows[0]?.data, { method: 'a.b', params: {}, ok: true, code: '', details: { value: 5 } });
});

t.test(
  'SEC-80 a failed change leaves no row of its own, and finish writes the one with its code',
  async (t) => {
    const house = await openHouse(t);
    const call = caller({ method: 'a.b' });
    await t.rejects(
      house.audit.change(call, async (tx) => {
        await tx.settings.set('x', '1');
        throw new AppError('conflict', 'no');
      }),
      { code: 'conflict' },
    );
    t.equal(call.audit?.written, false);
    t.same(await house.auditRows(), []);
    t.equal(await house.db.read.settings.get('x'), undefined);
    await house.audit.finish(call, { code: 'conflict' });
    await house.audit.finish(call, { code: 'conflict' });
    const rows = await house.auditRows();
    t.equal(rows.length, 1);
    t.match(rows[0]?.data, { ok: false, code: 'conflict' });
  },
);

t.test('SEC-80 changes of one call side by side: one row', async (t) => {
  const house = await openHouse(t);
  for (let round = 0; round < 20; round++) {
    const call = caller({ method: `round.${round}` });
    await Promise.all(
      [1, 2, 3].map((n) => house.audit.change(call, (tx) => tx.settings.set('x', String(n)))),
    );
    await house.audit.finish(call, { ok: true });
  }
  const methods = (await house.auditRows()).map(({ data }) => data['method']);
  t.same(
    methods,
    Array.from({ length: 20 }, (_item, round) => `round.${round}`),
  );
});

t.test('SEC-80 a call without a draft writes none', async (t) => {
  const house = await openHouse(t);
  const call = caller({ audit: null });
  await house.audit.change(call, (tx) => tx.settings.set('x', '1'));
  await house.audit.finish(call, { ok: true });
  t.same(await house.auditRows(), []);
});

t.test('SEC-80 a login names its user and session; a refused one says so', async (t) => {
  const house = await openHouse(t);
  const user_id = await house.addUser('alice');
  const good = caller({ method: 'user.login' });
  await house.accounts.login(good, 'alice', PASSWORD);
  const [row] = await house.auditRows();
  t.match(row?.row, { user_id, token_id: 1 });
  t.match(row?.data, { method: 'user.login', ok: true });
  const bad = caller({ method: 'user.login' });
  await t.rejects(house.accounts.login(bad, 'alice', 'wrong'));
  t.equal(bad.audit?.written, false, 'left for finish');
});
