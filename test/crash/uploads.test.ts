// REL-54: kill -9 during one upload, at random points and at every named one; the short form of `npm run proof -- upload`.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import t from 'tap';
import { uploadFile } from '../../src/client/upload.js';
import { startHouse } from '../proof/support/house.js';
import { seedOfRun } from '../proof/support/random.js';
import { noiseFile, proveUploadIn } from '../proof/support/upload.js';

const MB = 1_048_576;
const seed = seedOfRun();
t.setTimeout(240_000);

// Each start costs a second: both share one.
const house = await startHouse();
t.teardown(() => house.close());

t.test(`REL-54 kill -9 at random points of an upload (seed ${seed})`, async (t) => {
  const finding = await proveUploadIn(house, { seed, kills: 5, size: 64 * MB }, (line) => t.comment(line));
  t.same(finding.faults, []);
  t.comment(`sent again: ${finding.resent} bytes; memory: ${finding.rss.warm} to ${finding.rss.most}`);
});

/** Between the bytes on the disk and the row, before and after a file is moved, and before its answer: as one passes them. */
const PLACES = ['upload.chunk.synced', 'upload.chunk.counted', 'publish.adopted', 'publish.committed'];

t.test('REL-54 kill -9 at every named place of an upload', async (t) => {
  const product = { product_os: 'places', product_release: '1', product_arch: 'amd64' };
  await house.client().request('simplestream.add', product);
  const path = join(tmpdir(), `gantry-places-${process.pid}`);
  t.teardown(() => rm(path, { force: true }));
  const source = await noiseFile(path, 20 * MB, seed);
  t.teardown(() => source.close());
  await house.stop();
  await house.start(`${PLACES[0]}:1`);
  let died = 0;
  let starting = false;
  const made = await uploadFile(
    house.client(),
    source,
    { product_id: 'places:1:amd64:default' },
    {
      onRetry: () => {
        if (house.alive || starting) return;
        died += 1;
        starting = true;
        // It died where it was told to: the next time it dies one place further on.
        const next = PLACES[died];
        void house.start(next === undefined ? undefined : `${next}:1`).then(() => (starting = false));
      },
    },
  );
  t.equal(died, PLACES.length, 'it died at each');
  const { sha256, size } = source;
  t.match(made.finished, { data: { attributes: { file_sha256: sha256, file_size: size } } });
  t.equal(made.sent, size + 8 * MB, 'only the chunk that was not counted was sent again');
  const { upload_id } = made;
  t.same(await house.client().request('simplestream.upload.finish', { upload_id }), made.finished);
  t.same(await house.errors(), []);
});
