// Every bound of the wire (SEC-34, SEC-36, SEC-65, REL-62) and the small counters that enforce them.

/** The bounds; bytes, milliseconds and counts as the names say. */
export interface Limits {
  /** Largest body of an action or a socket message. */
  body_bytes: number;
  /** Largest file of an upload. */
  upload_bytes: number;
  header_bytes: number;
  header_count: number;
  json_depth: number;
  json_keys: number;
  /** Entries of one JSON-RPC batch. */
  batch_calls: number;
  /** Failed authentications per address and minute before the answer is 429. */
  auth_failures_per_minute: number;
  sockets_per_user: number;
  /** Sockets per address that have not shown a token yet. */
  sockets_unauthenticated: number;
  /** Server-sent streams per address that carry no token (the panel's). */
  panel_streams_per_address: number;
  /** Commands and consoles of one user, and on one instance, that are open. */
  sessions_per_user: number;
  sessions_per_instance: number;
  /** Bytes of a session that one side has sent and the other has not taken. */
  session_bytes: number;
  socket_auth_ms: number;
  subscriptions_per_socket: number;
  /** Calls of one socket that are not answered yet. */
  calls_per_socket: number;
  /** Messages a socket may send per second (a bucket of the same size). */
  messages_per_second: number;
  ping_ms: number;
  /** A socket that was silent for so long is dead. */
  dead_ms: number;
  /** Events held back for a slow reader before it is closed. */
  slow_events: number;
  /** Bytes held back for a slow reader before it is closed. */
  slow_bytes: number;
  /** Bytes of answers that a socket has not read before it is closed. */
  answer_bytes: number;
  /** How long a reader may take nothing at all before it is closed. */
  stall_ms: number;
  /** How often timers are looked at. */
  sweep_ms: number;
}

/** What holds without configuration (`limits.*`). */
export const DEFAULT_LIMITS: Readonly<Limits> = {
  body_bytes: 1_048_576,
  upload_bytes: 34_359_738_368,
  header_bytes: 16_384,
  header_count: 100,
  json_depth: 32,
  json_keys: 1000,
  batch_calls: 100,
  auth_failures_per_minute: 120,
  sockets_per_user: 64,
  sockets_unauthenticated: 16,
  panel_streams_per_address: 256,
  sessions_per_user: 16,
  sessions_per_instance: 16,
  session_bytes: 1_048_576,
  socket_auth_ms: 5000,
  subscriptions_per_socket: 100,
  calls_per_socket: 256,
  messages_per_second: 100,
  ping_ms: 25_000,
  dead_ms: 60_000,
  slow_events: 1000,
  slow_bytes: 1_048_576,
  answer_bytes: 8_388_608,
  stall_ms: 60_000,
  sweep_ms: 1000,
};

/** Counts things by key and forgets keys that reach zero. */
export class Tally<K> {
  private readonly counts = new Map<K, number>();

  get(key: K): number {
    return this.counts.get(key) ?? 0;
  }

  add(key: K): void {
    this.counts.set(key, this.get(key) + 1);
  }

  remove(key: K): void {
    const left = this.get(key) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }
}

/** A token bucket: `size` at once, refilled evenly over `period_ms`. */
export class Bucket {
  private level: number;

  constructor(
    private readonly size: number,
    private readonly period_ms: number,
    private at: number,
  ) {
    this.level = size;
  }

  /** Takes one; false when nothing is left. */
  take(now: number): boolean {
    this.level = Math.min(this.size, this.level + ((now - this.at) * this.size) / this.period_ms);
    this.at = now;
    if (this.level < 1) return false;
    this.level -= 1;
    return true;
  }
}

const MAX_ADDRESSES = 10_000;

/** Buckets by address for failed authentications; bounded, the least recently used goes first. */
export class FailureBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly perMinute: number) {}

  /** Notes a failure; false when this address has had too many. */
  take(address: string, now: number): boolean {
    const key = addressGroup(address);
    const bucket = this.buckets.get(key) ?? new Bucket(this.perMinute, 60_000, now);
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > MAX_ADDRESSES) {
      const oldest = this.buckets.keys().next();
      if (!oldest.done) this.buckets.delete(oldest.value);
    }
    return bucket.take(now);
  }
}

/** What counts as one peer: an IPv4 address, or the /64 of an IPv6 address (one customer holds all of it). */
export function addressGroup(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before.slice(0, 4).join(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
