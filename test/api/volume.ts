// volume.*: made, attached and deleted by owners alone; paths and names that lead astray are refused.
import { type Resource, apiCase, history, instance, must, over, refused } from './case.js';

const SPARE = { server_id: 1, pool_name: 'default', volume_name: 'spare' };

export const cases = [
  apiCase('attached and detached once each, with a device called like the volume', async (t, world) => {
    const { adminToken } = world;
    const call = (method: string, params: object = {}, token = adminToken): Promise<string> =>
      refused(world, method, { ...SPARE, instance_id: 1, wait: 20, ...params }, token);
    const path = { volume_path: '/srv/data' };
    t.equal(await call('volume.attach', path), 'ok');
    const { instance_devices } = await instance(world, 1);
    t.match(instance_devices, {
      spare: { type: 'disk', pool: 'default', source: 'spare', path: '/srv/data' },
    });
    t.equal(await call('volume.attach', path), 'conflict', 'attached already');
    t.equal(await refused(world, 'volume.delete', SPARE, adminToken), 'conflict', 'in use');
    t.equal(await call('volume.detach'), 'ok');
    t.notOk('spare' in ((await instance(world, 1))['instance_devices'] as object));
    t.equal(await call('volume.detach'), 'bad_state', 'not attached any more');
    await must(world, 'volume.add', { ...SPARE, volume_name: 'eth0' }, adminToken);
    t.equal(
      await call('volume.attach', { ...path, volume_name: 'eth0' }),
      'conflict',
      'a device has the name',
    );
    await must(
      world,
      'volume.add',
      { ...SPARE, volume_name: 'raw', volume_content_type: 'block' },
      adminToken,
    );
    t.equal(
      await call('volume.attach', { volume_name: 'raw' }),
      'invalid_params',
      'a disk for machines only',
    );
    t.equal(await call('volume.attach', { volume_name: 'raw', ...path }), 'invalid_params');
    const types = (await history(world, { instance_id: 1 })).map(({ type }) => String(type));
    t.same(
      types.filter((type) => type.startsWith('volume.')),
      ['volume.attached', 'volume.detached'],
    );
  }),

  apiCase('SEC-20 SEC-24 who may not, and what may not be', async (t, world) => {
    const { adminToken, userToken, otherToken } = world;
    const attach = (params: object, token = adminToken): Promise<string> =>
      refused(world, 'volume.attach', { ...SPARE, instance_id: 1, volume_path: '/srv/x', ...params }, token);
    for (const volume_path of ['/..', '/a/../b', '/./a', '//a', '/a/', 'a/b', '/a\nb']) {
      t.equal(await attach({ volume_path }), 'invalid_params', JSON.stringify(volume_path));
    }
    for (const volume_name of ['..', 'a/b', 'a b', '-a']) {
      t.equal(await attach({ volume_name }), 'invalid_params', volume_name);
      const made = refused(world, 'volume.add', { ...SPARE, volume_name }, adminToken);
      t.equal(await made, 'invalid_params', volume_name);
    }
    t.equal(await attach({}, userToken), 'forbidden', 'who only uses the server');
    t.equal(await attach({}, otherToken), 'not_found', 'who does not see it');
    t.equal(await refused(world, 'volume.delete', SPARE, userToken), 'forbidden');
    t.equal(
      await refused(world, 'volume.delete', { ...SPARE, volume_name: 'web-1' }, adminToken),
      'not_found',
    );
    t.same(await must<Resource[]>(world, 'volume.list', { server_id: 1 }), [], 'volumes are for owners');
    t.equal((await must<Resource[]>(world, 'pool.list', { server_id: 1 })).length, 1);
  }),

  apiCase('what comes first in the queue decides, not what is true at the call', async (t, world) => {
    const { adminToken } = world;
    world.host.faults.hold = ({ description }) => description === 'Freezing instance';
    await must(world, 'instance.action', { instance_id: 1, instance_status: 'freeze' });
    const call = async (method: string, more: object = {}): Promise<number> => {
      const { attributes } = await must(world, method, { ...SPARE, instance_id: 1, ...more }, adminToken);
      return Number(attributes['operation_id']);
    };
    const first = await call('volume.attach', { volume_path: '/srv/data' });
    const second = await call('volume.attach', { volume_path: '/srv/data' });
    const third = await call('volume.detach');
    world.host.faults.hold = null;
    world.host.release();
    t.match(await over(world, first), { operation_status: 'success' });
    t.match(await over(world, second), { operation_status: 'failure', operation_error_code: 'conflict' });
    t.match(await over(world, third), { operation_status: 'success' });
  }),
];
