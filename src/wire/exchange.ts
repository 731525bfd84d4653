// One HTTP request being answered: exactly one answer, in one corked write, unless the client is gone first.
import { STATUS_CODES } from 'node:http';
import { AppError, isAppError } from '../errors.js';
import { errorDocument, plain, text } from './frames.js';
import type { House, WireLog } from './house.js';
import { allowOrigin } from './origins.js';
import { bodyForm, readHead, type Head } from './request.js';
import type { HttpRequest, HttpResponse } from './uws.js';

// Each header is a call into the library, so those that we alone fill travel inside the value of the first.
const CONSTANT = '\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff';
const JSON_TYPE = `application/json${CONSTANT}`;
const MSGPACK_TYPE = `application/msgpack${CONSTANT}`;
const TEXT_TYPE = `text/plain; version=0.0.4; charset=utf-8${CONSTANT}`;

// What a refused upload may still send before its connection is closed instead of drained.
const DRAIN_BYTES = 16_777_216;

export type HeaderPair = readonly [name: string, value: string];

/** The request and its one answer; methods after the answer or an abort do nothing. */
export class Exchange {
  readonly head: Head;
  over = false;
  /** Set while calls run, so that a client that leaves aborts them. */
  call: { abort(): void } | null = null;
  private onGone: (() => void) | null = null;

  constructor(
    readonly house: House,
    readonly res: HttpResponse,
    req: HttpRequest,
    secure: boolean,
    /** Takes every header, where the call decides itself which of them it needs. */
    headers: Map<string, string> | null = null,
  ) {
    // First of all: the library ends the process when a handler throws before this.
    res.onAborted(() => {
      this.leave();
      this.call?.abort();
      this.onGone?.();
    });
    this.head = readHead(house, res, req, secure, headers);
    house.requests.add(this);
  }

  /** A call goes on after this turn: what only the library knows of the peer is remembered. */
  pin(): void {
    void this.head.peer.address;
  }

  /** Ends the wait of a call that is still running (we stop). */
  abort(): void {
    this.call?.abort();
  }

  /** The exchange becomes a stream: `gone` is called when the client leaves. */
  become(gone: () => void): void {
    this.onGone = gone;
    this.house.requests.delete(this);
  }

  /** The answer was written by other means. */
  finished(): void {
    this.leave();
  }

  /** The connection became a socket. */
  upgraded(): void {
    this.leave();
  }

  /** Answers 200 with a document, in the form the client accepts. */
  send(document: unknown, status = 200): void {
    if (this.over) return;
    if (this.wantsMsgpack()) this.write(status, MSGPACK_TYPE, this.house.msgpack.write(plain(document)), []);
    else this.write(status, JSON_TYPE, text(document), []);
  }

  /** Answers 200 with plain text. */
  text(body: string): void {
    if (!this.over) this.write(200, TEXT_TYPE, body, []);
  }

  /** Answers in another API's form; undefined: without a body. */
  reply(status: number, value: unknown, headers: readonly HeaderPair[]): void {
    if (!this.over) this.write(status, JSON_TYPE, value === undefined ? '' : text(value), headers);
  }

  /** Answers 204. */
  nothing(headers: readonly HeaderPair[] = []): void {
    if (this.over) return;
    this.leave();
    this.res.cork(() => {
      this.res.writeStatus(statusLine(204));
      this.common();
      for (const [name, value] of headers) this.res.writeHeader(name, value);
      this.res.endWithoutBody();
    });
  }

  /** Answers with an error in our form; `document` replaces it where another envelope is spoken. */
  fail(thrown: unknown, document?: (error: AppError) => unknown, extra: readonly HeaderPair[] = []): void {
    if (this.over) return;
    const error = this.judge(asAppError(thrown, this.house.log, this.head.id));
    const headers = [...extra];
    if (error.retry_after !== undefined) headers.push(['Retry-After', String(Math.ceil(error.retry_after))]);
    if (error.code === 'unauthenticated') headers.push(['WWW-Authenticate', 'Bearer']);
    const body = document === undefined ? errorDocument(error, this.head.id) : document(error);
    if (this.wantsMsgpack()) this.write(error.status, MSGPACK_TYPE, this.house.msgpack.write(body), headers);
    else this.write(error.status, JSON_TYPE, JSON.stringify(body), headers);
  }

  /**
   * Notes a refused token (`shown`: there was one); the error to answer with: `rate_limited` for an address
   * that shows too many (SEC-65).
   */
  judge(error: AppError, shown = this.head.token !== null): AppError {
    const { house, head } = this;
    if (error.code !== 'unauthenticated' || !shown) return error;
    if (house.failures.take(head.peer.address, house.monotonic())) return error;
    return new AppError('rate_limited', 'too many refused tokens from this address: wait a minute', {
      retry_after: 60,
    });
  }

  /** Headers that every answer carries; only inside a cork, after the status. */
  common(): void {
    this.res.writeHeader('X-Request-Id', this.head.id);
    this.policy();
  }

  /** What a browser is told: to stay with TLS, and that a page of an allowed origin may read the answer. */
  private policy(): void {
    if (this.head.secure && this.house.hsts > 0) {
      this.res.writeHeader('Strict-Transport-Security', `max-age=${this.house.hsts}`);
    }
    if (this.head.origin !== '') allowOrigin(this.res, this.head);
  }

  private wantsMsgpack(): boolean {
    const { accept, type } = this.head;
    if (accept.includes('application/msgpack')) return true;
    return (accept === '' || accept === '*/*') && bodyForm(type) === 'msgpack';
  }

  private write(status: number, type: string, body: string | Uint8Array, extra: readonly HeaderPair[]): void {
    const { res, head, house } = this;
    this.leave();
    // A client must not go on with a connection that is about to end, nor send on what nobody will read.
    const close = house.draining || (status >= 400 && (head.length < 0 || head.length > DRAIN_BYTES));
    res.cork(() => {
      if (status !== 200) res.writeStatus(statusLine(status));
      res.writeHeader('Content-Type', `${type}\r\nX-Request-Id: ${head.id}`);
      this.policy();
      for (const [name, value] of extra) res.writeHeader(name, value);
      if (head.verb === 'head') res.endWithoutBody(Buffer.byteLength(body), close);
      else res.end(body, close);
    });
  }

  private leave(): void {
    this.over = true;
    this.head.peer.forget();
    this.house.requests.delete(this);
  }
}

function statusLine(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? 'Error'}`;
}

/** What was thrown as an AppError; anything else is a bug: logged with its stack, shown as `internal`. */
export function asAppError(thrown: unknown, log: WireLog, request_id: string): AppError {
  if (isAppError(thrown)) {
    if (thrown.code === 'internal') log.error({ err: thrown, request_id }, 'call failed');
    return thrown;
  }
  log.error({ err: thrown, request_id }, 'call failed');
  return new AppError('internal', `something went wrong here: the log has it under request ${request_id}`);
}

/** True for what must be awaited. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
