// What the client's callers see in types. The only file of the client that names the generated contracts.
import type { Methods } from '../generated/contracts.js';

export type MethodName = keyof Methods;
/** What a caller sends: before defaults are filled in. */
export type Input<N extends MethodName> = Methods[N]['input'];
/** The whole answer document of a method. */
export type Result<N extends MethodName> = Methods[N]['result'];

/** One resource of an answer, when its method is known only at run time. */
export interface AnyResource {
  id?: number;
  type: string;
  attributes: Record<string, unknown>;
}

/** An answer document, when its method is known only at run time. */
export interface AnyDocument {
  data: AnyResource | AnyResource[];
  included?: AnyResource[];
  meta?: Record<string, unknown>;
}

/** One event of the log, or a transient one, which has no `id`. */
export interface Event {
  id?: number;
  type: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  via?: string;
  request_id?: string;
  user_id?: number;
  server_id?: number;
  project_id?: number;
  instance_id?: number;
  operation_id?: number;
  data: Record<string, unknown>;
}

/** What a subscription may ask for; types may end in `*`. */
export interface EventFilter {
  server_id?: number | number[];
  project_id?: number | number[];
  instance_id?: number | number[];
  type?: string | string[];
}

export interface CallOptions {
  /** Repeats of this call with the same key are answered with the first one's result. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** How long this call may take, in milliseconds, in place of the client's own limit; over HTTP only. */
  timeout_ms?: number;
}

export interface SubscribeOptions {
  /** `<epoch>.<id>`: only what came after it. Absent: from now on. */
  cursor?: string;
  filter?: EventFilter;
  signal?: AbortSignal;
}

/** What the client reads of an answer; headers and body only where a file is fetched. */
export interface FetchAnswer {
  status: number;
  text(): Promise<string>;
  headers?: { get(name: string): string | null };
  body?: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null;
}

export type FetchLike = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body: string | FormData | Uint8Array<ArrayBuffer>;
    signal: AbortSignal;
  },
) => Promise<FetchAnswer>;

/** Bytes that a method answered. */
export interface Download {
  /** Null when only the end will tell. */
  readonly size: number | null;
  header(name: string): string | null;
  /** The bytes as they come; to be read once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A WebSocket class: the browser's, or that of the `ws` package. */
export type WebSocketClass = new (url: string, protocols: string[]) => object;

export interface ClientOptions {
  /** Where Gantry listens, with or without a path in front of `/v1`: `http://127.0.0.1:7500`. */
  url: string;
  token?: string;
  fetch?: FetchLike;
  WebSocket?: WebSocketClass;
  /** How long one call may take, in milliseconds; 70,000 when absent (a call may wait 60 s for its work). */
  timeout_ms?: number;
}

export interface SocketOptions {
  /** How frames are written; `json` when absent. */
  format?: 'json' | 'msgpack';
  /** Silence after which the connection is tested, in milliseconds; 30,000 when absent. */
  keepalive_ms?: number;
  /** First pause before a reconnect, in milliseconds; doubled up to 10 s, with jitter. */
  backoff_ms?: number;
  /** Events held for a slow consumer before the subscription is paused; 10,000 when absent. */
  buffer?: number;
  random?: () => number;
  /** Told whenever the connection comes up, or goes and is about to be tried again. */
  onState?: (state: 'open' | 'waiting' | 'closed', error: Error | null) => void;
}
