// What the wire hands to the registry of one call: everything copied, nothing of the HTTP library.

/** A complete upload in the staging folder: what stands in the params in place of the form's `file`. */
export interface Upload {
  readonly id: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** One call as the registry sees it. */
export interface Request {
  /** Ours: stands in logs, audit rows and `meta.request_id`. */
  readonly id: string;
  readonly transport: 'http' | 'socket' | 'rpc' | 'sse';
  /** Bearer token as presented, null without one. */
  readonly token: string | null;
  /** Scheme and host as the caller reached us (`https://name:7443`); '' where that is not known. */
  readonly base?: string;
  /** Peer address, normalised (no `::ffff:`). */
  readonly address: string;
  readonly idempotency_key: string | null;
  /** Aborts when the client is gone or we stop; made on first use. */
  readonly signal: AbortSignal;
  /** `Last-Event-ID` of a reconnecting EventSource, '' without one. */
  readonly last_event_id: string;
  /** The file that came with the call, null for a form without one; undefined: this way of calling takes none. */
  readonly upload?: Upload | null | undefined;
}
