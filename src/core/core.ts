// Builds the services of the core, in dependency order.
import { randomBytes } from 'node:crypto';
import { createBus } from '../events/bus.js';
import { startTail } from '../events/tail.js';
import { type Engine, createEngine } from '../operations/engine.js';
import { freeKinds, kinds } from '../operations/kinds/index.js';
import { createAccountChanges } from './account-changes/changes.js';
import { createAccounts } from './accounts.js';
import { createAddressGuard } from './addresses.js';
import { createAuditTrail } from './audit-trail.js';
import { createAudit } from './audit.js';
import { createFeed } from './feed.js';
import { createFleet } from './fleet.js';
import { createHealth } from './health.js';
import { createHostObjects } from './host-objects.js';
import { hostViews } from './host-view.js';
import { createHosts } from './hosts.js';
import { createIdempotency } from './idempotency.js';
import { createInstanceFiles } from './instance-files.js';
import { createInstanceWork } from './instance-work.js';
import { createInstances } from './instances.js';
import { createMachineServices } from './machines/services.js';
import { startMaintenance } from './maintenance.js';
import { createNetworkServices, ipamSettings } from './network/network.js';
import { createObserver } from './observer.js';
import { createOperations, failureOf } from './operations.js';
import { createHostKept } from './objects/objects.js';
import { createOwned } from './owned.js';
import { createPanelStreams } from './panel-stream.js';
import { createPasskeys } from './passkeys/passkeys.js';
import { createPasswords } from './passwords.js';
import { progressEvent } from './progress-event.js';
import { createQuotas } from './quotas.js';
import { preparedAnswers } from './prepared.js';
import { createRights } from './rights.js';
import { createRoster } from './roster.js';
import { createSessions } from './sessions.js';
import { createSnapshots } from './snapshots.js';
import { serverKey } from './server-key.js';
import { createSshKeys } from './ssh-keys.js';
import { createImageUploads } from './simplestreams/resumable-setup.js';
import { createSimplestreams } from './simplestreams/simplestreams.js';
import { createImageTransfers } from './simplestreams/transfers.js';
import { createStreamIds } from './stream-ids.js';
import { createSuspension } from './suspension.js';
import { createTenancy } from './tenancy.js';
import { createTickets } from './tickets.js';
import { createTokens } from './tokens.js';
import { createTraffic } from './traffic/traffic.js';
import { createUserAdmin } from './user-admin.js';
import type { Core, RunningCore, CoreDeps } from './services.js';

