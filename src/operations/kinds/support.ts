// What several kinds share: an event written once per operation, and looking at the instance.
import { AppError } from '../../errors.js';
import type { Events } from '../../generated/contracts.js';
import { append } from '../../events/log.js';
import type { InstanceRow } from '../../db/instances.js';
import type { Repositories } from '../../db/repositories.js';
import type { HostInstance } from '../../providers/provider.js';
import type { Kind, StepContext } from '../kind.js';

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

/** What the instance took before the change was asked for, for quotas. */
type Reserved = Pick<InstanceRow, 'vcpus' | 'memory_mb' | 'disk_mb'>;

/** Ends a change that took from the quota without success: the row says again what it said before. */
export const giveBack: NonNullable<Kind['failed']> = async (tx, operation, instance, now) => {
  const { reserved } = JSON.parse(operation.input) as { reserved?: Reserved };
  if (reserved !== undefined) await tx.instances.update(instance.id, { ...reserved, updated_at: now });
};

/** The instance on the host, which has to be there. */
export async function present(context: StepContext): Promise<HostInstance> {
  const found = await context.host.instance(context.ref);
  if (found === null) throw new AppError('not_found', `${context.ref.name} is not on the server any more`);
  return found;
}
