// Machines by place, size and system, against fake hosts: what is given out, to whom, and what the host is told.
import t from 'tap';
import { parse } from 'yaml';
import { blockText } from '../../../../src/core/network/address.js';
import { machineWorld, refusal } from './world.js';

t.setTimeout(120_000);

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';

function guest(config: Record<string, string>): Record<string, unknown> {
  const text = config['cloud-init.vendor-data'] ?? '';
  return parse(text.replace(/^#cloud-config\n/, '')) as Record<string, unknown>;
}

t.test('in one world', async (t) => {
  const house = await machineWorld(t, { app: { env: { GANTRY_PHONEHOME_URL: 'http://192.0.2.9:7500' } } });

  await t.test('everything that can be asked for, and what the host and the guest are told', async (t) => {
    const { world, core, hosts } = house;
    await world.app.must('ssh-key.add', { key_name: 'laptop', key_public: KEY }, { token: world.userToken });
    const row = await house.make({
      ports: [{ protocol: 'tcp', host_port: 20_080, guest_port: 80, is_primary: true }],
      env: { GREETING: 'hello' },
      root_password: true,
      display_name: 'My machine',
    });
    t.match(row, {
      state: 'ready',
      power_state: 'running',
      hostname: 'vm_1.example.net',
      display_name: 'My machine',
      plan_id: 1,
      os_id: 1,
      server_id: 2,
      host_index: 0,
      vcpus: 1,
      memory_mb: 1024,
      disk_mb: 10_240,
      phoned_home_at: null,
    });
    t.match(row.lxd_name, /^g[a-z2-7]{10}$/);
    const there = hosts[0]?.instance(row.lxd_name);
    t.match(there?.config, {
      'limits.cpu': '1',
      'limits.memory': '1GiB',
      'environment.GREETING': 'hello',
    });
    t.match(there?.devices, {
      root: { type: 'disk', path: '/', size: '10GiB' },
      eth0: { nictype: 'routed', 'ipv6.address': '2001:db8::2', 'ipv6.host_address': '2001:db8::1' },
      'port-20080-tcp': { listen: 'tcp:0.0.0.0:20080', connect: 'tcp:127.0.0.1:80' },
    });
    const [machine] = await core.machines.describe([row], house.as(world.userToken));
    t.match(machine, {
      server: { id: 2 },
      location: { code: 'dal1' },
      plan: { slug: 'small' },
      os: { slug: 'busybox' },
      prefix: { prefix: '2001:db8::/64', gateway: '2001:db8::1', address: '2001:db8::2/64' },
      password: /^[0-9a-f]{32}$/,
      ports: [{ host_port: 20_080, guest_port: 80, is_primary: 1 }],
      env: { GREETING: 'hello' },
    });
    const told = guest(there?.config ?? {});
    t.match(told, {
      hostname: 'vm_1',
      fqdn: 'vm_1.example.net',
      ssh_authorized_keys: [`${KEY} laptop`],
      chpasswd: { expire: false, users: [{ name: 'root', type: 'hash', password: /^\$6\$rounds=/ }] },
      phone_home: { url: /^http:\/\/192\.0\.2\.9:7500\/api\/intra\/phonehome\?token=[A-Za-z0-9_-]{32}$/ },
    });
    t.notOk(
      JSON.stringify(there?.config).includes(machine?.password ?? '?'),
      'SEC-43: the password itself goes nowhere',
    );
    const operation = await world.app.app.db.read.operations.page(
      { limit: 10, after: null, column: 'id', descending: true },
      {},
      null,
    );
    t.notOk(JSON.stringify(operation).includes(machine?.password ?? '?'));
    const audited = await world.app.must<{ attributes: Record<string, unknown> }[]>(
      'audit.list',
      {},
      { token: world.adminToken },
    );
    const calls = audited.filter(({ attributes }) => attributes['method'] === 'aarch64/vms.create');
    t.match(calls, [{ attributes: { ok: true, labels: { instance_id: row.id } } }]);
    t.equal(calls.length, 1);
    t.equal((await house.row(row.id)).root_password_enc?.includes(machine?.password ?? '?'), false);
  });

  await t.test('SEC-20 found by every id by those who see it, and by nobody else', async (t) => {
    const { world, core } = house;
    const [row] = await house.world.app.app.db.read.instances.onServer(2);
    if (row === undefined) throw new Error('no machine stands on server 2');
    const oid = row.uuid.replaceAll('-', '').slice(0, 24);
    for (const by of [{ id: row.id }, { uuid: row.uuid }, { oid }]) {
      t.equal((await core.machines.find(house.as(world.userToken), by)).id, row.id);
      await t.rejects(core.machines.find(house.as(world.otherToken), by), { code: 'not_found' });
    }
    await t.rejects(core.machines.find(house.as(world.userToken), { oid: 'f'.repeat(24) }), {
      code: 'not_found',
    });
    await t.rejects(core.machines.find(house.as(world.userToken), { oid: 'nonsense' }), {
      code: 'not_found',
    });
  });

  await t.test('SEC-20 its password is for who may act as root inside, by role', async (t) => {
    const { world, core } = house;
    const [row] = await world.app.app.db.read.instances.onServer(2);
    if (row === undefined) throw new Error('no machine stands on server 2');
    const seen = async (token?: string): Promise<boolean> => {
      const [machine] = await core.machines.describe([row], token === undefined ? token : house.as(token));
      return machine?.password !== null;
    };
    const member = { project_id: 4, user_email: 'bob@example.net' };
    const call = (method: string, more: object): Promise<unknown> =>
      world.app.must(`project.member.${method}`, { ...member, ...more }, { token: world.userToken });
    t.equal(await seen(world.userToken), true);
    t.equal(await seen(), false);
    await call('add', { roles: ['limited_collaborator', 'billing'] });
    t.equal(await seen(world.otherToken), false);
    await call('update', { roles: ['collaborator'] });
    t.equal(await seen(world.otherToken), true);
    await call('remove', {});
  });

  await t.test('the first call home counts, by token or by address; a stranger is nobody', async (t) => {
    const { core, world } = house;
    const [row] = await house.world.app.app.db.read.instances.onServer(2);
    if (row === undefined) throw new Error('no machine stands on server 2');
    const { url } = guest(house.hosts[0]?.instance(row.lxd_name)?.config ?? {})['phone_home'] as {
      url: string;
    };
    const token = new URL(url).searchParams.get('token') ?? '';
    t.equal(await core.phoneHome({ address: '2001:db8:7::2' }), false);
    t.equal(await core.phoneHome({ token: 'wrong', address: '192.0.2.1' }), false);
    t.equal(await core.phoneHome({ address: 'nonsense' }), false);
    t.equal((await house.row(row.id)).phoned_home_at, null);
    t.equal(await core.phoneHome({ token, address: '192.0.2.1' }), true);
    const first = (await house.row(row.id)).phoned_home_at;
    t.type(first, 'number');
    t.equal(await core.phoneHome({ address: '2001:db8::2' }), true, 'and again, by its address');
    t.equal((await house.row(row.id)).phoned_home_at, first);
    const told = await world.app.must<{ attributes: Record<string, unknown> }[]>(
      'event.list',
      { filter: { type: 'instance.phoned_home' } },
      { token: world.userToken },
    );
    t.equal(told.length, 1);
    t.match(told[0]?.attributes, { via: 'aarch64', instance_id: row.id });
    const other = await house.make({ hostname: 'vm-2' });
    const [described] = await core.machines.describe([other]);
    t.equal(await core.phoneHome({ address: described?.prefix?.address.split('/')[0] ?? '' }), true);
    t.type((await house.row(other.id)).phoned_home_at, 'number');
  });

  await t.test('a creation that fails on the host lets go of prefix, ports and number', async (t) => {
    const port = { protocol: 'udp', host_port: 25_001, guest_port: 53, is_primary: true } as const;
    for (const host of house.hosts) {
      host.world.faults.fail = ({ description }) => (description === 'Creating instance' ? 'broken' : null);
    }
    t.match(await refusal(house, { ports: [port] }, house.world.userToken, 20), /^host_failed/);
    const given = await house.world.app.app.db.read.prefixes.page(
      { limit: 100, after: null, column: 'id', descending: false },
      { purposes: ['instance'] },
    );
    const [resting, another] = given.filter(({ released_at }) => released_at !== null);
    t.equal(another, undefined);
    for (const host of house.hosts) host.world.faults.fail = null;
    const row = await house.make({ ports: [port] });
    const numbers = (await house.world.app.app.db.read.instances.onServer(row.server_id)).map(
      ({ host_index }) => host_index ?? 0,
    );
    t.same(numbers.sort(), [...numbers.keys()], 'its number was free again');
    const [machine] = await house.core.machines.describe([row]);
    t.equal(machine?.ports.length, 1);
    t.ok(resting && machine?.prefix?.prefix !== blockText(resting), 'the /64 rests first');
  });

  await t.test(
    'a burst bound is what the host is told, and never taken for what is guaranteed',
    async (t) => {
      await house.world.app.must(
        'plan.update',
        { plan_id: 1, plan_burst_memory_mb: 1536 },
        { token: house.world.adminToken },
      );
      const row = await house.make({ network: 'profile' });
      t.match(row, { memory_mb: 1024, burst_memory_mb: 1536 });
      const there = house.hosts[row.server_id - 2]?.instance(row.lxd_name);
      t.equal(there?.config['limits.memory'], '1536MiB');
      const change = { instance_id: row.id, instance_description: 'another', wait: 20 };
      await house.world.app.must('instance.update', change, { token: house.world.userToken });
      t.match(await house.row(row.id), { memory_mb: 1024, burst_memory_mb: 1536 }, 'after a change, too');
      await house.world.app.must(
        'plan.update',
        { plan_id: 1, plan_burst_memory_mb: null },
        { token: house.world.adminToken },
      );
    },
  );

  await t.test('what cannot be is refused, and nothing is left of it', async (t) => {
    const { world } = house;
    const { db } = world.app.app;
    const count = async (): Promise<number> =>
      (await Promise.all([2, 3].map((id) => db.read.instances.onServer(id)))).flat().length;
    const before = await count();
    t.match(await refusal(house, { place: { location_id: 99 } }), /^not_found: location_id/);
    t.match(await refusal(house, { size: { plan_id: 99 } }), /^not_found: plan_id/);
    t.match(await refusal(house, { image: { os_id: 99 } }), /^not_found: os_id/);
    t.match(await refusal(house, { project_id: 1 }), /^not_found: project_id/, "the administrator's");
    t.match(
      await refusal(house, { place: { server_id: 2 } }),
      /^not_found: server_id/,
      'SEC-20: not granted',
    );
    t.match(await refusal(house, { owner_user_id: 1 }), /^forbidden/);
    t.match(await refusal(house, { image: { alias: 'nonesuch' } }), /^not_found: .*nonesuch/);
    for (const hostname of [
      '',
      '-a',
      'a-',
      'a..b',
      'a b',
      'a'.repeat(64),
      `${'a.'.repeat(130)}a`,
      'ä',
      'a\n',
    ]) {
      t.match(await refusal(house, { hostname }), /^invalid_params: hostname/, JSON.stringify(hostname));
    }
    t.match(await refusal(house, { env: { 'A B': '1' } }), /^forbidden/, 'SEC-24');
    t.match(
      await refusal(house, { env: { A: 'x\nlxc.mount.entry = / mnt' } }, world.adminToken),
      /^forbidden/,
    );
    t.match(
      await refusal(house, { size: { vcpus: 0, memory_mb: 1, disk_mb: null } }),
      /^invalid_params: vcpus/,
    );
    const port = { protocol: 'tcp', host_port: 25_000, guest_port: 80, is_primary: true } as const;
    t.equal(await refusal(house, { ports: [port] }), 'ok');
    t.match(
      await refusal(house, { size: { vcpus: 1, memory_mb: 512, disk_mb: null }, ports: [port, port] }),
      /ports/,
    );
    await world.app.must('plan.update', { plan_id: 1, plan_location_ids: [2] }, { token: world.adminToken });
    t.match(await refusal(house, {}), /^invalid_params: plan_id/, 'not to be had there');
    await world.app.must('os.update', { os_id: 1, os_hidden: true }, { token: world.adminToken });
    t.match(await refusal(house, { size: { vcpus: 1, memory_mb: 64, disk_mb: null } }), /^not_found: os_id/);
    t.equal(await count(), before + 1);
  });

  await t.test('SEC-09 the keys of who was disabled open nothing new', async (t) => {
    const { world, core } = house;
    await world.app.must('user.disable', { user_id: 2, user_disabled: true }, { token: world.adminToken });
    const size = { vcpus: 1, memory_mb: 64, disk_mb: null };
    const wish = house.wish({ owner_user_id: 2, network: 'profile', size });
    const { instance_id } = await core.machines.create(house.as(world.adminToken), wish, { wait: 20 });
    const row = await house.row(instance_id);
    const told = guest(house.hosts[row.server_id - 2]?.instance(row.lxd_name)?.config ?? {});
    t.equal(told['hostname'], 'vm_1');
    t.notOk('ssh_authorized_keys' in told);
  });
});
