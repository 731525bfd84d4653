// Projects, who belongs to them, and which users may use which server.
import { type Selectable, type Updateable, sql } from 'kysely';
import { uuid } from '../ids.js';
import type { Connection } from './connection.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { oidExpression } from './portable.js';
import { query } from './query.js';
import type { ProjectsTable } from './tables.js';

export type ProjectRow = Selectable<ProjectsTable>;

export interface ProjectFilter {
  ids?: readonly number[];
  /** Only these, whatever else is asked for; absent: all. */
  visible?: readonly number[];
  names?: readonly string[];
  personal?: boolean;
}

const insertPersonal = query<{ uuid: string; user_id: number; name: string; at: number }>()((k, p) =>
  k
    .insertInto('projects')
    .values({
      uuid: p.uuid,
      organization_id: null,
      personal_user_id: p.user_id,
      name: p.name,
      customdata: null,
      created_by: p.user_id,
      created_at: p.at,
      updated_at: p.at,
      deleted_at: null,
    })
    .returning('id'),
);
const insertOwner = query<{ uuid: string; user_id: number; project_id: number; at: number }>()((k, p) =>
  k.insertInto('memberships').values({
    uuid: p.uuid,
    user_id: p.user_id,
    organization_id: null,
    project_id: p.project_id,
    roles: sql.lit('["owner"]'),
    created_at: p.at,
    updated_at: p.at,
  }),
);
const get = query<{ id: number }>()((k, p) => k.selectFrom('projects').selectAll().where('id', '=', p.id));
const byOid = query<{ oid: string }>()((k, p) =>
  k
    .selectFrom('projects')
    .selectAll()
    .where(sql.raw<string>(oidExpression('uuid')), '=', p.oid),
);
const personalOf = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('projects').select('id').where('personal_user_id', '=', p.user_id),
);
const insert = query<{ uuid: string; name: string; user_id: number; at: number }>()((k, p) =>
  k
    .insertInto('projects')
    .values({
      uuid: p.uuid,
      organization_id: null,
      personal_user_id: null,
      name: p.name,
      customdata: null,
      created_by: p.user_id,
      created_at: p.at,
      updated_at: p.at,
      deleted_at: null,
    })
    .returning('id'),
);
const liveInstances = query<{ project_id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .select((s) => s.fn.countAll<number>().as('count'))
    .where('project_id', '=', p.project_id)
    .where('deleted_at', 'is', null),
);
/** Deleted ones too: who was in them goes on seeing what happened there. */
const projectIds = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('memberships')
    .select(sql<number>`project_id`.as('id'))
    .where('user_id', '=', p.user_id)
    .where('project_id', 'is not', null),
);
const serversOwned = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('servers').select('id').where('added_by', '=', p.user_id).where('deleted_at', 'is', null),
);
const serversGranted = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('server_grants').select('server_id as id').where('user_id', '=', p.user_id),
);
const grant = query<{ server_id: number; user_id: number }>()((k, p) =>
  k
    .insertInto('server_grants')
    .values({ server_id: p.server_id, user_id: p.user_id })
    .onConflict((c) => c.doNothing()),
);
const ungrant = query<{ server_id: number; user_id: number }>()((k, p) =>
  k.deleteFrom('server_grants').where('server_id', '=', p.server_id).where('user_id', '=', p.user_id),
);

export const projectsQueries = {
  insertPersonal,
  insertOwner,
  get,
  byOid,
  personalOf,
  insert,
  liveInstances,
  projectIds,
  serversOwned,
  serversGranted,
  grant,
  ungrant,
};

/** What a user may see, as sets of numbers. */
export interface UserRights {
  project_ids: number[];
  owned_server_ids: number[];
  granted_server_ids: number[];
}

export function projectsRepository(connection: Connection) {
  return {
    get: (id: number): Promise<ProjectRow | undefined> => get.first(connection, { id }),
    /** By the first 24 hex digits of its uuid; also a deleted one. */
    byOid: (oid: string): Promise<ProjectRow | undefined> => byOid.first(connection, { oid }),
    /** Makes a user's own project, with the user as its owner; returns its number. */
    insertPersonal: async (user_id: number, name: string, at: number): Promise<number> => {
      const made = await insertPersonal.first(connection, { uuid: uuid(), user_id, name, at });
      const project_id = made?.id ?? 0;
      await insertOwner.run(connection, { uuid: uuid(), user_id, project_id, at });
      return project_id;
    },
    personalOf: async (user_id: number): Promise<number | undefined> =>
      (await personalOf.first(connection, { user_id }))?.id,
    /** Read synchronously: the rights of a reader are asked at each delivery of events. */
    rightsNow: (user_id: number): UserRights => ({
      project_ids: idsNow(connection, projectIds.sql(), user_id),
      owned_server_ids: idsNow(connection, serversOwned.sql(), user_id),
      granted_server_ids: idsNow(connection, serversGranted.sql(), user_id),
    }),
    grant: (server_id: number, user_id: number) => grant.run(connection, { server_id, user_id }),
    ungrant: (server_id: number, user_id: number) => ungrant.run(connection, { server_id, user_id }),
    /** Makes a project that anybody may be let into; returns its number. */
    insert: async (user_id: number, name: string, at: number): Promise<number> =>
      (await insert.first(connection, { uuid: uuid(), user_id, name, at }))?.id ?? 0,
    update: async (id: number, change: Updateable<ProjectsTable>): Promise<void> => {
      await connection.kysely.updateTable('projects').set(change).where('id', '=', id).execute();
    },
    /** How many live instances are in it. */
    liveInstances: async (project_id: number): Promise<number> =>
      (await liveInstances.first(connection, { project_id }))?.count ?? 0,
    /** One page and one row more (see `pageOf`) of live projects, in order. */
    page: (request: PageRequest, filter: ProjectFilter): Promise<ProjectRow[]> =>
      page(connection, request, filter),
  };
}

function page(connection: Connection, request: PageRequest, filter: ProjectFilter): Promise<ProjectRow[]> {
  let select = connection.kysely.selectFrom('projects').selectAll().where('deleted_at', 'is', null);
  if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
  if (filter.visible) select = select.where('id', 'in', [...filter.visible]);
  if (filter.names) select = select.where('name', 'in', [...filter.names]);
  if (filter.personal !== undefined) {
    select = select.where('personal_user_id', filter.personal ? 'is not' : 'is', null);
  }
  const start = behind(request, 'projects');
  if (start) select = select.where(start);
  return inOrder(select, request).execute();
}

function idsNow(connection: Connection, text: string, user_id: number): number[] {
  return (connection.prepare(text).all(user_id) as { id: number }[]).map(({ id }) => id);
}
