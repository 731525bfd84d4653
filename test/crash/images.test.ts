// REL-70 for work without an instance: kill -9 while an image comes from a real LXD or goes there.
import { createHash } from 'node:crypto';
import t, { type Test } from 'tap';
import { openOperations } from '../proof/support/ledger.js';
import { type House, startHouse } from '../proof/support/house.js';
import { persist } from '../proof/support/workload.js';
import { type LxdDaemon, importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

const IMPORT = ['publish:accepted', 'fetch:begun', 'fetch:ran'];
const PUSH = ['push:accepted'];

await onRealLxd('crash of image transfers', real);

interface Image {
  fingerprint: string;
  properties: Record<string, string>;
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const daemon = await startLxd({ name: 'cimages' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  const house = await startHouse({ SERVERS_SOCKETS: daemon.socket });
  t.teardown(() => house.close());
  const call = async (method: string, params: object): Promise<unknown> =>
    (await house.client().request(method, { ...params })).data;
  await call('server.add', { server_path: daemon.socket, server_name: 'lab' });
  await daemon.lxc('init', 'busybox', 'source');
  await daemon.lxc('snapshot', 'source', 'first');
  const product = { product_os: 'busybox', product_release: '1.36', product_arch: 'amd64' };
  await call('simplestream.add', product);
  const source = { server_id: 1, instance_name: 'source', snapshot_name: 'first' };
  await until(async () => ((await call('instance.list', { server_id: 1 })) as unknown[]).length > 0);

  for (const [index, place] of IMPORT.entries()) {
    await t.test(`REL-70 simplestream.import dies at ${place}`, async (t) => {
      const product_version_serial = `20251121_04${index + 10}`;
      const wish = { product_id: 'busybox:1.36:amd64:default', product_version_serial, ...source };
      await dieAt(house, `simplestream.import:${place}`, 'simplestream.import', wish);
      const versions = Object.values(await catalogue(house))[0]?.versions ?? {};
      t.ok(product_version_serial in versions, 'it is listed');
      await sound(t, house);
      const left = (await images(daemon)).filter(
        ({ properties }) => properties['user.gantry.operation'] !== undefined,
      );
      t.same(left, [], 'no temporary image stays on the host');
    });
  }

  for (const place of PUSH) {
    await t.test(`REL-70 simplestream.push dies at ${place}`, async (t) => {
      const offered = (await call('simplestream.images', {})) as { attributes: Record<string, unknown> }[];
      const there = new Set((await images(daemon)).map(({ fingerprint }) => fingerprint));
      const image_fingerprint = offered
        .map(({ attributes }) => String(attributes['image_fingerprint']))
        .find((one) => !there.has(one));
      const wish = { image_fingerprint, server_ids: [1], alias: `pushed/${place.replace(':', '-')}` };
      await dieAt(house, `simplestream.push:${place}`, 'simplestream.push', wish);
      const found = (await images(daemon)).find(({ fingerprint }) => fingerprint === image_fingerprint);
      t.ok(found, 'it is on the host');
      t.match(await daemon.lxc('image', 'alias', 'list', '--format', 'csv'), wish.alias);
    });
  }
}

/** Lets the house die there in the middle of a call, starts it again, and waits until its work was a success. */
async function dieAt(house: House, place: string, method: string, params: object): Promise<void> {
  await house.kill9();
  await house.start(`${place}:1`);
  const key = place.replaceAll(':', '-');
  const sent = persist(house.client(), method, { ...params, on_unreachable: 'queue' }, key);
  sent.catch(() => undefined);
  await house.gone();
  await house.start();
  const { operation_id } = await sent;
  await until(() => openOperations(house.database) === 0, { timeout_ms: 60_000, what: 'the work to end' });
  const { data } = await house.client().request('operation.get', { operation_id });
  const { attributes } = data as { attributes: Record<string, unknown> };
  if (attributes['operation_status'] !== 'success') {
    throw new Error(`${place}: ${String(attributes['operation_error'])}`);
  }
}

interface Product {
  versions: Record<string, { items: Record<string, { path: string; sha256: string }> }>;
}

async function catalogue(house: House): Promise<Record<string, Product>> {
  const answer = await fetch(`${house.url}/streams/v1/images.json`);
  return ((await answer.json()) as { products: Record<string, Product> }).products;
}

/** Everything that is listed can be fetched and has its hash. */
async function sound(t: Test, house: House): Promise<void> {
  const wrong: string[] = [];
  for (const { versions } of Object.values(await catalogue(house))) {
    for (const { path, sha256 } of Object.values(versions).flatMap(({ items }) => Object.values(items))) {
      const bytes = Buffer.from(await (await fetch(`${house.url}/${path}`)).arrayBuffer());
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) wrong.push(path);
    }
  }
  t.same(wrong, [], 'all that is listed is there');
}

async function images(daemon: LxdDaemon): Promise<Image[]> {
  return JSON.parse(await daemon.lxc('image', 'list', 'local:', '--format', 'json')) as Image[];
}
