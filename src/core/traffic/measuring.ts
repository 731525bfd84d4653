// A host whose counters are read right before they are lost.
import type { Host, InstanceRef } from '../../providers/provider.js';

/** The same host; what ends a run of an instance reads it first. */
export function measuring(host: Host, sample: (ref: InstanceRef) => Promise<void>): Host {
  return {
    ...host,
    setState: async (ref, action, ...rest) => {
      if (action === 'stop' || action === 'restart') await sample(ref);
      return host.setState(ref, action, ...rest);
    },
    restoreSnapshot: async (ref, ...rest) => {
      await sample(ref);
      return host.restoreSnapshot(ref, ...rest);
    },
    delete: async (ref, ...rest) => {
      await sample(ref);
      return host.delete(ref, ...rest);
    },
  };
}
