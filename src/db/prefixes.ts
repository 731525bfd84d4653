// Prefixes as a tree (pool, host block, instance) and the addresses of instances in them.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import type { IpAssignmentsTable, IpPrefixesTable, PrefixPurpose } from './network-tables.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { query } from './query.js';

export type PrefixRow = Selectable<IpPrefixesTable>;
export type AssignmentRow = Selectable<IpAssignmentsTable>;

/** An assignment together with the prefix it is from. */
export type AssignedRow = AssignmentRow & { prefix_network: Buffer; prefix_length: number };

export interface PrefixFilter {
  ids?: readonly number[];
  /** Only of these projects, whatever else is asked for; absent: all. */
  visible?: readonly number[];
  purposes?: readonly PrefixPurpose[];
  location_ids?: readonly number[];
  server_ids?: readonly number[];
  project_ids?: readonly number[];
}

const get = query<{ id: number }>()((k, p) => k.selectFrom('ip_prefixes').selectAll().where('id', '=', p.id));
const byNetwork = query<{ network: Buffer; length: number }>()((k, p) =>
  k.selectFrom('ip_prefixes').selectAll().where('network', '=', p.network).where('length', '=', p.length),
);
const pools = query<{ family: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .selectAll()
    .where('purpose', '=', sql.lit('pool'))
    .where('family', '=', p.family as 4 | 6)
    .orderBy('network'),
);
const poolsAt = query<{ location_id: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .selectAll()
    .where('purpose', '=', sql.lit('pool'))
    .where('location_id', '=', p.location_id)
    .orderBy('network'),
);
const hostBlock = query<{ server_id: number; family: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .selectAll()
    .where('server_id', '=', p.server_id)
    .where('family', '=', p.family as 4 | 6)
    .where('purpose', '=', sql.lit('host')),
);
/** The last child that begins at or before an address: siblings never overlap, so no other one can reach over it. */
const childBefore = query<{ parent_id: number; last: Buffer }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .selectAll()
    .where('parent_id', '=', p.parent_id)
    .where('network', '<=', p.last)
    .orderBy('network', 'desc')
    .limit(sql.lit(1)),
);
/** The same of what has no parent; lengths of 4 and 16 bytes are told apart by the family. */
const rootBefore = query<{ family: number; last: Buffer }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .selectAll()
    .where('parent_id', 'is', null)
    .where('network', '<=', p.last)
    .where('family', '=', p.family as 4 | 6)
    .orderBy('network', 'desc')
    .limit(sql.lit(1)),
);
const lastChild = query<{ parent_id: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .selectAll()
    .where('parent_id', '=', p.parent_id)
    .orderBy('network', 'desc')
    .limit(sql.lit(1)),
);
/** The lowest that was given back and may be given out again. */
const reusable = query<{ parent_id: number; length: number; purpose: PrefixPurpose; until: number }>()(
  (k, p) =>
    k
      .selectFrom('ip_prefixes')
      .selectAll()
      .where('parent_id', '=', p.parent_id)
      .where('released_at', 'is not', null)
      .where('released_at', '<=', p.until)
      .where('length', '=', p.length)
      .where('purpose', '=', p.purpose)
      .orderBy('network')
      .limit(sql.lit(1)),
);
const childrenInUse = query<{ parent_id: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .select((s) => s.fn.countAll<number>().as('count'))
    .where('parent_id', '=', p.parent_id)
    .where('released_at', 'is', null),
);
const latestRelease = query<{ parent_id: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .select((s) => s.fn.max('released_at').as('at'))
    .where('parent_id', '=', p.parent_id)
    .where('released_at', 'is not', null),
);
const released = query<{ parent_id: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .select('id')
    .where('parent_id', '=', p.parent_id)
    .where('released_at', 'is not', null),
);
const removeChildren = query<{ parent_id: number }>()((k, p) =>
  k.deleteFrom('ip_prefixes').where('parent_id', '=', p.parent_id),
);
const remove = query<{ id: number }>()((k, p) => k.deleteFrom('ip_prefixes').where('id', '=', p.id));
const assignmentsOf = query<{ instance_id: number }>()((k, p) =>
  k.selectFrom('ip_assignments').selectAll().where('instance_id', '=', p.instance_id).orderBy('id'),
);
const assignmentsIn = query<{ prefix_id: number }>()((k, p) =>
  k
    .selectFrom('ip_assignments')
    .select((s) => s.fn.countAll<number>().as('count'))
    .where('prefix_id', '=', p.prefix_id),
);
const byAddress = query<{ address: Buffer }>()((k, p) =>
  k.selectFrom('ip_assignments').selectAll().where('address', '=', p.address),
);
const releasePrefixes = query<{ instance_id: number; at: number }>()((k, p) =>
  k
    .updateTable('ip_prefixes')
    .set({ released_at: p.at })
    .where('purpose', '=', sql.lit('instance'))
    .where('id', 'in', (e) =>
      e.selectFrom('ip_assignments').select('prefix_id').where('instance_id', '=', p.instance_id),
    ),
);
const unassign = query<{ instance_id: number }>()((k, p) =>
  k.deleteFrom('ip_assignments').where('instance_id', '=', p.instance_id),
);
const ofProject = query<{ project_id: number }>()((k, p) =>
  k
    .selectFrom('ip_prefixes')
    .select((s) => s.fn.countAll<number>().as('count'))
    .where('project_id', '=', p.project_id)
    .where('purpose', 'in', [sql.lit<PrefixPurpose>('instance'), sql.lit<PrefixPurpose>('reservation')])
    .where('released_at', 'is', null),
);
const ofMaker = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('projects')
    .innerJoin('ip_prefixes', 'ip_prefixes.project_id', 'projects.id')
    .select((s) => ['projects.id as project_id', s.fn.countAll<number>().as('count')])
    .where('projects.created_by', '=', p.user_id)
    .where('projects.deleted_at', 'is', null)
    .where('ip_prefixes.purpose', 'in', [
      sql.lit<PrefixPurpose>('instance'),
      sql.lit<PrefixPurpose>('reservation'),
    ])
    .where('ip_prefixes.released_at', 'is', null)
    .groupBy('projects.id'),
);

