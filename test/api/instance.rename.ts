// instance.rename: the number stays, the name is free or refused, and what waits goes to the new name.
import { until } from '../support/until.js';
import { apiCase, detailOf, history, instance, must, over, refused } from './case.js';

export const cases = [
  apiCase('the row follows the name, told once; work behind it goes to the new name', async (t, world) => {
    world.host.world.delays.other = 30;
    const rename = await must(world, 'instance.rename', { instance_id: 2, instance_rename: 'web-9' });
    const work = { instance_id: 2, instance_memory: '64' };
    const update = await must(world, 'instance.update', work);
    const start = await must(world, 'instance.action', { instance_id: 2, instance_status: 'start' });
    for (const { attributes } of [rename, update, start]) {
      const done = await over(world, Number(attributes['operation_id']));
      t.match(done, { operation_status: 'success' }, String(done['operation_kind']));
    }
    t.equal(world.host.instance('web-2'), undefined);
    t.equal(world.host.instance('web-9')?.status, 'Running');
    t.match(await instance(world, 2), { instance_name: 'web-9', instance_status: 'running' });
    t.equal(await refused(world, 'instance.get', { server_id: 1, instance_name: 'web-2' }), 'not_found');
    const told = await history(world, {
      instance_id: 2,
      type: ['instance.renamed', 'instance.deleted', 'instance.adopted'],
    });
    t.match(told, [
      {
        type: 'instance.renamed',
        operation_id: Number(rename.attributes['operation_id']),
        data: { instance_name: 'web-9', instance_old_name: 'web-2' },
      },
    ]);
    t.equal(told.length, 1);
  }),

  apiCase('names that are in use, or on their way, or none at all', async (t, world) => {
    const rename = (instance_rename: string, instance_id = 2): Promise<string> =>
      refused(world, 'instance.rename', { instance_id, instance_rename });
    for (const name of ['-a', 'a-', '1a', 'a_b', 'a/b', 'a b'])
      t.equal(await rename(name), 'invalid_params', name);
    t.equal(await rename('web-2'), 'conflict', 'its own');
    t.equal(await rename('web-1'), 'conflict');
    t.equal(await rename('free', 1), 'bad_state', 'it runs');
    world.host.faults.hold = () => true;
    t.equal(await rename('web-9'), 'ok');
    const add = { server_id: 1, instance_name: 'web-9', instance_image: 'busybox' };
    const answer = await world.app.call('instance.add', add, { token: world.userToken });
    t.equal(answer.status, 409);
    t.match(detailOf(answer), /web-9 is in use/);
    t.equal(await rename('web-9'), 'conflict', 'on its way');
    world.host.faults.hold = null;
    world.host.release();
    await until(async () => (await instance(world, 2))['instance_name'] === 'web-9');
    t.equal(
      await refused(world, 'instance.add', { ...add, instance_name: 'web-2', wait: 20 }),
      'ok',
      'free again',
    );
  }),

  apiCase('one that fails leaves the name, and a name that others took on the host', async (t, world) => {
    world.host.add('stranger');
    world.host.faults.fail = ({ description }) => (description === 'Renaming instance' ? 'no' : null);
    const rename = (instance_rename: string): Promise<string> =>
      refused(world, 'instance.rename', { instance_id: 2, instance_rename, wait: 20 });
    t.equal(await rename('web-9'), 'host_failed');
    t.match(await instance(world, 2), { instance_name: 'web-2', instance_status: 'stopped' });
    world.host.faults.fail = null;
    t.equal(await rename('stranger'), 'conflict');
    t.equal(await rename('web-9'), 'ok');
    t.same((await history(world, { instance_id: 2, type: 'instance.deleted' })).length, 0);
  }),

  apiCase('events of before that arrive late, twice and out of order change nothing', async (t, world) => {
    Object.assign(world.host.faults, { reorder_events: true, duplicate_events: true, delay_events_ms: 20 });
    for (let turn = 0; turn < 4; turn += 1) {
      await must(world, 'instance.update', { instance_id: 2, instance_config: { 'user.turn': `${turn}` } });
      const name = `web-2-${turn}`;
      await must(world, 'instance.rename', { instance_id: 2, instance_rename: name, wait: 20 });
      t.match(await instance(world, 2), { instance_name: name });
    }
    const told = await history(world, { instance_id: 2 });
    const count = (type: string): number => told.filter((event) => event['type'] === type).length;
    t.equal(count('instance.renamed'), 4);
    t.equal(count('instance.deleted') + count('instance.adopted'), 0);
  }),
];
