// Whether we can serve: cheap to ask, measured in the background.
import type { Db } from '../db/open.js';

export interface Health {
  ready(): { ready: boolean; reason?: string };
  /** From now on not ready: we are stopping. */
  stopping(): void;
  close(): void;
}

/** How often a write is tried. */
const PROBE_MS = 5_000;

/** Makes the service; the first probe has been made when this resolves. */
export async function createHealth(db: Db): Promise<Health> {
  let fault = await db.writable();
  let stopping = false;
  const timer = setInterval(() => {
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
      return fault === null ? { ready: true } : { ready: false, reason: fault };
    },
    stopping: () => {
      stopping = true;
    },
    close: () => clearInterval(timer),
  };
}
