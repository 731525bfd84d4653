// One WebSocket: authentication, frames in both envelopes, calls in flight, limits and close codes (SEC-65).
import { AppError } from '../errors.js';
import { uuid } from '../ids.js';
import type { Actor, EventStream, Stream } from '../registry/registry.js';
import type { FrameFormat } from './encoded.js';
import { asAppError, isPromise } from './exchange.js';
import * as frames from './frames.js';
import type { Dict, FrameCall } from './frames.js';
import type { Connection, House } from './house.js';
import { readJson } from './json.js';
import { Bucket } from './limits.js';
import { Call } from './request.js';
import { answerRpc, rpcOutcome } from './rpc.js';
import { Subscriptions, type Outlet, type Subscription } from './subscriptions.js';
import type { WebSocket } from './uws.js';

/** Close codes of the native wire (section 7). */
export const CLOSE = {
  stopping: 1012,
  wrong_type: 1003,
  too_large: 1009,
  unauthenticated: 4401,
  slow: 4408,
  flood: 4429,
};

/** How long the socket of a revoked token stays for the answer of the call that revoked it. */
const LAST_ANSWER_MS = 250;

/** The library's user data: it copies own members only, so the connection is a member and not the data itself. */
export interface SocketData {
  readonly connection: SocketConnection;
}

/** State of one socket. */
export class SocketConnection implements Connection, Outlet {
  blocked = false;
  private ws: WebSocket<SocketData> | null = null;
  private actor: Actor | null = null;
  private readonly bucket: Bucket;
  private readonly calls = new Set<Call>();
  private readonly subscriptions: Subscriptions;
  /** Accepted subscriptions by the answer that must go out before they start. */
  private readonly starting = new Map<unknown, Subscription>();
  private unwatch: (() => void) | null = null;
  private envelope: 'native' | 'rpc' = 'native';
  private readonly openedAt: number;
  private heardAt: number;
  private pingedAt: number;
  private blockedAt = 0;
  private isRevoked = false;

  constructor(
    private readonly house: House,
    readonly address: string,
    private readonly msgpack: boolean,
    private token: string | null,
    actor: Actor | null,
  ) {
    this.openedAt = this.heardAt = this.pingedAt = house.monotonic();
    const { messages_per_second } = house.limits;
    this.bucket = new Bucket(messages_per_second, 1000, this.openedAt);
    this.subscriptions = new Subscriptions(this, house.encoded, house.limits);
    this.actor = actor;
  }

  /** The handshake is done. */
  opened(ws: WebSocket<SocketData>): void {
    this.ws = ws;
    this.house.connections.add(this);
    if (this.actor === null) this.house.socketsUnauthenticated.add(this.address);
    else this.enter(this.actor);
  }

  /** The socket is gone; nothing may be sent any more. */
  closed(): void {
    const { house, actor } = this;
    this.ws = null;
    house.connections.delete(this);
    if (actor === null) house.socketsUnauthenticated.remove(this.address);
    else house.socketsPerUser.remove(actor.user_id);
    this.unwatch?.();
    this.subscriptions.close();
    for (const call of this.calls) call.abort();
  }

  /** Takes one message. */
  message(data: ArrayBuffer, binary: boolean): void {
    const now = this.house.monotonic();
    this.heardAt = now;
    if (!this.bucket.take(now)) return this.close(CLOSE.flood, 'too many messages');
    if (data.byteLength > this.house.limits.body_bytes)
      return this.close(CLOSE.too_large, 'message too large');
    if (binary !== this.msgpack) {
      return this.close(CLOSE.wrong_type, this.msgpack ? 'binary frames only' : 'text frames only');
    }
    const bytes = new Uint8Array(data);
    let value: unknown;
    try {
      value = binary ? this.house.msgpack.read(bytes) : readJson(bytes, this.house.limits);
    } catch (error) {
      return this.refuse(error);
    }
    if (this.actor === null) return this.authenticate(value);
    if (Array.isArray(value) || (frames.isDict(value) && 'jsonrpc' in value)) this.rpc(value);
    else this.native(value);
  }

  pong(): void {
    this.heardAt = this.house.monotonic();
  }

  /** The library's buffer got smaller. */
  drained(): void {
    if (this.ws === null || !this.blocked || this.ws.getBufferedAmount() > 0) return;
    this.blocked = false;
    this.subscriptions.drained();
  }

  sweep(now: number, wall: number): void {
    const { limits } = this.house;
    const { actor } = this;
    if (actor === null && now - this.openedAt >= limits.socket_auth_ms) {
      this.close(CLOSE.unauthenticated, 'no token in time');
    } else if (actor !== null && actor.expires_at !== null && wall >= actor.expires_at) {
      this.close(CLOSE.unauthenticated, 'token expired');
    } else if (now - this.heardAt >= limits.dead_ms) {
      this.ws?.close();
    } else if (this.blocked && now - this.blockedAt >= limits.stall_ms) {
      this.tooSlow(this.subscriptions.cursor());
    } else {
      this.drained();
      if (this.ws !== null && now - this.pingedAt >= limits.ping_ms) {
        this.pingedAt = now;
        this.ws.ping();
      }
    }
  }

