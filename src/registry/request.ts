// What the wire hands to the registry of one call: everything copied, nothing of the HTTP library.

/** One call as the registry sees it. */
export interface Request {
  /** Ours: stands in logs, audit rows and `meta.request_id`. */
  readonly id: string;
  readonly transport: 'http' | 'socket' | 'rpc' | 'sse';
  /** Bearer token as presented, null without one. */
  readonly token: string | null;
  /** Peer address, normalised (no `::ffff:`). */
  readonly address: string;
  readonly idempotency_key: string | null;
  /** Aborts when the client is gone or we stop; made on first use. */
  readonly signal: AbortSignal;
  /** `Last-Event-ID` of a reconnecting EventSource, '' without one. */
  readonly last_event_id: string;
}
