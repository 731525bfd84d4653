// What core offers and what it is built from: the services methods and dialects may call, by name.
import type { Partials } from '../blobs/partials.js';
import type { Stage } from '../blobs/stage.js';
import type { BlobStore } from '../blobs/store.js';
import type { Config } from '../config.js';
import type { Db } from '../db/open.js';
import type { Bus } from '../events/bus.js';
import type { Tail } from '../events/tail.js';
import type { Mailer } from '../mail/mailer.js';
import type { CrashPoint } from '../operations/crash-points.js';
import type { FetchFile, FetchJson } from '../providers/parts/documents.js';
import type { Provider } from '../providers/provider.js';
import type { AccountChanges } from './account-changes/changes.js';
import type { Accounts } from './accounts.js';
import type { AuditTrail } from './audit-trail.js';
import type { Audit } from './audit.js';
import type { Feed } from './feed.js';
import type { Fleet } from './fleet.js';
import type { Health } from './health.js';
import type { HostObjectsService } from './host-objects.js';
import type { hostViews } from './host-view.js';
import type { Idempotency } from './idempotency.js';
import type { InstanceFiles } from './instance-files.js';
import type { Instances } from './instances.js';
import type { NetworkServices } from './network/network.js';
import type { Operations } from './operations.js';
import type { Owned } from './owned.js';
import type { MachineServices } from './machines/services.js';
import type { HostKept } from './objects/objects.js';
import type { Passkeys } from './passkeys/passkeys.js';
import type { Quotas } from './quotas.js';
import type { PreparedAnswers } from './prepared.js';
import type { Roster } from './roster.js';
import type { Secrets } from './secrets.js';
import type { Sessions } from './sessions.js';
import type { Snapshots } from './snapshots.js';
import type { SshKeys } from './ssh-keys.js';
import type { ImageUploads } from './simplestreams/resumable-setup.js';
import type { Simplestreams } from './simplestreams/simplestreams.js';
import type { ImageTransfers } from './simplestreams/transfers.js';
import type { Suspension } from './suspension.js';
import type { Tenancy } from './tenancy.js';
import type { Tokens } from './tokens.js';
import type { Traffic } from './traffic/traffic.js';
import type { UserAdmin } from './user-admin.js';

/** Everything methods and dialects may call. */
export interface Core extends HostKept, ImageUploads, MachineServices, NetworkServices, Tenancy {
  readonly config: Config;
  readonly version: string;
  /** SHA-256 of our own client certificate, hex. */
  readonly identity_fingerprint: string;
  readonly accounts: Accounts;
  readonly accountChanges: AccountChanges;
  readonly userAdmin: UserAdmin;
  readonly passkeys: Passkeys;
  readonly tokens: Tokens;
  readonly sshKeys: SshKeys;
  readonly simplestreams: Simplestreams;
  readonly imageTransfers: ImageTransfers;
  readonly audit: Audit;
  readonly auditTrail: AuditTrail;
  readonly idempotency: Idempotency;
  readonly fleet: Fleet;
  readonly hostObjects: HostObjectsService;
  readonly instances: Instances;
  readonly owned: Owned;
  readonly snapshots: Snapshots;
  readonly suspension: Suspension;
  readonly traffic: Traffic;
  readonly sessions: Sessions;
  readonly instanceFiles: InstanceFiles;
  readonly operations: Operations;
  readonly quotas: Quotas;
  readonly roster: Roster;
  readonly feed: Feed;
  readonly health: Health;
  readonly hostView: ReturnType<typeof hostViews>;
  /** Finished answers of instances: single ones, and rows of lists. */
  readonly prepared: { get: PreparedAnswers; row: PreparedAnswers };
  serverOnline(server_id: number): boolean;
  /** Tells of everything that was written: what was read before may be old. Returns the unsubscribe. */
  onCommit(listener: () => void): () => void;
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
  /** Reads catalogues of image servers. */
  fetchJson: FetchJson;
  /** Reads files of other image servers. */
  fetchFile: FetchFile;
  /** Where the bytes of uploads wait. */
  stage: Stage;
  /** Where uploads in chunks grow. */
  partials: Partials;
  /** Where the files of images are kept. */
  blobs: BlobStore;
  /** File of the authority that signed our listener's certificate; null when hosts trust it anyway. */
  listener_ca: () => string | null;
  secrets: Secrets;
  mailer: Mailer;
  version: string;
  clock: () => number;
  crash: CrashPoint;
  /** Where guests and mails reach us. */
  public_url: () => string;
  /** URLs we listen on; none before the listeners are up. */
  urls: () => readonly string[];
  /** Origins that reach us: our own URLs under every name of ours. */
  origins: () => ReadonlySet<string>;
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
