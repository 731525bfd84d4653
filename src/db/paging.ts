// Keyset pages: the `after` of a list is the sort value and number of its last row.
import { type Expression, type SqlBool, sql } from 'kysely';
import { invalid } from '../errors.js';

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

/** The `after` of the page behind these rows; null when there is none. */
export function nextAfter<R extends { id: number }>(request: PageRequest, rows: readonly R[]): string | null {
  const last = rows.at(-1);
  if (last === undefined || rows.length < request.limit) return null;
  const value = (last as unknown as Record<string, string | number | null>)[request.column] ?? null;
  return writeAfter(value, last.id);
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
