// Profiles of a host: what core asks for and gets.

/** A profile as the host keeps it. */
export interface HostProfile {
  name: string;
  description: string;
  config: Record<string, string>;
  devices: Record<string, Record<string, string>>;
  /** As the host writes it: paths of instances and of their snapshots. */
  used_by: string[];
  /** Changes with description, configuration and devices; not with the name. */
  etag: string;
}

/** A profile and the instances among those that use it. */
export interface HostProfileUse extends HostProfile {
  instances: { project: string; name: string }[];
}

/** What a profile is made of. */
export type ProfileSpec = Pick<HostProfile, 'description' | 'config' | 'devices'>;

export interface HostProfiles {
  profiles(): Promise<HostProfile[]>;
  /** null when the host has no such profile. */
  profile(name: string): Promise<HostProfileUse | null>;
  /** Throws `conflict` for a name that is taken. */
  addProfile(name: string, spec: ProfileSpec): Promise<void>;
  /**
   * Replaces all of a profile; false when its ETag is no longer `etag` and nothing was done. Throws
   * `host_failed` with `details.saved` when the profile was saved and an instance did not take it.
   */
  replaceProfile(name: string, spec: ProfileSpec, etag: string): Promise<boolean>;
  /** Throws `conflict` for a name that is taken. */
  renameProfile(name: string, to: string): Promise<void>;
  /** Throws `conflict` while an instance uses it. */
  deleteProfile(name: string): Promise<void>;
}
