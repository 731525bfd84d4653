// Builds the services of the core, in dependency order.
import { randomBytes } from 'node:crypto';
import type { Config } from '../config.js';
import type { Db } from '../db/open.js';
import { type Bus, createBus } from '../events/bus.js';
import { type Tail, startTail } from '../events/tail.js';
import type { Mailer } from '../mail/mailer.js';
import type { CrashPoint } from '../operations/crash-points.js';
import { type Engine, createEngine } from '../operations/engine.js';
import { kinds } from '../operations/kinds/index.js';
import type { Provider } from '../providers/provider.js';
import { type Accounts, createAccounts } from './accounts.js';
import { createAddressGuard } from './addresses.js';
import { type Audit, createAudit } from './audit.js';
import { type Feed, createFeed } from './feed.js';
import { type Fleet, createFleet } from './fleet.js';
import { type Health, createHealth } from './health.js';
import { type HostObjectsService, createHostObjects } from './host-objects.js';
import { hostViews } from './host-view.js';
import { createHosts } from './hosts.js';
import { type Idempotency, createIdempotency } from './idempotency.js';
import { type InstanceAdd, createInstanceAdd } from './instance-add.js';
import { type Instances, createInstances } from './instances.js';
import { startMaintenance } from './maintenance.js';
import { createObserver } from './observer.js';
import { type Operations, createOperations, failureOf } from './operations.js';
import { createPanelStreams } from './panel-stream.js';
import { createPasswords } from './passwords.js';
import { createQuotas } from './quotas.js';
import { type PreparedAnswers, preparedAnswers } from './prepared.js';
import { createRights } from './rights.js';
import type { Secrets } from './secrets.js';
import { type SshKeys, createSshKeys } from './ssh-keys.js';
import { createStreamIds } from './stream-ids.js';
import { type Tokens, createTokens } from './tokens.js';

export { cpuText, memoryText } from './instance-add.js';
export { ACTIONS, type InstanceAction } from './instances.js';
export { wireEvent } from '../events/bus.js';
export type { EventRow } from '../db/events.js';
export type { InstanceRow } from '../db/instances.js';
export type { OperationRow } from '../db/operations.js';
export type { PageRequest } from '../db/paging.js';
export type { ServerRow } from '../db/servers.js';
export type { UpdateSpec } from '../providers/provider.js';
export type { ServerWish } from './fleet.js';
export type { HostObjects } from './host-objects.js';
export type { Accepted } from './operations.js';
export { preparedList } from './prepared.js';

/** Everything methods and dialects may call. */
export interface Core {
  readonly config: Config;
  readonly version: string;
  /** SHA-256 of our own client certificate, hex. */
  readonly identity_fingerprint: string;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly sshKeys: SshKeys;
  readonly audit: Audit;
  readonly idempotency: Idempotency;
  readonly fleet: Fleet;
  readonly hostObjects: HostObjectsService;
  readonly instances: Instances;
  readonly addInstance: InstanceAdd;
  readonly operations: Operations;
  readonly feed: Feed;
  readonly health: Health;
  readonly hostView: ReturnType<typeof hostViews>;
  /** Finished answers of instances: single ones, and rows of lists. */
  readonly prepared: { get: PreparedAnswers; row: PreparedAnswers };
  serverOnline(server_id: number): boolean;
}

/** The running core and how to start and stop it. */
export interface RunningCore {
  core: Core;
  bus: Bus;
  tail: Tail;
  /** Connects to the fleet and takes up open operations. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface CoreDeps {
  db: Db;
  config: Config;
  provider: Provider;
  secrets: Secrets;
  mailer: Mailer;
  version: string;
  clock: () => number;
  crash: CrashPoint;
  /** Where guests and mails reach us. */
  public_url: () => string;
  log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  metrics: {
    host_up: { set(labels: { server: string }, value: number): void };
    operations: { inc(labels: { kind: string; status: string }): void };
    operation_seconds: { observe(labels: { kind: string; status: string }, seconds: number): void };
    events: { inc(value?: number): void };
  };
}

