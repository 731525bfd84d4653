// One pinned connection pool to one host: requests with every timeout and cap of SEC-46, over https or a unix socket.
import { setMaxListeners } from 'node:events';
import { Agent as HttpsAgent } from 'node:https';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { AppError, isAppError } from '../../errors.js';
import type { Endpoint } from '../provider.js';
import { Breaker, Gate } from './breaker.js';
import { fromAbort, fromConnection, fromRefusal } from './errors.js';
import { BREAKER_FAILURES, CONCURRENCY, MAX_BODY, type Settings } from './settings.js';
import { MAX_HEADERS, openStream, type Streamed, type StreamRequest } from './streams.js';
import { pinned, type PinnedTls } from './tls.js';
import { parseEnvelope, unexpected, type Envelope } from './types.js';

export type Query = Record<string, string | number | undefined>;

export interface RequestOptions {
  query?: Query;
  body?: object;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** `wait` isn't counted and may last `wait_s` longer; `probe` passes an open breaker. */
  kind?: 'json' | 'wait' | 'probe';
}

/** A read answer: the envelope and the few headers anyone asks for. */
export interface Answer extends Envelope {
  etag: string;
  date: string;
}

const SILENT_MS = 250;

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** How to open the event socket of the same host. */
export interface SocketTarget {
  url: string;
  agent?: HttpsAgent;
}

