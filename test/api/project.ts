// Projects and their members: what each role may do, what holds at once, and who is never left out.
import { openSession, refusedAt } from '../support/session.js';
import { openSocket } from '../support/transports.js';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

type Dict = Record<string, unknown>;

const SHOP = 4;
const ROLES = ['billing', 'limited_collaborator', 'collaborator', 'admin', 'owner'] as const;
const BOB = { project_id: SHOP, user_id: 3 };

/** An instance of alice's in the shop. */
async function shopInstance(world: World, name: string): Promise<number> {
  const wish = { server_id: 1, instance_name: name, instance_image: 'busybox', project_id: SHOP, wait: 20 };
  return (await must(world, 'instance.add', wish)).id;
}

/**
 * What a call of bob's comes to, by his role: nobody, then ROLES in order. Whoever may do it at all is stopped
 * by something else behind the role, so that the next row finds the same world.
 */
function table(instance_id: number, operation_id: number): [string, Dict, string[]][] {
  const one = { instance_id };
  const may = (code: string, from: (typeof ROLES)[number]): string[] => [
    'not_found',
    ...ROLES.map((role) => (ROLES.indexOf(role) >= ROLES.indexOf(from) ? code : 'forbidden')),
  ];
  return [
    ['instance.get', one, may('ok', 'billing')],
    ['snapshot.list', one, may('ok', 'billing')],
    ['operation.get', { operation_id }, may('ok', 'billing')],
    ['instance.log', one, may('ok', 'limited_collaborator')],
    ['instance.action', { ...one, instance_status: 'start' }, may('bad_state', 'limited_collaborator')],
    ['instance.console', one, may('ok', 'limited_collaborator')],
    ['instance.exec', { ...one, command: ['true'] }, may('ok', 'collaborator')],
    ['instance.file.get', { ...one, path: '/none' }, may('not_found', 'collaborator')],
    ['instance.update', { ...one, instance_memory: '64', etag: 'old' }, may('conflict', 'collaborator')],
    ['instance.rename', { ...one, instance_rename: 'shop-2' }, may('bad_state', 'collaborator')],
    ['instance.delete', one, may('bad_state', 'collaborator')],
    ['snapshot.restore', { ...one, snapshot_name: 'none' }, may('not_found', 'collaborator')],
    ['operation.cancel', { operation_id }, may('bad_state', 'collaborator')],
    [
      'instance.add',
      { server_id: 1, instance_name: 'shop-3', instance_image: 'none', project_id: SHOP },
      // His role lets him; the image is not there.
      may('not_found', 'collaborator'),
    ],
    ['project.get', { project_id: SHOP }, may('ok', 'billing')],
    ['project.member.list', { project_id: SHOP }, may('ok', 'billing')],
    ['project.update', { project_id: SHOP, project_name: 'shop' }, may('ok', 'admin')],
    ['project.member.add', { project_id: SHOP, user_id: 2, roles: ['billing'] }, may('conflict', 'admin')],
    [
      'project.member.update',
      { project_id: SHOP, user_id: 1, roles: ['billing', 'owner'] },
      may('ok', 'owner'),
    ],
    ['project.member.update', { project_id: SHOP, user_id: 1, roles: ['billing'] }, may('ok', 'admin')],
    ['project.delete', { project_id: SHOP }, may('bad_state', 'owner')],
    ['quota.list', { project_id: SHOP }, may('ok', 'owner')],
    [
      'quota.set',
      { project_id: SHOP, quota_resource: 'vcpus', quota_maximum: 1 },
      Array(6).fill('forbidden'),
    ],
  ];
}

