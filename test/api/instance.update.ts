// instance.update and instance.delete: changes as asked, refused when stale or not allowed; what is deleted is gone.
import { type Resource, apiCase, codeOf, history, instance, must, over, refused } from './case.js';

export const cases = [
  apiCase('limits, profiles, devices, configuration and description', async (t, world) => {
    world.host.world.profiles.set('big', {
      description: '',
      config: { 'limits.processes': '9' },
      devices: {},
    });
    const update = (params: object) =>
      must(world, 'instance.update', { instance_id: 1, wait: 20, ...params });
    await update({
      instance_memory: 256,
      instance_cpu: '1-2',
      instance_config: { 'user.a': '1', 'user.b': '2' },
    });
    t.match(await instance(world, 1), {
      instance_memory: '256MiB',
      instance_cpu: '1-2',
      instance_config: { 'user.a': '1' },
    });
    await update({
      instance_memory: '',
      instance_profiles: 'default, big',
      instance_config: { 'user.a': null },
      instance_devices: { eth9: { type: 'none' } },
      instance_description: 'new',
    });
    const shown = await instance(world, 1);
    t.match(shown, {
      instance_memory: '',
      instance_cpu: '1-2',
      instance_profiles: 'default,big',
      instance_description: 'new',
    });
    t.same((shown['instance_config'] as object) ?? {}, {
      ...(shown['instance_config'] as object),
      'user.b': '2',
    });
    t.notOk('user.a' in (shown['instance_config'] as object));
    t.match(shown['instance_devices'], { eth9: { type: 'none' }, root: {} });
    const types = (await history(world, { instance_id: 1 })).map(({ type }) => type);
    t.equal(types.filter((type) => type === 'instance.updated').length, 2, 'one event each');
  }),

  apiCase('a stale etag is a conflict, the present one is not', async (t, world) => {
    const etag = async (): Promise<string> => {
      const { body } = await world.app.call('instance.get', { instance_id: 1 }, { token: world.userToken });
      return (body['meta'] as { etag: string }).etag;
    };
    const first = await etag();
    const update = (params: object): Promise<string> =>
      refused(world, 'instance.update', { instance_id: 1, instance_description: 'x', wait: 20, ...params });
    t.equal(await update({ etag: first }), 'ok');
    t.equal(await update({ etag: first, instance_description: 'y' }), 'conflict');
    t.not(await etag(), first);
    t.equal(await update({ etag: await etag(), instance_description: 'y' }), 'ok');
    t.equal(
      await refused(world, 'instance.update', { instance_id: 1 }),
      'invalid_params',
      'nothing to change',
    );
  }),

  apiCase('SEC-24 a tenant keeps what an administrator has set, and may not widen it', async (t, world) => {
    const set = { instance_id: 1, instance_config: { 'security.nesting': 'true' }, wait: 20 };
    t.equal(await refused(world, 'instance.update', set), 'forbidden');
    await must(world, 'instance.update', set, world.adminToken);
    t.equal(
      await refused(world, 'instance.update', { ...set, instance_description: 'same' }),
      'ok',
      'sent back unchanged',
    );
    const change = (instance_config: object): Promise<string> =>
      refused(world, 'instance.update', { instance_id: 1, instance_config });
    t.equal(await change({ 'security.nesting': 'false' }), 'forbidden');
    t.equal(await change({ 'security.nesting': null }), 'forbidden');
    t.equal(await change({ 'raw.lxc': 'x' }), 'forbidden');
    t.equal(await change({ 'user.gantry.uuid': null }), 'forbidden');
    const devices = { d: { type: 'unix-char', path: '/dev/kmsg' } };
    t.equal(
      await refused(world, 'instance.update', { instance_id: 1, instance_devices: devices }),
      'forbidden',
    );
  }),

  apiCase('deleting: stopped ones, running ones by force, and the name is free again', async (t, world) => {
    t.equal(await refused(world, 'instance.delete', { instance_id: 1 }), 'bad_state');
    const gone = await must(world, 'instance.delete', { instance_id: 2, wait: 20 });
    t.match(gone.attributes, { operation_status: 'success' });
    t.equal(world.host.instance('web-2'), undefined);
    t.equal(await refused(world, 'instance.get', { instance_id: 2 }), 'not_found');
    await must(world, 'instance.delete', { server_id: 1, instance_name: 'web-1', force: true, wait: 20 });
    t.equal(world.host.instance('web-1'), undefined);
    t.same(await must<Resource[]>(world, 'instance.list'), []);
    const told = await history(world, { type: 'instance.deleted' });
    t.same(
      told.map(({ instance_id }) => instance_id),
      [2, 1],
      'one event each',
    );
    const work = await over(world, Number(gone.attributes['operation_id']));
    t.equal(work['operation_status'], 'success', 'its operation can still be read by its owner');
    t.equal(
      codeOf(
        await world.app.call(
          'operation.get',
          { operation_id: work['operation_id'] },
          { token: world.userToken },
        ),
      ),
      'ok',
    );
    const again = { server_id: 1, instance_name: 'web-1', instance_image: 'busybox', wait: 20 };
    t.equal((await must(world, 'instance.add', again)).attributes['instance_id'], 3);
  }),

  apiCase(
    'while it is being deleted nothing else begins, and a deletion that fails leaves it as it was',
    async (t, world) => {
      world.host.faults.hold = () => true;
      const made = await must(world, 'instance.delete', { instance_id: 2 });
      t.equal(
        await refused(world, 'instance.action', { instance_id: 2, instance_status: 'start' }),
        'bad_state',
      );
      t.equal(await refused(world, 'instance.delete', { instance_id: 2 }), 'bad_state');
      world.host.faults.hold = null;
      world.host.faults.fail = () => 'no';
      world.host.release();
      t.match(await over(world, Number(made.attributes['operation_id'])), { operation_status: 'failure' });
      world.host.faults.fail = null;
      t.equal(
        await refused(world, 'instance.action', { instance_id: 2, instance_status: 'start', wait: 20 }),
        'ok',
      );
    },
  ),
];
