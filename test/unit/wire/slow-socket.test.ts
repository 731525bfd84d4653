import t from 'tap';
import { until } from '../../support/until.js';
import { ack, ask, AUTH, batch, open, still, type Client } from './stub.js';

t.test(
  'REL-62 a slow reader is closed with the last cursor it was sent, and nothing is skipped',
  async (t) => {
    const { port, registry } = await still(t);
    const [slow, healthy] = [await open(port), await open(port)];
    for (const client of [slow, healthy]) {
      client.send({ type: 'event.subscribe', request_id: '1' });
      await until(() => client.messages.length === 1);
    }
    slow.socket.pause();
    const filler = 'x'.repeat(20_000);
    let id = 10;
    // Until the kernel's buffers are full and ours have overflowed: only the healthy one is left then.
    while (registry.sinks.size === 2 && id < 5000) {
      registry.publish(batch([++id, null, ++id], filler));
      await new Promise((resolve) => setImmediate(resolve));
    }
    t.equal(registry.sinks.size, 1);
    slow.socket.resume();
    await until(() => slow.closed);
    const ids = received(slow);
    t.equal(slow.closed?.code, 4408);
    t.equal(slow.closed?.reason, `e.${ids.at(-1)}`);
    t.same(
      ids,
      Array.from({ length: ids.length }, (_, i) => 11 + i),
      'without a gap',
    );
    await until(() => received(healthy).at(-1) === id);
    t.same(
      received(healthy),
      Array.from({ length: id - 10 }, (_, i) => 11 + i),
    );
  },
);

t.test(
  'REL-62 more than 1,000 small events close a slow reader; one that wakes up in time gets all',
  async (t) => {
    const { port, registry } = await still(t, { slow_bytes: 1e9 });
    const client = await open(port);
    client.send({ type: 'event.subscribe', request_id: '1' });
    await until(() => client.messages.length === 1);
    client.socket.pause();
    const [sink] = registry.sinks;
    let id = 10;
    // Stalls it by size, which is no limit here.
    while (sink?.deliver(batch([++id], 'x'.repeat(500_000))) === true)
      await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < 900; i++) registry.publish(batch([++id]));
    registry.publish(batch([null]));
    t.equal(registry.sinks.size, 1);
    client.socket.resume();
    await until(() => received(client).at(-1) === id);
    t.same(
      received(client),
      Array.from({ length: id - 10 }, (_, i) => 11 + i),
    );
    await until(() => registry.resumed === 1);
    client.socket.pause();
    while (sink?.deliver(batch([++id], 'x'.repeat(500_000))) === true)
      await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < 1000; i++) registry.publish(batch([++id]));
    t.equal(registry.sinks.size, 1);
    registry.publish(batch([++id]));
    t.equal(registry.sinks.size, 0);
  },
);

t.test('REL-62 a stalled socket is closed by force soon after', async (t) => {
  const { port, registry } = await still(t);
  const client = await open(port);
  client.send({ type: 'event.subscribe', request_id: '1' });
  await until(() => client.messages.length === 1);
  client.socket.pause();
  let id = 10;
  while (registry.sinks.size === 1) {
    registry.publish(batch([++id], 'x'.repeat(500_000)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const raw = (
    client.socket as unknown as { _socket: { destroyed: boolean; on(name: string, fn: () => void): void } }
  )._socket;
  let reset = false;
  raw.on('error', () => (reset = true));
  raw.on('close', () => (reset = true));
  // A paused reader notices nothing; a write of its own tells it that the other side is gone.
  await until(
    () => {
      client.socket.ping();
      return reset;
    },
    { timeout_ms: 15_000 },
  );
  t.ok(reset);
});

t.test('REL-79 stopping: 1012 with the cursor, answers are waited for, nobody new comes in', async (t) => {
  const { wire, port, registry } = await still(t);
  const client = await open(port);
  client.send({ type: 'event.subscribe', request_id: '1' });
  await until(() => client.messages.length === 1);
  registry.publish(batch([11, 12]));
  let release = (): void => {};
  registry.add('long', () => new Promise((resolve) => (release = () => resolve(ack({ done: 1 })))));
  const answer = ask(port, 'POST', '/v1/long', AUTH);
  await until(() => registry.seen.some(({ name }) => name === 'long'));
  let drained = false;
  const draining = wire.drain(10_000).then(() => (drained = true));
  await until(() => client.closed);
  t.same(client.closed, { code: 1012, reason: 'e.12' });
  await t.rejects(ask(port, 'GET', '/v1/health.alive'), { code: 'ECONNREFUSED' });
  t.equal(drained, false);
  release();
  t.equal((await answer).status, 200);
  await draining;
});

function received(client: Client): number[] {
  const ids: number[] = [];
  for (const message of client.messages) {
    const frame = JSON.parse(message.toString()) as { type: string; events?: { id?: number }[] };
    if (frame.type !== 'event') continue;
    for (const { id } of frame.events ?? []) if (id !== undefined) ids.push(id);
  }
  return ids;
}
