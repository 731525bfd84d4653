// `instance.add` with an image of a simplestreams server: a static one in this test, over https, whose certificate the
// daemon is told to trust. The image is the busybox one, split into metadata and squashfs.
import { execFile } from 'node:child_process';
import { createHash, webcrypto } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import 'reflect-metadata';
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import t from 'tap';
import { WebSocket } from 'ws';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import { createClient } from '../../src/client/client.js';
import type { Event } from '../../src/client/types.js';
import { startTestApp } from '../support/app.js';
import { startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

const run = promisify(execFile);
await onRealLxd('real LXD', real);

function sha256(...parts: Buffer[]): string {
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}

/** A certificate for 127.0.0.1 that is its own authority. */
async function certificateForAddress(): Promise<{ cert: string; key: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=images',
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
  });
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { cert: made.toString('pem'), key };
}

/** The busybox image as a split one: lxd.tar.xz and rootfs.squashfs, with `ballast` bytes that do not compress. */
async function splitImage(folder: string, ballast: number): Promise<{ meta: Buffer; rootfs: Buffer }> {
  const image = join(folder, 'combined.tar.gz');
  buildBusyboxImage(image);
  const tree = join(folder, 'tree');
  await mkdir(tree);
  await run('tar', ['-C', tree, '-xzf', image]);
  await writeFile(join(tree, 'rootfs/ballast'), randomness(ballast));
  await run('tar', ['-C', tree, '-cJf', join(folder, 'lxd.tar.xz'), 'metadata.yaml', 'templates']);
  await run('mksquashfs', [
    join(tree, 'rootfs'),
    join(folder, 'rootfs.squashfs'),
    '-quiet',
    '-no-progress',
    '-noD',
    '-noF',
  ]);
  return {
    meta: await readFile(join(folder, 'lxd.tar.xz')),
    rootfs: await readFile(join(folder, 'rootfs.squashfs')),
  };
}

