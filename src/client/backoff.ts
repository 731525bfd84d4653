// Pauses between attempts: exponential, with jitter, bounded.

/** Milliseconds to wait before attempt `n` (0 = the first retry): half of it up to the whole of `base * 2^n`, at most 10 s. */
export function backoff(n: number, base_ms: number, random: () => number): number {
  const full = Math.min(10_000, base_ms * 2 ** Math.min(n, 20));
  return Math.round(full * (0.5 + random() / 2));
}
