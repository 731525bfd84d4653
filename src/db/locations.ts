// Places: where servers stand, and where plans are to be had.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { query } from './query.js';
import type { LocationsTable } from './tables.js';

export type LocationRow = Selectable<LocationsTable>;

export interface LocationFilter {
  ids?: readonly number[];
  codes?: readonly string[];
}

const get = query<{ id: number }>()((k, p) => k.selectFrom('locations').selectAll().where('id', '=', p.id));
const byCode = query<{ code: string }>()((k, p) =>
  k.selectFrom('locations').selectAll().where('code', '=', p.code),
);
const remove = query<{ id: number }>()((k, p) => k.deleteFrom('locations').where('id', '=', p.id));
const serversAt = query<{ id: number }>()((k, p) =>
  k.selectFrom('servers').select('name').where('location_id', '=', p.id).where('deleted_at', 'is', null),
);
const plansAt = query<{ id: number }>()((k, p) =>
  k
    .selectFrom('plan_locations')
    .innerJoin('plans', 'plans.id', 'plan_locations.plan_id')
    .select('plans.slug')
    .where('location_id', '=', p.id),
);
const leaveBuried = query<{ id: number }>()((k, p) =>
  k
    .updateTable('servers')
    .set({ location_id: null, ordinal: null })
    .where('location_id', '=', p.id)
    .where('deleted_at', 'is not', null),
);
const ordinals = query<{ id: number }>()((k, p) =>
  k
    .selectFrom('servers')
    .select('ordinal')
    .where('location_id', '=', p.id)
    .where('deleted_at', 'is', null)
    .where('ordinal', 'is not', null)
    .orderBy('ordinal'),
);

export const locationsQueries = { get, byCode, remove, serversAt, plansAt, leaveBuried, ordinals };

export function locationsRepository(connection: Connection) {
  const taken = async (id: number): Promise<(number | null)[]> =>
    (await ordinals.all(connection, { id })).map(({ ordinal }) => ordinal);
  return {
    get: (id: number): Promise<LocationRow | undefined> => get.first(connection, { id }),
    byCode: (code: string): Promise<LocationRow | undefined> => byCode.first(connection, { code }),
    insert: async (row: Insertable<LocationsTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('locations')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<LocationsTable>): Promise<void> => {
      await connection.kysely.updateTable('locations').set(change).where('id', '=', id).execute();
    },
    /** Deletes it; servers that were deleted before forget that they stood there. */
    remove: async (id: number): Promise<void> => {
      await leaveBuried.run(connection, { id });
      await remove.run(connection, { id });
    },
    /** Names of the live servers that stand there. */
    serversAt: async (id: number): Promise<string[]> =>
      (await serversAt.all(connection, { id })).map(({ name }) => name),
    /** Slugs of the plans that are bound to it. */
    plansAt: async (id: number): Promise<string[]> =>
      (await plansAt.all(connection, { id })).map(({ slug }) => slug),
    /** The lowest number that no live server there has. */
    freeOrdinal: async (id: number): Promise<number> => {
      let free = 0;
      for (const ordinal of await taken(id)) {
        if (ordinal === free) free += 1;
      }
      return free;
    },
    isFree: async (id: number, ordinal: number): Promise<boolean> => !(await taken(id)).includes(ordinal),
    /** One page and one row more (see `pageOf`), in order. */
    page: (request: PageRequest, filter: LocationFilter): Promise<LocationRow[]> => {
      let select = connection.kysely.selectFrom('locations').selectAll();
      if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
      if (filter.codes) select = select.where('code', 'in', [...filter.codes]);
      const start = behind(request, 'locations');
      return inOrder(start ? select.where(start) : select, request).execute();
    },
    /** How many there are of these numbers. */
    count: async (ids: readonly number[]): Promise<number> => {
      const { count } = await connection.kysely
        .selectFrom('locations')
        .select(sql<number>`count(*)`.as('count'))
        .where('id', 'in', [...ids])
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
