// What an uploaded file is, told by its content, and what a hostile one costs (SEC-51).
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { isAppError } from '../../../../src/errors.js';
import { inspectFile } from '../../../../src/core/simplestreams/inspect.js';
import { readTask } from '../../../../src/core/simplestreams/inspect-worker.js';
import { createTarReader } from '../../../../src/core/simplestreams/tar.js';
import { testFolder } from '../../../support/database.js';
import {
  METADATA,
  metadataOnly,
  qcow2,
  squashfs,
  tarball,
  unifiedImage,
  xz,
} from '../../../support/images.js';

const folder = await testFolder(t);
const made = { files: 0 };

async function file(bytes: Uint8Array): Promise<{ path: string; size: number }> {
  const path = join(folder, `file-${(made.files += 1)}`);
  await writeFile(path, bytes);
  return { path, size: bytes.length };
}

/** The fault of a tarball, '' for none; in this thread, as the worker reads it. */
async function faultOf(bytes: Buffer, packing: 'xz' | 'gzip' | 'none'): Promise<string> {
  return (await readTask({ ...(await file(bytes)), packing })).fault ?? '';
}

t.test('kinds by content', async (t) => {
  const kind = async (bytes: Uint8Array): Promise<unknown> => {
    const { path, size } = await file(bytes);
    return inspectFile(path, size);
  };
  t.same(await kind(await unifiedImage()), { kind: 'lxd_combined.tar.gz', architecture: 'x86_64' });
  t.same(await kind(await metadataOnly()), { kind: 'lxd.tar.xz', architecture: 'x86_64' });
  t.same(await kind(squashfs()), { kind: 'squashfs', architecture: null });
  t.same(await kind(qcow2()), { kind: 'disk-kvm.img', architecture: null });
  const root = await tarball([
    { name: './', type: 'directory' },
    { name: './bin', type: 'symlink', linkname: 'usr/bin' },
    { name: './etc/passwd', text: 'root' },
  ]);
  t.same(await kind(xz(root)), { kind: 'root.tar.xz', architecture: null });
  const last = await tarball([
    { name: 'rootfs', type: 'directory' },
    { name: 'rootfs/etc/passwd', text: 'root' },
    { name: './metadata.yaml', text: METADATA },
  ]);
  t.match(await kind(last), { kind: 'lxd_combined.tar.gz' }, 'metadata after the root file system, unpacked');
});

t.test('what is no image is refused with a sentence', async (t) => {
  const refused = async (bytes: Uint8Array): Promise<string> => {
    const { path, size } = await file(bytes);
    try {
      await inspectFile(path, size);
      return 'taken';
    } catch (error) {
      return isAppError(error) && error.code === 'invalid_params' ? error.message : String(error);
    }
  };
  t.match(await refused(Buffer.from('hello')), /^file must be a tarball/);
  t.match(await refused(squashfs().subarray(0, 1000)), /cut off/);
  const backed = qcow2();
  backed.writeBigUInt64BE(104n, 8);
  t.match(await refused(backed), /another file/, 'SEC-52 a disk that names a file of the host');
  const external = qcow2();
  external.writeBigUInt64BE(4n, 72);
  t.match(await refused(external), /another file/);
  t.match(await refused(Buffer.from('28b52ffd00', 'hex')), /zstd/);
  t.match(await refused(await tarball([{ name: 'readme', text: 'x' }])), /^file holds neither/);
  t.match(await faultOf((await unifiedImage()).subarray(0, 60), 'gzip'), /damaged|cut off/);
  const flipped = await metadataOnly('x'.repeat(500));
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 0xff;
  t.match(await faultOf(flipped, 'xz'), /damaged/);
  const metadata = async (text: string): Promise<string> =>
    faultOf(gzipSync(await tarball([{ name: 'metadata.yaml', text }])), 'gzip');
  t.match(await metadata('creation_date: 1\n'), /without architecture/);
  t.match(await metadata('architecture: x86_64\n'), /creation_date/);
  t.match(await metadata('architecture: [x\n'), /no YAML/);
  t.match(await metadata(`${METADATA}  deep: {a: 1}\n`), /plain texts/);
  t.match(await metadata(''), /without architecture/);
  const link = await tarball([{ name: 'metadata.yaml', type: 'symlink', linkname: '/etc/passwd' }]);
  t.match(await faultOf(link, 'none'), /plain file/, 'SEC-51 links are not followed');
  const machine = await tarball([
    { name: 'metadata.yaml', text: METADATA },
    { name: 'rootfs.img', text: 'x' },
  ]);
  t.match(await faultOf(machine, 'none'), /one by one/);
});

