// Quotas that were set, of projects and of users, and what is used of them.
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { QuotaResource } from './tables.js';

/** A bound that stands in place of the configured one. */
export interface QuotaRow {
  resource: QuotaResource;
  maximum: number;
}

/** What the live instances of a project take. */
export interface Usage {
  project_id: number;
  instances: number;
  vcpus: number;
  memory_mb: number;
  disk_mb: number;
}

/** Whose quota: exactly one of both. */
export type QuotaOf = { user_id: number; project_id?: never } | { project_id: number; user_id?: never };

const ofUser = query<{ user_id: number }>()((k, p) =>
  k.selectFrom('quotas').select(['resource', 'maximum']).where('user_id', '=', p.user_id),
);
const ofProject = query<{ project_id: number }>()((k, p) =>
  k.selectFrom('quotas').select(['resource', 'maximum']).where('project_id', '=', p.project_id),
);
/** The projects somebody made that have bounds of their own, and which. */
const ownOfMaker = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('projects')
    .innerJoin('quotas', 'quotas.project_id', 'projects.id')
    .select(['projects.id as project_id', 'quotas.resource'])
    .where('projects.created_by', '=', p.user_id),
);
const usageOfMaker = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('projects')
    .innerJoin('instances', 'instances.project_id', 'projects.id')
    .select((s) => [
      'projects.id as project_id',
      s.fn.count<number>('instances.id').as('instances'),
      s.fn.coalesce(s.fn.sum<number>('instances.vcpus'), s.val(0)).as('vcpus'),
      s.fn.coalesce(s.fn.sum<number>('instances.memory_mb'), s.val(0)).as('memory_mb'),
      s.fn.coalesce(s.fn.sum<number>('instances.disk_mb'), s.val(0)).as('disk_mb'),
    ])
    .where('projects.created_by', '=', p.user_id)
    .where('instances.deleted_at', 'is', null)
    .groupBy('projects.id'),
);

export const quotasQueries = { ofUser, ofProject, ownOfMaker, usageOfMaker };

export function quotasRepository(connection: Connection) {
  const remove = async (of: QuotaOf, resource: QuotaResource): Promise<void> => {
    const rows = connection.kysely.deleteFrom('quotas').where('resource', '=', resource);
    await (
      of.user_id === undefined
        ? rows.where('project_id', '=', of.project_id)
        : rows.where('user_id', '=', of.user_id)
    ).execute();
  };
  return {
    ofUser: (user_id: number): Promise<QuotaRow[]> => ofUser.all(connection, { user_id }),
    ofProject: (project_id: number): Promise<QuotaRow[]> => ofProject.all(connection, { project_id }),
    ownOfMaker: (user_id: number): Promise<{ project_id: number; resource: QuotaResource }[]> =>
      ownOfMaker.all(connection, { user_id }),
    /** Of each project somebody made that has instances. */
    usageOfMaker: (user_id: number): Promise<Usage[]> => usageOfMaker.all(connection, { user_id }),
    remove,
    set: async (of: QuotaOf, resource: QuotaResource, maximum: number): Promise<void> => {
      await remove(of, resource);
      await connection.kysely
        .insertInto('quotas')
        .values({ user_id: of.user_id ?? null, project_id: of.project_id ?? null, resource, maximum })
        .execute();
    },
  };
}
