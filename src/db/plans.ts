// Plans: sizes with a name, and the places they are bound to.
import { type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { query } from './query.js';
import type { PlansTable } from './catalogue-tables.js';

export type PlanRow = Selectable<PlansTable>;

export interface PlanFilter {
  ids?: readonly number[];
  slugs?: readonly string[];
  legacy?: boolean;
}

const get = query<{ id: number }>()((k, p) => k.selectFrom('plans').selectAll().where('id', '=', p.id));
const bySlug = query<{ slug: string }>()((k, p) =>
  k.selectFrom('plans').selectAll().where('slug', '=', p.slug),
);
const remove = query<{ id: number }>()((k, p) => k.deleteFrom('plans').where('id', '=', p.id));
const locationsOf = query<{ id: number }>()((k, p) =>
  k.selectFrom('plan_locations').select('location_id').where('plan_id', '=', p.id).orderBy('location_id'),
);
const leave = query<{ id: number }>()((k, p) => k.deleteFrom('plan_locations').where('plan_id', '=', p.id));
const instancesOf = query<{ id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .select((s) => s.fn.countAll<number>().as('count'))
    .where('plan_id', '=', p.id)
    .where('deleted_at', 'is', null),
);

export const plansQueries = { get, bySlug, remove, locationsOf, leave, instancesOf };

export function plansRepository(connection: Connection) {
  return {
    get: (id: number): Promise<PlanRow | undefined> => get.first(connection, { id }),
    bySlug: (slug: string): Promise<PlanRow | undefined> => bySlug.first(connection, { slug }),
    insert: async (row: Insertable<PlansTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('plans')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<PlansTable>): Promise<void> => {
      await connection.kysely.updateTable('plans').set(change).where('id', '=', id).execute();
    },
    remove: (id: number): Promise<number> => remove.run(connection, { id }),
    /** The places it is bound to; none: it is to be had everywhere. */
    locationsOf: async (id: number): Promise<number[]> =>
      (await locationsOf.all(connection, { id })).map(({ location_id }) => location_id),
    setLocations: async (id: number, location_ids: readonly number[]): Promise<void> => {
      await leave.run(connection, { id });
      if (location_ids.length === 0) return;
      const rows = location_ids.map((location_id) => ({ plan_id: id, location_id }));
      await connection.kysely.insertInto('plan_locations').values(rows).execute();
    },
    /** How many live instances were ordered as it. */
    instancesOf: async (id: number): Promise<number> =>
      (await instancesOf.first(connection, { id }))?.count ?? 0,
    /** One page and one row more (see `pageOf`), in order. */
    page: (request: PageRequest, filter: PlanFilter): Promise<PlanRow[]> => {
      let select = connection.kysely.selectFrom('plans').selectAll();
      if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
      if (filter.slugs) select = select.where('slug', 'in', [...filter.slugs]);
      if (filter.legacy !== undefined) select = select.where('legacy', '=', filter.legacy ? 1 : 0);
      const start = behind(request, 'plans');
      return inOrder(start ? select.where(start) : select, request).execute();
    },
  };
}
