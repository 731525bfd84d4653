// The calls of one connection that wait for their answer: by request id, with time limits and aborts.
import { ClientError } from './error.js';

/** One call in flight, or waiting for a connection. */
export interface Pending {
  readonly frame: Record<string, unknown>;
  /** May be sent again after a loss: its key makes a repeat harmless. */
  readonly repeatable: boolean;
  sent: boolean;
  resolve(body: unknown): void;
  reject(error: ClientError): void;
}

/** Keeps pending calls; every one settles by an answer, a time limit, an abort or `reject`. */
export class PendingCalls {
  #calls = new Map<string, Pending>();
  #timeout_ms: number;

  constructor(timeout_ms: number) {
    this.#timeout_ms = timeout_ms;
  }

  get size(): number {
    return this.#calls.size;
  }

  get(id: unknown): Pending | undefined {
    return typeof id === 'string' ? this.#calls.get(id) : undefined;
  }

  /** A copy, so that calls may settle while it is walked. */
  all(): Pending[] {
    return [...this.#calls.values()];
  }

  /** Adds a call; `answered` runs before anything else happens to the answer. */
  add(
    frame: { type: string; request_id: string; body: unknown; idempotency_key?: string },
    signal?: AbortSignal,
    answered: (body: unknown) => void = () => undefined,
  ): { entry: Pending; answer: Promise<unknown> } {
    const { promise, resolve, reject } = deferred();
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      this.#calls.delete(frame.request_id);
    };
    const entry: Pending = {
      frame,
      repeatable: frame.idempotency_key !== undefined,
      sent: false,
      resolve: (body) => {
        settle();
        answered(body);
        resolve(body);
      },
      reject: (error) => {
        settle();
        reject(error);
      },
    };
    const abort = (): void => entry.reject(new ClientError('aborted', `${frame.type} was aborted`));
    const late = new ClientError('timeout', `${frame.type} took longer than ${this.#timeout_ms} ms`);
    const timer = setTimeout(() => entry.reject(late), this.#timeout_ms);
    signal?.addEventListener('abort', abort, { once: true });
    this.#calls.set(frame.request_id, entry);
    return { entry, answer: promise };
  }

  /** Rejects the calls that `which` picks. */
  reject(error: ClientError, which: (entry: Pending) => boolean = () => true): void {
    for (const entry of this.all()) if (which(entry)) entry.reject(error);
  }
}

interface Deferred {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: ClientError) => void;
}

function deferred(): Deferred {
  let resolve: (value: unknown) => void = () => undefined;
  let reject: (error: ClientError) => void = () => undefined;
  const promise = new Promise<unknown>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
