// Recovery, address, password and its lock: codes work once and for whom they were made, and what was revoked is dead.
import t from 'tap';
import type { Actor } from '../../../src/core/access.js';
import { createAccountChanges } from '../../../src/core/account-changes/changes.js';
import { createCodes } from '../../../src/core/codes.js';
import { createRights } from '../../../src/core/rights.js';
import { until } from '../../support/until.js';
import { caller, type House, openHouse, PASSWORD } from './house.js';

const NEW = 'a long and winding road';
const INVALID = { code: 'forbidden', message: 'invalid code' };
const ROUNDS = 1000;

interface Switches {
  disable_user_recovery?: boolean;
  disable_user_password_change?: boolean;
  /** Spares the time of real hashes where many are made. */
  quick?: boolean;
}

function changesOf(house: House, { quick = false, ...switches }: Switches = {}) {
  const { db, clock, audit, tokens, config } = house;
  return createAccountChanges({
    db,
    clock,
    audit,
    tokens,
    rights: createRights(db),
    passwords: quick ? { ...house.passwords, hash: async (text) => `hash of ${text}` } : house.passwords,
    mailer: { send: async (mail) => void house.mails.push(mail), close: async () => undefined },
    log: { warn: () => undefined },
    config: { disable_user_recovery: false, disable_user_password_change: false, ...config, ...switches },
    publicUrl: () => 'https://gantry.test',
  });
}

async function opened(t: Parameters<typeof openHouse>[0], switches: Switches = {}) {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  const alice = await house.addUser('alice');
  const changes = changesOf(house, switches);
  /** A session of alice's: its actor, and whether its token still opens the door. */
  const session = async (login = 'alice', password = PASSWORD) => {
    const { token } = await house.accounts.login(caller(), login, password);
    const actor: Actor = house.accounts.authenticate(token);
    return { token, actor, call: () => caller({ actor }) };
  };
  const apiToken = async (actor: Actor): Promise<string> =>
    (await house.tokens.create(caller({ actor }), {})).token;
  const mail = async (to: string, count = 1) => {
    const sent = () => house.mails.filter((one) => one.to === to);
    await until(() => sent().length >= count, { what: `mail ${count} to ${to}` });
    return sent()[count - 1];
  };
  const code = async (to: string, count = 1): Promise<string> =>
    /^ {4}([a-z2-7]{36})$/m.exec((await mail(to, count))?.text ?? '')?.[1] ?? '';
  const row = () => house.db.read.users.get(alice);
  const types = async () =>
    (await house.events()).filter(({ retention }) => retention === 'event').map(({ type }) => type);
  return { house, alice, changes, session, apiToken, mail, code, row, types };
}

const both = (password: string) => ({ password, password_repeat: password });

t.test(
  'SEC-09 recovery: the code outlives a look at it, sets the password once, ends sessions',
  async (t) => {
    const { house, changes, session, apiToken, code, mail, row, types } = await opened(t);
    const one = await session();
    const api = await apiToken(one.actor);
    const heard: string[] = [];
    house.tokens.onRevoked(one.actor.token_id, () => heard.push('session'));
    await changes.requestRecovery(caller(), ' ALICE@Example.org ');
    const text = await mail('alice@example.org');
    const user_code = await code('alice@example.org');
    t.equal(user_code.length, 36);
    t.ok(text?.html.includes(`https://gantry.test/auth/recovery?code=${user_code}`));
    await changes.checkRecovery(caller(), user_code);
    await changes.checkRecovery(caller(), user_code);
    await t.rejects(changes.recover(caller(), { code: user_code, password: NEW, password_repeat: 'x' }), {
      code: 'invalid_params',
      faults: [{ pointer: '/user_passwordRepeat' }],
    });
    await t.rejects(changes.recover(caller(), { code: user_code, ...both('short') }), {
      code: 'invalid_params',
      faults: [{ pointer: '/user_password' }],
    });
    await changes.recover(caller(), { code: user_code, ...both(NEW) });
    t.throws(() => house.accounts.authenticate(one.token), { code: 'unauthenticated' });
    t.same(heard, ['session'], 'its sockets are told');
    t.equal(house.accounts.authenticate(api).login, 'alice', 'API tokens stay');
    await t.rejects(changes.recover(caller(), { code: user_code, ...both(PASSWORD) }), INVALID);
    await t.rejects(changes.checkRecovery(caller(), user_code), INVALID);
    await t.rejects(session(), { message: 'wrong credential' });
    await session('alice', NEW);
    t.equal((await row())?.email_verified_at, house.time.now, 'the mailbox has been proven');
    t.same(await types(), ['token.created', 'token.revoked', 'user.password_changed']);
    t.match((await mail('alice@example.org', 2))?.subject, 'Your password was changed');
    t.notMatch(JSON.stringify(await house.auditRows()), /winding road/);
  },
);

