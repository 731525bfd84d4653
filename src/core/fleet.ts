// Servers: verify, add, look at, let go, and who may use them.
import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, missing } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import type { Endpoint, HostFacts, Provider } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { AddressGuard } from './addresses.js';
import type { Audit } from './audit.js';
import type { Hosts } from './hosts.js';
import type { Rights } from './rights.js';

export interface FleetDeps {
  db: Db;
  clock: () => number;
  provider: Provider;
  guard: AddressGuard;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  settings: {
    /** Who may add servers besides administrators. */
    add: 'admin' | 'user';
    disable_server_add: boolean;
    /** Unix sockets that may be used. */
    sockets: readonly string[];
  };
}

export interface ServerWish {
  host: string;
  port: number;
  path: string;
  protocol: string;
  password: string;
  fingerprint: string;
  name: string;
  /** Where it stands. */
  location_id?: number | undefined;
}

export interface Verified {
  facts: HostFacts;
  /** A registered server that is the same daemon, as far as the caller may see it. */
  known_server_id: number | null;
}

export interface Fleet {
  verify(caller: Caller, wish: ServerWish): Promise<Verified>;
  add(caller: Caller, wish: ServerWish): Promise<ServerRow>;
  list(caller: Caller): Promise<ServerRow[]>;
  /** Throws `not_found` for what the caller may not see. */
  get(caller: Caller, id: number): Promise<ServerRow>;
  /** The same for who may change what stands on it: its owner and administrators; others get `forbidden`. */
  owned(caller: Caller, id: number): Promise<ServerRow>;
  delete(caller: Caller, id: number, forget: boolean): Promise<void>;
  grant(caller: Caller, id: number, user_id: number, allowed: boolean): Promise<void>;
  /** Connects to everything registered; called once at start. */
  start(): Promise<void>;
  facts(row: ServerRow): Partial<HostFacts>;
}

/** How long an add waits for the first sweep, so that the next call finds the server there. */
const FIRST_SWEEP_MS = 5_000;
/** Remembered verifications; each allows one add without a fingerprint. */
const VERIFIED = 1_000;

