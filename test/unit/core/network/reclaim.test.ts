// A server that was forgotten and comes back: its machines get their addresses and ports again, and nobody else's.
import t from 'tap';
import { machineWorld } from '../machines/world.js';
import { until } from '../../../support/until.js';

t.test('forgotten and found again', async (t) => {
  const { world, core, hosts, make, row, as, wish } = await machineWorld(t);
  const { db } = world.app.app;
  const ports = (['tcp', 'udp'] as const).map((protocol) => ({
    protocol,
    host_port: 25_565,
    guest_port: 80,
    is_primary: true,
  }));
  const made = await make({ ports });
  const { id, server_id } = made;
  const [before] = await core.machines.describe([made]);
  const host = hosts[server_id - 2];
  if (host === undefined) throw new Error('no host');
  // What is no port of ours must not keep the server from coming back.
  const devices = host.instance(made.lxd_name)?.devices ?? {};
  devices['port-99999-tcp'] = { type: 'proxy', listen: 'tcp:0.0.0.0:99', connect: 'tcp:127.0.0.1:99' };
  devices['port-98-tcp'] = { type: 'proxy', listen: 'tcp:0.0.0.0:98', connect: 'tcp:127.0.0.1:70000' };
  await world.app.must('server.delete', { server_id, forget: true }, { token: world.adminToken });
  t.match(await row(id), { state: 'deleted', host_index: null });
  t.same(await db.read.prefixes.assignmentsOf(id), []);
  t.match(await db.read.prefixes.hostBlock(server_id), { released_at: Number });

  await world.app.must(
    'server.add',
    {
      server_host: host.endpoint.address,
      server_port: host.endpoint.port,
      server_fingerprint: host.fingerprint,
      server_password: host.password,
    },
    { token: world.adminToken },
  );
  await until(async () => (await row(id)).deleted_at === null, { what: 'the machine to be found again' });
  const [after] = await core.machines.describe([await row(id)]);
  t.same(after?.prefix, before?.prefix);
  t.same(
    after?.ports.map(({ protocol, host_port, guest_port }) => ({ protocol, host_port, guest_port })),
    ports.map(({ is_primary: _primary, ...port }) => port),
  );
  t.equal((await row(id)).host_index, 0);
  t.match(await db.read.prefixes.hostBlock(server_id), { released_at: null });
  const next = await core.machines.create(as(world.adminToken), wish({ place: { server_id } }), { wait: 20 });
  const [other] = await core.machines.describe([await row(next.instance_id)]);
  t.match(other?.prefix?.prefix, /^2001:db8:/);
  t.not(other?.prefix?.prefix, before?.prefix?.prefix, 'what it has is not given to another one');
});
