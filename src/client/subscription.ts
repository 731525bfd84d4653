// One event subscription as its consumer sees it: an async iterable that survives lost connections.
import { ClientError } from './error.js';
import type { Event, EventFilter, SubscribeOptions } from './types.js';

/** Where the log stood when a subscription was accepted; cursors are `<epoch>.<id>`. */
export interface SubscriptionStart {
  epoch: string;
  from: string;
  head: string;
}

/** What a subscription asks of its connection. */
export interface SubscriptionHost {
  /** The consumer has caught up after a pause, or has gone away. */
  resume(subscription: EventSubscription): void;
  detach(subscription: EventSubscription): void;
}

/** Events in order, each number once, across reconnects; iterate it once. */
export class EventSubscription implements AsyncIterable<Event> {
  /** Settles when the server has accepted the subscription for the first time. */
  readonly ready: Promise<SubscriptionStart>;
  readonly filter: EventFilter | undefined;
  #host: SubscriptionHost;
  #limit: number;
  #cursor: string | undefined;
  #epoch = '';
  #last = 0;
  #queue: Event[] = [];
  #wake: (() => void) | null = null;
  #failure: ClientError | null = null;
  #done = false;
  #paused = false;
  #accept: (start: SubscriptionStart) => void = () => undefined;
  #refuse: (error: ClientError) => void = () => undefined;

  constructor(host: SubscriptionHost, options: SubscribeOptions, limit: number) {
    this.#host = host;
    this.#limit = limit;
    this.#cursor = options.cursor;
    this.filter = options.filter;
    this.ready = new Promise((resolve, reject) => {
      this.#accept = resolve;
      this.#refuse = reject;
    });
    // Whoever only iterates sees the same failure there.
    this.ready.catch(() => undefined);
    const { signal } = options;
    if (signal?.aborted) this.close();
    else signal?.addEventListener('abort', () => this.close(), { once: true });
  }

  /** Where to go on from: the last event handed to the queue, or where the subscription began. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** Over, by `close()`, by its consumer or by a failure. */
  get ended(): boolean {
    return this.#done;
  }

  /** Waiting for its consumer; the connection does not subscribe it meanwhile. */
  get paused(): boolean {
    return this.#paused;
  }

  /** The connection reports that the server accepted it (again). */
  accepted(start: SubscriptionStart): void {
    if (this.#epoch !== '' && start.epoch !== this.#epoch) {
      this.fail(
        new ClientError(
          'epoch_changed',
          'the event log was replaced: read the present state, then subscribe anew',
        ),
      );
      return;
    }
    this.#epoch = start.epoch;
    if (this.#cursor === undefined)
      this.#cursor = start.from.includes('.') ? start.from : `${start.epoch}.${start.from}`;
    const number = Number(this.#cursor.slice(this.#cursor.lastIndexOf('.') + 1));
    if (Number.isSafeInteger(number) && number > this.#last) this.#last = number;
    this.#accept(start);
  }

  /** Takes events off the wire, drops what it has already had, and pauses when nobody consumes. */
  take(events: readonly Event[]): void {
    if (this.#done || this.#paused) return;
    for (const event of events) {
      if (event.id !== undefined) {
        if (event.id <= this.#last) continue;
        this.#last = event.id;
        this.#cursor = `${this.#epoch}.${event.id}`;
      }
      this.#queue.push(event);
    }
    if (this.#queue.length > this.#limit) {
      this.#paused = true;
      this.#host.detach(this);
    }
    this.#signal();
  }

  /** Ends it with an error, which the consumer gets after what is queued. */
  fail(error: ClientError): void {
    if (this.#done) return;
    this.#failure = error;
    this.#finish();
    this.#refuse(error);
  }

  /** Ends it; what is queued is still delivered. */
  close(): void {
    if (this.#done) return;
    this.#finish();
    this.#refuse(new ClientError('closed', 'the subscription was closed'));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    try {
      for (;;) {
        const batch = this.#queue;
        this.#queue = [];
        for (const event of batch) yield event;
        if (this.#queue.length > 0) continue;
        if (this.#paused && !this.#done) {
          this.#paused = false;
          this.#host.resume(this);
        }
        if (this.#done) break;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      if (this.#failure !== null) throw this.#failure;
    } finally {
      this.close();
    }
  }

  #finish(): void {
    this.#done = true;
    this.#host.detach(this);
    this.#signal();
  }

  #signal(): void {
    const wake = this.#wake;
    this.#wake = null;
    wake?.();
  }
}
