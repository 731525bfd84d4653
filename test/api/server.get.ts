// server.get and server.list: what owners and users of a server see, also while it is away; how it comes back.
import { performance } from 'node:perf_hooks';
import { until } from '../support/until.js';
import { addServer } from '../support/world.js';
import { FakeHost } from '../support/fake-host.js';
import { type Resource, apiCase, codeOf, history, instance, must, over, refused, serverIs } from './case.js';

interface WithIncluded {
  data: Resource;
  included: Resource[];
}

export const cases = [
  apiCase('an owner sees all of it, a user what is needed to make instances', async (t, world) => {
    const shown = async (token: string): Promise<WithIncluded> =>
      (await world.app.call('server.get', { server_id: 1 }, { token })).body as never;
    const own = await shown(world.adminToken);
    t.match(own.data.attributes, {
      server_name: 'lab',
      server_status: 'online',
      user_id: 1,
      server_supported_instance_types: 'container',
      server_fingerprint: world.host.fingerprint,
    });
    const types = (document: WithIncluded): string[] =>
      [...new Set(document.included.map(({ type }) => type))].sort();
    t.ok(types(own).includes('certificate') && types(own).includes('profile') && types(own).includes('pool'));
    t.equal(own.included.filter(({ type }) => type === 'instance').length, 2);
    const used = await shown(world.userToken);
    t.notOk(types(used).includes('certificate'));
    t.notOk(types(used).includes('volume'));
    const body = used.included.find(({ type }) => type === 'profile')?.attributes['profile_body'];
    t.match(body, /used_by: \[\]/, 'not who else uses it');
    await must(world, 'server.grant', { server_id: 1, user_id: 3 }, world.adminToken);
    const third = await shown(world.otherToken);
    t.equal(third.included.filter(({ type }) => type === 'instance').length, 0, "alice's are hers");
    const ids = own.included.map(({ type, id }) => `${type} ${id}`);
    t.equal(new Set(ids).size, ids.length, 'ids are unique per type');
    t.same(
      (await shown(world.adminToken)).included.map(({ type, id }) => `${type} ${id}`),
      ids,
      'and stable',
    );
  }),

  apiCase('lists by page', async (t, world) => {
    const second = await FakeHost.start({ kind: 'https' });
    t.teardown(() => second.stop());
    await addServer(world.app, second, world.adminToken);
    const list = async (params: object, token = world.adminToken) => {
      const { body } = await world.app.call('server.list', params, { token });
      return {
        ids: (body['data'] as Resource[]).map(({ id }) => id),
        next: (body['meta'] as { next: string }).next,
      };
    };
    t.same(await list({}), { ids: [1, 2], next: null });
    const first = await list({ limit: 1 });
    t.same(first.ids, [1]);
    t.same(await list({ limit: 1, after: first.next }), { ids: [2], next: null });
    t.same((await list({ sort: '-server_id' })).ids, [2, 1]);
    t.same((await list({ server_id: 2 })).ids, [2]);
    t.same((await list({}, world.userToken)).ids, [1]);
    t.same((await list({}, world.otherToken)).ids, []);
    t.equal(await refused(world, 'server.list', { after: 'x' }), 'invalid_params');
    t.equal(await refused(world, 'server.list', { sort: 'server_password' }), 'invalid_params');
  }),

  apiCase(
    'REL-74 away and back: shown as such, answered from our rows, recovered by itself in 10 s',
    async (t, world) => {
      await world.host.down();
      await serverIs(world, 'offline');
      t.match(
        await instance(world, 1),
        { instance_status: 'running', instance_stale: true },
        'the last word stands',
      );
      t.equal(
        await refused(world, 'instance.action', { instance_id: 1, instance_status: 'stop' }),
        'host_unreachable',
      );
      const answer = await world.app.call('server.get', { server_id: 1 }, { token: world.adminToken });
      t.equal(codeOf(answer), 'ok');
      const queued = await must(world, 'instance.action', {
        instance_id: 1,
        instance_status: 'stop',
        on_unreachable: 'queue',
      });
      t.match(queued.attributes, { operation_status: 'pending' });
      world.host.add('new-1', { status: 'Running', silent: true });
      world.host.remove('web-2', { silent: true });
      const before = performance.now();
      await world.host.up();
      await serverIs(world, 'online');
      t.match(await over(world, Number(queued.attributes['operation_id'])), { operation_status: 'success' });
      const names = async (): Promise<unknown[]> =>
        (await must<Resource[]>(world, 'instance.list', { sort: 'instance_name' }, world.adminToken)).map(
          ({ attributes }) => attributes['instance_name'],
        );
      await until(async () => (await names()).join() === 'new-1,web-1', { timeout_ms: 10_000 });
      t.ok(performance.now() - before < 10_000, 'converged in less than 10 s');
      t.match(await instance(world, 1), { instance_status: 'stopped', instance_stale: false });
      const types = (await history(world, { server_id: 1 })).map(({ type }) => type);
      for (const type of [
        'server.offline',
        'server.online',
        'instance.deleted',
        'instance.adopted',
        'instance.stopped',
      ]) {
        t.ok(types.includes(type), type);
      }
    },
  ),

  apiCase('SEC-41 a changed certificate: nothing is sent, and the state says so', async (t, world) => {
    const sent = world.host.requests.length;
    await world.host.changeCertificate();
    await serverIs(world, 'untrusted');
    t.equal(world.host.requests.length, sent, 'zero bytes of application data');
    t.equal(
      await refused(world, 'instance.action', { instance_id: 1, instance_status: 'stop' }),
      'host_untrusted',
    );
    t.equal(world.host.requests.length, sent);
    const types = (await history(world, { server_id: 1 })).map(({ type }) => type);
    t.ok(types.includes('server.untrusted'), 'event');
    const audit = await world.app.app.db.read.events.page({
      limit: 10,
      descending: true,
      filter: { types: ['server.untrusted'], retention: 'audit' },
      visible: null,
    });
    t.equal(audit.length, 1, 'audit row');
  }),

  apiCase('REL-64 what happened on the host behind our back is seen, each thing once', async (t, world) => {
    const wanted = async (id: number, status: string): Promise<void> =>
      void (await until(async () => (await instance(world, id))['instance_status'] === status, {
        what: status,
      }));
    await world.host.act('web-1', 'freeze');
    await wanted(1, 'frozen');
    await world.host.act('web-1', 'unfreeze');
    await wanted(1, 'running');
    world.host.poweroff('web-1');
    await wanted(1, 'stopped');
    await world.host.act('web-2', 'start');
    await wanted(2, 'running');
    const told = await history(world, { instance_id: [1, 2] });
    const outside = told
      .filter(({ via }) => via === 'lxd')
      .map(({ type, instance_id }) => `${String(instance_id)} ${String(type)}`);
    t.same(outside, ['1 instance.frozen', '1 instance.unfrozen', '1 instance.stopped', '2 instance.started']);
  }),

  apiCase(
    'REL-63 reordered and repeated events of the host change nothing of the outcome',
    async (t, world) => {
      Object.assign(world.host.faults, { reorder_events: true, duplicate_events: true, delay_events_ms: 3 });
      for (let round = 0; round < 6; round += 1) {
        for (const instance_status of ['restart-force', 'freeze', 'unfreeze', 'stop-force', 'start']) {
          await must(world, 'instance.action', { instance_id: 1, instance_status, wait: 20 });
        }
      }
      t.equal((await instance(world, 1))['instance_status'], 'running');
      const told = await history(world, { instance_id: 1, type: 'instance.*' });
      const after = told.slice(told.findIndex(({ type }) => type === 'instance.restarted'));
      const words = after.map(({ type }) => type);
      const round = ['restarted', 'frozen', 'unfrozen', 'stopped', 'started'].map(
        (word) => `instance.${word}`,
      );
      t.same(words, Array.from({ length: 6 }, () => round).flat());
    },
  ),
];
