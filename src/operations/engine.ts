// Long work: claims open operations in order, runs their steps, survives a kill at any point.
import type { InstanceRow } from '../db/instances.js';
import type { OperationRow } from '../db/operations.js';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import { AppError, isAppError } from '../errors.js';
import { append } from '../events/log.js';
import type { Host, InstanceRef, Progress } from '../providers/provider.js';
import type { CrashPoint } from './crash-points.js';
import { createFreeRunner } from './free.js';
import { createHostWait } from './host-wait.js';
import type { ImageWork } from './image-work.js';
import type { FreeKind, Json, Kind } from './kind.js';
import { createLanes } from './lanes.js';
import { pause } from './pause.js';
import { type ProgressBoard, createProgressBoard } from './progress.js';
import { LEASE_MS, createStepRunner } from './steps.js';
import { type Waiters, waitFor } from './wait.js';

export interface EngineDeps {
  db: Db;
  kinds: readonly Kind[];
  /** Kinds of work that is about no instance, and what they work on. */
  free?: { kinds: readonly FreeKind[]; images: () => ImageWork };
  clock: () => number;
  /** This process, in leases. */
  owner: string;
  /** The connected host, or null while it is away. */
  host: (server_id: number) => Host | null;
  /** Resolves when the host is there again; rejects when the signal aborts or the server is gone. */
  whenHost: (server_id: number, signal: AbortSignal) => Promise<void>;
  /** Reads an instance anew; resolves when what was read is in the rows. */
  refresh: (server_id: number, ref: InstanceRef) => Promise<void>;
  /** Progress for whoever watches (already throttled). */
  onProgress: (operation: OperationRow, project_id: number | null, progress: Progress) => void;
  onFinished: (operation: OperationRow) => void;
  onError: (error: unknown, what: string) => void;
  crash: CrashPoint;
}

export interface Engine {
  /** Takes up what was open when the process ended, then whatever is submitted. */
  start(): Promise<void>;
  /** Tells the engine of rows that were just committed. */
  submitted(rows: readonly { id: number; lane: string }[]): void;
  position(row: OperationRow): number;
  /** What `instance_status` shows; null when nothing is under way. */
  word(instance_id: number): string | null;
  /** Resolves with the finished row, or with the present one when the time is up. */
  wait(id: number, ms: number, signal?: AbortSignal): Promise<OperationRow | undefined>;
  /** The request is in the row; wakes whoever waits for a host or a turn. */
  cancelRequested(id: number): void;
  /** Progress a host tells of, by its own operation number. */
  hostProgress(hostOperation: string, progress: Progress): void;
  stop(): Promise<void>;
}

/** The lane of an operation: one at a time per instance, or per what its input names; else its own. */
export function laneOf(row: { id: number; instance_id: number | null; input?: string }): string {
  if (row.instance_id !== null) return `instance:${row.instance_id}`;
  const { lane } = JSON.parse(row.input ?? '{}') as { lane?: string };
  return lane === undefined ? `operation:${row.id}` : `lane:${lane}`;
}

/** How often work whose outcome the host has forgotten is begun again before that is told. */
const LOST_TRIES = 3;

