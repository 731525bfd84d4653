// Networks of a host: what core asks for and gets.

/** A network as the host keeps it; what it finds there and does not manage is listed too. */
export interface HostNetwork {
  name: string;
  type: string; // bridge, physical, ...
  managed: boolean;
  config: Record<string, string>;
  description: string;
  used_by: string[];
}

/** An address that a network has given out. */
export interface HostLease {
  hostname: string;
  hwaddr: string;
  address: string;
  type: string;
}

/** What a network is made of. */
export type NetworkSpec = Pick<HostNetwork, 'description' | 'config'>;

export interface HostNetworks {
  networks(): Promise<HostNetwork[]>;
  /** With the ETag that a replacement has to carry; null when the host has no such network. */
  network(name: string): Promise<(HostNetwork & { etag: string }) | null>;
  leases(network: string): Promise<HostLease[]>;
  /** Throws `conflict` for a name that is taken. */
  addNetwork(name: string, type: string, spec: NetworkSpec): Promise<void>;
  /** Replaces all of a network; false when its ETag is no longer `etag` and nothing was done. */
  replaceNetwork(name: string, spec: NetworkSpec, etag: string): Promise<boolean>;
  /** Throws `conflict` while something uses it. */
  deleteNetwork(name: string): Promise<void>;
}
