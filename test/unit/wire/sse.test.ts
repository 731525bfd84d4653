import { connect, type Socket } from 'node:net';
import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { until } from '../../support/until.js';
import { ask, AUTH, batch, type Handler, start, StubRegistry } from './stub.js';

/** A raw reader of an event stream. */
class Reader {
  text = '';
  ended = false;
  readonly socket: Socket;

  constructor(port: number, line: string, headers: Record<string, string> = AUTH, body = '') {
    const all = {
      host: 'localhost',
      ...headers,
      ...(body === '' ? {} : { 'content-length': String(body.length) }),
    };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket = connect(port, '127.0.0.1', () =>
      this.socket.write(`${line} HTTP/1.1\r\n${head.join('')}\r\n${body}`),
    );
    this.socket.on('data', (part) => (this.text += part.toString()));
    this.socket.on('error', () => {});
    this.socket.on('close', () => (this.ended = true));
  }

  ids(): number[] {
    return [...this.text.matchAll(/^id: e\.(\d+)$/gm)].map((match) => Number(match[1])).slice(1);
  }
}

t.test('events with a bearer token, GET and POST', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  const get = new Reader(port, 'GET /v1/event.subscribe?cursor=e.3&server_id=7&type=instance.*', {
    ...AUTH,
    'last-event-id': 'e.4',
  });
  const post = new Reader(
    port,
    'POST /api/v1/event.subscribe',
    { ...AUTH, 'content-type': 'application/json' },
    '{"later":true}',
  );
  await until(() => registry.sinks.size === 2);
  t.match(registry.seen[0], {
    params: { cursor: 'e.3', filter: { server_id: 7, type: 'instance.*' } },
    request: { transport: 'sse', last_event_id: 'e.4', token: 'good' },
  });
  registry.publish(batch([11, null, 12]));
  await until(() => [get, post].every((reader) => reader.ids().length === 2));
  t.match(get.text, /^HTTP\/1.1 200 OK\r\nContent-Type: text\/event-stream\r\n/);
  t.match(get.text, /: open\nid: e\.10\n\n/, 'a reader that leaves at once can resume');
  t.match(get.text, /id: e\.11\ndata: \{"id":11,.*\}\n\ndata: \{"type"/);
  for (const sink of [...registry.sinks])
    sink.end(new AppError('unauthenticated', 'token has been revoked'), 'e.12');
  await until(() => get.text.includes('event: close\ndata: {"errors"'));
  const closed = registry.closedStreams;
  const leaving = new Reader(port, 'GET /v1/event.subscribe');
  await until(() => registry.sinks.size === 1);
  leaving.socket.destroy();
  await until(() => registry.closedStreams > closed && registry.sinks.size === 0);
});

t.test('the panel stream', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry, { limits: { panel_streams_per_address: 2 } });
  t.teardown(() => wire.close());
  const reader = new Reader(port, 'GET /api/v1/event.subscribe?stream=long', {});
  await until(() => reader.text.includes('done'));
  t.match(reader.text, 'data: {"type":"hello"}\n\n');
  t.match(reader.text, 'id: e.9\ndata: {"type":"done"}\n\n');
  const short = new Reader(port, 'GET /api/v1/event.subscribe?stream=short', {});
  await until(() => short.text.includes('event: close\n'));
  const other = new Reader(port, 'GET /api/v1/event.subscribe?stream=long', {});
  await until(() => other.text.includes('done'));
  const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
    (await ask(port, 'GET', path, headers)).status;
  t.equal(await status('/v1/event.subscribe?stream=long'), 429, 'SEC-65');
  t.equal(await status('/v1/event.subscribe?stream='), 400);
  t.equal(await status('/v1/event.subscribe'), 401);
  t.equal(
    await status('/v1/event.subscribe?cursor=e.0', AUTH),
    410,
    'REL-61 a bad cursor is the HTTP error of its code',
  );
  t.equal(await status('/v1/event.subscribe', { authorization: 'Bearer wrong' }), 401);
});

t.test('SEC-65 streams that are opened at once are counted like those one after the other', async (t) => {
  const registry = new StubRegistry();
  const plain = registry.handlers.get('event.subscribe');
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const later = async (...args: Parameters<Handler>): Promise<unknown> => {
    await gate;
    return plain?.(...args);
  };
  registry.add('event.subscribe', later, { stream: true, public: true });
  const { wire, port } = await start(registry, {
    limits: { sockets_per_user: 1, panel_streams_per_address: 2 },
  });
  t.teardown(() => wire.close());
  const own = [1, 2, 3].map(() => new Reader(port, 'GET /v1/event.subscribe'));
  const panel = [1, 2, 3, 4].map(() => new Reader(port, 'GET /v1/event.subscribe?stream=long', {}));
  await until(() => registry.seen.length === 7);
  go();
  const answers = (readers: Reader[], status: number): number =>
    readers.filter(({ text }) => text.startsWith(`HTTP/1.1 ${status}`)).length;
  await until(() => answers([...own, ...panel], 200) + answers([...own, ...panel], 429) === 7);
  t.same([answers(own, 200), answers(panel, 200)], [1, 2]);
  t.equal(registry.closedStreams, 4, 'and what was subscribed for the others is closed');
});

