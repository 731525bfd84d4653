import { connect } from 'node:net';
import { pack, unpack } from 'msgpackr';
import t from 'tap';
import { until } from '../../support/until.js';
import { ack, ask, AUTH, JSON_TYPE, post, start, StubRegistry } from './stub.js';

t.test('an action over HTTP', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  for (const path of ['/v1/echo', '/api/v1/echo']) {
    const answer = await post(port, path, { a: 1 }, { 'idempotency-key': 'k 1' });
    t.equal(answer.status, 200);
    t.same(answer.json, ack({ a: 1 }));
    t.equal(answer.headers['content-type'], 'application/json');
    t.equal(answer.headers['cache-control'], 'no-store');
    t.equal(answer.headers['x-request-id'], registry.seen.at(-1)?.request.id);
    t.match(registry.seen.at(-1)?.request, {
      token: 'good',
      address: '127.0.0.1',
      idempotency_key: 'k 1',
      transport: 'http',
    });
  }
  t.same((await post(port, '/v1/slow', { b: 2 })).json, ack({ b: 2 }), 'asynchronous');
  t.same((await ask(port, 'POST', '/v1/echo', AUTH)).json, ack({}), 'no body, no type: {}');
  t.same(
    (
      await ask(
        port,
        'POST',
        '/v1/echo',
        { ...AUTH, 'content-type': 'application/vnd.api+json; charset=utf-8' },
        '{"x":1}',
      )
    ).json,
    ack({ x: 1 }),
  );
  t.same((await ask(port, 'GET', '/v1/echo?a=1&b=true&c=x', AUTH)).json, ack({ a: 1, b: true, c: 'x' }));
  const head = await ask(port, 'HEAD', '/v1/health.alive');
  t.equal(head.status, 200);
  t.equal(head.headers['content-length'], String(JSON.stringify(ack({})).length));
  const chunked = await ask(
    port,
    'POST',
    '/v1/echo',
    { ...AUTH, ...JSON_TYPE, 'transfer-encoding': 'chunked' },
    '{"a":"ä"}',
  );
  t.same(chunked.json, ack({ a: 'ä' }));
});

t.test('errors have one form', async (t) => {
  const registry = new StubRegistry();
  const logged: object[] = [];
  const { wire, port } = await start(registry, {
    log: { debug() {}, info() {}, warn() {}, error: (fields) => void logged.push(fields) },
  });
  t.teardown(() => wire.close());
  const unknown = await post(port, '/v1/nothing', {});
  t.equal(unknown.status, 404);
  t.match(unknown.json, {
    errors: [{ status: '404', code: 'method_not_found' }],
    meta: { request_id: unknown.headers['x-request-id'] },
  });
  t.match((await ask(port, 'GET', '/elsewhere')).json, { errors: [{ code: 'not_found' }] });
  const wrongVerb = await ask(port, 'GET', '/v1/slow', AUTH);
  t.equal(wrongVerb.status, 405);
  t.equal(wrongVerb.headers.allow, 'POST');
  t.equal((await ask(port, 'PUT', '/v1/echo', AUTH)).status, 405);
  t.equal((await ask(port, 'GET', '/rpc', AUTH)).status, 405);
  t.equal((await ask(port, 'HEAD', '/v1/event.subscribe', AUTH)).status, 405);
  t.match((await post(port, '/v1/faulty', {})).json, {
    errors: [{ detail: 'a must be text', source: { pointer: '/a' } }, { detail: 'b is missing' }],
    meta: { oldest: 'e.1' },
  });
  const busy = await post(port, '/v1/busy', {});
  t.equal(busy.status, 503);
  t.equal(busy.headers['retry-after'], '7');
  const boom = await post(port, '/v1/boom', {});
  t.equal(boom.status, 500);
  t.notMatch(boom.body.toString(), /secret detail/, 'SEC-35');
  t.match(logged, [{ request_id: boom.headers['x-request-id'] }]);
  const anonymous = await ask(port, 'POST', '/v1/echo');
  t.equal(anonymous.status, 401);
  t.equal(anonymous.headers['www-authenticate'], 'Bearer');
  t.equal((await ask(port, 'POST', '/v1/echo', { authorization: 'Basic eA==' })).status, 401);
  t.equal(
    (await ask(port, 'GET', '/v1/echo?token=good&access_token=good')).status,
    401,
    'SEC-10 no token in a query',
  );
  t.equal((await post(port, '/v1/echo', {}, { 'idempotency-key': 'x'.repeat(201) })).status, 400);
  t.equal((await ask(port, 'POST', '/v1/echo', { ...AUTH, ...JSON_TYPE }, '[1]')).status, 400);
});

