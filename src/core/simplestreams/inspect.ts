// Tells what an uploaded file is by its content, never by its name; tarballs are read in a worker under bounds (SEC-51).
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError, invalid } from '../../errors.js';
import type { Finding, Task } from './inspect-worker.js';

/** What an image is made of, by the name both clients have for it. */
export type FileKind = 'lxd_combined.tar.gz' | 'lxd.tar.xz' | 'squashfs' | 'root.tar.xz' | 'disk-kvm.img';

/** A file and, where it carries metadata, the architecture these name. */
export interface Inspected {
  kind: FileKind;
  architecture: string | null;
}

/** How long a tarball may be read, in ms: with what comes before and after, a bomb has its answer in 5 s. */
const MAX_MS = 4_000;
/** How long a worker may take to end what it started, in ms. */
const STOP_MS = 500;
/** Loading the worker's code does not count as reading. */
const START_MS = 30_000;
const HEAP_MB = 96;

const KINDS = {
  unified: 'lxd_combined.tar.gz',
  metadata: 'lxd.tar.xz',
  root: 'root.tar.xz',
} as const;

/**
 * Tells the kind of a file; throws `invalid_params` for `file` when it is nothing an image is made of, and when a tarball
 * takes more than `max_ms` to be read.
 */
export async function inspectFile(
  path: string,
  size: number,
  { max_ms = MAX_MS }: { max_ms?: number } = {},
): Promise<Inspected> {
  const head = await firstBytes(path, 512);
  const magic = head.toString('hex', 0, 6);
  if (magic.startsWith('68737173')) return squashfs(head, size);
  if (magic.startsWith('514649fb')) return qcow2(head);
  if (magic.startsWith('28b52ffd')) throw invalid('file', 'is compressed with zstd: use xz or gzip');
  const packing = magic === 'fd377a585a00' ? 'xz' : magic.startsWith('1f8b') ? 'gzip' : 'none';
  if (packing === 'none' && head.toString('latin1', 257, 262) !== 'ustar') {
    throw invalid('file', 'must be a tarball (xz, gzip or plain), a squashfs or a qcow2 disk');
  }
  const finding = await readTarball({ path, size, packing }, max_ms);
  if (finding.fault !== undefined) {
    if (finding.fault === 'no xz') {
      throw new AppError('unsupported', 'the program xz is missing here: install the package xz-utils');
    }
    throw invalid('file', finding.fault);
  }
  return { kind: KINDS[finding.kind], architecture: finding.architecture };
}

function squashfs(head: Buffer, size: number): Inspected {
  // Superblock 4.0: `bytes_used` at 40.
  if (head.length < 96 || head.readUInt16LE(28) !== 4 || head.readBigUInt64LE(40) > BigInt(size)) {
    throw invalid('file', 'is a squashfs that is cut off or of another version than 4');
  }
  return { kind: 'squashfs', architecture: null };
}

function qcow2(head: Buffer): Inspected {
  const version = head.length < 104 ? 0 : head.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw invalid('file', 'is a qcow2 disk of an unknown version');
  // A host would open whatever file of its own such a disk names.
  const external = version === 3 && (head.readBigUInt64BE(72) & 4n) !== 0n;
  if (head.readBigUInt64BE(8) !== 0n || external) {
    throw invalid('file', 'is a qcow2 disk that needs another file: convert it into one that stands alone');
  }
  return { kind: 'disk-kvm.img', architecture: null };
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readTarball(task: Task, max_ms: number): Promise<Finding> {
  const worker = startWorker(task);
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  try {
    return await new Promise<Finding>((resolve, reject) => {
      const late = (): void =>
        resolve({ fault: 'takes too long to read: put metadata.yaml first in the tarball' });
      let timer = setTimeout(late, START_MS);
      worker.on('message', (message: Finding | 'ready') => {
        clearTimeout(timer);
        if (message === 'ready') timer = setTimeout(late, max_ms);
        else resolve(message);
      });
      worker.on('error', (error: Error & { code?: unknown }) => {
        clearTimeout(timer);
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ fault: 'holds metadata that is too large' });
        else reject(error);
      });
      worker.on('exit', () => {
        clearTimeout(timer);
        reject(new Error('reading an image ended early'));
      });
    });
  } finally {
    // A worker that is terminated leaves its child to itself: it is asked to end both first.
    worker.postMessage('stop');
    const timer = setTimeout(() => void worker.terminate(), STOP_MS);
    await ended;
    clearTimeout(timer);
  }
}

function startWorker(workerData: Task): Worker {
  const extension = extname(import.meta.url);
  const url = new URL(`./inspect-worker${extension}`, import.meta.url);
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, execArgv: [], env: {} };
  if (extension === '.js') return new Worker(url, options);
  // Uncompiled (tests): the loader of the main thread does not reach into a worker.
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;
  return new Worker(code, { ...options, eval: true });
}
