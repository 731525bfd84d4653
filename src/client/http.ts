// One call over HTTP: POST /v1/<method>, with a time limit, errors as ClientError.
import { ClientError, errorFrom, isRecord } from './error.js';
import type { CallOptions, FetchLike } from './types.js';

export interface HttpOptions {
  /** Without a slash at the end. */
  url: string;
  token: string | undefined;
  fetch: FetchLike;
  timeout_ms: number;
}

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
  if (call.signal?.aborted) throw new ClientError('aborted', `${name} was aborted`);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), options.timeout_ms);
  const headers: Record<string, string> = { accept: 'application/json', 'content-type': 'application/json' };
  if (options.token) headers['authorization'] = `Bearer ${options.token}`;
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  let status: number;
  let text: string;
  try {
    const response = await options.fetch(`${options.url}/v1/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(params ?? {}),
      signal: call.signal === undefined ? limit.signal : AbortSignal.any([limit.signal, call.signal]),
    });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    if (call.signal?.aborted) throw new ClientError('aborted', `${name} was aborted`, { cause });
    if (limit.signal.aborted)
      throw new ClientError('timeout', `${name} took longer than ${options.timeout_ms} ms`, { cause });
    throw new ClientError('unreachable', `${options.url} cannot be reached: ${reason(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
  const body = parse(status, text);
  if (status < 200 || status > 299) throw errorFrom(status, body);
  if (!isRecord(body)) throw new ClientError('bad_answer', `${name} answered no document`, { status });
  return body;
}

/** The innermost message of a network error: fetch wraps what really happened. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reason(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || error.name;
}
