// Projects: what instances belong to, and what their members share.
import type { Db } from '../db/open.js';
import { pageOf, type PageRequest } from '../db/paging.js';
import type { ProjectFilter, ProjectRow } from '../db/projects.js';
import type { Repositories } from '../db/repositories.js';
import { AppError, invalid, missing } from '../errors.js';
import { append } from '../events/log.js';
import { actorOf, type Caller } from './access.js';
import type { Audit } from './audit.js';
import type { Rights } from './rights.js';
import type { Ability } from './roles.js';

export type { ProjectRow } from '../db/projects.js';

export interface ProjectsDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  rights: Rights;
}

export interface Projects {
  /** Makes one; its maker is its owner. */
  add(caller: Caller, name: string): Promise<ProjectRow>;
  /** Throws `not_found` for what the caller does not belong to. */
  get(caller: Caller, id: number): Promise<ProjectRow>;
  page(
    caller: Caller,
    request: PageRequest,
    filter: Omit<ProjectFilter, 'visible'>,
  ): Promise<{ rows: ProjectRow[]; next: string | null }>;
  /** Another name, by who may manage it. */
  update(caller: Caller, id: number, name: string): Promise<ProjectRow>;
  /** By its owners; throws `bad_state` for a personal project, and for one with instances in it. */
  delete(caller: Caller, id: number): Promise<void>;
}

/** A live project that the caller may do this to: others get `not_found`, members of a lesser role `forbidden`. */
export async function projectFor(
  on: Repositories,
  rights: Rights,
  caller: Caller,
  id: number,
  ability: Ability,
): Promise<ProjectRow> {
  const actor = actorOf(caller);
  const row = rights.inProject(actor, id) ? await on.projects.get(id) : undefined;
  if (row === undefined || row.deleted_at !== null) throw missing('project_id');
  if (!rights.may(actor, id, ability)) {
    const who = ability === 'own' ? 'an owner' : 'an owner or admin';
    throw new AppError('forbidden', `only ${who} of ${row.name} may do that`);
  }
  return row;
}

/** Makes the service. */
export function createProjects({ db, clock, audit, rights }: ProjectsDeps): Projects {
  const tell = (
    tx: Repositories,
    caller: Caller,
    type: 'project.created' | 'project.updated' | 'project.deleted',
    project: Pick<ProjectRow, 'id' | 'name'>,
  ): Promise<number> =>
    append(tx, {
      type,
      via: caller.via,
      at: clock(),
      request_id: caller.client_request_id,
      user_id: caller.actor?.user_id ?? null,
      project_id: project.id,
      data: { project_name: project.name },
    });

  return {
    add: async (caller, wish) => {
      const actor = actorOf(caller);
      const name = checkName(wish);
      return audit.change(
        caller,
        async (tx) => {
          const now = clock();
          const id = await tx.projects.insert(actor.user_id, name, now);
          await tx.memberships.insert(id, actor.user_id, ['owner'], now);
          rights.changing(actor.user_id);
          await tell(tx, caller, 'project.created', { id, name });
          const row = await tx.projects.get(id);
          if (row === undefined) throw new Error('a project vanished inside its transaction');
          return row;
        },
        ({ id }) => ({ project_id: id }),
      );
    },

    get: (caller, id) => projectFor(db.read, rights, caller, id, 'read'),

    page: async (caller, request, filter) => {
      const visible = rights.instances(actorOf(caller))?.project_ids;
      return pageOf(
        request,
        await db.read.projects.page(request, { ...filter, ...(visible && { visible }) }),
      );
    },

    update: async (caller, id, wish) => {
      const name = checkName(wish);
      return audit.change(
        caller,
        async (tx) => {
          const row = await projectFor(tx, rights, caller, id, 'manage');
          const updated_at = clock();
          await tx.projects.update(id, { name, updated_at });
          await tell(tx, caller, 'project.updated', { id, name });
          return { ...row, name, updated_at };
        },
        () => ({ project_id: id }),
      );
    },

    delete: async (caller, id) => {
      await audit.change(
        caller,
        async (tx) => {
          const row = await projectFor(tx, rights, caller, id, 'own');
          if (row.personal_user_id !== null) {
            throw new AppError('bad_state', `${row.name} is a personal project: it goes with its user`);
          }
          const instances = await tx.projects.liveInstances(id);
          if (instances > 0) {
            throw new AppError(
              'bad_state',
              `${row.name} still has ${instances} instance${instances === 1 ? '' : 's'}: delete them first`,
            );
          }
          const now = clock();
          await tx.projects.update(id, { deleted_at: now, updated_at: now });
          await tell(tx, caller, 'project.deleted', row);
        },
        () => ({ project_id: id }),
      );
      rights.changed();
    },
  };
}

function checkName(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name)) {
    throw invalid('project_name', 'must have 1 to 100 characters, none of them a control character');
  }
  return name;
}
