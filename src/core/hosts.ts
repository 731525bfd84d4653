// Live connections to servers: opens them, watches them, sweeps after each loss, knows who is there.
import type { Db } from '../db/open.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, type Code, isAppError } from '../errors.js';
import { append } from '../events/log.js';
import type {
  Endpoint,
  Host,
  HostEvent,
  HostFacts,
  InstanceRef,
  Provider,
  Watch,
} from '../providers/provider.js';
import type { AddressGuard } from './addresses.js';
import { isWaiting } from './fleet-rows.js';
import { knock } from './knocking.js';
import type { Observer } from './observer.js';

export interface HostsDeps {
  db: Db;
  clock: () => number;
  provider: Provider;
  guard: AddressGuard;
  observer: () => Observer;
  onProgress: (
    hostOperation: string,
    progress: NonNullable<(HostEvent & { kind: 'operation' })['progress']>,
  ) => void;
  onError: (error: unknown, what: string) => void;
  /** 1 when a server is there, 0 when not. */
  onUp: (server_id: number, up: boolean) => void;
}

export interface Hosts {
  /**
   * Connects to a server and keeps the connection; idempotent. One without a pinned certificate is asked until it
   * trusts us, unless it is opened again with one before that.
   */
  open(row: ServerRow): void;
  close(server_id: number): Promise<void>;
  /** The connection while the server is online. */
  online(server_id: number): Host | null;
  /** The connection, online or not; null for unknown servers and those that do not trust us yet. */
  any(server_id: number): Host | null;
  whenOnline(server_id: number, signal: AbortSignal): Promise<void>;
  closeAll(): Promise<void>;
}

interface Held {
  /** null while the server does not trust us yet. */
  host: Host | null;
  watch: Watch;
  online: boolean;
  /** Number of the connection: a sweep of a lost one may not announce anything. */
  generation: number;
  waiters: Set<{ there: () => void; gone: () => void }>;
  closed: boolean;
}

/** The endpoint of a row. */
export function endpointOf(row: ServerRow): Endpoint {
  return {
    protocol: row.protocol,
    address: row.address,
    port: row.port,
    path: row.path,
    tls_cert: row.tls_cert,
  };
}

