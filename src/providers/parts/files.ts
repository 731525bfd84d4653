// Files and logs of instances: what core asks for and gets.

interface Owned {
  /** Octal text of the permission bits, as `0644`. */
  mode: string;
  uid: number;
  gid: number;
}

/** A file; its bytes come as they are asked for, and `close` ends them early. */
export interface HostFile extends Owned {
  type: 'file';
  /** Bytes, null when the host does not say. */
  size: number | null;
  body: AsyncIterable<Uint8Array>;
  close: () => void;
}

/** What stands at a path inside an instance. */
export type HostEntry =
  HostFile | (Owned & { type: 'directory'; names: string[] }) | (Owned & { type: 'symlink'; target: string });

/** Bytes for a file, and what to set beside them; what is absent stays or becomes the host's default. */
export interface FileContent extends Partial<Owned> {
  size: number;
  body: AsyncIterable<Uint8Array>;
}

/** The end of a log. */
export interface HostLog {
  bytes: Uint8Array;
  /** There is more before it. */
  truncated: boolean;
}

interface Ref {
  project: string;
  name: string;
}

export interface HostFiles {
  /** Throws `not_found` when nothing is there. */
  readFile(ref: Ref, path: string, signal?: AbortSignal): Promise<HostEntry>;
  /** Creates or replaces; throws `not_found` naming a parent that is not there, `conflict` for a directory. */
  writeFile(ref: Ref, path: string, content: FileContent, signal?: AbortSignal): Promise<void>;
  /** Names of the logs the host keeps of an instance. */
  logNames(ref: Ref): Promise<string[]>;
  /** The last `bytes` of a log; null when it is not there. */
  readLog(ref: Ref, name: string, bytes: number): Promise<HostLog | null>;
  /**
   * The last `bytes` of what stood on the console; null when there is nothing. While the instance runs each
   * read answers only what came since the one before, whoever that was.
   */
  readConsole(ref: Ref, bytes: number): Promise<HostLog | null>;
}
