// The fake's routes below /1.0/instances.
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { consoleLog, fileRoutes } from './files.js';
import type { NewOperation, Operations } from './operations.js';
import { restore, snapshotRoutes } from './snapshots.js';
import { checkDisk } from './storage.js';
import { Refusal, type FakeInstance, type FakeOperation, type Json, type SeenRequest } from './types.js';
import type { World } from './world.js';

/** An answer in LXD's terms. */
export type Reply =
  | {
      kind: 'sync';
      metadata: unknown;
      status?: number;
      etag?: string;
      headers?: Record<string, string>;
    }
  | { kind: 'async'; operation: FakeOperation }
  | { kind: 'file'; text: string }
  | { kind: 'bytes'; bytes: Buffer; headers: Record<string, string> };

export interface RouteInput {
  world: World;
  operations: Operations;
  request: SeenRequest;
  ifMatch: string;
  headers: IncomingHttpHeaders;
}

const NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(object(value)).map(([key, one]) => [key, String(one)]));
}

function devicesOf(value: unknown): FakeInstance['devices'] {
  return Object.fromEntries(Object.entries(object(value)).map(([key, one]) => [key, strings(one)]));
}

function resources(world: World, name: string, both: boolean): Record<string, string[]> {
  const instances = [`/1.0/instances/${name}`];
  return both && world.flavour === 'lxd'
    ? { containers: [`/1.0/containers/${name}`], instances }
    : { instances };
}

/** Routes of instances; null when the path is none of them. */
export function instanceRoutes(input: RouteInput, segments: string[]): Reply | null {
  const { world, request } = input;
  const project = request.query['project'] ?? 'default';
  const [name, below, file, ...deeper] = segments;
  if (name === undefined) {
    if (request.method === 'POST') return create(input, project);
    const all = request.query['all-projects'] === 'true';
    const found = [...world.instances.values()].filter((one) => all || one.project === project);
    const recursive = request.query['recursion'] !== undefined && request.query['recursion'] !== '0';
    return {
      kind: 'sync',
      metadata: found.map((one) => {
        if (!recursive) return `/1.0/instances/${one.name}`;
        return request.query['recursion'] === '2'
          ? { ...world.render(one), state: world.state(one) }
          : world.render(one);
      }),
    };
  }
  const instance = world.need(project, name);
  if (below === undefined) return single(input, instance);
  if (below === 'state' && request.method === 'GET') return { kind: 'sync', metadata: world.state(instance) };
  if (below === 'state' && request.method === 'PUT') return state(input, instance);
  if (below === 'exec' && request.method === 'POST') return exec(input, instance);
  if (below === 'console' && request.method === 'POST')
    return world.sessions.begin(input, instance, 'console');
  if (below === 'logs') return logs(request, instance, file);
  if (below === 'snapshots' && deeper.length === 0) {
    return snapshotRoutes(input, instance, file, beginner(input, instance));
  }
  if (below === 'files') return fileRoutes(input, instance);
  if (below === 'console' && request.method === 'GET') return consoleLog(instance);
  return null;
}

/** Begins work on one instance under LXD's name for it. */
export type Begin = (description: string, run: () => Promise<void>) => Reply;

function beginner(input: RouteInput, instance: FakeInstance): Begin {
  return (description, run) => begin(input, instance, true, { description, run });
}

function begin(
  input: RouteInput,
  instance: { project: string; name: string },
  both: boolean,
  spec: Pick<NewOperation, 'description' | 'run' | 'runningAfterEnd'>,
): Reply {
  const operation = input.operations.begin({
    project: instance.project,
    instance: instance.name,
    resources: resources(input.world, instance.name, both),
    ...spec,
  });
  return { kind: 'async', operation };
}