/** Makes the service. */
export function createFleet(deps: FleetDeps): Fleet {
  const { db, clock } = deps;
  const verified = new Map<string, string>();

  const mayAdd = (caller: Caller): Actor => {
    const actor = actorOf(caller);
    if (deps.settings.disable_server_add || (!actor.is_admin && deps.settings.add !== 'user')) {
      throw new AppError('forbidden', 'not enough access rights');
    }
    return actor;
  };

  const endpointOf = async (wish: ServerWish): Promise<{ endpoint: Endpoint; connect_to?: string }> => {
    if (wish.protocol !== 'lxd' && wish.protocol !== 'incus') {
      throw new AppError('unsupported', 'server_protocol must be lxd or incus');
    }
    const protocol: Endpoint['protocol'] = wish.protocol;
    const base = { protocol, tls_cert: null };
    if (wish.path !== '' && wish.host === '') {
      return { endpoint: { ...base, address: '', port: 0, path: await allowedSocket(wish.path) } };
    }
    if (wish.host === '')
      throw invalid('server_host', 'must name the server (or give server_path for a local socket)');
    if (wish.path !== '' && !/^\/[A-Za-z0-9._~/-]*$/.test(wish.path)) {
      throw invalid('server_path', 'must be the path below which the server answers, such as /lxd');
    }
    const endpoint = { ...base, address: wish.host.toLowerCase(), port: wish.port, path: wish.path };
    return { endpoint, connect_to: await deps.guard.resolve(endpoint) };
  };

  /** SEC-42: only sockets of the configured list, by their real path. */
  const allowedSocket = async (path: string): Promise<string> => {
    const refusal = invalid('server_path', 'is not a socket that may be used (setting servers.sockets)');
    if (!path.startsWith('/') || path.includes('\0')) throw refusal;
    try {
      const real = await realpath(path);
      const allowed = await Promise.all(
        deps.settings.sockets.map((socket) => realpath(socket).catch(() => socket)),
      );
      if (!allowed.includes(real) || !(await stat(real)).isSocket()) throw refusal;
      return real;
    } catch {
      throw refusal;
    }
  };

  const inspect = async (
    wish: ServerWish,
  ): Promise<{ endpoint: Endpoint; facts: HostFacts; connect_to?: string }> => {
    const { endpoint, connect_to } = await endpointOf(wish);
    const facts = await deps.provider.inspect(endpoint, connect_to === undefined ? {} : { connect_to });
    return { endpoint, facts, ...(connect_to === undefined ? {} : { connect_to }) };
  };

  const remember = (actor: Actor, endpoint: Endpoint, fingerprint: string): void => {
    const oldest = verified.keys().next();
    if (verified.size >= VERIFIED && !oldest.done) verified.delete(oldest.value);
    verified.set(verifiedKey(actor, endpoint), fingerprint);
  };

  const get = async (caller: Caller, id: number): Promise<ServerRow> => {
    const row = deps.rights.usesServer(actorOf(caller), id) ? await db.read.servers.get(id) : undefined;
    if (row === undefined) throw missing('server_id');
    return row;
  };

  const owned = async (caller: Caller, id: number): Promise<ServerRow> => {
    const row = await get(caller, id);
    if (deps.settings.disable_server_add || !deps.rights.ownsServer(actorOf(caller), id)) {
      throw new AppError('forbidden', 'not enough access rights');
    }
    return row;
  };

  return {
    verify: async (caller, wish) => {
      const actor = mayAdd(caller);
      const { endpoint, facts } = await inspect(wish);
      remember(actor, endpoint, facts.fingerprint);
      const twin = (await db.read.servers.live()).find((row) => row.daemon_fingerprint === facts.fingerprint);
      const known = twin !== undefined && deps.rights.usesServer(actor, twin.id) ? twin.id : null;
      return { facts, known_server_id: known };
    },

    add: async (caller, wish) => {
      const actor = mayAdd(caller);
      const { endpoint, facts: first, connect_to } = await inspect(wish);
      const taken = new AppError('conflict', 'server with this host and port already added');
      if (await db.read.servers.byEndpoint(endpoint.address, endpoint.port, endpoint.path)) throw taken;
      let facts = first;
      if (endpoint.address !== '') {
        const expected =
          normalFingerprint(wish.fingerprint) ??
          deps.provider.tokenFingerprint(wish.password) ??
          verified.get(verifiedKey(actor, endpoint));
        if (expected === undefined) {
          throw invalid(
            'server_fingerprint',
            `must be given, or server.verify be called first (the server shows ${facts.fingerprint})`,
          );
        }
        if (expected !== facts.fingerprint) {
          throw new AppError('host_untrusted', 'the server shows another certificate than the one expected', {
            details: { expected, shown: facts.fingerprint },
          });
        }
        if (facts.auth === 'untrusted') {
          if (wish.password === '') {
            throw invalid(
              'server_password',
              'must be the trust password or a join token of the server, which does not know us yet',
            );
          }
          await deps.provider.trust(endpoint, wish.password, {
            fingerprint: facts.fingerprint,
            name: 'gantry',
            ...(connect_to === undefined ? {} : { connect_to }),
          });
          facts = await deps.provider.inspect(endpoint, connect_to === undefined ? {} : { connect_to });
          if (facts.auth !== 'trusted') throw new AppError('forbidden', 'wrong credential');
        }
      }
      if (wish.location_id !== undefined && !(await db.read.locations.get(wish.location_id))) {
        throw missing('location_id');
      }
      const now = clock();
      const name = wish.name !== '' ? wish.name : endpoint.address !== '' ? endpoint.address : 'local';
      const row = await deps.audit.change(
        caller,
        async (tx) => {
          if (await tx.servers.byEndpoint(endpoint.address, endpoint.port, endpoint.path)) throw taken;
          const pinned = endpoint.address === '' ? null : facts.certificate;
          const place = await placeOf(tx, wish.location_id ?? null);
          // A server that comes back gets its old row again, and with it what refers to it.
          const buried = await tx.servers.buried(endpoint.address, endpoint.port, endpoint.path);
          let id: number;
          if (buried !== undefined && buried.daemon_fingerprint === facts.fingerprint) {
            id = buried.id;
            await tx.servers.update(id, {
              ...(wish.location_id === undefined ? await placeAgain(tx, buried) : place),
              name,
              protocol: endpoint.protocol,
              tls_cert: pinned,
              status: 'unconfigured',
              status_at: now,
              added_by: actor.user_id,
              updated_at: now,
              deleted_at: null,
            });
          } else {
            id = await tx.servers.insert({
              uuid: uuid(),
              ...place,
              name,
              protocol: endpoint.protocol,
              address: endpoint.address,
              port: endpoint.port,
              path: endpoint.path,
              tls_cert: pinned,
              daemon_fingerprint: facts.fingerprint,
              status: 'unconfigured',
              status_at: now,
              disabled: 0,
              tags: '',
              ram: '',
              disk: '',
              processor: '',
              uplink_network: '',
              storage_pool: '',
              facts: '{}',
              facts_at: null,
              added_by: actor.user_id,
              created_at: now,
              updated_at: now,
              deleted_at: null,
            });
          }
          await append(tx, {
            type: 'server.added',
            via: caller.via,
            at: now,
            user_id: actor.user_id,
            request_id: caller.client_request_id,
            server_id: id,
            data: { server_name: name },
          });
          deps.rights.changing(actor.user_id);
          const made = await tx.servers.get(id);
          if (made === undefined) throw new Error('a server vanished inside its transaction');
          return made;
        },
        (made) => ({ server_id: made.id }),
      );
      deps.rights.changed(actor.user_id);
      deps.hosts.open(row);
      await deps.hosts.whenOnline(row.id, AbortSignal.timeout(FIRST_SWEEP_MS)).catch(() => undefined);
      return (await db.read.servers.get(row.id)) ?? row;
    },

    list: async (caller) => {
      const actor = actorOf(caller);
      return (await db.read.servers.live()).filter((row) => deps.rights.usesServer(actor, row.id));
    },

    get,
    owned,

    delete: async (caller, id, forget) => {
      const row = await owned(caller, id);
      await deps.audit.change(
        caller,
        async (tx) => {
          const now = clock();
          const instances = await tx.instances.onServer(id);
          const ours = instances.filter(({ created_by }) => created_by !== null).length;
          if (ours > 0 && !forget) {
            throw new AppError(
              'bad_state',
              `${row.name} still has ${ours} instances that Gantry made: delete them, or pass forget: true to leave them on the host`,
            );
          }
          for (const instance of instances) {
            await tx.instances.update(instance.id, { state: 'deleted', deleted_at: now, updated_at: now });
            await append(tx, {
              type: 'instance.deleted',
              via: caller.via,
              at: now,
              user_id: caller.actor?.user_id ?? null,
              server_id: id,
              project_id: instance.project_id,
              instance_id: instance.id,
              data: { instance_name: instance.lxd_name },
            });
          }
          await tx.servers.update(id, { deleted_at: now, updated_at: now });
          await append(tx, {
            type: 'server.deleted',
            via: caller.via,
            at: now,
            user_id: caller.actor?.user_id ?? null,
            request_id: caller.client_request_id,
            server_id: id,
            data: { server_name: row.name },
          });
        },
        () => ({ server_id: id }),
      );
      deps.rights.changed();
      await deps.hosts.close(id);
    },

    grant: async (caller, id, user_id, allowed) => {
      await owned(caller, id);
      if ((await db.read.users.get(user_id)) === undefined) {
        throw missing('user_id');
      }
      await deps.audit.change(
        caller,
        async (tx) => {
          deps.rights.changing(user_id);
          if (allowed) await tx.projects.grant(id, user_id);
          else await tx.projects.ungrant(id, user_id);
          await append(tx, {
            type: allowed ? 'server.granted' : 'server.revoked',
            via: caller.via,
            at: clock(),
            user_id: caller.actor?.user_id ?? null,
            server_id: id,
            data: { user_id },
          });
        },
        () => ({ server_id: id }),
      );
      deps.rights.changed(user_id);
    },

    start: async () => {
      for (const row of await db.read.servers.live()) deps.hosts.open(row);
    },

    facts: (row) => JSON.parse(row.facts) as Partial<HostFacts>,
  };
}

