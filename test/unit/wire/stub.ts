// A registry made by hand and a wire on a free port, for the tests of the wire.
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { WebSocket } from 'ws';
import { AppError } from '../../../src/errors.js';
import type {
  Actor,
  Admission,
  EventSink,
  EventStream,
  MethodInfo,
  Registry,
  Request,
  Stream,
  StreamBatch,
} from '../../../src/registry/registry.js';
import { startWire, type Limits, type Wire, type WireOptions } from '../../../src/wire/server.js';
import { until } from '../../support/until.js';

export function actor(user_id: number, over: Partial<Actor> = {}): Actor {
  return {
    user_id,
    login: `user-${user_id}`,
    is_admin: false,
    personal_project_id: 1,
    token_id: user_id,
    kind: 'native',
    scopes: null,
    read_only: false,
    session_at: null,
    expires_at: null,
    ...over,
  };
}

export type Handler = (params: Record<string, unknown>, request: Request) => unknown;

/** A registry of a few methods; tokens are the keys of `tokens`. */
export class StubRegistry implements Registry {
  readonly tokens = new Map<string, Actor>([
    ['good', actor(1)],
    ['admin', actor(2, { is_admin: true })],
    ['other', actor(3)],
  ]);
  readonly revoked = new Map<number, Set<() => void>>();
  readonly handlers = new Map<string, Handler>();
  readonly infos = new Map<string, MethodInfo>();
  readonly seen: { name: string; params: unknown; request: Request }[] = [];
  readonly sinks = new Set<EventSink>();
  readonly admitted: { name: string; size: number | null }[] = [];
  admission: () => Promise<Admission | void> = () => Promise.resolve();
  resumed = 0;
  closedStreams = 0;

  constructor() {
    this.add('health.alive', () => ack({}), { get: true, public: true });
    this.add('echo', (params) => ack(params), { get: true });
    this.add('slow', (params) => new Promise((resolve) => setImmediate(() => resolve(ack(params)))));
    this.add('boom', () => {
      throw new Error('secret detail');
    });
    this.add('busy', () => Promise.reject(new AppError('unavailable', 'try later', { retry_after: 7 })));
    this.add('faulty', () => {
      throw new AppError('invalid_params', 'two faults', {
        faults: [{ detail: 'a must be text', pointer: '/a' }, { detail: 'b is missing' }],
        details: { oldest: 'e.1' },
      });
    });
    this.add('event.subscribe', (params) => this.subscribe(params), { stream: true, public: true });
  }

  add(name: string, handler: Handler, over: Partial<MethodInfo> = {}): void {
    const plain = { get: false, stream: false, public: false, mutates: false, body: 'json' } as const;
    this.infos.set(name, { name, ...plain, ...over });
    this.handlers.set(name, handler);
  }

  info(name: string): MethodInfo | undefined {
    return this.infos.get(name);
  }

  call(name: string, params: unknown, request: Request): unknown {
    // As a real registry does: the address is asked for while the call runs.
    void request.address;
    this.seen.push({ name, params, request });
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new AppError('method_not_found', 'no such method');
    if (request.token !== null) this.authenticate(request.token);
    else if (!this.infos.get(name)?.public) throw new AppError('unauthenticated', 'a bearer token is needed');
    return handler(params as Record<string, unknown>, request);
  }

  /** What is asked before an upload is read; `admission` may refuse or wait. */
  async admit(name: string, request: Request, size: number | null): Promise<Admission> {
    this.admitted.push({ name, size });
    if (request.token === null) throw new AppError('unauthenticated', 'a bearer token is needed');
    this.authenticate(request.token);
    return (await this.admission()) ?? {};
  }

  authenticate(token: string): Actor {
    const found = this.tokens.get(token);
    if (found === undefined) throw new AppError('unauthenticated', 'token not found');
    return found;
  }

  onRevoked(token_id: number, listener: () => void): () => void {
    const set = this.revoked.get(token_id) ?? new Set();
    this.revoked.set(token_id, set);
    set.add(listener);
    return () => set.delete(listener);
  }

  revoke(token_id: number): void {
    for (const listener of [...(this.revoked.get(token_id) ?? [])]) listener();
  }

  discover(): unknown {
    return { openrpc: '1.3.2', methods: [] };
  }

  /** Sends one batch to every subscriber. */
  publish(value: StreamBatch): void {
    for (const sink of [...this.sinks]) sink.deliver(value);
  }

