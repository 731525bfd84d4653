// What a command may touch of the outside: streams, environment, terminal. Tests hand in their own.
import { homedir } from 'node:os';
import { createInterface } from 'node:readline';

/** The outside world of one run of the command line. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Bytes on standard output; resolves when the next may come. */
  bytes(chunk: Uint8Array): Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Standard output is a terminal: bars and widths make sense. */
  readonly tty: boolean;
  readonly columns: number;
  /** Asks on the terminal, or reads the next line of standard input; `secret` is not echoed. */
  ask(question: string, secret?: boolean): Promise<string>;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** A wrong command line: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The real world; `signal` comes from whoever listens for Ctrl-C. */
export function processIo(signal: AbortSignal): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    bytes: (chunk) =>
      new Promise((resolve, reject) => {
        process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
    env: process.env,
    home: homedir(),
    tty: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 120,
    ask,
    signal,
  };
}

function ask(question: string, secret = false): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  if (secret && stdin.isTTY) return hidden();
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdin });
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => reject(new UsageError('no answer on standard input')));
  });
}

function hidden(): Promise<string> {
  const { stdin, stderr } = process;
  return new Promise((resolve, reject) => {
    let text = '';
    const finish = (settle: () => void): void => {
      stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', read);
      stderr.write('\n');
      settle();
    };
    const read = (chunk: Buffer): void => {
      for (const letter of chunk.toString('utf8')) {
        if (letter === '\r' || letter === '\n') return finish(() => resolve(text));
        if (letter === '\u0003') return finish(() => reject(new UsageError('stopped')));
        if (letter === '\u007f') text = [...text].slice(0, -1).join('');
        else text += letter;
      }
    };
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('data', read);
  });
}
