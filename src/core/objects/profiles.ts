// Profiles of a server: kept by the host alone, edited as YAML, guarded by ETags and by what tenants may set (SEC-24).
import type { Db } from '../../db/open.js';
import type { ServerRow } from '../../db/servers.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError, invalid, isAppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import type { HostProfile, HostProfileUse, ProfileSpec } from '../../providers/parts/profiles.js';
import type { Devices, Host, InstanceRef } from '../../providers/provider.js';
import { type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import type { Rights } from '../rights.js';
import { checkTenantConfig } from '../tenant-config.js';
import { parseProfile, profileText } from './profile-body.js';
import { reach } from './reach.js';

/** A profile as callers see it: its YAML, and the ETag an update may carry. */
export interface ProfileView {
  name: string;
  body: string;
  etag: string;
}

export interface ProfileChange {
  name: string;
  body: string;
  /** New name; absent or the same: it keeps its own. */
  rename?: string | undefined;
  /** What the body was made from; another one on the host is a `conflict`. */
  etag?: string | undefined;
}

export interface Profiles {
  list(caller: Caller, server_id: number): Promise<ProfileView[]>;
  /** Each of these returns the ETag after it. */
  add(caller: Caller, server_id: number, name: string, body: string): Promise<string>;
  update(caller: Caller, server_id: number, change: ProfileChange): Promise<string>;
  delete(caller: Caller, server_id: number, name: string): Promise<void>;
}

export interface ProfilesDeps {
  db: Db;
  clock: () => number;
  fleet: Fleet;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  /** Reads an instance anew: the host says nothing of those whose profile changes. */
  refresh: (server_id: number, ref: InstanceRef) => Promise<void>;
  onError: (error: unknown, what: string) => void;
}

interface Replaced {
  etag: string;
  /** What only an administrator may set. */
  privileged: string[];
  changed: boolean;
}

type Told = (tx: Repositories) => Promise<unknown>;

const ATTEMPTS = 5;
const NEW_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** How callers see a profile; only owners see who uses it. */
export function viewOf(profile: HostProfile, owner: boolean): ProfileView {
  return { name: profile.name, body: profileText(profile, owner), etag: profile.etag };
}

/** Makes the service. */
export function createProfiles(deps: ProfilesDeps): Profiles {
  const { db, audit } = deps;

  const open = async (caller: Caller, server_id: number): Promise<{ server: ServerRow; host: Host }> => {
    const server = await deps.fleet.owned(caller, server_id);
    return { server, host: reach(deps.hosts, server) };
  };

  const labels = (caller: Caller, server_id: number) => ({
    via: caller.via,
    at: deps.clock(),
    request_id: caller.client_request_id,
    user_id: caller.actor?.user_id ?? null,
    server_id,
  });

  const commit = async (
    caller: Caller,
    server_id: number,
    told: Told[],
    privileged: string[] = [],
  ): Promise<void> => {
    const data = privileged.length === 0 ? {} : { data: { privileged_keys: privileged } };
    await audit.change(
      caller,
      async (tx) => {
        for (const tell of told) await tell(tx);
      },
      () => ({ server_id, ...data }),
    );
  };

  const readAgain = (server_id: number, { name, instances }: HostProfileUse): void => {
    for (const ref of instances) {
      deps.refresh(server_id, ref).catch((error: unknown) => {
        // A host that goes away is swept when it is back.
        if (!isAppError(error)) deps.onError(error, `reading what uses the profile ${name}`);
      });
    }
  };

  const present = async (host: Host, name: string): Promise<HostProfileUse> => {
    const found = await host.profile(name);
    if (found === null) throw missing('profile_name');
    return found;
  };

  /** Replaces the body, unless it says what stands already. */
  const replace = async (
    caller: Caller,
    server_id: number,
    host: Host,
    change: ProfileChange,
    spec: ProfileSpec,
  ): Promise<Replaced> => {
    for (let attempt = 1; ; attempt += 1) {
      const before = await present(host, change.name);
      if (change.etag !== undefined && change.etag !== before.etag) throw stale(change.name);
      const privileged = checked(caller, spec, before);
      if (same(before, spec)) return { etag: before.etag, privileged: [], changed: false };
      const replaced = await host.replaceProfile(change.name, spec, before.etag).catch((error: unknown) => {
        if (isAppError(error) && error.details?.['saved'] === true) readAgain(server_id, before);
        throw error;
      });
      if (replaced) {
        readAgain(server_id, before);
        const after = await host.profile(change.name);
        // What somebody wrote since then is not what this caller saw: its next update has to find that out.
        const etag = after !== null && same(after, spec) ? after.etag : before.etag;
        return { etag, privileged, changed: true };
      }
      if (change.etag !== undefined || attempt >= ATTEMPTS) throw stale(change.name);
    }
  };

  return {
    list: async (caller, server_id) => {
      const server = await deps.fleet.get(caller, server_id);
      const owner = deps.rights.ownsServer(actorOf(caller), server_id);
      return (await reach(deps.hosts, server).profiles()).map((profile) => viewOf(profile, owner));
    },

    add: async (caller, server_id, name, body) => {
      const { host } = await open(caller, server_id);
      checkNewName('profile_name', name);
      const spec = parseProfile(body);
      const privileged = checked(caller, spec, { config: {}, devices: {} });
      await ofBody(host.addProfile(name, spec));
      const told: Told = (tx) =>
        append(tx, { ...labels(caller, server_id), type: 'profile.created', data: { profile_name: name } });
      await commit(caller, server_id, [told], privileged);
      return (await host.profile(name))?.etag ?? '';
    },

    update: async (caller, server_id, change) => {
      const { host } = await open(caller, server_id);
      const { name } = change;
      const rename = change.rename === undefined || change.rename === name ? null : change.rename;
      if (rename !== null) {
        checkNewName('profile_rename', rename);
        if (name === 'default') throw kept('renamed');
      }
      const spec = parseProfile(change.body);
      const before = rename === null ? null : await present(host, name);
      if (rename !== null) {
        // Before anything is changed: what follows is two requests, and the host has no way back.
        if ((await host.profile(rename)) !== null) throw taken('profile_rename', rename);
      }
      const updated: Told = (tx) =>
        append(tx, { ...labels(caller, server_id), type: 'profile.updated', data: { profile_name: name } });
      const renamed: Told = (tx) =>
        append(tx, {
          ...labels(caller, server_id),
          type: 'profile.renamed',
          data: { profile_name: rename ?? name, profile_old_name: name },
        });
      const told: Told[] = [];
      let done: Replaced;
      try {
        done = await ofBody(replace(caller, server_id, host, change, spec));
        if (done.changed) told.push(updated);
        if (rename !== null) {
          await host.renameProfile(name, rename);
          if (before !== null) readAgain(server_id, before);
          told.push(renamed);
        }
      } catch (error) {
        // The call failed, but this much of it stands.
        if (told.length > 0 || (isAppError(error) && error.details?.['saved'] === true)) {
          await db.tx(updated);
        }
        throw error;
      }
      await commit(caller, server_id, told, done.privileged);
      return done.etag;
    },

    delete: async (caller, server_id, name) => {
      const { host } = await open(caller, server_id);
      const found = await present(host, name);
      if (name === 'default') throw kept('deleted');
      if (found.used_by.length > 0) throw inUse(found);
      await host.deleteProfile(name).catch((error: unknown) => {
        if (isAppError(error) && error.code === 'conflict') throw inUse(found);
        if (isAppError(error) && error.code === 'not_found') throw missing('profile_name');
        throw error;
      });
      const told: Told = (tx) =>
        append(tx, { ...labels(caller, server_id), type: 'profile.deleted', data: { profile_name: name } });
      await commit(caller, server_id, [told]);
    },
  };
}

function checkNewName(field: string, name: string): void {
  if (!NEW_NAME.test(name)) {
    throw invalid(field, 'must be 1 to 63 letters, digits, dots, underscores and hyphens');
  }
}

/** SEC-24 for a whole profile: what is not in it any more is removed. Returns what only administrators may set. */
function checked(
  caller: Caller,
  spec: ProfileSpec,
  present: { config: Record<string, string>; devices: Devices },
): string[] {
  const gone = Object.keys(present.config).map((key): [string, null] => [key, null]);
  try {
    return checkTenantConfig({
      config: { ...Object.fromEntries(gone), ...spec.config },
      devices: spec.devices,
      present,
      admin: actorOf(caller).is_admin,
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw bodyFault(error.code, error.message.replace(/^instance_(config|devices): /, ''), error);
  }
}

function bodyFault(code: AppError['code'], why: string, cause: unknown): AppError {
  const detail = `profile_body: ${why}`;
  return new AppError(code, detail, { cause, faults: [{ detail, pointer: '/profile_body' }] });
}

/** What the host will not have in a profile, as a fault of the body. */
async function ofBody<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid_params' && error.details === undefined) {
      if (error.message.startsWith('profile_')) throw error;
      throw bodyFault('invalid_params', error.message, error);
    }
    throw error;
  }
}

