// Removing an instance, stopped by force first when that was asked for.
import { AppError } from '../../errors.js';
import type { Kind, Step } from '../kind.js';
import { releaseInstance } from '../release.js';
import { isAnother, tellOnce } from './support.js';

const stop: Step = {
  name: 'stop',
  wanted: (input) => input['force'] === true,
  done: async (context) => {
    const found = await context.host.instance(context.ref);
    return found === null || isAnother(context.instance, found) || found.power === 'stopped';
  },
  run: (context) => context.host.setState(context.ref, 'stop', { force: true, timeout_s: 0 }, context.hooks),
};

const remove: Step = {
  name: 'delete',
  done: async (context) => {
    const found = await context.host.instance(context.ref);
    if (found === null || isAnother(context.instance, found)) return true;
    if (!context.resumed && found.power !== 'stopped' && found.power !== 'error') {
      throw new AppError(
        'bad_state',
        `${context.ref.name} is ${found.power}: stop it first, or delete it with force`,
      );
    }
    return false;
  },
  run: (context) => context.host.delete(context.ref, context.hooks),
  commit: async (tx, context) => {
    const { instance } = context;
    const now = context.now();
    if (instance.deleted_at === null) {
      await tx.instances.update(instance.id, { state: 'deleted', deleted_at: now, updated_at: now });
    }
    await releaseInstance(tx, { instance_id: instance.id, now });
    await tellOnce(tx, context, 'instance.deleted', { instance_name: instance.lxd_name });
  },
};

/** `instance.delete`. */
export const instanceDelete: Kind = {
  name: 'instance.delete',
  method: 'instance.delete',
  word: 'stopping',
  steps: [stop, remove],
  ends: true,
  failed: async (tx, _operation, instance, now) => {
    const row = await tx.instances.get(instance.id);
    if (row?.state === 'deleting') await tx.instances.update(row.id, { state: 'ready', updated_at: now });
  },
};
