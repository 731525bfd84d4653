// What a dialect hands to the wire besides routes: trees of files, public and read-only.

/** A file as it is sent; times in ms, sizes in bytes. */
export interface TreeFile {
  readonly type: string;
  /** Content hash: the strong ETag without its quotes. */
  readonly etag: string;
  readonly modified_at: number;
  readonly cache: string;
  readonly size: number;
  readonly body: Uint8Array | FileSource;
}

/** Where the bytes of a file are read from. */
export interface FileSource {
  /** Opens it for one answer; null when it has gone. */
  open(): Promise<OpenFile | null>;
}

/** An open file (a `node:fs` handle fits). */
export interface OpenFile {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  close(): Promise<void>;
}

/** A tree of files below some of our paths. */
export interface FileTree {
  /** Whether a path is the tree's, so that no other answer fits. Cheap: asked for every path that is no route. */
  owns(path: string): boolean;
  /** The file at a path; null when there is none, or none that may be seen. */
  find(path: string): Promise<TreeFile | null>;
}
