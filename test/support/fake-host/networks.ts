// The fake's networks: made, replaced by ETag and deleted with the refusals of LXD 5.0.2.
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { Reply, RouteInput } from './instances.js';
import { type FakeNetwork, type Json, Refusal } from './types.js';
import type { World } from './world.js';

const KEY = /^(?:ipv[46]|dns|bridge|user|raw|bgp|security|tunnel|volatile)\.|^(?:parent|mtu|vlan)$/;

/** Routes below /1.0/networks; null when the path is none of them. */
export function networkRoutes({ world, request, ifMatch }: RouteInput, rest: string[]): Reply | null {
  const [name, below] = rest;
  const body = (request.body ?? {}) as Json;
  if (name === undefined) {
    if (request.method === 'POST') return add(world, body);
    return { kind: 'sync', metadata: [...world.networks.keys()].map((one) => entry(world, one)) };
  }
  const network = world.networks.get(name);
  if (network === undefined || (!network.managed && request.method !== 'GET')) {
    throw new Refusal(404, 'Failed loading network: Network not found');
  }
  if (below === 'leases') return leases(world, network);
  if (below !== undefined) return null;
  if (request.method === 'GET') return { kind: 'sync', metadata: entry(world, name), etag: etagOf(network) };
  if (request.method === 'PUT') {
    const etag = etagOf(network);
    if (ifMatch !== '' && ifMatch !== etag)
      throw new Refusal(412, `ETag doesn't match: ${etag} vs ${ifMatch}`);
    const config = checked(name, body, 400);
    world.networks.set(name, { ...network, config, description: String(body['description'] ?? '') });
    tell(world, 'updated', name);
    return { kind: 'sync', metadata: {} };
  }
  if (request.method !== 'DELETE') return null;
  if (usersOf(world, name).length > 0) throw new Refusal(400, 'The network is currently in use');
  world.networks.delete(name);
  tell(world, 'deleted', name);
  return { kind: 'sync', metadata: {} };
}

function add(world: World, body: Json): Reply {
  const name = String(body['name'] ?? '');
  const type = String(body['type'] ?? 'bridge');
  if (world.networks.get(name)?.managed === true) throw new Refusal(400, 'The network already exists');
  if (name.length > 15) throw new Refusal(400, 'Network interface is too long (maximum 15 characters)');
  if (!['bridge', 'macvlan', 'sriov', 'ovn', 'physical'].includes(type))
    throw new Refusal(400, 'Unknown driver');
  const config = checked(name, body, 500);
  if (world.networks.has(name)) throw new Refusal(500, `Network interface "${name}" already exists`);
  if (type === 'bridge') {
    config['ipv4.address'] ??= '10.0.4.1/24';
    config['ipv6.address'] ??= 'fd42:1:2:3::1/64';
  }
  world.networks.set(name, { type, managed: true, config, description: String(body['description'] ?? '') });
  tell(world, 'created', name);
  return { kind: 'sync', metadata: {}, status: 201 };
}

function checked(name: string, body: Json, status: number): Record<string, string> {
  const config = Object.fromEntries(
    Object.entries((body['config'] ?? {}) as Json).map(([key, value]) => [key, String(value)]),
  );
  for (const [key, value] of Object.entries(config)) {
    if (!KEY.test(key)) throw new Refusal(status, `Invalid option for network "${name}" option "${key}"`);
    if (/^bgp\.peers\..+\.address$/.test(key) && isIP(value) === 0) {
      const why = `Invalid IP Address "${value}"`;
      throw new Refusal(status, `Invalid value for network "${name}" option "${key}": ${why}`);
    }
    if (/^ipv[46]\.address$/.test(key) && !/^(?:none|auto|[0-9a-f.:]+\/\d{1,3})$/.test(value)) {
      const why = `invalid CIDR address: ${value}`;
      throw new Refusal(status, `Invalid value for network "${name}" option "${key}": ${why}`);
    }
  }
  return config;
}

function entry(world: World, name: string): Json {
  const network = world.networks.get(name);
  return {
    name,
    ...network,
    used_by: network?.managed === true ? usersOf(world, name) : [],
    status: network?.managed === true ? 'Created' : '',
    locations: network?.managed === true ? ['none'] : null,
  };
}

function etagOf(network: FakeNetwork): string {
  return createHash('sha256').update(JSON.stringify(network)).digest('hex');
}

function usersOf(world: World, network: string): string[] {
  const uses = (devices: Record<string, Record<string, string>>): boolean =>
    Object.values(devices).some((device) => device['type'] === 'nic' && device['network'] === network);
  const profiles = [...world.profiles].filter(([, { devices }]) => uses(devices));
  const instances = [...world.instances.values()].filter((one) => uses(world.expanded(one).devices));
  return [
    ...profiles.map(([name]) => `/1.0/profiles/${name}`),
    ...instances.map(({ name }) => `/1.0/instances/${name}`),
  ];
}

function leases(world: World, network: FakeNetwork): Reply {
  const gateway = (network.config['ipv4.address'] ?? '').split('/')[0] ?? '';
  const running = [...world.instances.values()].filter((one) => one.status === 'Running');
  const given = running.map((one) => ({
    hostname: one.name,
    hwaddr: one.config['volatile.eth0.hwaddr'] ?? '',
    address: world.address(one),
    type: 'dynamic',
    location: 'none',
  }));
  const own = { hostname: 'lxdbr0.gw', hwaddr: '', address: gateway, type: 'gateway', location: '' };
  return { kind: 'sync', metadata: [own, ...given] };
}

function tell(world: World, what: string, name: string): void {
  world.events.emit('lifecycle', 'default', { action: `network-${what}`, source: `/1.0/networks/${name}` });
}
