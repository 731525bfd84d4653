// What an image server has to do for LXD, number by number, with the real client and daemon, which trust nothing but our
// authority's certificate. Number 9.6, kill -9 while something is published, is test/crash/publish.test.ts.
import { request } from 'node:http';
import { connect } from 'node:net';
import t from 'tap';
import { qcow2, sha256, unifiedImage, uploadImage } from '../support/images.js';
import { type ProductsFile, fingerprintsBy } from '../support/incus-rules.js';
import { onRealLxd } from '../support/real.js';
import { ARCH, busyboxFiles, startStreams } from '../support/streams.js';

const SERIAL = '20251121_0430';
await onRealLxd('simplestreams', real);

/** A request as a plain client sends it: nothing is added, nothing unpacked. */
function ask(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => void parts.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

/** How long a TLS port keeps a connection that speaks clear text, in ms. */
function plainText(port: number): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /images/x HTTP/1.1\r\nHost: localhost\r\n\r\n');
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(performance.now() - begun));
    socket.resume();
  });
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const files = await busyboxFiles();
  t.teardown(() => files.remove());
  const streams = await startStreams('accept');
  t.teardown(() => streams.close());
  const { app, daemon, token, base } = streams;
  const disk = qcow2();
  const unified = await streams.product('1.36', { product_aliases: 'busybox/1.36,busybox' });
  const split = await streams.product('split');
  await streams.upload(unified, SERIAL, files.unified);
  for (const file of [files.meta, files.root, disk]) await streams.upload(split, SERIAL, file);
  const expected = {
    unified: sha256(files.unified),
    split: sha256(files.meta, files.root),
    machine: sha256(files.meta, disk),
  };
  const artefact = `${app.url}/images/${expected.unified}.lxd_combined.tar.gz`;
  const products = async (): Promise<ProductsFile> =>
    JSON.parse((await ask(`${app.url}/streams/v1/images.json`)).body.toString()) as ProductsFile;

  await t.test('simplestreams 9.1: remote add, image list, image copy and launch', async (t) => {
    await streams.remote('g');
    const listed = await streams.images('g');
    t.same(
      new Map(listed.map(({ fingerprint, type }) => [fingerprint, type])),
      new Map([
        [expected.unified, 'container'],
        [expected.split, 'container'],
        [expected.machine, 'virtual-machine'],
      ]),
      'a unified container, a split one, and a virtual machine',
    );
    t.match(await daemon.lxc('image', 'list', 'g:', '--format', 'csv', '--columns', 'ft'), /VIRTUAL-MACHINE/);
    for (const alias of ['busybox/1.36', 'busybox/split']) {
      await daemon.lxc('image', 'copy', `g:${alias}`, 'local:');
      const name = `x-${alias.replace(/\W/g, '-')}`;
      await daemon.lxc('launch', `g:${alias}`, name);
      t.match(await daemon.lxc('list', name, '--format', 'csv', '--columns', 's'), /RUNNING/, alias);
      await daemon.lxc('delete', '--force', name);
    }
  });

  await t.test(
    'simplestreams 9.2: the fingerprint is one, in the catalogue, on the server, of the bytes',
    async (t) => {
      const onServer = (await streams.images('local')).map(({ fingerprint }) => fingerprint);
      t.same(onServer.sort(), [expected.unified, expected.split].sort());
      t.same(fingerprintsBy('lxd', await products()), Object.values(expected).sort());
      const items = Object.values((await products()).products).flatMap(({ versions }) =>
        Object.values(versions).flatMap((version) => Object.values(version.items)),
      );
      for (const { path, sha256: hash, size } of items) {
        const { body } = await ask(`${app.url}/${path ?? ''}`);
        t.same([sha256(body), body.length], [hash, size], path ?? 'no path');
      }
    },
  );

  await t.test('simplestreams 9.3: clear text on the TLS port is closed at once', async (t) => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) times.push(await plainText(Number(new URL(base).port)));
    t.ok(Math.min(...times) < 100, `closed after ${times.map((ms) => ms.toFixed(1)).join(', ')} ms`);
    await daemon.lxc('image', 'delete', expected.split);
    const begun = performance.now();
    await daemon.lxc('image', 'copy', 'g:busybox/split', 'local:');
    const ms = Math.round(performance.now() - begun);
    t.comment(`image copy of ${files.meta.length + files.root.length} bytes: ${ms} ms`);
    t.ok(ms < 20_000, 'and no attempt in clear text waits for its end');
  });

  await t.test('simplestreams 9.4: REL-56 with an old catalogue a host still gets its image', async (t) => {
    await daemon.lxc('image', 'delete', expected.unified);
    const later = await unifiedImage('later');
    await app.app.db.tx(async (tx) => {
      const version = await tx.simplestreams.version(unified, SERIAL);
      await tx.simplestreams.retire(version?.id ?? 0, Date.now());
    });
    await streams.upload(unified, '20251122_0430', later);
    const listed = (await streams.images('g')).map(({ fingerprint }) => fingerprint);
    t.ok(listed.includes(sha256(later)));
    t.notOk(listed.includes(expected.unified), 'the old version has left the catalogue');
    await daemon.lxc('image', 'copy', 'g:busybox/1.36', 'local:');
    const onServer = (await streams.images('local')).map(({ fingerprint }) => fingerprint);
    t.ok(onServer.includes(expected.unified), 'the daemon asked for what its hour-old catalogue names');
  });

  await t.test('simplestreams 9.5: a .tar.gz is never sent as an encoding of something else', async (t) => {
    const answer = await ask(artefact, { 'accept-encoding': 'gzip' });
    t.equal(answer.status, 200);
    t.equal(answer.headers['content-encoding'], undefined);
    t.equal(answer.headers['content-type'], 'application/octet-stream');
    t.equal(Number(answer.headers['content-length']), files.unified.length);
    t.ok(answer.body.equals(files.unified), 'the very bytes');
  });

  await t.test(
    'simplestreams 9.7: what clients would read wrongly is refused with a typed error',
    async (t) => {
      const wish = { product_os: 'busybox', product_release: '2', product_arch: ARCH };
      const add = async (more: object): Promise<unknown> => {
        const { body } = await app.call('simplestream.add', { ...wish, ...more }, { token });
        return (body['errors'] as { code: string; source?: { pointer: string } }[] | undefined)?.map(
          ({ code, source }) => `${code} ${source?.pointer ?? ''}`,
        );
      };
      t.same(
        await add({ product_aliases: 'busybox/1.36' }),
        ['conflict /product_aliases'],
        'alias of another',
      );
      t.same(await add({ product_arch: 'abacus' }), ['invalid_params /product_arch']);
      t.same(await add({ product_aliases: 'a, b' }), ['invalid_params /product_aliases'], 'a space');
      for (const product_version_serial of ['2025', '20251301', 'yesterday', '20251121_0430x']) {
        const form = { product_id: split, product_version_serial };
        const { status, body } = await uploadImage(app.url, token, files.meta, form);
        t.match(
          { status, body },
          { status: 400, body: { errors: [{ code: 'invalid_params' }] } },
          product_version_serial,
        );
      }
    },
  );

  await t.test('simplestreams 9.8: by the rules of Incus the catalogue holds the same images', async (t) => {
    const document = await products();
    const ours = (await streams.images('g')).map(({ fingerprint }) => fingerprint).sort();
    t.same(fingerprintsBy('incus', document), ours);
    t.same(fingerprintsBy('lxd', document), ours);
  });

  await t.test('simplestreams 9.9: ranges, HEAD and conditions as in RFC 9110', async (t) => {
    const whole = files.unified;
    const head = await ask(artefact, {}, 'HEAD');
    t.same([head.status, head.headers['content-length'], head.body.length], [200, `${whole.length}`, 0]);
    const tag = String(head.headers['etag']);
    t.equal(tag, `"${expected.unified}"`);
    const part = await ask(artefact, { range: 'bytes=10-19' });
    t.same([part.status, part.headers['content-range']], [206, `bytes 10-19/${whole.length}`]);
    t.ok(part.body.equals(whole.subarray(10, 20)));
    const end = await ask(artefact, { range: 'bytes=-5' });
    t.ok(end.status === 206 && end.body.equals(whole.subarray(-5)));
    const beyond = await ask(artefact, { range: `bytes=${whole.length}-` });
    t.same([beyond.status, beyond.headers['content-range']], [416, `bytes */${whole.length}`]);
    t.equal((await ask(artefact, { 'if-none-match': tag })).status, 304);
    t.equal((await ask(artefact, { 'if-none-match': '"other"' })).status, 200);
    t.equal((await ask(artefact, { range: 'bytes=0-0', 'if-range': '"other"' })).status, 200, 'another file');
    const index = await ask(`${app.url}/streams/v1/index.json`);
    const again = { 'if-none-match': String(index.headers['etag']) };
    t.equal((await ask(`${app.url}/streams/v1/index.json`, again)).status, 304);
    t.match(index.headers['cache-control'], 'max-age=60');
  });

  await t.test('simplestreams 9.10: uploads that finish together lose nothing of one another', async (t) => {
    const names = ['a', 'b', 'c', 'd'];
    const made = await Promise.all(
      names.map(async (name) => {
        const product = await streams.product(`race-${name}`);
        const file = await unifiedImage(`race ${name}`);
        return { product, file, fingerprint: sha256(file) };
      }),
    );
    await Promise.all(made.map(({ product, file }) => streams.upload(product, SERIAL, file)));
    const listed = (await streams.images('g')).map(({ fingerprint }) => fingerprint);
    for (const { fingerprint } of made) t.ok(listed.includes(fingerprint));
    // Two files of one version: whichever comes second completes it.
    const product = await streams.product('race-split');
    const root = await files.build('race');
    await Promise.all([files.meta, root].map((file) => streams.upload(product, SERIAL, file)));
    const last = (await streams.images('g')).map(({ fingerprint }) => fingerprint);
    t.same(last.sort(), [...listed, sha256(files.meta, root)].sort());
  });
}
