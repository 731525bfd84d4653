// Storage pools and volumes of a host: what core asks for and gets.

/** A storage pool; sizes in bytes, 0 where the host has no figure. */
export interface HostPool {
  name: string;
  driver: string;
  source: string;
  status: string;
  space_total: number;
  space_used: number;
  inodes_total: number;
  inodes_used: number;
}

/** A volume of any type; only those of type `custom` are made and deleted by themselves. */
export interface HostVolume {
  name: string;
  type: string;
  pool: string;
  project: string;
  content_type: string; // filesystem, block, ...
  description: string;
  /** As the host writes it (`16MiB`), '' for none. */
  size: string;
  used_by: string[];
}

/** What a custom volume is made of. */
export interface VolumeSpec {
  content_type: 'filesystem' | 'block';
  /** MiB; absent: as the pool has it. */
  size_mb?: number;
}

export interface HostStorage {
  pools(): Promise<HostPool[]>;
  /** Volumes of all pools and projects. */
  volumes(): Promise<HostVolume[]>;
  /** A custom volume of the default project; null when the pool has none of that name. */
  volume(pool: string, name: string): Promise<HostVolume | null>;
  /** Throws `conflict` for a name that is taken, `not_found` for a pool that is not there. */
  addVolume(pool: string, name: string, spec: VolumeSpec): Promise<void>;
  /** Throws `conflict` while something uses it. */
  deleteVolume(pool: string, name: string): Promise<void>;
}
