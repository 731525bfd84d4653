// Traffic and suspension on a real LXD: what the host's side of a network device counted is what we tell.
import { readFile } from 'node:fs/promises';
import t, { type Test } from 'tap';
import { type House, startHouse } from '../proof/support/house.js';
import { importBusybox, type LxdDaemon, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

/** What a guest says by itself while nobody looks (DHCP, neighbours). */
const NOISE = 4_000;

await onRealLxd('traffic', real);

type Attributes = Record<string, unknown>;

async function call(house: House, method: string, params: Attributes): Promise<Attributes> {
  const { data } = await house.client().request(method, params);
  return Array.isArray(data) ? {} : { id: data.id, ...data.attributes };
}

/** What the host's side of the guest's device has carried since the guest was started; from the guest's view. */
async function truth(daemon: LxdDaemon): Promise<{ rx: number; tx: number }> {
  const name = (await daemon.lxc('config', 'get', 'counted', 'volatile.eth0.host_name')).trim();
  const read = async (what: string): Promise<number> =>
    Number(await readFile(`/sys/class/net/${name}/statistics/${what}_bytes`, 'utf8'));
  return { rx: await read('tx'), tx: await read('rx') };
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'traffic' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  const house = await startHouse({ SERVERS_SOCKETS: daemon.socket, TRAFFIC_SAMPLE_SECONDS: '1' });
  t.teardown(() => house.close());
  const { id: server_id } = await call(house, 'server.add', {
    server_path: daemon.socket,
    server_name: 'lab',
  });
  const { id: instance_id } = await call(house, 'instance.add', {
    server_id,
    instance_name: 'counted',
    instance_image: 'busybox',
    wait: 60,
  });
  const [gateway = ''] = (await daemon.lxc('network', 'get', daemon.bridge, 'ipv4.address'))
    .trim()
    .split('/');
  const act = (instance_status: string): Promise<Attributes> =>
    call(house, 'instance.action', { instance_id, instance_status, wait: 60 });
  const told = async (): Promise<{ rx: number; tx: number }> => {
    const shown = await call(house, 'traffic.get', { instance_id });
    return { rx: Number(shown['traffic_in']), tx: Number(shown['traffic_out']) };
  };
  /** Sends some bytes through the bridge and gets as many back. */
  const carry = async (count: number): Promise<void> => {
    const own = gateway.replace(/[0-9]+$/, '77');
    const script = `ip link set eth0 up; ip addr add ${own}/24 dev eth0 2>/dev/null; ping -q -A -c ${count} -s 1400 ${gateway}`;
    await daemon.lxc('exec', 'counted', '--', 'sh', '-c', script);
  };
  const near = (t: Test, got: number, wanted: number, what: string): void => {
    t.ok(Math.abs(got - wanted) <= NOISE, `${what}: ${got} told, ${wanted} carried`);
  };

  let sum = { rx: 0, tx: 0 };
  const add = (more: { rx: number; tx: number }): void => {
    sum = { rx: sum.rx + more.rx, tx: sum.tx + more.tx };
  };

  await t.test('bytes through a container, across a stop, a start and a kill -9 of ours', async (t) => {
    await carry(40);
    const first = await truth(daemon);
    t.ok(first.tx >= 40 * 1400 && first.rx >= 40 * 1400, 'the host saw them');
    await act('stop-force');
    add(first);
    near(t, (await told()).tx, sum.tx, 'sent, right after the stop');
    await act('start');
    // More than before the stop: a counter that only ever looked at its last value would lose the difference.
    await carry(80);
    await house.kill9();
    await carry(20);
    await house.start();
    add(await truth(daemon));
    await until(async () => (await told()).tx >= sum.tx - NOISE, {
      what: 'it to be read',
      timeout_ms: 15_000,
    });
    const end = await told();
    near(t, end.tx, sum.tx, 'sent');
    near(t, end.rx, sum.rx, 'received');
    t.ok(end.tx >= 140 * 1400);
  });

  await t.test('what a guest makes of its interfaces changes nothing', async (t) => {
    const before = await told();
    const script =
      'ip link set eth0 down; ip link set eth0 name wan; ip link set wan up; ip link add lan type bridge';
    await daemon.lxc('exec', 'counted', '--', 'sh', '-c', script);
    const changed_at = Date.now();
    const read_at = async (): Promise<number> =>
      Number((await call(house, 'traffic.get', { instance_id }))['sampled_at']);
    await until(async () => (await read_at()) > changed_at, { what: 'another reading' });
    near(t, (await told()).tx, before.tx, 'sent');
  });

  await t.test(
    'suspended: stopped, started behind our back and stopped again, lifted: it runs',
    async (t) => {
      const status = async (): Promise<string> =>
        (JSON.parse(await daemon.lxc('list', 'counted', '--format', 'json')) as { status: string }[])[0]
          ?.status ?? '';
      await call(house, 'instance.suspend', { instance_id, wait: 60 });
      t.equal(await status(), 'Stopped');
      await t.rejects(act('start'), { code: 'bad_state' });
      const kept = async (): Promise<number> => {
        const filter = { instance_id, type: 'instance.suspension_kept' };
        const { data } = await house.client().request('event.list', { filter });
        return Array.isArray(data) ? data.length : 0;
      };
      /** The host is busy with the stop for a moment longer than it runs. */
      const start = (): Promise<unknown> =>
        until(
          () =>
            daemon.lxc('start', 'counted').then(
              () => true,
              () => false,
            ),
          { what: 'it to be started' },
        );
      await start();
      await until(async () => (await kept()) === 1, { what: 'that to be seen', timeout_ms: 15_000 });
      await until(async () => (await status()) === 'Stopped', {
        what: 'it to be stopped',
        timeout_ms: 15_000,
      });
      await house.kill9();
      await start();
      t.equal(await status(), 'Running');
      await house.start();
      await until(async () => (await status()) === 'Stopped', {
        what: 'it to be stopped',
        timeout_ms: 15_000,
      });
      await call(house, 'instance.unsuspend', { instance_id, wait: 60 });
      t.equal(await status(), 'Running');
    },
  );
}
