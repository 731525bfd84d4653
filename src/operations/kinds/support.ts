// What several kinds share: an event written once per operation, and looking at the instance.
import { AppError } from '../../errors.js';
import type { Events } from '../../generated/contracts.js';
import { append } from '../../events/log.js';
import type { InstanceRow } from '../../db/instances.js';
import type { Repositories } from '../../db/repositories.js';
import type { HostInstance } from '../../providers/provider.js';
import type { Kind, StepContext } from '../kind.js';
import { type Reserve, withQueued } from '../reserve.js';

export type InstanceEvent = Extract<
  keyof Events,
  `instance.${string}` | `snapshot.${string}` | `volume.${string}`
>;

/** Appends the event of a step unless this operation has told it already (the observer often was first). */
export async function tellOnce<T extends InstanceEvent>(
  tx: Repositories,
  context: StepContext,
  type: T,
  data: Events[T],
): Promise<void> {
  const { operation, instance } = context;
  const told = await tx.events.ofOperation(operation.id);
  if (told.some((event) => event.type === type)) return;
  await append(tx, {
    type,
    via: operation.via,
    at: context.now(),
    request_id: operation.request_id,
    operation_id: operation.id,
    user_id: operation.user_id,
    server_id: instance.server_id,
    project_id: instance.project_id,
    instance_id: instance.id,
    data,
  });
}

/** Ends a change that took from the quota without success: the row says again what it said before, or what is queued. */
export const giveBack: NonNullable<Kind['failed']> = async (tx, operation, instance, now) => {
  const { reserved } = JSON.parse(operation.input) as { reserved?: Reserve };
  if (reserved === undefined) return;
  const left = await withQueued(tx, instance.id, reserved, operation.id);
  await tx.instances.update(instance.id, { ...left, updated_at: now });
};

/** Whether what bears the name of an instance that is gone is another one, made since then. */
export function isAnother(row: InstanceRow, found: HostInstance): boolean {
  return row.deleted_at !== null && found.gantry_uuid !== row.uuid && found.uuid !== row.lxd_uuid;
}

/** The refusal to let a suspended instance run. */
export function suspendedRefusal(row: Pick<InstanceRow, 'lxd_name'>): AppError {
  return new AppError(
    'bad_state',
    `${row.lxd_name} is suspended: an administrator or the owner of its server has to unsuspend it first`,
  );
}

/** The instance on the host, which has to be there. */
export async function present(context: StepContext): Promise<HostInstance> {
  const found = await context.host.instance(context.ref);
  if (found === null || isAnother(context.instance, found))
    throw new AppError('not_found', `${context.ref.name} is not on the server any more`);
  return found;
}
