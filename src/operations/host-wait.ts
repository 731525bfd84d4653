// The connection an operation works through: waited for when it may wait or has begun, else refused at once.
import type { OperationRow } from '../db/operations.js';
import { AppError } from '../errors.js';
import type { Host } from '../providers/provider.js';
import type { Json } from './kind.js';

export interface HostWaitDeps {
  clock: () => number;
  /** The connected host, or null while it is away. */
  host: (server_id: number) => Host | null;
  /** Resolves when the host is there again; rejects when the signal aborts or the server is gone. */
  whenHost: (server_id: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when we stop. */
  stopping: AbortSignal;
  /** Accepted before this process began: our own start is no reason to fail them. */
  found: ReadonlySet<number>;
}

/** `begun`: the step has begun, and only its outcome is asked for. `signal` aborts when cancelling was asked for. */
export type HostWait = (
  row: OperationRow,
  server_id: number,
  options: { begun: boolean; signal: AbortSignal },
) => Promise<Host>;

/** How long what was accepted before a restart waits for its server, unless it was told to wait longer. */
const RECOVERY_MS = 30_000;

/** Makes the wait; it throws `host_unreachable`, `deadline`, `cancelled`, and `lost` for what had begun. */
export function createHostWait(deps: HostWaitDeps): HostWait {
  return async (row, server_id, { begun, signal }) => {
    const input = JSON.parse(row.input) as Json;
    const recovered = deps.found.has(row.id);
    const patient = begun || recovered || input['on_unreachable'] === 'queue';
    for (;;) {
      const host = deps.host(server_id);
      if (host !== null) return host;
      if (!patient) throw new AppError('host_unreachable', 'the server cannot be reached at the moment');
      const until = row.deadline_at;
      const limits = [signal, deps.stopping];
      const late = begun || until === null ? null : AbortSignal.timeout(Math.max(0, until - deps.clock()));
      if (late !== null) limits.push(late);
      if (!begun && recovered && input['on_unreachable'] !== 'queue') {
        limits.push(AbortSignal.timeout(RECOVERY_MS));
      }
      try {
        await deps.whenHost(server_id, AbortSignal.any(limits));
      } catch (error) {
        if (deps.stopping.aborted) throw error;
        if (signal.aborted) {
          throw begun
            ? new AppError(
                'lost',
                'cancelled while the server was away: whether the work was done is not known',
              )
            : new AppError('cancelled', 'cancelled before it began');
        }
        // The timer decides, not the clock: the two may differ by a moment.
        if (late?.aborted === true) {
          throw new AppError('deadline', 'the server could not be reached before the deadline');
        }
        throw error;
      }
    }
  };
}
