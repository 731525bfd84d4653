// Servers that do not trust us yet: asked again and again, and pinned at the moment they do (SEC-41).
import type { Db } from '../db/open.js';
import type { ServerRow } from '../db/servers.js';
import { isAppError } from '../errors.js';
import type { Endpoint, Provider } from '../providers/provider.js';
import type { AddressGuard } from './addresses.js';
import { isWaiting, tellTrusted } from './fleet-rows.js';

export interface KnockDeps {
  db: Db;
  clock: () => number;
  provider: Provider;
  guard: AddressGuard;
  onError: (error: unknown, what: string) => void;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;

/** Asks a server until it trusts us, then hands over its pinned row once; ends with its row or by `close`. */
export function knock(
  deps: KnockDeps,
  row: ServerRow,
  endpoint: Endpoint,
  onTrusted: (pinned: ServerRow) => void,
): { close(): void } {
  const { db, clock } = deps;
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  /** The row as it is to be opened; null while the server does not know us, undefined when nobody waits any more. */
  const ask = async (): Promise<ServerRow | null | undefined> => {
    const now = await db.read.servers.get(row.id);
    if (now === undefined || !isWaiting(now)) return now;
    const connect_to = await deps.guard.resolve(endpoint);
    const facts = await deps.provider.inspect(endpoint, { connect_to, signal: stop.signal });
    if (facts.auth !== 'trusted' || stop.signal.aborted) return null;
    return db.tx(async (tx) => {
      const current = await tx.servers.get(row.id);
      if (current === undefined || !isWaiting(current)) return current;
      const pin = { tls_cert: facts.certificate, daemon_fingerprint: facts.fingerprint };
      await tx.servers.update(row.id, { ...pin, updated_at: clock() });
      const pinned = { ...current, ...pin };
      await tellTrusted(tx, { via: 'lxd', at: clock() }, pinned);
      return pinned;
    });
  };

  const next = (wait: number): void => {
    if (stop.signal.aborted) return;
    timer = setTimeout(() => void attempt(Math.min(wait * 2, LONGEST_MS)), wait);
    timer.unref();
  };

  const attempt = async (wait: number): Promise<void> => {
    try {
      const found = await ask();
      if (stop.signal.aborted || found === undefined) return;
      if (found === null) next(wait);
      else onTrusted(found);
    } catch (error) {
      // A host that is away, or an address that was closed to us meanwhile, is asked again.
      if (!stop.signal.aborted && !isAppError(error)) deps.onError(error, `asking server ${row.id}`);
      next(wait);
    }
  };

  next(FIRST_MS);
  return {
    close: () => {
      stop.abort();
      clearTimeout(timer);
    },
  };
}
