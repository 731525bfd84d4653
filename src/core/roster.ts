// Everybody and everything at one look, for administrators: users by any of their names, instances, servers.
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import type { ServerRow } from '../db/servers.js';
import type { UserRow } from '../db/users.js';
import { type Caller, requireAdmin } from './access.js';
import type { Audit } from './audit.js';

export type { UserRow } from '../db/users.js';

/** A name of a user: `id` is the one another system gave it, else its uuid. */
export type UserName = { login: string } | { email: string } | { id: string };

export interface Roster {
  /** All users, oldest first. */
  users(caller: Caller): Promise<UserRow[]>;
  user(caller: Caller, name: UserName): Promise<UserRow | undefined>;
  /** The user's own project. */
  projectOf(caller: Caller, user: UserRow): Promise<number | undefined>;
  /** All instances or those a user owns, oldest first; those that failed to be made are among them for a day. */
  instances(caller: Caller, owner?: UserRow): Promise<InstanceRow[]>;
  instance(caller: Caller, uuid: string): Promise<InstanceRow | undefined>;
  /** Lists one that failed to be made no longer. */
  dismiss(caller: Caller, row: InstanceRow): Promise<void>;
  server(caller: Caller, uuid: string): Promise<ServerRow | undefined>;
  /** How many live instances a server has. */
  instancesOn(caller: Caller, server_id: number): Promise<number>;
}

const FAILED_SHOWN_MS = 86_400_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id that other systems know a user by. */
export function userIdOf(user: Pick<UserRow, 'external_id' | 'uuid'>): string {
  return user.external_id ?? user.uuid;
}

/** Makes the service. */
export function createRoster(deps: { db: Db; clock: () => number; audit: Audit }): Roster {
  const { db, clock, audit } = deps;
  const since = (): number => clock() - FAILED_SHOWN_MS;

  const byId = async (id: string): Promise<UserRow | undefined> => {
    const named = await db.read.roster.userByExternal(id);
    if (named !== undefined || !UUID.test(id)) return named;
    const own = await db.read.roster.userByUuid(id);
    return own?.external_id === null ? own : undefined;
  };

  return {
    users: async (caller) => {
      requireAdmin(caller);
      return db.read.roster.users();
    },
    user: async (caller, name) => {
      requireAdmin(caller);
      if ('login' in name) return db.read.users.byLogin(name.login);
      if ('email' in name) return db.read.users.byEmail(name.email);
      return byId(name.id);
    },
    projectOf: async (caller, user) => {
      requireAdmin(caller);
      return db.read.projects.personalOf(user.id);
    },
    instances: async (caller, owner) => {
      requireAdmin(caller);
      return owner === undefined
        ? db.read.roster.instances(since())
        : db.read.roster.instancesOf(owner.id, since());
    },
    instance: async (caller, uuid) => {
      requireAdmin(caller);
      return UUID.test(uuid) ? db.read.roster.instance(uuid, since()) : undefined;
    },
    dismiss: async (caller, row) => {
      requireAdmin(caller);
      await audit.change(
        caller,
        async (tx) => {
          const fresh = await tx.instances.any(row.id);
          if (fresh?.state !== 'failed') return;
          await tx.instances.update(row.id, { state: 'deleted', updated_at: clock() });
        },
        () => ({ instance_id: row.id, server_id: row.server_id, project_id: row.project_id }),
      );
    },
    server: async (caller, uuid) => {
      requireAdmin(caller);
      return UUID.test(uuid) ? db.read.roster.server(uuid) : undefined;
    },
    instancesOn: async (caller, server_id) => {
      requireAdmin(caller);
      return db.read.roster.liveOn(server_id);
    },
  };
}
