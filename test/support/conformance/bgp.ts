// What every host must do about peers of BGP.
import type { Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import type { Host } from '../../../src/providers/provider.js';

async function fails(t: Test, code: string, work: Promise<unknown>, what: string): Promise<void> {
  await work.then(
    () => t.fail(`${what}: should have failed with ${code}`),
    (error: unknown) => t.equal(isAppError(error) ? error.code : String(error), code, what),
  );
}

/** Runs the part; names of networks begin with `prefix`. */
export async function bgpConformance(t: Test, host: Host, prefix: string): Promise<void> {
  const name = `${prefix}bgp`.replaceAll('-', '').slice(0, 13);

  await t.test('BGP: a peer is entered on a network and replaced by its name', async (t) => {
    const config = { 'ipv4.address': 'none', 'ipv6.address': 'none', 'user.a': '1' };
    await host.addNetwork(name, 'bridge', { config, description: 'uplink' });
    const peer = { name: 'core-1', asn: 4_200_000_001, neighbor: '2001:db8:ffff::1' };
    t.same(await host.setBgpPeer(name, peer), { host_asn: null }, 'a host without a number of its own');
    const keys = {
      'bgp.peers.core-1.address': '2001:db8:ffff::1',
      'bgp.peers.core-1.asn': '4200000001',
      'user.a': '1',
    };
    t.match(await host.network(name), { description: 'uplink', config: keys });
    await host.setBgpPeer(name, { ...peer, asn: 65_001 });
    await host.setBgpPeer(name, { name: 'core-2', asn: 65_002, neighbor: '192.0.2.1' });
    t.match((await host.network(name))?.config, {
      ...keys,
      'bgp.peers.core-1.asn': '65001',
      'bgp.peers.core-2.address': '192.0.2.1',
    });
    await fails(t, 'not_found', host.setBgpPeer('nosuchnet', peer), 'no such network');
    await fails(t, 'invalid_params', host.setBgpPeer(name, { ...peer, name: 'a.b' }), 'a name with a dot');
    await fails(t, 'invalid_params', host.setBgpPeer(name, { ...peer, neighbor: 'nobody' }), 'no address');
    await host.deleteNetwork(name);
  });
}
