// operation.list, get and cancel.
import { type Resource, apiCase, must, over, refused } from './case.js';

export const cases = [
  apiCase('what is open and what is over, by page, filter and waiting', async (t, world) => {
    world.host.faults.hold = () => true;
    const made = await must(world, 'instance.action', { instance_id: 1, instance_status: 'stop' });
    const operation_id = Number(made.attributes['operation_id']);
    const list = async (params: object): Promise<number[]> =>
      (await must<Resource[]>(world, 'operation.list', params as Record<string, unknown>)).map(
        ({ id }) => id,
      );
    t.same(await list({ filter: { operation_status: ['pending', 'running'] } }), [operation_id]);
    t.same(await list({ operation_status: 'success' }), [1, 2]);
    t.same(await list({ instance_id: 1, sort: '-operation_id' }), [operation_id, 1]);
    t.same(await list({ server_id: 1, limit: 1 }), [1]);
    t.same(await list({ filter: { operation_kind: 'instance.stop' } }), [operation_id]);
    const waited = await must(world, 'operation.get', { operation_id, wait: 0.05 });
    t.match(waited.attributes, { operation_status: 'running', finished_at: null });
    const end = must(world, 'operation.get', { operation_id, wait: 20 });
    world.host.faults.hold = null;
    world.host.release();
    t.match((await end).attributes, {
      operation_status: 'success',
      operation_progress: 100,
      operation_kind: 'instance.stop',
    });
    t.match(await over(world, operation_id), {
      user_id: 2,
      server_id: 1,
      instance_id: 1,
      operation_inferred: false,
    });
    t.equal(await refused(world, 'operation.get', { operation_id }, world.otherToken), 'not_found');
    t.same(await must<Resource[]>(world, 'operation.list', {}, world.otherToken), []);
  }),

  apiCase(
    'cancelling: what waits is cancelled at once, what runs is asked, what is over is over',
    async (t, world) => {
      t.equal(await refused(world, 'operation.cancel', { operation_id: 1 }), 'bad_state');
      world.host.faults.hold = () => true;
      const running = await must(world, 'instance.action', { instance_id: 1, instance_status: 'stop' });
      const waiting = await must(world, 'instance.action', { instance_id: 1, instance_status: 'start' });
      const of = (one: Resource): { operation_id: number } => ({
        operation_id: Number(one.attributes['operation_id']),
      });
      t.equal(await refused(world, 'operation.cancel', of(waiting), world.otherToken), 'not_found');
      await must(world, 'operation.cancel', of(waiting));
      t.match(await over(world, of(waiting).operation_id), {
        operation_status: 'cancelled',
        operation_cancel_requested: true,
      });
      await must(world, 'operation.cancel', of(running));
      world.host.faults.hold = null;
      world.host.release();
      t.match(
        (await over(world, of(running).operation_id))['operation_status'],
        /success|cancelled/,
        'LXD cannot take back a stop: it goes on to its end',
      );
      t.equal(await refused(world, 'operation.cancel', of(running)), 'bad_state');
    },
  ),

  apiCase('REL-74 waiting for a host, cancelled, and its name free again', async (t, world) => {
    await world.host.down();
    const params = {
      server_id: 1,
      instance_name: 'never-1',
      instance_image: 'busybox',
      on_unreachable: 'queue',
    };
    const made = await must(world, 'instance.add', params);
    await must(world, 'operation.cancel', { operation_id: made.attributes['operation_id'] });
    t.match(await over(world, Number(made.attributes['operation_id'])), { operation_status: 'cancelled' });
    const list = await must<Resource[]>(world, 'instance.list', { filter: { instance_name: 'never-1' } });
    t.same(list, []);
  }),
];
