// A request as we keep it: copied out of the library before the first await, checked, and its body under a limit.
import { AppError } from '../errors.js';
import { uuid } from '../ids.js';
import type { Request, Upload } from '../registry/registry.js';
import { addressText, hostAllowed, originAllowed, type Proxies } from './address.js';
import { idempotencyKey } from './frames.js';
import type { House } from './house.js';
import type { HttpRequest, HttpResponse } from './uws.js';

/** Headers of one request; nothing in it but a peer that was not asked yet belongs to the library. */
export interface Head {
  readonly id: string;
  /** Lower case. */
  readonly verb: string;
  readonly path: string;
  readonly query: string;
  readonly peer: Peer;
  readonly host: string;
  readonly origin: string;
  /** The page's origin is not one of those that may call us. */
  readonly foreign: boolean;
  readonly token: string | null;
  readonly type: string;
  readonly accept: string;
  /** As sent: checked by `idempotencyKey` where a call begins. */
  readonly idempotency: string | undefined;
  readonly last_event_id: string;
  /** Declared body size, -1 when it comes in chunks. */
  readonly length: number;
  readonly secure: boolean;
  /** The first thing wrong with it, to be answered instead of a result. */
  readonly fault: AppError | null;
}

/** Where a request came from. Asking the library costs a sixth of a call, so it is asked on first use, while it may be. */
export class Peer {
  private known: string | null = null;
  private direct = '';

  constructor(
    private res: HttpResponse | null,
    private readonly proxies: Proxies,
    private readonly forwardedFor: string,
    private readonly host: string,
    private readonly secure: boolean,
  ) {}

  /** Scheme and host as the caller reached us. */
  get base(): string {
    return this.host === '' ? '' : `${this.secure ? 'https' : 'http'}://${this.host}`;
  }

  /** The client's address, normalised; '' when it is asked for the first time after the answer or an abort. */
  get address(): string {
    if (this.known === null) {
      if (this.res === null) return '';
      this.direct = addressText(this.res.getRemoteAddress());
      this.known =
        this.forwardedFor === '' ? this.direct : this.proxies.client(this.direct, this.forwardedFor);
    }
    return this.known;
  }

  /** The request is over: the library may not be asked any more. */
  forget(): void {
    this.res = null;
  }

  /** A proxy we do not trust spoke for somebody else. */
  get forwarded(): boolean {
    return this.forwardedFor !== '' && this.address === this.direct;
  }
}

/**
 * Copies a request and checks what holds for all of them: header size, `Host`, `Origin`, and `Authorization` unless
 * all headers are kept in `keep`, for a dialect with ideas of its own about it.
 */
export function readHead(
  house: House,
  res: HttpResponse,
  req: HttpRequest,
  secure: boolean,
  keep: Map<string, string> | null = null,
): Head {
  let count = 0;
  let size = 0;
  let host = '';
  let origin = '';
  let authorization = '';
  let type = '';
  let accept = '';
  let idempotency: string | undefined;
  let lastEventId = '';
  let forwardedFor = '';
  let length = 0;
  let twice = '';
  req.forEach((key, value) => {
    count++;
    // ": " and the line end count as they do on the wire.
    size += key.length + value.length + 4;
    if (keep !== null) keepHeader(keep, key, value);
    switch (key) {
      case 'host':
        if (host !== '') twice = key;
        host = value;
        break;
      case 'authorization':
        if (authorization !== '') twice = key;
        authorization = value;
        break;
      case 'origin':
        if (origin !== '') twice = key;
        origin = value;
        break;
      case 'content-type':
        type = value;
        break;
      case 'content-length':
        length = Number(value);
        break;
      case 'transfer-encoding':
        length = -1;
        break;
      case 'accept':
        accept = value;
        break;
      case 'idempotency-key':
        idempotency = value;
        break;
      case 'last-event-id':
        lastEventId = value;
        break;
      case 'x-forwarded-for':
        forwardedFor = forwardedFor === '' ? value : `${forwardedFor},${value}`;
        break;
    }
  });
  const path = req.getUrl();
  // Undefined without a `?`, whatever its type says.
  const query = (req.getQuery() as string | undefined) ?? '';
  size += path.length + query.length;
  let fault: AppError | null = null;
  const foreign = origin !== '' && !originAllowed(origin, host, house.origins());
  if (count > house.limits.header_count || size > house.limits.header_bytes) {
    fault = new AppError('headers_too_large', `headers may hold ${house.limits.header_bytes} bytes at most`);
  } else if (twice !== '') {
    fault = new AppError('bad_request', `the header ${twice} may be sent once`);
  } else if (!hostAllowed(host, house.hosts().names)) {
    fault = new AppError(
      'misdirected',
      `this server does not answer for '${host}': add the name to the setting hosts`,
    );
  } else if (foreign) {
    fault = new AppError(
      'forbidden',
      `pages of ${origin} may not call this server: add it to the setting origins`,
    );
  }
  let token: string | null = null;
  if (authorization !== '' && keep === null) {
    if (authorization.startsWith('Bearer ') || /^bearer /i.test(authorization))
      token = authorization.slice(7).trim();
    else fault ??= new AppError('unauthenticated', 'Authorization must be: Bearer <token>');
  }
  return {
    id: uuid(),
    verb: req.getMethod(),
    path,
    query,
    peer: new Peer(res, house.proxies, forwardedFor, host, secure),
    host,
    origin,
    foreign,
    token,
    type,
    accept,
    idempotency,
    last_event_id: lastEventId,
    length,
    secure,
    fault,
  };
}

