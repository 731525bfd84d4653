// The typed client: calls over HTTP and sockets, and subscriptions that survive what happens to their connection.
import t from 'tap';
import { WebSocket } from 'ws';
import {
  ClientError,
  createClient,
  type Client,
  type Event,
  type SocketOptions,
} from '../../../src/client/client.js';
import type { Test } from 'tap';
import { refuse, Stub, type StubMethods } from './stub.js';

interface World {
  stub: Stub;
  client: Client;
}

async function world(t: Test, methods: StubMethods = {}, token?: string): Promise<World> {
  const stub = await Stub.start(methods);
  t.teardown(() => stub.stop());
  stub.token = token ?? null;
  return { stub, client: createClient({ url: `${stub.url}/`, token, WebSocket, timeout_ms: 5_000 }) };
}

const fast: SocketOptions = { backoff_ms: 1 };
const document = (attributes: Record<string, unknown>) => ({
  status: 200,
  body: { data: { id: 1, type: 'x', attributes } },
});

async function take(events: AsyncIterable<Event>, count: number): Promise<Event[]> {
  const got: Event[] = [];
  for await (const event of events) {
    got.push(event);
    if (got.length === count) break;
  }
  return got;
}

t.test('a call over HTTP carries token and key, and brings the document', async (t) => {
  const { stub, client } = await world(t, { 'server.list': (body) => document({ echo: body }) }, 'secret');
  const answer = await client.request('server.list', { limit: 2 }, { idempotencyKey: 'k1' });
  t.strictSame(answer.data, { id: 1, type: 'x', attributes: { echo: { limit: 2 } } });
  t.equal(stub.calls[0]?.headers.authorization, 'Bearer secret');
  t.equal(stub.calls[0]?.headers['idempotency-key'], 'k1');
});

t.test('a refusal becomes a ClientError with every fault', async (t) => {
  const { client } = await world(t, {
    bad: () => ({
      status: 400,
      body: {
        errors: [
          { code: 'invalid_params', detail: 'a is wrong', source: { pointer: '/a' } },
          { code: 'invalid_params', detail: 'b is wrong' },
        ],
        meta: { request_id: 'r-9' },
      },
    }),
    html: () => ({ status: 502, body: '<html>' }),
    odd: () => ({ status: 200, body: 'plain' }),
  });
  const error = await client.request('bad', {}).catch((caught: unknown) => caught);
  if (!(error instanceof ClientError)) return t.fail('not a ClientError');
  t.equal(error.code, 'invalid_params');
  t.equal(error.detail, 'a is wrong; b is wrong');
  t.equal(error.status, 400);
  t.equal(error.request_id, 'r-9');
  t.strictSame(error.faults[0], { code: 'invalid_params', detail: 'a is wrong', pointer: '/a' });
  await t.rejects(client.request('html', {}), { code: 'bad_answer', status: 502 });
  await t.rejects(client.request('odd', {}), { code: 'bad_answer' });
});

t.test('no server, an abort and a time limit each say so', async (t) => {
  const { stub, client } = await world(t);
  await stub.stop();
  await t.rejects(client.request('x', {}), { code: 'unreachable' });
  const never = createClient({
    url: 'http://x',
    timeout_ms: 20,
    fetch: (_url, init) =>
      new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(new Error('gone')))),
  });
  await t.rejects(never.request('x', {}), { code: 'timeout' });
  await t.rejects(never.request('x', {}, { signal: AbortSignal.abort() }), { code: 'aborted' });
});

for (const format of ['json', 'msgpack'] as const) {
  t.test(`many calls in flight on one socket (${format})`, async (t) => {
    const methods: StubMethods = {
      echo: (body) => document(body),
      no: () => refuse(404, 'not_found', 'no such thing'),
    };
    const { stub, client } = await world(t, methods, 'secret');
    const socket = client.socket({ ...fast, format });
    t.teardown(() => socket.close());
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => socket.request('echo', { n })));
    answers.forEach((answer, n) => t.match(answer, { data: { attributes: { n } } }));
    await t.rejects(socket.request('no', {}), { code: 'not_found', status: 404 });
    t.equal(stub.connections, 1);
  });

  t.test(`REL-60 every number once, in order, whatever closes the socket (${format})`, async (t) => {
    const { stub, client } = await world(t, {}, 'secret');
    stub.overlap = 7;
    const socket = client.socket({ ...fast, format });
    t.teardown(() => socket.close());
    const subscription = socket.subscribe({ filter: { type: 'test.*' } });
    await subscription.ready;
    const codes = [4408, 1012, 1006, 1001, 4429];
    const ids: number[] = [];
    stub.emit(3);
    for await (const event of subscription) {
      ids.push(event.id ?? -1);
      if (ids.length % 40 === 0) stub.drop(codes[(ids.length / 40) % codes.length] ?? 1006);
      if (ids.length >= 2_000) break;
      if (event.id === stub.head) stub.emit(1 + (ids.length % 9));
    }
    t.strictSame(
      ids,
      Array.from({ length: 2_000 }, (_, n) => n + 1),
    );
    t.ok(stub.connections > 30, `${stub.connections} connections`);
    t.strictSame(stub.calls.at(-1)?.body['filter'], { type: 'test.*' });
  });
}