function create(input: RouteInput, project: string): Reply {
  const { world, request } = input;
  const body = object(request.body);
  const name = String(body['name'] ?? '');
  if (!world.projects.has(project)) throw new Refusal(404, 'Project not found');
  if (!NAME.test(name))
    throw new Refusal(400, 'Invalid instance name: Name can only contain alphanumeric and hyphen characters');
  const asked = Array.isArray(body['profiles']) ? body['profiles'].map(String) : [];
  const missing = asked.find((one) => !world.profiles.has(one));
  if (missing !== undefined) throw new Refusal(500, `Requested profile "${missing}" doesn't exist`);
  const target = request.query['target'];
  if (target !== undefined && target !== 'member-1') throw new Refusal(404, 'Cluster member not found');
  const type = body['type'] === 'virtual-machine' ? 'virtual-machine' : 'container';
  const source = object(body['source']);
  const remote = source['protocol'] === 'simplestreams';
  const wanted = String(source['fingerprint'] ?? source['alias'] ?? '');
  const matches = world.images.filter(
    (one) => one.fingerprint.startsWith(wanted) || one.aliases.includes(wanted),
  );
  if (!remote && source['alias'] !== undefined && matches.length === 0)
    throw new Refusal(404, 'Image alias not found');
  return begin(input, { project, name }, true, {
    description: 'Creating instance',
    run: async (_operation, update) => {
      if (type === 'virtual-machine' && world.flavour === 'lxd') {
        throw new Error(
          'Instance type "virtual-machine" is not supported on this server: vhost_vsock kernel module not loaded',
        );
      }
      let image = matches[0]?.fingerprint;
      if (remote) {
        image =
          world.remoteImages.get(wanted) ??
          [...world.remoteImages.values()].find((one) => one.startsWith(wanted));
        if (image === undefined) throw new Error("The requested image couldn't be found");
        for (const percent of [1, 50, 100]) update({ download_progress: `rootfs: ${percent}% (90.00MB/s)` });
      }
      if (image === undefined || wanted === '') throw new Error('Image not provided for instance creation');
      if (world.find(project, name) !== undefined) {
        throw new Error(
          'Failed creating instance record: Add instance info to the database: This "instances" entry already exists',
        );
      }
      const profiles = Array.isArray(body['profiles']) ? body['profiles'].map(String) : ['default'];
      world.check(strings(body['config']), devicesOf(body['devices']), profiles);
      const instance = world.place(name, {
        project,
        type,
        description: String(body['description'] ?? ''),
        profiles,
        config: { ...strings(body['config']), 'volatile.base_image': image, 'volatile.uuid': randomUUID() },
        devices: devicesOf(body['devices']),
        location: target ?? 'none',
      });
      world.lifecycle('created', instance, { type, 'storage-pool': 'default' });
      await world.exclusively(instance, 'create', async () => {
        for (const percent of [1, 42, 100]) {
          update({
            create_instance_from_image_unpack_progress: `Unpack: ${percent}% (30.00MB/s)`,
            progress: {
              percent: String(percent),
              speed: '30000000',
              stage: 'create_instance_from_image_unpack',
            },
          });
        }
        await pause(world.delays.create);
      });
    },
  });
}

function single(input: RouteInput, instance: FakeInstance): Reply {
  const { world, request } = input;
  const body = object(request.body);
  const both = true;
  if (request.method === 'GET') {
    const whole = request.query['recursion'] === '1';
    const metadata = whole ? world.traffic.full(world, instance) : world.render(instance);
    return { kind: 'sync', metadata, etag: world.etag(instance) };
  }
  if (request.method === 'DELETE') {
    if (instance.status !== 'Stopped' && instance.status !== 'Error')
      throw new Refusal(400, 'Instance is running');
    return begin(input, instance, both, {
      description: 'Deleting instance',
      run: async () => {
        await world.exclusively(instance, 'delete', () => pause(world.delays.other));
        world.instances.delete(`${instance.project}/${instance.name}`);
        // The real one announces it after the operation's end.
        setImmediate(() => world.lifecycle('deleted', instance));
      },
    });
  }
  if (request.method === 'POST') return rename(input, instance, String(body['name'] ?? ''));
  if (request.method !== 'PUT' && request.method !== 'PATCH') throw new Refusal(404, 'not found');
  if (request.method === 'PUT' && typeof body['restore'] === 'string') {
    return restore(world, instance, body['restore'], beginner(input, instance));
  }
  const etag = world.etag(instance);
  if (input.ifMatch !== '' && input.ifMatch !== etag) {
    throw new Refusal(412, `ETag doesn't match: ${etag} vs ${input.ifMatch}`);
  }
  if (request.method === 'PATCH') {
    const config = { ...instance.config, ...strings(body['config']) };
    const devices = { ...instance.devices, ...devicesOf(body['devices']) };
    // 5.0.2 empties the description when it isn't sent.
    apply(world, instance, { description: '', ...body }, config, devices);
    return { kind: 'sync', metadata: {} };
  }
  return begin(input, instance, both, {
    description: 'Updating instance',
    run: async () => {
      const config = strings(body['config']);
      const lost = Object.keys(instance.config).find(
        (key) => key.startsWith('volatile.') && !(key in config),
      );
      if (lost !== undefined) throw new Error("Volatile idmap keys can't be deleted by the user");
      await world.exclusively(instance, 'update', () => pause(world.delays.other));
      apply(world, instance, body, config, devicesOf(body['devices']));
    },
  });
}

