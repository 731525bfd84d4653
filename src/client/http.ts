// One call over HTTP: POST /v1/<method>, with a time limit, errors as ClientError; files go and come as they are read.
import { ClientError, errorFrom, isRecord } from './error.js';
import type { CallOptions, Download, FetchAnswer, FetchLike } from './types.js';

export interface HttpOptions {
  /** Without a slash at the end. */
  url: string;
  token: string | undefined;
  fetch: FetchLike;
  timeout_ms: number;
}

// A chunk of 8 MiB over a line of 30 KB/s.
const SEND_MS = 300_000;

function parse(status: number, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (status >= 200 && status < 300) {
      throw new ClientError('bad_answer', 'the answer is not JSON: is this the address of a Gantry?', {
        status,
      });
    }
    return null;
  }
}

/** Calls a method; resolves with the answer document, rejects with ClientError. */
export async function httpCall(
  options: HttpOptions,
  name: string,
  params: unknown,
  call: CallOptions = {},
): Promise<unknown> {
  return request(options, name, json(params), call, document);
}

/** Sends a file with the other params beside it as a form; it may take as long as it takes. */
export async function httpUpload(
  options: HttpOptions,
  name: string,
  params: unknown,
  file: Blob,
  call: CallOptions = {},
): Promise<unknown> {
  const form = new FormData();
  form.set('payload', JSON.stringify(params ?? {}));
  form.set('file', file, 'file');
  return request({ ...options, timeout_ms: 0 }, name, form, call, document);
}

/** Sends bytes as the body, the params in the query: one chunk, so there is an end to waiting for its answer. */
export async function httpSend(
  options: HttpOptions,
  name: string,
  params: Record<string, string | number>,
  bytes: Uint8Array<ArrayBuffer>,
  call: CallOptions = {},
): Promise<unknown> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) query.set(key, String(value));
  return request({ ...options, timeout_ms: SEND_MS }, name, bytes, call, document, `?${query.toString()}`);
}

/** Calls a method that answers bytes; resolves when they begin, or with the document it answered instead. */
export async function httpDownload(
  options: HttpOptions,
  name: string,
  params: unknown,
  call: CallOptions = {},
): Promise<unknown> {
  return request(options, name, json(params), call, async (answer) => {
    const type = answer.headers?.get('content-type') ?? 'application/json';
    if (answer.status !== 200 || type.startsWith('application/json')) return document(answer, name);
    return download(answer, options.url, name);
  });
}

function json(params: unknown): string {
  return JSON.stringify(params ?? {});
}

async function document(answer: FetchAnswer, name: string): Promise<unknown> {
  const { status } = answer;
  const body = parse(status, await answer.text());
  if (status < 200 || status > 299) throw errorFrom(status, body);
  if (!isRecord(body)) throw new ClientError('bad_answer', `${name} answered no document`, { status });
  return body;
}

function download(answer: FetchAnswer, url: string, name: string): Download {
  const { headers, body } = answer;
  if (body === undefined || body === null)
    throw new ClientError('bad_answer', `${name} answered nothing`, { status: answer.status });
  const length = headers?.get('content-length') ?? '';
  const size = /^\d+$/.test(length) ? Number(length) : null;
  return {
    size,
    header: (field) => headers?.get(field) ?? null,
    async *chunks() {
      let seen = 0;
      try {
        for await (const chunk of Symbol.asyncIterator in body ? body : pieces(body)) {
          seen += chunk.length;
          yield chunk;
        }
      } catch (cause) {
        throw new ClientError('unreachable', `${url} broke off: ${reason(cause)}`, { cause });
      }
      if (size !== null && seen < size)
        throw new ClientError('unreachable', `${url} broke off: ${seen} of ${size} bytes came`);
    },
  };
}

/** Not every browser iterates over its streams. */
async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** `timeout_ms` 0 waits as long as the caller's own signal lets it. */
async function request<T>(
  options: HttpOptions,
  name: string,
  body: string | FormData | Uint8Array<ArrayBuffer>,
  call: CallOptions,
  read: (answer: FetchAnswer, name: string) => Promise<T>,
  query = '',
): Promise<T> {
  if (call.signal?.aborted) throw new ClientError('aborted', `${name} was aborted`);
  const limit = new AbortController();
  const timeout_ms = call.timeout_ms ?? options.timeout_ms;
  const timer = timeout_ms > 0 ? setTimeout(() => limit.abort(), timeout_ms) : undefined;
  const headers: Record<string, string> = { accept: 'application/json' };
  // A form says itself where its parts are divided.
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  else if (!(body instanceof FormData)) headers['content-type'] = 'application/octet-stream';
  if (options.token) headers['authorization'] = `Bearer ${options.token}`;
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  try {
    const answer = await options.fetch(`${options.url}/v1/${encodeURIComponent(name)}${query}`, {
      method: 'POST',
      headers,
      body,
      signal: call.signal === undefined ? limit.signal : AbortSignal.any([limit.signal, call.signal]),
    });
    return await read(answer, name);
  } catch (cause) {
    if (cause instanceof ClientError) throw cause;
    if (call.signal?.aborted) throw new ClientError('aborted', `${name} was aborted`, { cause });
    if (limit.signal.aborted)
      throw new ClientError('timeout', `${name} took longer than ${timeout_ms} ms`, { cause });
    throw new ClientError('unreachable', `${options.url} cannot be reached: ${reason(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** The innermost message of a network error: fetch wraps what really happened. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reason(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || error.name;
}
