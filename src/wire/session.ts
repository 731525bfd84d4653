// One session's WebSocket: bytes of a command or a console both ways under back-pressure, control as JSON text (SEC-47).
import { AppError } from '../errors.js';
import { uuid } from '../ids.js';
import type { OpenSession, SessionOver, SessionSink } from '../registry/registry.js';
import * as frames from './frames.js';
import type { Connection, House } from './house.js';
import { readJson } from './json.js';
import { Bucket } from './limits.js';
import type { WebSocket } from './uws.js';

/** Close codes of sessions; what they share with the other sockets has the same number there. */
export const SESSION_CLOSE = {
  exit: 1000,
  too_large: 1009,
  stopping: 1012,
  bad_frame: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  slow: 4408,
  gone: 4410,
  flood: 4429,
  failed: 4500,
} as const;

const CODE_OF: Readonly<Record<SessionOver['reason'], number>> = {
  exit: SESSION_CLOSE.exit,
  closed: SESSION_CLOSE.exit,
  gone: SESSION_CLOSE.gone,
  lost: SESSION_CLOSE.failed,
  failed: SESSION_CLOSE.failed,
  revoked: SESSION_CLOSE.unauthenticated,
  forbidden: SESSION_CLOSE.forbidden,
  stopping: SESSION_CLOSE.stopping,
};

const WORDS: Readonly<Record<SessionOver['reason'], string>> = {
  exit: 'ended',
  closed: 'closed',
  gone: 'the instance does not run any more',
  lost: 'the host broke the session off',
  failed: 'the session could not be opened',
  revoked: 'token revoked or expired',
  forbidden: 'not allowed any more',
  stopping: 'the server is stopping',
};

/** The largest terminal; the host's numbers have 16 bits. */
const LARGEST = 65_535;
const LAST_SIGNAL = 64;
/** Input frames on their way to the host: each costs far more than its bytes, so those behind them travel as one. */
const MOST_FRAMES = 64;

/** The library's user data. */
export interface SessionData {
  readonly connection: SessionConnection;
}

/** State of one session's socket. */
export class SessionConnection implements Connection, SessionSink {
  private ws: WebSocket<SessionData> | null = null;
  private readonly bucket: Bucket;
  private heardAt: number;
  private pingedAt: number;
  private held = false;
  private heldAt = 0;
  /** Input that came, that the host took, and up to where the client was told so. */
  private came = 0;
  private went = 0;
  private told = 0;
  /** Input that was passed on, and up to where each frame of it reached that the host has not taken whole. */
  private gave = 0;
  private readonly given: number[] = [];
  /** Input behind those frames. */
  private rest = Buffer.alloc(0);
  private resting = 0;

  constructor(
    private readonly house: House,
    private readonly session: OpenSession,
  ) {
    this.heardAt = this.pingedAt = house.monotonic();
    this.bucket = new Bucket(house.limits.messages_per_second, 1000, this.heardAt);
  }

  /** The handshake is done: the session begins. */
  opened(ws: WebSocket<SessionData>): void {
    this.ws = ws;
    this.house.connections.add(this);
    this.session.start(this);
  }

  /** The socket is gone. */
  closed(): void {
    this.ws = null;
    this.house.connections.delete(this);
    this.session.close('closed');
  }

  /** Takes one message. */
  message(data: ArrayBuffer, binary: boolean): void {
    const { limits } = this.house;
    this.heardAt = this.house.monotonic();
    if (data.byteLength > limits.body_bytes) return this.close(SESSION_CLOSE.too_large, 'message too large');
    if (binary && data.byteLength > 0) return this.input(data);
    if (!this.bucket.take(this.heardAt)) return this.close(SESSION_CLOSE.flood, 'too many messages');
    if (binary) return;
    try {
      this.control(readJson(new Uint8Array(data), limits));
    } catch (error) {
      this.refuse(
        error instanceof AppError ? error : new AppError('bad_request', 'this frame cannot be read'),
      );
      this.close(SESSION_CLOSE.bad_frame, 'bad frame');
    }
  }

  pong(): void {
    this.heardAt = this.house.monotonic();
  }

  /** The library's buffer got smaller. */
  drained(): void {
    if (!this.held || (this.ws?.getBufferedAmount() ?? 0) > this.house.limits.session_bytes / 2) return;
    this.held = false;
    this.session.resume();
  }

