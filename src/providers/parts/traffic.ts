// Bytes through the network devices of an instance: what core asks for and gets.
import type { InstanceRef } from './basics.js';

/** What one network device has carried since the instance was started; bytes, as the guest sees them. */
export interface NicCounters {
  /** Name of the device in the instance's configuration. */
  nic: string;
  /** Differs between two starts of the instance (and two plugs of the device): the counters began at zero. */
  run: string;
  rx: number;
  tx: number;
}

export interface HostTraffic {
  /** Of all its devices; empty for one that does not run, null when the host has no such instance. */
  counters(ref: InstanceRef): Promise<NicCounters[] | null>;
}
