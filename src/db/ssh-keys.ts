// SSH public keys of users.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { type PageRequest, behind } from './paging.js';
import { query } from './query.js';
import type { SshKeysTable } from './tables.js';

export type SshKeyRow = Selectable<SshKeysTable>;

export interface SshKeyFilter {
  ids?: readonly number[];
  names?: readonly string[];
  fingerprints?: readonly string[];
}

const ofUser = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('ssh_keys').selectAll().where('user_id', '=', p.user_id).orderBy('id'),
);
const byFingerprint = query<{ user_id: number; fingerprint: string }>()((k, p) =>
  k
    .selectFrom('ssh_keys')
    .selectAll()
    .where('user_id', '=', p.user_id)
    .where('fingerprint', '=', p.fingerprint),
);
const remove = query<{ id: number; user_id: number }>()((k, p) =>
  k.deleteFrom('ssh_keys').where('id', '=', p.id).where('user_id', '=', p.user_id).returningAll(),
);

export const sshKeysQueries = { ofUser, byFingerprint, remove };

export function sshKeysRepository(connection: Connection) {
  return {
    /** All keys of a user, oldest first: they go into that user's new instances. */
    ofUser: (user_id: number): Promise<SshKeyRow[]> => ofUser.all(connection, { user_id }),
    byFingerprint: (user_id: number, fingerprint: string): Promise<SshKeyRow | undefined> =>
      byFingerprint.first(connection, { user_id, fingerprint }),
    insert: async (row: Insertable<SshKeysTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('ssh_keys')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    /** Deletes a user's key and returns what it was; undefined when that user has no such key. */
    remove: (id: number, user_id: number): Promise<SshKeyRow | undefined> =>
      remove.first(connection, { id, user_id }),
    /** One page and one row more (see `pageOf`) of a user's keys, in order. */
    page: (user_id: number, request: PageRequest, filter: SshKeyFilter): Promise<SshKeyRow[]> =>
      page(connection, user_id, request, filter),
  };
}

function page(
  connection: Connection,
  user_id: number,
  request: PageRequest,
  filter: SshKeyFilter,
): Promise<SshKeyRow[]> {
  let select = connection.kysely.selectFrom('ssh_keys').selectAll().where('user_id', '=', user_id);
  if (filter.ids) select = select.where('id', 'in', [...filter.ids]);
  if (filter.names) select = select.where('name', 'in', [...filter.names]);
  if (filter.fingerprints) select = select.where('fingerprint', 'in', [...filter.fingerprints]);
  const start = behind(request, 'ssh_keys');
  if (start) select = select.where(start);
  const direction = request.descending ? 'desc' : 'asc';
  if (request.column !== 'id') select = select.orderBy(sql.ref(`ssh_keys.${request.column}`), direction);
  return select
    .orderBy('ssh_keys.id', direction)
    .limit(request.limit + 1)
    .execute();
}
