// The panel API against a real LXD: a dashboard's whole day, every route, and what the host says of it.
import { createServer } from 'node:net';
import t, { type Test } from 'tap';
import { Client } from '../dialects/support/transcript.js';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

await onRealLxd('panel', real);

type Dict = Record<string, unknown>;

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const lxd = await startLxd({ name: 'panel' });
  t.teardown(() => lxd.stop());
  await importBusybox(lxd);
  const app = await startTestApp();
  t.teardown(() => app.close());
  const token = await app.admin();
  const key = await app.must<{ attributes: Dict }>('token.create', { token_kind: 'panel' }, { token });
  const headers = { 'x-api-key': String(key.attributes['token']) };
  const port = await freePort();

  const send = async (t: Test, line: string, status: number, body?: Dict): Promise<Dict> => {
    const client = new Client(t, app.url);
    const got = await client.send(line, { headers, ...(body === undefined ? {} : { body }) });
    t.equal(got.status, status, `${line}: ${got.text.slice(0, 200)}`);
    return got.json as Dict;
  };
  const list = async (t: Test, line: string): Promise<Dict[]> =>
    (await send(t, line, 200)) as unknown as Dict[];

  let node: Dict = {};
  await t.test('POST /api/nodes/create, GET /api/nodes: with the trust password it is Online', async (t) => {
    const form = {
      name: 'lab',
      tags: 'test',
      ram: '8 GB',
      disk: '100 GB',
      processor: 'any',
      address: '127.0.0.1',
    };
    node = await send(t, 'POST /api/nodes/create', 201, { ...form, port: lxd.port, password: lxd.password });
    await until(async () => (await list(t, 'GET /api/nodes'))[0]?.['status'] === 'Online', {
      what: 'it to be Online',
    });
    t.match(await list(t, 'GET /api/nodes'), [{ ...form, id: String(node['id']), status: 'Online' }]);
  });

  const userId = 'account-42';
  await t.test(
    'POST /api/auth/create-user, POST /api/getUser, GET /api/users: with the id of the caller',
    async (t) => {
      const made = { username: 'gamer', email: 'gamer@example.net' };
      const shown = { userId, ...made, admin: false };
      t.same(
        await send(t, 'POST /api/auth/create-user', 201, {
          ...made,
          userId,
          password: 'a long enough sentence',
        }),
        shown,
      );
      t.match(await send(t, 'POST /api/getUser', 201, { type: 'email', value: made.email }), shown);
      t.match((await list(t, 'GET /api/users')).at(-1), shown);
    },
  );

  let image = '';
  await t.test('GET /api/images: what the node has', async (t) => {
    const images = await list(t, 'GET /api/images');
    image = String(images.find((one) => one['Image'] === 'busybox')?.['Id']);
    t.match(image, /^[0-9a-f]{64}$/);
  });

  let id = '';
  const shown = async (t: Test): Promise<Dict> => send(t, 'POST /api/getInstance', 200, { id });
  const status = async (): Promise<string> => {
    const rows = JSON.parse(await lxd.lxc('list', '--format', 'json')) as { status: string }[];
    return rows[0]?.status ?? 'absent';
  };
  await t.test(
    'POST /api/instances/deploy: READY, with limits, variables and a port that answers',
    async (t) => {
      const order = {
        image,
        memory: '128',
        cpu: 1,
        ports: `8080:${port}`,
        nodeId: node['id'],
        name: 'My server!',
        user: userId,
        primary: port,
        variables: { GREETING: 'hello there' },
      };
      const made = await send(t, 'POST /api/instances/deploy', 201, order);
      id = String(made['volumeId']);
      await until(async () => (await shown(t))['InternalState'] === 'READY', {
        timeout_ms: 30_000,
        what: 'it to be READY',
      });
      await until(async () => (await status()) === 'Running', { timeout_ms: 30_000, what: 'it to run' });
      const name = String(made['ContainerId']);
      const page = 'mkdir -p /www; echo "$GREETING" > /www/index.html; httpd -p 8080 -h /www';
      await lxd.lxc('exec', name, '--', 'sh', '-c', page);
      const answer = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/`)).text();
      await until(async () => (await answer().catch(() => '')) === 'hello there\n', {
        what: 'the port to answer',
      });
      t.equal((await lxd.lxc('config', 'get', name, 'limits.memory')).trim(), '128MiB');
      t.equal((await lxd.lxc('config', 'get', name, 'limits.cpu')).trim(), '1');
      await send(t, 'POST /api/instances/deploy', 400, order);
    },
  );

  await t.test(
    'POST /api/getInstance, GET /api/instances, POST /api/getUserInstance: what dashboards read',
    async (t) => {
      const one = await shown(t);
      t.match(one, {
        Name: 'My server!',
        Id: id,
        Node: { id: String(node['id']) },
        User: userId,
        Memory: 128,
        Cpu: 1,
        Ports: `8080:${port}`,
        Primary: String(port),
        Env: ['GREETING=hello there'],
        suspended: false,
      });
      t.same(await list(t, 'GET /api/instances'), [one]);
      t.same(await send(t, 'POST /api/getUserInstance', 200, { userId }), [one]);
      await send(t, 'DELETE /api/nodes/delete', 400, { nodeId: node['id'] });
    },
  );

  await t.test('POST /api/instances/suspend/{id}: it stops, and stays stopped', async (t) => {
    t.match(await send(t, `POST /api/instances/suspend/${id}`, 200, { id }), { Id: id, suspended: true });
    await until(async () => (await status()) === 'Stopped', { timeout_ms: 40_000, what: 'it to stop' });
    const start = { instance_id: 1, instance_status: 'start' };
    t.equal((await app.call('instance.action', start, { token })).status, 409);
  });

  await t.test('POST /api/instances/unsuspend/{id}: it runs again', async (t) => {
    // The suspension may have a word to say yet.
    t.match(await send(t, `POST /api/instances/unsuspend/${id}`, 200), { Id: id, suspended: false });
    t.equal(await status(), 'Running');
  });

  await t.test('DELETE /api/instance/delete, DELETE /api/nodes/delete: nothing is left', async (t) => {
    await send(t, 'DELETE /api/instance/delete', 201, { id });
    t.equal(await status(), 'absent');
    await send(t, 'POST /api/getInstance', 400, { id });
    await send(t, 'DELETE /api/nodes/delete', 201, { nodeId: node['id'] });
    t.same(await list(t, 'GET /api/nodes'), []);
  });
}
