// What core needs from a host, in our words. Implementations: providers/lxd (LXD and Incus).
import type { Code } from '../errors.js';
import type { Devices, Hooks, InstanceRef, Progress } from './parts/basics.js';
import type { HostBgp } from './parts/bgp.js';
import type { HostCertificates } from './parts/certificates.js';
import type { HostFiles } from './parts/files.js';
import type { HostImages } from './parts/images.js';
import type { HostNetworks } from './parts/networks.js';
import type { HostProfiles } from './parts/profiles.js';
import type { HostSessions } from './parts/sessions.js';
import type { HostSnapshots } from './parts/snapshots.js';
import type { HostStorage } from './parts/storage.js';
import type { HostTraffic } from './parts/traffic.js';
import type { HostUsage } from './parts/usage.js';

export type { Devices, Hooks, InstanceRef, Progress } from './parts/basics.js';
export type { BgpPeer } from './parts/bgp.js';
export type { HostCertificate } from './parts/certificates.js';
export type { FileContent, HostEntry, HostFile, HostLog } from './parts/files.js';
export type { HostImage } from './parts/images.js';
export type { HostLease, HostNetwork, NetworkSpec } from './parts/networks.js';
export type { HostProfile, ProfileSpec } from './parts/profiles.js';
export type {
  ExecOptions,
  HostSession,
  SessionEnd,
  SessionListener,
  TerminalSize,
} from './parts/sessions.js';
export type { HostSnapshot } from './parts/snapshots.js';
export type { NicCounters } from './parts/traffic.js';
export type { LiveUsage } from './parts/usage.js';
export type { HostPool, HostVolume, VolumeSpec } from './parts/storage.js';

/** Where a host is and how it is recognised. */
export interface Endpoint {
  protocol: 'lxd' | 'incus';
  /** Host name or IP; '' for a unix socket. */
  address: string;
  port: number;
  /** Unix socket (address '') or base path. */
  path: string;
  /** Pinned server certificate, PEM; null only before the first contact. */
  tls_cert: string | null;
}

/** The control plane's client certificate (PEM pair). */
export interface Identity {
  cert: string;
  key: string;
}

/** What a first contact or a refresh says of a host. Sizes in MiB where named so. */
export interface HostFacts {
  fingerprint: string;
  certificate: string;
  auth: 'trusted' | 'untrusted';
  server: string; // 'lxd' | 'incus'
  server_version: string;
  api_extensions: string[];
  /** Milliseconds the host's clock is ahead of ours (Date header; ±1 s), null when unknown. */
  clock_skew_ms: number | null;
  latency_ms: number;
  /** The rest is empty until trusted. */
  driver: string; // 'lxc' or 'lxc | qemu'
  driver_version: string;
  storage: string;
  storage_version: string;
  kernel_version: string;
  kernel_architecture: string;
  addresses: string[];
  instance_types: ('container' | 'virtual-machine')[];
  cpu_cores: number;
  cpu_threads: number;
  cpu_model: string;
  cpu_vendor: string;
  memory_total_mb: number;
  memory_used_mb: number;
  clustered: boolean;
  member: string;
}

export type HostPower = 'running' | 'stopped' | 'frozen' | 'error' | 'unknown';
export type InstanceType = 'container' | 'virtual-machine';
/** One instance as the host describes it (no live figures). */
export interface HostInstance {
  project: string;
  name: string;
  location: string; // cluster member, '' when not clustered
  type: InstanceType;
  power: HostPower;
  /** The host is in the middle of something (Starting, Stopping, ...): `power` is then the last sure state. */
  busy: boolean;
  /** Stopped, but noted as running: a host that died starts it again, some moments after its own start. */
  will_start: boolean;
  architecture: string;
  description: string;
  profiles: string[];
  config: Record<string, string>;
  devices: Devices;
  expanded_config: Record<string, string>;
  expanded_devices: Devices;
  created_at: number;
  last_used_at: number;
  /** `volatile.uuid`; survives a rename. */
  uuid: string;
  /** `user.gantry.uuid`; '' for instances we did not make. */
  gantry_uuid: string;
}

/** Where an image comes from. `alias` also takes a fingerprint or its prefix. */
export type ImageSource =
  | { kind: 'host'; alias: string }
  | { kind: 'simplestreams'; server: string; alias: string; certificate?: string };

