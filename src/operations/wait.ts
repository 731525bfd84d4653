// Whoever waits for an operation to be over.
import type { Db } from '../db/open.js';
import type { OperationRow } from '../db/operations.js';
import { pause } from './pause.js';

/** Those who wait, by operation. */
export type Waiters = Map<number, Set<(row: OperationRow) => void>>;

/** Resolves with the finished row, or with the present one when the time is up or the signal aborts. */
export async function waitFor(
  db: Db,
  waiters: Waiters,
  id: number,
  ms: number,
  signal?: AbortSignal,
): Promise<OperationRow | undefined> {
  let wake: (row: OperationRow) => void = () => undefined;
  const finished = new Promise<OperationRow>((resolve) => {
    wake = resolve;
  });
  const over = new AbortController();
  const set = waiters.get(id) ?? new Set();
  waiters.set(id, set.add(wake));
  try {
    const row = await db.read.operations.get(id);
    if (row === undefined || row.finished_at !== null) return row;
    const limits = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
    await Promise.race([finished, pause(ms, limits)]);
  } finally {
    over.abort();
    set.delete(wake);
    if (set.size === 0) waiters.delete(id);
  }
  return db.read.operations.get(id);
}
