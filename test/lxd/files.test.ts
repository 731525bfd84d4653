// Files and logs of instances on a real LXD: bytes go in and out unharmed, and nothing a client does stops the daemon.
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

await onRealLxd('files', real);

interface Resource {
  id: number;
  attributes: Record<string, unknown>;
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'files' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  await daemon.lxc('launch', 'busybox', 'runs');
  await daemon.lxc('init', 'busybox', 'rests');
  const app = await startTestApp({ env: { GANTRY_SERVERS_SOCKETS: daemon.socket } });
  t.teardown(() => app.close());
  const token = await app.admin();
  const must = <T = Resource>(method: string, params: unknown): Promise<T> =>
    app.must<T>(method, params, { token });
  // The unix socket is the delicate way: there one silent connection stops LXD 5.0.2.
  const { id: server_id } = await must('server.add', { server_path: daemon.socket, server_name: 'local' });
  const put = async (payload: object, bytes: Uint8Array): Promise<{ status: number; text: string }> => {
    const form = new FormData();
    form.set('file', new Blob([bytes]));
    form.set('payload', JSON.stringify({ server_id, ...payload }));
    const answer = await fetch(`${app.url}/v1/instance.file.put`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    return { status: answer.status, text: await answer.text() };
  };
  const get = (instance_name: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(
      `${app.url}/v1/instance.file.get?${new URLSearchParams({ server_id: String(server_id), instance_name, path }).toString()}`,
      { headers: { authorization: `Bearer ${token}` }, ...init },
    );
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  await t.test('instance.file.put, instance.file.get: 50 MB in and out, running or not', async (t) => {
    const bytes = randomBytes(50_000_000);
    const hash = sha256(bytes);
    for (const instance_name of ['runs', 'rests']) {
      const sent = await put(
        { instance_name, path: '/root/big file%2F.bin', mode: '0640', uid: 3, gid: 4 },
        bytes,
      );
      t.equal(sent.status, 200, sent.text.slice(0, 300));
      t.match(sent.text, hash);
      const back = await get(instance_name, '/root/big file%2F.bin');
      t.equal(sha256(new Uint8Array(await back.arrayBuffer())), hash, instance_name);
      t.match(Object.fromEntries(back.headers), {
        'content-length': '50000000',
        'x-gantry-mode': '0640',
        'x-gantry-uid': '3',
        'x-gantry-gid': '4',
      });
    }
    const inside = await daemon.lxc('exec', 'runs', '--', 'sha256sum', '/root/big file%2F.bin');
    t.match(inside, hash, 'the container reads the same');
    await put({ instance_name: 'runs', path: '/root/big file%2F.bin' }, Buffer.from('short'));
    t.equal(await (await get('runs', '/root/big file%2F.bin')).text(), 'short', 'replaced, not written over');
    const empty = await put({ instance_name: 'runs', path: '/root/empty' }, Buffer.alloc(0));
    t.equal(empty.status, 200);
    t.equal((await get('runs', '/root/empty')).headers.get('content-length'), '0');
    t.same(readdirSync(join(app.dir, 'blobs', 'staging')), []);
  });

  await t.test('instance.file.get: a directory, a link, nothing', async (t) => {
    const directory = (await (await get('rests', '/etc')).json()) as { data: Resource[]; meta: object };
    t.ok(directory.data.some(({ attributes }) => attributes['file_name'] === 'passwd'));
    t.match(directory.meta, { file_type: 'directory', file_mode: '0755' });
    const link = (await (await get('runs', '/bin/sh')).json()) as { data: Resource };
    t.match(link.data.attributes, { file_type: 'symlink', file_target: '/bin/busybox' });
    t.equal((await get('runs', '/no/such')).status, 404);
    t.equal((await get('runs', '/etc/passwd/x')).status, 404);
  });

  await t.test('instance.file.put: a parent that is not there, a directory, a link on the way', async (t) => {
    const bytes = randomBytes(5_000_000);
    const missing = await put({ instance_name: 'runs', path: '/no/dir/file' }, bytes);
    t.match(missing, { status: 404, text: /there is no directory \/no\/dir/ });
    t.equal((await put({ instance_name: 'runs', path: '/etc' }, bytes)).status, 409);
    t.equal((await put({ instance_name: 'runs', path: '/etc/passwd/x' }, bytes)).status, 404);
    await daemon.lxc('exec', 'runs', '--', 'sh', '-c', 'mkdir /srv; ln -s /srv /by; ln -s /nowhere /loose');
    t.equal((await put({ instance_name: 'runs', path: '/by/file' }, Buffer.from('x'))).status, 200);
    t.equal(await daemon.lxc('exec', 'runs', '--', 'cat', '/srv/file'), 'x');
    t.equal((await put({ instance_name: 'runs', path: '/loose/file' }, Buffer.from('x'))).status, 404);
  });

  await t.test('SEC-46 clients that leave in the middle do not stop the daemon', async (t) => {
    await put({ instance_name: 'runs', path: '/root/long' }, Buffer.alloc(30_000_000, 1));
    for (let round = 0; round < 10; round++) {
      const control = new AbortController();
      const answer = await get('runs', '/root/long', { signal: control.signal });
      const reader = answer.body?.getReader();
      if (round % 2 === 0) await reader?.read();
      control.abort();
      const began = performance.now();
      await daemon.lxc('query', '/1.0');
      t.ok(performance.now() - began < 3_000, `round ${round}: others are served`);
    }
    const server = await must('server.get', { server_id });
    t.equal(server.attributes['server_status'], 'online');
  });

  await t.test('instance.log: the console, again and again, and the log of the start', async (t) => {
    const log = async (more: object = {}): Promise<Record<string, unknown>> =>
      (await must('instance.log', { server_id, instance_name: 'runs', ...more })).attributes;
    await until(async () => /BusyBox/.test(String((await log())['log_text'])), { what: 'the shell' });
    t.match(await log(), { log_name: 'console', log_text: /BusyBox/ }, 'reading does not use it up');
    await daemon.lxc('exec', 'runs', '--', 'sh', '-c', 'echo said-later > /dev/console');
    await until(async () => /BusyBox[^]*said-later/.test(String((await log())['log_text'])), {
      what: 'what was written later, behind what was there',
    });
    t.match(await log({ log_name: 'lxc.log' }), {
      log_name: 'lxc.log',
      log_names: ['console', 'lxc.conf', 'lxc.log'],
    });
    const rests = await must('instance.log', { server_id, instance_name: 'rests' });
    t.match(rests.attributes, { log_name: 'lxc.log' });
    await daemon.lxc('stop', '-f', 'runs');
    await until(
      async () =>
        (await must('instance.get', { server_id, instance_name: 'runs' })).attributes['instance_power'] ===
        'stopped',
      { what: 'the stop to be seen' },
    );
    t.match(await log(), { log_text: /BusyBox[^]*said-later/ }, 'a stopped one still tells');
  });
}
