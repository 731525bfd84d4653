// Uploads in chunks below the wire: age, bytes that are gone, a store that has the file already, locks, and room.
import { randomBytes } from 'node:crypto';
import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createPartials } from '../../../../src/blobs/partials.js';
import type { Space } from '../../../../src/blobs/space.js';
import { createStage } from '../../../../src/blobs/stage.js';
import { createBlobStore } from '../../../../src/blobs/store.js';
import type { Caller } from '../../../../src/core/access.js';
import { createLocks } from '../../../../src/core/simplestreams/resumable-lock.js';
import { createResumableUploads } from '../../../../src/core/simplestreams/resumable.js';
import { createUploadRoom } from '../../../../src/core/simplestreams/room.js';
import { createSimplestreams } from '../../../../src/core/simplestreams/simplestreams.js';
import { seedUser, testDatabase, testFolder } from '../../../support/database.js';
import { sha256, squashfs } from '../../../support/images.js';

const HOUR = 3_600_000;
const GB = 1024 ** 3;
const CHUNK = 4096;

async function houseOf(t: Test) {
  const db = await testDatabase(t);
  const dir = await testFolder(t);
  const stage = createStage(join(dir, 'staging'));
  const blobs = createBlobStore(join(dir, 'sha256'), stage);
  const partials = createPartials(join(dir, 'partial'));
  const user_id = await db.tx((tx) => seedUser(tx, 'admin', { is_admin: 1 }));
  const state = {
    now: Date.UTC(2025, 10, 21),
    space: { total: 100 * GB, free: 50 * GB },
    crash: '',
  };
  const clock = (): number => state.now;
  const audit = {
    change: <T>(_caller: Caller, fn: Parameters<typeof db.tx<T>>[0]) => db.tx(fn),
    finish: () => Promise.resolve(),
  };
  const settings = {
    enabled: true,
    images_lifetime: 7,
    deletion_interval: 6,
    grace_hours: 24,
    keep_serials: null,
    deltas: false,
    gpg_key: '',
    gpg_home: '',
  };
  const urls = { public_url: () => 'https://gantry.test:7443', ca: () => null };
  const simplestreams = createSimplestreams({ db, clock, audit, stage, blobs, settings, ...urls });
  const space = (): Promise<Space> => Promise.resolve(state.space);
  const room = createUploadRoom({ db, space, max_mb: 0, quota_mb: null, max_size: 4 * GB });
  const uploads = createResumableUploads({
    db,
    clock,
    audit,
    partials,
    blobs,
    room,
    simplestreams,
    chunk_size: CHUNK,
    max_size: 4 * GB,
    crash: () => undefined,
  });
  const actor = { user_id, is_admin: true };
  const caller = {
    actor,
    request_id: '',
    client_request_id: '',
    via: 'native',
    audit: null,
  } as unknown as Caller;
  const product = { os: 'busybox', release: '1', arch: 'amd64', release_title: '', variant: '', aliases: '' };
  const { id } = await simplestreams.add(caller, product);
  const begin = (file: Buffer) =>
    uploads.begin(caller, { product: id, serial: '20251121', sha256: sha256(file), size: file.length });
  /** Sends one chunk as the wire does. */
  const send = async (upload_id: string, file: Buffer, offset: number): Promise<number> => {
    const bytes = file.subarray(offset, offset + CHUNK);
    const params = { upload_id, offset, chunk_sha256: sha256(bytes) };
    const admission = await uploads.admitChunk(actor as never, params, bytes.length);
    try {
      const writer = await admission.open?.();
      if (writer === undefined) throw new Error('a chunk has a place of its own');
      await writer.write(bytes);
      const arrived = await writer.finish();
      return await uploads.chunk(caller, { upload_id, offset, sha256: sha256(bytes), file: arrived });
    } finally {
      admission.release();
    }
  };
  const sendAll = async (upload_id: string, file: Buffer): Promise<void> => {
    for (let at = 0; at < file.length;) at = await send(upload_id, file, at);
  };
  const durable = async (upload_id: string): Promise<number> =>
    (await uploads.status(caller, upload_id)).upload.durable;
  return { db, dir, blobs, partials, state, room, uploads, caller, user_id, begin, send, sendAll, durable };
}

function rootFile(size: number): Buffer {
  const bytes = randomBytes(size);
  squashfs('', 4096).copy(bytes, 0, 0, 512);
  return bytes;
}

