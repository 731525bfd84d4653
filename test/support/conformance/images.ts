// What every host must do about the files of images: enter them, give them back, make one of a snapshot.
import type { Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import type { Host, InstanceRef } from '../../../src/providers/provider.js';
import type { ImageFile } from '../../../src/providers/parts/images.js';
import { metadataOnly, sha256, squashfs, unifiedImage } from '../images.js';

async function fails(t: Test, code: string, work: Promise<unknown>, what: string): Promise<void> {
  await work.then(
    () => t.fail(`${what}: should have failed with ${code}`),
    (error: unknown) => t.equal(isAppError(error) ? error.code : String(error), code, what),
  );
}

function file(name: ImageFile['name'], bytes: Buffer): ImageFile {
  async function* body(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1000) {
      yield await Promise.resolve(bytes.subarray(at, at + 1000));
    }
  }
  return { name, size: bytes.length, body: body() };
}

async function bytesOf(host: Host, fingerprint: string): Promise<Record<string, Buffer>> {
  const { parts } = await host.exportImage({ project: 'default', fingerprint });
  const found: Record<string, Buffer> = {};
  for await (const { name, body } of parts) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    found[name] = Buffer.concat(chunks);
  }
  return found;
}

/** Runs the part with an instance; images it made are gone afterwards. */
export async function imageConformance(t: Test, host: Host, ref: InstanceRef): Promise<void> {
  await t.test('images: a whole one is entered, exported as it was, found and deleted', async (t) => {
    const bytes = await unifiedImage(`conformance ${ref.name}`);
    const fingerprint = sha256(bytes);
    const wrong = { fingerprint: sha256(Buffer.from('other')), files: [file('image', bytes)] };
    await fails(t, 'host_failed', host.importImage(wrong), 'another fingerprint');
    const accepted: string[] = [];
    const hooks = { accepted: (id: string) => void accepted.push(id) };
    await host.importImage({ fingerprint, files: [file('image', bytes)] }, hooks);
    t.equal(accepted.length, 1, 'an operation of the host');
    t.equal(await host.findImage(fingerprint), fingerprint);
    const again = host.importImage({ fingerprint, files: [file('image', bytes)] });
    await fails(t, 'conflict', again, 'what is there already');
    t.same(await bytesOf(host, fingerprint), { image: bytes });
    await host.setAlias(`${ref.name}/a`, fingerprint, { move: false });
    await host.setAlias(`${ref.name}/a`, fingerprint, { move: false });
    t.equal(await host.findImage(`${ref.name}/a`), fingerprint);
    const other = await host.findImage('busybox');
    const taken = host.setAlias(`${ref.name}/a`, other ?? '', { move: false });
    await fails(t, 'conflict', taken, 'an alias of another image');
    await host.setAlias(`${ref.name}/a`, other ?? '', { move: true });
    t.equal(await host.findImage(`${ref.name}/a`), other);
    await host.setAlias(`${ref.name}/a`, fingerprint, { move: true });
    await host.deleteImage(fingerprint);
    await fails(t, 'not_found', bytesOf(host, fingerprint), 'what is not there');
  });

  await t.test('images: one in two parts is entered and exported in two parts', async (t) => {
    const [meta, root] = [await metadataOnly(ref.name), squashfs(ref.name, 200_000)];
    const fingerprint = sha256(meta, root);
    await host.importImage({ fingerprint, files: [file('metadata', meta), file('rootfs', root)] });
    const found = await bytesOf(host, fingerprint);
    t.same(Object.keys(found), ['metadata', 'rootfs'], 'metadata first');
    t.same(found, { metadata: meta, rootfs: root });
    await host.deleteImage(fingerprint, 'default');
  });

  await t.test('images: a snapshot becomes one, which bears its mark', async (t) => {
    await host.addSnapshot(ref, 'published', { stateful: false });
    await fails(t, 'not_found', host.publishSnapshot(ref, 'nonesuch', 'm'), 'no snapshot');
    await fails(t, 'invalid_params', host.publishSnapshot(ref, '../x', 'm'), 'SEC-44');
    await host.publishSnapshot(ref, 'published', `mark-${ref.name}`);
    const made = (await host.markedImages('default')).find(({ mark }) => mark === `mark-${ref.name}`);
    t.match(made?.fingerprint, /^[0-9a-f]{64}$/);
    const { image } = await bytesOf(host, made?.fingerprint ?? '');
    t.equal(sha256(image ?? Buffer.alloc(0)), made?.fingerprint, 'the whole image in one file');
    await host.deleteImage(made?.fingerprint ?? '');
    await host.deleteSnapshot(ref, 'published');
  });
}