  sweep(now: number, wall: number): void {
    const { limits } = this.house;
    const { expires_at } = this.session;
    if (expires_at !== null && wall >= expires_at) this.session.close('revoked');
    else if (now - this.heardAt >= limits.dead_ms) this.ws?.close();
    else if (this.held && now - this.heldAt >= limits.stall_ms)
      this.close(SESSION_CLOSE.slow, 'nothing is read');
    else if (now - this.pingedAt >= limits.ping_ms) {
      this.pingedAt = now;
      this.ws?.ping();
    }
  }

  stop(): void {
    this.session.close('stopping');
  }

  started(): void {
    // Whoever sends more than this before it is told to be taken is cut off.
    this.text({ type: 'started', window: this.house.limits.session_bytes });
  }

  data(stream: 1 | 2, bytes: Uint8Array): void {
    if (this.ws === null) return;
    let frame = bytes;
    if (!this.session.terminal) {
      frame = new Uint8Array(bytes.length + 1);
      frame[0] = stream;
      frame.set(bytes, 1);
    }
    this.push(frame, true);
    if (this.held || this.ws === null || this.ws.getBufferedAmount() <= this.house.limits.session_bytes)
      return;
    this.held = true;
    this.heldAt = this.house.monotonic();
    this.session.pause();
  }

  taken(bytes: number): void {
    this.went += bytes;
    while (this.given[0] !== undefined && this.given[0] <= this.went) this.given.shift();
    if (this.given.length < MOST_FRAMES) this.flush();
    // Not for each keystroke: a client stops only when a whole window is out.
    if (this.went - this.told < this.house.limits.session_bytes / 8) return;
    this.told = this.went;
    this.text({ type: 'taken', bytes: this.went });
  }

  over(end: SessionOver): void {
    if (end.error !== null) this.refuse(end.error);
    if (end.reason === 'exit') this.text({ type: 'exit', exit_code: end.exit_code });
    this.close(CODE_OF[end.reason], WORDS[end.reason]);
  }

  private input(data: ArrayBuffer): void {
    this.came += data.byteLength;
    if (this.came - this.went > this.house.limits.session_bytes) {
      return this.close(SESSION_CLOSE.flood, 'more input than the window allows');
    }
    // The library takes its memory back: copy.
    if (this.resting === 0 && this.given.length < MOST_FRAMES) this.give(new Uint8Array(data.slice(0)));
    else this.keep(new Uint8Array(data));
  }

  private give(bytes: Uint8Array): void {
    this.gave += bytes.length;
    this.given.push(this.gave);
    this.session.write(bytes);
  }

  private keep(bytes: Uint8Array): void {
    const size = this.resting + bytes.length;
    if (size > this.rest.length) {
      const room = Buffer.allocUnsafe(Math.max(size, 2 * this.rest.length));
      this.rest.copy(room, 0, 0, this.resting);
      this.rest = room;
    }
    this.rest.set(bytes, this.resting);
    this.resting = size;
  }

  private flush(): void {
    if (this.resting === 0) return;
    const bytes = this.rest.subarray(0, this.resting);
    this.rest = Buffer.alloc(0);
    this.resting = 0;
    this.give(bytes);
  }

  private control(value: unknown): void {
    const frame = frames.isDict(value) ? value : {};
    switch (frame['type']) {
      case 'resize':
        return this.session.resize(whole(frame, 'width', 1, LARGEST), whole(frame, 'height', 1, LARGEST));
      case 'signal':
        return this.session.signal(whole(frame, 'signal', 1, LAST_SIGNAL));
      case 'eof':
        this.flush();
        return this.session.eof();
      default:
        throw new AppError('bad_request', 'type must be resize, signal or eof');
    }
  }

  private refuse(error: AppError): void {
    this.text({ type: 'error', ...frames.errorDocument(error, uuid()) });
  }

  private text(value: object): void {
    this.push(JSON.stringify(value), false);
  }

  private push(frame: string | Uint8Array, binary: boolean): void {
    if (this.ws === null || this.ws.send(frame, binary) !== 2) return;
    // Our own bound lies far below the library's: a dropped frame is a bug, and worse than a closed socket.
    this.house.log.error({ user_id: this.session.user_id }, 'the library dropped a frame of a session');
    this.ws.close();
  }

  private close(code: number, reason: string): void {
    this.ws?.end(code, reason);
  }
}

function whole(frame: frames.Dict, name: string, least: number, most: number): number {
  const value = frame[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new AppError('invalid_params', `${name} must be a whole number from ${least} to ${most}`);
}
