// The API of AARCH64.com against a real LXD: every route, and a machine with a prefix of its own that calls home.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { no, ok, PASSWORD } from '../dialects/aarch64/clients.js';
import { Client } from '../dialects/support/transcript.js';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

const POOL = '2001:db8:a640::/42';
const CAROL = { email: 'carol@example.net', password: 'a sentence nobody guesses' };

interface Vm {
  _id: string;
  state: string;
  phoned_home: boolean;
}

await onRealLxd('aarch64', real);

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const lxd = await startLxd({ name: 'aarch64' });
  t.teardown(() => lxd.stop());
  await importBusybox(lxd);
  const app = await startTestApp({ flags: { listen: ['http://[::]:0'] } });
  t.teardown(() => app.close());
  const token = await app.admin();
  const port = new URL(app.url).port;
  app.url = `http://127.0.0.1:${port}`;
  await app.must('prefix.add', { prefix: POOL, prefix_purpose: 'pool' }, { token });
  const plan = { plan_slug: 'v1.xsmall.aarch64', plan_vcpus: 1, plan_memory_mb: 1024, plan_disk_mb: 1024 };
  await app.must('plan.add', plan, { token });
  const os = { os_slug: 'busybox', os_image_alias: 'busybox', os_version: '1.35' };
  await app.must('os.add', { ...os, os_source_url: 'https://busybox.net/' }, { token });
  const admin = new Client(t, app.url);
  const carol = new Client(t, app.url);
  const body = { email: 'admin@example.net', password: PASSWORD };

  await t.test('POST /auth/signup, POST /auth/login, GET /auth/user: an account and its key', async () => {
    await carol.expect('POST /api/auth/signup', 200, ok('User created'), { body: CAROL });
    const golden = ok('Authentication successful', { key: '{{hex48:key}}' });
    await carol.expect('POST /api/auth/login', 200, golden, { body: CAROL });
    await admin.expect('POST /api/auth/login', 200, golden, { body });
    for (const client of [carol, admin]) client.headers = { Authorization: client.known.get('key') ?? '' };
    const me = { _id: '{{hex24}}', email: CAROL.email, key: '{{key}}', admin: false };
    await carol.expect('GET /api/auth/user', 200, ok('Retrieved user info', me));
  });

  const host = { pop: 'dfw', ip: '127.0.0.1', port: lxd.port };
  const hosts = async (): Promise<Record<string, { vms: Vm[] }>> => {
    const got = (await admin.send('GET /api/admin/ansible')).json;
    return (got as { data: { all: { hosts: Record<string, { vms: Vm[] }> } } }).data.all.hosts;
  };

  await t.test(
    'POST /admin/pop, POST /admin/host, GET /admin/ansible: a host that comes to trust us',
    async (t) => {
      const dfw = { name: 'dfw', provider: 'Equinix Metal', location: 'Dallas, TX', peeringdb_id: 4 };
      await admin.expect('POST /api/admin/pop', 200, ok('PoP added'), { body: dfw });
      await admin.expect('POST /api/admin/host', 200, ok('Host added'), { body: host });
      const server = () => app.must<{ attributes: object }>('server.get', { server_id: 1 }, { token });
      t.match(await server(), { attributes: { server_status: 'unconfigured' } });
      const { json } = await admin.send('GET /api/admin/ansible');
      const { all } = (json as { data: { all: { vars: { gantry_certificate: string }; hosts: object } } })
        .data;
      t.match(all.hosts, {
        dfw0: { ansible_host: '127.0.0.1', bcg: { prefixes: ['2001:db8:a640::/48'] }, vms: [] },
      });
      const file = join(app.dir, 'gantry.crt');
      await writeFile(file, all.vars.gantry_certificate);
      await lxd.lxc('config', 'trust', 'add', file);
      const online = async () => JSON.stringify(await server()).includes('"online"');
      await until(online, { what: 'the host to be online', timeout_ms: 30_000 });
      const refused = await admin.send('POST /api/admin/host', { body: host });
      t.match(refused, { status: 200, json: { meta: { success: false } } });
    },
  );

  await t.test('POST /admin/bgp: a peer on the network of the host', async (t) => {
    const peer = { ip: '127.0.0.1', name: 'Transit', asn: 65530, neighbor: '192.0.2.100' };
    await admin.expect('POST /api/admin/bgp', 200, ok('Added BGP session'), { body: peer });
    const entered = async () =>
      (await lxd.lxc('network', 'get', lxd.bridge, 'bgp.peers.Transit.address')).trim() === peer.neighbor;
    await until(entered, { what: 'the peer on the host' });
    t.match(await hosts(), { dfw0: { bcg: { peers: { Transit: { asn: 65530 } } } } });
  });

  await t.test('GET /system: what may be ordered, and where', async () => {
    const pop = {
      _id: '{{hex24}}',
      name: 'dfw',
      provider: 'Equinix Metal',
      location: 'Dallas, TX',
      peeringdb_id: 4,
    };
    await carol.expect(
      'GET /api/system',
      200,
      ok('Retrieved PoPs', {
        pops: [pop],
        plans: { 'v1.xsmall.aarch64': { vcpus: 1, memory: 1, disk: 1 } },
        oses: { busybox: { version: '1.35', url: 'https://busybox.net/' } },
      }),
    );
  });

  await t.test('POST /project, POST /project/adduser: a project of two', async () => {
    const name = 'My Project Name';
    await carol.expect('POST /api/project', 200, ok('Project created', '{{hex24:project}}'), {
      body: { name },
    });
    const added = { project: '{{project}}', email: 'admin@example.net' };
    await carol.expect('POST /api/project/adduser', 200, ok('User added to project'), { body: added });
    await carol.expect('POST /api/vms/adduser', 200, ok('User added to project'), { body: added });
  });

  const vms = async (): Promise<Vm[]> => {
    const { data } = (await carol.send('GET /api/projects')).json as { data: { _id: string; vms: Vm[] }[] };
    return data.find(({ _id }) => _id === carol.known.get('project'))?.vms ?? [];
  };
  const onHost = async () =>
    JSON.parse(await lxd.lxc('list', '--format', 'json')) as {
      name: string;
      status: string;
      expanded_config: Record<string, string>;
      expanded_devices: Record<string, Record<string, string>>;
    }[];

  await t.test('POST /vms/create, GET /projects: a machine with a prefix of its own', async (t) => {
    const order = {
      hostname: 'test.vm_1',
      pop: 'dfw',
      project: '{{project}}',
      plan: 'v1.xsmall.aarch64',
      os: 'busybox',
    };
    const vm = {
      _id: '{{hex24:vm}}',
      hostname: 'test.vm_1',
      vcpus: 1,
      memory: 1,
      disk: 1,
      pop: 'dfw',
      project: '{{project}}',
      host: 0,
      index: 0,
      os: 'busybox',
      prefix: '2001:db8:a640::/64',
      gateway: '2001:db8:a640::1',
      address: '2001:db8:a640::2/64',
      password: '{{hex32}}',
      phoned_home: false,
      state: '{{text}}',
      created: '{{int}}',
    };
    await carol.expect('POST /api/vms/create', 200, ok('VM created', vm), { body: order });
    const ready = async () => (await vms())[0]?.state === 'ready';
    await until(ready, { what: 'the machine to be made', timeout_ms: 60_000 });
    const runs = async () => (await onHost())[0]?.status === 'Running';
    await until(runs, { what: 'the machine to run', timeout_ms: 20_000 });
    const [one] = await onHost();
    t.match(one?.expanded_config, { 'limits.cpu': '1', 'limits.memory': /^(1GiB|1024MiB)$/ });
    t.match(one?.expanded_devices['eth0'], { nictype: 'routed', 'ipv6.address': '2001:db8:a640::2' });
    t.match((await hosts())['dfw0']?.vms, [{ _id: carol.known.get('vm') }]);
  });

  await t.test('GET /intra/phonehome: the guest is known by its own address', async (t) => {
    const [one] = await onHost();
    const url = `http://[2001:db8:a640::1]:${port}/api/intra/phonehome`;
    await carol.expect('GET /api/intra/phonehome', 200, no('vm was not found'));
    t.match(await vms(), [{ phoned_home: false }]);
    // For 2 to 3 seconds the guest asks whether anybody else has its address: what it sends meanwhile is lost.
    const ask = ['exec', one?.name ?? '', '--', 'timeout', '2', 'wget', '-q', '-O', '-'];
    const called = async () => (await lxd.lxc(...ask, url)).includes('Phone home complete');
    await until(called, { what: 'the guest to reach us', timeout_ms: 30_000 });
    t.match(await vms(), [{ phoned_home: true }]);
    t.match(await lxd.lxc(...ask, '--post-data', 'hostname=x', url), 'Phone home complete');
  });

  await t.test('DELETE /vms/delete: it runs, and goes', async (t) => {
    await carol.expect('DELETE /api/vms/delete', 200, ok('VM deleted'), { body: { vm: '{{vm}}' } });
    t.equal((await vms()).length, 0);
    await until(async () => (await onHost()).length === 0, { what: 'it to be gone', timeout_ms: 30_000 });
    await carol.expect('DELETE /api/vms/delete', 200, no('vm was not found'), { body: { vm: '{{vm}}' } });
  });

  await t.test('POST /auth/logout: the cookie of a login ends', async (t) => {
    const login = await fetch(`${app.url}/api/auth/login`, { method: 'POST', body: JSON.stringify(CAROL) });
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const browser = new Client(t, app.url);
    browser.headers = { cookie, origin: app.url };
    t.equal((await browser.send('GET /api/projects')).status, 200);
    await browser.expect('POST /api/auth/logout', 200, ok('Logged out'));
    t.equal((await browser.send('GET /api/projects')).status, 403);
    t.equal((await carol.send('GET /api/projects')).status, 200, 'the other key goes on');
  });
}
