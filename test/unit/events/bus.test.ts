// Subscriptions: backfill, cutover and live without gap or double (REL-60), whatever is appended meanwhile.
import t, { type Test } from 'tap';
import type { Db } from '../../../src/db/open.js';
import type { AppError } from '../../../src/errors.js';
import { type Bus, type BusBatch, type Labels, createBus } from '../../../src/events/bus.js';
import { startTail } from '../../../src/events/tail.js';
import { eventRow, testDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

async function house(
  t: Test,
): Promise<{ db: Db; bus: Bus; append: (count?: number, type?: string) => Promise<void> }> {
  const db = await testDatabase(t);
  const fail = (error: unknown): void => t.fail(String(error)) as unknown as void;
  const tail = await startTail(db, fail);
  const bus = await createBus(db, tail, fail);
  t.teardown(async () => {
    bus.close();
    await tail.close();
  });
  const append = (count = 1, type = 'instance.started'): Promise<void> =>
    db.tx(async (tx) => {
      for (let n = 0; n < count; n += 1) await tx.events.insert(eventRow({ type }));
    });
  return { db, bus, append };
}

class Sink {
  readonly ids: number[] = [];
  readonly batches: BusBatch[] = [];
  ended: { error: AppError | null; cursor: string } | null = null;
  /** Events after which a replay is held back. */
  hold = Infinity;
  deliver(batch: BusBatch): boolean {
    this.batches.push(batch);
    for (const { id } of batch.events) if (id !== null) this.ids.push(id);
    return this.ids.length < this.hold;
  }
  end(error: AppError | null, cursor: string): void {
    this.ended = { error, cursor };
  }
}

const all = (): boolean => true;
const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, n) => from + n + 1);

