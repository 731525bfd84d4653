// Files that come in chunks: one per upload, named by its uuid; what is behind the durable offset counts for nothing.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type StageWriter, createWriter, diskError } from './writer.js';

/** The folder of partial files. Names are uuids; anything else is a bug of the caller (SEC-50). */
export interface Partials {
  /** Writes from `offset` on, at most `limit` bytes; giving up leaves what was there before `offset`. */
  write(uuid: string, options: { offset: number; limit: number }): Promise<StageWriter>;
  path(uuid: string): string;
  /** Bytes on the disk, null without a file. */
  size(uuid: string): Promise<number | null>;
  /** SHA-256 of a part, lower-case hex. */
  hash(uuid: string, part?: { offset: number; size: number }): Promise<string>;
  /** Removes a file; nothing happens when it was moved away. */
  discard(uuid: string): Promise<void>;
  /** Removes files that are not among `known`, which is asked after looking. */
  sweep(known: () => Promise<readonly string[]>): Promise<void>;
}

const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const READ = 262_144;

/** Partial files below `dir`, which is made with the first one. `room` is asked every 16 MiB of a chunk. */
export function createPartials(
  dir: string,
  room: () => Promise<number | void> = () => Promise.resolve(),
): Partials {
  const path = (uuid: string): string => {
    if (!NAME.test(uuid)) throw new Error('a partial file is named by the uuid of its upload');
    return join(dir, uuid);
  };

  const openFile = async (file: string): Promise<FileHandle> => {
    const known = await open(file, 'r+').catch(absent);
    if (known !== null) return known;
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const made = await open(file, 'wx', 0o600);
    // A name that a power cut takes away would take its bytes along.
    await syncFolder(dir);
    await syncFolder(dirname(dir));
    return made;
  };

  return {
    path,

    async write(uuid, { offset, limit }) {
      const handle = await openFile(path(uuid)).catch((cause: unknown) => {
        throw diskError(cause);
      });
      const remove = (): Promise<void> => Promise.resolve();
      return createWriter({ id: uuid, handle, limit, start: offset, room, remove });
    },

    size: async (uuid) => (await stat(path(uuid)).catch(absent))?.size ?? null,

    async hash(uuid, part) {
      const hash = createHash('sha256');
      const range = part === undefined ? {} : { start: part.offset, end: part.offset + part.size - 1 };
      const stream = createReadStream(path(uuid), { highWaterMark: READ, ...range });
      for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
      return hash.digest('hex');
    },

    discard: (uuid) => rm(path(uuid), { force: true }),

    async sweep(known) {
      const names = (await readdir(dir).catch((): string[] => [])).filter((name) => NAME.test(name));
      if (names.length === 0) return;
      const kept = new Set(await known());
      for (const name of names) if (!kept.has(name)) await rm(path(name), { force: true });
    },
  };
}

/** A writer that keeps nothing: for bytes that are there already and only have to be compared. */
export function createHasher(id: string, limit: number, refuse: () => Error): StageWriter {
  const hash = createHash('sha256');
  let size = 0;
  return {
    write(chunk) {
      size += chunk.length;
      if (size > limit) throw refuse();
      hash.update(chunk);
    },
    finish: () => Promise.resolve({ id, sha256: hash.digest('hex'), size }),
    abort: () => Promise.resolve(),
  };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
