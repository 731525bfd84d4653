// Files of images for tests: tarballs, and disks of which only the head is real; and how they are uploaded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

type Entry = { name: string; text?: string; type?: 'directory' | 'symlink'; linkname?: string };

export const METADATA = 'architecture: x86_64\ncreation_date: 1700000000\nproperties:\n  os: busybox\n';

/** SHA-256 of all parts, one after the other, hex. */
export function sha256(...parts: Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** A tar archive. */
export async function tarball(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, text = '', type, linkname } of entries) {
    archive.entry(
      { name, mtime: new Date(0), ...(type && { type }), ...(linkname !== undefined && { linkname }) },
      text,
    );
  }
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** A whole container image; another `salt` makes another image. */
export async function unifiedImage(salt = '', metadata = METADATA): Promise<Buffer> {
  const tar = await tarball([
    { name: 'metadata.yaml', text: metadata },
    { name: 'rootfs', type: 'directory' },
    { name: 'rootfs/salt', text: salt },
  ]);
  return gzipSync(tar);
}

/** The metadata of a split image, packed with xz. */
export async function metadataOnly(salt = '', metadata = METADATA): Promise<Buffer> {
  const tar = await tarball([
    { name: 'metadata.yaml', text: metadata },
    { name: 'templates', type: 'directory' },
    { name: 'templates/salt.tpl', text: salt },
  ]);
  return xz(tar);
}

/** Packs with xz. */
export function xz(bytes: Buffer): Buffer {
  const { stdout, status } = spawnSync('xz', ['-c'], { input: bytes, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error('xz failed');
  return stdout;
}

/** A squashfs whose superblock is right. */
export function squashfs(salt = '', size = 4096): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write('hsqs', 0, 'latin1');
  bytes.writeUInt16LE(4, 28);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.write(salt, 128);
  return bytes;
}

/** A qcow2 disk whose header is right. */
export function qcow2(salt = ''): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write('QFI\xfb', 0, 'latin1');
  bytes.writeUInt32BE(3, 4);
  bytes.write(salt, 512);
  return bytes;
}

/** An answer to an upload. */
export interface UploadAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** `simplestream.upload` as a form. */
export async function uploadImage(
  url: string,
  token: string | null,
  file: Uint8Array,
  payload: Record<string, unknown>,
  name = 'image',
): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('payload', JSON.stringify(payload));
  form.append('file', new Blob([new Uint8Array(file)]), name);
  const response = await fetch(`${url}/v1/simplestream.upload`, {
    method: 'POST',
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
