// Static addresses: checked against network and neighbours before anything is made, written for guests of both families.
import t from 'tap';
import { parse } from 'yaml';
import { type HostView, hostView } from '../../../src/core/host-view.js';
import { type StaticWish, parseAddress, planStaticAddress } from '../../../src/core/static-address.js';
import type { Host, HostInstance, HostNetwork, HostProfile } from '../../../src/providers/provider.js';

const network: HostNetwork = {
  name: 'lxdbr0',
  type: 'bridge',
  managed: true,
  config: { 'ipv4.address': '10.0.3.1/24', 'ipv6.address': 'fd42::1/64' },
  description: '',
  used_by: [],
};
const profile = (name: string, devices: HostProfile['devices']): HostProfile => ({
  name,
  description: '',
  config: {},
  devices,
  used_by: [],
  etag: '',
});
const eth0 = { type: 'nic', name: 'eth0', network: 'lxdbr0' };

function host(given: { networks?: HostNetwork[]; profiles?: HostProfile[]; leases?: string[] } = {}): Host {
  return {
    profiles: async () =>
      given.profiles ?? [
        profile('default', { root: { type: 'disk', path: '/' }, eth0 }),
        profile('bare', {}),
      ],
    networks: async () => given.networks ?? [network],
    leases: async () =>
      (given.leases ?? []).map((address) => ({ hostname: 'x', hwaddr: '', address, type: 'dynamic' })),
  } as unknown as Host;
}

const wish = (given: Partial<StaticWish> = {}): StaticWish => ({
  network: '10.0.3.9/24',
  nameserver: '8.8.8.8',
  interface: '',
  profiles: ['default'],
  others: [],
  ...given,
});

t.test('an address in a managed network: NIC device and cloud-init', async (t) => {
  const plan = await planStaticAddress(host(), wish());
  t.same(plan.devices, { eth0: { ...eth0, 'ipv4.address': '10.0.3.9' } });
  t.same(parse(plan.config['cloud-init.network-config'] ?? ''), {
    version: 1,
    config: [
      {
        type: 'physical',
        name: 'eth0',
        subnets: [
          { type: 'static', address: '10.0.3.9/24', gateway: '10.0.3.1', dns_nameservers: ['8.8.8.8'] },
        ],
      },
    ],
  });
  const six = await planStaticAddress(host(), wish({ network: 'fd42::9/64', nameserver: '' }));
  t.equal(six.devices['eth0']?.['ipv6.address'], 'fd42::9');
  t.match(parse(six.config['cloud-init.network-config'] ?? ''), {
    config: [{ subnets: [{ type: 'static6', address: 'fd42::9/64', gateway: 'fd42::1' }] }],
  });
});

t.test('a network that the host does not manage: cloud-init alone', async (t) => {
  const parent = { type: 'nic', nictype: 'bridged', parent: 'br0', name: 'eth9' };
  const plan = await planStaticAddress(
    host({ profiles: [profile('default', { uplink: parent })] }),
    wish({ network: '192.0.2.5/24' }),
  );
  t.same(plan.devices, {});
  t.match(plan.config['cloud-init.network-config'], /name: eth9/);
});

t.test('the NIC: the first of the profiles, or the named one, later profiles winning', async (t) => {
  const eth1 = { type: 'nic', network: 'lxdbr0' };
  const profiles = [
    profile('default', { eth0 }),
    profile('second', { eth0: { ...eth0, network: 'other' }, eth1 }),
  ];
  const plan = await planStaticAddress(
    host({ profiles }),
    wish({ profiles: ['default', 'second'], interface: 'eth1' }),
  );
  t.same(Object.keys(plan.devices), ['eth1']);
  t.match(plan.config['cloud-init.network-config'], /name: eth1/, 'the device name where the NIC has none');
  const late = await planStaticAddress(host({ profiles }), wish({ profiles: ['default', 'second'] }));
  t.same(late.devices, {}, 'eth0 is on another network here');
  await t.rejects(planStaticAddress(host(), wish({ interface: 'eth7' })), {
    code: 'invalid_params',
    message: /instance_interface/,
  });
  await t.rejects(planStaticAddress(host(), wish({ profiles: ['bare'] })), { message: /instance_interface/ });
  await t.rejects(planStaticAddress(host(), wish({ profiles: ['none'] })), { message: /instance_profiles/ });
});

t.test('refused before anything is made', async (t) => {
  for (const text of [
    '',
    '10.0.3.9',
    '10.0.3.9/',
    '10.0.3.9/33',
    '10.0.3/24',
    '10.0.3.9/24/24',
    '10.0.3.256/24',
    'fd42::9/129',
    'fd42::g/64',
    'x/24',
    ' 10.0.3.9/24',
    '10.0.3.9/-1',
    '10.0.3.9/2 4',
  ]) {
    t.throws(() => parseAddress(text), { code: 'invalid_params' }, JSON.stringify(text));
  }
  const refused = async (given: string, what: string, networks?: HostNetwork[]): Promise<void> => {
    const there = host(networks === undefined ? {} : { networks });
    await t.rejects(planStaticAddress(there, wish({ network: given })), { code: 'invalid_params' }, what);
  };
  await refused('10.0.4.9/24', 'outside');
  await refused('10.0.3.9/16', 'another prefix length');
  await refused('10.0.3.0/24', 'the network itself');
  await refused('10.0.3.255/24', 'broadcast');
  await refused('10.0.3.1/24', 'the gateway');
  await refused('fd42::1/64', 'the gateway');
  await refused('fd42:0::0001/64', 'the gateway, spelled otherwise');
  await refused('fd43::9/64', 'outside');
  await refused('fd42::9/64', 'no IPv6 there', [
    { ...network, config: { 'ipv4.address': '10.0.3.1/24', 'ipv6.address': 'none' } },
  ]);
});

t.test('an address in use is a conflict, however it is spelled', async (t) => {
  const view = (device: Record<string, string>): HostView =>
    hostView({
      expanded_devices: { eth0: { type: 'nic', network: 'lxdbr0', ...device } },
      config: {},
      devices: {},
      expanded_config: {},
      profiles: [],
      architecture: '',
      description: '',
    } as unknown as HostInstance);
  const taken = async (given: string, others: HostView[], leases: string[] = []): Promise<void> => {
    await t.rejects(
      planStaticAddress(host({ leases }), wish({ network: given, others })),
      { code: 'conflict' },
      given,
    );
  };
  await taken('10.0.3.9/24', [view({ 'ipv4.address': '10.0.3.9' })]);
  await taken('10.0.3.9/24', [], ['10.0.3.9']);
  await taken('fd42::9/64', [view({ 'ipv6.address': 'fd42::9' })]);
  await taken('fd42:0:0::9/64', [view({ 'ipv6.address': 'fd42::9' })]);
  await taken('FD42::9/64', [], ['fd42::9']);
  const other = [view({ network: 'other', 'ipv4.address': '10.0.3.9' })];
  t.ok(await planStaticAddress(host(), wish({ others: other })), 'on another network it is another address');
});
