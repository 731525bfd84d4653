// Cursors: `<epoch>.<id>`, and what is wrong with one.
import { AppError, invalid } from '../errors.js';

/** Writes a cursor. */
export function writeCursor(epoch: string, id: number): string {
  return `${epoch}.${id}`;
}

/**
 * Reads a cursor (a bare number means the present epoch); throws `invalid_params`, `epoch_changed`,
 * `cursor_in_future` or `cursor_expired` (with the oldest number still kept), never skips silently.
 */
export function readCursor(
  cursor: string | number,
  log: { epoch: string; head: number; pruned: number },
): number {
  const match = /^(?:([0-9a-f]{1,64})\.)?([0-9]{1,15})$/.exec(String(cursor));
  if (match === null || (typeof cursor === 'number' && !Number.isSafeInteger(cursor))) {
    throw invalid('cursor', 'must be a number or <epoch>.<number>, as an event gave it');
  }
  const [, epoch, digits] = match;
  const id = Number(digits);
  const now = { epoch: log.epoch, head: writeCursor(log.epoch, log.head), oldest: log.pruned + 1 };
  if (epoch !== undefined && epoch !== log.epoch) {
    throw new AppError(
      'epoch_changed',
      'the event log was restored or replaced: list again, then subscribe anew',
      {
        details: now,
      },
    );
  }
  if (id > log.head) {
    throw new AppError('cursor_in_future', `the log ends at ${log.head}: list again, then subscribe anew`, {
      details: now,
    });
  }
  if (id < log.pruned) {
    throw new AppError(
      'cursor_expired',
      `events up to ${log.pruned} are no longer kept: list again, then subscribe from ${log.pruned}`,
      { details: now },
    );
  }
  return id;
}
