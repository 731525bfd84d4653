// The engine: order per instance, cancel, deadline, a host that goes away, and taking up what was open.
import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { laneOf } from '../../../src/operations/engine.js';
import { until } from '../../support/until.js';
import { engineHouse, gate, step } from './house.js';

t.test('one at a time per instance, in order; instances beside each other', async (t) => {
  const gates = [gate(), gate(), gate()];
  const house = await engineHouse(t, (log) => [
    step('one', log, { run: async ({ operation }) => gates[operation.id - 1]?.opened }),
  ]);
  const { engine, log, get, submit, over } = house;
  await submit();
  await submit();
  await submit({ instance_id: 2 });
  await until(() => log.includes('3 one run') && log.includes('1 one run'), {
    what: 'both instances at work',
  });
  t.notOk(log.includes('2 one done?'));
  t.equal(engine.position(await get(1)), 0);
  t.equal(engine.position(await get(2)), 1);
  t.equal(engine.word(1), 'working');
  gates[2]?.open();
  await over(3);
  t.equal(engine.word(2), null);
  gates[0]?.open();
  await over(1);
  await until(() => log.includes('2 one run'));
  gates[1]?.open();
  t.match(await over(2), { status: 'success', progress: 100, attempts: 1, lease_owner: null });
  t.equal(engine.word(1), null);
  t.same(
    log.filter((line) => !line.startsWith('3')),
    ['1 one done?', '1 one run', '1 success', '2 one done?', '2 one run', '2 success'],
  );
  const told = await house.db.read.events.after(0);
  t.same(
    told.map(({ type, operation_id }) => `${operation_id} ${type}`),
    ['3 operation.finished', '1 operation.finished', '2 operation.finished'],
  );
});

t.test('look first, act only if not done; what was noted before acting is there', async (t) => {
  const { log, submit, over } = await engineHouse(
    t,
    (log) => [
      step('first', log, { done: async () => true }),
      step('unwanted', log, { wanted: () => false }),
      step('second', log, {
        before: async () => ({ seen: 7 }),
        run: async ({ notes }) => ({ result: Number(notes['seen']) + 1 }),
      }),
    ],
    { result: (notes) => ({ result: notes['result'] }) },
  );
  const row = await over(await submit());
  t.equal(row.result, '{"result":8}');
  t.equal(row.step, 'second');
  t.match(JSON.parse(row.notes), { seen: 7 });
  t.same(log, ['1 first done?', '1 second done?', '1 second run', '1 success']);
});

t.test('a refusal ends it, with the event and the clean-up of the rows', async (t) => {
  const cleaned: number[] = [];
  const house = await engineHouse(
    t,
    (log) => [
      step('one', log, {
        run: async () => {
          throw new AppError('host_failed', 'the host said no');
        },
      }),
    ],
    { failed: async (_tx, { id }) => void cleaned.push(id) },
  );
  const row = await house.over(await house.submit());
  t.match(row, { status: 'failure', error_code: 'host_failed', error: 'the host said no' });
  t.same(cleaned, [1]);
  const [event] = await house.db.read.events.after(0);
  t.match(JSON.parse(event?.data ?? '{}'), {
    status: 'failure',
    error_code: 'host_failed',
    instance_name: 'a',
  });
  t.same(house.errors, []);
});

t.test('a bug is internal, and its text stays in the log', async (t) => {
  const house = await engineHouse(t, (log) => [
    step('one', log, {
      run: async () => {
        throw new Error('SQL at 10.0.0.1');
      },
    }),
  ]);
  const row = await house.over(await house.submit());
  t.match(row, { status: 'failure', error_code: 'internal' });
  t.notMatch(row.error, /SQL/);
  t.equal(house.errors.length, 1);
});