/** Makes the connections; none is open before `open`. */
export function createHosts(deps: HostsDeps): Hosts {
  const { db, clock } = deps;
  const held = new Map<number, Held>();

  const setStatus = async (
    server_id: number,
    status: 'online' | 'offline' | 'untrusted',
    reason: string,
    facts?: HostFacts,
  ): Promise<void> => {
    deps.onUp(server_id, status === 'online');
    await db.tx(async (tx) => {
      const now = clock();
      if (facts)
        await tx.servers.setFacts(server_id, JSON.stringify(factsToKeep(facts)), facts.fingerprint, now);
      if (!(await tx.servers.setStatus(server_id, status, now))) return;
      const row = await tx.servers.get(server_id);
      if (row === undefined) return;
      const told = { via: 'lxd' as const, at: now, server_id };
      const server_name = row.name;
      if (status === 'online') await append(tx, { ...told, type: 'server.online', data: { server_name } });
      else await append(tx, { ...told, type: `server.${status}`, data: { server_name, reason } });
      if (status === 'untrusted') {
        await append(tx, {
          ...told,
          type: 'server.untrusted',
          retention: 'audit',
          data: { server_name, reason },
        });
      }
    });
  };

  /** After each (re)connection: facts, then everything on it, then it is online. */
  const settle = async (server_id: number, held_: Held, host: Host): Promise<void> => {
    const generation = (held_.generation += 1);
    for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
      if (held_.closed || held_.generation !== generation) return;
      try {
        const facts = await host.facts();
        await deps.observer().sweep(server_id);
        if (held_.closed || held_.generation !== generation) return;
        await setStatus(server_id, 'online', '', facts);
        held_.online = true;
        for (const waiter of held_.waiters) waiter.there();
        held_.waiters.clear();
        return;
      } catch (error) {
        if (held_.closed || held_.generation !== generation) return;
        if (!isAppError(error)) deps.onError(error, `reading server ${server_id}`);
        else if (error.code === 'host_untrusted') return down(server_id, held_, error.code, error.message);
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  };

  const down = (server_id: number, held_: Held, code: Code, reason: string): void => {
    held_.generation += 1;
    held_.online = false;
    if (held_.closed) return;
    setStatus(server_id, code === 'host_untrusted' ? 'untrusted' : 'offline', reason).catch(
      (error: unknown) => deps.onError(error, `noting that server ${server_id} is away`),
    );
  };

  const hint = (server_id: number, ref: InstanceRef): Promise<void> =>
    deps
      .observer()
      .refresh(server_id, ref)
      .catch((error: unknown) => {
        // A host that is away is swept when it is back; nothing is lost by one hint.
        if (!isAppError(error)) deps.onError(error, `reading ${ref.name} on server ${server_id}`);
      });

  const event = (server_id: number, told: HostEvent): void => {
    if (told.kind === 'operation') {
      if (told.progress) deps.onProgress(told.id, told.progress);
    } else if (told.kind === 'instance') {
      const { ref, old_name } = told;
      const read = hint(server_id, ref);
      // The new name first: asked for first, the old one would be taken for deleted, and its row buried.
      if (old_name !== undefined)
        void read.then(() => hint(server_id, { project: ref.project, name: old_name }));
    }
  };

  const attach = (row: ServerRow, entry: Held): void => {
    const endpoint = endpointOf(row);
    const host = deps.provider.open(
      endpoint,
      endpoint.address === '' ? {} : { connect_to: () => deps.guard.resolve(endpoint) },
    );
    entry.host = host;
    entry.watch = host.watch({
      up: () =>
        void settle(row.id, entry, host).catch((error: unknown) => deps.onError(error, `server ${row.id}`)),
      event: (told) => event(row.id, told),
      down: (code, reason) => down(row.id, entry, code, reason),
    });
  };

  return {
    open: (row) => {
      const known = held.get(row.id);
      if (known !== undefined && (known.host !== null || isWaiting(row))) return;
      const entry: Held = known ?? {
        host: null,
        watch: { close: () => undefined },
        online: false,
        generation: 0,
        waiters: new Set(),
        closed: false,
      };
      held.set(row.id, entry);
      if (isWaiting(row)) {
        entry.watch = knock(deps, row, endpointOf(row), (pinned) => {
          if (!entry.closed && entry.host === null) attach(pinned, entry);
        });
      } else {
        entry.watch.close();
        attach(row, entry);
      }
    },
    close: async (server_id) => {
      const entry = held.get(server_id);
      if (entry === undefined) return;
      held.delete(server_id);
      await shut(entry);
    },
    online: (server_id) => {
      const entry = held.get(server_id);
      return entry?.online === true ? entry.host : null;
    },
    any: (server_id) => held.get(server_id)?.host ?? null,
    whenOnline: (server_id, signal) =>
      new Promise((resolve, reject) => {
        const entry = held.get(server_id);
        if (entry === undefined) {
          return reject(new AppError('lost', 'the server is no longer registered'));
        }
        if (entry.online) return resolve();
        const end = (settle_: () => void) => (): void => {
          entry.waiters.delete(waiter);
          signal.removeEventListener('abort', late);
          settle_();
        };
        const late = end(() =>
          reject(new AppError('host_unreachable', 'the server did not come back in time')),
        );
        const waiter = {
          there: end(resolve),
          gone: end(() => reject(new AppError('lost', 'the server is no longer registered'))),
        };
        if (signal.aborted) return late();
        signal.addEventListener('abort', late, { once: true });
        entry.waiters.add(waiter);
      }),
    closeAll: async () => {
      for (const [server_id, entry] of held) {
        held.delete(server_id);
        await shut(entry);
      }
    },
  };
}

/** Ends a connection; whoever waits for it is told that it will not come back. */
async function shut(entry: Held): Promise<void> {
  entry.closed = true;
  entry.watch.close();
  for (const waiter of [...entry.waiters]) waiter.gone();
  await entry.host?.close();
}

/** Facts as stored: shown while the host is away. The certificate has a column of its own. */
function factsToKeep(facts: HostFacts): Omit<HostFacts, 'certificate'> {
  const { certificate: _certificate, ...rest } = facts;
  return rest;
}
