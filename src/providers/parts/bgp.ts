// Peers that a host speaks BGP with, over one of its networks: what core asks for and gets.

/** The other side of a session. */
export interface BgpPeer {
  /** Letters, digits, hyphens. */
  name: string;
  asn: number;
  /** Its address. */
  neighbor: string;
}

export interface HostBgp {
  /**
   * Enters a peer on a network, in place of one of that name. Returns the host's own number: without one it
   * keeps the peer and speaks with nobody. Throws `unsupported` where a host knows no BGP, `not_found` for
   * a network that is not there.
   */
  setBgpPeer(network: string, peer: BgpPeer): Promise<{ host_asn: number | null }>;
}
