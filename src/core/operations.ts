// Operations as callers see them: submit, look, wait, cancel.
import type { Db } from '../db/open.js';
import type { OperationFilter, OperationRow } from '../db/operations.js';
import { type PageRequest, pageOf } from '../db/paging.js';
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import type { InstanceRow } from '../db/instances.js';
import { AppError, type Code, CODES, missing } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import { type Engine, laneOf } from '../operations/engine.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { Audit } from './audit.js';
import type { Idempotency } from './idempotency.js';
import type { Rights } from './rights.js';

/** What every long call may carry. */
export interface LongOptions {
  /** Seconds to wait for the end, at most 60. */
  wait?: number;
  /** Seconds until it must have begun. */
  deadline?: number;
  on_unreachable?: 'fail' | 'queue';
}

export interface Submission {
  kind: string;
  /** Null for work on several servers, or on none. */
  server: ServerRow | null;
  /** Null for work that is about no instance. */
  instance: InstanceRow | null;
  input: Record<string, unknown>;
  options: LongOptions;
}

/** What an accepted operation is answered with. */
export interface Accepted {
  operation_id: number;
  operation_status: OperationRow['status'];
  operation_position: number;
}

export interface OperationsDeps {
  db: Db;
  clock: () => number;
  engine: Engine;
  audit: Audit;
  idempotency: Idempotency;
  rights: Rights;
}

export interface Operations {
  /** Writes the row and its event inside the caller's transaction. */
  submit(tx: Repositories, caller: Caller, submission: Submission): Promise<OperationRow>;
  /** Hands committed rows to the engine and waits as asked; a failure waited for is thrown. */
  accept(row: OperationRow, options: LongOptions): Promise<Accepted>;
  page(
    caller: Caller,
    request: PageRequest,
    filter: OperationFilter,
  ): Promise<{ rows: OperationRow[]; next: string | null }>;
  /** Throws `not_found` for what the caller may not see. */
  get(caller: Caller, id: number, wait?: number): Promise<OperationRow>;
  cancel(caller: Caller, id: number): Promise<OperationRow>;
  position(row: OperationRow): number;
}

/** Kinds that a role which may only operate can begin. */
const POWER: ReadonlySet<string> = new Set(
  ['start', 'stop', 'restart', 'freeze', 'unfreeze'].map((verb) => `instance.${verb}`),
);

/** Not for those whom it is aimed at to end. */
const SUSPENSION: ReadonlySet<string> = new Set(['instance.suspend', 'instance.unsuspend']);

