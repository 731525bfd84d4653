// What instances wrote on their consoles, kept because a host gives it away once: reading empties its buffer.
import type { HostLog } from '../providers/provider.js';

const BYTES = 262_144;
/** Instances remembered; beyond this the one read longest ago goes. */
const KEPT = 64;

/** Remembers consoles by instance. */
export interface ConsoleLogs {
  /** All that is known now; `fresh` is what the host gave, from a stopped instance the whole of it. */
  merge(instance_id: number, fresh: HostLog | null, stopped: boolean): HostLog | null;
}

/** Makes the memory. */
export function createConsoleLogs(): ConsoleLogs {
  const kept = new Map<number, HostLog>();
  return {
    merge: (instance_id, fresh, stopped) => {
      const before = kept.get(instance_id);
      const now = fresh === null ? before : before === undefined || stopped ? fresh : join(before, fresh);
      if (now === undefined) return null;
      kept.delete(instance_id);
      kept.set(instance_id, now);
      if (kept.size > KEPT) {
        const oldest = kept.keys().next();
        if (!oldest.done) kept.delete(oldest.value);
      }
      return now;
    },
  };
}

function join(before: HostLog, fresh: HostLog): HostLog {
  const bytes = Buffer.concat([before.bytes, fresh.bytes]);
  const over = bytes.length > BYTES;
  return {
    bytes: over ? bytes.subarray(bytes.length - BYTES) : bytes,
    truncated: over || before.truncated || fresh.truncated,
  };
}
