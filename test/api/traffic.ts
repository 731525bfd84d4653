// traffic.get: counted across stops and starts, in hours, and the limits of a plan told once.
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { apiCase, history, must } from './case.js';

const carry = (world: World, rx: number, tx: number): void =>
  world.host.world.traffic.carry(world.host.world.need('default', 'web-1'), rx, tx);

const traffic = async (world: World, more: object = {}): Promise<Record<string, unknown>> =>
  (await must(world, 'traffic.get', { instance_id: 1, ...more })).attributes;

const act = (world: World, instance_status: string): Promise<unknown> =>
  must(world, 'instance.action', { instance_id: 1, instance_status, wait: 20 });

export const cases = [
  apiCase('what was carried counts once, across stops, restarts and suspension', async (t, world) => {
    t.match(await traffic(world), { traffic_in: 0, traffic_out: 0, sampled_at: null, traffic_hours: [] });
    carry(world, 1000, 10);
    await act(world, 'stop');
    t.match(await traffic(world), { traffic_in: 1000, traffic_out: 10 }, 'read right before it was stopped');
    await act(world, 'start');
    carry(world, 5000, 50);
    await act(world, 'restart-force');
    t.match(
      await traffic(world),
      { traffic_in: 6000, traffic_out: 60 },
      'more than before the stop, all of it',
    );
    carry(world, 1, 1);
    for (const what of ['suspend', 'unsuspend']) {
      await must(world, `instance.${what}`, { instance_id: 1, wait: 20 }, world.adminToken);
    }
    carry(world, 2, 2);
    const { core } = world.app.app.core;
    await Promise.all([1, 1, 1].map((id) => core.traffic.sample(id)));
    const shown = await traffic(world);
    t.match(shown, { traffic_in: 6003, traffic_out: 63 });
    const hours = shown['traffic_hours'] as { traffic_in: number }[];
    t.equal(
      hours.reduce((sum, one) => sum + one.traffic_in, 0),
      6003,
      'the hours sum up to it',
    );
    t.same((await traffic(world, { from: 0, until: 10 }))['traffic_hours'], []);
    t.same(
      [...(await core.traffic.totals([1, 2]))],
      [
        [1, { rx: 6003, tx: 63 }],
        [2, { rx: 0, tx: 0 }],
      ],
    );
  }),

  apiCase(
    'REL-79 a host that does not answer does not hold up our stop',
    async (t, world) => {
      const { host } = world;
      const looks = ({ path }: { path: string }): boolean => path === '/1.0/instances/web-1';
      host.faults.hang = looks;
      const before = host.requests.filter(looks).length;
      await until(() => host.requests.filter(looks).length > before, { what: 'it to be read' });
      const begun = performance.now();
      await world.app.restart();
      t.ok(performance.now() - begun < 15_000, 'not as long as a host may take to answer');
    },
    { app: { env: { GANTRY_TRAFFIC_SAMPLE_SECONDS: '1' } } },
  ),

  apiCase('the limit of a plan is told once', async (t, world) => {
    const { db, core: running } = world.app.app;
    const plan = await must(
      world,
      'plan.add',
      { plan_slug: 'tiny', plan_vcpus: 1, plan_memory_mb: 64, plan_disk_mb: 64, plan_traffic_out_limit: 100 },
      world.adminToken,
    );
    const plan_id =
      plan.id ?? Number((plan as unknown as { attributes: { plan_id: number } }).attributes.plan_id);
    await db.tx((tx) => tx.instances.update(1, { plan_id }));
    for (const tx of [60, 60, 60]) {
      carry(world, 1, tx);
      await running.core.traffic.sample(1);
    }
    const told = (await history(world, { instance_id: 1 })).filter(({ type }) => type === 'traffic.limit');
    t.equal(told.length, 1);
    t.match(told[0], {
      via: 'system',
      data: { traffic_direction: 'out', traffic_limit: 100, traffic_used: 120 },
    });
    t.match(await traffic(world), { traffic_out: 180, traffic_out_limit: 100 });
  }),
];
