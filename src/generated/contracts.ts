// Written by `npm run gen` from schemas/: change those, not this.

export type InstanceAddResult = InstanceAdded | OperationAck;
export type PanelImagesListResult = {
  /**
   * Id of the image.
   */
  Id: string;
  /**
   * Name for people.
   */
  Name: string;
  /**
   * The value to deploy with.
   */
  Image: string;
  /**
   * Words about it.
   */
  Description: string;
  /**
   * Empty.
   */
  Author: string;
  /**
   * Whose system it is.
   */
  AuthorName: string;
  /**
   * Variables it brings, KEY=value.
   */
  Env: string[];
  /**
   * Empty.
   */
  Variables: {
    [k: string]: unknown;
  };
  /**
   * Empty.
   */
  Scripts: {
    [k: string]: unknown;
  };
  /**
   * Version and type.
   */
  Meta: {
    [k: string]: unknown;
  };
}[];
export type PanelInstancesListResult = {
  /**
   * Name for people.
   */
  Name: string;
  /**
   * UUID.
   */
  Id: string;
  /**
   * Where it is.
   */
  Node: {
    /**
     * UUID of the node.
     */
    id: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * As registered.
     */
    tags: string;
    /**
     * As registered.
     */
    ram: string;
    /**
     * As registered.
     */
    disk: string;
    /**
     * As registered.
     */
    processor: string;
    /**
     * Its address.
     */
    address: string;
    /**
     * Its port.
     */
    port: string;
    /**
     * Whether it can be reached and trusts us.
     */
    status: 'Online' | 'Offline' | 'Unconfigured';
  } | null;
  /**
   * userId of its owner; empty for what nobody ordered.
   */
  User: string;
  /**
   * INSTALLING until it is made.
   */
  InternalState: 'INSTALLING' | 'READY' | 'FAILED';
  /**
   * Name on its node.
   */
  ContainerId: string;
  /**
   * The same as Id.
   */
  VolumeId: string;
  /**
   * MiB.
   */
  Memory: number;
  /**
   * CPUs.
   */
  Cpu: number;
  /**
   * containerPort:hostPort, separated by commas.
   */
  Ports: string;
  /**
   * The primary host port.
   */
  Primary: string;
  /**
   * What it was made of.
   */
  Image: string;
  /**
   * Its variables, KEY=value.
   */
  Env: string[];
  /**
   * Stopped, and kept so.
   */
  suspended: boolean;
}[];
export type PanelInstancesOfUserResult = {
  /**
   * Name for people.
   */
  Name: string;
  /**
   * UUID.
   */
  Id: string;
  /**
   * Where it is.
   */
  Node: {
    /**
     * UUID of the node.
     */
    id: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * As registered.
     */
    tags: string;
    /**
     * As registered.
     */
    ram: string;
    /**
     * As registered.
     */
    disk: string;
    /**
     * As registered.
     */
    processor: string;
    /**
     * Its address.
     */
    address: string;
    /**
     * Its port.
     */
    port: string;
    /**
     * Whether it can be reached and trusts us.
     */
    status: 'Online' | 'Offline' | 'Unconfigured';
  } | null;
  /**
   * userId of its owner; empty for what nobody ordered.
   */
  User: string;
  /**
   * INSTALLING until it is made.
   */
  InternalState: 'INSTALLING' | 'READY' | 'FAILED';
  /**
   * Name on its node.
   */
  ContainerId: string;
  /**
   * The same as Id.
   */
  VolumeId: string;
  /**
   * MiB.
   */
  Memory: number;
  /**
   * CPUs.
   */
  Cpu: number;
  /**
   * containerPort:hostPort, separated by commas.
   */
  Ports: string;
  /**
   * The primary host port.
   */
  Primary: string;
  /**
   * What it was made of.
   */
  Image: string;
  /**
   * Its variables, KEY=value.
   */
  Env: string[];
  /**
   * Stopped, and kept so.
   */
  suspended: boolean;
}[];
export type PanelNodesListResult = {
  /**
   * UUID of the node.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * As registered.
   */
  tags: string;
  /**
   * As registered.
   */
  ram: string;
  /**
   * As registered.
   */
  disk: string;
  /**
   * As registered.
   */
  processor: string;
  /**
   * Its address.
   */
  address: string;
  /**
   * Its port.
   */
  port: string;
  /**
   * Whether it can be reached and trusts us.
   */
  status: 'Online' | 'Offline' | 'Unconfigured';
}[];
export type PanelUsersListResult = {
  /**
   * The id given when it was made, else a UUID.
   */
  userId: string;
  /**
   * Login.
   */
  username: string;
  /**
   * E-mail address.
   */
  email: string;
  /**
   * An administrator.
   */
  admin: boolean;
  /**
   * Always empty.
   */
  accessTo: unknown[];
}[];
export type UserCredentialMakeResult = CredentialCreation | Ack;

export interface Aarch64AdminAnsibleParams {}
export interface Aarch64AdminAnsibleResult {
  meta: {
    success: true;
    message: 'Retrieved ansible config';
  };
  data: {
    all: {
      vars: {
        ansible_user: string;
        ansible_port: number;
        ansible_ssh_private_key_file: string;
        oses: {
          [k: string]: {
            version: string;
            url: string;
          };
        };
        /**
         * Our client certificate, PEM: hosts have to trust it.
         */
        gantry_certificate: string;
      };
      hosts: {
        [k: string]: {
          ansible_host: string;
          bcg: {
            asn: number;
            prefixes: string[];
            peers?: {
              [k: string]: {
                asn: number;
                type: string;
                neighbors: string[];
              };
            };
          };
          vms: Aarch64Vm[];
        };
      };
    };
  };
}
/**
 * A virtual machine; `memory` and `disk` in GiB, `created` in ms since 1970.
 */
export interface Aarch64Vm {
  _id: string;
  hostname: string;
  vcpus: number;
  memory: number;
  disk: number;
  pop: string;
  project: string;
  host: number;
  index: number;
  os: string;
  prefix: string;
  gateway: string;
  address: string;
  password: string;
  phoned_home: boolean;
  state: string;
  created: number;
}
export interface Aarch64AdminBgpParams {
  /**
   * Address of the host.
   */
  ip: string;
  /**
   * Name of the peer: letters, digits, hyphens.
   */
  name: string;
  /**
   * AS number of the peer.
   */
  asn: number;
  /**
   * Address of the peer.
   */
  neighbor: string;
}
export interface Aarch64AdminBgpResult {
  meta: {
    success: true;
    message: 'Added BGP session';
  };
  data: null;
}
export interface Aarch64AdminHostParams {
  /**
   * Name of a PoP.
   */
  pop: string;
  /**
   * Address of the host.
   */
  ip: string;
  /**
   * Port of its API; 8443 unless given.
   */
  port?: number;
  /**
   * Trust password or join token of the host.
   */
  password?: string;
}
export interface Aarch64AdminHostResult {
  meta: {
    success: true;
    message: 'Host added';
  };
  data: null;
}
export interface Aarch64AdminPopParams {
  /**
   * Short name: lower case letters, digits, dots, hyphens, underscores.
   */
  name: string;
  /**
   * Who runs it.
   */
  provider: string;
  /**
   * Where it is.
   */
  location: string;
  /**
   * Number at PeeringDB.
   */
  peeringdb_id: number;
}
export interface Aarch64AdminPopResult {
  meta: {
    success: true;
    message: 'PoP added';
  };
  data: null;
}
export interface Aarch64AuthLoginParams {
  /**
   * E-mail address; also as a list of one, as the Go client sends it.
   */
  email: string | string[];
  /**
   * Password, 12 to 256 characters; also as a list of one.
   */
  password: string | string[];
}
export interface Aarch64AuthLoginResult {
  meta: {
    success: true;
    message: 'Authentication successful';
  };
  data: {
    key: string;
  };
}
export interface Aarch64AuthLogoutParams {}
export interface Aarch64AuthLogoutResult {
  meta: {
    success: true;
    message: 'Logged out';
  };
  data: null;
}
export interface Aarch64AuthSignupParams {
  /**
   * E-mail address; also as a list of one, as the Go client sends it.
   */
  email: string | string[];
  /**
   * Password, 12 to 256 characters; also as a list of one.
   */
  password: string | string[];
}
export interface Aarch64AuthSignupResult {
  meta: {
    success: true;
    message: 'User created';
  };
  data: null;
}
export interface Aarch64AuthUserParams {}
export interface Aarch64AuthUserResult {
  meta: {
    success: true;
    message: 'Retrieved user info';
  };
  data: {
    _id: string;
    email: string;
    key: string;
    admin: boolean;
  };
}
export interface Aarch64IntraPhonehomeParams {
  /**
   * What the machine was given for this call.
   */
  token?: string;
}
export interface Aarch64IntraPhonehomeResult {
  meta: {
    success: true;
    message: 'Phone home complete';
  };
  data: null;
}
export interface Aarch64ProjectAdduserParams {
  /**
   * `_id` of the project.
   */
  project: string;
  /**
   * E-mail address.
   */
  email: string;
}
export interface Aarch64ProjectAdduserResult {
  meta: {
    success: true;
    message: 'User added to project';
  };
  data: null;
}
export interface Aarch64ProjectCreateParams {
  /**
   * Name, up to 100 characters.
   */
  name: string;
}
export interface Aarch64ProjectCreateResult {
  meta: {
    success: true;
    message: 'Project created';
  };
  data: string;
}
export interface Aarch64ProjectsListParams {}
export interface Aarch64ProjectsListResult {
  meta: {
    success: true;
    message: 'Retrieved project list';
  };
  data: {
    _id: string;
    name: string;
    users: string[];
    vms: Aarch64Vm[];
  }[];
}
export interface Aarch64SystemGetParams {}
export interface Aarch64SystemGetResult {
  meta: {
    success: true;
    message: 'Retrieved PoPs';
  };
  data: {
    pops: {
      _id: string;
      name: string;
      provider: string;
      location: string;
      peeringdb_id: number;
    }[];
    plans: {
      [k: string]: {
        vcpus: number;
        memory: number;
        disk: number;
      };
    };
    oses: {
      [k: string]: {
        version: string;
        url: string;
      };
    };
  };
}
export interface Aarch64VmsCreateParams {
  /**
   * Host name: labels of letters, digits, hyphens and underscores.
   */
  hostname: string;
  /**
   * Name of a PoP.
   */
  pop: string;
  /**
   * `_id` of a project.
   */
  project: string;
  /**
   * Name of a plan.
   */
  plan: string;
  /**
   * Name of a system.
   */
  os: string;
}
export interface Aarch64VmsCreateResult {
  meta: {
    success: true;
    message: 'VM created';
  };
  data: Aarch64Vm;
}
export interface Aarch64VmsDeleteParams {
  /**
   * `_id` of the machine.
   */
  vm: string;
}
export interface Aarch64VmsDeleteResult {
  meta: {
    success: true;
    message: 'VM deleted';
  };
  data: null;
}
/**
 * An acknowledgement: what was asked has been done.
 */
export interface Ack {
  data: {
    id?: number;
    type: string;
    attributes: {
      response: true;
    };
  };
  meta?: {
    [k: string]: unknown;
  };
}
export interface AuditCallEvent {
  method: string;
  /**
   * What was asked, secrets masked.
   */
  params: {
    [k: string]: unknown;
  };
  ok: boolean;
  /**
   * Name of the error, empty when it went well.
   */
  code: string;
  /**
   * What the method adds of itself.
   */
  details?: {
    [k: string]: unknown;
  };
}
/**
 * One row of the audit trail.
 */
