// Sessions over the websockets of LXD's operations. 5.0.2 panics when a console's data socket was connected without
// its control socket and the instance stops, so control comes first, and all of them or none.
import { type RawData, WebSocket } from 'ws';
import { AppError, isAppError } from '../../errors.js';
import type {
  ExecOptions,
  HostSession,
  HostSessions,
  SessionEnd,
  SessionListener,
  TerminalSize,
} from '../parts/sessions.js';
import type { HostEvent, InstanceRef } from '../provider.js';
import type { Answer, Client } from './client.js';
import { fromAbort, fromConnection, fromRefusal } from './errors.js';
import { type Context, readInstance } from './instances.js';
import { instanceSegment, projectName } from './names.js';
import { failedOperation, follow, operationUrl } from './operations.js';
import { MAX_BODY, type Settings } from './settings.js';
import { record, textMap, unexpected, type Json } from './types.js';

/** What the host's other calls need of the sessions. */
export interface SessionKeeper extends HostSessions {
  /** Ends the sessions of an instance and waits until the host has seen that, shortly. */
  leave(ref: InstanceRef): Promise<void>;
  /** A host event: an instance that is gone takes its sessions with it. */
  heard(event: HostEvent): void;
  close(): void;
}

/** Lifecycle words after which no session of the instance means anything. */
const ENDS: ReadonlySet<string> = new Set(['stopped', 'shutdown', 'restarted', 'deleted', 'renamed']);
/** 5.0.2 panics (concurrent write) when a console is cut right after it was connected: seen once in a hundred. */
const YOUNG_MS = 300;
/** How long a stop of ours waits for the host to close its end of the sessions. */
const LEAVE_MS = 1_000;

