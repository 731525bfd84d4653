// Traffic as the native wire shows it; bytes, seen from the guest.
import type { TrafficReport } from '../../core/core.js';

/** Attributes of an instance's traffic. */
export function traffic({ row, from, until, total, hours, limits, sampled_at }: TrafficReport) {
  return {
    instance_id: row.id,
    traffic_in: total.rx,
    traffic_out: total.tx,
    traffic_in_limit: limits.traffic_in_limit,
    traffic_out_limit: limits.traffic_out_limit,
    traffic_total_limit: limits.traffic_total_limit,
    sampled_at,
    from,
    until,
    traffic_hours: hours.map(({ hour_at, rx, tx }) => ({ hour_at, traffic_in: rx, traffic_out: tx })),
  };
}
