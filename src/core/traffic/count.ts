// The rule of counting: what a new reading adds to the totals of a device. Totals never fall.
import type { TrafficCounterRow } from '../../db/traffic.js';
import type { NicCounters } from '../../providers/parts/traffic.js';

/** The totals before, or none. */
export type Before = Pick<TrafficCounterRow, 'rx_total' | 'tx_total' | 'rx_last' | 'tx_last' | 'run'>;

/** Bytes that a reading adds, and the totals after it. */
export interface Counted {
  rx: number;
  tx: number;
  after: Before;
}

/** Adds a reading: of the same start the difference, of another one (or counters that fell) all of it. */
export function count(before: Before | undefined, read: Pick<NicCounters, 'run' | 'rx' | 'tx'>): Counted {
  const same = before?.run === read.run;
  const rx = added(same ? before.rx_last : 0, read.rx);
  const tx = added(same ? before.tx_last : 0, read.tx);
  return {
    rx,
    tx,
    after: {
      rx_total: (before?.rx_total ?? 0) + rx,
      tx_total: (before?.tx_total ?? 0) + tx,
      rx_last: read.rx,
      tx_last: read.tx,
      run: read.run,
    },
  };
}

function added(last: number, raw: number): number {
  return raw >= last ? raw - last : raw;
}

/** What a plan allows; bytes, 0 is no limit, a total above 0 counts both directions together. */
export interface Limits {
  traffic_in_limit: number;
  traffic_out_limit: number;
  traffic_total_limit: number;
}

/** A limit that was reached, and how much was used by then. */
export interface Crossing {
  direction: 'in' | 'out' | 'total';
  limit: number;
  used: number;
}

/** The limits that lie between two sums: each is crossed once, for sums never fall. */
export function crossings(
  limits: Limits,
  before: { rx: number; tx: number },
  after: { rx: number; tx: number },
): Crossing[] {
  const ways: readonly [Crossing['direction'], number, number, number][] =
    limits.traffic_total_limit > 0
      ? [['total', limits.traffic_total_limit, before.rx + before.tx, after.rx + after.tx]]
      : [
          ['in', limits.traffic_in_limit, before.rx, after.rx],
          ['out', limits.traffic_out_limit, before.tx, after.tx],
        ];
  return ways
    .filter(([, limit, from, to]) => limit > 0 && from < limit && to >= limit)
    .map(([direction, limit, , used]) => ({ direction, limit, used }));
}
