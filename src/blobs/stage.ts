// Where the bytes of an upload wait until the call they belong to has run: random names, hashed while written.
// Whoever keeps a file renames it away from `path(id)`; what is left is discarded after the call or swept.
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomName } from '../ids.js';
import { type StageWriter, createWriter, diskError } from './writer.js';

export type { Staged, StageWriter } from './writer.js';

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

const NAME = /^[a-z2-7]{26}$/;

/**
 * Opens the staging folder `dir`; the folder itself is made with the first upload. `room` is asked every 16 MiB of one
 * and ends it by throwing: what a client says beforehand of its size, and what others upload beside it, decides nothing.
 */
export function createStage(
  dir: string,
  room: () => Promise<number | void> = () => Promise.resolve(),
): Stage {
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
      return createWriter({ id, handle, limit, room, remove: () => discard(id) });
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
