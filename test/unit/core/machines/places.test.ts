// Where machines are made: the least allocated server, many at once, no room left, and images from everywhere.
import t from 'tap';
import { parse } from 'yaml';
import type { MachineWish } from '../../../../src/core/core.js';
import { isAppError } from '../../../../src/errors.js';
import { until } from '../../../support/until.js';
import { machineWorld, refusal } from './world.js';

t.setTimeout(120_000);

t.test('at a place with two servers', async (t) => {
  const house = await machineWorld(t);
  const { db } = house.world.app.app;
  const on = async (size: MachineWish['size']): Promise<number> =>
    (await house.make({ size, network: 'profile' })).server_id;
  const small = { vcpus: 1, memory_mb: 512, disk_mb: null };

  await t.test('the least allocated server, and the lowest ordinal on a tie', async (t) => {
    const big = { vcpus: 3, memory_mb: 512, disk_mb: null };
    t.equal(await on(big), 2, 'a tie: ordinal 0');
    t.equal(await on(small), 3);
    t.equal(await on(small), 3);
    t.equal(await on({ ...small, memory_mb: 2048 }), 3, 'up to the third CPU');
    t.equal(await on(small), 2, 'as many CPUs, less memory');
  });

  await t.test(
    'SEC-25 100 at once in one place: no /64, number or port twice, and a quota of five is five',
    async (t) => {
      const { world, core } = house;
      const all = async (count: number, given: (index: number) => Partial<MachineWish>): Promise<string[]> =>
        Promise.all(
          Array.from({ length: count }, async (_, index) => {
            try {
              await core.machines.create(house.as(world.adminToken), house.wish(given(index)), {});
              return 'ok';
            } catch (error) {
              return isAppError(error) ? error.code : String(error);
            }
          }),
        );
      const outcome = await all(100, (index) => ({
        project_id: 1,
        hostname: `vm-${index}`,
        ports: [{ protocol: 'tcp', host_port: 0, guest_port: 80, is_primary: true }],
      }));
      t.same([...new Set(outcome)], ['ok']);
      const rows = (await Promise.all([2, 3].map((id) => db.read.instances.onServer(id))))
        .flat()
        .filter(({ project_id }) => project_id === 1);
      t.equal(rows.length, 100);
      const machines = await core.machines.describe(rows);
      t.equal(new Set(machines.map(({ prefix }) => prefix?.prefix)).size, 100, 'a /64 each');
      for (const server of [2, 3]) {
        const here = rows.filter(({ server_id }) => server_id === server).map(({ host_index }) => host_index);
        t.same(
          here.sort((a, b) => (a ?? 0) - (b ?? 0)),
          here.map((_, index) => index),
          `the numbers of server ${server} begin at 0 and have no gap`,
        );
      }
      t.equal(
        new Set(machines.flatMap(({ server, ports }) => ports.map((p) => `${server?.id} ${p.host_port}`)))
          .size,
        100,
      );

      await world.app.must(
        'quota.set',
        {
          user_id: 2,
          quota_resource: 'instances',
          quota_maximum:
            5 + (await db.read.instances.usage(2)).instances + (await db.read.instances.usage(4)).instances,
        },
        { token: world.adminToken },
      );
      const limited = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          refusal(house, { hostname: `q-${index}`, network: 'profile' }),
        ),
      );
      t.equal(limited.filter((code) => code === 'ok').length, 5);
      t.equal(limited.filter((code) => code.startsWith('quota_exceeded')).length, 15);
    },
  );

  await t.test('who is away or disabled is left out', async (t) => {
    await db.tx((tx) => tx.quotas.remove({ user_id: 2 }, 'instances'));
    await house.hosts[1]?.stop();
    await until(async () => (await db.read.servers.get(3))?.status === 'offline', {
      what: 'server 3 to be away',
    });
    t.equal(await on(small), 2, 'the other one is away');
    await db.tx((tx) => tx.servers.update(2, { disabled: 1 }));
    t.match(await refusal(house, {}), /^no_capacity: location_id/);
    t.match(await refusal(house, { place: { location_id: 2 } }), /^no_capacity/, 'nothing stands there');
  });
});

t.test(
  'where the best server has no address left the next one takes it, and then there is none',
  async (t) => {
    const house = await machineWorld(t, { pool: 62, app: { env: { GANTRY_IPAM_HOST_PREFIX_LENGTH: '63' } } });
    const { core, world } = house;
    const tiny = { vcpus: 1, memory_mb: 64, disk_mb: null };
    const put = async (server_id: number, size: MachineWish['size']): Promise<void> => {
      const wish = house.wish({ place: { server_id }, size, project_id: 1 });
      await core.machines.create(house.as(world.adminToken), wish, {});
    };
    await put(2, tiny);
    await put(2, tiny);
    await put(3, { ...tiny, vcpus: 8 });
    t.match(await house.make({ size: tiny }), { server_id: 3, host_index: 1 });
    const { db } = world.app.app;
    const count = async (): Promise<number> => (await db.read.instances.usage(4)).instances;
    const before = await count();
    t.match(await refusal(house, { size: tiny }), /^no_capacity/);
    t.equal(await count(), before, 'and no row of it');
  },
);

t.test(
  'images of other servers and of our own, and a virtual machine with its network in cloud-init',
  async (t) => {
    const house = await machineWorld(t, { flavour: 'incus' });
    const { world, core } = house;
    const os = async (
      os_slug: string,
      os_image_server: string,
      os_instance_type: string,
    ): Promise<number> => {
      const wish = { os_slug, os_image_alias: 'debian/13', os_image_server, os_instance_type };
      return (await world.app.must<{ id: number }>('os.add', wish, { token: world.adminToken })).id;
    };
    const url = 'https://images.example.net/streams';
    const vm = { image: { os_id: await os('vm', url, 'virtual-machine') } };
    const port = { protocol: 'tcp', host_port: 25_003, guest_port: 80, is_primary: true } as const;
    t.match(await refusal(house, { ...vm, ports: [port] }), /^unsupported/);
    const made = await core.machines.create(house.as(world.userToken), house.wish(vm), {});
    const operation = await world.app.app.db.read.operations.get(made.operation_id);
    const input = JSON.parse(operation?.input ?? '{}') as {
      type: string;
      config: Record<string, string>;
      devices: Record<string, Record<string, string>>;
    };
    t.match(input, {
      type: 'virtual-machine',
      image: { kind: 'simplestreams', server: url, alias: 'debian/13' },
      devices: { eth0: { nictype: 'routed', hwaddr: /^00:16:3e(:[0-9a-f]{2}){3}$/ } },
    });
    t.match(parse(input.config['cloud-init.network-config'] ?? ''), {
      config: [
        {
          mac_address: input.devices['eth0']?.['hwaddr'],
          subnets: [{ address: '2001:db8::2/64', gateway: '2001:db8::1' }],
        },
      ],
    });
    const own = await os('own', 'self', 'container');
    t.match(
      await refusal(house, { image: { os_id: own } }),
      /^not_found: .*debian\/13 is not in our catalogue/,
    );
  },
);
