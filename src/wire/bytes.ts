// Answers that are bytes: sent as the source gives them and no faster than the client takes them.
import { STATUS_CODES } from 'node:http';
import { AppError } from '../errors.js';
import type { Bytes } from '../registry/registry.js';
import type { Exchange } from './exchange.js';

/** Sends a result made of bytes; HEAD gets its headers. A source that fails midway ends the connection. */
export function sendBytes(x: Exchange, bytes: Bytes): void {
  if (x.over) return bytes.close();
  new Sending(x, bytes).run().catch((error: unknown) => x.fail(error));
}

class Sending {
  private begun = false;
  /** What the library did not take yet, and where it begins in the answer. */
  private rest: { chunk: Uint8Array; at: number; taken: () => void } | null = null;

  constructor(
    private readonly x: Exchange,
    private readonly bytes: Bytes,
  ) {}

  async run(): Promise<void> {
    const { x, bytes } = this;
    if (x.head.verb === 'head') {
      x.res.cork(() => {
        this.headers();
        if (bytes.size === null) x.res.endWithoutBody();
        else x.res.endWithoutBody(bytes.size);
      });
      x.finished();
      return bytes.close();
    }
    x.call = {
      abort: () => {
        this.bytes.close();
        this.rest?.taken();
      },
    };
    x.res.onWritable((offset) => this.writable(offset));
    try {
      const whole = await this.pump();
      if (x.over) return;
      if (whole) this.end();
      else throw new AppError('host_failed', 'the file ended before its time: try again');
    } catch (error) {
      bytes.close();
      if (x.over) return;
      if (!this.begun) throw error;
      // The status is on its way already: only a broken connection tells that something is missing.
      x.house.log.warn({ err: error, request_id: x.head.id }, 'an answer could not be sent to its end');
      x.res.close();
    }
  }

  /** True when all that was promised has been written. */
  private async pump(): Promise<boolean> {
    const { x, bytes } = this;
    let sent = 0;
    const parts = bytes.body instanceof Uint8Array ? [bytes.body] : bytes.body;
    for await (const part of parts) {
      if (x.over) return false;
      if (part.length === 0) continue;
      const room = bytes.size === null ? part.length : bytes.size - sent;
      // A file that grows while it is read ends where it was said to end.
      const chunk = part.length > room ? part.subarray(0, room) : part;
      await this.put(chunk);
      sent += chunk.length;
      if (x.over || sent === bytes.size) return true;
    }
    return bytes.size === null || sent === bytes.size;
  }

  private put(chunk: Uint8Array): Promise<void> | void {
    const { x, bytes } = this;
    let waiting: Promise<void> | undefined;
    x.res.cork(() => {
      this.begin();
      if (bytes.size === null) {
        if (!x.res.write(chunk)) waiting = this.wait(new Uint8Array(0), 0);
        return;
      }
      const at = x.res.getWriteOffset();
      const [ok, done] = x.res.tryEnd(chunk, bytes.size);
      if (done) x.finished();
      else if (!ok) waiting = this.wait(chunk, at);
    });
    return waiting;
  }

  private wait(chunk: Uint8Array, at: number): Promise<void> {
    return new Promise((resolve) => (this.rest = { chunk, at, taken: resolve }));
  }

  private writable(offset: number): boolean {
    const { x, bytes, rest } = this;
    if (rest === null) return true;
    if (bytes.size !== null) {
      const [ok, done] = x.res.tryEnd(rest.chunk.subarray(offset - rest.at), bytes.size);
      if (done) x.finished();
      else if (!ok) return false;
    }
    this.rest = null;
    rest.taken();
    return true;
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.headers();
  }

  private end(): void {
    const { x } = this;
    x.res.cork(() => {
      this.begin();
      x.res.end();
    });
    x.finished();
  }

  /** Only inside a cork. */
  private headers(): void {
    const { x, bytes } = this;
    x.res.writeStatus(`200 ${STATUS_CODES[200] ?? ''}`);
    x.res.writeHeader('Content-Type', bytes.type);
    x.res.writeHeader('Cache-Control', 'no-store');
    x.res.writeHeader('X-Content-Type-Options', 'nosniff');
    x.common();
    for (const [name, value] of Object.entries(bytes.headers)) x.res.writeHeader(name, value);
  }
}
