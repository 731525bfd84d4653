// On which server a machine is made: who can at all is asked of the hosts before, who has most room inside the transaction.
import type { Db } from '../../db/open.js';
import type { LocationRow } from '../../db/locations.js';
import type { Repositories } from '../../db/repositories.js';
import type { ServerRow } from '../../db/servers.js';
import { AppError, isAppError, missing } from '../../errors.js';
import type { Host, ImageSource } from '../../providers/provider.js';
import type { Caller } from '../access.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import { unreachable } from '../instance-work.js';
import type { Source } from './source.js';

export type MachinePlace = { location_id: number } | { server_id: number };

/** What a server needs to know to make the machine. */
export interface Prepared {
  image: ImageSource;
  /** The root disk of its profile, to put a size on. */
  root: RootDisk;
}

/** A disk device under the name it has in the profile. */
export interface RootDisk {
  name: string;
  device: Record<string, string>;
}

/** Where a machine may come to be. */
export interface Placement {
  location: LocationRow | null;
  /** Best first; inside the transaction that takes the room. */
  servers(tx: Repositories): Promise<readonly ServerRow[]>;
  /** What was learnt of a server in `servers`. */
  prepared(server: ServerRow): Prepared;
}

export interface PlacementDeps {
  db: Db;
  fleet: Fleet;
  hosts: Hosts;
}

/** Profile whose devices every machine has. */
export const PROFILE = 'default';

/** Finds the servers that can; throws `no_capacity` when there is none, or why the only ones can't. */
export async function placementOf(
  deps: PlacementDeps,
  caller: Caller,
  wish: { place: MachinePlace; source: Source },
): Promise<Placement> {
  const { db, hosts } = deps;
  const prepare = async (server: ServerRow, host: Host): Promise<Prepared> => ({
    image: await wish.source.on(server, host),
    root: await rootDisk(server, host),
  });

  if ('server_id' in wish.place) {
    const server = await deps.fleet.get(caller, wish.place.server_id);
    if (server.disabled === 1) {
      throw new AppError('bad_state', `server_id: ${server.name} is disabled and takes no new instances`);
    }
    const host = hosts.online(server.id);
    if (host === null) throw unreachable(server, 'try again, or take another server');
    const prepared = await prepare(server, host);
    // The host was asked since: let go of or disabled meanwhile, it takes nothing more.
    const servers = async (tx: Repositories): Promise<ServerRow[]> => {
      const now = await tx.servers.get(server.id);
      return now?.disabled === 0 ? [now] : [];
    };
    return { location: null, servers, prepared: () => prepared };
  }

  const { location_id } = wish.place;
  const location = await db.read.locations.get(location_id);
  if (location === undefined) throw missing('location_id');
  const known = new Map<number, Prepared>();
  const refusals: AppError[] = [];
  const look = async (server: ServerRow): Promise<void> => {
    const host = hosts.online(server.id);
    if (host === null) return;
    try {
      known.set(server.id, await prepare(server, host));
    } catch (error) {
      if (!isAppError(error)) throw error;
      refusals.push(error);
    }
  };
  await Promise.all((await db.read.machines.candidates(location_id)).map(look));
  if (known.size === 0) {
    throw (
      refusals[0] ?? new AppError('no_capacity', `location_id: no server at ${location.code} takes instances`)
    );
  }
  return {
    location,
    servers: async (tx) =>
      (await tx.machines.candidates(location_id)).filter(
        ({ id }) => known.has(id) && hosts.online(id) !== null,
      ),
    prepared: ({ id }) => {
      const prepared = known.get(id);
      if (prepared === undefined) throw new Error(`server ${id} was not looked at`);
      return prepared;
    },
  };
}

/** The root disk of the profile, on the pool that is set for the server where one is. */
async function rootDisk(server: ServerRow, host: Host): Promise<RootDisk> {
  const profile = (await host.profiles()).find(({ name }) => name === PROFILE);
  const found = Object.entries(profile?.devices ?? {}).find(
    ([, { type, path }]) => type === 'disk' && path === '/',
  );
  if (server.storage_pool !== '') {
    const device = { type: 'disk', path: '/', ...found?.[1], pool: server.storage_pool };
    return { name: found?.[0] ?? 'root', device };
  }
  if (found === undefined) {
    throw new AppError('unsupported', `the profile ${PROFILE} of ${server.name} has no root disk`);
  }
  return { name: found[0], device: found[1] };
}
