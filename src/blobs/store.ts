// Files by the SHA-256 of their bytes: what has a name here is complete and durable, and a name never changes its bytes.
import { type Stats, unlinkSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Stage, Staged } from './stage.js';

/** A folder of files by id, on the same file system. */
export type FileHolder = Pick<Stage, 'path' | 'discard'>;

/** The store. Names are 64 lower-case hex digits; anything else is a bug of the caller (SEC-50). */
export interface BlobStore {
  /**
   * Makes a file of the staging folder, or of `from`, durable under its hash and keeps sweepers off it until `release`
   * is called: after the row that names it is committed, or when none will.
   */
  adopt(staged: Staged, from?: FileHolder): Promise<{ release: () => void }>;
  /** Opens a file for reading; null when there is none. The caller closes it. */
  open(sha256: string): Promise<FileHandle | null>;
  /** Bytes, or null when there is no such file. */
  size(sha256: string): Promise<number | null>;
  path(sha256: string): string;
  /** Removes a file; nothing happens when there is none. */
  remove(sha256: string): Promise<void>;
  /**
   * Removes files that no row names and that came more than `older_than_ms` ago, or were just let go of; returns how many.
   */
  sweep(options: { older_than_ms: number; isNamed: (sha256: string) => Promise<boolean> }): Promise<number>;
}

const NAME = /^[0-9a-f]{64}$/;

/** A store below `dir`, which is made with the first file. */
export function createBlobStore(dir: string, stage: Stage): BlobStore {
  // Files on their way to a row: no sweep takes them away.
  const held = new Map<string, number>();

  const path = (sha256: string): string => {
    if (!NAME.test(sha256)) throw new Error('a stored file is named by its SHA-256');
    return join(dir, sha256.slice(0, 2), sha256);
  };

  const hold = (sha256: string): (() => void) => {
    held.set(sha256, (held.get(sha256) ?? 0) + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const left = (held.get(sha256) ?? 1) - 1;
      if (left > 0) held.set(sha256, left);
      else held.delete(sha256);
    };
  };

  return {
    path,

    async adopt(staged, from = stage) {
      const target = path(staged.sha256);
      const release = hold(staged.sha256);
      try {
        const there = await statOf(target);
        if (there?.size === staged.size) {
          // Counts as new: a file that was about to be swept has to outlive its new row's commit.
          const now = new Date();
          await utimes(target, now, now);
          await from.discard(staged.id);
          return { release };
        }
        const folder = dirname(target);
        if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) {
          await sync(dir);
          await sync(dirname(dir));
        }
        await sync(from.path(staged.id));
        await rename(from.path(staged.id), target);
        await sync(folder);
        await from.discard(staged.id);
        return { release };
      } catch (error) {
        release();
        throw error;
      }
    },

    open: (sha256) => open(path(sha256), 'r').catch(absent),
    size: async (sha256) => (await statOf(path(sha256)))?.size ?? null,
    remove: (sha256) => rm(path(sha256), { force: true }),

    async sweep({ older_than_ms, isNamed }) {
      let gone = 0;
      const before = Date.now() - older_than_ms;
      for (const folder of await names(dir)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const name of await names(join(dir, folder))) {
          if (!NAME.test(name) || held.has(name)) continue;
          const found = await statOf(join(dir, folder, name));
          if (found === undefined || found.mtimeMs > before || (await isNamed(name))) continue;
          // Nothing may come between this look and the removal.
          if (held.has(name)) continue;
          unlinkSync(join(dir, folder, name));
          gone += 1;
        }
      }
      return gone;
    },
  };
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => absent(error) ?? []);
}

async function statOf(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: unknown) => absent(error) ?? undefined);
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