t.test('comments keep a quiet stream alive; an expired token ends it', async (t) => {
  const registry = new StubRegistry();
  const time = { now: 5000 };
  registry.tokens.set('brief', { ...registry.authenticate('good'), expires_at: 60_000 });
  const { wire, port } = await start(registry, {
    limits: { sweep_ms: 5 },
    clock: () => time.now,
    monotonic: () => time.now,
  });
  t.teardown(() => wire.close());
  const reader = new Reader(port, 'GET /v1/event.subscribe', { authorization: 'Bearer brief' });
  await until(() => registry.sinks.size === 1);
  time.now += 25_000;
  await until(() => reader.text.includes(':\n\n'));
  time.now += 35_000;
  await until(() => reader.text.includes('event: close'));
  t.equal(registry.sinks.size, 0);
});

t.test('REL-62 a slow event stream is closed, without a gap', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  const slow = new Reader(port, 'GET /v1/event.subscribe');
  const healthy = new Reader(port, 'GET /v1/event.subscribe');
  await until(() => registry.sinks.size === 2);
  await until(() => slow.text.includes('open'));
  slow.socket.pause();
  let id = 10;
  while (registry.sinks.size === 2 && id < 5000) {
    registry.publish(batch([++id, null], 'x'.repeat(20_000)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  t.equal(registry.sinks.size, 1);
  slow.socket.resume();
  await until(() => slow.ended);
  const ids = slow.ids();
  t.same(
    ids,
    Array.from({ length: ids.length }, (_, i) => 11 + i),
  );
  await until(() => healthy.ids().at(-1) === id);
  t.same(
    healthy.ids(),
    Array.from({ length: id - 10 }, (_, i) => 11 + i),
  );
});

t.test('REL-62 one that wakes up in time gets all; one that never does is closed', async (t) => {
  const registry = new StubRegistry();
  const time = { now: 5000 };
  const { wire, port } = await start(registry, {
    limits: { sweep_ms: 5, slow_bytes: 1e9 },
    monotonic: () => time.now,
  });
  t.teardown(() => wire.close());
  const reader = new Reader(port, 'GET /v1/event.subscribe');
  await until(() => registry.sinks.size === 1 && reader.text.includes('open'));
  const [sink] = registry.sinks;
  let id = 10;
  const stall = async (): Promise<void> => {
    reader.socket.pause();
    while (sink?.deliver(batch([++id], 'x'.repeat(500_000))) === true)
      await new Promise((resolve) => setImmediate(resolve));
  };
  await stall();
  for (let i = 0; i < 500; i++) registry.publish(batch([++id]));
  reader.socket.resume();
  await until(() => registry.resumed === 1 && reader.ids().at(-1) === id);
  t.same(
    reader.ids(),
    Array.from({ length: id - 10 }, (_, i) => 11 + i),
  );
  await stall();
  time.now += 60_000;
  await until(() => registry.sinks.size === 0);
});

t.test('REL-79 stopping closes streams', async (t) => {
  const registry = new StubRegistry();
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  const reader = new Reader(port, 'GET /v1/event.subscribe');
  await until(() => registry.sinks.size === 1);
  await wire.drain(1000);
  await until(() => reader.text.includes('event: close\ndata: {}'));
});

t.test('SEC-09 a revoked token ends its streams and no others', async (t) => {
  const registry = new StubRegistry();
  registry.tokens.set('other', { ...registry.authenticate('good'), token_id: 77 });
  const { wire, port } = await start(registry);
  t.teardown(() => wire.close());
  const [gone, kept] = [AUTH, { authorization: 'Bearer other' }].map(
    (headers) => new Reader(port, 'GET /v1/event.subscribe', headers),
  );
  await until(() => registry.sinks.size === 2);
  registry.revoke(registry.authenticate('good').token_id);
  await until(() => gone?.text.includes('event: close\ndata: {"errors"'));
  registry.publish(batch([11]));
  await until(() => kept?.ids().length === 1);
  t.same(gone?.ids(), []);
  t.equal(registry.sinks.size, 1);
});
