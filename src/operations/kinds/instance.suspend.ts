// Suspension: an instance is stopped and kept so; lifting it starts again what ran before.
import { AppError, isAppError } from '../../errors.js';
import type { Kind, Step, StepContext } from '../kind.js';
import { STOP_TIMEOUT_S, settled } from './instance.state.js';
import { present, tellOnce } from './support.js';

/** What the request of a suspension holds. */
export interface SuspendInput {
  /** When it was asked for: from then on nothing starts the instance. */
  suspended_at: number;
}

const stop: Step = {
  name: 'stop',
  before: async (context) => {
    const { power } = await present(context);
    return { ran: power === 'running' || power === 'frozen' };
  },
  done: async (context) => (await settled(context)).power === 'stopped',
  run: async (context) => {
    const stopped = (force: boolean): Promise<void> =>
      context.host.setState(context.ref, 'stop', { force, timeout_s: STOP_TIMEOUT_S }, context.hooks);
    try {
      await stopped(false);
    } catch (error) {
      // A guest that does not shut down in time is no reason to let it run; what the connection says is another thing.
      if (!isAppError(error) || (error.code !== 'host_failed' && error.code !== 'bad_state')) throw error;
      if ((await present(context)).power !== 'stopped') await stopped(true);
    }
  },
  commit: async (tx, context) => {
    const { instance, input, notes } = context;
    const now = context.now();
    // Asked for twice, the second finds what the first has stopped.
    const resumes = notes['ran'] === true || instance.resume_on_unsuspend === 1;
    await tx.instances.update(instance.id, {
      suspended_at: instance.suspended_at ?? Number(input['suspended_at'] ?? now),
      resume_on_unsuspend: resumes ? 1 : 0,
      updated_at: now,
    });
    if (notes['ran'] === true) {
      await tellOnce(tx, context, 'instance.stopped', { instance_name: instance.lxd_name });
    }
    await tellOnce(tx, context, 'instance.suspended', {
      instance_name: instance.lxd_name,
      instance_resumes: resumes,
    });
  },
};

const lift: Step = {
  name: 'lift',
  before: ({ instance }) => Promise.resolve({ resume: instance.resume_on_unsuspend === 1 }),
  done: ({ instance, resumed, ref }) => {
    if (!resumed && instance.suspended_at === null) {
      throw new AppError('bad_state', `${ref.name} is not suspended`);
    }
    return Promise.resolve(instance.suspended_at === null);
  },
  run: () => Promise.resolve(),
  commit: async (tx, context) => {
    const { instance } = context;
    await tx.instances.update(instance.id, {
      suspended_at: null,
      resume_on_unsuspend: 0,
      updated_at: context.now(),
    });
    await tellOnce(tx, context, 'instance.unsuspended', { instance_name: instance.lxd_name });
  },
};

const resumes = ({ notes }: StepContext): boolean => notes['resume'] === true;

const start: Step = {
  name: 'start',
  done: async (context) => !resumes(context) || (await settled(context)).power === 'running',
  run: (context) =>
    context.host.setState(context.ref, 'start', { force: false, timeout_s: STOP_TIMEOUT_S }, context.hooks),
  commit: async (tx, context) => {
    if (!resumes(context)) return;
    await tellOnce(tx, context, 'instance.started', { instance_name: context.instance.lxd_name });
  },
};

/** `instance.suspend` and `instance.unsuspend`. */
export const suspendKinds: readonly Kind[] = [
  {
    name: 'instance.suspend',
    method: 'instance.suspend',
    word: 'stopping',
    steps: [stop],
    failed: async (tx, operation, instance, now) => {
      const asked = (JSON.parse(operation.input) as SuspendInput).suspended_at;
      const row = await tx.instances.get(instance.id);
      // One that stood before is not undone by another that failed.
      if (row === undefined || row.suspended_at !== asked) return;
      await tx.instances.update(row.id, { suspended_at: null, resume_on_unsuspend: 0, updated_at: now });
    },
  },
  { name: 'instance.unsuspend', method: 'instance.unsuspend', word: 'starting', steps: [lift, start] },
];