t.test('SEC-53 what nobody goes on with is gone after a day, and its room is given back', async (t) => {
  const { uploads, state, dir, db, user_id, caller, begin, send } = await houseOf(t);
  const file = rootFile(3 * CHUNK);
  const upload_id = (await begin(file)).upload.uuid;
  await send(upload_id, file, 0);
  state.now += 23 * HOUR;
  await uploads.sweep();
  t.equal((await begin(file)).upload.durable, CHUNK, 'still there');
  await send(upload_id, file, CHUNK);
  state.now += 23 * HOUR;
  await uploads.sweep();
  t.equal((await begin(file)).upload.durable, 2 * CHUNK, 'a chunk gives it another day');
  t.equal(await db.read.uploads.usedBy(user_id), file.length);
  state.now += 2 * HOUR;
  const held = await uploads.admitChunk(
    { user_id, is_admin: true } as never,
    { upload_id, offset: 0, chunk_sha256: '0'.repeat(64) },
    1,
  );
  await uploads.sweep();
  t.same(await readdir(join(dir, 'partial')), [upload_id], 'not while a chunk is coming');
  held.release();
  await uploads.sweep();
  t.same(await readdir(join(dir, 'partial')), []);
  t.equal(await db.read.uploads.usedBy(user_id), 0);
  await t.rejects(uploads.status(caller, upload_id), { code: 'not_found' });
});

t.test('with its product goes what was to become part of it', async (t) => {
  const { uploads, dir, db, begin, send, partials } = await houseOf(t);
  const file = rootFile(3 * CHUNK);
  const { upload } = await begin(file);
  await send(upload.uuid, file, 0);
  await (await partials.write('00000000-0000-4000-8000-000000000001', { offset: 0, limit: 9 })).finish();
  await db.tx((tx) => tx.simplestreams.updateProduct(upload.product_id, { deleted_at: 1 }));
  await uploads.sweep();
  t.same(await readdir(join(dir, 'partial')), [], 'and files that no upload knows');
  t.same(await db.read.uploads.open(), []);
});

t.test('REL-54 what the disk lost is asked for again, whatever the row says', async (t) => {
  const { partials, begin, send, sendAll, durable, uploads, caller } = await houseOf(t);
  const file = rootFile(3 * CHUNK);
  const upload_id = (await begin(file)).upload.uuid;
  await send(upload_id, file, 0);
  await send(upload_id, file, CHUNK);
  await truncate(partials.path(upload_id), CHUNK);
  await t.rejects(send(upload_id, file, 2 * CHUNK), { code: 'conflict', message: /must be 0/ });
  t.equal(await durable(upload_id), 0);
  await sendAll(upload_id, file);
  await rm(partials.path(upload_id));
  await t.rejects(uploads.finish(caller, upload_id), { code: 'conflict', message: /0 of 12288 bytes/ });
  await sendAll(upload_id, file);
  t.match(await uploads.finish(caller, upload_id), { kind: 'squashfs', size: file.length });
});

t.test('REL-54 a file that was moved before the row was written is found in the store', async (t) => {
  const { blobs, dir, begin, send, sendAll, uploads, caller, db, durable } = await houseOf(t);
  const file = rootFile(3 * CHUNK);
  const upload_id = (await begin(file)).upload.uuid;
  await sendAll(upload_id, file);
  // As a process leaves it that ends between the move and the commit.
  const staged = { id: upload_id, sha256: sha256(file), size: file.length };
  const { path, discard } = createPartials(join(dir, 'partial'));
  (await blobs.adopt(staged, { path, discard })).release();
  t.same(await readdir(join(dir, 'partial')), []);
  t.equal(await durable(upload_id), file.length);
  const again = send(upload_id, file, 2 * CHUNK);
  await t.rejects(again, { code: 'conflict', message: /must be 12288/ }, 'only its end is missing');
  const made = await uploads.finish(caller, upload_id);
  t.match(made, { sha256: sha256(file), listed: false });
  t.same(await uploads.finish(caller, upload_id), made);
  t.same(await db.read.uploads.open(), []);
});

t.test('one at a time: the next waits, and not for ever', async (t) => {
  const locks = createLocks(50);
  const first = await locks.take('a');
  t.equal(locks.tryTake('a'), null);
  const second = locks.take('a');
  const late = locks.take('a');
  const other = await locks.take('b');
  first();
  first();
  const release = await second;
  await t.rejects(late, { code: 'unavailable', retry_after: 1 });
  release();
  other();
  const again = locks.tryTake('a');
  t.ok(again !== null, 'free again');
});

t.test('SEC-53 the floor of free space counts what was promised', async (t) => {
  const { room, state, uploads, caller, user_id, db } = await houseOf(t);
  const wish = { product: 'busybox:1:amd64:default', serial: '', sha256: '1'.repeat(64), size: GB / 4 };
  state.space = { total: 100 * GB, free: 1.5 * GB };
  const first = await room.reserve(user_id, 0.4 * GB);
  await t.rejects(room.reserve(user_id, 0.4 * GB), { code: 'no_capacity' }, 'not both');
  await t.rejects(uploads.begin(caller, wish), { code: 'no_capacity' });
  const unknown = await room.reserve(user_id, null);
  first();
  await uploads.begin(caller, wish);
  await t.rejects(room.reserve(user_id, 0.4 * GB), { code: 'no_capacity' }, 'an open upload counts too');
  unknown();
  await db.tx((tx) => tx.quotas.set({ user_id }, 'image_mb', 300));
  await t.rejects(room.reserve(user_id, null), { code: 'quota_exceeded', message: /Content-Length/ });
  const small = await room.reserve(user_id, 1024);
  small();
});
