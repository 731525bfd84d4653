// One machine through four APIs on two real hosts, told of on one native subscription; and nothing is left of it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import t from 'tap';
import { PASSWORD, startTestApp } from '../support/app.js';
import { importBusybox, type LxdDaemon, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { openSse } from '../support/sse.js';
import { until } from '../support/until.js';

const run = promisify(execFile);

/** Host port of the panel's instance. */
const PORT = 28_417;
const STEPS = new Set(
  ['created', 'started', 'phoned_home', 'suspended', 'unsuspended', 'restarted', 'deleted'].map(
    (word) => `instance.${word}`,
  ),
);

await onRealLxd('story', real);

interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

interface Envelope<T> {
  meta: { success: boolean; message: string };
  data: T;
}

interface Vm {
  _id: string;
  hostname: string;
  host: number;
  index: number;
  prefix: string;
  gateway: string;
  address: string;
  phoned_home: boolean;
}

interface Listed {
  name: string;
  status: string;
}

interface Told {
  type: string;
  via: string;
  instance_id?: number;
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const [first, second] = await Promise.all([
    startLxd({ name: 'dal-a' }),
    startLxd({ name: 'dal-b', address: '127.0.0.2' }),
  ]);
  t.teardown(() => Promise.all([first.stop(), second.stop()]));
  await Promise.all([importBusybox(first), importBusybox(second)]);
  const app = await startTestApp({ flags: { listen: ['http://[::]:0'] } });
  t.teardown(() => app.close());
  const admin = await app.admin();
  const alice = await app.user('alice');
  const port = new URL(app.url).port;

  const request = async <T>(
    verb: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer<T>> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: verb,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const native = <T = { id: number; attributes: Record<string, unknown> }>(
    method: string,
    params: Record<string, unknown>,
    token = admin,
  ): Promise<T> => app.must<T>(method, params, { token });
  const listed = async (daemon: LxdDaemon): Promise<Listed[]> =>
    (JSON.parse(await daemon.lxc('list', '--format', 'json')) as Listed[]).map(({ name, status }) => ({
      name,
      status,
    }));

  // A place with two hosts, as the native API makes it; addresses, sizes and systems to order.
  const place = await native('location.add', { location_code: 'dal1' });
  for (const daemon of [first, second]) {
    await native('server.add', {
      server_host: daemon.https.address,
      server_port: daemon.port,
      server_password: daemon.password,
      server_fingerprint: daemon.fingerprint,
      location_id: place.id,
    });
  }
  await native('prefix.add', { prefix: '2001:db8:5700::/42', prefix_purpose: 'pool' });
  const size = { plan_vcpus: 1, plan_memory_mb: 1024, plan_disk_mb: 1024 };
  await native('plan.add', { plan_slug: 'v1.small', ...size });
  await native('os.add', { os_slug: 'busybox', os_image_alias: 'busybox' });

  const stream = await openSse(`${app.url}/v1/event.subscribe`, { authorization: `Bearer ${alice}` });
  t.teardown(() => stream.close());
  const told = (): Told[] => stream.messages.map(({ data }) => JSON.parse(data) as Told);
  /** The first event of a kind behind those that were heard already. */
  const heard = (type: string, via: string, behind = 0): Promise<Told> =>
    until(
      () =>
        told()
          .slice(behind)
          .find((one) => one.type === type && one.via === via),
      { timeout_ms: 20_000, what: `${type} via ${via}` },
    );

  const login = await request<Envelope<{ key: string }>>(
    'POST',
    '/api/auth/login',
    {},
    {
      email: 'alice@example.net',
      password: PASSWORD,
    },
  );
  const aarch64 = async <T>(verb: string, path: string, body?: unknown): Promise<T> => {
    const key = { authorization: login.body.data.key };
    const answer = await request<Envelope<T>>(verb, `/api${path}`, key, body);
    t.match(answer, { status: 200, body: { meta: { success: true } } }, `${verb} ${path}`);
    return answer.body.data;
  };
  const vms = async (): Promise<Vm[]> =>
    (await aarch64<{ _id: string; vms: Vm[] }[]>('GET', '/projects')).flatMap((one) => one.vms);

  const panelKey = await native('token.create', { token_kind: 'panel' });
  const panel = <T>(verb: string, path: string, body?: unknown): Promise<Answer<T>> =>
    request<T>(verb, `/api${path}`, { 'x-api-key': String(panelKey.attributes['token']) }, body);
  const pair = await native('token.create', { token_kind: 'cvm' }, alice);
  const cvm = (verb: string, path: string): Promise<Answer> =>
    request(verb, `/api/client/vps/${path}`, {
      'API-Public-Token': String(pair.attributes['token_public']),
      'API-Private-Token': String(pair.attributes['token']),
    });

  let vm: Vm | undefined;
  let name = '';
  let instance_id = 0;

  await t.test('ordered through aarch64: it stands on the first of two equal hosts and runs', async (t) => {
    const project = await aarch64<string>('POST', '/project', { name: 'story' });
    const order = { hostname: 'vm_1.example.net', pop: 'dal1', project, plan: 'v1.small', os: 'busybox' };
    vm = await aarch64<Vm>('POST', '/vms/create', order);
    t.match(vm, {
      host: 0,
      index: 0,
      prefix: '2001:db8:5700::/64',
      address: '2001:db8:5700::2/64',
      phoned_home: false,
    });
    instance_id = (await heard('instance.started', 'aarch64')).instance_id ?? 0;
    await heard('operation.finished', 'aarch64');
    const other = await aarch64<Vm>('POST', '/vms/create', { ...order, hostname: 'vm-2' });
    t.match(other, { host: 1, index: 0 }, 'the next one goes to the other host');
    await until(async () => (await listed(second)).some(({ status }) => status === 'Running'), {
      timeout_ms: 20_000,
      what: 'the second machine to run',
    });
    await aarch64('DELETE', '/vms/delete', { vm: other._id });
    const shown = await native('instance.get', { instance_id }, alice);
    t.match(shown.attributes, {
      instance_hostname: 'vm_1.example.net',
      location_id: place.id,
      plan_id: 1,
      os_id: 1,
    });
    name = String(shown.attributes['instance_name']);
    t.match(await listed(first), [{ name, status: 'Running' }]);
  });

  await t.test('its guest calls home; a forged address does not', async (t) => {
    const forged = { 'x-forwarded-for': '2001:db8:5700::2' };
    await request('GET', '/api/intra/phonehome', forged);
    t.equal((await vms()).find(({ _id }) => _id === vm?._id)?.phoned_home, false, 'a stranger in disguise');
    const url = `http://[${vm?.gateway ?? ''}]:${port}/api/intra/phonehome`;
    // Cut short and asked again: before the guest's address has proved unique a call gets no answer, or goes out from
    // its link-local address, which is nobody's.
    const ask = ['exec', name, '--', 'timeout', '2', 'wget', '-q', '-O', '-', url];
    await until(
      async () => (JSON.parse(await first.lxc(...ask)) as { meta: { success: boolean } }).meta.success,
      {
        timeout_ms: 20_000,
        what: 'the guest to call home',
      },
    );
    t.equal((await vms()).find(({ _id }) => _id === vm?._id)?.phoned_home, true);
    await heard('instance.phoned_home', 'aarch64');
  });

  await t.test('suspended through the panel API, which CVM respects and says', async (t) => {
    const { body } = await panel<{ Id: string; Name: string; suspended: boolean }[]>('GET', '/instances');
    const seen = body.find(({ Id }) => Id.replaceAll('-', '').startsWith(vm?._id ?? '?'));
    t.match(seen, { suspended: false });
    const path = `/instances/suspend/${seen?.Id ?? ''}`;
    t.equal((await panel('POST', path, { id: seen?.Id })).status, 200);
    await heard('instance.suspended', 'panel');
    t.match(await listed(first), [{ name, status: 'Stopped' }]);
    const refused = await cvm('POST', `${instance_id}/start`);
    t.match(refused, { status: 500, body: { errors: [/suspended/] } });
    t.match((await cvm('GET', `${instance_id}/status`)).body, { response: { status: 'suspended' } });
    const lifted = await panel('POST', path.replace('suspend', 'unsuspend'), { id: seen?.Id });
    t.match(lifted, { status: 200, body: { suspended: false } });
    await heard('instance.unsuspended', 'panel');
    t.match(await listed(first), [{ name, status: 'Running' }], 'it ran before, so it runs again');
  });

  await t.test('restarted through CVM', async (t) => {
    t.match(await cvm('GET', 'list'), {
      status: 200,
      body: { response: { vpses: [{ id: String(instance_id) }] } },
    });
    t.match(await cvm('POST', `${instance_id}/restart`), { status: 200, body: { response: {} } });
    await heard('instance.restarted', 'cvm');
    t.match(await listed(first), [{ name, status: 'Running' }]);
  });

  await t.test('one with a mapped port, deployed and deleted through the panel API', async (t) => {
    const nodes = await panel<{ id: string; address: string }[]>('GET', '/nodes');
    const users = await panel<{ userId: string; username: string }[]>('GET', '/users');
    const before = told().length;
    const made = await panel<{ Id: string }>('POST', '/instances/deploy', {
      image: 'busybox',
      memory: '128',
      cpu: '1',
      ports: `80:${PORT}`,
      primary: `${PORT}`,
      nodeId: nodes.body.find(({ address }) => address === '127.0.0.2')?.id,
      name: 'My server',
      user: users.body.find(({ username }) => username === 'alice')?.userId,
      variables: { GREETING: 'hello' },
    });
    t.match(made, { status: 201, body: { state: 'INSTALLING' } });
    await heard('instance.started', 'panel', before);
    const [there] = await listed(second);
    const box = there?.name ?? '';
    t.equal((await second.lxc('exec', box, '--', 'sh', '-c', 'echo $GREETING')).trim(), 'hello');
    await second.lxc(
      'exec',
      box,
      '--',
      'sh',
      '-c',
      'mkdir /www; echo up > /www/index.html; httpd -p 80 -h /www',
    );
    t.equal((await (await fetch(`http://127.0.0.1:${PORT}/`)).text()).trim(), 'up', 'its port leads into it');
    t.equal((await panel('DELETE', '/instance/delete', { id: made.body.Id })).status, 201);
    await heard('instance.deleted', 'panel');
    await t.rejects(fetch(`http://127.0.0.1:${PORT}/`), 'nobody listens any more');
  });

  await t.test('deleted through aarch64: nothing is left on the hosts', async (t) => {
    await aarch64('DELETE', '/vms/delete', { vm: vm?._id });
    await until(
      () => told().find((one) => one.type === 'instance.deleted' && one.instance_id === instance_id),
      {
        timeout_ms: 20_000,
        what: 'the deletion to be told',
      },
    );
    const left = [...(await listed(first)), ...(await listed(second))];
    t.same(left, [], 'no instance');
    for (const what of [['route'], ['neigh', 'show', 'proxy'], ['addr']]) {
      t.notMatch((await run('ip', ['-6', ...what])).stdout, /2001:db8:57/, `ip -6 ${what.join(' ')}`);
    }
    t.same(
      (await vms()).map(({ hostname }) => hostname),
      [],
    );
    t.match((await cvm('GET', `${instance_id}/status`)).body, { response: { status: 'terminated' } });
  });

  await t.test('one subscription heard it all, and by which API', (t) => {
    const steps = told()
      .filter((one) => one.instance_id === instance_id && STEPS.has(one.type))
      .map(({ type, via }) => `${type} ${via}`);
    t.same(steps, [
      'instance.created aarch64',
      'instance.started aarch64',
      'instance.phoned_home aarch64',
      'instance.suspended panel',
      'instance.unsuspended panel',
      'instance.started panel',
      'instance.restarted cvm',
      'instance.deleted aarch64',
    ]);
    t.end();
  });
}
