// Addresses, ports and peers as members of the core.
import type { Config } from '../../config.js';
import type { Db } from '../../db/open.js';
import type { Audit } from '../audit.js';
import type { Rights } from '../rights.js';
import { type Bgp, type BgpDeps, createBgp } from './bgp.js';
import { type PortRange, parseRange } from './ports.js';
import { createPrefixes, type Prefixes } from './prefixes.js';

/** These services. */
export interface NetworkServices {
  readonly prefixes: Prefixes;
  readonly bgp: Bgp;
}

/** How addresses and ports are given out. */
export interface IpamSettings {
  /** Length of the block a server gets. */
  host_length: number;
  quarantine_ms: number;
  /** Ports that are given out where none is asked for by number. */
  ports: PortRange;
}

/** The settings as the functions that give out want them; throws a plain Error for a range that is none. */
export function ipamSettings(config: Pick<Config, 'ipam' | 'ports'>): IpamSettings {
  return {
    host_length: config.ipam.host_prefix_length,
    quarantine_ms: config.ipam.quarantine_seconds * 1000,
    ports: parseRange(config.ports.range),
  };
}

/** Makes them. */
export function createNetworkServices(deps: {
  db: Db;
  clock: () => number;
  audit: Audit;
  rights: Rights;
  hosts: BgpDeps['hosts'];
  config: Pick<Config, 'ipam' | 'ports'>;
  onError: (error: unknown, what: string) => void;
}): NetworkServices {
  const { quarantine_ms } = ipamSettings(deps.config);
  return {
    prefixes: createPrefixes({ ...deps, quarantine_ms }),
    bgp: createBgp(deps),
  };
}
