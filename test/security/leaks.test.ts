// SEC-10 and SEC-43 on a whole house: marker secrets go in by every door, also the wrong ones, and must not come out
// in the log, the database, the audit trail or an error.
import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseDriver from 'better-sqlite3';
import t from 'tap';
import { WebSocket } from 'ws';
import { startApp } from '../../src/app.js';
import { type TestApp, mailedCode, PASSWORD, startTestApp } from '../support/app.js';
import { FakeHost } from '../support/fake-host.js';
import { until } from '../support/until.js';
import { markersIn, rawRequest, searchFolder } from './support.js';

const mark = (what: string): string => `mk-${what}-${randomBytes(9).toString('hex')}`;

/** Says one thing on a socket and resolves with what comes back. */
async function onSocket(url: string, headers: Record<string, string>, text: string): Promise<string> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/socket`, { headers });
  let answer = '';
  socket.on('message', (data: Buffer) => (answer += data.toString()));
  socket.on('close', (code) => (answer += `closed ${code}`));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(text);
  await until(() => answer !== '');
  socket.terminate();
  return answer;
}

await t.test('SEC-10 no secret in log, database, audit, metrics or errors', async (t) => {
  const logs = await mkdtemp(join(tmpdir(), 'gantry-leaks-'));
  t.teardown(() => rm(logs, { recursive: true, force: true }));
  const secrets = new Map<string, string>();
  const secret = (name: string, value = mark(name)): string => {
    secrets.set(name, value);
    return value;
  };
  const trust = secret('trust-password');
  const host = await FakeHost.start({ kind: 'https', password: trust });
  t.teardown(() => host.stop());
  const app = await startTestApp({
    env: { GANTRY_LOG_LEVEL: 'trace', GANTRY_LOG_FILE: join(logs, 'gantry.log') },
  });
  t.teardown(() => app.close());
  secrets.set('first password', PASSWORD);
  const errors: { method: string; text: string }[] = [];
  const say = async (method: string, params: unknown, options: { token?: string; key?: string } = {}) => {
    const { token, key } = options;
    const answer = await app.call(method, params, {
      ...(token === undefined ? {} : { token }),
      ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    });
    if (answer.status !== 200) errors.push({ method, text: JSON.stringify(answer.body) });
    return answer;
  };
  const attributes = (answer: { body: Record<string, unknown> }): Record<string, unknown> =>
    (answer.body['data'] as { attributes: Record<string, unknown> }).attributes;

  const admin = secret('admin-session', await app.admin());

  // A registration with everything that can be wrong with it, then the good one.
  const password = secret('user-password');
  const form = { user_login: 'mallory', user_email: 'mallory@example.net' };
  await say('user.register', { ...form, user_password: password, user_passwordRepeat: secret('repeat') });
  await say('user.register', { ...form, user_password: [password], user_passwordRepeat: { of: password } });
  await say('user.register', { ...form, usr_password: password, user_pasword: password });
  await say('user.register', {
    ...form,
    user_password: password,
    user_passwordRepeat: password,
    user_code: secret('bad-code'),
  });
  await say('user.register', { ...form, user_password: password, user_passwordRepeat: password });
  const code = secret('mailed-code', await mailedCode(app.dir, form.user_email));
  await say('user.register', { user_code: `${code.slice(0, -1)}-` });
  await say('user.register', { user_code: code });
  await say('user.register', { user_code: code });

  // Logins: wrong, mistyped, and the right one.
  await say('user.login', { user_login: 'mallory', user_password: secret('wrong-password') });
  await say('user.login', { user_login: 'nobody', user_password: secret('strangers-password') });
  await say('user.login', { user_login: 'mallory', user_password: password, password });
  await say('user.login', { user_login: 'mallory', password });
  const session = secret(
    'session',
    String(attributes(await say('user.login', { user_login: 'mallory', user_password: password }))['token']),
  );

  // Tokens: made under an idempotency key (the stored answer holds the token), repeated, refused.
  const key = 'leak-test-key-1';
  const made = await say(
    'token.create',
    { token_lifetime: 3600, token_revoke_all: false },
    { token: session, key },
  );
  secret('api-token', String(attributes(made)['token']));
  t.same(
    await say('token.create', { token_lifetime: 3600, token_revoke_all: false }, { token: session, key }),
    made,
    'the stored answer',
  );
  await say('token.create', { token_lifetime: -1, token_revoke_all: false }, { token: session });
  await say(
    'user.get',
    {},
    { token: secret('refused-token', `gantry_${randomBytes(32).toString('base64url')}abcdef`) },
  );
  await say('user.get', {}, { token: secret('odd-token') });
  await say('user.get', { token: session }, {});
  await say('token.revoke', { token_name: session }, { token: session });

  // A server: wrong password, join tokens good and bad, a password that is too long, the right one.
  const { address: server_host, port: server_port } = host.endpoint;
  const at = { server_host, server_port, server_name: 'lab', server_fingerprint: host.fingerprint };
  await say('server.add', { ...at, server_password: secret('wrong-trust') }, { token: admin });
  await say('server.add', { ...at, server_password: secret('no-right') }, { token: session });
  await say(
    'server.add',
    { ...at, server_password: 'x'.repeat(9000) + secret('long-trust') },
    { token: admin },
  );
  await say('server.add', { ...at, server_password: { text: secret('odd-trust') } }, { token: admin });
  await say('server.add', { ...at, server_pasword: secret('typo-trust') }, { token: admin });
  const other = await FakeHost.start({ kind: 'https' });
  t.teardown(() => other.stop());
  const join_token = secret('join-token', other.token());
  const elsewhere = { server_host: other.endpoint.address, server_name: 'second' };
  await say('server.add', { ...elsewhere, server_port: 1, server_password: join_token }, { token: admin });
  await say(
    'server.add',
    { ...elsewhere, server_port: other.endpoint.port, server_password: join_token },
    { token: admin },
  );
  t.equal(
    (await say('server.add', { ...at, server_password: trust }, { token: admin, key: 'leak-test-key-2' }))
      .status,
    200,
  );
  await say('server.verify', { server_host, server_port }, { token: admin });
  await say('server.get', { server_id: 1 }, { token: admin });

  // What is no secret of ours but is treated as one: a private key pasted where the public one belongs.
  const pem = secret('private-key', randomBytes(48).toString('base64'));
  await say(
    'ssh-key.add',
    { key_public: `-----BEGIN OPENSSH PRIVATE KEY-----\n${pem}\n-----END OPENSSH PRIVATE KEY-----` },
    { token: session },
  );
  await say(
    'instance.add',
    {
      server_id: 1,
      instance_name: 'leaky',
      instance_image: 'absent',
      instance_config: { 'cloud-init.user-data': `#cloud-config\npassword: ${secret('cloud-init')}\n` },
    },
    { token: admin },
  );

  // The doors beside the front door.
  const json = { 'content-type': 'application/json' };
  const raw = async (path: string, options: Parameters<typeof rawRequest>[1]): Promise<void> => {
    const { status, text } = await rawRequest(`${app.url}${path}`, options);
    if (status !== 200) errors.push({ method: path.split('?')[0] ?? '', text });
  };
  await raw(`/v1/user.get?token=${session}`, {});
  await raw(`/v1/config.get?token=${session}&access_token=${session}`, {});
  await raw(`/v1/event.subscribe?token=${session}`, { headers: { accept: 'text/event-stream' } });
  await raw('/v1/user.get', {
    headers: { authorization: `Basic ${Buffer.from(`mallory:${password}`).toString('base64')}` },
  });
  await raw('/v1/user.get', {
    headers: { authorization: `Bearer ${session} ${session}`, cookie: `key=${session}` },
  });
  await raw('/v1/user.login', {
    method: 'POST',
    headers: json,
    body: `{"user_login":"mallory","user_password":"${password}"`,
  });
  await raw('/v1/user.login', {
    method: 'POST',
    headers: json,
    body: `{"user_login":"mallory","user_password":"${password}","user_password":"${password}"}`,
  });
  await raw('/v1/user.login', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: password });
  await raw('/rpc', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'user.login',
      params: { user_login: 'mallory', user_password: secrets.get('wrong-password') },
    }),
  });
  await raw('/rpc', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ jsonrpc: '2.0', id: password, method: 'no.such', params: [password] }),
  });
  const frame = (body: unknown): string => JSON.stringify({ type: 'user.login', request_id: '1', body });
  const answers = [
    await onSocket(
      app.url,
      { authorization: `Bearer ${session}` },
      frame({ user_login: 'mallory', user_password: secrets.get('wrong-password') }),
    ),
    await onSocket(app.url, {}, frame({ user_login: 'mallory', user_password: { in: password } })),
    await onSocket(
      app.url,
      {},
      JSON.stringify({ type: 'auth', request_id: '2', body: { token: secrets.get('refused-token') } }),
    ),
    await onSocket(app.url, {}, `{"type":"user.login","body":{"user_password":"${password}"`),
  ];
  errors.push(...answers.map((text) => ({ method: 'socket', text })));

  await say('user.logout', {}, { token: session });
  await say('user.get', {}, { token: session });

  t.ok(errors.length > 20, `${errors.length} refusals`);
  const told = errors.flatMap(({ method, text }) =>
    markersIn(text, secrets).map((name) => `${method}: ${name}`),
  );
  // JSON-RPC answers carry the caller's own `id` back, whatever it is.
  t.same(
    told.filter((hit) => hit !== '/rpc: user-password'),
    [],
    'no error says a secret back',
  );

  const { text: metrics } = await rawRequest(`${app.url}/metrics`, {});
  t.match(metrics, /gantry_/);
  t.same(markersIn(metrics, secrets), [], 'metrics');

  const log_db = new DatabaseDriver(join(app.dir, 'gantry.db'), { readonly: true });
  const rows = log_db.prepare("select * from events where retention = 'audit'").all();
  log_db.close();
  t.ok(rows.length > 20, `${rows.length} audit rows`);
  t.same(markersIn(JSON.stringify(rows), secrets), [], 'audit rows');

  const atOutbox = (path: string): boolean => path.startsWith(join(app.dir, 'outbox'));
  const running = await searchFolder(app.dir, secrets, atOutbox);
  t.ok(
    running.files.some((path) => path.endsWith('gantry.db-wal')),
    running.files.join(' '),
  );
  t.same(running.hits, [], 'data folder of a running house');
  const outbox = await searchFolder(join(app.dir, 'outbox'), secrets);
  t.same(
    [...new Set(outbox.hits.map((hit) => hit.split(': ')[1]))],
    ['mailed-code'],
    'a mail holds its code alone',
  );
  await app.restart();
  t.same((await searchFolder(app.dir, secrets, atOutbox)).hits, [], 'data folder after a restart');
  const log = await searchFolder(logs, secrets);
  t.same(log.hits, [], 'log at level trace');
  t.ok((await readFile(join(logs, 'gantry.log'), 'utf8')).split('\n').length > 3);
});

