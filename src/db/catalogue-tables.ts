// Tables of the catalogue and their rows, as stored (flags 0/1, JSON as text).
import type { Generated } from 'kysely';

type Flag = 0 | 1;

export interface PlansTable {
  id: Generated<number>;
  uuid: string;
  slug: string;
  name: string;
  description: string;
  line: string;
  class: string;
  vcpus: number;
  memory_mb: number;
  burst_memory_mb: number | null;
  disk_mb: number;
  /** Bytes; 0 is no limit. */
  traffic_in_limit: number;
  traffic_out_limit: number;
  /** Above 0 both directions are counted together. */
  traffic_total_limit: number;
  price_hour_micros: number;
  legacy: Flag;
}

export interface PlanLocationsTable {
  plan_id: number;
  location_id: number;
}

export interface UploadsTable {
  id: Generated<number>;
  uuid: string;
  user_id: number;
  product_id: number;
  serial: string;
  sha256: Buffer;
  /** Bytes, as stated beforehand. */
  size: number;
  /** Bytes that are on the disk for certain: where to go on. */
  durable: number;
  /** Set once it is finished. */
  item_id: number | null;
  created_at: number;
  expires_at: number;
}

export interface OperatingSystemsTable {
  id: Generated<number>;
  uuid: string;
  slug: string;
  name: string;
  description: string;
  distro: string;
  version: string;
  source_url: string;
  image_alias: string;
  /** '' is the store of the instance's host, 'self' our own image server. */
  image_server: string;
  image_protocol: 'simplestreams' | 'lxd';
  instance_type: 'container' | 'virtual-machine';
  default_env: string;
  hidden: Flag;
}

/** Environment that an instance was made with. */
export interface InstanceEnvTable {
  instance_id: number;
  key: string;
  value: string;
}
