// A fixed address for a new instance: checked against the network, written as NIC device and cloud-init.
import { isIP } from 'node:net';
import { Address4, Address6 } from 'ip-address';
import { stringify } from 'yaml';
import { AppError, invalid } from '../errors.js';
import type { Devices, Host, HostNetwork, HostProfile } from '../providers/provider.js';
import type { HostView } from './host-view.js';

export interface StaticWish {
  /** `ip/prefix` */
  network: string;
  nameserver: string;
  /** NIC of the profiles; '' takes the first. */
  interface: string;
  profiles: string[];
  /** What live instances of the server have, so that no address is given twice. */
  others: readonly HostView[];
}

export interface StaticPlan {
  devices: Devices;
  config: Record<string, string>;
}

/** Parses `ip/prefix`; throws `invalid_params` naming the field. */
export function parseAddress(text: string): {
  family: 4 | 6;
  address: string;
  length: number;
  cidr: Address4 | Address6;
} {
  const [address = '', length] = text.split('/');
  const fault = invalid('instance_network', 'must be an address with its prefix length, such as 10.1.2.3/24');
  if (length === undefined || !/^[0-9]{1,3}$/.test(length)) throw fault;
  if (Address4.isValid(text)) return { family: 4, address, length: Number(length), cidr: new Address4(text) };
  if (Address6.isValid(text)) return { family: 6, address, length: Number(length), cidr: new Address6(text) };
  throw fault;
}

/** Works out devices and configuration; refuses an address outside the network or in use before anything is made. */
export async function planStaticAddress(host: Host, wish: StaticWish): Promise<StaticPlan> {
  const wanted = parseAddress(wish.network);
  const profiles = await host.profiles();
  const nics = profileNics(profiles, wish.profiles);
  const name = wish.interface === '' ? Object.keys(nics)[0] : wish.interface;
  const nic = name === undefined ? undefined : nics[name];
  if (name === undefined || nic === undefined) {
    throw invalid(
      'instance_interface',
      `must be a NIC of the profiles (${Object.keys(nics).join(', ') || 'they have none'})`,
    );
  }
  const key = wanted.family === 4 ? 'ipv4.address' : 'ipv6.address';
  const devices: Devices = {};
  const network = (await host.networks()).find((one) => one.name === nic['network'] && one.managed);
  let gateway: string | null = null;
  if (network !== undefined) {
    gateway = insideNetwork(network, key, wanted);
    await freeOnNetwork(host, network, wanted.cidr.correctForm(), wish.others);
    devices[name] = { ...nic, [key]: wanted.cidr.correctForm() };
  }
  return {
    devices,
    config: {
      'cloud-init.network-config': networkConfig(nic['name'] ?? name, wanted, gateway, wish.nameserver),
    },
  };
}

/** NICs of the named profiles, later ones winning as on the host. */
export function profileNics(profiles: readonly HostProfile[], names: readonly string[]): Devices {
  const nics: Devices = {};
  for (const name of names) {
    const profile = profiles.find((one) => one.name === name);
    if (profile === undefined)
      throw invalid('instance_profiles', `names ${name}, which the server does not have`);
    for (const [device, value] of Object.entries(profile.devices))
      if (value['type'] === 'nic') nics[device] = value;
  }
  return nics;
}

function insideNetwork(network: HostNetwork, key: string, wanted: ReturnType<typeof parseAddress>): string {
  const own = network.config[key] ?? '';
  const range =
    own === '' || own === 'none' ? null : wanted.family === 4 ? new Address4(own) : new Address6(own);
  if (range === null) {
    throw invalid(
      'instance_network',
      `cannot be used: network ${network.name} has no IPv${wanted.family} range`,
    );
  }
  const gateway = own.split('/')[0] ?? '';
  const inside =
    range instanceof Address4
      ? new Address4(wanted.address).isInSubnet(range)
      : new Address6(wanted.address).isInSubnet(range);
  if (!inside || wanted.length !== range.subnetMask) {
    throw invalid(
      'instance_network',
      `must lie in ${own} of network ${network.name}, with the same prefix length`,
    );
  }
  const first = range.startAddress().correctForm();
  const last = range.endAddress().correctForm();
  const plain = wanted.cidr.correctForm();
  if (plain === gateway || plain === first || (wanted.family === 4 && plain === last)) {
    throw invalid('instance_network', `is an address that network ${network.name} keeps for itself`);
  }
  return gateway;
}

async function freeOnNetwork(
  host: Host,
  network: HostNetwork,
  address: string,
  others: readonly HostView[],
): Promise<void> {
  const taken = new AppError(
    'conflict',
    `instance_network: ${address} is in use on network ${network.name}`,
    {
      faults: [
        {
          detail: `instance_network ${address} is in use on network ${network.name}`,
          pointer: '/instance_network',
        },
      ],
    },
  );
  for (const view of others) {
    for (const device of Object.values(view.expanded_devices)) {
      if (device['network'] !== network.name) continue;
      if (spelled(device['ipv4.address']) === address || spelled(device['ipv6.address']) === address)
        throw taken;
    }
  }
  if ((await host.leases(network.name)).some((lease) => spelled(lease.address) === address)) throw taken;
}

/** The one spelling of an address, without its prefix; other texts (`none`, `auto`) as they are. */
function spelled(given: string | undefined): string | undefined {
  if (given === undefined || isIP(given) === 0) return given;
  return (isIP(given) === 4 ? new Address4(given) : new Address6(given)).correctForm();
}

function networkConfig(
  device: string,
  wanted: ReturnType<typeof parseAddress>,
  gateway: string | null,
  nameserver: string,
): string {
  const subnet: Record<string, unknown> = {
    type: wanted.family === 4 ? 'static' : 'static6',
    address: `${wanted.address}/${wanted.length}`,
  };
  if (gateway !== null && gateway !== '') subnet['gateway'] = gateway;
  if (nameserver !== '') subnet['dns_nameservers'] = nameserver.split(',').map((one) => one.trim());
  return stringify({ version: 1, config: [{ type: 'physical', name: device, subnets: [subnet] }] });
}
