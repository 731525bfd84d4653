// The worker that reads a tarball of an image: streaming, in constant memory, nothing is unpacked to disk (SEC-51).
import { spawn } from 'node:child_process';
import { closeSync, createReadStream, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { parse } from 'yaml';
import { TarFault, createTarReader } from './tar.js';

/** What a tarball is, or what is wrong with it; the fault is the end of a sentence that begins with the field. */
export type Finding =
  | { kind: 'unified' | 'metadata' | 'root'; architecture: string | null; fault?: undefined }
  | { fault: string };

/** What is to be read; `size` is that of the file, bytes. */
export interface Task {
  path: string;
  size: number;
  packing: 'xz' | 'gzip' | 'none';
}

const MAX_METADATA = 1_048_576;
const MAX_ENTRIES = 10_000;
const MAX_RATIO = 100;
/** A gzip file may be ahead of that ratio by so much while it is read: holes in a file come at once. */
const AHEAD_BYTES = 67_108_864;
/** What is allowed whatever the size: a tar of a few bytes is padded to 10 KiB. */
const FREE_BYTES = 1_048_576;
const MAX_ALIASES = 1_000;
/** Bytes of metadata.yaml: some costs of reading YAML grow with the square of its length. */
const MAX_YAML = 32_768;
/** Brackets and commas of flow collections: thousands of them nested end the whole process, not only this thread. */
const MAX_FLOW = 1_000;
/** Collections that begin on one line, each in the other. */
const NESTED_ON_A_LINE = /^[ \t]*(?:[-?:][ \t]+){11}/m;
/** What `xz -9` needs, and a little more. */
const XZ_MEMORY = '80MiB';
/** Folders by which a root file system is told from an archive of something else. */
const ROOT = new Set([
  'bin',
  'boot',
  'dev',
  'etc',
  'home',
  'lib',
  'proc',
  'root',
  'sbin',
  'sys',
  'usr',
  'var',
]);

class Fault extends Error {}

/** The bytes of a tarball. */
interface Source {
  stream: Readable;
  /** How many bytes of the file were needed so far; null when nobody knows. */
  consumed: () => number | null;
  /** Ends the reading; resolves when nothing of it runs any more. */
  stop: () => Promise<void>;
  /** Everything was unpacked; throws when it is damaged. */
  whole: () => Promise<void>;
}

function unpacked(task: Task): Source {
  if (task.packing !== 'xz') {
    const file = createReadStream(task.path, { highWaterMark: 65_536 });
    const stop = (): Promise<void> => Promise.resolve(void file.destroy());
    const whole = (): Promise<void> => Promise.resolve();
    if (task.packing === 'none') return { stream: file, consumed: () => null, stop, whole };
    const gunzip = createGunzip({ chunkSize: 65_536 });
    file.on('error', (error) => gunzip.destroy(error));
    return { stream: file.pipe(gunzip), consumed: () => gunzip.bytesWritten, stop, whole };
  }
  const input = openSync(task.path, 'r');
  // Only standard input and output: nothing of the caller's stands in its arguments.
  const child = spawn(
    'xz',
    ['--decompress', '--stdout', `--memlimit-decompress=${XZ_MEMORY}`, '--threads=1'],
    {
      stdio: [input, 'pipe', 'ignore'],
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    },
  );
  closeSync(input);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new Fault('no xz')));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Fault('is damaged, or needs too much memory to unpack')),
    );
  });
  ended.catch(() => undefined);
  if (child.stdout === null) throw new Fault('no xz');
  return {
    stream: child.stdout,
    consumed: () => null,
    stop: async () => {
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
    whole: () => ended,
  };
}

/** What stands in a tarball, its metadata not yet read. */
type Content = { kind: 'root' } | { kind: 'unified' | 'metadata'; metadata: Buffer };

/** Reads a tarball as far as needed to tell what it is; `signal` ends that early. */
export async function readTask(task: Task, signal?: AbortSignal): Promise<Finding> {
  try {
    const content = await contentOf(task, signal);
    if (content.kind === 'root') return { kind: 'root', architecture: null };
    // Only now: nothing that was started for reading is left while this keeps the thread.
    return { kind: content.kind, architecture: readMetadata(content.metadata).architecture };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    if (error instanceof TarFault) return { fault: `cannot be read: ${error.message}` };
    return { fault: 'is damaged: it cannot be unpacked to its end' };
  }
}

