// A version's life: complete, over age, retired, past its grace; with a clock of the test.
import { join } from 'node:path';
import { utimes } from 'node:fs/promises';
import t from 'tap';
import { createStage } from '../../../../src/blobs/stage.js';
import { createBlobStore } from '../../../../src/blobs/store.js';
import { createSimplestreams } from '../../../../src/core/simplestreams/simplestreams.js';
import type { Caller } from '../../../../src/core/access.js';
import { sha256, unifiedImage } from '../../../support/images.js';
import { seedUser, testDatabase, testFolder } from '../../../support/database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

t.test('REL-56 files outlive their place in the catalogue by the grace period, and then go', async (t) => {
  const db = await testDatabase(t);
  const dir = await testFolder(t);
  const stage = createStage(join(dir, 'staging'));
  const blobs = createBlobStore(join(dir, 'sha256'), stage);
  const user_id = await db.tx((tx) => seedUser(tx, 'admin', { is_admin: 1 }));
  let now = Date.UTC(2025, 10, 21);
  const streams = createSimplestreams({
    db,
    clock: () => now,
    audit: { change: (_caller, fn) => db.tx(fn), finish: () => Promise.resolve() },
    stage,
    blobs,
    settings: {
      enabled: true,
      images_lifetime: 7,
      deletion_interval: 6,
      grace_hours: 24,
      keep_serials: null,
      deltas: false,
      gpg_key: '',
      gpg_home: '',
    },
    public_url: () => 'https://gantry.test:7443',
    ca: () => null,
  });
  const caller = {
    actor: { user_id, is_admin: true },
    request_id: '',
    client_request_id: '',
    via: 'native',
    audit: null,
  } as unknown as Caller;
  const { id } = await streams.add(caller, {
    os: 'busybox',
    release: '1',
    arch: 'amd64',
    release_title: '',
    variant: '',
    aliases: '',
  });
  const upload = async (serial: string): Promise<string> => {
    const bytes = await unifiedImage(serial);
    const writer = await stage.open({ limit: 1_000_000 });
    await writer.write(bytes);
    await streams.upload(caller, { product: id, serial, file: await writer.finish(), sha256: '' });
    // As old as the clock says: the store looks at the time of the file.
    await utimes(blobs.path(sha256(bytes)), new Date(now), new Date(now));
    return sha256(bytes);
  };
  const listed = async (): Promise<string[]> =>
    (await streams.catalogue()).versions.map(({ serial }) => serial);
  const old = await upload('20251120');
  const before = await streams.catalogue();
  t.equal(await streams.catalogue(), before, 'one rendering per generation');
  const fresh = await upload('20251121');
  const source = (image: string) => streams.source({ image, type: 'container', architecture: 'x86_64' });
  const { revision } = await streams.catalogue();
  t.not(revision, before.revision);
  t.same(await source('busybox/1'), {
    kind: 'simplestreams',
    server: `https://gantry.test:7443/r/${revision}`,
    alias: fresh,
  });
  t.match(await source('busybox/1/amd64'), { alias: fresh }, 'with the architecture behind it');
  t.match(await source(old.slice(0, 12)), { alias: old }, 'an older one by its fingerprint');
  await t.rejects(source('busybox/2'), { code: 'not_found' });
  await t.rejects(source(old.slice(0, 8)), { code: 'not_found' }, 'too short for a fingerprint');

  await streams.maintain();
  t.same(await listed(), ['20251121', '20251120']);
  now += 7 * DAY;
  await streams.maintain();
  t.same(await listed(), ['20251121'], 'retired by age');
  const name = `${old}.lxd_combined.tar.gz`;
  t.ok((await streams.catalogue()).files.has(name), 'its file still answers');
  now += 23 * HOUR;
  await streams.maintain();
  t.ok((await streams.catalogue()).files.has(name));
  now += HOUR;
  await streams.maintain();
  t.ok((await streams.catalogue()).files.has(name), 'a clean-up comes every deletion_interval hours');
  now += 5 * HOUR;
  await streams.maintain();
  t.notOk((await streams.catalogue()).files.has(name));
  t.equal(await blobs.size(old), null, 'the bytes are gone');
  t.ok((await blobs.size(fresh)) !== null);
  await t.rejects(upload('20251120'), { code: 'conflict' }, 'a retired serial is not taken again');
  now += 1000 * DAY;
  await streams.maintain();
  t.same(await listed(), ['20251121'], 'the newest never goes by age');
});

