// Small statistics: percentiles, medians and ratios per round.
import type { Figure, Sample } from './types.js';

/** The value below which a share of the values lie; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

/** The middle value; the mean of both for an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** Candidate / baseline of one round. */
export function ratio(figure: Figure, baseline: Sample, candidate: Sample): number {
  switch (figure) {
    case 'cpu':
      return candidate.cpu_seconds / candidate.units / (baseline.cpu_seconds / baseline.units);
    case 'rate':
      return candidate.units_per_second / baseline.units_per_second;
    case 'p99':
      return (candidate.p99_ms ?? NaN) / (baseline.p99_ms ?? NaN);
    case 'memory':
      return (candidate.added_mb ?? NaN) / (baseline.added_mb ?? NaN);
  }
}

/** Whether a ratio keeps a bound. */
export function keeps(figure: Figure, value: number, bound: number): boolean {
  return figure === 'rate' ? value >= bound : value <= bound;
}

/** Three significant digits at most, without an exponent. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
