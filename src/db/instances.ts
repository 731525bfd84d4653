// Instances: rows kept fresh by the observer; lists by keyset.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind, eachOf, inAny, inOrder } from './paging.js';
import { query } from './query.js';
import type { RowCache } from './row-cache.js';
import type { InstancesTable } from './tables.js';

export type InstanceRow = Selectable<InstancesTable>;

/** Whose instances: null for administrators, else those of these projects or on these servers. */
export interface InstanceVisibility {
  project_ids: readonly number[];
  owned_server_ids: readonly number[];
}

export interface InstanceFilter {
  ids?: readonly number[];
  server_ids?: readonly number[];
  project_ids?: readonly number[];
  names?: readonly string[];
  types?: readonly ('container' | 'virtual-machine')[];
  powers?: readonly InstanceRow['power_state'][];
}

const get = query<{ id: number }>()((k, p) =>
  k.selectFrom('instances').selectAll().where('id', '=', p.id).where('deleted_at', 'is', null),
);
const any = query<{ id: number }>()((k, p) => k.selectFrom('instances').selectAll().where('id', '=', p.id));
const byName = query<{ server_id: number; project: string; name: string }>()((k, p) =>
  k
    .selectFrom('instances')
    .selectAll()
    .where('server_id', '=', p.server_id)
    .where('lxd_project', '=', p.project)
    .where('lxd_name', '=', p.name)
    .where('deleted_at', 'is', null),
);
const byUuid = query<{ uuid: string }>()((k, p) =>
  k.selectFrom('instances').selectAll().where('uuid', '=', p.uuid),
);
const onServer = query<{ server_id: number }>()((k, p) =>
  k.selectFrom('instances').selectAll().where('server_id', '=', p.server_id).where('deleted_at', 'is', null),
);
const named = query<{ server_id: number; name: string }>()((k, p) =>
  k
    .selectFrom('instances')
    .selectAll()
    .where('server_id', '=', p.server_id)
    .where('lxd_name', '=', p.name)
    .where('deleted_at', 'is', null),
);
const usage = query<{ project_id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .select((s) => [
      s.fn.countAll<number>().as('instances'),
      s.fn.coalesce(s.fn.sum<number>('vcpus'), sql.lit(0)).as('vcpus'),
      s.fn.coalesce(s.fn.sum<number>('memory_mb'), sql.lit(0)).as('memory_mb'),
      s.fn.coalesce(s.fn.sum<number>('disk_mb'), sql.lit(0)).as('disk_mb'),
    ])
    .where('project_id', '=', p.project_id)
    .where('deleted_at', 'is', null),
);

export const instancesQueries = { get, any, byName, byUuid, onServer, named, usage };

/** With a cache, `get` answers from it; the writing repository only touches what it changes. */
export interface InstanceCache {
  rows: RowCache<InstanceRow>;
  reads: boolean;
}

export function instancesRepository(connection: Connection, cache: InstanceCache) {
  const { rows } = cache;
  /** The live row, from memory where it is: so what was worked out from it is found again. */
  const live = (id: number): InstanceRow | undefined => {
    const known = cache.reads ? rows.get(id) : undefined;
    if (known !== undefined) return known;
    const row = get.now(connection, { id });
    if (row !== undefined && cache.reads) rows.keep(id, row);
    return row;
  };
  return {
    /** A live instance. */
    get: (id: number): Promise<InstanceRow | undefined> => Promise.resolve(live(id)),
    /** A live instance that is in memory. */
    known: (id: number): InstanceRow | undefined => (cache.reads ? rows.get(id) : undefined),
    /** Also a deleted one. */
    any: (id: number): Promise<InstanceRow | undefined> => any.first(connection, { id }),
    byName: (server_id: number, project: string, name: string): Promise<InstanceRow | undefined> =>
      byName.first(connection, { server_id, project, name }),
    byUuid: (uuid: string): Promise<InstanceRow | undefined> => byUuid.first(connection, { uuid }),
    onServer: (server_id: number): Promise<InstanceRow[]> => onServer.all(connection, { server_id }),
    /** Live instances of this name on a server, one per host project at most. */
    named: (server_id: number, name: string): Promise<InstanceRow[]> =>
      named.all(connection, { server_id, name }),
    /** Live instances of this name on any server. */
    namedAnywhere: (name: string): Promise<InstanceRow[]> =>
      connection.kysely
        .selectFrom('instances')
        .selectAll()
        .where('lxd_name', '=', name)
        .where('deleted_at', 'is', null)
        .limit(100)
        .execute(),
    /** Sums over a project's live instances, for quotas. */
    usage: async (project_id: number) =>
      (await usage.first(connection, { project_id })) ?? { instances: 0, vcpus: 0, memory_mb: 0, disk_mb: 0 },
    insert: async (row: Insertable<InstancesTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('instances')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<InstancesTable>): Promise<void> => {
      rows.touch(id);
      await connection.kysely.updateTable('instances').set(change).where('id', '=', id).execute();
    },
    /** One page and one row more (see `pageOf`), in order. */
    page: async (
      request: PageRequest,
      filter: InstanceFilter,
      visible: InstanceVisibility | null,
    ): Promise<InstanceRow[]> => {
      const start = behind(request, 'instances');
      const narrowed = () => {
        let select = connection.kysely.selectFrom('instances').where('deleted_at', 'is', null);
        if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
        if (filter.server_ids) select = select.where('server_id', 'in', [...filter.server_ids]);
        if (filter.project_ids) select = select.where('project_id', 'in', [...filter.project_ids]);
        if (filter.names) select = select.where('lxd_name', 'in', [...filter.names]);
        if (filter.types) select = select.where('type', 'in', [...filter.types]);
        if (filter.powers) select = select.where('power_state', 'in', [...filter.powers]);
        return start ? select.where(start) : select;
      };
      const parts = visible && [
        ...eachOf(visible.project_ids).map((ids) => narrowed().where('project_id', 'in', ids)),
        ...eachOf(visible.owned_server_ids).map((ids) => narrowed().where('server_id', 'in', ids)),
      ];
      const all = narrowed().select('id');
      const { sql: text, parameters } = inOrder(
        parts === null
          ? all
          : all.where(
              inAny(
                'instances',
                parts.map((part) => inOrder(part.select('id'), request)),
              ),
            ),
        request,
      ).compile();
      // Numbers and rows are read within one turn, or a commit could come between; most rows are in memory.
      const found = connection.prepare(text).all(...parameters) as { id: number }[];
      return found.map(({ id }) => live(id)).filter((row) => row !== undefined);
    },
  };
}
