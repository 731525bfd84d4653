// The write queue: concurrent transactions as savepoints of one commit, settled only after it.
import type { Connection } from './connection.js';
import { translateError } from './portable.js';

/** Transactions and time that one commit takes at most. */
const ROUND = { transactions: 256, ms: 5 };

interface Entry {
  fn: () => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

interface Outcome {
  entry: Entry;
  ok: boolean;
  value: unknown;
}

export interface QueueOptions {
  /** A transaction that waited for anything but the database: fail it (tests) or report it (production). */
  onForeignAwait: 'fail' | ((error: Error) => void);
  /** Hears of each commit and how many transactions shared it. */
  onRound?: (transactions: number) => void;
}

/** Runs transactions in order, many per commit. */
export class WriteQueue {
  readonly #connection: Connection;
  readonly #options: QueueOptions;
  readonly #waiting: Entry[] = [];
  readonly #listeners = new Set<() => void>();
  #scheduled = false;
  #running = false;
  #foreign = false;
  #closed = false;
  #trouble: string | null = null;
  #failures = 0;
  #idle: (() => void)[] = [];

  constructor(connection: Connection, options: QueueOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /**
   * Queues a transaction. It may await repositories only; a nested call would wait for itself and is
   * refused. Rejects with what `fn` threw (its savepoint alone is undone) or with `unavailable`.
   */
  tx<T>(fn: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the database is closed'));
    if (this.#running && !this.#foreign) {
      return Promise.reject(new Error('a transaction was opened inside a transaction'));
    }
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ fn, resolve: resolve as (value: unknown) => void, reject });
      this.#schedule();
    });
  }

  /** Why the latest round could not be committed; null when it could. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** How many rounds could not be committed since the start. */
  get failures(): number {
    return this.#failures;
  }

  /** Called after each commit that changed something; returns the unsubscribe. */
  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when nothing is queued any more; later calls to `tx` are refused. */
  async close(): Promise<void> {
    if (this.#scheduled || this.#running || this.#waiting.length > 0) {
      await new Promise<void>((resolve) => this.#idle.push(resolve));
    }
    this.#closed = true;
  }

  #schedule(): void {
    if (this.#scheduled || this.#running) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#round();
    });
  }

  async #round(): Promise<void> {
    this.#running = true;
    const outcomes: Outcome[] = [];
    let failure: { error: unknown } | null = null;
    try {
      this.#exec('begin immediate');
    } catch (error) {
      // Nothing can be written: all that waits is told so, else this loop would spin for ever.
      const refused = this.#waiting.splice(0);
      this.#failures += 1;
      this.#trouble = 'the database cannot be written';
      this.#finish(refused.map((entry) => ({ entry, ok: false, value: translateError(error) })));
      return;
    }
    const until = performance.now() + ROUND.ms;
    try {
      while (this.#waiting.length > 0 && outcomes.length < ROUND.transactions) {
        const entry = this.#waiting.shift();
        if (!entry) break;
        const outcome: Outcome = { entry, ok: false, value: undefined };
        outcomes.push(outcome);
        await this.#one(outcome);
        if (performance.now() > until) break;
      }
      this.#exec('commit');
      this.#trouble = null;
    } catch (error) {
      failure = { error: translateError(error) };
      this.#failures += 1;
      this.#trouble = 'the database cannot be written';
      if (this.#connection.raw.inTransaction) this.#exec('rollback');
    }
    this.#finish(
      failure === null ? outcomes : outcomes.map(({ entry }) => ({ entry, ok: false, value: failure.error })),
      failure === null && outcomes.some(({ ok }) => ok),
    );
  }

  async #one(outcome: Outcome): Promise<void> {
    this.#exec('savepoint entry');
    this.#foreign = false;
    const probe = setImmediate(() => {
      this.#foreign = true;
    });
    try {
      outcome.value = await outcome.entry.fn();
      outcome.ok = true;
    } catch (error) {
      outcome.value = translateError(error);
    }
    clearImmediate(probe);
    if (this.#foreign) {
      const error = new Error('a transaction waited for something that is not the database');
      if (this.#options.onForeignAwait !== 'fail') this.#options.onForeignAwait(error);
      else if (outcome.ok) {
        outcome.ok = false;
        outcome.value = error;
      }
    }
    // SQLITE_FULL and its like undo the whole transaction by themselves: then no savepoint is left.
    if (!this.#connection.raw.inTransaction) throw outcome.ok ? new Error('transaction lost') : outcome.value;
    if (!outcome.ok) this.#exec('rollback to entry');
    this.#exec('release entry');
  }

  #finish(outcomes: Outcome[], changed = false): void {
    this.#running = false;
    this.#foreign = false;
    for (const { entry, ok, value } of outcomes) {
      if (ok) entry.resolve(value);
      else entry.reject(value);
    }
    if (changed) this.#options.onRound?.(outcomes.length);
    if (changed) for (const listener of this.#listeners) listener();
    if (this.#waiting.length > 0) this.#schedule();
    else for (const idle of this.#idle.splice(0)) idle();
  }

  #exec(sql: string): void {
    this.#connection.prepare(sql).run();
  }
}