  stop(): void {
    this.close(CLOSE.stopping, this.subscriptions.cursor());
  }

  push(frame: string | Uint8Array): boolean {
    if (this.ws === null) return false;
    const status = this.ws.send(frame, this.msgpack);
    if (status === 2) {
      // Our own bounds lie below the library's: a dropped frame is a bug, and worse than a closed socket.
      this.house.log.error({ address: this.address }, 'the library dropped a frame');
      this.ws.close();
      return false;
    }
    if (status === 0) {
      if (!this.blocked) this.blockedAt = this.house.monotonic();
      this.blocked = true;
      return false;
    }
    return true;
  }

  buffered(): number {
    return this.ws?.getBufferedAmount() ?? 0;
  }

  tooSlow(cursor: string): void {
    this.house.log.info(
      { address: this.address, user_id: this.actor?.user_id, cursor },
      'slow socket closed',
    );
    this.close(CLOSE.slow, cursor);
  }

  ended(subscription: number, format: FrameFormat, error: AppError | null, cursor: string): void {
    if (error === null) return this.close(CLOSE.stopping, cursor);
    if (error.code === 'unauthenticated') return this.close(CLOSE.unauthenticated, error.message);
    const rest = { subscription, cursor, ...frames.errorDocument(error, uuid()) };
    this.reply(
      format.envelope === 'rpc'
        ? { jsonrpc: '2.0', method: 'event.end', params: rest }
        : { type: 'event.end', ...rest },
    );
  }

  private close(code: number, reason: string): void {
    this.ws?.end(code, reason);
  }

  // Sends an answer, then starts the subscriptions it announced.
  private reply(answer: Dict | Dict[]): void {
    if (this.ws === null) return;
    if (this.blocked && this.buffered() > this.house.limits.answer_bytes) {
      return this.tooSlow(this.subscriptions.cursor());
    }
    this.push(this.msgpack ? this.house.msgpack.write(frames.plain(answer)) : frames.text(answer));
    if (this.starting.size === 0) return;
    for (const one of Array.isArray(answer) ? answer : [answer]) {
      const document = one['result'] ?? one['body'];
      const subscription = this.starting.get(document);
      if (subscription === undefined) continue;
      this.starting.delete(document);
      subscription.stream.start(subscription);
    }
  }

  private refuse(thrown: unknown): void {
    const id = uuid();
    const error = asAppError(thrown, this.house.log, id);
    if (this.actor === null) return this.close(CLOSE.unauthenticated, 'the first frame must be event.auth');
    this.reply(
      this.envelope === 'rpc'
        ? frames.rpcError(null, error, id)
        : frames.nativeError('error', undefined, error, id),
    );
  }

  // The first frame of a socket without a token (native wire, section 7).
  private authenticate(value: unknown): void {
    const id = uuid();
    try {
      const isRpc = frames.isDict(value) && 'jsonrpc' in value;
      const frame = isRpc ? frames.rpcCall(value) : frames.nativeCall(frames.isDict(value) ? value : {});
      const token = frames.isDict(frame.params) ? frame.params['token'] : undefined;
      if (frame.method !== 'event.auth' || typeof token !== 'string') {
        return this.close(CLOSE.unauthenticated, 'the first frame must be event.auth');
      }
      const actor = this.house.registry.authenticate(token);
      if (this.house.socketsPerUser.get(actor.user_id) >= this.house.limits.sockets_per_user) {
        return this.close(CLOSE.flood, 'too many sockets of this user');
      }
      this.house.socketsUnauthenticated.remove(this.address);
      this.token = token;
      this.enter(actor);
      this.envelope = frame.envelope;
      const document = { data: { type: 'event', attributes: { response: true } } };
      if (frame.id === undefined) return;
      this.reply(
        isRpc ? frames.rpcResult(frame.id, document) : frames.nativeResult('event.auth', frame.id, document),
      );
    } catch (thrown) {
      const error = asAppError(thrown, this.house.log, id);
      this.house.failures.take(this.address, this.house.monotonic());
      this.close(
        CLOSE.unauthenticated,
        error.code === 'unauthenticated' ? error.message.slice(0, 100) : 'not event.auth',
      );
    }
  }

  private enter(actor: Actor): void {
    this.actor = actor;
    this.house.socketsPerUser.add(actor.user_id);
    this.unwatch = this.house.registry.onRevoked(actor.token_id, () => this.revoked());
  }

