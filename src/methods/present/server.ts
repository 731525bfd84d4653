// Server rows as the native wire shows them, and what `server.get` includes.
import type { Core, HostObjects, ServerRow } from '../../core/core.js';
import { certificate } from './certificate.js';
import { instance } from './instance.js';
import { pool } from './pool.js';
import { profile } from './profile.js';
import { volume } from './volume.js';

/** What lists show. */
export function server(row: ServerRow) {
  return {
    server_id: row.id,
    user_id: row.added_by,
    server_name: row.name,
    server_host: row.address === '' ? row.path : row.address,
    server_port: row.port,
    server_protocol: row.protocol,
    server_path: row.path,
    server_status: row.status,
    server_status_at: row.status_at,
    location_id: row.location_id,
    server_ordinal: row.ordinal,
    server_disabled: row.disabled === 1,
    provider: 'lxd',
  };
}

/** What a single get shows: the same and what the host last said of itself. */
export function serverDetail(core: Core, row: ServerRow) {
  const facts = core.fleet.facts(row);
  return {
    ...server(row),
    server_supported_instance_types: (facts.instance_types ?? ['container']).join(','),
    server_memory_total: facts.memory_total_mb ?? 0,
    server_memory_used: facts.memory_used_mb ?? 0,
    server_cpu_cores: facts.cpu_cores ?? 0,
    server_cpu_threads: facts.cpu_threads ?? 0,
    server_cpu_model: facts.cpu_model ?? '',
    server_cpu_vendor: facts.cpu_vendor ?? '',
    server_kernel_version: facts.kernel_version ?? '',
    server_kernel_architecture: facts.kernel_architecture ?? '',
    server_driver: facts.driver ?? '',
    server_driver_version: facts.driver_version ?? '',
    server_server: facts.server ?? row.protocol,
    server_server_version: facts.server_version ?? '',
    server_storage: facts.storage ?? '',
    server_storage_version: facts.storage_version ?? '',
    server_addresses: (facts.addresses ?? []).join(','),
    server_certificate_fingerprint: core.identity_fingerprint,
    server_fingerprint: row.daemon_fingerprint,
    server_clock_skew_ms: facts.clock_skew_ms ?? null,
    server_latency_ms: Math.round(facts.latency_ms ?? 0),
    server_facts_at: row.facts_at,
  };
}

/** `included` of a server: what stands on it. */
export function included(core: Core, objects: HostObjects) {
  return [
    ...objects.profiles.map(profile),
    ...objects.certificates.map(certificate),
    ...objects.pools.map(pool),
    ...objects.volumes.map(volume),
    ...objects.instances.map((row) => ({
      id: row.id,
      type: 'instance' as const,
      attributes: instance(core, row),
    })),
  ];
}
