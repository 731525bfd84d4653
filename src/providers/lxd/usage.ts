// What an instance uses at this moment, from its state.
import { isAppError } from '../../errors.js';
import type { HostUsage, LiveUsage } from '../parts/usage.js';
import type { Context } from './instances.js';
import { powerOf } from './map.js';
import { instanceSegment, projectName } from './names.js';
import { type Json, number, record } from './types.js';

/** Calls about usage. */
export function usageCalls({ client }: Context): HostUsage {
  return {
    usage: async (ref, signal) => {
      try {
        const answer = await client.get(`/1.0/instances/${instanceSegment(ref.name)}/state`, {
          query: { project: projectName(ref.project) },
          signal,
        });
        return toUsage(record(answer.metadata));
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
  };
}

/** The state of an instance in our words; a container without figures has an empty list of disks. */
export function toUsage(state: Json): LiveUsage {
  const disks = Object.values(record(state['disk'])).map((disk) => number(record(disk)['usage']));
  return {
    power: powerOf(state),
    memory_bytes: bytes(number(record(state['memory'])['usage'])),
    disk_bytes: bytes(disks.reduce((sum, usage) => sum + Math.max(0, usage), 0)),
  };
}

function bytes(value: number): number {
  return Math.max(0, Math.min(Math.trunc(value), Number.MAX_SAFE_INTEGER));
}
