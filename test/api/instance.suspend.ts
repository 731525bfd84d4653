// instance.suspend and instance.unsuspend: who may, what they refuse meanwhile, and what runs all the same is stopped.
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { apiCase, codeOf, detailOf, history, instance, must, over, refused } from './case.js';

const decide = (world: World, what: 'suspend' | 'unsuspend', instance_id: number, more: object = {}) =>
  must(world, `instance.${what}`, { instance_id, wait: 20, ...more }, world.adminToken);

const act = (instance_id: number, instance_status: string) => ({ instance_id, instance_status, wait: 20 });

async function told(world: World, instance_id: number, type: string): Promise<number> {
  return (await history(world, { instance_id })).filter((one) => one['type'] === type).length;
}

export const cases = [
  apiCase('suspended: stopped, and nothing starts it; lifted: it runs as before', async (t, world) => {
    await decide(world, 'suspend', 1);
    t.match(await instance(world, 1), { instance_status: 'stopped' });
    const row = await world.app.app.db.read.instances.get(1);
    t.ok(row?.suspended_at !== null && row?.resume_on_unsuspend === 1);
    for (const action of ['start', 'restart', 'restart-force', 'unfreeze']) {
      for (const token of [world.userToken, world.adminToken]) {
        const answer = await world.app.call('instance.action', act(1, action), { token });
        t.equal(codeOf(answer), 'bad_state', action);
        t.match(detailOf(answer), /is suspended/);
      }
    }
    t.equal(await refused(world, 'instance.suspend', { instance_id: 1 }, world.adminToken), 'bad_state');
    await decide(world, 'unsuspend', 1);
    t.match(await instance(world, 1), { instance_status: 'running' });
    t.match(await world.app.app.db.read.instances.get(1), { suspended_at: null, resume_on_unsuspend: 0 });
    t.equal(await refused(world, 'instance.unsuspend', { instance_id: 1 }, world.adminToken), 'bad_state');
    t.equal(await told(world, 1, 'instance.suspended'), 1);
    t.equal(await told(world, 1, 'instance.unsuspended'), 1);
    t.equal(await told(world, 1, 'instance.suspension_kept'), 0);
  }),

  apiCase('suspended twice: the second still knows that it ran', async (t, world) => {
    world.host.faults.hold = () => true;
    const both = [];
    for (let count = 0; count < 2; count++) {
      both.push(await must(world, 'instance.suspend', { instance_id: 1 }, world.adminToken));
    }
    world.host.faults.hold = null;
    world.host.release();
    for (const { attributes } of both) {
      t.match(await over(world, Number(attributes['operation_id'])), { operation_status: 'success' });
    }
    await decide(world, 'unsuspend', 1);
    t.match(await instance(world, 1), { instance_status: 'running' });
  }),

  apiCase('one that was stopped stays stopped when it is lifted', async (t, world) => {
    await decide(world, 'suspend', 2);
    await decide(world, 'unsuspend', 2);
    t.match(await instance(world, 2), { instance_status: 'stopped' });
    await must(world, 'instance.action', act(2, 'start'));
  }),

  apiCase('SEC-20 its tenant neither suspends, nor lifts, nor cancels it', async (t, world) => {
    for (const what of ['suspend', 'unsuspend']) {
      t.equal(await refused(world, `instance.${what}`, { instance_id: 1 }), 'forbidden');
      t.equal(await refused(world, `instance.${what}`, { instance_id: 1 }, world.otherToken), 'not_found');
    }
    world.host.faults.hold = () => true;
    const made = await must(world, 'instance.suspend', { instance_id: 1 }, world.adminToken);
    const { operation_id } = made.attributes;
    t.equal(await refused(world, 'operation.cancel', { operation_id }), 'forbidden');
    world.host.faults.hold = null;
    world.host.release();
    t.match(await over(world, Number(operation_id)), { operation_status: 'success' });
  }),

  apiCase(
    'what waited for its turn is refused there; a start behind the lifting is not',
    async (t, world) => {
      world.host.faults.hold = () => true;
      const first = await must(world, 'instance.action', { ...act(1, 'stop'), wait: 0 });
      const queued = await must(world, 'instance.action', { ...act(1, 'start'), wait: 0 });
      const kept = await must(world, 'instance.suspend', { instance_id: 1 }, world.adminToken);
      t.equal(await refused(world, 'instance.action', act(1, 'start')), 'bad_state', 'at once');
      const lifted = await must(world, 'instance.unsuspend', { instance_id: 1 }, world.adminToken);
      const behind = await must(world, 'instance.action', { ...act(1, 'start'), wait: 0 });
      world.host.faults.hold = null;
      world.host.release();
      const end = async (made: { attributes: Record<string, unknown> }) =>
        (await over(world, Number(made.attributes['operation_id'])))['operation_error_code'];
      t.equal(await end(first), '');
      t.equal(await end(queued), 'bad_state', 'its turn came after it was suspended');
      t.equal(await end(kept), '');
      t.equal(await end(lifted), '');
      t.equal(await end(behind), '');
      t.match(await instance(world, 1), { instance_status: 'running' });
    },
  ),

  apiCase(
    'started on its host all the same: stopped again in our own name, with an event',
    async (t, world) => {
      await decide(world, 'suspend', 1);
      await world.host.world.changeState(world.host.world.need('default', 'web-1'), 'start', false, 1);
      await until(() => world.host.instance('web-1')?.status === 'Stopped', { what: 'it to be stopped' });
      await until(async () => (await told(world, 1, 'operation.finished')) >= 3, { what: 'the operation' });
      t.equal(await told(world, 1, 'instance.suspension_kept'), 1);
      const [last] = (await history(world, { instance_id: 1 })).filter(
        (one) => one['type'] === 'operation.finished' && one['via'] === 'system',
      );
      t.match(last, { data: { kind: 'instance.stop', status: 'success' } });
      await decide(world, 'unsuspend', 1);
      t.match(await instance(world, 1), { instance_status: 'running' }, 'it ran when it was suspended');
    },
  ),

  apiCase('one that is still being made is suspended after that', async (t, world) => {
    world.host.faults.hold = () => true;
    const added = await must(world, 'instance.add', {
      server_id: 1,
      instance_name: 'new',
      instance_image: 'busybox',
    });
    const instance_id = added.id;
    const made = await must(world, 'instance.suspend', { instance_id }, world.adminToken);
    world.host.faults.hold = null;
    world.host.release();
    t.match(await over(world, Number(made.attributes['operation_id'])), { operation_status: 'success' });
    t.equal(await told(world, instance_id, 'instance.created'), 1, 'its making was not cut short');
    t.equal(await told(world, instance_id, 'instance.started'), 1);
    t.match(await instance(world, instance_id), { instance_status: 'stopped' });
    await decide(world, 'unsuspend', instance_id);
    t.match(await instance(world, instance_id), { instance_status: 'running' });
  }),

  apiCase('a suspension that fails or is cancelled leaves no trace', async (t, world) => {
    world.host.faults.fail = () => 'Failed: no';
    const made = await must(world, 'instance.suspend', { instance_id: 1 }, world.adminToken);
    t.match(await over(world, Number(made.attributes['operation_id'])), { operation_status: 'failure' });
    t.match(await world.app.app.db.read.instances.get(1), { suspended_at: null });
    world.host.faults.fail = null;
    await must(world, 'instance.action', act(1, 'restart'));
  }),
];
