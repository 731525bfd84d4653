// Who belongs to which project, and in what roles.
import { type Selectable, sql } from 'kysely';
import { uuid } from '../ids.js';
import type { Connection } from './connection.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { query } from './query.js';
import type { MembershipsTable } from './tables.js';

/** A member of a project with the names of its user; `roles` is JSON. */
export type MemberRow = Pick<Selectable<MembershipsTable>, 'id' | 'user_id' | 'roles' | 'created_at'> & {
  project_id: number;
  login: string;
  email: string;
};

export interface MemberFilter {
  user_ids?: readonly number[];
}

const rolesOf = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('memberships')
    .select(['project_id', 'roles'])
    .where('user_id', '=', p.user_id)
    .where('project_id', 'is not', null),
);
const inProject = query<{ project_id: number }>()((k, p) =>
  k.selectFrom('memberships').select(['user_id', 'roles']).where('project_id', '=', p.project_id),
);
const shared = query<{ user_id: number; other_id: number }>()((k, p) =>
  k
    .selectFrom('memberships as mine')
    .innerJoin('memberships as theirs', 'theirs.project_id', 'mine.project_id')
    .innerJoin('projects', 'projects.id', 'mine.project_id')
    .select('mine.id')
    .where('mine.user_id', '=', p.user_id)
    .where('theirs.user_id', '=', p.other_id)
    .where('projects.deleted_at', 'is', null)
    .limit(sql.lit(1)),
);
const addresses = query<object>()((k) =>
  k
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .innerJoin('projects', 'projects.id', 'memberships.project_id')
    .select(['projects.id as project_id', 'users.email'])
    .where('users.deleted_at', 'is', null)
    .where('projects.deleted_at', 'is', null)
    .orderBy('memberships.id'),
);
const addressesOf = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('memberships as mine')
    .innerJoin('memberships', 'memberships.project_id', 'mine.project_id')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .innerJoin('projects', 'projects.id', 'memberships.project_id')
    .select(['projects.id as project_id', 'users.email'])
    .where('mine.user_id', '=', p.user_id)
    .where('users.deleted_at', 'is', null)
    .where('projects.deleted_at', 'is', null)
    .orderBy('memberships.id'),
);
const insert = query<{ uuid: string; user_id: number; project_id: number; roles: string; at: number }>()(
  (k, p) =>
    k.insertInto('memberships').values({
      uuid: p.uuid,
      user_id: p.user_id,
      organization_id: null,
      project_id: p.project_id,
      roles: p.roles,
      created_at: p.at,
      updated_at: p.at,
    }),
);
const setRoles = query<{ user_id: number; project_id: number; roles: string; at: number }>()((k, p) =>
  k
    .updateTable('memberships')
    .set({ roles: p.roles, updated_at: p.at })
    .where('project_id', '=', p.project_id)
    .where('user_id', '=', p.user_id),
);
const remove = query<{ user_id: number; project_id: number }>()((k, p) =>
  k.deleteFrom('memberships').where('project_id', '=', p.project_id).where('user_id', '=', p.user_id),
);

export const membershipsQueries = {
  rolesOf,
  inProject,
  shared,
  addresses,
  addressesOf,
  insert,
  setRoles,
  remove,
};

export function membershipsRepository(connection: Connection) {
  return {
    /** Read synchronously, as all rights are; `roles` is JSON. Deleted projects too: their history stays theirs. */
    rolesNow: (user_id: number): { project_id: number; roles: string }[] =>
      connection.prepare(rolesOf.sql()).all(user_id) as { project_id: number; roles: string }[],
    ofProject: (project_id: number): Promise<{ user_id: number; roles: string }[]> =>
      inProject.all(connection, { project_id }),
    /** Whether two users are in one live project. */
    together: async (user_id: number, other_id: number): Promise<boolean> =>
      (await shared.first(connection, { user_id, other_id })) !== undefined,
    /** Members of all live projects by address, or of those a user belongs to, oldest first. */
    addresses: (user_id: number | null): Promise<{ project_id: number; email: string }[]> =>
      user_id === null ? addresses.all(connection, {}) : addressesOf.all(connection, { user_id }),
    insert: (project_id: number, user_id: number, roles: readonly string[], at: number): Promise<number> =>
      insert.run(connection, { uuid: uuid(), project_id, user_id, roles: JSON.stringify(roles), at }),
    setRoles: (project_id: number, user_id: number, roles: readonly string[], at: number): Promise<number> =>
      setRoles.run(connection, { project_id, user_id, roles: JSON.stringify(roles), at }),
    remove: (project_id: number, user_id: number): Promise<number> =>
      remove.run(connection, { project_id, user_id }),
    /** One page and one row more (see `pageOf`) of a project's members, in order. */
    page: (project_id: number, request: PageRequest, filter: MemberFilter): Promise<MemberRow[]> =>
      page(connection, project_id, request, filter),
  };
}

function page(
  connection: Connection,
  project_id: number,
  request: PageRequest,
  filter: MemberFilter,
): Promise<MemberRow[]> {
  let select = connection.kysely.selectFrom('memberships').where('project_id', '=', project_id);
  if (filter.user_ids) select = select.where('user_id', 'in', [...filter.user_ids]);
  const start = behind(request, 'memberships');
  if (start) select = select.where(start);
  return inOrder(
    select.select([
      'id',
      'user_id',
      'roles',
      'created_at',
      sql<number>`project_id`.as('project_id'),
      sql<string>`(select login from users where users.id = memberships.user_id)`.as('login'),
      sql<string>`(select email from users where users.id = memberships.user_id)`.as('email'),
    ]),
    request,
  ).execute();
}
