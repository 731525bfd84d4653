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
/** What is allowed whatever the size: a tar of a few bytes is padded to 10 KiB. */
const FREE_BYTES = 1_048_576;
const MAX_ALIASES = 1_000;
const XZ_MEMORY = '128MiB';
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

function unpacked(task: Task): { stream: Readable; stop: () => void; whole: () => Promise<void> } {
  if (task.packing !== 'xz') {
    const file = createReadStream(task.path, { highWaterMark: 65_536 });
    const stop = (): void => void file.destroy();
    if (task.packing === 'none') return { stream: file, stop, whole: () => Promise.resolve() };
    const gunzip = createGunzip({ chunkSize: 65_536 });
    file.on('error', (error) => gunzip.destroy(error));
    return { stream: file.pipe(gunzip), stop, whole: () => Promise.resolve() };
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
  return { stream: child.stdout, stop: () => void child.kill('SIGKILL'), whole: () => ended };
}

/** Reads a tarball as far as needed to tell what it is. */
export async function readTask(task: Task): Promise<Finding> {
  let source: ReturnType<typeof unpacked> | null = null;
  try {
    source = unpacked(task);
    return await read(task, source.stream, source.whole);
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    if (error instanceof TarFault) return { fault: `cannot be read: ${error.message}` };
    return { fault: 'is damaged: it cannot be unpacked to its end' };
  } finally {
    source?.stop();
    source?.stream.destroy();
  }
}

async function read(task: Task, stream: Readable, whole: () => Promise<void>): Promise<Finding> {
  const parts: Buffer[] = [];
  const found: { metadata: { architecture: string } | null } = { metadata: null };
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
      found.metadata = readMetadata(Buffer.concat(parts));
    },
  });
  const decided = (): Finding | null => {
    if (root) return { kind: 'root', architecture: null };
    if (found.metadata === null || !rootfs) return null;
    return { kind: 'unified', architecture: found.metadata.architecture };
  };
  const most = FREE_BYTES + task.size * MAX_RATIO;
  let total = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > most) throw new Fault(`unpacks to more than ${MAX_RATIO} times its size`);
    tar.push(chunk);
    const finding = decided();
    if (finding !== null) return finding;
  }
  await whole();
  tar.finish();
  if (found.metadata === null) throw new Fault('holds neither metadata.yaml nor a root file system');
  return { kind: 'metadata', architecture: found.metadata.architecture };
}

function readMetadata(bytes: Buffer): { architecture: string } {
  let value: unknown;
  try {
    value = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), {
      maxAliasCount: MAX_ALIASES,
      logLevel: 'error',
    });
  } catch {
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
  parentPort.postMessage('ready');
  parentPort.postMessage(await readTask(workerData as Task));
}