  // A call of this very socket may have revoked it (a logout): it is owed its answer, and nobody else anything.
  private revoked(): void {
    this.subscriptions.close();
    this.isRevoked = true;
    if (this.calls.size === 0) this.close(CLOSE.unauthenticated, 'token revoked');
    else setTimeout(() => this.close(CLOSE.unauthenticated, 'token revoked'), LAST_ANSWER_MS).unref();
  }

  private answered(call: Call): void {
    this.calls.delete(call);
    // The answer itself is sent later in this turn.
    if (this.isRevoked && this.calls.size === 0)
      setImmediate(() => this.close(CLOSE.unauthenticated, 'token revoked'));
  }

  private native(value: unknown): void {
    this.envelope = 'native';
    let frame: FrameCall;
    try {
      if (!frames.isDict(value)) throw new AppError('bad_request', 'a frame must be an object');
      frame = frames.nativeCall(value);
    } catch (error) {
      return this.refuse(error);
    }
    const { method, id } = frame;
    const ours = uuid();
    const good = (result: unknown): void => {
      if (id !== undefined) this.reply(frames.nativeResult(method, id, result));
    };
    const bad = (thrown: unknown): void => {
      const error = asAppError(thrown, this.house.log, ours);
      if (id !== undefined) this.reply(frames.nativeError(method, id, error, ours));
    };
    let result: unknown;
    try {
      result = this.execute(frame, ours);
    } catch (error) {
      return bad(error);
    }
    if (isPromise(result)) void result.then(good, bad);
    else good(result);
  }

  private rpc(value: unknown): void {
    this.envelope = 'rpc';
    const ours = uuid();
    const answer = answerRpc(this.house, value, ours, (frame) =>
      rpcOutcome(this.house, frame, ours, () => this.execute(frame, ours)),
    );
    if (isPromise(answer)) void answer.then((ready) => ready !== null && this.reply(ready));
    else if (answer !== null) this.reply(answer);
  }

  private execute(frame: FrameCall, id: string): unknown {
    const { registry, limits } = this.house;
    const { method } = frame;
    if (method === 'event.unsubscribe') return this.unsubscribe(frame.params);
    if (method === 'rpc.discover' && frame.envelope === 'rpc') return registry.discover();
    if (method === 'event.auth' && frames.isDict(frame.params) && 'token' in frame.params) {
      throw new AppError('bad_state', 'this socket is authenticated already: open another for another token');
    }
    const info = registry.info(method);
    if (info === undefined) throw new AppError('method_not_found', `there is no method '${method}'`);
    if (this.calls.size >= limits.calls_per_socket) {
      throw new AppError('rate_limited', `a socket may have ${limits.calls_per_socket} calls in flight`);
    }
    if (info.stream) this.admitSubscription(frame);
    const call = new Call(id, 'socket', this.token, this, frame.idempotency_key);
    const result = registry.call(method, frame.params, call);
    const finish = (value: unknown): unknown =>
      info.stream ? this.subscribe(value as Stream, frame) : value;
    if (!isPromise(result)) return finish(result);
    this.calls.add(call);
    return result.then(finish).finally(() => this.answered(call));
  }

  private admitSubscription(frame: FrameCall): void {
    const { subscriptions_per_socket } = this.house.limits;
    if (frame.id === undefined) throw new AppError('bad_request', 'a subscription needs a request_id');
    if (this.subscriptions.size >= subscriptions_per_socket) {
      throw new AppError('rate_limited', `a socket may hold ${subscriptions_per_socket} subscriptions`);
    }
  }

  private subscribe(stream: Stream, frame: FrameCall): unknown {
    if (stream.kind !== 'events') {
      stream.close();
      throw new AppError('bad_request', 'stream belongs to server-sent events: leave it out on a socket');
    }
    try {
      if (this.ws === null) throw new AppError('unavailable', 'the socket is closed');
      this.admitSubscription(frame);
    } catch (error) {
      stream.close();
      throw error;
    }
    return this.announce(stream, frame.envelope);
  }

  private announce(stream: EventStream, envelope: 'native' | 'rpc'): unknown {
    const subscription = this.subscriptions.add(stream, { envelope, msgpack: this.msgpack });
    const { number } = subscription;
    const { epoch, from, head } = stream.answer;
    const document = {
      data: { type: 'subscription', id: number, attributes: { subscription: number, epoch, from, head } },
    };
    this.starting.set(document, subscription);
    return document;
  }

  private unsubscribe(params: unknown): unknown {
    const number = frames.isDict(params) ? params['subscription'] : undefined;
    if (typeof number !== 'number') {
      throw new AppError('invalid_params', 'subscription must be the number that event.subscribe gave', {
        faults: [
          { detail: 'subscription must be the number that event.subscribe gave', pointer: '/subscription' },
        ],
      });
    }
    if (!this.subscriptions.remove(number))
      throw new AppError('not_found', `there is no subscription ${number} here`);
    return { data: { type: 'subscription', attributes: { response: true } } };
  }
}
