// Load of the fan-out scenario: fires bursts and waits until every socket has received what the witness has.
import type { RawSocket } from './raw-socket.js';
import { percentile } from './statistics.js';
import type { Load } from './types.js';

/** Bursts under way, so that the server does not wait for the client's last reads. */
const WINDOW = 2;
const STALL_MS = 5000;

/** One side: who listens, and how a burst is made. */
export interface Measurable {
  /** The socket whose frames are read. */
  readonly witness: RawSocket;
  /** All others: same view, same format, so the same bytes. */
  readonly crowd: readonly RawSocket[];
  /** Events of one burst. */
  readonly burst: number;
  /** Refusals of what makes the events; set by the side. */
  errors: number;
  fire(): void;
  /** Reads a frame of the witness; returns how many events it holds. */
  seen(payload: Buffer): number;
  close(): void;
}

/** Makes the load generator of one side. A delivery is one event at one socket. */
export function burstLoad(side: Measurable): (seconds: number) => Promise<Load> {
  return (seconds) => new Promise((resolve) => new Bursts(side, seconds, resolve).start());
}

class Bursts {
  private readonly started = performance.now();
  private readonly errorsBefore: number;
  private readonly latencies: number[] = [];
  private readonly sent: number[] = [];
  /** Witness bytes at the end of each burst that it has seen whole. */
  private readonly marks: number[] = [];
  private events = 0;
  private frames = 0;
  private crowdBytes = 0;
  private done = 0;
  private guard: NodeJS.Timeout;

  constructor(
    private readonly side: Measurable,
    private readonly seconds: number,
    private readonly finished: (load: Load) => void,
  ) {
    this.errorsBefore = side.errors;
    this.guard = setTimeout(() => this.finish(), STALL_MS);
  }

  start(): void {
    const { witness, crowd, burst } = this.side;
    witness.received = 0;
    witness.onMessage = (payload) => {
      this.events += this.side.seen(payload);
      this.frames++;
      while (this.events >= (this.marks.length + 1) * burst) this.marks.push(witness.received);
      this.look();
    };
    for (const socket of crowd) {
      socket.count();
      socket.onBytes = (count) => {
        this.crowdBytes += count;
        this.look();
      };
    }
    for (let at = 0; at < WINDOW; at++) this.fire();
  }

  private fire(): void {
    this.sent.push(performance.now());
    this.side.fire();
  }

  private look(): void {
    const { length } = this.side.crowd;
    for (;;) {
      const mark = this.marks[this.done];
      if (mark === undefined || this.crowdBytes < mark * length) return;
      const now = performance.now();
      this.latencies.push(now - (this.sent[this.done] ?? now));
      this.done++;
      this.guard.refresh();
      if (now - this.started < this.seconds * 1000) this.fire();
      else if (this.done === this.sent.length) return this.finish();
    }
  }

  private finish(): void {
    clearTimeout(this.guard);
    const { witness, crowd, burst, errors } = this.side;
    witness.onMessage = () => undefined;
    for (const socket of crowd) socket.onBytes = () => undefined;
    const short = crowd.filter((socket) => socket.closed || socket.received !== witness.received).length;
    this.finished({
      units: this.done * burst * (crowd.length + 1),
      seconds: (performance.now() - this.started) / 1000,
      p50_ms: percentile(this.latencies, 0.5),
      p99_ms: percentile(this.latencies, 0.99),
      errors: short + (this.sent.length - this.done) + (errors - this.errorsBefore),
    });
  }
}
