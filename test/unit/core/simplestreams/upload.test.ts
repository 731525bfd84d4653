// Uploads beside other changes: a product that goes meanwhile, and a disk that gives other bytes than it was given.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createStage } from '../../../../src/blobs/stage.js';
import { type BlobStore, createBlobStore } from '../../../../src/blobs/store.js';
import type { Caller } from '../../../../src/core/access.js';
import { createSimplestreams } from '../../../../src/core/simplestreams/simplestreams.js';
import { seedUser, testDatabase, testFolder } from '../../../support/database.js';
import { metadataOnly, sha256, squashfs, unifiedImage } from '../../../support/images.js';

async function houseOf(t: Test) {
  const db = await testDatabase(t);
  const dir = await testFolder(t);
  const stage = createStage(join(dir, 'staging'));
  const blobs = createBlobStore(join(dir, 'sha256'), stage);
  const user_id = await db.tx((tx) => seedUser(tx, 'admin', { is_admin: 1 }));
  const meanwhile = { change: (): Promise<unknown> => Promise.resolve() };
  // Between the file, which is in the store, and its row, which is not written yet.
  const adopt: BlobStore['adopt'] = async (...given) => {
    const adopted = await blobs.adopt(...given);
    await meanwhile.change();
    return adopted;
  };
  const streams = createSimplestreams({
    db,
    clock: () => Date.UTC(2025, 10, 21),
    audit: { change: (_caller, fn) => db.tx(fn), finish: () => Promise.resolve() },
    stage,
    blobs: { ...blobs, adopt },
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
  t.teardown(() => streams.close());
  const caller = {
    actor: { user_id, is_admin: true },
    request_id: '',
    client_request_id: '',
    via: 'native',
    audit: null,
  } as unknown as Caller;
  const wish = { os: 'busybox', release: '1', arch: 'amd64', release_title: '', variant: '', aliases: '' };
  const { id } = await streams.add(caller, wish);
  const upload = async (bytes: Uint8Array, serial: string) => {
    const writer = await stage.open({ limit: 1_000_000 });
    await writer.write(bytes);
    return streams.upload(caller, { product: id, serial, file: await writer.finish(), sha256: '' });
  };
  return { db, streams, blobs, caller, id, upload, meanwhile };
}

t.test('a product that is deleted while a file is looked at takes no version any more', async (t) => {
  const { db, streams, caller, id, upload, meanwhile } = await houseOf(t);
  meanwhile.change = () => streams.delete(caller, { product: id, serial: '' });
  await t.rejects(upload(await unifiedImage(), '20251121'), { code: 'not_found' });
  t.same((await streams.catalogue()).offers, []);
  t.same(await db.read.simplestreams.versionsOf(id), []);
});

t.test('SEC-52 a stored file that has changed on the disk is never published', async (t) => {
  const { streams, blobs, upload } = await houseOf(t);
  const root = squashfs('x', 300_000);
  await upload(root, '20251121');
  const changed = Buffer.from(root);
  changed[200_000] = (changed[200_000] ?? 0) ^ 1;
  await writeFile(blobs.path(sha256(root)), changed);
  const meta = await metadataOnly();
  await t.rejects(upload(meta, '20251121'), { message: /another hash now/ });
  t.same((await streams.catalogue()).offers, []);
  await writeFile(blobs.path(sha256(root)), root);
  t.match(await upload(meta, '20251121'), { listed: true, fingerprints: [sha256(meta, root)] });
});