t.test('REL-60 readers that come at any time, from any cursor, while events are appended', async (t) => {
  const { db, bus, append } = await house(t);
  await append(700);
  const readers: { from: number; sink: Sink }[] = [];
  let stop = false;
  const writer = (async () => {
    while (!stop) {
      await append(1 + Math.floor(Math.random() * 5));
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  for (let n = 0; n < 60; n += 1) {
    const head = await db.read.events.head();
    const cursor = n % 5 === 0 ? null : Math.floor(Math.random() * head);
    const subscription = await bus.subscribe(cursor, all);
    const sink = new Sink();
    readers.push({ from: subscription.from, sink });
    if (n % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
    subscription.start({ deliver: (batch) => sink.deliver(batch), end: (error, at) => sink.end(error, at) });
  }
  stop = true;
  await writer;
  await append(3);
  const last = await db.read.events.head();
  for (const { from, sink } of readers) {
    await until(() => sink.ids.at(-1) === last, { what: `event ${last}` });
    t.same(sink.ids, upTo(from, last), `from ${from} on`);
  }
});

t.test('an answer says where it begins and where the log ends', async (t) => {
  const { bus, append } = await house(t);
  await append(5);
  const fresh = await bus.subscribe(null, all);
  t.match(fresh, { from: 5, head: 5 });
  const old = await bus.subscribe(`${bus.epoch}.2`, all);
  t.match(old, { from: 2, head: 5 });
  await t.rejects(bus.subscribe(6, all), { code: 'cursor_in_future' });
  await t.rejects(bus.subscribe('abcdef.2', all), { code: 'epoch_changed' });
  bus.pruned(3);
  await t.rejects(bus.subscribe(2, all), { code: 'cursor_expired', details: { oldest: 4 } });
});

t.test('what is appended between the subscription and its start is not lost', async (t) => {
  const { bus, append } = await house(t);
  const subscription = await bus.subscribe(null, all);
  await append(3);
  const sink = new Sink();
  subscription.start(sink);
  await until(() => sink.ids.length === 3);
  t.same(sink.ids, [1, 2, 3]);
});

t.test('a cursor ahead of the tail is told what follows it, and nothing before', async (t) => {
  const { db, bus } = await house(t);
  const seen: Sink[] = [];
  // Subscribed in the turn of the commit, before the tail has read it.
  for (const cursor of [null, 2, 1] as const) {
    const sink = new Sink();
    seen.push(sink);
    const open = db.tx(async (tx) => {
      for (let n = 0; n < 3; n += 1) await tx.events.insert(eventRow());
    });
    await open;
    (await bus.subscribe(cursor, all)).start(sink);
  }
  const last = await db.read.events.head();
  await db.tx((tx) => tx.events.insert(eventRow()));
  for (const sink of seen) await until(() => sink.ids.at(-1) === last + 1);
  t.same(
    seen.map(({ ids }) => ids),
    [upTo(3, 10), upTo(2, 10), upTo(1, 10)],
  );
});

t.test('a replay held back goes on where it stopped', async (t) => {
  const { bus, append } = await house(t);
  await append(1600);
  const subscription = await bus.subscribe(0, all);
  const sink = new Sink();
  sink.hold = 1;
  subscription.start(sink);
  await until(() => sink.ids.length === 500, { what: 'one page' });
  await append(2);
  t.equal(sink.ids.length, 500, 'nothing more while it is held back');
  for (let pages = 2; pages <= 4; pages += 1) {
    subscription.resume();
    await until(() => sink.ids.length === Math.min(500 * pages, 1602));
  }
  subscription.resume();
  await append(1);
  await until(() => sink.ids.length === 1603);
  t.same(sink.ids, upTo(0, 1603));
});

t.test('readers of one view share a batch, and the text is made once', async (t) => {
  const { bus, append } = await house(t);
  const sinks = [new Sink(), new Sink(), new Sink()];
  const none = (labels: Labels): boolean => labels.type === 'server.added';
  for (const [index, sink] of sinks.entries()) {
    (await bus.subscribe(null, index === 2 ? none : all)).start(sink);
  }
  await append(1);
  await append(1, 'server.added');
  await until(() => sinks[0]?.ids.length === 2 && sinks[2]?.ids.length === 1);
  t.same(sinks[2]?.ids, [2]);
  for (const [index, batch] of (sinks[0]?.batches ?? []).entries()) t.equal(batch, sinks[1]?.batches[index]);
  const event = sinks[0]?.batches.at(-1)?.events.at(-1);
  t.equal(event?.json, JSON.stringify(event?.value));
  t.same(Object.keys(event?.value ?? {}), ['id', 'type', 'at', 'via', 'data'], 'absent members are left out');
  t.equal(sinks[0]?.batches.at(-1)?.cursor, `${bus.epoch}.2`);
});

t.test('SEC-22 rights are asked at each delivery', async (t) => {
  const { bus, append } = await house(t);
  let allowed = true;
  const sink = new Sink();
  (await bus.subscribe(null, () => allowed)).start(sink);
  await append(1);
  await until(() => sink.ids.length === 1);
  allowed = false;
  await append(1);
  const other = new Sink();
  (await bus.subscribe(null, all)).start(other);
  await append(1);
  await until(() => other.ids.length === 1);
  allowed = true;
  await append(1);
  await until(() => sink.ids.length === 2);
  t.same(sink.ids, [1, 4]);
});

t.test('what is unnumbered reaches who is live, and moves no cursor', async (t) => {
  const { bus, append } = await house(t);
  const sink = new Sink();
  (await bus.subscribe(null, (labels) => labels.user_id !== 7)).start(sink);
  await append(1);
  await until(() => sink.ids.length === 1);
  const labels = {
    type: 'operation.progress',
    user_id: 1,
    project_id: null,
    server_id: null,
    instance_id: null,
    audit: false,
  };
  bus.transient(labels, { type: 'operation.progress', data: { percent: 5 } });
  bus.transient({ ...labels, user_id: 7 }, { type: 'operation.progress' });
  t.equal(sink.batches.length, 2);
  t.match(sink.batches.at(-1), {
    cursor: `${bus.epoch}.1`,
    events: [{ id: null, value: { data: { percent: 5 } } }],
  });
});

t.test('REL-61 a replay that the clean-up overtakes ends with cursor_expired', async (t) => {
  const { bus, append } = await house(t);
  await append(1200);
  const subscription = await bus.subscribe(0, all);
  const sink = new Sink();
  sink.hold = 1;
  subscription.start(sink);
  await until(() => sink.ids.length === 500);
  bus.pruned(800);
  subscription.resume();
  await until(() => sink.ended);
  t.match(sink.ended, {
    cursor: `${bus.epoch}.500`,
    error: { code: 'cursor_expired', details: { oldest: 801 } },
  });
});

t.test('a reader that ends hears nothing more; a house that ends says so with a cursor', async (t) => {
  const { bus, append } = await house(t);
  const [gone, staying] = [new Sink(), new Sink()];
  const first = await bus.subscribe(null, all);
  first.start(gone);
  (await bus.subscribe(null, all)).start(staying);
  await append(1);
  await until(() => staying.ids.length === 1);
  first.close();
  await append(1);
  await until(() => staying.ids.length === 2);
  t.same(gone.ids, [1]);
  bus.close();
  t.match(staying.ended, { error: null, cursor: `${bus.epoch}.2` });
  t.equal(gone.ended, null);
});
