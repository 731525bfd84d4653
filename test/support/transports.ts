// Every way to call a method of a running house, with answers brought to one form.
import { pack, unpack } from 'msgpackr';
import { WebSocket } from 'ws';
import { until } from './until.js';

/** What a call came to. */
export interface Outcome {
  /** `ok`, or the code of the error. */
  readonly code: string;
  /** The result document, or the error's faults (without the request id). */
  readonly body: unknown;
}

export interface CallWith {
  token?: string | undefined;
  key?: string;
}

/** One way to call. */
export interface Transport {
  readonly name: string;
  call(method: string, params: unknown, options?: CallWith): Promise<Outcome>;
  close(): void;
}

type Dict = Record<string, unknown>;

interface WireError {
  code: string;
  detail: string;
  source?: { pointer: string };
}

function fromDocument(body: unknown): Outcome {
  const errors = (body as { errors?: WireError[] } | null)?.errors;
  if (errors === undefined) return { code: 'ok', body };
  return {
    code: errors[0]?.code ?? '',
    body: errors.map(({ detail, source }) => ({ detail, pointer: source?.pointer })),
  };
}

function fromRpc(answer: Dict): Outcome {
  const error = answer['error'] as
    | { message: string; data?: { code?: string; faults?: { detail: string; pointer?: string }[] } }
    | undefined;
  if (error === undefined) return { code: 'ok', body: answer['result'] };
  const faults = error.data?.faults ?? [];
  return {
    code: error.data?.code ?? '',
    body: faults.map(({ detail, pointer }) => ({ detail, pointer })),
  };
}

async function post(url: string, body: unknown, { token, key }: CallWith): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
}

/** `POST /v1/<method>`. */
export function overHttp(url: string): Transport {
  return {
    name: 'http',
    call: async (method, params, options = {}) => {
      const answer = await post(`${url}/v1/${method}`, params, options);
      return fromDocument(await answer.json());
    },
    close: () => undefined,
  };
}

/** JSON-RPC 2.0 at `POST /rpc`. */
export function overRpc(url: string): Transport {
  return {
    name: 'rpc over http',
    call: async (method, params, options = {}) => {
      const { key, ...rest } = options;
      const all = key === undefined ? params : { ...(params as Dict), idempotency_key: key };
      const answer = await post(`${url}/rpc`, { jsonrpc: '2.0', id: 1, method, params: all }, rest);
      return fromRpc((await answer.json()) as Dict);
    },
    close: () => undefined,
  };
}

/** One socket per token, of either format and either envelope; a call without a token is refused by the handshake. */
export function overSocket(url: string, format: 'json' | 'msgpack', envelope: 'native' | 'rpc'): Transport {
  const sockets = new Map<string, Promise<TestSocket>>();
  return {
    name: `${envelope} over ${format} socket`,
    call: async (method, params, { token = '', key } = {}) => {
      let opening = sockets.get(token);
      if (opening === undefined) {
        opening = openSocket(url, { format, token });
        sockets.set(token, opening);
      }
      const socket = await opening;
      const id = String(socket.frames.length + socket.sent);
      if (envelope === 'rpc') {
        const all = key === undefined ? params : { ...(params as Dict), idempotency_key: key };
        socket.send({ jsonrpc: '2.0', id, method, params: all });
        return fromRpc(await socket.frame((frame) => frame['id'] === id));
      }
      socket.send({
        type: method,
        request_id: id,
        body: params,
        ...(key === undefined ? {} : { idempotency_key: key }),
      });
      const frame = await socket.frame(({ request_id }) => request_id === id);
      return fromDocument(frame['body']);
    },
    close: () => {
      for (const opening of sockets.values()) void opening.then((socket) => socket.close());
    },
  };
}

/** A socket of a test: every frame is kept. */
export interface TestSocket {
  readonly frames: Dict[];
  readonly closed: { code: number; reason: string } | null;
  sent: number;
  send(frame: unknown): void;
  /** The first frame that matches, waited for. */
  frame(matches: (frame: Dict) => boolean): Promise<Dict>;
  /** Subscribes and returns the answer's body. */
  subscribe(params?: Dict): Promise<Dict>;
  /** Numbered and transient events of all subscriptions, in order. */
  events(): Dict[];
  close(): void;
}

/** Opens a socket; `token` empty: none is sent. */
export async function openSocket(
  url: string,
  { token, format = 'json' }: { token: string; format?: 'json' | 'msgpack' },
): Promise<TestSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/v1/socket`, [`gantry.${format}`], {
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
  });
  const frames: Dict[] = [];
  const state: { closed: TestSocket['closed'] } = { closed: null };
  socket.on('message', (data: Buffer) =>
    frames.push((format === 'json' ? JSON.parse(data.toString()) : unpack(data)) as Dict),
  );
  socket.on('close', (code, reason) => (state.closed = { code, reason: reason.toString() }));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const self: TestSocket = {
    frames,
    get closed() {
      return state.closed;
    },
    sent: 0,
    send: (frame) => {
      self.sent += 1;
      socket.send(format === 'json' ? JSON.stringify(frame) : pack(frame));
    },
    frame: async (matches) => {
      const found = await until(() => frames.find(matches) ?? (state.closed && 'closed'), {
        timeout_ms: 20_000,
        what: 'a frame',
      });
      if (found === 'closed') throw new Error(`the socket was closed: ${JSON.stringify(state.closed)}`);
      return found;
    },
    subscribe: async (params = {}) => {
      const id = `subscribe-${self.sent}`;
      self.send({ type: 'event.subscribe', request_id: id, body: params });
      const answer = await self.frame(({ request_id }) => request_id === id);
      if (answer['status'] !== 200) throw new Error(`event.subscribe: ${JSON.stringify(answer)}`);
      return answer['body'] as Dict;
    },
    events: () => frames.filter(({ type }) => type === 'event').flatMap(({ events }) => events as Dict[]),
    close: () => socket.terminate(),
  };
  return self;
}

/** All ways that speak the native methods. */
export function allTransports(url: string): Transport[] {
  return [
    overHttp(url),
    overRpc(url),
    overSocket(url, 'json', 'native'),
    overSocket(url, 'msgpack', 'native'),
    overSocket(url, 'json', 'rpc'),
    overSocket(url, 'msgpack', 'rpc'),
  ];
}