/** The sessions of one host. */
export function sessionCalls(context: Context, settings: Settings): SessionKeeper {
  const open = new Set<Session>();
  const of = (ref: InstanceRef): Session[] =>
    [...open].filter(({ ref: one }) => one.name === ref.name && one.project === ref.project);
  const begin = async (
    ref: InstanceRef,
    work: Work,
    listener: SessionListener,
    signal?: AbortSignal,
  ): Promise<HostSession> => {
    const session = new Session(context, settings, ref, work, listener, () => open.delete(session));
    open.add(session);
    const giveUp = (): void => session.finish({ reason: 'closed', exit_code: null, error: null });
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      if (signal?.aborted === true) throw fromAbort(signal);
      await session.start();
      return session;
    } catch (error) {
      session.drop();
      throw signal?.aborted === true ? fromAbort(signal) : error;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
  return {
    openExec: (ref, options, listener, signal) => begin(ref, execWork(options), listener, signal),
    openConsole: (ref, size, listener, signal) => begin(ref, consoleWork(size), listener, signal),
    leave: async (ref) => {
      await Promise.all(
        of(ref).map((session) => {
          session.finish({ reason: 'gone', exit_code: null, error: null });
          return session.settled(2 * LEAVE_MS);
        }),
      );
    },
    heard: (event) => {
      if (event.kind !== 'instance' || !ENDS.has(event.action)) return;
      const ref = event.old_name === undefined ? event.ref : { ...event.ref, name: event.old_name };
      for (const session of of(ref)) session.instanceGone();
    },
    close: () => {
      for (const session of [...open]) session.finish({ reason: 'lost', exit_code: null, error: null });
    },
  };
}

/** What is asked of the host, and which sockets belong to it. */
interface Work {
  noun: 'exec' | 'console';
  body: Json;
  streams: readonly string[];
  /** Those of the streams that carry output. */
  outputs: readonly string[];
}

function consoleWork(size: TerminalSize): Work {
  return { noun: 'console', body: { type: 'console', ...size }, streams: ['0'], outputs: ['0'] };
}

function execWork(options: ExecOptions): Work {
  const body = {
    command: options.command,
    environment: options.environment,
    interactive: options.interactive,
    'wait-for-websocket': true,
    'record-output': false,
    cwd: options.cwd,
    ...(options.user === undefined ? {} : { user: options.user }),
    ...(options.group === undefined ? {} : { group: options.group }),
    ...(options.interactive ? { width: options.width, height: options.height } : {}),
  };
  return options.interactive
    ? { noun: 'exec', body, streams: ['0'], outputs: ['0'] }
    : { noun: 'exec', body, streams: ['0', '1', '2'], outputs: ['1', '2'] };
}

class Session implements HostSession {
  private readonly sockets = new Map<string, WebSocket>();
  /** Streams whose end of output has not come. */
  private readonly speaking: Set<string>;
  private readonly following = new AbortController();
  private exited: (() => void) | null = null;
  private pinger: NodeJS.Timeout | null = null;
  private unanswered = 0;
  /** When a socket was last asked for. */
  private connectedAt = performance.now();
  private paused = false;
  private started = false;
  private ended = false;
  private exiting = false;

  constructor(
    private readonly context: Context,
    private readonly settings: Settings,
    readonly ref: InstanceRef,
    private readonly work: Work,
    private readonly listener: SessionListener,
    private readonly onEnd: () => void,
  ) {
    this.speaking = new Set(work.outputs);
  }

  /** Asks the host and connects every socket; throws when one of them cannot be had. */
  async start(): Promise<void> {
    const { client } = this.context;
    const { noun, body, streams } = this.work;
    const answer = await client.call('POST', `/1.0/instances/${instanceSegment(this.ref.name)}/${noun}`, {
      query: { project: projectName(this.ref.project) },
      body,
    });
    const { path } = operationUrl(answer.operation);
    const secrets = textMap(record(record(record(answer.metadata)['metadata'])['fds']));
    for (const name of ['control', ...streams]) if (secrets[name] === undefined) throw unexpected('session');
    for (const name of ['control', ...streams]) {
      // Given up meanwhile: what is connected so far began with control, and dropping that is safe.
      if (this.ended) throw new AppError('cancelled', 'the session was closed while it was being opened');
      await this.connect(client, name, `${path}/websocket?secret=${encodeURIComponent(secrets[name] ?? '')}`);
    }
    if (this.ended) throw new AppError('cancelled', 'the session was closed while it was being opened');
    this.started = true;
    this.pinger = setInterval(() => this.ping(), this.settings.timeouts.ping);
    void this.follow(answer);
  }

  write(bytes: Uint8Array): void {
    const socket = this.sockets.get('0');
    if (this.ended || socket === undefined) return;
    const { length } = bytes;
    // Input behind the end of a command's reading is lost there as in any pipe, and counts as taken.
    socket.send(bytes, { binary: true }, () => {
      if (!this.ended) this.listener.taken(length);
    });
  }

  eof(): void {
    // On a terminal the end of input is a character; this would hang up on it.
    if (!this.ended && !this.work.outputs.includes('0')) this.sockets.get('0')?.send('', { binary: false });
  }

  resize({ width, height }: TerminalSize): void {
    this.control({ command: 'window-resize', args: { width: String(width), height: String(height) } });
  }

  signal(number: number): void {
    if (this.work.noun === 'exec') this.control({ command: 'signal', signal: number });
  }

  pause(): void {
    this.paused = true;
    this.hold();
  }

  resume(): void {
    this.paused = false;
    this.hold();
  }

  close(): void {
    this.finish({ reason: 'closed', exit_code: null, error: null });
  }

  /** Its instance is not there any more; a command may still tell how it ended. */
  instanceGone(): void {
    if (!this.exiting) this.finish({ reason: 'gone', exit_code: null, error: null });
  }

  /** Ends it, and tells the listener unless it was never opened. */
  finish(end: SessionEnd): void {
    if (this.ended) return;
    this.drop();
    if (this.started) this.listener.end(end);
  }

  /** Cuts the sockets, control first: 5.0.2 kills a command only when its control socket breaks without a goodbye. */
  drop(): void {
    this.ended = true;
    this.onEnd();
    this.following.abort();
    if (this.pinger !== null) clearInterval(this.pinger);
    if (this.work.noun === 'exec') for (const socket of this.sockets.values()) socket.terminate();
    else
      setTimeout(() => this.letGo(), Math.max(0, YOUNG_MS - (performance.now() - this.connectedAt))).unref();
  }

  /**
   * Cuts a console: its data, and its control a moment later. On the end of control 5.0.2 writes to the data socket
   * while it may still be passing on output, and panics when the two meet; to a dead socket both are over at once.
   */
  private letGo(): void {
    for (const [name, socket] of this.sockets) {
      socket.resume();
      if (name === 'control') setTimeout(() => socket.terminate(), LEAVE_MS / 2).unref();
      else socket.terminate();
    }
  }

  /** Resolves when the host has closed its end too, or after `ms`. */
  async settled(ms: number): Promise<void> {
    const left = [...this.sockets.values()].filter(({ readyState }) => readyState !== WebSocket.CLOSED);
    const closed = left.map(
      (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
    await Promise.race([Promise.all(closed), late]);
    clearTimeout(timer);
  }

  private async connect(client: Client, name: string, path: string): Promise<void> {
    const { timeouts } = this.settings;
    const target = await client.socketTarget(path);
    this.connectedAt = performance.now();
    await new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(target.url, {
        handshakeTimeout: timeouts.connect,
        maxPayload: MAX_BODY,
        perMessageDeflate: false,
        followRedirects: false,
        ...(target.agent === undefined ? {} : { agent: target.agent }),
      });
      this.sockets.set(name, socket);
      let failure: AppError | null = null;
      socket.on('open', () => {
        if (this.paused) socket.pause();
        resolve();
      });
      socket.on('message', (data, binary) => this.message(name, data, binary));
      socket.on('pong', () => void (this.unanswered = 0));
      socket.on('unexpected-response', (request, response) => {
        failure = fromRefusal(response.statusCode ?? 0, '');
        request.destroy();
        socket.terminate();
      });
      socket.on('error', (error) => void (failure ??= fromConnection(error)));
      socket.on('close', () => {
        reject(failure ?? new AppError('host_unreachable', 'the host closed a socket of the session'));
        this.silent(name);
      });
    });
  }

  private message(name: string, data: RawData, binary: boolean): void {
    this.unanswered = 0;
    if (this.ended || name === 'control') return;
    if (!binary) {
      // 5.0.2 ends a command on a terminal only when its client hangs up after the last output.
      if (name === '0') this.sockets.get(name)?.close();
      return this.silent(name);
    }
    const bytes = Array.isArray(data)
      ? Buffer.concat(data)
      : Buffer.isBuffer(data)
        ? data
        : Buffer.from(data);
    if (bytes.length > 0) this.listener.data(name === '2' ? 2 : 1, bytes);
  }

  private silent(name: string): void {
    this.speaking.delete(name);
    if (this.speaking.size === 0) this.exited?.();
  }

  private async follow(answer: Answer): Promise<void> {
    const quiet = new Promise<void>((resolve) => {
      this.exited = resolve;
      if (this.speaking.size === 0) resolve();
    });
    this.finish(await (this.work.noun === 'exec' ? this.commandEnd(answer, quiet) : this.consoleEnd(quiet)));
  }

  /** What the operation says, once all output is there. */
  private async commandEnd(answer: Answer, quiet: Promise<void>): Promise<SessionEnd> {
    const { client, board, waitSeconds } = this.context;
    let operation: Json;
    let error: AppError | null = null;
    try {
      operation = await follow(client, board, answer, waitSeconds, { signal: this.following.signal });
    } catch (thrown) {
      // A command that is not there is a failed operation with an exit code (127) all the same.
      operation = failedOperation(thrown);
      error = isAppError(thrown) ? thrown : fromConnection(thrown);
    }
    const exit_code = record(operation['metadata'])['return'];
    // 5.0.2 says -1 for a command whose instance was stopped under it.
    if (typeof exit_code !== 'number' || exit_code < 0) return this.broken(error);
    this.exiting = true;
    await quiet;
    return { reason: 'exit', exit_code, error: null };
  }

  /** A console ends with its sockets: because its program hung up, its instance is gone, or the host is. */
  private async consoleEnd(quiet: Promise<void>): Promise<SessionEnd> {
    await quiet;
    const end = await this.broken(null);
    return end.error === null && end.reason === 'lost' ? { ...end, reason: 'exit' } : end;
  }

  /** What became of a session that nobody here ended. */
  private async broken(error: AppError | null): Promise<SessionEnd> {
    try {
      const found = await readInstance(this.context, this.ref);
      const gone = found === null || (found.power !== 'running' && found.power !== 'frozen');
      return { reason: gone ? 'gone' : 'lost', exit_code: null, error: gone ? null : error };
    } catch (thrown) {
      return {
        reason: 'lost',
        exit_code: null,
        error: error ?? (isAppError(thrown) ? thrown : fromConnection(thrown)),
      };
    }
  }

  private control(command: Json): void {
    if (!this.ended) this.sockets.get('control')?.send(JSON.stringify(command), { binary: false });
  }

  private hold(): void {
    for (const [name, socket] of this.sockets) {
      if (name === 'control' || socket.readyState !== WebSocket.OPEN) continue;
      if (this.paused && !socket.isPaused) socket.pause();
      else if (!this.paused && socket.isPaused) socket.resume();
    }
  }

  private ping(): void {
    // As on the event socket: a host that lost its power is noticed within three of them.
    if (this.unanswered >= 2)
      return this.finish({
        reason: 'lost',
        exit_code: null,
        error: new AppError('host_unreachable', 'the host does not answer any more'),
      });
    this.unanswered += 1;
    this.sockets.get('control')?.ping();
  }
}
