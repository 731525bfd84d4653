// Deltas are made, proven and offered beside the newest version; and the catalogue can be signed.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t, { type Test } from 'tap';
import { createBlobStore } from '../../../../src/blobs/store.js';
import { createStage } from '../../../../src/blobs/stage.js';
import type { Caller } from '../../../../src/core/access.js';
import { createDeltas } from '../../../../src/core/simplestreams/deltas.js';
import { createSimplestreams } from '../../../../src/core/simplestreams/simplestreams.js';
import { streamsTree } from '../../../../src/dialects/streams/tree.js';
import { seedUser, testDatabase, testFolder } from '../../../support/database.js';
import { metadataOnly, sha256, squashfs } from '../../../support/images.js';
import { until } from '../../../support/until.js';

const run = promisify(execFile);
const program = existsSync('/usr/bin/xdelta3') ? false : 'no xdelta3';

interface Item {
  ftype: string;
  path: string;
  sha256: string;
  size: number;
  delta_base?: string;
}

async function house(t: Test, settings: { deltas?: boolean; gpg_key?: string; gpg_home?: string } = {}) {
  const db = await testDatabase(t);
  const dir = await testFolder(t);
  const stage = createStage(join(dir, 'staging'));
  const blobs = createBlobStore(join(dir, 'sha256'), stage);
  const user_id = await db.tx((tx) => seedUser(tx, 'admin', { is_admin: 1 }));
  const clock = { now: Date.UTC(2025, 10, 21) };
  const errors: string[] = [];
  const streams = createSimplestreams({
    db,
    clock: () => clock.now,
    audit: { change: (_caller, fn) => db.tx(fn), finish: () => Promise.resolve() },
    stage,
    blobs,
    settings: {
      enabled: true,
      images_lifetime: 7,
      deletion_interval: 6,
      grace_hours: 24,
      keep_serials: null,
      deltas: true,
      gpg_key: '',
      gpg_home: '',
      ...settings,
    },
    public_url: () => 'https://gantry.test:7443',
    ca: () => null,
    onError: (_error, what) => void errors.push(what),
  });
  t.teardown(() => streams.close());
  const caller = {
    actor: { user_id, is_admin: true },
    request_id: '',
    client_request_id: '',
    via: 'native',
    audit: null,
  } as unknown as Caller;
  const product = await streams.add(caller, {
    os: 'busybox',
    release: '1',
    arch: 'amd64',
    release_title: '',
    variant: '',
    aliases: '',
  });
  const upload = async (serial: string, bytes: Buffer): Promise<void> => {
    const writer = await stage.open({ limit: 10_000_000 });
    await writer.write(bytes);
    await streams.upload(caller, { product: product.id, serial, file: await writer.finish(), sha256: '' });
  };
  const items = async (serial: string): Promise<Item[]> => {
    const { images } = await streams.catalogue();
    const document = JSON.parse(images) as {
      products: Record<string, { versions: Record<string, { items: Record<string, Item> }> }>;
    };
    const [entry] = Object.values(document.products);
    return Object.values(entry?.versions[serial]?.items ?? {});
  };
  return { db, dir, stage, blobs, streams, clock, errors, upload, items };
}

const root = (bytes: Buffer): Buffer => {
  const head = squashfs('', bytes.length);
  bytes.copy(head, 96, 96);
  return head;
};

t.test('a small change is offered as a delta, a large one is not', { skip: program }, async (t) => {
  const { streams, blobs, clock, upload, items, errors, db, dir } = await house(t);
  const meta = await metadataOnly();
  const first = root(randomBytes(1_000_000));
  const second = Buffer.from(first);
  second.fill(7, 400_000, 400_900);
  await upload('20251101', meta);
  await upload('20251101', first);
  await upload('20251102', second);
  await streams.settled();
  t.notOk(
    (await items('20251102')).some(({ delta_base }) => delta_base),
    'not before the version is complete',
  );
  await upload('20251102', meta);
  const before = await streams.catalogue();
  await streams.settled();
  const delta = (await items('20251102')).find(({ delta_base }) => delta_base !== undefined);
  t.match(delta, { ftype: 'squashfs.vcdiff', delta_base: '20251101' });
  t.ok((delta?.size ?? 0) > 0 && (delta?.size ?? 0) < 10_000);
  const catalogue = await streams.catalogue();
  t.not(catalogue.revision, before.revision, 'a new revision');
  t.ok(catalogue.files.has(delta?.path.slice('images/'.length) ?? ''), 'and it is served');
  const patched = join(dir, 'patched');
  await run('xdelta3', ['-d', '-s', blobs.path(sha256(first)), blobs.path(delta?.sha256 ?? ''), patched]);
  t.equal(sha256(await readFile(patched)), sha256(second), 'it leads to the root file');
  t.notMatch(
    (await readFile(blobs.path(delta?.sha256 ?? ''))).toString('latin1'),
    sha256(first).slice(0, 20),
  );

  await upload('20251103', meta);
  await upload('20251103', root(randomBytes(1_000_000)));
  await streams.settled();
  t.notOk(
    (await items('20251103')).some(({ delta_base }) => delta_base),
    'larger than half of the root file',
  );
  t.equal((await db.read.deltas.all()).length, 2, 'and remembered');
  t.ok(
    (await items('20251102')).some(({ delta_base }) => delta_base),
    'the older one stays',
  );

  clock.now += 3 * 86_400_000;
  await db.tx(async (tx) => {
    const version = await tx.simplestreams.version(1, '20251101');
    await tx.simplestreams.retire(version?.id ?? 0, clock.now);
  });
  await upload('20251104', meta);
  t.notOk(
    (await items('20251102')).some(({ delta_base }) => delta_base),
    'the base has to be listed',
  );
  t.ok(
    (await streams.catalogue()).files.has(delta?.path.slice('images/'.length) ?? ''),
    'REL-56 its file stays',
  );
  await db.tx((tx) => tx.simplestreams.forget(clock.now));
  t.equal((await db.read.deltas.all()).length, 1, 'forgotten with its base');
  t.same(errors, []);
});

