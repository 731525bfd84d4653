// Passkeys: enrolled, used, refused for each thing that may be wrong, and never the way to find out who is here.
import t, { type Test } from 'tap';
import type { AssertionResponse, NewKeyResponse } from '../../../src/core/passkeys/webauthn.js';
import { relyingParty } from '../../../src/core/passkeys/relying-party.js';
import { Authenticator, type Twist } from '../../support/authenticator.js';
import { caller, type House, openHouse, PASSWORD } from './house.js';

const ORIGIN = 'http://localhost:7500';
const WRONG = { code: 'forbidden', message: 'wrong credential' };
const codeIn = (text: string): string => /^ {4}([a-z2-7]{36})$/m.exec(text)?.[1] ?? '';

async function enrolled(
  house: House,
  login = 'alice',
  key = new Authenticator(ORIGIN),
): Promise<Authenticator> {
  const actor = await house.session(login);
  const options = await house.passkeys.beginKey(caller({ actor }), { login });
  await house.passkeys.finishKey(caller({ actor }), login, key.create(options));
  return key;
}

async function attempt(house: House, key: Authenticator, twist: Twist = {}, login = 'alice') {
  const options = await house.passkeys.beginLogin(caller(), login);
  return house.passkeys.finishLogin(caller(), login, key.get(options, twist));
}

async function people(t: Test): Promise<House> {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  await house.addUser('alice');
  await house.addUser('bob');
  return house;
}

t.test('a key is added, named, told of, and opens sessions', async (t) => {
  const house = await people(t);
  const actor = await house.session('alice');
  const options = await house.passkeys.beginKey(caller({ actor }), {
    login: 'ALICE@example.org',
    attachment: 'cross-platform',
  });
  t.match(options, {
    rp: { id: 'localhost' },
    user: { name: 'alice' },
    attestation: 'none',
    excludeCredentials: [],
    authenticatorSelection: { authenticatorAttachment: 'cross-platform', userVerification: 'required' },
  });
  for (const text of [options.challenge, options.user.id])
    t.match(text, /^[A-Za-z0-9+/]+={0,2}$/, 'for atob');
  t.equal(Buffer.from(options.challenge, 'base64').length, 32);
  const key = new Authenticator(ORIGIN);
  const given: NewKeyResponse = key.create(options);
  const { key_id } = await house.passkeys.finishKey(caller({ actor }), 'alice', {
    ...given,
    response: { ...given.response, transports: ['usb'] },
  });
  const second = await house.passkeys.beginKey(caller({ actor }), {});
  t.same(second.excludeCredentials, [
    { type: 'public-key', id: key.credential_id.toString('base64'), transports: ['usb'] },
  ]);
  t.equal(second.user.id, options.user.id, 'all keys of a person know one owner');
  const { token, user } = await attempt(house, key);
  t.equal(user.login, 'alice');
  t.match(house.accounts.authenticate(token), { user_id: user.id, session_at: house.time.now });
  t.ok((await attempt(house, key, {}, 'alice@example.org')).token, 'by address too');
  t.ok((await attempt(house, key, { userHandle: '' })).token, 'without a user handle');
  const { rows } = await house.passkeys.page(caller({ actor }), page, {});
  t.match(rows, [{ id: key_id, name: 'passkey 2023-11-14', last_used_at: house.time.now, sign_count: 4 }]);
  const told = (await house.events()).filter(({ type }) => type === 'credential.added');
  t.match(told, [{ user_id: user.id, data: JSON.stringify({ key_id, key_name: 'passkey 2023-11-14' }) }]);
  const audits = await house.auditRows();
  t.match(audits.at(-1), { row: { user_id: user.id }, data: { ok: true, details: { key_id } } });
});

const page = { limit: 10, after: null, column: 'id', descending: false };

