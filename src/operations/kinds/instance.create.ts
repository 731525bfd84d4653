// Making an instance: create, start, run its command once.
import { AppError } from '../../errors.js';
import { append } from '../../events/log.js';
import type { CreateSpec, ImageSource } from '../../providers/provider.js';
import type { Json, Kind, Step, StepContext } from '../kind.js';
import { releaseInstance } from '../release.js';
import { powerStep, stateNamed } from './instance.state.js';
import { tellOnce } from './support.js';

/** What the operation's row holds. */
export interface CreateInput {
  image: ImageSource;
  profiles: string[];
  config: Record<string, string>;
  devices: Record<string, Record<string, string>>;
  description: string;
  type: 'container' | 'virtual-machine';
  target?: string;
  start: boolean;
  command: string;
}

const create: Step = {
  name: 'create',
  done: async (context) => {
    const found = await context.host.instance(context.ref);
    if (found === null) return false;
    if (found.gantry_uuid !== context.instance.uuid) {
      throw new AppError('conflict', `an instance named ${context.ref.name} exists on the server already`);
    }
    // The host itself died while it made this: it may be there by name only, so it is made again.
    if (context.host_lost) {
      await context.host.delete(context.ref);
      return false;
    }
    return true;
  },
  run: async (context) => {
    const input = context.input as unknown as CreateInput;
    const spec: CreateSpec = {
      type: input.type,
      image: input.image,
      profiles: input.profiles,
      config: { ...input.config, 'user.gantry.uuid': context.instance.uuid },
      devices: input.devices,
      description: input.description,
      ...(input.target ? { target: input.target } : {}),
    };
    await context.host.create(context.ref, spec, context.hooks);
  },
  commit: async (tx, context) => {
    const now = context.now();
    await tx.instances.update(context.instance.id, { state: 'ready', updated_at: now });
    await tellOnce(tx, context, 'instance.created', {
      instance_name: context.instance.lxd_name,
      instance_type: context.instance.type,
    });
  },
};

const command: Step = {
  name: 'command',
  wanted: (input) =>
    input['start'] === true && typeof input['command'] === 'string' && input['command'] !== '',
  // A command may not be run twice: once begun, it counts as done, and its outcome as unknown.
  done: (context) => Promise.resolve(context.resumed),
  run: async (context: StepContext): Promise<Json> => {
    const text = String(context.input['command']);
    const { exit_code, output } = await context.host.exec(
      context.ref,
      ['/bin/sh', '-c', text],
      context.hooks,
    );
    return { command: { exit_code, output } };
  },
};

/** `instance.create`; the native method is `instance.add`. */
export const instanceCreate: Kind = {
  name: 'instance.create',
  method: 'instance.add',
  word: 'operation created',
  steps: [
    create,
    powerStep(stateNamed('start'), { strict: false, wanted: (input) => input['start'] === true }),
    command,
  ],
  result: (notes) => (notes['command'] === undefined ? {} : { command: notes['command'] }),
  failed: async (tx, operation, instance, now) => {
    const row = await tx.instances.get(instance.id);
    // What the host already holds stays; only what never came to be is let go, and its name with it.
    if (row === undefined || row.state === 'ready' || row.lxd_uuid !== '') return;
    await tx.instances.update(instance.id, { state: 'failed', deleted_at: now, updated_at: now });
    await releaseInstance(tx, { instance_id: instance.id, now });
    await append(tx, {
      type: 'instance.failed',
      via: operation.via,
      at: now,
      request_id: operation.request_id,
      operation_id: operation.id,
      user_id: operation.user_id,
      server_id: instance.server_id,
      project_id: instance.project_id,
      instance_id: instance.id,
      data: { instance_name: instance.lxd_name },
    });
  },
};
