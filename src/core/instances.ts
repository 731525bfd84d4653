// Instances: who may see which, lists from our own rows, and the requests that become operations.
import { hash } from 'node:crypto';
import type { Db } from '../db/open.js';
import type { InstanceFilter, InstanceRow } from '../db/instances.js';
import { type PageRequest, pageOf } from '../db/paging.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, missing } from '../errors.js';
import type { Engine } from '../operations/engine.js';
import type { UpdateSpec } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { Audit } from './audit.js';
import type { Fleet } from './fleet.js';
import { readHostView } from './host-view.js';
import type { Hosts } from './hosts.js';
import type { Accepted, LongOptions, Operations } from './operations.js';
import { type Quotas, type Reserved, reservedBy } from './quotas.js';
import type { Rights } from './rights.js';
import { checkTenantConfig } from './tenant-config.js';

/** How a caller names an instance: by number, or by server and name. */
export interface InstanceName {
  instance_id?: number | undefined;
  server_id?: number | undefined;
  instance_name?: string | undefined;
}

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

export interface InstancesDeps {
  db: Db;
  clock: () => number;
  engine: Engine;
  hosts: Hosts;
  fleet: Fleet;
  operations: Operations;
  audit: Audit;
  rights: Rights;
  quotas: Quotas;
}

export interface Instances {
  /** The row as this caller sees it; throws `not_found`, and `conflict` for a name that is not unique. */
  find(caller: Caller, name: InstanceName): Promise<InstanceRow>;
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
  delete(caller: Caller, name: InstanceName, options: LongOptions & { force?: boolean }): Promise<Accepted>;
  /** What `instance_status` shows: the word of the operation under way, else the power state. */
  status(row: InstanceRow): string;
  etag(row: InstanceRow): string;
}

