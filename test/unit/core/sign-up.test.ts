// Accounts made at once, the logins they get, and keys that a login makes.
import t from 'tap';
import { loginFor } from '../../../src/core/registration.js';
import { LOGIN_KEY_MS } from '../../../src/core/tokens.js';
import { caller, openHouse, PASSWORD } from './house.js';

t.test('logins made of addresses', (t) => {
  t.equal(loginFor('carol@example.net', false), 'carol');
  t.equal(loginFor('carol+spam@example.net', false), 'carol-spam');
  t.equal(loginFor(`.x-${'y'.repeat(60)}@example.net`, false), `x-${'y'.repeat(60)}`);
  t.match(loginFor('carol@example.net', true), /^carol-[a-z2-7]{8}$/);
  for (const email of ['c@example.net', '!!!@example.net', `${'a'.repeat(64)}@example.net`]) {
    for (const taken of [false, true]) {
      t.match(loginFor(email, taken), /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/, email);
    }
  }
  t.end();
});

t.test('SEC-12 SEC-02 signing up: once there is an administrator, and one account per address', async (t) => {
  const house = await openHouse(t);
  const carol = { email: 'carol@example.net', password: PASSWORD };
  await t.rejects(house.accounts.signUp(caller(), carol), { code: 'forbidden' });
  await house.addUser('admin', 1);
  await house.addUser('bob');
  await house.accounts.signUp(caller(), carol);
  const row = await house.db.read.users.byEmail('carol@example.net');
  t.match(row, { login: 'carol', is_admin: 0, email_verified_at: null });
  await t.rejects(house.accounts.signUp(caller(), { ...carol, email: 'CAROL@example.net' }), {
    code: 'conflict',
  });
  const weak = { email: 'dave@example.net', password: 'short' };
  await t.rejects(house.accounts.signUp(caller(), weak), { code: 'invalid_params' });
  await house.accounts.signUp(caller(), { ...carol, email: 'bob@example.net' });
  t.match(await house.db.read.users.byEmail('bob@example.net'), { login: /^bob-[a-z2-7]{8}$/ });
  const both = await Promise.allSettled(
    [1, 2].map(() => house.accounts.signUp(caller(), { ...carol, email: 'eve@example.net' })),
  );
  t.equal(both.filter(({ status }) => status === 'fulfilled').length, 1, 'also in parallel');
  t.equal(house.mails.length, 0);
});

t.test('SEC-03 signing up with one address is counted', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  const form = { email: 'admin@example.org', password: PASSWORD };
  for (let turn = 0; turn < 5; turn += 1) {
    await t.rejects(house.accounts.signUp(caller(), form), { code: 'conflict' });
  }
  await t.rejects(house.accounts.signUp(caller(), form), { code: 'rate_limited' });
});

t.test('SEC-08 a key that a login makes lives for 90 days, and only in its own API', async (t) => {
  const house = await openHouse(t);
  await house.addUser('alice');
  const { token } = await house.accounts.login(caller(), 'alice@example.org', PASSWORD, 'aarch64');
  t.match(token, /^[0-9a-f]{48}$/);
  t.match(house.tokens.authenticateKind('aarch64', token), {
    login: 'alice',
    kind: 'aarch64',
    scopes: ['*'],
  });
  t.throws(() => house.tokens.authenticate(token), { code: 'unauthenticated' });
  const actor = house.tokens.authenticateKind('aarch64', token);
  await t.rejects(house.tokens.create(caller({ actor }), {}), { code: 'forbidden' });
  house.time.now += LOGIN_KEY_MS + 120_000;
  t.throws(() => house.tokens.authenticateKind('aarch64', token), { code: 'unauthenticated' });
});