t.test(
  'SEC-07 recovery: codes end, are for one purpose and one account, and go with the account',
  async (t) => {
    const { house, alice, changes, session, code } = await opened(t);
    await changes.requestRecovery(caller(), 'alice@example.org');
    await changes.requestRecovery(caller(), 'alice@example.org');
    const [first, second] = [await code('alice@example.org'), await code('alice@example.org', 2)];
    const { call } = await session();
    await t.rejects(changes.confirmEmail(call(), 'alice@example.org', first), INVALID, 'another purpose');
    await t.rejects(changes.unlockPassword(call(), first), INVALID);
    await changes.recover(caller(), { code: second, ...both(NEW) });
    await t.rejects(changes.checkRecovery(caller(), first), INVALID, 'the earlier code went with it');

    await changes.requestRecovery(caller(), 'alice@example.org');
    const late = await code('alice@example.org', 4);
    house.time.now += 900_001;
    await t.rejects(changes.recover(caller(), { code: late, ...both(NEW) }), INVALID, 'too late');

    await changes.requestRecovery(caller(), 'alice@example.org');
    const last = await code('alice@example.org', 5);
    await house.db.tx((tx) => tx.users.update(alice, { disabled_at: 1 }));
    await t.rejects(changes.recover(caller(), { code: last, ...both(NEW) }), INVALID, 'disabled meanwhile');
  },
);

t.test(`SEC-07 of two parallel recoveries exactly one succeeds (${ROUNDS} rounds)`, async (t) => {
  const { house, alice, changes } = await opened(t, { quick: true });
  const codes = createCodes({ db: house.db, clock: house.clock });
  let wins = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const code = await house.db.tx((tx) =>
      codes.create(tx, { purpose: 'recovery', user_id: alice, payload: {}, lifetime_ms: 60_000 }),
    );
    const forms = ['first password here', 'second password here'].map((text) => ({ code, ...both(text) }));
    const results = await Promise.allSettled(forms.map((form) => changes.recover(caller(), form)));
    const won = results.filter(({ status }) => status === 'fulfilled').length;
    wins += won === 1 ? 1 : 100_000;
    for (const result of results) if (result.status === 'rejected') t.match(result.reason, INVALID);
  }
  t.equal(wins, ROUNDS);
});

t.test('SEC-02 recovery answers the same for known, unknown and disabled', async (t) => {
  const { house, changes } = await opened(t);
  await house.addUser('gone', 0, 1);
  const before = (await house.auditRows()).length;
  for (const name of ['alice@example.org', 'nobody@example.org', 'gone@example.org', 'no address']) {
    t.equal(await changes.requestRecovery(caller(), name), undefined, name);
  }
  const rows = (await house.auditRows()).slice(before);
  t.match(
    rows.map(({ row, data }) => [row.user_id, data['ok']]),
    [
      [2, true],
      [null, true],
      [null, true],
      [null, true],
    ],
  );
  await until(() => house.mails.length === 1);
  t.match(house.mails, [{ to: 'alice@example.org' }]);
});

