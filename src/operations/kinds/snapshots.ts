// Snapshots: made, restored and deleted, each a kind of one step.
import { AppError } from '../../errors.js';
import type { HostSnapshot } from '../../providers/provider.js';
import type { Json, Kind, Step, StepContext } from '../kind.js';
import { STOP_TIMEOUT_S } from './instance.state.js';
import { giveBack, type InstanceEvent, present, tellOnce } from './support.js';

/** What the request of each of these holds. */
export interface SnapshotInput {
  snapshot: string;
  stateful?: boolean;
}

const nameOf = (input: Json): string => String(input['snapshot']);

function look({ host, ref, input }: StepContext): Promise<HostSnapshot | null> {
  return host.snapshot(ref, nameOf(input));
}

function missing({ ref, input }: StepContext): AppError {
  return new AppError('not_found', `snapshot_name ${nameOf(input)} is no snapshot of ${ref.name}`);
}

const told =
  (type: Extract<InstanceEvent, `snapshot.${string}`>): NonNullable<Step['commit']> =>
  (tx, context) =>
    tellOnce(tx, context, type, {
      snapshot_name: nameOf(context.input),
      instance_name: context.instance.lxd_name,
    });

const add: Step = {
  name: 'snapshot',
  done: async (context) => {
    const found = await look(context);
    if (found === null) return false;
    if (!context.resumed) {
      throw new AppError('conflict', `${context.ref.name} has a snapshot ${nameOf(context.input)} already`);
    }
    if (!context.host_lost) return true;
    // There was none at the first look, so it is ours; a host that died may have left it half copied.
    await context.host.deleteSnapshot(context.ref, nameOf(context.input));
    return false;
  },
  run: ({ host, ref, input, hooks }) =>
    host.addSnapshot(ref, nameOf(input), { stateful: input['stateful'] === true }, hooks),
  commit: told('snapshot.created'),
};

const restore: Step = {
  name: 'restore',
  before: async (context) => {
    const { power, last_used_at } = await present(context);
    return { power, last_used_at };
  },
  done: async (context) => {
    if ((await look(context)) === null) throw missing(context);
    const now = await present(context);
    if (!context.resumed || context.host_lost) return false;
    // What ran is started again at the end: a later start proves all of it. Nothing on a stopped instance does, but
    // until this operation is over nobody writes to it, and restoring once more makes the same of it.
    const ran = context.notes['power'] === 'running' || context.notes['power'] === 'frozen';
    return ran && now.power === 'running' && now.last_used_at > Number(context.notes['last_used_at']);
  },
  run: async (context) => {
    await context.host.restoreSnapshot(context.ref, nameOf(context.input), context.hooks);
    if (context.notes['power'] !== 'running' || (await present(context)).power !== 'stopped') return;
    // A restore that was cut had stopped it already, and the repetition found it so.
    const options = { force: false, timeout_s: STOP_TIMEOUT_S };
    await context.host.setState(context.ref, 'start', options, context.hooks);
  },
  commit: told('snapshot.restored'),
};

const remove: Step = {
  name: 'delete',
  done: async (context) => {
    if ((await look(context)) !== null) return false;
    if (!context.resumed) throw missing(context);
    return true;
  },
  run: ({ host, ref, input, hooks }) => host.deleteSnapshot(ref, nameOf(input), hooks),
  commit: told('snapshot.deleted'),
};

/** `snapshot.add`, `snapshot.restore`, `snapshot.delete`. */
export const snapshotKinds: readonly Kind[] = [
  { name: 'snapshot.add', method: 'snapshot.add', word: 'operation created', steps: [add] },
  {
    name: 'snapshot.restore',
    method: 'snapshot.restore',
    word: 'stopping',
    steps: [restore],
    failed: giveBack,
  },
  { name: 'snapshot.delete', method: 'snapshot.delete', word: 'operation created', steps: [remove] },
];
