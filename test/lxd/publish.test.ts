// Images between a real LXD and our image server: taken from its store and from a snapshot, brought back, launched, and
// taken by another Gantry from ours.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import { type TestApp, startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';

const run = promisify(execFile);
await onRealLxd('real LXD', real);

interface Resource {
  id: number;
  attributes: Record<string, unknown>;
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'gantry-publish-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const flags = { listen: ['http://127.0.0.1:0', 'https://127.0.0.1:0'] };
  const app = await startTestApp({ flags });
  t.teardown(() => app.close());
  const token = await app.admin();
  const daemon = await startLxd({ name: 'publish' });
  t.teardown(() => daemon.stop());
  const busybox = await importBusybox(daemon);
  const at = { server_host: '127.0.0.1', server_port: daemon.port, server_fingerprint: daemon.fingerprint };
  await app.must('server.add', { ...at, server_password: daemon.password }, { token });
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;

  const product = async (to: TestApp, by: string, release: string): Promise<number> => {
    const wish = { product_os: 'busybox', product_release: release, product_arch: arch };
    return (await to.must<Resource>('simplestream.add', wish, { token: by })).id;
  };
  const done = async (
    on: TestApp,
    by: string,
    method: string,
    params: object,
  ): Promise<Record<string, unknown>> => {
    const { attributes } = await on.must<Resource>(method, { ...params, wait: 60 }, { token: by });
    const { operation_id } = attributes;
    const row = await on.must<Resource>('operation.get', { operation_id }, { token: by });
    return row.attributes['operation_result'] as Record<string, unknown>;
  };
  const images = async (): Promise<string[]> =>
    (
      JSON.parse(await daemon.lxc('image', 'list', 'local:', '--format', 'json')) as { fingerprint: string }[]
    ).map(({ fingerprint }) => fingerprint);
  let published = '';
  let split = '';

  await t.test('simplestream.import: images of a real host, whole and in two files', async (t) => {
    const product_id = await product(app, token, '1.36');
    const whole = { product_id, product_version_serial: '20251121_0430', server_id: 1 };
    const made = await done(app, token, 'simplestream.import', { ...whole, image_fingerprint: busybox });
    t.same(made, { image_fingerprint: busybox });

    const tree = join(folder, 'tree');
    await mkdir(tree);
    buildBusyboxImage(join(folder, 'unified.tar.gz'));
    await run('tar', ['-C', tree, '-xzf', join(folder, 'unified.tar.gz')]);
    await run('tar', ['-C', tree, '-cJf', join(folder, 'meta.tar.xz'), 'metadata.yaml', 'templates']);
    const root = join(folder, 'root.squashfs');
    await run('mksquashfs', [join(tree, 'rootfs'), root, '-quiet', '-no-progress']);
    await daemon.lxc('image', 'import', join(folder, 'meta.tar.xz'), root);
    split = (await images()).find((one) => one !== busybox) ?? '';
    const next = { ...whole, product_version_serial: '20251121_0431', image_fingerprint: split };
    t.same(await done(app, token, 'simplestream.import', next), { image_fingerprint: split });
  });

  await t.test('simplestream.import: a snapshot of a running container', async (t) => {
    const add = { server_id: 1, instance_name: 'source', instance_image: 'busybox', wait: 60 };
    const { attributes } = await app.must<Resource>('instance.add', add, { token });
    const { instance_id } = attributes;
    await daemon.lxc('exec', 'source', '--', 'sh', '-c', 'echo here > /etc/published');
    const snapshot = { instance_id, snapshot_name: 'first' };
    await app.must('snapshot.add', { ...snapshot, wait: 60 }, { token });
    const product_id = await product(app, token, 'published');
    const before = await images();
    const wish = { ...snapshot, product_id, product_version_serial: '20251121_0430' };
    published = String((await done(app, token, 'simplestream.import', wish))['image_fingerprint']);
    t.match(published, /^[0-9a-f]{64}$/);
    t.same((await images()).sort(), before.sort(), 'its temporary image is gone');
    const ours = await app.must<Resource[]>('simplestream.images');
    t.ok(ours.some(({ attributes }) => attributes['image_fingerprint'] === published));
  });

  await t.test('simplestream.push: brought to the host, and launched there', async (t) => {
    await daemon.lxc('image', 'delete', split);
    for (const [image_fingerprint, alias] of [
      [published, 'busybox/published'],
      [split, 'busybox/split'],
    ] as const) {
      const wish = { image_fingerprint, server_ids: [1], alias };
      const { servers } = await done(app, token, 'simplestream.push', wish);
      t.match(servers, [{ server_id: 1, ok: true, present: false }]);
      t.ok((await images()).includes(image_fingerprint), 'LXD computes the same fingerprint');
      const name = alias.replace('/', '-');
      await app.must(
        'instance.add',
        { server_id: 1, instance_name: name, instance_image: alias, wait: 60 },
        { token },
      );
      t.match(await daemon.lxc('list', name, '--format', 'csv', '--columns', 's'), /RUNNING/);
    }
    t.equal((await daemon.lxc('exec', 'busybox-published', '--', 'cat', '/etc/published')).trim(), 'here');
    const again = await done(app, token, 'simplestream.push', { image_fingerprint: split, server_ids: [1] });
    t.match(again['servers'], [{ ok: true, present: true }]);
    const taken = { image_fingerprint: split, server_ids: [1], alias: 'busybox', wait: 60 };
    t.equal((await app.call('simplestream.push', taken, { token })).status, 409, 'an alias of another image');
    await daemon.lxc('delete', '--force', 'source', 'busybox-published', 'busybox-split');
  });

  await t.test('simplestream.import: from another Gantry', async (t) => {
    const url = app.app.urls.find((one) => one.startsWith('https:')) ?? '';
    const other = await startTestApp({
      flags,
      env: { GANTRY_IMAGE_SERVERS: url, GANTRY_TLS_CA: app.app.ca ?? '' },
    });
    t.teardown(() => other.close());
    const by = await other.admin();
    for (const [image, fingerprint] of [
      ['busybox/published', published],
      ['busybox/1.36', split],
    ] as const) {
      const product_id = await product(other, by, image.slice('busybox/'.length));
      const wish = {
        product_id,
        product_version_serial: '20251121',
        image_server_host: url,
        instance_image: image,
      };
      t.same(await done(other, by, 'simplestream.import', wish), { image_fingerprint: fingerprint });
    }
  });
}
