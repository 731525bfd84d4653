// The dialects over HTTP: from a path to its route, and every answer and refusal in that dialect's form.
import { AppError } from '../errors.js';
import type { DialectAnswer, DialectRoute, Dialects, RouteRequest } from '../registry/dialect.js';
import type { DialectGate, Found } from './dialect-paths.js';
import { asAppError, Exchange, isPromise } from './exchange.js';
import { idempotencyKey } from './frames.js';
import type { House } from './house.js';
import { readJson } from './json.js';
import { Call, type Head, readBody, tooLarge } from './request.js';
import type { HttpRequest, HttpResponse } from './uws.js';

/** Largest body on a route of a dialect, bytes. */
const BODY_BYTES = 65_536;
const FORM_FIELDS = 100;
const SPACE = /^[ \t\r\n]*\{/;

/** Answers a path that is a dialect's. */
export function handleDialect(
  house: House,
  gate: DialectGate,
  found: Found,
  res: HttpResponse,
  req: HttpRequest,
  secure: boolean,
): void {
  const headers = new Map<string, string>();
  const x = new Exchange(house, res, req, secure, headers);
  const { head } = x;
  const answering = new Answering(x, gate.dialects, found.dialect);
  if (head.fault !== null) return answering.refuse(head.fault);
  if (found.kind === 'unknown') {
    return answering.refuse(new AppError('method_not_found', `there is nothing at ${cut(head.path)}`));
  }
  if (found.kind === 'wrong_verb') {
    const error = new AppError('method_not_allowed', `${cut(head.path)} answers ${found.allow}`);
    return answering.refuse(error, [['Allow', found.allow]]);
  }
  const { route, params } = found;
  answering.route = route;
  try {
    const call = new RouteCall(house, head, headers, params, route.body);
    answering.call = call;
    x.call = call;
    if (head.verb === 'get' || head.verb === 'head') return answering.run();
    if (head.length > BODY_BYTES) throw tooLarge(BODY_BYTES);
    readBody(res, BODY_BYTES, (bytes) => {
      if (x.over) return;
      if (bytes === null) return answering.refuse(tooLarge(BODY_BYTES));
      call.bytes = bytes;
      answering.run();
    });
  } catch (error) {
    answering.refuse(error);
  }
}

/** One request on its way to a route. */
class RouteCall extends Call implements RouteRequest {
  refused = false;
  /** Valid until the call returns: what reads it does so before anything is awaited. */
  bytes: Uint8Array | null = null;
  private read: { value: unknown } | { error: unknown } | null = null;

  constructor(
    private readonly house: House,
    private readonly head: Head,
    private readonly headers: ReadonlyMap<string, string>,
    readonly params: Readonly<Record<string, string>>,
    private readonly form: DialectRoute['body'],
  ) {
    super(head.id, 'http', null, head.peer, idempotencyKey(head.idempotency));
  }

  get verb(): string {
    return this.head.verb;
  }

  get query(): string {
    return this.head.query;
  }

  header(name: string): string {
    return this.headers.get(name.toLowerCase()) ?? '';
  }

  body(): unknown {
    if (this.read === null) {
      try {
        this.read = { value: this.parsed() };
      } catch (error) {
        this.read = { error };
      }
      this.bytes = null;
    }
    if ('error' in this.read) throw this.read.error;
    return this.read.value;
  }

  private parsed(): unknown {
    const { bytes, form, house } = this;
    if (bytes === null || bytes.byteLength === 0) return undefined;
    if (form === 'form') {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      if (!SPACE.test(text)) return formFields(text);
    }
    return readJson(bytes, house.limits);
  }
}

/** How one request is answered: exactly once, in its dialect's form. */
class Answering {
  route: DialectRoute | null = null;
  call: RouteCall | null = null;

  constructor(
    private readonly x: Exchange,
    private readonly dialects: Dialects,
    private readonly dialect: string,
  ) {}

  run(): void {
    const { x, route, call } = this;
    if (route === null || call === null) return;
    try {
      const answer = this.dialects.call(route.name, call);
      if (!isPromise(answer)) return this.send(answer);
      x.pin();
      answer.then((value) => this.send(value)).catch((error: unknown) => this.refuse(error));
    } catch (error) {
      this.refuse(error);
    }
  }

  send({ status, body, headers }: DialectAnswer): void {
    this.x.reply(status, body, headers ?? []);
  }

  refuse(thrown: unknown, extra: readonly (readonly [string, string])[] = []): void {
    const { x, route, call } = this;
    if (x.over) return;
    const shown = call?.refused === true;
    const error = x.judge(asAppError(thrown, x.house.log, x.head.id), shown);
    const { status, body, headers } = this.dialects.render(
      this.dialect,
      error,
      x.head.id,
      route?.name ?? null,
    );
    const all = [...extra, ...(headers ?? [])];
    if (error.retry_after !== undefined) all.push(['Retry-After', String(Math.ceil(error.retry_after))]);
    x.reply(status, body, all);
  }
}

function formFields(text: string): Record<string, string> {
  const fields = [...new URLSearchParams(text)];
  if (fields.length > FORM_FIELDS) {
    throw new AppError('bad_request', `the form may hold ${FORM_FIELDS} fields at most`);
  }
  return Object.fromEntries(fields.filter(([name]) => name !== '__proto__'));
}

function cut(path: string): string {
  return path.length > 120 ? `${path.slice(0, 120)}...` : path;
}
