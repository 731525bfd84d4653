// `gantry instance exec` and `gantry instance console`: a session on this terminal, or in a pipe.
import { constants } from 'node:os';
import type { RawData, WebSocket } from 'ws';
import { ClientError, type AnyDocument } from '../client/client.js';
import { detachKeys } from './detach.js';
import type { Io } from './io.js';
import type { Terminal } from './terminal.js';

/** Methods whose answer is a ticket. */
export const SHELLS: ReadonlySet<string> = new Set(['instance.exec', 'instance.console']);

/** Opens the socket of a session. */
export type OpenSocket = (path: string, protocols: string[]) => WebSocket;

/** Input that may be under way before any of it is told to be taken, where the server does not say. */
const WINDOW = 65_536;
const CHUNK = 64 * 1024;
/** How long an interrupted command may take to end. */
const PATIENCE_MS = 3_000;
const INTERRUPTED = 130;

/** `-t` stands for --interactive, but not behind the `--` that a command begins with. */
export function longFlags(method: string, args: string[]): string[] {
  if (method !== 'instance.exec') return args;
  const end = args.indexOf('--');
  return args.map((arg, at) => (arg === '-t' && (end < 0 || at < end) ? '--interactive' : arg));
}

/** What is left out, filled in from the terminal: its size, its name, and whether there is one. */
export function fillIn(
  method: string,
  params: Record<string, unknown>,
  terminal: Terminal,
  term: string | undefined,
): void {
  if (method === 'instance.exec' && terminal.isTerminal) params['interactive'] ??= true;
  if (method === 'instance.exec' && params['interactive'] !== true) return;
  const { width, height } = terminal.size();
  params['width'] ??= width;
  params['height'] ??= height;
  const given = params['environment'];
  const known = typeof given === 'object' && given !== null ? given : {};
  if (method === 'instance.exec' && term !== undefined) params['environment'] = { TERM: term, ...known };
}

/** Redeems the ticket and runs the session to its end; resolves with the exit status. */
export async function shell(
  ticket: AnyDocument,
  options: { io: Io; terminal: Terminal; open: OpenSocket; console: boolean; interactive: boolean },
): Promise<number> {
  const attributes = Array.isArray(ticket.data) ? {} : ticket.data.attributes;
  const { path, ticket: text } = attributes;
  if (typeof path !== 'string' || typeof text !== 'string')
    throw new ClientError('bad_answer', 'the server gave no ticket');
  const { io, terminal } = options;
  const socket = options.open(path, ['gantry.session', `gantry.ticket.${text}`]);
  const raw = (options.console || options.interactive) && terminal.isTerminal;
  if (options.console && raw) io.err('Ctrl-a q leaves the console.\n');
  const undo: (() => void)[] = [];
  try {
    return await run(socket, { ...options, raw, undo });
  } finally {
    for (const step of undo.reverse()) step();
    socket.terminate();
  }
}

