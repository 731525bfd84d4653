// The event socket of one host: reconnects by itself, notices a dead host by ping, hands frames on in our words.
import { WebSocket, type RawData } from 'ws';
import { AppError, type Code } from '../../errors.js';
import type { Watch, WatchListener } from '../provider.js';
import type { Client, SocketTarget } from './client.js';
import { fromConnection, fromRefusal } from './errors.js';
import type { ProgressBoard } from './operations.js';
import { MAX_BODY, type Settings } from './settings.js';
import { toEvent, Tracker } from './track.js';
import { record } from './types.js';

const PATH = '/1.0/events?type=operation%2Clifecycle&all-projects=true';

/** Opens a watch: it lives until closed, with one connection attempt at a time. */
export function watch(
  client: Client,
  board: ProgressBoard,
  settings: Settings,
  listener: WatchListener,
): Watch {
  const watcher = new Watcher(client, board, settings, listener);
  watcher.start();
  return { close: () => watcher.close() };
}

class Watcher {
  private readonly tracker = new Tracker();
  private socket: WebSocket | null = null;
  private timer: NodeJS.Timeout | null = null;
  private pinger: NodeJS.Timeout | null = null;
  private unanswered = 0;
  private attempts = 0;
  private state: 'new' | 'up' | Code = 'new';
  private closed = false;

  constructor(
    private readonly client: Client,
    private readonly board: ProgressBoard,
    private readonly settings: Settings,
    private readonly listener: WatchListener,
  ) {}

  start(): void {
    this.client.socketTarget(PATH).then(
      (target) => this.open(target),
      (error: unknown) => this.lost(fromConnection(error)),
    );
  }

  close(): void {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.dropSocket();
  }

  private open(target: SocketTarget): void {
    if (this.closed) return;
    const { timeouts } = this.settings;
    const socket = new WebSocket(target.url, {
      handshakeTimeout: timeouts.connect + timeouts.connect,
      maxPayload: MAX_BODY,
      perMessageDeflate: false,
      followRedirects: false,
      ...(target.agent === undefined ? {} : { agent: target.agent }),
    });
    this.socket = socket;
    let failure: AppError | null = null;
    socket.on('open', () => this.up(socket));
    socket.on('message', (data) => this.message(data));
    socket.on('pong', () => void (this.unanswered = 0));
    socket.on('unexpected-response', (request, response) => {
      failure = fromRefusal(response.statusCode ?? 0, '');
      request.destroy();
      socket.terminate();
    });
    socket.on('error', (error) => void (failure ??= fromConnection(error)));
    socket.on('close', (code) => {
      if (this.socket !== socket) return;
      this.dropSocket();
      this.lost(failure ?? new AppError('host_unreachable', `the host closed the event socket (${code})`));
    });
  }

  private up(socket: WebSocket): void {
    this.attempts = 0;
    this.unanswered = 0;
    this.state = 'up';
    this.board.live = true;
    this.client.breaker.succeeded();
    this.pinger = setInterval(() => this.ping(socket), this.settings.timeouts.ping);
    this.tell(() => this.listener.up());
  }

  private ping(socket: WebSocket): void {
    // Two unanswered pings: a host that lost its power is noticed within 30 s, no TCP timeout is waited for.
    if (this.unanswered >= 2) return socket.terminate();
    this.unanswered += 1;
    socket.ping();
  }

  private message(data: RawData): void {
    this.unanswered = 0;
    if (this.closed) return;
    let frame: unknown;
    try {
      frame = JSON.parse(asText(data));
    } catch (error) {
      this.settings.log.debug({ err: error }, 'event frame is no JSON');
      return;
    }
    const event = toEvent(record(frame), this.tracker, Date.now());
    if (event === null) return;
    if (event.kind === 'operation' && event.progress !== undefined) this.board.post(event.id, event.progress);
    this.tell(() => this.listener.event(event));
  }

  private lost(error: AppError): void {
    if (this.closed) return;
    // Once per loss and once per change of its cause; each failed attempt would be noise.
    if (this.state !== error.code) {
      this.state = error.code;
      this.tell(() => this.listener.down(error.code, error.message));
    }
    if (this.closed) return;
    const { backoff, backoff_cap } = this.settings.timeouts;
    const delay = Math.min(backoff_cap, backoff * 2 ** Math.min(this.attempts, 16));
    this.attempts += 1;
    this.timer = setTimeout(() => this.start(), delay * (0.5 + this.settings.random() / 2));
  }

  private dropSocket(): void {
    if (this.pinger !== null) clearInterval(this.pinger);
    this.pinger = null;
    const socket = this.socket;
    this.socket = null;
    this.board.live = false;
    socket?.terminate();
  }

  private tell(deliver: () => void): void {
    try {
      deliver();
    } catch (error) {
      this.settings.log.error({ err: error }, 'a listener of host events threw');
    }
  }
}

function asText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
