// What a streaming method gives the wire: an answer, then batches of numbered events or the panel's messages.
import type { AppError } from '../errors.js';

/** An event ready to be sent: `json` is its wire text, made once and shared by all readers. */
export interface StreamEvent {
  /** Number in the log; null for transient events. */
  readonly id: number | null;
  readonly json: string;
  /** The same as a value, for MessagePack frames. */
  readonly value: Record<string, unknown>;
}

/** Events that became due together. The same object goes to every reader with the same view: encode it once. */
export interface StreamBatch {
  readonly events: readonly StreamEvent[];
  /** `<epoch>.<id>` after the last numbered event of this batch. */
  readonly cursor: string;
}

/** Where a wire connection takes events. Never throws. */
export interface EventSink {
  /**
   * Takes a batch. Returns false when the connection is holding data back: a replay then waits for
   * `resume()`; live batches go on coming, and it is the sink that closes a reader that is too slow.
   */
  deliver(batch: StreamBatch): boolean;
  /** The stream is over: token revoked (`unauthenticated`), cursor trouble, or null when we stop. */
  end(error: AppError | null, cursor: string): void;
}

/** An accepted subscription. */
export interface EventStream {
  readonly kind: 'events';
  /** `attributes` of the answer: epoch, from, head (and subscription, which the wire numbers per socket). */
  readonly answer: { epoch: string; from: string; head: string };
  /** Begins to deliver; call once, after the answer was written. */
  start(sink: EventSink): void;
  /** The connection drained: a held-back replay goes on. */
  resume(): void;
  close(): void;
}

/** The panel's stream before and after `event.auth` (native wire, section 3): unnamed messages with text. */
export interface PanelStream {
  readonly kind: 'panel';
  start(sink: {
    /** `id` becomes the SSE `id:` line when present. */
    message(id: string | null, data: string): void;
    /** Sends the named event `close` and ends. */
    close(): void;
  }): void;
  close(): void;
}

export type Stream = EventStream | PanelStream;