export { cpuText, memoryText } from './instance-add.js';
export { ACTIONS, type InstanceAction } from './instances.js';
export { wireEvent } from '../events/bus.js';
export type { EventRow } from '../db/events.js';
export type { InstanceRow } from '../db/instances.js';
export type { OperationRow } from '../db/operations.js';
export type { PageRequest } from '../db/paging.js';
export type { ServerRow } from '../db/servers.js';
export type { WebauthnCredentialRow } from '../db/webauthn-credentials.js';
export type { ProductRow } from '../db/simplestreams.js';
export type { UpdateSpec } from '../providers/provider.js';
export type { ServerWish } from './fleet.js';
export type { HostObjects } from './host-objects.js';
export type { HostCertificate, HostImage, HostPool, HostVolume } from '../providers/provider.js';
export type { RemoteImage } from './image-servers.js';
export type { NetworkView } from './objects/networks.js';
export type { ProfileView } from './objects/profiles.js';
export type { HostSnapshot } from './snapshots.js';
export {
  type Catalogue as ImageCatalogue,
  IMAGES_PATH,
  INDEX_PATH,
  fingerprintsOf as imageFingerprints,
  productOf,
} from './simplestreams/catalogue.js';
export { productKey } from './simplestreams/grammar.js';
export { SIGNED_IMAGES_PATH, SIGNED_INDEX_PATH } from './simplestreams/signing.js';
export type { Simplestreams } from './simplestreams/simplestreams.js';
export type { Progress as UploadProgress } from './simplestreams/resumable.js';
export type { UploadResult as ProductUpload } from './simplestreams/upload.js';
export type { Machine, MachineId, MachineWish } from './machines/machines.js';
export type { Accepted } from './operations.js';
export type { OwnedAction, OwnedRow } from './owned.js';
export type { PlanRow } from '../db/plans.js';
export type { LiveUsage } from '../providers/provider.js';
export type { TrafficReport } from './traffic/traffic.js';
export { preparedList } from './prepared.js';
export type { Core, RunningCore, CoreDeps } from './services.js';

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
  const passwords = createPasswords();
  const accounts = createAccounts({
    db,
    clock,
    audit,
    tokens,
    passwords,
    mailer: deps.mailer,
    log,
    config,
    publicUrl: deps.public_url,
  });
  const changeDeps = {
    db,
    clock,
    audit,
    tokens,
    rights,
    passwords,
    mailer: deps.mailer,
    log,
    config,
    publicUrl: deps.public_url,
  };
  const sshKeys = createSshKeys({ db, clock, config, audit });
  const guard = createAddressGuard({
    allow: config.servers.allow,
    private: config.servers.private,
    ports: config.servers.ports,
  });
  // Hosts, observer and engine know each other by these calls only; none is made before `start`.
  const observer = createObserver({
    db,
    clock,
    host: (server_id) => hosts.any(server_id),
    onSuspendedRunning: (instance_id) => suspension.keep(instance_id),
    onError,
  });
  const hosts = createHosts({
    db,
    clock,
    provider: deps.provider,
    guard,
    observer: () => observer,
    onProgress: (hostOperation, progress) => engine.hostProgress(hostOperation, progress),
    onError,
    onUp: (server_id, up) => {
      deps.metrics.host_up.set({ server: String(server_id) }, up ? 1 : 0);
      if (up) network.bgp.catchUp(server_id);
    },
  });
  const traffic = createTraffic({ db, clock, hosts, settings: config.traffic, onError });
  const engine: Engine = createEngine({
    db,
    kinds,
    free: { kinds: freeKinds, images: () => imageTransfers.work },
    clock,
    owner,
    host: (server_id) => traffic.measured(server_id, hosts.online(server_id)),
    whenHost: (server_id, signal) => hosts.whenOnline(server_id, signal),
    refresh: (server_id, ref) => observer.refresh(server_id, ref),
    onProgress: (row, project_id, progress) =>
      bus.transient(...progressEvent(row, project_id, progress, clock())),
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
  const network = createNetworkServices({ db, clock, audit, rights, hosts, config, onError });
  const fleet = createFleet({
    blocks: ipamSettings(config),
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
  const simplestreams = createSimplestreams({
    db,
    clock,
    audit,
    stage: deps.stage,
    blobs: deps.blobs,
    settings: config.simplestream,
    public_url: deps.public_url,
    ca: deps.listener_ca,
    onError,
    crash: deps.crash,
  });
  const images = createImageUploads({ ...deps, audit, simplestreams });
  const quotas = createQuotas({ db, clock, audit, rights, maxima: config.quotas });
  const work = createInstanceWork({ db, clock, engine, hosts, operations, audit, rights, quotas });
  const instances = createInstances({ db, engine, rights, work });
  const suspension = createSuspension({ db, clock, work, operations, rights, onError });
  const sessions = createSessions({
    db,
    clock,
    tail,
    tickets: await createTickets({ db, secrets: deps.secrets, clock }),
    tokens,
    instances,
    hosts,
    rights,
    audit,
    limits: config.limits,
    public_url: deps.public_url,
    onError,
  });
  const hostKept = createHostKept({
    db,
    clock,
    fetchJson: deps.fetchJson,
    fetchFile: deps.fetchFile,
    config,
    guard,
    fleet,
    hosts,
    rights,
    audit,
    work,
    own_certificate: deps.provider.identity_fingerprint,
    public_url: deps.public_url,
    origins: deps.origins,
    ownImages: () => simplestreams.ownImages(),
    refresh: (server_id, ref) => observer.refresh(server_id, ref),
    onError,
  });
  const making = createMachineServices({
    ...deps,
    operations,
    audit,
    rights,
    quotas,
    hosts,
    fleet,
    work,
    isOwnImageServer: (url) => hostKept.imageServers.isOwn(url),
    ownImage: (wanted) => simplestreams.source(wanted),
  });
  const imageTransfers = createImageTransfers({
    ...deps,
    audit,
    fleet,
    hosts,
    work,
    operations,
    imageServers: hostKept.imageServers,
    simplestreams,
    uploadGate: images.uploadGate,
    max_size: config.limits.upload_bytes,
  });
  const streamIds = createStreamIds(await serverKey(db, 'stream_key'));
  const panel = createPanelStreams({
    bus,
    clock,
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
    accountChanges: createAccountChanges(changeDeps),
    userAdmin: createUserAdmin(changeDeps),
    passkeys: createPasskeys({
      ...changeDeps,
      origins: deps.origins,
      secret: await serverKey(db, 'passkey_key'),
    }),
    tokens,
    sshKeys,
    simplestreams,
    ...images,
    imageTransfers,
    audit,
    auditTrail: createAuditTrail({ db, rights, epoch: () => bus.epoch }),
    idempotency,
    fleet,
    hostObjects: createHostObjects({ db, hosts, rights }),
    ...hostKept,
    instances,
    owned: createOwned({ db, hosts, rights, instances }),
    sessions,
    ...making,
    suspension,
    traffic,
    snapshots: createSnapshots({ hosts, work }),
    instanceFiles: createInstanceFiles({ db, clock, hosts, instances, audit, rights, stage: deps.stage }),
    operations,
    ...network,
    ...createTenancy({ db, clock, audit, rights }),
    quotas,
    roster: createRoster({ db, clock, audit }),
    feed,
    health,
    hostView: hostViews(),
    prepared: { get: preparedAnswers(), row: preparedAnswers() },
    serverOnline: (server_id) => hosts.online(server_id) !== null,
    onCommit: (listener) => db.onCommit(listener),
  };
  return {
    core,
    bus,
    tail,
    start: async () => {
      await db.tx((tx) => tx.leases.clear());
      await fleet.start();
      await engine.start();
      void simplestreams.maintain().catch((error: unknown) => onError(error, 'cleaning up images'));
      traffic.start();
      maintenance = startMaintenance({
        db,
        bus,
        clock,
        events_ms: config.events.retention * 1000,
        audit_ms: config.audit.retention * 1000,
        prune: async () => {
          await accounts.prune();
          await traffic.prune();
          await simplestreams.maintain();
          await images.imageUploads.sweep();
        },
        onError: (error) => onError(error, 'pruning'),
      });
    },
    stop: async () => {
      health.stopping();
      maintenance?.close();
      await traffic.stop();
      await simplestreams.close();
      await sessions.close();
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
