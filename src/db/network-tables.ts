// Tables of addresses and ports and their rows, as stored (addresses as bytes, which sort like numbers).
import type { Generated } from 'kysely';

type Flag = 0 | 1;

export type PrefixPurpose = 'pool' | 'host' | 'instance' | 'reservation';

export interface IpPrefixesTable {
  id: Generated<number>;
  uuid: string;
  parent_id: number | null;
  family: 4 | 6;
  /** 4 or 16 bytes; the bits behind `length` are zero. */
  network: Buffer;
  length: number;
  purpose: PrefixPurpose;
  location_id: number | null;
  server_id: number | null;
  project_id: number | null;
  is_public: Generated<Flag>;
  is_management: Generated<Flag>;
  details: Generated<string>;
  customdata: Generated<string | null>;
  created_at: number;
  /** Given back; given out again only after the quarantine. */
  released_at: number | null;
}

export interface IpAssignmentsTable {
  id: Generated<number>;
  uuid: string;
  prefix_id: number;
  instance_id: number;
  address: Buffer;
  /** Of the netmask shown with the address. */
  length: number;
  gateway: Buffer | null;
  manageable: Generated<Flag>;
  customdata: Generated<string | null>;
  created_at: number;
}

export interface InstancePortsTable {
  id: Generated<number>;
  instance_id: number;
  server_id: number;
  protocol: 'tcp' | 'udp';
  host_port: number;
  guest_port: number;
  is_primary: Flag;
}

export interface BgpPeersTable {
  id: Generated<number>;
  server_id: number;
  name: string;
  asn: number;
  /** Address of the other side, as text. */
  neighbor: string;
  password_enc: Generated<Buffer | null>;
  /** The host's own number when the peer was applied; null: it speaks with nobody. */
  host_asn: number | null;
  /** When the host last took it; null: not yet. */
  applied_at: number | null;
  created_at: number;
}

/** These, by name. */
export interface NetworkTables {
  ip_prefixes: IpPrefixesTable;
  ip_assignments: IpAssignmentsTable;
  instance_ports: InstancePortsTable;
  bgp_peers: BgpPeersTable;
}
