// Whether we can serve: cheap to ask, measured in the background.
import type { Db } from '../db/open.js';

export interface Health {
  ready(): { ready: boolean; reason?: string };
  /** From now on not ready: we are stopping. */
  stopping(): void;
  close(): void;
}

/** How often a write is tried while none succeeds, and how many such turns pass while all is well. */
const PROBE_MS = 5_000;
const QUIET_TURNS = 12;

/** Makes the service; the first probe has been made when this resolves. */
export async function createHealth(db: Db): Promise<Health> {
  let fault = await db.writable();
  let stopping = false;
  let turn = 0;
  let failures = db.failures;
  const timer = setInterval(() => {
    turn += 1;
    const quiet = fault === null && db.trouble === null && db.failures === failures;
    failures = db.failures;
    if (quiet && turn % QUIET_TURNS !== 0) return;
    db.writable().then(
      (reason) => {
        fault = reason;
      },
      () => {
        fault = 'the database cannot be written';
      },
    );
  }, PROBE_MS);
  timer.unref();
  return {
    ready: () => {
      if (stopping) return { ready: false, reason: 'stopping' };
      const reason = fault ?? db.trouble;
      return reason === null ? { ready: true } : { ready: false, reason };
    },
    stopping: () => {
      stopping = true;
    },
    close: () => clearInterval(timer),
  };
}
