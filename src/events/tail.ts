// Follows the log: woken by commits, reads what is new in order, hands it on in batches.
import type { EventRow } from '../db/events.js';
import type { Db } from '../db/open.js';

/** Rows of one reading, in order, without gaps. */
export type TailListener = (rows: readonly EventRow[]) => void;

/** The one reader of the log's end. */
export interface Tail {
  /** The last number handed on. */
  readonly position: number;
  listen(listener: TailListener): () => void;
  close(): Promise<void>;
}

/** Starts following at the log's present end. */
export async function startTail(db: Db, onError: (error: unknown) => void): Promise<Tail> {
  let position = await db.read.events.head();
  const listeners = new Set<TailListener>();
  let reading: Promise<void> | null = null;
  let again = false;
  let closed = false;

  const read = async (): Promise<void> => {
    for (;;) {
      again = false;
      for (;;) {
        const rows = await db.read.events.after(position);
        const last = rows.at(-1);
        if (last === undefined) break;
        position = last.id;
        for (const listener of listeners) listener(rows);
        if (closed) return;
      }
      if (!again) return;
    }
  };
  const wake = (): void => {
    if (closed) return;
    again = true;
    if (reading !== null) return;
    reading = read()
      .catch(onError)
      .finally(() => {
        reading = null;
      });
  };
  const off = db.onCommit(wake);
  return {
    get position() {
      return position;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      off();
      await reading;
    },
  };
}
