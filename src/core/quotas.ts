// Quotas: checked inside the transaction that reserves (SEC-25); administrators have none.
import type { InstanceRow } from '../db/instances.js';
import type { Repositories } from '../db/repositories.js';
import { AppError } from '../errors.js';
import type { Devices } from '../providers/provider.js';
import type { Actor } from './access.js';
import { cpuCount, sizeMb } from './host-view.js';

/** Most that one project may have of each; null: any. */
export interface Maxima {
  instances: number | null;
  vcpus: number | null;
  memory_mb: number | null;
  disk_mb: number | null;
}

/** What an instance takes; null where it has no limit of its own. */
export type Reserved = Pick<InstanceRow, 'vcpus' | 'memory_mb' | 'disk_mb'>;

export interface Quotas {
  /** Throws `quota_exceeded` when `more` does not fit; `instead_of` is what an existing instance gives back. */
  check(
    tx: Repositories,
    actor: Actor,
    project_id: number,
    more: Reserved,
    instead_of?: Reserved,
  ): Promise<void>;
}

/** Makes the check over the configured maxima, which a user's own rows replace. */
export function createQuotas(maxima: Maxima): Quotas {
  return {
    check: async (tx, actor, project_id, more, instead_of) => {
      if (actor.is_admin) return;
      const own = new Map(
        (await tx.projects.quotas(actor.user_id)).map((row) => [row.resource, row.maximum]),
      );
      const used = await tx.instances.usage(project_id);
      const wanted = { instances: instead_of === undefined ? 1 : 0, ...added(more, instead_of) };
      for (const resource of ['instances', 'vcpus', 'memory_mb', 'disk_mb'] as const) {
        const maximum = own.get(resource) ?? maxima[resource];
        if (maximum === null || maximum === undefined || wanted[resource] <= 0) continue;
        if (used[resource] + wanted[resource] > maximum) {
          throw new AppError(
            'quota_exceeded',
            `the quota of ${maximum} ${resource} is used up (${used[resource]} in use)`,
          );
        }
      }
    },
  };
}

function added(more: Reserved, instead_of: Reserved | undefined): Record<keyof Reserved, number> {
  const one = (name: keyof Reserved): number => (more[name] ?? 0) - (instead_of?.[name] ?? 0);
  return { vcpus: one('vcpus'), memory_mb: one('memory_mb'), disk_mb: one('disk_mb') };
}

/** What a configuration takes, by its limits and the size of its root disk. */
export function reservedBy(config: Record<string, string>, devices: Devices): Reserved {
  const root = Object.values(devices).find(({ type, path }) => type === 'disk' && path === '/');
  return {
    vcpus: cpuCount(config['limits.cpu']),
    memory_mb: sizeMb(config['limits.memory']),
    disk_mb: sizeMb(root?.['size']),
  };
}
