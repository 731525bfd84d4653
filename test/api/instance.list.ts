// instance.list and instance.get: pages, sorts and filters over our own rows; names, where they are clear.
import { FakeHost } from '../support/fake-host.js';
import { addServer } from '../support/world.js';
import { type Resource, apiCase, must, refused } from './case.js';

interface Page {
  data: Resource[];
  meta: { next: string | null };
}

export const cases = [
  apiCase('pages hold every row once, in order', async (t, world) => {
    for (const n of [3, 4, 5, 6, 7, 8, 9])
      world.host.add(`web-${n}`, { status: n % 2 === 0 ? 'Running' : 'Stopped' });
    const token = world.adminToken;
    const page = async (params: object): Promise<Page> =>
      (await world.app.call('instance.list', params, { token })).body as never;
    const all = await (async () => {
      for (;;) {
        const found = await page({});
        if (found.data.length === 9) return found;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    t.equal(all.meta.next, null);
    for (const sort of [
      'instance_id',
      '-instance_id',
      'instance_name',
      '-instance_name',
      'instance_status',
      '-instance_status',
    ]) {
      const whole = (await page({ sort })).data.map(({ id }) => id);
      const ids: number[] = [];
      let after: string | null = null;
      do {
        const { data, meta } = await page({ sort, limit: 2, after });
        ids.push(...data.map(({ id }) => id));
        after = meta.next;
      } while (after !== null);
      t.same(ids, whole, sort);
    }
    t.equal((await page({ filter: { instance_status: 'running' } })).data.length, 4);
    t.equal((await page({ filter: { instance_status: ['running', 'stopped'] } })).data.length, 9);
    t.equal((await page({ filter: { instance_name: ['web-1', 'web-9', 'x'] } })).data.length, 2);
    t.equal((await page({ filter: { instance_type: 'virtual-machine' } })).data.length, 0);
    t.equal((await page({ server_id: 1, filter: { instance_id: [1, 2] } })).data.length, 2);
    t.equal((await page({ instance_id: 2 })).data.length, 1);
    t.equal((await page({ server_id: 99 })).data.length, 0);
    const own = await must<Resource[]>(world, 'instance.list', { provider: 'lxd', request_id: 'r' });
    t.equal(own.length, 2, 'a tenant sees the own ones');
    for (const params of [
      { sort: 'host_view' },
      { sort: 'deleted_at' },
      { filter: { host_view: 'x' } },
      { filter: { instance_status: 'gone' } },
      { filter: { instance_id: 'one' } },
      { limit: 0 },
      { limit: 1001 },
      { limit: '5' },
      { after: 'x' },
    ]) {
      t.equal(await refused(world, 'instance.list', params), 'invalid_params', JSON.stringify(params));
    }
  }),

  apiCase('a name on two servers has to say which', async (t, world) => {
    const second = await FakeHost.start({ kind: 'https', instances: ['web-1'] });
    t.teardown(() => second.stop());
    await addServer(world.app, second, world.adminToken);
    const get = (params: Record<string, unknown>, token = world.adminToken): Promise<string> =>
      refused(world, 'instance.get', params, token);
    t.equal(await get({ instance_name: 'web-1' }), 'conflict');
    t.equal(await get({ instance_name: 'web-1' }, world.userToken), 'ok', 'she sees one only');
    t.equal(await get({ instance_name: 'web-1', server_id: 2 }), 'ok');
    t.equal(await get({ instance_name: 'web-1', server_id: 2 }, world.userToken), 'not_found');
    t.equal(await get({ server_id: 1 }), 'invalid_params');
    t.equal(await get({}), 'invalid_params');
    const one = await must(world, 'instance.get', { server_id: 1, instance_name: 'web-1' });
    t.match(one.attributes, {
      instance_id: 1,
      server_id: 1,
      provider: 'lxd',
      instance_devices: { root: {} },
    });
    t.type(one.attributes['instance_profiles'], 'string');
  }),
];
