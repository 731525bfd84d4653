// Files of an image on this machine: opened, hashed in one pass, and read in chunks.
import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileSource } from '../client/upload.js';
import { UsageError } from './io.js';

/** A file to publish. */
export interface ImageFile extends FileSource {
  readonly name: string;
  close(): Promise<void>;
}

/** Files, smallest first, and the fingerprints that these may make. */
export interface ImageFiles {
  readonly files: readonly ImageFile[];
  readonly fingerprints: readonly string[];
}

const READ = 1_048_576;

/** Opens and hashes files; throws UsageError for one that cannot be read or is empty. */
export async function openImageFiles(
  paths: readonly string[],
  onRead: (name: string, done: number, size: number) => void,
  signal: AbortSignal,
): Promise<ImageFiles> {
  const opened = [];
  for (const path of paths) opened.push(await openFile(path));
  opened.sort((a, b) => a.size - b.size);
  const files: ImageFile[] = [];
  const fingerprints: string[] = [];
  // A fingerprint is the hash of one whole file, or of the metadata and a root file: the smallest comes first.
  let meta: Hash | null = null;
  for (const { handle, name, size } of opened) {
    const whole = createHash('sha256');
    const pair: Hash | null = meta === null ? null : meta.copy();
    for (let at = 0; at < size;) {
      signal.throwIfAborted();
      const bytes = await readAt(handle, name, at, Math.min(READ, size - at));
      whole.update(bytes);
      pair?.update(bytes);
      at += bytes.length;
      onRead(name, at, size);
    }
    meta ??= whole.copy();
    const sha256 = whole.digest('hex');
    fingerprints.push(pair === null ? sha256 : pair.digest('hex'));
    files.push({
      name,
      size,
      sha256,
      read: (offset, count) => readAt(handle, name, offset, count),
      hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      close: () => handle.close(),
    });
  }
  return { files, fingerprints: files.length > 1 ? fingerprints.slice(1) : fingerprints };
}

async function openFile(path: string): Promise<{ handle: FileHandle; name: string; size: number }> {
  const handle = await open(path, 'r').catch(() => {
    throw new UsageError(`the file ${path} cannot be read`);
  });
  const found = await handle.stat();
  if (!found.isFile() || found.size === 0) {
    await handle.close();
    throw new UsageError(`${path} is no file, or empty`);
  }
  return { handle, name: basename(path), size: found.size };
}

async function readAt(
  handle: FileHandle,
  name: string,
  offset: number,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size;) {
    const { bytesRead } = await handle.read(bytes, done, size - done, offset + done);
    if (bytesRead === 0) throw new UsageError(`${name} has become shorter while it was read`);
    done += bytesRead;
  }
  return bytes;
}
