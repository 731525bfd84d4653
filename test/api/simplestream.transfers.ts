// simplestream.import, simplestream.push, simplestream.delete: images between servers and our image server.
import { placeImage } from '../support/fake-host/images.js';
import { FakeHost } from '../support/fake-host.js';
import { startImageServer } from '../support/image-server.js';
import { openSse } from '../support/sse.js';
import { metadataOnly, qcow2, sha256, squashfs, unifiedImage, uploadImage } from '../support/images.js';
import { type World, addServer, startWorld } from '../support/world.js';
import { until } from '../support/until.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, over, refused } from './case.js';

const SERIAL = '20251121_0430';
const BUSYBOX = { product_os: 'busybox', product_release: '1.36', product_arch: 'amd64' };

async function addProduct(world: World, more: object = {}): Promise<number> {
  return (await must(world, 'simplestream.add', { ...BUSYBOX, ...more }, world.adminToken)).id;
}

type Dict = Record<string, unknown>;

async function operation(
  world: World,
  method: string,
  params: Dict,
  token = world.adminToken,
): Promise<Dict> {
  const { attributes } = await must(world, method, params, token);
  return over(world, Number(attributes['operation_id']));
}

const fingerprints = async (world: World): Promise<unknown[]> =>
  (await must<Resource[]>(world, 'simplestream.images')).map(
    ({ attributes }) => attributes['image_fingerprint'],
  );

async function offer(world: World, file: Uint8Array, more: object = {}): Promise<string> {
  const product_id = await addProduct(world, more);
  const payload = { product_id, product_version_serial: SERIAL };
  const { status, body } = await uploadImage(world.url, world.adminToken, file, payload);
  if (status !== 200) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
  return sha256(file);
}

