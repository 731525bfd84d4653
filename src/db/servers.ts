// Servers: the hosts we know, their status and what they last said of themselves.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { ServerStatus, ServersTable } from './tables.js';

export type ServerRow = Selectable<ServersTable>;

const get = query<{ id: number }>()((k, p) =>
  k.selectFrom('servers').selectAll().where('id', '=', p.id).where('deleted_at', 'is', null),
);
const any = query<{ id: number }>()((k, p) => k.selectFrom('servers').selectAll().where('id', '=', p.id));
const live = query<object>()((k) =>
  k.selectFrom('servers').selectAll().where('deleted_at', 'is', null).orderBy('id'),
);
const byEndpoint = query<{ address: string; port: number; path: string }>()((k, p) =>
  k
    .selectFrom('servers')
    .selectAll()
    .where('address', '=', p.address)
    .where('port', '=', p.port)
    .where('path', '=', p.path)
    .where('deleted_at', 'is', null),
);
const buried = query<{ address: string; port: number; path: string }>()((k, p) =>
  k
    .selectFrom('servers')
    .selectAll()
    .where('address', '=', p.address)
    .where('port', '=', p.port)
    .where('path', '=', p.path)
    .where('deleted_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
);
const setStatus = query<{ id: number; status: ServerStatus; at: number }>()((k, p) =>
  k
    .updateTable('servers')
    .set({ status: p.status, status_at: p.at, updated_at: p.at })
    .where('id', '=', p.id)
    .where('status', '!=', p.status)
    .where('deleted_at', 'is', null),
);
const setFacts = query<{ id: number; facts: string; fingerprint: string; at: number }>()((k, p) =>
  k
    .updateTable('servers')
    .set({ facts: p.facts, facts_at: p.at, daemon_fingerprint: p.fingerprint })
    .where('id', '=', p.id),
);

export const serversQueries = { get, any, live, byEndpoint, buried, setStatus, setFacts };

export function serversRepository(connection: Connection) {
  return {
    /** A live server. */
    get: (id: number): Promise<ServerRow | undefined> => get.first(connection, { id }),
    /** Also a deleted one. */
    any: (id: number): Promise<ServerRow | undefined> => any.first(connection, { id }),
    live: (): Promise<ServerRow[]> => live.all(connection, {}),
    byEndpoint: (address: string, port: number, path: string) =>
      byEndpoint.first(connection, { address, port, path }),
    /** The latest deleted row of an endpoint: a server that comes back gets it again. */
    buried: (address: string, port: number, path: string) =>
      buried.first(connection, { address, port, path }),
    insert: async (row: Insertable<ServersTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('servers')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    update: async (id: number, change: Updateable<ServersTable>): Promise<void> => {
      await connection.kysely.updateTable('servers').set(change).where('id', '=', id).execute();
    },
    /** True when the status is a new one. */
    setStatus: async (id: number, status: ServerStatus, at: number): Promise<boolean> =>
      (await setStatus.run(connection, { id, status, at })) > 0,
    setFacts: (id: number, facts: string, fingerprint: string, at: number) =>
      setFacts.run(connection, { id, facts, fingerprint, at }),
  };
}