/** Makes the service. */
export function createOperations(deps: OperationsDeps): Operations {
  const { db, clock, engine } = deps;

  const load = async (caller: Caller, id: number): Promise<OperationRow> => {
    const actor = actorOf(caller);
    const row = await db.read.operations.get(id);
    if (row === undefined || !(await visible(actor, row))) {
      throw missing('operation_id');
    }
    return row;
  };

  const visible = async (actor: Actor, row: OperationRow): Promise<boolean> => {
    if (actor.is_admin) return true;
    if (row.server_id !== null && deps.rights.ownsServer(actor, row.server_id)) return true;
    if (row.instance_id === null) return row.user_id === actor.user_id;
    const instance = await db.read.instances.any(row.instance_id);
    return instance !== undefined && deps.rights.inProject(actor, instance.project_id);
  };

  /** Who may begin such work may also end it. */
  const mayCancel = async (actor: Actor, row: OperationRow): Promise<void> => {
    const instance = row.instance_id === null ? undefined : await db.read.instances.any(row.instance_id);
    if (instance === undefined) return;
    if (
      (SUSPENSION.has(row.kind) || row.via === 'system') &&
      !deps.rights.ownsServer(actor, instance.server_id)
    )
      throw new AppError('forbidden', `only administrators and owners of its server may end this`);
    deps.rights.requireIn(actor, instance, POWER.has(row.kind) ? 'operate' : 'write');
  };

  return {
    submit: async (tx, caller, { kind, server, instance, input, options }) => {
      const now = clock();
      const id = await tx.operations.insert({
        uuid: uuid(),
        server_id: server?.id ?? null,
        lxd_operation: null,
        kind,
        instance_id: instance?.id ?? null,
        batch_uuid: null,
        user_id: caller.actor?.user_id ?? null,
        via: caller.via,
        request_id: caller.client_request_id,
        status: 'pending',
        progress: 0,
        input: JSON.stringify({ ...input, on_unreachable: options.on_unreachable ?? 'fail' }),
        step: '',
        notes: '{}',
        attempts: 0,
        lease_owner: null,
        lease_until: null,
        deadline_at: options.deadline === undefined ? null : now + options.deadline * 1000,
        cancel_requested_at: null,
        inferred: 0,
        result: null,
        error_code: '',
        error: '',
        created_at: now,
        updated_at: now,
        finished_at: null,
      });
      await deps.idempotency.noteOperation(tx, caller, id);
      await append(tx, {
        type: 'operation.created',
        via: caller.via,
        at: now,
        request_id: caller.client_request_id,
        operation_id: id,
        user_id: caller.actor?.user_id ?? null,
        token_id: caller.actor?.token_id ?? null,
        remote_addr: caller.address,
        server_id: server?.id ?? null,
        project_id: instance?.project_id ?? null,
        instance_id: instance?.id ?? null,
        data: { kind, ...(instance === null ? {} : { instance_name: instance.lxd_name }) },
      });
      const row = await tx.operations.get(id);
      if (row === undefined) throw new Error('an operation vanished inside its transaction');
      return row;
    },
    accept: async (row, options) => {
      engine.submitted([{ id: row.id, lane: laneOf(row) }]);
      let latest = row;
      if (options.wait !== undefined && options.wait > 0) {
        latest = (await engine.wait(row.id, options.wait * 1000)) ?? row;
        if (latest.status === 'failure' || latest.status === 'cancelled') throw failureOf(latest);
      }
      return {
        operation_id: latest.id,
        operation_status: latest.status,
        operation_position: latest.finished_at === null ? engine.position(latest) : 0,
      };
    },
    page: async (caller, request, filter) => {
      const rows = await db.read.operations.page(request, filter, deps.rights.operations(actorOf(caller)));
      return pageOf(request, rows);
    },
    get: async (caller, id, wait) => {
      const row = await load(caller, id);
      if (wait === undefined || wait <= 0 || row.finished_at !== null) return row;
      return (await engine.wait(id, wait * 1000)) ?? row;
    },
    cancel: async (caller, id) => {
      const row = await load(caller, id);
      await mayCancel(actorOf(caller), row);
      if (row.finished_at !== null) {
        throw new AppError(
          'bad_state',
          `operation_id ${id} is over (${row.status}); there is nothing to cancel`,
        );
      }
      await deps.audit.change(
        caller,
        async (tx) => {
          const now = clock();
          await tx.operations.update(id, { cancel_requested_at: now, updated_at: now });
          const instance = row.instance_id === null ? undefined : await tx.instances.any(row.instance_id);
          await append(tx, {
            type: 'operation.cancel_requested',
            via: caller.via,
            at: now,
            request_id: caller.client_request_id,
            operation_id: id,
            user_id: caller.actor?.user_id ?? null,
            server_id: row.server_id,
            project_id: instance?.project_id ?? null,
            instance_id: row.instance_id,
            data: { kind: row.kind },
          });
        },
        () => ({ operation_id: id, server_id: row.server_id, instance_id: row.instance_id }),
      );
      engine.cancelRequested(id);
      return (await db.read.operations.get(id)) ?? row;
    },
    position: (row) => (row.finished_at === null ? engine.position(row) : 0),
  };
}

/** A finished operation's failure as the error of the call that waited for it. */
export function failureOf(row: OperationRow): AppError {
  const code = row.error_code in CODES ? (row.error_code as Code) : 'host_failed';
  return new AppError(code, row.error || 'the operation failed', {
    details: { operation_id: row.id, operation_status: row.status },
  });
}
