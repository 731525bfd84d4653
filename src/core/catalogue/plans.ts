// Plans: sizes with a name. Everybody may see them, administrators keep them; instances keep the size they were given.
import { pageOf, type PageRequest } from '../../db/paging.js';
import type { PlanFilter, PlanRow } from '../../db/plans.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError, invalid, missing } from '../../errors.js';
import { uuid } from '../../ids.js';
import { type Caller, requireAdmin } from '../access.js';
import { type CatalogueDeps, type Change, sent, taken, tell } from './shared.js';

/** A plan and the places it is bound to; none: it is to be had everywhere. */
export type Plan = PlanRow & { location_ids: readonly number[] };

/** A plan as it is asked for. */
export type PlanWish = Omit<PlanRow, 'id' | 'uuid' | 'legacy'> & {
  legacy: boolean;
  location_ids: number[];
};

export interface Plans {
  page(request: PageRequest, filter: PlanFilter): Promise<{ rows: Plan[]; next: string | null }>;
  /** Throws `conflict` for a slug in use. */
  add(caller: Caller, wish: PlanWish): Promise<Plan>;
  update(caller: Caller, id: number, change: Change<PlanWish>): Promise<Plan>;
  /** Throws `bad_state` while there are instances of it. */
  delete(caller: Caller, id: number): Promise<void>;
}

/** Makes the service. */
export function createPlans(deps: CatalogueDeps): Plans {
  const { db, audit } = deps;
  return {
    page: async (request, filter) => {
      const { rows, next } = pageOf(request, await db.read.plans.page(request, filter));
      const bound = await Promise.all(rows.map(({ id }) => db.read.plans.locationsOf(id)));
      return { rows: rows.map((row, index) => ({ ...row, location_ids: bound[index] ?? [] })), next };
    },

    add: async (caller, { location_ids, ...wish }) => {
      requireAdmin(caller);
      checkBurst(wish);
      return audit.change(
        caller,
        async (tx) => {
          if ((await tx.plans.bySlug(wish.slug)) !== undefined) throw taken('plan_slug', wish.slug);
          const row = {
            ...wish,
            uuid: uuid(),
            name: wish.name === '' ? wish.slug : wish.name,
            legacy: flag(wish.legacy),
          };
          const places = await checkLocations(tx, location_ids);
          const id = await tx.plans.insert(row);
          await tx.plans.setLocations(id, places);
          await tell(tx, deps, caller, { type: 'plan.added', data: { plan_id: id, plan_slug: wish.slug } });
          return { ...row, id, location_ids: places };
        },
        ({ id }) => ({ data: { plan_id: id } }),
      );
    },

    update: async (caller, id, change) => {
      requireAdmin(caller);
      const { location_ids, legacy, ...plain } = sent(change);
      return audit.change(
        caller,
        async (tx) => {
          const row = await tx.plans.get(id);
          if (row === undefined) throw missing('plan_id');
          const namesake = plain.slug === undefined ? undefined : await tx.plans.bySlug(plain.slug);
          if (namesake !== undefined && namesake.id !== id) throw taken('plan_slug', namesake.slug);
          const changed = { ...row, ...plain, ...(legacy !== undefined && { legacy: flag(legacy) }) };
          checkBurst(changed);
          const { id: _id, uuid: _uuid, ...set } = changed;
          await tx.plans.update(id, set);
          if (location_ids !== undefined) {
            await tx.plans.setLocations(id, await checkLocations(tx, location_ids));
          }
          await tell(tx, deps, caller, {
            type: 'plan.updated',
            data: { plan_id: id, plan_slug: changed.slug },
          });
          return { ...changed, location_ids: await tx.plans.locationsOf(id) };
        },
        () => ({ data: { plan_id: id } }),
      );
    },

    delete: async (caller, id) => {
      requireAdmin(caller);
      await audit.change(
        caller,
        async (tx) => {
          const row = await tx.plans.get(id);
          if (row === undefined) throw missing('plan_id');
          const instances = await tx.plans.instancesOf(id);
          if (instances > 0) {
            throw new AppError(
              'bad_state',
              `${row.slug} is the plan of ${instances} instance${instances === 1 ? '' : 's'}: pass plan_legacy: true to plan.update to offer it no more`,
            );
          }
          await tx.plans.remove(id);
          await tell(tx, deps, caller, { type: 'plan.deleted', data: { plan_id: id, plan_slug: row.slug } });
        },
        () => ({ data: { plan_id: id } }),
      );
    },
  };
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

function checkBurst(plan: Pick<PlanRow, 'memory_mb' | 'burst_memory_mb'>): void {
  if (plan.burst_memory_mb !== null && plan.burst_memory_mb < plan.memory_mb) {
    throw invalid('plan_burst_memory_mb', 'must not be less than plan_memory_mb');
  }
}

async function checkLocations(tx: Repositories, ids: readonly number[]): Promise<readonly number[]> {
  const once = [...new Set(ids)].sort((a, b) => a - b);
  if (once.length > 0 && (await tx.locations.count(once)) < once.length) throw missing('plan_location_ids');
  return once;
}
