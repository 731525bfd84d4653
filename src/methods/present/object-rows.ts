// Pages of what a host keeps itself: rows that are in memory, by attribute, with a cursor that survives changes.
import { invalid } from '../../errors.js';
import type { Resource } from './document.js';
import { checkFilter, filterNumbers, type ListParams } from './page.js';

type Value = string | number;

interface Cursor {
  value: Value;
  id: number;
}

/** What a list takes: attributes with plain values. */
export interface RowsBy<A> {
  sort: readonly (keyof A & string)[];
  filter: readonly (keyof A & string)[];
}

/** The page of rows that was asked for; without `sort` in the order given. */
export function objectRows<T extends string, A extends object>(
  rows: readonly Resource<T, A>[],
  params: ListParams,
  by: RowsBy<A>,
): { data: Resource<T, A>[]; meta: { next: string | null } } {
  const filter = params.filter ?? {};
  checkFilter(filter, by.filter);
  const kept = rows.filter(({ attributes }) =>
    by.filter.every((name) => matches(attributes[name], filter, name)),
  );
  const sort = params.sort ?? '';
  const descending = sort.startsWith('-');
  const wanted = descending ? sort.slice(1) : sort;
  const attribute = by.sort.find((name) => name === wanted);
  if (wanted !== '' && attribute === undefined) {
    throw invalid('sort', `must be one of ${by.sort.join(', ')} (- in front: descending)`);
  }
  const keyed = kept.map((row, index): { row: Resource<T, A>; at: Cursor } => ({
    row,
    at: {
      value: attribute === undefined ? index : plain(row.attributes[attribute]),
      id: attribute === undefined ? 0 : row.id,
    },
  }));
  const order = (a: Cursor, b: Cursor): number => (descending ? -1 : 1) * compare(a, b);
  keyed.sort((a, b) => order(a.at, b.at));
  const after = cursorOf(params.after ?? null, attribute === undefined ? 'number' : null);
  const behind = after === null ? keyed : keyed.filter(({ at }) => order(at, after) > 0);
  const page = behind.slice(0, params.limit ?? 1000);
  const last = page.at(-1);
  const next =
    last === undefined || page.length === behind.length
      ? null
      : Buffer.from(JSON.stringify([last.at.value, last.at.id])).toString('base64url');
  return { data: page.map(({ row }) => row), meta: { next } };
}

function matches(value: unknown, filter: Record<string, unknown>, name: string): boolean {
  const wanted = filter[name];
  if (wanted === undefined) return true;
  if (typeof value === 'number') return filterNumbers(filter, name)?.includes(value) === true;
  return (Array.isArray(wanted) ? (wanted as unknown[]) : [wanted]).includes(value);
}

function plain(value: unknown): Value {
  return typeof value === 'number' ? value : String(value);
}

function compare(a: Cursor, b: Cursor): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.id - b.id;
}

function cursorOf(after: string | null, type: 'number' | null): Cursor | null {
  if (after === null) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof id === 'number' && (typeof value === 'number' || (typeof value === 'string' && type === null)))
      return { value, id };
  } catch {
    // Not one of ours, like every other text below.
  }
  throw invalid('after', 'must be the meta.next of the page before');
}
