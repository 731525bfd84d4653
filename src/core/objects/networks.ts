// Networks of a server: kept by the host alone, guarded by ETags and by what only administrators may set (SEC-24).
import type { ServerRow } from '../../db/servers.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError, invalid, isAppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import type { Host, HostNetwork, NetworkSpec } from '../../providers/provider.js';
import { type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import type { Rights } from '../rights.js';
import { checkNetworkConfig } from './network-config.js';
import { reach } from './reach.js';

/** A network as callers see it; the ETag is '' for one that the host does not manage. */
export interface NetworkView extends HostNetwork {
  etag: string;
}

export interface NetworkChange {
  name: string;
  type?: string | undefined;
  /** Keys to set; null removes one, what is not named stays. */
  config?: Record<string, string | null> | undefined;
  description?: string | undefined;
  /** What the change was made from; another one on the host is a `conflict`. */
  etag?: string | undefined;
}

export interface Networks {
  /** All of a server, also what it does not manage. Configuration and users are for its owner and administrators. */
  list(caller: Caller, server_id: number): Promise<NetworkView[]>;
  /** These return the ETag after them. */
  add(caller: Caller, server_id: number, change: NetworkChange): Promise<string>;
  update(caller: Caller, server_id: number, change: NetworkChange): Promise<string>;
  /** Throws `conflict` while something uses it. */
  delete(caller: Caller, server_id: number, name: string): Promise<void>;
}

export interface NetworksDeps {
  clock: () => number;
  fleet: Fleet;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
}

const ATTEMPTS = 5;
// What 5.0.2 takes beyond that (`-a`, `a.b`) confuses the tools that name its bridges.
const NEW_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,14}$/;

/** Makes the service. */
export function createNetworks(deps: NetworksDeps): Networks {
  const open = async (caller: Caller, server_id: number): Promise<{ server: ServerRow; host: Host }> => {
    const server = await deps.fleet.owned(caller, server_id);
    return { server, host: reach(deps.hosts, server) };
  };

  const commit = (
    caller: Caller,
    server_id: number,
    type: 'network.created' | 'network.updated' | 'network.deleted',
    network_name: string,
    privileged: string[] = [],
  ): Promise<void> =>
    deps.audit.change(
      caller,
      async (tx: Repositories) => {
        await append(tx, {
          type,
          via: caller.via,
          at: deps.clock(),
          request_id: caller.client_request_id,
          user_id: caller.actor?.user_id ?? null,
          server_id,
          data: { network_name },
        });
      },
      () => ({ server_id, ...(privileged.length === 0 ? {} : { data: { privileged_keys: privileged } }) }),
    );

  /** One that can be changed. */
  const managed = async (host: Host, name: string): Promise<NetworkView> => {
    const found = await host.network(name);
    if (found === null) throw missing('network_name');
    if (!found.managed) throw new AppError('bad_state', `network_name ${name} is not managed by the server`);
    return found;
  };

  return {
    list: async (caller, server_id) => {
      const server = await deps.fleet.get(caller, server_id);
      const owner = deps.rights.ownsServer(actorOf(caller), server_id);
      const host = reach(deps.hosts, server);
      return Promise.all(
        (await host.networks()).map(async (network) => {
          const etag = network.managed ? await etagOf(host, network.name) : '';
          return owner ? { ...network, etag } : { ...network, config: shown(network), used_by: [], etag };
        }),
      );
    },

    add: async (caller, server_id, { name, type = 'bridge', config = {}, description = '' }) => {
      const { host } = await open(caller, server_id);
      if (!NEW_NAME.test(name)) {
        throw invalid(
          'network_name',
          'must be 1 to 15 letters, digits and hyphens, not beginning with a hyphen',
        );
      }
      const set = without(config);
      const privileged = checkNetworkConfig({
        type,
        config: set,
        present: {},
        admin: actorOf(caller).is_admin,
      });
      await ofConfig(host.addNetwork(name, type, { config: set, description }));
      await commit(caller, server_id, 'network.created', name, privileged);
      return etagOf(host, name);
    },

    update: async (caller, server_id, change) => {
      const { host } = await open(caller, server_id);
      for (let attempt = 1; ; attempt += 1) {
        const before = await managed(host, change.name);
        if (change.type !== undefined && change.type !== before.type) {
          throw invalid('network_type', `cannot be changed (it is ${before.type})`);
        }
        if (change.etag !== undefined && change.etag !== before.etag) throw stale(change.name);
        const spec: NetworkSpec = {
          config: without({ ...before.config, ...change.config }),
          description: change.description ?? before.description,
        };
        const privileged = checkNetworkConfig({
          type: before.type,
          config: change.config ?? {},
          present: before.config,
          admin: actorOf(caller).is_admin,
        });
        if (same(before, spec)) return before.etag;
        if (await ofConfig(host.replaceNetwork(change.name, spec, before.etag))) {
          await commit(caller, server_id, 'network.updated', change.name, privileged);
          return etagOf(host, change.name);
        }
        if (change.etag !== undefined || attempt >= ATTEMPTS) throw stale(change.name);
      }
    },

    delete: async (caller, server_id, name) => {
      const { host } = await open(caller, server_id);
      const found = await managed(host, name);
      if (found.used_by.length > 0) throw inUse(name, found.used_by.length);
      await host.deleteNetwork(name).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'conflict') throw inUse(name, 0);
        if (isAppError(error) && error.code === 'not_found') throw missing('network_name');
        throw error;
      });
      await commit(caller, server_id, 'network.deleted', name);
    },
  };
}

/** '' when it went away meanwhile, or has a name that no request could carry. */
async function etagOf(host: Host, name: string): Promise<string> {
  try {
    return (await host.network(name))?.etag ?? '';
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid_params') return '';
    throw error;
  }
}

/** What everybody who may use the server sees of a configuration: which addresses it gives. */
function shown({ config }: HostNetwork): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).filter(([key]) => /^ipv[46]\.(address|nat|dhcp)$/.test(key)),
  );
}

function without(config: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

function same(a: NetworkSpec, b: NetworkSpec): boolean {
  const keys = Object.keys(a.config);
  return (
    a.description === b.description &&
    keys.length === Object.keys(b.config).length &&
    keys.every((key) => a.config[key] === b.config[key])
  );
}

/** What the host will not have in a network, as a fault of the configuration. */
async function ofConfig<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid_params' || error.message.startsWith('network_'))
      throw error;
    const detail = `network_config: ${error.message}`;
    throw new AppError('invalid_params', detail, {
      cause: error,
      faults: [{ detail, pointer: '/network_config' }],
    });
  }
}

function stale(name: string): AppError {
  return new AppError(
    'conflict',
    `network ${name} was changed by someone else: list it again, then update with its network_etag`,
  );
}

function inUse(name: string, users: number): AppError {
  const who = users === 0 ? 'something uses it' : users === 1 ? 'one uses it' : `${users} use it`;
  return new AppError(
    'conflict',
    `network ${name} is in use: ${who}; take it from profiles and instances first`,
  );
}
