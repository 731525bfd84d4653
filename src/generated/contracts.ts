// Written by `npm run gen` from schemas/: change those, not this.

export type InstanceAddResult = InstanceAdded | OperationAck;

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
     * Name the passkeys belong to; null: the host of public_url if it is a name.
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
   * Bounds of the wire.
   */
  limits: {
    /**
     * Largest body of an action or a socket message.
     */
    body_bytes: number;
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
     * Where they call; null: public_url.
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
     * Hours a file stays after nothing names it.
     */
    grace_hours: number;
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
/**
 * Where a list goes on.
 */
export interface MetaNext {
  /**
   * The `after` of the following page, null at the end.
   */
  next: string | null;
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
}
export interface InstanceErrorEvent {
  instance_name: string;
}
export interface InstanceFailedEvent {
  instance_name: string;
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
export interface InstanceUnfrozenEvent {
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
   * ms since when
   */
  server_status_at: number | null;
  provider: string;
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
export interface ServerUntrustedEvent {
  server_name: string;
  reason: string;
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
  token_kind: 'native';
  /**
   * What it is called; a random name when left out.
   */
  token_name?: string;
  /**
   * What it may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may.
   */
  token_scopes?: string[];
  /**
   * It may call only what changes nothing.
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
  token_kind?: 'native';
  /**
   * What it is called; a random name when left out.
   */
  token_name?: string;
  /**
   * What it may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may.
   */
  token_scopes?: string[];
  /**
   * It may call only what changes nothing.
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
       * The token, shown this once.
       */
      token: string;
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
export interface UserLoginResult {
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

/** Every method: params after defaults (handlers) and before (clients), and its answer. */
export interface Methods {
  'config.get': {
    params: ConfigGetParams;
    input: ConfigGetParams;
    result: ConfigGetResult;
    public: true;
    stream: false;
  };
  'event.auth': {
    params: EventAuthParams;
    input: EventAuthParams;
    result: Ack;
    public: false;
    stream: false;
  };
  'event.list': {
    params: EventListParams;
    input: EventListInput;
    result: EventListResult;
    public: false;
    stream: false;
  };
  'event.subscribe': {
    params: EventSubscribeParams;
    input: EventSubscribeParams;
    result: EventSubscribeResult;
    public: true;
    stream: true;
  };
  'health.alive': {
    params: HealthAliveParams;
    input: HealthAliveParams;
    result: Ack;
    public: true;
    stream: false;
  };
  'health.ready': {
    params: HealthReadyParams;
    input: HealthReadyParams;
    result: Ack;
    public: true;
    stream: false;
  };
  'instance.action': {
    params: InstanceActionParams;
    input: InstanceActionInput;
    result: OperationAck;
    public: false;
    stream: false;
  };
  'instance.add': {
    params: InstanceAddParams;
    input: InstanceAddInput;
    result: InstanceAddResult;
    public: false;
    stream: false;
  };
  'instance.delete': {
    params: InstanceDeleteParams;
    input: InstanceDeleteInput;
    result: OperationAck;
    public: false;
    stream: false;
  };
  'instance.get': {
    params: InstanceGetParams;
    input: InstanceGetParams;
    result: InstanceGetResult;
    public: false;
    stream: false;
  };
  'instance.list': {
    params: InstanceListParams;
    input: InstanceListInput;
    result: InstanceListResult;
    public: false;
    stream: false;
  };
  'instance.update': {
    params: InstanceUpdateParams;
    input: InstanceUpdateInput;
    result: OperationAck;
    public: false;
    stream: false;
  };
  'operation.cancel': {
    params: OperationCancelParams;
    input: OperationCancelParams;
    result: OperationCancelResult;
    public: false;
    stream: false;
  };
  'operation.get': {
    params: OperationGetParams;
    input: OperationGetParams;
    result: OperationGetResult;
    public: false;
    stream: false;
  };
  'operation.list': {
    params: OperationListParams;
    input: OperationListInput;
    result: OperationListResult;
    public: false;
    stream: false;
  };
  'server.add': {
    params: ServerAddParams;
    input: ServerAddInput;
    result: ServerAddResult;
    public: false;
    stream: false;
  };
  'server.delete': {
    params: ServerDeleteParams;
    input: ServerDeleteInput;
    result: Ack;
    public: false;
    stream: false;
  };
  'server.get': {
    params: ServerGetParams;
    input: ServerGetParams;
    result: ServerGetResult;
    public: false;
    stream: false;
  };
  'server.grant': {
    params: ServerGrantParams;
    input: ServerGrantParams;
    result: Ack;
    public: false;
    stream: false;
  };
  'server.list': {
    params: ServerListParams;
    input: ServerListInput;
    result: ServerListResult;
    public: false;
    stream: false;
  };
  'server.revoke': {
    params: ServerRevokeParams;
    input: ServerRevokeParams;
    result: Ack;
    public: false;
    stream: false;
  };
  'server.verify': {
    params: ServerVerifyParams;
    input: ServerVerifyInput;
    result: ServerVerifyResult;
    public: false;
    stream: false;
  };
  'ssh-key.add': {
    params: SshKeyAddParams;
    input: SshKeyAddInput;
    result: Ack;
    public: false;
    stream: false;
  };
  'ssh-key.delete': {
    params: SshKeyDeleteParams;
    input: SshKeyDeleteParams;
    result: Ack;
    public: false;
    stream: false;
  };
  'ssh-key.get': {
    params: SshKeyGetParams;
    input: SshKeyGetInput;
    result: SshKeyGetResult;
    public: false;
    stream: false;
  };
  'token.create': {
    params: TokenCreateParams;
    input: TokenCreateInput;
    result: TokenCreateResult;
    public: false;
    stream: false;
  };
  'token.get': {
    params: TokenGetParams;
    input: TokenGetInput;
    result: TokenGetResult;
    public: false;
    stream: false;
  };
  'token.revoke': {
    params: TokenRevokeParams;
    input: TokenRevokeParams;
    result: Ack;
    public: false;
    stream: false;
  };
  'user.get': {
    params: UserGetParams;
    input: UserGetParams;
    result: UserGetResult;
    public: false;
    stream: false;
  };
  'user.list': {
    params: UserListParams;
    input: UserListInput;
    result: UserListResult;
    public: false;
    stream: false;
  };
  'user.login': {
    params: UserLoginParams;
    input: UserLoginParams;
    result: UserLoginResult;
    public: true;
    stream: false;
  };
  'user.logout': {
    params: UserLogoutParams;
    input: UserLogoutParams;
    result: Ack;
    public: false;
    stream: false;
  };
  'user.register': {
    params: UserRegisterParams;
    input: UserRegisterParams;
    result: Ack;
    public: true;
    stream: false;
  };
}

export type MethodName = keyof Methods;

/** Every event type and its data. */
export interface Events {
  'audit.call': AuditCallEvent;
  'instance.adopted': InstanceAdoptedEvent;
  'instance.created': InstanceCreatedEvent;
  'instance.deleted': InstanceDeletedEvent;
  'instance.error': InstanceErrorEvent;
  'instance.failed': InstanceFailedEvent;
  'instance.frozen': InstanceFrozenEvent;
  'instance.renamed': InstanceRenamedEvent;
  'instance.restarted': InstanceRestartedEvent;
  'instance.started': InstanceStartedEvent;
  'instance.stopped': InstanceStoppedEvent;
  'instance.unfrozen': InstanceUnfrozenEvent;
  'instance.updated': InstanceUpdatedEvent;
  'operation.cancel_requested': OperationCancelRequestedEvent;
  'operation.created': OperationCreatedEvent;
  'operation.finished': OperationFinishedEvent;
  'server.added': ServerAddedEvent;
  'server.deleted': ServerDeletedEvent;
  'server.granted': ServerGrantedEvent;
  'server.offline': ServerOfflineEvent;
  'server.online': ServerOnlineEvent;
  'server.revoked': ServerRevokedEvent;
  'server.untrusted': ServerUntrustedEvent;
  'ssh-key.added': SshKeyAddedEvent;
  'ssh-key.deleted': SshKeyDeletedEvent;
  'token.created': TokenCreatedEvent;
  'token.revoked': TokenRevokedEvent;
  'user.registered': UserRegisteredEvent;
}

export type EventType = keyof Events;
