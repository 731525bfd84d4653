// Snapshots of an instance, and its name: what core asks for and gets.
import type { Devices, Hooks, InstanceRef } from './basics.js';

/** A snapshot and the configuration it brings back. */
export interface HostSnapshot {
  name: string;
  created_at: number;
  stateful: boolean;
  /** Bytes; null when the host cannot tell. */
  size: number | null;
  config: Record<string, string>;
  devices: Devices;
  expanded_config: Record<string, string>;
  expanded_devices: Devices;
}

export interface HostSnapshots {
  /** Oldest first. */
  snapshots(ref: InstanceRef): Promise<HostSnapshot[]>;
  /** null when the instance has no such snapshot. */
  snapshot(ref: InstanceRef, name: string): Promise<HostSnapshot | null>;
  /** Throws `conflict` for a name that is taken. */
  addSnapshot(ref: InstanceRef, name: string, options: { stateful: boolean }, hooks?: Hooks): Promise<void>;
  /** Sets disk and configuration back; one that runs is stopped for it and started again. */
  restoreSnapshot(ref: InstanceRef, name: string, hooks?: Hooks): Promise<void>;
  /** A missing snapshot is not an error. */
  deleteSnapshot(ref: InstanceRef, name: string, hooks?: Hooks): Promise<void>;
  /** Gives a stopped instance another name; throws `conflict` for one that is taken, `bad_state` while it runs. */
  rename(ref: InstanceRef, name: string, hooks?: Hooks): Promise<void>;
}
