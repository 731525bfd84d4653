// What of a network only an administrator may set.
import t from 'tap';
import { checkNetworkConfig } from '../../../src/core/objects/network-config.js';

t.test('SEC-24 an owner sets what stays inside the network, an administrator anything', async (t) => {
  const check = (config: Record<string, string | null>, admin = false, type = 'bridge') =>
    checkNetworkConfig({ type, config, present: { 'raw.dnsmasq': 'was', 'ipv4.nat': 'true' }, admin });
  t.same(
    check({ 'ipv4.address': '10.1.2.1/24', 'ipv6.dhcp.ranges': 'a', 'dns.domain': 'x', 'user.a': 'b' }),
    [],
  );
  t.same(check({ 'ipv4.nat': null, 'raw.dnsmasq': 'was' }), [], 'what stands may be sent back');
  const wide: Record<string, string | null>[] = [
    { 'raw.dnsmasq': 'dhcp-script=/bin/sh' },
    { 'raw.dnsmasq': null },
    { 'bridge.external_interfaces': 'eth0' },
    { 'tunnel.a.remote': '192.0.2.1' },
    { parent: 'eth0' },
    { 'ipv4.address\n': 'x' },
  ];
  for (const config of wide) {
    const key = Object.keys(config)[0] ?? '';
    const shown = `/network_config/${key}`;
    t.throws(
      () => check(config),
      { code: 'forbidden', faults: [{ pointer: shown }] },
      JSON.stringify(config),
    );
    t.same(check(config, true), [key], 'noted for the audit row');
  }
  t.throws(() => check({ 'dns.domain': 'a\ndhcp-script=/bin/sh' }, true), { code: 'forbidden' });
  t.throws(() => check({}, false, 'macvlan'), { code: 'forbidden', message: /network_type/ });
  t.same(check({}, true, 'macvlan'), ['type macvlan']);
});
