// Uploads by someone who means harm or has a small disk: section 5 of the checklist. Bombs go to the built product, whose
// memory is watched from outside.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { startApp } from '../../src/app.js';
import { startHouse } from '../proof/support/house.js';
import { startTestApp } from '../support/app.js';
import {
  METADATA,
  metadataOnly,
  qcow2,
  sha256,
  squashfs,
  tarball,
  unifiedImage,
  uploadImage,
  xz,
} from '../support/images.js';
import { fillDisk, smallDisk } from '../support/small-disk.js';
import { until } from '../support/until.js';
import { call, firstAdmin } from './support.js';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const PRODUCT = { product_os: 'busybox', product_release: '1', product_arch: 'amd64' };
t.setTimeout(180_000);

/** What a call was answered: its code, 'ok' where it was done. */
function codeOf(body: Record<string, unknown>): string {
  return (body['errors'] as { code: string }[] | undefined)?.[0]?.code ?? 'ok';
}

/** The head of a tar entry of a size. */
async function header(name: string, size: number): Promise<Buffer> {
  const bytes = (await tarball([{ name, text: 'x' }])).subarray(0, 512);
  // GNU's form of a number of any size.
  bytes.fill(0, 124, 136);
  bytes.writeUInt8(0x80, 124);
  bytes.writeBigUInt64BE(BigInt(size), 128);
  bytes.fill(0x20, 148, 156);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

const repeated = (bytes: Buffer, times: number): Buffer => Buffer.concat(Array<Buffer>(times).fill(bytes));

/** Small files that unpack to very much; every packed part is made once and stands there many times. */
async function bombs(): Promise<Map<string, Buffer>> {
  const metadata = (await tarball([{ name: 'metadata.yaml', text: METADATA }])).subarray(0, 1024);
  const zeros = Buffer.alloc(16 * MIB);
  const parts = {
    gzip: { pack: (bytes: Buffer) => gzipSync(bytes, { level: 9 }), zeros: gzipSync(zeros, { level: 9 }) },
    xz: { pack: xz, zeros: xz(zeros) },
  };
  const found = new Map<string, Buffer>();
  for (const [name, { pack, zeros: hole }] of Object.entries(parts)) {
    const tenGigabytes = repeated(hole, 640);
    const inTemplates = Buffer.concat([metadata, await header('templates/bomb', 10 * GIB)]);
    const inRoot = await header('rootfs/bomb', 10 * GIB);
    found.set(`${name}: 10 GB of templates`, Buffer.concat([pack(inTemplates), tenGigabytes]));
    found.set(`${name}: 10 GB before the metadata`, Buffer.concat([pack(inRoot), tenGigabytes]));
    found.set(`${name}: 10 GB behind the end`, Buffer.concat([pack(metadata), tenGigabytes]));
    found.set(`${name}: all that fits into 10 KB`, Buffer.concat([pack(inRoot), hole]).subarray(0, 10_240));
    const entries = Buffer.concat(
      await Promise.all(Array.from({ length: 1000 }, (_, at) => header(`templates/${at}`, 0))),
    );
    found.set(`${name}: a million entries`, Buffer.concat([pack(metadata), repeated(pack(entries), 1000)]));
  }
  const yaml = async (text: string): Promise<Buffer> =>
    gzipSync(await tarball([{ name: 'metadata.yaml', text }]));
  const laughs = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (let depth = 1; depth < 12; depth += 1) {
    const [name, of] = [String.fromCharCode(97 + depth), String.fromCharCode(96 + depth)];
    laughs.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(',')}]`);
  }
  found.set('YAML: aliases of aliases', await yaml(`${METADATA}${laughs.join('\n')}\n`));
  found.set('YAML: deep', await yaml(`${METADATA}x: ${'['.repeat(500_000)}`));
  // Read without a bound, this one ends the process and not only the worker.
  found.set('YAML: deep in 30 KiB', await yaml(`${METADATA}x: ${'['.repeat(30_000)}`));
  found.set('YAML: deep on one line', await yaml(`${METADATA}x:\n${'- '.repeat(15_000)}`));
  found.set('YAML: nothing but commas', await yaml(`${METADATA}x: [${','.repeat(30_000)}`));
  const keys = Array.from({ length: 3000 }, (_, at) => `k${at}: x`).join('\n');
  found.set('YAML: keys that are compared with one another', await yaml(`${keys}\n`));
  found.set('YAML: larger than 1 MiB', await yaml(`${METADATA}# ${'x'.repeat(2 * MIB)}\n`));
  return found;
}

/** MiB that a process has in memory. */
function residentMib(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

await t.test('SEC-51 bombs are refused in 5 s and 100 MiB', async (t) => {
  // Made first: while this process packs them, it would not see that the server closes an idle connection.
  const all = await bombs();
  const house = await startHouse();
  t.teardown(() => house.close());
  const { data } = await house.client().request('simplestream.add', PRODUCT);
  const product_id = Array.isArray(data) ? 0 : (data.id ?? 0);
  const upload = (file: Buffer, product_version_serial: string) =>
    uploadImage(house.url, house.token, file, { product_id, product_version_serial });
  // Both packings once, so that what is loaded once is loaded, and the buffers of an upload as large as the bombs.
  await upload(await metadataOnly(), '20251101');
  await upload(gzipSync(randomBytes(10 * MIB), { level: 0 }), '20251101');
  const before = residentMib(house.pid);
  const watch = { most: before };
  const timer = setInterval(() => (watch.most = Math.max(watch.most, residentMib(house.pid))), 20);
  t.teardown(() => clearInterval(timer));
  for (const [name, file] of all) {
    const begun = performance.now();
    const answer = await upload(file, '20251102');
    const seconds = (performance.now() - begun) / 1000;
    t.match(
      answer,
      { status: 400, body: { errors: [{ code: 'invalid_params' }] } },
      `${name}, ${file.length} bytes`,
    );
    t.ok(seconds < 5, `${name}: ${seconds.toFixed(1)} s`);
  }
  const grown = watch.most - before;
  t.ok(grown < 100, `${grown.toFixed(0)} MiB more than ${before.toFixed(0)}`);
  t.same(await readdir(join(house.dir, 'blobs/staging')), [], 'nothing of them is kept');
  t.equal((await upload(await unifiedImage(), '20251103')).status, 200, 'and an image is taken afterwards');
});

await t.test('SEC-50, SEC-52, SEC-55: names, flipped bits, files that nobody listed', async (t) => {
  const app = await startTestApp();
  t.teardown(() => app.close());
  const token = await app.admin();
  const product_id = (await app.must<{ id: number }>('simplestream.add', PRODUCT, { token })).id;
  const upload = (file: Uint8Array, more: object = {}, name = 'image') =>
    uploadImage(app.url, token, file, { product_id, product_version_serial: '20251101', ...more }, name);
  const stored = (): Promise<string[]> => readdir(join(app.dir, 'blobs'), { recursive: true });
  const parts = { meta: await metadataOnly(), root: squashfs(), disk: qcow2() };

  await t.test(
    'SEC-52 one flipped bit in any part is refused, and the whole is what both parts say',
    async (t) => {
      for (const [name, part] of Object.entries({ ...parts, unified: await unifiedImage() })) {
        const at = randomBytes(4).readUInt32BE() % part.length;
        const flipped = Buffer.from(part);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        const { status, body } = await upload(flipped, { file_sha256: sha256(part) });
        t.same([status, codeOf(body)], [400, 'invalid_params'], `${name}, byte ${at}`);
      }
      t.same(
        (await stored()).filter((name) => /[0-9a-f]{64}$/.test(name)),
        [],
        'nothing of it is kept',
      );
      for (const [name, part] of Object.entries(parts)) {
        const { body } = await upload(part, { file_sha256: sha256(part) });
        t.equal(codeOf(body), 'ok', name);
      }
      const images = await app.must<{ attributes: Record<string, unknown> }[]>('simplestream.images');
      t.same(
        images.map(({ attributes }) => attributes['image_fingerprint']).sort(),
        [sha256(parts.meta, parts.root), sha256(parts.meta, parts.disk)].sort(),
      );
    },
  );

  await t.test('SEC-50 names of files and fields never become paths', async (t) => {
    const names = [
      '../../../etc/passwd',
      '/etc/passwd',
      'a\u0000b',
      '..\\..\\a',
      'CON',
      '.',
      'x'.repeat(300),
      '%2e%2e%2f',
    ];
    for (const [at, name] of names.entries()) {
      const file = await unifiedImage(`name ${at}`);
      const { body } = await upload(file, { product_version_serial: `202511${10 + at}` }, name);
      t.equal(codeOf(body), 'ok', `a file called ${JSON.stringify(name.slice(0, 20))}`);
    }
    for (const value of ['../x', '/x', 'a\u0000b', 'a\\b', 'con ', '.', '..', 'x'.repeat(300)]) {
      for (const field of ['product_os', 'product_release', 'product_variant', 'product_aliases']) {
        const { body } = await app.call(
          'simplestream.add',
          { ...PRODUCT, product_release: '9', [field]: value },
          { token },
        );
        t.equal(codeOf(body), 'invalid_params', `${field} ${JSON.stringify(value.slice(0, 20))}`);
      }
    }
    const ours = /^(staging|partial|sha256(\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?)$/;
    t.same(
      (await stored()).filter((name) => !ours.test(name)),
      [],
      'only names of ours below the store',
    );
  });

  await t.test('SEC-55 the catalogue decides what can be fetched, not the file system', async (t) => {
    const lone = squashfs('nobody listed this');
    const other = await app.must<{ id: number }>(
      'simplestream.add',
      { ...PRODUCT, product_release: '2' },
      { token },
    );
    t.equal((await upload(lone, { product_id: other.id })).status, 200);
    const hash = sha256(lone);
    t.ok(
      (await stored()).some((name) => name.endsWith(hash)),
      'it is on the disk',
    );
    const paths = ['squashfs', 'vcdiff', 'qcow2', 'lxd.tar.xz', 'lxd_combined.tar.gz', 'root.tar.xz'].flatMap(
      (ending) => [`/images/${hash}.${ending}`, `/r/x/images/${hash}.${ending}`],
    );
    paths.push(
      `/images/${hash}`,
      `/images/../blobs/sha256/${hash.slice(0, 2)}/${hash}`,
      '/images/..%2fgantry.db',
    );
    for (const path of paths) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await fetch(`${app.url}${path}`, { method });
        t.equal(status, 404, `${method} ${path.replace(hash, '<hash>')}`);
      }
    }
  });
});

const disk = await smallDisk();
if (typeof disk === 'string') {
  const name = `SEC-53 full disk: ${disk}`;
  if (process.env['CI'] !== undefined) t.fail(name);
  else t.pass(`SKIPPED ${name}`, { skip: disk });
} else {
  await t.test(
    'SEC-53 a disk that is nearly full takes no uploads, and everything else goes on',
    async (t) => {
      const data = join(disk.mount, 'data');
      const app = await startApp({
        flags: { data, listen: ['http://127.0.0.1:0'] },
        env: { NODE_ENV: 'test', GANTRY_LOG_LEVEL: 'fatal' },
      });
      t.teardown(() => app.close().finally(() => disk.done()));
      const url = app.urls[0] ?? '';
      const token = await firstAdmin(url, data);
      const added = await call(url, 'simplestream.add', PRODUCT, { token });
      const product_id = (added.body['data'] as { id: number }).id;
      const writes = { done: 0, refused: 0, stopped: false };
      const writer = (async () => {
        while (!writes.stopped) {
          const { status } = await call(
            url,
            'token.create',
            { token_lifetime: 60, token_revoke_all: false },
            { token },
          );
          if (status === 200) writes.done += 1;
          else writes.refused += 1;
        }
      })();
      const upload = (file: Uint8Array, product_version_serial: string) =>
        uploadImage(url, token, file, { product_id, product_version_serial });

      t.equal((await upload(await unifiedImage(), '20251101')).status, 200, 'there is room');
      const large = await upload(squashfs('', 15 * MIB), '20251102');
      t.match(large, { status: 507, body: { errors: [{ code: 'no_capacity' }] } }, 'refused by its size');

      // What is sent without a word of its size is stopped while it comes.
      const boundary = 'x'.repeat(20);
      const payload = JSON.stringify({ product_id, product_version_serial: '20251102' });
      const parts = [
        `--${boundary}\r\nContent-Disposition: form-data; name="payload"\r\n\r\n${payload}\r\n`,
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`,
      ];
      const state = { sent: 0 };
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          const head = parts.shift();
          if (head !== undefined) controller.enqueue(Buffer.from(head));
          else if (state.sent < 40 * MIB) {
            state.sent += 65_536;
            controller.enqueue(randomBytes(65_536));
          } else controller.close();
        },
      });
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      };
      const endless = await fetch(`${url}/v1/simplestream.upload`, {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      }).then(
        async (answer) => ({ status: answer.status, text: await answer.text() }),
        (error: unknown) => ({ status: 0, text: String(error) }),
      );
      t.ok([507, 411, 0].includes(endless.status), `${endless.status} ${endless.text.slice(0, 200)}`);
      await until(async () => (await readdir(join(data, 'blobs/staging'))).length === 0, {
        what: 'it to be removed',
      });

      const filling = join(disk.mount, 'full');
      await writeFile(filling, Buffer.alloc(1));
      const before = writes.done;
      t.equal(writes.refused, 0, `${before} writes of others, none refused`);
      writes.stopped = true;
      await writer;
      await fillDisk(filling);
      t.match(await upload(await unifiedImage('2'), '20251103'), { status: 507 }, 'a full disk');
      t.equal((await fetch(`${url}/streams/v1/images.json`)).status, 200, 'images are served');
      t.equal((await call(url, 'user.get', {}, { token })).status, 200, 'the API answers');
      await unlink(filling);
      await until(async () => (await upload(await unifiedImage('2'), '20251103')).status === 200, {
        what: 'an upload that is taken',
        timeout_ms: 15_000,
      });
      const { status } = await call(
        url,
        'token.create',
        { token_lifetime: 60, token_revoke_all: false },
        { token },
      );
      t.equal(status, 200, 'and the database writes');
    },
  );
}
