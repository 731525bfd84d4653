// Documents of servers that are no hosts: an image server's catalogue.

/** How one document is fetched. */
export interface FetchOptions {
  /** What the document is asked for in errors: the name of a parameter. */
  field: string;
  /** The checked IP address to connect to. */
  address: string;
  /** Authorities besides the public ones, PEM. */
  ca?: readonly string[] | undefined;
  signal: AbortSignal;
  /** What is left for this document and those after it; counts down. */
  budget: { bytes: number };
}

/** Reads one JSON document; throws host_unreachable, host_untrusted (its certificate) and host_failed (its answer). */
export type FetchJson = (url: URL, options: FetchOptions) => Promise<unknown>;

/** How one file is fetched. */
export interface FileOptions extends Omit<FetchOptions, 'budget'> {
  /** Exactly as many bytes as it has. */
  size: number;
}

/** Reads one file in pieces; throws as `FetchJson`, and `host_failed` when it is longer or shorter. */
export type FetchFile = (url: URL, options: FileOptions) => AsyncIterable<Uint8Array>;
