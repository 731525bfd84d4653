// The fake's routes outside /1.0/instances: the server itself, operations, images, networks, storage, trust.
import { instanceRoutes, type Reply, type RouteInput } from './instances.js';
import { render } from './operations.js';
import { Refusal, type FakeImage, type Json } from './types.js';
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
  if (noun === 'images') return orMissing(imageRoutes(world, rest));
  if (noun === 'profiles') return orMissing(profileRoutes(world, rest));
  if (noun === 'networks') return orMissing(networkRoutes(world, rest));
  if (noun === 'storage-pools') return orMissing(poolRoutes(world, rest));
  if (noun === 'certificates') {
    const list = [...world.certificates].map(([fingerprint, one]) => ({
      ...one,
      fingerprint,
      certificate: '',
      projects: [],
      restricted: false,
    }));
    return { kind: 'sync', metadata: list };
  }
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
    config: {},
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

function renderImage(image: FakeImage): Json {
  return {
    ...image,
    aliases: image.aliases.map((name) => ({ name, description: '' })),
    architecture: 'x86_64',
    auto_update: false,
    public: false,
    expires_at: '1970-01-01T00:00:00Z',
    last_used_at: '0001-01-01T00:00:00Z',
    uploaded_at: image.created_at,
    profiles: ['default'],
    filename: 'busybox.tar.gz',
  };
}

function imageRoutes(world: World, rest: string[]): Reply | null {
  const [first, alias] = rest;
  if (first === undefined) return { kind: 'sync', metadata: world.images.map(renderImage) };
  if (first === 'aliases') {
    const image = world.images.find((one) => one.aliases.includes(alias ?? ''));
    if (image === undefined) throw new Refusal(404, 'Image alias not found');
    return {
      kind: 'sync',
      metadata: { name: alias, description: '', target: image.fingerprint, type: image.type },
    };
  }
  // SQL LIKE, as on 5.0.2: a wildcard that gets this far finds something.
  const pattern = new RegExp(
    `^${first
      .replace(/[^0-9a-z%_]/gi, '')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}`,
  );
  const image = world.images.find((one) => pattern.test(one.fingerprint));
  if (image === undefined) throw new Refusal(404, 'Image not found');
  return { kind: 'sync', metadata: renderImage(image) };
}

function profileRoutes(world: World, rest: string[]): Reply | null {
  const entry = (name: string): Json => ({
    name,
    ...world.profiles.get(name),
    used_by: [...world.instances.values()]
      .filter((one) => one.profiles.includes(name))
      .map((one) => `/1.0/instances/${one.name}`),
  });
  const [name] = rest;
  if (name === undefined) return { kind: 'sync', metadata: [...world.profiles.keys()].map(entry) };
  if (!world.profiles.has(name)) throw new Refusal(404, 'Profile not found');
  return { kind: 'sync', metadata: entry(name), etag: `profile-${name}` };
}

function networkRoutes(world: World, rest: string[]): Reply | null {
  const bridge = {
    name: 'lxdbr0',
    type: 'bridge',
    managed: true,
    description: '',
    config: { 'ipv4.address': '10.0.3.1/24', 'ipv4.nat': 'true', 'ipv6.address': 'none' },
    used_by: ['/1.0/profiles/default'],
    status: 'Created',
    locations: ['none'],
  };
  const card = {
    ...bridge,
    name: 'eth0',
    type: 'physical',
    managed: false,
    config: {},
    used_by: null,
    status: '',
  };
  const [name, below] = rest;
  if (name === undefined) return { kind: 'sync', metadata: [bridge, card] };
  if (name !== 'lxdbr0') throw new Refusal(404, 'Failed loading network: Network not found');
  if (below === undefined) return { kind: 'sync', metadata: bridge };
  if (below !== 'leases') return null;
  const running = [...world.instances.values()].filter((one) => one.status === 'Running');
  const gateway = { hostname: 'lxdbr0.gw', hwaddr: '', address: '10.0.3.1', type: 'gateway', location: '' };
  const leases = running.map((one) => ({
    hostname: one.name,
    hwaddr: one.config['volatile.eth0.hwaddr'] ?? '',
    address: world.address(one),
    type: 'dynamic',
    location: 'none',
  }));
  return { kind: 'sync', metadata: [gateway, ...leases] };
}

function poolRoutes(world: World, rest: string[]): Reply | null {
  const [name, below] = rest;
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
    return {
      kind: 'sync',
      metadata: {
        space: { used: 10 * 1024 ** 3, total: 100 * 1024 ** 3 },
        inodes: { used: 1000, total: 100_000 },
      },
    };
  }
  if (below !== 'volumes') return null;
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
  const custom = world.volumes.map((one) => ({
    ...one,
    config: {},
    description: '',
    location: 'none',
    used_by: [],
  }));
  return { kind: 'sync', metadata: [...own, ...custom] };
}
