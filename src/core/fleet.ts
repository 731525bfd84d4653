// Servers: verify, add, look at, let go, and who may use them.
import type { Db } from '../db/open.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, missing } from '../errors.js';
import { append } from '../events/log.js';
import type { HostFacts, Provider } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { AddressGuard } from './addresses.js';
import type { Audit } from './audit.js';
import { createContact, plainAddress, type ServerWish } from './fleet-contact.js';
import { atAddress, createRegister, type RegisterWish } from './fleet-register.js';
import { endpointTaken, enterServer, isWaiting } from './fleet-rows.js';
import { createFleetUpdate, type ServerChange } from './fleet-update.js';
import type { Hosts } from './hosts.js';
import { releaseInstance, releaseServer } from './network/allocate.js';
import type { Rights } from './rights.js';

export type { ServerWish } from './fleet-contact.js';
export type { RegisterWish } from './fleet-register.js';

export interface FleetDeps {
  db: Db;
  clock: () => number;
  provider: Provider;
  guard: AddressGuard;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  /** Blocks of addresses: how large, and how long one rests (ms). */
  blocks?: { host_length: number; quarantine_ms: number };
  settings: {
    /** Who may add servers besides administrators. */
    add: 'admin' | 'user';
    disable_server_add: boolean;
    /** Unix sockets that may be used. */
    sockets: readonly string[];
  };
}

export interface Verified {
  facts: HostFacts;
  /** A registered server that is the same daemon, as far as the caller may see it. */
  known_server_id: number | null;
}

export interface Fleet {
  verify(caller: Caller, wish: ServerWish): Promise<Verified>;
  add(caller: Caller, wish: ServerWish): Promise<ServerRow>;
  /**
   * Stores a server `unconfigured` when it is away or does not trust us, else as `add` does; it comes online by
   * itself once it trusts us, pinned as it is then. One that is known and stands nowhere is put at the location.
   * With a password the server has to be there. Throws `conflict` for a known one, `no_capacity` without a free
   * host prefix.
   */
  register(caller: Caller, wish: RegisterWish): Promise<ServerRow>;
  /** The server at a name or an address, as far as the caller may see it. */
  atAddress(caller: Caller, address: string): Promise<ServerRow | undefined>;
  list(caller: Caller): Promise<ServerRow[]>;
  /** Throws `not_found` for what the caller may not see. */
  get(caller: Caller, id: number): Promise<ServerRow>;
  /** The same for who may change what stands on it: its owner and administrators; others get `forbidden`. */
  owned(caller: Caller, id: number): Promise<ServerRow>;
  /**
   * For its owner and administrators. Throws `bad_state` for a move while it carries instances with addresses of
   * its location.
   */
  update(caller: Caller, id: number, change: ServerChange): Promise<ServerRow>;
  delete(caller: Caller, id: number, forget: boolean): Promise<void>;
  grant(caller: Caller, id: number, user_id: number, allowed: boolean): Promise<void>;
  /** Connects to everything registered; called once at start. */
  start(): Promise<void>;
  facts(row: ServerRow): Partial<HostFacts>;
}

/** How long an add waits for the first sweep, so that the next call finds the server there. */
const FIRST_SWEEP_MS = 5_000;

/** Makes the service. */
export function createFleet(deps: FleetDeps): Fleet {
  const { db, clock } = deps;
  const contact = createContact({ ...deps, sockets: deps.settings.sockets });

  const mayAdd = (caller: Caller): Actor => {
    const actor = actorOf(caller);
    if (deps.settings.disable_server_add || (!actor.is_admin && deps.settings.add !== 'user')) {
      throw new AppError('forbidden', 'not enough access rights');
    }
    return actor;
  };

  /** Connects to a server and waits a moment for the first sweep. */
  const connect = async (row: ServerRow): Promise<ServerRow> => {
    deps.hosts.open(row);
    await deps.hosts.whenOnline(row.id, AbortSignal.timeout(FIRST_SWEEP_MS)).catch(() => undefined);
    return (await db.read.servers.get(row.id)) ?? row;
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
      const met = await contact.inspect(wish);
      const { facts } = met;
      contact.remember(actor, met);
      const twin = (await db.read.servers.live()).find((row) => row.daemon_fingerprint === facts.fingerprint);
      const known = twin !== undefined && deps.rights.usesServer(actor, twin.id) ? twin.id : null;
      return { facts, known_server_id: known };
    },

    add: async (caller, wish) => {
      const actor = mayAdd(caller);
      const met = await contact.inspect(wish);
      const { endpoint } = met;
      const there = await db.read.servers.byEndpoint(endpoint.address, endpoint.port, endpoint.path);
      // One that was registered before it trusted us is added by whoever registered it.
      const waiting = there !== undefined && isWaiting(there) && deps.rights.ownsServer(actor, there.id);
      if (there !== undefined && !waiting) throw endpointTaken();
      let { facts } = met;
      if (endpoint.address !== '') {
        const expected = contact.expected(actor, endpoint, wish);
        if (expected === undefined) {
          throw invalid(
            'server_fingerprint',
            `must be given, or server.verify be called first (the server shows ${facts.fingerprint})`,
          );
        }
        facts = await contact.trusted(met, wish.password, expected);
      }
      const { name, location_id } = wish;
      if (location_id !== undefined && !(await db.read.locations.get(location_id))) {
        throw missing('location_id');
      }
      const row = await deps.audit.change(
        caller,
        async (tx) => {
          const made = await enterServer(tx, caller, actor, { endpoint, name, facts, location_id }, clock());
          deps.rights.changing(actor.user_id);
          return made;
        },
        (made) => ({ server_id: made.id }),
      );
      deps.rights.changed(actor.user_id);
      return connect(row);
    },

    register: createRegister({ ...deps, contact, mayAdd, connect }),

    atAddress: async (caller, address) => {
      const actor = actorOf(caller);
      const rows = (await db.read.servers.live()).filter((row) => deps.rights.usesServer(actor, row.id));
      return atAddress(rows, plainAddress(address))[0];
    },

    list: async (caller) => {
      const actor = actorOf(caller);
      return (await db.read.servers.live()).filter((row) => deps.rights.usesServer(actor, row.id));
    },

    get,
    owned,
    update: createFleetUpdate({ ...deps, owned }),

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
            await releaseInstance(tx, { instance_id: instance.id, now });
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
          await releaseServer(tx, { server_id: id, now });
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
