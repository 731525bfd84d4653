import { pack, unpack } from 'msgpackr';
import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { until } from '../../support/until.js';
import { ack, ask, AUTH, batch, Client, open, still } from './stub.js';

t.test('SEC-30 the handshake', async (t) => {
  const { port } = await still(t);
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await open(port, '/v1/socket', headers)).status;
  t.equal(await status({ ...AUTH, origin: 'https://evil.test' }), 403);
  t.equal(await status({ cookie: 'token=good', origin: 'https://evil.test' }), 403);
  t.equal(await status({ authorization: 'Bearer wrong' }), 401);
  t.equal(await status({ ...AUTH, host: 'evil.test' }), 421);
  t.equal((await open(port, '/v1/socket', AUTH)).opened, true, 'no Origin, bearer');
  t.equal((await open(port, '/v1/socket', { ...AUTH, origin: 'https://panel.test' })).opened, true);
  for (const path of ['/api/v1/socket', '/v1/event.subscribe', '/api/v1/event.subscribe']) {
    t.equal((await open(port, path)).opened, true, path);
  }
  const msgpack = await open(port, '/v1/socket', AUTH, ['gantry.msgpack']);
  t.equal(msgpack.socket.protocol, 'gantry.msgpack');
  t.equal((await open(port, '/v1/socket', AUTH, ['unknown'])).status, 400);
  t.equal((await ask(port, 'GET', '/v1/socket', AUTH)).status, 404, 'no upgrade asked for');
});

t.test('native frames and JSON-RPC on one socket', async (t) => {
  const { port, registry } = await still(t);
  const client = await open(port);
  client.send({ type: 'slow', request_id: '1', body: { n: 1 } });
  client.send({ type: 'echo', request_id: '2', body: { n: 2 }, idempotency_key: 'key' });
  client.send({ type: 'echo', body: { n: 3 } });
  client.send({ type: 'faulty', request_id: '4' });
  client.send({ type: 'nothing', request_id: '5' });
  await until(() => client.messages.length === 4);
  const answers = client.messages.map((_, i) => client.json(i));
  t.same(
    answers.find((a) => a['request_id'] === '1'),
    { type: 'slow', request_id: '1', status: 200, body: ack({ n: 1 }) },
  );
  t.same(
    answers.find((a) => a['request_id'] === '2'),
    { type: 'echo', request_id: '2', status: 200, body: ack({ n: 2 }) },
  );
  t.match(
    answers.find((a) => a['request_id'] === '4'),
    { status: 400, body: { errors: [{ code: 'invalid_params' }, {}], meta: { oldest: 'e.1' } } },
  );
  t.match(
    answers.find((a) => a['request_id'] === '5'),
    { type: 'nothing', status: 404, body: { errors: [{ code: 'method_not_found' }] } },
  );
  t.match(registry.seen[1]?.request, {
    transport: 'socket',
    token: 'good',
    address: '127.0.0.1',
    idempotency_key: 'key',
  });
  client.messages.length = 0;
  client.send({ jsonrpc: '2.0', id: 1, method: 'echo', params: { a: 1 } });
  client.send([
    { jsonrpc: '2.0', id: 2, method: 'slow' },
    { jsonrpc: '2.0', method: 'echo' },
    { jsonrpc: '2.0', id: 3, method: 'rpc.discover' },
  ]);
  client.send({ jsonrpc: '2.0', method: 'echo' });
  client.send([]);
  await until(() => client.messages.length === 3);
  t.same(client.json(0), { jsonrpc: '2.0', id: 1, result: ack({ a: 1 }) });
  t.match(client.json(1), { id: null, error: { code: -32600 } });
  t.same(client.json(2), [
    { jsonrpc: '2.0', id: 2, result: ack({}) },
    { jsonrpc: '2.0', id: 3, result: { openrpc: '1.3.2', methods: [] } },
  ]);
  client.messages.length = 0;
  client.socket.send('{');
  client.socket.send('{"type":1}');
  client.socket.send('7');
  await until(() => client.messages.length === 3);
  t.match(client.json(0), { error: { code: -32700 } }, 'in the envelope spoken last');
  t.match(client.json(1), { type: 'error', status: 400, body: { errors: [{ code: 'bad_request' }] } });
  t.match(client.json(2), { type: 'error', status: 400 });
});