export interface CreateSpec {
  type: InstanceType;
  image: ImageSource;
  profiles: string[];
  config: Record<string, string>;
  devices: Devices;
  description: string;
  /** Cluster member to place it on; '' lets the host choose. */
  target?: string;
}

/** Keys absent here stay as they are; a null value removes the key. */
export interface UpdateSpec {
  config?: Record<string, string | null>;
  devices?: Record<string, Record<string, string> | null>;
  profiles?: string[];
  description?: string;
}

export type StateAction = 'start' | 'stop' | 'restart' | 'freeze' | 'unfreeze';

export interface ExecResult {
  exit_code: number;
  /** Last 4 KiB of standard output and error, interleaved as stdout then stderr. */
  output: string;
}

/** What a host tells without being asked. Hints, never truth: core re-reads what they name. */
export type HostEvent =
  | {
      kind: 'instance';
      ref: InstanceRef;
      /** The host's lifecycle word without the noun: created, started, stopped, shutdown, restarted, paused, resumed, renamed, updated, deleted, snapshot-created, exec, ... */
      action: string;
      old_name?: string;
      at: number;
    }
  | {
      kind: 'operation';
      id: string;
      status: 'pending' | 'running' | 'success' | 'failure' | 'cancelled';
      instances: InstanceRef[];
      progress?: Progress;
      error?: string;
      at: number;
    }
  | { kind: 'other'; action: string; at: number };

export interface Watch {
  close(): void;
}

export interface WatchListener {
  /** The event socket is open (first time and after each loss): sweep now; events are already flowing. */
  up(): void;
  event(event: HostEvent): void;
  /** The socket is gone; the watch reconnects by itself (one attempt at a time, exponential with jitter, at most 5 s apart). */
  down(code: Code, reason: string): void;
}

/** A host we hold a connection to. Methods throw AppError: host_unreachable, host_untrusted, host_failed, not_found, conflict, bad_state, no_capacity, unsupported. */
export interface Host
  extends
    HostBgp,
    HostCertificates,
    HostFiles,
    HostImages,
    HostNetworks,
    HostProfiles,
    HostSessions,
    HostSnapshots,
    HostStorage,
    HostTraffic,
    HostUsage {
  facts(): Promise<HostFacts>;

  /** All instances of all projects, without live figures. */
  instances(): Promise<HostInstance[]>;
  /** null when the host has no such instance. */
  instance(ref: InstanceRef): Promise<HostInstance | null>;
  /** Resolves when the host says the work is done; throws when it says it failed. */
  create(ref: InstanceRef, spec: CreateSpec, hooks?: Hooks): Promise<void>;
  setState(
    ref: InstanceRef,
    action: StateAction,
    options: { force: boolean; timeout_s: number },
    hooks?: Hooks,
  ): Promise<void>;
  update(ref: InstanceRef, spec: UpdateSpec, hooks?: Hooks): Promise<void>;
  /** A missing instance is not an error. */
  delete(ref: InstanceRef, hooks?: Hooks): Promise<void>;
  exec(ref: InstanceRef, command: string[], hooks?: Hooks): Promise<ExecResult>;
  /** Waits until the host runs no operation that names this instance. */
  idle(ref: InstanceRef, signal?: AbortSignal): Promise<void>;
  /** Asks the host to cancel one of its operations; false when it cannot be cancelled or is over. */
  cancel(hostOperation: string): Promise<boolean>;

  watch(listener: WatchListener): Watch;
  close(): Promise<void>;
}

export interface Provider {
  /** First contact: reads certificate and `GET /1.0` with our certificate; pins nothing yet. `lookup` was done by the caller: `connect_to` is the checked IP. */
  inspect(endpoint: Endpoint, options?: { connect_to?: string; signal?: AbortSignal }): Promise<HostFacts>;
  /** Enters our certificate on the host by trust password or join token; `fingerprint` must match the server's certificate. */
  trust(
    endpoint: Endpoint,
    secret: string,
    options: { fingerprint: string; name: string; connect_to?: string },
  ): Promise<void>;
  /** Fingerprint inside a join token, null when the text is not one. */
  tokenFingerprint(secret: string): string | null;
  /** `connect_to` resolves the checked address of an endpoint on every new connection (SEC-40); absent: as given. */
  open(endpoint: Endpoint, options?: { connect_to?: () => Promise<string> }): Host;
  /** SHA-256 fingerprint of our own client certificate (hex). */
  readonly identity_fingerprint: string;
}