function same(a: ProfileSpec, b: ProfileSpec): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ config, description, devices }: ProfileSpec): string {
  const sorted = (map: Record<string, unknown>): [string, unknown][] =>
    Object.entries(map).sort(([x], [y]) => (x < y ? -1 : 1));
  const all = sorted(devices).map(([name, device]) => [name, sorted(device as Record<string, string>)]);
  return JSON.stringify([sorted(config), description, all]);
}

function stale(name: string): AppError {
  return new AppError(
    'conflict',
    `profile ${name} was changed by someone else: list it again, then update with its profile_etag`,
  );
}

function taken(field: string, name: string): AppError {
  const detail = `${field} ${name} is in use on the server`;
  return new AppError('conflict', detail, { faults: [{ detail, pointer: `/${field}` }] });
}

function kept(what: 'renamed' | 'deleted'): AppError {
  return new AppError('bad_state', `profile_name: the profile default cannot be ${what}; it can be changed`);
}

function inUse({ name, used_by }: HostProfile): AppError {
  const count = used_by.length;
  const users = count === 1 ? 'an instance uses it' : `${count > 0 ? count : 'some'} instances use it`;
  return new AppError(
    'conflict',
    `profile ${name} is in use: ${users}; take it from them first (instance.update, instance_profiles)`,
  );
}
