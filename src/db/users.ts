// Users: people by number, login or e-mail, and pages of them.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind } from './paging.js';
import { query } from './query.js';
import type { UsersTable } from './tables.js';

export type UserRow = Selectable<UsersTable>;

export interface UserFilter {
  ids?: readonly number[];
  logins?: readonly string[];
  emails?: readonly string[];
  admin?: boolean;
  disabled?: boolean;
}

const get = query<{ id: number }>()((k, p) =>
  k.selectFrom('users').selectAll().where('id', '=', p.id).where('deleted_at', 'is', null),
);
const byLogin = query<{ login: string }>()((k, p) =>
  k
    .selectFrom('users')
    .selectAll()
    .where(sql`lower(login)`, '=', sql`lower(${p.login})`)
    .where('deleted_at', 'is', null),
);
const byEmail = query<{ email: string }>()((k, p) =>
  k
    .selectFrom('users')
    .selectAll()
    .where(sql`lower(email)`, '=', sql`lower(${p.email})`)
    .where('deleted_at', 'is', null),
);
const setPassword = query<{ id: number; password_hash: string; at: number }>()((k, p) =>
  k.updateTable('users').set({ password_hash: p.password_hash, updated_at: p.at }).where('id', '=', p.id),
);
const otherAdmin = query<{ id: number }>()((k, p) =>
  k
    .selectFrom('users')
    .select('id')
    .where('id', '!=', p.id)
    .where('is_admin', '=', 1)
    .where('disabled_at', 'is', null)
    .where('deleted_at', 'is', null)
    .limit(sql.lit(1)),
);

export const usersQueries = { get, byLogin, byEmail, setPassword, otherAdmin };

export function usersRepository(connection: Connection) {
  return {
    /** A user who was not deleted; also a disabled one. */
    get: (id: number): Promise<UserRow | undefined> => get.first(connection, { id }),
    /** Whatever the case of its ASCII letters. */
    byLogin: (login: string): Promise<UserRow | undefined> => byLogin.first(connection, { login }),
    /** Whatever the case of its ASCII letters. */
    byEmail: (email: string): Promise<UserRow | undefined> => byEmail.first(connection, { email }),
    /** Whether anybody is an administrator. */
    hasAdmin: async (): Promise<boolean> => {
      const found = await connection.kysely
        .selectFrom('users')
        .select('id')
        .where('is_admin', '=', 1)
        .where('deleted_at', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
    insert: async (row: Insertable<UsersTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('users')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    setPassword: (id: number, password_hash: string, at: number) =>
      setPassword.run(connection, { id, password_hash, at }),
    update: async (id: number, set: Updateable<UsersTable>): Promise<void> => {
      await connection.kysely.updateTable('users').set(set).where('id', '=', id).execute();
    },
    /** Whether an administrator who can log in would be left without this one. */
    hasOtherAdmin: async (id: number): Promise<boolean> =>
      (await otherAdmin.first(connection, { id })) !== undefined,
    /** One page and one row more (see `pageOf`), in order. */
    page: (request: PageRequest, filter: UserFilter): Promise<UserRow[]> => page(connection, request, filter),
  };
}

function page(connection: Connection, request: PageRequest, filter: UserFilter): Promise<UserRow[]> {
  let select = connection.kysely.selectFrom('users').selectAll().where('users.deleted_at', 'is', null);
  if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
  if (filter.logins) select = select.where('login', 'in', [...filter.logins]);
  if (filter.emails) select = select.where('email', 'in', [...filter.emails]);
  if (filter.admin !== undefined) select = select.where('is_admin', '=', filter.admin ? 1 : 0);
  if (filter.disabled !== undefined) {
    select = select.where('disabled_at', filter.disabled ? 'is not' : 'is', null);
  }
  const start = behind(request, 'users');
  if (start) select = select.where(start);
  const direction = request.descending ? 'desc' : 'asc';
  if (request.column !== 'id') select = select.orderBy(sql.ref(`users.${request.column}`), direction);
  return select
    .orderBy('users.id', direction)
    .limit(request.limit + 1)
    .execute();
}