async function contentOf(task: Task, signal?: AbortSignal): Promise<Content> {
  const source = unpacked(task);
  const stop = (): void => {
    source.stream.destroy();
    void source.stop();
  };
  signal?.addEventListener('abort', stop);
  try {
    return await read(task, source);
  } finally {
    signal?.removeEventListener('abort', stop);
    source.stream.destroy();
    await source.stop();
  }
}

async function read(task: Task, { stream, consumed, whole }: Source): Promise<Content> {
  const parts: Buffer[] = [];
  const found: { metadata: Buffer | null } = { metadata: null };
  let begun = false;
  let rootfs = false;
  let root = false;
  let entries = 0;
  let outside = 0;
  const tar = createTarReader({
    entry: ({ path, kind, size }) => {
      const slash = path.indexOf('/');
      const top = slash < 0 ? path : path.slice(0, slash);
      if (top === 'rootfs') {
        rootfs = true;
        return false;
      }
      if (ROOT.has(top) && !begun && !rootfs) root = true;
      if (root) return false;
      if (path === 'rootfs.img') {
        throw new Fault(
          'is a virtual machine in one file: upload its metadata and its qcow2 disk one by one',
        );
      }
      entries += 1;
      outside += size;
      if (entries > MAX_ENTRIES) throw new Fault(`holds more than ${MAX_ENTRIES} entries beside its rootfs`);
      if (outside > MAX_METADATA) throw new Fault('holds more than 1 MiB of metadata');
      if (path !== 'metadata.yaml') return false;
      if (begun || kind !== 'file') throw new Fault('must hold metadata.yaml once, as a plain file');
      begun = true;
      return true;
    },
    data: (chunk) => void parts.push(Buffer.from(chunk)),
    end: () => {
      found.metadata = Buffer.concat(parts);
    },
  });
  const decided = (): Content | null => {
    if (root) return { kind: 'root' };
    if (found.metadata === null || !rootfs) return null;
    return { kind: 'unified', metadata: found.metadata };
  };
  const most = FREE_BYTES + task.size * MAX_RATIO;
  let total = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    total += chunk.length;
    const ahead = consumed();
    if (total > most || (ahead !== null && total > AHEAD_BYTES + ahead * MAX_RATIO)) {
      throw new Fault(`unpacks to more than ${MAX_RATIO} times its size`);
    }
    tar.push(chunk);
    const content = decided();
    if (content !== null) return content;
  }
  await whole();
  tar.finish();
  if (found.metadata === null) throw new Fault('holds neither metadata.yaml nor a root file system');
  return { kind: 'metadata', metadata: found.metadata };
}

function readMetadata(bytes: Buffer): { architecture: string } {
  if (bytes.length > MAX_YAML) throw new Fault('holds a metadata.yaml of more than 32 KiB');
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if ((text.match(/[[{,]/g) ?? []).length > MAX_FLOW || NESTED_ON_A_LINE.test(text)) {
      throw new Fault('holds a metadata.yaml with too many collections in one another');
    }
    value = parse(text, {
      maxAliasCount: MAX_ALIASES,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('holds a metadata.yaml that is no YAML, or refers to itself too often');
  }
  const { architecture, creation_date, properties } = dict(value);
  if (typeof architecture !== 'string') throw new Fault('holds a metadata.yaml without architecture');
  if (typeof creation_date !== 'number' || !(creation_date > 0)) {
    throw new Fault('holds a metadata.yaml without creation_date (seconds since 1970)');
  }
  if (properties !== undefined && properties !== null) {
    const values = Object.values(dict(properties));
    if (typeof properties !== 'object' || values.some((one) => one !== null && typeof one === 'object')) {
      throw new Fault('holds a metadata.yaml whose properties are no plain texts');
    }
  }
  return { architecture };
}

function dict(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

if (parentPort !== null) {
  const port = parentPort;
  const stopping = new AbortController();
  // Whatever comes means: stop.
  port.once('message', () => stopping.abort());
  port.postMessage('ready');
  port.postMessage(await readTask(workerData as Task, stopping.signal));
  port.close();
}