t.test('two uploads of one version at the same time lose nothing', async (t) => {
  const { metadataOnly, squashfs, qcow2 } = await import('../../../support/images.js');
  const db = await testDatabase(t);
  const dir = await testFolder(t);
  const stage = createStage(join(dir, 'staging'));
  const user_id = await db.tx((tx) => seedUser(tx, 'admin', { is_admin: 1 }));
  const streams = createSimplestreams({
    db,
    clock: () => 1_763_700_000_000,
    audit: { change: (_caller, fn) => db.tx(fn), finish: () => Promise.resolve() },
    stage,
    blobs: createBlobStore(join(dir, 'sha256'), stage),
    settings: {
      enabled: true,
      images_lifetime: 7,
      deletion_interval: 6,
      grace_hours: 24,
      keep_serials: null,
      deltas: false,
      gpg_key: '',
      gpg_home: '',
    },
    public_url: () => 'https://gantry.test:7443',
    ca: () => null,
  });
  const caller = {
    actor: { user_id, is_admin: true },
    request_id: '',
    client_request_id: '',
    via: 'native',
    audit: null,
  } as unknown as Caller;
  const wish = { os: 'busybox', release: '1', arch: 'amd64', release_title: '', variant: '', aliases: '' };
  const { id } = await streams.add(caller, wish);
  const files = [await metadataOnly(), squashfs(), qcow2()] as const;
  const results = await Promise.all(
    files.map(async (bytes) => {
      const writer = await stage.open({ limit: 1_000_000 });
      await writer.write(bytes);
      return streams.upload(caller, {
        product: id,
        serial: '20251121',
        file: await writer.finish(),
        sha256: '',
      });
    }),
  );
  t.ok(results.some(({ listed }) => listed));
  const [meta, root, disk] = files;
  t.same(
    (await streams.catalogue()).offers.map(({ fingerprint }) => fingerprint).sort(),
    [sha256(meta, root), sha256(meta, disk)].sort(),
  );
});

t.test(
  'a product keeps so many versions; a deleted one goes with its files, and its key is free',
  async (t) => {
    const db = await testDatabase(t);
    const dir = await testFolder(t);
    const stage = createStage(join(dir, 'staging'));
    const blobs = createBlobStore(join(dir, 'sha256'), stage);
    const user_id = await db.tx((tx) => seedUser(tx, 'admin', { is_admin: 1 }));
    const other_id = await db.tx((tx) => seedUser(tx, 'other'));
    let now = Date.UTC(2025, 10, 21);
    const streams = createSimplestreams({
      db,
      clock: () => now,
      audit: { change: (_caller, fn) => db.tx(fn), finish: () => Promise.resolve() },
      stage,
      blobs,
      settings: {
        enabled: true,
        images_lifetime: 700,
        deletion_interval: 6,
        grace_hours: 24,
        keep_serials: 2,
        deltas: false,
        gpg_key: '',
        gpg_home: '',
      },
      public_url: () => 'https://gantry.test:7443',
      ca: () => null,
    });
    t.teardown(() => streams.close());
    const by = (id: number, is_admin: boolean): Caller =>
      ({
        actor: { user_id: id, is_admin },
        request_id: '',
        client_request_id: '',
        via: 'native',
        audit: null,
      }) as unknown as Caller;
    const admin = by(user_id, true);
    const wish = { os: 'busybox', arch: 'amd64', release_title: '', variant: '', aliases: '' };
    const usual = await streams.add(admin, { ...wish, release: '1' });
    const few = await streams.add(admin, { ...wish, release: '2', keep_serials: 1 });
    const upload = async (product: number, serial: string): Promise<string> => {
      const bytes = await unifiedImage(`${product} ${serial}`);
      const writer = await stage.open({ limit: 1_000_000 });
      await writer.write(bytes);
      await streams.upload(admin, { product, serial, file: await writer.finish(), sha256: '' });
      await utimes(blobs.path(sha256(bytes)), new Date(now), new Date(now));
      return sha256(bytes);
    };
    const listed = async (): Promise<string[]> =>
      (await streams.catalogue()).versions.map(({ product_id, serial }) => `${product_id} ${serial}`).sort();
    for (const serial of ['20251119', '20251120', '20251121']) {
      await upload(usual.id, serial);
      if (serial !== '20251119') await upload(few.id, serial);
    }
    await streams.maintain();
    t.same(
      await listed(),
      ['1 20251120', '1 20251121', '2 20251121'],
      'as configured, and as the product says',
    );
    const forbidden = streams.delete(by(other_id, false), { product: few.id, serial: '' });
    await t.rejects(forbidden, { code: 'forbidden' }, 'neither an administrator nor its maker');
    const newest = sha256(await unifiedImage('2 20251121'));
    await streams.delete(by(user_id, false), { product: 'busybox:2:amd64:default', serial: '' });
    t.same(await listed(), ['1 20251120', '1 20251121'], 'unlisted at once');
    t.ok((await streams.catalogue()).files.has(`${newest}.lxd_combined.tar.gz`), 'its file answers on');
    await t.rejects(upload(few.id, '20251122'), { code: 'not_found' });
    now += 25 * HOUR;
    await streams.maintain();
    t.equal(await blobs.size(newest), null, 'the bytes are gone');
    t.equal(await db.read.simplestreams.product(few.id), undefined, 'and the product');
    const again = await streams.add(admin, { ...wish, release: '2' });
    await upload(again.id, '20251121');
    t.same((await listed()).length, 3, 'its key and its serials are free');
  },
);
