// The body of a request as chunks to be pulled: the socket is paused while the reader is behind. Memory is used again
// and again: buffers of their own for every chunk cost more in collecting than reading and hashing the bytes.
import { AppError } from '../errors.js';
import type { HttpResponse } from './uws.js';

/** The client left, or we stop: there is nobody to answer. */
export class ClientGone extends Error {}

// Chunks come in half a MiB at most, so a little more than that is ever held.
const HIGH = 262_144;
const BLOCK = 262_144;
/** A reader is woken for so many bytes, or the end: TLS gives them in bits of a few KiB, and each waking costs more. */
const WORTH = 65_536;

interface Block {
  readonly bytes: Buffer;
  used: number;
}

/**
 * Reads one body; made in the same turn as the request, or the library drops what has arrived. A chunk that the iterator
 * gives is good until the next one is asked for.
 */
export class Body implements AsyncIterable<Buffer> {
  /** Bytes that may come; `too_large` beyond. */
  limit = Number.POSITIVE_INFINITY;
  /** Filled one after the other; the last one may have room. */
  private readonly blocks: Block[] = [];
  private readonly spare: Block[] = [];
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
    this.blocks.length = 0;
    this.wake?.();
  }

  /** Nobody reads any more: what still comes is dropped. */
  close(): void {
    this.closed = true;
    this.blocks.length = 0;
    this.resume();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void> {
    for (;;) {
      if (this.fault !== null) throw this.fault;
      const block = this.held >= WORTH || this.ended ? this.blocks.shift() : undefined;
      if (block !== undefined) {
        this.held -= block.used;
        // While the reader is busy with this one, the next may fill.
        if (this.held === 0) this.resume();
        yield block.bytes.subarray(0, block.used);
        block.used = 0;
        this.spare.push(block);
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
      this.blocks.length = 0;
    } else {
      // The library takes the chunk's memory back: copy.
      this.copy(new Uint8Array(chunk));
    }
    if (last) this.ended = true;
    else if (this.held >= HIGH && !this.paused) {
      this.paused = true;
      this.res.pause();
    }
    if (this.held >= WORTH || last || this.fault !== null) this.wake?.();
  }

  private copy(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      let block = this.blocks.at(-1);
      if (block === undefined || block.used === BLOCK) {
        block = this.spare.pop() ?? { bytes: Buffer.allocUnsafeSlow(BLOCK), used: 0 };
        this.blocks.push(block);
      }
      const part = chunk.subarray(at, at + BLOCK - block.used);
      block.bytes.set(part, block.used);
      block.used += part.length;
      at += part.length;
    }
    this.held += chunk.length;
  }

  private resume(): void {
    if (!this.paused || this.over()) return;
    this.paused = false;
    this.res.resume();
  }
}
