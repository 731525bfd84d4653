// The composition root: config -> db -> core -> registry -> wire. The only place that knows who is who.
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createPartials } from './blobs/partials.js';
import { checkRoom, spaceAt } from './blobs/space.js';
import { createStage } from './blobs/stage.js';
import { createBlobStore } from './blobs/store.js';
import type { Config } from './config.js';
import { loadConfig } from './config.js';
import { type RunningCore, createCore } from './core/core.js';
import { ensureListenerCertificate } from './core/certificates/listener.js';
import { loadIdentity } from './core/identity.js';
import { loadSecrets } from './core/secrets.js';
import { type Db, openDatabase } from './db/open.js';
import { aarch64Dialect } from './dialects/aarch64/index.js';
import { cvmDialect } from './dialects/cvm/index.js';
import { panelDialect } from './dialects/panel/index.js';
import { streamsTree } from './dialects/streams/tree.js';
import { METHODS } from './generated/methods.js';
import { MIGRATIONS } from './generated/migrations.js';
import { CONTRACTS, DEFS, EVENTS, ROUTES } from './generated/schemas.js';
import { createLog } from './log.js';
import { createMailer } from './mail/mailer.js';
import { createMetrics } from './metrics.js';
import { crashPoints } from './operations/crash-points.js';
import type { Provider } from './providers/provider.js';
import { createLxdProvider } from './providers/lxd/provider.js';
import { fetchFile } from './providers/web/fetch-file.js';
import { fetchJson } from './providers/web/fetch-json.js';
import { createRegistry } from './registry/call.js';
import { createDialects } from './registry/dialect-call.js';
import { type Contracts, createContracts } from './registry/contract.js';
import { type Wire, startWire } from './wire/server.js';

/** How the house is started: flags and environment as text, and what tests replace. */
export interface AppOptions {
  flags: Record<string, string | string[]>;
  env: NodeJS.ProcessEnv;
  clock?: () => number;
  provider?: Provider;
  /** Shared by several houses in one process, so that each check is compiled once; absent: its own. */
  contracts?: Contracts;
}

/** A running house. */
export interface App {
  readonly urls: readonly string[];
  /** File of the certificate authority that signed our listener's certificate; null without https. */
  readonly ca: string | null;
  readonly config: Config;
  readonly core: RunningCore;
  readonly db: Db;
  /** Reads certificate and configuration again. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** The version of this Gantry. */
export const VERSION = '0.1.0';
const DRAIN_MS = 10_000;

/** The contracts of this Gantry, with their checks. */
export function ownContracts(): Contracts {
  return createContracts({ defs: DEFS, contracts: CONTRACTS, routes: ROUTES, events: EVENTS });
}

/** Opens everything and listens; throws with a sentence when something is missing. */
export async function startApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? Date.now;
  const config = readConfig(options);
  const log = createLog(config);
  const metrics = createMetrics();
  const testing = options.env['NODE_ENV'] === 'test';
  const db = await openDatabase({
    file: join(config.data, 'gantry.db'),
    migrations: MIGRATIONS.map(({ name, migration }) => ({ name, up: migration.up })),
    onRound: (transactions) => {
      metrics.commits.inc();
      metrics.transactions.inc(transactions);
    },
    onForeignAwait: testing ? 'fail' : (error) => log.warn({ err: error }, 'a transaction waited too long'),
  });
  const undo: (() => Promise<void>)[] = [() => db.close()];
  try {
    const secrets = loadSecrets({ data: config.data, env: options.env });
    const identity = await loadIdentity(db, secrets, clock);
    const provider = options.provider ?? createLxdProvider({ identity, log });
    const watchRoom = async (): Promise<number> => checkRoom(await spaceAt(config.data), null);
    const stage = createStage(join(config.data, 'blobs', 'staging'), watchRoom);
    const partials = createPartials(join(config.data, 'blobs', 'partial'), watchRoom);
    const blobs = createBlobStore(join(config.data, 'blobs', 'sha256'), stage);
    // Made after the core, asked for by its calls.
    const listener: { ca: string | null } = { ca: null };
    const wires: { wire: Wire | null } = { wire: null };
    // Asked for at every request: put together once, and again on reload.
    const names = { names: ownNames(config) };
    let origins: ReadonlySet<string> = new Set();
    const running = await createCore({
      db,
      config,
      provider,
      fetchJson,
      fetchFile,
      stage,
      partials,
      blobs,
      listener_ca: () => listener.ca,
      secrets,
      mailer: createMailer({ smtp: config.smtp, outbox: join(config.data, 'outbox') }),
      version: VERSION,
      clock,
      crash: crashPoints(options.env['GANTRY_CRASH']),
      public_url: () => publicUrl(config, wires.wire?.urls ?? []),
      urls: () => wires.wire?.urls ?? [],
      origins: () => origins,
      log,
      metrics,
    });
    undo.push(() => running.stop());
    const pipeline = {
      contracts: options.contracts ?? ownContracts(),
      core: running.core,
      log,
      metrics: { calls: metrics.calls, mismatches: metrics.mismatches },
      checkResults: testing ? ('always' as const) : ('sampled' as const),
    };
    const registry = createRegistry({
      ...pipeline,
      methods: METHODS,
      uploads: { admit: running.core.uploadGate },
      version: VERSION,
    });
    const dialects = createDialects({
      ...pipeline,
      // The first of those that share a mount answers for what is nobody's.
      dialects: [aarch64Dialect(), panelDialect(), cvmDialect()],
    });
    await running.core.accounts.ensureFirstAdminCode(config.data);
    await running.start();
    const https = config.listen.some((url) => url.startsWith('https:'));
    const certificate = https ? await ensureListenerCertificate({ config, clock }) : null;
    listener.ca = certificate?.ca ?? null;
    const wire = await startWire({
      registry,
      uploads: stage,
      files: streamsTree({
        simplestreams: running.core.simplestreams,
        open: (sha256) => blobs.open(sha256),
        enabled: config.simplestream.enabled,
      }),
      sessions: running.core.sessions,
      dialects: { table: dialects, mounts: config.dialects },
      listen: config.listen,
      tls: certificate === null ? null : { cert: certificate.cert, key: certificate.key },
      hosts: () => names,
      origins: () => origins,
      limits: config.limits,
      log,
      metrics: {
        render: () => {
          metrics.connections.set(wires.wire?.connections() ?? 0);
          return metrics.render();
        },
      },
      clock,
      trustedProxies: config.trusted_proxies,
      hsts: config.tls.hsts_seconds,
    });
    wires.wire = wire;
    origins = ownOrigins(config, wire.urls);
    undo.push(() => wire.close());
    log.info({ urls: wire.urls }, 'listening');
    return {
      urls: wire.urls,
      ca: certificate?.ca ?? null,
      config,
      core: running,
      db,
      reload: async () => {
        names.names = ownNames(config);
        origins = ownOrigins(config, wire.urls);
        if (!https) return;
        const next = await ensureListenerCertificate({ config, clock });
        listener.ca = next.ca;
        await wire.reloadTls({ cert: next.cert, key: next.key });
        log.info({}, 'certificate read again');
      },
      close: async () => {
        running.core.health.stopping();
        await wire.drain(DRAIN_MS);
        await wire.close();
        await running.stop();
        await db.close();
      },
    };
  } catch (error) {
    for (const step of undo.reverse())
      await step().catch((cause: unknown) => log.error({ err: cause }, 'stopping'));
    throw error;
  }
}

