// One socket to Gantry: many calls in flight, subscriptions, and coming back by itself when it is lost.
import { backoff } from './backoff.js';
import { ClientError, errorFrom, isRecord } from './error.js';
import { loadFormat, type Format } from './format.js';
import { PendingCalls, type Pending } from './pending.js';
import { EventSubscription, type SubscriptionStart } from './subscription.js';
import type {
  CallOptions,
  Event,
  Input,
  MethodName,
  Result,
  SocketOptions,
  SubscribeOptions,
  WebSocketClass,
} from './types.js';

/** The part of a WebSocket that is used, the same in browsers and in `ws`. */
interface Socket {
  binaryType: string;
  send(data: string | Uint8Array): void;
  close(code?: number, reason?: string): void;
  terminate?(): void;
  addEventListener(
    type: string,
    listener: (event: { data?: unknown; code?: number; reason?: string; message?: string }) => void,
  ): void;
}

interface Frame {
  type: string;
  request_id: string;
  body: unknown;
  idempotency_key?: string;
}

export interface ConnectionOptions extends SocketOptions {
  url: string;
  token: string | undefined;
  WebSocket: WebSocketClass;
  timeout_ms: number;
}

/** Errors after which a subscription is tried again instead of given up. */
const PASSING = new Set([
  'unavailable',
  'rate_limited',
  'internal',
  'connection_lost',
  'timeout',
  'host_unreachable',
]);

/** Ids of a caller's own calls: an answer to one shows that the connection is of use, so that pauses start small again. */
const USEFUL = /^\d+$/;

