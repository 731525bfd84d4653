// HTTP and WebSocket for the client under Node, with a CA file of one's own where the certificate needs it.
import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { WebSocket } from 'ws';
import { createClient, type Client, type FetchLike, type WebSocketClass } from '../client/client.js';
import type { Context } from './config.js';
import { UsageError } from './io.js';

/** A client for one context. */
export function connect(context: Context): Client {
  const ca = readCa(context.ca);
  return createClient({
    url: context.url,
    token: context.token,
    fetch: nodeFetch(ca),
    WebSocket: socketClass(ca),
  });
}

/** Opens a socket below a context's address, for what is no call. */
export function openSocket(context: Context, path: string, protocols: string[]): WebSocket {
  const ca = readCa(context.ca);
  return new WebSocket(`${context.url.replace(/^http/, 'ws')}${path}`, protocols, {
    perMessageDeflate: false,
    ...(ca === undefined ? {} : { ca }),
  });
}

function readCa(file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`the CA file ${file} cannot be read`);
  }
}

function socketClass(ca: Buffer | undefined): WebSocketClass {
  return class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, ca === undefined ? {} : { ca });
    }
  };
}

/** The part of fetch that the client uses; starts faster than the built-in one and takes a CA. */
function nodeFetch(ca: Buffer | undefined): FetchLike {
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const form = body instanceof FormData ? new Response(body) : null;
      const options = { method, headers: { ...headers, ...sizeOrType(body, form) }, signal };
      const answer = (message: IncomingMessage): void => {
        resolve({
          status: message.statusCode ?? 0,
          text: () => readAll(message),
          headers: { get: (name) => headerOf(message, name) },
          body: message,
        });
      };
      const secure = url.startsWith('https:');
      if (!secure && !url.startsWith('http:'))
        throw new UsageError(`${url} is no address: begin it with http:// or https://`);
      const request = secure
        ? httpsRequest(url, { ...options, ...(ca ? { ca } : {}) }, answer)
        : httpRequest(url, options, answer);
      request.on('error', (error: NodeJS.ErrnoException) => reject(explain(error)));
      if (form?.body) {
        const source = Readable.fromWeb(form.body as ReadableStream<Uint8Array>);
        source.on('error', (error) => request.destroy(error));
        // An answer may come before the end: a refusal.
        request.once('close', () => source.destroy());
        source.pipe(request);
      } else request.end(body);
    });
}

function sizeOrType(
  body: string | FormData | Uint8Array,
  form: Response | null,
): Record<string, string | number> {
  return body instanceof FormData
    ? { 'content-type': form?.headers.get('content-type') ?? '' }
    : { 'content-length': Buffer.byteLength(body) };
}

function headerOf(message: IncomingMessage, name: string): string | null {
  const value = message.headers[name.toLowerCase()];
  return typeof value === 'string' ? value : null;
}

async function readAll(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function explain(error: NodeJS.ErrnoException): Error {
  if (error.code === 'ECONNREFUSED') return new Error('nothing listens there');
  if (error.code?.includes('CERT') || error.code?.includes('SIGNATURE') || error.code?.includes('SIGNED')) {
    return new Error(`${error.message}: give the CA of this Gantry with --ca FILE`);
  }
  return error;
}
