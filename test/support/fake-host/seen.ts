// A request as the fake notes it.
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { SeenRequest } from './types.js';

/** What tests may look at of a request. */
export function seenRequest(request: IncomingMessage, body: unknown): SeenRequest {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const client = request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate() : undefined;
  return {
    method: request.method ?? '',
    path: mark < 0 ? url : url.slice(0, mark),
    query: Object.fromEntries(new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))),
    body,
    client: client?.fingerprint256.replaceAll(':', '').toLowerCase() ?? '',
  };
}