t.test('SEC-05 a challenge is good for one answer, a wrong one too', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  const options = await house.passkeys.beginLogin(caller(), 'alice');
  const answer = key.get(options);
  await house.passkeys.finishLogin(caller(), 'alice', answer);
  await t.rejects(house.passkeys.finishLogin(caller(), 'alice', answer), WRONG, 'replay');
  const other = await house.passkeys.beginLogin(caller(), 'alice');
  await t.rejects(house.passkeys.finishLogin(caller(), 'alice', key.get(other, { spoiled: true })), WRONG);
  await t.rejects(house.passkeys.finishLogin(caller(), 'alice', key.get(other)), WRONG, 'used up');
  const twice = await house.passkeys.beginLogin(caller(), 'alice');
  const both = [key.get(twice), key.get(twice)];
  const ends = await Promise.allSettled(
    both.map((one) => house.passkeys.finishLogin(caller(), 'alice', one)),
  );
  t.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1, 'in parallel: once');
});

t.test('SEC-05 a challenge of one person fails for another, and one of enrolment for a login', async (t) => {
  const house = await people(t);
  const hers = await enrolled(house, 'alice');
  const his = await enrolled(house, 'bob');
  const { passkeys } = house;
  const forAlice = async () => passkeys.beginLogin(caller(), 'alice');
  await t.rejects(passkeys.finishLogin(caller(), 'bob', his.get(await forAlice())), WRONG, 'for bob');
  await t.rejects(
    passkeys.finishLogin(caller(), 'alice', his.get(await forAlice())),
    WRONG,
    "with bob's key",
  );
  await t.rejects(
    passkeys.finishLogin(caller(), 'alice', hers.get(await forAlice(), { userHandle: 'AAAA' })),
    WRONG,
  );
  const actor = await house.session('alice');
  const making = await passkeys.beginKey(caller({ actor }), {});
  await t.rejects(
    passkeys.finishLogin(caller(), 'alice', hers.get({ challenge: making.challenge, rpId: 'localhost' })),
    WRONG,
    'another purpose',
  );
  const bob = await house.session('bob');
  const again = await passkeys.beginKey(caller({ actor }), {});
  const made = new Authenticator(ORIGIN).create(again);
  await t.rejects(passkeys.finishKey(caller({ actor: bob }), 'bob', made), WRONG, 'her enrolment for him');
});

t.test('SEC-05 a challenge is over after five minutes', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  const options = await house.passkeys.beginLogin(caller(), 'alice');
  house.time.now += 5 * 60_000;
  await t.rejects(house.passkeys.finishLogin(caller(), 'alice', key.get(options)), WRONG);
  t.ok((await attempt(house, key)).token);
});

const TWISTS: readonly (readonly [string, Twist])[] = [
  ['origin', { origin: 'https://gantry.test.evil.example' }],
  ['origin without its port', { origin: 'http://localhost' }],
  ['rpId', { rp_id: 'evil.example' }],
  ['type', { type: 'webauthn.other' }],
  ['user-present flag', { present: false }],
  ['user-verified flag', { verified: false }],
  ['challenge', { challenge: Buffer.alloc(32, 1).toString('base64') }],
  ['crossOrigin', { crossOrigin: true }],
  ['topOrigin', { topOrigin: 'https://evil.example' }],
];

t.test('SEC-05 a tampered login', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  const twists = [
    ...TWISTS,
    ['type of enrolment', { type: 'webauthn.create' }],
    ['signature', { spoiled: true }],
  ];
  for (const [what, twist] of twists as typeof TWISTS) {
    await t.test(`SEC-05 ${what}`, (t) => t.rejects(attempt(house, key, twist), WRONG, what));
  }
  const options = await house.passkeys.beginLogin(caller(), 'alice');
  const whole = key.get(options);
  const cut: AssertionResponse = { ...whole, response: { ...whole.response, clientDataJSON: 'bm90IEpTT04' } };
  await t.rejects(house.passkeys.finishLogin(caller(), 'alice', cut), WRONG, 'no client data');
  t.ok((await attempt(house, key)).token, 'and nothing of this is in the way of a good one');
  t.equal((await house.events()).filter(({ type }) => type === 'credential.refused').length, 0);
});