t.test('waiting for the end', async (t) => {
  const hold = gate();
  const { engine, submit } = await engineHouse(t, (log) => [step('one', log, { run: () => hold.opened })]);
  const id = await submit();
  t.match(await engine.wait(id, 1), { finished_at: null }, 'the present row when the time is up');
  const end = engine.wait(id, 10_000);
  hold.open();
  t.match(await end, { status: 'success' });
  t.match(await engine.wait(id, 10_000), { status: 'success' }, 'and at once afterwards');
  t.equal(await engine.wait(99, 10), undefined);
});

async function cancel(house: Awaited<ReturnType<typeof engineHouse>>, id: number): Promise<void> {
  await house.db.tx((tx) => tx.operations.update(id, { cancel_requested_at: 1 }));
  house.engine.cancelRequested(id);
}

t.test('cancelling what waits ends it; what runs is asked, and decides', async (t) => {
  const hold = gate();
  const cleaned: number[] = [];
  const house = await engineHouse(
    t,
    (log) => [
      step('one', log, {
        run: async ({ hooks, operation }) => {
          await hooks.accepted?.(`host-${operation.id}`);
          await hold.opened;
        },
      }),
      step('two', log),
    ],
    { failed: async (_tx, { id }) => void cleaned.push(id) },
  );
  const { log, over, host, submit, engine, get } = house;
  const running = await submit();
  const waiting = await submit();
  const third = await submit();
  await until(() => log.includes('1 one run'));
  await cancel(house, waiting);
  t.match(await over(waiting), { status: 'cancelled', error_code: 'cancelled', step: '' });
  t.same(cleaned, [waiting]);
  t.equal(engine.position(await get(third)), 1, 'who stands behind moves up');
  await cancel(house, running);
  await until(() => host.cancelled.includes('host-1'));
  t.match(await get(running), { status: 'running', lxd_operation: 'host-1' });
  hold.open();
  t.match(await over(running), { status: 'cancelled' }, 'before the next step');
  t.notOk(log.includes('1 two run'));
  t.match(await over(third), { status: 'success' });
});

t.test('a deadline is for the beginning', async (t) => {
  const hold = gate();
  const house = await engineHouse(t, (log) => [step('one', log, { run: () => hold.opened })]);
  const running = await house.submit({ deadline_at: 2000 });
  const late = await house.submit({ deadline_at: 2000 });
  await until(() => house.log.includes('1 one run'));
  house.clock.now = 2001;
  hold.open();
  t.match(await house.over(running), { status: 'success' }, 'what has begun goes on');
  t.match(await house.over(late), { status: 'failure', error_code: 'deadline' });
  t.notOk(house.log.includes('2 one run'));
});

t.test('REL-74 a host that is away: refused at once, or waited for as asked', async (t) => {
  const house = await engineHouse(t, (log) => [step('one', log)]);
  house.host.online = false;
  t.match(await house.over(await house.submit()), { status: 'failure', error_code: 'host_unreachable' });
  const patient = await house.submit({ input: '{"on_unreachable":"queue"}' });
  const behind = await house.submit({ input: '{"on_unreachable":"queue"}', deadline_at: 1020 });
  await until(async () => house.engine.position(await house.get(behind)) === 1);
  t.match(await house.get(patient), { status: 'pending' });
  house.clock.now = 1030;
  house.host.come();
  t.match(await house.over(patient), { status: 'success' });
  t.match(await house.over(behind), { status: 'failure', error_code: 'deadline' });
});

t.test('REL-74 a deadline ends the waiting for a host', async (t) => {
  const house = await engineHouse(t, (log) => [step('one', log)]);
  house.host.online = false;
  const id = await house.submit({ input: '{"on_unreachable":"queue"}', deadline_at: 1005 });
  t.match(await house.over(id), { status: 'failure', error_code: 'deadline' });
});

t.test('REL-74 cancelling what waits for a host', async (t) => {
  const house = await engineHouse(t, (log) => [step('one', log)]);
  house.host.online = false;
  const id = await house.submit({ input: '{"on_unreachable":"queue"}' });
  await new Promise((resolve) => setImmediate(resolve));
  await cancel(house, id);
  t.match(await house.over(id), { status: 'cancelled' });
});

