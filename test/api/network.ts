// network.*: what the panel reads, changes by ETag and by key, and who may make them.
import { type Resource, apiCase, detailOf, history, must, refused } from './case.js';

type World = Parameters<Parameters<typeof apiCase>[1]>[1];

async function networks(world: World, token: string): Promise<Record<string, Record<string, unknown>>> {
  const rows = await must<Resource[]>(world, 'network.list', { server_id: 1 }, token);
  return Object.fromEntries(rows.map((row) => [String(row.attributes['network_name']), row.attributes]));
}

export const cases = [
  apiCase('every network is listed; who uses it and how it is set are for the owner', async (t, world) => {
    world.host.world.networks.set('odd.name-that-is', {
      type: 'unknown',
      managed: true,
      config: { 'ipv4.address': 'auto', 'raw.dnsmasq': 'x' },
      description: '',
    });
    const seen = await networks(world, world.adminToken);
    t.match(seen['lxdbr0'], { network_type: 'bridge', network_addr: '10.0.3.1/24', network_managed: true });
    t.match(seen['lxdbr0']?.['network_used_by'], ['/1.0/profiles/default', /web-1$/, /web-2$/]);
    t.match(seen['eth0'], { network_type: 'physical', network_addr: '', network_managed: false });
    t.match(seen['odd.name-that-is'], { network_addr: '', network_etag: '' }, 'a name nobody can ask for');
    const used = await networks(world, world.userToken);
    t.same(Object.keys(used), Object.keys(seen), 'all of them');
    t.match(used['lxdbr0'], { network_addr: '10.0.3.1/24', network_used_by: [] });
    t.same(used['odd.name-that-is']?.['network_config'], { 'ipv4.address': 'auto' });
    t.equal(await refused(world, 'network.list', { server_id: 1 }, world.otherToken), 'not_found');
  }),

  apiCase(
    'changes: keys are set and removed, a stale ETag is a conflict, each is told once',
    async (t, world) => {
      const { adminToken } = world;
      const update = (params: object): Promise<string> =>
        refused(world, 'network.update', { server_id: 1, network_name: 'lxdbr0', ...params }, adminToken);
      const before = (await networks(world, adminToken))['lxdbr0']?.['network_etag'];
      t.equal(await update({ network_config: { 'ipv4.nat': null, 'user.a': '1' }, etag: before }), 'ok');
      const after = (await networks(world, adminToken))['lxdbr0'];
      t.same(after?.['network_config'], {
        'ipv4.address': '10.0.3.1/24',
        'ipv6.address': 'none',
        'user.a': '1',
      });
      t.equal(await update({ network_description: 'x', etag: before }), 'conflict');
      t.equal(await update({ network_config: { 'user.a': '1' } }), 'ok', 'what stands already');
      t.equal(world.host.seen('PUT', '/1.0/networks/lxdbr0').length, 1, 'is not sent again');
      t.equal(await update({ network_type: 'macvlan' }), 'invalid_params');
      t.equal(await update({ network_config: { 'no.such': '1' } }), 'invalid_params');
      const bad = { server_id: 1, network_name: 'lxdbr0', network_config: { 'ipv4.address': 'lots' } };
      const answer = await world.app.call('network.update', bad, { token: adminToken });
      t.match(detailOf(answer), /^network_config: /);
      t.match(answer.body['errors'], [{ source: { pointer: '/network_config' } }]);
      const told = await history(world, { type: 'network.updated' });
      t.match(told, [{ server_id: 1, data: { network_name: 'lxdbr0' } }]);
      t.equal(told.length, 1);
    },
  ),

  apiCase('two who change it at once lose nothing', async (t, world) => {
    const change = (key: string): Promise<string> =>
      refused(
        world,
        'network.update',
        { server_id: 1, network_name: 'lxdbr0', network_config: { [key]: '1' } },
        world.adminToken,
      );
    t.same(await Promise.all(['user.a', 'user.b', 'user.c'].map(change)), ['ok', 'ok', 'ok']);
    t.match(world.host.world.networks.get('lxdbr0')?.config, { 'user.a': '1', 'user.b': '1', 'user.c': '1' });
  }),

  apiCase(
    'SEC-24 names and callers that are refused; what an administrator sets beyond tenants is noted',
    async (t, world) => {
      const make = (params: object, token = world.adminToken): Promise<string> =>
        refused(world, 'network.add', { server_id: 1, ...params }, token);
      for (const name of ['-a', 'a.b', 'a_b', 'a/b', '..', 'a b', 'sixteen-letters1']) {
        t.equal(await make({ network_name: name }), 'invalid_params', name);
      }
      t.equal(await make({ network_name: 'eth0' }), 'conflict', 'the name of an interface');
      t.equal(await make({ network_name: 'mine' }, world.userToken), 'forbidden', 'who only uses the server');
      t.equal(await make({ network_name: 'mine' }, world.otherToken), 'not_found', 'who does not see it');
      const drop = (token: string): Promise<string> =>
        refused(world, 'network.delete', { server_id: 1, network_name: 'spare0' }, token);
      t.equal(await drop(world.userToken), 'forbidden');
      t.equal(await make({ network_name: 'lab0', network_config: { 'raw.dnsmasq': 'x' } }), 'ok');
      t.match(world.host.world.networks.get('lab0')?.config, { 'raw.dnsmasq': 'x' });
      t.equal(await drop(world.adminToken), 'ok');
    },
  ),
];