/** Brings the database to the newest form; returns the names of what was applied. */
export async function migrate(options: Pick<AppOptions, 'flags' | 'env'>): Promise<string[]> {
  const config = readConfig(options);
  const applied: string[] = [];
  const db = await openDatabase({
    file: join(config.data, 'gantry.db'),
    migrations: MIGRATIONS.map(({ name, migration }) => ({
      name,
      up: async (kysely) => {
        await migration.up(kysely);
        applied.push(name);
      },
    })),
  });
  await db.close();
  return applied;
}

/** Copies the database to a file, also while a Gantry runs on it. */
export async function backup(options: Pick<AppOptions, 'flags' | 'env'> & { file: string }): Promise<void> {
  const { backupFile } = await import('./db/backup.js');
  const config = readConfig(options);
  await backupFile(join(config.data, 'gantry.db'), options.file);
}

function readConfig({ flags, env }: Pick<AppOptions, 'flags' | 'env'>): Config {
  return loadConfig({ schema: DEFS['Config'], flags, env });
}

/** How mails and guests reach us: as configured, else our https listener by this machine's own address. */
function publicUrl(config: Config, urls: readonly string[]): string {
  if (config.public_url !== '') return config.public_url.replace(/\/+$/, '');
  const chosen = urls.find((url) => url.startsWith('https:')) ?? urls[0] ?? 'http://localhost';
  const url = new URL(chosen);
  if (url.hostname !== '[::]' && url.hostname !== '0.0.0.0') return url.origin;
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  url.hostname = own?.address ?? 'localhost';
  return url.origin;
}

/** Names a `Host` header may carry (SEC-32). */
function ownNames(config: Config): ReadonlySet<string> {
  const names = new Set([
    'localhost',
    hostname().toLowerCase(),
    ...config.hosts.map((name) => name.toLowerCase()),
  ]);
  if (config.public_url !== '') names.add(new URL(config.public_url).hostname);
  for (const { enabled, host } of Object.values(config.dialects)) {
    if (enabled && host !== null) names.add(host.toLowerCase());
  }
  return names;
}

/** Pages that may call us: our own URLs under every name and address of ours, and what is configured. */
function ownOrigins(config: Config, urls: readonly string[]): ReadonlySet<string> {
  const origins = new Set(config.origins);
  const names = [...ownNames(config)];
  for (const list of Object.values(networkInterfaces())) {
    for (const { address, family } of list ?? []) names.push(family === 'IPv6' ? `[${address}]` : address);
  }
  for (const url of urls) {
    const { protocol, port } = new URL(url);
    for (const name of names) origins.add(`${protocol}//${name}${port === '' ? '' : `:${port}`}`);
  }
  if (config.public_url !== '') origins.add(new URL(config.public_url).origin);
  return origins;
}
