// What the wire (and later the dialects) may ask of the registry. Built by registry/call.ts.
import type { Actor } from '../core/access.js';
import type { Request } from './request.js';
import type { Admission } from './upload.js';

export type { Actor } from '../core/access.js';
export { Prepared } from '../core/prepared.js';
export { Bytes } from './bytes.js';
export type { Request, Upload } from './request.js';
export type { OpenSession, SessionGate, SessionOver, SessionSink } from './session.js';
export type { Admission, UploadWriter } from './upload.js';
export type { EventSink, EventStream, PanelStream, Stream, StreamBatch, StreamEvent } from './stream.js';

/** What the wire needs to know of a method before calling it. */
export interface MethodInfo {
  readonly name: string;
  /** Answers GET as well as POST. */
  readonly get: boolean;
  readonly stream: boolean;
  readonly public: boolean;
  readonly mutates: boolean;
  /** How the body of a POST arrives. */
  readonly body: 'json' | 'multipart' | 'octet-stream';
}

export interface Registry {
  info(name: string): MethodInfo | undefined;
  /**
   * Runs one call through the pipeline (authenticate, scope, validate, idempotency, run, audit, measure).
   * Answers synchronously when the method can; throws or rejects with AppError. The result is the document
   * `{ data, included?, meta? }` (or a Prepared one), Bytes, or a Stream for streaming methods.
   */
  call(name: string, params: unknown, request: Request): unknown;
  /**
   * Whether this caller may upload to a method, asked before a byte of the body is read: token, scope, room.
   * `size` is what the client declares, null when it does not say; `query` is what stands in the address. A refusal is
   * audited as a call would be.
   */
  admit(
    name: string,
    request: Request,
    size: number | null,
    query?: Record<string, unknown>,
  ): Promise<Admission>;
  /** The actor behind a token; throws `unauthenticated`. Synchronous. */
  authenticate(token: string): Actor;
  /** Tells when a token dies (revoked, user disabled): the wire closes its sockets with 4401. Returns the unsubscribe. */
  onRevoked(token_id: number, listener: () => void): () => void;
  /** The OpenRPC document for `rpc.discover`. */
  discover(): unknown;
}
