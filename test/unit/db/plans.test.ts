// EXPLAIN QUERY PLAN over every fixed query and typical pages: the big tables are never scanned.
import type { InstanceRow } from '../../../src/db/instances.js';
import { RowCache } from '../../../src/db/row-cache.js';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { type Connection, openConnection } from '../../../src/db/connection.js';
import { openDatabase } from '../../../src/db/open.js';
import type { PageRequest } from '../../../src/db/paging.js';
import type { Fixed } from '../../../src/db/query.js';
import { type Repositories, repositories } from '../../../src/db/repositories.js';
import { migrations, testFolder } from '../../support/database.js';

const SOURCE = join(import.meta.dirname, '../../../src/db');
const BIG = /\bSCAN (?:TABLE )?(operations|events|instances)\b/;

interface Statement {
  readonly name: string;
  readonly sql: string;
}

async function connect(t: Parameters<typeof testFolder>[0]): Promise<Connection> {
  const file = join(await testFolder(t), 'plans.db');
  await (await openDatabase({ file, migrations })).close();
  const connection = openConnection(file, { readonly: false });
  t.teardown(() => connection.raw.close());
  return connection;
}

/** Every exported `xxxQueries` of src/db. */
async function fixedQueries(): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const file of (await readdir(SOURCE)).filter((name) => name.endsWith('.ts'))) {
    const module = (await import(join(SOURCE, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (!name.endsWith('Queries')) continue;
      for (const [query, fixed] of Object.entries(value as Record<string, Fixed<object, object>>)) {
        found.push({ name: `${file} ${query}`, sql: fixed.sql() });
      }
    }
  }
  return found;
}

function plan(connection: Connection, sql: string): string[] {
  const parameters = Array.from(sql.replace(/'[^']*'/g, '').matchAll(/\?/g), () => null);
  const rows = connection.raw.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
  return rows.map(({ detail }) => detail);
}

t.test('fixed queries', async (t) => {
  const connection = await connect(t);
  const queries = await fixedQueries();
  t.ok(queries.length > 50, `${queries.length} queries`);
  for (const { name, sql } of queries) {
    const details = plan(connection, sql);
    t.notOk(
      // Everything that lives is read by its own index.
      details.find((detail) => BIG.test(detail) && !detail.endsWith('USING INDEX instances_live')),
      `${name}: ${details.join('; ')}`,
    );
  }
});

t.test('every repository shows its fixed queries to this test', async (t) => {
  const { readFile } = await import('node:fs/promises');
  for (const file of (await readdir(SOURCE)).filter((name) => name.endsWith('.ts'))) {
    const text = await readFile(join(SOURCE, file), 'utf8');
    const made = [...text.matchAll(/^const (\w+) = query</gm)].map(([, name]) => name ?? '');
    if (made.length === 0) continue;
    const shown = /export const \w+Queries = \{([^}]*)\}/.exec(text)?.[1] ?? '';
    for (const name of made) t.ok(new RegExp(`\\b${name}\\b`).test(shown), `${file}: ${name}`);
  }
});

const page = (more: Partial<PageRequest> = {}): PageRequest => ({
  limit: 100,
  after: null,
  column: 'id',
  descending: false,
  ...more,
});
const after = Buffer.from(JSON.stringify([5, 5])).toString('base64url');
const mine = { project_ids: [1, 2], owned_server_ids: [3], granted_server_ids: [4], user_id: 5 };

t.test('pages with typical filters', async (t) => {
  const connection = await connect(t);
  /** Runs a page on a connection of its own and reads the plan of its one statement. */
  const explain = async (
    what: string,
    run: (on: Repositories) => Promise<unknown>,
    allowed = /$^/,
  ): Promise<void> => {
    const own = openConnection(connection.raw.name, { readonly: true });
    const seen: string[] = [];
    const prepare = own.raw.prepare.bind(own.raw);
    own.raw.prepare = (sql: string) => {
      seen.push(sql);
      return prepare(sql);
    };
    await run(repositories(own, { rows: new RowCache<InstanceRow>(), reads: false }));
    own.raw.close();
    t.equal(seen.length, 1, `${what}: one statement`);
    const details = plan(connection, seen[0] ?? '');
    const scan = details.find((detail) => BIG.test(detail) && !allowed.test(detail));
    t.notOk(scan, `${what}: ${details.join('; ')}`);
  };

  await explain('instances of a server', ({ instances }) =>
    instances.page(page(), { server_ids: [1] }, null),
  );
  await explain('instances of a tenant', ({ instances }) => instances.page(page(), {}, mine));
  await explain('instances of a tenant, next page', ({ instances }) =>
    instances.page(page({ after }), {}, mine),
  );
  await explain('instances by number', ({ instances }) => instances.page(page(), { ids: [1, 2] }, null));
  await explain('instances by name', ({ instances }) => instances.page(page(), { names: ['a'] }, null));
  await explain('instances by name, anywhere', ({ instances }) => instances.namedAnywhere('a'));
  await explain('operations of an instance', ({ operations }) =>
    operations.page(page(), { instance_ids: [1] }, null),
  );
  await explain('operations of a server', ({ operations }) =>
    operations.page(page(), { server_ids: [1] }, null),
  );
  await explain('operations that are open', ({ operations }) =>
    operations.page(page(), { statuses: ['pending', 'running'] }, null),
  );
  await explain('operations of a tenant', ({ operations }) => operations.page(page(), {}, mine));
  await explain('operations of a tenant, next page', ({ operations }) =>
    operations.page(page({ after }), {}, mine),
  );
  await explain('operations of a tenant on an instance', ({ operations }) =>
    operations.page(page(), { instance_ids: [1] }, mine),
  );
  const history = { limit: 100, descending: true, filter: { retention: 'event' as const } };
  await explain('history of a tenant', ({ events }) => events.page({ ...history, visible: mine }));
  await explain('history of a tenant behind a cursor', ({ events }) =>
    events.page({ ...history, before: 900, visible: mine }),
  );
  await explain('history of an instance', ({ events }) =>
    events.page({ ...history, filter: { instance_ids: [1] }, visible: mine }),
  );
  const trail = { limit: 100, descending: true, filter: {} };
  const ours = /USING INDEX events_audit$/;
  await explain('the audit trail', ({ auditRows }) => auditRows.page({ ...trail, visible: null }), ours);
  await explain('the audit trail by method', ({ auditRows }) =>
    auditRows.page({ ...trail, filter: { methods: ['user.login'] }, visible: null }),
  );
  await explain('the audit trail of a tenant', ({ auditRows }) =>
    auditRows.page({ ...trail, beyond: 900, visible: mine }),
  );
  await explain('the audit trail of a tenant on an instance', ({ auditRows }) =>
    auditRows.page({ ...trail, filter: { instance_ids: [1] }, visible: mine }),
  );
  await explain('the audit trail of a user', ({ auditRows }) =>
    auditRows.page({ ...trail, filter: { user_ids: [1] }, visible: null }),
  );
  await explain('history behind a cursor', ({ events }) =>
    events.page({ ...history, before: 900, visible: null }),
  );
  await explain('history by type behind a cursor', ({ events }) =>
    events.page({ ...history, after: 5, filter: { types: ['instance.*'] }, visible: null }),
  );
  // Without any filter the order of the rows is the order of the answer: what is read is what is answered.
  const inOrder = /^SCAN (events|operations|instances)$|USING INDEX instances_live/;
  await explain('all instances', ({ instances }) => instances.page(page(), {}, null), inOrder);
  await explain(
    'all operations',
    ({ operations }) => operations.page(page({ descending: true }), {}, null),
    inOrder,
  );
  await explain('the whole history', ({ events }) => events.page({ ...history, visible: null }), inOrder);
});
