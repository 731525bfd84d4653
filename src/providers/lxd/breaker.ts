// Protects the house from one bad host (SEC-46): a circuit breaker and a bound on parallel requests.
import { AppError } from '../../errors.js';
import { fromAbort } from './errors.js';

/** Opens after some failures in a row and then refuses at once for a while. */
export class Breaker {
  private failures = 0;
  private openUntil = 0;

  constructor(
    private readonly limit: number,
    private readonly openMs: number,
    private readonly now: () => number,
  ) {}

  /** Throws host_unreachable while open. After the pause one request may try; its failure opens again. */
  check(): void {
    const left = this.openUntil - this.now();
    if (left > 0) {
      throw new AppError(
        'host_unreachable',
        'the host failed several times in a row and is left alone for a while',
        {
          retry_after: Math.ceil(left / 1000),
        },
      );
    }
    if (this.failures >= this.limit) this.openUntil = this.now() + this.openMs;
  }

  /** Something of the host answered: closed at once. */
  succeeded(): void {
    this.failures = 0;
    this.openUntil = 0;
  }

  /** The host did not answer. */
  failed(): void {
    this.failures += 1;
    if (this.failures >= this.limit) this.openUntil = this.now() + this.openMs;
  }
}

/** A counting semaphore whose queue honours signals. */
export class Gate {
  private free: number;
  private readonly queue: (() => void)[] = [];

  constructor(size: number) {
    this.free = size;
  }

  /** Resolves with the function that gives the place back. */
  async enter(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted === true) throw fromAbort(signal);
    if (this.free > 0) this.free -= 1;
    else await this.wait(signal);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.queue.shift();
      if (next === undefined) this.free += 1;
      else next();
    };
  }

  private wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        signal?.removeEventListener('abort', aborted);
        resolve();
      };
      const aborted = (): void => {
        const place = this.queue.indexOf(turn);
        if (place >= 0) this.queue.splice(place, 1);
        if (signal !== undefined) reject(fromAbort(signal));
      };
      signal?.addEventListener('abort', aborted, { once: true });
      this.queue.push(turn);
    });
  }
}
