// The numbers and helpers every file of this provider shares.
import type { Identity } from '../provider.js';

/** Limits in milliseconds, except `wait_s` (seconds a single /wait may block). */
export interface Timeouts {
  connect: number;
  header: number;
  total: number;
  wait_s: number;
  /** How long the breaker stays open. */
  breaker: number;
  /** Pause between two pings on the event socket; two unanswered ones end it. */
  ping: number;
  backoff: number;
  backoff_cap: number;
}

/** The limits of SEC-46 and REL-74. */
export const DEFAULT_TIMEOUTS: Timeouts = {
  connect: 5_000,
  header: 30_000,
  total: 60_000,
  wait_s: 20,
  breaker: 30_000,
  ping: 10_000,
  backoff: 250,
  backoff_cap: 5_000,
};

/** Largest JSON answer that is read, in bytes. */
export const MAX_BODY = 16 * 1024 * 1024;

/** Parallel requests to one host, waits and event sockets not counted. */
export const CONCURRENCY = 8;

/** Failures in a row that open the breaker. */
export const BREAKER_FAILURES = 5;

/** The four log levels this provider writes (pino's order of arguments). */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What a provider is made of. */
export interface Settings {
  identity: Identity;
  log: Log;
  random: () => number;
  timeouts: Timeouts;
}

/** A log that writes nothing. */
export function silentLog(): Log {
  const nothing = (): void => undefined;
  return { debug: nothing, info: nothing, warn: nothing, error: nothing };
}