t.test('SEC-05 a tampered enrolment', async (t) => {
  const house = await people(t);
  const actor = await house.session('alice');
  for (const [what, twist] of [...TWISTS, ['type of login', { type: 'webauthn.get' }]] as typeof TWISTS) {
    await t.test(`SEC-05 ${what}`, async (t) => {
      const options = await house.passkeys.beginKey(caller({ actor }), {});
      const made = new Authenticator(ORIGIN).create(options, twist);
      await t.rejects(house.passkeys.finishKey(caller({ actor }), 'alice', made), WRONG, what);
    });
  }
  const options = await house.passkeys.beginKey(caller({ actor }), {});
  const made = new Authenticator(ORIGIN).create(options);
  await house.passkeys.finishKey(caller({ actor }), 'alice', made);
  await t.rejects(house.passkeys.finishKey(caller({ actor }), 'alice', made), WRONG, 'replay');
  t.equal((await house.passkeys.page(caller({ actor }), page, {})).rows.length, 1);
});

t.test('SEC-05 a counter that goes back is refused, and told of', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  await attempt(house, key, { counter: 7 });
  for (const counter of [7, 6, 0]) await t.rejects(attempt(house, key, { counter }), WRONG, String(counter));
  const told = (await house.events()).filter(({ type }) => type === 'credential.refused');
  t.equal(told.length, 3);
  t.match(told[0], { user_id: 2 });
  t.ok((await attempt(house, key, { counter: 8 })).token);
  await t.rejects(attempt(house, key, { counter: 8, spoiled: true }), WRONG);
  t.equal(
    (await house.events()).filter(({ type }) => type === 'credential.refused').length,
    3,
    'by the key only',
  );
  const still = await enrolled(house, 'bob', new Authenticator(ORIGIN, { counting: false }));
  for (const time of [1, 2]) t.ok((await attempt(house, still, {}, 'bob')).token, `no counter, ${time}`);
});

t.test('SEC-06 adding and deleting keys needs a login of a moment ago; API tokens cannot', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  const actor = await house.session('alice');
  const { passkeys } = house;
  const robot = { ...actor, kind: 'native' as const, session_at: null };
  await t.rejects(passkeys.beginKey(caller({ actor: robot }), {}), { code: 'forbidden' });
  await t.rejects(passkeys.delete(caller({ actor: robot }), 1), { code: 'forbidden' });
  await t.rejects(passkeys.beginKey(caller(), {}), { code: 'unauthenticated' });
  const options = await passkeys.beginKey(caller({ actor }), {});
  house.time.now += 300_000;
  const made = new Authenticator(ORIGIN).create(options);
  await t.rejects(passkeys.beginKey(caller({ actor }), {}), { code: 'reauth_required' });
  await t.rejects(passkeys.finishKey(caller({ actor }), 'alice', made), { code: 'reauth_required' });
  await t.rejects(passkeys.delete(caller({ actor }), 1), { code: 'reauth_required' });
  const { token } = await attempt(house, key);
  const fresh = house.accounts.authenticate(token);
  await passkeys.beginKey(caller({ actor: fresh }), {});
  await t.rejects(passkeys.beginKey(caller({ actor: fresh }), { login: 'bob' }), { code: 'invalid_params' });
  const last = await passkeys.beginKey(caller({ actor: fresh }), {});
  const late = new Authenticator(ORIGIN).create(last);
  await house.tokens.revokeOwn(caller({ actor: fresh }));
  await t.rejects(passkeys.finishKey(caller({ actor: fresh }), 'alice', late), { code: 'unauthenticated' });
  const again = await house.session('alice');
  const bob = await house.session('bob');
  await t.rejects(passkeys.delete(caller({ actor: bob }), 1), { code: 'not_found' }, 'SEC-20');
  await passkeys.delete(caller({ actor: again }), 1);
  await t.rejects(attempt(house, key), WRONG, 'a deleted key opens nothing');
});

