// Things that only the host keeps (profiles, pools, ...): asked each time, never copied.
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import type { ServerRow } from '../db/servers.js';
import { isAppError } from '../errors.js';
import type { HostCertificate, HostPool, HostVolume } from '../providers/provider.js';
import { type Caller, actorOf } from './access.js';
import type { Hosts } from './hosts.js';
import { type ProfileView, viewOf } from './objects/profiles.js';
import type { Rights } from './rights.js';

export interface HostObjects {
  profiles: ProfileView[];
  certificates: HostCertificate[];
  pools: HostPool[];
  volumes: HostVolume[];
  instances: InstanceRow[];
}

export interface HostObjectsService {
  /** Everything `server.get` includes; what cannot be asked right now is left out. */
  all(caller: Caller, row: ServerRow): Promise<HostObjects>;
}

/** Makes the service. */
export function createHostObjects(deps: { db: Db; hosts: Hosts; rights: Rights }): HostObjectsService {
  return {
    all: async (caller, row) => {
      const actor = actorOf(caller);
      const owner = deps.rights.ownsServer(actor, row.id);
      const instances = (await deps.db.read.instances.onServer(row.id)).filter(
        (instance) => owner || deps.rights.inProject(actor, instance.project_id),
      );
      const host = deps.hosts.online(row.id);
      const objects: HostObjects = { profiles: [], certificates: [], pools: [], volumes: [], instances };
      if (host === null) return objects;
      const [profiles, pools, volumes, certificates] = await Promise.all([
        host.profiles().catch(away),
        host.pools().catch(away),
        owner ? host.volumes().catch(away) : [],
        owner ? host.certificates().catch(away) : [],
      ]);
      return {
        ...objects,
        profiles: profiles.map((profile) => viewOf(profile, owner)),
        pools,
        volumes,
        certificates,
      };
    },
  };
}

/** A host that went away between two questions leaves a list empty; anything else is a fault to show. */
function away(error: unknown): never[] {
  if (isAppError(error) && error.code === 'host_unreachable') return [];
  throw error;
}
