// Runs work that is about no instance: the same looks, notes and crash points as for an instance, servers as it asks.
import type { OperationRow } from '../db/operations.js';
import type { Db } from '../db/open.js';
import { AppError, isAppError } from '../errors.js';
import type { CrashPoint } from './crash-points.js';
import type { HostWait } from './host-wait.js';
import type { ImageWork } from './image-work.js';
import type { FreeContext, FreeKind, FreeStep, Json } from './kind.js';
import { pause } from './pause.js';
import type { ProgressBoard } from './progress.js';
import { LEASE_MS } from './steps.js';

export interface FreeDeps {
  db: Db;
  clock: () => number;
  /** This process, in leases. */
  owner: string;
  board: ProgressBoard;
  /** Aborts when we stop. */
  stopping: AbortSignal;
  hostFor: HostWait;
  images: () => ImageWork;
  onError: (error: unknown, what: string) => void;
  crash: CrashPoint;
}

export interface FreeRunner {
  /** Runs all steps and answers the row as it is then. */
  run(
    row: OperationRow,
    kind: FreeKind,
    signal: AbortSignal,
  ): Promise<{ row: OperationRow; inferred: boolean }>;
  /** Takes away what work that failed has left behind. */
  undo(row: OperationRow, kind: FreeKind): Promise<void>;
}

/** How long work that has begun waits for a server that went away, unless it was told to wait longer. */
const AWAY_MS = 300_000;
const UNDO_MS = 20_000;
/** How often a step is begun in all when its server goes away meanwhile. */
const TRIES = 4;

/** Makes the runner. */
export function createFreeRunner(deps: FreeDeps): FreeRunner {
  const { db, clock, board } = deps;
  /** Refusals of servers that were away before anything was sent to them. */
  const refused = new WeakSet<AppError>();

  const contextOf = (
    held: { row: OperationRow; notes: Json },
    resumed: boolean,
    signal: AbortSignal,
  ): FreeContext => ({
    operation: held.row,
    input: JSON.parse(held.row.input) as Json,
    get notes() {
      return held.notes;
    },
    resumed,
    signal,
    now: clock,
    get images() {
      return deps.images();
    },
    reach: async (server_id) => {
      const input = JSON.parse(held.row.input) as Json;
      const begun = resumed && input['on_unreachable'] !== 'queue';
      if (!begun) {
        return deps.hostFor(held.row, server_id, { begun: false, signal }).catch((error: unknown) => {
          if (isAppError(error)) refused.add(error);
          throw error;
        });
      }
      const limit = AbortSignal.any([signal, AbortSignal.timeout(AWAY_MS)]);
      try {
        return await deps.hostFor(held.row, server_id, { begun: true, signal: limit });
      } catch (error) {
        if (signal.aborted || !limit.aborted) throw error;
        throw new AppError('host_unreachable', 'the server did not come back', { cause: error });
      }
    },
    hooks: (host) => ({
      signal,
      progress: (progress) => board.report(held.row, null, progress),
      accepted: async (hostOperation) => {
        deps.crash(`${held.row.kind}:${held.row.step}:accepted`);
        board.link(hostOperation, held.row, null);
        await db.tx((tx) => tx.operations.noteHost(held.row.id, hostOperation, clock()));
        // A step that is begun again has to know what goes on there.
        held.row = { ...held.row, lxd_operation: hostOperation };
        const ask = (): void => {
          if (deps.stopping.aborted) return;
          host
            .cancel(hostOperation)
            .catch((error: unknown) => deps.onError(error, `cancelling ${held.row.id}`));
        };
        // What was asked for while the host was answering is told by no event any more.
        if (signal.aborted) ask();
        else signal.addEventListener('abort', ask, { once: true });
      },
    }),
    progress: (progress) => board.report(held.row, null, progress),
    note: async (more) => {
      held.notes = { ...held.notes, ...more };
      const notes = JSON.stringify(held.notes);
      await db.tx((tx) => tx.operations.update(held.row.id, { notes, updated_at: clock() }));
      held.row = { ...held.row, notes };
    },
  });

  const runStep = async (
    held: { row: OperationRow; notes: Json },
    kind: FreeKind,
    step: FreeStep,
    begun: boolean,
    signal: AbortSignal,
  ): Promise<boolean> => {
    const context = contextOf(held, begun, signal);
    deps.crash(`${kind.name}:${step.name}:before`);
    const already = await step.done(context);
    if (already) return begun;
    const change = {
      id: held.row.id,
      step: step.name,
      notes: JSON.stringify(held.notes),
      lease_owner: deps.owner,
      lease_until: clock() + LEASE_MS,
      at: clock(),
    };
    await db.tx((tx) => tx.operations.begin(change));
    held.row = { ...held.row, status: 'running', step: step.name, notes: change.notes };
    deps.crash(`${kind.name}:${step.name}:begun`);
    const more = await step.run(context);
    deps.crash(`${kind.name}:${step.name}:ran`);
    if (more) await context.note(more);
    return false;
  };

  return {
    run: async (first, kind, cancel) => {
      const held = { row: first, notes: JSON.parse(first.notes) as Json };
      const input = JSON.parse(first.input) as Json;
      const signal = AbortSignal.any([cancel, deps.stopping]);
      const resumedAt = first.step === '' ? -1 : kind.steps.findIndex(({ name }) => name === first.step);
      let inferred = false;
      for (const [index, step] of kind.steps.entries()) {
        if (step.wanted?.(input) === false) continue;
        let begun = index <= resumedAt;
        for (let tries = 1; ; tries += 1) {
          if (cancel.aborted) throw new AppError('cancelled', `cancelled before ${step.name} was done`);
          const { deadline_at } = held.row;
          if (held.row.step === '' && deadline_at !== null && clock() >= deadline_at) {
            throw new AppError('deadline', 'its turn did not come before the deadline');
          }
          try {
            inferred = (await runStep(held, kind, step, begun, signal)) || inferred;
            break;
          } catch (error) {
            if (deps.stopping.aborted) throw error;
            if (cancel.aborted) throw new AppError('cancelled', 'cancelled', { cause: error });
            const away =
              isAppError(error) &&
              !refused.has(error) &&
              (error.code === 'host_unreachable' || error.code === 'lost');
            const again = away && held.row.step === step.name && step.again?.(input) === true;
            if (!again || tries >= TRIES) throw error;
            begun = true;
            await pause(250, signal);
          }
        }
      }
      return { row: held.row, inferred };
    },

    undo: async (row, kind) => {
      if (kind.undo === undefined) return;
      const held = { row, notes: JSON.parse(row.notes) as Json };
      const signal = AbortSignal.any([deps.stopping, AbortSignal.timeout(UNDO_MS)]);
      try {
        await kind.undo(contextOf(held, true, signal));
      } catch (error) {
        if (!isAppError(error)) deps.onError(error, `cleaning up after operation ${row.id}`);
      }
    },
  };
}
