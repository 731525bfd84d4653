// Our image server with the real client and daemon, which trust nothing but our authority's certificate.
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import { startTestApp } from '../support/app.js';
import { uploadImage } from '../support/images.js';
import { startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';

const run = promisify(execFile);
await onRealLxd('real LXD', real);

interface Resource {
  id: number;
  attributes: Record<string, unknown>;
}

interface LxdImage {
  fingerprint: string;
  aliases: { name: string }[];
  architecture: string;
  type: string;
  properties: Record<string, string>;
  size: number;
}

function sha256(...parts: Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The busybox image: whole, split, and split again with another build of its root. */
async function images(folder: string): Promise<Record<'unified' | 'meta' | 'root' | 'newer', Buffer>> {
  buildBusyboxImage(join(folder, 'unified.tar.gz'));
  const tree = join(folder, 'tree');
  await mkdir(tree);
  await run('tar', ['-C', tree, '-xzf', join(folder, 'unified.tar.gz')]);
  await run('tar', ['-C', tree, '-cJf', join(folder, 'meta.tar.xz'), 'metadata.yaml', 'templates']);
  const squash = async (name: string): Promise<void> => {
    await run('mksquashfs', [join(tree, 'rootfs'), join(folder, name), '-quiet', '-no-progress']);
  };
  await squash('root.squashfs');
  await writeFile(join(tree, 'rootfs/etc/build'), randomBytes(16));
  await squash('newer.squashfs');
  return {
    unified: await readFile(join(folder, 'unified.tar.gz')),
    meta: await readFile(join(folder, 'meta.tar.xz')),
    root: await readFile(join(folder, 'root.squashfs')),
    newer: await readFile(join(folder, 'newer.squashfs')),
  };
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'gantry-images-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const files = await images(folder);
  const app = await startTestApp({ flags: { listen: ['http://127.0.0.1:0', 'https://127.0.0.1:0'] } });
  t.teardown(() => app.close());
  const token = await app.admin();
  const ca = app.app.ca ?? '';
  const base = app.app.urls.find((url) => url.startsWith('https:')) ?? '';
  // The daemon trusts nobody by itself: it is given our authority with each image, by us and by the client.
  const daemon = await startLxd({ name: 'image', env: { SSL_CERT_FILE: '/dev/null' } });
  t.teardown(() => daemon.stop());
  const at = { server_host: '127.0.0.1', server_port: daemon.port, server_fingerprint: daemon.fingerprint };
  await app.must('server.add', { ...at, server_password: daemon.password }, { token });
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const upload = async (
    file: Buffer,
    product_id: number,
    product_version_serial: string,
  ): Promise<Resource> => {
    const { status, body } = await uploadImage(app.url, token, file, { product_id, product_version_serial });
    if (status !== 200) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
    return body['data'] as Resource;
  };
  const copied = async (fingerprint: string): Promise<LxdImage | undefined> =>
    (JSON.parse(await daemon.lxc('image', 'list', 'local:', '--format', 'json')) as LxdImage[]).find(
      (one) => one.fingerprint === fingerprint,
    );
  const add = (instance_name: string, more: object = {}) =>
    app.must<Resource>(
      'instance.add',
      {
        server_id: 1,
        instance_name,
        instance_image: 'busybox/split',
        image_server_host: `${base}/api/v1/simplestream.list`,
        wait: 60,
        ...more,
      },
      { token },
    );
  const split = sha256(files.meta, files.root);
  let whole_id = 0;
  let split_id = 0;

  await t.test('simplestream.add, simplestream.upload: a whole image and one in two files', async (t) => {
    const product = { product_os: 'busybox', product_arch: arch };
    const wish = { ...product, product_release: '1.36', product_aliases: 'busybox/1.36,busybox' };
    whole_id = (await app.must<Resource>('simplestream.add', wish, { token })).id;
    split_id = (
      await app.must<Resource>('simplestream.add', { ...product, product_release: 'split' }, { token })
    ).id;
    const whole = await upload(files.unified, whole_id, '20251121_0430');
    t.same(whole.attributes['image_fingerprints'], [sha256(files.unified)]);
    await upload(files.root, split_id, '20251121_0430');
    const second = await upload(files.meta, split_id, '20251121_0430');
    t.same(second.attributes['image_fingerprints'], [split]);
    await daemon.lxc('image', 'import', join(folder, 'meta.tar.xz'), join(folder, 'root.squashfs'));
    t.ok(await copied(split), 'SEC-52 a real LXD computes the same fingerprint of the two files');
    await daemon.lxc('image', 'delete', split);
  });

  await t.test('instance.add: an image uploaded a second ago runs, and the next one too', async (t) => {
    await add('first');
    const base_image = async (name: string): Promise<string> =>
      (await daemon.lxc('config', 'get', name, 'volatile.base_image')).trim();
    t.equal(await base_image('first'), split, 'by alias');
    t.match(await daemon.lxc('list', 'first', '--format', 'csv', '--columns', 's'), /RUNNING/);
    await upload(files.meta, split_id, '20251121_0431');
    await upload(files.newer, split_id, '20251121_0431');
    await add('second');
    t.equal(
      await base_image('second'),
      sha256(files.meta, files.newer),
      'the host keeps no old index in the way',
    );
    await add('third', { instance_image: split.slice(0, 12) });
    t.equal(await base_image('third'), split, 'by fingerprint');
    await daemon.lxc('delete', '--force', 'first', 'second', 'third');
    await daemon.lxc('image', 'delete', split, sha256(files.meta, files.newer)).catch(() => undefined);
  });

  await t.test('simplestream.list: the real client lists what we list', async (t) => {
    const pinned = join(daemon.dir, 'client', 'servercerts');
    await mkdir(pinned, { recursive: true });
    await copyFile(ca, join(pinned, 'g.crt'));
    await daemon.lxc('remote', 'add', 'g', base, '--protocol', 'simplestreams');
    const listed = JSON.parse(await daemon.lxc('image', 'list', 'g:', '--format', 'json')) as LxdImage[];
    const ours = await app.must<Resource[]>('simplestream.list');
    const fingerprints = ours.flatMap(({ attributes }) =>
      (
        attributes['product_versions'] as { product_version_images: { image_fingerprint: string }[] }[]
      ).flatMap((version) => version.product_version_images.map((one) => one.image_fingerprint)),
    );
    t.equal(fingerprints.length, 3);
    t.same(listed.map(({ fingerprint }) => fingerprint).sort(), fingerprints.sort());
    const whole = listed.find(({ fingerprint }) => fingerprint === sha256(files.unified));
    t.match(whole, {
      type: 'container',
      size: files.unified.length,
      properties: { os: 'busybox', release: '1.36' },
    });
    t.ok(whole?.aliases.some(({ name }) => name === 'busybox/1.36'));
  });

  await t.test('simplestream.images: what is listed is what the host has after a copy', async (t) => {
    const newest = sha256(files.meta, files.newer);
    for (const [alias, fingerprint] of [
      ['busybox/1.36', sha256(files.unified)],
      ['busybox/split', newest],
    ] as const) {
      const begun = performance.now();
      await daemon.lxc('image', 'copy', `g:${alias}`, 'local:');
      t.ok(performance.now() - begun < 10_000, 'the clear-text attempt of the daemon does not hold it up');
      t.match(await copied(fingerprint), { fingerprint }, alias);
    }
    const ours = await app.must<Resource[]>('simplestream.images');
    const first = ours.find(({ attributes }) =>
      (attributes['image_aliases'] as string[]).includes('busybox/split'),
    );
    t.match(first?.attributes, { image_fingerprint: newest, product_version_serial: '20251121_0431' });
    await daemon.lxc('launch', 'g:busybox', 'launched');
    t.match(await daemon.lxc('list', 'launched', '--format', 'csv', '--columns', 's'), /RUNNING/);
  });

  await t.test('clear text on the TLS port is closed at once', async (t) => {
    const begun = performance.now();
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(new URL(base).port), '127.0.0.1', () => {
        socket.write('GET /images/x HTTP/1.1\r\nHost: localhost\r\n\r\n');
      });
      socket.once('error', reject);
      socket.once('close', () => resolve());
      socket.resume();
    });
    t.ok(performance.now() - begun < 1000);
  });
}