/** Makes the core; nothing runs before `start`. */
export async function createCore(deps: CoreDeps): Promise<RunningCore> {
  const { db, config, clock, log } = deps;
  const onError = (error: unknown, what: string): void => log.error({ err: error }, what);
  const owner = randomBytes(8).toString('hex');

  const tail = await startTail(db, (error) => onError(error, 'following the event log'));
  tail.listen((rows) => deps.metrics.events.inc(rows.length));
  const bus = await createBus(db, tail, (error) => onError(error, 'an event stream'));
  const rights = createRights(db);
  const idempotency = createIdempotency({
    db,
    clock,
    secrets: deps.secrets,
    answerFromOperation: async (operation_id) => {
      const row = await db.read.operations.get(operation_id);
      if (row === undefined) return undefined;
      if (row.status === 'failure' || row.status === 'cancelled') throw failureOf(row);
      const attributes = {
        response: true,
        operation_id: row.id,
        operation_status: row.status,
        operation_position: operations.position(row),
      };
      return row.kind === 'instance.create' && row.instance_id !== null
        ? {
            data: {
              id: row.instance_id,
              type: 'instance',
              attributes: { ...attributes, instance_id: row.instance_id },
            },
          }
        : { data: { type: 'operation', attributes } };
    },
  });
  const audit = createAudit({ db, clock, idempotency });
  const tokens = createTokens({ db, clock, config, audit, log });
  const accounts = createAccounts({
    db,
    clock,
    audit,
    tokens,
    passwords: createPasswords(),
    mailer: deps.mailer,
    log,
    config,
    publicUrl: deps.public_url,
  });
  const sshKeys = createSshKeys({ db, clock, config, audit });
  const guard = createAddressGuard({
    allow: config.servers.allow,
    private: config.servers.private,
    ports: config.servers.ports,
  });
  // Hosts, observer and engine know each other by these calls only; none is made before `start`.
  const observer = createObserver({ db, clock, host: (server_id) => hosts.any(server_id) });
  const hosts = createHosts({
    db,
    clock,
    provider: deps.provider,
    guard,
    observer: () => observer,
    onProgress: (hostOperation, progress) => engine.hostProgress(hostOperation, progress),
    onError,
    onUp: (server_id, up) => deps.metrics.host_up.set({ server: String(server_id) }, up ? 1 : 0),
  });
  const engine: Engine = createEngine({
    db,
    kinds,
    clock,
    owner,
    host: (server_id) => hosts.online(server_id),
    whenHost: (server_id, signal) => hosts.whenOnline(server_id, signal),
    refresh: (server_id, ref) => observer.refresh(server_id, ref),
    onProgress: (row, project_id, progress) =>
      bus.transient(
        {
          type: 'operation.progress',
          user_id: row.user_id,
          project_id,
          server_id: row.server_id,
          instance_id: row.instance_id,
          audit: false,
        },
        {
          type: 'operation.progress',
          at: clock(),
          via: row.via,
          ...(row.server_id === null ? {} : { server_id: row.server_id }),
          ...(project_id === null ? {} : { project_id }),
          ...(row.instance_id === null ? {} : { instance_id: row.instance_id }),
          operation_id: row.id,
          data: { kind: row.kind, percent: progress.percent, stage: progress.stage, text: progress.text },
        },
      ),
    onFinished: ({ kind, status, created_at, finished_at }) => {
      deps.metrics.operations.inc({ kind, status });
      deps.metrics.operation_seconds.observe(
        { kind, status },
        ((finished_at ?? created_at) - created_at) / 1000,
      );
    },
    onError,
    crash: deps.crash,
  });
  const operations = createOperations({ db, clock, engine, audit, idempotency, rights });
  const fleet = createFleet({
    db,
    clock,
    provider: deps.provider,
    guard,
    hosts,
    rights,
    audit,
    settings: {
      add: config.servers.add,
      disable_server_add: config.disable_server_add,
      sockets: config.servers.sockets,
    },
  });
  const quotas = createQuotas(config.quotas);
  const instances = createInstances({ db, clock, engine, hosts, fleet, operations, audit, rights, quotas });
  const addInstance = createInstanceAdd({
    db,
    clock,
    hosts,
    fleet,
    operations,
    audit,
    rights,
    quotas,
    image_servers: config.image_servers,
  });
  const streamIds = createStreamIds(await streamKey(db));
  const panel = createPanelStreams({
    bus,
    valid: (stream) => streamIds.valid(stream),
    operation: (id) => db.read.operations.get(id),
    onRevoked: (token_id, listener) => tokens.onRevoked(token_id, listener),
    auth_timeout_s: config.eventstream.auth_timeout,
    onError: (error) => onError(error, 'a panel stream'),
  });
  const feed = createFeed({ db, bus, rights, streamIds, panel });
  const health = await createHealth(db);
  let maintenance: { close(): void } | null = null;

  const core: Core = {
    config,
    version: deps.version,
    identity_fingerprint: deps.provider.identity_fingerprint,
    accounts,
    tokens,
    sshKeys,
    audit,
    idempotency,
    fleet,
    hostObjects: createHostObjects({ db, hosts, rights }),
    instances,
    addInstance,
    operations,
    feed,
    health,
    hostView: hostViews(),
    prepared: { get: preparedAnswers(), row: preparedAnswers() },
    serverOnline: (server_id) => hosts.online(server_id) !== null,
  };
  return {
    core,
    bus,
    tail,
    start: async () => {
      await db.tx((tx) => tx.leases.clear());
      await fleet.start();
      await engine.start();
      maintenance = startMaintenance({
        db,
        bus,
        clock,
        events_ms: config.events.retention * 1000,
        audit_ms: config.audit.retention * 1000,
        prune: () => accounts.prune(),
        onError: (error) => onError(error, 'pruning'),
      });
    },
    stop: async () => {
      health.stopping();
      maintenance?.close();
      await engine.stop();
      await hosts.closeAll();
      panel.close();
      bus.close();
      await tail.close();
      health.close();
      await deps.mailer.close();
    },
  };
}

/** The key that signs stream ids: valid across restarts, never leaves the database. */
async function streamKey(db: Db): Promise<Buffer> {
  const stored = await db.read.settings.get('stream_key');
  if (typeof stored === 'string') return Buffer.from(stored, 'base64');
  const made = randomBytes(32);
  await db.tx((tx) => tx.settings.set('stream_key', JSON.stringify(made.toString('base64'))));
  return made;
}
