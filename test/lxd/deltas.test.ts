// A real LXD takes the delta of a newer version: the whole root file is not there to be fetched.
import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { sha256 } from '../support/images.js';
import { onRealLxd } from '../support/real.js';
import { busyboxFiles, startStreams } from '../support/streams.js';

await onRealLxd('deltas', real);

async function real(): Promise<void> {
  t.setTimeout(120_000);
  if (!existsSync('/usr/bin/xdelta3')) {
    const reason = 'no xdelta3 here';
    if (process.env['CI'] === undefined) t.pass(reason, { skip: reason });
    else t.fail(reason);
    return;
  }
  const files = await busyboxFiles(2_000_000);
  t.teardown(() => files.remove());
  const streams = await startStreams('deltas');
  t.teardown(() => streams.close());
  const { app, daemon, base } = streams;
  const first = await files.build('first');
  const second = await files.build('second');
  const [old, fresh] = [sha256(files.meta, first), sha256(files.meta, second)];
  const product = await streams.product('1.36');
  const blob = join(app.dir, 'blobs', 'sha256', sha256(second).slice(0, 2), sha256(second));

  await t.test('a newer version is offered as a delta of the one before', async (t) => {
    for (const file of [first, files.meta]) await streams.upload(product, '20251121_0430', file);
    await streams.remote('old');
    await daemon.lxc('image', 'copy', 'old:busybox/1.36', 'local:');
    for (const file of [second, files.meta]) await streams.upload(product, '20251121_0431', file);
    await app.app.core.core.simplestreams.settled();
    const response = await fetch(`${app.url}/streams/v1/images.json`);
    const { products } = (await response.json()) as {
      products: Record<string, { versions: Record<string, { items: Record<string, { size: number }> }> }>;
    };
    const items = products['busybox:1.36:amd64:default']?.versions['20251121_0431']?.items;
    const delta = items?.['squashfs.20251121_0430.vcdiff'];
    t.match(delta, { ftype: 'squashfs.vcdiff', delta_base: '20251121_0430' });
    t.ok((delta?.size ?? Infinity) < second.length / 2);
    t.comment(`delta ${String(delta?.size)} bytes, root file ${second.length} bytes`);
  });

  await t.test('LXD patches the root file it has instead of fetching the new one', async (t) => {
    const { revision } = await app.app.core.core.simplestreams.catalogue();
    // A host keeps a catalogue for an hour per URL.
    await streams.remote('fresh', `/r/${revision}`);
    await rename(blob, `${blob}.away`);
    const whole = await fetch(`${app.url}/images/${sha256(second)}.squashfs`);
    t.equal(whole.status, 404, 'the whole root file cannot be fetched');
    await daemon.lxc('image', 'copy', 'fresh:busybox/1.36', 'local:');
    t.ok((await streams.images('local')).some(({ fingerprint }) => fingerprint === fresh));
    const kept = join(daemon.dir, 'lxd', 'images', fresh);
    const bytes = [await readFile(kept), await readFile(`${kept}.rootfs`)];
    t.equal(sha256(...bytes), fresh, 'the bytes on the host are those of the fingerprint');
    t.equal(sha256(bytes[1] ?? Buffer.alloc(0)), sha256(second));
    await daemon.lxc('launch', fresh, 'patched');
    t.equal((await daemon.lxc('exec', 'patched', '--', 'cat', '/etc/build')).trim(), 'second');
  });

  await t.test('a host without the older version fetches the whole file', async (t) => {
    await daemon.lxc('delete', '--force', 'patched');
    await daemon.lxc('image', 'delete', old, fresh);
    await t.rejects(daemon.lxc('image', 'copy', 'fresh:busybox/1.36', 'local:'), 'which is away');
    await rename(`${blob}.away`, blob);
    await daemon.lxc('image', 'copy', 'fresh:busybox/1.36', 'local:');
    t.ok((await streams.images('local')).some(({ fingerprint }) => fingerprint === fresh));
    t.match(base, 'https://');
  });
}
