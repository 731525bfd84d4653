// Requests whose bodies have no size limit: neither counted nor timed as a whole, but never waited for without an end.
// Each has a connection of its own: a pool that loses one in the middle of a body opens others in advance, and LXD
// 5.0.2 takes nobody else's on its unix socket until each new one has sent its first byte (seen: the API stood still).
import { Readable } from 'node:stream';
import { type buildConnector, Client, type Dispatcher } from 'undici';
import { AppError } from '../../errors.js';
import type { Breaker } from './breaker.js';
import { fromAbort, fromConnection } from './errors.js';

/** Longest head of an answer, in bytes. */
export const MAX_HEADERS = 64 * 1024;

/** The connection of a client, as streams use it. */
export interface Line {
  readonly connect: buildConnector.connector;
  readonly origin: string;
  readonly base: string;
  readonly breaker: Breaker;
  /** Aborts when the client closes. */
  readonly closing: AbortSignal;
  readonly headerMs: number;
  /** Longest wait for the other side to move. */
  readonly idleMs: number;
}

export interface StreamRequest {
  method: Dispatcher.HttpMethod;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  signal?: AbortSignal | undefined;
  body?: { size: number; bytes: AsyncIterable<Uint8Array> };
}

/** An answer whose body is still to be read; read it or close it. */
export interface Streamed {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: AsyncIterable<Buffer>;
  close: () => void;
}

/** Sends a request and answers as soon as its headers are there. */
export async function openStream(line: Line, request: StreamRequest): Promise<Streamed> {
  const { breaker, closing } = line;
  breaker.check();
  const stop = new AbortController();
  const given = [closing, ...(request.signal === undefined ? [] : [request.signal])];
  const giveUp = (): void => stop.abort();
  for (const signal of given) {
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  }
  const connection = new Client(line.origin, {
    connect: line.connect,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_HEADERS,
  });
  const release = (): void => {
    connection.destroy().catch(() => undefined);
    for (const signal of given) signal.removeEventListener('abort', giveUp);
  };
  const own: { closed: boolean; source: Error | null } = { closed: false, source: null };
  const shown = (error: unknown): Error => {
    // Neither a reader who left nor a file of ours says anything about the host.
    if (own.source !== null) return own.source;
    if (own.closed) return new AppError('cancelled', 'the rest was not wanted');
    const ended = given.find((signal) => signal.aborted);
    if (ended !== undefined) return fromAbort(ended);
    breaker.failed();
    return fromConnection(stop.signal.aborted ? stop.signal.reason : error);
  };
  const late = (): void => stop.abort(Object.assign(new Error('nothing moved'), { code: 'ETIMEDOUT' }));
  const { size, bytes } = request.body ?? { size: 0, bytes: null };
  // The clock of the headers begins anew with every piece that went out.
  const timer = setTimeout(late, bytes === null ? line.headerMs : line.idleMs);
  let response: Dispatcher.ResponseData;
  try {
    response = await connection.request({
      path: `${line.base}${request.path}`,
      method: request.method,
      headers: {
        ...request.headers,
        ...(bytes === null ? {} : { 'content-length': String(size) }),
      },
      body:
        bytes === null || size === 0
          ? null
          : Readable.from(ticking(bytes, timer, own), { objectMode: false }),
      signal: stop.signal,
    });
  } catch (error) {
    const told = shown(error);
    release();
    throw told;
  } finally {
    clearTimeout(timer);
  }
  breaker.succeeded();
  const close = (): void => {
    own.closed = true;
    // Destroying without a listener would end the process.
    response.body.on('error', () => undefined).destroy();
    release();
  };
  return {
    status: response.statusCode,
    headers: response.headers,
    body: reading(response.body, line.idleMs, { late, shown, release }),
    close,
  };
}

async function* ticking(
  bytes: AsyncIterable<Uint8Array>,
  timer: NodeJS.Timeout,
  own: { source: Error | null },
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of bytes) {
      timer.refresh();
      yield chunk;
    }
  } catch (error) {
    own.source = error instanceof Error ? error : new Error('a file could not be read', { cause: error });
    throw own.source;
  }
}

interface Reading {
  late: () => void;
  shown: (error: unknown) => Error;
  release: () => void;
}

/** The clock runs only while we wait for the host: a slow reader of ours is not the host's fault. */
async function* reading(
  body: AsyncIterable<Buffer>,
  idleMs: number,
  { late, shown, release }: Reading,
): AsyncGenerator<Buffer> {
  let timer = setTimeout(late, idleMs);
  try {
    for await (const chunk of body) {
      clearTimeout(timer);
      yield chunk;
      timer = setTimeout(late, idleMs);
    }
  } catch (error) {
    throw shown(error);
  } finally {
    clearTimeout(timer);
    release();
  }
}
