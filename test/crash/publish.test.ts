// Number 9.6 of what an image server has to do: kill -9 at every named place of publishing, of retiring and of making a
// delta. After the next start every file of the catalogue is there with its hash, and nothing unnamed outlives a sweep.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import DatabaseDriver from 'better-sqlite3';
import t from 'tap';
import { type House, startHouse } from '../proof/support/house.js';
import { metadataOnly, sha256, squashfs, unifiedImage, uploadImage } from '../support/images.js';
import { until } from '../support/until.js';

const DAY = 86_400_000;
t.setTimeout(120_000);

interface Item {
  path: string;
  sha256: string;
  size: number;
}

/** Serials that are listed, and what is wrong with what is listed. */
async function catalogue(house: House): Promise<{ serials: string[]; deltas: number; faults: string[] }> {
  const response = await fetch(`${house.url}/streams/v1/images.json`);
  const { products } = (await response.json()) as {
    products: Record<string, { versions: Record<string, { items: Record<string, Item> }> }>;
  };
  const versions = Object.values(products).flatMap((product) => Object.entries(product.versions));
  const faults: string[] = [];
  const items = versions.flatMap(([, version]) => Object.entries(version.items));
  for (const [, { path, sha256: hash, size }] of items) {
    const answer = await fetch(`${house.url}/${path}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status !== 200 || sha256(bytes) !== hash || bytes.length !== size) faults.push(path);
  }
  const deltas = items.filter(([name]) => name.endsWith('.vcdiff')).length;
  return { serials: versions.map(([serial]) => serial).sort(), deltas, faults };
}

/** Files of the store, and uploads that wait. */
async function stored(house: House): Promise<string[]> {
  const names = await readdir(join(house.dir, 'blobs'), { recursive: true }).catch((): string[] => []);
  return names.filter((name) => /[0-9a-f]{64}$|^staging\/./.test(name));
}

/** Makes everything that is stored older, as if days had gone by. */
async function age(house: House, days: number): Promise<void> {
  for (const name of await stored(house)) {
    const file = join(house.dir, 'blobs', name);
    const then = (await stat(file)).mtimeMs - days * DAY;
    await utimes(file, then / 1000, then / 1000);
  }
  const db = new DatabaseDriver(house.database);
  for (const column of ['simplestream_items.created_at', 'simplestream_versions.retired_at']) {
    const [table = '', name = ''] = column.split('.');
    db.prepare(`update ${table} set ${name} = ${name} - ?`).run(days * DAY);
  }
  db.close();
}

/** Hashes that rows name. */
function named(house: House): Set<string> {
  const db = new DatabaseDriver(house.database, { readonly: true });
  const rows = db
    .prepare(
      'select lower(hex(sha256)) as hash from simplestream_items union select lower(hex(sha256)) from simplestream_deltas',
    )
    .all() as { hash: string }[];
  db.close();
  return new Set(rows.map(({ hash }) => hash));
}

async function swept(house: House): Promise<void> {
  const orphans = async (): Promise<string[]> => {
    const known = named(house);
    return (await stored(house)).filter((name) => !known.has(name.slice(-64)));
  };
  await until(async () => (await orphans()).length === 0, { what: 'orphans to go', timeout_ms: 20_000 });
}

await t.test('simplestreams 9.6: kill -9 at any point of publish and retire', async (t) => {
  const house = await startHouse({ SIMPLESTREAM_GRACE_HOURS: '2', SIMPLESTREAM_IMAGES_LIFETIME: '1' });
  t.teardown(() => house.close());
  const client = (): ReturnType<House['client']> => house.client();
  const product = async (product_release: string): Promise<number> => {
    const wish = { product_os: 'busybox', product_arch: 'amd64', product_release };
    const { data } = await client().request('simplestream.add', wish);
    return Array.isArray(data) ? 0 : (data.id ?? 0);
  };
  const [whole, split] = [await product('1'), await product('2')];
  const upload = (product_id: number, product_version_serial: string, file: Uint8Array) =>
    uploadImage(house.url, house.token, file, { product_id, product_version_serial });
  const restart = async (place: string): Promise<void> => {
    await house.stop();
    await house.start(place);
  };

  let day = 20_251_100;
  for (const place of ['publish.adopted', 'publish.written', 'publish.committed']) {
    await restart(`${place}:1`);
    const serial = String((day += 1));
    const file = await unifiedImage(place);
    await t.rejects(upload(whole, serial, file), `${place}: no answer`);
    await house.gone();
    await house.start();
    const after = await catalogue(house);
    t.same(after.faults, [], `${place}: what is listed is there`);
    t.equal(
      after.serials.includes(serial),
      place === 'publish.committed',
      'listed once its row is committed',
    );
    t.equal((await upload(whole, serial, file)).status, 200, 'the same upload again');
    t.ok((await catalogue(house)).serials.includes(serial));
  }

  if (existsSync('/usr/bin/xdelta3')) {
    const meta = await metadataOnly();
    const root = squashfs('', 200_000);
    randomBytes(190_000).copy(root, 4096);
    await upload(split, '20251101', root);
    await upload(split, '20251101', meta);
    const places = ['delta.made', 'delta.adopted', 'delta.committed'];
    for (const [at, place] of places.entries()) {
      const serial = String(20_251_102 + at);
      root[100_000 + at] = (root[100_000 + at] ?? 0) ^ 1;
      await upload(split, serial, root);
      await restart(`${place}:1`);
      // The delta is begun as soon as the version is complete: the answer may be lost with the process.
      await upload(split, serial, meta).catch(() => undefined);
      await house.gone();
      await house.start();
      t.same((await catalogue(house)).faults, [], `${place}: what is listed is there`);
      await until(async () => (await catalogue(house)).deltas === at + 1, { what: 'the delta, after all' });
    }
    t.same((await catalogue(house)).faults, []);
  }

  // Of the three whole images two are over age now, and gone from the catalogue with the next clean-up.
  await house.stop();
  await age(house, 2);
  for (const place of ['retire.retired', 'retire.forgotten', 'retire.swept']) {
    await house.start(`${place}:1`).catch(() => undefined);
    await house.gone();
    await house.start();
    t.same((await catalogue(house)).faults, [], `${place}: what is listed is there`);
    await house.stop();
    await age(house, 2);
  }
  await house.start();
  await swept(house);
  const last = await catalogue(house);
  t.same(last.faults, []);
  t.equal(last.serials.length, existsSync('/usr/bin/xdelta3') ? 2 : 1, 'the newest of each product are left');
  t.same(await house.errors(), []);
});
