// Keyset pages: every row once, in order, whatever the sort; foreign texts are refused.
import t from 'tap';
import type { PageRequest } from '../../../src/db/paging.js';
import { pageOf } from '../../../src/db/paging.js';
import { eventRow, seedInstance, seedServer, seedUser, testDatabase } from '../../support/database.js';

/** Two users with a project each, a server of the first, and 25 instances shared out among them. */
async function filled(t: Parameters<typeof testDatabase>[0]) {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    for (const login of ['alice', 'bob']) await seedUser(tx, login);
    await seedServer(tx, 'lab', { added_by: 1 });
    for (let n = 0; n < 25; n += 1) {
      await seedInstance(tx, `i-${(n * 7) % 25}`, {
        project_id: (n % 2) + 1,
        power_state: n % 3 === 0 ? 'running' : 'stopped',
        deleted_at: n === 4 ? 9 : null,
      });
    }
  });
  return db;
}

const request = (more: Partial<PageRequest> = {}): PageRequest => ({
  limit: 4,
  after: null,
  column: 'id',
  descending: false,
  ...more,
});

t.test('every row once, in order, at any sort and limit', async (t) => {
  const db = await filled(t);
  for (const column of ['id', 'lxd_name', 'power_state', 'project_id']) {
    for (const descending of [false, true]) {
      for (const visible of [
        null,
        { project_ids: [1], owned_server_ids: [1] },
        { project_ids: [2], owned_server_ids: [] },
      ]) {
        const all = await db.read.instances.page(request({ column, descending, limit: 1000 }), {}, visible);
        t.equal(all.length, visible?.project_ids[0] === 2 ? 12 : 24, 'the deleted one is not there');
        for (const limit of [1, 4, 12, 24, 25]) {
          const ids: number[] = [];
          let after: string | null = null;
          let pages = 0;
          do {
            const wish: PageRequest = request({ column, descending, limit, after });
            const page = pageOf(wish, await db.read.instances.page(wish, {}, visible));
            ids.push(...page.rows.map(({ id }) => id));
            after = page.next;
            pages += 1;
          } while (after !== null);
          t.same(
            ids,
            all.map(({ id }) => id),
            `${column} ${descending ? 'down' : 'up'} by ${limit}`,
          );
          t.equal(pages, Math.max(1, Math.ceil(all.length / limit)), 'no empty page at the end');
        }
      }
    }
  }
});

t.test('rows that come and go between two pages neither repeat nor hide others', async (t) => {
  const db = await filled(t);
  const wish = request({ column: 'lxd_name', limit: 10 });
  const first = pageOf(wish, await db.read.instances.page(wish, {}, null));
  await db.tx(async (tx) => {
    await seedInstance(tx, 'a-first');
    await tx.instances.update(first.rows.at(-1)?.id ?? 0, { deleted_at: 5 });
  });
  const next = { ...wish, after: first.next, limit: 100 };
  const rest = pageOf(next, await db.read.instances.page(next, {}, null));
  t.equal(first.rows.length + rest.rows.length, 24);
});

t.test('an after that we did not make is refused', async (t) => {
  const db = await filled(t);
  for (const after of [
    'x',
    '7',
    'e30',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('[{},1]').toString('base64url'),
  ]) {
    await t.rejects(
      async () => db.read.instances.page(request({ after }), {}, null),
      { code: 'invalid_params' },
      after,
    );
  }
});

t.test('history: the merged parts are what a filter over everything would show', async (t) => {
  const db = await testDatabase(t);
  const rows = Array.from({ length: 300 }, (_, n) =>
    eventRow({
      type: n % 7 === 0 ? 'server.online' : 'instance.started',
      retention: n % 11 === 0 ? 'audit' : 'event',
      created_at: n,
    }),
  );
  const labels = rows.map((_, n) => ({
    user_id: n % 4 === 0 ? 1 : null,
    project_id: n % 3 === 0 ? 1 + (n % 2) : null,
    server_id: n % 5 === 0 ? 1 + (n % 4) : null,
  }));
  await db.tx(async (tx) => {
    for (const login of ['alice', 'bob']) await seedUser(tx, login);
    for (const name of ['a', 'b', 'c', 'd']) await seedServer(tx, name);
    for (const [n, row] of rows.entries()) await tx.events.insert({ ...row, ...labels[n] });
  });
  const visible = { user_id: 1, project_ids: [1], owned_server_ids: [2], granted_server_ids: [1, 3] };
  const sees = (n: number): boolean => {
    const { user_id, project_id, server_id } = labels[n] ?? {
      user_id: null,
      project_id: null,
      server_id: null,
    };
    if (project_id === 1 || server_id === 2) return true;
    if ((server_id === 1 || server_id === 3) && project_id === null)
      return rows[n]?.type.startsWith('server.') ?? false;
    return user_id === 1 && project_id === null && server_id === null;
  };
  const wanted = rows.flatMap((row, n) => (row.retention === 'event' && sees(n) ? [n + 1] : []));
  for (const limit of [7, 1000]) {
    const up = { limit, descending: false, filter: { retention: 'event' as const }, visible };
    t.same(
      (await db.read.events.page(up)).map(({ id }) => id),
      wanted.slice(0, limit),
    );
    const down = await db.read.events.page({ ...up, descending: true, before: 200 });
    t.same(
      down.map(({ id }) => id),
      wanted
        .filter((id) => id < 200)
        .reverse()
        .slice(0, limit),
    );
  }
});
