// Everybody and everything, as administrators list them: users, instances (also those that failed to be made), servers.
import { type ExpressionBuilder, sql } from 'kysely';
import type { Connection } from './connection.js';
import type { InstanceRow } from './instances.js';
import { query } from './query.js';
import type { ServerRow } from './servers.js';
import type { Database } from './tables.js';
import type { UserRow } from './users.js';

/** Live, or failed since then: what was never made is shown so for a while. */
function shown(failed_since: number) {
  return (e: ExpressionBuilder<Database, 'instances'>) =>
    e.or([
      e('deleted_at', 'is', null),
      e.and([e('state', '=', 'failed'), e('deleted_at', '>=', failed_since)]),
    ]);
}

const users = query<object>()((k) =>
  k.selectFrom('users').selectAll().where('deleted_at', 'is', null).orderBy('id'),
);
const userByExternal = query<{ external_id: string }>()((k, p) =>
  k.selectFrom('users').selectAll().where('external_id', '=', p.external_id).where('deleted_at', 'is', null),
);
const userByUuid = query<{ uuid: string }>()((k, p) =>
  k.selectFrom('users').selectAll().where('uuid', '=', p.uuid).where('deleted_at', 'is', null),
);
const live = query<object>()((k) =>
  k.selectFrom('instances').selectAll().where('deleted_at', 'is', null).orderBy('id'),
);
const failed = query<{ since: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .selectAll()
    .where('state', '=', sql.lit('failed'))
    .where('deleted_at', '>=', p.since),
);
const instancesOf = query<{ user_id: number; failed_since: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .selectAll()
    .where('owner_user_id', '=', p.user_id)
    .where(shown(p.failed_since))
    .orderBy('id'),
);
const instance = query<{ uuid: string; failed_since: number }>()((k, p) =>
  k.selectFrom('instances').selectAll().where('uuid', '=', p.uuid).where(shown(p.failed_since)),
);
const server = query<{ uuid: string }>()((k, p) =>
  k.selectFrom('servers').selectAll().where('uuid', '=', p.uuid).where('deleted_at', 'is', null),
);
const liveOn = query<{ server_id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .select(sql<number>`count(*)`.as('count'))
    .where('server_id', '=', p.server_id)
    .where('deleted_at', 'is', null),
);

export const rosterQueries = {
  users,
  userByExternal,
  userByUuid,
  live,
  failed,
  instancesOf,
  instance,
  server,
  liveOn,
};

export function rosterRepository(connection: Connection) {
  return {
    users: (): Promise<UserRow[]> => users.all(connection, {}),
    userByExternal: (external_id: string): Promise<UserRow | undefined> =>
      userByExternal.first(connection, { external_id }),
    userByUuid: (uuid: string): Promise<UserRow | undefined> => userByUuid.first(connection, { uuid }),
    /** In the order of their making. */
    instances: async (failed_since: number): Promise<InstanceRow[]> =>
      [...(await live.all(connection, {})), ...(await failed.all(connection, { since: failed_since }))].sort(
        (a, b) => a.id - b.id,
      ),
    /** Those that a user owns. */
    instancesOf: (user_id: number, failed_since: number): Promise<InstanceRow[]> =>
      instancesOf.all(connection, { user_id, failed_since }),
    instance: (uuid: string, failed_since: number): Promise<InstanceRow | undefined> =>
      instance.first(connection, { uuid, failed_since }),
    server: (uuid: string): Promise<ServerRow | undefined> => server.first(connection, { uuid }),
    /** How many live instances a server has. */
    liveOn: async (server_id: number): Promise<number> =>
      (await liveOn.first(connection, { server_id }))?.count ?? 0,
  };
}