t.test('SEC-36 MessagePack frames say the same as JSON', async (t) => {
  const { port, registry } = await still(t);
  const client = await open(port, '/v1/socket', AUTH, ['gantry.msgpack']);
  const send = (value: unknown): void => client.socket.send(pack(value));
  send({ type: 'echo', request_id: '1', body: { a: [1, null] } });
  send({ jsonrpc: '2.0', id: 1, method: 'echo', params: { b: 1 } });
  send({ type: 'event.subscribe', request_id: '2' });
  await until(() => client.messages.length === 3);
  t.same(unpack(client.messages[0] ?? Buffer.alloc(0)), {
    type: 'echo',
    request_id: '1',
    status: 200,
    body: ack({ a: [1, null] }),
  });
  t.same(unpack(client.messages[1] ?? Buffer.alloc(0)), { jsonrpc: '2.0', id: 1, result: ack({ b: 1 }) });
  registry.publish(batch([11]));
  await until(() => client.messages.length === 4);
  t.match(unpack(client.messages[3] ?? Buffer.alloc(0)), {
    type: 'event',
    subscription: 1,
    events: [{ id: 11 }],
  });
  client.socket.send('text');
  await until(() => client.closed);
  t.equal(client.closed?.code, 1003);
});

t.test('SEC-65 the first frame shows the token', async (t) => {
  const { port, registry, time } = await still(t);
  const good = await open(port, '/v1/socket', {});
  good.send({ type: 'event.auth', request_id: '1', body: { token: 'good' } });
  good.send({ type: 'echo', request_id: '2' });
  await until(() => good.messages.length === 2);
  t.match(good.json(0), {
    type: 'event.auth',
    request_id: '1',
    status: 200,
    body: { data: { attributes: { response: true } } },
  });
  t.match(good.json(1), { request_id: '2', status: 200 });
  good.send({ type: 'event.auth', request_id: '3', body: { token: 'other' } });
  await until(() => good.messages.length === 3);
  t.match(good.json(2), { status: 409 });
  const rpc = await open(port, '/v1/socket', {});
  rpc.send({ jsonrpc: '2.0', id: 1, method: 'event.auth', params: { token: 'good' } });
  await until(() => rpc.messages.length === 1);
  t.match(rpc.json(0), { id: 1, result: { data: {} } });
  for (const frame of [
    { type: 'echo' },
    { type: 'event.auth', body: { token: 'wrong' } },
    [],
    5,
    { jsonrpc: '2.0' },
  ]) {
    const client = await open(port, '/v1/socket', {});
    client.send(frame);
    await until(() => client.closed);
    t.equal(client.closed?.code, 4401, JSON.stringify(frame));
  }
  t.equal(registry.seen.filter(({ name }) => name === 'echo').length, 1, 'nothing runs before the token');
  const silent = await open(port, '/v1/socket', {});
  time.now += 4999;
  t.equal(silent.closed, null);
  time.now += 1;
  await until(() => silent.closed);
  t.equal(silent.closed?.code, 4401);
  t.equal(good.closed, null);
});

t.test('SEC-65 numbers of sockets, subscriptions and calls', async (t) => {
  const { port, registry } = await still(t, {
    sockets_per_user: 2,
    sockets_unauthenticated: 2,
    subscriptions_per_socket: 2,
    calls_per_socket: 2,
  });
  const [first, second] = [await open(port), await open(port)];
  t.equal((await open(port)).status, 429);
  t.equal((await open(port, '/v1/socket', { authorization: 'Bearer other' })).opened, true, 'another user');
  const waiting = [await open(port, '/v1/socket', {}), await open(port, '/v1/socket', {})];
  t.equal((await open(port, '/v1/socket', {})).status, 429);
  waiting[0]?.send({ type: 'event.auth', body: { token: 'good' } });
  await until(() => waiting[0]?.closed);
  t.equal(waiting[0]?.closed?.code, 4429, 'a token shown late counts too');
  t.equal((await open(port, '/v1/socket', {})).opened, true);
  second.socket.close();
  await until(() => second.closed);
  t.equal((await open(port)).opened, true, 'a closed socket makes room');
  for (const id of ['1', '2', '3'])
    first.send({ type: 'event.subscribe', request_id: id, body: { later: id === '3' } });
  await until(() => first.messages.length === 3);
  t.match(first.json(2), { request_id: '3', status: 429 });
  first.send({ type: 'event.unsubscribe', request_id: '4', body: { subscription: 1 } });
  first.send({ type: 'event.unsubscribe', request_id: '5', body: { subscription: 1 } });
  first.send({ type: 'event.unsubscribe', request_id: '6', body: {} });
  await until(() => first.messages.length === 6);
  t.same(
    [3, 4, 5].map((at) => first.json(at)['status']),
    [200, 404, 400],
  );
  t.equal(registry.sinks.size, 1);
  registry.add('forever', () => new Promise(() => {}));
  for (const id of ['7', '8', '9']) first.send({ type: 'forever', request_id: id });
  await until(() => first.messages.length === 7);
  t.match(first.json(6), { request_id: '9', status: 429 });
});