t.test('switched off, or of unified images, there is none', { skip: program }, async (t) => {
  const { streams, upload, items } = await house(t, { deltas: false });
  const meta = await metadataOnly();
  const first = root(randomBytes(100_000));
  for (const serial of ['20251101', '20251102']) {
    await upload(serial, serial === '20251101' ? first : Buffer.concat([first, Buffer.alloc(16)]));
    await upload(serial, meta);
  }
  await streams.settled();
  t.notOk((await items('20251102')).some(({ delta_base }) => delta_base));
});

t.test('what does not lead to its root file is not offered', async (t) => {
  const { db, stage, blobs, upload, dir } = await house(t, { deltas: false });
  const meta = await metadataOnly();
  for (const serial of ['20251101', '20251102']) {
    await upload(serial, meta);
    await upload(serial, squashfs(serial));
  }
  const program = join(dir, 'xdelta3');
  await writeFile(program, '#!/bin/sh\necho nothing\n');
  await chmod(program, 0o755);
  const errors: unknown[] = [];
  const changed = (): void => void t.fail('nothing has changed');
  const onError = (error: unknown): void => void errors.push(error);
  const given = { db, clock: Date.now, stage, blobs, enabled: true, changed, onError };
  const deltas = createDeltas({ ...given, program });
  deltas.look();
  await deltas.settled();
  t.match(errors, [{ message: /does not lead/ }]);
  deltas.look();
  await deltas.settled();
  t.equal(errors.length, 1, 'and not tried again');
  t.same(await db.read.deltas.all(), []);
  await deltas.close();
  const without = createDeltas({ ...given, program: join(dir, 'missing') });
  without.look();
  await without.settled();
  t.equal(errors.length, 1, 'without the program there are none, and nobody is bothered');

  await writeFile(program, '#!/bin/sh\nexec sleep 60\n');
  const slow = createDeltas({ ...given, program });
  slow.look();
  await until(async () => (await readdir(join(dir, 'staging'))).length > 0, { what: 'the delta to begin' });
  await slow.close();
  t.same(await readdir(join(dir, 'staging')), [], 'a stop ends it and leaves nothing');
  t.equal(errors.length, 1);
});

t.test('the catalogue is signed in clear by the key that is set', async (t) => {
  const home = await testFolder(t);
  await chmod(home, 0o700);
  const env = { ...process.env, GNUPGHOME: home };
  const gpg = (...args: string[]) => run('gpg', ['--batch', '--quiet', ...args], { env });
  await gpg(
    '--passphrase',
    '',
    '--quick-generate-key',
    'Images <images@gantry.test>',
    'ed25519',
    'sign',
    '0',
  );
  t.teardown(() => run('gpgconf', ['--kill', 'all'], { env }).catch(() => undefined));
  const { stdout } = await gpg('--list-keys', '--with-colons');
  const key = /^fpr:+([0-9A-F]{40}):/m.exec(stdout)?.[1] ?? '';
  const { streams, upload, dir } = await house(t, { gpg_key: key, gpg_home: home });
  const meta = await metadataOnly();
  await upload('20251101', meta);
  await upload('20251101', squashfs());
  const [catalogue, signed] = [await streams.catalogue(), await streams.signed()];
  for (const [name, plain] of [
    ['index', catalogue.index],
    ['images', catalogue.images],
  ] as const) {
    const file = join(dir, `${name}.sjson`);
    await writeFile(file, signed?.[name].text ?? '');
    const { stderr } = await run('gpg', ['--batch', '--verify', file], { env });
    t.match(stderr, /Good signature from "Images/, name);
    const { stdout: text } = await gpg('--decrypt', file);
    const expected: unknown = JSON.parse(plain.replace('streams/v1/images.json', 'streams/v1/images.sjson'));
    t.same(JSON.parse(text), expected, 'what is signed is what is listed');
  }
  t.equal(await streams.signed(), signed, 'once per generation');
  const tree = streamsTree({ simplestreams: streams, open: () => Promise.resolve(null), enabled: true });
  const served = await tree.find('/r/x/streams/v1/index.sjson');
  t.same(
    Buffer.from(served?.body as Buffer).toString(),
    signed?.index.text,
    'under the tree of the catalogue',
  );
  t.match(await tree.find('/streams/v1/images.sjson'), { etag: signed?.images.hash });
  await upload('20251102', meta);
  await upload('20251102', squashfs('2'));
  t.match((await streams.signed())?.images.text, '20251102', 'and anew for the next');
  const none = await house(t);
  t.equal(await none.streams.signed(), null, 'no key, no signature');
  const unsigned = streamsTree({
    simplestreams: none.streams,
    open: () => Promise.resolve(null),
    enabled: true,
  });
  for (const name of ['index', 'images']) {
    t.equal(await unsigned.find(`/streams/v1/${name}.sjson`), null, `${name}.sjson is not there`);
  }
  const wrong = await house(t, { gpg_key: '0123456789ABCDEF', gpg_home: home });
  await t.rejects(wrong.streams.signed(), { code: 'unavailable' });
  t.same(wrong.errors, ['signing the catalogue']);
});
