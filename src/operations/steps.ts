// One step of one operation: look, note, act, read the instance anew, write what is now true.
import type { InstanceRow } from '../db/instances.js';
import type { OperationRow } from '../db/operations.js';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import { AppError, isAppError } from '../errors.js';
import type { Host, InstanceRef } from '../providers/provider.js';
import type { CrashPoint } from './crash-points.js';
import type { Json, Kind, Step, StepContext } from './kind.js';
import type { ProgressBoard } from './progress.js';

export const LEASE_MS = 30_000;

export interface StepDeps {
  db: Db;
  clock: () => number;
  /** This process, in leases. */
  owner: string;
  board: ProgressBoard;
  /** Aborts when we stop. */
  stopping: AbortSignal;
  /** Reads an instance anew; resolves when what was read is in the rows. */
  refresh: (server_id: number, ref: InstanceRef) => Promise<void>;
  /** The step of an instance's operation has begun: this is its word from now on. */
  onBegun: (instance_id: number, word: string) => void;
  onError: (error: unknown, what: string) => void;
  crash: CrashPoint;
}

/** What a step is run on. `begun`: it had begun before; `signal` aborts when cancelling was asked for. */
export interface StepWork {
  row: OperationRow;
  kind: Kind;
  step: Step;
  instance: InstanceRow;
  input: Json;
  notes: Json;
  host: Host;
  begun: boolean;
  host_lost: boolean;
  signal: AbortSignal;
}

export interface StepOutcome {
  row: OperationRow;
  notes: Json;
  /** It was found done: the outcome was read from the instance, not from the host's answer. */
  inferred: boolean;
}

export interface StepRunner {
  run(work: StepWork): Promise<StepOutcome>;
  /** Writes what a finished step made true; in the transaction that ends the operation for its last step. */
  commit(
    tx: Repositories,
    step: Step,
    row: OperationRow,
    instance: InstanceRow,
    input: Json,
    notes: Json,
  ): Promise<void>;
  /** Reads once more what failed work has left behind: while a restart runs, a stop in passing is not told. */
  lookAgain(instance: InstanceRow): Promise<void>;
}

/** Makes the runner. */
export function createStepRunner(deps: StepDeps): StepRunner {
  const { db, clock, board } = deps;

  const commit = async (
    tx: Repositories,
    step: Step,
    row: OperationRow,
    instance: InstanceRow,
    input: Json,
    notes: Json,
  ): Promise<void> => {
    const fresh = (await tx.instances.any(instance.id)) ?? instance;
    await step.commit?.(tx, {
      operation: row,
      input,
      notes,
      host: unreachableHost(),
      instance: fresh,
      ref: { project: fresh.lxd_project, name: fresh.lxd_name },
      resumed: false,
      host_lost: false,
      now: clock,
      hooks: {},
    });
  };

  const run = async (work: StepWork): Promise<StepOutcome> => {
    const { kind, step, instance, host, begun, input } = work;
    let { row, notes } = work;
    const fresh = (await db.read.instances.any(instance.id)) ?? instance;
    const ref: InstanceRef = { project: fresh.lxd_project, name: fresh.lxd_name };
    const server_id = fresh.server_id;
    // Its name may be another one's by now.
    if (fresh.deleted_at !== null && !begun && kind.ends !== true) {
      throw new AppError('not_found', `${ref.name} is not on the server any more`);
    }
    const context = (): StepContext => ({
      operation: row,
      input,
      notes,
      host,
      instance: fresh,
      ref,
      resumed: begun,
      host_lost: work.host_lost,
      now: clock,
      hooks: {
        progress: (progress) => board.report(row, fresh.project_id, progress),
        accepted: async (hostOperation) => {
          deps.crash(`${kind.name}:${step.name}:accepted`);
          board.link(hostOperation, row, fresh.project_id);
          await db.tx((tx) => tx.operations.noteHost(row.id, hostOperation, clock()));
          deps.crash(`${kind.name}:${step.name}:noted`);
          // Most work cannot be taken back (LXD 5.0.2: only some downloads); then it simply goes on to its end.
          const ask = (): void => {
            host.cancel(hostOperation).catch((error: unknown) => deps.onError(error, `cancelling ${row.id}`));
          };
          if (work.signal.aborted) ask();
          else work.signal.addEventListener('abort', ask, { once: true });
        },
      },
    });
    deps.crash(`${kind.name}:${step.name}:before`);
    // A step of before may still be at work on the host: looking now would see half of it.
    if (begun) await host.idle(ref, deps.stopping);
    const already = await step.done(context());
    if (!already) {
      if (step.before && !(begun && `${step.name}.noted` in notes)) {
        notes = { ...notes, ...(await step.before(context())), [`${step.name}.noted`]: true };
      }
      const change = {
        id: row.id,
        step: step.name,
        notes: JSON.stringify(notes),
        lease_owner: deps.owner,
        lease_until: clock() + LEASE_MS,
        at: clock(),
      };
      await db.tx((tx) => tx.operations.begin(change));
      row = { ...row, status: 'running', step: step.name, notes: change.notes };
      deps.onBegun(fresh.id, kind.word);
      deps.crash(`${kind.name}:${step.name}:begun`);
      const more = await step.run(context());
      if (more) notes = { ...notes, ...more };
      deps.crash(`${kind.name}:${step.name}:ran`);
    }
    await deps.refresh(server_id, step.reads?.(context()) ?? ref);
    deps.crash(`${kind.name}:${step.name}:refreshed`);
    const wanted = kind.steps.filter((other) => other.wanted?.(input) !== false);
    if (wanted.at(-1) !== step && (step.commit || notes !== work.notes)) {
      await db.tx(async (tx) => {
        if (step.commit) await commit(tx, step, row, fresh, input, notes);
        await tx.operations.update(row.id, { notes: JSON.stringify(notes), updated_at: clock() });
      });
      deps.crash(`${kind.name}:${step.name}:committed`);
    }
    return { row, notes, inferred: already && begun };
  };

  const lookAgain = async (instance: InstanceRow): Promise<void> => {
    const ref = { project: instance.lxd_project, name: instance.lxd_name };
    try {
      await deps.refresh(instance.server_id, ref);
    } catch (error) {
      // A host that is away is swept when it is back.
      if (!isAppError(error)) throw error;
    }
  };

  return { run, commit, lookAgain };
}

/** Inside a commit no host may be asked: whoever tries is told so. */
function unreachableHost(): Host {
  return new Proxy({} as Host, {
    get: (_target, name) => () => {
      throw new Error(`a commit asked the host (${String(name)})`);
    },
  });
}