export interface AuditEntry {
  /**
   * When, ms.
   */
  at: number;
  /**
   * `audit.call` for a call; else the event that is kept as long.
   */
  type: string;
  /**
   * What was called; empty where nobody called.
   */
  method: string;
  /**
   * Who called; null: nobody that is known.
   */
  user_id: number | null;
  /**
   * With which token.
   */
  token_id: number | null;
  /**
   * From where; another's address is shown to administrators only.
   */
  address: string;
  /**
   * Through which API.
   */
  via: string;
  /**
   * Of the call, as its answer had it.
   */
  request_id: string;
  /**
   * What was asked, secrets masked.
   */
  params: {
    [k: string]: unknown;
  };
  /**
   * Whether it went well; null where nobody called.
   */
  ok: boolean | null;
  /**
   * The error it answered, empty when it went well.
   */
  code: string;
  /**
   * What it was about.
   */
  labels: {
    server_id?: number;
    project_id?: number;
    instance_id?: number;
    operation_id?: number;
  };
  /**
   * What the method, or the event, adds.
   */
  details: {
    [k: string]: unknown;
  };
}
export interface AuditListParams {
  /**
   * `<epoch>.<number>` as an answer gave it, or a number.
   */
  cursor?: string | number;
  /**
   * The last one wanted, in the order asked for: as `cursor`.
   */
  until?: string | number;
  /**
   * Only what this user did.
   */
  user_id?: number;
  /**
   * What to show: values or lists of them.
   */
  filter?: {
    method?: string | string[];
    user_id?: number | number[];
    server_id?: number | number[];
    project_id?: number | number[];
    instance_id?: number | number[];
    ok?: boolean;
  };
  limit: number;
  sort: 'id' | '-id';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface AuditListInput {
  /**
   * `<epoch>.<number>` as an answer gave it, or a number.
   */
  cursor?: string | number;
  /**
   * The last one wanted, in the order asked for: as `cursor`.
   */
  until?: string | number;
  /**
   * Only what this user did.
   */
  user_id?: number;
  /**
   * What to show: values or lists of them.
   */
  filter?: {
    method?: string | string[];
    user_id?: number | number[];
    server_id?: number | number[];
    project_id?: number | number[];
    instance_id?: number | number[];
    ok?: boolean;
  };
  limit?: number;
  sort?: 'id' | '-id';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface AuditListResult {
  data: {
    /**
     * Number in the log.
     */
    id: number;
    type: 'audit';
    attributes: AuditEntry;
  }[];
  meta: MetaNext;
}
/**
 * Where a list goes on.
 */
export interface MetaNext {
  /**
   * The `after` of the following page, null at the end.
   */
  next: string | null;
}
export interface BgpSetEvent {
  bgp_name: string;
  bgp_asn: number;
  bgp_neighbor: string;
}
/**
 * An image in the catalogue of the image server.
 */
export interface CatalogueImage {
  /**
   * SHA-256 of the image, hex: the same on every host that has a copy.
   */
  image_fingerprint: string;
  /**
   * What it makes.
   */
  image_instance_type: 'container' | 'virtual-machine';
  /**
   * Canonical name, such as x86_64.
   */
  image_architecture: string;
  /**
   * Names that lead to it.
   */
  image_aliases: string[];
  /**
   * Bytes of all its files.
   */
  image_size: number;
  /**
   * One line.
   */
  image_description: string;
  /**
   * Operating system.
   */
  image_os: string;
  /**
   * Its release.
   */
  image_release: string;
  /**
   * Its variant.
   */
  image_variant: string;
  /**
   * Its build.
   */
  image_serial: string;
  /**
   * Number of its product.
   */
  product_id: number;
  /**
   * Architecture as users spell it.
   */
  product_arch: string;
  /**
   * Key of its product.
   */
  product_key: string;
  /**
   * Serial of its version.
   */
  product_version_serial: string;
}
/**
 * A certificate that a server trusts.
 */
export interface Certificate {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * Name it was entered under.
   */
  certificate_name: string;
  /**
   * client, server or metrics.
   */
  certificate_type: string;
  /**
   * SHA-256, hex.
   */
  certificate_fingerprint: string;
}
export interface CertificateListParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface CertificateListInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface CertificateListResult {
  data: {
    id: number;
    type: 'certificate';
    attributes: Certificate;
  }[];
  meta: MetaNext;
}
export interface CertificateRevokeParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Fingerprint of the certificate: all of it, or 12 and more of its 64 hex digits.
   */
  certificate_fingerprint: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface CertificateRevokedEvent {
  certificate_name: string;
  certificate_fingerprint: string;
}
/**
 * Every setting: `a.b` is `--a.b`, `GANTRY_A_B` and `a: {b: ...}` in the file.
 */
export interface Config {
  /**
   * Folder of the database, keys and files.
   */
  data: string;
  /**
   * Addresses to listen on; port 0 takes a free one.
   */
  listen: string[];
  /**
   * How hosts, guests and mails reach us; empty: the https listener by this machine's address.
   */
  public_url: string;
  /**
   * Names besides our own that a `Host` header may carry.
   */
  hosts: string[];
  /**
   * Origins of pages served elsewhere that may call us.
   */
  origins: string[];
  /**
   * Addresses or networks whose `X-Forwarded-For` is believed.
   */
  trusted_proxies: string[];
  /**
   * Certificate of the https listener; without one, a certificate of our own authority is made.
   */
  tls: {
    /**
     * File of the certificate, PEM, with its chain.
     */
    cert: string | null;
    /**
     * File of its key, PEM.
     */
    key: string | null;
    /**
     * File of the authority that signed it, PEM: handed to guests and hosts.
     */
    ca: string | null;
    /**
     * Seconds of Strict-Transport-Security; 0 sends none.
     */
    hsts_seconds: number;
  };
  /**
   * Passkeys.
   */
  webauthn: {
    /**
     * Name the passkeys belong to; null: the host of public_url if it is a name, else localhost where we listen there.
     */
    rp_id: string | null;
    /**
     * Attestation that is asked for.
     */
    attestation: 'none' | 'indirect' | 'direct' | 'enterprise';
  };
  /**
   * Hosts of the fleet.
   */
  servers: {
    /**
     * Who may add servers.
     */
    add: 'admin' | 'user';
    /**
     * Networks (CIDR, CIDR:port, ports as 1-65535) that are open to servers besides the ordinary ones, loopback included.
     */
    allow: string[];
    /**
     * Whether administrators may add servers at private addresses.
     */
    private: boolean;
    /**
     * Ports a server may have.
     */
    ports: number[];
    /**
     * Unix sockets that may be added as servers.
     */
    sockets: string[];
  };
  /**
   * Logins and tokens.
   */
  auth: {
    /**
     * How long a login lasts.
     */
    session_seconds: number;
    /**
     * How long after a login credentials may be changed.
     */
    reauth_seconds: number;
    /**
     * How long a mailed code holds.
     */
    code_seconds: number;
    /**
     * How long an API token lasts when nothing is said.
     */
    token_seconds: number;
    /**
     * How long an API token may last.
     */
    token_seconds_max: number;
  };
  /**
   * The event log.
   */
  events: {
    /**
     * How long events are kept: seconds, or 7d, 12h, 30m.
     */
    retention: number;
  };
  /**
   * The audit trail.
   */
  audit: {
    /**
     * How long audit rows are kept: seconds, or 365d.
     */
    retention: number;
  };
  /**
   * What instances send and receive.
   */
  traffic: {
    /**
     * How often the counters of running instances are read: seconds, or 1m.
     */
    sample_seconds: number;
    /**
     * How long the hourly figures are kept: seconds, or 400d. Totals stay.
     */
    retention: number;
  };
  /**
   * Bounds of the wire.
   */
  limits: {
    /**
     * Largest body of an action or a socket message.
     */
    body_bytes: number;
    /**
     * Largest file of an upload.
     */
    upload_bytes: number;
    /**
     * Largest head of a request, all headers together.
     */
    header_bytes: number;
    /**
     * Most headers of a request.
     */
    header_count: number;
    /**
     * Deepest nesting of a body.
     */
    json_depth: number;
    /**
     * Most keys of a body.
     */
    json_keys: number;
    /**
     * Most calls of one JSON-RPC batch.
     */
    batch_calls: number;
    /**
     * Failed authentications of one address before it is told to wait.
     */
    auth_failures_per_minute: number;
    /**
     * Open sockets of one user.
     */
    sockets_per_user: number;
    /**
     * Open sockets of one address that have not shown a token.
     */
    sockets_unauthenticated: number;
    /**
     * Event streams of one address that carry no token.
     */
    panel_streams_per_address: number;
    /**
     * Open sessions (commands and consoles) of one user.
     */
    sessions_per_user: number;
    /**
     * Open sessions on one instance.
     */
    sessions_per_instance: number;
    /**
     * Bytes of a session that one side has sent and the other has not taken; then its sender waits.
     */
    session_bytes: number;
    /**
     * Time a new socket has to show its token.
     */
    socket_auth_ms: number;
    /**
     * Subscriptions of one socket.
     */
    subscriptions_per_socket: number;
    /**
     * Calls of one socket that are not answered yet.
     */
    calls_per_socket: number;
    /**
     * Messages one socket may send per second.
     */
    messages_per_second: number;
    /**
     * Time between pings of a socket.
     */
    ping_ms: number;
    /**
     * Silence after which a socket counts as dead.
     */
    dead_ms: number;
    /**
     * Events held back for a slow reader before it is closed.
     */
    slow_events: number;
    /**
     * Bytes held back for a slow reader before it is closed.
     */
    slow_bytes: number;
    /**
     * Bytes of answers a socket may leave unread before it is closed.
     */
    answer_bytes: number;
    /**
     * Time a reader may take nothing at all before it is closed.
     */
    stall_ms: number;
    /**
     * Time between two looks at timers.
     */
    sweep_ms: number;
  };
  /**
   * What a project may use where nothing else is set; null: no bound.
   */
  quotas: {
    /**
     * Instances.
     */
    instances: number | null;
    /**
     * Virtual processors.
     */
    vcpus: number | null;
    /**
     * Memory, MiB.
     */
    memory_mb: number | null;
    /**
     * Disk, MiB.
     */
    disk_mb: number | null;
    /**
     * Volumes.
     */
    volumes: number | null;
    /**
     * Addresses.
     */
    addresses: number | null;
    /**
     * Uploaded images, MiB.
     */
    image_mb: number | null;
  };
  /**
   * Addresses that are given out.
   */
  ipam: {
    /**
     * Length of the block that a server gets out of a pool; each of its instances gets a /64 of it.
     */
    host_prefix_length: number;
    /**
     * How long a prefix rests before another instance gets it: seconds, or 1h.
     */
    quarantine_seconds: number;
  };
  /**
   * Ports of servers that lead into instances.
   */
  ports: {
    /**
     * Ports that are given out where none is asked for by number.
     */
    range: string;
  };
  /**
   * Mail; without a host, mails become files in `data/outbox`.
   */
  smtp: {
    /**
     * Mail server.
     */
    host: string | null;
    /**
     * Its port.
     */
    port: number;
    /**
     * How the connection is encrypted; none is for a relay on this machine.
     */
    security: 'starttls' | 'tls' | 'none';
    /**
     * User there.
     */
    user: string | null;
    /**
     * That user's password.
     */
    password: string | null;
    /**
     * Sender of our mails.
     */
    from: string;
  };
  /**
   * Simplestreams servers that are offered as sources of images.
   */
  image_servers: string[];
  /**
   * Calls of new instances.
   */
  phonehome: {
    /**
     * Where they call: a whole URL, or only an origin; null: the first plain listener beyond loopback, else public_url.
     */
    url: string | null;
  };
  /**
   * The other APIs over the same core.
   */
  dialects: {
    /**
     * One dialect.
     */
    aarch64: {
      /**
       * Whether it is served.
       */
      enabled: boolean;
      /**
       * Path it is served under.
       */
      mount: string;
      /**
       * Host name it has to itself; null: only the path.
       */
      host: string | null;
      /**
       * User on hosts in the Ansible inventory.
       */
      ansible_user: string;
      /**
       * SSH port of hosts in the inventory.
       */
      ansible_port: number;
      /**
       * File of the SSH key in the inventory, where Ansible runs; empty: ssh's own choice.
       */
      ansible_key_file: string;
      /**
       * AS number of hosts in the inventory that tell none of their own.
       */
      asn: number;
    };
    /**
     * One dialect.
     */
    panel: {
      /**
       * Whether it is served.
       */
      enabled: boolean;
      /**
       * Path it is served under.
       */
      mount: string;
      /**
       * Host name it has to itself; null: only the path.
       */
      host: string | null;
    };
    /**
     * One dialect.
     */
    cvm: {
      /**
       * Whether it is served.
       */
      enabled: boolean;
      /**
       * Path it is served under.
       */
      mount: string;
      /**
       * Host name it has to itself; null: only the path.
       */
      host: string | null;
    };
    /**
     * One dialect.
     */
    packet: {
      /**
       * Whether it is served.
       */
      enabled: boolean;
      /**
       * Path it is served under.
       */
      mount: string;
      /**
       * Host name it has to itself; null: only the path.
       */
      host: string | null;
    };
    /**
     * One dialect.
     */
    streams: {
      /**
       * Whether it is served.
       */
      enabled: boolean;
      /**
       * Path it is served under.
       */
      mount: string;
      /**
       * Host name it has to itself; null: only the path.
       */
      host: string | null;
    };
  };
  /**
   * Nobody may register.
   */
  disable_user_registration: boolean;
  /**
   * Nobody may recover a password by mail.
   */
  disable_user_recovery: boolean;
  /**
   * Nobody may change a password.
   */
  disable_user_password_change: boolean;
  /**
   * Nobody may add or change servers.
   */
  disable_server_add: boolean;
  /**
   * Nobody may enter or remove SSH keys.
   */
  disable_ssh_key_add: boolean;
  /**
   * The panel's event stream.
   */
  eventstream: {
    /**
     * Seconds a stream may stay unclaimed.
     */
    auth_timeout: number;
    /**
     * Seconds between keep-alive comments.
     */
    ping_interval: number;
  };
  /**
   * Our own image server.
   */
  simplestream: {
    /**
     * Whether images are served and offered.
     */
    enabled: boolean;
    /**
     * Days a version is kept after a newer one came.
     */
    images_lifetime: number;
    /**
     * Hours between two clean-ups.
     */
    deletion_interval: number;
    /**
     * Hours a file stays after nothing names it: hosts keep a catalogue for one.
     */
    grace_hours: number;
    /**
     * Newest versions of a product that may stay: those behind them go, however young; null: any number.
     */
    keep_serials: number | null;
    /**
     * Most that all images and uploads may hold together, MiB; 0: no bound.
     */
    max_mb: number;
    /**
     * Largest chunk of an upload in chunks, MiB.
     */
    chunk_mb: number;
    /**
     * Whether newer versions are offered as deltas too, where the program xdelta3 is installed.
     */
    deltas: boolean;
    /**
     * Key that signs the catalogue (its id or fingerprint, without a passphrase); empty: unsigned.
     */
    gpg_key: string;
    /**
     * Folder of gpg's keys; empty: gpg's own.
     */
    gpg_home: string;
  };
  /**
   * The log.
   */
  log: {
    /**
     * What is written.
     */
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
    /**
     * File it goes to; null: standard error.
     */
    file: string | null;
  };
}
export interface ConfigGetParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ConfigGetResult {
  data: {
    id: number;
    type: 'config';
    attributes: {
      disable_user_recovery: boolean;
      disable_user_registration: boolean;
      disable_server_add: boolean;
      disable_ssh_key_add: boolean;
      /**
       * Fresh id for `event.subscribe`.
       */
      stream: string;
      /**
       * Passkeys can be used here.
       */
      webauth_enabled: boolean;
      /**
       * This is an image server too.
       */
      simplestream_enabled: boolean;
      webauth_attestation_type: 'none' | 'indirect' | 'direct' | 'enterprise';
    };
  };
  /**
   * Only for callers with a token.
   */
  meta?: {
    /**
     * What was added since the first release; never shortened.
     */
    extensions: string[];
    version: string;
  };
}
/**
 * A passkey of a user.
 */
export interface Credential {
  /**
   * Make of the authenticator, and the day it was added.
   */
  key_name: string;
  /**
   * When it was added, Unix seconds.
   */
  key_timeadd: number;
  /**
   * When it last opened a session, Unix seconds; 0: never.
   */
  key_timeused: number;
}
export interface CredentialAddedEvent {
  key_id: number;
  key_name: string;
}
/**
 * What a browser needs to make a passkey (`PublicKeyCredentialCreationOptions`); binary members are standard base64.
 */
export interface CredentialCreation {
  data: {
    type: 'credential';
    attributes: {
      publicKey: {
        rp: {
          id: string;
          name: string;
        };
        user: {
          id: string;
          name: string;
          displayName: string;
        };
        challenge: string;
        pubKeyCredParams: {
          type: 'public-key';
          alg: number;
        }[];
        /**
         * Milliseconds.
         */
        timeout: number;
        attestation: 'none' | 'indirect' | 'direct' | 'enterprise';
        excludeCredentials: {
          type: 'public-key';
          id: string;
          transports?: string[];
        }[];
        authenticatorSelection: {
          authenticatorAttachment?: 'platform' | 'cross-platform';
          residentKey: 'preferred';
          requireResidentKey: false;
          userVerification: 'required';
        };
      };
    };
  };
}
export interface CredentialDeletedEvent {
  key_id: number;
  key_name: string;
}
export interface CredentialRefusedEvent {
  key_id: number;
  key_name: string;
}
/**
 * What a browser needs to use a passkey (`PublicKeyCredentialRequestOptions`); binary members are standard base64.
 */
export interface CredentialRequest {
  data: {
    type: 'credential';
    attributes: {
      publicKey: {
        challenge: string;
        /**
         * Milliseconds.
         */
        timeout: number;
        rpId: string;
        allowCredentials: {
          type: 'public-key';
          id: string;
        }[];
        userVerification: 'required';
      };
    };
  };
}
export interface CvmVpsListParams {}
export interface CvmVpsListResult {
  response: {
    vpses: {
      /**
       * Number of the VPS.
       */
      id: string;
      /**
       * Number of the server it is on.
       */
      node: string;
      /**
       * Always 1.
       */
      virtualization_type: '1';
      /**
       * Its host name.
       */
      hostname: string;
      /**
       * MB of memory; 0 where none was set.
       */
      guaranteed_ram: string;
      /**
       * MB of memory it may take for a while; only where its plan has it.
       */
      burstable_ram?: string;
      /**
       * MB of disk; 0 where none was set.
       */
      disk_space: string;
      /**
       * CPUs; 0 where none was set.
       */
      cpu_count: string;
      /**
       * Bytes in both directions; only where they are counted together.
       */
      traffic_limit?: string;
      /**
       * Bytes that may be received; 0 is no limit.
       */
      traffic_in_limit?: string;
      /**
       * Bytes that may be sent; 0 is no limit.
       */
      traffic_out_limit?: string;
      /**
       * Bytes in both directions; only where they are counted together.
       */
      traffic_used?: string;
      /**
       * Bytes received.
       */
      traffic_in_used?: string;
      /**
       * Bytes sent.
       */
      traffic_out_used?: string;
    }[];
  };
}
export interface CvmVpsRestartParams {}
export interface CvmVpsRestartResult {
  response: {};
}
export interface CvmVpsStartParams {}
export interface CvmVpsStartResult {
  response: {};
}
export interface CvmVpsStatusParams {}
export interface CvmVpsStatusResult {
  response: {
    /**
     * Bytes in both directions; only where they are counted together.
     */
    traffic_used?: string;
    /**
     * Bytes received.
     */
    traffic_in_used?: string;
    /**
     * Bytes sent.
     */
    traffic_out_used?: string;
    /**
     * Bytes of memory in use.
     */
    ram_used: string;
    /**
     * Bytes of disk in use; 0 where the storage does not count them.
     */
    disk_used: string;
    /**
     * `unknown` while its server cannot be reached.
     */
    status: 'running' | 'stopped' | 'suspended' | 'terminated' | 'unknown';
  };
}
export interface CvmVpsStopParams {}
export interface CvmVpsStopResult {
  response: {};
}
/**
 * A refused call: one entry per fault.
 */
export interface Error {
  errors: {
    /**
     * HTTP status as text.
     */
    status: string;
    /**
     * Name of the error, from a closed list.
     */
    code: string;
    /**
     * What is wrong and how to put it right.
     */
    detail: string;
    source?: {
      /**
       * JSON pointer into the params.
       */
      pointer: string;
    };
  }[];
  meta: {
    request_id: string;
  };
}
export interface Event {
  /**
   * Number in the log: the cursor.
   */
  id: number;
  type: string;
  /**
   * ms
   */
  at: number;
  via: string;
  request_id?: string;
  user_id?: number;
  server_id?: number;
  project_id?: number;
  instance_id?: number;
  operation_id?: number;
  data: {
    [k: string]: unknown;
  };
}
export interface EventAuthParams {
  /**
   * Id of an open stream.
   */
  stream: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
/**
 * What to show: numbers or lists of them; types may end in `*`.
 */
export interface EventFilter {
  server_id?: number | number[];
  project_id?: number | number[];
  instance_id?: number | number[];
  type?: string | string[];
}
export interface EventListParams {
  /**
   * `<epoch>.<number>` as an event gave it, or a number.
   */
  cursor?: string | number;
  /**
   * `<epoch>.<number>` as an event gave it, or a number.
   */
  until?: string | number;
  filter?: EventFilter;
  limit: number;
  sort: 'id' | '-id';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface EventListInput {
  /**
   * `<epoch>.<number>` as an event gave it, or a number.
   */
  cursor?: string | number;
  /**
   * `<epoch>.<number>` as an event gave it, or a number.
   */
  until?: string | number;
  filter?: EventFilter;
  limit?: number;
  sort?: 'id' | '-id';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface EventListResult {
  data: EventResource[];
  meta: MetaNext;
}
export interface EventResource {
  id: number;
  type: 'event';
  attributes: Event;
}
export interface EventSubscribeParams {
  /**
   * Id from `config.get`.
   */
  stream?: string;
  /**
   * `<epoch>.<number>` as an event gave it, or a number.
   */
  cursor?: string | number;
  filter?: EventFilter;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface EventSubscribeResult {
  data: {
    id: number;
    type: 'subscription';
    attributes: {
      subscription: number;
      epoch: string;
      from: string;
      head: string;
    };
  };
}
export interface HealthAliveParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface HealthReadyParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
/**
 * An image, on a server or on offer.
 */
export interface Image {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * SHA-256, hex.
   */
  image_fingerprint: string;
  /**
   * Canonical name, such as x86_64.
   */
  image_architecture: string;
  /**
   * What it makes.
   */
  image_instance_type: 'container' | 'virtual-machine';
  /**
   * One line.
   */
  image_description: string;
  /**
   * Operating system.
   */
  image_os: string;
  /**
   * Its release.
   */
  image_release: string;
  /**
   * Its build.
   */
  image_serial: string;
  /**
   * Names that lead to it.
   */
  image_aliases: string[];
  /**
   * Bytes.
   */
  image_size: number;
  /**
   * Served to everyone.
   */
  image_public: boolean;
  /**
   * Fetched by the server for an instance.
   */
  image_cached: boolean;
  /**
   * Seconds since 1970, 0 when unknown.
   */
  image_created_at: number;
  /**
   * Seconds since 1970, 0 for never.
   */
  image_last_used_at: number;
  /**
   * Seconds since 1970, 0 for never.
   */
  image_expires_at: number;
}
export interface ImageDeleteParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Fingerprint of the image: all of it, or 12 and more of its 64 hex digits.
   */
  image_fingerprint: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ImageDeletedEvent {
  image_fingerprint: string;
  image_description: string;
}
export interface ImageListParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * URL of a simplestreams server; empty: the server itself.
   */
  image_server_host: string;
  /**
   * One architecture by any of its names (`x86_64`, `amd64`), or `all`; empty: those the server runs.
   */
  image_architecture: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ImageListInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * URL of a simplestreams server; empty: the server itself.
   */
  image_server_host?: string;
  /**
   * One architecture by any of its names (`x86_64`, `amd64`), or `all`; empty: those the server runs.
   */
  image_architecture?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ImageListResult {
  data: {
    id: number;
    type: 'image';
    attributes: Image;
  }[];
  meta: MetaNext;
}
export interface ImagePublishedEvent {
  product_id: number;
  product_key: string;
  product_version_serial: string;
  image_fingerprint: string;
  image_instance_type: 'container' | 'virtual-machine';
}
export interface ImageRetiredEvent {
  product_id: number;
  product_key: string;
  product_version_serial: string;
  image_fingerprints: string[];
}
/**
 * An image server on offer.
 */
export interface ImageServer {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * URL.
   */
  image_server_host: string;
  /**
   * How it is read.
   */
  image_server_protocol: 'simplestreams';
}
export interface ImageServerListParams {
  /**
   * Number of the server they are for.
   */
  server_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ImageServerListInput {
  /**
   * Number of the server they are for.
   */
  server_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ImageServerListResult {
  data: {
    id: number;
    type: 'image';
    attributes: ImageServer;
  }[];
  meta: MetaNext;
}
export interface Instance {
  instance_id: number;
  server_id: number;
  project_id: number;
  instance_name: string;
  instance_type: 'container' | 'virtual-machine';
  /**
   * Architecture, such as x86_64.
   */
  instance_arch: string;
  /**
   * The word of the operation under way, else the power state.
   */
  instance_status: string;
  /**
   * Power state as the host last said.
   */
  instance_power: 'running' | 'stopped' | 'frozen' | 'error' | 'unknown';
  /**
   * The server is away: this is what it said last.
   */
  instance_stale: boolean;
  instance_image_os: string;
  instance_image_version: string;
  instance_description: string;
  /**
   * Cluster member, empty outside a cluster.
   */
  instance_location: string;
  /**
   * ms
   */
  created_at: number;
  /**
   * ms
   */
  updated_at: number;
  provider: string;
  /**
   * Name that the outside knows it by.
   */
  instance_hostname: string;
  /**
   * Where its server stands; null: nowhere.
   */
  location_id: number | null;
  /**
   * Plan it was ordered as, where it was.
   */
  plan_id: number | null;
  /**
   * Operating system it was ordered with, where it was.
   */
  os_id: number | null;
  /**
   * ms; null: it is not suspended.
   */
  suspended_at: number | null;
  /**
   * ms; when its guest said that it is up, where it did.
   */
  phoned_home_at: number | null;
}
export interface InstanceActionParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * start, stop, stop-force, restart, restart-force, freeze or unfreeze.
   */
  instance_status?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceActionInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * start, stop, stop-force, restart, restart-force, freeze or unfreeze.
   */
  instance_status?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceAddParams {
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * 1 to 63 letters, digits and hyphens, beginning with a letter.
   */
  instance_name?: string;
  /**
   * Fingerprint or alias.
   */
  instance_image?: string;
  /**
   * https URL of a simplestreams server; empty: the images of the host.
   */
  image_server_host: string;
  instance_type: 'container' | 'virtual-machine';
  /**
   * Names, as a list or separated by commas.
   */
  instance_profiles: string | string[];
  /**
   * Limit: MiB, or a size such as 512MiB.
   */
  instance_memory: string | number;
  /**
   * Limit: number of CPUs or a set such as 0-3.
   */
  instance_cpu: string | number;
  /**
   * NIC of the profiles that gets the address.
   */
  instance_interface: string;
  /**
   * Fixed address as `ip/prefix`, with `instance_dhcp` false.
   */
  instance_network: string;
  /**
   * Name servers for a fixed address, separated by commas.
   */
  instance_nameserver: string;
  /**
   * The address comes by DHCP.
   */
  instance_dhcp: boolean;
  /**
   * Run once with /bin/sh -c when it has started; exit code and output stand in the operation's result.
   */
  instance_command: string;
  /**
   * Start it once it is made.
   */
  instance_start: boolean;
  /**
   * Configuration keys of the host.
   */
  instance_config: {
    [k: string]: string;
  };
  /**
   * Devices by name, each an object of texts.
   */
  instance_devices: {
    [k: string]: {
      [k: string]: string;
    };
  };
  instance_description: string;
  /**
   * Project it belongs to; the caller's own unless given.
   */
  project_id?: number;
  /**
   * With `instance_status`: the instance to act on.
   */
  instance_id?: number;
  /**
   * With `instance_id`: the action.
   */
  instance_status?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceAddInput {
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * 1 to 63 letters, digits and hyphens, beginning with a letter.
   */
  instance_name?: string;
  /**
   * Fingerprint or alias.
   */
  instance_image?: string;
  /**
   * https URL of a simplestreams server; empty: the images of the host.
   */
  image_server_host?: string;
  instance_type?: 'container' | 'virtual-machine';
  /**
   * Names, as a list or separated by commas.
   */
  instance_profiles?: string | string[];
  /**
   * Limit: MiB, or a size such as 512MiB.
   */
  instance_memory?: string | number;
  /**
   * Limit: number of CPUs or a set such as 0-3.
   */
  instance_cpu?: string | number;
  /**
   * NIC of the profiles that gets the address.
   */
  instance_interface?: string;
  /**
   * Fixed address as `ip/prefix`, with `instance_dhcp` false.
   */
  instance_network?: string;
  /**
   * Name servers for a fixed address, separated by commas.
   */
  instance_nameserver?: string;
  /**
   * The address comes by DHCP.
   */
  instance_dhcp?: boolean;
  /**
   * Run once with /bin/sh -c when it has started; exit code and output stand in the operation's result.
   */
  instance_command?: string;
  /**
   * Start it once it is made.
   */
  instance_start?: boolean;
  /**
   * Configuration keys of the host.
   */
  instance_config?: {
    [k: string]: string;
  };
  /**
   * Devices by name, each an object of texts.
   */
  instance_devices?: {
    [k: string]: {
      [k: string]: string;
    };
  };
  instance_description?: string;
  /**
   * Project it belongs to; the caller's own unless given.
   */
  project_id?: number;
  /**
   * With `instance_status`: the instance to act on.
   */
  instance_id?: number;
  /**
   * With `instance_id`: the action.
   */
  instance_status?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceAdded {
  data: {
    id: number;
    type: 'instance';
    attributes: {
      response: true;
      operation_id: number;
      operation_status: string;
      operation_position: number;
      instance_id: number;
    };
  };
}
/**
 * Long work was accepted (or, with `wait`, has ended): the operation to follow.
 */
export interface OperationAck {
  data: {
    id?: number;
    type: string;
    attributes: {
      response: true;
      operation_id: number;
      operation_status: 'pending' | 'running' | 'success' | 'failure' | 'cancelled';
      /**
       * How many operations stand before it in the queue of its instance.
       */
      operation_position: number;
    };
  };
  included?: {
    [k: string]: unknown;
  }[];
  meta?: {
    [k: string]: unknown;
  };
}
export interface InstanceAdoptedEvent {
  instance_name: string;
  instance_type: 'container' | 'virtual-machine';
}
export interface InstanceConsoleParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Columns of the terminal; 80 unless given.
   */
  width?: number;
  /**
   * Rows of the terminal; 24 unless given.
   */
  height?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface InstanceConsoleResult {
  data: {
    /**
     * The instance's number.
     */
    id: number;
    type: 'ticket';
    attributes: Ticket;
  };
}
export interface Ticket {
  instance_id: number;
  /**
   * Names the session in `session.opened` and `session.closed`.
   */
  session_id: string;
  /**
   * Good once, until `expires_at`.
   */
  ticket: string;
  /**
   * Where a WebSocket redeems it, the ticket in the query.
   */
  url: string;
  /**
   * The same place without host and ticket: for `gantry.ticket.<ticket>` as subprotocol.
   */
  path: string;
  /**
   * When the ticket ends, ms.
   */
  expires_at: number;
}
export interface InstanceCreatedEvent {
  instance_name: string;
  instance_type: 'container' | 'virtual-machine';
}
export interface InstanceDeleteParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Stop it by force first.
   */
  force: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceDeleteInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Stop it by force first.
   */
  force?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceDeletedEvent {
  instance_name: string;
}
export interface InstanceDetail {
  instance_id: number;
  server_id: number;
  project_id: number;
  instance_name: string;
  instance_type: 'container' | 'virtual-machine';
  instance_arch: string;
  instance_status: string;
  instance_power: 'running' | 'stopped' | 'frozen' | 'error' | 'unknown';
  instance_stale: boolean;
  instance_image_os: string;
  instance_image_version: string;
  instance_description: string;
  instance_location: string;
  /**
   * ms
   */
  created_at: number;
  /**
   * ms
   */
  updated_at: number;
  provider: string;
  /**
   * Name that the outside knows it by.
   */
  instance_hostname: string;
  /**
   * Where its server stands; null: nowhere.
   */
  location_id: number | null;
  /**
   * Plan it was ordered as, where it was.
   */
  plan_id: number | null;
  /**
   * Operating system it was ordered with, where it was.
   */
  os_id: number | null;
  /**
   * ms; null: it is not suspended.
   */
  suspended_at: number | null;
  /**
   * ms; when its guest said that it is up, where it did.
   */
  phoned_home_at: number | null;
  /**
   * Names, separated by commas.
   */
  instance_profiles: string;
  /**
   * Devices by name, each an object of texts.
   */
  instance_devices: {
    [k: string]: {
      [k: string]: string;
    };
  };
  /**
   * Own configuration, without the host's volatile keys.
   */
  instance_config: {
    [k: string]: string;
  };
  /**
   * Limit as the host has it, empty without one.
   */
  instance_memory: string;
  /**
   * Limit as the host has it, empty without one.
   */
  instance_cpu: string;
  /**
   * Name that need not be unique; empty without one.
   */
  instance_display_name: string;
  /**
   * Number on its server of one that has a prefix of its own.
   */
  instance_index: number | null;
}
export interface InstanceErrorEvent {
  instance_name: string;
}
export interface InstanceExecParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Program and arguments.
   */
  command: string[];
  /**
   * Variables; the audit trail keeps none of them.
   */
  environment?: {
    [k: string]: string;
  };
  /**
   * Number of the user in the instance; 0 unless given.
   */
  user?: number;
  /**
   * Number of the group in the instance; 0 unless given.
   */
  group?: number;
  /**
   * Folder in the instance to start in; the user's home unless given.
   */
  cwd?: string;
  /**
   * With a terminal; without one (default) standard output and error stay apart.
   */
  interactive?: boolean;
  /**
   * Columns of the terminal; 80 unless given.
   */
  width?: number;
  /**
   * Rows of the terminal; 24 unless given.
   */
  height?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface InstanceExecResult {
  data: {
    /**
     * The instance's number.
     */
    id: number;
    type: 'ticket';
    attributes: Ticket;
  };
}
export interface InstanceFailedEvent {
  instance_name: string;
}
export interface InstanceFileGetParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Absolute path inside the instance.
   */
  path: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface InstanceFileGetResult {
  data:
    | {
        id: number;
        type: 'file';
        attributes: {
          file_name: string;
          file_type: 'symlink';
          /**
           * Where the link points to.
           */
          file_target: string;
          /**
           * Octal text of the permission bits.
           */
          file_mode: string;
          file_uid: number;
          file_gid: number;
        };
      }
    | {
        id: number;
        type: 'file';
        attributes: {
          file_name: string;
        };
      }[];
  meta?: {
    file_type: 'directory';
    /**
     * Octal text of the permission bits.
     */
    file_mode: string;
    file_uid: number;
    file_gid: number;
  };
}
export interface InstanceFilePutParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Absolute path inside the instance.
   */
  path: string;
  /**
   * Octal text of the permission bits, such as `0644`.
   */
  mode?: string;
  /**
   * Owner, as the instance counts.
   */
  uid?: number;
  /**
   * Group, as the instance counts.
   */
  gid?: number;
  file: Upload;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
/**
 * The uploaded bytes: sent as the form's part `file`, or as the body; Gantry counts and hashes them.
 */
export interface Upload {
  id: string;
  sha256: string;
  size: number;
}
export interface InstanceFilePutResult {
  data: {
    type: 'file';
    attributes: {
      response: true;
      /**
       * Bytes.
       */
      file_size: number;
      /**
       * Hash of the bytes, hex.
       */
      file_sha256: string;
    };
  };
}
export interface InstanceFileWrittenEvent {
  instance_name: string;
  path: string;
  /**
   * Bytes.
   */
  size: number;
}
export interface InstanceFrozenEvent {
  instance_name: string;
}
export interface InstanceGetParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface InstanceGetResult {
  data: {
    id: number;
    type: 'instance';
    attributes: InstanceDetail;
  };
  meta: {
    etag: string;
  };
}
export interface InstanceListParams {
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Only this one.
   */
  instance_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface InstanceListInput {
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Only this one.
   */
  instance_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface InstanceListResult {
  data: InstanceResource[];
  meta: MetaNext;
}
export interface InstanceResource {
  id: number;
  type: 'instance';
  attributes: Instance;
}
export interface InstanceLogParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * `console`, or one of `log_names`.
   */
  log_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface InstanceLogResult {
  data: {
    id: number;
    type: 'log';
    attributes: {
      log_name: string;
      log_text: string;
      /**
       * There was more before it.
       */
      log_truncated: boolean;
      /**
       * Logs that can be asked for.
       */
      log_names: string[];
    };
  };
}
export interface InstancePhonedHomeEvent {
  instance_name: string;
  instance_hostname: string;
}
export interface InstanceRenameParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * New name: 1 to 63 letters, digits and hyphens, beginning with a letter and not ending with a hyphen.
   */
  instance_rename: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceRenameInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * New name: 1 to 63 letters, digits and hyphens, beginning with a letter and not ending with a hyphen.
   */
  instance_rename: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceRenamedEvent {
  instance_name: string;
  instance_old_name: string;
}
export interface InstanceRestartedEvent {
  instance_name: string;
}
export interface InstanceStartedEvent {
  instance_name: string;
}
export interface InstanceStoppedEvent {
  instance_name: string;
}
export interface InstanceSuspendParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceSuspendInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceSuspendedEvent {
  instance_name: string;
  /**
   * It ran, and will be started when the suspension is lifted.
   */
  instance_resumes: boolean;
}
export interface InstanceSuspensionKeptEvent {
  instance_name: string;
}
export interface InstanceUnfrozenEvent {
  instance_name: string;
}
export interface InstanceUnsuspendParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceUnsuspendInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceUnsuspendedEvent {
  instance_name: string;
}
export interface InstanceUpdateParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Limit: MiB, a size, or empty for none.
   */
  instance_memory?: string | number;
  /**
   * Limit: CPUs, a set, or empty for none.
   */
  instance_cpu?: string | number;
  /**
   * Names, as a list or separated by commas.
   */
  instance_profiles?: string | string[];
  /**
   * Keys to set; null removes one.
   */
  instance_config?: {
    [k: string]: string | null;
  };
  /**
   * Devices to set; null removes one.
   */
  instance_devices?: {
    [k: string]: null | {
      [k: string]: string;
    };
  };
  instance_description?: string;
  /**
   * `meta.etag` of the get before.
   */
  etag?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface InstanceUpdateInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Limit: MiB, a size, or empty for none.
   */
  instance_memory?: string | number;
  /**
   * Limit: CPUs, a set, or empty for none.
   */
  instance_cpu?: string | number;
  /**
   * Names, as a list or separated by commas.
   */
  instance_profiles?: string | string[];
  /**
   * Keys to set; null removes one.
   */
  instance_config?: {
    [k: string]: string | null;
  };
  /**
   * Devices to set; null removes one.
   */
  instance_devices?: {
    [k: string]: null | {
      [k: string]: string;
    };
  };
  instance_description?: string;
  /**
   * `meta.etag` of the get before.
   */
  etag?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface InstanceUpdatedEvent {
  instance_name: string;
}
/**
 * A location: a place where servers stand.
 */
export interface Location {
  /**
   * Number.
   */
  location_id: number;
  /**
   * Its id in other APIs.
   */
  location_uuid: string;
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  location_code: string;
  /**
   * What it is called; its code unless given.
   */
  location_name: string;
  /**
   * Who runs the place.
   */
  location_provider: string;
  /**
   * Where it is, in words: "Dallas, TX".
   */
  location_text: string;
  /**
   * Parts of its postal address.
   */
  location_address: {
    [k: string]: string;
  };
  /**
   * What there is.
   */
  location_features: string[];
  /**
   * Its number in PeeringDB.
   */
  location_peeringdb_id: number | null;
  /**
   * ms.
   */
  location_created_at: number;
}
export interface LocationAddParams {
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  location_code: string;
  /**
   * What it is called; its code unless given.
   */
  location_name: string;
  /**
   * Who runs the place.
   */
  location_provider: string;
  /**
   * Where it is, in words: "Dallas, TX".
   */
  location_text: string;
  /**
   * Parts of its postal address.
   */
  location_address: {
    [k: string]: string;
  };
  /**
   * What there is.
   */
  location_features: string[];
  /**
   * Its number in PeeringDB.
   */
  location_peeringdb_id: number | null;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface LocationAddInput {
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  location_code: string;
  /**
   * What it is called; its code unless given.
   */
  location_name?: string;
  /**
   * Who runs the place.
   */
  location_provider?: string;
  /**
   * Where it is, in words: "Dallas, TX".
   */
  location_text?: string;
  /**
   * Parts of its postal address.
   */
  location_address?: {
    [k: string]: string;
  };
  /**
   * What there is.
   */
  location_features?: string[];
  /**
   * Its number in PeeringDB.
   */
  location_peeringdb_id?: number | null;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface LocationAddResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'location';
    attributes: Location;
  };
}
export interface LocationAddedEvent {
  location_id: number;
  location_code: string;
}
export interface LocationDeleteParams {
  /**
   * Number of the location.
   */
  location_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface LocationDeletedEvent {
  location_id: number;
  location_code: string;
}
export interface LocationListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface LocationListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface LocationListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'location';
    attributes: Location;
  }[];
  meta: MetaNext;
}
export interface LocationUpdateParams {
  /**
   * Number of the location.
   */
  location_id: number;
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  location_code?: string;
  /**
   * What it is called; its code unless given.
   */
  location_name?: string;
  /**
   * Who runs the place.
   */
  location_provider?: string;
  /**
   * Where it is, in words: "Dallas, TX".
   */
  location_text?: string;
  /**
   * Parts of its postal address.
   */
  location_address?: {
    [k: string]: string;
  };
  /**
   * What there is.
   */
  location_features?: string[];
  /**
   * Its number in PeeringDB.
   */
  location_peeringdb_id?: number | null;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface LocationUpdateResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'location';
    attributes: Location;
  };
}
export interface LocationUpdatedEvent {
  location_id: number;
  location_code: string;
}
/**
 * A member of a project.
 */
export interface Member {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Number of the user.
   */
  user_id: number;
  /**
   * Login name.
   */
  user_login: string;
  /**
   * E-mail address; empty for whom it is not: who manages the project sees it, and the user.
   */
  user_email: string;
  /**
   * What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.
   */
  roles: ('owner' | 'admin' | 'collaborator' | 'limited_collaborator' | 'billing')[];
  /**
   * Since when, ms.
   */
  member_created_at: number;
}
export interface MemberAddedEvent {
  user_id: number;
  roles: string[];
}
export interface MemberRemovedEvent {
  user_id: number;
}
export interface MemberUpdatedEvent {
  user_id: number;
  roles: string[];
}
/**
 * A network of a server.
 */
export interface Network {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * Name.
   */
  network_name: string;
  /**
   * `bridge` for those instances are usually on; what the server does not manage is `physical`, `loopback` or the like.
   */
  network_type: string;
  /**
   * IPv4 address of the bridge with its prefix length, empty when it has none.
   */
  network_addr: string;
  /**
   * Whether the server made it; only such can be changed.
   */
  network_managed: boolean;
  /**
   * Configuration as the server keeps it. All of it for administrators and the owner of the server; others see its addresses.
   */
  network_config: {
    [k: string]: string;
  };
  /**
   * Free text.
   */
  network_description: string;
  /**
   * What uses it, by the server's URLs; for administrators and the owner of the server.
   */
  network_used_by: string[];
  /**
   * What an update of it may carry; empty when it is not managed.
   */
  network_etag: string;
}
/**
 * The network is as asked; `meta.etag` is what it is now.
 */
export interface NetworkAck {
  data: {
    type: 'network';
    attributes: {
      response: true;
      /**
       * Its name.
       */
      network_name: string;
    };
  };
  meta: {
    /**
     * The `network_etag` after the change.
     */
    etag: string;
  };
}
export interface NetworkAddParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * 1 to 15 letters, digits and hyphens, not beginning with a hyphen.
   */
  network_name: string;
  /**
   * `bridge` unless given; others are for administrators.
   */
  network_type: 'bridge' | 'macvlan' | 'sriov' | 'ovn' | 'physical';
  /**
   * Keys as the server knows them.
   */
  network_config?: {
    [k: string]: string;
  };
  /**
   * Free text.
   */
  network_description?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface NetworkAddInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * 1 to 15 letters, digits and hyphens, not beginning with a hyphen.
   */
  network_name: string;
  /**
   * `bridge` unless given; others are for administrators.
   */
  network_type?: 'bridge' | 'macvlan' | 'sriov' | 'ovn' | 'physical';
  /**
   * Keys as the server knows them.
   */
  network_config?: {
    [k: string]: string;
  };
  /**
   * Free text.
   */
  network_description?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface NetworkCreatedEvent {
  network_name: string;
}
export interface NetworkDeleteParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * 1 to 15 letters, digits and hyphens, not beginning with a hyphen.
   */
  network_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface NetworkDeletedEvent {
  network_name: string;
}
export interface NetworkListParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface NetworkListInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface NetworkListResult {
  data: {
    id: number;
    type: 'network';
    attributes: Network;
  }[];
  meta: MetaNext;
}
export interface NetworkUpdateParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * 1 to 15 letters, digits and hyphens, not beginning with a hyphen.
   */
  network_name: string;
  /**
   * The type it has.
   */
  network_type?: 'bridge' | 'macvlan' | 'sriov' | 'ovn' | 'physical';
  /**
   * Keys to set; null removes one.
   */
  network_config?: {
    [k: string]: string | null;
  };
  /**
   * Free text.
   */
  network_description?: string;
  /**
   * The `network_etag` or `meta.etag` the change was made from.
   */
  etag?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface NetworkUpdatedEvent {
  network_name: string;
}
export interface Operation {
  operation_id: number;
  operation_kind: string;
  operation_status: 'pending' | 'running' | 'success' | 'failure' | 'cancelled';
  /**
   * 0 runs or has ended, 1 is next in its queue.
   */
  operation_position: number;
  /**
   * Percent.
   */
  operation_progress: number;
  operation_step: string;
  /**
   * The outcome was read from the instance, because the host had forgotten its answer.
   */
  operation_inferred: boolean;
  operation_error: string;
  operation_error_code: string;
  operation_result: {
    [k: string]: unknown;
  } | null;
  operation_cancel_requested: boolean;
  server_id: number | null;
  instance_id: number | null;
  user_id: number | null;
  request_id: string;
  /**
   * ms
   */
  created_at: number;
  /**
   * ms
   */
  updated_at: number;
  /**
   * ms
   */
  finished_at: number | null;
}
export interface OperationCancelParams {
  operation_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface OperationCancelRequestedEvent {
  kind: string;
}
export interface OperationCancelResult {
  data: {
    id: number;
    type: 'operation';
    attributes: Operation;
  };
}
export interface OperationCreatedEvent {
  kind: string;
  instance_name?: string;
}
export interface OperationFinishedEvent {
  kind: string;
  status: 'success' | 'failure' | 'cancelled';
  instance_name?: string;
  error_code?: string;
  error?: string;
  result?: {
    [k: string]: unknown;
  };
}
export interface OperationGetParams {
  operation_id: number;
  /**
   * Seconds.
   */
  wait?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface OperationGetResult {
  data: {
    id: number;
    type: 'operation';
    attributes: Operation;
  };
}
export interface OperationListParams {
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  operation_status?: 'pending' | 'running' | 'success' | 'failure' | 'cancelled';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface OperationListInput {
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  operation_status?: 'pending' | 'running' | 'success' | 'failure' | 'cancelled';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface OperationListResult {
  data: OperationResource[];
  meta: MetaNext;
}
export interface OperationResource {
  id: number;
  type: 'operation';
  attributes: Operation;
}
/**
 * An operating system: an image with a name.
 */
export interface Os {
  /**
   * Number.
   */
  os_id: number;
  /**
   * Its id in other APIs.
   */
  os_uuid: string;
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  os_slug: string;
  /**
   * What it is called; its slug unless given.
   */
  os_name: string;
  /**
   * What it is.
   */
  os_description: string;
  /**
   * Distribution.
   */
  os_distro: string;
  /**
   * Version of it.
   */
  os_version: string;
  /**
   * Where it comes from.
   */
  os_source_url: string;
  /**
   * Alias of its image.
   */
  os_image_alias: string;
  /**
   * Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.
   */
  os_image_server: string;
  /**
   * What that image server speaks.
   */
  os_image_protocol: 'simplestreams' | 'lxd';
  /**
   * What it makes.
   */
  os_instance_type: 'container' | 'virtual-machine';
  /**
   * Environment of its instances.
   */
  os_default_env: {
    [k: string]: string;
  };
  /**
   * Shown to administrators only.
   */
  os_hidden: boolean;
}
export interface OsAddParams {
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  os_slug: string;
  /**
   * What it is called; its slug unless given.
   */
  os_name: string;
  /**
   * What it is.
   */
  os_description: string;
  /**
   * Distribution.
   */
  os_distro: string;
  /**
   * Version of it.
   */
  os_version: string;
  /**
   * Where it comes from.
   */
  os_source_url: string;
  /**
   * Alias of its image.
   */
  os_image_alias: string;
  /**
   * Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.
   */
  os_image_server: string;
  /**
   * What that image server speaks.
   */
  os_image_protocol: 'simplestreams' | 'lxd';
  /**
   * What it makes.
   */
  os_instance_type: 'container' | 'virtual-machine';
  /**
   * Environment of its instances.
   */
  os_default_env: {
    [k: string]: string;
  };
  /**
   * Shown to administrators only.
   */
  os_hidden: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface OsAddInput {
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  os_slug: string;
  /**
   * What it is called; its slug unless given.
   */
  os_name?: string;
  /**
   * What it is.
   */
  os_description?: string;
  /**
   * Distribution.
   */
  os_distro?: string;
  /**
   * Version of it.
   */
  os_version?: string;
  /**
   * Where it comes from.
   */
  os_source_url?: string;
  /**
   * Alias of its image.
   */
  os_image_alias: string;
  /**
   * Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.
   */
  os_image_server?: string;
  /**
   * What that image server speaks.
   */
  os_image_protocol?: 'simplestreams' | 'lxd';
  /**
   * What it makes.
   */
  os_instance_type?: 'container' | 'virtual-machine';
  /**
   * Environment of its instances.
   */
  os_default_env?: {
    [k: string]: string;
  };
  /**
   * Shown to administrators only.
   */
  os_hidden?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface OsAddResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'os';
    attributes: Os;
  };
}
export interface OsAddedEvent {
  os_id: number;
  os_slug: string;
}
export interface OsDeleteParams {
  /**
   * Number of the operating system.
   */
  os_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface OsDeletedEvent {
  os_id: number;
  os_slug: string;
}
export interface OsListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface OsListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface OsListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'os';
    attributes: Os;
  }[];
  meta: MetaNext;
}
export interface OsUpdateParams {
  /**
   * Number of the operating system.
   */
  os_id: number;
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  os_slug?: string;
  /**
   * What it is called; its slug unless given.
   */
  os_name?: string;
  /**
   * What it is.
   */
  os_description?: string;
  /**
   * Distribution.
   */
  os_distro?: string;
  /**
   * Version of it.
   */
  os_version?: string;
  /**
   * Where it comes from.
   */
  os_source_url?: string;
  /**
   * Alias of its image.
   */
  os_image_alias?: string;
  /**
   * Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.
   */
  os_image_server?: string;
  /**
   * What that image server speaks.
   */
  os_image_protocol?: 'simplestreams' | 'lxd';
  /**
   * What it makes.
   */
  os_instance_type?: 'container' | 'virtual-machine';
  /**
   * Environment of its instances.
   */
  os_default_env?: {
    [k: string]: string;
  };
  /**
   * Shown to administrators only.
   */
  os_hidden?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface OsUpdateResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'os';
    attributes: Os;
  };
}
export interface OsUpdatedEvent {
  os_id: number;
  os_slug: string;
}
export interface PanelImagesListParams {}
export interface PanelInstancesDeleteParams {
  /**
   * Id of the instance.
   */
  id: string;
}
export interface PanelInstancesDeleteResult {
  /**
   * What was done.
   */
  Message: string;
}
export interface PanelInstancesDeployParams {
  /**
   * Slug of an operating system, alias of an image on the node, or Id of an image.
   */
  image: string;
  /**
   * MiB.
   */
  memory: string | number;
  /**
   * CPUs.
   */
  cpu: string | number;
  /**
   * Ports to map.
   */
  ports: string;
  /**
   * Id of the node.
   */
  nodeId: string;
  /**
   * Name for people; need not be unique.
   */
  name: string;
  /**
   * userId of the owner.
   */
  user: string;
  /**
   * The primary host port, or its pair.
   */
  primary: string | number;
  /**
   * Variables: an object, a list of KEY=value, or either as JSON.
   */
  variables?: {} | unknown[] | string | null;
}
export interface PanelInstancesDeployResult {
  /**
   * What is going on.
   */
  message: string;
  /**
   * The same as Id.
   */
  volumeId: string;
  state: 'INSTALLING';
  /**
   * UUID of the instance.
   */
  Id: string;
  /**
   * Its name on the node.
   */
  ContainerId: string;
  /**
   * The same as Id.
   */
  VolumeId: string;
}
export interface PanelInstancesGetParams {
  /**
   * Id of the instance.
   */
  id: string;
}
export interface PanelInstancesGetResult {
  /**
   * Name for people.
   */
  Name: string;
  /**
   * UUID.
   */
  Id: string;
  /**
   * Where it is.
   */
  Node: {
    /**
     * UUID of the node.
     */
    id: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * As registered.
     */
    tags: string;
    /**
     * As registered.
     */
    ram: string;
    /**
     * As registered.
     */
    disk: string;
    /**
     * As registered.
     */
    processor: string;
    /**
     * Its address.
     */
    address: string;
    /**
     * Its port.
     */
    port: string;
    /**
     * Whether it can be reached and trusts us.
     */
    status: 'Online' | 'Offline' | 'Unconfigured';
  } | null;
  /**
   * userId of its owner; empty for what nobody ordered.
   */
  User: string;
  /**
   * INSTALLING until it is made.
   */
  InternalState: 'INSTALLING' | 'READY' | 'FAILED';
  /**
   * Name on its node.
   */
  ContainerId: string;
  /**
   * The same as Id.
   */
  VolumeId: string;
  /**
   * MiB.
   */
  Memory: number;
  /**
   * CPUs.
   */
  Cpu: number;
  /**
   * containerPort:hostPort, separated by commas.
   */
  Ports: string;
  /**
   * The primary host port.
   */
  Primary: string;
  /**
   * What it was made of.
   */
  Image: string;
  /**
   * Its variables, KEY=value.
   */
  Env: string[];
  /**
   * Stopped, and kept so.
   */
  suspended: boolean;
}
export interface PanelInstancesListParams {}
export interface PanelInstancesOfUserParams {
  /**
   * Id of the user.
   */
  userId: string;
}
export interface PanelInstancesSuspendParams {
  /**
   * Id of the instance, as in the path.
   */
  id?: string | null;
}
export interface PanelInstancesSuspendResult {
  /**
   * Name for people.
   */
  Name: string;
  /**
   * UUID.
   */
  Id: string;
  /**
   * Where it is.
   */
  Node: {
    /**
     * UUID of the node.
     */
    id: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * As registered.
     */
    tags: string;
    /**
     * As registered.
     */
    ram: string;
    /**
     * As registered.
     */
    disk: string;
    /**
     * As registered.
     */
    processor: string;
    /**
     * Its address.
     */
    address: string;
    /**
     * Its port.
     */
    port: string;
    /**
     * Whether it can be reached and trusts us.
     */
    status: 'Online' | 'Offline' | 'Unconfigured';
  } | null;
  /**
   * userId of its owner; empty for what nobody ordered.
   */
  User: string;
  /**
   * INSTALLING until it is made.
   */
  InternalState: 'INSTALLING' | 'READY' | 'FAILED';
  /**
   * Name on its node.
   */
  ContainerId: string;
  /**
   * The same as Id.
   */
  VolumeId: string;
  /**
   * MiB.
   */
  Memory: number;
  /**
   * CPUs.
   */
  Cpu: number;
  /**
   * containerPort:hostPort, separated by commas.
   */
  Ports: string;
  /**
   * The primary host port.
   */
  Primary: string;
  /**
   * What it was made of.
   */
  Image: string;
  /**
   * Its variables, KEY=value.
   */
  Env: string[];
  /**
   * Stopped, and kept so.
   */
  suspended: boolean;
  /**
   * What was done.
   */
  success: string;
}
export interface PanelInstancesUnsuspendParams {
  /**
   * Id of the instance, as in the path.
   */
  id?: string | null;
}
export interface PanelInstancesUnsuspendResult {
  /**
   * Name for people.
   */
  Name: string;
  /**
   * UUID.
   */
  Id: string;
  /**
   * Where it is.
   */
  Node: {
    /**
     * UUID of the node.
     */
    id: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * As registered.
     */
    tags: string;
    /**
     * As registered.
     */
    ram: string;
    /**
     * As registered.
     */
    disk: string;
    /**
     * As registered.
     */
    processor: string;
    /**
     * Its address.
     */
    address: string;
    /**
     * Its port.
     */
    port: string;
    /**
     * Whether it can be reached and trusts us.
     */
    status: 'Online' | 'Offline' | 'Unconfigured';
  } | null;
  /**
   * userId of its owner; empty for what nobody ordered.
   */
  User: string;
  /**
   * INSTALLING until it is made.
   */
  InternalState: 'INSTALLING' | 'READY' | 'FAILED';
  /**
   * Name on its node.
   */
  ContainerId: string;
  /**
   * The same as Id.
   */
  VolumeId: string;
  /**
   * MiB.
   */
  Memory: number;
  /**
   * CPUs.
   */
  Cpu: number;
  /**
   * containerPort:hostPort, separated by commas.
   */
  Ports: string;
  /**
   * The primary host port.
   */
  Primary: string;
  /**
   * What it was made of.
   */
  Image: string;
  /**
   * Its variables, KEY=value.
   */
  Env: string[];
  /**
   * Stopped, and kept so.
   */
  suspended: boolean;
  /**
   * What was done.
   */
  success: string;
}
export interface PanelNodesCreateParams {
  /**
   * Name.
   */
  name: string;
  /**
   * Words about it.
   */
  tags: string;
  /**
   * Memory, in words.
   */
  ram: string;
  /**
   * Disk, in words.
   */
  disk: string;
  /**
   * Processor, in words.
   */
  processor: string;
  /**
   * Address: a name or an IP.
   */
  address: string;
  /**
   * Port of its API.
   */
  port: string | number;
  /**
   * Trust password or join token of the node.
   */
  password?: string;
}
export interface PanelNodesCreateResult {
  /**
   * UUID of the node.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * As registered.
   */
  tags: string;
  /**
   * As registered.
   */
  ram: string;
  /**
   * As registered.
   */
  disk: string;
  /**
   * As registered.
   */
  processor: string;
  /**
   * Its address.
   */
  address: string;
  /**
   * Its port.
   */
  port: string;
  /**
   * Whether it can be reached and trusts us.
   */
  status: 'Online' | 'Offline' | 'Unconfigured';
  Message: {
    /**
     * UUID of the node.
     */
    id: string;
    /**
     * Its name.
     */
    name: string;
    /**
     * As registered.
     */
    tags: string;
    /**
     * As registered.
     */
    ram: string;
    /**
     * As registered.
     */
    disk: string;
    /**
     * As registered.
     */
    processor: string;
    /**
     * Its address.
     */
    address: string;
    /**
     * Its port.
     */
    port: string;
    /**
     * Whether it can be reached and trusts us.
     */
    status: 'Online' | 'Offline' | 'Unconfigured';
  };
}
export interface PanelNodesDeleteParams {
  /**
   * Id of the node.
   */
  nodeId: string;
}
export interface PanelNodesDeleteResult {
  /**
   * What was done.
   */
  Message: string;
}
export interface PanelNodesListParams {}
export interface PanelUsersCreateParams {
  /**
   * 3 to 64 letters, digits, dots, hyphens, underscores.
   */
  username: string;
  /**
   * E-mail address.
   */
  email: string;
  /**
   * 12 to 256 characters.
   */
  password: string;
  /**
   * Id of the user elsewhere; a UUID is made when left out.
   */
  userId?: string | null;
  /**
   * true makes an administrator.
   */
  admin?: boolean | null;
}
export interface PanelUsersCreateResult {
  /**
   * The id given when it was made, else a UUID.
   */
  userId: string;
  /**
   * Login.
   */
  username: string;
  /**
   * E-mail address.
   */
  email: string;
  /**
   * An administrator.
   */
  admin: boolean;
}
export interface PanelUsersFindParams {
  /**
   * What to look by.
   */
  type: 'email' | 'username';
  /**
   * The address or name.
   */
  value: string;
}
export interface PanelUsersFindResult {
  /**
   * The id given when it was made, else a UUID.
   */
  userId: string;
  /**
   * Login.
   */
  username: string;
  /**
   * E-mail address.
   */
  email: string;
  /**
   * An administrator.
   */
  admin: boolean;
  /**
   * Always empty.
   */
  accessTo: unknown[];
}
export interface PanelUsersListParams {}
/**
 * A plan: a size with a name.
 */
export interface Plan {
  /**
   * Number.
   */
  plan_id: number;
  /**
   * Its id in other APIs.
   */
  plan_uuid: string;
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  plan_slug: string;
  /**
   * What it is called; its slug unless given.
   */
  plan_name: string;
  /**
   * What it is for.
   */
  plan_description: string;
  /**
   * Family of plans.
   */
  plan_line: string;
  /**
   * Class within its line.
   */
  plan_class: string;
  /**
   * CPUs.
   */
  plan_vcpus: number;
  /**
   * Memory, MiB.
   */
  plan_memory_mb: number;
  /**
   * Memory it may take for a while, MiB; null: no more than its memory.
   */
  plan_burst_memory_mb: number | null;
  /**
   * Disk, MiB.
   */
  plan_disk_mb: number;
  /**
   * Incoming traffic, bytes; 0: any.
   */
  plan_traffic_in_limit: number;
  /**
   * Outgoing traffic, bytes; 0: any.
   */
  plan_traffic_out_limit: number;
  /**
   * Traffic of both directions, bytes; above 0 they are counted together.
   */
  plan_traffic_total_limit: number;
  /**
   * Price of an hour, millionths.
   */
  plan_price_hour_micros: number;
  /**
   * Not offered any more.
   */
  plan_legacy: boolean;
  /**
   * Locations it is bound to; none: it is to be had everywhere.
   */
  plan_location_ids: number[];
}
export interface PlanAddParams {
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  plan_slug: string;
  /**
   * What it is called; its slug unless given.
   */
  plan_name: string;
  /**
   * What it is for.
   */
  plan_description: string;
  /**
   * Family of plans.
   */
  plan_line: string;
  /**
   * Class within its line.
   */
  plan_class: string;
  /**
   * CPUs.
   */
  plan_vcpus: number;
  /**
   * Memory, MiB.
   */
  plan_memory_mb: number;
  /**
   * Memory it may take for a while, MiB; null: no more than its memory.
   */
  plan_burst_memory_mb: number | null;
  /**
   * Disk, MiB.
   */
  plan_disk_mb: number;
  /**
   * Incoming traffic, bytes; 0: any.
   */
  plan_traffic_in_limit: number;
  /**
   * Outgoing traffic, bytes; 0: any.
   */
  plan_traffic_out_limit: number;
  /**
   * Traffic of both directions, bytes; above 0 they are counted together.
   */
  plan_traffic_total_limit: number;
  /**
   * Price of an hour, millionths.
   */
  plan_price_hour_micros: number;
  /**
   * Not offered any more.
   */
  plan_legacy: boolean;
  /**
   * Locations it is bound to; none: it is to be had everywhere.
   */
  plan_location_ids: number[];
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface PlanAddInput {
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  plan_slug: string;
  /**
   * What it is called; its slug unless given.
   */
  plan_name?: string;
  /**
   * What it is for.
   */
  plan_description?: string;
  /**
   * Family of plans.
   */
  plan_line?: string;
  /**
   * Class within its line.
   */
  plan_class?: string;
  /**
   * CPUs.
   */
  plan_vcpus: number;
  /**
   * Memory, MiB.
   */
  plan_memory_mb: number;
  /**
   * Memory it may take for a while, MiB; null: no more than its memory.
   */
  plan_burst_memory_mb?: number | null;
  /**
   * Disk, MiB.
   */
  plan_disk_mb: number;
  /**
   * Incoming traffic, bytes; 0: any.
   */
  plan_traffic_in_limit?: number;
  /**
   * Outgoing traffic, bytes; 0: any.
   */
  plan_traffic_out_limit?: number;
  /**
   * Traffic of both directions, bytes; above 0 they are counted together.
   */
  plan_traffic_total_limit?: number;
  /**
   * Price of an hour, millionths.
   */
  plan_price_hour_micros?: number;
  /**
   * Not offered any more.
   */
  plan_legacy?: boolean;
  /**
   * Locations it is bound to; none: it is to be had everywhere.
   */
  plan_location_ids?: number[];
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface PlanAddResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'plan';
    attributes: Plan;
  };
}
export interface PlanAddedEvent {
  plan_id: number;
  plan_slug: string;
}
export interface PlanDeleteParams {
  /**
   * Number of the plan.
   */
  plan_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface PlanDeletedEvent {
  plan_id: number;
  plan_slug: string;
}
export interface PlanListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface PlanListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface PlanListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'plan';
    attributes: Plan;
  }[];
  meta: MetaNext;
}
export interface PlanUpdateParams {
  /**
   * Number of the plan.
   */
  plan_id: number;
  /**
   * Short unique name: lower case letters, digits, dots, hyphens, underscores.
   */
  plan_slug?: string;
  /**
   * What it is called; its slug unless given.
   */
  plan_name?: string;
  /**
   * What it is for.
   */
  plan_description?: string;
  /**
   * Family of plans.
   */
  plan_line?: string;
  /**
   * Class within its line.
   */
  plan_class?: string;
  /**
   * CPUs.
   */
  plan_vcpus?: number;
  /**
   * Memory, MiB.
   */
  plan_memory_mb?: number;
  /**
   * Memory it may take for a while, MiB; null: no more than its memory.
   */
  plan_burst_memory_mb?: number | null;
  /**
   * Disk, MiB.
   */
  plan_disk_mb?: number;
  /**
   * Incoming traffic, bytes; 0: any.
   */
  plan_traffic_in_limit?: number;
  /**
   * Outgoing traffic, bytes; 0: any.
   */
  plan_traffic_out_limit?: number;
  /**
   * Traffic of both directions, bytes; above 0 they are counted together.
   */
  plan_traffic_total_limit?: number;
  /**
   * Price of an hour, millionths.
   */
  plan_price_hour_micros?: number;
  /**
   * Not offered any more.
   */
  plan_legacy?: boolean;
  /**
   * Locations it is bound to; none: it is to be had everywhere.
   */
  plan_location_ids?: number[];
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface PlanUpdateResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'plan';
    attributes: Plan;
  };
}
export interface PlanUpdatedEvent {
  plan_id: number;
  plan_slug: string;
}
/**
 * A storage pool of a server.
 */
export interface Pool {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * Name.
   */
  pool_name: string;
  /**
   * Where it is kept on the server.
   */
  pool_source: string;
  /**
   * `dir`, `zfs`, `btrfs`, ...
   */
  pool_driver: string;
  /**
   * `Created` when all is well.
   */
  pool_status: string;
  /**
   * Bytes; 0 when the server has no figure.
   */
  pool_space_total: number;
  /**
   * Bytes.
   */
  pool_space_used: number;
  /**
   * 0 when the server has no figure.
   */
  pool_inodes_total: number;
  /**
   * Inodes in use.
   */
  pool_inodes_used: number;
}
export interface PoolListParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface PoolListInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface PoolListResult {
  data: {
    id: number;
    type: 'pool';
    attributes: Pool;
  }[];
  meta: MetaNext;
}
/**
 * A prefix: addresses that are given out, or were.
 */
export interface Prefix {
  /**
   * Number.
   */
  prefix_id: number;
  /**
   * Its id in other APIs.
   */
  prefix_uuid: string;
  /**
   * The network with its length: "2001:db8::/42".
   */
  prefix: string;
  /**
   * What blocks are taken from, the block of a server, the prefix of an instance, or one kept for a project.
   */
  prefix_purpose: 'pool' | 'host' | 'instance' | 'reservation';
  /**
   * Whether it is routed in the internet, by its range.
   */
  prefix_public: boolean;
  /**
   * The prefix it is taken from; null: it stands alone.
   */
  prefix_parent_id: number | null;
  /**
   * How many prefixes out of it are given out.
   */
  prefix_used: number;
  /**
   * When it was given back; it is given out again after a while (setting ipam.quarantine_seconds).
   */
  prefix_released_at: number | null;
  /**
   * When it was added or given out, ms.
   */
  prefix_created_at: number;
  /**
   * Of a pool: servers of this place only.
   */
  location_id: number | null;
  /**
   * The server whose it is, or whose instance's.
   */
  server_id: number | null;
  /**
   * The project whose it is.
   */
  project_id: number | null;
  /**
   * The instance whose it is.
   */
  instance_id: number | null;
}
export interface PrefixAddParams {
  /**
   * The network with its length: "2001:db8::/42".
   */
  prefix: string;
  /**
   * What it is for.
   */
  prefix_purpose: 'pool' | 'host' | 'reservation';
  /**
   * Of a pool: only servers of this place get blocks of it.
   */
  location_id?: number;
  /**
   * The server that gets a `host` block.
   */
  server_id?: number;
  /**
   * The project that gets a `reservation`.
   */
  project_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface PrefixAddResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'prefix';
    attributes: Prefix;
  };
}
export interface PrefixAddedEvent {
  prefix_id: number;
  prefix: string;
  prefix_purpose: string;
}
export interface PrefixDeleteParams {
  /**
   * Number of the prefix.
   */
  prefix_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface PrefixDeletedEvent {
  prefix_id: number;
  prefix: string;
  prefix_purpose: string;
}
export interface PrefixListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface PrefixListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface PrefixListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'prefix';
    attributes: Prefix;
  }[];
  meta: MetaNext;
}
/**
 * A product of the image server.
 */
export interface Product {
  /**
   * Number of the product.
   */
  product_id: number;
  /**
   * Its key in the catalogue: `os:release:arch:variant`.
   */
  product_key: string;
  /**
   * Operating system.
   */
  product_os: string;
  /**
   * Its release.
   */
  product_release: string;
  /**
   * The release as people call it.
   */
  product_release_title: string;
  /**
   * Architecture as users spell it, such as amd64.
   */
  product_arch: string;
  /**
   * `default`, or what tells it from others of the same release.
   */
  product_variant: string;
  /**
   * Names that lead to its newest version; each also with `/` and the architecture behind it.
   */
  product_aliases: string[];
  /**
   * Seconds since 1970.
   */
  product_created_at: number;
  /**
   * Newest versions that may stay: those behind them go, however young. Null: as configured.
   */
  product_keep_serials: number | null;
  /**
   * Days a version is kept after a newer one came; null: as configured.
   */
  product_lifetime_days: number | null;
  /**
   * What its images need of an instance, by name: `secureboot`.
   */
  product_requirements: {
    [k: string]: string;
  };
  /**
   * Last day of its support, YYYY-MM-DD; empty where nobody said.
   */
  product_support_eol: string;
  /**
   * Versions in the catalogue, newest first.
   */
  product_versions: {
    /**
     * Its serial.
     */
    product_version_serial: string;
    /**
     * When it was complete, seconds since 1970.
     */
    product_version_created_at: number;
    /**
     * What can be made of it.
     */
    product_version_images: {
      /**
       * SHA-256, hex.
       */
      image_fingerprint: string;
      /**
       * What it makes.
       */
      image_instance_type: 'container' | 'virtual-machine';
    }[];
  }[];
}
export interface ProductAddedEvent {
  product_id: number;
  product_key: string;
}
export interface ProductDeletedEvent {
  product_id: number;
  product_key: string;
}
/**
 * A profile of a server.
 */
export interface Profile {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * Name.
   */
  profile_name: string;
  /**
   * YAML: config, description, devices, name, used_by.
   */
  profile_body: string;
  /**
   * What an update of it may carry.
   */
  profile_etag: string;
}
/**
 * The profile is as asked; `meta.etag` is what it is now.
 */
export interface ProfileAck {
  data: {
    type: 'profile';
    attributes: {
      response: true;
      /**
       * Its name now.
       */
      profile_name: string;
    };
  };
  meta: {
    /**
     * The `profile_etag` after the change.
     */
    etag: string;
  };
}
export interface ProfileAddParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * 1 to 63 letters, digits, dots, underscores and hyphens.
   */
  profile_name: string;
  /**
   * YAML with config, description and devices (at most 64 KiB); `name` and `used_by` in it mean nothing.
   */
  profile_body: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProfileCreatedEvent {
  profile_name: string;
}
export interface ProfileDeleteParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the profile.
   */
  profile_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProfileDeletedEvent {
  profile_name: string;
}
export interface ProfileListParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ProfileListInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ProfileListResult {
  data: {
    id: number;
    type: 'profile';
    attributes: Profile;
  }[];
  meta: MetaNext;
}
export interface ProfileRenamedEvent {
  profile_name: string;
  profile_old_name: string;
}
export interface ProfileUpdateParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the profile.
   */
  profile_name: string;
  /**
   * YAML with config, description and devices (at most 64 KiB); `name` and `used_by` in it mean nothing. What it does not hold is removed.
   */
  profile_body: string;
  /**
   * New name: 1 to 63 letters, digits, dots, underscores and hyphens.
   */
  profile_rename?: string;
  /**
   * The `profile_etag` or `meta.etag` the text was made from.
   */
  etag?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProfileUpdatedEvent {
  profile_name: string;
}
/**
 * A project, as one of its members sees it.
 */
export interface Project {
  /**
   * Number.
   */
  project_id: number;
  /**
   * What it is called.
   */
  project_name: string;
  /**
   * Its id in other APIs.
   */
  project_uuid: string;
  /**
   * Made with its user's account, and goes with it.
   */
  project_personal: boolean;
  /**
   * Who made it; its quota counts, unless the project has its own.
   */
  user_id: number | null;
  /**
   * ms.
   */
  project_created_at: number;
  /**
   * ms.
   */
  project_updated_at: number;
}
export interface ProjectAddParams {
  /**
   * What to call it: 1 to 100 characters.
   */
  project_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectAddResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'project';
    attributes: Project;
  };
}
export interface ProjectCreatedEvent {
  project_name: string;
}
export interface ProjectDeleteParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectDeletedEvent {
  project_name: string;
}
export interface ProjectGetParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectGetResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'project';
    attributes: Project;
  };
}
export interface ProjectListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ProjectListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ProjectListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'project';
    attributes: Project;
  }[];
  meta: MetaNext;
}
export interface ProjectMemberAddParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Number of the user.
   */
  user_id?: number;
  /**
   * E-mail address, instead of the number.
   */
  user_email?: string;
  /**
   * What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.
   */
  roles: ('owner' | 'admin' | 'collaborator' | 'limited_collaborator' | 'billing')[];
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectMemberListParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ProjectMemberListInput {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ProjectMemberListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'member';
    attributes: Member;
  }[];
  meta: MetaNext;
}
export interface ProjectMemberRemoveParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Number of the user.
   */
  user_id?: number;
  /**
   * E-mail address, instead of the number.
   */
  user_email?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectMemberUpdateParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * Number of the user.
   */
  user_id?: number;
  /**
   * E-mail address, instead of the number.
   */
  user_email?: string;
  /**
   * What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.
   */
  roles: ('owner' | 'admin' | 'collaborator' | 'limited_collaborator' | 'billing')[];
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectUpdateParams {
  /**
   * Number of the project.
   */
  project_id: number;
  /**
   * What to call it: 1 to 100 characters.
   */
  project_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ProjectUpdateResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'project';
    attributes: Project;
  };
}
export interface ProjectUpdatedEvent {
  project_name: string;
}
/**
 * The bound of one resource.
 */
export interface Quota {
  /**
   * Whose it is, where it is a user's.
   */
  user_id?: number;
  /**
   * Whose it is, where it is a project's.
   */
  project_id?: number;
  /**
   * What is bound.
   */
  quota_resource: 'instances' | 'vcpus' | 'memory_mb' | 'disk_mb' | 'volumes' | 'addresses' | 'image_mb';
  /**
   * What holds; null: no bound.
   */
  quota_maximum: number | null;
  /**
   * Set for the project, for the user who made it, or as configured.
   */
  quota_source: 'project' | 'user' | 'default';
  /**
   * How much of it is used; null for what is not counted.
   */
  quota_used: number | null;
}
export interface QuotaChangedEvent {
  user_id?: number;
  project_id?: number;
  quota_resource: string;
  quota_maximum: number | null;
}
export interface QuotaListParams {
  /**
   * Number of the user.
   */
  user_id?: number;
  /**
   * Number of the project, instead of a user.
   */
  project_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface QuotaListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'quota';
    attributes: Quota;
  }[];
}
export interface QuotaSetParams {
  /**
   * Number of the user.
   */
  user_id?: number;
  /**
   * Number of the project, instead of a user.
   */
  project_id?: number;
  /**
   * What to bound.
   */
  quota_resource: 'instances' | 'vcpus' | 'memory_mb' | 'disk_mb' | 'volumes' | 'addresses' | 'image_mb';
  /**
   * The bound; null: as configured again.
   */
  quota_maximum: number | null;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface Server {
  server_id: number;
  /**
   * Owner.
   */
  user_id: number | null;
  server_name: string;
  /**
   * Address, or the socket of a local server.
   */
  server_host: string;
  server_port: number;
  server_protocol: string;
  server_path: string;
  server_status: 'unconfigured' | 'online' | 'offline' | 'untrusted';
  /**
   * Where it stands.
   */
  location_id: number | null;
  /**
   * Its number among the servers there.
   */
  server_ordinal: number | null;
  /**
   * ms since when
   */
  server_status_at: number | null;
  provider: string;
  /**
   * No new machine is placed on it.
   */
  server_disabled: boolean;
}
export interface ServerAddParams {
  /**
   * Host name or address; empty for a local socket.
   */
  server_host: string;
  /**
   * Port, 8443 unless given; a number or its text.
   */
  server_port: number | string;
  /**
   * `lxd` or `incus`.
   */
  server_protocol: string;
  /**
   * Trust password or join token; empty when the server trusts us already.
   */
  server_password: string;
  /**
   * Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.
   */
  server_path: string;
  /**
   * What to call it; its host unless given.
   */
  server_name: string;
  /**
   * SHA-256 of the certificate it must show, 64 hex digits.
   */
  server_fingerprint: string;
  /**
   * Where it stands: number of a location.
   */
  location_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerAddInput {
  /**
   * Host name or address; empty for a local socket.
   */
  server_host?: string;
  /**
   * Port, 8443 unless given; a number or its text.
   */
  server_port?: number | string;
  /**
   * `lxd` or `incus`.
   */
  server_protocol?: string;
  /**
   * Trust password or join token; empty when the server trusts us already.
   */
  server_password?: string;
  /**
   * Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.
   */
  server_path?: string;
  /**
   * What to call it; its host unless given.
   */
  server_name?: string;
  /**
   * SHA-256 of the certificate it must show, 64 hex digits.
   */
  server_fingerprint?: string;
  /**
   * Where it stands: number of a location.
   */
  location_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerAddResult {
  data: {
    id: number;
    type: 'server';
    attributes: Server;
  };
}
export interface ServerAddedEvent {
  server_name: string;
}
export interface ServerDeleteParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Leave what Gantry made there on the host.
   */
  forget: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerDeleteInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Leave what Gantry made there on the host.
   */
  forget?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerDeletedEvent {
  server_name: string;
}
export interface ServerDetail {
  server_id: number;
  /**
   * Owner.
   */
  user_id: number | null;
  server_name: string;
  server_host: string;
  server_port: number;
  server_protocol: string;
  server_path: string;
  server_status: 'unconfigured' | 'online' | 'offline' | 'untrusted';
  /**
   * Where it stands.
   */
  location_id: number | null;
  /**
   * Its number among the servers there.
   */
  server_ordinal: number | null;
  server_status_at: number | null;
  provider: string;
  /**
   * Separated by commas.
   */
  server_supported_instance_types: string;
  /**
   * MiB
   */
  server_memory_total: number;
  /**
   * MiB
   */
  server_memory_used: number;
  server_cpu_cores: number;
  server_cpu_threads: number;
  server_cpu_model: string;
  server_cpu_vendor: string;
  server_kernel_version: string;
  server_kernel_architecture: string;
  server_driver: string;
  server_driver_version: string;
  server_server: string;
  server_server_version: string;
  server_storage: string;
  server_storage_version: string;
  /**
   * Separated by commas.
   */
  server_addresses: string;
  /**
   * Our own client certificate, as the server lists it.
   */
  server_certificate_fingerprint: string;
  /**
   * The server's own certificate, as pinned.
   */
  server_fingerprint: string;
  server_clock_skew_ms: number | null;
  server_latency_ms: number;
  /**
   * ms: how old all this is
   */
  server_facts_at: number | null;
  /**
   * No new machine is placed on it.
   */
  server_disabled: boolean;
}
export interface ServerGetParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerGetResult {
  data: {
    id: number;
    type: 'server';
    attributes: ServerDetail;
  };
  included: {
    id: number;
    type: 'profile' | 'certificate' | 'pool' | 'volume' | 'instance';
    attributes: {
      [k: string]: unknown;
    };
  }[];
}
export interface ServerGrantParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Number of the user.
   */
  user_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerGrantedEvent {
  user_id: number;
}
export interface ServerListParams {
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ServerListInput {
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface ServerListResult {
  data: ServerResource[];
  meta: MetaNext;
}
export interface ServerResource {
  id: number;
  type: 'server';
  attributes: Server;
}
export interface ServerOfflineEvent {
  server_name: string;
  reason: string;
}
export interface ServerOnlineEvent {
  server_name: string;
}
export interface ServerRevokeParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Number of the user.
   */
  user_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerRevokedEvent {
  user_id: number;
}
export interface ServerTrustedEvent {
  server_name: string;
  server_fingerprint: string;
}
export interface ServerUntrustedEvent {
  server_name: string;
  reason: string;
}
export interface ServerUpdateParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * What to call it.
   */
  server_name?: string;
  /**
   * Where it stands: number of a location; null: nowhere.
   */
  location_id?: number | null;
  /**
   * Whether no new machine is placed on it.
   */
  server_disabled?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerUpdateResult {
  data: ServerResource;
}
export interface ServerUpdatedEvent {
  server_name: string;
}
export interface ServerVerifyParams {
  /**
   * Host name or address; empty for a local socket.
   */
  server_host: string;
  /**
   * Port, 8443 unless given; a number or its text.
   */
  server_port: number | string;
  /**
   * `lxd` or `incus`.
   */
  server_protocol: string;
  /**
   * Trust password or join token; empty when the server trusts us already.
   */
  server_password: string;
  /**
   * Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.
   */
  server_path: string;
  /**
   * What to call it; its host unless given.
   */
  server_name: string;
  /**
   * SHA-256 of the certificate it must show, 64 hex digits.
   */
  server_fingerprint: string;
  /**
   * Taken as `server.add` takes it; nothing is looked up.
   */
  location_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerVerifyInput {
  /**
   * Host name or address; empty for a local socket.
   */
  server_host?: string;
  /**
   * Port, 8443 unless given; a number or its text.
   */
  server_port?: number | string;
  /**
   * `lxd` or `incus`.
   */
  server_protocol?: string;
  /**
   * Trust password or join token; empty when the server trusts us already.
   */
  server_password?: string;
  /**
   * Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.
   */
  server_path?: string;
  /**
   * What to call it; its host unless given.
   */
  server_name?: string;
  /**
   * SHA-256 of the certificate it must show, 64 hex digits.
   */
  server_fingerprint?: string;
  /**
   * Taken as `server.add` takes it; nothing is looked up.
   */
  location_id?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface ServerVerifyResult {
  data: {
    type: 'server';
    attributes: {
      response: true;
      server_fingerprint: string;
      server_auth: 'trusted' | 'untrusted';
      server_server: string;
      server_server_version: string;
      server_clock_skew_ms: number | null;
      server_latency_ms: number;
      server_extensions: string[];
      /**
       * A registered server that is the same daemon.
       */
      server_known_id: number | null;
    };
  };
}
/**
 * A session that was opened: its token, and whose it is.
 */
export interface Session {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'user';
    attributes: {
      /**
       * Bearer token of the session.
       */
      token: string;
    };
  };
  included: UserResource[];
}
/**
 * A user as a resource.
 */
export interface UserResource {
  /**
   * Number of the user.
   */
  id: number;
  type: 'user';
  attributes: User;
}
/**
 * A user, as that user sees it.
 */
export interface User {
  /**
   * E-mail address.
   */
  email: string;
  /**
   * 1: administrator, 4: everybody else.
   */
  group: 1 | 4;
  /**
   * Login name.
   */
  login: string;
  /**
   * The password cannot be changed at the moment.
   */
  password_locked: boolean;
  /**
   * A picture made from the login, as a data: URL.
   */
  photo: string;
}
export interface SessionClosedEvent {
  session_id: string;
  session_kind: 'exec' | 'console';
  instance_name: string;
  session_end: 'exit' | 'closed' | 'gone' | 'lost' | 'failed' | 'revoked' | 'forbidden' | 'stopping';
  exit_code: number | null;
  duration_ms: number;
}
export interface SessionOpenedEvent {
  session_id: string;
  session_kind: 'exec' | 'console';
  instance_name: string;
}
export interface SimplestreamAddParams {
  /**
   * Operating system: a-z, 0-9 and `._+-`.
   */
  product_os: string;
  /**
   * Its release: a-z, 0-9 and `._+-`.
   */
  product_release: string;
  /**
   * Architecture by any of its names (`amd64`, `x86_64`); it is published as users spell it.
   */
  product_arch: string;
  /**
   * The release as people call it; absent: the release.
   */
  product_release_title?: string;
  /**
   * Absent: `default`.
   */
  product_variant?: string;
  /**
   * Names that lead to its newest version, separated by commas.
   */
  product_aliases?: string;
  /**
   * Newest versions that may stay: those behind them go, however young. Absent: `simplestream.keep_serials`.
   */
  product_keep_serials?: number;
  /**
   * Days a version is kept after a newer one came; absent: `simplestream.images_lifetime`.
   */
  product_lifetime_days?: number;
  /**
   * What its images need of an instance, by name; clients set it: `{"secureboot": "false"}`.
   */
  product_requirements?: {
    [k: string]: string;
  };
  /**
   * Last day of its support, YYYY-MM-DD: clients let their copies expire then.
   */
  product_support_eol?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamAddResult {
  data: {
    id: number;
    type: 'product';
    attributes: Product;
  };
}
export interface SimplestreamDeleteParams {
  /**
   * Number of the product, its text, or the product's key `os:release:arch:variant`.
   */
  product_id: number | string;
  /**
   * Serial of the version; absent: the whole product.
   */
  product_version_serial?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamDeleteResult {
  data: {
    id: number;
    type: 'product';
    attributes: {
      response: true;
      /**
       * Number of the product.
       */
      product_id: number;
      /**
       * Its key: `os:release:arch:variant`.
       */
      product_key: string;
      /**
       * Serials that were retired by this call, oldest first.
       */
      product_version_serials: string[];
    };
  };
}
export interface SimplestreamImagesParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SimplestreamImagesInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SimplestreamImagesResult {
  data: {
    id: number;
    type: 'image';
    attributes: CatalogueImage;
  }[];
  meta: MetaNext;
}
export interface SimplestreamImportParams {
  /**
   * Number of the product, its text, or the product's key `os:release:arch:variant`.
   */
  product_id: number | string;
  /**
   * Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product.
   */
  product_version_serial: string;
  /**
   * Number of the server that has the image, or the instance.
   */
  server_id?: number;
  /**
   * Fingerprint of the image there: all of it, or 12 and more of its 64 hex digits.
   */
  image_fingerprint?: string;
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Snapshot of the instance.
   */
  snapshot_name?: string;
  /**
   * URL of another simplestreams server.
   */
  image_server_host?: string;
  /**
   * Alias or fingerprint of the image there.
   */
  instance_image?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface SimplestreamImportInput {
  /**
   * Number of the product, its text, or the product's key `os:release:arch:variant`.
   */
  product_id: number | string;
  /**
   * Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product.
   */
  product_version_serial: string;
  /**
   * Number of the server that has the image, or the instance.
   */
  server_id?: number;
  /**
   * Fingerprint of the image there: all of it, or 12 and more of its 64 hex digits.
   */
  image_fingerprint?: string;
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Snapshot of the instance.
   */
  snapshot_name?: string;
  /**
   * URL of another simplestreams server.
   */
  image_server_host?: string;
  /**
   * Alias or fingerprint of the image there.
   */
  instance_image?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface SimplestreamListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SimplestreamListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SimplestreamListResult {
  data: {
    id: number;
    type: 'product';
    attributes: Product;
  }[];
  meta: MetaNext;
}
export interface SimplestreamPushParams {
  /**
   * Fingerprint of an image in our catalogue: all of it, or 12 and more of its 64 hex digits.
   */
  image_fingerprint: string;
  /**
   * Numbers of the servers.
   */
  server_ids: number[];
  /**
   * Name that is to lead to it there; absent: none.
   */
  alias?: string;
  /**
   * Take the alias from another image.
   */
  alias_move: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface SimplestreamPushInput {
  /**
   * Fingerprint of an image in our catalogue: all of it, or 12 and more of its 64 hex digits.
   */
  image_fingerprint: string;
  /**
   * Numbers of the servers.
   */
  server_ids: number[];
  /**
   * Name that is to lead to it there; absent: none.
   */
  alias?: string;
  /**
   * Take the alias from another image.
   */
  alias_move?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface SimplestreamUploadBeginParams {
  /**
   * Number of the product, its text, or the product's key `os:release:arch:variant`.
   */
  product_id: number | string;
  /**
   * Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product. Absent: that of the last attempt, or the time.
   */
  product_version_serial?: string;
  /**
   * SHA-256 of the whole file, hex.
   */
  file_sha256: string;
  /**
   * Bytes of the whole file.
   */
  file_size: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamUploadBeginResult {
  data: {
    id: number;
    type: 'upload';
    attributes: UploadProgress;
  };
}
/**
 * An upload in chunks.
 */
export interface UploadProgress {
  response: true;
  /**
   * Id of the upload.
   */
  upload_id: string;
  /**
   * Number of the product.
   */
  product_id: number;
  /**
   * Serial of the version.
   */
  product_version_serial: string;
  /**
   * SHA-256 of the whole file, hex.
   */
  file_sha256: string;
  /**
   * Bytes of the whole file.
   */
  file_size: number;
  /**
   * Bytes that are on the disk for certain: the next chunk begins here.
   */
  offset: number;
  /**
   * Bytes a chunk may hold.
   */
  chunk_size: number;
  /**
   * Whether the file is part of its version.
   */
  upload_finished: boolean;
  /**
   * When it is thrown away unless a chunk comes; seconds since 1970.
   */
  upload_expires_at: number;
}
export interface SimplestreamUploadChunkParams {
  /**
   * Id of the upload, from `simplestream.upload.begin`.
   */
  upload_id: string;
  /**
   * Where in the file the chunk begins.
   */
  offset: number;
  /**
   * SHA-256 of the chunk, hex.
   */
  chunk_sha256: string;
  file: Upload;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamUploadChunkResult {
  data: {
    type: 'upload';
    attributes: {
      response: true;
      /**
       * Id of the upload.
       */
      upload_id: string;
      /**
       * Bytes that are on the disk for certain.
       */
      offset: number;
    };
  };
}
export interface SimplestreamUploadFinishParams {
  /**
   * Id of the upload, from `simplestream.upload.begin`.
   */
  upload_id: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamUploadFinishResult {
  data: {
    id: number;
    type: 'product_version';
    attributes: {
      response: true;
      /**
       * Number of the product.
       */
      product_id: number;
      /**
       * Serial of the version.
       */
      product_version_serial: string;
      /**
       * Whether the version is in the catalogue now.
       */
      product_version_listed: boolean;
      /**
       * What the file is, by the name clients have for it.
       */
      file_type: 'lxd_combined.tar.gz' | 'lxd.tar.xz' | 'squashfs' | 'root.tar.xz' | 'disk-kvm.img';
      /**
       * SHA-256 of the file, hex.
       */
      file_sha256: string;
      /**
       * Bytes.
       */
      file_size: number;
      /**
       * Images this file is part of, as far as they are complete.
       */
      image_fingerprints: string[];
    };
  };
}
export interface SimplestreamUploadParams {
  /**
   * Number of the product, its text, or the product's key `os:release:arch:variant`.
   */
  product_id: number | string;
  /**
   * Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product.
   */
  product_version_serial: string;
  /**
   * SHA-256 of the file, hex: what arrives with another is refused.
   */
  file_sha256?: string;
  file: Upload;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamUploadResult {
  data: {
    id: number;
    type: 'product_version';
    attributes: {
      response: true;
      /**
       * Number of the product.
       */
      product_id: number;
      /**
       * Serial of the version.
       */
      product_version_serial: string;
      /**
       * Whether the version is in the catalogue now.
       */
      product_version_listed: boolean;
      /**
       * What the file is, by the name clients have for it.
       */
      file_type: 'lxd_combined.tar.gz' | 'lxd.tar.xz' | 'squashfs' | 'root.tar.xz' | 'disk-kvm.img';
      /**
       * SHA-256 of the file, hex.
       */
      file_sha256: string;
      /**
       * Bytes.
       */
      file_size: number;
      /**
       * Images this file is part of, as far as they are complete.
       */
      image_fingerprints: string[];
    };
  };
}
export interface SimplestreamUploadStatusParams {
  /**
   * Id of the upload, from `simplestream.upload.begin`.
   */
  upload_id: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SimplestreamUploadStatusResult {
  data: {
    id: number;
    type: 'upload';
    attributes: UploadProgress;
  };
}
/**
 * A snapshot of an instance.
 */
export interface Snapshot {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * Number of the instance.
   */
  instance_id: number;
  /**
   * Name of the instance.
   */
  instance_name: string;
  /**
   * Name.
   */
  snapshot_name: string;
  /**
   * Whether it holds the memory of what ran, too.
   */
  snapshot_stateful: boolean;
  /**
   * Bytes; null when the server cannot tell (pools of driver `dir`).
   */
  snapshot_size: number | null;
  /**
   * ms
   */
  created_at: number;
}
export interface SnapshotAddParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * 1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.
   */
  snapshot_name: string;
  /**
   * Keep the memory, too; only of what runs.
   */
  stateful: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface SnapshotAddInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * 1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.
   */
  snapshot_name: string;
  /**
   * Keep the memory, too; only of what runs.
   */
  stateful?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface SnapshotCreatedEvent {
  snapshot_name: string;
  instance_name: string;
}
export interface SnapshotDeleteParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Name of the snapshot.
   */
  snapshot_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface SnapshotDeleteInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Name of the snapshot.
   */
  snapshot_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface SnapshotDeletedEvent {
  snapshot_name: string;
  instance_name: string;
}
export interface SnapshotListParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SnapshotListInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SnapshotListResult {
  data: {
    id: number;
    type: 'snapshot';
    attributes: Snapshot;
  }[];
  meta: MetaNext;
}
export interface SnapshotRestoreParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Name of the snapshot.
   */
  snapshot_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface SnapshotRestoreInput {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Name of the snapshot.
   */
  snapshot_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface SnapshotRestoredEvent {
  snapshot_name: string;
  instance_name: string;
}
/**
 * A public key of a user.
 */
export interface SshKey {
  /**
   * What it is called.
   */
  key_name: string;
  /**
   * Its fingerprint, as ssh-keygen shows it.
   */
  key_public: string;
  /**
   * When it was entered, Unix seconds.
   */
  key_timeadd: number;
  key_type: 'ssh';
  /**
   * Whose it is.
   */
  user_id: number;
  provider: 'internal';
}
export interface SshKeyAddParams {
  /**
   * What it is called.
   */
  key_name: string;
  /**
   * The line of the .pub file.
   */
  key_public: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SshKeyAddInput {
  /**
   * What it is called.
   */
  key_name?: string;
  /**
   * The line of the .pub file.
   */
  key_public: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SshKeyAddedEvent {
  key_id: number;
  key_name: string;
  key_fingerprint: string;
}
export interface SshKeyDeleteParams {
  /**
   * Its number, as `ssh-key.get` shows it.
   */
  key_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface SshKeyDeletedEvent {
  key_id: number;
  key_name: string;
  key_fingerprint: string;
}
export interface SshKeyGetParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SshKeyGetInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface SshKeyGetResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'ssh-key';
    attributes: SshKey;
  }[];
  meta: MetaNext;
}
/**
 * A session or API token, without its secret.
 */
export interface Token {
  /**
   * Number of the token.
   */
  token_id: number;
  /**
   * Its name; a random one unless it was given.
   */
  token_name: string;
  /**
   * 1: live, 0: revoked or over.
   */
  token_state: 0 | 1;
  /**
   * A session, or an API token.
   */
  token_type: 'user.login' | 'system.api';
  /**
   * When it was made, Unix seconds.
   */
  token_time_start: number;
  /**
   * When it ends, Unix seconds; 0: never.
   */
  token_time_expire: number;
  /**
   * When it was revoked, Unix seconds; 0: it was not.
   */
  revoke_time: number;
  /**
   * Whose it is.
   */
  user_id: number;
  /**
   * A session, or the API it is for.
   */
  token_kind: 'session' | 'native' | 'panel' | 'cvm' | 'aarch64' | 'packet';
  /**
   * The public half of a cvm pair, empty for all others.
   */
  token_public?: string;
  /**
   * What it may do; a session may do all that its user may.
   */
  token_scopes: string[];
  /**
   * It calls only what changes nothing.
   */
  token_read_only: boolean;
  /**
   * When it was last used, ms, to the minute; null: never.
   */
  token_last_used_at: number | null;
  /**
   * The address it was last used from, empty: not known.
   */
  token_last_used_addr?: string;
}
export interface TokenCreateParams {
  /**
   * Seconds it lasts; `auth.token_seconds` when left out.
   */
  token_lifetime?: number;
  /**
   * Revokes the other API tokens of this user.
   */
  token_revoke_all: boolean;
  /**
   * The API it is for.
   */
  token_kind: 'native' | 'panel' | 'cvm' | 'aarch64' | 'packet';
  /**
   * What it is called; a random name when left out.
   */
  token_name?: string;
  /**
   * What a native token may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may.
   */
  token_scopes?: string[];
  /**
   * It may call only what changes nothing (kinds native and packet).
   */
  token_read_only: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface TokenCreateInput {
  /**
   * Seconds it lasts; `auth.token_seconds` when left out.
   */
  token_lifetime?: number;
  /**
   * Revokes the other API tokens of this user.
   */
  token_revoke_all?: boolean;
  /**
   * The API it is for.
   */
  token_kind?: 'native' | 'panel' | 'cvm' | 'aarch64' | 'packet';
  /**
   * What it is called; a random name when left out.
   */
  token_name?: string;
  /**
   * What a native token may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may.
   */
  token_scopes?: string[];
  /**
   * It may call only what changes nothing (kinds native and packet).
   */
  token_read_only?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface TokenCreateResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'token';
    attributes: {
      /**
       * The token, shown this once; of a cvm pair, the private half.
       */
      token: string;
      /**
       * The public half of a cvm pair.
       */
      token_public?: string;
    };
  };
}
export interface TokenCreatedEvent {
  token_id: number;
  token_name: string;
  token_type: 'user.login' | 'system.api';
}
export interface TokenGetParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface TokenGetInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface TokenGetResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'token';
    attributes: Token;
  }[];
  meta: MetaNext;
}
export interface TokenRevokeParams {
  /**
   * Its name, as `token.get` shows it.
   */
  token_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface TokenRevokedEvent {
  token_id: number;
  token_name: string;
  token_type: 'user.login' | 'system.api';
}
export interface TrafficGetParams {
  /**
   * Number of the instance; or give `server_id` and `instance_name`.
   */
  instance_id?: number;
  /**
   * Number of the server.
   */
  server_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Begin of the span, ms since 1970; a week before its end when left out.
   */
  from?: number;
  /**
   * End of the span, ms since 1970; now when left out.
   */
  until?: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface TrafficGetResult {
  data: {
    /**
     * Number of the instance.
     */
    id: number;
    type: 'traffic';
    attributes: {
      /**
       * Number of the instance.
       */
      instance_id: number;
      /**
       * Bytes received since it was made.
       */
      traffic_in: number;
      /**
       * Bytes sent since it was made.
       */
      traffic_out: number;
      /**
       * Bytes its plan allows in; 0 is no limit.
       */
      traffic_in_limit: number;
      /**
       * Bytes its plan allows out; 0 is no limit.
       */
      traffic_out_limit: number;
      /**
       * Bytes its plan allows in both directions together; 0 is no limit.
       */
      traffic_total_limit: number;
      /**
       * When its host was asked last; null for never.
       */
      sampled_at: number | null;
      /**
       * Begin of the span.
       */
      from: number;
      /**
       * End of the span.
       */
      until: number;
      /**
       * Hours of the span with traffic, oldest first.
       */
      traffic_hours: {
        /**
         * Begin of the hour.
         */
        hour_at: number;
        /**
         * Bytes received in it.
         */
        traffic_in: number;
        /**
         * Bytes sent in it.
         */
        traffic_out: number;
      }[];
    };
  };
}
export interface TrafficLimitEvent {
  instance_name: string;
  traffic_direction: 'in' | 'out' | 'total';
  /**
   * Bytes.
   */
  traffic_limit: number;
  /**
   * Bytes.
   */
  traffic_used: number;
}
export interface UserAssertionGetParams {
  /**
   * Login or e-mail address.
   */
  user_login: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserAssertionVerifyParams {
  /**
   * As given to `user.assertionGet`.
   */
  user_login: string;
  /**
   * Name of the key.
   */
  id: string;
  /**
   * The same.
   */
  rawId: string;
  /**
   * `public-key`.
   */
  type: string;
  /**
   * What the authenticator said.
   */
  response: {
    /**
     * What the authenticator signed.
     */
    authenticatorData: string;
    /**
     * What the browser signed.
     */
    clientDataJSON: string;
    /**
     * The signature.
     */
    signature: string;
    /**
     * What the key knows its owner by; may be empty.
     */
    userHandle?: string | null;
  };
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserCredentialDeleteParams {
  /**
   * Its number, as `user.credentialGet` shows it.
   */
  key_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserCredentialGetParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface UserCredentialGetInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface UserCredentialGetResult {
  data: {
    /**
     * Number, as `key_id` of `user.credentialDelete`.
     */
    id: number;
    type: 'credential';
    attributes: Credential;
  }[];
  meta: MetaNext;
}
export interface UserCredentialMakeParams {
  /**
   * The login of the new account; else the caller's own, or left out.
   */
  user_login?: string;
  /**
   * The e-mail address of the new account; else not looked at.
   */
  user_email?: string;
  /**
   * For a new account.
   */
  user_register: boolean;
  /**
   * Not looked at: the setting `webauthn.attestation` decides what is asked for.
   */
  attestation_type?: string;
  /**
   * Which authenticators the browser offers: its own, or others; `""`: all.
   */
  authenticator_attachment?: '' | 'platform' | 'cross-platform';
  /**
   * Name of the new key. Its presence makes this the second step.
   */
  id?: string;
  /**
   * The same.
   */
  rawId?: string;
  /**
   * `public-key`.
   */
  type?: string;
  /**
   * What the authenticator said.
   */
  response?: {
    /**
     * CBOR.
     */
    attestationObject: string;
    /**
     * What the browser signed.
     */
    clientDataJSON: string;
    /**
     * Ways to reach the authenticator.
     */
    transports?: string[];
  };
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserCredentialMakeInput {
  /**
   * The login of the new account; else the caller's own, or left out.
   */
  user_login?: string;
  /**
   * The e-mail address of the new account; else not looked at.
   */
  user_email?: string;
  /**
   * For a new account.
   */
  user_register?: boolean;
  /**
   * Not looked at: the setting `webauthn.attestation` decides what is asked for.
   */
  attestation_type?: string;
  /**
   * Which authenticators the browser offers: its own, or others; `""`: all.
   */
  authenticator_attachment?: '' | 'platform' | 'cross-platform';
  /**
   * Name of the new key. Its presence makes this the second step.
   */
  id?: string;
  /**
   * The same.
   */
  rawId?: string;
  /**
   * `public-key`.
   */
  type?: string;
  /**
   * What the authenticator said.
   */
  response?: {
    /**
     * CBOR.
     */
    attestationObject: string;
    /**
     * What the browser signed.
     */
    clientDataJSON: string;
    /**
     * Ways to reach the authenticator.
     */
    transports?: string[];
  };
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserDisableParams {
  /**
   * Number of the user.
   */
  user_id: number;
  /**
   * Whether the user is kept out.
   */
  user_disabled: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserDisabledEvent {
  user_login: string;
}
export interface UserEmailChangeParams {
  /**
   * The new address, in both steps.
   */
  user_email: string;
  /**
   * The mailed code; `""` is the same as none.
   */
  user_code?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserEmailChangedEvent {
  user_email: string;
}
export interface UserEnabledEvent {
  user_login: string;
}
export interface UserGetParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserGetResult {
  data: UserResource;
}
export interface UserListParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface UserListInput {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface UserListResult {
  data: {
    /**
     * Number.
     */
    id: number;
    type: 'user';
    attributes: {
      /**
       * E-mail address.
       */
      email: string;
      /**
       * 1: administrator, 4: everybody else.
       */
      group: 1 | 4;
      /**
       * Login name.
       */
      login: string;
      /**
       * The password cannot be changed at the moment.
       */
      password_locked: boolean;
      /**
       * A picture made from the login, as a data: URL.
       */
      photo: string;
      /**
       * An administrator.
       */
      user_admin: boolean;
      /**
       * Cannot log in; tokens do not work.
       */
      user_disabled: boolean;
      /**
       * When the account was made, Unix seconds.
       */
      user_timeadd: number;
    };
  }[];
  meta: MetaNext;
}
export interface UserLoginParams {
  /**
   * Login or e-mail address.
   */
  user_login: string;
  /**
   * Password.
   */
  user_password: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserLogoutParams {
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserPasswordChangeParams {
  /**
   * 12 to 256 characters.
   */
  user_password: string;
  /**
   * The password again.
   */
  user_passwordRepeat: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserPasswordChangedEvent {
  by: 'user' | 'recovery';
}
export interface UserPasswordLockParams {
  /**
   * What it should be.
   */
  user_password_locked: boolean;
  /**
   * The mailed code; `""` is the same as none.
   */
  user_code?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserPasswordLockedEvent {}
export interface UserPasswordUnlockedEvent {}
export interface UserRecoveryParams {
  /**
   * E-mail address of the account.
   */
  user_email?: string;
  /**
   * The mailed code; `""` is the same as none.
   */
  user_code?: string;
  /**
   * 12 to 256 characters.
   */
  user_password?: string;
  /**
   * The password again.
   */
  user_passwordRepeat?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserRegisterParams {
  /**
   * Login name: 3 to 64 letters, digits, dots, hyphens, underscores.
   */
  user_login?: string;
  /**
   * E-mail address.
   */
  user_email?: string;
  /**
   * 12 to 256 characters.
   */
  user_password?: string;
  /**
   * The password again.
   */
  user_passwordRepeat?: string;
  /**
   * The mailed code, or the first administrator's.
   */
  user_code?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserRegisteredEvent {
  user_login: string;
  user_admin: boolean;
}
export interface UserUpdateParams {
  /**
   * Number of the user.
   */
  user_id: number;
  /**
   * Login name: 3 to 64 letters, digits, dots, hyphens, underscores.
   */
  user_login?: string;
  /**
   * E-mail address; taken without a mailed code.
   */
  user_email?: string;
  /**
   * Whether the user is an administrator.
   */
  user_admin?: boolean;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface UserUpdatedEvent {
  user_login: string;
  user_email: string;
  user_admin: boolean;
}
/**
 * A volume of a server.
 */
export interface Volume {
  /**
   * `lxd`.
   */
  provider: string;
  /**
   * Name; a snapshot of a volume is `volume/snapshot`.
   */
  volume_name: string;
  /**
   * `custom` for those made by themselves, else `container`, `virtual-machine` or `image`.
   */
  volume_type: string;
  /**
   * What uses it, by the server's URLs, separated by commas.
   */
  volume_used_by: string;
  /**
   * The pool it is in.
   */
  pool_name: string;
  /**
   * `filesystem` or `block`.
   */
  volume_content_type: string;
  /**
   * As the server writes it (`16MiB`); empty for none.
   */
  volume_size: string;
  /**
   * Free text.
   */
  volume_description: string;
}
export interface VolumeAddParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * 1 to 63 letters, digits, dots, underscores and hyphens.
   */
  volume_name: string;
  /**
   * Size in MiB; without it as the pool has it.
   */
  volume_size_mb?: number;
  /**
   * `filesystem`, or `block` for a disk of a virtual machine.
   */
  volume_content_type: 'filesystem' | 'block';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface VolumeAddInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * 1 to 63 letters, digits, dots, underscores and hyphens.
   */
  volume_name: string;
  /**
   * Size in MiB; without it as the pool has it.
   */
  volume_size_mb?: number;
  /**
   * `filesystem`, or `block` for a disk of a virtual machine.
   */
  volume_content_type?: 'filesystem' | 'block';
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface VolumeAddResult {
  data: {
    type: 'volume';
    attributes: {
      response: true;
      /**
       * The pool it is in.
       */
      pool_name: string;
      /**
       * Its name.
       */
      volume_name: string;
    };
  };
}
export interface VolumeAttachParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * Name of the volume.
   */
  volume_name: string;
  /**
   * Number of the instance; or give `instance_name`.
   */
  instance_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Where it is mounted, such as /srv/data; not for block volumes.
   */
  volume_path?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface VolumeAttachInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * Name of the volume.
   */
  volume_name: string;
  /**
   * Number of the instance; or give `instance_name`.
   */
  instance_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Where it is mounted, such as /srv/data; not for block volumes.
   */
  volume_path?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface VolumeAttachedEvent {
  pool_name: string;
  volume_name: string;
  instance_name: string;
}
export interface VolumeCreatedEvent {
  pool_name: string;
  volume_name: string;
}
export interface VolumeDeleteParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * Name of the volume.
   */
  volume_name: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
}
export interface VolumeDeletedEvent {
  pool_name: string;
  volume_name: string;
}
export interface VolumeDetachParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * Name of the volume.
   */
  volume_name: string;
  /**
   * Number of the instance; or give `instance_name`.
   */
  instance_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable: 'fail' | 'queue';
}
export interface VolumeDetachInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Name of the pool.
   */
  pool_name: string;
  /**
   * Name of the volume.
   */
  volume_name: string;
  /**
   * Number of the instance; or give `instance_name`.
   */
  instance_id?: number;
  /**
   * Name on its host.
   */
  instance_name?: string;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Seconds to wait for the end of the work; a failure is then the answer.
   */
  wait?: number;
  /**
   * Seconds; work that has not begun by then fails.
   */
  deadline?: number;
  /**
   * When the host does not answer: fail at once, or queue until it does.
   */
  on_unreachable?: 'fail' | 'queue';
}
export interface VolumeDetachedEvent {
  pool_name: string;
  volume_name: string;
  instance_name: string;
}
export interface VolumeListParams {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface VolumeListInput {
  /**
   * Number of the server.
   */
  server_id: number;
  /**
   * Accepted on every method; `lxd` or `internal`. Nothing depends on it.
   */
  provider?: string;
  /**
   * The caller's own id of this call: events it causes carry it.
   */
  request_id?: string;
  /**
   * Rows in the answer.
   */
  limit?: number;
  /**
   * The `meta.next` of the page before.
   */
  after?: string | null;
  /**
   * Name of an attribute, with `-` in front for descending.
   */
  sort?: string;
  /**
   * Attribute to value, or to a list of values of which one must hold.
   */
  filter?: {
    [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
  };
}
export interface VolumeListResult {
  data: {
    id: number;
    type: 'volume';
    attributes: Volume;
  }[];
  meta: MetaNext;
}

/** Every method: params after defaults (handlers) and before (clients), and its answer. */
export interface Methods {
  'audit.list': {
    params: AuditListParams;
    input: AuditListInput;
    result: AuditListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'certificate.list': {
    params: CertificateListParams;
    input: CertificateListInput;
    result: CertificateListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'certificate.revoke': {
    params: CertificateRevokeParams;
    input: CertificateRevokeParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'config.get': {
    params: ConfigGetParams;
    input: ConfigGetParams;
    result: ConfigGetResult;
    public: true;
    stream: false;
    bytes: false;
  };
  'event.auth': {
    params: EventAuthParams;
    input: EventAuthParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'event.list': {
    params: EventListParams;
    input: EventListInput;
    result: EventListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'event.subscribe': {
    params: EventSubscribeParams;
    input: EventSubscribeParams;
    result: EventSubscribeResult;
    public: true;
    stream: true;
    bytes: false;
  };
  'health.alive': {
    params: HealthAliveParams;
    input: HealthAliveParams;
    result: Ack;
    public: true;
    stream: false;
    bytes: false;
  };
  'health.ready': {
    params: HealthReadyParams;
    input: HealthReadyParams;
    result: Ack;
    public: true;
    stream: false;
    bytes: false;
  };
  'image.delete': {
    params: ImageDeleteParams;
    input: ImageDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'image.list': {
    params: ImageListParams;
    input: ImageListInput;
    result: ImageListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'image.serverList': {
    params: ImageServerListParams;
    input: ImageServerListInput;
    result: ImageServerListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.action': {
    params: InstanceActionParams;
    input: InstanceActionInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.add': {
    params: InstanceAddParams;
    input: InstanceAddInput;
    result: InstanceAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.console': {
    params: InstanceConsoleParams;
    input: InstanceConsoleParams;
    result: InstanceConsoleResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.delete': {
    params: InstanceDeleteParams;
    input: InstanceDeleteInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.exec': {
    params: InstanceExecParams;
    input: InstanceExecParams;
    result: InstanceExecResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.file.get': {
    params: InstanceFileGetParams;
    input: InstanceFileGetParams;
    result: InstanceFileGetResult;
    public: false;
    stream: false;
    bytes: true;
  };
  'instance.file.put': {
    params: InstanceFilePutParams;
    input: InstanceFilePutParams;
    result: InstanceFilePutResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.get': {
    params: InstanceGetParams;
    input: InstanceGetParams;
    result: InstanceGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.list': {
    params: InstanceListParams;
    input: InstanceListInput;
    result: InstanceListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.log': {
    params: InstanceLogParams;
    input: InstanceLogParams;
    result: InstanceLogResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.rename': {
    params: InstanceRenameParams;
    input: InstanceRenameInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.suspend': {
    params: InstanceSuspendParams;
    input: InstanceSuspendInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.unsuspend': {
    params: InstanceUnsuspendParams;
    input: InstanceUnsuspendInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'instance.update': {
    params: InstanceUpdateParams;
    input: InstanceUpdateInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'location.add': {
    params: LocationAddParams;
    input: LocationAddInput;
    result: LocationAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'location.delete': {
    params: LocationDeleteParams;
    input: LocationDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'location.list': {
    params: LocationListParams;
    input: LocationListInput;
    result: LocationListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'location.update': {
    params: LocationUpdateParams;
    input: LocationUpdateParams;
    result: LocationUpdateResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'network.add': {
    params: NetworkAddParams;
    input: NetworkAddInput;
    result: NetworkAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'network.delete': {
    params: NetworkDeleteParams;
    input: NetworkDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'network.list': {
    params: NetworkListParams;
    input: NetworkListInput;
    result: NetworkListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'network.update': {
    params: NetworkUpdateParams;
    input: NetworkUpdateParams;
    result: NetworkAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'operation.cancel': {
    params: OperationCancelParams;
    input: OperationCancelParams;
    result: OperationCancelResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'operation.get': {
    params: OperationGetParams;
    input: OperationGetParams;
    result: OperationGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'operation.list': {
    params: OperationListParams;
    input: OperationListInput;
    result: OperationListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'os.add': {
    params: OsAddParams;
    input: OsAddInput;
    result: OsAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'os.delete': {
    params: OsDeleteParams;
    input: OsDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'os.list': {
    params: OsListParams;
    input: OsListInput;
    result: OsListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'os.update': {
    params: OsUpdateParams;
    input: OsUpdateParams;
    result: OsUpdateResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'plan.add': {
    params: PlanAddParams;
    input: PlanAddInput;
    result: PlanAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'plan.delete': {
    params: PlanDeleteParams;
    input: PlanDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'plan.list': {
    params: PlanListParams;
    input: PlanListInput;
    result: PlanListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'plan.update': {
    params: PlanUpdateParams;
    input: PlanUpdateParams;
    result: PlanUpdateResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'pool.list': {
    params: PoolListParams;
    input: PoolListInput;
    result: PoolListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'prefix.add': {
    params: PrefixAddParams;
    input: PrefixAddParams;
    result: PrefixAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'prefix.delete': {
    params: PrefixDeleteParams;
    input: PrefixDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'prefix.list': {
    params: PrefixListParams;
    input: PrefixListInput;
    result: PrefixListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'profile.add': {
    params: ProfileAddParams;
    input: ProfileAddParams;
    result: ProfileAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'profile.delete': {
    params: ProfileDeleteParams;
    input: ProfileDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'profile.list': {
    params: ProfileListParams;
    input: ProfileListInput;
    result: ProfileListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'profile.update': {
    params: ProfileUpdateParams;
    input: ProfileUpdateParams;
    result: ProfileAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.add': {
    params: ProjectAddParams;
    input: ProjectAddParams;
    result: ProjectAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.delete': {
    params: ProjectDeleteParams;
    input: ProjectDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.get': {
    params: ProjectGetParams;
    input: ProjectGetParams;
    result: ProjectGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.list': {
    params: ProjectListParams;
    input: ProjectListInput;
    result: ProjectListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.member.add': {
    params: ProjectMemberAddParams;
    input: ProjectMemberAddParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.member.list': {
    params: ProjectMemberListParams;
    input: ProjectMemberListInput;
    result: ProjectMemberListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.member.remove': {
    params: ProjectMemberRemoveParams;
    input: ProjectMemberRemoveParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.member.update': {
    params: ProjectMemberUpdateParams;
    input: ProjectMemberUpdateParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'project.update': {
    params: ProjectUpdateParams;
    input: ProjectUpdateParams;
    result: ProjectUpdateResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'quota.list': {
    params: QuotaListParams;
    input: QuotaListParams;
    result: QuotaListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'quota.set': {
    params: QuotaSetParams;
    input: QuotaSetParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.add': {
    params: ServerAddParams;
    input: ServerAddInput;
    result: ServerAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.delete': {
    params: ServerDeleteParams;
    input: ServerDeleteInput;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.get': {
    params: ServerGetParams;
    input: ServerGetParams;
    result: ServerGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.grant': {
    params: ServerGrantParams;
    input: ServerGrantParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.list': {
    params: ServerListParams;
    input: ServerListInput;
    result: ServerListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.revoke': {
    params: ServerRevokeParams;
    input: ServerRevokeParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.update': {
    params: ServerUpdateParams;
    input: ServerUpdateParams;
    result: ServerUpdateResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'server.verify': {
    params: ServerVerifyParams;
    input: ServerVerifyInput;
    result: ServerVerifyResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.add': {
    params: SimplestreamAddParams;
    input: SimplestreamAddParams;
    result: SimplestreamAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.delete': {
    params: SimplestreamDeleteParams;
    input: SimplestreamDeleteParams;
    result: SimplestreamDeleteResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.images': {
    params: SimplestreamImagesParams;
    input: SimplestreamImagesInput;
    result: SimplestreamImagesResult;
    public: true;
    stream: false;
    bytes: false;
  };
  'simplestream.import': {
    params: SimplestreamImportParams;
    input: SimplestreamImportInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.list': {
    params: SimplestreamListParams;
    input: SimplestreamListInput;
    result: SimplestreamListResult;
    public: true;
    stream: false;
    bytes: false;
  };
  'simplestream.push': {
    params: SimplestreamPushParams;
    input: SimplestreamPushInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.upload.begin': {
    params: SimplestreamUploadBeginParams;
    input: SimplestreamUploadBeginParams;
    result: SimplestreamUploadBeginResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.upload.chunk': {
    params: SimplestreamUploadChunkParams;
    input: SimplestreamUploadChunkParams;
    result: SimplestreamUploadChunkResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.upload.finish': {
    params: SimplestreamUploadFinishParams;
    input: SimplestreamUploadFinishParams;
    result: SimplestreamUploadFinishResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.upload': {
    params: SimplestreamUploadParams;
    input: SimplestreamUploadParams;
    result: SimplestreamUploadResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'simplestream.upload.status': {
    params: SimplestreamUploadStatusParams;
    input: SimplestreamUploadStatusParams;
    result: SimplestreamUploadStatusResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'snapshot.add': {
    params: SnapshotAddParams;
    input: SnapshotAddInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'snapshot.delete': {
    params: SnapshotDeleteParams;
    input: SnapshotDeleteInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'snapshot.list': {
    params: SnapshotListParams;
    input: SnapshotListInput;
    result: SnapshotListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'snapshot.restore': {
    params: SnapshotRestoreParams;
    input: SnapshotRestoreInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'ssh-key.add': {
    params: SshKeyAddParams;
    input: SshKeyAddInput;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'ssh-key.delete': {
    params: SshKeyDeleteParams;
    input: SshKeyDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'ssh-key.get': {
    params: SshKeyGetParams;
    input: SshKeyGetInput;
    result: SshKeyGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'token.create': {
    params: TokenCreateParams;
    input: TokenCreateInput;
    result: TokenCreateResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'token.get': {
    params: TokenGetParams;
    input: TokenGetInput;
    result: TokenGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'token.revoke': {
    params: TokenRevokeParams;
    input: TokenRevokeParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'traffic.get': {
    params: TrafficGetParams;
    input: TrafficGetParams;
    result: TrafficGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.assertionGet': {
    params: UserAssertionGetParams;
    input: UserAssertionGetParams;
    result: CredentialRequest;
    public: true;
    stream: false;
    bytes: false;
  };
  'user.assertionVerify': {
    params: UserAssertionVerifyParams;
    input: UserAssertionVerifyParams;
    result: Session;
    public: true;
    stream: false;
    bytes: false;
  };
  'user.credentialDelete': {
    params: UserCredentialDeleteParams;
    input: UserCredentialDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.credentialGet': {
    params: UserCredentialGetParams;
    input: UserCredentialGetInput;
    result: UserCredentialGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.credentialMake': {
    params: UserCredentialMakeParams;
    input: UserCredentialMakeInput;
    result: UserCredentialMakeResult;
    public: true;
    stream: false;
    bytes: false;
  };
  'user.disable': {
    params: UserDisableParams;
    input: UserDisableParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.emailChange': {
    params: UserEmailChangeParams;
    input: UserEmailChangeParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.get': {
    params: UserGetParams;
    input: UserGetParams;
    result: UserGetResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.list': {
    params: UserListParams;
    input: UserListInput;
    result: UserListResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.login': {
    params: UserLoginParams;
    input: UserLoginParams;
    result: Session;
    public: true;
    stream: false;
    bytes: false;
  };
  'user.logout': {
    params: UserLogoutParams;
    input: UserLogoutParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.passwordChange': {
    params: UserPasswordChangeParams;
    input: UserPasswordChangeParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.passwordLock': {
    params: UserPasswordLockParams;
    input: UserPasswordLockParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'user.recovery': {
    params: UserRecoveryParams;
    input: UserRecoveryParams;
    result: Ack;
    public: true;
    stream: false;
    bytes: false;
  };
  'user.register': {
    params: UserRegisterParams;
    input: UserRegisterParams;
    result: Ack;
    public: true;
    stream: false;
    bytes: false;
  };
  'user.update': {
    params: UserUpdateParams;
    input: UserUpdateParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'volume.add': {
    params: VolumeAddParams;
    input: VolumeAddInput;
    result: VolumeAddResult;
    public: false;
    stream: false;
    bytes: false;
  };
  'volume.attach': {
    params: VolumeAttachParams;
    input: VolumeAttachInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'volume.delete': {
    params: VolumeDeleteParams;
    input: VolumeDeleteParams;
    result: Ack;
    public: false;
    stream: false;
    bytes: false;
  };
  'volume.detach': {
    params: VolumeDetachParams;
    input: VolumeDetachInput;
    result: OperationAck;
    public: false;
    stream: false;
    bytes: false;
  };
  'volume.list': {
    params: VolumeListParams;
    input: VolumeListInput;
    result: VolumeListResult;
    public: false;
    stream: false;
    bytes: false;
  };
}

export type MethodName = keyof Methods;

/** Every route of a dialect: body or query as its contract says, and the body of success. */
export interface Routes {
  'aarch64/admin.ansible': { input: Aarch64AdminAnsibleParams; result: Aarch64AdminAnsibleResult };
  'aarch64/admin.bgp': { input: Aarch64AdminBgpParams; result: Aarch64AdminBgpResult };
  'aarch64/admin.host': { input: Aarch64AdminHostParams; result: Aarch64AdminHostResult };
  'aarch64/admin.pop': { input: Aarch64AdminPopParams; result: Aarch64AdminPopResult };
  'aarch64/auth.login': { input: Aarch64AuthLoginParams; result: Aarch64AuthLoginResult };
  'aarch64/auth.logout': { input: Aarch64AuthLogoutParams; result: Aarch64AuthLogoutResult };
  'aarch64/auth.signup': { input: Aarch64AuthSignupParams; result: Aarch64AuthSignupResult };
  'aarch64/auth.user': { input: Aarch64AuthUserParams; result: Aarch64AuthUserResult };
  'aarch64/intra.phonehome': { input: Aarch64IntraPhonehomeParams; result: Aarch64IntraPhonehomeResult };
  'aarch64/project.adduser': { input: Aarch64ProjectAdduserParams; result: Aarch64ProjectAdduserResult };
  'aarch64/project.create': { input: Aarch64ProjectCreateParams; result: Aarch64ProjectCreateResult };
  'aarch64/projects.list': { input: Aarch64ProjectsListParams; result: Aarch64ProjectsListResult };
  'aarch64/system.get': { input: Aarch64SystemGetParams; result: Aarch64SystemGetResult };
  'aarch64/vms.create': { input: Aarch64VmsCreateParams; result: Aarch64VmsCreateResult };
  'aarch64/vms.delete': { input: Aarch64VmsDeleteParams; result: Aarch64VmsDeleteResult };
  'cvm/vps.list': { input: CvmVpsListParams; result: CvmVpsListResult };
  'cvm/vps.restart': { input: CvmVpsRestartParams; result: CvmVpsRestartResult };
  'cvm/vps.start': { input: CvmVpsStartParams; result: CvmVpsStartResult };
  'cvm/vps.status': { input: CvmVpsStatusParams; result: CvmVpsStatusResult };
  'cvm/vps.stop': { input: CvmVpsStopParams; result: CvmVpsStopResult };
  'panel/images.list': { input: PanelImagesListParams; result: PanelImagesListResult };
  'panel/instances.delete': { input: PanelInstancesDeleteParams; result: PanelInstancesDeleteResult };
  'panel/instances.deploy': { input: PanelInstancesDeployParams; result: PanelInstancesDeployResult };
  'panel/instances.get': { input: PanelInstancesGetParams; result: PanelInstancesGetResult };
  'panel/instances.list': { input: PanelInstancesListParams; result: PanelInstancesListResult };
  'panel/instances.ofUser': { input: PanelInstancesOfUserParams; result: PanelInstancesOfUserResult };
  'panel/instances.suspend': { input: PanelInstancesSuspendParams; result: PanelInstancesSuspendResult };
  'panel/instances.unsuspend': { input: PanelInstancesUnsuspendParams; result: PanelInstancesUnsuspendResult };
  'panel/nodes.create': { input: PanelNodesCreateParams; result: PanelNodesCreateResult };
  'panel/nodes.delete': { input: PanelNodesDeleteParams; result: PanelNodesDeleteResult };
  'panel/nodes.list': { input: PanelNodesListParams; result: PanelNodesListResult };
  'panel/users.create': { input: PanelUsersCreateParams; result: PanelUsersCreateResult };
  'panel/users.find': { input: PanelUsersFindParams; result: PanelUsersFindResult };
  'panel/users.list': { input: PanelUsersListParams; result: PanelUsersListResult };
}

/** Every event type and its data. */
export interface Events {
  'audit.call': AuditCallEvent;
  'bgp.set': BgpSetEvent;
  'certificate.revoked': CertificateRevokedEvent;
  'credential.added': CredentialAddedEvent;
  'credential.deleted': CredentialDeletedEvent;
  'credential.refused': CredentialRefusedEvent;
  'image.deleted': ImageDeletedEvent;
  'image.published': ImagePublishedEvent;
  'image.retired': ImageRetiredEvent;
  'instance.adopted': InstanceAdoptedEvent;
  'instance.created': InstanceCreatedEvent;
  'instance.deleted': InstanceDeletedEvent;
  'instance.error': InstanceErrorEvent;
  'instance.failed': InstanceFailedEvent;
  'instance.file_written': InstanceFileWrittenEvent;
  'instance.frozen': InstanceFrozenEvent;
  'instance.phoned_home': InstancePhonedHomeEvent;
  'instance.renamed': InstanceRenamedEvent;
  'instance.restarted': InstanceRestartedEvent;
  'instance.started': InstanceStartedEvent;
  'instance.stopped': InstanceStoppedEvent;
  'instance.suspended': InstanceSuspendedEvent;
  'instance.suspension_kept': InstanceSuspensionKeptEvent;
  'instance.unfrozen': InstanceUnfrozenEvent;
  'instance.unsuspended': InstanceUnsuspendedEvent;
  'instance.updated': InstanceUpdatedEvent;
  'location.added': LocationAddedEvent;
  'location.deleted': LocationDeletedEvent;
  'location.updated': LocationUpdatedEvent;
  'member.added': MemberAddedEvent;
  'member.removed': MemberRemovedEvent;
  'member.updated': MemberUpdatedEvent;
  'network.created': NetworkCreatedEvent;
  'network.deleted': NetworkDeletedEvent;
  'network.updated': NetworkUpdatedEvent;
  'operation.cancel_requested': OperationCancelRequestedEvent;
  'operation.created': OperationCreatedEvent;
  'operation.finished': OperationFinishedEvent;
  'os.added': OsAddedEvent;
  'os.deleted': OsDeletedEvent;
  'os.updated': OsUpdatedEvent;
  'plan.added': PlanAddedEvent;
  'plan.deleted': PlanDeletedEvent;
  'plan.updated': PlanUpdatedEvent;
  'prefix.added': PrefixAddedEvent;
  'prefix.deleted': PrefixDeletedEvent;
  'product.added': ProductAddedEvent;
  'product.deleted': ProductDeletedEvent;
  'profile.created': ProfileCreatedEvent;
  'profile.deleted': ProfileDeletedEvent;
  'profile.renamed': ProfileRenamedEvent;
  'profile.updated': ProfileUpdatedEvent;
  'project.created': ProjectCreatedEvent;
  'project.deleted': ProjectDeletedEvent;
  'project.updated': ProjectUpdatedEvent;
  'quota.changed': QuotaChangedEvent;
  'server.added': ServerAddedEvent;
  'server.deleted': ServerDeletedEvent;
  'server.granted': ServerGrantedEvent;
  'server.offline': ServerOfflineEvent;
  'server.online': ServerOnlineEvent;
  'server.revoked': ServerRevokedEvent;
  'server.trusted': ServerTrustedEvent;
  'server.untrusted': ServerUntrustedEvent;
  'server.updated': ServerUpdatedEvent;
  'session.closed': SessionClosedEvent;
  'session.opened': SessionOpenedEvent;
  'snapshot.created': SnapshotCreatedEvent;
  'snapshot.deleted': SnapshotDeletedEvent;
  'snapshot.restored': SnapshotRestoredEvent;
  'ssh-key.added': SshKeyAddedEvent;
  'ssh-key.deleted': SshKeyDeletedEvent;
  'token.created': TokenCreatedEvent;
  'token.revoked': TokenRevokedEvent;
  'traffic.limit': TrafficLimitEvent;
  'user.disabled': UserDisabledEvent;
  'user.email_changed': UserEmailChangedEvent;
  'user.enabled': UserEnabledEvent;
  'user.password_changed': UserPasswordChangedEvent;
  'user.password_locked': UserPasswordLockedEvent;
  'user.password_unlocked': UserPasswordUnlockedEvent;
  'user.registered': UserRegisteredEvent;
  'user.updated': UserUpdatedEvent;
  'volume.attached': VolumeAttachedEvent;
  'volume.created': VolumeCreatedEvent;
  'volume.deleted': VolumeDeletedEvent;
  'volume.detached': VolumeDetachedEvent;
}

export type EventType = keyof Events;