export const cases = [
  apiCase('simplestream.import: images of a host, whole and in two files', async (t, world) => {
    const product_id = await addProduct(world);
    const bytes = await unifiedImage('host');
    const image_fingerprint = placeImage(world.host.world, [{ name: 'image', bytes }]);
    const from = { product_id, product_version_serial: SERIAL, server_id: 1 };
    const made = await operation(world, 'simplestream.import', { ...from, image_fingerprint });
    t.match(made, {
      operation_kind: 'simplestream.import',
      operation_status: 'success',
      operation_result: { image_fingerprint },
      server_id: 1,
      instance_id: null,
    });
    t.same(await fingerprints(world), [image_fingerprint]);
    const again = await operation(world, 'simplestream.import', { ...from, image_fingerprint });
    t.match(again, { operation_status: 'success' }, 'what is there already is a success');

    const [meta, root, disk] = [await metadataOnly(), squashfs('x', 300_000), qcow2()];
    const split = placeImage(world.host.world, [
      { name: 'metadata', bytes: meta },
      { name: 'rootfs', bytes: root },
    ]);
    const machine = placeImage(world.host.world, [
      { name: 'metadata', bytes: meta },
      { name: 'rootfs.img', bytes: disk },
    ]);
    const next = { ...from, product_version_serial: '20251121_0431' };
    const [first, second] = await Promise.all([
      operation(world, 'simplestream.import', { ...next, image_fingerprint: split.slice(0, 12) }),
      operation(world, 'simplestream.import', { ...next, image_fingerprint: machine }),
    ]);
    t.match([first, second], [{ operation_status: 'success' }, { operation_status: 'success' }]);
    t.same((await fingerprints(world)).sort(), [image_fingerprint, split, machine].sort());
    const published = await history(world, { type: 'image.published' });
    t.equal(published.length, 3, 'each is told once');
    t.match(published[0], { user_id: 1 });
  }),

  apiCase('simplestream.import: what is no such image is refused and not kept', async (t, world) => {
    const product_id = await addProduct(world);
    const { world: fake } = world.host;
    const from = { product_id, product_version_serial: SERIAL, server_id: 1 };
    const fails = async (params: Dict): Promise<unknown> =>
      (await operation(world, 'simplestream.import', { ...from, ...params }))['operation_error_code'];
    const bytes = await unifiedImage('lies');
    const image_fingerprint = placeImage(fake, [{ name: 'image', bytes }]);
    fake.imageFiles.set(image_fingerprint, [{ name: 'image', bytes: await unifiedImage('other') }]);
    t.equal(await fails({ image_fingerprint }), 'host_failed', 'SEC-52 other bytes than its fingerprint');
    const text = placeImage(fake, [{ name: 'image', bytes: Buffer.from('hello') }]);
    t.equal(await fails({ image_fingerprint: text }), 'invalid_params', 'no image');
    const arm = await unifiedImage('', 'architecture: aarch64\ncreation_date: 1\n');
    const foreign = placeImage(fake, [{ name: 'image', bytes: arm }]);
    t.equal(await fails({ image_fingerprint: foreign }), 'invalid_params', 'of another architecture');
    const [meta, root] = [await metadataOnly('parts'), squashfs('parts')];
    const parts: [string, Parameters<typeof placeImage>[1]][] = [
      ['a root file alone', [{ name: 'image', bytes: root }]],
      [
        'parts in another order',
        [
          { name: 'metadata', bytes: root },
          { name: 'rootfs', bytes: meta },
        ],
      ],
      [
        'one part too many',
        [
          { name: 'metadata', bytes: meta },
          { name: 'rootfs', bytes: root },
          { name: 'rootfs.img', bytes: qcow2() },
        ],
      ],
    ];
    for (const [name, files] of parts) {
      t.equal(await fails({ image_fingerprint: placeImage(fake, files) }), 'host_failed', name);
    }
    t.same(await fingerprints(world), []);

    const ask = (params: Dict, token = world.adminToken): Promise<string> =>
      refused(world, 'simplestream.import', { ...from, ...params }, token);
    t.equal(await ask({ image_fingerprint: 'e'.repeat(64) }), 'not_found');
    t.equal(await ask({ server_id: 99, image_fingerprint }), 'not_found');
    t.equal(await ask({ image_fingerprint }, world.userToken), 'forbidden', 'administrators only');
    t.equal(await ask({ image_fingerprint, snapshot_name: 'x' }), 'invalid_params', 'two sources');
    t.equal(await ask({ image_fingerprint, product_version_serial: 'now' }), 'invalid_params');
    t.equal(await ask({ image_fingerprint, product_id: 99 }), 'not_found');
    const other = await addProduct(world, { product_release: '2' });
    await operation(world, 'simplestream.import', {
      ...from,
      product_id: other,
      image_fingerprint: placeImage(fake, [{ name: 'image', bytes: await unifiedImage('one') }]),
    });
    const twice = await fails({ image_fingerprint: sha256(await unifiedImage('one')) });
    t.equal(twice, 'conflict', 'one fingerprint only once');
    await world.host.down();
    await until(async () => (await ask({ image_fingerprint })) === 'host_unreachable');
    const queued = { ...from, image_fingerprint: text, on_unreachable: 'queue' };
    const { attributes } = await must(world, 'simplestream.import', queued, world.adminToken);
    await must(world, 'operation.cancel', { operation_id: attributes['operation_id'] }, world.adminToken);
    t.match(await over(world, Number(attributes['operation_id'])), { operation_status: 'cancelled' });
  }),

  apiCase(
    'simplestream.import: a snapshot is published, fetched, and its image removed',
    async (t, world) => {
      const product_id = await addProduct(world);
      const { world: fake } = world.host;
      const before = fake.images.length;
      const from = { product_id, product_version_serial: SERIAL, instance_id: 2, snapshot_name: 'before' };
      const made = await operation(world, 'simplestream.import', from);
      t.match(made, { operation_status: 'success' });
      const result = made['operation_result'] as Dict;
      t.same(await fingerprints(world), [result['image_fingerprint']]);
      t.equal(fake.images.length, before, 'nothing stays on the host');
      const [posted] = world.host.seen('POST', '/1.0/images');
      t.match(posted?.body, {
        source: { type: 'snapshot', name: 'web-2/before' },
        compression_algorithm: 'gzip',
      });
      t.equal(
        await refused(world, 'simplestream.import', { ...from, snapshot_name: 'after' }, world.adminToken),
        'not_found',
      );

      // What was left behind by one that is over goes with the next.
      const uuid = String((posted?.body as { properties: Dict }).properties['user.gantry.operation']);
      const mark = (value: string): string =>
        placeImage(fake, [{ name: 'image', bytes: Buffer.from(value) }], {
          properties: { 'user.gantry.operation': value },
        });
      mark(uuid);
      const foreign = mark('another-control-plane');
      const next = { ...from, product_version_serial: '20251121_0431' };
      t.match(await operation(world, 'simplestream.import', next), { operation_status: 'success' });
      t.same(
        fake.images.filter(({ properties }) => properties['user.gantry.operation'] !== undefined),
        fake.images.filter(({ fingerprint }) => fingerprint === foreign),
        'only what is not ours stays',
      );

      // A failure after publishing takes the image away, too.
      world.host.faults.refuse = ({ path }) =>
        path.endsWith('/export') ? { status: 500, error: 'no such luck' } : null;
      const failing = { ...from, product_version_serial: '20251121_0432' };
      t.match(await operation(world, 'simplestream.import', failing), { operation_status: 'failure' });
      t.equal(fake.images.length, before + 1);
      world.host.faults.refuse = null;

      // And so does cancelling it.
      const exports = (): number => world.host.seen('GET', /\/export$/).length;
      const earlier = exports();
      world.host.faults.hang = ({ path }) => path.endsWith('/export');
      const { attributes } = await must(world, 'simplestream.import', failing, world.adminToken);
      await until(() => exports() > earlier);
      await must(world, 'operation.cancel', { operation_id: attributes['operation_id'] }, world.adminToken);
      t.match(await over(world, Number(attributes['operation_id'])), { operation_status: 'cancelled' });
      t.equal(fake.images.length, before + 1);
    },
  ),

  apiCase('SEC-40 simplestream.import: from another image server', async (t, world) => {
    const product_id = await addProduct(world);
    const from = { product_id, product_version_serial: SERIAL, instance_image: 'busybox' };
    const ask = (params: Dict): Promise<string> =>
      refused(world, 'simplestream.import', { ...from, ...params }, world.adminToken);
    t.equal(await ask({ image_server_host: 'http://127.0.0.1/' }), 'invalid_params', 'by https only');
    t.equal(await ask({ image_server_host: 'https://169.254.169.254/' }), 'forbidden', 'refused address');
    t.equal(
      await ask({ image_server_host: `${world.url}/v1/simplestream.list` }),
      'invalid_params',
      'our own',
    );
    t.equal(await ask({}), 'invalid_params', 'no server');

    const [meta, root] = [await metadataOnly('remote'), squashfs('remote', 400_000)];
    const items = {
      meta: {
        ftype: 'lxd.tar.xz',
        path: 'images/meta',
        size: meta.length,
        sha256: sha256(meta),
        combined_squashfs_sha256: sha256(meta, root),
      },
      root: { ftype: 'squashfs', path: 'images/root', size: root.length, sha256: sha256(root) },
    };
    const product = { aliases: 'busybox', arch: 'amd64', os: 'busybox', release: '1', versions: {} };
    const server = await startImageServer({
      'busybox:1:amd64:default': { ...product, versions: { '20260102_0304': { items } } },
    });
    t.teardown(() => server.stop());
    const trusting = await startWorld({
      app: { env: { GANTRY_IMAGE_SERVERS: server.url, GANTRY_TLS_CA: server.ca } },
    });
    t.teardown(() => trusting.close());
    const there = await addProduct(trusting);
    const wish = { ...from, product_id: there, image_server_host: server.url };
    server.documents.set('/images/meta', meta);
    server.documents.set('/images/root', root.subarray(1));
    const short = await operation(trusting, 'simplestream.import', wish);
    t.match(short, { operation_status: 'failure', operation_error_code: 'host_failed' }, 'of another size');
    const flipped = Buffer.from(root);
    flipped[200_000] = 1;
    server.documents.set('/images/root', flipped);
    const wrong = await operation(trusting, 'simplestream.import', wish);
    t.match(wrong, { operation_status: 'failure', operation_error_code: 'host_failed' }, 'a bit flipped');
    t.same(await fingerprints(trusting), []);
    server.documents.set('/images/root', root);
    const made = await operation(trusting, 'simplestream.import', wish);
    t.match(made, {
      operation_status: 'success',
      operation_result: { image_fingerprint: sha256(meta, root) },
    });
    t.same(await fingerprints(trusting), [sha256(meta, root)]);
    const missing = { ...wish, instance_image: 'debian' };
    t.equal(await refused(trusting, 'simplestream.import', missing, trusting.adminToken), 'not_found');
  }),

  apiCase('simplestream.push: each server by itself', async (t, world) => {
    const bytes = await unifiedImage('push');
    const image_fingerprint = await offer(world, bytes);
    const second = await FakeHost.start({ kind: 'https' });
    t.teardown(() => second.stop());
    const server_id = await addServer(world.app, second, world.adminToken, 'second');
    const push = (params: Dict): Promise<Dict> =>
      operation(world, 'simplestream.push', { image_fingerprint, server_ids: [1, server_id], ...params });
    const made = await push({ alias: 'busybox/pushed' });
    t.match(made, { operation_status: 'success', server_id: null, operation_kind: 'simplestream.push' });
    t.same((made['operation_result'] as Dict)['servers'], [
      { server_id: 1, server_name: 'lab', ok: true, present: false },
      { server_id, server_name: 'second', ok: true, present: false },
    ]);
    for (const host of [world.host, second]) {
      const found = host.world.images.find(({ fingerprint }) => fingerprint === image_fingerprint);
      t.same(found?.aliases, ['busybox/pushed']);
      t.same(host.world.imageFiles.get(image_fingerprint), [{ name: 'image', bytes }]);
    }
    const again = await push({});
    t.match(again['operation_result'], { servers: [{ present: true }, { present: true }] });
    const taken = await push({ alias: 'busybox' });
    t.match(taken, { operation_status: 'failure', operation_error_code: 'conflict' }, 'on none of them');
    t.match(taken['operation_result'], { servers: [{ error_code: 'conflict' }, { error_code: 'conflict' }] });
    await push({ alias: 'busybox', alias_move: true });
    t.ok(
      second.world.images
        .find(({ fingerprint }) => fingerprint === image_fingerprint)
        ?.aliases.includes('busybox'),
    );

    await second.down();
    await until(
      async () =>
        (await must(world, 'server.get', { server_id }, world.adminToken)).attributes['status'] !== 'online',
    );
    const partly = await push({});
    t.match(partly, { operation_status: 'success' }, 'one that is away holds up none');
    t.match(partly['operation_result'], {
      servers: [{ ok: true }, { ok: false, error_code: 'host_unreachable' }],
    });
    const ask = (params: Dict, token: string): Promise<string> =>
      refused(world, 'simplestream.push', { image_fingerprint, server_ids: [1], ...params }, token);
    t.equal(await ask({}, world.userToken), 'forbidden', 'who may only use the server');
    t.equal(await ask({}, world.otherToken), 'not_found', 'SEC-20 who does not see it');
    t.equal(await ask({ alias: '../x' }, world.adminToken), 'invalid_params');
  }),

  apiCase('simplestream.push: an image in two files, and progress per server', async (t, world) => {
    const [meta, root] = [await metadataOnly(), squashfs('p', 2_000_000)];
    const product_id = await addProduct(world);
    for (const file of [meta, root]) {
      await uploadImage(world.url, world.adminToken, file, { product_id, product_version_serial: SERIAL });
    }
    const image_fingerprint = sha256(meta, root);
    const stream = await openSse(`${world.url}/v1/event.subscribe?type=operation.progress`, {
      authorization: `Bearer ${world.adminToken}`,
    });
    t.teardown(() => stream.close());
    const made = await operation(world, 'simplestream.push', { image_fingerprint, server_ids: [1] });
    t.match(made, { operation_status: 'success', server_id: 1 });
    t.same(world.host.world.imageFiles.get(image_fingerprint), [
      { name: 'metadata', bytes: meta },
      { name: 'rootfs', bytes: root },
    ]);
    const told = (): Dict[] =>
      stream.messages
        .map(({ data }) => JSON.parse(data) as { data?: Dict })
        .flatMap(({ data }) => (data?.['kind'] === 'simplestream.push' ? [data] : []));
    await until(() => told().some(({ percent }) => percent === 100));
    t.ok(told().every(({ server_id }) => server_id === 1));
  }),

  apiCase('simplestream.delete: a version, then the product; its key is free at once', async (t, world) => {
    const bytes = await unifiedImage('gone');
    const fingerprint = await offer(world, bytes);
    const [listed] = await must<Resource[]>(world, 'simplestream.list');
    const product_id = listed?.id ?? 0;
    const newer = { product_id, product_version_serial: '20251122_0430' };
    await uploadImage(world.url, world.adminToken, await unifiedImage('newer'), newer);
    const remove = (params: Dict): Promise<Resource> =>
      must(world, 'simplestream.delete', { product_id, ...params }, world.adminToken);
    t.equal(await refused(world, 'simplestream.delete', { product_id }), 'forbidden');
    const one = await remove({ product_version_serial: SERIAL });
    t.same(one.attributes['product_version_serials'], [SERIAL]);
    t.same(await fingerprints(world), [sha256(await unifiedImage('newer'))]);
    const path = `${world.url}/images/${fingerprint}.lxd_combined.tar.gz`;
    t.equal((await fetch(path)).status, 200, 'its file is answered for a while');
    t.equal(
      await refused(
        world,
        'simplestream.delete',
        { product_id, product_version_serial: SERIAL },
        world.adminToken,
      ),
      'not_found',
      'only once',
    );
    const rest = await remove({});
    t.match(rest.attributes, { product_version_serials: ['20251122_0430'], product_id });
    t.same(await fingerprints(world), []);
    t.equal((await must<Resource[]>(world, 'simplestream.list')).length, 1, 'only that of the world');
    t.equal((await fetch(path)).status, 200);
    const payload = { product_id, product_version_serial: '20251123_0430' };
    const late = await uploadImage(world.url, world.adminToken, bytes, payload);
    t.equal(codeOf(late), 'not_found', 'no upload to what is deleted');
    t.equal(await addProduct(world), product_id, 'the key is free at once and has its old number');
    const taken = await uploadImage(world.url, world.adminToken, bytes, {
      product_id,
      product_version_serial: SERIAL,
    });
    t.equal(codeOf(taken), 'conflict', 'old serials stay taken');
    t.match(detailOf(taken), 'was retired');
    t.equal(codeOf(await uploadImage(world.url, world.adminToken, bytes, payload)), 'ok');
    const told = (await history(world, { type: ['image.retired', 'product.deleted'] })).map(
      ({ type }) => type,
    );
    t.same(told, ['image.retired', 'image.retired', 'product.deleted']);
  }),
];
