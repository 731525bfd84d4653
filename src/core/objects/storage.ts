// Pools and volumes of a server: kept by the host alone. Volumes are made and deleted here, attached by operations.
import type { InstanceRow } from '../../db/instances.js';
import type { ServerRow } from '../../db/servers.js';
import { AppError, invalid, isAppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import { checkAttachable, checkAttached, type VolumeInput } from '../../operations/kinds/volumes.js';
import type { Host, HostPool, HostVolume, VolumeSpec } from '../../providers/provider.js';
import { type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import { readHostView } from '../host-view.js';
import type { Hosts } from '../hosts.js';
import type { InstanceName, InstanceWork } from '../instance-work.js';
import type { Accepted, LongOptions } from '../operations.js';
import type { Rights } from '../rights.js';
import { reach } from './reach.js';

/** Which custom volume is meant. */
export interface VolumeName {
  server_id: number;
  pool: string;
  volume: string;
}

export interface Storage {
  pools(caller: Caller, server_id: number): Promise<HostPool[]>;
  /** Of all types; empty for those who only use the server. */
  volumes(caller: Caller, server_id: number): Promise<HostVolume[]>;
  /** Throws `conflict` for a name that is taken in the pool. */
  add(caller: Caller, name: VolumeName, spec: VolumeSpec): Promise<void>;
  /** Throws `conflict` while something uses it. */
  delete(caller: Caller, name: VolumeName): Promise<void>;
  /** `path`: where it is mounted; only a filesystem has one. */
  attach(
    caller: Caller,
    name: VolumeName,
    instance: InstanceName,
    options: LongOptions & { path?: string },
  ): Promise<Accepted>;
  detach(caller: Caller, name: VolumeName, instance: InstanceName, options: LongOptions): Promise<Accepted>;
}

export interface StorageDeps {
  clock: () => number;
  fleet: Fleet;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  work: InstanceWork;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const CONTROL = /\p{Cc}/u;

/** Makes the service. */
export function createStorage(deps: StorageDeps): Storage {
  const { hosts, work } = deps;

  const open = async (caller: Caller, { server_id, pool, volume }: VolumeName): Promise<ServerRow> => {
    const server = await deps.fleet.owned(caller, server_id);
    for (const [field, name] of [
      ['pool_name', pool],
      ['volume_name', volume],
    ] as const) {
      if (!NAME.test(name)) {
        throw invalid(
          field,
          'must be 1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit',
        );
      }
    }
    return server;
  };

  const present = async (host: Host, { pool, volume }: VolumeName): Promise<HostVolume> => {
    const found = await host.volume(pool, volume);
    if (found === null) throw missing('volume_name');
    return found;
  };

  const commit = (
    caller: Caller,
    { server_id, pool, volume }: VolumeName,
    type: 'volume.created' | 'volume.deleted',
  ): Promise<void> =>
    deps.audit.change(
      caller,
      async (tx) => {
        await append(tx, {
          type,
          via: caller.via,
          at: deps.clock(),
          request_id: caller.client_request_id,
          user_id: caller.actor?.user_id ?? null,
          server_id,
          data: { pool_name: pool, volume_name: volume },
        });
      },
      () => ({ server_id }),
    );

  /** An instance that stands on the volume's server. */
  const beside = async (
    caller: Caller,
    { server_id }: VolumeName,
    name: InstanceName,
    options: LongOptions,
  ): Promise<{ row: InstanceRow; server: ServerRow; waiting: boolean }> => {
    const opened = await work.open(caller, { ...name, server_id }, options);
    if (opened.row.server_id !== server_id) {
      throw invalid('instance_id', `must name an instance of server ${server_id}, where the volume is`);
    }
    return opened;
  };

  return {
    pools: async (caller, server_id) => reach(hosts, await deps.fleet.get(caller, server_id)).pools(),

    volumes: async (caller, server_id) => {
      const server = await deps.fleet.get(caller, server_id);
      if (!deps.rights.ownsServer(actorOf(caller), server_id)) return [];
      return reach(hosts, server).volumes();
    },

    add: async (caller, name, spec) => {
      const host = reach(hosts, await open(caller, name));
      await host.addVolume(name.pool, name.volume, spec).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'not_found') throw missing('pool_name');
        throw error;
      });
      await commit(caller, name, 'volume.created');
    },

    delete: async (caller, name) => {
      const host = reach(hosts, await open(caller, name));
      const found = await present(host, name);
      if (found.used_by.length > 0) throw inUse(name);
      await host.deleteVolume(name.pool, name.volume).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'conflict') throw inUse(name);
        if (isAppError(error) && error.code === 'not_found') throw missing('volume_name');
        throw error;
      });
      await commit(caller, name, 'volume.deleted');
    },

    attach: async (caller, name, instance, options) => {
      await open(caller, name);
      const { path } = options;
      if (path !== undefined) checkPath(path);
      const { row, server, waiting } = await beside(caller, name, instance, options);
      const host = hosts.online(server.id);
      if (host !== null) checkUse(await present(host, name), row, path);
      const { pool, volume } = name;
      const { expanded_devices } = readHostView(row.host_view);
      if (!waiting) checkAttachable({ name: row.lxd_name, expanded_devices }, name);
      const input: VolumeInput = { pool, volume, ...(path === undefined ? {} : { path }) };
      return work.submit(caller, { row, server, kind: 'volume.attach', input: { ...input } }, options);
    },

    detach: async (caller, name, instance, options) => {
      await open(caller, name);
      const { row, server, waiting } = await beside(caller, name, instance, options);
      if (!waiting) checkAttached({ name: row.lxd_name, ...readHostView(row.host_view) }, name);
      const input: VolumeInput = { pool: name.pool, volume: name.volume };
      return work.submit(caller, { row, server, kind: 'volume.detach', input: { ...input } }, options);
    },
  };
}

/** LXD 5.0.2 takes nearly anything here, also what leads out of the place it mounts at. */
function checkPath(path: string): void {
  const parts = path.split('/').slice(1);
  const odd = parts.some((part) => part === '' || part === '.' || part === '..');
  if (!path.startsWith('/') || odd || CONTROL.test(path)) {
    throw invalid('volume_path', 'must be a path such as /srv/data, without . and .. and a slash at its end');
  }
}

function checkUse(volume: HostVolume, row: InstanceRow, path: string | undefined): void {
  if (volume.content_type === 'filesystem') {
    if (path === undefined) throw invalid('volume_path', 'must say where the volume is mounted');
    return;
  }
  if (path !== undefined)
    throw invalid('volume_path', `must be left out for a ${volume.content_type} volume`);
  if (row.type === 'container') {
    throw invalid('volume_name', `is a ${volume.content_type} volume, which only virtual machines can use`);
  }
}

function inUse({ volume }: VolumeName): AppError {
  return new AppError('conflict', `volume ${volume} is in use: detach it from what uses it first`);
}
