// What queued changes of an instance will take: counted from when they are asked for, whatever the host shows meanwhile.
import type { InstanceRow } from '../db/instances.js';
import type { Repositories } from '../db/repositories.js';

/** What an instance takes; null where it has no limit of its own. */
export type Reserve = Pick<InstanceRow, 'vcpus' | 'memory_mb' | 'disk_mb'>;

/** Of each the larger. */
export function larger(a: Reserve, b: Reserve): Reserve {
  const one = (name: keyof Reserve): number | null => {
    const [x, y] = [a[name], b[name]];
    return x === null || y === null ? (x ?? y) : Math.max(x, y);
  };
  return { vcpus: one('vcpus'), memory_mb: one('memory_mb'), disk_mb: one('disk_mb') };
}

/** `now`, or what an open operation of the instance will make it where that is more; `except` has ended. */
export async function withQueued(
  tx: Repositories,
  instance_id: number,
  now: Reserve,
  except?: number,
): Promise<Reserve> {
  const open = await tx.operations.openOfInstance(instance_id);
  return open
    .filter(({ id }) => id !== except)
    .map(({ input }) => (JSON.parse(input) as { reserve?: Reserve }).reserve)
    .reduce<Reserve>((most, one) => (one === undefined ? most : larger(most, one)), now);
}
