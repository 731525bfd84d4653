// Plain HTTP calls for setting up and for checking answers, and the keep-alive clients of slow baselines.
import { type Agent, type RequestOptions, request } from 'node:http';

/** A whole answer. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One request over node:http, its answer as text. */
export function send(options: RequestOptions, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** POSTs JSON text. */
export function post(url: string, body: string, token?: string, agent?: Agent): Promise<Answer> {
  const { hostname, port, pathname } = new URL(url);
  return send(
    {
      method: 'POST',
      hostname,
      port,
      path: pathname,
      ...(agent === undefined ? {} : { agent }),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    },
    body,
  );
}