/** A house that holds sealed things: the client key, and an answer under an idempotency key. */
async function sealedHouse(): Promise<{ app: TestApp; token: string }> {
  const app = await startTestApp();
  const session = await app.admin();
  const made = await app.call(
    'token.create',
    { token_lifetime: 3600, token_revoke_all: false },
    { token: session, headers: { 'idempotency-key': 'sealed-1' } },
  );
  const { attributes } = made.body['data'] as { attributes: { token: string } };
  return { app, token: attributes.token };
}

await t.test('SEC-43 a copied database without its key', async (t) => {
  const { app, token } = await sealedHouse();
  t.teardown(() => app.close());
  const stolen = await mkdtemp(join(tmpdir(), 'gantry-stolen-'));
  t.teardown(() => rm(stolen, { recursive: true, force: true }));
  for (const name of ['gantry.db', 'gantry.db-wal']) await copyFile(join(app.dir, name), join(stolen, name));
  const db = new DatabaseDriver(join(stolen, 'gantry.db'));
  const dump = (db.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[])
    .map(({ name }) => JSON.stringify(db.prepare(`select * from "${name}"`).all()))
    .join('\n');
  db.close();
  t.match(dump, /BEGIN CERTIFICATE/, 'certificates are public');
  const files = await Promise.all(
    ['gantry.db', 'gantry.db-wal'].map((name) => readFile(join(stolen, name)).catch(() => Buffer.alloc(0))),
  );
  for (const text of [dump, ...files.map((bytes) => bytes.toString('latin1'))]) {
    t.notMatch(text, /PRIVATE KEY/);
    t.notOk(text.includes(Buffer.from('PRIVATE KEY').toString('base64').slice(0, -2)));
    t.notOk(text.includes(token));
  }
  // Without the key file a new key is made, and it opens nothing.
  await t.rejects(
    startApp({ flags: { data: stolen, listen: ['http://127.0.0.1:0'] }, env: { GANTRY_LOG_LEVEL: 'fatal' } }),
    { message: /key this was sealed with is missing/ },
  );
});

