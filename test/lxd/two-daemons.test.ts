// REL-64, REL-74: two real daemons, one killed in the middle of its work and brought back; the other must not notice.
import { setTimeout as pause } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { type House, startHouse } from '../proof/support/house.js';
import { readLedger } from '../proof/support/ledger.js';
import { faultsOf, openReader, type Reader } from '../proof/support/reader.js';
import { importBusybox, type LxdDaemon, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

const BACK_MS = 10_000;

await onRealLxd('two daemons', real);

type Attributes = Record<string, unknown>;

async function call(house: House, method: string, params: Attributes): Promise<Attributes & { id: number }> {
  const { data } = await house.client().request(method, params);
  if (Array.isArray(data)) throw new Error(`${method} answered a list`);
  return { ...data.attributes, id: data.id ?? 0 };
}

async function statusOnHost(daemon: LxdDaemon, name: string): Promise<string> {
  const listed = JSON.parse(await daemon.lxc('list', '--format', 'json')) as {
    name: string;
    status: string;
  }[];
  return listed.find((one) => one.name === name)?.status.toLowerCase() ?? 'absent';
}

/** Acts on an instance of the healthy server until stopped; each call must succeed, and soon. */
function busy(
  house: House,
  instance_id: number,
): { stop(): Promise<{ calls: number; slowest: number; errors: string[] }> } {
  let stopping = false;
  let calls = 0;
  let slowest = 0;
  const errors: string[] = [];
  const run = async (): Promise<void> => {
    while (!stopping) {
      const started = performance.now();
      calls += 1;
      await call(house, 'instance.update', {
        instance_id,
        instance_config: { 'user.n': String(calls) },
        wait: 10,
      }).catch((error: unknown) => errors.push(String(error)));
      slowest = Math.max(slowest, performance.now() - started);
      await pause(20);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping = true;
      await running;
      return { calls, slowest, errors };
    },
  };
}

async function real(): Promise<void> {
  t.setTimeout(300_000);
  const first = await startLxd({ name: 'one' });
  t.teardown(() => first.stop());
  const second = await startLxd({ name: 'two' });
  t.teardown(() => second.stop());
  await Promise.all([importBusybox(first), importBusybox(second)]);
  const house = await startHouse({ SERVERS_SOCKETS: second.socket });
  t.teardown(() => house.close());
  const reader: Reader = openReader({
    name: 'reader',
    url: house.url,
    token: house.token,
    format: 'msgpack',
  });
  t.teardown(() => reader.close());
  const { id: firstServer } = await call(house, 'server.add', {
    server_host: '127.0.0.1',
    server_port: first.port,
    server_password: first.password,
    server_fingerprint: first.fingerprint,
    server_name: 'first',
  });
  const { id: secondServer } = await call(house, 'server.add', {
    server_path: second.socket,
    server_name: 'second',
  });
  const add = (
    server_id: number,
    instance_name: string,
    instance_start: boolean,
  ): Promise<Attributes & { id: number }> =>
    call(house, 'instance.add', {
      server_id,
      instance_name,
      instance_image: 'busybox',
      instance_start,
      wait: 30,
    });
  const a = (await add(firstServer, 'a', false)).id;
  const b = (await add(secondServer, 'b', true)).id;

  const online = async (): Promise<boolean> =>
    (await call(house, 'server.get', { server_id: firstServer }))['server_status'] === 'online';
  const operation = (operation_id: number): Promise<Attributes & { id: number }> =>
    call(house, 'operation.get', { operation_id });

  /** Kills the first daemon some time after an action began on the host, brings it back, and looks at everything. */
  const round = async (t: Test, action: string, delay: number): Promise<void> => {
    const other = busy(house, b);
    const { operation_id } = await call(house, 'instance.action', {
      instance_id: a,
      instance_status: action,
    });
    const id = Number(operation_id);
    await until(async () => (await operation(id))['operation_status'] !== 'pending', {
      what: 'the action to begin',
    });
    await pause(delay);
    await first.kill9();
    await until(async () => !(await online()), { what: 'the first server to show as away' });
    await t.rejects(
      call(house, 'instance.action', { instance_id: a, instance_status: 'start' }),
      { code: 'host_unreachable' },
      'a call that does not want to wait fails at once',
    );
    const change = {
      instance_id: a,
      instance_config: { 'user.away': `${action}-${delay}` },
      on_unreachable: 'queue',
    };
    const queued = Number((await call(house, 'instance.update', change))['operation_id']);
    t.match(
      await call(house, 'instance.get', { instance_id: a }),
      { instance_stale: true },
      'its state shows as old',
    );
    await first.restart();
    const back = performance.now();
    await until(
      async () => {
        const ended = await Promise.all([operation(id), operation(queued)]);
        if (ended.some((one) => one['finished_at'] === null)) return false;
        const shown = await call(house, 'instance.get', { instance_id: a });
        return (
          shown['instance_stale'] === false && shown['instance_power'] === (await statusOnHost(first, 'a'))
        );
      },
      { timeout_ms: 30_000, what: 'the state to converge' },
    );
    const took = performance.now() - back;
    t.ok(took < BACK_MS, `converged ${(took / 1000).toFixed(1)} s after the daemon was back`);
    const ended = await operation(id);
    const power = await statusOnHost(first, 'a');
    const wanted = action.startsWith('stop') ? 'stopped' : 'running';
    if (ended['operation_status'] === 'success') {
      t.equal(power, wanted, `success is true: the instance is ${power}`);
      const type = {
        start: 'instance.started',
        'stop-force': 'instance.stopped',
        'restart-force': 'instance.restarted',
      }[action];
      const told = readLedger(house.database).events.filter(
        (one) => one.operation_id === id && one.type === type,
      );
      t.equal(told.length, 1, `${type} was told once under the operation`);
    } else {
      t.match(ended, { operation_status: 'failure' });
      t.not(ended['operation_error_code'], 'internal');
      t.comment(
        `${action} after ${delay} ms ended as ${String(ended['operation_error_code'])}: ${String(ended['operation_error'])}`,
      );
    }
    t.equal((await operation(queued))['operation_status'], 'success', 'what was queued meanwhile was done');
    t.equal((await first.lxc('config', 'get', 'a', 'user.away')).trim(), `${action}-${delay}`);
    const { calls, slowest, errors } = await other.stop();
    t.same(errors, [], `${calls} calls to the other server succeeded meanwhile`);
    t.ok(calls > 5 && slowest < 3_000, `the slowest took ${slowest.toFixed(0)} ms`);
  };

  for (const [action, delay] of [
    ['start', 0],
    ['stop-force', 0],
    ['start', 60],
    ['restart-force', 100],
    ['stop-force', 200],
    ['start', 150],
  ] as const) {
    await t.test(`REL-74 LXD killed ${delay} ms into ${action}: truth and convergence in under 10 s`, (t) =>
      round(t, action, delay),
    );
  }

  await t.test('REL-74 LXD killed while an instance is being made', async (t) => {
    const { operation_id } = await call(house, 'instance.add', {
      server_id: firstServer,
      instance_name: 'made',
      instance_image: 'busybox',
    });
    await until(async () => (await operation(Number(operation_id)))['operation_status'] !== 'pending');
    await first.kill9();
    await first.restart();
    const back = performance.now();
    const ended = await until(
      async () => {
        const row = await operation(Number(operation_id));
        return row['finished_at'] === null ? null : row;
      },
      { timeout_ms: 30_000, what: 'the operation to end' },
    );
    t.ok(
      performance.now() - back < BACK_MS,
      `ended ${((performance.now() - back) / 1000).toFixed(1)} s after`,
    );
    t.equal(ended['operation_status'], 'success', String(ended['operation_error']));
    t.equal(await statusOnHost(first, 'made'), 'running');
    t.match(
      await first.lxc('exec', 'made', '--', 'cat', '/etc/hostname'),
      /made/,
      'it is whole, not half unpacked',
    );
  });

  await t.test(
    'REL-64 what changed while nobody was listening is told once the socket is back',
    async (t) => {
      await first.kill9();
      await until(async () => !(await online()));
      await first.restart();
      await first.lxc('stop', '--force', 'made');
      await until(
        async () =>
          (await call(house, 'instance.get', { server_id: firstServer, instance_name: 'made' }))[
            'instance_power'
          ] === 'stopped',
        {
          timeout_ms: BACK_MS,
          what: 'the stop behind our back',
        },
      );
      const told = readLedger(house.database).events.filter(
        ({ type, data }) => type === 'instance.stopped' && data.includes('"made"'),
      );
      t.equal(told.length, 1);
      t.match(told[0], { via: 'lxd', operation_id: null });
    },
  );

  await t.test('REL-64 no event number is missing or double after all that', async (t) => {
    const ledger = readLedger(house.database);
    const expected = ledger.events.filter(({ retention }) => retention === 'event').map(({ id }) => id);
    await until(() => (reader.ids.at(-1) ?? 0) >= (expected.at(-1) ?? 0));
    t.same(faultsOf(reader, expected), []);
    t.notOk(
      ledger.events.some(({ id }, index) => id !== index + 1),
      'the log has no hole',
    );
    const open = ledger.operations.filter(({ status }) => status === 'pending' || status === 'running');
    t.same(open, [], 'nothing is left open');
    const finished = ledger.events.filter(({ type }) => type === 'operation.finished');
    t.equal(finished.length, ledger.operations.length, 'each operation has ended once');
    t.same(await house.errors(), [], 'nothing was logged as an error');
  });
}
