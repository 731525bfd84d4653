// A small stand-in for Gantry's wire: answers calls, keeps a log of events, and can misbehave on demand.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Packr } from 'msgpackr';
import { WebSocketServer, type WebSocket } from 'ws';

export interface StubCall {
  name: string;
  body: Record<string, unknown>;
  headers: IncomingMessage['headers'];
}

type Answer = { status: number; body: unknown };

interface Subscriber {
  socket: WebSocket;
  number: number;
  sent: number;
  send(frame: unknown): void;
}

/** What the stub answers a method with; throw nothing, return a status and a document. */
export type StubMethods = Record<string, (body: Record<string, unknown>) => Answer>;

export function refuse(status: number, code: string, detail: string): Answer {
  return {
    status,
    body: { errors: [{ status: String(status), code, detail }], meta: { request_id: 'r-1' } },
  };
}

export class Stub {
  readonly calls: StubCall[] = [];
  readonly sockets = new Set<WebSocket>();
  epoch = 'e1';
  head = 0;
  oldest = 0;
  /** Repeats this many events of the past with every resumed subscription: a client has to drop them. */
  overlap = 0;
  token: string | null = null;
  connections = 0;
  #http: Server;
  #ws: WebSocketServer;
  #subscribers = new Set<Subscriber>();
  #muted = new WeakSet<WebSocket>();
  #packr = new Packr({ useRecords: false });

  private constructor(readonly methods: StubMethods) {
    this.#http = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const name = decodeURIComponent((request.url ?? '').replace('/v1/', ''));
        const answer = this.#answer(
          name,
          JSON.parse(text || '{}') as Record<string, unknown>,
          request.headers,
        );
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
      });
    });
    this.#ws = new WebSocketServer({ server: this.#http, path: '/v1/socket' });
    this.#ws.on('connection', (socket, request) => this.#connection(socket, request));
  }

  static async start(methods: StubMethods = {}): Promise<Stub> {
    const stub = new Stub(methods);
    await new Promise<void>((resolve) => stub.#http.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.#ws.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** Appends events to the log and sends them to every subscriber. */
  emit(count = 1): void {
    this.head += count;
    for (const subscriber of this.#subscribers) this.#catchUp(subscriber);
  }

  /** Sends something to every subscriber as it is. */
  raw(frame: (number: number) => unknown): void {
    for (const subscriber of this.#subscribers) subscriber.send(frame(subscriber.number));
  }

  /** Closes every socket with a code; 1006 cuts the connection without a word. */
  drop(code: number): void {
    for (const socket of this.sockets) {
      if (code === 1006) socket.terminate();
      else socket.close(code, `${this.epoch}.${this.head}`);
    }
  }

  /** The sockets open now say nothing any more, as if the peer's machine were gone. */
  mute(): void {
    for (const socket of this.sockets) this.#muted.add(socket);
  }

  #answer(name: string, body: Record<string, unknown>, headers: IncomingMessage['headers']): Answer {
    this.calls.push({ name, body, headers });
    return this.methods[name]?.(body) ?? refuse(404, 'method_not_found', `no method ${name}`);
  }

  #catchUp(subscriber: Subscriber): void {
    const events: unknown[] = [];
    for (let id = subscriber.sent + 1; id <= this.head; id++)
      events.push({ id, type: 'test.event', at: id, data: {} });
    subscriber.sent = this.head;
    if (events.length > 0) subscriber.send({ type: 'event', subscription: subscriber.number, events });
  }

  #connection(socket: WebSocket, request: IncomingMessage): void {
    this.connections++;
    this.sockets.add(socket);
    const binary = socket.protocol === 'gantry.msgpack';
    let authenticated = this.token === null;
    let numbers = 0;
    const send = (frame: unknown): void => {
      if (!this.#muted.has(socket)) socket.send(binary ? this.#packr.pack(frame) : JSON.stringify(frame));
    };
    socket.on('close', () => {
      this.sockets.delete(socket);
      for (const one of [...this.#subscribers]) if (one.socket === socket) this.#subscribers.delete(one);
    });
    socket.on('message', (data: Buffer, isBinary) => {
      const frame = (isBinary ? this.#packr.unpack(data) : JSON.parse(data.toString())) as {
        type: string;
        request_id: string;
        body: Record<string, unknown>;
      };
      const reply = (answer: Answer): void =>
        send({ type: frame.type, request_id: frame.request_id, ...answer });
      if (frame.type === 'event.auth') {
        authenticated = frame.body['token'] === this.token;
        if (authenticated)
          reply({ status: 200, body: { data: { type: 'auth', attributes: { response: true } } } });
        else socket.close(4401);
        return;
      }
      if (!authenticated) {
        socket.close(4401);
        return;
      }
      if (frame.type === 'event.unsubscribe') {
        for (const one of [...this.#subscribers])
          if (one.socket === socket && one.number === frame.body['subscription'])
            this.#subscribers.delete(one);
        reply({ status: 200, body: { data: { type: 'subscription', attributes: { response: true } } } });
        return;
      }
      if (frame.type !== 'event.subscribe') {
        reply(this.#answer(frame.type, frame.body, request.headers));
        return;
      }
      this.calls.push({ name: frame.type, body: frame.body, headers: request.headers });
      const cursor = frame.body['cursor'] as string | undefined;
      const [epoch, number] =
        cursor === undefined ? [this.epoch, this.head] : [cursor.split('.')[0], Number(cursor.split('.')[1])];
      if (epoch !== this.epoch) return reply(refuse(410, 'epoch_changed', 'another log'));
      if (number < this.oldest) return reply(refuse(410, 'cursor_expired', 'too old'));
      if (number > this.head) return reply(refuse(410, 'cursor_in_future', 'not yet'));
      const subscriber = {
        socket,
        number: ++numbers,
        sent: Math.max(0, cursor === undefined ? number : number - this.overlap),
        send,
      };
      const attributes = {
        subscription: subscriber.number,
        epoch: this.epoch,
        from: `${this.epoch}.${number}`,
        head: `${this.epoch}.${this.head}`,
      };
      reply({ status: 200, body: { data: { type: 'subscription', id: subscriber.number, attributes } } });
      this.#subscribers.add(subscriber);
      this.#catchUp(subscriber);
    });
  }
}
