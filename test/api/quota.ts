// Quotas: set, shown, and kept also by many calls at once and by many projects.
import type { World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

type Dict = Record<string, unknown>;

const SHOP = 4;

async function quota(world: World, of: Dict, resource: string, token = world.userToken): Promise<Dict> {
  const rows = await must<Resource[]>(world, 'quota.list', of, token);
  const found = rows.find(({ attributes }) => attributes['quota_resource'] === resource);
  if (found === undefined) throw new Error(`no quota of ${resource}`);
  const { quota_maximum: maximum, quota_source: source, quota_used: used } = found.attributes;
  return { maximum, source, used };
}

function set(world: World, of: Dict, quota_resource: string, quota_maximum: number | null): Promise<unknown> {
  return must(world, 'quota.set', { ...of, quota_resource, quota_maximum }, world.adminToken);
}

function add(world: World, instance_name: string, more: Dict = {}): Promise<string> {
  const wish = { server_id: 1, instance_name, instance_image: 'busybox', ...more };
  return refused(world, 'instance.add', wish);
}

export const cases = [
  apiCase(
    'SEC-25 a hundred at once with room for five: five',
    async (t, world) => {
      // Two stand already.
      await set(world, { user_id: 2 }, 'instances', 7);
      const names = Array.from({ length: 100 }, (_one, index) => `many-${index}`);
      const codes = await Promise.all(
        // Half of them in another project of hers: one quota binds both.
        names.map((name, index) => add(world, name, index % 2 === 0 ? {} : { project_id: SHOP })),
      );
      t.equal(codes.filter((code) => code === 'ok').length, 5);
      t.equal(codes.filter((code) => code === 'quota_exceeded').length, 95);
      t.same(await quota(world, {}, 'instances'), { maximum: 7, source: 'user', used: 7 });
      const open = await world.app.app.db.read.operations.open();
      for (const { id } of open) await must(world, 'operation.get', { operation_id: id, wait: 20 });
    },
    {
      app: {
        env: { GANTRY_LIMITS_MESSAGES_PER_SECOND: '10000' },
      },
    },
  ),

  apiCase(
    'SEC-25 project before user before configuration',
    async (t, world) => {
      const { adminToken, otherToken } = world;
      const shop = { project_id: SHOP };
      t.same(await quota(world, {}, 'instances'), { maximum: 3, source: 'default', used: 2 });
      t.same(await quota(world, shop, 'instances'), { maximum: 3, source: 'default', used: 2 }, 'shared');
      t.equal(await add(world, 'third-1', { wait: 20 }), 'ok');
      const made = await must(world, 'project.add', { project_name: 'more room' });
      const over = await world.app.call(
        'instance.add',
        { server_id: 1, instance_name: 'fourth-1', instance_image: 'busybox', project_id: made.id },
        { token: world.userToken },
      );
      t.match([codeOf(over), detailOf(over)], ['quota_exceeded', /3 instances is used up \(3 in use\)/]);

      await set(world, shop, 'instances', 1);
      t.same(await quota(world, shop, 'instances'), { maximum: 1, source: 'project', used: 0 }, 'its own');
      t.equal(await add(world, 'shop-1', { ...shop, instance_memory: '100', wait: 20 }), 'ok');
      t.equal(await add(world, 'shop-2', shop), 'quota_exceeded');
      t.match(
        await quota(world, {}, 'instances'),
        { maximum: 3, used: 3 },
        'what has its own does not count twice',
      );
      t.match(await quota(world, {}, 'memory_mb'), { used: 100 }, 'but for what it has no own');

      await set(world, { user_id: 2 }, 'memory_mb', 150);
      const row = await world.app.app.db.read.instances.named(1, 'shop-1');
      const grow = { instance_id: row[0]?.id, instance_memory: '200' };
      t.equal(await refused(world, 'instance.update', grow), 'quota_exceeded');
      const unbound = { instance_id: row[0]?.id, instance_config: { 'limits.memory': null } };
      t.equal(await refused(world, 'instance.update', unbound), 'quota_exceeded', 'no limit is no way out');
      world.host.faults.hold = () => true;
      const first = await must(world, 'instance.update', {
        instance_id: row[0]?.id,
        instance_description: 'x',
      });
      const shrink = { instance_id: row[0]?.id, instance_memory: '50' };
      const waiting = await must(world, 'instance.update', shrink);
      t.match(await quota(world, {}, 'memory_mb'), { used: 100 }, 'queued, it has given nothing back');
      await must(world, 'operation.cancel', { operation_id: waiting.attributes['operation_id'] });
      t.match(await quota(world, {}, 'memory_mb'), { used: 100 });
      world.host.faults.hold = null;
      world.host.release();
      await must(world, 'operation.get', { operation_id: first.attributes['operation_id'], wait: 20 });
      await must(world, 'instance.update', { ...shrink, wait: 20 });
      t.match(await quota(world, {}, 'memory_mb'), { used: 50 }, 'done, it has');
      t.equal(await refused(world, 'instance.update', grow, adminToken), 'ok', 'administrators have none');
      await set(world, { user_id: 2 }, 'memory_mb', null);
      t.match(await quota(world, {}, 'memory_mb'), { maximum: null, source: 'default' });
      t.match(await quota(world, {}, 'volumes'), { maximum: null, used: null });

      const club = await must(world, 'project.add', { project_name: 'club' }, adminToken);
      const alice = { project_id: club.id, user_id: 2, roles: ['collaborator'] };
      await must(world, 'project.member.add', alice, adminToken);
      t.equal(await add(world, 'club-1', { project_id: club.id, wait: 20 }), 'ok', 'measured by itself');
      t.equal(await refused(world, 'quota.list', { project_id: club.id }), 'forbidden', 'for owners');

      t.equal(await refused(world, 'quota.list', shop, otherToken), 'not_found', 'SEC-20');
      t.equal(await refused(world, 'quota.list', { user_id: 2 }, otherToken), 'not_found', 'SEC-20');
      t.match(await quota(world, { user_id: 2 }, 'instances', adminToken), { used: 3 });
      const both = { user_id: 2, project_id: SHOP };
      t.equal(await refused(world, 'quota.list', both, adminToken), 'invalid_params');
      const told = await history(world, { type: 'quota.changed' });
      t.match(told, [
        { project_id: SHOP, data: { project_id: SHOP, quota_resource: 'instances', quota_maximum: 1 } },
        { project_id: 2, data: { user_id: 2, quota_resource: 'memory_mb', quota_maximum: 150 } },
        { project_id: 2, data: { quota_maximum: null } },
      ]);
      t.equal(
        (await must<Resource[]>(world, 'event.list', { filter: { type: 'quota.*' } })).length,
        3,
        'she hears it',
      );
    },
    { app: { env: { GANTRY_QUOTAS_INSTANCES: '3' } } },
  ),
];
