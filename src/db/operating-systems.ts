// Operating systems: names under which images are offered.
import { type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { query } from './query.js';
import type { OperatingSystemsTable } from './catalogue-tables.js';

export type OperatingSystemRow = Selectable<OperatingSystemsTable>;

export interface OperatingSystemFilter {
  ids?: readonly number[];
  slugs?: readonly string[];
  types?: readonly OperatingSystemRow['instance_type'][];
  hidden?: boolean;
}

const get = query<{ id: number }>()((k, p) =>
  k.selectFrom('operating_systems').selectAll().where('id', '=', p.id),
);
const bySlug = query<{ slug: string }>()((k, p) =>
  k.selectFrom('operating_systems').selectAll().where('slug', '=', p.slug),
);
const remove = query<{ id: number }>()((k, p) => k.deleteFrom('operating_systems').where('id', '=', p.id));
const instancesOf = query<{ id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .select((s) => s.fn.countAll<number>().as('count'))
    .where('os_id', '=', p.id)
    .where('deleted_at', 'is', null),
);

export const operatingSystemsQueries = { get, bySlug, remove, instancesOf };

export function operatingSystemsRepository(connection: Connection) {
  return {
    get: (id: number): Promise<OperatingSystemRow | undefined> => get.first(connection, { id }),
    bySlug: (slug: string): Promise<OperatingSystemRow | undefined> => bySlug.first(connection, { slug }),
    insert: async (row: Insertable<OperatingSystemsTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('operating_systems')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<OperatingSystemsTable>): Promise<void> => {
      await connection.kysely.updateTable('operating_systems').set(change).where('id', '=', id).execute();
    },
    remove: (id: number): Promise<number> => remove.run(connection, { id }),
    /** How many live instances were ordered with it. */
    instancesOf: async (id: number): Promise<number> =>
      (await instancesOf.first(connection, { id }))?.count ?? 0,
    /** One page and one row more (see `pageOf`), in order. */
    page: (request: PageRequest, filter: OperatingSystemFilter): Promise<OperatingSystemRow[]> => {
      let select = connection.kysely.selectFrom('operating_systems').selectAll();
      if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
      if (filter.slugs) select = select.where('slug', 'in', [...filter.slugs]);
      if (filter.types) select = select.where('instance_type', 'in', [...filter.types]);
      if (filter.hidden !== undefined) select = select.where('hidden', '=', filter.hidden ? 1 : 0);
      const start = behind(request, 'operating_systems');
      return inOrder(start ? select.where(start) : select, request).execute();
    },
  };
}
