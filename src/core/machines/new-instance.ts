// The one way a new instance comes to be: row, what it is given, quota, operation and audit row in one transaction.
import type { InstanceRow } from '../../db/instances.js';
import type { Repositories } from '../../db/repositories.js';
import type { ServerRow } from '../../db/servers.js';
import { AppError, isAppError, missing } from '../../errors.js';
import { uuid } from '../../ids.js';
import type { CreateInput } from '../../operations/kinds/instance.create.js';
import { releaseInstance } from '../../operations/release.js';
import { type Actor, type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import { nameInUse, nameTaken } from '../instance-names.js';
import type { Accepted, LongOptions, Operations } from '../operations.js';
import type { Quotas, Reserved } from '../quotas.js';
import type { Rights } from '../rights.js';

/** What shall come to be. Its functions run inside the transaction and wait for nothing but repositories. */
export interface Draft {
  project_id: number;
  owner_user_id: number;
  /** Servers it may stand on, the best first. */
  place: (tx: Repositories) => Promise<readonly ServerRow[]>;
  /** Name on the host: as the caller gave it (a clash is a `conflict`), or made up until one is free. */
  name: { given: string } | { make: () => string };
  hostname: string;
  display_name: string;
  description: string;
  type: 'container' | 'virtual-machine';
  plan_id: number | null;
  os_id: number | null;
  reserved: Reserved;
  /** Prefixes that `equip` takes; none unless given. */
  addresses?: number;
  burst_memory_mb: number | null;
  phonehome_hash: Buffer | null;
  /** Gives the row what belongs to it and says what the host shall make. */
  equip: (tx: Repositories, row: InstanceRow, server: ServerRow) => Promise<CreateInput>;
  /** What only an administrator may set, for the audit row. */
  privileged: readonly string[];
}

export interface NewInstanceDeps {
  clock: () => number;
  operations: Operations;
  audit: Audit;
  rights: Rights;
  quotas: Quotas;
}

/** Submits a draft; throws `quota_exceeded`, `no_capacity`, `conflict` and `not_found`, and then nothing was made. */
export type NewInstance = (
  caller: Caller,
  draft: Draft,
  options: LongOptions,
) => Promise<Accepted & { instance_id: number }>;

/** Makes it. */
export function createNewInstance(deps: NewInstanceDeps): NewInstance {
  const insert = async (
    tx: Repositories,
    caller: Caller,
    draft: Draft,
    server: ServerRow,
  ): Promise<InstanceRow> => {
    const now = deps.clock();
    const id = await tx.instances.insert({
      uuid: uuid(),
      project_id: draft.project_id,
      owner_user_id: draft.owner_user_id,
      server_id: server.id,
      plan_id: draft.plan_id,
      os_id: draft.os_id,
      lxd_project: 'default',
      lxd_name: await freeName(tx, draft, server),
      lxd_uuid: '',
      lxd_location: '',
      type: draft.type,
      hostname: draft.hostname,
      display_name: draft.display_name,
      description: draft.description,
      ...draft.reserved,
      burst_memory_mb: draft.burst_memory_mb,
      state: 'queued',
      power_state: 'unknown',
      power_state_at: null,
      locked: 0,
      suspended_at: null,
      resume_on_unsuspend: 0,
      phonehome_hash: draft.phonehome_hash,
      host_view: '{}',
      userdata: '',
      customdata: null,
      tags: '[]',
      created_by: actorOf(caller).user_id,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    });
    return fresh(tx, id);
  };

  /** On the first server that has room for it: another one may have addresses left where this one has none. */
  const settle = async (
    tx: Repositories,
    caller: Caller,
    draft: Draft,
  ): Promise<{ row: InstanceRow; server: ServerRow; input: CreateInput }> => {
    const servers = await draft.place(tx);
    const [best] = servers;
    if (best === undefined) throw new AppError('no_capacity', 'no server there takes new instances');
    let row = await insert(tx, caller, draft, best);
    let refusal: unknown;
    for (const server of servers) {
      if (row.server_id !== server.id) {
        await tx.instances.update(row.id, {
          server_id: server.id,
          lxd_name: await freeName(tx, draft, server),
        });
        row = await fresh(tx, row.id);
      }
      try {
        const input = await draft.equip(tx, row, server);
        return { row: await fresh(tx, row.id), server, input };
      } catch (error) {
        if (!isAppError(error) || error.code !== 'no_capacity') throw error;
        refusal ??= error;
        // What it got here already belongs to this server.
        await releaseInstance(tx, { instance_id: row.id, now: deps.clock() });
      }
    }
    throw refusal;
  };

  return async (caller, draft, options) => {
    const actor = actorOf(caller);
    const made = await deps.audit.change(
      caller,
      async (tx) => {
        // Deleted meanwhile, it must not get an instance.
        if ((await tx.projects.get(draft.project_id))?.deleted_at !== null) throw missing('project_id');
        // The host was asked since: whoever was let go of meanwhile gets none either.
        if (!deps.rights.may(actor, draft.project_id, 'write')) throw missing('project_id');
        const wanted = { ...draft.reserved, addresses: draft.addresses ?? 0 };
        await deps.quotas.check(tx, actor, draft.project_id, wanted);
        const { row, server, input } = await settle(tx, caller, draft);
        return deps.operations.submit(tx, caller, {
          kind: 'instance.create',
          server,
          instance: row,
          input: { ...input },
          options,
        });
      },
      (operation) => ({
        operation_id: operation.id,
        server_id: operation.server_id,
        project_id: draft.project_id,
        instance_id: operation.instance_id,
        ...(draft.privileged.length === 0 ? {} : { data: { privileged_keys: [...draft.privileged] } }),
      }),
    );
    return { ...(await deps.operations.accept(made, options)), instance_id: made.instance_id ?? 0 };
  };
}

/** The number of a live project in which the actor may make instances; throws `not_found` and `forbidden`. */
export async function writableProject(
  on: Repositories,
  rights: Rights,
  actor: Actor,
  id: number,
): Promise<number> {
  const project = rights.inProject(actor, id) ? await on.projects.get(id) : undefined;
  if (project === undefined || project.deleted_at !== null) throw missing('project_id');
  if (!rights.may(actor, id, 'write')) {
    throw new AppError('forbidden', `your role in ${project.name} does not allow that`);
  }
  return id;
}

async function freeName(tx: Repositories, { name }: Draft, server: ServerRow): Promise<string> {
  if ('given' in name) {
    if (await nameInUse(tx, server.id, 'default', name.given)) {
      throw nameTaken('instance_name', name.given, server);
    }
    return name.given;
  }
  for (;;) {
    const made = name.make();
    if (!(await nameInUse(tx, server.id, 'default', made))) return made;
  }
}

async function fresh(tx: Repositories, id: number): Promise<InstanceRow> {
  const row = await tx.instances.get(id);
  if (row === undefined) throw new Error('an instance vanished inside its transaction');
  return row;
}
