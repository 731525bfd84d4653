// The body of a request as chunks to be pulled: the socket is paused while the reader is behind.
import { AppError } from '../errors.js';
import type { HttpResponse } from './uws.js';

/** The client left, or we stop: there is nobody to answer. */
export class ClientGone extends Error {}

// Chunks come in half a MiB at most, so a little more than that is ever held.
const HIGH = 262_144;

/** Reads one body; made in the same turn as the request, or the library drops what has arrived. */
export class Body implements AsyncIterable<Buffer> {
  /** Bytes that may come; `too_large` beyond. */
  limit = Number.POSITIVE_INFINITY;
  private readonly chunks: Buffer[] = [];
  private held = 0;
  private size = 0;
  private paused = false;
  private ended = false;
  private closed = false;
  private fault: Error | null = null;
  private wake: (() => void) | null = null;

  /** `over` tells whether the response may not be touched any more. */
  constructor(
    private readonly res: HttpResponse,
    private readonly over: () => boolean,
  ) {
    res.onData((chunk, last) => this.take(chunk, last));
  }

  /** Ends the reader with ClientGone. */
  cut(): void {
    this.fault ??= new ClientGone('the client is gone');
    this.chunks.length = 0;
    this.wake?.();
  }

  /** Nobody reads any more: what still comes is dropped. */
  close(): void {
    this.closed = true;
    this.chunks.length = 0;
    this.resume();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void> {
    for (;;) {
      if (this.fault !== null) throw this.fault;
      const chunk = this.chunks.shift();
      if (chunk !== undefined) {
        this.held -= chunk.length;
        yield chunk;
        continue;
      }
      if (this.ended) return;
      this.resume();
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
  }

  private take(chunk: ArrayBuffer, last: boolean): void {
    if (this.closed || this.fault !== null) return;
    this.size += chunk.byteLength;
    if (this.size > this.limit) {
      this.fault = new AppError('too_large', `the body may hold ${this.limit} bytes at most`);
      this.chunks.length = 0;
    } else if (chunk.byteLength > 0) {
      // The library takes the chunk's memory back: copy.
      this.chunks.push(Buffer.from(chunk.slice(0)));
      this.held += chunk.byteLength;
    }
    if (last) this.ended = true;
    else if (this.held >= HIGH && !this.paused) {
      this.paused = true;
      this.res.pause();
    }
    this.wake?.();
  }

  private resume(): void {
    if (!this.paused || this.over()) return;
    this.paused = false;
    this.res.resume();
  }
}
