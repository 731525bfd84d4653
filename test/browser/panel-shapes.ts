// The attributes the published panel reads, with the type it takes them for (protocol, section 4).
import type { Kind } from './panel-reader.js';

/** The user, included in a login and got by `user.get`. */
export const USER: Record<string, Kind> = {
  email: 'string',
  group: 'int',
  login: 'string',
  password_locked: 'bool',
  photo: 'string',
};

/** A row of `instance.list`. */
export const INSTANCE: Record<string, Kind> = {
  instance_name: 'string',
  instance_type: 'string',
  instance_arch: 'string',
  instance_status: 'string',
  instance_image_os: 'text',
  instance_image_version: 'text',
  provider: 'string',
};

/** `server.get`. */
export const SERVER: Record<string, Kind> = {
  server_id: 'int',
  user_id: 'int',
  server_supported_instance_types: 'string',
  server_memory_total: 'number',
  server_memory_used: 'number',
  server_cpu_cores: 'int',
  server_cpu_threads: 'int',
  server_cpu_model: 'text',
  server_cpu_vendor: 'text',
  server_kernel_version: 'string',
  server_kernel_architecture: 'string',
  server_driver: 'string',
  server_driver_version: 'string',
  server_server: 'string',
  server_server_version: 'string',
  server_storage: 'string',
  server_storage_version: 'text',
  server_addresses: 'text',
  server_certificate_fingerprint: 'string',
  server_host: 'string',
  server_port: 'int',
  server_protocol: 'string',
  provider: 'string',
};

/** What `server.get` includes, by type. */
export const INCLUDED: Record<string, Record<string, Kind>> = {
  profile: { profile_name: 'string', profile_body: 'string', provider: 'string' },
  certificate: {
    certificate_name: 'string',
    certificate_type: 'string',
    certificate_fingerprint: 'string',
    provider: 'string',
  },
  pool: {
    pool_name: 'string',
    pool_source: 'text',
    pool_driver: 'string',
    pool_status: 'text',
    pool_space_total: 'number',
    pool_space_used: 'number',
    pool_inodes_total: 'number',
    pool_inodes_used: 'number',
    provider: 'string',
  },
  volume: {
    volume_name: 'string',
    volume_type: 'string',
    volume_used_by: 'text',
    pool_name: 'string',
    provider: 'string',
  },
};

/** A row of `image.list`. */
export const IMAGE: Record<string, Kind> = {
  image_fingerprint: 'string',
  image_architecture: 'string',
  image_instance_type: 'string',
  image_description: 'text',
  image_last_used_at: 'int',
  image_expires_at: 'int',
  image_cached: 'bool',
  image_os: 'text',
  image_release: 'text',
  image_serial: 'text',
};
