// The CVM client API against a real LXD: every call, and a server whose port is cut.
import t, { type Test } from 'tap';
import { Client } from '../dialects/support/transcript.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { startForwarder } from '../support/forwarder.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

/** How long a server that is away may hold up an answer, ms. */
const SOON_MS = 4000;
const EMPTY = '{"response":{}}';

await onRealLxd('cvm', real);

/** A client with a pair of tokens of alice's. */
async function clientOf(t: Test, app: TestApp, token: string): Promise<Client> {
  const { attributes } = await app.must<{ attributes: Record<string, string> }>(
    'token.create',
    { token_kind: 'cvm' },
    { token },
  );
  const client = new Client(t, app.url);
  client.headers = {
    'API-Public-Token': attributes['token_public'] ?? '',
    'API-Private-Token': attributes['token'] ?? '',
  };
  return client;
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const lxd = await startLxd({ name: 'cvm' });
  t.teardown(() => lxd.stop());
  await importBusybox(lxd);
  const road = await startForwarder(lxd.port);
  t.teardown(() => road.close());
  const app = await startTestApp();
  t.teardown(() => app.close());
  const admin = await app.admin();
  const alice = await app.user('alice');
  await app.must(
    'server.add',
    {
      server_host: '127.0.0.1',
      server_port: road.port,
      server_password: lxd.password,
      server_fingerprint: lxd.fingerprint,
      server_name: 'lab',
    },
    { token: admin },
  );
  await app.must('server.grant', { server_id: 1, user_id: 2 }, { token: admin });
  await app.must(
    'instance.add',
    {
      server_id: 1,
      instance_name: 'web',
      instance_image: 'busybox',
      instance_cpu: '1',
      instance_memory: '128MiB',
      instance_start: true,
      wait: 60,
    },
    { token: alice },
  );
  const client = await clientOf(t, app, alice);
  const onHost = async (): Promise<string> =>
    (JSON.parse(await lxd.lxc('list', '--format', 'json')) as { status: string }[])[0]?.status ?? 'absent';
  const status = async (): Promise<Record<string, string>> =>
    ((await client.send('GET /api/client/vps/1/status')).json as { response: Record<string, string> })
      .response;
  const soon = async (t: Test, what: string, run: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await run();
    const took = performance.now() - began;
    t.ok(took < SOON_MS, `${what}: ${Math.round(took)} ms`);
  };
  /** What must be answered while the server is away, and that all is well afterwards. */
  const away = async (t: Test, cut: () => void | Promise<void>): Promise<void> => {
    await cut();
    await soon(t, 'the action at once', async () => {
      const { status, json } = await client.send('POST /api/client/vps/1/restart');
      t.equal(status, 503);
      t.match(json, { errors: [String] });
    });
    await soon(t, 'the status', async () => t.equal((await status())['status'], 'unknown'));
    await soon(t, 'the next action', async () =>
      t.equal((await client.send('POST /api/client/vps/1/stop')).status, 503),
    );
    t.equal(await onHost(), 'Running', 'nothing of it happened');
    await road.mend();
    await until(async () => (await status())['status'] === 'running', {
      timeout_ms: 45_000,
      what: 'the server to be back',
    });
    await client.expect('POST /api/client/vps/1/restart', 200, EMPTY);
  };

  await t.test('GET /api/client/vps/list: sizes as the host has them', async (t) => {
    const got = await client.send('GET /api/client/vps/list');
    t.matchOnly(got.json, {
      response: {
        vpses: [
          {
            id: '1',
            node: '1',
            virtualization_type: '1',
            hostname: 'web',
            guaranteed_ram: '128',
            disk_space: /^\d+$/,
            cpu_count: '1',
            traffic_in_limit: '0',
            traffic_out_limit: '0',
            traffic_in_used: /^\d+$/,
            traffic_out_used: /^\d+$/,
          },
        ],
      },
    });
  });

  await t.test('GET /api/client/vps/<id>/status: memory in use, in bytes', async (t) => {
    const found = await status();
    t.equal(found['status'], 'running');
    t.match(found['disk_used'], /^\d+$/);
    t.ok(Number(found['ram_used']) > 100_000 && Number(found['ram_used']) < 128 * 1024 * 1024);
  });

  await t.test('POST /api/client/vps/<id>/stop: stopped on the host when it answers', async (t) => {
    await client.expect('POST /api/client/vps/1/stop', 200, EMPTY);
    t.equal(await onHost(), 'Stopped');
    t.match(await status(), { status: 'stopped', ram_used: '0' });
    t.equal((await client.send('POST /api/client/vps/1/stop')).status, 500);
  });

  await t.test('POST /api/client/vps/<id>/start: runs on the host when it answers', async (t) => {
    t.equal((await client.send('POST /api/client/vps/1/restart')).status, 500, 'nothing to restart');
    await client.expect('POST /api/client/vps/1/start', 200, EMPTY);
    t.equal(await onHost(), 'Running');
    t.equal((await client.send('POST /api/client/vps/1/start')).status, 500);
  });

  await t.test('POST /api/client/vps/<id>/restart: begun anew on the host when it answers', async (t) => {
    const pid = async (): Promise<number> =>
      (JSON.parse(await lxd.lxc('list', '--format', 'json')) as { state: { pid: number } }[])[0]?.state.pid ??
      0;
    const before = await pid();
    await client.expect('POST /api/client/vps/1/restart', 200, EMPTY);
    t.not(await pid(), before);
  });

  await t.test(
    'GET /api/client/vps/<id>/status, POST /api/client/vps/<id>/stop: a port that refuses',
    async (t) => away(t, () => road.refuse()),
  );

  await t.test(
    'GET /api/client/vps/<id>/status, POST /api/client/vps/<id>/restart: a server that falls silent',
    async (t) => away(t, () => road.silence()),
  );
}