/** Makes the service. */
export function createInstances(deps: InstancesDeps): Instances {
  const { db } = deps;

  const sees = (actor: Actor, row: InstanceRow): boolean =>
    deps.rights.ownsServer(actor, row.server_id) || deps.rights.inProject(actor, row.project_id);

  const find = async (caller: Caller, name: InstanceName): Promise<InstanceRow> => {
    const actor = actorOf(caller);
    if (name.instance_id !== undefined) {
      const row = await db.read.instances.get(name.instance_id);
      if (row === undefined || !sees(actor, row)) {
        throw missing('instance_id');
      }
      return row;
    }
    if (name.instance_name === undefined) {
      throw invalid('instance_id', 'must be given, or server_id and instance_name');
    }
    const rows = (
      name.server_id === undefined
        ? await db.read.instances.namedAnywhere(name.instance_name)
        : await db.read.instances.named(name.server_id, name.instance_name)
    ).filter((row) => sees(actor, row));
    const [row, another] = rows;
    if (row === undefined) {
      throw missing('instance_name');
    }
    if (another !== undefined) {
      throw new AppError(
        'conflict',
        `instance_name ${name.instance_name} is not unique: give server_id or instance_id`,
      );
    }
    return row;
  };

  /** What every request that changes an instance begins with. */
  const open = async (
    caller: Caller,
    name: InstanceName,
    options: LongOptions,
  ): Promise<{ row: InstanceRow; server: ServerRow; waiting: boolean }> => {
    const row = await find(caller, name);
    const server = await db.read.servers.get(row.server_id);
    if (server === undefined) throw new AppError('not_found', `${row.lxd_name} is on a server that is gone`);
    if (row.state === 'deleting') throw new AppError('bad_state', `${row.lxd_name} is being deleted`);
    if (deps.hosts.online(server.id) === null && options.on_unreachable !== 'queue') {
      throw unreachable(server);
    }
    return { row, server, waiting: deps.engine.word(row.id) !== null };
  };

  const submit = async (
    caller: Caller,
    work: { row: InstanceRow; server: ServerRow; kind: string; input: Record<string, unknown> },
    options: LongOptions,
    extra: { deleting?: boolean; privileged?: string[]; reserve?: Reserved } = {},
  ): Promise<Accepted> => {
    const { row, server, kind, input } = work;
    const operation = await deps.audit.change(
      caller,
      async (tx) => {
        const fresh = await tx.instances.get(row.id);
        if (fresh === undefined) throw new AppError('not_found', `${row.lxd_name} does not exist any more`);
        if (fresh.state === 'deleting') throw new AppError('bad_state', `${row.lxd_name} is being deleted`);
        if (extra.deleting === true) {
          await tx.instances.update(row.id, { state: 'deleting', updated_at: deps.clock() });
        }
        if (extra.reserve === undefined) {
          return deps.operations.submit(tx, caller, { kind, server, instance: fresh, input, options });
        }
        await deps.quotas.check(tx, actorOf(caller), fresh.project_id, extra.reserve, fresh);
        await tx.instances.update(row.id, { ...extra.reserve, updated_at: deps.clock() });
        const { vcpus, memory_mb, disk_mb } = fresh;
        const before = { ...input, reserved: { vcpus, memory_mb, disk_mb } };
        return deps.operations.submit(tx, caller, { kind, server, instance: fresh, input: before, options });
      },
      (made) => ({
        operation_id: made.id,
        server_id: server.id,
        project_id: row.project_id,
        instance_id: row.id,
        ...(extra.privileged === undefined || extra.privileged.length === 0
          ? {}
          : { data: { privileged_keys: extra.privileged } }),
      }),
    );
    return deps.operations.accept(operation, options);
  };

  const etags = new WeakMap<InstanceRow, string>();
  const etag = (row: InstanceRow): string => {
    const known = etags.get(row);
    if (known !== undefined) return known;
    const made = hash('sha256', row.host_view + row.description).slice(0, 16);
    etags.set(row, made);
    return made;
  };

  return {
    find,
    known: (caller, instance_id) => {
      const row = db.read.instances.known(instance_id);
      return row !== undefined && sees(actorOf(caller), row) ? row : undefined;
    },
    etag,
    status: (row) => deps.engine.word(row.id) ?? row.power_state,
    page: async (caller, request, filter) => {
      const rows = await db.read.instances.page(request, filter, deps.rights.instances(actorOf(caller)));
      return pageOf(request, rows);
    },

    action: async (caller, name, action, options) => {
      const { row, server, waiting } = await open(caller, name, options);
      const [verb = '', force] = action.split('-');
      // With work before it in the queue, what is true now says nothing about its turn.
      if (!waiting) checkPower(row, verb);
      return submit(
        caller,
        { row, server, kind: `instance.${verb}`, input: force === undefined ? {} : { force: true } },
        options,
      );
    },

    update: async (caller, name, change, options) => {
      const { row, server } = await open(caller, name, options);
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
      return submit(caller, { row, server, kind: 'instance.update', input: { update: change } }, options, {
        privileged,
        reserve: reservedBy(
          changed({ ...view.limits, ...view.config }, change.config),
          changed(view.expanded_devices, change.devices),
        ),
      });
    },

    delete: async (caller, name, options) => {
      const { row, server, waiting } = await open(caller, name, options);
      const force = options.force === true;
      if (!waiting && !force && (row.power_state === 'running' || row.power_state === 'frozen')) {
        throw new AppError(
          'bad_state',
          `${row.lxd_name} is ${row.power_state}: stop it first, or pass force: true`,
        );
      }
      return submit(caller, { row, server, kind: 'instance.delete', input: { force } }, options, {
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

/** The refusal of a call that would not wait for its server. */
export function unreachable(server: ServerRow): AppError {
  return server.status === 'untrusted'
    ? new AppError(
        'host_untrusted',
        `${server.name} shows another certificate than the pinned one; nothing is sent to it`,
      )
    : new AppError(
        'host_unreachable',
        `${server.name} cannot be reached at the moment; pass on_unreachable: queue to wait for it`,
        {
          retry_after: 5,
        },
      );
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
