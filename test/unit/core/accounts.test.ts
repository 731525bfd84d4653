import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { createMailer } from '../../../src/mail/mailer.js';
import { loginTakenMail, registrationMail } from '../../../src/mail/templates.js';
import { caller, openHouse, PASSWORD, temporary } from './house.js';

const form = (login: string, change: Record<string, string> = {}) => ({
  login,
  email: `${login}@example.org`,
  password: PASSWORD,
  password_repeat: PASSWORD,
  ...change,
});
const codeIn = (text: string): string => /^ {4}([a-z2-7]{36})$/m.exec(text)?.[1] ?? '';

t.test('SEC-12 no administrator: only the code makes one, once, also in parallel', async (t) => {
  const house = await openHouse(t);
  const code = (await house.accounts.ensureFirstAdminCode(house.folder)) ?? '';
  const file = join(house.folder, 'first-admin.code');
  t.equal(readFileSync(file, 'utf8').trim(), code);
  t.equal(code.length, 36);
  t.equal(statSync(file).mode & 0o777, 0o600);
  t.ok(JSON.stringify(house.lines).includes(code), 'and in the log');
  t.equal(await house.accounts.ensureFirstAdminCode(house.folder), code, 'a restart keeps it');

  await t.rejects(house.accounts.register(caller(), form('early')), { code: 'forbidden' });
  await t.rejects(house.accounts.activate(caller(), code), { code: 'forbidden' });
  await t.rejects(house.accounts.registerFirstAdmin(caller(), form('admin'), 'x'.repeat(36)), {
    code: 'forbidden',
    message: 'invalid code',
  });
  await t.rejects(house.accounts.registerFirstAdmin(caller(), form('admin', { password: 'short' }), code), {
    code: 'invalid_params',
  });
  const results = await Promise.allSettled(
    ['one', 'two', 'three'].map((login) => house.accounts.registerFirstAdmin(caller(), form(login), code)),
  );
  t.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  t.equal(existsSync(file), false, 'the file is gone');
  await t.rejects(house.accounts.registerFirstAdmin(caller(), form('again'), code), {
    message: 'invalid code',
  });
  t.equal(await house.accounts.ensureFirstAdminCode(house.folder), null);
  const { rows } = await house.accounts.page(
    caller({ actor: await house.session('one').catch(() => house.session('two')) }),
    { limit: 10, after: null, column: 'id', descending: false },
    {},
  );
  t.equal(rows.length, 1);
  t.match(rows, [{ is_admin: 1 }]);
});

t.test('registration: a mailed code makes the account, its project and its event, once', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  await house.accounts.register(caller(), form('Alice'));
  const [mail] = house.mails;
  const code = codeIn(mail?.text ?? '');
  t.equal(mail?.to, 'Alice@example.org');
  t.equal(code.length, 36);
  t.ok(mail?.html.includes(`https://gantry.test/auth/register?code=${code}`));
  t.equal(await house.db.read.users.byLogin('alice'), undefined, 'nothing is made before the code');
  await t.rejects(house.accounts.login(caller(), 'alice', PASSWORD), { message: 'wrong credential' });

  const results = await Promise.allSettled([1, 2].map(() => house.accounts.activate(caller(), code)));
  t.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  const user = await house.db.read.users.byLogin('ALICE');
  t.match(user, { login: 'Alice', is_admin: 0, email_verified_at: house.time.now });
  t.ok(await house.db.read.projects.personalOf(user?.id ?? 0));
  t.match(
    (await house.events()).filter(({ type }) => type === 'user.registered'),
    [{ user_id: user?.id, project_id: null }],
  );
  t.match(await house.accounts.login(caller(), 'ALICE@EXAMPLE.ORG', PASSWORD), { user: { login: 'Alice' } });
});

t.test('SEC-02 a taken login or address is told by mail only', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  await house.addUser('alice');
  t.equal(await house.accounts.register(caller(), form('new')), undefined);
  t.equal(await house.accounts.register(caller(), form('ALICE', { email: 'other@example.org' })), undefined);
  t.equal(await house.accounts.register(caller(), form('other', { email: 'Alice@Example.org' })), undefined);
  t.same(
    house.mails.map(({ to, text }) => [to, codeIn(text) !== '']),
    [
      ['new@example.org', true],
      ['other@example.org', false],
      ['Alice@Example.org', false],
    ],
  );
  t.match(house.mails[1]?.text, /belongs to somebody else/);
  t.match(house.mails[2]?.text, /belongs to the account alice/);
});

t.test('SEC-02 login says the same for every reason', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  await house.addUser('disabled', 0, 1);
  await house.addUser('alice');
  for (const [login, password] of [
    ['alice', 'not the password'],
    ['disabled', PASSWORD],
    ['nobody', PASSWORD],
    ['nobody@example.org', PASSWORD],
    ['', PASSWORD],
  ] as const) {
    const refusal = await house.accounts.login(caller(), login, password).catch((error: unknown) => error);
    t.match(refusal, {
      code: 'forbidden',
      message: 'wrong credential',
      faults: [{ detail: 'wrong credential' }],
    });
  }
});

