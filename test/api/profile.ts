// profile.*: the editor's text is what the host has; nobody overwrites another, and tenants set only what they may.
import { parse } from 'yaml';
import { FakeHost } from '../support/fake-host.js';
import { until } from '../support/until.js';
import { addServer, type World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, instance, must, refused } from './case.js';

interface Row {
  profile_name: string;
  profile_body: string;
  profile_etag: string;
}

async function rows(world: World, server_id = 1, token = world.adminToken): Promise<Map<string, Row>> {
  const list = await must<Resource[]>(world, 'profile.list', { server_id }, token);
  return new Map(list.map(({ attributes }) => [String(attributes['profile_name']), attributes as never]));
}

async function row(world: World, name: string): Promise<Row> {
  const found = (await rows(world)).get(name);
  if (found === undefined) throw new Error(`no profile ${name}`);
  return found;
}

/** An answer of profile.update by the administrator. */
function update(world: World, profile_name: string, profile_body: string, more: object = {}, token?: string) {
  const params = { server_id: 1, profile_name, profile_body, ...more };
  return world.app.call('profile.update', params, { token: token ?? world.adminToken });
}

const named = (world: World, name: string) => world.host.world.profiles.get(name);
const told = async (world: World): Promise<unknown[]> =>
  (await history(world, { type: 'profile.*' })).map(({ type, data }) => [type, data]);

/** Alice's own server, on which she is no administrator. */
async function aliceOwns(world: World): Promise<{ host: FakeHost; server_id: number }> {
  const host = await FakeHost.start({ kind: 'https' });
  return { host, server_id: await addServer(world.app, host, world.userToken) };
}