t.test('SEC-31 only our body types', async (t) => {
  const { wire, port } = await start(new StubRegistry());
  t.teardown(() => wire.close());
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ]) {
    for (const path of ['/v1/echo', '/rpc']) {
      const headers: Record<string, string> = type === '' ? AUTH : { ...AUTH, 'content-type': type };
      t.equal((await ask(port, 'POST', path, headers, '{"a":1}')).status, 415, `${type} ${path}`);
      t.equal(
        (await ask(port, 'POST', path, { ...headers, 'transfer-encoding': 'chunked' }, '{"a":1}')).status,
        415,
      );
    }
  }
});

t.test('SEC-30 SEC-32 Origin and Host', async (t) => {
  const { wire, port } = await start(new StubRegistry());
  t.teardown(() => wire.close());
  const host = async (name: string): Promise<number> =>
    (await ask(port, 'GET', '/v1/health.alive', { host: name })).status;
  t.equal(await host('evil.test'), 421);
  t.equal(await host('localhost.evil.test:80'), 421);
  for (const name of [
    'localhost',
    'LOCALHOST:1',
    'gantry.test.',
    '127.0.0.1:99',
    '10.1.2.3',
    '[::1]:7500',
    '[fe80::1]',
  ]) {
    t.equal(await host(name), 200, name);
  }
  const origin = async (value: string): Promise<number> =>
    (await post(port, '/v1/echo', {}, { origin: value })).status;
  t.equal(await origin('https://evil.test'), 403);
  t.equal(await origin('null'), 403);
  t.equal(await origin('https://panel.test'), 200, 'listed');
  t.equal(await origin(`http://127.0.0.1:${port}`), 200, 'the page came from here');
  t.equal(await origin('http://127.0.0.1:1'), 403, 'another port is another origin');
});

t.test('SEC-34 sizes, shapes and slow bodies', async (t) => {
  const { wire, port } = await start(new StubRegistry());
  t.teardown(() => wire.close());
  t.equal((await post(port, '/v1/echo', {}, { 'x-big': 'x'.repeat(20_000) })).status, 431);
  const many = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`x-${i}`, 'y'.repeat(200)]));
  t.equal((await post(port, '/v1/echo', {}, many)).status, 431);
  t.equal((await post(port, '/v1/echo', { a: 'x'.repeat(1_000_000) })).status, 200);
  t.equal((await post(port, '/v1/echo', { a: 'x'.repeat(1_048_576) })).status, 413);
  t.equal((await post(port, '/rpc', { a: 'x'.repeat(1_048_576) })).status, 413);
  const chunked = { ...AUTH, ...JSON_TYPE, 'transfer-encoding': 'chunked' };
  t.equal((await ask(port, 'POST', '/v1/echo', chunked, 'x'.repeat(1_048_577))).status, 413);
  for (const bad of ['{"a":1,"a":2}', '{"__proto__":1}', '{', '['.repeat(40) + ']'.repeat(40)]) {
    const answer = await ask(port, 'POST', '/v1/echo', { ...AUTH, ...JSON_TYPE }, bad);
    t.equal(answer.status, 400, bad.slice(0, 20));
  }
  const twice = await raw(
    port,
    'GET /v1/health.alive HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\nConnection: close\r\n\r\n',
  );
  t.match(twice, /^HTTP\/1.1 400/);
});

