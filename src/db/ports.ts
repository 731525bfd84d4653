// Ports of servers that lead into instances.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import type { InstancePortsTable } from './network-tables.js';
import { query } from './query.js';

export type PortRow = Selectable<InstancePortsTable>;
export type Protocol = PortRow['protocol'];

const taken = query<{ server_id: number; protocol: Protocol; host_port: number }>()((k, p) =>
  k
    .selectFrom('instance_ports')
    .select('instance_id')
    .where('server_id', '=', p.server_id)
    .where('protocol', '=', p.protocol)
    .where('host_port', '=', p.host_port),
);
/** The first port behind one that is taken, from `first` on; walks the index and stops at the first gap. */
const gap = query<{ server_id: number; protocol: Protocol; first: number }>()((k, p) =>
  k
    .selectFrom('instance_ports as here')
    .select(sql<number>`host_port + 1`.as('port'))
    .where('server_id', '=', p.server_id)
    .where('protocol', '=', p.protocol)
    .where('host_port', '>=', p.first)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('instance_ports as next')
            .select('next.id')
            .whereRef('next.server_id', '=', 'here.server_id')
            .whereRef('next.protocol', '=', 'here.protocol')
            .where(sql<boolean>`next.host_port = here.host_port + 1`),
        ),
      ),
    )
    .orderBy('host_port')
    .limit(sql.lit(1)),
);
const remove = query<{ instance_id: number }>()((k, p) =>
  k.deleteFrom('instance_ports').where('instance_id', '=', p.instance_id),
);

export const portsQueries = { taken, gap, remove };

export function portsRepository(connection: Connection) {
  const holder = async (server_id: number, protocol: Protocol, host_port: number): Promise<number | null> =>
    (await taken.first(connection, { server_id, protocol, host_port }))?.instance_id ?? null;
  return {
    /** The instance that has a port of a server; null: it is free. */
    holder,
    /** The lowest free port from `first` on; it may be beyond what is a port. */
    freeFrom: async (server_id: number, protocol: Protocol, first: number): Promise<number> => {
      if ((await holder(server_id, protocol, first)) === null) return first;
      return (await gap.first(connection, { server_id, protocol, first }))?.port ?? first;
    },
    insert: async (row: Insertable<InstancePortsTable>): Promise<void> => {
      await connection.kysely.insertInto('instance_ports').values(row).execute();
    },
    /** Of many instances at once, by host port. */
    ofInstances: (instance_ids: readonly number[]): Promise<PortRow[]> =>
      connection.kysely
        .selectFrom('instance_ports')
        .selectAll()
        .where('instance_id', 'in', [...instance_ids])
        .orderBy('host_port')
        .orderBy('protocol')
        .execute(),
    remove: (instance_id: number) => remove.run(connection, { instance_id }),
  };
}
