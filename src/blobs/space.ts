// Room on the disk: what an upload must leave free, so that the database beside it goes on working (SEC-53).
import { statfs } from 'node:fs/promises';
import { AppError } from '../errors.js';

const FLOOR_SHARE = 0.05;
const FLOOR_BYTES = 1024 ** 3;

/** Bytes of a file system. */
export interface Space {
  total: number;
  free: number;
}

/** Space on the file system that holds `dir`; `free` is what we may use of it. */
export async function spaceAt(dir: string): Promise<Space> {
  const { blocks, bavail, bsize } = await statfs(dir);
  return { total: blocks * bsize, free: bavail * bsize };
}

/**
 * Throws `no_capacity` unless `bytes` more (null: nobody knows how many) leave one GiB free, or a twentieth of the
 * disk where that is less; gives how many bytes more would.
 */
export function checkRoom({ total, free }: Space, bytes: number | null): number {
  const floor = Math.min(FLOOR_BYTES, total * FLOOR_SHARE);
  const spare = free - (bytes ?? 0) - floor;
  if (spare >= 0) return spare;
  throw new AppError(
    'no_capacity',
    'the disk of the control plane has no room for this upload: free space, then send it again',
  );
}
