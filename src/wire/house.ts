// What all parts of a running wire share: limits, registry, counters, and the open connections.
import type { FileTree } from '../dialects/dialect.js';
import type { Registry, SessionGate } from '../registry/registry.js';
import type { Proxies } from './address.js';
import type { DialectGate } from './dialect-paths.js';
import type { EncodedBatches } from './encoded.js';
import type { FailureBuckets, Limits, Tally } from './limits.js';
import type { Msgpack } from './msgpack.js';
import type { UploadSink } from './sink.js';

/** What the wire logs with (pino fits). */
export interface WireLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A connection that lives on its own: a socket or an event stream. */
export interface Connection {
  /** Timers: authentication, pings, stalled readers by `now`, expired tokens by the clock on the wall. */
  sweep(now: number, wall: number): void;
  /** We stop: say where the reader was, and close. */
  stop(): void;
}

/** State of one running wire. */
export interface House {
  readonly registry: Registry;
  readonly limits: Limits;
  readonly log: WireLog;
  readonly metrics: { render(): Promise<string> };
  /** Where uploads are written; null: none are taken. */
  readonly uploads: UploadSink | null;
  /** Where tickets of sessions are redeemed; null: there are none. */
  readonly sessions: SessionGate | null;
  /** The other APIs; null: none. */
  readonly dialects: DialectGate | null;
  /** Files we serve besides answers; null: none. */
  readonly files: FileTree | null;
  readonly hosts: () => { names: ReadonlySet<string> };
  readonly origins: () => ReadonlySet<string>;
  readonly proxies: Proxies;
  /** Milliseconds since 1970: when tokens end. It may jump. */
  readonly clock: () => number;
  /** Milliseconds that only grow: how long something takes (REL-76). */
  readonly monotonic: () => number;
  /** Seconds of `Strict-Transport-Security` on https, 0 for none. */
  readonly hsts: number;
  readonly msgpack: Msgpack;
  readonly encoded: EncodedBatches;
  readonly failures: FailureBuckets;
  readonly socketsPerUser: Tally<number>;
  readonly socketsUnauthenticated: Tally<string>;
  readonly panelStreams: Tally<string>;
  readonly connections: Set<Connection>;
  /** HTTP requests that are not answered yet, and how to abort those that wait. */
  readonly requests: Set<{ abort(): void }>;
  draining: boolean;
}
