// The fake's routes outside /1.0/instances: the server itself, operations, images, networks, storage, trust.
import { certificateRoutes } from './certificates.js';
import { imageRoutes } from './images.js';
import { instanceRoutes, type Reply, type RouteInput } from './instances.js';
import { networkRoutes } from './networks.js';
import { render } from './operations.js';
import { profileRoutes } from './profiles.js';
import { poolRoutes } from './storage.js';
import { Refusal, type Json } from './types.js';
import type { World } from './world.js';

/** What routes need besides the world. */
export interface ServerFacts {
  certificate: string;
  fingerprint: string;
  trusted: boolean;
  clustered: boolean;
  addresses: string[];
  /** Checks a trust password or token; true enters the client's certificate. */
  enter: (secret: string, name: string) => void;
}

const EXTENSIONS = [
  'etag',
  'patch',
  'instance_all_projects',
  'storage_volumes_all_projects',
  'resources',
  'projects',
  'network_bgp',
];

/** The answer to a request; throws Refusal. */
export async function route(input: RouteInput, server: ServerFacts): Promise<Reply> {
  const { request, world } = input;
  const segments = request.path.split('/').slice(1).map(decodeURIComponent);
  if (segments[0] !== '1.0') throw new Refusal(404, 'not found');
  const [, noun, ...rest] = segments;
  if (noun === undefined && request.method === 'GET') return { kind: 'sync', metadata: about(world, server) };
  if (noun === 'certificates' && request.method === 'POST') return certificates(input, server);
  if (!server.trusted) throw new Refusal(403, 'not authorized');
  if (noun === 'instances') return orMissing(instanceRoutes(input, rest));
  if (noun === 'operations') return orMissing(await operationRoutes(input, rest));
  if (noun === 'resources') return { kind: 'sync', metadata: resources() };
  if (noun === 'images') return orMissing(imageRoutes(input, rest));
  if (noun === 'profiles') return orMissing(profileRoutes(input, rest));
  if (noun === 'networks') return orMissing(networkRoutes(input, rest));
  if (noun === 'storage-pools') return orMissing(poolRoutes(input, rest));
  if (noun === 'certificates') return orMissing(certificateRoutes(input, rest));
  throw new Refusal(404, 'not found');
}

function orMissing(reply: Reply | null): Reply {
  if (reply === null) throw new Refusal(404, 'not found');
  return reply;
}

function about(world: World, server: ServerFacts): Json {
  const lxd = world.flavour === 'lxd';
  const base: Json = {
    api_extensions: lxd
      ? EXTENSIONS
      : [...EXTENSIONS, 'explicit_trust_token', 'instances_scriptlet_get_instances'],
    api_status: 'stable',
    api_version: '1.0',
    auth: server.trusted ? 'trusted' : 'untrusted',
    auth_methods: ['tls'],
    public: false,
  };
  if (!server.trusted) return base;
  return {
    ...base,
    config: Object.fromEntries(world.config),
    environment: {
      addresses: server.addresses,
      architectures: ['x86_64', 'i686'],
      certificate: server.certificate,
      certificate_fingerprint: server.fingerprint,
      driver: lxd ? 'lxc' : 'lxc | qemu',
      driver_version: lxd ? '5.0.2' : '6.0.0 | 8.2.2',
      kernel: 'Linux',
      kernel_architecture: 'x86_64',
      kernel_version: '6.1.0',
      os_name: 'Debian GNU/Linux',
      os_version: '12',
      project: 'default',
      server: world.flavour,
      server_clustered: server.clustered,
      server_name: server.clustered ? 'member-1' : 'fake',
      server_pid: 1,
      server_version: lxd ? '5.0.2' : '6.0.0',
      storage: 'dir',
      storage_version: '1',
    },
  };
}

function resources(): Json {
  const core = (n: number): Json => ({ core: n, threads: [{ id: n, thread: 0, online: true }] });
  return {
    cpu: {
      architecture: 'x86_64',
      sockets: [{ socket: 0, name: 'Fake CPU', vendor: 'GenuineFake', cores: [core(0), core(1)] }],
      total: 2,
    },
    memory: { total: 8 * 1024 ** 3, used: 1024 ** 3 },
  };
}

function certificates(input: RouteInput, server: ServerFacts): Reply {
  const body = (input.request.body ?? {}) as Json;
  if (body['token'] === true) {
    if (!server.trusted) throw new Refusal(403, 'not authorized');
    throw new Refusal(501, 'tokens are made with FakeHost.token()');
  }
  if (server.trusted) throw new Refusal(400, 'Client is already trusted');
  // Incus has no trust password at all.
  const secret = body['trust_token'] ?? (input.world.flavour === 'lxd' ? body['password'] : '');
  server.enter(String(secret ?? ''), String(body['name'] ?? ''));
  return { kind: 'sync', metadata: {}, status: 201 };
}

async function operationRoutes({ operations, request }: RouteInput, rest: string[]): Promise<Reply | null> {
  const [id, below] = rest;
  if (id === undefined) {
    // 5.0.2 ignores all-projects here.
    return { kind: 'sync', metadata: operations.list(request.query['project'] ?? 'default') };
  }
  if (request.method === 'DELETE') {
    operations.cancel(id);
    return { kind: 'sync', metadata: {} };
  }
  const operation = operations.get(id);
  if (below === undefined) return { kind: 'sync', metadata: render(operation) };
  if (below !== 'wait') return null;
  const timeout = Number(request.query['timeout'] ?? -1);
  if (operation.status_code < 200) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      if (timeout >= 0) timer = setTimeout(resolve, timeout * 1000);
    });
    await Promise.race([operation.finished, late]);
    clearTimeout(timer);
  }
  return { kind: 'sync', metadata: render(operation) };
}