function randomness(count: number): Buffer {
  const bytes = Buffer.alloc(count);
  for (let at = 0; at < count; at += 65_536) webcrypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

/** The catalogue of one product under the alias `test/busybox`, and one whose files are not what it says. */
function catalogue({ meta, rootfs }: { meta: Buffer; rootfs: Buffer }): Map<string, Buffer> {
  const item = (ftype: string, path: string, bytes: Buffer, more = {}) => ({
    ftype,
    path,
    sha256: sha256(bytes),
    size: bytes.length,
    ...more,
  });
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const product = (aliases: string, items: object) => ({
    aliases,
    arch,
    os: 'busybox',
    release: 'test',
    release_title: 'test',
    versions: { '20260101_0000': { items } },
  });
  const wrong = 'f'.repeat(64);
  const products = {
    [`test:busybox:${arch}`]: product('test/busybox', {
      'lxd.tar.xz': item('lxd.tar.xz', 'files/lxd.tar.xz', meta, {
        combined_squashfs_sha256: sha256(meta, rootfs),
      }),
      'root.squashfs': item('squashfs', 'files/rootfs.squashfs', rootfs),
    }),
    [`test:broken:${arch}`]: product('test/broken', {
      'lxd.tar.xz': item('lxd.tar.xz', 'files/lxd.tar.xz', meta, { combined_squashfs_sha256: wrong }),
      'root.squashfs': { ...item('squashfs', 'files/rootfs.squashfs', rootfs), sha256: wrong },
    }),
  };
  const text = (value: object): Buffer => Buffer.from(JSON.stringify(value));
  const path = 'streams/v1/images.json';
  return new Map([
    [
      '/streams/v1/index.json',
      text({
        format: 'index:1.0',
        index: {
          images: {
            datatype: 'image-downloads',
            path,
            format: 'products:1.0',
            products: Object.keys(products),
          },
        },
      }),
    ],
    [
      `/${path}`,
      text({ content_id: 'images', datatype: 'image-downloads', format: 'products:1.0', products }),
    ],
    ['/files/lxd.tar.xz', meta],
    ['/files/rootfs.squashfs', rootfs],
  ]);
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'gantry-streams-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const files = catalogue(await splitImage(folder, 24 * 1024 * 1024));
  const { cert, key } = await certificateForAddress();
  const trusted = join(folder, 'images.pem');
  await writeFile(trusted, `${cert}\n`);
  const asked: string[] = [];
  const server = createServer({ cert, key }, (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const bytes = files.get(path);
    if (bytes === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': bytes.length });
    // Slowly enough to be watched: 8 MiB a second.
    const send = async (): Promise<void> => {
      for (let at = 0; at < bytes.length; at += 524_288) {
        response.write(bytes.subarray(at, at + 524_288));
        if (bytes.length > 1_000_000) await pause(60);
      }
      response.end();
    };
    send().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => void server.close());
  const image_server_host = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const daemon = await startLxd({ name: 'streams', env: { SSL_CERT_FILE: trusted } });
  t.teardown(() => daemon.stop());
  const app = await startTestApp();
  t.teardown(() => app.close());
  const token = await app.admin();
  const at = { server_host: '127.0.0.1', server_port: daemon.port, server_fingerprint: daemon.fingerprint };
  await app.must('server.add', { ...at, server_password: daemon.password, server_name: 'lab' }, { token });
  const socket = createClient({ url: app.url, token, WebSocket }).socket();
  t.teardown(() => socket.close());
  const events: Event[] = [];
  const subscription = socket.subscribe({});
  void (async () => {
    for await (const event of subscription) events.push(event);
  })().catch(() => undefined);
  await subscription.ready;

  await t.test('an image is fetched, its progress is told live, and the instance runs', async (t) => {
    const params = {
      server_id: 1,
      instance_name: 'streamed',
      instance_image: 'test/busybox',
      image_server_host,
      wait: 60,
    };
    const made = await app.must<{ attributes: Record<string, unknown> }>('instance.add', params, { token });
    const { operation_id } = made.attributes;
    t.equal(made.attributes['operation_status'], 'success');
    t.match(await daemon.lxc('list', '--format', 'csv', '--columns', 'ns'), /streamed,RUNNING/);
    t.ok(asked.includes('/files/rootfs.squashfs'));
    await until(() =>
      events.some((event) => event.type === 'operation.finished' && event.operation_id === operation_id),
    );
    const progress = events.filter(
      (event) => event.type === 'operation.progress' && event.operation_id === operation_id,
    );
    const percents = progress.map(({ data }) => Number(data['percent']));
    t.comment(`progress: ${percents.join(' ')}`);
    t.ok(new Set(percents).size >= 3, `${percents.length} messages while it was fetched`);
    t.same(
      percents,
      [...percents].sort((a, b) => a - b),
      'it only grows',
    );
    t.ok(
      progress.some(({ data }) =>
        /rootfs|image|download/i.test(`${String(data['stage'])} ${String(data['text'])}`),
      ),
      JSON.stringify(progress[0]?.data),
    );
    t.ok(
      progress.every(({ id }) => id === undefined),
      'progress is not numbered',
    );
    const order = events
      .filter((event) => event.operation_id === operation_id || event.type.startsWith('instance.'))
      .map(({ type }) => type);
    t.ok(
      order.indexOf('operation.progress') < order.indexOf('instance.created') &&
        order.indexOf('instance.started') < order.lastIndexOf('operation.finished'),
      [...new Set(order)].join(' '),
    );
  });

  await t.test('a second one needs no download', async (t) => {
    const before = asked.filter((path) => path.startsWith('/files/')).length;
    const params = {
      server_id: 1,
      instance_name: 'again',
      instance_image: 'test/busybox',
      image_server_host,
      instance_start: false,
      wait: 60,
    };
    await app.must('instance.add', params, { token });
    t.equal(asked.filter((path) => path.startsWith('/files/')).length, before);
  });

  await t.test('what goes wrong is told as it is, and leaves nothing behind', async (t) => {
    const add = (instance_name: string, instance_image: string, server = image_server_host) =>
      app.call(
        'instance.add',
        { server_id: 1, instance_name, instance_image, image_server_host: server, wait: 60 },
        { token },
      );
    const error = (answer: { body: Record<string, unknown> }): { code: string; detail: string } =>
      (answer.body['errors'] as { code: string; detail: string }[])[0] ?? { code: '', detail: '' };
    const wrongAlias = error(await add('no-alias', 'test/absent'));
    t.match(wrongAlias, { code: 'not_found', detail: /image/i });
    const broken = error(await add('broken', 'test/broken'));
    t.match(broken, { code: 'host_failed', detail: /hash|fingerprint|match/i });
    const elsewhere = error(await add('nowhere', 'test/busybox', 'https://127.0.0.1:9'));
    t.match(elsewhere.code, /^host_failed$|^not_found$/);
    t.notMatch(elsewhere.detail, /127\.0\.0\.1:9/, 'without the address');
    t.equal((await add('plain', 'test/busybox', 'http://127.0.0.1:9')).status, 400);
    t.comment([wrongAlias, broken, elsewhere].map(({ code, detail }) => `${code}: ${detail}`).join(' | '));
    const rows = await app.must<{ attributes: Record<string, unknown> }[]>('instance.list', {}, { token });
    t.same(rows.map(({ attributes }) => attributes['instance_name']).sort(), ['again', 'streamed']);
    t.notMatch(await daemon.lxc('list', '--format', 'csv', '--columns', 'n'), /no-alias|broken|nowhere/);
  });

  await t.test('a tenant may name configured servers only', async (t) => {
    const bob = await app.user('bob');
    await app.must('server.grant', { server_id: 1, user_id: 2 }, { token });
    const answer = await app.call(
      'instance.add',
      { server_id: 1, instance_name: 'tenant', instance_image: 'test/busybox', image_server_host },
      { token: bob },
    );
    t.match(answer, { status: 403, body: { errors: [{ code: 'forbidden' }] } });
  });
}
