// Passkeys of users: found by the number their authenticator gave them.
import { type Insertable, type Selectable, type SqlBool, sql } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind, inOrder } from './paging.js';
import { query } from './query.js';
import type { WebauthnCredentialsTable } from './tables.js';

export type WebauthnCredentialRow = Selectable<WebauthnCredentialsTable>;

export interface WebauthnCredentialFilter {
  ids?: readonly number[];
  names?: readonly string[];
}

const ofUser = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('webauthn_credentials').selectAll().where('user_id', '=', p.user_id).orderBy('id'),
);
const byCredential = query<{ credential_id: Buffer }>()((k, p) =>
  k.selectFrom('webauthn_credentials').selectAll().where('credential_id', '=', p.credential_id),
);
const used = query<{ id: number; sign_count: number; at: number }>()((k, p) =>
  k
    .updateTable('webauthn_credentials')
    .set({ sign_count: p.sign_count, last_used_at: p.at })
    .where('id', '=', p.id)
    .where(sql<SqlBool>`(sign_count < ${p.sign_count} or (sign_count = 0 and ${p.sign_count} = 0))`),
);
const remove = query<{ id: number; user_id: number }>()((k, p) =>
  k.deleteFrom('webauthn_credentials').where('id', '=', p.id).where('user_id', '=', p.user_id).returningAll(),
);
const count = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('webauthn_credentials')
    .select(sql<number>`count(*)`.as('count'))
    .where('user_id', '=', p.user_id),
);

export const webauthnCredentialsQueries = { ofUser, byCredential, used, remove, count };

export function webauthnCredentialsRepository(connection: Connection) {
  return {
    /** All keys of a user, oldest first. */
    ofUser: (user_id: number): Promise<WebauthnCredentialRow[]> => ofUser.all(connection, { user_id }),
    /** The key with the id its authenticator gave it, whoever's it is. */
    byCredential: (credential_id: Buffer): Promise<WebauthnCredentialRow | undefined> =>
      byCredential.first(connection, { credential_id }),
    countOf: async (user_id: number): Promise<number> =>
      (await count.first(connection, { user_id }))?.count ?? 0,
    insert: async (row: Insertable<WebauthnCredentialsTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('webauthn_credentials')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    /** Notes a use; false when the key is gone, or its counter is there already (0 on both sides: none is kept). */
    used: async (key: { id: number; sign_count: number; at: number }): Promise<boolean> =>
      (await used.run(connection, key)) === 1,
    /** Deletes a user's key and returns what it was; undefined when that user has no such key. */
    remove: (id: number, user_id: number): Promise<WebauthnCredentialRow | undefined> =>
      remove.first(connection, { id, user_id }),
    /** One page and one row more (see `pageOf`) of a user's keys, in order. */
    page: (
      user_id: number,
      request: PageRequest,
      filter: WebauthnCredentialFilter,
    ): Promise<WebauthnCredentialRow[]> => page(connection, user_id, request, filter),
  };
}

function page(
  connection: Connection,
  user_id: number,
  request: PageRequest,
  filter: WebauthnCredentialFilter,
): Promise<WebauthnCredentialRow[]> {
  let select = connection.kysely
    .selectFrom('webauthn_credentials')
    .selectAll()
    .where('user_id', '=', user_id);
  if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
  if (filter.names) select = select.where('name', 'in', [...filter.names]);
  const start = behind(request, 'webauthn_credentials');
  if (start) select = select.where(start);
  return inOrder(select, request).execute();
}