/** A header sent twice is one list, as HTTP has it; so two credentials are none. */
function keepHeader(keep: Map<string, string>, key: string, value: string): void {
  const before = keep.get(key);
  keep.set(key, before === undefined ? value : `${before}${key === 'cookie' ? ';' : ','} ${value}`);
}

/** One call on its way to the registry; its signal is made when first asked for. */
export class Call implements Request {
  /** Set by an upload before its call. */
  upload: Upload | null | undefined = undefined;
  private controller: AbortController | null = null;
  private aborted = false;

  constructor(
    readonly id: string,
    readonly transport: Request['transport'],
    readonly token: string | null,
    private readonly peer: { readonly address: string; readonly base?: string },
    readonly idempotency_key: string | null,
    readonly last_event_id: string = '',
  ) {}

  get address(): string {
    return this.peer.address;
  }

  get base(): string {
    return this.peer.base ?? '';
  }

  get signal(): AbortSignal {
    if (this.controller === null) {
      this.controller = new AbortController();
      if (this.aborted) this.controller.abort();
    }
    return this.controller.signal;
  }

  /** The client is gone, or we stop. */
  abort(): void {
    this.aborted = true;
    this.controller?.abort();
  }
}

/** A call made of a request's head; throws `bad_request` for a bad `Idempotency-Key`. */
export function callOf(head: Head, transport: Request['transport']): Call {
  return new Call(
    head.id,
    transport,
    head.token,
    head.peer,
    idempotencyKey(head.idempotency),
    head.last_event_id,
  );
}

/** Body forms an action takes. */
export type BodyForm = 'json' | 'msgpack';

/** The media type of a `Content-Type`, lower case, without parameters. */
export function mediaType(type: string): string {
  const semicolon = type.indexOf(';');
  return (semicolon < 0 ? type : type.slice(0, semicolon)).trim().toLowerCase();
}

/** The form a `Content-Type` names (parameters ignored), null for one we do not take (SEC-31). */
export function bodyForm(type: string): BodyForm | null {
  switch (mediaType(type)) {
    case 'application/json':
    case 'application/vnd.api+json':
      return 'json';
    case 'application/msgpack':
      return 'msgpack';
    default:
      return null;
  }
}

/** `unsupported_media_type`, with what would have been right. */
export function wrongType(): AppError {
  return new AppError(
    'unsupported_media_type',
    'Content-Type must be application/json, application/vnd.api+json or application/msgpack',
  );
}

/** `too_large` for a body over its limit. */
export function tooLarge(limit: number): AppError {
  return new AppError('too_large', `the body may hold ${limit} bytes at most`);
}

/** Collects a body: calls `done` once, with the bytes (valid during that call only) or null when they are over the limit. */
export function readBody(res: HttpResponse, limit: number, done: (body: Uint8Array | null) => void): void {
  let parts: Uint8Array[] | null = null;
  let size = 0;
  let over = false;
  res.onData((chunk, last) => {
    if (over) return;
    size += chunk.byteLength;
    if (size > limit) {
      over = true;
      parts = null;
      done(null);
      return;
    }
    if (last && parts === null) {
      // Used up before this callback returns, so the library's memory will do.
      done(new Uint8Array(chunk));
      return;
    }
    // The library takes the chunk's memory back: copy.
    (parts ??= []).push(new Uint8Array(chunk.slice(0)));
    if (last) done(Buffer.concat(parts));
  });
}