  private subscribe(params: Record<string, unknown>): Stream {
    if (params['cursor'] === 'e.0')
      throw new AppError('cursor_expired', 'too old', { details: { oldest: 'e.5' } });
    if (typeof params['stream'] === 'string') {
      return {
        kind: 'panel',
        start: (sink) => {
          sink.message(null, '{"type":"hello"}');
          sink.message('e.9', '{"type":"done"}');
          if (params['stream'] === 'short') sink.close();
        },
        close: () => void this.closedStreams++,
      };
    }
    let sink: EventSink | null = null;
    const stream: EventStream = {
      kind: 'events',
      answer: { epoch: 'e', from: 'e.10', head: 'e.10' },
      start: (given) => {
        sink = given;
        this.sinks.add(given);
      },
      resume: () => void this.resumed++,
      close: () => {
        this.closedStreams++;
        if (sink !== null) this.sinks.delete(sink);
      },
    };
    return params['later'] === true ? (Promise.resolve(stream) as unknown as Stream) : stream;
  }
}

export function ack(attributes: object): unknown {
  return { data: { type: 'echo', attributes: { response: true, ...attributes } } };
}

/** A batch of numbered events; `null` ids are transient. */
export function batch(ids: (number | null)[], filler = ''): StreamBatch {
  const last = ids.filter((id) => id !== null).at(-1) ?? 10;
  return {
    cursor: `e.${last}`,
    events: ids.map((id) => {
      const value = { ...(id === null ? {} : { id }), type: 'instance.started', at: 1, filler };
      return { id, json: JSON.stringify(value), value };
    }),
  };
}

export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Starts a wire on a free port of 127.0.0.1. */
export async function start(
  registry: Registry,
  over: Partial<WireOptions> = {},
): Promise<{ wire: Wire; url: string; port: number }> {
  const wire = await startWire({
    registry,
    listen: ['http://127.0.0.1:0'],
    tls: null,
    hosts: () => ({ names: new Set(['localhost', 'gantry.test']) }),
    origins: () => new Set(['https://panel.test']),
    log: quiet,
    metrics: { render: () => Promise.resolve('gantry_up 1\n') },
    trustedProxies: [],
    ...over,
  });
  const url = wire.urls[0] ?? '';
  return { wire, url, port: Number(new URL(url).port) };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  json: Record<string, never> & { [key: string]: unknown };
}

/** One HTTP request, with any header a browser would not let us set. */
export function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(parts);
          const type = response.headers['content-type'] ?? '';
          const json = type === 'application/json' && whole.length > 0 ? JSON.parse(whole.toString()) : {};
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, json });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

export const AUTH = { authorization: 'Bearer good' };
export const JSON_TYPE = { 'content-type': 'application/json' };

/** POST of a JSON body with a good token. */
export function post(
  port: number,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(port, 'POST', path, { ...AUTH, ...JSON_TYPE, ...headers }, JSON.stringify(body));
}

/** A socket client that keeps what it receives. */
export class Client {
  readonly messages: Buffer[] = [];
  closed: { code: number; reason: string } | null = null;
  status = 0;
  opened = false;
  readonly socket: WebSocket;

  constructor(
    port: number,
    path = '/v1/socket',
    headers: Record<string, string> = AUTH,
    protocols: string[] = [],
  ) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
      headers,
      perMessageDeflate: false,
    });
    this.socket.on('open', () => (this.opened = true));
    this.socket.on('message', (data) => this.messages.push(data as Buffer));
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    this.socket.on('unexpected-response', (_request, response) => {
      this.status = response.statusCode ?? 0;
      response.destroy();
    });
    this.socket.on('error', () => {});
  }

  send(value: unknown): void {
    this.socket.send(JSON.stringify(value));
  }

  json(at: number): Record<string, unknown> {
    return JSON.parse((this.messages.at(at) ?? Buffer.from('null')).toString()) as Record<string, unknown>;
  }
}

/** A wire whose clock stands still until a test moves it, looked at every few milliseconds. */
export async function still(t: Teardown, limits: Partial<Limits> = {}) {
  const registry = new StubRegistry();
  const time = { now: 1_000_000 };
  const started = await start(registry, {
    limits: { sweep_ms: 5, ...limits },
    clock: () => time.now,
    monotonic: () => time.now,
  });
  t.teardown(() => started.wire.close());
  return { ...started, registry, time };
}

interface Teardown {
  teardown(fn: () => unknown): void;
}

/** A socket client, once the handshake went one way or the other. */
export async function open(
  port: number,
  ...rest: [string?, Record<string, string>?, string[]?]
): Promise<Client> {
  const client = new Client(port, ...rest);
  await until(() => client.opened || client.closed !== null || client.status !== 0);
  return client;
}
