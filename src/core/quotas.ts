// Quotas: checked inside the transaction that reserves (SEC-25), set by administrators, shown to whom they bind.
import type { InstanceRow } from '../db/instances.js';
import type { Db } from '../db/open.js';
import type { ProjectRow } from '../db/projects.js';
import type { QuotaOf, QuotaRow, Usage } from '../db/quotas.js';
import type { Repositories } from '../db/repositories.js';
import type { QuotaResource } from '../db/tables.js';
import { AppError, invalid, missing } from '../errors.js';
import { append } from '../events/log.js';
import type { Devices } from '../providers/provider.js';
import { type Actor, actorOf, type Caller, requireAdmin } from './access.js';
import type { Audit } from './audit.js';
import { cpuCount, sizeMb } from './host-view.js';
import type { Rights } from './rights.js';

export const RESOURCES = [
  'instances',
  'vcpus',
  'memory_mb',
  'disk_mb',
  'volumes',
  'addresses',
  'image_mb',
] as const satisfies readonly QuotaResource[];

/** Most that there may be of each; null: any. */
export type Maxima = Readonly<Record<QuotaResource, number | null>>;

/** What an instance takes; null where it has no limit of its own. */
export type Reserved = Pick<InstanceRow, 'vcpus' | 'memory_mb' | 'disk_mb'>;

/** What a new instance takes, its prefixes counted too. */
export type Wanted = Reserved & { addresses?: number };

/** One bound as it stands. */
export interface Quota {
  resource: QuotaResource;
  /** What holds; null: no bound. */
  maximum: number | null;
  /** Where that comes from: a row of the project, of the user who made it, or the configuration. */
  source: 'project' | 'user' | 'default';
  /** Null for what is not counted. */
  used: number | null;
}

/** Whose quota is meant, as it stands in the params; neither: the caller's. */
export interface QuotaWish {
  user_id?: number | undefined;
  project_id?: number | undefined;
}

export interface Quotas {
  /** Throws `quota_exceeded` when `more` does not fit; `instead_of` is what an existing instance gives back. */
  check(
    tx: Repositories,
    actor: Actor,
    project_id: number,
    more: Wanted,
    instead_of?: Reserved,
  ): Promise<void>;
  /** All bounds of one user or project; `not_found` for those the caller may not ask about. */
  list(caller: Caller, of: QuotaWish): Promise<{ of: QuotaOf; quotas: Quota[] }>;
  /** For administrators; null: what is configured, again. */
  set(caller: Caller, of: QuotaWish, resource: QuotaResource, maximum: number | null): Promise<void>;
}

export interface QuotasDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  rights: Rights;
  maxima: Maxima;
}

const COUNTED = ['instances', 'vcpus', 'memory_mb', 'disk_mb', 'addresses'] as const;
type Counted = (typeof COUNTED)[number];

/** Makes the service. */
export function createQuotas({ db, clock, audit, rights, maxima }: QuotasDeps): Quotas {
  const named = async (of: QuotaWish, fallback: number | undefined): Promise<QuotaOf> => {
    if (of.user_id !== undefined && of.project_id !== undefined) {
      throw invalid('project_id', 'must be left out where user_id is given');
    }
    if (of.project_id !== undefined) {
      const project = await db.read.projects.get(of.project_id);
      if (project === undefined || project.deleted_at !== null) throw missing('project_id');
      return { project_id: of.project_id };
    }
    const user_id = of.user_id ?? fallback;
    if (user_id === undefined) throw invalid('user_id', 'must be given, or project_id');
    if ((await db.read.users.get(user_id)) === undefined) throw missing('user_id');
    return { user_id };
  };

  return {
    check: async (tx, actor, project_id, more, instead_of) => {
      if (actor.is_admin) return;
      const project = await tx.projects.get(project_id);
      if (project === undefined) throw missing('project_id');
      const wanted = {
        instances: instead_of === undefined ? 1 : 0,
        addresses: more.addresses ?? 0,
        ...added(more, instead_of),
      };
      for (const { resource, maximum, used } of await ofProject(tx, project, maxima)) {
        const wish = isCounted(resource) ? wanted[resource] : 0;
        if (maximum !== null && isLimit(resource) && more[resource] === null && instead_of?.[resource]) {
          throw new AppError(
            'quota_exceeded',
            `the quota of ${maximum} ${resource} needs a limit: set another one, as an amount, instead of none`,
          );
        }
        if (maximum === null || used === null || wish <= 0) continue;
        if (used + wish > maximum) {
          throw new AppError(
            'quota_exceeded',
            `the quota of ${maximum} ${resource} is used up (${used} in use)`,
          );
        }
      }
    },

    list: async (caller, wish) => {
      const actor = actorOf(caller);
      if (wish.user_id !== undefined && wish.user_id !== actor.user_id && !actor.is_admin) {
        throw missing('user_id');
      }
      if (wish.project_id !== undefined) {
        if (!rights.inProject(actor, wish.project_id)) throw missing('project_id');
      }
      const of = await named(wish, actor.user_id);
      if (of.project_id === undefined) return { of, quotas: await ofUser(db.read, of.user_id, maxima) };
      if (!rights.may(actor, of.project_id, 'own')) {
        throw new AppError('forbidden', 'only owners of the project may see its quota');
      }
      const project = await db.read.projects.get(of.project_id);
      if (project === undefined) throw missing('project_id');
      return { of, quotas: await ofProject(db.read, project, maxima) };
    },

    set: async (caller, wish, resource, maximum) => {
      requireAdmin(caller);
      const of = await named(wish, undefined);
      const project_id = of.project_id ?? (await db.read.projects.personalOf(of.user_id ?? 0)) ?? null;
      await audit.change(
        caller,
        async (tx) => {
          if (maximum === null) await tx.quotas.remove(of, resource);
          else await tx.quotas.set(of, resource, maximum);
          await append(tx, {
            type: 'quota.changed',
            via: caller.via,
            at: clock(),
            request_id: caller.client_request_id,
            user_id: caller.actor?.user_id ?? null,
            project_id,
            data: { ...of, quota_resource: resource, quota_maximum: maximum },
          });
        },
        () => ({ project_id, data: { ...of } }),
      );
    },
  };
}