const indexTaken = query<{ server_id: number; index: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .select('id')
    .where('server_id', '=', p.server_id)
    .where('deleted_at', 'is', null)
    .where('host_index', 'is not', null)
    .where('host_index', '=', p.index),
);
/** The first number behind one that is taken; walks the index and stops at the first gap. */
const indexGap = query<{ server_id: number }>()((k, p) =>
  k
    .selectFrom('instances as here')
    .select(sql<number>`host_index + 1`.as('free'))
    .where('server_id', '=', p.server_id)
    .where('deleted_at', 'is', null)
    .where('host_index', 'is not', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('instances as next')
            .select('next.id')
            .whereRef('next.server_id', '=', 'here.server_id')
            .where('next.deleted_at', 'is', null)
            .where('next.host_index', 'is not', null)
            .where(sql<boolean>`next.host_index = here.host_index + 1`),
        ),
      ),
    )
    .orderBy('host_index')
    .limit(sql.lit(1)),
);

export const prefixesQueries = {
  indexTaken,
  indexGap,
  get,
  byNetwork,
  pools,
  poolsAt,
  hostBlock,
  childBefore,
  rootBefore,
  lastChild,
  reusable,
  childrenInUse,
  latestRelease,
  released,
  removeChildren,
  remove,
  assignmentsOf,
  assignmentsIn,
  byAddress,
  releasePrefixes,
  unassign,
  ofProject,
  ofMaker,
};

