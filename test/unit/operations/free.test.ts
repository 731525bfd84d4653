// Work without an instance: lanes, restarts, cancelling, servers that go away, and what is taken away after a failure.
import t, { type Test } from 'tap';
import { AppError } from '../../../src/errors.js';
import type { Db } from '../../../src/db/open.js';
import type { OperationRow } from '../../../src/db/operations.js';
import { type Engine, createEngine, laneOf } from '../../../src/operations/engine.js';
import type { ImageWork } from '../../../src/operations/image-work.js';
import type { FreeContext, FreeKind, FreeStep } from '../../../src/operations/kind.js';
import type { Host } from '../../../src/providers/provider.js';
import { seedOperation, seedServer, seedUser, testDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';
import { gate } from './house.js';

interface House {
  db: Db;
  engine: Engine;
  log: string[];
  online: Set<number>;
  submit: (input?: object, given?: object) => Promise<number>;
  get: (id: number) => Promise<OperationRow>;
  over: (id: number) => Promise<OperationRow>;
  /** Stops the engine and begins another on the same rows. */
  restart: () => Promise<Engine>;
}

async function freeHouse(
  t: Test,
  steps: (log: string[]) => FreeStep[],
  more: Partial<FreeKind> = {},
): Promise<House> {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    for (const name of ['one', 'two']) await seedServer(tx, name);
  });
  const log: string[] = [];
  const online = new Set([1, 2]);
  const waiting = new Set<() => void>();
  const kind: FreeKind = { name: 'test.free', steps: steps(log), ...more };
  const engines: Engine[] = [];
  const hostOf = (name: number): Host => {
    const cancel = (number: string): Promise<boolean> => Promise.resolve(log.push(`cancel ${number}`) > 0);
    return { name, cancel } as unknown as Host;
  };
  const make = (): Engine => {
    const engine = createEngine({
      db,
      kinds: [],
      free: { kinds: [kind], images: () => ({}) as ImageWork },
      clock: () => 1000,
      owner: `process-${engines.length}`,
      host: (server_id) => (online.has(server_id) ? hostOf(server_id) : null),
      whenHost: (_server, signal) =>
        new Promise((resolve, reject) => {
          const refuse = (): void => reject(new AppError('host_unreachable', 'not in time'));
          if (signal.aborted) return refuse();
          signal.addEventListener('abort', refuse, { once: true });
          waiting.add(resolve);
        }),
      refresh: () => Promise.resolve(),
      onProgress: (row, _project, { percent, server_id }) =>
        log.push(`${row.id} ${server_id ?? '-'} ${percent}%`),
      onFinished: (row) => log.push(`${row.id} ${row.status}`),
      onError: (error) => log.push(`error ${String(error)}`),
      crash: () => undefined,
    });
    engines.push(engine);
    return engine;
  };
  const get = async (id: number): Promise<OperationRow> => {
    const row = await db.read.operations.get(id);
    if (row === undefined) throw new Error(`no operation ${id}`);
    return row;
  };
  const house: House = {
    db,
    engine: make(),
    log,
    online,
    get,
    submit: async (input = {}, given = {}) => {
      const row = {
        kind: 'test.free',
        instance_id: null,
        server_id: null,
        input: JSON.stringify(input),
        ...given,
      };
      const id = await db.tx((tx) => seedOperation(tx, row));
      house.engine.submitted([{ id, lane: laneOf(await get(id)) }]);
      return id;
    },
    over: (id) =>
      until(async () => {
        const row = await get(id);
        return row.finished_at === null ? null : row;
      }),
    restart: async () => {
      await house.engine.stop();
      house.engine = make();
      await house.engine.start();
      return house.engine;
    },
  };
  t.teardown(() => Promise.all(engines.map((one) => one.stop())));
  return house;
}

