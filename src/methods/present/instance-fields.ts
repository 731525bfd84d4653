// Fields of instance requests that come in more than one form.
import { ACTIONS, type InstanceAction, type UpdateSpec, cpuText, memoryText } from '../../core/core.js';
import { invalid } from '../../errors.js';

/** Names from a list or a text separated by commas. */
export function profileNames(value: string | string[]): string[] {
  const names = Array.isArray(value) ? value : value.split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** The action in `instance_status`; a missing or unknown one is told with the list. */
export function actionOf(value: string | undefined): InstanceAction {
  const found = ACTIONS.find((action) => action === value);
  if (found === undefined) throw invalid('instance_status', `must be one of ${ACTIONS.join(', ')}`);
  return found;
}

/** Waiting and patience of a long call, as core takes them. */
export function longOptions(params: {
  wait?: number | undefined;
  deadline?: number | undefined;
  on_unreachable?: 'fail' | 'queue' | undefined;
}): { wait?: number; deadline?: number; on_unreachable?: 'fail' | 'queue' } {
  return {
    ...(params.wait === undefined ? {} : { wait: params.wait }),
    ...(params.deadline === undefined ? {} : { deadline: params.deadline }),
    ...(params.on_unreachable === undefined ? {} : { on_unreachable: params.on_unreachable }),
  };
}

/** What an update changes: limits become configuration keys, empty text removes one. */
export function updateSpec(params: {
  instance_memory?: string | number | undefined;
  instance_cpu?: string | number | undefined;
  instance_config?: Record<string, string | null> | undefined;
  instance_devices?: Record<string, Record<string, string> | null> | undefined;
  instance_description?: string | undefined;
  profiles?: string[];
}): UpdateSpec {
  const config: Record<string, string | null> = { ...params.instance_config };
  if (params.instance_memory !== undefined) {
    const text = String(params.instance_memory);
    config['limits.memory'] = text === '' ? null : memoryText(text);
  }
  if (params.instance_cpu !== undefined) {
    const text = String(params.instance_cpu);
    config['limits.cpu'] = text === '' ? null : cpuText(text);
  }
  return {
    ...(Object.keys(config).length === 0 ? {} : { config }),
    ...(params.instance_devices === undefined ? {} : { devices: params.instance_devices }),
    ...(params.profiles === undefined ? {} : { profiles: params.profiles }),
    ...(params.instance_description === undefined ? {} : { description: params.instance_description }),
  };
}
