// What a user may see, kept in memory until something about it changes.
import type { InstanceVisibility } from '../db/instances.js';
import type { EventVisibility } from '../db/events.js';
import type { Db } from '../db/open.js';
import type { UserRights } from '../db/projects.js';
import type { Labels } from '../events/bus.js';
import type { Actor } from './access.js';

interface Sets {
  lists: UserRights;
  projects: ReadonlySet<number>;
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
  /** Forgets what is remembered of a user, or of all; call after the commit that changed it. */
  changed(user_id?: number): void;
}

/** Remembered users; beyond this the oldest are read again. */
const KEPT = 10_000;

/** Makes the rights over the database. */
export function createRights(db: Db): Rights {
  const kept = new Map<number, Sets>();
  const of = (user_id: number): Sets => {
    const known = kept.get(user_id);
    if (known !== undefined) return known;
    // Read and filled within one turn, so that nothing revoked meanwhile gets in.
    const lists = db.read.projects.rightsNow(user_id);
    const sets = {
      lists,
      projects: new Set(lists.project_ids),
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
  return {
    instances: (actor) => (actor.is_admin ? null : of(actor.user_id).lists),
    operations: (actor) => (actor.is_admin ? null : { ...of(actor.user_id).lists, user_id: actor.user_id }),
    events: (actor) => (actor.is_admin ? null : { ...of(actor.user_id).lists, user_id: actor.user_id }),
    sees: (actor, labels) => {
      if (actor.is_admin) return true;
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
    ownsServer: (actor, server_id) => actor.is_admin || of(actor.user_id).owned.has(server_id),
    usesServer: (actor, server_id) => {
      if (actor.is_admin) return true;
      const sets = of(actor.user_id);
      return sets.owned.has(server_id) || sets.granted.has(server_id);
    },
    inProject: (actor, project_id) => actor.is_admin || of(actor.user_id).projects.has(project_id),
    changed: (user_id) => {
      if (user_id === undefined) kept.clear();
      else kept.delete(user_id);
    },
  };
}
