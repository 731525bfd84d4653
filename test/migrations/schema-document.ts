// Renders a database's tables as docs/schema.md.
import type DatabaseDriver from 'better-sqlite3';

interface Column {
  name: string;
  type: string;
  notnull: 0 | 1;
  dflt_value: string | null;
  pk: number;
}

interface ForeignKey {
  from: string;
  to: string | null;
  table: string;
  on_delete: string;
}

interface Entry {
  name: string;
  tbl_name: string;
  sql: string | null;
}

/** The text of docs/schema.md for a migrated database. */
export function schemaDocument(raw: DatabaseDriver.Database, applied: readonly string[]): string {
  const entries = (type: 'table' | 'index'): Entry[] =>
    raw
      .prepare(
        "select name, tbl_name, sql from sqlite_schema where type = ? and name not like 'sqlite_%' order by name",
      )
      .all(type) as Entry[];
  const indexes = entries('index');
  const tables = entries('table').map((table) => section(raw, table, indexes));
  return [
    '# Tables',
    '',
    `Written by the migration test from an empty database after ${applied.map((name) => `\`${name}\``).join(', ')}.`,
    'Times are milliseconds since 1970 in UTC; flags are 0 or 1; JSON is text.',
    '',
    ...tables,
  ].join('\n');
}

function section(raw: DatabaseDriver.Database, table: Entry, indexes: readonly Entry[]): string {
  const columns = raw.pragma(`table_info(${table.name})`) as Column[];
  const keys = raw.pragma(`foreign_key_list(${table.name})`) as ForeignKey[];
  const rows = columns.map((column) => {
    const key = keys.find(({ from }) => from === column.name);
    return `| \`${column.name}\` | ${column.type.toLowerCase()} | ${facts(table, column, key).join(', ')} |`;
  });
  const lines = [`## ${table.name}`, '', '| column | type | |', '|---|---|---|', ...rows, ''];
  const own = indexes.filter(({ tbl_name, sql }) => tbl_name === table.name && sql !== null);
  for (const { sql } of own) lines.push(`- \`${sql?.replace(/\s+/g, ' ') ?? ''}\``);
  if (own.length > 0) lines.push('');
  return lines.join('\n');
}

function facts(table: Entry, column: Column, key: ForeignKey | undefined): string[] {
  const found: string[] = [];
  if (column.pk > 0) found.push('primary key');
  if (column.pk > 0 && /autoincrement/i.test(table.sql ?? '')) found.push('never reused');
  if (column.notnull === 1) found.push('not null');
  if (column.dflt_value !== null) found.push(`default \`${column.dflt_value}\``);
  if (key !== undefined) {
    const then = key.on_delete === 'NO ACTION' ? '' : `, on delete ${key.on_delete.toLowerCase()}`;
    found.push(`\`${key.table}.${key.to ?? 'id'}\`${then}`);
  }
  return found;
}
