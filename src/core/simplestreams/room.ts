// Room for uploads, reserved before the first byte: the user's quota, the bound of all images, the disk (SEC-53).
import { type Space, checkRoom } from '../../blobs/space.js';
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError } from '../../errors.js';

export interface UploadRoom {
  /** Space on the disk: to be looked at before the transaction that calls `check`. */
  space(): Promise<Space>;
  /** Throws `quota_exceeded` or `no_capacity` unless `bytes` more fit beside what is stored and promised. */
  check(tx: Repositories, user_id: number, bytes: number, space: Space): Promise<void>;
  /**
   * The same for an upload that has no row; holds the room until the returned function is called. Of null, an unknown
   * size, the largest counts where there is a bound, and nothing on the disk, which is looked at while it is written.
   */
  reserve(user_id: number, bytes: number | null): Promise<() => void>;
}

export interface UploadRoomDeps {
  db: Db;
  space: () => Promise<Space>;
  /** MiB; 0: no bound. */
  max_mb: number;
  /** MiB of each user without a row in `quotas`; null: no bound. */
  quota_mb: number | null;
  /** Bytes of the largest file. */
  max_size: number;
}

const MB = 1_048_576;

/** Makes the service. */
export function createUploadRoom(deps: UploadRoomDeps): UploadRoom {
  const { db, space, max_mb, quota_mb, max_size } = deps;
  /** Uploads in one call: each with whose it is. */
  const calls = new Map<symbol, { user_id: number; bytes: number | null }>();
  const held = (unknown: number, user_id?: number): number =>
    [...calls.values()]
      .filter((one) => user_id === undefined || one.user_id === user_id)
      .reduce((sum, { bytes }) => sum + (bytes ?? unknown), 0);

  const fits = async (
    tx: Repositories,
    user_id: number,
    bytes: number | null,
    { total, free }: Space,
  ): Promise<void> => {
    const wanted = bytes ?? max_size;
    const hint = bytes === null ? '; say its size with Content-Length' : '';
    const own = (await tx.quotas.ofUser(user_id)).find(({ resource }) => resource === 'image_mb');
    const maximum = own?.maximum ?? quota_mb;
    const used = (await tx.uploads.usedBy(user_id)) + held(max_size, user_id);
    if (maximum !== null && used + wanted > maximum * MB) {
      throw new AppError(
        'quota_exceeded',
        `the quota of ${maximum} image_mb has no room for this file (${Math.ceil(used / MB)} in use)${hint}`,
      );
    }
    const { stored, promised, written } = await tx.uploads.totals();
    if (max_mb > 0 && stored + promised + held(max_size) + wanted > max_mb * MB) {
      throw new AppError(
        'no_capacity',
        `the image server holds ${max_mb} MiB at most (simplestream.max_mb): delete images, then send it again${hint}`,
      );
    }
    checkRoom({ total, free: free - (promised - written) - held(0) }, bytes);
  };

  return {
    space,
    check: fits,
    reserve: async (user_id, bytes) => {
      const seen = await space();
      const key = Symbol('upload');
      await db.tx(async (tx) => {
        calls.delete(key);
        await fits(tx, user_id, bytes, seen);
        calls.set(key, { user_id, bytes });
      });
      return () => void calls.delete(key);
    },
  };
}
