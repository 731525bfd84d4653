// The write queue: savepoints of one commit, settled only after it.
import DatabaseDriver from 'better-sqlite3';
import { join } from 'node:path';
import t from 'tap';
import { type Connection, openConnection } from '../../../src/db/connection.js';
import { type QueueOptions, WriteQueue } from '../../../src/db/queue.js';
import { testFolder } from '../../support/database.js';
import { until } from '../../support/until.js';

async function queueOf(
  t: Parameters<typeof testFolder>[0],
  options: QueueOptions = { onForeignAwait: 'fail' },
): Promise<{
  queue: WriteQueue;
  connection: Connection;
  file: string;
  put: (n: number) => Promise<void>;
  rows: () => number[];
}> {
  const file = join(await testFolder(t), 'queue.db');
  const connection = openConnection(file, { readonly: false });
  connection.raw.exec('create table numbers (n integer primary key) strict');
  t.teardown(() => connection.raw.close());
  return {
    queue: new WriteQueue(connection, options),
    connection,
    file,
    put: (n) => Promise.resolve(void connection.prepare('insert into numbers values (?)').run(n)),
    rows: () =>
      (connection.raw.prepare('select n from numbers order by n').all() as { n: number }[]).map(({ n }) => n),
  };
}

t.test('what is queued together is committed together, and settled after the commit', async (t) => {
  const { queue, connection, put, rows } = await queueOf(t);
  let commits = 0;
  queue.onCommit(() => (commits += 1));
  const seen: boolean[] = [];
  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      queue.tx(() => put(n)).then(() => seen.push(connection.raw.inTransaction)),
    ),
  );
  t.equal(rows().length, 100);
  t.ok(commits < 20, `${commits} commits for 100 transactions`);
  t.notOk(seen.includes(true), 'nobody is answered while the transaction is open');
});

t.test('a transaction that throws undoes itself alone, and is rejected after the commit', async (t) => {
  const { queue, connection, put, rows } = await queueOf(t);
  let open = true;
  const outcomes = await Promise.allSettled([
    queue.tx(() => put(1)),
    queue
      .tx(async () => {
        await put(2);
        throw new Error('no');
      })
      .catch((error: unknown) => {
        open = connection.raw.inTransaction;
        throw error;
      }),
    queue.tx(() => put(3)),
    queue.tx(() => put(1)),
  ]);
  t.same(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected'],
  );
  t.match(outcomes[3], { reason: { code: 'conflict' } }, "the engine's refusal is translated");
  t.equal(open, false);
  t.same(rows(), [1, 3]);
});

t.test('a nested transaction is refused instead of hanging', async (t) => {
  const { queue, put, rows } = await queueOf(t);
  await t.rejects(
    queue.tx(async () => {
      await put(1);
      await queue.tx(() => put(2));
    }),
    /inside a transaction/,
  );
  t.same(rows(), []);
  await queue.tx(() => put(3));
  t.same(rows(), [3]);
});

t.test('awaiting anything but the database fails the transaction', async (t) => {
  const { queue, put, rows } = await queueOf(t);
  await t.rejects(
    queue.tx(async () => {
      await put(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }),
    /not the database/,
  );
  t.same(rows(), []);
  const told: Error[] = [];
  const lenient = await queueOf(t, { onForeignAwait: (error) => told.push(error) });
  await lenient.queue.tx(async () => {
    await lenient.put(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  t.equal(told.length, 1, 'in production it is reported');
  t.same(lenient.rows(), [1]);
});

t.test('what comes from elsewhere while a transaction waits is queued, not taken for nested', async (t) => {
  const { queue, put, rows } = await queueOf(t, { onForeignAwait: () => undefined });
  let release: () => void = () => undefined;
  const slow = queue.tx(async () => {
    await put(1);
    await new Promise<void>((resolve) => (release = resolve));
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const other = queue.tx(() => put(2));
  release();
  await Promise.all([slow, other]);
  t.same(rows(), [1, 2]);
});

t.test('a begin that fails rejects all that waits, and the next round starts clean', async (t) => {
  const { queue, connection, file, put, rows } = await queueOf(t);
  connection.raw.pragma('busy_timeout = 0');
  const other = new DatabaseDriver(file);
  other.exec('begin immediate');
  const outcomes = await Promise.allSettled([queue.tx(() => put(1)), queue.tx(() => put(2))]);
  t.same(
    outcomes.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code),
    ['unavailable', 'unavailable'],
  );
  other.exec('rollback');
  other.close();
  await queue.tx(() => put(3));
  t.same(rows(), [3]);
});

t.test('REL-75 a full disk rejects the whole round and is over when there is space again', async (t) => {
  const { queue, connection, rows } = await queueOf(t);
  connection.raw.exec('create table blobs (b blob) strict');
  const pages = connection.raw.pragma('page_count', { simple: true }) as number;
  connection.raw.pragma(`max_page_count = ${pages + 2}`);
  const insert = (): Promise<void> =>
    Promise.resolve(void connection.prepare('insert into blobs values (zeroblob(60000))').run());
  const small = (n: number) => () =>
    Promise.resolve(void connection.prepare('insert into numbers values (?)').run(n));
  const outcomes = await Promise.allSettled([queue.tx(small(1)), queue.tx(insert)]);
  t.match(outcomes[1], { status: 'rejected', reason: { code: 'unavailable' } });
  const kept = outcomes[0]?.status === 'fulfilled' ? [1] : [];
  t.same(rows(), kept, 'what was answered is there, and nothing else');
  connection.raw.pragma('max_page_count = 100000');
  await queue.tx(insert);
  await queue.tx(small(2));
  t.same(rows(), [...kept, 2]);
});

t.test('closing lets what is queued finish and refuses the rest', async (t) => {
  const { queue, put, rows } = await queueOf(t);
  const last = queue.tx(() => put(1));
  await queue.close();
  await last;
  await t.rejects(
    queue.tx(() => put(2)),
    /closed/,
  );
  t.same(rows(), [1]);
});

t.test('one commit takes a bounded number; the rest follows', async (t) => {
  const { queue, put, rows } = await queueOf(t);
  let commits = 0;
  queue.onCommit(() => (commits += 1));
  await Promise.all(Array.from({ length: 600 }, (_, n) => queue.tx(() => put(n))));
  await until(() => commits >= 3, { what: 'three rounds' });
  t.equal(rows().length, 600);
});