async function run(
  socket: WebSocket,
  options: {
    io: Io;
    terminal: Terminal;
    console: boolean;
    interactive: boolean;
    raw: boolean;
    undo: (() => void)[];
  },
): Promise<number> {
  const { io, terminal, raw, undo } = options;
  const inTerminal = options.console || options.interactive;
  let status: number | null = null;
  let failure: ClientError | null = null;
  let leaving = false;
  let waiting = 0;
  const input = inputOf(socket, options, () => {
    leaving = true;
    socket.close();
  });

  const show = (bytes: Buffer): void => {
    const stream = !inTerminal && bytes[0] === 2 ? 2 : 1;
    const full = terminal.write(stream, inTerminal ? bytes : bytes.subarray(1));
    if (full === null) return;
    waiting += 1;
    socket.pause();
    void full.then(() => {
      waiting -= 1;
      if (waiting === 0) socket.resume();
    });
  };
  const told = (frame: Record<string, unknown>): void => {
    if (frame['type'] === 'started') {
      if (raw) undo.push(terminal.raw());
      input.start(typeof frame['window'] === 'number' ? frame['window'] : WINDOW);
    } else if (frame['type'] === 'taken') input.taken(Number(frame['bytes']));
    else if (frame['type'] === 'exit')
      status = typeof frame['exit_code'] === 'number' ? frame['exit_code'] : 0;
    else if (frame['type'] === 'error') failure = errorOf(frame);
  };
  if (inTerminal) {
    undo.push(
      terminal.onResize(() => {
        if (socket.readyState === socket.OPEN)
          socket.send(JSON.stringify({ type: 'resize', ...terminal.size() }));
      }),
    );
  }
  undo.push(() => input.stop());
  const interrupted = (): void => {
    if (socket.readyState === socket.OPEN)
      socket.send(JSON.stringify({ type: 'signal', signal: constants.signals.SIGINT }));
    setTimeout(() => socket.terminate(), PATIENCE_MS).unref();
  };
  io.signal.addEventListener('abort', interrupted, { once: true });
  undo.push(() => io.signal.removeEventListener('abort', interrupted));

  return new Promise((resolve, reject) => {
    socket.on('error', (error) => {
      failure ??= new ClientError('unreachable', `the session could not be opened: ${error.message}`);
    });
    socket.on('message', (data: RawData, binary: boolean) => {
      const bytes = Buffer.isBuffer(data)
        ? data
        : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
      if (binary) show(bytes);
      else told(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>);
    });
    socket.on('close', (code, reason) => {
      if (raw) io.err('\r\n');
      if (status !== null) resolve(status);
      else if (io.signal.aborted) resolve(INTERRUPTED);
      else if (leaving) resolve(0);
      else reject(failure ?? new ClientError('closed', `the session ended: ${reason.toString() || code}`));
    });
  });
}

/** Carries input to the session; what the window has no room for waits here, and nothing more is read. */
function inputOf(
  socket: WebSocket,
  {
    terminal,
    console,
    interactive,
    raw,
  }: { terminal: Terminal; console: boolean; interactive: boolean; raw: boolean },
  leave: () => void,
): { start(window: number): void; taken(bytes: number): void; stop(): void } {
  const keys = console && raw ? detachKeys() : null;
  let reading: ReturnType<Terminal['read']> | null = null;
  let queue: Buffer[] = [];
  let room = 0;
  let took = 0;
  let ended = false;
  const end = (): void => {
    // On a terminal the end of input is a character: Ctrl-d.
    if (console || interactive) socket.send(Buffer.from([4]));
    else socket.send(JSON.stringify({ type: 'eof' }));
  };
  const flush = (): void => {
    if (socket.readyState !== socket.OPEN) return;
    for (let next = queue[0]; next !== undefined && room > 0; next = queue[0]) {
      const part = next.subarray(0, Math.min(CHUNK, room));
      socket.send(part);
      room -= part.length;
      if (part.length === next.length) queue.shift();
      else queue[0] = next.subarray(part.length);
    }
    if (queue.length > 0) return reading?.pause();
    reading?.resume();
    if (!ended) return;
    ended = false;
    end();
  };
  const put = (bytes: Buffer): void => {
    if (bytes.length > 0) queue.push(bytes);
    flush();
  };
  return {
    start: (window) => {
      room = window;
      reading = terminal.read(
        (bytes) => {
          if (keys === null) return put(bytes);
          const typed = keys(bytes);
          put(typed.send);
          if (typed.leave) leave();
        },
        () => {
          ended = true;
          flush();
        },
      );
    },
    taken: (bytes) => {
      room += bytes - took;
      took = bytes;
      flush();
    },
    stop: () => {
      queue = [];
      reading?.stop();
    },
  };
}

function errorOf(frame: Record<string, unknown>): ClientError {
  const errors = Array.isArray(frame['errors']) ? (frame['errors'] as Record<string, unknown>[]) : [];
  const [first] = errors;
  const { code, detail } = first ?? {};
  return new ClientError(
    typeof code === 'string' ? code : 'internal',
    typeof detail === 'string' ? detail : 'the session failed',
  );
}