t.test('a subscription that saw nothing yet resumes from where it began', async (t) => {
  const { stub, client } = await world(t);
  stub.head = 100;
  const socket = client.socket(fast);
  t.teardown(() => socket.close());
  const subscription = socket.subscribe();
  t.equal((await subscription.ready).from, 'e1.100');
  stub.drop(1006);
  stub.emit(3);
  t.strictSame(
    (await take(subscription, 3)).map((event) => event.id),
    [101, 102, 103],
  );
});

t.test('a cursor is used, transient events come without a number', async (t) => {
  const { stub, client } = await world(t);
  stub.head = 5;
  const socket = client.socket(fast);
  t.teardown(() => socket.close());
  const subscription = socket.subscribe({ cursor: 'e1.3' });
  await subscription.ready;
  stub.raw((number) => ({
    type: 'event',
    subscription: number,
    events: [{ type: 'operation.progress', at: 1, data: {} }],
  }));
  t.strictSame(
    (await take(subscription, 3)).map((event) => event.id),
    [4, 5, undefined],
  );
});

for (const code of ['cursor_expired', 'epoch_changed', 'cursor_in_future']) {
  t.test(`REL-61 ${code} reaches the consumer as an error`, async (t) => {
    const { stub, client } = await world(t);
    stub.head = 10;
    stub.oldest = 5;
    const socket = client.socket(fast);
    t.teardown(() => socket.close());
    const cursor = { cursor_expired: 'e1.2', epoch_changed: 'e0.7', cursor_in_future: 'e1.11' }[code];
    const subscription = socket.subscribe({ cursor });
    await t.rejects(subscription.ready, { code });
    await t.rejects(take(subscription, 1), { code, status: 410 });
  });
}

t.test('a log replaced while away is an error, not a silent gap', async (t) => {
  const { stub, client } = await world(t);
  const socket = client.socket(fast);
  t.teardown(() => socket.close());
  const subscription = socket.subscribe();
  await subscription.ready;
  stub.emit(2);
  stub.epoch = 'e2';
  stub.drop(1012);
  await t.rejects(take(subscription, 99), { code: 'epoch_changed' });
});

t.test('SEC-22 a subscription the server ends is an error for its consumer', async (t) => {
  const { stub, client } = await world(t);
  const socket = client.socket(fast);
  t.teardown(() => socket.close());
  const subscription = socket.subscribe();
  await subscription.ready;
  const errors = [{ status: '410', code: 'cursor_expired', detail: 'too far behind' }];
  stub.raw((number) => ({ type: 'event.end', subscription: number, cursor: 'e1.0', errors }));
  await t.rejects(take(subscription, 1), { code: 'cursor_expired', status: 410, detail: 'too far behind' });
});

t.test('a slow consumer pauses its subscription and misses nothing', async (t) => {
  const { stub, client } = await world(t);
  const socket = client.socket({ ...fast, buffer: 20 });
  t.teardown(() => socket.close());
  const subscription = socket.subscribe();
  await subscription.ready;
  const ids: (number | undefined)[] = [];
  stub.emit(15);
  for await (const event of subscription) {
    ids.push(event.id);
    if (ids.length < 10) stub.emit(15);
    if (ids.length === 150) break;
  }
  t.strictSame(
    ids,
    Array.from({ length: 150 }, (_, n) => n + 1),
  );
});

t.test('SEC-09 a dead token ends calls and subscriptions and is not tried again', async (t) => {
  const { stub, client } = await world(t, {}, 'secret');
  const socket = client.socket(fast);
  const subscription = socket.subscribe();
  await subscription.ready;
  stub.drop(4401);
  await t.rejects(take(subscription, 1), { code: 'unauthenticated', status: 401 });
  await t.rejects(socket.request('x', {}), { code: 'closed' });
  t.equal(stub.connections, 1);
});

