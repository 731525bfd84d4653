// What an instance uses at this moment: what core asks for and gets.
import type { InstanceRef } from './basics.js';

/** Live figures of one instance. */
export interface LiveUsage {
  power: 'running' | 'stopped' | 'frozen' | 'error' | 'unknown';
  /** Bytes of memory; 0 for one that does not run. */
  memory_bytes: number;
  /** Bytes on all its disks; 0 where the storage does not count them. */
  disk_bytes: number;
}

export interface HostUsage {
  /** null when the host has no such instance. */
  usage(ref: InstanceRef, signal?: AbortSignal): Promise<LiveUsage | null>;
}