t.test('two who registered the same login: the first code wins, the second is told', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  await house.accounts.register(caller(), form('bob'));
  await house.accounts.register(caller(), form('BOB', { email: 'second@example.org' }));
  const [one, two] = house.mails.map(({ text }) => codeIn(text));
  await house.accounts.activate(caller(), two ?? '');
  await t.rejects(house.accounts.activate(caller(), one ?? ''), {
    code: 'conflict',
    message: /already occupied/,
  });
});

t.test('what cannot be an account is refused by name', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  const cases: [Record<string, string>, string][] = [
    [{ login: 'ab' }, '/user_login'],
    [{ login: 'a@b.c' }, '/user_login'],
    [{ login: '.abc' }, '/user_login'],
    [{ login: 'a'.repeat(65) }, '/user_login'],
    [{ email: 'nobody' }, '/user_email'],
    [{ email: 'a@b\r\nBcc: c@d' }, '/user_email'],
    [{ email: 'a b@c.d' }, '/user_email'],
    [{ password_repeat: 'another password' }, '/user_passwordRepeat'],
    [{ password: 'short', password_repeat: 'short' }, '/user_password'],
  ];
  for (const [change, pointer] of cases) {
    await t.rejects(house.accounts.register(caller(), form('carol', change)), {
      code: 'invalid_params',
      faults: [{ pointer }],
    });
  }
  t.same(house.mails, []);
});

t.test('registration can be closed, and mails to one address are counted', async (t) => {
  const closed = await openHouse(t, { disable_user_registration: true });
  await closed.addUser('admin', 1);
  const refusal = { code: 'forbidden', message: 'not enough access rights' };
  await t.rejects(closed.accounts.register(caller(), form('alice')), refusal);
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  for (let round = 0; round < 5; round++) await house.accounts.register(caller(), form('alice'));
  await t.rejects(house.accounts.register(caller(), form('alice')), { code: 'rate_limited' });
});

t.test('SEC-01 a weaker hash is replaced at the next login', async (t) => {
  const house = await openHouse(t);
  const id = await house.addUser('alice');
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(PASSWORD, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
  await house.db.tx((tx) => tx.users.setPassword(id, weak, 1));
  await house.accounts.login(caller(), 'alice', PASSWORD);
  t.match((await house.db.read.users.get(id))?.password_hash, /m=19456,t=2,p=1/);
  t.ok((await house.accounts.login(caller(), 'alice', PASSWORD)).token);
});

t.test('users are listed for administrators, in pages', async (t) => {
  const house = await openHouse(t);
  await house.addUser('admin', 1);
  for (const login of ['carol', 'alice', 'bob']) await house.addUser(login);
  const admin = caller({ actor: await house.session('admin') });
  const alice = caller({ actor: await house.session('alice') });
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const page: { rows: { login: string }[]; next: string | null } = await house.accounts.page(
      admin,
      { limit: 3, after, column: 'login', descending: true },
      {},
    );
    seen.push(...page.rows.map(({ login }) => login));
    if (page.next === null) break;
    after = page.next;
  }
  t.same(seen, ['carol', 'bob', 'alice', 'admin']);
  await t.rejects(
    house.accounts.page(alice, { limit: 3, after: null, column: 'id', descending: false }, {}),
    { code: 'forbidden' },
  );
  t.match(await house.accounts.get(alice), { login: 'alice' });
  await house.accounts.prune();
});

t.test('mails without a mail server are files, as text and as HTML', async (t) => {
  const outbox = join(temporary(t), 'outbox');
  const smtp = {
    host: null,
    port: 587,
    security: 'starttls',
    user: null,
    password: null,
    from: 'Gantry <gantry@localhost>',
  } as const;
  const mailer = createMailer({ smtp, outbox });
  const mail = registrationMail({
    login: 'a<b',
    code: 'c'.repeat(36),
    link: 'https://x/?a=1&b=2',
    minutes: 15,
  });
  await mailer.send({ to: 'alice@example.org', ...mail });
  await mailer.close();
  const [name = ''] = readdirSync(outbox);
  t.match(name, /\.eml$/);
  t.equal(statSync(join(outbox, name)).mode & 0o777, 0o600);
  const text = readFileSync(join(outbox, name), 'utf8');
  t.match(text, /To: alice@example\.org/);
  t.match(text, /multipart\/alternative/);
  t.ok(text.includes('c'.repeat(36)));
  t.ok(mail.html.includes('a&lt;b') && mail.html.includes('a=1&amp;b=2'));
  t.notOk(loginTakenMail({ login: '<script>' }).html.includes('<script>'));
});
