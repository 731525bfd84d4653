// The typed client: calls over HTTP, and sockets for calls and events. Runs in a browser as in Node.
import { Connection } from './connection.js';
import { ClientError } from './error.js';
import { httpCall, httpDownload, httpSend, httpUpload } from './http.js';
import type {
  AnyDocument,
  CallOptions,
  ClientOptions,
  Download,
  FetchLike,
  Input,
  MethodName,
  Result,
  SocketOptions,
  WebSocketClass,
} from './types.js';

export { ClientError, type ClientFault } from './error.js';
export type { Connection } from './connection.js';
export type { EventSubscription, SubscriptionStart } from './subscription.js';
export type * from './types.js';

export interface Client {
  readonly url: string;
  /** Calls a method over HTTP; rejects with ClientError. */
  call<N extends MethodName>(name: N, params: Input<N>, options?: CallOptions): Promise<Result<N>>;
  /** The same for a method known only at run time. */
  request(name: string, params: Record<string, unknown>, options?: CallOptions): Promise<AnyDocument>;
  /** Calls a method that takes a file (`body: multipart`). */
  upload(
    name: string,
    params: Record<string, unknown>,
    file: Blob,
    options?: CallOptions,
  ): Promise<AnyDocument>;
  /** Calls a method that takes bytes (`body: octet-stream`). */
  send(
    name: string,
    params: Record<string, string | number>,
    bytes: Uint8Array<ArrayBuffer>,
    options?: CallOptions,
  ): Promise<AnyDocument>;
  /** Calls a method that answers bytes; some answer a document instead (a directory). */
  download(
    name: string,
    params: Record<string, unknown>,
    options?: CallOptions,
  ): Promise<Download | AnyDocument>;
  /** A connection of its own, opened at its first use; close it when done. */
  socket(options?: SocketOptions): Connection;
}

/** Makes a client; nothing is sent before the first call. */
export function createClient(options: ClientOptions): Client {
  const url = options.url.replace(/\/+$/, '');
  const timeout_ms = options.timeout_ms ?? 70_000;
  const fetcher: FetchLike = options.fetch ?? ((address, init) => globalThis.fetch(address, init));
  const http = { url, token: options.token, fetch: fetcher, timeout_ms };
  return {
    url,
    call: <N extends MethodName>(name: N, params: Input<N>, call?: CallOptions) =>
      httpCall(http, name, params, call) as Promise<Result<N>>,
    request: (name, params, call) => httpCall(http, name, params, call) as Promise<AnyDocument>,
    upload: (name, params, file, call) => httpUpload(http, name, params, file, call) as Promise<AnyDocument>,
    send: (name, params, bytes, call) => httpSend(http, name, params, bytes, call) as Promise<AnyDocument>,
    download: (name, params, call) =>
      httpDownload(http, name, params, call) as Promise<Download | AnyDocument>,
    socket(socket = {}) {
      const known = (globalThis as { WebSocket?: WebSocketClass }).WebSocket;
      const WebSocket = options.WebSocket ?? known;
      if (WebSocket === undefined)
        throw new ClientError('unsupported', 'no WebSocket here: pass one as the option WebSocket');
      return new Connection({ ...socket, url, token: options.token, WebSocket, timeout_ms });
    },
  };
}
