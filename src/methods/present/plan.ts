// Plans as the native wire shows them, and as it asks for them.
import type { Plan, PlanWish } from '../../core/catalogue/plans.js';

/** What everybody sees. */
export function plan(row: Plan) {
  return {
    plan_id: row.id,
    plan_uuid: row.uuid,
    plan_slug: row.slug,
    plan_name: row.name,
    plan_description: row.description,
    plan_line: row.line,
    plan_class: row.class,
    plan_vcpus: row.vcpus,
    plan_memory_mb: row.memory_mb,
    plan_burst_memory_mb: row.burst_memory_mb,
    plan_disk_mb: row.disk_mb,
    plan_traffic_in_limit: row.traffic_in_limit,
    plan_traffic_out_limit: row.traffic_out_limit,
    plan_traffic_total_limit: row.traffic_total_limit,
    plan_price_hour_micros: row.price_hour_micros,
    plan_legacy: row.legacy === 1,
    plan_location_ids: [...row.location_ids],
  };
}

type Params = Omit<ReturnType<typeof plan>, 'plan_id' | 'plan_uuid'>;

/** What a request says of a plan; what it leaves out stays undefined. */
export function planWish(params: Params): PlanWish;
export function planWish(params: { [K in keyof Params]?: Params[K] | undefined }): {
  [K in keyof PlanWish]?: PlanWish[K] | undefined;
};
export function planWish(params: { [K in keyof Params]?: Params[K] | undefined }) {
  return {
    slug: params.plan_slug,
    name: params.plan_name,
    description: params.plan_description,
    line: params.plan_line,
    class: params.plan_class,
    vcpus: params.plan_vcpus,
    memory_mb: params.plan_memory_mb,
    burst_memory_mb: params.plan_burst_memory_mb,
    disk_mb: params.plan_disk_mb,
    traffic_in_limit: params.plan_traffic_in_limit,
    traffic_out_limit: params.plan_traffic_out_limit,
    traffic_total_limit: params.plan_traffic_total_limit,
    price_hour_micros: params.plan_price_hour_micros,
    legacy: params.plan_legacy,
    location_ids: params.plan_location_ids,
  };
}
