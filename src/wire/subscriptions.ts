// The subscriptions of one socket: frames while it reads, held back while it does not, closed when it is too slow (REL-62).
import type { AppError } from '../errors.js';
import type { EventSink, EventStream, StreamBatch } from '../registry/registry.js';
import { numberedOnly, type EncodedBatches, type FrameFormat } from './encoded.js';
import type { Limits } from './limits.js';

/** What subscriptions need of their socket. */
export interface Outlet {
  /** Sends a frame; false when the reader has stopped taking data. */
  push(frame: Uint8Array): boolean;
  /** Bytes that were sent but not taken. */
  buffered(): number;
  readonly blocked: boolean;
  tooSlow(cursor: string): void;
  /** A stream ended by itself: null when we stop. */
  ended(subscription: number, format: FrameFormat, error: AppError | null, cursor: string): void;
}

interface Held {
  readonly subscription: Subscription;
  readonly frame: Uint8Array;
  readonly events: number;
  readonly cursor: string;
}

/** One accepted subscription; `cursor` is that of the last batch handed to the connection. */
export class Subscription implements EventSink {
  cursor: string;

  constructor(
    private readonly owner: Subscriptions,
    readonly number: number,
    readonly format: FrameFormat,
    readonly stream: EventStream,
  ) {
    this.cursor = stream.answer.from;
  }

  deliver(batch: StreamBatch): boolean {
    return this.owner.deliver(this, batch);
  }

  end(error: AppError | null, cursor: string): void {
    this.owner.end(this, error, cursor);
  }
}

/** All subscriptions of one socket. */
export class Subscriptions {
  private readonly all = new Map<number, Subscription>();
  private last = 0;
  private held: Held[] = [];
  private heldEvents = 0;
  private heldBytes = 0;
  private closed = false;

  constructor(
    private readonly outlet: Outlet,
    private readonly encoded: EncodedBatches,
    private readonly limits: Limits,
  ) {}

  get size(): number {
    return this.all.size;
  }

  /** Takes a stream in; it is started by the caller once its answer is out. */
  add(stream: EventStream, format: FrameFormat): Subscription {
    const subscription = new Subscription(this, ++this.last, format, stream);
    this.all.set(subscription.number, subscription);
    return subscription;
  }

  /** Ends one; false when there is none of that number. */
  remove(number: number): boolean {
    const subscription = this.all.get(number);
    if (subscription === undefined) return false;
    this.all.delete(number);
    this.held = this.held.filter((item) => item.subscription !== subscription);
    this.recount();
    subscription.stream.close();
    return true;
  }

  /** Ends all: the socket is gone. */
  close(): void {
    this.closed = true;
    this.held = [];
    for (const { stream } of this.all.values()) stream.close();
    this.all.clear();
  }

  /** Where a reader goes on without missing anything: the oldest of its subscriptions, '' without any. */
  cursor(): string {
    let oldest = '';
    for (const { cursor } of this.all.values()) {
      if (oldest === '' || cursorNumber(cursor) < cursorNumber(oldest)) oldest = cursor;
    }
    return oldest;
  }

  deliver(subscription: Subscription, batch: StreamBatch): boolean {
    if (this.closed || this.all.get(subscription.number) !== subscription) return false;
    const { outlet } = this;
    if (!outlet.blocked && this.held.length === 0) {
      subscription.cursor = batch.cursor;
      return outlet.push(this.encoded.frame(batch, subscription.number, subscription.format));
    }
    const kept = numberedOnly(batch);
    if (kept === null) return false;
    const frame = this.encoded.frame(kept, subscription.number, subscription.format);
    this.held.push({ subscription, frame, events: kept.events.length, cursor: kept.cursor });
    this.heldEvents += kept.events.length;
    this.heldBytes += frame.byteLength;
    const { slow_events, slow_bytes } = this.limits;
    if (this.heldEvents > slow_events || this.heldBytes + outlet.buffered() > slow_bytes) {
      outlet.tooSlow(this.cursor());
    }
    return false;
  }

  /** The socket takes data again: sends what was held, then lets replays go on. */
  drained(): void {
    let sent = 0;
    for (const item of this.held) {
      if (this.outlet.blocked) break;
      sent++;
      item.subscription.cursor = item.cursor;
      this.outlet.push(item.frame);
    }
    if (this.closed) return;
    this.held = this.held.slice(sent);
    this.recount();
    if (this.held.length > 0 || this.outlet.blocked) return;
    for (const { stream } of [...this.all.values()]) stream.resume();
  }

  end(subscription: Subscription, error: AppError | null, cursor: string): void {
    if (this.closed || this.all.get(subscription.number) !== subscription) return;
    const at = this.held.length === 0 ? cursor : subscription.cursor;
    this.remove(subscription.number);
    this.outlet.ended(subscription.number, subscription.format, error, at);
  }

  private recount(): void {
    this.heldEvents = this.held.reduce((sum, item) => sum + item.events, 0);
    this.heldBytes = this.held.reduce((sum, item) => sum + item.frame.byteLength, 0);
  }
}

function cursorNumber(cursor: string): number {
  return Number(cursor.slice(cursor.lastIndexOf('.') + 1));
}
