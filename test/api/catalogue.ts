// Locations, plans and operating systems: administrators keep them, everybody sees them, what is used stays.
import { FakeHost } from '../support/fake-host.js';
import { type Resource, apiCase, codeOf, detailOf, must, refused } from './case.js';

type Dict = Record<string, unknown>;

const SIZE = { plan_vcpus: 2, plan_memory_mb: 2048, plan_disk_mb: 20_480 };

export const cases = [
  apiCase('locations: servers get the lowest free number of theirs', async (t, world) => {
    const { adminToken, userToken } = world;
    const wishFor = async (server_name: string): Promise<Dict> => {
      const host = await FakeHost.start({ kind: 'https' });
      t.teardown(() => host.stop());
      const { address: server_host, port: server_port } = host.endpoint;
      const { password: server_password, fingerprint: server_fingerprint } = host;
      return { server_host, server_port, server_password, server_fingerprint, server_name };
    };
    const add = (params: Dict): Promise<Resource> => must(world, 'server.add', params, adminToken);
    const at = { location_id: 2 };
    const [a, b, c] = [await wishFor('ams-a'), await wishFor('ams-b'), await wishFor('ams-c')];
    t.equal(await refused(world, 'server.add', { ...a, location_id: 99 }, adminToken), 'not_found');
    const first = await add({ ...a, ...at });
    const second = await add({ ...b, ...at });
    t.match(first.attributes, { location_id: 2, server_ordinal: 0 });
    t.match(second.attributes, { location_id: 2, server_ordinal: 1 });
    t.match((await must(world, 'server.get', { server_id: 1 })).attributes, {
      location_id: null,
      server_ordinal: null,
    });
    const change = (params: Dict): Promise<Resource> =>
      must(world, 'server.update', { server_id: second.id, ...params }, adminToken);
    t.match((await change({ server_name: 'ams-z', server_disabled: true })).attributes, {
      server_name: 'ams-z',
      server_disabled: true,
      server_ordinal: 1,
    });
    t.match((await change({ location_id: null })).attributes, { location_id: null, server_ordinal: null });
    t.match((await change({ ...at, server_name: 'ams-b', server_disabled: false })).attributes, {
      ...at,
      server_ordinal: 1,
    });
    t.equal(await refused(world, 'server.update', { server_id: second.id }, adminToken), 'invalid_params');
    const nobody = { server_id: second.id, server_name: 'mine' };
    t.equal(await refused(world, 'server.update', nobody, userToken), 'not_found');

    const gone = await world.app.call('location.delete', at, { token: adminToken });
    t.match([codeOf(gone), detailOf(gone)], ['bad_state', /ams1 still has ams-a, ams-b:/]);

    const remove = (server_id: number): Promise<unknown> =>
      must(world, 'server.delete', { server_id }, adminToken);
    await remove(second.id);
    t.match(
      await add(b),
      { id: second.id, attributes: { location_id: 2, server_ordinal: 1 } },
      'it comes back',
    );
    await remove(first.id);
    const third = await add({ ...c, ...at });
    t.match(third.attributes, { server_ordinal: 0 }, 'a number that is free again');
    t.match(
      await add(a),
      { id: first.id, attributes: { location_id: 2, server_ordinal: 2 } },
      'its own is taken',
    );
    for (const id of [first.id, second.id, third.id]) await remove(id);
    await must(world, 'location.delete', at, adminToken);
    const rows = await must<Resource[]>(world, 'location.list', {}, userToken);
    t.same(
      rows.map(({ id }) => id),
      [1],
      'what was deleted there does not hold it',
    );
    t.match(await add(a), { attributes: { location_id: null } }, 'nor is it put where nothing is');
    t.equal(
      await refused(world, 'location.delete', { location_id: 1 }, adminToken),
      'bad_state',
      'a plan is bound',
    );
    const wish = {
      location_id: 1,
      location_code: 'dal2',
      location_address: { city: 'Dallas' },
      location_peeringdb_id: 9,
    };
    t.match((await must(world, 'location.update', wish, adminToken)).attributes, {
      ...wish,
      location_name: 'dal1',
    });
    t.equal(
      await refused(world, 'location.update', { location_id: 1 }, adminToken),
      'invalid_params',
      'nothing to change',
    );
    t.equal(await refused(world, 'location.add', { location_code: 'DAL' }, adminToken), 'invalid_params');
    t.equal(await refused(world, 'location.add', { location_code: 'dal3' }, userToken), 'forbidden');
  }),

  apiCase('plans and operating systems', async (t, world) => {
    const { adminToken, userToken } = world;
    const admin = (method: string, params: Dict): Promise<string> =>
      refused(world, method, params, adminToken);
    const large = { plan_slug: 'large', ...SIZE };
    t.equal(await admin('plan.add', { ...large, plan_location_ids: [1, 99] }), 'not_found');
    t.equal(await admin('plan.add', { ...large, plan_burst_memory_mb: 1024 }), 'invalid_params');
    const { id: plan_id } = await must(
      world,
      'plan.add',
      { ...large, plan_location_ids: [2, 1] },
      adminToken,
    );
    t.equal(await admin('plan.update', { plan_id, plan_slug: 'small' }), 'conflict');
    t.equal(await admin('plan.update', { plan_id, plan_slug: 'large' }), 'ok', 'its own name');
    const changed = { plan_id, plan_legacy: true, plan_location_ids: [], plan_burst_memory_mb: 4096 };
    t.match((await must(world, 'plan.update', changed, adminToken)).attributes, { ...changed, ...SIZE });
    const plans = await must<Resource[]>(world, 'plan.list', { sort: '-plan_memory_mb' });
    t.same(
      plans.map(({ attributes }) => [attributes['plan_slug'], attributes['plan_location_ids']]),
      [
        ['large', []],
        ['small', [1]],
      ],
    );

    const debian = { os_slug: 'debian-13', os_image_alias: 'debian/13', os_default_env: { TERM: 'xterm' } };
    t.equal(
      await admin('os.add', { ...debian, os_image_server: 'http://images.example.net' }),
      'invalid_params',
    );
    t.equal(
      await admin('os.add', { ...debian, os_image_server: 'https://user:secret@example.net' }),
      'invalid_params',
    );
    const { id: os_id } = await must(
      world,
      'os.add',
      { ...debian, os_image_server: 'self', os_hidden: true },
      adminToken,
    );
    t.same(
      (await must<Resource[]>(world, 'os.list', {})).map(({ id }) => id),
      [1],
      'hidden from others',
    );
    t.same((await must<Resource[]>(world, 'os.list', { filter: { os_hidden: true } })).length, 0);
    t.equal((await must<Resource[]>(world, 'os.list', {}, adminToken)).length, 2);
    const shown = await must(world, 'os.update', { os_id, os_hidden: false }, adminToken);
    t.match(shown.attributes, { ...debian, os_name: 'debian-13', os_image_server: 'self' });

    // Dialects order them; here the row says so.
    await world.app.app.db.tx((tx) => tx.instances.update(1, { plan_id, os_id }));
    const used = await world.app.call('plan.delete', { plan_id }, { token: adminToken });
    t.match([codeOf(used), detailOf(used)], ['bad_state', /the plan of 1 instance:/]);
    t.equal(await admin('os.delete', { os_id }), 'bad_state');
    await must(world, 'instance.delete', { instance_id: 1, force: true, wait: 20 });
    await must(world, 'plan.delete', { plan_id }, adminToken);
    await must(world, 'os.delete', { os_id }, adminToken);
    const types = (
      await must<Resource[]>(world, 'event.list', { filter: { type: ['plan.*', 'os.*'] } }, adminToken)
    ).map(({ attributes }) => attributes['type']);
    t.same(types.slice(2), [
      'plan.added',
      'plan.updated',
      'plan.updated',
      'os.added',
      'os.updated',
      'plan.deleted',
      'os.deleted',
    ]);
    t.equal(
      (await must<Resource[]>(world, 'event.list', { filter: { type: 'plan.*' } }, userToken)).length,
      0,
    );
  }),
];
