// image.*: the images of a host, what image servers offer, and deletion.
import { digits, product, startImageServer } from '../support/image-server.js';
import { SPARE } from '../support/fake-host/spare.js';
import { startWorld, type World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

interface Page {
  data: Resource[];
  meta: { next: string | null };
}

async function page(world: World, params: object, token = world.userToken): Promise<Page> {
  const answer = await world.app.call('image.list', { server_id: 1, ...params }, { token });
  if (answer.status !== 200) throw new Error(`${codeOf(answer)}: ${detailOf(answer)}`);
  return answer.body as never;
}

const names = ({ data }: Page): unknown[] => data.map(({ attributes }) => attributes['image_description']);

export const cases = [
  apiCase('those on the host: by page, sorted, filtered', async (t, world) => {
    const all = await page(world, { image_server_host: '' });
    t.same(names(all), ['Busybox', 'Spare'], 'newest first');
    t.match(all.data[1], {
      type: 'image',
      attributes: {
        provider: 'lxd',
        image_fingerprint: SPARE.image,
        image_architecture: 'x86_64',
        image_instance_type: 'container',
        image_os: 'busybox',
        image_release: '0',
        image_serial: '20200101_0000',
        image_aliases: ['spare'],
        image_size: 1000,
        image_public: false,
        image_cached: false,
        image_created_at: 1_577_836_800,
        image_last_used_at: 0,
        image_expires_at: 0,
      },
    });
    const first = await page(world, { limit: 1 });
    t.same(names(first), ['Busybox']);
    t.same(names(await page(world, { limit: 1, after: first.meta.next })), ['Spare']);
    t.same(names(await page(world, { sort: 'image_size' })), ['Spare', 'Busybox']);
    const sorted = await page(world, { sort: '-image_description', limit: 1 });
    t.same(names(sorted), ['Spare']);
    const rest = await page(world, { sort: '-image_description', after: sorted.meta.next });
    t.same([names(rest), rest.meta.next], [['Busybox'], null]);
    t.same(names(await page(world, { filter: { image_release: ['0', '7'] } })), ['Spare']);
    t.same(names(await page(world, { image_architecture: 'arm64' })), []);
    t.same(names(await page(world, { image_architecture: 'amd64' })), ['Busybox', 'Spare']);
    for (const wrong of [
      { after: 'x' },
      { after: 'WyJhIiwxXQ' },
      { sort: 'image_aliases' },
      { filter: { image_size: 1 } },
    ]) {
      t.equal(await refused(world, 'image.list', { server_id: 1, ...wrong }), 'invalid_params');
    }
  }),

  apiCase('those of an image server, for whoever may ask it', async (t, _world) => {
    const server = await startImageServer({
      one: product(),
      arm: product({ arch: 'arm64', os: 'Arm', versions: {} }),
      old: product(
        {
          arch: 'i386',
          os: 'Old',
          aliases: 'old',
          versions: {
            '20200101_0000': {
              items: { x: { ftype: 'lxd_combined.tar.gz', path: 'x', sha256: digits('c'), size: 7 } },
            },
          },
        },
        '20200101_0000',
      ),
      foreign: product({
        arch: 'arm64',
        versions: {
          '20260601_0000': { items: { x: { ftype: 'lxd_combined.tar.gz', path: 'x', sha256: digits('d') } } },
        },
      }),
    });
    t.teardown(() => server.stop());
    const world = await startWorld({
      app: { env: { GANTRY_IMAGE_SERVERS: `${server.url}/`, GANTRY_TLS_CA: server.ca } },
    });
    t.teardown(() => world.close());
    const from = { image_server_host: server.url };
    t.same(
      (await page(world, from)).data.map(({ attributes }) => attributes['image_fingerprint']),
      [digits('a'), digits('b'), digits('c')],
      'what the host can run, newest first',
    );
    t.match((await page(world, { ...from, filter: { image_instance_type: 'virtual-machine' } })).data, [
      {
        attributes: {
          image_fingerprint: digits('b'),
          image_os: 'Busybox',
          image_public: true,
          image_cached: false,
        },
      },
    ]);
    t.equal((await page(world, { ...from, image_architecture: 'all' })).data.length, 4);
    t.equal((await page(world, { ...from, image_architecture: 'aarch64' })).data.length, 1);
    t.equal(server.paths.length, 2, 'asked once');
    const other = { server_id: 1, image_server_host: `https://localhost:${server.port}` };
    t.equal(await refused(world, 'image.list', other), 'forbidden', 'another one is not for tenants');
    const closed = { server_id: 1, image_server_host: 'https://10.255.255.1:22' };
    const answer = await world.app.call('image.list', closed, { token: world.adminToken });
    t.equal(codeOf(answer), 'forbidden', 'SEC-40 what the guard closes is closed to administrators too');
    t.match(detailOf(answer), /^image_server_host may not be used/);
    const servers = await must<Resource[]>(world, 'image.serverList', { server_id: 1 });
    t.match(servers, [
      { id: 1, attributes: { image_server_host: `${server.url}/`, image_server_protocol: 'simplestreams' } },
    ]);
    await world.host.down();
    t.equal((await page(world, from)).data.length, 3, 'also while the host is away');
  }),

  apiCase('our own tree stands for what is not configured', async (t, world) => {
    const [row] = await must<Resource[]>(world, 'image.serverList');
    t.match(row, { id: 1, attributes: { image_server_host: `${world.url}/v1/simplestream.list` } });
    for (const prefix of ['/v1/simplestream.list', '/api/v1/simplestream.list', '']) {
      const image_server_host = `${world.url}${prefix}`;
      t.same((await page(world, { image_server_host })).data, [], `${prefix} is ours`);
    }
    t.equal(await refused(world, 'image.serverList', { server_id: 1 }, world.otherToken), 'not_found');
    t.equal(await refused(world, 'image.list', { server_id: 1 }, world.otherToken), 'not_found');
  }),

  apiCase(
    'deleted by its owner, by the beginning of the fingerprint, never by a pattern',
    async (t, world) => {
      const drop = (image_fingerprint: string, token = world.adminToken): Promise<string> =>
        refused(world, 'image.delete', { server_id: 1, image_fingerprint }, token);
      t.equal(await drop(SPARE.image, world.userToken), 'forbidden');
      t.equal(await drop(SPARE.image, world.otherToken), 'not_found');
      for (const wrong of [
        '%',
        '%%%%%%%%%%%%',
        '____________',
        'b57ab57ab57',
        `${SPARE.image}0`,
        'spare',
        '../x',
      ]) {
        t.equal(await drop(wrong), 'invalid_params', `SEC-44 ${wrong}`);
      }
      t.equal(world.host.world.images.length, 2);
      world.host.faults.fail = ({ description }) =>
        description === 'Deleting image' ? 'Image is locked' : null;
      t.equal(await drop(SPARE.image), 'host_failed', 'a failure on the host is the answer');
      world.host.faults.fail = null;
      t.equal(await drop(SPARE.image.slice(0, 12).toUpperCase()), 'ok');
      t.same(names(await page(world, {})), ['Busybox'], 'gone when the call answers');
      t.equal(await drop(SPARE.image), 'not_found');
      t.match(await history(world, { type: 'image.deleted' }), [
        { server_id: 1, data: { image_fingerprint: SPARE.image, image_description: 'Spare' } },
      ]);
    },
  ),
];
