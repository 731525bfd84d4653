// A WebSocket client without comfort: masked frames rendered beforehand, answers cut out by length, or bytes only counted.
import { randomBytes } from 'node:crypto';
import { type Socket, connect } from 'node:net';

const MASK = randomBytes(4).map((byte) => byte | 1);
// Read callbacks are synchronous and one at a time, so all sockets may read into the same memory.
const READ_BYTES = 65_536;

/** A text frame as a client sends it. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x81, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x81, 0xfe, length >> 8, length & 255])
        : Buffer.from([
            0x81,
            0xff,
            0,
            0,
            0,
            0,
            length >>> 24,
            (length >> 16) & 255,
            (length >> 8) & 255,
            length & 255,
          ]);
  for (let at = 0; at < length; at++) payload[at] = (payload[at] ?? 0) ^ (MASK[at & 3] ?? 0);
  return Buffer.concat([head, MASK, payload]);
}

/** One connection. */
export class RawSocket {
  /** Bytes received since `count` was called. */
  received = 0;
  closed = false;
  onMessage: (payload: Buffer) => void = () => undefined;
  /** Told how many bytes came, in counting mode. */
  onBytes: (count: number) => void = () => undefined;
  private counting = false;
  private rest: Buffer | null = null;
  private upgraded: (() => void) | null = null;
  private failed: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {}

  /** Connects and upgrades; fails on any answer but 101. */
  static async open(
    url: string,
    path: string,
    token: string,
    buffer = Buffer.alloc(READ_BYTES),
  ): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const holder: { raw: RawSocket | null } = { raw: null };
    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: {
        buffer,
        callback: (count, bytes) => {
          holder.raw?.take(Buffer.from(bytes.buffer, bytes.byteOffset, count));
          return true;
        },
      },
    });
    const raw = new RawSocket(socket);
    holder.raw = raw;
    socket.setNoDelay(true);
    socket.on('error', (error) => raw.end(error));
    socket.on('close', () => raw.end(new Error('the server closed a socket')));
    await new Promise<void>((resolve, reject) => {
      raw.upgraded = resolve;
      raw.failed = reject;
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
          `Authorization: Bearer ${token}\r\n\r\n`,
      );
    });
    return raw;
  }

  send(frame: Buffer): void {
    this.socket.write(frame);
  }

  /** Sends a frame and waits for the next message. */
  ask(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.failed = reject;
      this.onMessage = (payload) => {
        this.onMessage = () => undefined;
        resolve(payload.toString());
      };
      this.send(textFrame(text));
    });
  }

  /** From now on bytes are counted and not looked at. */
  count(): void {
    this.received = 0;
    this.counting = true;
  }

  close(): void {
    this.closed = true;
    this.socket.destroy();
  }

  private end(error: Error): void {
    this.closed = true;
    this.failed?.(error);
  }

  private take(chunk: Buffer): void {
    if (this.counting) {
      this.received += chunk.length;
      this.onBytes(chunk.length);
      return;
    }
    // The memory is used again for the next read: what stays is copied.
    let data = this.rest === null ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = null;
    if (this.upgraded !== null) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.rest = Buffer.from(data));
      const status = data.toString('latin1', 9, 12);
      if (status !== '101') return this.end(new Error(`upgrade answered ${data.toString('latin1', 0, 200)}`));
      data = data.subarray(end + 4);
      const done = this.upgraded;
      this.upgraded = null;
      done();
    }
    this.frames(data);
  }

  private frames(data: Buffer): void {
    let at = 0;
    while (data.length - at >= 2) {
      const short = (data[at + 1] ?? 0) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < head) break;
      const length =
        short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUInt32BE(at + 6);
      if (data.length - at < head + length) break;
      if (((data[at] ?? 0) & 0x0f) === 1) {
        this.received += head + length;
        this.onMessage(data.subarray(at + head, at + head + length));
      }
      at += head + length;
    }
    if (at < data.length) this.rest = Buffer.from(data.subarray(at));
  }
}
