// One at a time for each upload: whoever comes meanwhile waits a while, then is told to come again.
import { AppError } from '../../errors.js';

/** Locks by name, inside this process. */
export interface Locks {
  /** Resolves with the function that lets go; `unavailable` when it stays taken. */
  take(name: string): Promise<() => void>;
  /** The same at once, null when it is taken. */
  tryTake(name: string): (() => void) | null;
}

/** Makes locks for which one waits `patience_ms` at most. */
export function createLocks(patience_ms: number): Locks {
  const held = new Map<string, (() => void)[]>();

  const letGo = (name: string): (() => void) => {
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const next = held.get(name)?.shift();
      if (next === undefined) held.delete(name);
      else next();
    };
  };

  const tryTake = (name: string): (() => void) | null => {
    if (held.has(name)) return null;
    held.set(name, []);
    return letGo(name);
  };

  return {
    tryTake,
    take: async (name) => {
      const free = tryTake(name);
      if (free !== null) return free;
      const waiting = held.get(name) ?? [];
      await new Promise<void>((resolve, reject) => {
        const turn = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(turn), 1);
          const text = 'upload_id is busy with another chunk or its end: try again';
          reject(new AppError('unavailable', text, { retry_after: 1 }));
        }, patience_ms);
        waiting.push(turn);
      });
      return letGo(name);
    },
  };
}
