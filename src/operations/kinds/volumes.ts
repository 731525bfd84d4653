// Volumes: put into an instance as a disk and taken out again, each a kind of one step.
import { AppError } from '../../errors.js';
import type { Devices, HostInstance } from '../../providers/provider.js';
import type { Json, Kind, Step } from '../kind.js';
import { present, tellOnce } from './support.js';

/** What the request of each of these holds; the device is called like the volume. */
export interface VolumeInput {
  pool: string;
  volume: string;
  /** Where it is mounted; absent for block volumes. */
  path?: string;
}

interface Wanted {
  pool: string;
  volume: string;
  device: Record<string, string>;
}

function wantedOf(input: Json): Wanted {
  const { pool, volume, path } = input as unknown as VolumeInput;
  const device = { type: 'disk', pool, source: volume, ...(path === undefined ? {} : { path }) };
  return { pool, volume, device };
}

/** Names of the devices among these through which an instance has a volume. */
export function devicesOf(devices: Devices, volume: { pool: string; volume: string }): string[] {
  return Object.entries(devices)
    .filter(
      ([, { type, pool, source }]) => type === 'disk' && pool === volume.pool && source === volume.volume,
    )
    .map(([name]) => name);
}

/** Throws `conflict` when an instance has the volume, or something else under its name. */
export function checkAttachable(
  instance: { name: string } & Pick<HostInstance, 'expanded_devices'>,
  volume: { pool: string; volume: string },
): void {
  const { name, expanded_devices } = instance;
  if (devicesOf(expanded_devices, volume).length > 0) {
    throw new AppError('conflict', `volume_name ${volume.volume} is attached to ${name} already`);
  }
  if (volume.volume in expanded_devices) {
    throw new AppError('conflict', `volume_name: ${name} has another device called ${volume.volume}`);
  }
}

/** Throws when an instance does not have the volume as a device of its own. */
export function checkAttached(
  instance: { name: string } & Pick<HostInstance, 'devices' | 'expanded_devices'>,
  volume: { pool: string; volume: string },
): void {
  if (devicesOf(instance.devices, volume).length > 0) return;
  const why =
    devicesOf(instance.expanded_devices, volume).length > 0
      ? `is attached to ${instance.name} by a profile: change the profile`
      : `is not attached to ${instance.name}`;
  throw new AppError('bad_state', `volume_name ${volume.volume} ${why}`);
}

const attach: Step = {
  name: 'attach',
  done: async (context) => {
    const found = await present(context);
    const wanted = wantedOf(context.input);
    if (context.resumed && devicesOf(found.devices, wanted).includes(wanted.volume)) return true;
    checkAttachable(found, wanted);
    return false;
  },
  run: ({ host, ref, input, hooks }) => {
    const { volume, device } = wantedOf(input);
    return host.update(ref, { devices: { [volume]: device } }, hooks);
  },
  commit: (tx, context) => {
    const { pool, volume } = wantedOf(context.input);
    return tellOnce(tx, context, 'volume.attached', {
      pool_name: pool,
      volume_name: volume,
      instance_name: context.instance.lxd_name,
    });
  },
};

const detach: Step = {
  name: 'detach',
  done: async (context) => {
    const found = await present(context);
    const wanted = wantedOf(context.input);
    if (context.resumed && devicesOf(found.devices, wanted).length === 0) return true;
    checkAttached(found, wanted);
    return false;
  },
  run: async (context) => {
    const names = devicesOf((await present(context)).devices, wantedOf(context.input));
    const gone = Object.fromEntries(names.map((name): [string, null] => [name, null]));
    await context.host.update(context.ref, { devices: gone }, context.hooks);
  },
  commit: (tx, context) => {
    const { pool, volume } = wantedOf(context.input);
    return tellOnce(tx, context, 'volume.detached', {
      pool_name: pool,
      volume_name: volume,
      instance_name: context.instance.lxd_name,
    });
  },
};

/** `volume.attach`, `volume.detach`. */
export const volumeKinds: readonly Kind[] = [
  { name: 'volume.attach', method: 'volume.attach', word: 'operation created', steps: [attach] },
  { name: 'volume.detach', method: 'volume.detach', word: 'operation created', steps: [detach] },
];
