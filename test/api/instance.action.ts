// instance.action: every action, what refuses it, and how several on one instance queue.
import { until } from '../support/until.js';
import { apiCase, codeOf, detailOf, history, instance, must, over, refused } from './case.js';

const act = (instance_id: number, instance_status: string, more: object = {}) => ({
  instance_id,
  instance_status,
  ...more,
});

export const cases = [
  apiCase('every action, named either way, with its event and the state after it', async (t, world) => {
    const steps: [string, string, string][] = [
      ['restart', 'running', 'instance.restarted'],
      ['freeze', 'frozen', 'instance.frozen'],
      ['unfreeze', 'running', 'instance.unfrozen'],
      ['restart-force', 'running', 'instance.restarted'],
      ['stop', 'stopped', 'instance.stopped'],
      ['start', 'running', 'instance.started'],
      ['stop-force', 'stopped', 'instance.stopped'],
    ];
    for (const [index, [action, status, event]] of steps.entries()) {
      const params =
        index % 2 === 0
          ? act(1, action, { wait: 20 })
          : { server_id: 1, instance_name: 'web-1', instance_status: action, provider: 'lxd', wait: 20 };
      const done = await must(world, 'instance.action', params);
      t.match(
        done.attributes,
        { response: true, operation_status: 'success', operation_position: 0 },
        action,
      );
      t.equal((await instance(world, 1))['instance_status'], status);
      const told = await history(world, { instance_id: 1 });
      t.same(
        told.filter((one) => one['operation_id'] === done.attributes['operation_id']).map(({ type }) => type),
        ['operation.created', event, 'operation.finished'],
        `${action}: created, ${event}, finished`,
      );
    }
  }),

  apiCase('what the state does not allow is bad_state, with the fix', async (t, world) => {
    const refusal = async (id: number, action: string): Promise<string> => {
      const answer = await world.app.call('instance.action', act(id, action), { token: world.userToken });
      t.equal(codeOf(answer), 'bad_state', `${action} of ${id}`);
      return detailOf(answer);
    };
    t.match(await refusal(1, 'start'), /runs already/);
    for (const action of ['stop', 'stop-force', 'restart', 'restart-force', 'freeze']) {
      t.match(await refusal(2, action), /start it first/);
    }
    t.match(await refusal(2, 'unfreeze'), /frozen/);
    const missing = await world.app.call('instance.action', { instance_id: 1 }, { token: world.userToken });
    t.equal(codeOf(missing), 'invalid_params');
    for (const action of ['start', 'stop-force', 'unfreeze'])
      t.match(detailOf(missing), action, 'the actions are listed');
    t.equal(await refused(world, 'instance.action', { instance_status: 'start' }), 'invalid_params');
    t.equal(await refused(world, 'instance.action', act(99, 'start')), 'not_found');
  }),

  apiCase(
    'REL-72 several on one instance: one at a time, in order, with visible positions',
    async (t, world) => {
      world.host.faults.hold = () => true;
      const ids: number[] = [];
      for (const action of ['stop', 'start', 'freeze', 'unfreeze']) {
        const { attributes } = await must(world, 'instance.action', act(1, action));
        ids.push(Number(attributes['operation_id']));
        t.equal(attributes['operation_position'], ids.length - 1, action);
      }
      await until(async () => (await instance(world, 1))['instance_status'] === 'stopping', {
        what: 'its word',
      });
      const other = await must(world, 'instance.action', act(2, 'start'));
      t.equal(other.attributes['operation_position'], 0, 'another instance does not wait');
      await must(world, 'operation.cancel', { operation_id: ids[2] });
      t.match(await over(world, ids[2] ?? 0), {
        operation_status: 'cancelled',
        operation_error_code: 'cancelled',
      });
      const shown = await must(world, 'operation.get', { operation_id: ids[3] });
      t.equal(shown.attributes['operation_position'], 2, 'who stood behind it moves up');
      world.host.faults.hold = null;
      world.host.release();
      t.match(await over(world, ids[0] ?? 0), { operation_status: 'success' });
      t.match(await over(world, ids[1] ?? 0), { operation_status: 'success' });
      t.match(
        await over(world, ids[3] ?? 0),
        { operation_status: 'failure', operation_error_code: 'bad_state' },
        'unfreeze of what was not frozen after all',
      );
      t.same(world.host.overlaps, [], 'the host never had two at once');
      t.equal((await instance(world, 1))['instance_status'], 'running');
    },
  ),

  apiCase('REL-72 8 clients x 10 updates and restarts on one instance: all succeed', async (t, world) => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, n) =>
        n % 4 === 0
          ? world.app.call('instance.action', act(1, 'restart-force', { wait: 60 }), {
              token: world.userToken,
            })
          : world.app.call(
              'instance.update',
              { instance_id: 1, instance_config: { 'user.n': String(n) }, wait: 60 },
              { token: world.userToken },
            ),
      ),
    );
    t.same(
      answers.map(codeOf),
      Array.from({ length: 80 }, () => 'ok'),
    );
    t.same(world.host.overlaps, []);
  }),

  apiCase('wait: the failure of the work is the answer; without it a row says so', async (t, world) => {
    world.host.faults.fail = () => 'Failed to run: exit status 1 in /var/lib/lxd on 10.0.0.7';
    const answer = await world.app.call('instance.action', act(2, 'start', { wait: 20 }), {
      token: world.userToken,
    });
    t.match(answer, { status: 502, body: { meta: { operation_status: 'failure' } } });
    t.equal(codeOf(answer), 'host_failed');
    t.notMatch(JSON.stringify(answer.body), /var\/lib|10\.0\.0\.7/, 'SEC-35');
    const made = await must(world, 'instance.action', act(2, 'start'));
    const row = await over(world, Number(made.attributes['operation_id']));
    t.match(row, {
      operation_status: 'failure',
      operation_error_code: 'host_failed',
      operation_step: 'start',
    });
    t.equal((await instance(world, 2))['instance_status'], 'stopped');
  }),

  apiCase('wait ends when the time is up; deadline fails what has not begun', async (t, world) => {
    world.host.faults.hold = () => true;
    const first = await must(world, 'instance.action', act(1, 'stop', { wait: 0.05 }));
    t.match(first.attributes, { operation_status: /pending|running/ });
    const late = await must(world, 'instance.action', act(1, 'start', { deadline: 0.05 }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    world.host.faults.hold = null;
    world.host.release();
    t.match(await over(world, Number(late.attributes['operation_id'])), {
      operation_status: 'failure',
      operation_error_code: 'deadline',
    });
    t.match(await over(world, Number(first.attributes['operation_id'])), { operation_status: 'success' });
    t.equal(await refused(world, 'instance.action', act(1, 'start', { wait: 61 })), 'invalid_params');
    t.equal(await refused(world, 'instance.action', act(1, 'start', { deadline: 0 })), 'invalid_params');
    t.equal(
      await refused(world, 'instance.action', act(1, 'start', { on_unreachable: 'hope' })),
      'invalid_params',
    );
  }),

  apiCase(
    'REL-64 the host is restarted in the middle: the end is true, and nothing stays open',
    async (t, world) => {
      world.host.faults.hold = ({ instance }) => instance === 'web-1';
      const made = await must(world, 'instance.action', act(1, 'stop'));
      const behind = await must(world, 'instance.action', act(2, 'start', { on_unreachable: 'queue' }));
      await until(() => world.host.seen('PUT', /web-1\/state$/).length === 1, {
        what: 'the stop to be sent',
      });
      world.host.faults.hold = null;
      await world.host.restart();
      const row = await over(world, Number(made.attributes['operation_id']));
      const power = world.host.instance('web-1')?.status === 'Stopped' ? 'stopped' : 'running';
      t.equal(row['operation_status'], power === 'stopped' ? 'success' : 'failure', `it is ${power}`);
      t.match(await over(world, Number(behind.attributes['operation_id'])), { operation_status: 'success' });
      await until(async () => (await instance(world, 1))['instance_status'] === power, { what: power });
      t.same(await world.app.app.db.read.operations.open(), []);
    },
  ),
];