await t.test('SEC-43 swapped and changed ciphertexts fail', async (t) => {
  const { app } = await sealedHouse();
  t.teardown(() => rm(app.dir, { recursive: true, force: true }));
  const again = { token_lifetime: 3600, token_revoke_all: false };
  const repeat = async (): Promise<number> => {
    const session = await app.must<{ attributes: { token: string } }>('user.login', {
      user_login: 'admin',
      user_password: PASSWORD,
    });
    const { status } = await app.call('token.create', again, {
      token: session.attributes.token,
      headers: { 'idempotency-key': 'sealed-1' },
    });
    return status;
  };
  t.equal(await repeat(), 200, 'untouched');
  const write = (sql: string, ...values: unknown[]): void => {
    const db = new DatabaseDriver(join(app.dir, 'gantry.db'));
    db.prepare(sql).run(...values);
    db.close();
  };
  const read = <T>(sql: string): T => {
    const db = new DatabaseDriver(join(app.dir, 'gantry.db'), { readonly: true });
    const row = db.prepare(sql).get() as T;
    db.close();
    return row;
  };
  const { value } = read<{ value: string }>("select value from settings where key = 'lxd_identity'");
  const identity = JSON.parse(value) as { cert: string; key_enc: string };
  const { response } = read<{ response: string }>(
    "select response from idempotency_keys where key = 'sealed-1'",
  );
  write("update idempotency_keys set response = ? where key = 'sealed-1'", identity.key_enc);
  t.equal(await repeat(), 500, 'the ciphertext of another place opens nothing');
  write("update idempotency_keys set response = ? where key = 'sealed-1'", response);
  t.equal(await repeat(), 200);
  write(
    "update settings set value = ? where key = 'lxd_identity'",
    JSON.stringify({ ...identity, key_enc: response }),
  );
  await app.app.close();
  const start = () =>
    startApp({
      flags: { data: app.dir, listen: ['http://127.0.0.1:0'] },
      env: { GANTRY_LOG_LEVEL: 'fatal' },
    });
  await t.rejects(start(), 'a swapped client key does not start');
  write("update settings set value = ? where key = 'lxd_identity'", value);
  const whole = await start();
  await whole.close();
});
