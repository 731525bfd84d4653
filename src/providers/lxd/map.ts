// LXD's JSON in our words: instances, facts and the host's other objects.
import type {
  Devices,
  HostCertificate,
  HostFacts,
  HostImage,
  HostInstance,
  HostLease,
  HostNetwork,
  HostPool,
  HostPower,
  HostProfile,
  HostSnapshot,
  HostVolume,
  InstanceType,
} from '../provider.js';
import { isInstanceName } from './names.js';
import {
  array,
  number,
  record,
  required,
  text,
  textMap,
  texts,
  time,
  unexpected,
  type Json,
} from './types.js';

const MIB = 1024 * 1024;

// LXD's status codes (its shared/api/status_code.go): what is sure, and what is on its way.
const POWER: Record<number, [HostPower, boolean]> = {
  101: ['running', false], // Started
  102: ['stopped', false],
  103: ['running', false],
  104: ['unknown', true], // Cancelling
  105: ['unknown', true], // Pending
  106: ['stopped', true], // Starting
  107: ['running', true], // Stopping
  108: ['running', true], // Aborting
  109: ['running', true], // Freezing
  110: ['frozen', false],
  111: ['frozen', true], // Thawed
  112: ['error', false],
  113: ['running', false], // Ready: the guest said so
};

/** The power state in an instance or in its state. */
export function powerOf(entry: Json): HostPower {
  return power(entry)[0];
}

function power(entry: Json): [HostPower, boolean] {
  return POWER[number(entry['status_code'], -1)] ?? ['unknown', false];
}

function instanceType(value: unknown): InstanceType {
  return value === 'virtual-machine' ? 'virtual-machine' : 'container';
}

function devices(value: unknown): Devices {
  const entries = Object.entries(record(value)).map(([name, device]): [string, Record<string, string>] => [
    name,
    textMap(device),
  ]);
  return Object.fromEntries(entries);
}

/** One entry of GET /1.0/instances; throws host_failed for an entry without a usable name. */
export function toInstance(entry: Json): HostInstance {
  const name = required(entry['name'], 'instance name');
  if (!isInstanceName(name)) throw unexpected('instance name');
  const config = textMap(entry['config']);
  const expanded = textMap(entry['expanded_config']);
  const [state, busy] = power(entry);
  const location = text(entry['location']);
  return {
    project: text(entry['project']) || 'default',
    name,
    location: location === 'none' ? '' : location,
    type: instanceType(entry['type']),
    power: state,
    busy,
    will_start:
      state === 'stopped' &&
      config['volatile.last_state.power'] === 'RUNNING' &&
      expanded['boot.autostart'] !== 'false',
    architecture: text(entry['architecture']),
    description: text(entry['description']),
    profiles: texts(entry['profiles']),
    config,
    devices: devices(entry['devices']),
    expanded_config: expanded,
    expanded_devices: devices(entry['expanded_devices']),
    created_at: time(entry['created_at']),
    last_used_at: time(entry['last_used_at']),
    uuid: config['volatile.uuid'] ?? '',
    gantry_uuid: config['user.gantry.uuid'] ?? '',
  };
}

/** What GET /1.0 says; figures of the hardware stay 0 until `withResources`. */
export function toFacts(
  server: Json,
  seen: { certificate: string; fingerprint: string; latency_ms: number; skew: number | null },
): HostFacts {
  const environment = record(server['environment']);
  const driver = text(environment['driver']);
  const clustered = environment['server_clustered'] === true;
  const drivers = driver.split('|').map((word) => word.trim());
  const types: InstanceType[] = [];
  if (drivers.includes('lxc')) types.push('container');
  if (drivers.includes('qemu')) types.push('virtual-machine');
  return {
    fingerprint: seen.fingerprint || text(environment['certificate_fingerprint']),
    certificate: seen.certificate || text(environment['certificate']),
    auth: server['auth'] === 'trusted' ? 'trusted' : 'untrusted',
    server: text(environment['server']),
    server_version: text(environment['server_version']),
    api_extensions: texts(server['api_extensions']),
    clock_skew_ms: seen.skew,
    latency_ms: seen.latency_ms,
    driver,
    driver_version: text(environment['driver_version']),
    storage: text(environment['storage']),
    storage_version: text(environment['storage_version']),
    kernel_version: text(environment['kernel_version']),
    kernel_architecture: text(environment['kernel_architecture']),
    addresses: texts(environment['addresses']),
    instance_types: types,
    cpu_cores: 0,
    cpu_threads: 0,
    cpu_model: '',
    cpu_vendor: '',
    memory_total_mb: 0,
    memory_used_mb: 0,
    clustered,
    member: clustered ? text(environment['server_name']) : '',
  };
}

