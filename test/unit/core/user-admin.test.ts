// What administrators do to accounts: roles, addresses and the disabled; the last administrator always stays.
import t from 'tap';
import { createRights } from '../../../src/core/rights.js';
import { createUserAdmin } from '../../../src/core/user-admin.js';
import type { Labels } from '../../../src/events/bus.js';
import { until } from '../../support/until.js';
import { caller, openHouse, PASSWORD } from './house.js';

async function opened(t: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(t);
  const root = await house.addUser('admin', 1);
  const alice = await house.addUser('alice');
  const { db, clock, audit, tokens, config, passwords } = house;
  const rights = createRights(db);
  const users = createUserAdmin({
    db,
    clock,
    audit,
    tokens,
    rights,
    passwords,
    mailer: { send: async (mail) => void house.mails.push(mail), close: async () => undefined },
    log: { warn: () => undefined },
    config: { disable_user_recovery: false, disable_user_password_change: false, ...config },
    publicUrl: () => 'https://gantry.test',
  });
  const session = async (login: string) => {
    const { token } = await house.accounts.login(caller(), login, PASSWORD);
    return { token, actor: house.accounts.authenticate(token) };
  };
  const admin = await session('admin');
  const types = async () =>
    (await house.events())
      .filter(({ retention }) => retention === 'event')
      .map(({ type, user_id }) => [type, user_id]);
  return { house, root, alice, rights, users, session, types, call: () => caller({ actor: admin.actor }) };
}

t.test('SEC-09 a role takes effect on the next call, and on streams that are open already', async (t) => {
  const { house, alice, rights, users, session, types, call } = await opened(t);
  const { token, actor } = await session('alice');
  const foreign: Labels = {
    type: 'instance.started',
    user_id: null,
    project_id: 987,
    server_id: 9,
    instance_id: 9,
    audit: false,
  };
  t.notOk(rights.sees(actor, foreign));
  await users.update(call(), alice, { is_admin: true });
  t.equal(house.accounts.authenticate(token).is_admin, true, 'the same token');
  t.ok(rights.sees(actor, foreign), 'what an open stream holds is the old actor');
  const asAdmin = house.accounts.authenticate(token);
  await users.update(call(), alice, { is_admin: false });
  t.equal(house.accounts.authenticate(token).is_admin, false);
  t.notOk(rights.sees(asAdmin, foreign), 'nor does it see as an administrator any longer');
  await t.rejects(users.disable(caller({ actor }), alice, true), { code: 'forbidden' });
  await t.rejects(users.update(caller({ actor }), alice, { is_admin: true }), { code: 'forbidden' });
  t.same(await types(), [
    ['user.updated', alice],
    ['user.updated', alice],
  ]);
});

t.test('SEC-09 disabling ends every token and code; enabling brings none back', async (t) => {
  const { house, alice, users, session, types, call } = await opened(t);
  const one = await session('alice');
  const api = await house.tokens.create(caller({ actor: one.actor }), {});
  const heard: number[] = [];
  for (const id of [one.actor.token_id, api.id]) house.tokens.onRevoked(id, () => heard.push(id));
  await users.disable(call(), alice, true);
  await users.disable(call(), alice, true);
  t.same(heard.sort(), [one.actor.token_id, api.id]);
  for (const token of [one.token, api.token]) {
    t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' });
  }
  await t.rejects(session('alice'), { message: 'wrong credential' });
  await users.disable(call(), alice, false);
  for (const token of [one.token, api.token]) {
    t.throws(() => house.accounts.authenticate(token), { code: 'unauthenticated' });
  }
  t.ok((await session('alice')).token);
  t.same(await types(), [
    ['token.created', alice],
    ['user.disabled', alice],
    ['token.revoked', alice],
    ['token.revoked', alice],
    ['user.enabled', alice],
  ]);
});

t.test('the last administrator who can log in stays, also when two go at once', async (t) => {
  const { house, root, users, call } = await opened(t);
  const last = { code: 'bad_state', message: /last administrator/ };
  await t.rejects(users.disable(call(), root, true), last);
  await t.rejects(users.update(call(), root, { is_admin: false }), last);
  await house.addUser('away', 1, 1);
  await t.rejects(users.disable(call(), root, true), last, 'one who is disabled counts for nothing');
  const second = await house.addUser('second', 1);
  const results = await Promise.allSettled([
    users.update(call(), root, { is_admin: false }),
    users.disable(call(), second, true),
  ]);
  t.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
});

t.test('SEC-09 who is demoted, disabled or logged out while a call waits changes nobody', async (t) => {
  const { house, alice, users, session, call } = await opened(t);
  const second = await house.addUser('second', 1);
  const { actor } = await session('second');
  const late = async (first: Promise<unknown>) => {
    const [, ...results] = await Promise.allSettled([
      first,
      users.update(caller({ actor }), alice, { is_admin: true }),
      users.disable(caller({ actor }), alice, true),
    ]);
    return results.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'ok'));
  };
  const forbidden = ['forbidden', 'forbidden'];
  t.same(await late(users.update(call(), second, { is_admin: false })), forbidden);
  await users.update(call(), second, { is_admin: true });
  const revoked = ['unauthenticated', 'unauthenticated'];
  t.same(await late(house.accounts.logout(caller({ actor }))), revoked);
  t.match(await house.db.read.users.get(alice), { is_admin: 0, disabled_at: null });
});

t.test('login and address: changed, refused where taken, the old address is told', async (t) => {
  const { house, alice, users, session, call } = await opened(t);
  const { token } = await session('alice');
  const taken = { code: 'conflict', message: /already occupied/ };
  await t.rejects(users.update(call(), alice, { login: 'ADMIN' }), taken);
  await t.rejects(users.update(call(), alice, { email: 'Admin@example.org' }), taken);
  await t.rejects(users.update(call(), alice, { login: '.x' }), {
    code: 'invalid_params',
    faults: [{ pointer: '/user_login' }],
  });
  await t.rejects(users.update(call(), alice, { email: 'x' }), {
    code: 'invalid_params',
    faults: [{ pointer: '/user_email' }],
  });
  await t.rejects(users.update(call(), alice, {}), { code: 'invalid_params' });
  await t.rejects(users.update(call(), 987, { login: 'nobody' }), { code: 'not_found' });
  await t.rejects(users.disable(call(), 987, true), { code: 'not_found' });
  await users.update(call(), alice, { login: 'Alice', email: 'al@example.org' });
  t.equal(house.accounts.authenticate(token).login, 'Alice', 'what is remembered of a token is renewed');
  t.match(await house.db.read.users.get(alice), { login: 'Alice', email: 'al@example.org', is_admin: 0 });
  await until(() => house.mails.length === 1);
  t.match(house.mails, [{ to: 'alice@example.org', text: /now has the address al@example\.org/ }]);
});

t.test('SEC-06 what would outlive an API token needs a login a moment ago', async (t) => {
  const { house, root, alice, users, call } = await opened(t);
  const { token } = await house.tokens.create(call(), {});
  const api = () => caller({ actor: house.accounts.authenticate(token) });
  await users.update(api(), alice, { email: 'al@example.org' });
  await users.disable(api(), alice, true);
  await users.disable(api(), alice, false);
  await t.rejects(users.update(api(), alice, { is_admin: true }), {
    code: 'forbidden',
    message: /API token/,
  });
  await t.rejects(users.update(api(), root, { email: 'me@example.org' }), { code: 'forbidden' });
  house.time.now += 300_000;
  await t.rejects(users.update(call(), alice, { is_admin: true }), { code: 'reauth_required' });
  await users.update(call(), alice, { login: 'alicia' });
});
