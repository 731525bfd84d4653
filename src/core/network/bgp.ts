// BGP peers of servers: kept here as they shall be, and entered on the server as soon as it is there.
import type { BgpPeerRow } from '../../db/bgp-peers.js';
import type { Db } from '../../db/open.js';
import type { ServerRow } from '../../db/servers.js';
import { AppError, invalid, isAppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import type { Host, HostFacts } from '../../providers/provider.js';
import { type Caller, requireAdmin } from '../access.js';
import type { Audit } from '../audit.js';
import { addressText, parseAddress } from './address.js';

export type { BgpPeerRow } from '../../db/bgp-peers.js';

/** A peer as it is asked for; one of that name on the server is replaced. */
export interface BgpWish {
  server_id: number;
  /** Letters, digits, hyphens. */
  name: string;
  asn: number;
  /** Address of the other side. */
  neighbor: string;
}

export interface Bgp {
  /**
   * For administrators. A server that is away gets the peer when it is back; `unsupported` for one that
   * cannot speak BGP. The row says in `applied_at` and `host_asn` whether there can be a session.
   */
  set(caller: Caller, wish: BgpWish): Promise<BgpPeerRow>;
  /** Peers of these servers, by server and name. */
  ofServers(server_ids: readonly number[]): Promise<BgpPeerRow[]>;
  /** Enters what a server that has come (back) has not taken yet; faults are told to the log. */
  catchUp(server_id: number): void;
}

export interface BgpDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  onError: (error: unknown, what: string) => void;
  hosts: { any(server_id: number): Host | null; online(server_id: number): Host | null };
}

const HIGHEST_ASN = 4_294_967_295;

/** Makes the service. */
export function createBgp({ db, clock, audit, hosts, onError }: BgpDeps): Bgp {
  const apply = async (server: ServerRow, host: Host, row: BgpPeerRow): Promise<void> => {
    const { name, asn, neighbor } = row;
    const { host_asn } = await host.setBgpPeer(await uplinkOf(server, host), { name, asn, neighbor });
    await db.tx((tx) => tx.bgpPeers.applied(row, host_asn, clock()));
    // Replaced meanwhile, the older one may have been the last to arrive.
    const now = await db.read.bgpPeers.byName(server.id, name);
    if (now !== undefined && (now.asn !== asn || now.neighbor !== neighbor)) await apply(server, host, now);
  };

  const catchUp = async (server_id: number): Promise<void> => {
    const server = await db.read.servers.get(server_id);
    const host = hosts.any(server_id);
    if (server === undefined || host === null) return;
    for (const row of await db.read.bgpPeers.ofServer(server_id)) {
      // Without a number of its own it may have got one meanwhile.
      if (row.applied_at !== null && row.host_asn !== null) continue;
      // One that the server refuses is no reason to leave out the others.
      await apply(server, host, row).catch((error: unknown) =>
        onError(error, `peer ${row.name} of ${server.name}`),
      );
    }
  };

  return {
    set: async (caller, wish) => {
      requireAdmin(caller);
      const { server_id, name, asn } = wish;
      const neighbor = checked(wish);
      const server = await db.read.servers.get(server_id);
      if (server === undefined) throw missing('server_id');
      const { api_extensions } = JSON.parse(server.facts) as Partial<HostFacts>;
      if (api_extensions !== undefined && !api_extensions.includes('network_bgp')) {
        throw new AppError('unsupported', `${server.name} cannot speak BGP: its version is too old`);
      }
      const row = await audit.change(
        caller,
        async (tx) => {
          if ((await tx.servers.get(server_id)) === undefined) throw missing('server_id');
          const before = await tx.bgpPeers.byName(server_id, name);
          if (before !== undefined) await tx.bgpPeers.replace(before.id, asn, neighbor);
          else {
            await tx.bgpPeers.insert({
              server_id,
              name,
              asn,
              neighbor,
              host_asn: null,
              applied_at: null,
              created_at: clock(),
            });
          }
          await append(tx, {
            type: 'bgp.set',
            via: caller.via,
            at: clock(),
            request_id: caller.client_request_id,
            user_id: caller.actor?.user_id ?? null,
            server_id,
            data: { bgp_name: name, bgp_asn: asn, bgp_neighbor: neighbor },
          });
          const made = await tx.bgpPeers.byName(server_id, name);
          if (made === undefined) throw new Error('a peer vanished inside its transaction');
          return made;
        },
        () => ({ server_id, data: { bgp_name: name } }),
      );
      const host = hosts.online(server_id);
      if (host !== null) {
        await apply(server, host, row).catch((error: unknown) => {
          // Gone since it was asked for: it gets the peer when it is back.
          if (isAppError(error) && error.code === 'host_unreachable') return;
          throw error;
        });
      }
      return (await db.read.bgpPeers.byName(server_id, name)) ?? row;
    },

    ofServers: (server_ids) => db.read.bgpPeers.ofServers(server_ids),

    catchUp: (server_id) => {
      catchUp(server_id).catch((error: unknown) => onError(error, `the peers of server ${server_id}`));
    },
  };
}

/** The neighbour in its one spelling; throws `invalid_params` for what cannot be a peer. */
function checked({ name, asn, neighbor }: BgpWish): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(name)) {
    throw invalid('name', 'must be 1 to 63 letters, digits and hyphens');
  }
  if (!Number.isInteger(asn) || asn < 1 || asn > HIGHEST_ASN) {
    throw invalid('asn', `must be a number from 1 to ${HIGHEST_ASN}`);
  }
  const address = parseAddress(neighbor.trim());
  if (address === null) throw invalid('neighbor', 'must be an IP address');
  return addressText(address);
}

/** The network whose routes a server announces: the one set for it, else its first managed bridge. */
async function uplinkOf(server: ServerRow, host: Host): Promise<string> {
  if (server.uplink_network !== '') return server.uplink_network;
  const bridge = (await host.networks()).find(({ managed, type }) => managed && type === 'bridge');
  if (bridge === undefined) {
    throw new AppError(
      'bad_state',
      `${server.name} has no managed bridge to enter the peer on: add a network`,
    );
  }
  return bridge.name;
}
