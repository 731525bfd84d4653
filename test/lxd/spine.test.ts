// The main job on a real LXD: from server.add, by socket, by trust password and by token, to instances that run as asked.
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';

await onRealLxd('spine', real);

interface Resource {
  id: number;
  type: string;
  attributes: Record<string, unknown>;
}

interface Listed {
  name: string;
  status: string;
  config: Record<string, string>;
  expanded_devices: Record<string, Record<string, string>>;
  profiles: string[];
  description: string;
  state: { network: Record<string, { addresses: { family: string; address: string }[] }> | null };
}

async function real(): Promise<void> {
  t.setTimeout(240_000);
  const daemon = await startLxd({ name: 'spine' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  await daemon.lxc('launch', 'busybox', 'old-running');
  await daemon.lxc('init', 'busybox', 'old-stopped', '--config', 'limits.memory=48MiB');
  const app = await startTestApp({ env: { GANTRY_SERVERS_SOCKETS: daemon.socket } });
  t.teardown(() => app.close());
  const token = await app.admin();
  const call = (method: string, params: unknown) => app.call(method, params, { token });
  const must = <T = Resource>(method: string, params: unknown): Promise<T> =>
    app.must<T>(method, params, { token });
  const listed = async (name: string): Promise<Listed | undefined> =>
    (JSON.parse(await daemon.lxc('list', '--format', 'json')) as Listed[]).find((one) => one.name === name);
  const names = async (server_id: number): Promise<string[]> =>
    (await must<Resource[]>('instance.list', { server_id })).map(({ attributes }) =>
      String(attributes['instance_name']),
    );
  let server_id = 0;
  const https = { server_host: '127.0.0.1', server_port: daemon.port };

  await t.test(
    'server.add, instance.list: over the unix socket; what exists is adopted and takes orders',
    async (t) => {
      const added = await must('server.add', { server_path: daemon.socket, server_name: 'local' });
      t.match(added.attributes, { server_status: 'online', server_name: 'local' });
      t.same((await names(added.id)).sort(), ['old-running', 'old-stopped']);
      const running = await must('instance.get', { server_id: added.id, instance_name: 'old-running' });
      t.match(running.attributes, { instance_power: 'running', instance_stale: false });
      const stopped = await must('instance.get', { server_id: added.id, instance_name: 'old-stopped' });
      t.match(stopped.attributes, { instance_power: 'stopped', instance_memory: '48MiB' });
      const events = await must<Resource[]>('event.list', { filter: { type: 'instance.adopted' } });
      t.equal(events.length, 2);
      const acted = await call('instance.action', {
        instance_id: running.id,
        instance_status: 'stop-force',
        wait: 30,
      });
      t.equal(acted.status, 200, 'an adopted instance takes orders');
      t.equal((await listed('old-running'))?.status, 'Stopped');
      t.equal((await call('server.add', { server_path: daemon.socket })).status, 409, 'not twice');
      t.equal(
        (await call('server.add', { server_path: '/run/other.socket' })).status,
        400,
        'SEC-42 no other socket',
      );
      await must('server.delete', { server_id: added.id });
      t.ok(await listed('old-running'), 'letting a server go leaves its instances alone');
    },
  );

  await t.test('server.add: over https with a join token, pinned by the fingerprint inside', async (t) => {
    const said = await daemon.lxc('config', 'trust', 'add', '--name', 'gantry');
    const server_password = said.trim().split('\n').at(-1);
    const added = await must('server.add', { ...https, server_password });
    t.match(added.attributes, { server_status: 'online' });
    t.same((await names(added.id)).sort(), ['old-running', 'old-stopped']);
    await must('server.delete', { server_id: added.id });
    const trusted = JSON.parse(await daemon.lxc('config', 'trust', 'list', '--format', 'json')) as {
      fingerprint: string;
    }[];
    for (const { fingerprint } of trusted) await daemon.lxc('config', 'trust', 'remove', fingerprint);
  });

  await t.test('server.verify, server.add: over https with the trust password', async (t) => {
    const seen = await must('server.verify', https);
    t.match(seen.attributes, { server_fingerprint: daemon.fingerprint, server_auth: 'untrusted' });
    const wrong = await call('server.add', { ...https, server_password: 'wrong' });
    t.equal(wrong.status, 502, 'a wrong password is refused by the host');
    const other = await call('server.add', {
      ...https,
      server_password: daemon.password,
      server_fingerprint: '0'.repeat(64),
    });
    t.equal(other.status, 502, 'SEC-41 another fingerprint than the one expected: nothing is sent');
    const added = await must('server.add', {
      ...https,
      server_password: daemon.password,
      server_name: 'lab',
    });
    t.match(added.attributes, { server_status: 'online' });
    server_id = added.id;
  });

  await t.test('instance.add: with every field', async (t) => {
    const subnet = (await daemon.lxc('network', 'get', daemon.bridge, 'ipv4.address')).trim();
    const address = subnet.replace(/\.1\/24$/, '.77');
    await daemon.lxc('profile', 'create', 'extra');
    await daemon.lxc('profile', 'set', 'extra', 'user.from-profile', 'yes');
    await must('ssh-key.add', { key_name: 'laptop', key_public: KEY });
    const added = await must('instance.add', {
      server_id,
      instance_name: 'full',
      instance_image: 'busybox',
      instance_type: 'container',
      instance_profiles: 'default,extra',
      instance_memory: '64',
      instance_cpu: 1,
      instance_interface: 'eth0',
      instance_dhcp: false,
      instance_network: `${address}/24`,
      instance_nameserver: '9.9.9.9',
      instance_command: 'echo out; echo err >&2; exit 3',
      instance_start: true,
      instance_config: { 'user.mine': 'x' },
      instance_devices: { shared: { type: 'disk', source: '/tmp', path: '/mnt/shared', readonly: 'true' } },
      instance_description: 'made by the spine test',
      wait: 60,
    });
    t.equal(added.attributes['operation_status'], 'success');
    const operation = await must('operation.get', { operation_id: added.attributes['operation_id'] });
    t.match(operation.attributes['operation_result'], { command: { exit_code: 3, output: 'out\nerr\n' } });
    const seen = await listed('full');
    t.match(seen, {
      status: 'Running',
      description: 'made by the spine test',
      profiles: ['default', 'extra'],
    });
    t.match(seen?.config, { 'limits.memory': '64MiB', 'limits.cpu': '1', 'user.mine': 'x' });
    const vendor = seen?.config['cloud-init.vendor-data'] ?? '';
    t.ok(vendor.startsWith('#cloud-config\n'));
    t.same(parse(vendor), { ssh_authorized_keys: [`${KEY} laptop`] });
    t.match(
      seen?.config['cloud-init.network-config'],
      new RegExp(`${address.replaceAll('.', '\\.')}[^]*9\\.9\\.9\\.9`),
    );
    t.equal(seen?.expanded_devices['eth0']?.['ipv4.address'], address);
    t.equal(seen?.expanded_devices['shared']?.['path'], '/mnt/shared');
    await until(
      async () =>
        (await listed('full'))?.state.network?.['eth0']?.addresses.some((one) => one.address === address),
      { timeout_ms: 20_000, what: 'the fixed address by DHCP' },
    );
    t.match(await daemon.lxc('exec', 'full', '--', 'cat', '/proc/meminfo'), /MemTotal: +65536 kB/);
    const shown = await must('instance.get', { instance_id: added.id });
    t.match(shown.attributes, { instance_memory: '64MiB', instance_cpu: '1', instance_power: 'running' });
    const taken = await call('instance.add', {
      server_id,
      instance_name: 'second',
      instance_image: 'busybox',
      instance_dhcp: false,
      instance_network: `${address}/24`,
    });
    t.equal(taken.status, 409, 'no address is given twice');
    const again = await call('instance.add', { server_id, instance_name: 'full', instance_image: 'busybox' });
    t.equal(again.status, 409, 'nor a name');
    const image = await call('instance.add', {
      server_id,
      instance_name: 'third',
      instance_image: 'no-such',
    });
    t.equal(image.status, 404, 'an unknown image is told at once');
    const vm = await call('instance.add', {
      server_id,
      instance_name: 'vm',
      instance_image: 'busybox',
      instance_type: 'virtual-machine',
    });
    t.equal(vm.status, 501, 'a virtual machine is refused where the host has none');
  });

  await t.test('event.list: its events came in order with growing numbers', async (t) => {
    const { id } = await must('instance.get', { server_id, instance_name: 'full' });
    const events = await must<Resource[]>('event.list', { filter: { instance_id: id } });
    t.same(
      events.map(({ attributes }) => attributes['type']),
      ['operation.created', 'instance.created', 'instance.started', 'operation.finished'],
    );
    const numbers = events.map((event) => event.id);
    t.same(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
  });

  await t.test('instance.action: every one, seen on the host and told as an event', async (t) => {
    const { id } = await must('instance.get', { server_id, instance_name: 'full' });
    const act = async (t: Test, instance_status: string, status: string, type: string): Promise<void> => {
      const done = await must('instance.action', { instance_id: id, instance_status, wait: 60 });
      t.equal((await listed('full'))?.status, status, instance_status);
      const operation_id = done.attributes['operation_id'];
      const events = await must<Resource[]>('event.list', {
        filter: { instance_id: id },
        sort: '-id',
        limit: 5,
      });
      const own = events.filter(({ attributes }) => attributes['operation_id'] === operation_id);
      t.same(own.map(({ attributes }) => attributes['type']).reverse(), [
        'operation.created',
        type,
        'operation.finished',
      ]);
    };
    for (const [action, status, type] of [
      ['restart', 'Running', 'instance.restarted'],
      ['freeze', 'Frozen', 'instance.frozen'],
      ['unfreeze', 'Running', 'instance.unfrozen'],
      ['restart-force', 'Running', 'instance.restarted'],
      ['stop', 'Stopped', 'instance.stopped'],
      ['start', 'Running', 'instance.started'],
      ['stop-force', 'Stopped', 'instance.stopped'],
    ] as const) {
      await act(t, action, status, type);
    }
    const stopped = await call('instance.action', { instance_id: id, instance_status: 'stop' });
    t.equal(stopped.status, 409, 'what is stopped is not stopped again');
  });

  await t.test('instance.update: limits, profiles, devices, description, a key removed', async (t) => {
    const { id } = await must('instance.get', { server_id, instance_name: 'full' });
    await must('instance.update', {
      instance_id: id,
      instance_memory: '96',
      instance_cpu: '',
      instance_profiles: ['default'],
      instance_config: { 'user.mine': null, 'user.other': 'y' },
      instance_devices: { shared: null },
      instance_description: 'changed',
      wait: 30,
    });
    const seen = await listed('full');
    t.match(seen, { description: 'changed', profiles: ['default'] });
    t.match(seen?.config, { 'limits.memory': '96MiB', 'user.other': 'y' });
    t.notOk(seen?.config['user.mine']);
    t.notOk(seen?.config['limits.cpu']);
    t.notOk(seen?.expanded_devices['shared']);
    const shown = await must('instance.get', { instance_id: id });
    t.match(shown.attributes, { instance_memory: '96MiB', instance_cpu: '', instance_profiles: 'default' });
    const bad = await call('instance.update', {
      instance_id: id,
      instance_config: { 'no.such.key': '1' },
      wait: 30,
    });
    t.equal(bad.status, 400, 'what the host refuses is told');
  });

  await t.test('instance.get: what happens behind our back shows, and is told', async (t) => {
    const { id } = await must('instance.get', { server_id, instance_name: 'full' });
    await daemon.lxc('start', 'full');
    await until(
      async () =>
        (await must('instance.get', { instance_id: id })).attributes['instance_power'] === 'running',
    );
    await daemon.lxc('rename', 'old-stopped', 'renamed');
    await until(async () => (await names(server_id)).includes('renamed'));
    t.notOk((await names(server_id)).includes('old-stopped'), 'a rename keeps the row');
    await daemon.lxc('delete', '--force', 'renamed');
    await until(async () => !(await names(server_id)).includes('renamed'));
    await daemon.lxc('init', 'busybox', 'foreign');
    await until(async () => (await names(server_id)).includes('foreign'));
    const types = (await must<Resource[]>('event.list', { sort: '-id', limit: 20 })).map(
      ({ attributes }) => attributes['type'],
    );
    for (const type of ['instance.started', 'instance.renamed', 'instance.deleted', 'instance.adopted']) {
      t.ok(types.includes(type), type);
    }
  });

  await t.test('REL-74 the host goes away and comes back', async (t) => {
    const { id } = await must('instance.get', { server_id, instance_name: 'full' });
    await daemon.kill9();
    await until(
      async () => (await must('server.get', { server_id })).attributes['server_status'] === 'offline',
    );
    const refused = await call('instance.action', { instance_id: id, instance_status: 'restart-force' });
    t.equal(refused.status, 503);
    t.match(
      (await must('instance.get', { instance_id: id })).attributes,
      { instance_stale: true },
      'lists go on',
    );
    const queued = await must('instance.action', {
      instance_id: id,
      instance_status: 'restart-force',
      on_unreachable: 'queue',
    });
    await daemon.restart();
    await until(
      async () => (await must('server.get', { server_id })).attributes['server_status'] === 'online',
      {
        timeout_ms: 10_000,
        what: 'the server to be back within 10 s',
      },
    );
    const done = await must('operation.get', { operation_id: queued.attributes['operation_id'], wait: 30 });
    t.equal(done.attributes['operation_status'], 'success', 'what waited for the host was done');
  });

  await t.test('instance.delete: refused while it runs, done with force; nothing is left', async (t) => {
    const { id } = await must('instance.get', { server_id, instance_name: 'full' });
    t.equal((await call('instance.delete', { instance_id: id })).status, 409);
    await must('instance.delete', { instance_id: id, force: true, wait: 60 });
    t.equal(await listed('full'), undefined);
    t.equal((await call('instance.get', { instance_id: id })).status, 404);
  });

  await t.test('everything is as it was after our own restart', async (t) => {
    const before = (await names(server_id)).sort();
    await app.restart();
    await until(
      async () => (await must('server.get', { server_id })).attributes['server_status'] === 'online',
    );
    t.same((await names(server_id)).sort(), before);
    const adopted = await must<Resource[]>('event.list', {
      filter: { type: 'instance.adopted' },
      sort: '-id',
    });
    t.same(new Set(adopted.map((event) => event.id)).size, adopted.length);
  });
}
