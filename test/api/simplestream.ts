// simplestream.*: products, uploads told by content, and a catalogue in which nothing stands that is not complete.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readProducts } from '../../src/core/objects/image-catalogue.js';
import {
  metadataOnly,
  qcow2,
  sha256,
  squashfs,
  tarball,
  unifiedImage,
  uploadImage,
  type UploadAnswer,
} from '../support/images.js';
import type { World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

const SERIAL = '20251121_0430';
const BUSYBOX = { product_os: 'busybox', product_release: '1.36', product_arch: 'amd64' };

async function addProduct(world: World, more: object = {}): Promise<number> {
  return (await must(world, 'simplestream.add', { ...BUSYBOX, ...more }, world.adminToken)).id;
}

function upload(
  world: World,
  file: Uint8Array,
  payload: object,
  token: string | null = world.adminToken,
): Promise<UploadAnswer> {
  return uploadImage(world.url, token, file, { product_version_serial: SERIAL, ...payload });
}

async function uploaded(world: World, file: Uint8Array, payload: object): Promise<Record<string, unknown>> {
  const { status, body } = await upload(world, file, payload);
  if (status !== 200) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
  return (body['data'] as Resource).attributes;
}

async function get(world: World, path: string): Promise<Response> {
  return fetch(`${world.url}${path}`);
}

interface Products {
  products: Record<string, { aliases: string; versions: Record<string, { items: Record<string, never> }> }>;
}

async function products(world: World): Promise<Products> {
  return (await (await get(world, '/streams/v1/images.json')).json()) as Products;
}

const fingerprints = async (world: World): Promise<unknown[]> =>
  (await must<Resource[]>(world, 'simplestream.images')).map(
    ({ attributes }) => attributes['image_fingerprint'],
  );

export const cases = [
  apiCase('a unified image is listed at once, under one fingerprint for both clients', async (t, world) => {
    const needs = { product_requirements: { secureboot: 'false' }, product_support_eol: '2035-01-01' };
    const product_id = await addProduct(world, needs);
    const file = await unifiedImage();
    const made = await uploaded(world, file, { product_id });
    t.match(made, {
      response: true,
      product_id,
      file_type: 'lxd_combined.tar.gz',
      product_version_listed: true,
      file_sha256: sha256(file),
      file_size: file.length,
      image_fingerprints: [sha256(file)],
    });
    t.same(await fingerprints(world), [sha256(file)]);
    const document = await products(world);
    for (const flavour of ['lxd', 'incus'] as const) {
      const seen = readProducts([document], flavour);
      t.match(seen, [{ fingerprint: sha256(file), type: 'container', size: file.length }], flavour);
    }
    const [listed] = await must<Resource[]>(world, 'simplestream.list');
    t.match(listed?.attributes, {
      product_key: 'busybox:1.36:amd64:default',
      product_aliases: ['busybox/1.36/default', 'busybox/1.36'],
      product_versions: [{ product_version_serial: SERIAL }],
      ...needs,
    });
    t.match(
      document.products['busybox:1.36:amd64:default'],
      {
        requirements: { secureboot: 'false' },
        lxd_requirements: { secureboot: 'false' },
        support_eol: '2035-01-01',
      },
      'as Incus reads them, and LXD 5.0.2',
    );
    t.same(
      (await history(world, { type: ['product.added', 'image.published'] })).map(({ type }) => type),
      ['product.added', 'product.added', 'image.published'],
      'after that of the world',
    );
    for (const method of ['simplestream.list', 'simplestream.images']) {
      const answer = await get(world, `/v1/${method}?limit=1`);
      t.equal(answer.status, 200, `${method} answers GET without a token`);
    }

    const again = await upload(world, file, { product_id: 'busybox:1.36:amd64:default' });
    t.same((again.body['data'] as Resource).attributes, made, 'the same bytes again: the same answer');
    const other = await upload(world, await unifiedImage('other'), { product_id });
    t.equal(codeOf(other), 'conflict', 'other bytes under the same serial');
    const mixed = await upload(world, squashfs(), { product_id });
    t.equal(codeOf(mixed), 'conflict', 'unified and split in one version');
    const twin = await addProduct(world, { product_release: '1.37' });
    const twice = await upload(world, file, { product_id: twin });
    t.equal(codeOf(twice), 'conflict', 'one fingerprint only once');
    t.match(detailOf(twice), 'busybox:1.36:amd64:default');
    t.same(await fingerprints(world), [sha256(file)]);
  }),

  apiCase(
    'SEC-55 a split image is not there before it is complete, not by its hash either',
    async (t, world) => {
      const product_id = await addProduct(world);
      const [meta, root, disk] = [await metadataOnly(), squashfs(), qcow2()];
      const before = await (await get(world, '/streams/v1/index.json')).text();
      const first = await uploaded(world, root, { product_id });
      t.match(first, { file_type: 'squashfs', product_version_listed: false, image_fingerprints: [] });
      t.equal(await (await get(world, '/streams/v1/index.json')).text(), before);
      t.equal((await get(world, `/images/${sha256(root)}.squashfs`)).status, 404, 'unlisted: 404');
      t.same(await fingerprints(world), []);

      const second = await uploaded(world, meta, { product_id: String(product_id) });
      const combined = sha256(meta, root);
      t.match(second, {
        file_type: 'lxd.tar.xz',
        product_version_listed: true,
        image_fingerprints: [combined],
      });
      t.equal((await get(world, `/images/${sha256(root)}.squashfs`)).status, 200);
      const third = await uploaded(world, disk, { product_id });
      t.same(third['image_fingerprints'], [sha256(meta, disk)], 'a machine from the same metadata');
      t.same((await fingerprints(world)).sort(), [combined, sha256(meta, disk)].sort());
      const document = await products(world);
      const types = (flavour: 'lxd' | 'incus') => readProducts([document], flavour).map((one) => one.type);
      t.same(types('lxd').sort(), ['container', 'virtual-machine']);
      t.same(types('incus').sort(), ['container', 'virtual-machine']);
      const items = Object.values(document.products)[0]?.versions[SERIAL]?.items as unknown as Record<
        string,
        { path: string; sha256: string; size: number }
      >;
      t.same(items['lxd.tar.xz']?.path, items['incus.tar.xz']?.path, 'one file under both names');
      for (const { path, sha256: hash, size } of Object.values(items)) {
        const answer = await get(world, `/${path}`);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        t.equal(sha256(bytes), hash, `${path} has the hash that is listed`);
        t.equal(bytes.length, size);
      }
      t.equal(
        (await get(world, `/images/${sha256(root)}.qcow2`)).status,
        404,
        'another ending is another name',
      );
      t.equal((await get(world, `/images/${'0'.repeat(64)}.squashfs`)).status, 404);
    },
  ),

  apiCase('the same tree stands under every prefix; other verbs are refused', async (t, world) => {
    const product_id = await addProduct(world);
    const file = await unifiedImage();
    await uploaded(world, file, { product_id });
    const index = await (await get(world, '/streams/v1/index.json')).text();
    for (const prefix of [
      '/v1/simplestream.list',
      '/api/v1/simplestream.list',
      '/r/0123456789abcdef',
      '/r/x',
    ]) {
      const answer = await get(world, `${prefix}/streams/v1/index.json`);
      t.equal(await answer.text(), index, prefix);
      const artefact = `${prefix}/images/${sha256(file)}.lxd_combined.tar.gz`;
      t.equal((await get(world, artefact)).status, 200, artefact);
    }
    const posted = await fetch(`${world.url}/streams/v1/index.json`, { method: 'POST', body: '{}' });
    t.equal(posted.status, 405);
    t.equal(posted.headers.get('allow'), 'GET, HEAD');
    t.equal((await get(world, '/streams/v1/index.sjson')).status, 404);
    t.equal((await get(world, '/r/a/b/streams/v1/index.json')).status, 404);
    const artefact = await fetch(`${world.url}/images/${sha256(file)}.lxd_combined.tar.gz`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    t.equal(artefact.headers.get('content-encoding'), null, 'never unpacked on the way');
    t.equal(artefact.headers.get('etag'), `"${sha256(file)}"`);
    t.match(artefact.headers.get('cache-control'), /immutable/);
  }),

  apiCase('SEC-50 product fields, aliases, architectures and serials have one grammar', async (t, world) => {
    const bad = (params: object): Promise<string> =>
      refused(world, 'simplestream.add', { ...BUSYBOX, ...params }, world.adminToken);
    for (const product_os of ['../etc', 'a/b', 'Ubuntu', 'a b', 'a\\b', 'a\u0000b', '.', 'x'.repeat(64)]) {
      t.equal(await bad({ product_os }), 'invalid_params', JSON.stringify(product_os));
    }
    t.equal(await bad({ product_arch: 'abacus' }), 'invalid_params');
    for (const product_aliases of ['a, b', 'a,,b', '../a', 'a//b', 'busybox/amd64', '/a']) {
      t.equal(await bad({ product_aliases }), 'invalid_params', product_aliases);
    }
    const product_id = await addProduct(world, { product_arch: 'x86_64' });
    t.equal(await bad({}), 'conflict', 'the same product by another spelling');
    const clash = { product_release: '1.37', product_aliases: 'busybox/1.36' };
    t.equal(await bad(clash), 'conflict', 'an alias belongs to one product of an architecture');
    await addProduct(world, { ...clash, product_arch: 'arm64' });
    const file = await unifiedImage();
    for (const product_version_serial of [
      '20251131',
      '2025-11-21',
      '20251121_2460',
      '20251121_04300',
      '99999999',
    ]) {
      const answer = await upload(world, file, { product_id, product_version_serial });
      t.equal(codeOf(answer), 'invalid_params', product_version_serial);
    }
    await uploaded(world, file, { product_id });
    const day = await upload(world, await unifiedImage('2'), {
      product_id,
      product_version_serial: '20251122',
    });
    t.equal(codeOf(day), 'invalid_params', 'one form of serial per product');
    t.equal(codeOf(await upload(world, file, { product_id: 999 })), 'not_found');
    t.equal(codeOf(await upload(world, file, { product_id: '../1' })), 'not_found');
    const stored = await readdir(join(world.app.dir, 'blobs'), { recursive: true });
    t.ok(
      stored.every((name) => /^(staging|sha256(\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?)$/.test(name)),
      'only names of ours are on the disk',
    );
  }),

  apiCase(
    'SEC-52 what is not as it was announced, or no image, is refused and not kept',
    async (t, world) => {
      const product_id = await addProduct(world);
      const file = await unifiedImage();
      const flipped = Buffer.from(file);
      flipped[file.length - 9] = (flipped[file.length - 9] ?? 0) ^ 1;
      const code = async (bytes: Uint8Array, more: object = {}): Promise<string> =>
        codeOf(await upload(world, bytes, { product_id, ...more }));
      t.equal(
        await code(flipped, { file_sha256: sha256(file) }),
        'invalid_params',
        'a bit flipped on the way',
      );
      t.equal(await code(Buffer.from('hello')), 'invalid_params', 'no image');
      t.equal(await code(Buffer.alloc(0)), 'invalid_params', 'nothing');
      t.equal(
        await code(await tarball([{ name: 'readme', text: 'x' }])),
        'invalid_params',
        'another archive',
      );
      const arm = await unifiedImage('', 'architecture: aarch64\ncreation_date: 1\n');
      t.equal(await code(arm), 'invalid_params', 'an image of another architecture');
      t.equal(await code(file.subarray(0, 60)), 'invalid_params', 'cut off');
      t.equal(
        codeOf(await upload(world, file, { product_id }, world.userToken)),
        'forbidden',
        'administrators only',
      );
      t.equal(codeOf(await upload(world, file, { product_id }, null)), 'unauthenticated');
      const unread = await upload(world, Buffer.alloc(1), { no_such: 1 }, world.userToken);
      t.equal(codeOf(unread), 'forbidden', 'before anything of it is read');
      t.equal(await refused(world, 'simplestream.add', BUSYBOX), 'forbidden');
      t.same(await fingerprints(world), []);
      t.same(await readdir(join(world.app.dir, 'blobs', 'staging')), [], 'nothing waits');
      t.equal(await code(file, { file_sha256: sha256(file).toUpperCase() }), 'ok');
    },
  ),

  apiCase(
    'switched off, nothing is served',
    async (t, world) => {
      t.equal(await refused(world, 'simplestream.list'), 'unsupported');
      t.equal(await refused(world, 'simplestream.add', BUSYBOX, world.adminToken), 'unsupported');
      t.equal((await get(world, '/streams/v1/index.json')).status, 404);
    },
    { app: { env: { GANTRY_SIMPLESTREAM_ENABLED: 'false' } } },
  ),

  apiCase(
    'instance.add: an image of ours that is not there is refused before anything is made',
    async (t, world) => {
      const params = {
        server_id: 1,
        instance_name: 'web-3',
        instance_image: 'busybox/1.36',
        image_server_host: `${world.url}/v1/simplestream.list`,
      };
      const answer = await world.app.call('instance.add', params, { token: world.userToken });
      t.equal(codeOf(answer), 'not_found');
      t.match(answer.body, { errors: [{ source: { pointer: '/instance_image' } }] });
      await uploaded(world, await unifiedImage(), { product_id: await addProduct(world) });
      const plain = await world.app.call('instance.add', params, { token: world.userToken });
      t.equal(codeOf(plain), 'invalid_params', 'a host fetches by https only');
      const unknown = { ...params, instance_image: 'busybox/9' };
      t.equal(await refused(world, 'instance.add', unknown), 'not_found');
    },
  ),
];