t.test('SEC-03 mails and tries are counted, also for unknown addresses and after a restart', async (t) => {
  const { house, changes, session } = await opened(t);
  const many = { code: 'rate_limited', retry_after: 30 };
  for (const email of ['alice@example.org', 'nobody@example.org']) {
    for (let round = 0; round < 5; round++) await changes.requestRecovery(caller(), email);
    await t.rejects(changes.requestRecovery(caller(), email.toUpperCase()), many, email);
  }
  for (let round = 0; round < 60; round++) {
    await t.rejects(changes.checkRecovery(caller(), 'x'.repeat(36)), INVALID);
  }
  await t.rejects(changes.checkRecovery(caller(), 'x'.repeat(36)), many);
  await t.rejects(changes.recover(caller(), { code: 'x'.repeat(36), ...both(NEW) }), many);
  await t.rejects(changesOf(house).checkRecovery(caller(), 'x'.repeat(36)), many, 'kept in the database');
  await t.rejects(
    changes.checkRecovery(caller({ address: '198.51.100.9' }), 'x'.repeat(36)),
    INVALID,
    'another network',
  );
  const { call } = await session();
  const unlock = () => changes.unlockPassword(call(), 'x'.repeat(36));
  const move = () => changes.confirmEmail(call(), 'new@example.org', 'x'.repeat(36));
  for (const attempt of [unlock, move]) {
    for (let round = 0; round < 10; round++) await t.rejects(attempt(), INVALID);
    await t.rejects(attempt(), many, 'the eleventh');
  }
});

t.test('SEC-03 a recovery frees who was locked out by the guesses of others', async (t) => {
  const { changes, session, code } = await opened(t);
  for (let round = 0; round < 10; round++) {
    await t.rejects(session('alice', 'a guess of somebody'), { message: 'wrong credential' });
  }
  await t.rejects(session(), { code: 'rate_limited' });
  await changes.requestRecovery(caller(), 'alice@example.org');
  await changes.recover(caller(), { code: await code('alice@example.org'), ...both(NEW) });
  t.ok((await session('alice', NEW)).token);
});

t.test('address: the code goes to the new one and works for it only; the old one is told', async (t) => {
  const { house, changes, session, code, mail, row, types } = await opened(t);
  const { call } = await session();
  await t.rejects(changes.requestEmail(call(), 'alice@example.org'), { code: 'invalid_params' });
  await t.rejects(changes.requestEmail(call(), 'no address'), {
    code: 'invalid_params',
    faults: [{ pointer: '/user_email' }],
  });
  await changes.requestRecovery(caller(), 'alice@example.org');
  const recovery = await code('alice@example.org');
  await changes.requestEmail(call(), 'Alice@New.example');
  const sent = await code('Alice@New.example');
  t.equal(sent.length, 36);
  t.match(await row(), { email: 'alice@example.org' }, 'nothing yet');
  await t.rejects(changes.confirmEmail(call(), 'other@new.example', sent), INVALID, 'of another address');
  await t.rejects(changes.confirmEmail((await session('admin')).call(), 'alice@new.example', sent), INVALID);
  await changes.confirmEmail(call(), 'alice@new.example', sent);
  t.match(await row(), { email: 'Alice@New.example', email_verified_at: house.time.now });
  await t.rejects(changes.confirmEmail(call(), 'alice@new.example', sent), INVALID, 'SEC-07 once');
  await t.rejects(changes.checkRecovery(caller(), recovery), INVALID, 'what the old mailbox holds is dead');
  t.match((await mail('alice@example.org', 2))?.text, /now has the address Alice@New\.example/);
  t.same(await types(), ['user.email_changed']);
});

