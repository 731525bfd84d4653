// The fake's one pool and its volumes, with the refusals of LXD 5.0.2.
import type { Reply, RouteInput } from './instances.js';
import { type FakeVolume, type Json, Refusal } from './types.js';
import type { World } from './world.js';

/** Routes below /1.0/storage-pools; null when the path is none of them. */
export function poolRoutes({ world, request }: RouteInput, rest: string[]): Reply | null {
  const [name, below, type, volume] = rest;
  const pool = {
    name: 'default',
    driver: 'dir',
    description: '',
    config: { source: '/var/lib/fake/storage-pools/default' },
    status: 'Created',
    used_by: ['/1.0/profiles/default'],
    locations: ['none'],
  };
  if (name === undefined) return { kind: 'sync', metadata: [pool] };
  if (name !== 'default') throw new Refusal(404, 'Storage pool not found');
  if (below === undefined) return { kind: 'sync', metadata: pool };
  if (below === 'resources') {
    const space = { used: 10 * 1024 ** 3, total: 100 * 1024 ** 3 };
    return { kind: 'sync', metadata: { space, inodes: { used: 1000, total: 100_000 } } };
  }
  if (below !== 'volumes') return null;
  if (type === undefined) return { kind: 'sync', metadata: all(world) };
  if (type !== 'custom') {
    throw new Refusal(400, `Storage volumes of type "${type}" cannot be deleted with the storage API`);
  }
  if (volume === undefined)
    return request.method === 'POST' ? add(world, (request.body ?? {}) as Json) : null;
  const found = world.volumes.find((one) => one.name === volume);
  if (found === undefined) throw new Refusal(404, 'Storage pool volume not found');
  if (request.method === 'GET') return { kind: 'sync', metadata: entry(world, found) };
  if (request.method !== 'DELETE') return null;
  if (usersOf(world, found.name).length > 0) throw new Refusal(400, 'The storage volume is still in use');
  world.volumes.splice(world.volumes.indexOf(found), 1);
  return { kind: 'sync', metadata: {} };
}

function add(world: World, body: Json): Reply {
  const name = String(body['name'] ?? '');
  const content_type = String(body['content_type'] ?? '') || 'filesystem';
  const size = (body['config'] as Json | undefined)?.['size'];
  if (name.includes('/')) throw new Refusal(400, 'Storage volume names may not contain slashes');
  if (!['filesystem', 'block'].includes(content_type))
    throw new Refusal(400, 'Invalid volume content type name');
  if (world.volumes.some((one) => one.name === name)) {
    throw new Refusal(409, 'Volume by that name already exists');
  }
  const made = { name, type: 'custom', pool: 'default', content_type };
  world.volumes.push(typeof size === 'string' ? { ...made, size } : made);
  return { kind: 'sync', metadata: {} };
}

function all(world: World): Json[] {
  const own = [...world.instances.values()].map((one) => ({
    name: one.name,
    type: one.type,
    content_type: 'filesystem',
    config: {},
    description: '',
    location: 'none',
    project: one.project,
    used_by: [`/1.0/instances/${one.name}`],
  }));
  return [...own, ...world.volumes.map((one) => entry(world, one))];
}

function entry(world: World, { size, pool: _pool, ...volume }: FakeVolume): Json {
  return {
    ...volume,
    config: size === undefined ? {} : { size },
    description: '',
    location: 'none',
    project: 'default',
    used_by: usersOf(world, volume.name),
  };
}

function usersOf(world: World, volume: string): string[] {
  return [...world.instances.values()]
    .filter((one) => Object.values(world.expanded(one).devices).some(({ source }) => source === volume))
    .map(({ name }) => `/1.0/instances/${name}`);
}

/** LXD's checks of a disk that is a volume, when it is added to an instance. */
export function checkDisk(
  world: World,
  instance: { type: string },
  name: string,
  device: Record<string, string>,
): void {
  if (device['type'] !== 'disk' || device['pool'] === undefined || device['source'] === undefined) return;
  const refuse = (status: number, why: string): Refusal =>
    new Refusal(status, `Failed add validation for device "${name}": ${why}`);
  const volume = world.volumes.find((one) => one.name === device['source']);
  if (volume === undefined) throw refuse(404, 'Failed loading custom volume: Storage volume not found');
  if (volume.content_type === 'block' && instance.type === 'container') {
    throw refuse(500, 'Custom block volumes cannot be used on containers');
  }
  if (volume.content_type === 'filesystem' && device['path'] === undefined) {
    throw refuse(500, 'Custom filesystem volumes require a path to be defined');
  }
}
