// What every request about one instance begins and ends with: who sees it, whether it can be worked on, the operation.
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, missing } from '../errors.js';
import type { Engine } from '../operations/engine.js';
import { larger } from '../operations/reserve.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { Audit } from './audit.js';
import type { Hosts } from './hosts.js';
import type { Accepted, LongOptions, Operations } from './operations.js';
import type { Quotas, Reserved } from './quotas.js';
import type { Rights } from './rights.js';
import type { Ability } from './roles.js';

/** How a caller names an instance: by number, or by server and name. */
export interface InstanceName {
  instance_id?: number | undefined;
  server_id?: number | undefined;
  instance_name?: string | undefined;
}

/** What a request may do beside submitting its operation. */
export interface SubmitExtra {
  deleting?: boolean;
  /** What only an administrator may set, for the audit row. */
  privileged?: string[];
  /** What the instance will take; refused when the quota has no room. */
  reserve?: Reserved;
  /** Asked in the transaction that submits. */
  check?: (tx: Repositories) => Promise<void>;
}

export interface InstanceWork {
  sees(actor: Actor, row: InstanceRow): boolean;
  /**
   * The row as this caller sees it; throws `not_found`, `conflict` for a name that is not unique, and `forbidden`
   * when the caller's role in its project does not allow `ability` (to read, unless given).
   */
  find(caller: Caller, name: InstanceName, ability?: Ability): Promise<InstanceRow>;
  /**
   * The same for one that can be worked on (to write, unless given); `waiting`: other work stands before it,
   * so its state says nothing.
   */
  open(
    caller: Caller,
    name: InstanceName,
    options: LongOptions,
    ability?: Ability,
  ): Promise<{ row: InstanceRow; server: ServerRow; waiting: boolean }>;
  submit(
    caller: Caller,
    work: { row: InstanceRow; server: ServerRow; kind: string; input: Record<string, unknown> },
    options: LongOptions,
    extra?: SubmitExtra,
  ): Promise<Accepted>;
}

export interface InstanceWorkDeps {
  db: Db;
  clock: () => number;
  engine: Engine;
  hosts: Hosts;
  operations: Operations;
  audit: Audit;
  rights: Rights;
  quotas: Quotas;
}

/** Makes it. */
export function createInstanceWork(deps: InstanceWorkDeps): InstanceWork {
  const { db } = deps;

  const sees = (actor: Actor, row: InstanceRow): boolean =>
    deps.rights.ownsServer(actor, row.server_id) || deps.rights.inProject(actor, row.project_id);

  const named = async (caller: Caller, name: InstanceName): Promise<InstanceRow> => {
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

  const find = async (
    caller: Caller,
    name: InstanceName,
    ability: Ability = 'read',
  ): Promise<InstanceRow> => {
    const row = await named(caller, name);
    if (ability !== 'read') deps.rights.requireIn(actorOf(caller), row, ability);
    return row;
  };

  /** What every request that changes an instance begins with. */
  const open = async (
    caller: Caller,
    name: InstanceName,
    options: LongOptions,
    ability: Ability = 'write',
  ): Promise<{ row: InstanceRow; server: ServerRow; waiting: boolean }> => {
    const row = await find(caller, name, ability);
    const server = await db.read.servers.get(row.server_id);
    if (server === undefined) throw new AppError('not_found', `${row.lxd_name} is on a server that is gone`);
    if (row.state === 'deleting') throw new AppError('bad_state', `${row.lxd_name} is being deleted`);
    if (deps.hosts.online(server.id) === null && options.on_unreachable !== 'queue') {
      // Only our own API has a word for waiting.
      throw caller.via === 'native' ? unreachable(server) : unreachable(server, AGAIN);
    }
    return { row, server, waiting: deps.engine.word(row.id) !== null };
  };

  const submit = async (
    caller: Caller,
    work: { row: InstanceRow; server: ServerRow; kind: string; input: Record<string, unknown> },
    options: LongOptions,
    extra: SubmitExtra = {},
  ): Promise<Accepted> => {
    const { row, server, kind, input } = work;
    const operation = await deps.audit.change(
      caller,
      async (tx) => {
        const fresh = await tx.instances.get(row.id);
        if (fresh === undefined) throw new AppError('not_found', `${row.lxd_name} does not exist any more`);
        // The host was asked since: whoever was let go of meanwhile changes nothing.
        if (!sees(actorOf(caller), fresh)) throw missing('instance_id');
        if (fresh.state === 'deleting') throw new AppError('bad_state', `${row.lxd_name} is being deleted`);
        await extra.check?.(tx);
        if (extra.deleting === true) {
          await tx.instances.update(row.id, { state: 'deleting', updated_at: deps.clock() });
        }
        if (extra.reserve === undefined) {
          return deps.operations.submit(tx, caller, { kind, server, instance: fresh, input, options });
        }
        await deps.quotas.check(tx, actorOf(caller), fresh.project_id, extra.reserve, fresh);
        const { vcpus, memory_mb, disk_mb } = fresh;
        const reserved = { vcpus, memory_mb, disk_mb };
        // What it gives back is free only when it was done: queued, it can still be cancelled.
        const most = larger(reserved, extra.reserve);
        await tx.instances.update(row.id, { ...most, updated_at: deps.clock() });
        const kept = { ...input, reserved, reserve: extra.reserve };
        return deps.operations.submit(tx, caller, { kind, server, instance: fresh, input: kept, options });
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

  return { sees, find, open, submit };
}

const AGAIN = 'try again when it is back';

/** The refusal of a call that would not wait for its server; `fix` is what its caller can do. */
export function unreachable(server: ServerRow, fix = 'pass on_unreachable: queue to wait for it'): AppError {
  return server.status === 'untrusted'
    ? new AppError(
        'host_untrusted',
        `${server.name} shows another certificate than the pinned one; nothing is sent to it`,
      )
    : new AppError('host_unreachable', `${server.name} cannot be reached at the moment; ${fix}`, {
        retry_after: 5,
      });
}