/** Builds the engine; nothing runs before `start`. */
export function createEngine(deps: EngineDeps): Engine {
  const { db, clock } = deps;
  const kinds = new Map(deps.kinds.map((kind) => [kind.name, kind]));
  const lanes = createLanes();
  const running = new Map<string, Promise<void>>();
  const words = new Map<number, { count: number; word: string }>();
  const waiters: Waiters = new Map();
  const cancels = new Map<number, AbortController>();
  /** Accepted before this process began: our own start is no reason to fail them. */
  const found = new Set<number>();
  const stopping = new AbortController();
  const board: ProgressBoard = createProgressBoard({
    clock: () => performance.now(),
    publish: deps.onProgress,
  });
  const steps = createStepRunner({
    db,
    clock,
    owner: deps.owner,
    board,
    stopping: stopping.signal,
    refresh: deps.refresh,
    onBegun: (instance_id, word) => {
      const held = words.get(instance_id);
      if (held !== undefined) words.set(instance_id, { ...held, word });
    },
    onError: deps.onError,
    crash: deps.crash,
  });
  const hostFor = createHostWait({ ...deps, stopping: stopping.signal, found });
  const freeKinds = new Map(deps.free?.kinds.map((kind) => [kind.name, kind]));
  const free = createFreeRunner({
    ...deps,
    board,
    stopping: stopping.signal,
    hostFor,
    images: () => {
      if (deps.free === undefined) throw new Error('this engine works on instances only');
      return deps.free.images();
    },
  });
  let heart: NodeJS.Timeout | null = null;

  const enqueue = (id: number, lane: string): void => {
    lanes.push(lane, id);
    if (lane.startsWith('instance:')) {
      const instance_id = Number(lane.slice('instance:'.length));
      const held = words.get(instance_id);
      words.set(instance_id, { count: (held?.count ?? 0) + 1, word: held?.word ?? 'operation created' });
    }
    kick(lane);
  };

  const kick = (lane: string): void => {
    if (running.has(lane) || stopping.signal.aborted) return;
    const id = lanes.first(lane);
    if (id === undefined) return;
    running.set(
      lane,
      execute(id)
        .catch((error: unknown) => deps.onError(error, `operation ${id}`))
        .then(() => {
          running.delete(lane);
          if (stopping.signal.aborted) return;
          lanes.remove(lane, id);
          kick(lane);
        }),
    );
  };

  const settle = (row: OperationRow): void => {
    if (row.instance_id !== null) {
      const held = words.get(row.instance_id);
      if (held !== undefined) {
        if (held.count <= 1) words.delete(row.instance_id);
        else words.set(row.instance_id, { count: held.count - 1, word: 'operation created' });
      }
    }
    cancels.delete(row.id);
    found.delete(row.id);
    board.forget(row.id);
    for (const resolve of waiters.get(row.id) ?? []) resolve(row);
    waiters.delete(row.id);
    deps.onFinished(row);
  };

  /** Ends an operation: status, error, result and the event in one transaction. */
  const finish = async (
    row: OperationRow,
    outcome: {
      status: 'success' | 'failure' | 'cancelled';
      error?: AppError;
      result?: Json;
      inferred?: boolean;
    },
    extra?: (tx: Repositories) => Promise<void>,
  ): Promise<void> => {
    deps.crash('finish:before');
    const done = await db.tx(async (tx) => {
      if (extra) await extra(tx);
      const now = clock();
      const change = {
        status: outcome.status,
        progress: outcome.status === 'success' ? 100 : row.progress,
        result: outcome.result === undefined ? null : JSON.stringify(outcome.result),
        error_code: outcome.error?.code ?? '',
        error: outcome.error?.message ?? '',
        inferred: outcome.inferred === true ? (1 as const) : (0 as const),
        lease_owner: null,
        lease_until: null,
        updated_at: now,
        finished_at: now,
      };
      await tx.operations.update(row.id, change);
      const instance = row.instance_id === null ? undefined : await tx.instances.any(row.instance_id);
      await append(tx, {
        type: 'operation.finished',
        via: row.via,
        at: now,
        request_id: row.request_id,
        operation_id: row.id,
        user_id: row.user_id,
        server_id: row.server_id,
        project_id: instance?.project_id ?? null,
        instance_id: row.instance_id,
        data: {
          kind: row.kind,
          status: outcome.status,
          ...(instance === undefined ? {} : { instance_name: instance.lxd_name }),
          ...(outcome.error === undefined
            ? {}
            : { error_code: outcome.error.code, error: outcome.error.message }),
          ...(outcome.result === undefined ? {} : { result: outcome.result }),
        },
      });
      return { ...row, ...change };
    });
    deps.crash('finish:after');
    settle(done);
  };

  /** Ends an operation whose turn has not come. */
  const dropWaiting = async (id: number): Promise<void> => {
    const row = await db.read.operations.get(id);
    if (row === undefined || row.status !== 'pending' || cancels.has(id)) return;
    const lane = laneOf(row);
    if (lanes.position(lane, id) < 1) return;
    lanes.remove(lane, id);
    const instance = row.instance_id === null ? undefined : await db.read.instances.any(row.instance_id);
    const kind = kinds.get(row.kind);
    const error = new AppError('cancelled', 'cancelled before it began');
    await finish(row, { status: 'cancelled', error }, async (tx) => {
      if (kind?.failed && instance) await kind.failed(tx, row, instance, clock());
    });
  };

  const execute = async (id: number): Promise<void> => {
    const row = await db.read.operations.get(id);
    if (row === undefined || (row.status !== 'pending' && row.status !== 'running')) return;
    const alone = freeKinds.get(row.kind);
    if (alone !== undefined) return executeFree(row, alone);
    const kind = kinds.get(row.kind);
    const instance = row.instance_id === null ? undefined : await db.read.instances.any(row.instance_id);
    if (kind === undefined || instance === undefined || row.server_id === null) {
      const error = new AppError('lost', 'what this operation works on is gone');
      await finish(row, { status: 'failure', error });
      return;
    }
    const cancel = new AbortController();
    cancels.set(id, cancel);
    if (row.cancel_requested_at !== null) cancel.abort();
    try {
      await runKind(row, kind, instance, cancel.signal);
    } catch (error) {
      if (stopping.signal.aborted) return;
      const failure = failureFrom(error, row);
      const now = clock();
      const latest = (await db.read.operations.get(id)) ?? row;
      await finish(
        latest,
        { status: failure.code === 'cancelled' ? 'cancelled' : 'failure', error: failure },
        (tx) => kind.failed?.(tx, latest, instance, now) ?? Promise.resolve(),
      );
      await steps.lookAgain(instance);
    }
  };

  const failureFrom = (error: unknown, { id, kind }: OperationRow): AppError => {
    if (isAppError(error) && error.code !== 'internal') return error;
    deps.onError(error, `operation ${id} (${kind})`);
    return isAppError(error)
      ? error
      : new AppError('internal', 'internal error while working on it', { cause: error });
  };

  const resultOf = (kind: FreeKind, { notes }: OperationRow): { result?: Json } => {
    const result = kind.result?.(JSON.parse(notes) as Json);
    return result === undefined ? {} : { result };
  };

  const executeFree = async (row: OperationRow, kind: FreeKind): Promise<void> => {
    const cancel = new AbortController();
    cancels.set(row.id, cancel);
    if (row.cancel_requested_at !== null) cancel.abort();
    try {
      const done = await free.run(row, kind, cancel.signal);
      const result = resultOf(kind, done.row);
      await finish(done.row, { status: 'success', ...result, inferred: done.inferred });
    } catch (error) {
      if (stopping.signal.aborted) return;
      const failure = failureFrom(error, row);
      const latest = (await db.read.operations.get(row.id)) ?? row;
      await free.undo(latest, kind);
      if (stopping.signal.aborted) return;
      const status = failure.code === 'cancelled' ? 'cancelled' : 'failure';
      await finish(latest, { status, error: failure, ...resultOf(kind, latest) });
    }
  };

  const runKind = async (
    first: OperationRow,
    kind: Kind,
    instance: InstanceRow,
    signal: AbortSignal,
  ): Promise<void> => {
    let row = first;
    let notes = JSON.parse(row.notes) as Json;
    const input = JSON.parse(row.input) as Json;
    const resumedAt = row.step === '' ? -1 : kind.steps.findIndex(({ name }) => name === row.step);
    let inferred = false;
    for (const [index, step] of kind.steps.entries()) {
      if (step.wanted?.(input) === false) continue;
      let begun = index <= resumedAt;
      let host_lost = false;
      let lost = 0;
      for (;;) {
        if (!begun && signal.aborted) throw new AppError('cancelled', 'cancelled before this step began');
        if (row.step === '' && row.deadline_at !== null && clock() >= row.deadline_at) {
          throw new AppError('deadline', 'its turn did not come before the deadline');
        }
        const host = await hostFor(row, row.server_id ?? 0, { begun: begun || row.step !== '', signal });
        try {
          const outcome = await steps.run({
            row,
            kind,
            step,
            instance,
            input,
            notes,
            host,
            begun,
            host_lost,
            signal,
          });
          row = outcome.row;
          notes = outcome.notes;
          inferred ||= outcome.inferred;
          break;
        } catch (error) {
          if (!isAppError(error) || (error.code !== 'host_unreachable' && error.code !== 'lost')) throw error;
          if (error.code === 'lost' && (lost += 1) > LOST_TRIES) throw error;
          const latest = await db.read.operations.get(row.id);
          if (latest !== undefined) row = latest;
          notes = JSON.parse(row.notes) as Json;
          // Not begun: nothing was sent. Begun: what became of it is read from the instance once the host is back.
          if (row.step !== step.name && error.code === 'host_unreachable') {
            if (input['on_unreachable'] !== 'queue' && index === 0) throw error;
          } else {
            begun = true;
            host_lost = true;
          }
          await pause(250, AbortSignal.any([signal, stopping.signal]));
        }
      }
    }
    const result = kind.result?.(notes);
    const last = kind.steps.findLast((step) => step.wanted?.(input) !== false);
    await finish(
      row,
      { status: 'success', ...(result === undefined ? {} : { result }), inferred },
      async (tx) => {
        if (last?.commit) await steps.commit(tx, last, row, instance, input, notes);
      },
    );
  };

  return {
    start: async () => {
      await db.tx((tx) => tx.operations.freeLeases());
      for (const row of await db.read.operations.open()) {
        found.add(row.id);
        enqueue(row.id, laneOf(row));
      }
      heart = setInterval(() => {
        if (running.size === 0) return;
        db.tx((tx) => tx.operations.heartbeat(deps.owner, clock() + LEASE_MS)).catch((error: unknown) =>
          deps.onError(error, 'operation leases'),
        );
      }, LEASE_MS / 3);
      heart.unref();
    },
    submitted: (rows) => {
      for (const { id, lane } of rows) enqueue(id, lane);
    },
    position: (row) => Math.max(0, lanes.position(laneOf(row), row.id)),
    word: (instance_id) => words.get(instance_id)?.word ?? null,
    wait: (id, ms, signal) => waitFor(db, waiters, id, ms, signal),
    cancelRequested: (id) => {
      const under_way = cancels.get(id);
      if (under_way !== undefined) return under_way.abort();
      dropWaiting(id).catch((error: unknown) => deps.onError(error, `cancelling ${id}`));
    },
    hostProgress: (hostOperation, progress) => board.hostReport(hostOperation, progress),
    stop: async () => {
      stopping.abort();
      if (heart) clearInterval(heart);
      board.close();
      const over = new AbortController();
      await Promise.race([Promise.allSettled(running.values()), pause(2_000, over.signal)]);
      over.abort();
    },
  };
}