/** A socket that opens at the first use and closes by `close()`; calls reject with ClientError. */
export class Connection {
  #options: ConnectionOptions;
  #format: Format | null = null;
  #socket: Socket | null = null;
  #state: 'idle' | 'connecting' | 'open' | 'waiting' | 'closed' = 'idle';
  #pending: PendingCalls;
  #subscriptions = new Set<EventSubscription>();
  #numbers = new Map<number, EventSubscription>();
  #next = 1;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #keepalive: ReturnType<typeof setInterval> | undefined;
  #heard = true;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#pending = new PendingCalls(options.timeout_ms);
  }

  /** Calls a method over the socket. A call that was sent when the connection broke is `connection_lost`, unless it has a key. */
  call<N extends MethodName>(name: N, params: Input<N>, options: CallOptions = {}): Promise<Result<N>> {
    return this.request(name, params, options) as Promise<Result<N>>;
  }

  /** The same for a method known only at run time. */
  request(name: string, params: unknown, options: CallOptions = {}): Promise<unknown> {
    const frame: Frame = { type: name, request_id: String(this.#next++), body: params ?? {} };
    if (options.idempotencyKey !== undefined) frame.idempotency_key = options.idempotencyKey;
    const answer = this.#enqueue(frame, options.signal);
    this.#connect();
    return answer;
  }

  /** Subscribes to events; the iterable goes on across reconnects, each number once. */
  subscribe(options: SubscribeOptions = {}): EventSubscription {
    const host = {
      resume: (subscription: EventSubscription) => this.#attach(subscription),
      detach: (subscription: EventSubscription) => this.#detach(subscription),
    };
    const subscription = new EventSubscription(host, options, this.#options.buffer ?? 10_000);
    if (this.#state === 'closed') subscription.fail(new ClientError('closed', 'the connection was closed'));
    if (!subscription.ended) this.#attach(subscription);
    return subscription;
  }

  /** Ends everything: calls reject with `closed`, subscriptions end after what they have. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearTimeout(this.#retry);
    clearInterval(this.#keepalive);
    for (const subscription of [...this.#subscriptions]) subscription.close();
    this.#pending.reject(new ClientError('closed', 'the connection was closed'));
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.#options.onState?.('closed', null);
  }

  #enqueue(frame: Frame, signal?: AbortSignal, answered?: (body: unknown) => void): Promise<unknown> {
    if (this.#state === 'closed')
      return Promise.reject(new ClientError('closed', 'the connection was closed'));
    if (signal?.aborted) return Promise.reject(new ClientError('aborted', `${frame.type} was aborted`));
    const { entry, answer } = this.#pending.add(frame, signal, answered);
    if (this.#state === 'open') this.#transmit(entry);
    return answer;
  }

  #transmit(entry: Pending): void {
    if (this.#socket === null || this.#format === null) return;
    entry.sent = true;
    this.#socket.send(this.#format.encode(entry.frame));
  }

  #connect(): void {
    if (this.#state !== 'idle') return;
    this.#state = 'connecting';
    this.#open().catch((cause: unknown) => {
      this.#lost(
        null,
        1006,
        new ClientError('unreachable', cause instanceof Error ? cause.message : String(cause), { cause }),
      );
    });
  }

  async #open(): Promise<void> {
    const format = this.#format ?? (await loadFormat(this.#options.format ?? 'json'));
    if (this.#state !== 'connecting') return;
    this.#format = format;
    const url = `${this.#options.url.replace(/^http/, 'ws')}/v1/socket`;
    const socket = new this.#options.WebSocket(url, [format.protocol]) as Socket;
    this.#socket = socket;
    let reason = 'the connection was closed';
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      if (this.#socket === socket) this.#authenticate(socket, format);
    });
    socket.addEventListener('message', (event) => {
      if (this.#socket === socket) this.#receive(format, event.data);
    });
    socket.addEventListener('error', (event) => {
      if (event.message) reason = event.message;
    });
    socket.addEventListener('close', (event) => {
      this.#lost(
        socket,
        event.code ?? 1006,
        new ClientError('unreachable', `${this.#options.url} cannot be reached: ${reason}`),
      );
    });
  }

  #authenticate(socket: Socket, format: Format): void {
    const { token } = this.#options;
    if (token === undefined) {
      this.#ready();
      return;
    }
    // Browsers cannot set a header at the upgrade, so the token always travels in the first frame.
    const frame = { type: 'event.auth', request_id: `auth-${this.#next++}`, body: { token } };
    const answer = this.#enqueue(frame);
    const entry = this.#pending.get(frame.request_id);
    if (entry !== undefined) entry.sent = true;
    socket.send(format.encode(frame));
    answer.then(
      () => {
        if (this.#socket === socket) this.#ready();
      },
      (error: ClientError) => {
        if (this.#socket !== socket) return;
        if (error.status === 401) this.#fatal(error);
        else socket.close(1000);
      },
    );
  }

  #ready(): void {
    this.#state = 'open';
    this.#heard = true;
    clearInterval(this.#keepalive);
    this.#keepalive = setInterval(() => this.#beat(), this.#options.keepalive_ms ?? 30_000);
    this.#options.onState?.('open', null);
    for (const entry of this.#pending.all()) if (!entry.sent) this.#transmit(entry);
    for (const subscription of this.#subscriptions) this.#begin(subscription);
  }

  /** A peer that vanished without a word is noticed here: silence, one question, silence again. */
  #beat(): void {
    if (this.#heard) {
      this.#heard = false;
      this.#enqueue({ type: 'health.alive', request_id: `alive-${this.#next++}`, body: {} }).catch(
        () => undefined,
      );
      return;
    }
    const socket = this.#socket;
    if (socket?.terminate) socket.terminate();
    else socket?.close();
    this.#lost(socket, 1006, new ClientError('unreachable', `${this.#options.url} does not answer any more`));
  }

  #attach(subscription: EventSubscription): void {
    this.#subscriptions.add(subscription);
    if (this.#state === 'open') this.#begin(subscription);
    else this.#connect();
  }

  #detach(subscription: EventSubscription): void {
    this.#subscriptions.delete(subscription);
    for (const [number, known] of this.#numbers) {
      if (known !== subscription) continue;
      this.#numbers.delete(number);
      if (this.#state !== 'open') continue;
      const frame = {
        type: 'event.unsubscribe',
        request_id: `off-${this.#next++}`,
        body: { subscription: number },
      };
      this.#enqueue(frame).catch(() => undefined);
    }
  }

  #begin(subscription: EventSubscription): void {
    const socket = this.#socket;
    const body: Record<string, unknown> = {};
    if (subscription.cursor !== undefined) body['cursor'] = subscription.cursor;
    if (subscription.filter !== undefined) body['filter'] = subscription.filter;
    const frame = { type: 'event.subscribe', request_id: `on-${this.#next++}`, body };
    // The number must be known before the next frame is read: it may already carry events.
    const answer = this.#enqueue(frame, undefined, (document) => this.#accepted(subscription, document));
    answer.catch((error: ClientError) => {
      if (this.#socket !== socket || subscription.ended) return;
      if (!PASSING.has(error.code)) {
        subscription.fail(error);
        return;
      }
      const pause = backoff(
        this.#attempt++,
        this.#options.backoff_ms ?? 200,
        this.#options.random ?? Math.random,
      );
      setTimeout(() => {
        if (this.#socket === socket && this.#state === 'open' && this.#subscriptions.has(subscription))
          this.#begin(subscription);
      }, pause);
    });
  }

  #accepted(subscription: EventSubscription, document: unknown): void {
    const data = isRecord(document) && isRecord(document['data']) ? document['data'] : {};
    const attributes = isRecord(data['attributes']) ? data['attributes'] : {};
    const number = Number(attributes['subscription'] ?? data['id']);
    const start: SubscriptionStart = {
      epoch: text(attributes['epoch']),
      from: text(attributes['from']),
      head: text(attributes['head']),
    };
    this.#numbers.set(number, subscription);
    if (subscription.ended || subscription.paused) this.#detach(subscription);
    else subscription.accepted(start);
  }

  #receive(format: Format, data: unknown): void {
    this.#heard = true;
    let frame: unknown;
    try {
      frame = format.decode(data);
    } catch {
      this.#socket?.close(1002, 'unreadable frame');
      return;
    }
    if (!isRecord(frame)) return;
    const { request_id } = frame;
    const entry = this.#pending.get(request_id);
    if (entry !== undefined) {
      const status = Number(frame['status']);
      if (USEFUL.test(entry.frame['request_id'] as string)) this.#attempt = 0;
      if (status >= 200 && status < 300) entry.resolve(frame['body']);
      else entry.reject(errorFrom(status, frame['body']));
      return;
    }
    const subscription = this.#numbers.get(Number(frame['subscription']));
    if (subscription === undefined) return;
    if (Array.isArray(frame['events'])) {
      this.#attempt = 0;
      subscription.take(frame['events'] as Event[]);
    }
    const body = isRecord(frame['body']) ? frame['body'] : frame;
    if (Array.isArray(body['errors']))
      this.#refused(subscription, errorFrom(Number(frame['status'] ?? 0), body));
  }

  /** The server ended a subscription of its own accord. */
  #refused(subscription: EventSubscription, error: ClientError): void {
    for (const [number, known] of this.#numbers) if (known === subscription) this.#numbers.delete(number);
    if (PASSING.has(error.code)) this.#begin(subscription);
    else subscription.fail(error);
  }

  #lost(socket: Socket | null, code: number, error: ClientError): void {
    if (this.#socket !== socket || this.#state === 'closed') return;
    const was_open = this.#state === 'open';
    this.#socket = null;
    this.#state = 'waiting';
    this.#numbers.clear();
    clearInterval(this.#keepalive);
    if (code === 4401) {
      this.#fatal(
        new ClientError('unauthenticated', 'the token is missing, has expired or was revoked', {
          status: 401,
        }),
      );
      return;
    }
    if (code === 1009)
      this.#pending.reject(
        new ClientError('too_large', 'the message is too large', { status: 413 }),
        (entry) => entry.sent,
      );
    const broken = new ClientError(
      'connection_lost',
      'the connection broke before the answer came: the outcome is unknown',
    );
    this.#pending.reject(broken, (entry) => entry.sent && !entry.repeatable);
    if (!was_open) this.#pending.reject(error, (entry) => !entry.sent);
    for (const entry of this.#pending.all()) entry.sent = false;
    if (this.#pending.size === 0 && this.#subscriptions.size === 0) {
      this.#state = 'idle';
      return;
    }
    this.#options.onState?.('waiting', error);
    const pause = backoff(
      this.#attempt++,
      this.#options.backoff_ms ?? 200,
      this.#options.random ?? Math.random,
    );
    this.#retry = setTimeout(() => {
      this.#state = 'idle';
      this.#connect();
    }, pause);
  }

  /** The token is dead: nothing on this connection can go on. */
  #fatal(error: ClientError): void {
    for (const subscription of [...this.#subscriptions]) subscription.fail(error);
    this.#pending.reject(error);
    this.close();
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