function apply(
  world: World,
  instance: FakeInstance,
  body: Json,
  config: Record<string, string>,
  devices: FakeInstance['devices'],
): void {
  const profiles = Array.isArray(body['profiles']) ? body['profiles'].map(String) : instance.profiles;
  world.check(config, devices, profiles);
  for (const [name, device] of Object.entries(devices)) {
    if (!(name in instance.devices)) checkDisk(world, instance, name, device);
  }
  world.refuseOverlap(instance, 'update');
  instance.config = config;
  instance.devices = devices;
  instance.profiles = profiles;
  if (typeof body['description'] === 'string') instance.description = body['description'];
  world.lifecycle('updated', instance);
}

function rename(input: RouteInput, instance: FakeInstance, name: string): Reply {
  const { world } = input;
  if (!NAME.test(name)) throw new Refusal(400, 'Invalid instance name');
  if (world.find(instance.project, name) !== undefined)
    throw new Refusal(409, `Name "${name}" already in use`);
  return begin(input, instance, true, {
    description: 'Renaming instance',
    run: async () => {
      if (instance.status !== 'Stopped') throw new Error('Renaming of running container not allowed');
      await world.exclusively(instance, 'rename', () => pause(world.delays.other));
      const old = instance.name;
      world.instances.delete(`${instance.project}/${old}`);
      instance.name = name;
      world.instances.set(`${instance.project}/${name}`, instance);
      world.lifecycle('renamed', instance, { old_name: old });
    },
  });
}

const STATE_WORDS: Record<string, string> = {
  start: 'Starting instance',
  stop: 'Stopping instance',
  restart: 'Restarting instance',
  freeze: 'Freezing instance',
  unfreeze: 'Unfreezing instance',
};

function state(input: RouteInput, instance: FakeInstance): Reply {
  const body = object(input.request.body);
  const action = String(body['action'] ?? '');
  const description = STATE_WORDS[action];
  if (description === undefined) throw new Refusal(400, `Unknown action: '${action}'`);
  return begin(input, instance, false, {
    description,
    run: () =>
      input.world.changeState(instance, action, body['force'] === true, Number(body['timeout'] ?? 30)),
  });
}

function exec(input: RouteInput, instance: FakeInstance): Reply {
  const { world, request } = input;
  if (object(request.body)['wait-for-websocket'] === true)
    return world.sessions.begin(input, instance, 'exec');
  if (instance.status !== 'Running') {
    throw new Refusal(400, instance.status === 'Frozen' ? 'Instance is frozen' : 'Instance is not running');
  }
  const command = object(request.body)['command'];
  const words = Array.isArray(command) ? command.map(String) : [];
  return begin(input, instance, true, {
    description: 'Executing command',
    runningAfterEnd: true,
    run: async (operation, update) => {
      world.lifecycle('exec', instance, { command: words });
      const result = await world.exec(words, instance);
      const out = `exec_${operation.id}.stdout`;
      const err = `exec_${operation.id}.stderr`;
      instance.logs.set(out, result.stdout).set(err, result.stderr);
      const at = `/1.0/instances/${instance.name}/logs`;
      update({ output: { 1: `${at}/${out}`, 2: `${at}/${err}` }, return: result.code });
      if (result.code === 127) throw new Error('Command not found');
    },
  });
}

function logs(request: SeenRequest, instance: FakeInstance, file: string | undefined): Reply {
  if (file === undefined) {
    return {
      kind: 'sync',
      metadata: [...instance.logs.keys()].map((name) => `/1.0/instances/${instance.name}/logs/${name}`),
    };
  }
  const found = instance.logs.get(file);
  if (found === undefined) throw new Refusal(400, `log file name ${file} not valid`);
  if (request.method !== 'DELETE') return { kind: 'file', text: found };
  instance.logs.delete(file);
  return { kind: 'sync', metadata: {} };
}
