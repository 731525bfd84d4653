// Peers that servers speak BGP with.
import { type Insertable, type Selectable } from 'kysely';
import type { Connection } from './connection.js';
import type { BgpPeersTable } from './network-tables.js';
import { query } from './query.js';

export type BgpPeerRow = Selectable<BgpPeersTable>;

const byName = query<{ server_id: number; name: string }>()((k, p) =>
  k.selectFrom('bgp_peers').selectAll().where('server_id', '=', p.server_id).where('name', '=', p.name),
);
const ofServer = query<{ server_id: number }>()((k, p) =>
  k.selectFrom('bgp_peers').selectAll().where('server_id', '=', p.server_id).orderBy('name'),
);
const replace = query<{ id: number; asn: number; neighbor: string }>()((k, p) =>
  k
    .updateTable('bgp_peers')
    .set({ asn: p.asn, neighbor: p.neighbor, applied_at: null, host_asn: null })
    .where('id', '=', p.id),
);
/** Only as long as it still says what was applied. */
const applied = query<{ id: number; asn: number; neighbor: string; host_asn: number | null; at: number }>()(
  (k, p) =>
    k
      .updateTable('bgp_peers')
      .set({ applied_at: p.at, host_asn: p.host_asn })
      .where('id', '=', p.id)
      .where('asn', '=', p.asn)
      .where('neighbor', '=', p.neighbor),
);

export const bgpPeersQueries = { byName, ofServer, replace, applied };

export function bgpPeersRepository(connection: Connection) {
  return {
    byName: (server_id: number, name: string): Promise<BgpPeerRow | undefined> =>
      byName.first(connection, { server_id, name }),
    ofServer: (server_id: number): Promise<BgpPeerRow[]> => ofServer.all(connection, { server_id }),
    ofServers: (server_ids: readonly number[]): Promise<BgpPeerRow[]> =>
      connection.kysely
        .selectFrom('bgp_peers')
        .selectAll()
        .where('server_id', 'in', [...server_ids])
        .orderBy('server_id')
        .orderBy('name')
        .execute(),
    insert: async (row: Insertable<BgpPeersTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('bgp_peers')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    /** What the other side is from now on; it has to be applied anew. */
    replace: (id: number, asn: number, neighbor: string) => replace.run(connection, { id, asn, neighbor }),
    /** The host took it; nothing is noted when it was replaced meanwhile. */
    applied: (row: Pick<BgpPeerRow, 'id' | 'asn' | 'neighbor'>, host_asn: number | null, at: number) =>
      applied.run(connection, { id: row.id, asn: row.asn, neighbor: row.neighbor, host_asn, at }),
  };
}