t.test('SEC-02 an address that is taken is told by mail only, and at the second step', async (t) => {
  const { house, changes, session, code, mail } = await opened(t);
  const { call } = await session();
  await changes.requestEmail(call(), 'ADMIN@example.org');
  const told = await mail('ADMIN@example.org');
  t.match(told?.text, /belongs to the account admin/);
  t.notMatch(told?.text, /^ {4}[a-z2-7]{36}$/m);
  await changes.requestEmail(call(), 'free@example.org');
  await house.addUser('free');
  await t.rejects(changes.confirmEmail(call(), 'free@example.org', await code('free@example.org')), {
    code: 'conflict',
    message: /already occupied/,
  });
});

t.test('SEC-09 password change: other sessions end, this one and API tokens stay', async (t) => {
  const { house, changes, session, apiToken, row, types, mail } = await opened(t);
  const [mine, other] = [await session(), await session()];
  const api = await apiToken(mine.actor);
  await t.rejects(changes.changePassword(mine.call(), { password: NEW, password_repeat: 'x' }), {
    code: 'invalid_params',
    faults: [{ pointer: '/user_passwordRepeat' }],
  });
  for (const weak of ['short', 'x'.repeat(257), 'passwordpassword']) {
    await t.rejects(changes.changePassword(mine.call(), both(weak)), { code: 'invalid_params' }, 'SEC-04');
  }
  await changes.changePassword(mine.call(), both(NEW));
  t.throws(() => house.accounts.authenticate(other.token), { code: 'unauthenticated' });
  t.equal(house.accounts.authenticate(mine.token).login, 'alice');
  t.equal(house.accounts.authenticate(api).login, 'alice');
  t.match((await row())?.password_hash, /^\$argon2id\$/);
  await t.rejects(session(), { message: 'wrong credential' });
  t.same(await types(), ['token.created', 'token.revoked', 'user.password_changed']);
  t.match((await mail('alice@example.org'))?.subject, 'Your password was changed');
});

t.test('SEC-09 a session that is ended while its call hashes sets no password', async (t) => {
  const { house, changes, session, row } = await opened(t);
  const [thief, owner] = [await session(), await session()];
  const hash = (await row())?.password_hash;
  const running = changes.changePassword(thief.call(), both(NEW));
  await house.tokens.revokeOwn(caller({ actor: thief.actor }));
  await t.rejects(running, { code: 'unauthenticated' });
  t.equal((await row())?.password_hash, hash);
  await changes.changePassword(owner.call(), both(NEW));
});

t.test('SEC-04 passwords that differ in their last byte only are two passwords', async (t) => {
  const { changes, session } = await opened(t);
  const long = 'ä'.repeat(255);
  await changes.changePassword((await session()).call(), both(`${long}x`));
  await t.rejects(session('alice', `${long}y`), { message: 'wrong credential' });
  await t.rejects(session('alice', long), { message: 'wrong credential' });
  t.ok((await session('alice', `${long}x`)).token);
});

t.test('SEC-06 changes need a login a moment ago, and no API token makes them', async (t) => {
  const { house, changes, session, apiToken } = await opened(t);
  const { actor, call } = await session();
  const api = house.accounts.authenticate(await apiToken(actor));
  const all = (who: () => ReturnType<typeof call>): (() => Promise<void>)[] => [
    () => changes.requestEmail(who(), 'new@example.org'),
    () => changes.confirmEmail(who(), 'new@example.org', 'x'.repeat(36)),
    () => changes.changePassword(who(), both(NEW)),
    () => changes.lockPassword(who()),
    () => changes.requestUnlock(who()),
    () => changes.unlockPassword(who(), 'x'.repeat(36)),
  ];
  for (const change of all(() => caller({ actor: api }))) {
    await t.rejects(change(), { code: 'forbidden', message: /API token/ });
  }
  house.time.now += 300_000;
  for (const change of all(call)) await t.rejects(change(), { code: 'reauth_required' });
  const again = await session();
  await changes.changePassword(again.call(), both(NEW));
});

