// Image servers: what a catalogue offers, who may ask which server, and what of a server is believed (SEC-40).
import t from 'tap';
import { fetchJson } from '../../../src/providers/web/fetch-json.js';
import { createImageServers, type ImageServersDeps } from '../../../src/core/image-servers.js';
import { readProducts } from '../../../src/core/objects/image-catalogue.js';
import { AppError, isAppError } from '../../../src/errors.js';
import { catalogue, digits, product, startImageServer } from '../../support/image-server.js';

const read = (products: object, flavour: 'lxd' | 'incus' = 'lxd') => readProducts([{ products }], flavour);
const versions = (items: object, serial = '20260102_0304') => ({
  versions: { [serial]: { items } },
});

t.test('a catalogue: pairs, unified files, both kinds of clients', async (t) => {
  t.match(read({ one: product() }), [
    {
      fingerprint: digits('a'),
      type: 'container',
      architecture: 'x86_64',
      aliases: ['busybox/1', 'busybox'],
      os: 'Busybox',
      release: '1',
      serial: '20260102_0304',
      size: 110,
      description: 'Busybox One amd64 (20260102_0304)',
      created_at: Date.UTC(2026, 0, 2, 3, 4),
      expires_at: Date.UTC(2030, 0, 1),
    },
    { fingerprint: digits('b'), type: 'virtual-machine' },
  ]);
  t.same(read({ one: product() }, 'incus'), [], 'no metadata of that kind');
  const unified = (ftype: string, more: object = {}) =>
    product(versions({ x: { ftype, path: 'p', sha256: digits('c'), size: 5, ...more } }));
  t.match(read({ one: unified('lxd_combined.tar.gz') }), [
    { fingerprint: digits('c'), type: 'container', size: 5 },
  ]);
  const machine = unified('incus_combined.tar.gz', { combined_type: 'virtual-machine' });
  t.match(read({ one: machine }, 'incus'), [{ fingerprint: digits('c'), type: 'virtual-machine' }]);
  const meta = { ftype: 'lxd.tar.xz', path: 'm', combined_sha256: digits('d') };
  const tar = { ftype: 'root.tar.xz', path: 'r' };
  t.match(read({ one: product(versions({ meta, tar })) }), [{ fingerprint: digits('d') }]);
  const better = { ...meta, combined_rootxz_sha256: digits('e'), combined_squashfs_sha256: digits('f') };
  t.match(read({ one: product(versions({ meta: better, tar })) }), [{ fingerprint: digits('e') }]);
  const both = versions({ meta: better, tar, squash: { ftype: 'squashfs', path: 's' } });
  t.same(
    read({ one: product(both) }).map(({ fingerprint }) => fingerprint),
    [digits('f')],
    'one image of each type: the root that clients prefer',
  );
});

t.test('a catalogue: what clients skip', async (t) => {
  const items = { meta: { ftype: 'lxd.tar.xz', path: 'm' }, root: { ftype: 'squashfs', path: 'r' } };
  t.same(read({ one: product(versions(items)) }), [], 'no combined hash');
  t.same(read({ one: product({ arch: 'z80' }) }), [], 'an architecture nobody knows');
  t.same(read({ one: product({}, '2026') }), [], 'a version without a date');
  t.same(read({ one: product({}, '20261399_0000') }), [], 'a date that is none');
  const short = { ...items.meta, combined_squashfs_sha256: 'abc' };
  t.same(read({ one: product(versions({ ...items, meta: short })) }), [], 'no fingerprint');
  for (const wrong of [null, 7, 'x', [], { products: [] }, { products: { a: null, b: { versions: 1 } } }]) {
    t.same(readProducts([wrong], 'lxd'), [], JSON.stringify(wrong));
  }
  t.match(read({ one: product({ support_eol: 'never' }) }), [{ expires_at: 0 }, {}]);
});

