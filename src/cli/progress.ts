// How far a file is: a bar on a terminal, a line for every quarter elsewhere.
import type { Io } from './io.js';

/** One line that is drawn again and again, or lines now and then. */
export interface Progress {
  at(title: string, done: number, size: number): void;
  /** A line of its own. */
  say(text: string): void;
  /** Clears the bar. */
  end(): void;
}

const EVERY_MS = 100;

/** Draws on standard error; nothing at all when `quiet`. */
export function createProgress(io: Io, quiet: boolean, now: () => number = Date.now): Progress {
  let drawn = 0;
  let shown = false;
  let last = '';
  const clear = (): void => {
    if (shown) io.err('\r\u001b[K');
    shown = false;
  };
  return {
    at: (title, done, size) => {
      const percent = Math.floor((100 * done) / size);
      if (quiet) return;
      if (!io.tty) {
        const line = `${title}: ${percent - (percent % 25)} %\n`;
        if (line !== last) io.err(line);
        last = line;
        return;
      }
      if (now() - drawn < EVERY_MS && done < size) return;
      drawn = now();
      const width = Math.max(10, Math.min(30, io.columns - title.length - 30));
      const full = Math.round((done / size) * width);
      const bar = '#'.repeat(full) + '.'.repeat(width - full);
      io.err(`\r\u001b[K${title} [${bar}] ${percent} % of ${bytesText(size)}`);
      shown = true;
    },
    say: (text) => {
      clear();
      if (!quiet) io.err(`${text}\n`);
    },
    end: clear,
  };
}

/** Bytes for people. */
export function bytesText(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.ceil(bytes / 1024)} KiB`;
  const mib = bytes / 1_048_576;
  return mib < 1024 ? `${mib.toFixed(1)} MiB` : `${(mib / 1024).toFixed(2)} GiB`;
}