type Place = Pick<ServerRow, 'location_id' | 'ordinal'>;

/** A place and the lowest number that is free there. */
async function placeOf(tx: Repositories, location_id: number | null): Promise<Place> {
  if (location_id === null) return { location_id: null, ordinal: null };
  if ((await tx.locations.get(location_id)) === undefined) throw missing('location_id');
  return { location_id, ordinal: await tx.locations.freeOrdinal(location_id) };
}

/** The place a server had, with its number there unless another has it now. */
async function placeAgain(tx: Repositories, { location_id, ordinal }: ServerRow): Promise<Place> {
  if (location_id === null) return { location_id, ordinal };
  const kept = ordinal !== null && (await tx.locations.isFree(location_id, ordinal));
  return kept ? { location_id, ordinal } : placeOf(tx, location_id);
}

function verifiedKey(actor: Actor, endpoint: Endpoint): string {
  return createHash('sha256')
    .update(`${actor.user_id}\0${endpoint.address}\0${endpoint.port}\0${endpoint.path}`)
    .digest('hex');
}

/** Hex without colons, lower case; undefined when none was given; throws for what is no SHA-256. */
function normalFingerprint(text: string): string | undefined {
  if (text === '') return undefined;
  const hex = text.replaceAll(':', '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex))
    throw invalid('server_fingerprint', 'must be the 64 hex digits of a SHA-256');
  return hex;
}
