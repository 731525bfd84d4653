// Where the bytes of an upload wait until the call they belong to has run: random names, hashed while written.
// Whoever keeps a file renames it away from `path(id)`; what is left is discarded after the call or swept.
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import { randomName } from '../ids.js';

/** One complete upload on disk; `sha256` is lower-case hex, `size` bytes. */
export interface Staged {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
}

/** One upload being written, by one caller who awaits what `write` answers; `finish` or `abort` ends it. */
export interface StageWriter {
  /** Takes a copy; answers a promise when the caller should pause until it settles. `too_large`, `no_capacity`. */
  write(chunk: Uint8Array): Promise<void> | void;
  /** Everything is on disk and synced. `no_capacity` where the disk is full; the file is gone then. */
  finish(): Promise<Staged>;
  /** Removes what was written; harmless after `finish` failed or when called twice. */
  abort(): Promise<void>;
}

/** The staging folder. */
export interface Stage {
  /** A new file that takes at most `limit` bytes. */
  open(options: { limit: number }): Promise<StageWriter>;
  /** The file of an id; an id of another form is a bug of the caller (SEC-50). */
  path(id: string): string;
  /** Removes a file; nothing happens when it was moved away. */
  discard(id: string): Promise<void>;
  /** Removes files nobody holds that were last written more than `older_than_ms` ago. */
  sweep(older_than_ms: number): Promise<void>;
}

const BLOCK = 256 * 1024;
const PAUSE = 8 * 1024 * 1024;
const RESUME = 4 * 1024 * 1024;
const LOOK = 16 * 1024 * 1024;
const NAME = /^[a-z2-7]{26}$/;

/**
 * Opens the staging folder `dir`; the folder itself is made with the first upload. `room` is asked every 16 MiB of one
 * and ends it by throwing: what a client says beforehand of its size, and what others upload beside it, decides nothing.
 */
export function createStage(dir: string, room: () => Promise<void> = () => Promise.resolve()): Stage {
  // Names of this process that are being written or used by a call: no sweep takes them away.
  const held = new Set<string>();

  const path = (id: string): string => {
    if (!NAME.test(id)) throw new Error('the name of a staged file has a form of its own');
    return join(dir, id);
  };

  const discard = async (id: string): Promise<void> => {
    await rm(path(id), { force: true });
    held.delete(id);
  };

  return {
    path,
    discard,

    async open({ limit }) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const id = randomName(26);
      const handle = await open(path(id), 'wx', 0o600).catch((cause: unknown) => {
        throw diskError(cause);
      });
      held.add(id);
      return createWriter(id, handle, limit, room, () => discard(id));
    },

    async sweep(older_than_ms) {
      const names = await readdir(dir).catch((): string[] => []);
      const before = Date.now() - older_than_ms;
      for (const name of names) {
        if (!NAME.test(name) || held.has(name)) continue;
        const found = await stat(join(dir, name)).catch(() => undefined);
        if (found && found.mtimeMs <= before) await rm(join(dir, name), { force: true });
      }
    },
  };
}

function createWriter(
  id: string,
  handle: FileHandle,
  limit: number,
  room: () => Promise<void>,
  remove: () => Promise<void>,
): StageWriter {
  const hash = createHash('sha256');
  const queue: Buffer[] = [];
  const spare: Buffer[] = [];
  let block: Buffer | undefined;
  let used = 0;
  let size = 0;
  let pending = 0;
  let position = 0;
  let looked = 0;
  let failure: Error | undefined;
  let closed: Promise<void> | undefined;
  let pump: Promise<void> | undefined;
  let paused: { promise: Promise<void>; resume: () => void } | undefined;

  /** One block after the other: order on disk is order of arrival, and at most one write is under way. */
  async function drain(): Promise<void> {
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await writeAll(handle, next, position);
        position += next.length;
        pending -= next.length;
        if (position - looked >= LOOK) {
          looked = position;
          await room();
        }
        if (next.length === BLOCK) spare.push(next);
        if (pending < RESUME) resume();
      }
    } catch (error) {
      failure = diskError(error);
      queue.length = 0;
      resume();
    } finally {
      pump = undefined;
    }
  }

  function resume(): void {
    paused?.resume();
    paused = undefined;
  }

  function push(full: Buffer): void {
    hash.update(full);
    queue.push(full);
    pending += full.length;
    pump ??= drain();
  }

  function pause(): Promise<void> {
    if (!paused) {
      let go = (): void => undefined;
      const promise = new Promise<void>((resolve) => (go = resolve));
      paused = { promise, resume: go };
    }
    return paused.promise;
  }

  const close = (): Promise<void> => (closed ??= handle.close());

  const writer: StageWriter = {
    write(chunk) {
      if (failure) throw failure;
      if (closed) throw new Error('this upload has ended');
      if (size + chunk.length > limit) {
        throw new AppError('too_large', `the file is larger than the ${limit} bytes allowed here`);
      }
      size += chunk.length;
      for (let at = 0; at < chunk.length;) {
        block ??= spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
        const part = chunk.subarray(at, at + BLOCK - used);
        block.set(part, used);
        used += part.length;
        at += part.length;
        if (used < BLOCK) continue;
        push(block);
        block = undefined;
        used = 0;
      }
      if (pending >= PAUSE) return pause();
    },

    async finish() {
      if (block && used > 0) push(block.subarray(0, used));
      block = undefined;
      try {
        while (pump) await pump;
        if (failure) throw failure;
        await handle.sync();
        await close();
      } catch (error) {
        await writer.abort();
        throw diskError(error);
      }
      return { id, sha256: hash.digest('hex'), size };
    },

    async abort() {
      queue.length = 0;
      failure ??= new Error('this upload was given up');
      resume();
      // The descriptor may close only when no write uses it.
      while (pump) await pump;
      await close().catch(() => undefined);
      await remove();
    },
  };
  return writer;
}

/** A short write is no error to the system: the rest is written again. */
async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function diskError(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error('writing an upload failed', { cause });
  const code = 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new AppError('no_capacity', 'the disk of the control plane is full: free space, then upload again', {
    cause,
  });
}
