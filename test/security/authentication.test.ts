// What must not get in, and what the crowd at the door must not cost: tokens that are none, logins in heaps.
import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import t from 'tap';
import { startTestApp } from '../support/app.js';
import { openSocket } from '../support/transports.js';
import { call } from './support.js';

type Claims = Record<string, unknown>;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signed tokens as RFC 8725 warns of them; the key in them is one of the attacker's. */
function signedTokens(): [string, string][] {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const now = Math.floor(Date.now() / 1000);
  const claims: Claims = { sub: '1', user_id: 1, login: 'admin', admin: true, iss: 'gantry', aud: 'gantry' };
  const good = { ...claims, iat: now, exp: now + 600 };
  const eddsa = (header: Claims, body: Claims): string => {
    const text = `${part(header)}.${part(body)}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  };
  const hmac = (header: Claims, key: string): string => {
    const text = `${part(header)}.${part(good)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  const jwk = publicKey.export({ format: 'jwk' });
  return [
    ['alg none', `${part({ alg: 'none', typ: 'JWT' })}.${part(good)}.`],
    ['alg nOnE', `${part({ alg: 'nOnE', typ: 'JWT' })}.${part(good)}.`],
    ['HS256 with a public key', hmac({ alg: 'HS256', typ: 'JWT' }, pem)],
    ['HS256 with an empty key', hmac({ alg: 'HS256', typ: 'JWT' }, '')],
    ['wrong typ', eddsa({ alg: 'EdDSA', typ: 'dpop+jwt' }, good)],
    ['missing exp', eddsa({ alg: 'EdDSA', typ: 'JWT' }, claims)],
    ['exp in a year', eddsa({ alg: 'EdDSA', typ: 'JWT' }, { ...good, exp: now + 31_536_000 })],
    ['unknown kid', eddsa({ alg: 'EdDSA', typ: 'JWT', kid: '../../dev/null' }, good)],
    ['a key it brings itself', eddsa({ alg: 'EdDSA', typ: 'JWT', jwk }, good)],
    ['a key from elsewhere', eddsa({ alg: 'EdDSA', typ: 'JWT', jku: 'http://127.0.0.1:1/jwks' }, good)],
    ['huge', `${part({ alg: 'EdDSA', typ: 'JWT' })}.${randomBytes(5000).toString('base64url')}.x`],
  ];
}

t.test('SEC-08 no signed token is a login, whatever it says of itself', async (t) => {
  const app = await startTestApp();
  t.teardown(() => app.close());
  const admin = await app.admin();
  for (const [what, token] of signedTokens()) {
    const answer = await call(app.url, 'user.get', {}, { token });
    t.match(
      [answer.status, (answer.body['errors'] as { code: string }[])[0]?.code],
      [401, 'unauthenticated'],
      what,
    );
    t.notOk(answer.text.includes(token.slice(0, 40)), `${what}: not repeated`);
    await t.rejects(openSocket(app.url, { token }), `${what}: no socket`);
  }
  const huge = await fetch(`${app.url}/v1/user.get`, {
    method: 'POST',
    headers: { authorization: `Bearer ${'a'.repeat(20_000)}` },
  }).catch(() => null);
  t.ok(huge === null || huge.status === 431, 'longer than a header may be');
  t.equal((await call(app.url, 'user.get', {}, { token: admin })).status, 200, 'the house stands');
});

t.test('SEC-80 a refused login leaves its row in the trail, a token that is none does not', async (t) => {
  const app = await startTestApp();
  t.teardown(() => app.close());
  const admin = await app.admin();
  const rows = async () =>
    app.must<
      { attributes: { method: string; ok: boolean; code: string; address: string; params: object } }[]
    >('audit.list', { filter: { ok: false } }, { token: admin });
  t.same(await rows(), []);
  await app.call('user.login', { user_login: 'admin', user_password: 'something else' });
  await app.call('server.add', { server_host: '192.0.2.1' }, { token: 'gantry_nobody' });
  await app.call('user.get', {}, { token: 'gantry_nobody' });
  const [row, ...more] = await rows();
  t.same(more, [], 'one');
  t.match(row?.attributes, {
    method: 'user.login',
    ok: false,
    code: 'forbidden',
    address: '127.0.0.1',
    params: { user_login: 'admin', user_password: '[redacted]' },
  });
});

t.test(
  'SEC-01 200 logins at once: the excess is sent away, the rest answered, nobody else waits',
  async (t) => {
    const app = await startTestApp();
    t.teardown(() => app.close());
    await app.admin();
    const before = process.memoryUsage().rss;
    let most = before;
    let over = false;
    const waits: number[] = [];
    const alive = (async () => {
      while (!over) {
        const started = performance.now();
        t.equal((await fetch(`${app.url}/v1/health.alive`)).status, 200);
        waits.push(performance.now() - started);
        most = Math.max(most, process.memoryUsage().rss);
      }
    })();
    // Each another name, so that what is counted per login stays out of it.
    const logins = await Promise.all(
      Array.from({ length: 200 }, async (_, number) => {
        const response = await fetch(`${app.url}/v1/user.login`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ user_login: `nobody-${number}`, user_password: 'correct horse battery' }),
        });
        const body = (await response.json()) as { errors: { code: string }[] };
        return {
          status: response.status,
          code: body.errors[0]?.code,
          again: response.headers.get('retry-after'),
        };
      }),
    );
    over = true;
    await alive;
    const away = logins.filter(({ status }) => status === 429);
    const answered = logins.filter(({ status }) => status === 403);
    t.equal(away.length + answered.length, 200);
    t.ok(away.length > 0, `${away.length} sent away`);
    t.ok(answered.length >= 34, `${answered.length} answered: two at a time, and the 32 that may wait`);
    t.ok(away.every(({ code, again }) => code === 'rate_limited' && Number(again) >= 1));
    // Each hash holds 19 MiB while it runs, and two run.
    t.ok(most - before < 256 * 1_048_576, 'memory is bounded');
    const slow = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
    t.comment(
      `health.alive meanwhile: ${waits.length} calls, p99 ${slow.toFixed(1)} ms; memory +${Math.round((most - before) / 1_048_576)} MiB`,
    );
    const after = await app.call('user.login', {
      user_login: 'admin',
      user_password: 'correct horse battery',
    });
    t.equal(after.status, 200, 'the queue is empty again');
  },
);
