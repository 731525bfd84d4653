// Giving a stopped instance another name. Its row follows: work queued behind this goes to the new name.
import type { InstanceRow } from '../../db/instances.js';
import { AppError } from '../../errors.js';
import type { HostInstance, InstanceRef } from '../../providers/provider.js';
import type { Kind, Step, StepContext } from '../kind.js';
import { present, tellOnce } from './support.js';

/** What the request of a rename holds. */
export interface RenameInput {
  rename: string;
}

function target({ input, ref }: Pick<StepContext, 'input' | 'ref'>): InstanceRef {
  return { project: ref.project, name: String(input['rename']) };
}

/** Whether what is found on the host is the instance of a row, under whatever name. */
function same(row: InstanceRow, found: HostInstance): boolean {
  return found.gantry_uuid === row.uuid || (row.lxd_uuid !== '' && found.uuid === row.lxd_uuid);
}

const rename: Step = {
  name: 'rename',
  reads: target,
  before: (context) => Promise.resolve({ from: context.ref.name }),
  done: async (context) => {
    const to = target(context);
    const found = await context.host.instance(to);
    if (found !== null && context.resumed && same(context.instance, found)) return true;
    if (found !== null) {
      throw new AppError('conflict', `instance_rename ${to.name} is in use on the server`);
    }
    const { power } = await present(context);
    if (power !== 'stopped' && power !== 'error') {
      throw new AppError('bad_state', `${context.ref.name} is ${power}: stop it, then rename it`);
    }
    return false;
  },
  run: (context) => context.host.rename(context.ref, target(context).name, context.hooks),
  commit: async (tx, context) => {
    const { instance } = context;
    const instance_name = target(context).name;
    // The observer has done so, unless the host went away right after.
    if (instance.lxd_name !== instance_name) {
      await tx.instances.update(instance.id, { lxd_name: instance_name, updated_at: context.now() });
    }
    const { from } = context.notes;
    const instance_old_name = typeof from === 'string' ? from : instance.lxd_name;
    await tellOnce(tx, context, 'instance.renamed', { instance_name, instance_old_name });
  },
};

/** `instance.rename`. */
export const instanceRename: Kind = {
  name: 'instance.rename',
  method: 'instance.rename',
  word: 'operation created',
  steps: [rename],
};