t.test('REL-64 a host lost in the middle: looked at again when it is back, and not done twice', async (t) => {
  let made = false;
  let idle = 0;
  const house = await engineHouse(t, (log) => [
    step('one', log, {
      done: async ({ resumed }) => resumed && made,
      run: async () => {
        made = true;
        house.host.online = false;
        throw new AppError('host_unreachable', 'the line is dead');
      },
    }),
  ]);
  house.host.idle = async () => void (idle += 1);
  const id = await house.submit();
  await until(() => !house.host.online);
  house.host.come();
  t.match(await house.over(id), { status: 'success', inferred: 1 }, 'known from the object, marked so');
  t.same(house.log, ['1 one done?', '1 one run', '1 one done? resumed', '1 success']);
  t.equal(idle, 1, 'after the host ran nothing on it any more');
});

t.test('REL-64 work whose outcome is lost is tried again a few times, then told', async (t) => {
  const house = await engineHouse(t, (log) => [
    step('one', log, {
      run: async () => {
        throw new AppError('lost', 'the host has forgotten it');
      },
    }),
  ]);
  t.match(await house.over(await house.submit()), { status: 'failure', error_code: 'lost' });
  t.equal(house.log.filter((line) => line.startsWith('1 one run')).length, 4);
});

t.test('REL-70 a new process takes up what was open, from the step it was in', async (t) => {
  const hold = gate();
  let finished = false;
  const house = await engineHouse(t, (log) => [
    step('one', log, { done: async ({ resumed }) => resumed }),
    step('two', log, {
      done: async () => finished,
      before: async () => ({ noted: 'once' }),
      run: () => hold.opened,
    }),
  ]);
  const first = await house.submit();
  const second = await house.submit();
  await until(() => house.log.includes('1 two run'));
  t.match(await house.get(first), { status: 'running', step: 'two', lease_owner: 'process-0' });
  await house.engine.stop();
  house.log.length = 0;
  finished = true;
  const next = house.again();
  await next.start();
  t.match(await house.over(first), { status: 'success', inferred: 1 });
  await house.over(second);
  t.same(house.log.slice(0, 3), ['1 one done? resumed', '1 two done? resumed', '1 success']);
  t.ok(house.log.indexOf('2 one done?') > 2, 'the one behind it after it');
  hold.open();
});

t.test('what this engine does not know ends as lost', async (t) => {
  const house = await engineHouse(t, (log) => [step('one', log)]);
  t.match(await house.over(await house.submit({ kind: 'image.shrink' })), {
    status: 'failure',
    error_code: 'lost',
  });
  t.equal(laneOf({ id: 4, instance_id: null }), 'operation:4');
});

t.test('progress of the host reaches who watches', async (t) => {
  const hold = gate();
  const house = await engineHouse(t, (log) => [
    step('one', log, {
      run: async ({ hooks }) => {
        await hooks.accepted?.('host-9');
        await hold.opened;
      },
    }),
  ]);
  house.engine.hostProgress('host-9', { percent: 5, stage: 'download', text: '' });
  const id = await house.submit();
  await until(() => house.log.includes('1 5%'), { what: 'what came before the answer' });
  hold.open();
  await house.over(id);
  house.engine.hostProgress('host-9', { percent: 50, stage: 'download', text: '' });
  t.notOk(house.log.includes('1 50%'));
});

t.test('what was queued for an instance that is gone is not done to whoever has its name now', async (t) => {
  const opened = gate();
  const house = await engineHouse(t, (log) => [
    step('one', log, { run: ({ operation }) => (operation.id === 1 ? opened.opened : Promise.resolve()) }),
  ]);
  const { db, log, submit, over } = house;
  await submit();
  await submit();
  await until(() => log.includes('1 one run'));
  await db.tx((tx) => tx.instances.update(1, { state: 'deleted', deleted_at: 5, updated_at: 5 }));
  opened.open();
  t.match(await over(1), { status: 'success' });
  t.match(await over(2), { status: 'failure', error_code: 'not_found' });
  t.notOk(log.includes('2 one run'));
});
