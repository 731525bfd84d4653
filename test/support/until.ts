// Waiting for a condition instead of for a time.
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves with the first truthy value of `fn`; throws after `timeout_ms` (5 s) naming `what`. */
export async function until<T>(
  fn: () => T | Promise<T>,
  options: { timeout_ms?: number; what?: string } = {},
): Promise<NonNullable<Awaited<T>>> {
  const deadline = performance.now() + (options.timeout_ms ?? 5_000);
  let last: unknown;
  for (let delay = 1; ; delay = Math.min(50, delay * 2)) {
    try {
      last = undefined;
      const value = await fn();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`timed out waiting for ${options.what ?? 'a condition'}`, { cause: last });
    }
    await pause(delay);
  }
}