t.test('a lost call is reported as such; one with a key is sent again', async (t) => {
  let asked = 0;
  const methods: StubMethods = {
    once: () => {
      asked++;
      if (asked <= 2) stub.drop(1006);
      return document({ asked });
    },
  };
  const { stub, client } = await world(t, methods);
  const socket = client.socket(fast);
  t.teardown(() => socket.close());
  await t.rejects(socket.request('once', {}), { code: 'connection_lost' });
  t.match(await socket.request('once', {}, { idempotencyKey: 'k' }), { data: { attributes: { asked: 3 } } });
});

t.test('REL-74 a peer that falls silent is noticed', async (t) => {
  const { stub, client } = await world(t, { 'health.alive': () => document({}) });
  const socket = client.socket({ ...fast, keepalive_ms: 30 });
  t.teardown(() => socket.close());
  const subscription = socket.subscribe();
  await subscription.ready;
  stub.mute();
  stub.emit(2);
  t.strictSame(
    (await take(subscription, 2)).map((event) => event.id),
    [1, 2],
  );
  t.equal(stub.connections, 2);
});

t.test('an abort signal or close() ends the iteration without an error', async (t) => {
  const { client } = await world(t);
  const socket = client.socket(fast);
  const abort = new AbortController();
  const first = socket.subscribe({ signal: abort.signal });
  const second = socket.subscribe();
  await Promise.all([first.ready, second.ready]);
  abort.abort();
  t.strictSame(await take(first, 1), []);
  socket.close();
  t.strictSame(await take(second, 1), []);
  await t.rejects(socket.request('x', {}), { code: 'closed' });
});

t.test('a socket to nowhere rejects its calls at once', async (t) => {
  const { stub, client } = await world(t);
  await stub.stop();
  const socket = client.socket(fast);
  t.teardown(() => socket.close());
  await t.rejects(socket.request('x', {}), { code: 'unreachable' });
});

t.test('files go up as a form and come down as bytes, over the browser’s fetch and our own', async (t) => {
  const { createServer } = await import('node:http');
  const { connect } = await import('../../../src/cli/transport.js');
  const seen: { type: string; body: Buffer }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ type: request.headers['content-type'] ?? '', body: Buffer.concat(chunks) });
      const name = request.url?.split('/').at(-1);
      if (name === 'bytes') {
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'x-gantry-mode': '0644' });
        response.write(Buffer.alloc(100_000, 1));
        response.end(Buffer.alloc(100_000, 2));
      } else if (name === 'short') {
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': 10 });
        response.write('half', () => response.destroy());
      } else {
        response.writeHead(name === 'refused' ? 404 : 200, { 'content-type': 'application/json' });
        const refusal = { errors: [{ code: 'not_found', detail: 'path was not found' }], meta: {} };
        response.end(JSON.stringify(name === 'refused' ? refusal : document({ name }).body));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`;
  for (const client of [createClient({ url }), connect({ url })]) {
    const sent = await client.upload('put', { a: 'ä' }, new Blob(['the bytes']));
    t.match(sent.data, { attributes: { name: 'put' } });
    const { type, body } = seen.at(-1) ?? { type: '', body: '' };
    t.match(type, /^multipart\/form-data; ?boundary=/);
    t.match(body.toString(), /name="payload"\r\n\r\n\{"a":"ä"\}\r\n[^]*name="file"[^]*\r\n\r\nthe bytes\r\n/);
    const answer = await client.download('bytes', {});
    if (!('chunks' in answer)) throw new Error('no bytes');
    t.equal(answer.size, null);
    t.equal(answer.header('X-Gantry-Mode'), '0644');
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer.chunks()) chunks.push(chunk);
    t.ok(Buffer.concat(chunks).equals(Buffer.concat([Buffer.alloc(100_000, 1), Buffer.alloc(100_000, 2)])));
    t.match(await client.download('directory', {}), { data: { attributes: { name: 'directory' } } });
    await t.rejects(client.download('refused', {}), { code: 'not_found' });
    await t.rejects(client.upload('refused', {}, new Blob([])), { code: 'not_found' });
    const short = await client.download('short', {});
    await t.rejects(
      async () => {
        if ('chunks' in short) for await (const chunk of short.chunks()) t.ok(chunk.length <= 4);
      },
      { code: 'unreachable' },
    );
    const gone = new AbortController();
    gone.abort();
    await t.rejects(client.upload('put', {}, new Blob([]), { signal: gone.signal }), { code: 'aborted' });
  }
});