export function prefixesRepository(connection: Connection) {
  return {
    get: (id: number): Promise<PrefixRow | undefined> => get.first(connection, { id }),
    byNetwork: (network: Buffer, length: number): Promise<PrefixRow | undefined> =>
      byNetwork.first(connection, { network, length }),
    /** All pools of a family, lowest first. */
    pools: (family: 4 | 6): Promise<PrefixRow[]> => pools.all(connection, { family }),
    /** Pools of a place. */
    poolsAt: (location_id: number): Promise<PrefixRow[]> => poolsAt.all(connection, { location_id }),
    /** The block of a server, given back or not. */
    hostBlock: (server_id: number, family: 4 | 6 = 6): Promise<PrefixRow | undefined> =>
      hostBlock.first(connection, { server_id, family }),
    childBefore: (parent_id: number, last: Buffer): Promise<PrefixRow | undefined> =>
      childBefore.first(connection, { parent_id, last }),
    rootBefore: (family: 4 | 6, last: Buffer): Promise<PrefixRow | undefined> =>
      rootBefore.first(connection, { family, last }),
    lastChild: (parent_id: number): Promise<PrefixRow | undefined> =>
      lastChild.first(connection, { parent_id }),
    reusable: (of: {
      parent_id: number;
      length: number;
      purpose: PrefixPurpose;
      until: number;
    }): Promise<PrefixRow | undefined> => reusable.first(connection, of),
    /** How many children are given out. */
    childrenInUse: async (parent_id: number): Promise<number> =>
      (await childrenInUse.first(connection, { parent_id }))?.count ?? 0,
    /** When a child was given back last; null: none was. */
    latestRelease: async (parent_id: number): Promise<number | null> =>
      (await latestRelease.first(connection, { parent_id }))?.at ?? null,
    /** Children that were given back. */
    released: (parent_id: number): Promise<{ id: number }[]> => released.all(connection, { parent_id }),
    /** How many children each of these has given out. */
    usedOf: async (ids: readonly number[]): Promise<{ parent_id: number; count: number }[]> => {
      const rows = await connection.kysely
        .selectFrom('ip_prefixes')
        .select((s) => ['parent_id', s.fn.countAll<number>().as('count')])
        .where('parent_id', 'in', [...ids])
        .where('released_at', 'is', null)
        .groupBy('parent_id')
        .execute();
      return rows.flatMap(({ parent_id, count }) => (parent_id === null ? [] : [{ parent_id, count }]));
    },
    /** The instances that have addresses of these. */
    holdersOf: (ids: readonly number[]): Promise<{ prefix_id: number; instance_id: number }[]> =>
      connection.kysely
        .selectFrom('ip_assignments')
        .select(['prefix_id', 'instance_id'])
        .where('prefix_id', 'in', [...ids])
        .execute(),
    removeChildren: (parent_id: number) => removeChildren.run(connection, { parent_id }),
    remove: (id: number) => remove.run(connection, { id }),
    insert: async (row: Insertable<IpPrefixesTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('ip_prefixes')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<IpPrefixesTable>): Promise<void> => {
      await connection.kysely.updateTable('ip_prefixes').set(change).where('id', '=', id).execute();
    },
    /** Blocks of these servers that are not given back. */
    hostBlocks: (server_ids: readonly number[]): Promise<PrefixRow[]> =>
      connection.kysely
        .selectFrom('ip_prefixes')
        .selectAll()
        .where('purpose', '=', sql.lit('host'))
        .where('server_id', 'in', [...server_ids])
        .where('released_at', 'is', null)
        .orderBy('network')
        .execute(),
    assignmentsOf: (instance_id: number): Promise<AssignmentRow[]> =>
      assignmentsOf.all(connection, { instance_id }),
    /** Of many instances at once, each with its prefix. */
    assigned: (instance_ids: readonly number[]): Promise<AssignedRow[]> =>
      connection.kysely
        .selectFrom('ip_assignments')
        .innerJoin('ip_prefixes', 'ip_prefixes.id', 'ip_assignments.prefix_id')
        .selectAll('ip_assignments')
        .select(['ip_prefixes.network as prefix_network', 'ip_prefixes.length as prefix_length'])
        .where('ip_assignments.instance_id', 'in', [...instance_ids])
        .orderBy('ip_assignments.id')
        .execute(),
    /** How many addresses of a prefix instances have. */
    assignmentsIn: async (prefix_id: number): Promise<number> =>
      (await assignmentsIn.first(connection, { prefix_id }))?.count ?? 0,
    /** Whose an address is. */
    byAddress: (address: Buffer): Promise<AssignmentRow | undefined> =>
      byAddress.first(connection, { address }),
    assign: async (row: Insertable<IpAssignmentsTable>): Promise<void> => {
      await connection.kysely.insertInto('ip_assignments').values(row).execute();
    },
    /** Takes the addresses of an instance away; the prefixes that were made for it are given back. */
    release: async (instance_id: number, at: number): Promise<void> => {
      await releasePrefixes.run(connection, { instance_id, at });
      await unassign.run(connection, { instance_id });
    },
    /** The lowest number that no live instance of a server has. */
    freeIndex: async (server_id: number): Promise<number> => {
      if ((await indexTaken.first(connection, { server_id, index: 0 })) === undefined) return 0;
      return (await indexGap.first(connection, { server_id }))?.free ?? 0;
    },
    /** How many prefixes a project holds, for its quota. */
    heldBy: async (project_id: number): Promise<number> =>
      (await ofProject.first(connection, { project_id }))?.count ?? 0,
    /** The same of each project somebody made. */
    heldByMaker: (user_id: number): Promise<{ project_id: number; count: number }[]> =>
      ofMaker.all(connection, { user_id }),
    /** One page and one row more (see `pageOf`), in order. */
    page: (request: PageRequest, filter: PrefixFilter): Promise<PrefixRow[]> => {
      let select = connection.kysely.selectFrom('ip_prefixes').selectAll();
      if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
      if (filter.visible) select = select.where('project_id', 'in', [...filter.visible]);
      if (filter.purposes) select = select.where('purpose', 'in', [...filter.purposes]);
      if (filter.location_ids) select = select.where('location_id', 'in', [...filter.location_ids]);
      if (filter.server_ids) select = select.where('server_id', 'in', [...filter.server_ids]);
      if (filter.project_ids) select = select.where('project_id', 'in', [...filter.project_ids]);
      const start = behind(request, 'ip_prefixes');
      return inOrder(start ? select.where(start) : select, request).execute();
    },
  };
}
