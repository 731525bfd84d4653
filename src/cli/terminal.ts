// The terminal of this process as a session uses it: raw bytes in and out, its size, and back to normal afterwards.

/** What a session needs of the outside; tests hand in their own. */
export interface Terminal {
  /** Both ends are a terminal. */
  readonly isTerminal: boolean;
  size(): { width: number; height: number };
  /** Called on every change of size; returns the unsubscribe. */
  onResize(listener: () => void): () => void;
  /** Keys come one by one and unchanged, until the returned function is called. */
  raw(): () => void;
  /** Calls `data` with what is typed or piped in, `end` at its end; the returned functions hold back and let go. */
  read(data: (bytes: Buffer) => void, end: () => void): { pause(): void; resume(): void; stop(): void };
  /** Writes output; null when there is room for more, else resolves when there is again. */
  write(stream: 1 | 2, bytes: Buffer): Promise<void> | null;
}

/** The real one. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    isTerminal: stdin.isTTY === true && stdout.isTTY === true,
    size: () => ({ width: stdout.columns || 80, height: stdout.rows || 24 }),
    onResize: (listener) => {
      stdout.on('resize', listener);
      return () => void stdout.off('resize', listener);
    },
    raw: () => {
      stdin.setRawMode(true);
      return () => void stdin.setRawMode(false);
    },
    read: (data, end) => {
      stdin.on('data', data);
      stdin.once('end', end);
      return {
        pause: () => void stdin.pause(),
        resume: () => void stdin.resume(),
        stop: () => {
          stdin.off('data', data);
          stdin.off('end', end);
          // What is still open would keep this process alive.
          stdin.pause();
          stdin.unref?.();
        },
      };
    },
    write: (stream, bytes) => {
      const to = stream === 1 ? stdout : stderr;
      if (to.write(bytes)) return null;
      return new Promise((resolve) => to.once('drain', resolve));
    },
  };
}
