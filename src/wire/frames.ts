// Pure functions between values and wire shapes: error documents, ui-vmm frames, JSON-RPC 2.0 envelopes.
import { AppError, CODES } from '../errors.js';
import { Prepared } from '../registry/registry.js';
import { SyntaxFault } from './json.js';

/** A record of unknown members. */
export type Dict = Record<string, unknown>;

/** True for a plain object (not null, not an array). */
export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON text of a document or a frame; a document whose text is finished is spliced in as it stands. */
export function text(value: unknown): string {
  if (value instanceof Prepared) return value.json;
  if (isDict(value)) {
    if (value['body'] instanceof Prepared) {
      const { body, ...rest } = value as Dict & { body: Prepared };
      return `${JSON.stringify(rest).slice(0, -1)},"body":${body.json}}`;
    }
    if (value['result'] instanceof Prepared) {
      const { result, ...rest } = value as Dict & { result: Prepared };
      return `${JSON.stringify(rest).slice(0, -1)},"result":${result.json}}`;
    }
  }
  return JSON.stringify(value);
}

/** The same as a value, for formats that have no text. */
export function plain(value: unknown): unknown {
  if (value instanceof Prepared) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (!isDict(value)) return value;
  const { body, result } = value;
  if (body instanceof Prepared) return { ...value, body: body.value as unknown };
  if (result instanceof Prepared) return { ...value, result: result.value as unknown };
  return value;
}

/** The error document of the native wire (section 7). */
export interface ErrorDocument {
  errors: { status: string; code: string; detail: string; source?: { pointer: string } }[];
  meta: Dict & { request_id: string };
}

/** Renders an error as the native document, one entry per fault. */
export function errorDocument(error: AppError, request_id: string): ErrorDocument {
  const status = String(error.status);
  return {
    errors: error.faults.map(({ detail, pointer }) =>
      pointer === undefined
        ? { status, code: error.code, detail }
        : { status, code: error.code, detail, source: { pointer } },
    ),
    meta: { ...error.details, request_id },
  };
}

/** What a call in a frame asks for, whatever its envelope. */
export interface FrameCall {
  readonly envelope: 'native' | 'rpc';
  readonly method: string;
  readonly params: unknown;
  /** `request_id` of a native frame, `id` in JSON-RPC; undefined: no answer is wanted. */
  readonly id: string | number | null | undefined;
  readonly idempotency_key: string | null;
}

const MAX_REQUEST_ID = 64;

/** Reads a native frame `{type, request_id?, body?, idempotency_key?}`; throws `bad_request`. */
export function nativeCall(frame: Dict): FrameCall {
  const { type, request_id, body = {}, idempotency_key } = frame;
  if (typeof type !== 'string' || type === '') throw new AppError('bad_request', 'type must name a method');
  if (request_id !== undefined && !(typeof request_id === 'string' && request_id.length <= MAX_REQUEST_ID)) {
    throw new AppError('bad_request', `request_id must be text of at most ${MAX_REQUEST_ID} characters`);
  }
  if (!isDict(body)) throw new AppError('bad_request', 'body must be an object');
  return {
    envelope: 'native',
    method: type,
    params: body,
    id: request_id,
    idempotency_key: idempotencyKey(idempotency_key),
  };
}

/** Reads one JSON-RPC 2.0 request or notification; throws `bad_request`, or `invalid_params` for positional params. */
export function rpcCall(value: unknown): FrameCall {
  if (!isDict(value) || value['jsonrpc'] !== '2.0') {
    throw new AppError('bad_request', 'jsonrpc must be "2.0"');
  }
  const { method, id, params = {} } = value;
  if (typeof method !== 'string') throw new AppError('bad_request', 'method must be text');
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number') {
    throw new AppError('bad_request', 'id must be text, a number or null');
  }
  if (Array.isArray(params))
    throw new AppError('invalid_params', 'params must be an object: name each parameter');
  if (!isDict(params)) throw new AppError('bad_request', 'params must be an object');
  if (!('idempotency_key' in params)) {
    return { envelope: 'rpc', method, params, id, idempotency_key: null };
  }
  const { idempotency_key, ...rest } = params;
  return { envelope: 'rpc', method, params: rest, id, idempotency_key: idempotencyKey(idempotency_key) };
}

/** The id to answer a broken JSON-RPC request under: its own when readable, else null. */
export function rpcId(value: unknown): string | number | null {
  const id = isDict(value) ? value['id'] : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** Checks an idempotency key: 1 to 200 printable ASCII characters, null when absent. */
export function idempotencyKey(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(value)) {
    throw new AppError('bad_request', 'the idempotency key must be 1 to 200 printable ASCII characters');
  }
  return value;
}

/** The answer to a native frame. */
export function nativeResult(type: string, request_id: unknown, body: unknown): Dict {
  return { type, request_id, status: 200, body };
}

/** The refusal of a native frame. */
export function nativeError(type: string, request_id: unknown, error: AppError, ours: string): Dict {
  return { type, request_id, status: error.status, body: errorDocument(error, ours) };
}

/** A JSON-RPC result: the same document as over HTTP. */
export function rpcResult(id: string | number | null, result: unknown): Dict {
  return { jsonrpc: '2.0', id, result };
}

/** A JSON-RPC error; `error.data.code` is the name of our code. */
export function rpcError(id: string | number | null, error: AppError, request_id: string): Dict {
  const code = error instanceof SyntaxFault ? -32700 : CODES[error.code].rpc;
  const data: Dict = { ...error.details, code: error.code, faults: error.faults, request_id };
  if (error.retry_after !== undefined) data['retry_after'] = error.retry_after;
  return { jsonrpc: '2.0', id, error: { code, message: error.message, data } };
}

/** Query text as params: JSON numbers and booleans become values, the rest stays text; throws `bad_request`. */
export function queryParams(query: string): Dict {
  const params: Dict = {};
  for (const [name, text] of new URLSearchParams(query)) {
    if (name === '__proto__' || Object.hasOwn(params, name)) {
      throw new AppError('bad_request', `${name} may stand in the query once`);
    }
    params[name] = ALWAYS_TEXT.has(name) ? text : queryValue(text);
  }
  return params;
}

// `<epoch>.<id>` would read as a fraction, and ids of the caller's are text whatever they look like.
const ALWAYS_TEXT: ReadonlySet<string> = new Set([
  'cursor',
  'after',
  'stream',
  'request_id',
  'idempotency_key',
]);

function queryValue(text: string): unknown {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}
