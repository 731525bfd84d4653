// BGP peers: kept for servers that are away, entered on the uplink when they are there, and honest about sessions.
import t from 'tap';
import type { Caller } from '../../../../src/core/access.js';
import { until } from '../../../support/until.js';
import { serverIs } from '../../../api/case.js';
import { startWorld, type World } from '../../../support/world.js';

function as(world: World, token: string): Caller {
  return {
    actor: world.app.app.core.core.tokens.authenticate(token),
    request_id: 'r-1',
    client_request_id: '',
    address: '192.0.2.1',
    via: 'aarch64',
    audit: { method: 'aarch64/admin.bgp', params: {}, written: false },
    idempotency_key: null,
  };
}

t.test('peers of a server', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  const { bgp } = world.app.app.core.core;
  const admin = (): Caller => as(world, world.adminToken);
  const peer = { server_id: 1, name: 'core-1', asn: 65_001, neighbor: '2001:DB8:0::1' };
  const keys = (network: string): Record<string, string> =>
    world.host.world.networks.get(network)?.config ?? {};

  await t.test(
    'is entered on the first managed bridge, and no session is claimed without a number',
    async (t) => {
      const row = await bgp.set(admin(), peer);
      t.match(row, { name: 'core-1', asn: 65_001, neighbor: '2001:db8::1', host_asn: null });
      t.ok(row.applied_at !== null);
      t.match(keys('lxdbr0'), { 'bgp.peers.core-1.address': '2001:db8::1', 'bgp.peers.core-1.asn': '65001' });
      t.match(await bgp.ofServers([1, 2]), [{ server_id: 1, name: 'core-1' }]);
      const told = await world.app.app.db.read.events.page({
        limit: 1,
        descending: true,
        filter: { types: ['bgp.set'] },
        visible: null,
      });
      t.match(told, [{ via: 'aarch64', server_id: 1, user_id: 1 }]);
    },
  );

  await t.test('posting a name again replaces it; a server with a number has a session', async (t) => {
    world.host.world.config.set('core.bgp_asn', '64512');
    t.match(await bgp.set(admin(), { ...peer, asn: 4_294_967_295, neighbor: '192.0.2.9' }), {
      asn: 4_294_967_295,
      neighbor: '192.0.2.9',
      host_asn: 64_512,
    });
    t.equal((await bgp.ofServers([1])).length, 1);
    t.match(keys('lxdbr0'), { 'bgp.peers.core-1.address': '192.0.2.9' });
  });

  await t.test('the uplink of a server may be another network', async (t) => {
    world.host.world.networks.set('uplink', { type: 'bridge', managed: true, config: {}, description: 'x' });
    await world.app.app.db.tx((tx) => tx.servers.update(1, { uplink_network: 'uplink' }));
    await bgp.set(admin(), { ...peer, name: 'b' });
    t.match(world.host.world.networks.get('uplink'), {
      config: { 'bgp.peers.b.asn': '65001' },
      description: 'x',
    });
  });

  await t.test('what cannot be a peer is refused', async (t) => {
    const cases: [Partial<typeof peer>, string][] = [
      [{ asn: 0 }, 'invalid_params'],
      [{ asn: 4_294_967_296 }, 'invalid_params'],
      [{ asn: 1.5 }, 'invalid_params'],
      [{ name: 'a.b' }, 'invalid_params'],
      [{ name: '' }, 'invalid_params'],
      [{ neighbor: 'router.example.net' }, 'invalid_params'],
      [{ neighbor: '192.0.2.0/24' }, 'invalid_params'],
      [{ server_id: 99 }, 'not_found'],
    ];
    for (const [wrong, code] of cases) {
      await t.rejects(bgp.set(admin(), { ...peer, ...wrong }), { code }, JSON.stringify(wrong));
    }
    await t.rejects(bgp.set(as(world, world.userToken), peer), { code: 'forbidden' });
    await world.app.app.db.tx((tx) => tx.servers.setFacts(1, '{"api_extensions":["etag"]}', '', 1));
    await t.rejects(bgp.set(admin(), peer), { code: 'unsupported' }, 'a server that knows no BGP');
  });

  await t.test('a server that is away gets it when it is back', async (t) => {
    await world.app.app.db.tx((tx) => tx.servers.setFacts(1, '{}', world.host.fingerprint, 1));
    await world.host.down();
    await serverIs(world, 'offline');
    t.match(await bgp.set(admin(), { ...peer, name: 'late' }), { applied_at: null, host_asn: null });
    t.notOk('bgp.peers.late.asn' in keys('uplink'));
    await world.host.up();
    await serverIs(world, 'online');
    await until(() => 'bgp.peers.late.asn' in keys('uplink'), { what: 'the peer on the server' });
    await until(async () => (await bgp.ofServers([1])).every(({ applied_at }) => applied_at !== null));
  });
});