t.test('SEC-65 floods and large messages', async (t) => {
  const { port } = await still(t);
  const flood = await open(port);
  for (let i = 0; i < 101; i++) flood.send({ type: 'echo', request_id: String(i) });
  await until(() => flood.closed);
  t.equal(flood.closed?.code, 4429);
  t.equal(flood.messages.length, 100);
  const large = await open(port);
  large.socket.send(JSON.stringify({ type: 'echo', request_id: '1', body: { a: 'x'.repeat(1_000_000) } }));
  await until(() => large.messages.length === 1);
  large.socket.send('x'.repeat(1_048_577));
  await until(() => large.closed);
  t.equal(large.closed?.code, 1009);
});

t.test('SEC-65 pings, and the dead', async (t) => {
  const { port, time } = await still(t);
  const client = await open(port);
  let pings = 0;
  client.socket.on('ping', () => pings++);
  time.now += 25_000;
  await until(() => pings === 1);
  const dead = new Client(port, '/v1/socket', AUTH);
  await until(() => dead.opened);
  Object.assign(dead.socket, { _autoPong: false });
  time.now += 25_000;
  await until(() => pings === 2);
  time.now += 25_000;
  await until(() => pings === 3);
  time.now += 10_000;
  await until(() => dead.closed);
  t.equal(dead.closed?.code, 1006);
  t.equal(client.closed, null, 'who answers pings lives');
});

t.test('revoked and expired tokens close their sockets', async (t) => {
  const { port, registry, time } = await still(t);
  const [revoked, kept] = [
    await open(port),
    await open(port, '/v1/socket', { authorization: 'Bearer other' }),
  ];
  registry.revoke(1);
  await until(() => revoked.closed, { timeout_ms: 1000 });
  t.equal(revoked.closed?.code, 4401);
  t.equal(kept.closed, null);
  registry.tokens.set('brief', { ...registry.authenticate('good'), expires_at: time.now + 1000 });
  const brief = await open(port, '/v1/socket', { authorization: 'Bearer brief' });
  time.now += 1000;
  await until(() => brief.closed);
  t.equal(brief.closed?.code, 4401);
});

t.test('subscriptions', async (t) => {
  const { port, registry } = await still(t);
  const client = await open(port);
  client.send({ type: 'event.subscribe', request_id: '1', body: { filter: { server_id: 1 } } });
  client.send({ jsonrpc: '2.0', id: 2, method: 'event.subscribe', params: { later: true } });
  client.send({ type: 'event.subscribe', request_id: '3', body: { cursor: 'e.0' } });
  client.send({ type: 'event.subscribe', request_id: '4', body: { stream: 'x' } });
  client.send({ type: 'event.subscribe', body: {} });
  await until(() => client.messages.length === 4 && registry.sinks.size === 2);
  const subscription = (n: number): object => ({
    data: {
      type: 'subscription',
      id: n,
      attributes: { subscription: n, epoch: 'e', from: 'e.10', head: 'e.10' },
    },
  });
  t.same(client.json(0), { type: 'event.subscribe', request_id: '1', status: 200, body: subscription(1) });
  const answers = client.messages.map((_, i) => client.json(i));
  t.same(
    answers.find((a) => a['id'] === 2),
    { jsonrpc: '2.0', id: 2, result: subscription(2) },
  );
  t.match(
    answers.find((a) => a['request_id'] === '3'),
    { status: 410, body: { errors: [{ code: 'cursor_expired' }], meta: { oldest: 'e.5' } } },
  );
  t.match(
    answers.find((a) => a['request_id'] === '4'),
    { status: 400 },
  );
  client.messages.length = 0;
  const sent = batch([11, null, 12]);
  registry.publish(sent);
  await until(() => client.messages.length === 2);
  const events = sent.events.map(({ value }) => value);
  t.same(client.json(0), { type: 'event', subscription: 1, events });
  t.same(client.json(1), { jsonrpc: '2.0', method: 'event', params: { subscription: 2, events } });
  const [first] = registry.sinks;
  first?.end(new AppError('cursor_expired', 'too old'), 'e.12');
  await until(() => client.messages.length === 3);
  t.match(client.json(2), {
    type: 'event.end',
    subscription: 1,
    cursor: 'e.12',
    errors: [{ code: 'cursor_expired' }],
  });
  for (const sink of registry.sinks) sink.end(null, 'e.12');
  await until(() => client.closed);
  t.same(client.closed, { code: 1012, reason: 'e.12' });
});
