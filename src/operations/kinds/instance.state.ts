// Power: start, stop, restart, freeze and unfreeze, each a kind of one step.
import { AppError } from '../../errors.js';
import type { HostInstance, HostPower, StateAction } from '../../providers/provider.js';
import type { Json, Kind, Step, StepContext } from '../kind.js';
import { pause } from '../pause.js';
import { type InstanceEvent, present, suspendedRefusal, tellOnce } from './support.js';

/** Seconds a guest gets to shut down by itself unless the caller says otherwise. */
export const STOP_TIMEOUT_S = 30;

/** How long a host that was away may take to start what it says it will start. */
const STARTS_MS = 10_000;
/** How long what it found stopped has to stay so before that is believed. */
const STAYS_MS = 2_000;

interface StateKind {
  action: StateAction;
  word: string;
  event: InstanceEvent;
  /** The power state this ends in. */
  target: HostPower;
  /** What must hold at first, and the sentence when it does not. */
  from: readonly HostPower[];
  refusal: string;
}

const STATES: readonly StateKind[] = [
  {
    action: 'start',
    word: 'starting',
    event: 'instance.started',
    target: 'running',
    from: ['stopped', 'error'],
    refusal: 'is not stopped',
  },
  {
    action: 'stop',
    word: 'stopping',
    event: 'instance.stopped',
    target: 'stopped',
    from: ['running', 'frozen', 'error'],
    refusal: 'is not running',
  },
  {
    action: 'freeze',
    word: 'freezing',
    event: 'instance.frozen',
    target: 'frozen',
    from: ['running'],
    refusal: 'is not running',
  },
  {
    action: 'unfreeze',
    word: 'starting',
    event: 'instance.unfrozen',
    target: 'running',
    from: ['frozen'],
    refusal: 'is not frozen',
  },
];

/** The step that brings an instance into a power state; shared with `instance.create` and `instance.delete`. */
export function powerStep(
  state: StateKind,
  options: { strict: boolean; wanted?: (input: Json) => boolean },
): Step {
  const act = async (context: StepContext): Promise<void> => {
    const { input } = context;
    await context.host.setState(
      context.ref,
      state.action,
      {
        force: input['force'] === true,
        timeout_s: typeof input['timeout_s'] === 'number' ? input['timeout_s'] : STOP_TIMEOUT_S,
      },
      context.hooks,
    );
  };
  return {
    name: state.action,
    ...(options.wanted ? { wanted: options.wanted } : {}),
    done: async (context) => {
      if (state.target === 'running') refuseSuspended(context);
      const { power } = await settled(context);
      if (context.resumed || !options.strict) return power === state.target;
      // A first look: LXD refuses what is so already, and a success must have an event to its name.
      if (!state.from.includes(power) && power !== 'unknown') {
        throw new AppError('bad_state', `${context.ref.name} ${state.refusal} (it is ${power})`);
      }
      return false;
    },
    run: act,
    commit: (tx, context) => tellOnce(tx, context, state.event, { instance_name: context.instance.lxd_name }),
  };
}

/** What had begun is finished: the suspension that stands behind it stops what it started. */
function refuseSuspended(context: StepContext): void {
  if (!context.resumed && context.instance.suspended_at !== null) throw suspendedRefusal(context.instance);
}

/**
 * The instance once the host is done with it: after its own death LXD 5.0.2 starts again what it had noted as running,
 * also what was stopped in that very moment (its note may say so by then), and only then can be seen what is left to do.
 */
export async function settled(context: StepContext): Promise<HostInstance> {
  const begun = performance.now();
  for (;;) {
    const found = await present(context);
    const patience = found.will_start ? STARTS_MS : STAYS_MS;
    if (!context.host_lost || found.power !== 'stopped' || performance.now() - begun >= patience)
      return found;
    await pause(250, context.hooks.signal);
  }
}

/** The state a step of another kind needs. */
export function stateNamed(action: StateAction): StateKind {
  const found = STATES.find((state) => state.action === action);
  if (!found) throw new Error(`no power state for ${action}`);
  return found;
}

const restart: Step = {
  name: 'restart',
  // A restart ends where it begins: only a later start time proves that it was done.
  before: async (context) => ({ last_used_at: (await present(context)).last_used_at }),
  done: async (context) => {
    refuseSuspended(context);
    const now = await settled(context);
    if (!context.resumed) {
      if (now.power !== 'running' && now.power !== 'frozen' && now.power !== 'unknown') {
        throw new AppError('bad_state', `${context.ref.name} is not running (it is ${now.power})`);
      }
      return false;
    }
    return now.power === 'running' && now.last_used_at > Number(context.notes['last_used_at'] ?? 0);
  },
  run: async (context) => {
    const found = await settled(context);
    const options = {
      force: context.input['force'] === true,
      timeout_s: typeof context.input['timeout_s'] === 'number' ? context.input['timeout_s'] : STOP_TIMEOUT_S,
    };
    // Cut in the middle, a restart leaves the instance stopped, and LXD restarts only what runs.
    const action = found.power === 'stopped' ? 'start' : 'restart';
    await context.host.setState(context.ref, action, options, context.hooks);
  },
  commit: (tx, context) =>
    tellOnce(tx, context, 'instance.restarted', { instance_name: context.instance.lxd_name }),
};

/** All kinds that change power. */
export const stateKinds: readonly Kind[] = [
  ...STATES.map((state) => ({
    name: `instance.${state.action}`,
    method: 'instance.action',
    word: state.word,
    steps: [powerStep(state, { strict: true })],
  })),
  { name: 'instance.restart', method: 'instance.action', word: 'stopping', steps: [restart] },
];
