// The fake's snapshots of instances: made, restored and deleted as LXD 5.0.2 does.
import { setTimeout as pause } from 'node:timers/promises';
import type { Begin, Reply, RouteInput } from './instances.js';
import { type FakeInstance, type FakeSnapshot, type Json, Refusal } from './types.js';
import type { World } from './world.js';

/** Routes below /1.0/instances/NAME/snapshots; null when the path is none of them. */
export function snapshotRoutes(
  { world, request }: RouteInput,
  instance: FakeInstance,
  name: string | undefined,
  begin: Begin,
): Reply | null {
  const own = snapshotsOf(world, instance);
  if (name === undefined) {
    if (request.method === 'POST') return add(world, instance, (request.body ?? {}) as Json, begin);
    return { kind: 'sync', metadata: [...own.values()].map((one) => entry(world, one)) };
  }
  const found = own.get(name);
  if (found === undefined) {
    const where = `of instance "${instance.name}" in project "${instance.project}"`;
    throw new Refusal(404, `Failed to fetch snapshot "${name}" ${where}: InstanceSnapshot not found`);
  }
  if (request.method === 'GET') return { kind: 'sync', metadata: entry(world, found) };
  if (request.method !== 'DELETE') return null;
  return begin('Deleting snapshot', async () => {
    await pause(world.delays.other);
    own.delete(name);
    world.lifecycle(`snapshot-deleted`, instance);
  });
}

/** Puts a snapshot there at once, as if it had always been. */
export function placeSnapshot(world: World, instance: FakeInstance, name: string): void {
  const { config, devices, profiles, description } = structuredClone({ ...instance, logs: 0, files: 0 });
  const created_at = new Date().toISOString();
  const made: FakeSnapshot = { name, created_at, stateful: false, config, devices, profiles, description };
  snapshotsOf(world, instance).set(name, made);
}

/** Whether an instance has a snapshot of that name. */
export function hasSnapshot(world: World, instance: FakeInstance, name: string): boolean {
  return snapshotsOf(world, instance).has(name);
}

function snapshotsOf(world: World, instance: FakeInstance): Map<string, FakeSnapshot> {
  const known = world.snapshots.get(instance);
  if (known !== undefined) return known;
  const made = new Map<string, FakeSnapshot>();
  world.snapshots.set(instance, made);
  return made;
}

function add(world: World, instance: FakeInstance, body: Json, begin: Begin): Reply {
  const name = String(body['name'] ?? '');
  if (name.includes('/')) throw new Refusal(400, 'Invalid snapshot name: Cannot contain "/"');
  return begin('Snapshotting instance', async () => {
    if (body['stateful'] === true) {
      const running = instance.status === 'Running';
      const why = running ? "CRIU isn't installed" : "The instance isn't running";
      throw new Error(`Unable to create a stateful snapshot. ${why}`);
    }
    if (snapshotsOf(world, instance).has(name)) {
      throw new Error(
        `Failed creating instance snapshot record "${name}": Add snapshot info to the database: This "instances_snapshots" entry already exists`,
      );
    }
    await world.exclusively(instance, 'snapshot', async () => {
      const still = instance.status === 'Running' || instance.status === 'Frozen';
      // It stands still while it is copied; also one that was frozen runs afterwards.
      if (still) instance.status = 'Frozen';
      if (still) world.lifecycle('paused', instance);
      await pause(world.delays.other);
      placeSnapshot(world, instance, name);
      if (still) instance.status = 'Running';
      if (still) world.lifecycle('resumed', instance);
    });
    world.lifecycle('snapshot-created', instance);
  });
}

/** Sets an instance back; one that ran is stopped for it and started again. */
export function restore(world: World, instance: FakeInstance, name: string, begin: Begin): Reply {
  return begin('Restoring snapshot', async () => {
    const found = snapshotsOf(world, instance).get(name);
    if (found === undefined) throw new Error(`Snapshot ${instance.name}/${name} does not exist`);
    await world.exclusively(instance, 'restore', async () => {
      const ran = instance.status !== 'Stopped';
      instance.status = 'Stopped';
      await pause(world.delays.stop);
      const { config, devices, profiles, description } = structuredClone(found);
      Object.assign(instance, { config, devices, profiles, description });
      if (!ran) return;
      await pause(world.delays.start);
      world.markStarted(instance);
      world.lifecycle('started', instance);
    });
    world.lifecycle('restored', instance, { snapshot: `${instance.name}/${name}` });
  });
}

function entry(world: World, snapshot: FakeSnapshot): Json {
  const expanded = world.expanded(snapshot);
  return {
    ...snapshot,
    expanded_config: expanded.config,
    expanded_devices: expanded.devices,
    architecture: 'x86_64',
    ephemeral: false,
    expires_at: '0001-01-01T00:00:00Z',
    last_used_at: '0001-01-01T00:00:00Z',
    size: -1,
  };
}