t.test('lock: at once; changes are refused, recovery is not; a mailed code unlocks, once', async (t) => {
  const { changes, session, code, row, types } = await opened(t);
  const { call } = await session();
  await changes.requestUnlock(call());
  await changes.lockPassword(call());
  await changes.lockPassword(call());
  t.ok((await row())?.password_locked_at);
  const locked = { code: 'bad_state', message: /unlock it/ };
  await t.rejects(changes.changePassword(call(), both(NEW)), locked);
  await t.rejects(changes.requestEmail(call(), 'new@example.org'), locked, 'nor a way round it');
  await t.rejects(changes.confirmEmail(call(), 'new@example.org', 'x'.repeat(36)), locked);
  await changes.requestUnlock(call());
  const unlock = await code('alice@example.org');
  t.equal(unlock.length, 36);
  t.ok((await row())?.password_locked_at, 'not yet');
  await t.rejects(changes.unlockPassword((await session('admin')).call(), unlock), INVALID, 'not hers');
  await changes.unlockPassword(call(), unlock);
  t.equal((await row())?.password_locked_at, null);
  await changes.lockPassword(call());
  await t.rejects(changes.unlockPassword(call(), unlock), INVALID, 'SEC-07 once');
  await changes.requestRecovery(caller(), 'alice@example.org');
  await changes.recover(caller(), { code: await code('alice@example.org', 2), ...both(NEW) });
  t.ok((await row())?.password_locked_at, 'a recovered account stays locked');
  t.same(await types(), [
    'user.password_locked',
    'user.password_unlocked',
    'user.password_locked',
    'token.revoked',
    'user.password_changed',
  ]);
});

t.test('SEC-07 of two parallel uses of one unlock or address code exactly one succeeds', async (t) => {
  const { house, alice, changes, session } = await opened(t);
  const { call } = await session();
  const codes = createCodes({ db: house.db, clock: house.clock });
  const make = (purpose: 'password_unlock' | 'email_change', payload: Record<string, unknown>) =>
    house.db.tx((tx) => codes.create(tx, { purpose, user_id: alice, payload, lifetime_ms: 60_000 }));
  for (let round = 0; round < 20; round++) {
    const unlock = await make('password_unlock', {});
    const email = `new${round}@example.org`;
    const move = await make('email_change', { email });
    for (const attempt of [
      () => changes.unlockPassword(call(), unlock),
      () => changes.confirmEmail(call(), email, move),
    ]) {
      const results = await Promise.allSettled([attempt(), attempt()]);
      t.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    }
  }
});

t.test('switched off: nobody recovers, nobody changes a password', async (t) => {
  const { changes, session } = await opened(t, {
    disable_user_recovery: true,
    disable_user_password_change: true,
  });
  const refused = { code: 'forbidden', message: 'not enough access rights' };
  await t.rejects(changes.requestRecovery(caller(), 'alice@example.org'), refused);
  await t.rejects(changes.checkRecovery(caller(), 'x'.repeat(36)), refused);
  await t.rejects(changes.recover(caller(), { code: 'x'.repeat(36), ...both(NEW) }), refused);
  await t.rejects(changes.changePassword((await session()).call(), both(NEW)), refused);
});

t.test('a mail that cannot be sent is logged and fails nobody', async (t) => {
  const { house } = await opened(t);
  const lines: string[] = [];
  const { db, clock, audit, tokens, config, passwords } = house;
  const changes = createAccountChanges({
    db,
    clock,
    audit,
    tokens,
    rights: createRights(db),
    passwords,
    mailer: { send: () => Promise.reject(new Error('no relay')), close: async () => undefined },
    log: { warn: (_fields, message) => lines.push(message) },
    config: { disable_user_recovery: false, disable_user_password_change: false, ...config },
    publicUrl: () => 'https://gantry.test',
  });
  await changes.requestRecovery(caller(), 'alice@example.org');
  await until(() => lines.length === 1);
  t.same(lines, ['a mail could not be sent']);
});