/**
 * The bounds of a project: its own row, or that of the user who made it, or the configured one. Projects
 * without a row of their own share the quota of who made them, so that making another project gives nobody
 * more room; those made by administrators, who have no quota to share, are measured one by one.
 */
async function ofProject(on: Repositories, project: ProjectRow, maxima: Maxima): Promise<Quota[]> {
  const own = byResource(await on.quotas.ofProject(project.id));
  const maker = project.created_by === null ? undefined : await on.users.get(project.created_by);
  const alone = maker === undefined || maker.is_admin === 1;
  const makers = byResource(alone ? [] : await on.quotas.ofUser(maker.id));
  const here = {
    ...(await on.instances.usage(project.id)),
    addresses: await on.prefixes.heldBy(project.id),
  };
  const shared = alone ? here : await sharedUsage(on, maker.id);
  return RESOURCES.map((resource) => {
    const counted = isCounted(resource);
    const set = own.get(resource);
    if (set !== undefined) {
      return { resource, maximum: set, source: 'project', used: counted ? here[resource] : null };
    }
    return {
      resource,
      maximum: makers.get(resource) ?? maxima[resource],
      source: makers.has(resource) ? 'user' : 'default',
      used: counted ? shared[resource] : null,
    };
  });
}

/** The bounds of a user, and what the projects that share them use. */
async function ofUser(on: Repositories, user_id: number, maxima: Maxima): Promise<Quota[]> {
  const own = byResource(await on.quotas.ofUser(user_id));
  const used = await sharedUsage(on, user_id);
  const image_mb = Math.ceil((await on.uploads.usedBy(user_id)) / 1_048_576);
  return RESOURCES.map((resource) => ({
    resource,
    maximum: own.get(resource) ?? maxima[resource],
    source: own.has(resource) ? 'user' : 'default',
    used: isCounted(resource) ? used[resource] : resource === 'image_mb' ? image_mb : null,
  }));
}

/** What is used in the projects a user made, without those that have a bound of their own for it. */
async function sharedUsage(on: Repositories, user_id: number): Promise<Record<Counted, number>> {
  const apart = await on.quotas.ownOfMaker(user_id);
  const usage = await on.quotas.usageOfMaker(user_id);
  const prefixes = await on.prefixes.heldByMaker(user_id);
  const sharing = (resource: Counted): ((row: { project_id: number }) => boolean) => {
    const bound = new Set(apart.filter((row) => row.resource === resource).map((row) => row.project_id));
    return ({ project_id }) => !bound.has(project_id);
  };
  const sum = (resource: Exclude<keyof Usage, 'project_id'>): number =>
    usage.filter(sharing(resource)).reduce((total, row) => total + row[resource], 0);
  return {
    instances: sum('instances'),
    vcpus: sum('vcpus'),
    memory_mb: sum('memory_mb'),
    disk_mb: sum('disk_mb'),
    addresses: prefixes.filter(sharing('addresses')).reduce((total, { count }) => total + count, 0),
  };
}

function byResource(rows: readonly QuotaRow[]): ReadonlyMap<QuotaResource, number> {
  return new Map(rows.map(({ resource, maximum }) => [resource, maximum]));
}

function isCounted(resource: QuotaResource): resource is Counted {
  return (COUNTED as readonly string[]).includes(resource);
}

function isLimit(resource: QuotaResource): resource is keyof Reserved {
  return isCounted(resource) && resource !== 'instances' && resource !== 'addresses';
}

function added(more: Reserved, instead_of: Reserved | undefined): Record<keyof Reserved, number> {
  const one = (name: keyof Reserved): number => (more[name] ?? 0) - (instead_of?.[name] ?? 0);
  return { vcpus: one('vcpus'), memory_mb: one('memory_mb'), disk_mb: one('disk_mb') };
}

/** What an instance takes by what the host shows or is to be told: with burst memory it knows only its bound. */
export function guaranteed(
  row: Pick<InstanceRow, 'memory_mb' | 'burst_memory_mb'>,
  shown: Reserved,
): Reserved & Pick<InstanceRow, 'burst_memory_mb'> {
  const burst = row.burst_memory_mb;
  if (burst === null || shown.memory_mb !== burst) return { ...shown, burst_memory_mb: null };
  return { ...shown, memory_mb: row.memory_mb, burst_memory_mb: burst };
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
