// The numbered event log: append, page by number with filters, prune.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { eachOf, inAny } from './paging.js';
import { lastNumber } from './portable.js';
import { query } from './query.js';
import type { EventsTable } from './tables.js';

export type EventRow = Selectable<EventsTable>;
export type NewEventRow = Insertable<EventsTable>;

/** What a reader of the log may narrow it by; empty lists match nothing. */
export interface EventFilter {
  server_ids?: readonly number[];
  project_ids?: readonly number[];
  instance_ids?: readonly number[];
  /** Exact types, or prefixes ending in `*`. */
  types?: readonly string[];
  retention?: 'event' | 'audit';
  user_id?: number;
}

const insert = query<NewEventRow>()((k, p) =>
  k
    .insertInto('events')
    .values({
      uuid: p.uuid,
      retention: p.retention,
      request_id: p.request_id,
      operation_id: p.operation_id,
      type: p.type,
      via: p.via,
      user_id: p.user_id,
      token_id: p.token_id,
      remote_addr: p.remote_addr,
      organization_id: p.organization_id,
      project_id: p.project_id,
      server_id: p.server_id,
      instance_id: p.instance_id,
      body: p.body,
      data: p.data,
      created_at: p.created_at,
    })
    .returning('id'),
);
const after = query<{ after: number }>()((k, p) =>
  k.selectFrom('events').selectAll().where('id', '>', p.after).orderBy('id').limit(sql.lit(500)),
);
const head = query<object>()((k) => k.selectNoFrom(lastNumber('events').as('id')));
const ofOperation = query<{ operation_id: number }>()((k, p) =>
  k.selectFrom('events').selectAll().where('operation_id', '=', p.operation_id).orderBy('id'),
);
const prune = query<{ retention: 'event' | 'audit'; before: number }>()((k, p) =>
  k
    .deleteFrom('events')
    .where('id', 'in', (s) =>
      s
        .selectFrom('events')
        .select('id')
        .where('retention', '=', p.retention)
        .where('created_at', '<', p.before)
        .orderBy('created_at')
        .limit(sql.lit(500)),
    )
    .returning('id'),
);
export const eventsQueries = { insert, after, head, ofOperation, prune };

export function eventsRepository(connection: Connection) {
  return {
    /** Writes one event and returns its number. */
    insert: async (row: NewEventRow): Promise<number> => {
      const made = await insert.first(connection, row);
      return made?.id ?? 0;
    },
    /** Up to 500 events after a number, in order, without any filter. */
    after: (number: number): Promise<EventRow[]> => after.all(connection, { after: number }),
    /** The highest number ever given out, also when its event is gone; 0 for a log that never had any. */
    head: async (): Promise<number> => (await head.first(connection, {}))?.id ?? 0,
    ofOperation: (operation_id: number): Promise<EventRow[]> => ofOperation.all(connection, { operation_id }),
    /** Deletes at most 500 old rows; returns the numbers gone. */
    prune: async (retention: 'event' | 'audit', before: number): Promise<number[]> =>
      (await prune.all(connection, { retention, before })).map(({ id }) => id),
    /** A page of the history, oldest or newest first, narrowed by `filter`; `visible` is the reader's rights. */
    page: (options: {
      after?: number;
      before?: number;
      until?: number;
      limit: number;
      descending: boolean;
      filter: EventFilter;
      visible: EventVisibility | null;
    }): Promise<EventRow[]> => page(connection, options),
  };
}

/** What a reader who is no administrator may see. */
export interface EventVisibility {
  user_id: number;
  project_ids: readonly number[];
  owned_server_ids: readonly number[];
  granted_server_ids: readonly number[];
}

function page(
  connection: Connection,
  options: {
    after?: number;
    before?: number;
    until?: number;
    limit: number;
    descending: boolean;
    filter: EventFilter;
    visible: EventVisibility | null;
  },
): Promise<EventRow[]> {
  const { filter, visible } = options;
  const order = options.descending ? 'desc' : 'asc';
  const narrowed = () => {
    let select = connection.kysely.selectFrom('events');
    if (options.after !== undefined) select = select.where('id', '>', options.after);
    if (options.before !== undefined) select = select.where('id', '<', options.before);
    if (options.until !== undefined) select = select.where('id', '<=', options.until);
    // With its index the whole log would be read and sorted by number.
    if (filter.retention) select = select.where(sql<boolean>`+retention = ${filter.retention}`);
    if (filter.user_id !== undefined) select = select.where('user_id', '=', filter.user_id);
    if (filter.server_ids) select = select.where('server_id', 'in', [...filter.server_ids]);
    if (filter.project_ids) select = select.where('project_id', 'in', [...filter.project_ids]);
    if (filter.instance_ids) select = select.where('instance_id', 'in', [...filter.instance_ids]);
    const { types } = filter;
    if (types === undefined) return select;
    return select.where((w) =>
      w.or(
        types.map((type) =>
          type.endsWith('*')
            ? w.and([w('type', '>=', type.slice(0, -1)), w('type', '<', `${type.slice(0, -1)}\u{10ffff}`)])
            : w('type', '=', type),
        ),
      ),
    );
  };
  if (visible === null) {
    return narrowed().selectAll().orderBy('id', order).limit(options.limit).execute();
  }
  const parts = [
    ...eachOf(visible.project_ids).map((ids) => narrowed().where('project_id', 'in', ids)),
    ...eachOf(visible.owned_server_ids).map((ids) => narrowed().where('server_id', 'in', ids)),
    ...eachOf(visible.granted_server_ids).map((ids) =>
      narrowed()
        .where('server_id', 'in', ids)
        .where('project_id', 'is', null)
        .where('instance_id', 'is', null)
        .where('type', 'like', 'server.%'),
    ),
    narrowed()
      .where('user_id', '=', visible.user_id)
      .where('project_id', 'is', null)
      .where('server_id', 'is', null),
  ].map((part) => part.select('id').orderBy('id', order).limit(options.limit));
  return connection.kysely
    .selectFrom('events')
    .selectAll()
    .where(inAny('events', parts))
    .orderBy('id', order)
    .limit(options.limit)
    .execute();
}
