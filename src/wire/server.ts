// Starts and stops the wire: listeners, certificate reload, draining.
import type { FileTree } from '../dialects/dialect.js';
import type { Dialects } from '../registry/dialect.js';
import type { Registry, SessionGate } from '../registry/registry.js';
import { Proxies } from './address.js';
import { type Mount, dialectPaths } from './dialect-paths.js';
import { EncodedBatches } from './encoded.js';
import type { House, WireLog } from './house.js';
import { DEFAULT_LIMITS, FailureBuckets, Tally, type Limits } from './limits.js';
import { addressUrl, openPort, parseListen, tryPort, type Address } from './listen.js';
import { makeMsgpack } from './msgpack.js';
import { addRoutes } from './routes.js';
import { checkTls, type TlsFiles } from './tls.js';
import type { UploadSink } from './sink.js';
import { loadBinding, type Binding, type ListenSocket, type TemplatedApp } from './uws.js';

export { DEFAULT_LIMITS, type Limits } from './limits.js';
export type { WireLog } from './house.js';
export type { TlsFiles } from './tls.js';

/** What the wire is given by the composition root. */
export interface WireOptions {
  readonly registry: Registry;
  /** URLs such as `http://127.0.0.1:7500`; port 0 takes a free one. */
  readonly listen: readonly string[];
  readonly tls: TlsFiles | null;
  /** Names that `Host` may carry, lower case, without port; addresses always pass. */
  readonly hosts: () => { names: ReadonlySet<string> };
  /** Origins of pages that may call us, as browsers write them. */
  readonly origins: () => ReadonlySet<string>;
  readonly limits?: Partial<Limits>;
  readonly log: WireLog;
  readonly metrics: { render(): Promise<string> };
  /** Where uploads are written; absent: none are taken. */
  readonly uploads?: UploadSink;
  /** Where tickets of sessions are redeemed; absent: there are none. */
  readonly sessions?: SessionGate;
  /** The other APIs, and where each is served. */
  readonly dialects?: { table: Dialects; mounts: Readonly<Record<string, Mount | undefined>> };
  /** Files we serve besides answers. */
  readonly files?: FileTree;
  readonly trustedProxies: readonly string[];
  /** Seconds of `Strict-Transport-Security` on https; 0 (default) sends none. */
  readonly hsts?: number;
  readonly clock?: () => number;
  readonly monotonic?: () => number;
}

/** A running wire. */
export interface Wire {
  /** Where it listens, with the real ports. */
  readonly urls: readonly string[];
  /** Open sockets and event streams. */
  connections(): number;
  /** New connections get this certificate, old ones live on. */
  reloadTls(tls: TlsFiles): Promise<void>;
  /** Stops taking connections, closes sockets and streams with their cursors, waits for answers (at most 10 s). */
  drain(timeout_ms: number): Promise<void>;
  /** Ends everything at once. */
  close(): Promise<void>;
}

interface Listener {
  readonly address: Address;
  socket: ListenSocket | null;
}

const MAX_DRAIN_MS = 10_000;

/** Listens on all addresses; fails with a sentence when one cannot be had, and then on none. */
export async function startWire(options: WireOptions): Promise<Wire> {
  const binding = await loadBinding();
  const house = makeHouse(options);
  const apps: TemplatedApp[] = [];
  const listeners: Listener[] = [];
  const closeListeners = (): void => {
    for (const listener of listeners) {
      if (listener.socket !== null) binding.us_listen_socket_close(listener.socket);
      listener.socket = null;
    }
  };
  try {
    for (const text of options.listen) {
      const wanted = parseListen(text);
      const { host, port: free } = await tryPort(wanted);
      const app = await makeApp(binding, house, wanted.secure, options.tls);
      apps.push(app);
      const { socket, port } = await openPort(binding, app, host, free);
      listeners.push({ address: { ...wanted, host, port }, socket });
    }
  } catch (error) {
    closeListeners();
    throw error;
  }
  const sweeper = setInterval(() => sweep(house), house.limits.sweep_ms);
  const end = (): void => {
    house.draining = true;
    clearInterval(sweeper);
    closeListeners();
    for (const connection of [...house.connections]) connection.stop();
    for (const request of house.requests) request.abort();
    for (const app of apps.splice(0)) app.close();
  };
  return {
    urls: listeners.map(({ address }) => addressUrl(address)),
    connections: () => house.connections.size,
    async reloadTls(tls) {
      for (const listener of listeners) {
        if (!listener.address.secure || listener.socket === null) continue;
        const app = await makeApp(binding, house, true, tls);
        const { host, port } = listener.address;
        const { socket } = await openPort(binding, app, host, port);
        apps.push(app);
        binding.us_listen_socket_close(listener.socket);
        listener.socket = socket;
      }
    },
    async drain(timeout_ms) {
      house.draining = true;
      closeListeners();
      for (const connection of [...house.connections]) connection.stop();
      await idle(house, Math.min(timeout_ms, MAX_DRAIN_MS));
    },
    async close() {
      end();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function makeHouse(options: WireOptions): House {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const msgpack = makeMsgpack(limits);
  return {
    registry: options.registry,
    limits,
    log: options.log,
    metrics: options.metrics,
    uploads: options.uploads ?? null,
    dialects: gateOf(options),
    files: options.files ?? null,
    sessions: options.sessions ?? null,
    hosts: options.hosts,
    origins: options.origins,
    proxies: new Proxies(options.trustedProxies),
    clock: options.clock ?? Date.now,
    monotonic: options.monotonic ?? (() => performance.now()),
    hsts: options.hsts ?? 0,
    msgpack,
    encoded: new EncodedBatches(msgpack),
    failures: new FailureBuckets(limits.auth_failures_per_minute),
    socketsPerUser: new Tally(),
    socketsUnauthenticated: new Tally(),
    panelStreams: new Tally(),
    connections: new Set(),
    requests: new Set(),
    draining: false,
  };
}

function gateOf({ dialects }: WireOptions): House['dialects'] {
  if (dialects === undefined) return null;
  const { table, mounts } = dialects;
  return { dialects: table, paths: dialectPaths(table.served, mounts) };
}

async function makeApp(
  binding: Binding,
  house: House,
  secure: boolean,
  tls: TlsFiles | null,
): Promise<TemplatedApp> {
  if (!secure) {
    const app = binding.App();
    addRoutes(app, house, false);
    return app;
  }
  if (tls === null) throw new Error('listen: https needs tls.cert and tls.key');
  await checkTls(tls);
  const app = binding.SSLApp({ cert_file_name: tls.cert, key_file_name: tls.key });
  addRoutes(app, house, true);
  return app;
}

function sweep(house: House): void {
  const now = house.monotonic();
  const wall = house.clock();
  for (const connection of house.connections) connection.sweep(now, wall);
}

// Waits until every request has its answer, looking often enough that a stop feels immediate.
function idle(house: House, timeout_ms: number): Promise<void> {
  const deadline = performance.now() + timeout_ms;
  return new Promise((resolve) => {
    const look = (): void => {
      if (house.requests.size === 0 || performance.now() >= deadline) resolve();
      else setTimeout(look, 10);
    };
    look();
  });
}