t.test('SEC-36 MessagePack and JSON say the same', async (t) => {
  const { wire, port } = await start(new StubRegistry());
  t.teardown(() => wire.close());
  const type = { ...AUTH, 'content-type': 'application/msgpack' };
  const document = { a: 1, b: [true, null, 'x'], c: { d: 1.5 } };
  const packed = await ask(port, 'POST', '/v1/echo', type, pack(document));
  t.equal(packed.headers['content-type'], 'application/msgpack');
  const json = await post(port, '/v1/echo', document);
  t.same(unpack(packed.body), json.json);
  t.same(
    (await ask(port, 'POST', '/v1/echo', { ...type, accept: 'application/json' }, pack(document))).json,
    json.json,
  );
  const accepted = await post(port, '/v1/faulty', {}, { accept: 'application/msgpack' });
  t.equal(accepted.status, 400);
  t.match(unpack(accepted.body), { errors: [{ code: 'invalid_params' }, {}] });
  t.equal((await ask(port, 'POST', '/v1/echo', type, Buffer.alloc(1000, 0x91))).status, 400);
});

t.test('JSON-RPC over /rpc', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  const rpc = (body: unknown): ReturnType<typeof post> => post(port, '/rpc', body);
  t.same(
    (await rpc({ jsonrpc: '2.0', id: 1, method: 'echo', params: { a: 1, idempotency_key: 'k' } })).json,
    {
      jsonrpc: '2.0',
      id: 1,
      result: ack({ a: 1 }),
    },
  );
  t.equal(registry.seen.at(-1)?.request.idempotency_key, 'k');
  t.equal(registry.seen.at(-1)?.request.transport, 'rpc');
  const batched = await rpc([
    { jsonrpc: '2.0', id: 'x', method: 'slow', params: { n: 1 } },
    { jsonrpc: '2.0', method: 'echo' },
    { jsonrpc: '2.0', id: 2, method: 'faulty' },
    5,
    { jsonrpc: '2.0', id: 3, method: 'event.subscribe' },
    { jsonrpc: '2.0', id: 4, method: 'rpc.discover' },
  ]);
  t.equal(batched.status, 200);
  t.match(batched.json, [
    { id: 'x', result: ack({ n: 1 }) },
    { id: 2, error: { code: -32602, data: { code: 'invalid_params', faults: [{ pointer: '/a' }, {}] } } },
    { id: null, error: { code: -32600 } },
    { id: 3, error: { code: -32600, data: { code: 'upgrade_required' } } },
    { id: 4, result: { openrpc: '1.3.2' } },
  ]);
  t.equal((batched.json as unknown as unknown[]).length, 5);
  t.equal((await rpc({ jsonrpc: '2.0', method: 'echo' })).status, 204);
  t.equal((await rpc([{ jsonrpc: '2.0', method: 'slow' }])).status, 204);
  t.equal((await rpc({ jsonrpc: '2.0', id: 3, method: 'event.subscribe' })).status, 426);
  t.match((await rpc([])).json, { id: null, error: { code: -32600 } });
  t.match((await rpc(Array.from({ length: 101 }, () => 1))).json, { id: null, error: { code: -32600 } });
  const broken = await ask(port, 'POST', '/rpc', { ...AUTH, ...JSON_TYPE }, '{');
  t.equal(broken.status, 400);
  t.match(broken.json, { jsonrpc: '2.0', id: null, error: { code: -32700 } });
  t.match((await rpc({ jsonrpc: '2.0', id: 1, method: 'nothing' })).json, { error: { code: -32601 } });
});

t.test('SEC-65 refused tokens are counted by address', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry, {
    limits: { auth_failures_per_minute: 3 },
    monotonic: () => 1000,
  });
  t.teardown(() => wire.close());
  const bad = { authorization: 'Bearer wrong' };
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await ask(port, 'POST', '/v1/echo', bad)).status);
  t.same(statuses, [401, 401, 401, 429]);
  t.equal((await ask(port, 'POST', '/v1/echo', AUTH)).status, 200, 'a good token still works');
  t.equal((await ask(port, 'POST', '/v1/echo')).status, 401, 'no token is no failed one');
});

