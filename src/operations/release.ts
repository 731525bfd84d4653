// What an instance gives back when it is no more: its prefix, its ports and its number.
import type { Repositories } from '../db/repositories.js';

/** Its prefix rests for the quarantine, its ports and its number are free at once; a second time changes nothing. */
export async function releaseInstance(
  tx: Repositories,
  { instance_id, now }: { instance_id: number; now: number },
): Promise<void> {
  await tx.prefixes.release(instance_id, now);
  await tx.ports.remove(instance_id);
  await tx.instances.update(instance_id, { host_index: null });
}
