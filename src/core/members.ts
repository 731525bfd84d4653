// Members of projects and their roles; what changes holds from the next call and the next event on (SEC-09, SEC-22).
import type { MemberFilter, MemberRow } from '../db/memberships.js';
import type { Db } from '../db/open.js';
import { pageOf, type PageRequest } from '../db/paging.js';
import type { ProjectRow } from '../db/projects.js';
import type { Repositories } from '../db/repositories.js';
import type { UserRow } from '../db/users.js';
import { AppError, invalid, missing } from '../errors.js';
import { append } from '../events/log.js';
import { type Actor, actorOf, type Caller } from './access.js';
import type { Audit } from './audit.js';
import { projectFor } from './projects.js';
import type { Rights } from './rights.js';
import { readRoles, type Role } from './roles.js';
import { createThrottle, strangerCounter } from './throttle.js';

export type { MemberRow } from '../db/memberships.js';

/** Somebody, by number or by address. */
export interface MemberName {
  user_id?: number | undefined;
  email?: string | undefined;
}

export interface MembersDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  rights: Rights;
}

export interface Members {
  /** For members; throws `not_found` for a project the caller does not belong to. */
  page(
    caller: Caller,
    project_id: number,
    request: PageRequest,
    filter: MemberFilter,
  ): Promise<{ rows: MemberRow[]; next: string | null }>;
  /** Throws `conflict` for who belongs to it already, `bad_state` for another owner of a personal project. */
  add(caller: Caller, project_id: number, who: MemberName, roles: readonly Role[]): Promise<void>;
  /** Other roles instead of those held; throws `bad_state` when no owner would be left. */
  update(caller: Caller, project_id: number, who: MemberName, roles: readonly Role[]): Promise<void>;
  /** By who manages the project, and by oneself; throws `bad_state` when no owner would be left. */
  remove(caller: Caller, project_id: number, who: MemberName): Promise<void>;
  /** Whether the caller may see a member's address: who manages the project, and oneself. */
  showsEmail(caller: Caller, row: Pick<MemberRow, 'project_id' | 'user_id'>): boolean;
}

