// Instances: lists from our own rows, and the requests that become operations.
import { hash } from 'node:crypto';
import type { Db } from '../db/open.js';
import type { InstanceFilter, InstanceRow } from '../db/instances.js';
import { type PageRequest, pageOf } from '../db/paging.js';
import { AppError } from '../errors.js';
import type { Engine } from '../operations/engine.js';
import type { RenameInput } from '../operations/kinds/instance.rename.js';
import { suspendedRefusal } from '../operations/kinds/support.js';
import type { UpdateSpec } from '../providers/provider.js';
import { type Caller, actorOf } from './access.js';
import { readHostView } from './host-view.js';
import { checkInstanceName, nameInUse, nameTaken } from './instance-names.js';
import type { InstanceName, InstanceWork } from './instance-work.js';
import type { Accepted, LongOptions } from './operations.js';
import { guaranteed, reservedBy } from './quotas.js';
import type { Rights } from './rights.js';
import type { Ability } from './roles.js';
import { checkTenantConfig } from './tenant-config.js';

export { type InstanceName, unreachable } from './instance-work.js';

export const ACTIONS = [
  'start',
  'stop',
  'stop-force',
  'restart',
  'restart-force',
  'freeze',
  'unfreeze',
] as const;
export type InstanceAction = (typeof ACTIONS)[number];

/** What ends with an instance that runs. */
const STARTS: ReadonlySet<string> = new Set(['start', 'restart', 'unfreeze']);

export interface InstancesDeps {
  db: Db;
  engine: Engine;
  rights: Rights;
  work: InstanceWork;
}

export interface Instances {
  /** The row as this caller sees it; throws as `InstanceWork.find` does. */
  find(caller: Caller, name: InstanceName, ability?: Ability): Promise<InstanceRow>;
  /** The row when it is in memory and the caller may see it: answered without waiting; undefined: ask `find`. */
  known(caller: Caller, instance_id: number): InstanceRow | undefined;
  page(
    caller: Caller,
    request: PageRequest,
    filter: InstanceFilter,
  ): Promise<{ rows: InstanceRow[]; next: string | null }>;
  action(caller: Caller, name: InstanceName, action: InstanceAction, options: LongOptions): Promise<Accepted>;
  update(
    caller: Caller,
    name: InstanceName,
    change: UpdateSpec,
    options: LongOptions & { etag?: string },
  ): Promise<Accepted>;
  /** Throws `bad_state` for one that runs, `conflict` for a name that is in use on its server. */
  rename(caller: Caller, name: InstanceName, to: string, options: LongOptions): Promise<Accepted>;
  delete(caller: Caller, name: InstanceName, options: LongOptions & { force?: boolean }): Promise<Accepted>;
  /** What `instance_status` shows: the word of the operation under way, else the power state. */
  status(row: InstanceRow): string;
  etag(row: InstanceRow): string;
}

