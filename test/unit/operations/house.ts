// An engine on a real database with a kind whose steps a test drives, and a host that is there or not as told.
import type { Test } from 'tap';
import type { OperationRow } from '../../../src/db/operations.js';
import type { OperationsTable } from '../../../src/db/tables.js';
import type { Insertable } from 'kysely';
import type { Db } from '../../../src/db/open.js';
import { AppError } from '../../../src/errors.js';
import { type Engine, createEngine, laneOf } from '../../../src/operations/engine.js';
import type { Kind, Step, StepContext } from '../../../src/operations/kind.js';
import type { Host } from '../../../src/providers/provider.js';
import { seedInstance, seedOperation, seedServer, seedUser, testDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

export interface EngineHouse {
  db: Db;
  engine: Engine;
  /** What happened, in order: `<operation> <step> <what>`. */
  log: string[];
  errors: unknown[];
  clock: { now: number };
  host: { online: boolean; come: () => void; cancelled: string[]; idle: () => Promise<void> };
  submit: (given?: Partial<Insertable<OperationsTable>>) => Promise<number>;
  get: (id: number) => Promise<OperationRow>;
  /** Waits until an operation is over. */
  over: (id: number) => Promise<OperationRow>;
  /** Another engine on the same rows, as after a restart. */
  again: () => Engine;
}

/** A step whose parts a test may replace; each leaves a line in the log. */
export function step(name: string, log: string[], given: Partial<Step> = {}): Step {
  const line = (context: StepContext, what: string): void => {
    log.push(`${context.operation.id} ${name} ${what}${context.resumed ? ' resumed' : ''}`);
  };
  return {
    name,
    ...given,
    done: async (context) => {
      line(context, 'done?');
      return (await given.done?.(context)) ?? false;
    },
    run: async (context) => {
      line(context, 'run');
      return given.run?.(context);
    },
  };
}

/** Makes the house with one kind, `test.work`. */
export async function engineHouse(
  t: Test,
  steps: (log: string[]) => Step[],
  more: Partial<Kind> = {},
): Promise<EngineHouse> {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    await seedServer(tx, 'lab');
    for (const name of ['a', 'b']) await seedInstance(tx, name);
  });
  const log: string[] = [];
  const errors: unknown[] = [];
  const clock = { now: 1000 };
  const waiting = new Set<() => void>();
  const host = {
    online: true,
    cancelled: [] as string[],
    come: (): void => {
      host.online = true;
      for (const wake of waiting) wake();
    },
    idle: (): Promise<void> => Promise.resolve(),
  };
  const stub = {
    idle: () => host.idle(),
    cancel: (id: string) => {
      host.cancelled.push(id);
      return Promise.resolve(true);
    },
  } as unknown as Host;
  const kind: Kind = {
    name: 'test.work',
    method: 'instance.action',
    word: 'working',
    steps: steps(log),
    ...more,
  };
  const engines: Engine[] = [];
  const make = (): Engine => {
    const engine = createEngine({
      db,
      kinds: [kind],
      clock: () => clock.now,
      owner: `process-${engines.length}`,
      host: () => (host.online ? stub : null),
      whenHost: (_server, signal) =>
        new Promise((resolve, reject) => {
          if (host.online) return resolve();
          const refuse = (): void => reject(new AppError('host_unreachable', 'not in time'));
          if (signal.aborted) return refuse();
          signal.addEventListener('abort', refuse, { once: true });
          waiting.add(resolve);
        }),
      refresh: async () => undefined,
      onProgress: (row, _project, { percent }) => log.push(`${row.id} ${percent}%`),
      onFinished: (row) => log.push(`${row.id} ${row.status}`),
      onError: (error) => errors.push(error),
      crash: () => undefined,
    });
    engines.push(engine);
    return engine;
  };
  const engine = make();
  t.teardown(() => Promise.all(engines.map((one) => one.stop())));
  const get = async (id: number): Promise<OperationRow> => {
    const row = await db.read.operations.get(id);
    if (row === undefined) throw new Error(`no operation ${id}`);
    return row;
  };
  return {
    db,
    engine,
    log,
    errors,
    clock,
    host,
    get,
    again: make,
    submit: async (given = {}) => {
      const id = await db.tx((tx) => seedOperation(tx, { kind: 'test.work', ...given }));
      engine.submitted([{ id, lane: laneOf(await get(id)) }]);
      return id;
    },
    over: (id) =>
      until(
        async () => {
          const row = await get(id);
          return row.finished_at === null ? null : row;
        },
        { what: `operation ${id} to end` },
      ),
  };
}

/** A promise and the means to settle it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
