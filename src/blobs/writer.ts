// One file being written by one caller: coalesced, hashed and synced, with a word to the caller when the disk is behind.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../errors.js';

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

/** What a writer is told. */
export interface WriterOptions {
  id: string;
  handle: FileHandle;
  /** Bytes it takes at most. */
  limit: number;
  /** Where in the file it begins. */
  start?: number;
  /** Asked now and then, at least every 16 MiB, how many bytes may follow; ends the upload by throwing. */
  room: () => Promise<number | void>;
  /** Removes what `abort` gives up. */
  remove: () => Promise<void>;
}

// Measured: a write of 256 KiB costs the kernel several times one of 64 KiB per byte, and what waits longer than the
// processor's caches hold it is read from memory again.
const BLOCK = 64 * 1024;
const PAUSE = 1024 * 1024;
const RESUME = 512 * 1024;
const LOOK = 16 * 1024 * 1024;

/** Makes a writer; the handle is closed when it ends. */
export function createWriter({ id, handle, limit, start = 0, room, remove }: WriterOptions): StageWriter {
  const hash = createHash('sha256');
  const queue: Buffer[] = [];
  const spare: Buffer[] = [];
  let block: Buffer | undefined;
  let used = 0;
  let size = 0;
  let pending = 0;
  let position = 0;
  let looked = 0;
  let next_look = BLOCK;
  let failure: Error | undefined;
  let closed: Promise<void> | undefined;
  let pump: Promise<void> | undefined;
  let paused: { promise: Promise<void>; resume: () => void } | undefined;

  /** One block after the other: order on disk is order of arrival, and at most one write is under way. */
  async function drain(): Promise<void> {
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await writeAll(handle, next, start + position);
        position += next.length;
        pending -= next.length;
        if (position - looked >= next_look) {
          looked = position;
          // Others write beside it: a quarter of what is left may be gone before the next look.
          const spare = await room();
          next_look = Math.min(LOOK, Math.max(BLOCK, (spare ?? LOOK * 4) / 4));
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

/** A full disk as the caller should see it; everything else as it is. */
export function diskError(cause: unknown): Error {
  const error = cause instanceof Error ? cause : new Error('writing an upload failed', { cause });
  const code = 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new AppError('no_capacity', 'the disk of the control plane is full: free space, then upload again', {
    cause,
  });
}
