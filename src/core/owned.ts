// The instances that are a user's own, as sold to it: list, live figures, and power with an answer that is final.
import type { Db } from '../db/open.js';
import type { OwnedRow } from '../db/owned.js';
import { AppError, isAppError, missing } from '../errors.js';
import type { LiveUsage } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { Hosts } from './hosts.js';
import { type Instances, unreachable } from './instances.js';
import type { Rights } from './rights.js';

export type { OwnedRow } from '../db/owned.js';

export type OwnedAction = 'start' | 'stop' | 'restart';

export interface Owned {
  /** All that the caller owns and may see, in the order of their numbers. */
  list(caller: Caller): Promise<OwnedRow[]>;
  /** Also one that was deleted; throws `not_found` for one of somebody else. */
  find(caller: Caller, instance_id: number): Promise<OwnedRow>;
  /** What it uses now; null when its host does not say so within three seconds. */
  usage(row: OwnedRow): Promise<LiveUsage | null>;
  /**
   * Carries out an action and waits for its end. Throws `bad_state` for what is suspended, deleted or in that state
   * already, `host_unreachable` within four seconds, and what the host says when it fails.
   */
  power(caller: Caller, instance_id: number, action: OwnedAction): Promise<void>;
}

export interface OwnedDeps {
  db: Db;
  hosts: Hosts;
  rights: Rights;
  instances: Instances;
}

/** How long a host may take to answer before it counts as away. */
const ANSWER_MS = 3_000;
/** How long an action may take; a guest gets as much to shut down by itself. */
const WAIT_S = 31;

/** Makes the service. */
export function createOwned({ db, hosts, rights, instances }: OwnedDeps): Owned {
  /** Whoever was let go of since owns it no longer in any way that counts. */
  const sees = (actor: Actor, row: OwnedRow): boolean =>
    row.owner_user_id === actor.user_id &&
    (rights.inProject(actor, row.project_id) || rights.ownsServer(actor, row.server_id));

  const find = async (caller: Caller, instance_id: number): Promise<OwnedRow> => {
    const row = await db.read.owned.get(instance_id);
    if (row === undefined || !sees(actorOf(caller), row)) throw missing('instance_id');
    return row;
  };

  /** Asks the host, which may be away without anybody knowing yet. */
  const ask = async (row: OwnedRow): Promise<LiveUsage | null> => {
    const server = await db.read.servers.get(row.server_id);
    const host = hosts.online(row.server_id);
    if (server === undefined) throw new AppError('host_unreachable', 'its server is gone');
    if (host === null) throw unreachable(server, 'try again when it is back');
    const late = new AbortController();
    // A connection that is still being made does not notice that it was given up: it is not waited for.
    const givenUp = new Promise<never>((_resolve, reject) => {
      late.signal.addEventListener('abort', () => reject(late.signal.reason as AppError), { once: true });
    });
    const timer = setTimeout(() => {
      late.abort(unreachable({ ...server, status: 'offline' }, 'try again when it is back'));
    }, ANSWER_MS);
    try {
      const asked = host.usage({ project: row.lxd_project, name: row.lxd_name }, late.signal);
      return await Promise.race([asked, givenUp]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    list: async (caller) => {
      const actor = actorOf(caller);
      return (await db.read.owned.of(actor.user_id)).filter((row) => sees(actor, row));
    },

    find,

    usage: async (row) => {
      try {
        return await ask(row);
      } catch (error) {
        if (isAppError(error)) return null;
        throw error;
      }
    },

    power: async (caller, instance_id, action) => {
      const row = await find(caller, instance_id);
      if (row.deleted_at !== null) throw new AppError('bad_state', 'it is terminated');
      if (row.suspended_at !== null) throw new AppError('bad_state', 'it is suspended');
      // Work that is begun is waited for: a host that is away shows before.
      await ask(row);
      const { operation_status } = await instances.action(caller, { instance_id }, action, { wait: WAIT_S });
      if (operation_status !== 'success') {
        throw new AppError('deadline', `the ${action} did not end within ${WAIT_S} seconds`);
      }
    },
  };
}
