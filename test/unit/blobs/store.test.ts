// The store of files by their hash: durable names, no sweep of what is on its way to a row.
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import t from 'tap';
import { createStage, type Staged, type Stage } from '../../../src/blobs/stage.js';
import { type BlobStore, createBlobStore } from '../../../src/blobs/store.js';
import { testFolder } from '../../support/database.js';

async function setUp(
  t: Parameters<typeof testFolder>[0],
): Promise<{ dir: string; stage: Stage; blobs: BlobStore }> {
  const dir = await testFolder(t);
  const stage = createStage(join(dir, 'staging'));
  return { dir, stage, blobs: createBlobStore(join(dir, 'sha256'), stage) };
}

async function staged(stage: Stage, text: string): Promise<Staged> {
  const writer = await stage.open({ limit: 1000 });
  await writer.write(Buffer.from(text));
  return writer.finish();
}

const unnamed = { older_than_ms: 0, isNamed: () => Promise.resolve(false) };

t.test('a file moves under its hash, once', async (t) => {
  const { dir, stage, blobs } = await setUp(t);
  const one = await staged(stage, 'hello');
  const { release } = await blobs.adopt(one);
  t.equal(await blobs.size(one.sha256), 5);
  t.same(await readdir(join(dir, 'staging')), []);
  const twin = await staged(stage, 'hello');
  const again = await blobs.adopt(twin);
  t.same(await readdir(join(dir, 'staging')), [], 'the same bytes again are not kept twice');
  const handle = await blobs.open(one.sha256);
  t.equal((await handle?.readFile())?.toString(), 'hello');
  await handle?.close();
  t.equal(await blobs.sweep(unnamed), 0, 'nothing that is on its way to a row goes');
  release();
  release();
  t.equal(await blobs.sweep(unnamed), 0, 'the second holds it as well');
  again.release();
  t.equal(await blobs.sweep({ ...unnamed, isNamed: (sha256) => Promise.resolve(sha256 === one.sha256) }), 0);
  t.equal(await blobs.sweep({ ...unnamed, older_than_ms: 60_000 }), 0, 'too young');
  t.equal(await blobs.sweep(unnamed), 1);
  t.equal(await blobs.open(one.sha256), null);
  t.equal(await blobs.size(one.sha256), null);
});

t.test('a broken or foreign file in its place', async (t) => {
  const { dir, stage, blobs } = await setUp(t);
  const one = await staged(stage, 'hello');
  await mkdir(dirname(blobs.path(one.sha256)), { recursive: true });
  await writeFile(blobs.path(one.sha256), 'hel');
  (await blobs.adopt(one)).release();
  t.equal(await blobs.size(one.sha256), 5, 'a shorter file is replaced');
  await writeFile(join(dir, 'sha256', 'note'), 'x');
  await utimes(blobs.path(one.sha256), new Date(0), new Date(0));
  t.equal(await blobs.sweep({ ...unnamed, older_than_ms: 1000 }), 1);
  t.same((await readdir(join(dir, 'sha256'))).includes('note'), true, 'what is not ours stays');
  for (const name of ['', '../x', 'A'.repeat(64), '0'.repeat(63)])
    t.throws(() => blobs.path(name), 'SEC-50 only hashes are names');
  await t.resolves(blobs.remove('0'.repeat(64)));
});