export class Client {
  readonly breaker: Breaker;
  private readonly gate = new Gate(CONCURRENCY);
  private readonly agent: Agent;
  private readonly connect: buildConnector.connector;
  private readonly closing = new AbortController();
  private readonly origin: string;
  private readonly base: string;
  private readonly tls: PinnedTls | null;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly settings: Settings,
    private readonly connectTo?: () => Promise<string>,
  ) {
    // Every request under way listens, and there may be many: that is no leak.
    setMaxListeners(0, this.closing.signal);
    this.breaker = new Breaker(BREAKER_FAILURES, settings.timeouts.breaker, () => performance.now());
    const unix = endpoint.address === '';
    if (!unix && endpoint.tls_cert === null) {
      throw new AppError(
        'host_untrusted',
        'no certificate is stored for this host: verify and trust it first',
      );
    }
    this.tls = unix ? null : pinned(settings.identity, endpoint.tls_cert ?? '');
    this.origin = unix ? 'http://localhost' : `https://${bracket(endpoint.address)}:${endpoint.port}`;
    this.base = unix ? '' : endpoint.path.replace(/\/+$/, '');
    this.connect = this.connector();
    this.agent = new Agent({
      connect: this.connect,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      // Ours are exact; undici's are rounded to its half-second ticks.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: MAX_HEADERS,
    });
  }

  private connector(): buildConnector.connector {
    const timeout = this.settings.timeouts.connect;
    if (this.tls === null) return neverSilent(buildConnector({ socketPath: this.endpoint.path, timeout }));
    const connect = buildConnector({ ...this.tls, timeout });
    return (options, callback) => {
      this.address().then(
        (hostname) => connect({ ...options, hostname }, callback),
        (error: unknown) => callback(fromConnection(error), null),
      );
    };
  }

  /** The checked IP to connect to (SEC-40), or the endpoint's address as it is. */
  private async address(): Promise<string> {
    if (this.connectTo === undefined) return this.endpoint.address;
    const timeout = AbortSignal.timeout(this.settings.timeouts.connect);
    return Promise.race([
      this.connectTo(),
      new Promise<never>((_resolve, reject) => {
        timeout.addEventListener('abort', () => reject(fromConnection(timeout.reason)), { once: true });
      }),
    ]);
  }

  /** Where and how to open a WebSocket at `path` with the same pin. */
  async socketTarget(path: string): Promise<SocketTarget> {
    if (this.tls === null) return { url: `ws+unix:${this.endpoint.path}:${path}` };
    const host = await this.address();
    const agent = new HttpsAgent({ ...this.tls, keepAlive: false });
    return { url: `wss://${bracket(host)}:${this.endpoint.port}${this.base}${path}`, agent };
  }

  /** Any request with a JSON answer; throws what the answer or the connection says. */
  async call(method: Dispatcher.HttpMethod, path: string, options: RequestOptions = {}): Promise<Answer> {
    const raw = await this.exchange(method, path, options);
    let envelope: Envelope;
    try {
      envelope = parseEnvelope(raw.body.toString('utf8'));
    } catch (error) {
      if (raw.status >= 400) throw fromRefusal(raw.status, '');
      throw error;
    }
    if (envelope.type === 'error' || raw.status >= 400) {
      throw fromRefusal(raw.status >= 400 ? raw.status : envelope.error_code, envelope.error);
    }
    return { ...envelope, etag: header(raw, 'etag'), date: header(raw, 'date') };
  }

  /** GET of something that is its metadata. */
  async get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.call('GET', path, options);
  }

  /** The last `bytes` of a file the host serves; empty when it is gone. */
  async tail(path: string, query: Query, bytes: number, signal?: AbortSignal): Promise<Buffer> {
    const raw = await this.exchange('GET', path, { query, signal, headers: { range: `bytes=-${bytes}` } });
    if (raw.status !== 200 && raw.status !== 206) return Buffer.alloc(0);
    return raw.body.subarray(Math.max(0, raw.body.length - bytes));
  }

  /** Status and headers of what a GET would answer. */
  async head(path: string, query: Query, signal?: AbortSignal): Promise<Omit<Raw, 'body'>> {
    return this.exchange('HEAD', path, { query, signal });
  }

  /** The last `bytes` of a file the host serves and how long it is; null when the host has none to show. */
  async end(
    path: string,
    query: Query,
    bytes: number,
    options: { ranged: boolean },
  ): Promise<{ bytes: Buffer; size: number } | null> {
    const headers: Record<string, string> = options.ranged ? { range: `bytes=-${bytes}` } : {};
    const raw = await this.exchange('GET', path, { query, headers });
    if (raw.status !== 200 && raw.status !== 206) {
      // These say something about the host and not about the file.
      if (raw.status === 401 || raw.status === 403 || raw.status === 503) throw fromRefusal(raw.status, '');
      return null;
    }
    const whole = Number(/\/(\d+)$/.exec(header(raw, 'content-range'))?.[1] ?? raw.body.length);
    return { bytes: raw.body.subarray(Math.max(0, raw.body.length - bytes)), size: whole };
  }

  /** A request whose body or answer may be of any size; neither counted nor limited as a whole (SEC-46). */
  async stream(request: Omit<StreamRequest, 'path'> & { path: string; query: Query }): Promise<Streamed> {
    const { query, path, ...rest } = request;
    const line = {
      connect: this.connect,
      origin: this.origin,
      base: this.base,
      breaker: this.breaker,
      closing: this.closing.signal,
      headerMs: this.settings.timeouts.header,
      idleMs: this.settings.timeouts.total,
    };
    return openStream(line, { ...rest, path: `${path}${queryText(query)}` });
  }

  /** What a streamed answer says when it is JSON; throws what a refusal means. */
  async envelope(answer: Streamed): Promise<Envelope> {
    const envelope = parseEnvelope((await readBody(answer.body)).toString('utf8'));
    if (envelope.type === 'error' || answer.status >= 400) {
      throw fromRefusal(answer.status >= 400 ? answer.status : envelope.error_code, envelope.error);
    }
    return envelope;
  }

  /** Ends every request and connection. */
  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort(new AppError('host_unreachable', 'the connection to the host was closed'));
    await this.agent.destroy();
  }

  private async exchange(method: Dispatcher.HttpMethod, path: string, options: RequestOptions): Promise<Raw> {
    const kind = options.kind ?? 'json';
    if (kind !== 'probe') this.breaker.check();
    const leave = kind === 'wait' ? null : await this.gate.enter(options.signal);
    try {
      return await this.attempt(method, path, options);
    } catch (error) {
      // A kept connection the host closed in the same moment: reading again is harmless, and only reading is.
      if (method !== 'GET' || kind === 'wait' || !isStale(error)) throw error;
      return await this.attempt(method, path, options);
    } finally {
      leave?.();
    }
  }

  private async attempt(method: Dispatcher.HttpMethod, path: string, options: RequestOptions): Promise<Raw> {
    const { header: headerMs, total, wait_s } = this.settings.timeouts;
    const extra = options.kind === 'wait' ? wait_s * 1000 : 0;
    const stop = new AbortController();
    const late = (what: string): void => stop.abort(Object.assign(new Error(what), { code: 'ETIMEDOUT' }));
    const headerTimer = setTimeout(() => late('header timeout'), headerMs + extra);
    const totalTimer = setTimeout(() => late('total timeout'), total + extra);
    // Listeners by hand: AbortSignal.any on a signal as long-lived as this client's keeps every dependent alive.
    const given = [this.closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
    const givenUp = (): void => stop.abort();
    for (const signal of given) {
      if (signal.aborted) givenUp();
      else signal.addEventListener('abort', givenUp, { once: true });
    }
    try {
      const response = await this.agent.request({
        origin: this.origin,
        path: `${this.base}${path}${queryText(options.query)}`,
        method,
        headers: {
          accept: 'application/json',
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...options.headers,
        },
        body: options.body === undefined ? null : JSON.stringify(options.body),
        signal: stop.signal,
      });
      clearTimeout(headerTimer);
      const body = await readBody(response.body);
      this.breaker.succeeded();
      return { status: response.statusCode, headers: response.headers, body };
    } catch (error) {
      const ended = given.find((signal) => signal.aborted);
      if (ended !== undefined) throw fromAbort(ended);
      this.breaker.failed();
      throw fromConnection(stop.signal.aborted ? stop.signal.reason : error);
    } finally {
      clearTimeout(headerTimer);
      clearTimeout(totalTimer);
      for (const signal of given) signal.removeEventListener('abort', givenUp);
    }
  }
}

/**
 * Closes a connection over which nothing is sent at once, as one is left whose request was given up meanwhile: LXD
 * 5.0.2 waits for the first byte of each before it takes the next on its unix socket, and so would serve nobody.
 */
function neverSilent(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const timer = setTimeout(() => {
        if (socket.bytesWritten === 0) socket.destroy();
      }, SILENT_MS);
      socket.once('close', () => clearTimeout(timer));
      callback(null, socket);
    });
  };
}

async function readBody(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // Leaving the loop destroys the stream, so a host that sends for ever is cut off here.
    if (size > MAX_BODY) throw unexpected('larger than 16 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function isStale(error: unknown): boolean {
  if (!isAppError(error) || error.code !== 'host_unreachable') return false;
  const cause = error.cause;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  return cause.code === 'UND_ERR_SOCKET' || cause.code === 'ECONNRESET' || cause.code === 'EPIPE';
}

function header(raw: Raw, name: string): string {
  const value = raw.headers[name];
  return typeof value === 'string' ? value : '';
}

function bracket(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function queryText(query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  );
  if (pairs.length === 0) return '';
  const search = new URLSearchParams();
  for (const [key, value] of pairs) search.append(key, String(value));
  return `?${search.toString()}`;
}