t.test('SEC-06 the only key of an account without a password stays', async (t) => {
  const house = await people(t);
  const { passkeys, mails } = house;
  const key = new Authenticator(ORIGIN);
  const options = await passkeys.beginRegistration(caller(), { login: 'carol', email: 'carol@example.org' });
  await passkeys.finishRegistration(caller(), 'carol', key.create(options));
  t.equal(mails.at(-1)?.to, 'carol@example.org');
  await t.rejects(attempt(house, key, {}, 'carol'), WRONG, 'not before the code');
  const code = codeIn(mails.at(-1)?.text ?? '');
  await house.accounts.activate(caller(), code);
  await t.rejects(house.accounts.activate(caller(), code), { message: 'invalid code' }, 'SEC-07');
  await t.rejects(house.accounts.login(caller(), 'carol', PASSWORD), WRONG, 'it has no password');
  const { token, user } = await attempt(house, key, {}, 'carol');
  t.match(user, { login: 'carol', password_hash: null, is_admin: 0 });
  const actor = house.accounts.authenticate(token);
  const [row] = (await passkeys.page(caller({ actor }), page, {})).rows;
  await t.rejects(passkeys.delete(caller({ actor }), row?.id ?? 0), { code: 'bad_state' });
  const more = await passkeys.beginKey(caller({ actor }), {});
  await passkeys.finishKey(caller({ actor }), 'carol', new Authenticator(ORIGIN).create(more));
  await passkeys.delete(caller({ actor }), row?.id ?? 0);
  t.equal((await passkeys.page(caller({ actor }), page, {})).rows.length, 1);
});

t.test('SEC-02 registration by key: taken names are acknowledged, and told by mail only', async (t) => {
  const house = await people(t);
  const { passkeys, mails } = house;
  const key = new Authenticator(ORIGIN);
  for (const [login, email, subject] of [
    ['alice', 'new@example.org', /login alice belongs/],
    ['newcomer', 'alice@example.org', /belongs to the account alice/],
  ] as const) {
    const options = await passkeys.beginRegistration(caller(), { login, email });
    await passkeys.finishRegistration(caller(), login, key.create(options));
    t.match(mails.at(-1), { to: email, text: subject });
    t.equal(codeIn(mails.at(-1)?.text ?? ''), '');
  }
  const hers = await enrolled(house);
  const options = await passkeys.beginRegistration(caller(), { login: 'carol', email: 'carol@example.org' });
  await t.rejects(passkeys.finishRegistration(caller(), 'carol', hers.create(options)), { code: 'conflict' });
  const named = await passkeys.beginRegistration(caller(), { login: 'carol', email: 'carol@example.org' });
  await t.rejects(
    passkeys.finishRegistration(caller(), 'dave', key.create(named)),
    WRONG,
    'SEC-05 another login',
  );
  await t.rejects(passkeys.beginRegistration(caller(), { login: '?', email: 'x@example.org' }), {
    code: 'invalid_params',
  });
});

t.test('registration by key is closed like any other', async (t) => {
  const wish = { login: 'carol', email: 'carol@example.org' };
  const empty = await openHouse(t);
  await t.rejects(empty.passkeys.beginRegistration(caller(), wish), { code: 'forbidden' }, 'SEC-12');
  const closed = await openHouse(t, { disable_user_registration: true });
  await closed.addUser('admin', 1);
  await t.rejects(closed.passkeys.beginRegistration(caller(), wish), { code: 'forbidden' });
  const busy = await people(t);
  for (let mail = 0; mail < 5; mail++) await busy.passkeys.beginRegistration(caller(), wish);
  await t.rejects(busy.passkeys.beginRegistration(caller(), wish), { code: 'rate_limited' }, 'SEC-03');
});

