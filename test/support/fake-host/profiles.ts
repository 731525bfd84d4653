// The fake's profiles: made, replaced by ETag, renamed and deleted with the refusals of LXD 5.0.2.
import { createHash } from 'node:crypto';
import type { Reply, RouteInput } from './instances.js';
import { Refusal, type FakeInstance, type Json } from './types.js';
import type { World } from './world.js';

interface FakeProfile {
  description: string;
  config: Record<string, string>;
  devices: FakeInstance['devices'];
}

/** Routes below /1.0/profiles; null when the path is none of them. */
export function profileRoutes({ world, request, ifMatch }: RouteInput, rest: string[]): Reply | null {
  const [name, ...below] = rest;
  if (below.length > 0) return null;
  const body = (request.body ?? {}) as Json;
  if (name === undefined) {
    if (request.method === 'POST') return add(world, String(body['name'] ?? ''), body);
    return { kind: 'sync', metadata: [...world.profiles.keys()].map((one) => entry(world, one)) };
  }
  const profile = world.profiles.get(name);
  if (profile === undefined) throw new Refusal(404, 'Profile not found');
  if (request.method === 'GET') return { kind: 'sync', metadata: entry(world, name), etag: etagOf(profile) };
  if (request.method === 'PUT') {
    const etag = etagOf(profile);
    if (ifMatch !== '' && ifMatch !== etag)
      throw new Refusal(412, `ETag doesn't match: ${etag} vs ${ifMatch}`);
    world.profiles.set(name, checked(world, body));
    world.events.emit('lifecycle', 'default', { action: 'profile-updated', source: `/1.0/profiles/${name}` });
    return { kind: 'sync', metadata: {} };
  }
  if (request.method === 'POST') return rename(world, name, profile, String(body['name'] ?? ''));
  if (request.method !== 'DELETE') return null;
  if (name === 'default') throw new Refusal(403, 'The "default" profile cannot be deleted');
  if (usersOf(world, name).length > 0) throw new Refusal(500, 'Profile is currently in use');
  world.profiles.delete(name);
  return { kind: 'sync', metadata: {} };
}

function add(world: World, name: string, body: Json): Reply {
  checkName(name);
  if (world.profiles.has(name)) {
    throw new Refusal(500, `Error inserting "${name}" into database: The profile already exists`);
  }
  world.profiles.set(name, checked(world, body));
  return { kind: 'sync', metadata: null, status: 201 };
}

function rename(world: World, name: string, profile: FakeProfile, to: string): Reply {
  if (name === 'default') throw new Refusal(403, 'The "default" profile cannot be renamed');
  if (world.profiles.has(to)) throw new Refusal(500, `Name "${to}" already in use`);
  checkName(to);
  world.profiles.delete(name);
  world.profiles.set(to, profile);
  for (const instance of world.instances.values()) {
    instance.profiles = instance.profiles.map((one) => (one === name ? to : one));
  }
  return { kind: 'sync', metadata: null, status: 201 };
}

function checkName(name: string): void {
  if (name === '') throw new Refusal(400, 'No name provided');
  if (name.includes('/')) throw new Refusal(400, 'Profile names may not contain slashes');
  if (name === '.' || name === '..') throw new Refusal(400, `Invalid profile name "${name}"`);
}

function checked(world: World, body: Json): FakeProfile {
  const config = (body['config'] ?? {}) as FakeProfile['config'];
  const devices = (body['devices'] ?? {}) as FakeProfile['devices'];
  if (Object.keys(config).some((key) => key.startsWith('volatile.'))) {
    throw new Refusal(400, 'Volatile keys can only be set on instances');
  }
  try {
    world.check(config, devices, []);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(400, error.message.replace(/^Invalid (?:config|devices): /, ''));
  }
  return { description: String(body['description'] ?? ''), config, devices };
}

function usersOf(world: World, name: string): string[] {
  return [...world.instances.values()]
    .filter((one) => one.profiles.includes(name))
    .map((one) => `/1.0/instances/${one.name}`);
}

function entry(world: World, name: string): Json {
  return { name, ...world.profiles.get(name), used_by: usersOf(world, name) };
}

/** Over what a profile sets; the name is no part of it. */
function etagOf({ description, config, devices }: FakeProfile): string {
  return createHash('sha256').update(JSON.stringify({ description, config, devices })).digest('hex');
}