t.test('the address behind trusted proxies, and /metrics', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry, { trustedProxies: ['127.0.0.0/8', '10.0.0.1'] });
  const untrusting = await start(registry);
  t.teardown(() => wire.close());
  t.teardown(() => untrusting.wire.close());
  const seen = async (at: number, forwarded: string): Promise<string | undefined> => {
    await ask(at, 'GET', '/v1/health.alive', { 'x-forwarded-for': forwarded });
    return registry.seen.at(-1)?.request.address;
  };
  t.equal(await seen(port, '1.2.3.4'), '1.2.3.4');
  t.equal(
    await seen(port, '6.6.6.6, 1.2.3.4, 10.0.0.1'),
    '1.2.3.4',
    'what the client invents does not count',
  );
  t.equal(await seen(port, '::ffff:1.2.3.4'), '1.2.3.4');
  t.equal(await seen(port, 'nonsense'), '127.0.0.1');
  t.equal(await seen(untrusting.port, '1.2.3.4'), '127.0.0.1');
  const metrics = async (at: number, headers: Record<string, string>): Promise<number> =>
    (await ask(at, 'GET', '/metrics', headers)).status;
  t.equal((await ask(port, 'GET', '/metrics')).body.toString(), 'gantry_up 1\n');
  t.equal(await metrics(port, { 'x-forwarded-for': '1.2.3.4' }), 401);
  t.equal(
    await metrics(untrusting.port, { 'x-forwarded-for': '1.2.3.4' }),
    401,
    'an unknown proxy makes nobody local',
  );
  t.equal(await metrics(port, AUTH), 403);
  t.equal(await metrics(port, { authorization: 'Bearer admin', 'x-forwarded-for': '1.2.3.4' }), 200);
});

t.test('a client that leaves aborts its call', async (t) => {
  const registry = new StubRegistry();
  let aborted = false;
  registry.add('wait', (_params, request) => {
    request.signal.addEventListener('abort', () => (aborted = true));
    return new Promise(() => {});
  });
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(
      'POST /v1/wait HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\nContent-Length: 0\r\n\r\n',
    );
  });
  await until(() => registry.seen.length === 1);
  socket.destroy();
  await until(() => aborted);
  t.ok(aborted);
});

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => (got += part.toString()));
    socket.on('error', () => resolve(got));
    socket.on('close', () => resolve(got));
  });
}

t.test('SEC-30 a page of an allowed origin may call and read, another may not', async (t) => {
  const { wire, port } = await start(new StubRegistry(), {
    origins: () => new Set(['https://panel.example']),
  });
  t.teardown(() => wire.close());
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const origin = { origin: 'https://panel.example' };
  const preflight = await ask(port, 'OPTIONS', '/api/v1/echo', { ...origin, ...asked });
  t.match(preflight, {
    status: 204,
    headers: {
      'access-control-allow-origin': 'https://panel.example',
      'access-control-allow-methods': /POST/,
      'access-control-allow-headers': /Authorization, Content-Type/,
      vary: 'Origin',
    },
  });
  for (const path of ['/v1/echo', '/v1/nothing']) {
    const { headers } = await post(port, path, {}, origin);
    t.equal(headers['access-control-allow-origin'], 'https://panel.example', path);
  }
  const foreign = { origin: 'https://evil.test' };
  for (const answer of [
    await ask(port, 'OPTIONS', '/v1/echo', { ...foreign, ...asked }),
    await post(port, '/v1/echo', {}, foreign),
  ]) {
    t.equal(answer.status, 403);
    t.notOk(answer.headers['access-control-allow-origin']);
  }
  t.notOk((await post(port, '/v1/echo', {})).headers['access-control-allow-origin'], 'nobody asked');
  t.equal((await ask(port, 'OPTIONS', '/v1/echo')).status, 405);
});
