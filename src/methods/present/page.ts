// Lists: from `limit`, `after`, `sort`, `filter` to a page request, and to the next `after`.
import type { PageRequest } from '../../core/core.js';
import { invalid } from '../../errors.js';

export interface ListParams {
  limit?: number | undefined;
  after?: string | null | undefined;
  sort?: string | undefined;
  filter?: Record<string, unknown> | undefined;
}

/** Reads paging from params; `columns` maps the attributes that can be sorted by to what core calls them. */
export function pageRequest(params: ListParams, columns: Record<string, string>): PageRequest {
  const sort = params.sort ?? '';
  const descending = sort.startsWith('-');
  const attribute = descending ? sort.slice(1) : sort;
  const column = attribute === '' ? 'id' : columns[attribute];
  if (column === undefined)
    throw invalid('sort', `must be one of ${Object.keys(columns).join(', ')} (- in front: descending)`);
  return { limit: params.limit ?? 1000, after: params.after ?? null, column, descending };
}

/** Numbers of a filter attribute: one or a list. */
export function filterNumbers(filter: Record<string, unknown>, attribute: string): number[] | undefined {
  const value = filter[attribute];
  if (value === undefined) return undefined;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (!values.every((one): one is number => typeof one === 'number')) {
    throw invalid('filter', `${attribute} must be a number or a list of them`);
  }
  return values;
}

/** Texts of a filter attribute: one or a list, of a closed set when `allowed` is given. */
export function filterTexts<T extends string>(
  filter: Record<string, unknown>,
  attribute: string,
  allowed?: readonly T[],
): T[] | undefined {
  const value = filter[attribute];
  if (value === undefined) return undefined;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (
    !values.every(
      (one): one is T => typeof one === 'string' && (allowed === undefined || allowed.includes(one as T)),
    )
  ) {
    throw invalid(
      'filter',
      `${attribute} must be ${allowed ? `one of ${allowed.join(', ')}` : 'a text or a list of them'}`,
    );
  }
  return values;
}

/** True or false of a filter attribute. */
export function filterFlag(filter: Record<string, unknown>, attribute: string): boolean | undefined {
  const value = filter[attribute];
  if (value !== undefined && typeof value !== 'boolean') {
    throw invalid('filter', `${attribute} must be true or false`);
  }
  return value;
}

/** Refuses attributes a list cannot be filtered by. */
export function checkFilter(filter: Record<string, unknown>, known: readonly string[]): void {
  const unknown = Object.keys(filter).find((attribute) => !known.includes(attribute));
  if (unknown !== undefined) throw invalid('filter', `cannot use ${unknown}: it takes ${known.join(', ')}`);
}

/** A page of rows that are in memory already (a fleet's servers), by number. */
export function pageRows<R extends { id: number }>(
  rows: readonly R[],
  params: ListParams,
): { rows: R[]; next: string | null } {
  const request = pageRequest(params, { server_id: 'id', id: 'id' });
  const after = request.after === null ? null : Number(request.after);
  if (after !== null && !Number.isSafeInteger(after))
    throw invalid('after', 'must be the meta.next of the page before');
  const ordered = request.descending ? [...rows].reverse() : rows;
  const behind = ordered.filter(({ id }) => after === null || (request.descending ? id < after : id > after));
  const page = behind.slice(0, request.limit);
  return { rows: page, next: page.length < behind.length ? String(page.at(-1)?.id) : null };
}