/** Makes the service. */
export function createInstances(deps: InstancesDeps): Instances {
  const { db, work } = deps;

  const etags = new WeakMap<InstanceRow, string>();
  const etag = (row: InstanceRow): string => {
    const known = etags.get(row);
    if (known !== undefined) return known;
    const made = hash('sha256', row.host_view + row.description).slice(0, 16);
    etags.set(row, made);
    return made;
  };

  /** Whether the suspension is to be lifted by work that waits. */
  const unsuspends = async ({ id }: InstanceRow): Promise<boolean> =>
    (await db.read.operations.openOfInstance(id)).some(({ kind }) => kind === 'instance.unsuspend');

  return {
    find: (caller, name, ability) => work.find(caller, name, ability),
    known: (caller, instance_id) => {
      const row = db.read.instances.known(instance_id);
      return row !== undefined && work.sees(actorOf(caller), row) ? row : undefined;
    },
    etag,
    status: (row) => deps.engine.word(row.id) ?? row.power_state,
    page: async (caller, request, filter) => {
      const rows = await db.read.instances.page(request, filter, deps.rights.instances(actorOf(caller)));
      return pageOf(request, rows);
    },

    action: async (caller, name, action, options) => {
      const { row, server, waiting } = await work.open(caller, name, options, 'operate');
      const [verb = '', force] = action.split('-');
      if (row.suspended_at !== null && STARTS.has(verb) && !(waiting && (await unsuspends(row)))) {
        throw suspendedRefusal(row);
      }
      // With work before it in the queue, what is true now says nothing about its turn.
      if (!waiting) checkPower(row, verb);
      return work.submit(
        caller,
        { row, server, kind: `instance.${verb}`, input: force === undefined ? {} : { force: true } },
        options,
      );
    },

    update: async (caller, name, change, options) => {
      const { row, server } = await work.open(caller, name, options);
      if (options.etag !== undefined && options.etag !== etag(row)) {
        throw new AppError(
          'conflict',
          `${row.lxd_name} was changed by someone else: get it again, then update`,
        );
      }
      if (Object.keys(change).length === 0)
        throw new AppError('invalid_params', 'nothing to change was given');
      const view = readHostView(row.host_view);
      const privileged = checkTenantConfig({
        config: change.config,
        devices: change.devices,
        present: { config: view.config, devices: view.devices },
        admin: actorOf(caller).is_admin,
      });
      return work.submit(
        caller,
        { row, server, kind: 'instance.update', input: { update: change } },
        options,
        {
          privileged,
          reserve: guaranteed(
            row,
            reservedBy(
              changed({ ...view.limits, ...view.config }, change.config),
              changed(view.expanded_devices, change.devices),
            ),
          ),
        },
      );
    },

    rename: async (caller, name, to, options) => {
      checkInstanceName('instance_rename', to);
      const { row, server, waiting } = await work.open(caller, name, options);
      if (!waiting && (row.power_state === 'running' || row.power_state === 'frozen')) {
        throw new AppError('bad_state', `${row.lxd_name} is ${row.power_state}: stop it, then rename it`);
      }
      const input: RenameInput = { rename: to };
      return work.submit(caller, { row, server, kind: 'instance.rename', input: { ...input } }, options, {
        check: async (tx) => {
          if (await nameInUse(tx, server.id, row.lxd_project, to)) {
            throw nameTaken('instance_rename', to, server);
          }
        },
      });
    },

    delete: async (caller, name, options) => {
      const { row, server, waiting } = await work.open(caller, name, options);
      const force = options.force === true;
      if (!waiting && !force && (row.power_state === 'running' || row.power_state === 'frozen')) {
        throw new AppError(
          'bad_state',
          `${row.lxd_name} is ${row.power_state}: stop it first, or pass force: true`,
        );
      }
      return work.submit(caller, { row, server, kind: 'instance.delete', input: { force } }, options, {
        deleting: true,
      });
    },
  };
}

/** A record after a change in which null removes. */
function changed<T>(now: Record<string, T>, change: Record<string, T | null> = {}): Record<string, T> {
  const after = { ...now };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return after;
}

function checkPower(row: InstanceRow, verb: string): void {
  const { power_state: power, lxd_name: name } = row;
  const refuse = (fix: string): AppError => new AppError('bad_state', `${name} is ${power}: ${fix}`);
  if (power === 'unknown' || power === 'error') return;
  if (verb === 'start' && power === 'running') throw refuse('it runs already');
  if (verb === 'start' && power === 'frozen') throw refuse('unfreeze it');
  if ((verb === 'stop' || verb === 'restart' || verb === 'freeze') && power === 'stopped')
    throw refuse('start it first');
  if (verb === 'freeze' && power === 'frozen') throw refuse('it is frozen already');
  if (verb === 'unfreeze' && power !== 'frozen') throw refuse('only a frozen instance can be unfrozen');
}
