// Retention: old events, audit rows, idempotency keys, codes and attempts go in small bites.
import type { Db } from '../db/open.js';
import type { Bus } from '../events/bus.js';

export interface MaintenanceDeps {
  db: Db;
  bus: Bus;
  clock: () => number;
  events_ms: number;
  audit_ms: number;
  /** What else has an age: codes and counters of accounts. */
  prune: () => Promise<void>;
  onError: (error: unknown) => void;
}

const TICK_MS = 60_000;
const DAY_MS = 86_400_000;
/** How long an ended session or token is still listed. */
const ENDED_KEPT_MS = 30 * DAY_MS;
/** Rows per transaction, so that no call waits long behind a clean-up (REL-77). */
const BITE = 500;

/** One pass over everything that has an age; returns how many events went. */
export async function prune(deps: Omit<MaintenanceDeps, 'onError'>): Promise<number> {
  const { db, clock } = deps;
  let gone = 0;
  for (const [retention, keep] of [
    ['event', deps.events_ms],
    ['audit', deps.audit_ms],
  ] as const) {
    for (;;) {
      const ids = await db.tx(async (tx) => {
        const pruned = await tx.events.prune(retention, clock() - keep);
        if (pruned.length > 0 && retention === 'event') {
          const highest = pruned.reduce((a, b) => Math.max(a, b), 0);
          const noted = await tx.settings.get('events_pruned');
          if (typeof noted !== 'number' || noted < highest) {
            await tx.settings.set('events_pruned', String(highest));
          }
        }
        return pruned;
      });
      gone += ids.length;
      if (retention === 'event' && ids.length > 0) deps.bus.pruned(ids.reduce((a, b) => Math.max(a, b), 0));
      if (ids.length < BITE) break;
      await breathe();
    }
  }
  while ((await db.tx((tx) => tx.idempotency.prune(clock() - DAY_MS))) >= BITE) await breathe();
  while ((await db.tx((tx) => tx.tokens.prune(clock() - ENDED_KEPT_MS))) >= BITE) await breathe();
  await deps.prune();
  return gone;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Starts pruning every minute. */
export function startMaintenance(deps: MaintenanceDeps): { close(): void } {
  const timer = setInterval(() => {
    prune(deps)
      .then(() => deps.db.noteHead())
      .catch(deps.onError);
  }, TICK_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
