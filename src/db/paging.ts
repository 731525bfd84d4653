// Keyset pages: the `after` of a list is the sort value and number of its last row.
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { invalid } from '../errors.js';
import type { Database } from './tables.js';

export interface PageRequest {
  limit: number;
  /** Opaque text from the page before, null at the beginning. */
  after: string | null;
  /** Column to sort by; the number breaks ties. */
  column: string;
  descending: boolean;
}

/** Where a page begins, read from its `after`; refuses text we did not make. */
function readAfter(after: string | null): { value: string | number | null; id: number } | null {
  if (after === null || after === '') return null;
  try {
    const parsed = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(parsed) && parsed.length === 2 && typeof parsed[1] === 'number') {
      const value: unknown = parsed[0];
      if (value === null || typeof value === 'string' || typeof value === 'number') {
        return { value, id: parsed[1] };
      }
    }
  } catch {
    // Falls through to the refusal: any unreadable text is the caller's mistake.
  }
  throw invalid('after', 'must be the meta.next of the page before');
}

/** The `after` that continues behind a row. */
function writeAfter(value: string | number | null, id: number): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** The page of these rows (read with one more than it holds) and the `after` of the one behind it, null at the end. */
export function pageOf<R extends { id: number }>(
  request: PageRequest,
  read: readonly R[],
): { rows: R[]; next: string | null } {
  const rows = read.slice(0, request.limit);
  const last = rows.at(-1);
  if (last === undefined || read.length <= request.limit) return { rows, next: null };
  const value = (last as unknown as Record<string, string | number | null>)[request.column] ?? null;
  return { rows, next: writeAfter(value, last.id) };
}

/**
 * The condition "is a row of one of these", each a select of numbers. Each part uses an index of its own,
 * and reads no more than its own limit; as one `or` the whole table would be read, or all of it sorted.
 */
export function inAny(table: string, parts: readonly Expression<{ id: number }>[]): Expression<SqlBool> {
  const numbers = sql.join(
    parts.map((part) => sql`select id from (${part})`),
    sql` union all `,
  );
  return sql<SqlBool>`${sql.ref(`${table}.id`)} in (${numbers})`;
}

/** Numbers as the parts of `inAny`: one each while they are few (SQLite takes 500 parts), else all in one. */
export function eachOf(ids: readonly number[]): readonly (readonly number[])[] {
  return ids.length > 100 ? [ids] : ids.map((id) => [id]);
}

/** Puts a select into the order of a page, cut behind one row more than it holds (see `pageOf`). */
export function inOrder<T extends keyof Database, O>(
  select: SelectQueryBuilder<Database, T, O>,
  page: PageRequest,
): SelectQueryBuilder<Database, T, O> {
  const direction = page.descending ? 'desc' : 'asc';
  const sorted = page.column === 'id' ? select : select.orderBy(sql.ref(page.column), direction);
  return sorted.orderBy(sql.ref('id'), direction).limit(page.limit + 1);
}

/** The condition "behind this row" for a sort column and the number. */
export function behind(page: PageRequest, table: string): Expression<SqlBool> | null {
  const start = readAfter(page.after);
  if (start === null) return null;
  const operator = sql.raw(page.descending ? '<' : '>');
  const column = sql.ref(`${table}.${page.column}`);
  const id = sql.ref(`${table}.id`);
  if (page.column === 'id') return sql<SqlBool>`${id} ${operator} ${start.id}`;
  return sql<SqlBool>`(${column}, ${id}) ${operator} (${start.value}, ${start.id})`;
}
