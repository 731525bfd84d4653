// How large a machine is: by plan or by numbers, and what the host is told of it.
import type { LocationRow } from '../../db/locations.js';
import type { PlanRow } from '../../db/plans.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError, invalid, missing } from '../../errors.js';

export type MachineSize =
  | { plan_id: number }
  | {
      vcpus: number;
      memory_mb: number;
      /** null: as large as the profile makes it. */
      disk_mb: number | null;
    };

/** A size as rows keep it. */
export interface Size {
  plan_id: number | null;
  vcpus: number;
  memory_mb: number;
  burst_memory_mb: number | null;
  disk_mb: number | null;
  /** Throws `invalid_params` for a place that the plan is not bound to; null: a server that was named. */
  checkAt(location: LocationRow | null): Promise<void>;
}

const MOST_CPUS = 4096;
const MOST_MB = 1 << 30;

/** Looks a size up; throws `not_found` for a plan that is not, `bad_state` for one that is no longer offered. */
export async function sizeOf(read: Repositories, wish: MachineSize): Promise<Size> {
  if (!('plan_id' in wish)) {
    checkNumber('vcpus', wish.vcpus, MOST_CPUS);
    checkNumber('memory_mb', wish.memory_mb, MOST_MB);
    if (wish.disk_mb !== null) checkNumber('disk_mb', wish.disk_mb, MOST_MB);
    return { plan_id: null, ...wish, burst_memory_mb: null, checkAt: () => Promise.resolve() };
  }
  const plan = await read.plans.get(wish.plan_id);
  if (plan === undefined) throw missing('plan_id');
  if (plan.legacy === 1) throw new AppError('bad_state', `plan_id: ${plan.slug} is no longer offered`);
  const { vcpus, memory_mb, burst_memory_mb, disk_mb } = plan;
  return {
    plan_id: plan.id,
    vcpus,
    memory_mb,
    burst_memory_mb,
    disk_mb,
    checkAt: (location) => checkPlace(read, plan, location),
  };
}

/** Limits as the host wants them; a plan with burst memory has that for its bound. */
export function sizeConfig(
  size: Pick<Size, 'vcpus' | 'memory_mb' | 'burst_memory_mb'>,
): Record<string, string> {
  return {
    'limits.cpu': String(size.vcpus),
    'limits.memory': mebibytes(size.burst_memory_mb ?? size.memory_mb),
  };
}

/** MiB in the host's words, in GiB where that is even. */
export function mebibytes(mb: number): string {
  return mb % 1024 === 0 ? `${mb / 1024}GiB` : `${mb}MiB`;
}

async function checkPlace(read: Repositories, plan: PlanRow, location: LocationRow | null): Promise<void> {
  if (location === null) return;
  const bound = await read.plans.locationsOf(plan.id);
  if (bound.length === 0 || bound.includes(location.id)) return;
  throw invalid('plan_id', `must be a plan that is to be had at ${location.code} (${plan.slug} is not)`);
}

function checkNumber(field: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw invalid(field, `must be a whole number from 1 to ${most}`);
}