t.test('SEC-02 an unknown login has keys like any other, the same at each question', async (t) => {
  const house = await people(t);
  const ids = async (login: string): Promise<string[]> =>
    (await house.passkeys.beginLogin(caller(), login)).allowCredentials.map(({ id }) => id);
  for (const login of ['nobody', 'nobody@example.org', 'alice', 'x'.repeat(300)]) {
    const first = await ids(login);
    t.ok(first.length > 0, login);
    t.same(await ids(login.toUpperCase()), first, 'and whatever its case');
  }
  t.notSame(await ids('nobody'), await ids('somebody'));
  const key = new Authenticator(ORIGIN);
  const options = await house.passkeys.beginLogin(caller(), 'nobody');
  await t.rejects(house.passkeys.finishLogin(caller(), 'nobody', key.get(options)), WRONG);
  const lengths = new Set<number>();
  for (let n = 0; n < 60; n++)
    for (const id of await ids(`nobody-${n}`)) lengths.add(Buffer.from(id, 'base64').length);
  t.ok(lengths.size >= 4, 'of lengths that real ones have');
});

t.test('SEC-02 it takes as long whether a login is known or not', async (t) => {
  const house = await people(t);
  await enrolled(house);
  const times = { alice: [] as number[], nobody: [] as number[] };
  for (let round = 0; round < 200; round++) {
    for (const login of ['alice', 'nobody'] as const) {
      const started = performance.now();
      await house.passkeys.beginLogin(caller(), login);
      times[login].push(performance.now() - started);
    }
  }
  const median = (list: number[]): number => list.sort((a, b) => a - b)[100] ?? 0;
  t.ok(Math.abs(median(times.alice) - median(times.nobody)) < 10);
});

t.test('SEC-03 failed passwords never stop a login by key', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  for (let guess = 0; guess < 10; guess++)
    await t.rejects(house.accounts.login(caller(), 'alice', 'guess'), WRONG);
  await t.rejects(house.accounts.login(caller(), 'alice', PASSWORD), { code: 'rate_limited' });
  t.ok((await attempt(house, key)).token);
});

t.test('SEC-09 a disabled user is not let in, not even between the two steps', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  const options = await house.passkeys.beginLogin(caller(), 'alice');
  await house.db.tx((tx) => tx.users.update(2, { disabled_at: house.time.now }));
  await t.rejects(house.passkeys.finishLogin(caller(), 'alice', key.get(options)), WRONG);
  await t.rejects(attempt(house, key), WRONG);
});

t.test('challenges are not given out without end, and a login gives the place its share back', async (t) => {
  const house = await people(t);
  const key = await enrolled(house);
  const ask = () => house.passkeys.beginLogin(caller(), 'alice');
  for (let asked = 0; asked < 300; asked++) await ask();
  await attempt(house, key);
  for (let asked = 0; asked < 600; asked++) await ask();
  await t.rejects(ask(), { code: 'rate_limited' });
  const elsewhere = await house.passkeys.beginLogin(caller({ address: '198.51.100.1' }), 'alice');
  t.ok(elsewhere.challenge, 'nobody is locked out by name');
});

t.test('which name keys belong to', async (t) => {
  const of = (public_url: string, listen: string[], rp_id: string | null = null) =>
    relyingParty({ public_url, listen, webauthn: { rp_id } });
  t.equal(of('https://cloud.example.org:7443', ['https://[::]:7443']), 'cloud.example.org');
  t.equal(of('https://cloud.example.org', [], 'Example.ORG'), 'example.org');
  t.equal(of('https://192.0.2.1', ['http://127.0.0.1:7500']), 'localhost');
  t.equal(of('', ['https://0.0.0.0:7443']), 'localhost');
  t.equal(of('', ['https://[::]:7443']), 'localhost');
  t.equal(of('https://192.0.2.1', ['https://192.0.2.1:7443']), null);
  const house = await openHouse(t, { listen: ['https://192.0.2.1:7443'] });
  await house.addUser('alice');
  t.equal(house.passkeys.rp_id, null);
  await t.rejects(house.passkeys.beginLogin(caller(), 'alice'), { code: 'unsupported' });
});