t.test('a catalogue: newest first, each fingerprint once, each alias at its owner', async (t) => {
  const of = (digit: string) => ({
    meta: { ftype: 'lxd.tar.xz', path: 'm', combined_squashfs_sha256: digits(digit) },
    root: { ftype: 'squashfs', path: 'r' },
  });
  const images = read({
    old: product({ release: '1', ...versions(of('a'), '20250101_0000') }),
    same: product({ release: '3', ...versions(of('a'), '20250101_0000') }),
    next: product({ release: '2', ...versions(of('b'), '20260101_0000') }),
    arm: product({ arch: 'arm64', ...versions(of('c'), '20251231_0000') }),
  });
  t.same(
    images.map(({ fingerprint, aliases }) => [fingerprint[0], aliases.length]),
    [
      ['b', 0],
      ['c', 2],
      ['a', 2],
    ],
    'the lower release owns the alias, per architecture',
  );
});

t.test('asked by https, once a minute', async (t) => {
  const server = await startImageServer({ one: product() });
  t.teardown(() => server.stop());
  let now = 1_000_000;
  const resolved: object[] = [];
  const make = (given: Partial<ImageServersDeps> = {}) =>
    createImageServers({
      fetchJson,
      clock: () => now,
      servers: ['https://images.test:1/'],
      public_url: () => 'https://gantry.test:7500',
      origins: () => new Set(['https://panel.test']),
      resolve: async (target) => {
        resolved.push(target);
        return '127.0.0.1';
      },
      ca: server.ca,
      ...given,
    });
  const any = { any: true, flavour: 'lxd' } as const;
  const named = `https://images.test:${server.port}/`;
  const fault = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'ok',
      (error: unknown) => (isAppError(error) ? `${error.code}: ${error.message}` : String(error)),
    );

  await t.test('kept for a minute, also for those who ask meanwhile', async (t) => {
    const servers = make();
    const both = await Promise.all([
      servers.images(named, any),
      servers.images(named.replace(/\/$/, ''), any),
    ]);
    t.equal(both[0].length, 2);
    t.equal(both[0], both[1]);
    t.same(resolved, [{ address: 'images.test', port: server.port, known: false }]);
    t.same(server.paths, ['/streams/v1/index.json', '/streams/v1/images.json']);
    now += 59_999;
    await servers.images(named, any);
    t.equal(server.paths.length, 2);
    t.same(await servers.images(named, { ...any, flavour: 'incus' }), []);
    now += 1;
    await servers.images(named, any);
    t.equal(server.paths.length, 4);
  });

  await t.test('SEC-40 who may ask whom', async (t) => {
    const servers = make();
    const before = server.paths.length;
    const tenant = { any: false, flavour: 'lxd' } as const;
    t.match(await fault(servers.images(named, tenant)), /^forbidden: image_server_host is not one of/);
    for (const url of [
      'images.test',
      'http://images.test',
      'ftp://images.test',
      'https://u:p@images.test',
      'https://images.test/?a=1',
      'https://images.test/#a',
      '/etc/passwd',
    ]) {
      t.match(await fault(servers.images(url, any)), /^invalid_params: image_server_host/, url);
    }
    const guarded = make({
      resolve: async () => Promise.reject(new AppError('forbidden', 'server_host may not be used')),
    });
    t.equal(await fault(guarded.images(named, any)), 'forbidden: image_server_host may not be used');
    t.equal(server.paths.length, before, 'nobody was asked');
    const known = make({ servers: [named], ca: server.ca });
    t.equal((await known.images(named.slice(0, -1), tenant)).length, 2, 'a configured one, by anybody');
    t.match(resolved.at(-1), { known: true });
  });

  await t.test('ours by whatever prefix: not asked over the network', async (t) => {
    const own = readProducts([{ products: { one: product() } }], 'lxd');
    const servers = make({ ownImages: async () => own });
    const paths = server.paths.length;
    for (const url of [
      'https://gantry.test:7500/v1/simplestream.list',
      'https://panel.test/api/v1/simplestream.list',
      'https://PANEL.test/r/abc',
    ]) {
      t.equal(await servers.images(url, { any: false, flavour: 'lxd' }), own, url);
    }
    t.same(await make().images('https://panel.test', any), [], 'no catalogue of ours yet');
    t.equal(server.paths.length, paths);
    t.equal(servers.isOwn('https://gantry.test'), false, 'another port is another server');
    t.same(servers.offered(), ['https://images.test:1/']);
    t.same(make({ servers: [] }).offered(), ['https://gantry.test:7500/v1/simplestream.list']);
  });

  await t.test('SEC-40 what it answers is believed within bounds', async (t) => {
    const ask = () => fault(make({ timeout_ms: 300 }).images(named, any));
    const answers = async (status: number, headers: Record<string, string>, body: string | Buffer) => {
      server.answer = (_request, response) => {
        response.writeHead(status, headers).end(body);
        return true;
      };
      return ask();
    };
    const before = server.paths.length;
    t.match(await answers(302, { location: '/other' }, ''), /^host_failed: .* answers 302/, 'not followed');
    t.match(await answers(404, {}, ''), /^host_failed: .* answers 404/);
    t.equal(server.paths.length, before + 2);
    t.match(await answers(200, {}, '<html>'), /^host_failed: .* as a simplestreams server does/);
    t.match(await answers(200, { 'content-encoding': 'gzip' }, 'x'), /^host_failed/);
    t.match(await answers(200, {}, Buffer.alloc(16 * 1024 * 1024 + 1, 32)), /^host_failed: .* too large/);
    server.answer = () => true;
    t.match(await ask(), /^host_unreachable: image_server_host does not answer/, 'never answered');
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy());
      return true;
    };
    t.match(await ask(), /^host_unreachable/, 'cut off');
    server.answer = null;
    t.match(await fault(make({ ca: null }).images(named, any)), /^host_untrusted: .* \(setting tls\.ca\)/);
    const strange = `https://other.test:${server.port}`;
    t.match(await fault(make().images(strange, any)), /^host_untrusted/, 'a certificate for another name');
    t.match(
      await fault(make().images('https://images.test:1', any)),
      /^host_unreachable/,
      'nobody listens there',
    );
    t.equal(await ask(), 'ok', 'no failure is kept');
  });

  await t.test('SEC-40 paths in the index stay on the server', async (t) => {
    const index = (path: string) => ({
      index: { a: { datatype: 'image-downloads', path, products: ['x'] } },
    });
    for (const [path, asked] of [
      ['../../up.json', '/up.json'],
      ['https://elsewhere.test/x.json', '/https:/elsewhere.test/x.json'],
      ['//elsewhere.test/x.json', '/elsewhere.test/x.json'],
      ['a b?c#d', '/a%20b%3Fc%23d'],
    ] as const) {
      server.documents = new Map<string, unknown>([
        ['/streams/v1/index.json', index(path)],
        [asked, { products: { one: product() } }],
      ]);
      t.equal((await make().images(named, any)).length, 2, path);
      t.equal(server.paths.at(-1), asked);
    }
    const none = { index: { a: { datatype: 'image-ids', path: 'x', products: ['x'] }, b: { path: 'y' } } };
    server.documents = new Map<string, unknown>([['/streams/v1/index.json', none]]);
    t.same(await make().images(named, any), [], 'what holds no images is not asked for');
    const entry = (path: string) => ({ datatype: 'image-downloads', path, products: ['x'] });
    server.documents = new Map<string, unknown>([
      ['/streams/v1/index.json', { index: { a: entry('a'), b: entry('b') } }],
      ['/a', { padding: ' '.repeat(9 * 1024 * 1024) }],
      ['/b', { padding: ' '.repeat(9 * 1024 * 1024) }],
    ]);
    t.match(await fault(make().images(named, any)), /^host_failed: .* too large/, 'all of them together');
    server.documents = catalogue({ one: product() });
  });
});
