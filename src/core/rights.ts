// What a user may see, kept in memory until something about it changes.
import type { InstanceRow, InstanceVisibility } from '../db/instances.js';
import type { EventVisibility } from '../db/events.js';
import type { Db } from '../db/open.js';
import type { UserRights } from '../db/projects.js';
import type { Labels } from '../events/bus.js';
import { AppError } from '../errors.js';
import type { Actor } from './access.js';
import { type Ability, abilityOf, includes, readRoles } from './roles.js';

interface Sets {
  lists: UserRights;
  projects: ReadonlyMap<number, Ability>;
  owned: ReadonlySet<number>;
  granted: ReadonlySet<number>;
}

export interface Rights {
  /** null: everything (administrators). */
  instances(actor: Actor): InstanceVisibility | null;
  operations(actor: Actor): (InstanceVisibility & { user_id: number }) | null;
  events(actor: Actor): EventVisibility | null;
  /** Whether an event may be shown to a user right now; asked at each delivery (SEC-22). */
  sees(actor: Actor, labels: Labels): boolean;
  ownsServer(actor: Actor, server_id: number): boolean;
  usesServer(actor: Actor, server_id: number): boolean;
  inProject(actor: Actor, project_id: number): boolean;
  /** Whether the actor's roles in a project allow this there; administrators may everything. */
  may(actor: Actor, project_id: number, ability: Ability): boolean;
  /** Refuses with `forbidden` who may see an instance but, by role and server, may not do this to it. */
  requireIn(actor: Actor, instance: Placed, ability: Ability): void;
  /** Call in the transaction that changes a user's rights: forgotten with its commit, before its events are sent. */
  changing(user_id: number): void;
  /** Forgets what is remembered of a user, or of all; call after the commit that changed it. */
  changed(user_id?: number): void;
  /** Open streams hold the actor that opened them: from now on they see what the new role may (SEC-09). */
  roleChanged(user_id: number, is_admin: boolean): void;
}

/** Where an instance stands, and whose it is. */
export type Placed = Pick<InstanceRow, 'server_id' | 'project_id' | 'lxd_name'>;

/** Remembered users; beyond this the oldest are read again. */
const KEPT = 10_000;

/** Makes the rights over the database. */
export function createRights(db: Db): Rights {
  const kept = new Map<number, Sets>();
  /** Roles that were changed since the start, and so may differ from an actor made earlier. */
  const roles = new Map<number, boolean>();
  /** Whose rights a transaction is changing; one that fails makes no more than another read. */
  const changing = new Set<number>();
  db.onCommit(() => {
    for (const user_id of changing) kept.delete(user_id);
    changing.clear();
  });
  const of = (user_id: number): Sets => {
    const known = kept.get(user_id);
    if (known !== undefined) return known;
    // Read and filled within one turn, so that nothing revoked meanwhile gets in.
    const lists = db.read.projects.rightsNow(user_id);
    const sets = {
      lists,
      projects: abilities(db.read.memberships.rolesNow(user_id)),
      owned: new Set(lists.owned_server_ids),
      granted: new Set(lists.granted_server_ids),
    };
    if (kept.size >= KEPT) {
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    }
    kept.set(user_id, sets);
    return sets;
  };
  const ownsServer = (actor: Actor, server_id: number): boolean =>
    actor.is_admin || of(actor.user_id).owned.has(server_id);
  const may = (actor: Actor, project_id: number, ability: Ability): boolean => {
    if (actor.is_admin) return true;
    const held = of(actor.user_id).projects.get(project_id);
    return held !== undefined && includes(held, ability);
  };
  return {
    instances: (actor) => (actor.is_admin ? null : of(actor.user_id).lists),
    operations: (actor) => (actor.is_admin ? null : { ...of(actor.user_id).lists, user_id: actor.user_id }),
    events: (actor) => (actor.is_admin ? null : { ...of(actor.user_id).lists, user_id: actor.user_id }),
    sees: (actor, labels) => {
      if (roles.get(actor.user_id) ?? actor.is_admin) return true;
      const sets = of(actor.user_id);
      if (labels.project_id !== null && sets.projects.has(labels.project_id)) return true;
      if (labels.server_id !== null) {
        if (sets.owned.has(labels.server_id)) return true;
        return (
          labels.project_id === null &&
          labels.instance_id === null &&
          labels.type.startsWith('server.') &&
          sets.granted.has(labels.server_id)
        );
      }
      return labels.project_id === null && labels.user_id === actor.user_id;
    },
    ownsServer,
    usesServer: (actor, server_id) => {
      if (actor.is_admin) return true;
      const sets = of(actor.user_id);
      return sets.owned.has(server_id) || sets.granted.has(server_id);
    },
    inProject: (actor, project_id) => actor.is_admin || of(actor.user_id).projects.has(project_id),
    may,
    requireIn: (actor, { server_id, project_id, lxd_name }, ability) => {
      if (ownsServer(actor, server_id) || may(actor, project_id, ability)) return;
      throw new AppError('forbidden', `your role in the project of ${lxd_name} does not allow that`);
    },
    changing: (user_id) => void changing.add(user_id),
    changed: (user_id) => {
      if (user_id === undefined) kept.clear();
      else kept.delete(user_id);
    },
    roleChanged: (user_id, is_admin) => {
      roles.set(user_id, is_admin);
      kept.delete(user_id);
    },
  };
}

/** A membership whose roles mean nothing to us still lets its holder see. */
function abilities(rows: readonly { project_id: number; roles: string }[]): ReadonlyMap<number, Ability> {
  return new Map(rows.map(({ project_id, roles }) => [project_id, abilityOf(readRoles(roles)) ?? 'read']));
}
