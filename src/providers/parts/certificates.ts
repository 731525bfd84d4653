// Who a host trusts: what core asks for and gets.

/** A certificate the host trusts; `type` is client, server or metrics. */
export interface HostCertificate {
  name: string;
  type: string;
  fingerprint: string;
}

export interface HostCertificates {
  certificates(): Promise<HostCertificate[]>;
  /** The host trusts it no more; throws `not_found` when it did not. */
  revokeCertificate(fingerprint: string): Promise<void>;
}
