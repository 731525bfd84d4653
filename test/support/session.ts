// A client of session sockets for tests: remembers what came, and can stop reading.
import { WebSocket, type ClientOptions } from 'ws';
import { until } from './until.js';

type Dict = Record<string, unknown>;

export interface SessionOptions extends ClientOptions {
  protocols?: string[];
}

/** One session as its client sees it. */
export class ClientSession {
  readonly text: Dict[] = [];
  /** Bytes of a command without a terminal, apart; those of a terminal are in `raw`. */
  stdout = '';
  stderr = '';
  raw = '';
  /** Output without the stream's byte in front. */
  bytes = 0;
  /** Input that was told to be taken. */
  took = 0;
  private end: { code: number; reason: string } | null = null;

  constructor(private readonly ws: WebSocket) {
    ws.on('error', () => undefined);
    ws.on('message', (data, binary) => this.message(data as Buffer, binary));
    ws.on('close', (code, reason) => (this.end = { code, reason: reason.toString() }));
  }

  get protocol(): string {
    return this.ws.protocol;
  }

  get over(): boolean {
    return this.end !== null;
  }

  private message(data: Buffer, binary: boolean): void {
    if (!binary) {
      const frame = JSON.parse(data.toString()) as Dict;
      if (frame['type'] === 'taken') this.took = Number(frame['bytes']);
      else this.text.push(frame);
      return;
    }
    this.bytes += data.length - 1;
    if (this.bytes > 200_000) return;
    this.raw += data.toString();
    if (data[0] === 1) this.stdout += data.subarray(1).toString();
    if (data[0] === 2) this.stderr += data.subarray(1).toString();
  }

  async started(): Promise<void> {
    const started = (): boolean => this.text.some(({ type }) => type === 'started');
    await until(started, { timeout_ms: 15_000, what: 'the session to start' });
  }

  async closed(timeout_ms = 10_000): Promise<{ code: number; reason: string }> {
    await until(() => this.end !== null, { timeout_ms, what: 'the session to end' });
    return this.end ?? { code: 0, reason: '' };
  }

  input(bytes: string | Buffer): void {
    this.ws.send(Buffer.from(bytes as string));
  }

  control(frame: unknown): void {
    this.ws.send(JSON.stringify(frame));
  }

  pause(): void {
    this.ws.pause();
  }

  resume(): void {
    this.ws.resume();
  }

  close(): void {
    this.ws.close();
  }

  /** Cuts the connection without a goodbye. */
  cut(): void {
    this.ws.terminate();
  }
}

/** Opens a session; rejects when the handshake or the ticket is refused. */
export function openSession(url: string, options: SessionOptions = {}): Promise<ClientSession> {
  const { protocols, ...rest } = options;
  const ws = new WebSocket(url, protocols ?? [], { perMessageDeflate: false, ...rest });
  const session = new ClientSession(ws);
  return new Promise((resolve, reject) => {
    ws.once('message', (data: Buffer, binary) => {
      const frame = binary ? {} : (JSON.parse(data.toString('utf8')) as Frame);
      if (frame.errors?.[0]?.code === 'unauthenticated') reject(new Error('the ticket was refused'));
      else resolve(session);
    });
    ws.once('close', () => resolve(session));
    ws.once('error', reject);
  });
}

/** The status a session is refused with, at the handshake or by its error frame; 101 when it is not. */
export function refusedAt(url: string, options: SessionOptions = {}): Promise<number> {
  const { protocols, ...rest } = options;
  const ws = new WebSocket(url, protocols ?? [], { perMessageDeflate: false, ...rest });
  return new Promise((resolve) => {
    ws.on('error', () => undefined);
    ws.once('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    ws.once('message', (data: Buffer, binary) => {
      const frame = binary ? {} : (JSON.parse(data.toString('utf8')) as Frame);
      resolve(frame.type === 'error' ? Number(frame.errors?.[0]?.status) : 101);
      ws.terminate();
    });
  });
}

interface Frame {
  type?: string;
  errors?: { status: string; code: string }[];
}
