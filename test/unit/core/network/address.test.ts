// Prefixes as text and bytes, and the devices made of them.
import t from 'tap';
import { addressText, contains, parseAddress, parseBlock } from '../../../../src/core/network/address.js';
import { prefixTexts, proxyDevices, routedNic } from '../../../../src/core/network/devices.js';

t.test('addresses have one spelling, and their bytes sort like numbers', (t) => {
  for (const [text, right] of [
    ['2001:DB8::0:1', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['192.0.2.1', '192.0.2.1'],
  ] as const) {
    const bytes = parseAddress(text);
    t.equal(bytes && addressText(bytes), right);
  }
  for (const wrong of ['', 'localhost', '1.2.3', '2001:db8::/64', 'fe80::1%eth0', '2001::db8::1']) {
    t.equal(parseAddress(wrong), null, wrong);
  }
  const bytes = (text: string): Buffer => parseAddress(text) ?? Buffer.alloc(0);
  t.ok(bytes('2001:db8::ff').compare(bytes('2001:db8::100')) < 0);
  t.ok(bytes('2001:db8:ffff::').compare(bytes('2001:db9::')) < 0);
  t.end();
});

t.test('what lies in what', (t) => {
  const block = (text: string) => parseBlock('prefix', text);
  t.ok(contains(block('2001:db8::/42'), block('2001:db8:3f::/48')));
  t.notOk(contains(block('2001:db8::/42'), block('2001:db8:40::/48')));
  t.notOk(contains(block('2001:db8::/48'), block('2001:db8::/42')));
  t.notOk(contains(block('::/0'), block('10.0.0.0/8')));
  t.ok(contains(block('10.0.0.0/8'), block('10.255.255.255/32')));
  t.end();
});

t.test('devices', (t) => {
  const prefix = parseBlock('prefix', '2001:db8:0:7::/64');
  t.same(routedNic(prefix), {
    eth0: {
      type: 'nic',
      nictype: 'routed',
      name: 'eth0',
      'ipv6.address': '2001:db8:0:7::2',
      'ipv6.host_address': '2001:db8:0:7::1',
      'ipv6.routes': '2001:db8:0:7::/64',
      'ipv6.neighbor_probe': 'false',
    },
  });
  t.same(prefixTexts(prefix), {
    prefix: '2001:db8:0:7::/64',
    gateway: '2001:db8:0:7::1',
    address: '2001:db8:0:7::2/64',
  });
  const ports = [{ protocol: 'udp', host_port: 25_565, guest_port: 80 }] as const;
  t.same(proxyDevices(ports), {
    'port-25565-udp': { type: 'proxy', listen: 'udp:0.0.0.0:25565', connect: 'udp:127.0.0.1:80' },
  });
  t.throws(() => proxyDevices(ports, 'virtual-machine'), { code: 'unsupported' });
  t.same(proxyDevices([], 'virtual-machine'), {});
  t.end();
});