/** Makes the service. */
export function createMembers({ db, clock, audit, rights }: MembersDeps): Members {
  const throttle = createThrottle({ db, clock });

  const userOf = (on: Repositories, who: MemberName): Promise<UserRow | undefined> =>
    who.user_id !== undefined ? on.users.get(who.user_id) : on.users.byEmail(who.email ?? '');

  /**
   * Somebody to let in. Numbers and addresses of strangers are not for guessing: a number works for who is
   * known from another project, an address has to be known, and tries are counted.
   */
  const newcomer = async (actor: Actor, who: MemberName): Promise<UserRow> => {
    const counted = who.user_id === undefined && !actor.is_admin;
    // Also those that succeed: letting an accomplice in must not buy more guesses.
    if (counted) await throttle.begin(strangerCounter('member', actor.user_id));
    const user = await userOf(db.read, who);
    const known =
      user !== undefined &&
      (counted || actor.is_admin || (await db.read.memberships.together(actor.user_id, user.id)));
    if (!known) throw missing(fieldOf(who));
    return user;
  };

  /** A member, with the roles held; `not_found` for others, whether there is such a user or not. */
  const memberOf = async (
    tx: Repositories,
    project_id: number,
    who: MemberName,
  ): Promise<{ user_id: number; roles: Role[]; others: Role[][] }> => {
    const user = await userOf(tx, who);
    const rows = await tx.memberships.ofProject(project_id);
    const held = rows.find(({ user_id }) => user_id === user?.id);
    if (user === undefined || held === undefined) throw missing(fieldOf(who));
    const others = rows.filter((row) => row !== held).map(({ roles }) => readRoles(roles));
    return { user_id: user.id, roles: readRoles(held.roles), others };
  };

  /** Owners are made and unmade by owners, and a personal project has the one it was made for. */
  const checkOwners = (
    caller: Caller,
    project: ProjectRow,
    user_id: number,
    before: readonly Role[],
    after: readonly Role[],
  ): void => {
    const was = before.includes('owner');
    const will = after.includes('owner');
    if (was === will) return;
    if (project.personal_user_id !== null && (will || project.personal_user_id === user_id)) {
      throw new AppError('bad_state', `${project.name} is a personal project: its owner stays the only one`);
    }
    if (will || user_id !== caller.actor?.user_id) {
      if (!rights.may(actorOf(caller), project.id, 'own')) {
        throw new AppError('forbidden', `only an owner of ${project.name} may say who owns it`);
      }
    }
  };

  const keepOwner = (project: ProjectRow, others: readonly Role[][], after: readonly Role[]): void => {
    if (after.includes('owner') || others.some((roles) => roles.includes('owner'))) return;
    throw new AppError('bad_state', `${project.name} needs an owner: make somebody else one first`);
  };

  const labels = (caller: Caller, project_id: number) => ({
    via: caller.via,
    at: clock(),
    request_id: caller.client_request_id,
    user_id: caller.actor?.user_id ?? null,
    project_id,
  });

  return {
    page: async (caller, project_id, request, filter) => {
      await projectFor(db.read, rights, caller, project_id, 'read');
      return pageOf(request, await db.read.memberships.page(project_id, request, filter));
    },

    add: async (caller, project_id, who, roles) => {
      checkWho(who);
      await projectFor(db.read, rights, caller, project_id, 'manage');
      const user = await newcomer(actorOf(caller), who);
      await audit.change(
        caller,
        async (tx) => {
          const project = await projectFor(tx, rights, caller, project_id, 'manage');
          checkOwners(caller, project, user.id, [], roles);
          const members = await tx.memberships.ofProject(project_id);
          if (members.some(({ user_id }) => user_id === user.id)) {
            throw new AppError('conflict', `${user.login} belongs to ${project.name} already`);
          }
          await tx.memberships.insert(project_id, user.id, roles, clock());
          rights.changing(user.id);
          await append(tx, {
            ...labels(caller, project_id),
            type: 'member.added',
            data: { user_id: user.id, roles: [...roles] },
          });
        },
        () => ({ project_id, data: { user_id: user.id } }),
      );
    },

    update: async (caller, project_id, who, roles) => {
      checkWho(who);
      await audit.change(
        caller,
        async (tx) => {
          const project = await projectFor(tx, rights, caller, project_id, 'manage');
          const member = await memberOf(tx, project_id, who);
          checkOwners(caller, project, member.user_id, member.roles, roles);
          keepOwner(project, member.others, roles);
          await tx.memberships.setRoles(project_id, member.user_id, roles, clock());
          rights.changing(member.user_id);
          await append(tx, {
            ...labels(caller, project_id),
            type: 'member.updated',
            data: { user_id: member.user_id, roles: [...roles] },
          });
          return member.user_id;
        },
        (changed) => ({ project_id, data: { user_id: changed } }),
      );
    },

    remove: async (caller, project_id, who) => {
      checkWho(who);
      const actor = actorOf(caller);
      await audit.change(
        caller,
        async (tx) => {
          const project = await projectFor(tx, rights, caller, project_id, 'read');
          const self = (await userOf(tx, who))?.id === actor.user_id;
          if (!self) await projectFor(tx, rights, caller, project_id, 'manage');
          const member = await memberOf(tx, project_id, who);
          checkOwners(caller, project, member.user_id, member.roles, []);
          keepOwner(project, member.others, []);
          await tx.memberships.remove(project_id, member.user_id);
          rights.changing(member.user_id);
          await append(tx, {
            ...labels(caller, project_id),
            type: 'member.removed',
            data: { user_id: member.user_id },
          });
          return member.user_id;
        },
        (removed) => ({ project_id, data: { user_id: removed } }),
      );
    },

    showsEmail: (caller, row) => {
      const actor = actorOf(caller);
      return row.user_id === actor.user_id || rights.may(actor, row.project_id, 'manage');
    },
  };
}

function fieldOf(who: MemberName): string {
  return who.user_id === undefined ? 'user_email' : 'user_id';
}

function checkWho(who: MemberName): void {
  if (who.user_id === undefined && who.email === undefined) {
    throw invalid('user_id', 'must be given, or user_email');
  }
  if (who.user_id !== undefined && who.email !== undefined) {
    throw invalid('user_email', 'must be left out where user_id is given');
  }
}
