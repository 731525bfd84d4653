// Counters of an instance's network devices, from its state.
import { isAppError } from '../../errors.js';
import type { HostTraffic, NicCounters } from '../parts/traffic.js';
import type { Context } from './instances.js';
import { instanceSegment, projectName } from './names.js';
import { type Json, number, record, text, textMap } from './types.js';

/** Calls about traffic. */
export function trafficCalls({ client }: Context): HostTraffic {
  return {
    counters: async (ref) => {
      try {
        // One call for both: the state alone does not say which interface is which device.
        const answer = await client.get(`/1.0/instances/${instanceSegment(ref.name)}`, {
          query: { recursion: 1, project: projectName(ref.project) },
        });
        return toCounters(record(answer.metadata));
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
  };
}

/**
 * The devices among the interfaces of an instance with its state. A guest may rename its interfaces and make others
 * (LXD 5.0.2 then names any interface of the host as their peer): only what the host itself noted tells them apart.
 */
export function toCounters(entry: Json): NicCounters[] {
  const config = textMap(entry['config']);
  const state = record(entry['state']);
  const pid = number(state['pid']);
  if (pid <= 0) return [];
  const interfaces = Object.values(record(state['network'])).map(record);
  const found: NicCounters[] = [];
  for (const [nic, device] of Object.entries(record(entry['expanded_devices']))) {
    const { type, hwaddr = config[`volatile.${nic}.hwaddr`] ?? '' } = textMap(device);
    if (type !== 'nic') continue;
    const host_name = config[`volatile.${nic}.host_name`] ?? '';
    const named = interfaces.filter((one) => host_name !== '' && text(one['host_name']) === host_name);
    // Devices without a side on the host (macvlan, physical) are known by their address alone.
    const same = named.length > 0 ? named : interfaces.filter((one) => sameAddress(one, hwaddr));
    const [shown] = same.filter((one) => text(one['type']) !== 'loopback');
    if (shown === undefined) continue;
    const counters = record(shown['counters']);
    found.push({
      nic,
      run: `${pid}/${host_name}`,
      rx: bytes(counters['bytes_received']),
      tx: bytes(counters['bytes_sent']),
    });
  }
  return found;
}

function sameAddress(shown: Json, hwaddr: string): boolean {
  return hwaddr !== '' && text(shown['hwaddr']).toLowerCase() === hwaddr.toLowerCase();
}

function bytes(value: unknown): number {
  return Math.max(0, Math.min(Math.trunc(number(value)), Number.MAX_SAFE_INTEGER));
}