export const cases = [
  apiCase('what the editor sends is on the host, and comes back the same', async (t, world) => {
    const first = await row(world, 'default');
    t.match(parse(first.profile_body), { name: 'default', devices: { root: { pool: 'default' } } });
    t.same(parse(first.profile_body), {
      ...(parse(first.profile_body) as object),
      used_by: ['/1.0/instances/web-1', '/1.0/instances/web-2'],
    });
    const { body } = await world.app.call('server.get', { server_id: 1 }, { token: world.adminToken });
    const included = (body['included'] as Resource[]).find(({ type }) => type === 'profile');
    t.same(included?.attributes, { provider: 'lxd', ...first }, 'the same row as in server.get');
    const text = [
      'config:',
      '  limits.cpu: 2',
      '  security.nesting: true',
      '  limits.memory: 64MiB',
      '  user.note: 1.0',
      '  user.empty: ""',
      'description: ~',
      'devices:',
      '  root: {type: disk, path: /, pool: default}',
      'name: something else',
      'used_by: [/1.0/instances/other]',
    ].join('\n');
    const answer = await update(world, 'default', text);
    t.equal(codeOf(answer), 'ok', detailOf(answer));
    t.same(named(world, 'default'), {
      description: '',
      config: {
        'limits.cpu': '2',
        'security.nesting': 'true',
        'limits.memory': '64MiB',
        'user.note': '1.0',
      },
      devices: { root: { type: 'disk', path: '/', pool: 'default' } },
    });
    await until(async () => (await instance(world, 1))['instance_memory'] === '64MiB', {
      what: 'what uses it to show it',
    });
    const after = await row(world, 'default');
    t.equal((answer.body['meta'] as { etag: string }).etag, after.profile_etag);
    const writes = world.host.seen('PUT', '/1.0/profiles/default').length;
    t.equal(codeOf(await update(world, 'default', after.profile_body)), 'ok');
    t.equal(world.host.seen('PUT', '/1.0/profiles/default').length, writes, 'nothing to change: not sent');
    t.same(await told(world), [['profile.updated', { profile_name: 'default' }]]);
    t.same([...(await rows(world, 1, world.userToken)).keys()].sort(), ['default', 'spare']);
    t.match((await rows(world, 1, world.userToken)).get('default')?.profile_body, /used_by: \[\]/);
    t.match(
      await world.app.app.db.read.events.page({
        limit: 1,
        descending: true,
        filter: { types: ['audit.call'] },
        visible: null,
      }),
      [{ server_id: 1, data: /"profile_body":"\[redacted\]"/ }],
      'the text may hold secrets',
    );
  }),

  apiCase('two editors do not overwrite each other', async (t, world) => {
    const { profile_etag: etag } = await row(world, 'spare');
    const answers = await Promise.all(
      ['one', 'two'].map((who) => update(world, 'spare', `description: ${who}`, { etag })),
    );
    t.same(answers.map(codeOf).sort(), ['conflict', 'ok']);
    const winner = answers[0] !== undefined && codeOf(answers[0]) === 'ok' ? 'one' : 'two';
    t.equal(named(world, 'spare')?.description, winner, 'the one who was told ok');
    t.equal(codeOf(await update(world, 'spare', 'description: late', { etag })), 'conflict');
    const answer = await update(world, 'spare', 'description: next', {
      etag: (await row(world, 'spare')).profile_etag,
    });
    const { etag: own } = answer.body['meta'] as { etag: string };
    t.equal(
      codeOf(await update(world, 'spare', 'description: again', { etag: own })),
      'ok',
      'from meta.etag',
    );
    // A third editor who comes between our read and our write, whatever we do.
    let left = 1;
    world.host.faults.refuse = (request) => {
      if (request.method === 'PUT' && request.path === '/1.0/profiles/spare' && left-- > 0) {
        world.host.world.profiles.set('spare', { description: 'between', config: {}, devices: {} });
      }
      return null;
    };
    t.equal(codeOf(await update(world, 'spare', 'description: mine')), 'ok', 'without an etag: tried again');
    t.equal(named(world, 'spare')?.description, 'mine');
    left = 1;
    const stale = await update(world, 'spare', 'description: x', {
      etag: (await row(world, 'spare')).profile_etag,
    });
    t.equal(codeOf(stale), 'conflict', 'with one: told');
    t.equal(named(world, 'spare')?.description, 'between');
    left = 1_000;
    world.host.faults.refuse = (request) => {
      if (request.method === 'PUT' && left-- > 0) {
        world.host.world.profiles.set('spare', { description: `b${left}`, config: {}, devices: {} });
      }
      return null;
    };
    t.equal(codeOf(await update(world, 'spare', 'description: never')), 'conflict', 'not for ever');
  }),

  apiCase('renamed with and without a change; taken names and default are refused', async (t, world) => {
    const rename = (profile_rename: string, body = 'description: Used by nothing', name = 'spare') =>
      update(world, name, body, { profile_rename });
    t.equal(codeOf(await rename('default')), 'conflict');
    t.match(detailOf(await rename('default', 'description: changed')), /profile_rename default is in use/);
    t.equal(named(world, 'spare')?.description, 'Used by nothing', 'nothing was changed before');
    t.equal(codeOf(await rename('other', 'description: x', 'default')), 'bad_state');
    t.equal(codeOf(await rename('a/b')), 'invalid_params');
    t.equal(codeOf(await rename('other', 'description: x', 'nonesuch')), 'not_found');
    const answer = await rename('renamed');
    t.match(answer.body['data'], { attributes: { profile_name: 'renamed' } });
    t.same(await told(world), [['profile.renamed', { profile_name: 'renamed', profile_old_name: 'spare' }]]);
    t.equal(codeOf(await rename('both', 'description: new', 'renamed')), 'ok');
    t.equal(named(world, 'both')?.description, 'new');
    t.same((await told(world)).slice(1), [
      ['profile.updated', { profile_name: 'renamed' }],
      ['profile.renamed', { profile_name: 'both', profile_old_name: 'renamed' }],
    ]);
    // Somebody takes the name after we looked: what was saved before is told.
    world.host.faults.refuse = (request) =>
      request.method === 'POST' && request.path === '/1.0/profiles/both'
        ? { status: 500, error: 'Name "late" already in use' }
        : null;
    t.equal(codeOf(await rename('late', 'description: newer', 'both')), 'conflict');
    t.same((await told(world)).slice(3), [['profile.updated', { profile_name: 'both' }]]);
  }),

  apiCase('made and deleted; what is in use stays', async (t, world) => {
    const add = (profile_name: string, profile_body = 'config: {}') =>
      world.app.call(
        'profile.add',
        { server_id: 1, profile_name, profile_body },
        { token: world.adminToken },
      );
    const answer = await add('small', 'config:\n  limits.memory: 64MiB\n');
    t.equal((answer.body['meta'] as { etag: string }).etag, (await row(world, 'small')).profile_etag);
    t.equal(codeOf(await add('small')), 'conflict');
    for (const name of ['a/b', '..', 'a b', 'ü', '%2e', 'x'.repeat(64)]) {
      t.equal(codeOf(await add(name)), 'invalid_params', name);
    }
    const drop = (profile_name: string): Promise<string> =>
      refused(world, 'profile.delete', { server_id: 1, profile_name }, world.adminToken);
    const one = world.host.instance('web-1');
    if (one !== undefined) one.profiles = ['default', 'small'];
    const used = await world.app.call(
      'profile.delete',
      { server_id: 1, profile_name: 'small' },
      { token: world.adminToken },
    );
    t.equal(codeOf(used), 'conflict');
    t.match(detailOf(used), /an instance uses it/);
    if (one !== undefined) one.profiles = ['default'];
    t.equal(await drop('small'), 'ok');
    t.equal(await drop('small'), 'not_found');
    t.equal(await drop('default'), 'bad_state');
    world.host.world.profiles.set('of someone', { description: '', config: {}, devices: {} });
    t.equal(await drop('of someone'), 'ok', 'a name that others gave');
    for (const name of ['a%', 'a/b', '..', 'a?b', 'a#b', 'a\0', '\uff0e\uff0e\uff0f']) {
      t.ok(/^(invalid_params|not_found)$/.test(await drop(name)), `SEC-44 ${JSON.stringify(name)}`);
    }
    t.notOk(
      world.host.requests.some(({ path }) => /%2[5f]|%3f|%23|%00|\.\./i.test(path)),
      'SEC-44 none of them reached the host',
    );
    t.same(
      (await told(world)).map((one) => (one as [string])[0]),
      ['profile.created', 'profile.deleted', 'profile.deleted'],
    );
  }),

  apiCase('what is wrong in the text is named, by us or by the host', async (t, world) => {
    const fault = async (text: string): Promise<string> => {
      const answer = await update(world, 'spare', text);
      const [error] = answer.body['errors'] as { detail: string; source?: { pointer: string } }[];
      return `${codeOf(answer)} ${error?.source?.pointer ?? ''} ${error?.detail ?? ''}`;
    };
    t.match(await fault('config:\n  a: [1\n'), /^invalid_params \/profile_body .* at line 3: /);
    t.match(await fault('config:\n  user.a: 1\n  user.a: 2\n'), /line 3: has user\.a twice/);
    t.match(await fault('config: {}\nconfigs: {}\n'), /has configs: it takes config, description/);
    t.match(await fault(''), /must be a YAML mapping/);
    t.match(await fault('config: {user.a: {b: 1}}'), /must have a text as config\.user\.a/);
    t.match(await fault('config: {no.such: 1}'), /^invalid_params \/profile_body profile_body: Unknown conf/);
    t.match(
      await fault('devices: {d: {type: bogus}}'),
      /^invalid_params \/profile_body .*Unsupported device/,
    );
    t.match(await fault(`description: ${'x'.repeat(65_536)}`), /^invalid_params \/profile_body/);
    world.host.faults.refuse = ({ method }) =>
      method === 'PUT'
        ? { status: 500, error: 'The following instances failed to update (profile change still saved): x' }
        : null;
    t.match(await fault('description: saved'), /^host_failed .*profile change still saved/);
    t.same(await told(world), [['profile.updated', { profile_name: 'spare' }]], 'but it stands, and is told');
    world.host.faults.refuse = ({ method }) =>
      method === 'PUT'
        ? { status: 500, error: "At least one instance relies on this profile's root disk device" }
        : null;
    t.match(await fault('description: no disk'), /^bad_state /);
  }),

  apiCase(
    'SEC-24 owners set what tenants may, administrators anything, others nothing',
    async (t, world) => {
      const body = (config: string): string => `config: {${config}}`;
      const theirs = { server_id: 1, profile_name: 'spare', profile_body: body('user.a: 1') };
      for (const method of ['profile.update', 'profile.add', 'profile.delete']) {
        const { profile_body, ...rest } = theirs;
        const params = method === 'profile.delete' ? rest : { ...rest, profile_body };
        t.equal(await refused(world, method, params), 'forbidden', `${method} by a user of the server`);
        t.equal(await refused(world, method, params, world.otherToken), 'not_found');
      }
      const { host, server_id } = await aliceOwns(world);
      t.teardown(() => host.stop());
      host.world.profiles.set('web', {
        description: '',
        config: { 'security.nesting': 'true' },
        devices: {},
      });
      const own = (config: string, more = '') =>
        world.app.call(
          'profile.update',
          { server_id, profile_name: 'web', profile_body: `${body(config)}\n${more}` },
          { token: world.userToken },
        );
      t.equal(codeOf(await own("security.nesting: 'true', user.a: 1")), 'ok', 'what stands may stay');
      for (const config of [
        'raw.lxc: x, security.nesting: true',
        'security.privileged: true, security.nesting: true',
        'security.nesting: false',
        'user.a: 1',
      ]) {
        const answer = await own(config);
        t.equal(codeOf(answer), 'forbidden', config);
        t.match(detailOf(answer), /^profile_body: \S+ may only be set by an administrator/);
      }
      const disk = 'devices: {d: {type: disk, source: /etc, path: /mnt}}';
      t.equal(codeOf(await own('security.nesting: true', disk)), 'forbidden');
      t.same(host.world.profiles.get('web')?.devices, {});
      const made = await world.app.call(
        'profile.add',
        { server_id, profile_name: 'bad', profile_body: body('raw.lxc: x') },
        { token: world.userToken },
      );
      t.equal(codeOf(made), 'forbidden');
      const answer = await update(world, 'spare', body('security.privileged: true, user.a: 1'));
      t.equal(codeOf(answer), 'ok');
      const [audit] = await world.app.app.db.read.events.page({
        limit: 1,
        descending: true,
        filter: { types: ['audit.call'] },
        visible: null,
      });
      t.same((JSON.parse(audit?.data ?? '{}') as { details: unknown }).details, {
        privileged_keys: ['security.privileged'],
      });
      await host.down();
      t.equal(await refused(world, 'profile.list', { server_id }), 'host_unreachable');
    },
    { app: { env: { GANTRY_SERVERS_ADD: 'user' } } },
  ),
];
