// A file for the image server in chunks: goes on where it stopped, after a lost connection and in another process.
import { backoff } from './backoff.js';
import type { Client } from './client.js';
import { ClientError } from './error.js';
import type { AnyDocument } from './types.js';

/** A file to send; hashes are hex. */
export interface FileSource {
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of all of it. */
  readonly sha256: string;
  read(offset: number, size: number): Promise<Uint8Array<ArrayBuffer>>;
  /** SHA-256 of some bytes. */
  hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> | string;
}

export interface UploadOptions {
  signal?: AbortSignal;
  /** How long nothing may get through before it is given up, in milliseconds; 300,000 when absent. */
  patience_ms?: number;
  /** Told how many bytes are durable. */
  onProgress?: (offset: number) => void;
  /** Told when a step is tried again, and why. */
  onRetry?: (error: ClientError) => void;
  random?: () => number;
}

/** A file that has arrived. */
export interface FileUpload {
  upload_id: string;
  chunk_size: number;
  product_id: number;
  serial: string;
  /** Bytes of chunks that were sent, more than once where that was needed. */
  sent: number;
  /** What `simplestream.upload.finish` answered. */
  finished: AnyDocument;
}

const TRANSIENT = new Set(['unreachable', 'timeout', 'connection_lost', 'unavailable', 'rate_limited']);
const PAUSE_MS = 250;
/** The server reads the whole file again. */
const FINISH_MS = 3_600_000;

/**
 * Sends one file for one version of a product; without a serial the server chooses one, that of the last attempt
 * where there was one. Rejects with ClientError when it is refused, or when nothing gets through for long.
 */
export async function uploadFile(
  client: Client,
  source: FileSource,
  params: { product_id: number | string; product_version_serial?: string },
  options: UploadOptions = {},
): Promise<FileUpload> {
  const retry = retrying(options);
  const call = options.signal === undefined ? {} : { signal: options.signal };
  const begin = { ...params, file_sha256: source.sha256, file_size: source.size };
  const first = await retry(() => client.request('simplestream.upload.begin', begin, call));
  const upload_id = textOf(first, 'upload_id');
  const size = numberOf(first, 'chunk_size');
  const status = async (): Promise<number> =>
    numberOf(await client.request('simplestream.upload.status', { upload_id }, call), 'offset');
  let offset = numberOf(first, 'offset');
  let sent = 0;
  let unsure = false;
  options.onProgress?.(offset);
  while (offset < source.size) {
    const before = offset;
    offset = await retry(async () => {
      const at = unsure ? await status() : before;
      if (at >= source.size) return at;
      const bytes = await source.read(at, Math.min(size, source.size - at));
      const chunk = { upload_id, offset: at, chunk_sha256: await source.hash(bytes) };
      unsure = true;
      sent += bytes.length;
      const next = numberOf(await client.send('simplestream.upload.chunk', chunk, bytes, call), 'offset');
      unsure = false;
      return next;
    });
    options.onProgress?.(offset);
  }
  const finished = await retry(() =>
    client.request('simplestream.upload.finish', { upload_id }, { ...call, timeout_ms: FINISH_MS }),
  );
  const serial = textOf(first, 'product_version_serial');
  return { upload_id, chunk_size: size, product_id: numberOf(first, 'product_id'), serial, sent, finished };
}

/** Tries again what may work the next time, with pauses, until nothing has got through for too long. */
function retrying(options: UploadOptions): <T>(step: () => Promise<T>) => Promise<T> {
  const { patience_ms = 300_000, random = Math.random, signal } = options;
  return async (step) => {
    let since: number | null = null;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof ClientError) || !mayPass(error)) throw error;
        since ??= Date.now();
        if (Date.now() - since > patience_ms) throw error;
        options.onRetry?.(error);
        await pause(backoff(attempt, PAUSE_MS, random), signal);
      }
    }
  };
}

/** A proxy answers in its own words while what is behind it is away. */
function mayPass({ code, status }: ClientError): boolean {
  return TRANSIENT.has(code) || (code === 'bad_answer' && [502, 503, 504].includes(status));
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(new ClientError('aborted', 'the upload was aborted'));
    const end = (): void => {
      clearTimeout(timer);
      reject(new ClientError('aborted', 'the upload was aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}

function attribute({ data }: AnyDocument, name: string): unknown {
  return Array.isArray(data) ? undefined : data.attributes[name];
}

function numberOf(document: AnyDocument, name: string): number {
  const value = attribute(document, name);
  if (typeof value !== 'number') throw new ClientError('bad_answer', `the answer has no ${name}`);
  return value;
}

function textOf(document: AnyDocument, name: string): string {
  const value = attribute(document, name);
  if (typeof value !== 'string') throw new ClientError('bad_answer', `the answer has no ${name}`);
  return value;
}
