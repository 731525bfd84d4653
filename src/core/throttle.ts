// Brakes on guessing: counters in the database, by login and address prefix and by login (SEC-03).
import { createHash } from 'node:crypto';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { LoginAttemptsRow } from '../db/login-attempts.js';
import { AppError } from '../errors.js';

/** What is counted: an opaque key, how many failures are free, and in what time (ms). */
export interface Counter {
  key: string;
  limit: number;
  window_ms: number;
}

export interface Throttle {
  /**
   * Counts an attempt before it is made, so that parallel guesses cannot outrun the count; refuses with
   * `rate_limited` while one of the counters is blocked.
   */
  begin(counters: readonly Counter[]): Promise<void>;
  /** Takes the counted attempt back after a success; the first counter is cleared altogether. */
  succeeded(tx: Repositories, counters: readonly Counter[]): Promise<void>;
  /** Deletes old counters, a few hundred at a time. */
  prune(): Promise<void>;
}

const MINUTE = 60_000;
const FIRST_DELAY = 30_000;
const LONGEST_DELAY = 15 * MINUTE;

/** The two counters of a login: with the address it comes from, and in all (never stops a passkey or a session). */
export function loginCounters(who: string, address: string): [Counter, Counter] {
  return [
    { key: keyOf('pair', who, addressPrefix(address)), limit: 10, window_ms: 5 * MINUTE },
    { key: keyOf('login', who), limit: 100, window_ms: 60 * MINUTE },
  ];
}

/** The counters of a registration: mails to one address, and requests from one network. */
export function registerCounters(email: string, address: string): [Counter, Counter] {
  return mailCounters('register', email, address);
}

/** The counters of what mails a code: mails for one reason to one address, and requests from one network. */
export function mailCounters(reason: string, to: string, address: string): [Counter, Counter] {
  return [
    { key: keyOf(`${reason}-mail`, to.toLowerCase()), limit: 5, window_ms: 60 * MINUTE },
    { key: keyOf(reason, addressPrefix(address)), limit: 60, window_ms: 5 * MINUTE },
  ];
}

/** The counter of codes that a user tries. */
export function codeCounter(reason: string, user_id: number): [Counter] {
  return [{ key: keyOf(`${reason}-code`, `user:${user_id}`), limit: 10, window_ms: 5 * MINUTE }];
}

/** The counter of codes that are tried from one network, by whoever sits there. */
export function strangerCodeCounter(reason: string, address: string): [Counter] {
  return [{ key: keyOf(`${reason}-code`, addressPrefix(address)), limit: 60, window_ms: 5 * MINUTE }];
}

/** The counter of people that a user names without knowing whether there are such; not taken back. */
export function strangerCounter(reason: string, user_id: number): [Counter] {
  return [{ key: keyOf(`${reason}-stranger`, `user:${user_id}`), limit: 30, window_ms: 60 * MINUTE }];
}

/** What counts as one place: the /24 of an IPv4 address, the /64 of an IPv6 address. */
export function addressPrefix(address: string): string {
  if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before.slice(0, 4).join(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** Makes the throttle. */
export function createThrottle(deps: { db: Db; clock: () => number }): Throttle {
  const { db, clock } = deps;
  return {
    begin: async (counters) => {
      const blocked = await db.tx(async (tx) => {
        const now = clock();
        const rows: LoginAttemptsRow[] = [];
        for (const counter of counters) {
          const row = current(await tx.loginAttempts.get(counter.key), counter, now);
          if (row.blocked_until > now) return row.blocked_until - now;
          rows.push(row);
        }
        for (const [index, counter] of counters.entries()) {
          const row = rows[index];
          if (row !== undefined) await tx.loginAttempts.set(counted(row, counter, now));
        }
        return 0;
      });
      if (blocked === 0) return;
      const seconds = Math.ceil(blocked / 1000);
      throw new AppError('rate_limited', `too many attempts; try again in ${seconds} seconds`, {
        retry_after: seconds,
      });
    },
    succeeded: async (tx, [first, ...others]) => {
      if (first) await tx.loginAttempts.remove(first.key);
      for (const counter of others) {
        const row = await tx.loginAttempts.get(counter.key);
        if (row === undefined) continue;
        const failures = Math.max(0, row.failures - 1);
        const blocked_until = failures < counter.limit ? 0 : row.blocked_until;
        await tx.loginAttempts.set({ ...row, failures, blocked_until });
      }
    },
    prune: () => db.tx((tx) => tx.loginAttempts.prune(clock() - 24 * 60 * MINUTE)),
  };
}

/** The row as it counts now: fresh when its window, or the quiet time after a block, is over. */
function current(row: LoginAttemptsRow | undefined, counter: Counter, now: number): LoginAttemptsRow {
  const fresh = { key: counter.key, failures: 0, window_started_at: now, blocked_until: 0 };
  if (row === undefined) return fresh;
  const over = Math.max(
    row.window_started_at + counter.window_ms,
    row.blocked_until === 0 ? 0 : row.blocked_until + LONGEST_DELAY,
  );
  // A clock put back must not lock anybody out for longer than the longest delay.
  if (row.blocked_until > now + LONGEST_DELAY || row.window_started_at > now + MINUTE) return fresh;
  return now >= over ? fresh : row;
}

function counted(row: LoginAttemptsRow, counter: Counter, now: number): LoginAttemptsRow {
  const failures = row.failures + 1;
  const beyond = failures - counter.limit;
  const delay = beyond < 0 ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(beyond, 10));
  return { ...row, failures, blocked_until: delay === 0 ? 0 : now + delay };
}

function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
