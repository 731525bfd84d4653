// The audit rows of the event log: pages, newest or oldest first, each way of narrowing them with its index.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Connection } from './connection.js';
import type { EventRow } from './events.js';
import { eachOf, inAny } from './paging.js';
import { jsonMember } from './portable.js';

/** What a reader of the trail may narrow it by; empty lists match nothing. */
export interface AuditFilter {
  methods?: readonly string[] | undefined;
  user_ids?: readonly number[] | undefined;
  server_ids?: readonly number[] | undefined;
  project_ids?: readonly number[] | undefined;
  instance_ids?: readonly number[] | undefined;
  ok?: boolean | undefined;
}

/** Whose rows a reader who is no administrator may see: their own, their projects', their servers'. */
export interface AuditVisibility {
  user_id: number;
  project_ids: readonly number[];
  owned_server_ids: readonly number[];
}

export interface AuditPage {
  /** Beyond this number, in the order that was asked for. */
  beyond?: number | undefined;
  /** Up to and with this number, in the order that was asked for. */
  until?: number | undefined;
  limit: number;
  descending: boolean;
  filter: AuditFilter;
  visible: AuditVisibility | null;
}

/** Repository of the audit trail; rows are written as events. */
export function auditRowsRepository(connection: Connection) {
  return {
    page: (options: AuditPage): Promise<EventRow[]> => page(connection, options),
  };
}

const METHOD = sql.raw<string>(jsonMember('data', 'method'));
const OK = sql.raw<number>(jsonMember('data', 'ok'));

function page(connection: Connection, options: AuditPage): Promise<EventRow[]> {
  const { filter, visible, descending } = options;
  const order = descending ? 'desc' : 'asc';
  const narrowed = () => {
    // A literal, or the partial indexes are not taken.
    let select = connection.kysely.selectFrom('events').where('retention', '=', sql.lit<'audit'>('audit'));
    if (options.beyond !== undefined) select = select.where('id', descending ? '<' : '>', options.beyond);
    if (options.until !== undefined) select = select.where('id', descending ? '>=' : '<=', options.until);
    if (filter.methods) select = select.where(oneOf(METHOD, filter.methods));
    if (filter.ok !== undefined) select = select.where(sql<SqlBool>`${OK} = ${filter.ok ? 1 : 0}`);
    if (filter.user_ids) select = select.where('user_id', 'in', [...filter.user_ids]);
    if (filter.server_ids) select = select.where('server_id', 'in', [...filter.server_ids]);
    if (filter.project_ids) select = select.where('project_id', 'in', [...filter.project_ids]);
    if (filter.instance_ids) select = select.where('instance_id', 'in', [...filter.instance_ids]);
    return select;
  };
  if (visible === null) {
    return narrowed().selectAll().orderBy('id', order).limit(options.limit).execute();
  }
  const parts = [
    narrowed().where('user_id', '=', visible.user_id),
    ...eachOf(visible.project_ids).map((ids) => narrowed().where('project_id', 'in', ids)),
    ...eachOf(visible.owned_server_ids).map((ids) => narrowed().where('server_id', 'in', ids)),
  ].map((part) => part.select('id').orderBy('id', order).limit(options.limit));
  return connection.kysely
    .selectFrom('events')
    .selectAll()
    .where(inAny('events', parts))
    .orderBy('id', order)
    .limit(options.limit)
    .execute();
}

function oneOf(expression: RawBuilder<string>, values: readonly string[]): RawBuilder<SqlBool> {
  return values.length === 0
    ? sql<SqlBool>`0 = 1`
    : sql<SqlBool>`${expression} in (${sql.join(values.map((value) => sql.val(value)))})`;
}
