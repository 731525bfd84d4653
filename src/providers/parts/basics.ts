// What the parts of a host have in common: how an instance is named, and how long work reports back.

/** Which instance is meant. */
export interface InstanceRef {
  project: string;
  name: string;
}

/** Devices by name. */
export type Devices = Record<string, Record<string, string>>;

/** How far work on a host has come. */
export interface Progress {
  /** 0 to 100, a running maximum per operation. */
  percent: number;
  /** 'download', 'unpack', ... */
  stage: string;
  /** As the host writes it: "rootfs: 42% (90MB/s)". */
  text: string;
  /** Where, for work on several servers at once. */
  server_id?: number;
}

/** How long work on a host reports back. */
export interface Hooks {
  /** The host took the work under this id (called at most once, before waiting; awaited). */
  accepted?: (hostOperation: string) => void | Promise<void>;
  progress?: (progress: Progress) => void;
  signal?: AbortSignal;
}