t.test('SEC-51 bombs are refused soon and in little memory', async (t) => {
  const begun = performance.now();
  const before = process.memoryUsage().rss;
  const head = await tarball([{ name: 'metadata.yaml', text: METADATA }]);
  const body = head.subarray(0, 1024);
  const zeros = Buffer.alloc(16 * 1024 * 1024);
  const large = Buffer.from(body);
  // An entry of 16 MiB of nothing behind the metadata.
  const entry = (await tarball([{ name: 'templates/bomb', text: 'x' }])).subarray(0, 512);
  sized(entry, zeros.length);
  const bomb = Buffer.concat([large, entry, zeros]);
  t.match(await faultOf(gzipSync(bomb, { level: 9 }), 'gzip'), /more than/);
  t.match(await faultOf(xz(bomb), 'xz'), /more than/);
  const nested = gzipSync(Buffer.concat([zeros, zeros]), { level: 9 });
  t.match(await faultOf(nested, 'gzip'), /neither|more than|nothing but zeros/, 'nothing but zeros');
  const one = (await tarball([{ name: 'x', text: '' }])).subarray(0, 512);
  const many = Buffer.concat([body, ...Array.from({ length: 20_000 }, () => one)]);
  t.match(
    await faultOf(gzipSync(many), 'gzip'),
    /entries|more than/,
    'a million entries, of which 10,000 are read',
  );
  t.match(await faultOf(many, 'none'), /entries/);
  const laughs = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (let depth = 1; depth < 9; depth += 1) {
    const [name, of] = [String.fromCharCode(97 + depth), String.fromCharCode(96 + depth)];
    laughs.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(',')}]`);
  }
  const alias = await tarball([{ name: 'metadata.yaml', text: `${METADATA}${laughs.join('\n')}\n` }]);
  t.match(await faultOf(alias, 'none'), /refers to itself/);
  const long = await tarball([{ name: 'metadata.yaml', text: `# ${'x'.repeat(1_100_000)}\n` }]);
  t.match(await faultOf(long, 'none'), /1 MiB/);
  const pax = (await tarball([{ name: 'x', text: '' }])).subarray(0, 512);
  pax.write('x', 156);
  sized(pax, 1_000_000);
  t.match(await faultOf(Buffer.concat([pax, Buffer.alloc(1_000_000)]), 'none'), /too long/);
  t.ok(performance.now() - begun < 15_000);
  t.ok(process.memoryUsage().rss - before < 500 * 1024 * 1024, 'the bombs themselves stand in this process');
});

t.test('SEC-51 what takes too long is ended, and the program xz with it', async (t) => {
  // No metadata at its beginning, and nothing that could be packed: xz would be busy for a while.
  const body = randomBytes(4 * 1024 * 1024);
  const entry = (await tarball([{ name: 'rootfs/large', text: 'x' }])).subarray(0, 512);
  sized(entry, body.length);
  const bytes = Buffer.concat([entry, body]);
  const packed = spawnSync('xz', ['-0', '-c'], { input: bytes, maxBuffer: 1 << 28 }).stdout;
  const { path, size } = await file(packed);
  await t.rejects(inspectFile(path, size, { max_ms: 1 }), /too long/);
  const { stdout } = spawnSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  t.notMatch(stdout, /xz --decompress|defunct/, 'no child is left, not even a dead one');
});

t.test('a tar in pieces of any size gives the same entries', async (t) => {
  const bytes = await tarball([
    { name: 'metadata.yaml', text: METADATA },
    { name: `rootfs/${'long/'.repeat(60)}name`, text: 'x'.repeat(700) },
    { name: `${'ä'.repeat(120)}.txt`, text: '' },
  ]);
  const read = (step: number): unknown => {
    const seen: unknown[] = [];
    const parts: Buffer[] = [];
    const reader = createTarReader({
      entry: (entry) => {
        seen.push(entry);
        return entry.path === 'metadata.yaml';
      },
      data: (chunk) => void parts.push(Buffer.from(chunk)),
      end: () => void seen.push(Buffer.concat(parts).toString()),
    });
    for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
    reader.finish();
    return seen;
  };
  const whole = read(bytes.length);
  t.same(whole, [
    { path: 'metadata.yaml', kind: 'file', size: METADATA.length },
    METADATA,
    { path: `rootfs/${'long/'.repeat(60)}name`, kind: 'file', size: 700 },
    { path: `${'ä'.repeat(120)}.txt`, kind: 'file', size: 0 },
  ]);
  for (const step of [1, 7, 511, 512, 513]) t.same(read(step), whole, `in pieces of ${step}`);
});

/** Gives a tar header another size. */
function sized(header: Buffer, size: number): void {
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.fill(0x20, 148, 156);
  const sum = header.subarray(0, 512).reduce((a, b) => a + b, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}