/** The same facts with the figures of GET /1.0/resources. */
export function withResources(facts: HostFacts, resources: Json): HostFacts {
  const cpu = record(resources['cpu']);
  const sockets = array(cpu['sockets']).map(record);
  const cores = sockets.flatMap((socket) => array(socket['cores']).map(record));
  const threads = cores.reduce((sum, core) => sum + array(core['threads']).length, 0);
  const memory = record(resources['memory']);
  return {
    ...facts,
    cpu_cores: cores.length,
    cpu_threads: threads || number(cpu['total']),
    cpu_model: text(sockets[0]?.['name']),
    cpu_vendor: text(sockets[0]?.['vendor']),
    memory_total_mb: Math.round(number(memory['total']) / MIB),
    memory_used_mb: Math.round(number(memory['used']) / MIB),
  };
}

/** One entry of GET /1.0/images. */
export function toImage(entry: Json): HostImage {
  const properties = textMap(entry['properties']);
  return {
    fingerprint: required(entry['fingerprint'], 'image fingerprint'),
    aliases: array(entry['aliases'])
      .map((alias) => text(record(alias)['name']))
      .filter((name) => name !== ''),
    architecture: text(entry['architecture']),
    type: instanceType(entry['type']),
    description: properties['description'] ?? '',
    os: properties['os'] ?? '',
    release: properties['release'] ?? '',
    serial: properties['serial'] ?? '',
    cached: entry['cached'] === true,
    size: number(entry['size']),
    created_at: time(entry['created_at']),
    last_used_at: time(entry['last_used_at']),
    expires_at: time(entry['expires_at']),
    public: entry['public'] === true,
  };
}

/** One entry of GET /1.0/networks. */
export function toNetwork(entry: Json): HostNetwork {
  return {
    name: required(entry['name'], 'network name'),
    type: text(entry['type']),
    managed: entry['managed'] === true,
    config: textMap(entry['config']),
    description: text(entry['description']),
    used_by: texts(entry['used_by']),
  };
}

/** One entry of a network's leases. */
export function toLease(entry: Json): HostLease {
  return {
    hostname: text(entry['hostname']),
    hwaddr: text(entry['hwaddr']),
    address: text(entry['address']),
    type: text(entry['type']),
  };
}

/** One profile and its ETag ('' when it came in a list). */
export function toProfile(entry: Json, etag: string): HostProfile {
  return {
    name: required(entry['name'], 'profile name'),
    description: text(entry['description']),
    config: textMap(entry['config']),
    devices: devices(entry['devices']),
    used_by: texts(entry['used_by']),
    etag,
  };
}

/** One storage pool and its `resources`. */
export function toPool(entry: Json, resources: Json): HostPool {
  const space = record(resources['space']);
  const inodes = record(resources['inodes']);
  return {
    name: required(entry['name'], 'pool name'),
    driver: text(entry['driver']),
    source: text(record(entry['config'])['source']),
    status: text(entry['status']),
    space_total: number(space['total']),
    space_used: number(space['used']),
    inodes_total: number(inodes['total']),
    inodes_used: number(inodes['used']),
  };
}

/** One entry of a pool's volumes. */
export function toVolume(entry: Json, pool: string): HostVolume {
  return {
    name: required(entry['name'], 'volume name'),
    type: text(entry['type']),
    pool,
    project: text(entry['project']) || 'default',
    content_type: text(entry['content_type']),
    description: text(entry['description']),
    size: textMap(entry['config'])['size'] ?? '',
    used_by: texts(entry['used_by']),
  };
}

/** One snapshot of an instance. */
export function toSnapshot(entry: Json): HostSnapshot {
  const size = number(entry['size'], -1);
  return {
    // A list of all instances' snapshots names them with their instance.
    name: required(entry['name'], 'snapshot name').split('/').at(-1) ?? '',
    created_at: time(entry['created_at']),
    stateful: entry['stateful'] === true,
    size: size < 0 ? null : size,
    config: textMap(entry['config']),
    devices: devices(entry['devices']),
    expanded_config: textMap(entry['expanded_config']),
    expanded_devices: devices(entry['expanded_devices']),
  };
}

/** One entry of GET /1.0/certificates. */
export function toCertificate(entry: Json): HostCertificate {
  return {
    name: text(entry['name']),
    type: text(entry['type']),
    fingerprint: required(entry['fingerprint'], 'certificate fingerprint'),
  };
}
