// Machines: where a new one fits, by which ids it is found, its environment, and who may log into it.
import { type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import type { InstanceRow } from './instances.js';
import type { LocationRow } from './locations.js';
import type { OperatingSystemRow } from './operating-systems.js';
import type { PlanRow } from './plans.js';
import { oidExpression } from './portable.js';
import { query } from './query.js';
import type { ServerRow } from './servers.js';
import type { SshKeyRow } from './ssh-keys.js';
import type { InstanceEnvTable } from './catalogue-tables.js';

/** What the live instances of a server were given. */
function allocated(column: 'vcpus' | 'memory_mb') {
  return sql<number>`(select coalesce(sum(${sql.ref(`instances.${column}`)}), 0) from instances where instances.server_id = servers.id and instances.deleted_at is null)`;
}

const candidates = query<{ location_id: number }>()((k, p) =>
  k
    .selectFrom('servers')
    .selectAll('servers')
    .where('location_id', '=', p.location_id)
    .where('deleted_at', 'is', null)
    .where('status', '=', sql.lit('online'))
    .where('disabled', '=', sql.lit(0))
    .orderBy(allocated('vcpus'))
    .orderBy(allocated('memory_mb'))
    .orderBy('ordinal'),
);
const place = query<{ server_id: number }>()((k, p) =>
  k.selectFrom('servers').select('location_id').where('id', '=', p.server_id),
);
const byOid = query<{ oid: string }>()((k, p) =>
  k
    .selectFrom('instances')
    .selectAll()
    .where(sql.raw<string>(oidExpression('uuid')), '=', p.oid),
);
const byUuid = query<{ uuid: string }>()((k, p) =>
  k.selectFrom('instances').selectAll().where('uuid', '=', p.uuid),
);
const byPhonehome = query<{ hash: Buffer }>()((k, p) =>
  k.selectFrom('instances').selectAll().where('phonehome_hash', '=', p.hash).where('deleted_at', 'is', null),
);
const addEnv = query<{ instance_id: number; key: string; value: string }>()((k, p) =>
  k.insertInto('instance_env').values({ instance_id: p.instance_id, key: p.key, value: p.value }),
);

export const machinesQueries = { candidates, place, byOid, byUuid, byPhonehome, addEnv };

export function machinesRepository(connection: Connection) {
  const { kysely } = connection;
  const rows = async <T>(ids: readonly number[], read: (ids: number[]) => Promise<T[]>): Promise<T[]> => {
    const once = [...new Set(ids)];
    return once.length === 0 ? [] : read(once);
  };
  return {
    /** Servers of a place that take machines, the least allocated first (CPUs, then memory, then ordinal). */
    candidates: (location_id: number): Promise<ServerRow[]> => candidates.all(connection, { location_id }),
    /** Where a server stands, read synchronously; null: nowhere. */
    placeNow: (server_id: number): number | null => place.now(connection, { server_id })?.location_id ?? null,
    /** A live instance by the first 24 hex digits of its uuid. */
    byOid: async (oid: string): Promise<InstanceRow | undefined> => {
      const row = await byOid.first(connection, { oid });
      return row?.deleted_at === null ? row : undefined;
    },
    byUuid: async (uuid: string): Promise<InstanceRow | undefined> => {
      const row = await byUuid.first(connection, { uuid });
      return row?.deleted_at === null ? row : undefined;
    },
    /** The live instance that was given the token with this SHA-256. */
    byPhonehome: (hash: Buffer): Promise<InstanceRow | undefined> => byPhonehome.first(connection, { hash }),
    addEnv: (instance_id: number, key: string, value: string): Promise<number> =>
      addEnv.run(connection, { instance_id, key, value }),
    envOf: (instance_ids: readonly number[]): Promise<Selectable<InstanceEnvTable>[]> =>
      rows(instance_ids, (ids) =>
        kysely
          .selectFrom('instance_env')
          .selectAll()
          .where('instance_id', 'in', ids)
          .orderBy('instance_id')
          .orderBy('key')
          .execute(),
      ),
    /** Also deleted ones: what stood on them still says so. */
    servers: (wanted: readonly number[]): Promise<ServerRow[]> =>
      rows(wanted, (ids) => kysely.selectFrom('servers').selectAll().where('id', 'in', ids).execute()),
    locations: (wanted: readonly number[]): Promise<LocationRow[]> =>
      rows(wanted, (ids) => kysely.selectFrom('locations').selectAll().where('id', 'in', ids).execute()),
    plans: (wanted: readonly number[]): Promise<PlanRow[]> =>
      rows(wanted, (ids) => kysely.selectFrom('plans').selectAll().where('id', 'in', ids).execute()),
    operatingSystems: (wanted: readonly number[]): Promise<OperatingSystemRow[]> =>
      rows(wanted, (ids) =>
        kysely.selectFrom('operating_systems').selectAll().where('id', 'in', ids).execute(),
      ),
    /** Keys of these users and of a project, oldest first; of users that may log in here themselves. */
    sshKeys: (user_ids: readonly number[], project_id: number): Promise<SshKeyRow[]> =>
      kysely
        .selectFrom('ssh_keys')
        .selectAll()
        .where((e) =>
          e.or([
            e('project_id', '=', project_id),
            e(
              'user_id',
              'in',
              e
                .selectFrom('users')
                .select('users.id')
                .where('users.id', 'in', [...user_ids])
                .where('users.disabled_at', 'is', null)
                .where('users.deleted_at', 'is', null),
            ),
          ]),
        )
        .orderBy('id')
        .execute(),
  };
}
