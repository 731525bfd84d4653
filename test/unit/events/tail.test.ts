// The tail hands on what is committed: in order, without gaps, woken by commits.
import t from 'tap';
import { startTail } from '../../../src/events/tail.js';
import { eventRow, testDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

const fail = (error: unknown): void => {
  throw error;
};

t.test('every number once, in order, from the end of the log on', async (t) => {
  const db = await testDatabase(t);
  await db.tx((tx) => tx.events.insert(eventRow()));
  const tail = await startTail(db, fail);
  t.teardown(() => tail.close());
  t.equal(tail.position, 1);
  const seen: number[] = [];
  const off = tail.listen((rows) => seen.push(...rows.map(({ id }) => id)));
  await Promise.all(Array.from({ length: 50 }, () => db.tx((tx) => tx.events.insert(eventRow()))));
  // More than one page of the log in a single transaction.
  await db.tx(async (tx) => {
    for (let n = 0; n < 1200; n += 1) await tx.events.insert(eventRow());
  });
  await until(() => tail.position === 1251, { what: 'the end' });
  t.same(
    seen,
    Array.from({ length: 1250 }, (_, n) => n + 2),
  );
  off();
  await db.tx((tx) => tx.events.insert(eventRow()));
  await until(() => tail.position === 1252);
  t.equal(seen.length, 1250, 'who left hears nothing');
});

t.test('nothing of what is rolled back, and its numbers are taken again by nobody else', async (t) => {
  const db = await testDatabase(t);
  const tail = await startTail(db, fail);
  t.teardown(() => tail.close());
  const seen: string[] = [];
  tail.listen((rows) => seen.push(...rows.map(({ type }) => type)));
  await Promise.allSettled([
    db.tx((tx) => tx.events.insert(eventRow({ type: 'server.added' }))),
    db.tx(async (tx) => {
      await tx.events.insert(eventRow({ type: 'server.offline' }));
      throw new Error('no');
    }),
    db.tx((tx) => tx.events.insert(eventRow({ type: 'server.online' }))),
  ]);
  await until(() => seen.length === 2);
  t.same(seen, ['server.added', 'server.online']);
});

t.test('a failed read is told and the next commit reads again', async (t) => {
  const db = await testDatabase(t);
  const errors: unknown[] = [];
  let broken = false;
  const shaky = {
    ...db,
    read: {
      ...db.read,
      events: {
        ...db.read.events,
        after: (number: number) =>
          broken ? Promise.reject(new Error('disk')) : db.read.events.after(number),
      },
    },
  };
  const tail = await startTail(shaky, (error) => errors.push(error));
  t.teardown(() => tail.close());
  broken = true;
  await db.tx((tx) => tx.events.insert(eventRow()));
  await until(() => errors.length === 1);
  broken = false;
  await db.tx((tx) => tx.events.insert(eventRow()));
  await until(() => tail.position === 2);
});

t.test('closing ends it', async (t) => {
  const db = await testDatabase(t);
  const tail = await startTail(db, fail);
  let count = 0;
  tail.listen(() => (count += 1));
  await tail.close();
  await db.tx((tx) => tx.events.insert(eventRow()));
  await new Promise((resolve) => setImmediate(resolve));
  t.equal(count, 0);
});