function step(name: string, log: string[], given: Partial<FreeStep> = {}): FreeStep {
  const line = (context: FreeContext, what: string): void => {
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

t.test('one at a time per lane, lanes beside each other, and a lane of its own without a name', async (t) => {
  const gates = [gate(), gate(), gate(), gate()];
  const house = await freeHouse(t, (log) => [
    step('one', log, { run: async ({ operation }) => gates[operation.id - 1]?.opened }),
  ]);
  const { log, submit, engine, get, over } = house;
  await submit({ lane: 'product:1' });
  await submit({ lane: 'product:1' });
  await submit({ lane: 'product:2' });
  await submit();
  await until(() => [1, 3, 4].every((id) => log.includes(`${id} one run`)));
  t.notOk(log.includes('2 one done?'));
  t.equal(engine.position(await get(2)), 1);
  for (const one of gates) one.open();
  t.match(await over(2), { status: 'success', progress: 100, instance_id: null, server_id: null });
  const told = await house.db.read.events.after(0);
  t.equal(told.filter(({ type }) => type === 'operation.finished').length, 4);
});

t.test('a restart goes on at the step that had begun, with its notes', async (t) => {
  const first = gate();
  const house = await freeHouse(
    t,
    (log) => [
      step('one', log, {
        run: async ({ note }) => note({ one: 1 }),
        done: ({ notes }) => Promise.resolve('one' in notes),
      }),
      step('two', log, {
        run: async ({ resumed, signal }) => {
          if (resumed) return { two: 2 };
          signal.addEventListener('abort', () => first.open(), { once: true });
          await first.opened;
          throw new Error('stopped');
        },
      }),
    ],
    { result: ({ one, two }) => ({ one, two }) },
  );
  const id = await house.submit({ lane: 'x' });
  await until(() => house.log.includes(`${id} two run`));
  await house.restart();
  const row = await house.over(id);
  t.match(row, { status: 'success', result: '{"one":1,"two":2}' });
  t.ok(house.log.includes(`${id} one done? resumed`), 'what was done is only looked at');
  t.equal(house.log.filter((line) => line.includes('one run')).length, 1);
  t.ok(house.log.includes(`${id} two run resumed`));
});

t.test(
  'a failure keeps its result, and takes away what must not stay; cancelling ends the step',
  async (t) => {
    const house = await freeHouse(
      t,
      (log) => [
        step('one', log, {
          run: async ({ note, input, signal }) => {
            await note({ seen: true });
            if (input['fail'] === true) throw new AppError('host_failed', 'no');
            await new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(new AppError('host_unreachable', 'cut')), {
                once: true,
              });
            });
          },
        }),
      ],
      {
        result: ({ seen }) => ({ seen }),
        undo: async ({ operation, notes }) => {
          house.log.push(`${operation.id} undo ${String(notes['seen'])}`);
          await Promise.resolve();
        },
      },
    );
    const failed = await house.submit({ fail: true });
    t.match(await house.over(failed), {
      status: 'failure',
      error_code: 'host_failed',
      result: '{"seen":true}',
    });
    t.ok(house.log.includes(`${failed} undo true`));
    const id = await house.submit();
    await until(() => house.log.includes(`${id} one run`));
    await until(async () => (await house.get(id)).notes.includes('seen'));
    house.engine.cancelRequested(id);
    t.match(await house.over(id), { status: 'cancelled', error_code: 'cancelled' });
    t.ok(house.log.includes(`${id} undo true`));
  },
);

t.test(
  'REL-74 a server that is away: refused at once, or the step is begun again when it is back',
  async (t) => {
    let cut = true;
    const house = await freeHouse(t, (log) => [
      step('one', log, {
        again: () => true,
        run: async ({ reach, progress }) => {
          await reach(1);
          progress({ percent: 10, stage: 'x', text: '', server_id: 1 });
          progress({ percent: 5, stage: 'x', text: '', server_id: 2 });
          if (!cut) return;
          cut = false;
          throw new AppError('host_unreachable', 'gone in the middle');
        },
      }),
    ]);
    const { online, log, submit, over } = house;
    t.match(await over(await submit()), { status: 'success', attempts: 2 });
    t.ok(log.includes('1 1 10%') && log.includes('1 2 5%'), 'each server has a progress of its own');
    online.clear();
    t.match(await over(await submit()), { status: 'failure', error_code: 'host_unreachable' });
    const id = await submit({ on_unreachable: 'queue' }, { deadline_at: 1020 });
    t.match(await over(id), { status: 'failure', error_code: 'deadline' });
  },
);

t.test('a step that is begun again knows what goes on at the host', async (t) => {
  const house = await freeHouse(t, (log) => [
    step('one', log, {
      again: () => true,
      run: async ({ reach, hooks, operation, resumed }) => {
        log.push(`under way: ${operation.lxd_operation ?? 'nothing'}`);
        if (resumed) return;
        await hooks(await reach(1)).accepted?.('number-1');
        throw new AppError('host_unreachable', 'gone in the middle');
      },
    }),
  ]);
  t.match(await house.over(await house.submit()), { status: 'success' });
  t.same(
    house.log.filter((line) => line.startsWith('under way')),
    ['under way: nothing', 'under way: number-1'],
  );
});

t.test('work that a host took on after it was cancelled is cancelled there', async (t) => {
  const answered = gate();
  const house = await freeHouse(t, (log) => [
    step('one', log, {
      run: async ({ reach, hooks, signal }) => {
        const { accepted } = hooks(await reach(1));
        signal.addEventListener('abort', () => answered.open(), { once: true });
        await answered.opened;
        await accepted?.('number-1');
        throw new AppError('cancelled', 'the wait was given up');
      },
    }),
  ]);
  const id = await house.submit();
  await until(() => house.log.includes(`${id} one run`));
  house.engine.cancelRequested(id);
  t.match(await house.over(id), { status: 'cancelled' });
  t.ok(house.log.includes('cancel number-1'));
});
