// The Database interface: every table and its row, as stored (times in ms, flags 0/1, JSON as text).
import type { Generated } from 'kysely';
import type {
  InstanceEnvTable,
  OperatingSystemsTable,
  PlanLocationsTable,
  PlansTable,
  UploadsTable,
} from './catalogue-tables.js';
import type { NetworkTables } from './network-tables.js';

import type { TrafficCountersTable, TrafficSamplesTable } from './traffic-tables.js';
import type { LeasesTable, LoginAttemptsTable, SettingsTable } from './house-tables.js';

type Flag = 0 | 1;

export interface UsersTable {
  id: Generated<number>;
  uuid: string;
  external_id: string | null;
  login: string;
  email: string;
  first_name: string;
  last_name: string;
  password_hash: string | null;
  password_locked_at: number | null;
  disabled_at: number | null;
  is_admin: Flag;
  email_verified_at: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export type CodePurpose =
  'first_admin' | 'register' | 'recovery' | 'email_change' | 'password_unlock' | 'assertion' | 'credential';

export interface UserCodesTable {
  id: Generated<number>;
  user_id: number | null;
  purpose: CodePurpose;
  code_hash: Buffer;
  payload: string;
  attempts: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

export interface WebauthnCredentialsTable {
  id: Generated<number>;
  user_id: number;
  /** As its authenticator named it. */
  credential_id: Buffer;
  /** COSE. */
  public_key: Buffer;
  sign_count: number;
  transports: string;
  /** Which make of authenticator; zeros when it does not say. */
  aaguid: string;
  /** What the authenticator said of itself, where it did. */
  attestation: Buffer | null;
  name: string;
  created_at: number;
  last_used_at: number | null;
}

export type TokenKind = 'session' | 'native' | 'aarch64' | 'panel' | 'cvm' | 'packet';

export interface ApiTokensTable {
  id: Generated<number>;
  uuid: string;
  kind: TokenKind;
  user_id: number;
  project_id: number | null;
  name: string;
  public_id: string | null;
  secret_hash: Buffer;
  scopes: string;
  read_only: Flag;
  created_at: number;
  expires_at: number | null;
  last_used_at: number | null;
  last_used_addr: string;
  revoked_at: number | null;
}

export interface ProjectsTable {
  id: Generated<number>;
  uuid: string;
  organization_id: number | null;
  personal_user_id: number | null;
  name: string;
  customdata: string | null;
  created_by: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface MembershipsTable {
  id: Generated<number>;
  uuid: string;
  user_id: number;
  organization_id: number | null;
  project_id: number | null;
  roles: string;
  created_at: number;
  updated_at: number;
}

export type QuotaResource =
  'instances' | 'vcpus' | 'memory_mb' | 'disk_mb' | 'volumes' | 'addresses' | 'image_mb';

export interface QuotasTable {
  id: Generated<number>;
  user_id: number | null;
  project_id: number | null;
  resource: QuotaResource;
  maximum: number;
}

export interface SshKeysTable {
  id: Generated<number>;
  uuid: string;
  user_id: number | null;
  project_id: number | null;
  name: string;
  public_key: string;
  fingerprint: string;
  created_at: number;
  updated_at: number;
}

export interface LocationsTable {
  id: Generated<number>;
  uuid: string;
  code: string;
  name: string;
  provider: string;
  location: string;
  address: string;
  features: string;
  peeringdb_id: number | null;
  created_at: number;
}

export type ServerStatus = 'unconfigured' | 'online' | 'offline' | 'untrusted';

export interface ServersTable {
  id: Generated<number>;
  uuid: string;
  location_id: number | null;
  ordinal: number | null;
  name: string;
  protocol: 'lxd' | 'incus';
  address: string;
  port: number;
  path: string;
  tls_cert: string | null;
  daemon_fingerprint: string;
  status: ServerStatus;
  status_at: number | null;
  disabled: Flag;
  tags: string;
  ram: string;
  disk: string;
  processor: string;
  uplink_network: string;
  storage_pool: string;
  facts: string;
  facts_at: number | null;
  added_by: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export interface ServerGrantsTable {
  server_id: number;
  user_id: number;
}

export type InstanceState =
  'queued' | 'provisioning' | 'ready' | 'failed' | 'reinstalling' | 'deleting' | 'deleted';
export type PowerState = 'running' | 'stopped' | 'frozen' | 'error' | 'unknown';

export interface InstancesTable {
  id: Generated<number>;
  uuid: string;
  project_id: number;
  owner_user_id: number | null;
  server_id: number;
  /** What it was ordered as, where it was. */
  plan_id: Generated<number | null>;
  os_id: Generated<number | null>;
  /** Sealed; null where none was set. */
  root_password_enc: Generated<Buffer | null>;
  /** SHA-256 of the token its guest calls home with. */
  phonehome_hash: Generated<Buffer | null>;
  phoned_home_at: Generated<number | null>;
  /** Lowest free number on its server; only of those that have a prefix of their own. */
  host_index: Generated<number | null>;
  /** What it was made of, where that was no operating system of the catalogue. */
  image_alias: Generated<string>;
  lxd_project: string;
  lxd_name: string;
  lxd_uuid: string;
  lxd_location: string;
  type: 'container' | 'virtual-machine';
  hostname: string;
  display_name: string;
  description: string;
  vcpus: number | null;
  memory_mb: number | null;
  burst_memory_mb: number | null;
  disk_mb: number | null;
  state: InstanceState;
  power_state: PowerState;
  power_state_at: number | null;
  locked: Flag;
  suspended_at: number | null;
  resume_on_unsuspend: Flag;
  /** What the host last said of it, finished JSON (see core/host-view.ts): spliced into answers. */
  host_view: string;
  userdata: string;
  customdata: string | null;
  tags: string;
  created_by: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export type Via = 'native' | 'aarch64' | 'panel' | 'cvm' | 'packet' | 'lxd' | 'system';
export type OperationStatus = 'pending' | 'running' | 'success' | 'failure' | 'cancelled';

export interface OperationsTable {
  id: Generated<number>;
  uuid: string;
  server_id: number | null;
  lxd_operation: string | null;
  kind: string;
  instance_id: number | null;
  batch_uuid: string | null;
  user_id: number | null;
  via: Via;
  request_id: string;
  status: OperationStatus;
  progress: number;
  input: string;
  step: string;
  notes: string;
  attempts: number;
  lease_owner: string | null;
  lease_until: number | null;
  deadline_at: number | null;
  cancel_requested_at: number | null;
  inferred: Flag;
  result: string | null;
  error_code: string;
  error: string;
  created_at: number;
  updated_at: number;
  finished_at: number | null;
}

export interface EventsTable {
  id: Generated<number>;
  uuid: string;
  retention: 'event' | 'audit';
  request_id: string;
  operation_id: number | null;
  type: string;
  via: Via;
  user_id: number | null;
  token_id: number | null;
  remote_addr: string;
  organization_id: number | null;
  project_id: number | null;
  server_id: number | null;
  instance_id: number | null;
  body: string;
  data: string;
  created_at: number;
}

export interface IdempotencyKeysTable {
  user_id: number;
  key: string;
  request_hash: Buffer;
  operation_id: number | null;
  response: string | null;
  created_at: number;
}

export interface SimplestreamProductsTable {
  id: Generated<number>;
  os: string;
  release: string;
  release_title: string;
  arch: string;
  variant: string;
  aliases: string;
  support_eol: string;
  requirements: string;
  keep_serials: number | null;
  lifetime_days: number | null;
  created_by: number | null;
  created_at: number;
  deleted_at: number | null;
}

export interface SimplestreamVersionsTable {
  id: Generated<number>;
  product_id: number;
  serial: string;
  created_at: number;
  retired_at: number | null;
}

export interface SimplestreamItemsTable {
  id: Generated<number>;
  version_id: number;
  ftype: string;
  sha256: Buffer;
  size: number;
  created_at: number;
  created_by: number | null;
}

export interface SimplestreamCombinedTable {
  meta_item_id: number;
  root_item_id: number;
  sha256: Buffer;
}

export interface SimplestreamDeltasTable {
  root_item_id: number;
  base_item_id: number;
  sha256: Buffer | null;
  size: Generated<number>;
  created_at: number;
}

export interface Database extends NetworkTables {
  users: UsersTable;
  user_codes: UserCodesTable;
  webauthn_credentials: WebauthnCredentialsTable;
  api_tokens: ApiTokensTable;
  projects: ProjectsTable;
  memberships: MembershipsTable;
  quotas: QuotasTable;
  ssh_keys: SshKeysTable;
  locations: LocationsTable;
  servers: ServersTable;
  server_grants: ServerGrantsTable;
  plans: PlansTable;
  plan_locations: PlanLocationsTable;
  operating_systems: OperatingSystemsTable;
  instances: InstancesTable;
  instance_env: InstanceEnvTable;
  operations: OperationsTable;
  events: EventsTable;
  leases: LeasesTable;
  idempotency_keys: IdempotencyKeysTable;
  login_attempts: LoginAttemptsTable;
  simplestream_products: SimplestreamProductsTable;
  simplestream_versions: SimplestreamVersionsTable;
  simplestream_items: SimplestreamItemsTable;
  simplestream_combined: SimplestreamCombinedTable;
  simplestream_deltas: SimplestreamDeltasTable;
  uploads: UploadsTable;
  traffic_counters: TrafficCountersTable;
  traffic_samples: TrafficSamplesTable;
  settings: SettingsTable;
}