export const cases = [
  apiCase('SEC-20 SEC-21 what each role may do, from its very next call on', async (t, world) => {
    const { adminToken, otherToken } = world;
    const made = await shopInstance(world, 'shop-1');
    await must(world, 'server.grant', { server_id: 1, user_id: 3 }, adminToken);
    const rows = await must<Resource[]>(world, 'operation.list', { filter: { instance_id: made } });
    const calls = table(made, rows[0]?.id ?? 0);
    for (const [index, role] of [null, ...ROLES].entries()) {
      if (role === 'billing') await must(world, 'project.member.add', { ...BOB, roles: [role] }, adminToken);
      else if (role !== null) await must(world, 'project.member.update', { ...BOB, roles: [role] });
      for (const [method, params, codes] of calls) {
        const code = await refused(world, method, params, otherToken);
        t.equal(code, codes[index], `${role ?? 'nobody'}: ${method} ${JSON.stringify(params)}`);
      }
    }
    await must(world, 'project.member.remove', BOB);
    t.equal(await refused(world, 'instance.get', { instance_id: made }, otherToken), 'not_found');
  }),

  apiCase('SEC-09 SEC-22 membership holds at once for what is open', async (t, world) => {
    const { adminToken, otherToken } = world;
    const socket = await openSocket(world.url, { token: otherToken });
    t.teardown(() => socket.close());
    await socket.subscribe();
    const heard = (type: string, project_id: number): number =>
      socket.events().filter((one) => one['type'] === type && one['project_id'] === project_id).length;
    await must(world, 'project.update', { project_id: SHOP, project_name: 'before' });
    await must(world, 'project.member.add', { ...BOB, roles: ['billing'] }, adminToken);
    await must(world, 'project.update', { project_id: SHOP, project_name: 'during' });
    await until(() => heard('project.updated', SHOP) === 1, { what: 'an event of his project' });
    await must(world, 'project.member.remove', BOB);
    const seen = socket.events().length;
    await must(world, 'project.update', { project_id: SHOP, project_name: 'after' });
    await must(world, 'project.update', { project_id: 3, project_name: 'his own' }, otherToken);
    await until(() => heard('project.updated', 3) === 1, { what: 'an event of his own' });
    t.equal(heard('member.added', SHOP), 1, 'he is told that he was let in');
    t.equal(heard('project.updated', SHOP), 1, 'neither what was before nor what came after');
    t.equal(
      socket
        .events()
        .slice(seen)
        .filter((one) => one['project_id'] === SHOP).length,
      0,
      'nothing after the answer of the call that took him out',
    );
  }),

  apiCase('SEC-09 a lesser role ends sessions that are open, and tickets that are not', async (t, world) => {
    const { adminToken, otherToken } = world;
    const instance_id = await shopInstance(world, 'shop-1');
    await must(world, 'project.member.add', { ...BOB, roles: ['collaborator'] }, adminToken);
    const ask = async (method: string, params: Dict = {}): Promise<string> =>
      String((await must(world, method, { instance_id, ...params }, otherToken)).attributes['url']);
    const exec = await openSession(await ask('instance.exec', { command: ['sleep', '60'] }));
    const screen = await openSession(await ask('instance.console'));
    const unspent = await ask('instance.exec', { command: ['true'] });
    await must(world, 'project.member.update', { ...BOB, roles: ['limited_collaborator'] });
    t.equal((await exec.closed()).code, 4403, 'a command needs more');
    t.equal(await refusedAt(unspent), 403);
    t.equal(
      await refused(world, 'instance.console', { instance_id }, otherToken),
      'ok',
      'a console does not',
    );
    await must(world, 'project.member.remove', BOB);
    t.equal((await screen.closed()).code, 4403);
  }),

  apiCase('a project from its beginning to its end', async (t, world) => {
    const { adminToken, userToken, otherToken } = world;
    const made = await must(world, 'project.add', { project_name: '  lab rats ' });
    const project_id = made.id;
    t.match(made.attributes, { project_name: 'lab rats', project_personal: false, user_id: 2 });
    const members = await must<Resource[]>(world, 'project.member.list', { project_id });
    t.match(members, [{ attributes: { user_id: 2, user_login: 'alice', roles: ['owner'] } }]);
    const names = async (token: string): Promise<unknown[]> =>
      (await must<Resource[]>(world, 'project.list', { sort: '-project_id' }, token)).map(
        ({ attributes }) => attributes['project_name'],
      );
    t.same(await names(userToken), ['lab rats', 'shop', 'alice']);
    t.same(await names(otherToken), ['bob']);
    t.same(await names(adminToken), ['lab rats', 'shop', 'bob', 'alice', 'admin']);
    const page = await world.app.call('project.list', { limit: 2 }, { token: userToken });
    const next = (page.body['meta'] as Dict)['next'];
    const rest = await must<Resource[]>(world, 'project.list', { limit: 2, after: next });
    t.same(
      rest.map(({ id }) => id),
      [project_id],
    );

    const instance_id = await shopInstance(world, 'shop-9');
    const still = await world.app.call('project.delete', { project_id: SHOP }, { token: userToken });
    t.match([codeOf(still), detailOf(still)], ['bad_state', /still has 1 instance:/]);
    await must(world, 'instance.delete', { instance_id, force: true, wait: 20 });
    await must(world, 'project.delete', { project_id: SHOP });
    t.equal(await refused(world, 'project.get', { project_id: SHOP }), 'not_found');
    t.equal(
      await refused(world, 'project.update', { project_id: SHOP, project_name: 'x' }, adminToken),
      'not_found',
    );
    const late = { server_id: 1, instance_name: 'late-1', instance_image: 'busybox', project_id: SHOP };
    t.equal(await refused(world, 'instance.add', late), 'not_found');
    const mine = await must<Resource[]>(world, 'event.list', {
      filter: { project_id: SHOP, type: 'project.*' },
    });
    t.same(
      mine.map(({ attributes }) => attributes['type']),
      ['project.created', 'project.deleted'],
      'its members go on seeing what happened there',
    );
    for (const project_id of [1, 2]) {
      t.equal(
        await refused(world, 'project.delete', { project_id }, adminToken),
        'bad_state',
        'a personal one',
      );
    }
  }),

  apiCase('the last owner stays, and a personal project has one', async (t, world) => {
    const { adminToken, otherToken } = world;
    const alice = { project_id: SHOP, user_id: 2 };
    t.equal(await refused(world, 'project.member.remove', alice), 'bad_state', 'she cannot leave');
    t.equal(await refused(world, 'project.member.remove', alice, adminToken), 'bad_state');
    t.equal(await refused(world, 'project.member.update', { ...alice, roles: ['admin'] }), 'bad_state');
    await must(world, 'project.member.add', {
      project_id: SHOP,
      user_email: 'BOB@example.net',
      roles: ['admin'],
    });
    t.equal(
      await refused(world, 'project.member.update', { ...BOB, roles: ['owner'] }, otherToken),
      'forbidden',
    );
    t.equal(await refused(world, 'project.member.remove', alice, otherToken), 'forbidden', 'owners only');
    await must(world, 'project.member.update', { ...BOB, roles: ['owner', 'billing'] });
    await must(world, 'project.member.remove', alice);
    t.equal(await refused(world, 'project.get', { project_id: SHOP }), 'not_found');
    t.equal(
      await refused(world, 'project.member.remove', BOB, otherToken),
      'bad_state',
      'now he is the last',
    );

    const home = { project_id: 2 };
    t.equal(
      await refused(world, 'project.member.add', { ...home, user_id: 3, roles: ['owner'] }, adminToken),
      'bad_state',
    );
    await must(world, 'project.member.add', { ...home, user_id: 3, roles: ['admin'] }, adminToken);
    t.equal(
      await refused(world, 'project.member.update', { ...home, user_id: 3, roles: ['owner'] }),
      'bad_state',
    );
    t.equal(
      await refused(world, 'project.member.update', { ...home, user_id: 2, roles: ['admin'] }),
      'bad_state',
    );
    t.equal(await refused(world, 'project.member.remove', { ...home, user_id: 2 }, adminToken), 'bad_state');
    await must(world, 'project.member.remove', { ...home, user_id: 3 }, otherToken);
    t.equal(await refused(world, 'project.get', home, otherToken), 'not_found', 'everybody may leave');
    const types = (await history(world, { type: 'member.*' })).map(({ type }) => type);
    t.same(types.slice(1), [
      'member.added',
      'member.updated',
      'member.removed',
      'member.added',
      'member.removed',
    ]);
  }),

  apiCase('SEC-02 strangers are not for guessing', async (t, world) => {
    const { adminToken, otherToken } = world;
    const his = { project_id: 3, roles: ['billing'] };
    const add = (who: Dict): Promise<string> =>
      refused(world, 'project.member.add', { ...his, ...who }, otherToken);
    t.equal(await add({ user_id: 2 }), 'not_found', 'alice, by a number anybody can count to');
    t.equal(await add({ user_id: 999 }), 'not_found');
    t.equal(await add({}), 'invalid_params');
    t.equal(await add({ user_id: 2, user_email: 'alice@example.net' }), 'invalid_params');
    t.equal(await add({ user_email: 'alice@example.net' }), 'ok', 'by an address he knows');
    const list = await must<Resource[]>(world, 'project.member.list', { project_id: 3 });
    t.same(
      list.map(({ attributes }) => attributes['user_email']),
      ['', 'alice@example.net'],
      'who manages nothing sees her own address only',
    );
    await must(world, 'project.member.remove', { project_id: 3, user_id: 2 }, otherToken);
    const codes = [];
    for (let index = 0; index < 32; index++) codes.push(await add({ user_email: `no${index}@example.net` }));
    t.same([codes[0], codes.at(-1)], ['not_found', 'rate_limited']);
    t.equal(
      await refused(world, 'project.member.add', { ...his, user_email: 'alice@example.net' }, adminToken),
      'ok',
    );
  }),
];
