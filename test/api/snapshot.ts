// snapshot.*: made, restored and deleted; a restore gives nobody what he may not set, and does not exceed the quota.
import { until } from '../support/until.js';
import { type Resource, apiCase, history, instance, must, over, refused } from './case.js';

export const cases = [
  apiCase('made, restored and deleted once each; what passes meanwhile is not told', async (t, world) => {
    const call = (method: string, params: object = {}): Promise<string> =>
      refused(world, method, { instance_id: 1, snapshot_name: 'one', wait: 20, ...params });
    world.host.world.delays.other = 30;
    world.host.world.delays.stop = 30;
    t.equal(await call('snapshot.add'), 'ok');
    t.equal(await call('snapshot.add'), 'conflict', 'the name is taken');
    t.equal(await call('snapshot.add', { snapshot_name: 'with-memory', stateful: true }), 'unsupported');
    t.equal(
      await refused(world, 'snapshot.add', { instance_id: 2, snapshot_name: 'x', stateful: true }),
      'bad_state',
    );
    for (const snapshot_name of ['..', '.', 'a/b', 'a b', '-a', '']) {
      t.equal(await call('snapshot.add', { snapshot_name }), 'invalid_params', snapshot_name);
      t.equal(await call('snapshot.restore', { snapshot_name }), 'invalid_params', snapshot_name);
      t.equal(await call('snapshot.delete', { snapshot_name }), 'invalid_params', snapshot_name);
    }
    const rows = await must<Resource[]>(world, 'snapshot.list', { instance_id: 1 });
    t.match(rows, [{ type: 'snapshot', attributes: { snapshot_name: 'one', instance_name: 'web-1' } }]);
    await must(world, 'instance.update', {
      instance_id: 1,
      instance_config: { 'user.since': '1' },
      wait: 20,
    });
    t.equal(await call('snapshot.restore'), 'ok');
    const shown = await instance(world, 1);
    t.equal(shown['instance_status'], 'running');
    t.notOk('user.since' in (shown['instance_config'] as object));
    t.equal(await call('snapshot.delete'), 'ok');
    t.equal(await call('snapshot.delete'), 'not_found');
    t.equal(await call('snapshot.restore'), 'not_found');
    const types = (await history(world, { instance_id: 1 })).map(({ type }) => String(type));
    t.same(
      types.filter((type) => /^snapshot|frozen|stopped/.test(type)),
      ['snapshot.created', 'snapshot.restored', 'snapshot.deleted'],
    );
    t.same(world.host.overlaps, []);
  }),

  apiCase('SEC-24 a restore does not bring back what the caller may not set', async (t, world) => {
    const { adminToken } = world;
    const restore = (token: string): Promise<string> =>
      refused(world, 'snapshot.restore', { instance_id: 1, snapshot_name: 'wide', wait: 20 }, token);
    const set = (value: string | null) =>
      must(
        world,
        'instance.update',
        { instance_id: 1, instance_config: { 'security.nesting': value }, wait: 20 },
        adminToken,
      );
    await set('true');
    await must(world, 'snapshot.add', { instance_id: 1, snapshot_name: 'wide', wait: 20 });
    t.equal(await restore(world.userToken), 'ok', 'nothing changes by it');
    await set(null);
    t.equal(await restore(world.userToken), 'forbidden', 'set again');
    await must(world, 'snapshot.add', { instance_id: 1, snapshot_name: 'narrow', wait: 20 });
    t.equal(await restore(adminToken), 'ok');
    const back = { instance_id: 1, snapshot_name: 'narrow', wait: 20 };
    t.equal(await refused(world, 'snapshot.restore', back), 'forbidden', 'taken away again');
    t.equal(await refused(world, 'snapshot.restore', back, world.otherToken), 'not_found');
  }),

  apiCase(
    'SEC-25 a restore takes from the quota, and one that fails gives it back',
    async (t, world) => {
      const set = (instance_memory: string) =>
        must(world, 'instance.update', { instance_id: 2, instance_memory, wait: 20 });
      const restore = { instance_id: 2, snapshot_name: 'big', wait: 20 };
      await set('400');
      await must(world, 'snapshot.add', { instance_id: 2, snapshot_name: 'big', wait: 20 });
      await set('100');
      await must(world, 'instance.update', { instance_id: 1, instance_memory: '300', wait: 20 });
      t.equal(await refused(world, 'snapshot.restore', restore), 'quota_exceeded');
      await must(world, 'instance.update', { instance_id: 1, instance_memory: '100', wait: 20 });
      world.host.faults.fail = ({ description }) => (description === 'Restoring snapshot' ? 'no' : null);
      t.equal(await refused(world, 'snapshot.restore', restore), 'host_failed');
      world.host.faults.fail = null;
      t.equal(
        await refused(world, 'instance.update', { instance_id: 1, instance_memory: '400', wait: 20 }),
        'ok',
      );
    },
    { app: { env: { GANTRY_QUOTAS_MEMORY_MB: '500' } } },
  ),

  apiCase('a daemon that dies meanwhile: what it left is made anew', async (t, world) => {
    world.host.faults.hold = ({ description }) => /snapshot/i.test(description);
    const work = { instance_id: 2, snapshot_name: 'half' };
    const made = await must(world, 'snapshot.add', work);
    const id = Number(made.attributes['operation_id']);
    await world.host.restart();
    world.host.faults.hold = null;
    t.match(await over(world, id), { operation_status: 'success' });
    const names = async (): Promise<unknown[]> => {
      const { body } = await world.app.call('snapshot.list', { instance_id: 2 }, { token: world.userToken });
      const rows = (body['data'] ?? []) as Resource[];
      return rows.map(({ attributes }) => attributes['snapshot_name']);
    };
    await until(async () => (await names()).length > 0, { what: 'the server to be back' });
    t.same(await names(), ['before', 'half']);
    t.equal((await history(world, { type: 'snapshot.created' })).length, 1, 'told once');
  }),
];
