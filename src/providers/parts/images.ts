// Images in a host's own store: what core asks for and gets.

/** An image; times in ms, 0 for none. */
export interface HostImage {
  fingerprint: string;
  aliases: string[];
  architecture: string;
  type: 'container' | 'virtual-machine';
  description: string;
  os: string;
  release: string;
  serial: string;
  cached: boolean;
  size: number;
  created_at: number;
  last_used_at: number;
  expires_at: number;
  public: boolean;
}

export interface HostImages {
  images(): Promise<HostImage[]>;
  /** Fingerprint behind an alias or fingerprint prefix in the host's own store; null when there is none. */
  findImage(alias: string): Promise<string | null>;
  /** Resolves when the image is gone; throws `not_found` when it was not there. */
  deleteImage(fingerprint: string): Promise<void>;
}
