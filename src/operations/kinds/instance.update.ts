// Changing an instance's limits, profiles, devices and description.
import type { UpdateSpec } from '../../providers/provider.js';
import type { Kind, Step } from '../kind.js';
import { giveBack, present, tellOnce } from './support.js';

const update: Step = {
  name: 'update',
  done: async (context) => {
    if (!context.resumed) return false;
    const found = await present(context);
    const spec = context.input['update'] as UpdateSpec;
    const configDone = Object.entries(spec.config ?? {}).every(
      ([key, value]) => (found.config[key] ?? null) === value,
    );
    const devicesDone = Object.entries(spec.devices ?? {}).every(
      ([name, device]) => canonical(found.devices[name] ?? null) === canonical(device),
    );
    const profilesDone = spec.profiles === undefined || spec.profiles.join() === found.profiles.join();
    const textDone = spec.description === undefined || spec.description === found.description;
    return configDone && devicesDone && profilesDone && textDone;
  },
  run: (context) => context.host.update(context.ref, context.input['update'] as UpdateSpec, context.hooks),
  commit: (tx, context) =>
    tellOnce(tx, context, 'instance.updated', { instance_name: context.instance.lxd_name }),
};

function canonical(device: Record<string, string> | null): string {
  return device === null ? '' : JSON.stringify(Object.entries(device).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `instance.update`. */
export const instanceUpdate: Kind = {
  name: 'instance.update',
  method: 'instance.update',
  word: 'operation created',
  steps: [update],
  failed: giveBack,
};
