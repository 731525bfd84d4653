// server.add and server.verify: whom we may talk to, whom we trust, and what a new server brings along.
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeHost } from '../support/fake-host.js';
import { startTestApp } from '../support/app.js';
import { type World, startWorld } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, must, refused, serverIs } from './case.js';

async function another(t: { teardown(fn: () => unknown): void }, options: object = {}): Promise<FakeHost> {
  const host = await FakeHost.start({ kind: 'https', ...options });
  t.teardown(() => host.stop());
  return host;
}

const at = (host: FakeHost) => ({ server_host: host.endpoint.address, server_port: host.endpoint.port });
const add = (world: World, params: object, token = world.adminToken) =>
  world.app.call('server.add', params, { token });

export const cases = [
  apiCase('with a fingerprint and the trust password; what is on it is adopted', async (t, world) => {
    const host = await another(t, { instances: ['old-1:running', 'old-2'] });
    const made = await must(
      world,
      'server.add',
      {
        ...at(host),
        server_port: String(host.endpoint.port),
        server_password: host.password,
        server_fingerprint: host.fingerprint,
      },
      world.adminToken,
    );
    t.match(made, {
      id: 2,
      type: 'server',
      attributes: { server_status: 'online', server_name: '127.0.0.1' },
    });
    const there = await must<Resource[]>(
      world,
      'instance.list',
      { server_id: 2, sort: 'instance_name' },
      world.adminToken,
    );
    t.match(
      there.map(({ attributes }) => attributes),
      [
        { instance_name: 'old-1', instance_status: 'running', server_id: 2 },
        { instance_name: 'old-2', instance_status: 'stopped' },
      ],
    );
    t.equal(
      await refused(world, 'instance.get', { instance_id: there[0]?.id }),
      'not_found',
      "they are the owner's",
    );
    host.add('later-1');
    await serverIs(world, 'online', 2);
    const again = await add(world, { ...at(host), server_fingerprint: host.fingerprint });
    t.equal(detailOf(again), 'server with this host and port already added');
    t.equal(codeOf(again), 'conflict');
  }),

  apiCase('SEC-41 what verify has seen is what add will trust', async (t, world) => {
    const host = await another(t);
    const bare = await add(world, { ...at(host), server_password: host.password });
    t.equal(codeOf(bare), 'invalid_params');
    t.match(detailOf(bare), /server_fingerprint/);
    const seen = await must(world, 'server.verify', at(host), world.adminToken);
    t.match(seen.attributes, {
      server_fingerprint: host.fingerprint,
      server_auth: 'untrusted',
      server_known_id: null,
    });
    await host.changeCertificate();
    const sent = host.requests.length;
    t.equal(codeOf(await add(world, { ...at(host), server_password: host.password })), 'host_untrusted');
    t.notOk(
      host.requests.slice(sent).some(({ method }) => method === 'POST'),
      'the password was not sent to whoever that is',
    );
    t.match((await must(world, 'server.verify', at(host), world.adminToken)).attributes, {
      server_fingerprint: host.fingerprint,
    });
    t.equal(codeOf(await add(world, { ...at(host), server_password: host.password })), 'ok');
    t.match((await must(world, 'server.verify', at(host), world.adminToken)).attributes, {
      server_auth: 'trusted',
      server_known_id: 2,
    });
  }),

  apiCase('SEC-41 a wrong fingerprint, a wrong password, a join token', async (t, world) => {
    const host = await another(t);
    const wrong = { ...at(host), server_password: host.password, server_fingerprint: 'a'.repeat(64) };
    t.equal(codeOf(await add(world, wrong)), 'host_untrusted');
    t.equal(host.requests.filter(({ method }) => method === 'POST').length, 0, 'nothing secret was sent');
    t.equal(codeOf(await add(world, { ...wrong, server_fingerprint: 'zz' })), 'invalid_params');
    const password = await add(world, {
      ...at(host),
      server_password: 'guess',
      server_fingerprint: host.fingerprint,
    });
    t.equal(codeOf(password), 'host_untrusted');
    t.match(detailOf(password), /refused the trust password or token/);
    t.equal(
      codeOf(await add(world, { ...at(host), server_fingerprint: host.fingerprint })),
      'invalid_params',
      'none at all',
    );
    const other = await another(t);
    t.equal(
      codeOf(await add(world, { ...at(host), server_password: other.token() })),
      'host_untrusted',
      "another server's token",
    );
    const token = host.token();
    t.equal(
      codeOf(await add(world, { ...at(host), server_password: token })),
      'ok',
      'the token pins the server',
    );
    const rows = await world.app.app.db.read.events.page({
      limit: 100,
      descending: true,
      filter: {},
      visible: null,
    });
    t.notMatch(JSON.stringify(rows), new RegExp(`${host.password}|${token}|guess`), 'SEC-10');
  }),

  apiCase('SEC-40 addresses that may not be used, whatever listens there', async (t, world) => {
    const silent = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    t.teardown(() => silent.close());
    const listening = (silent.address() as { port: number }).port;
    const closed = await startTestApp({
      env: {
        GANTRY_SERVERS_ALLOW: '',
        GANTRY_SERVERS_PRIVATE: 'false',
        GANTRY_SERVERS_PORTS: `8443,443,${listening}`,
      },
    });
    t.teardown(() => closed.close());
    const token = await closed.admin();
    const seen = new Set<string>();
    for (const [server_host, server_port] of [
      ['10.0.0.1', 8443],
      ['127.0.0.1', listening],
      ['127.0.0.1', 8443],
      ['127.0.0.1', Number(new URL(closed.url).port)],
      ['127.0.0.1', Number(new URL(world.url).port)],
      ['169.254.169.254', 80],
      ['localhost', 8443],
      ['::1', listening],
      ['::ffff:127.0.0.1', listening],
    ] as const) {
      for (const method of ['server.verify', 'server.add']) {
        const answer = await closed.call(method, { server_host, server_port }, { token });
        t.equal(codeOf(answer), 'forbidden', `${method} ${server_host}:${server_port}`);
        seen.add(detailOf(answer));
      }
    }
    t.equal(seen.size, 1, 'one text for all: what is behind an address cannot be told');
    for (const server_host of ['0x7f.1', '2130706433', '127.1', 'a@127.0.0.1', 'https://127.0.0.1', '']) {
      t.equal(
        codeOf(await closed.call('server.add', { server_host }, { token })),
        'invalid_params',
        server_host,
      );
    }
  }),

  apiCase(
    'ordinary users may not, unless the setting says so; then the server is theirs',
    async (t, world) => {
      const host = await another(t, { instances: ['hers-1'] });
      const params = { ...at(host), server_password: host.password, server_fingerprint: host.fingerprint };
      t.equal(codeOf(await add(world, params, world.userToken)), 'ok');
      t.match((await must(world, 'server.get', { server_id: 2 })).attributes, { user_id: 2 });
      t.equal((await must<Resource[]>(world, 'instance.list', { server_id: 2 })).length, 1);
      t.equal(await refused(world, 'server.get', { server_id: 2 }, world.otherToken), 'not_found');
      t.equal(await refused(world, 'server.delete', { server_id: 1 }), 'forbidden', 'used is not owned');
      t.equal(await refused(world, 'server.grant', { server_id: 1, user_id: 3 }), 'forbidden');
      t.equal(codeOf(await add(world, { server_path: '/etc/passwd' }, world.userToken)), 'invalid_params');
    },
    { app: { env: { GANTRY_SERVERS_ADD: 'user' } } },
  ),

  apiCase('SEC-40 only administrators by default; nobody where the switch says so', async (t, world) => {
    const host = await another(t);
    for (const method of ['server.add', 'server.verify']) {
      const answer = await world.app.call(method, at(host), { token: world.userToken });
      t.equal(codeOf(answer), 'forbidden');
      t.equal(detailOf(answer), 'not enough access rights');
    }
    t.equal(host.connections, 0, 'nothing was asked');
  }),

  apiCase('SEC-42 unix sockets: only those of the list, by their real path', async (t, world) => {
    const folder = await mkdtemp(join(tmpdir(), 'gantry-sockets-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    const listed = await FakeHost.start({ kind: 'unix', instances: ['local-1'] });
    const other = await FakeHost.start({ kind: 'unix' });
    t.teardown(() => Promise.all([listed.stop(), other.stop()]));
    await writeFile(join(folder, 'file'), '');
    await symlink(other.endpoint.path, join(folder, 'to-other'));
    await symlink(listed.endpoint.path, join(folder, 'to-listed'));
    // The list is read at the start: a world of its own that knows the socket.
    const own = await startWorld({
      app: { env: { GANTRY_SERVERS_SOCKETS: `${listed.endpoint.path},${join(folder, 'file')}` } },
    });
    t.teardown(() => own.close());
    const refusals = new Set<string>();
    for (const server_path of [
      other.endpoint.path,
      `${listed.endpoint.path}/../../${other.endpoint.path.split('/').slice(-2).join('/')}`,
      join(folder, 'to-other'),
      join(folder, 'file'),
      join(folder, 'nothing'),
      '/etc/passwd',
      'unix.socket',
      '../unix.socket',
      `${listed.endpoint.path}\0`,
      '/var/run/docker.sock',
    ]) {
      const answer = await add(own, { server_path });
      t.equal(codeOf(answer), 'invalid_params', server_path);
      if (server_path.startsWith('/')) refusals.add(detailOf(answer));
    }
    t.equal(refusals.size, 1, 'what is there cannot be told from what is not');
    t.equal(other.connections, 0);
    const made = await must(
      own,
      'server.add',
      { server_path: join(folder, 'to-listed'), server_name: 'here' },
      own.adminToken,
    );
    t.match(made.attributes, {
      server_name: 'here',
      server_host: listed.endpoint.path,
      server_status: 'online',
    });
    t.equal((await must<Resource[]>(own, 'instance.list', { server_id: made.id }, own.adminToken)).length, 1);
    t.equal(codeOf(await add(own, { server_path: listed.endpoint.path })), 'conflict', 'the same socket');
    t.equal(
      codeOf(await add(world, { server_path: listed.endpoint.path })),
      'invalid_params',
      'an empty list allows none',
    );
  }),

  apiCase('a server that goes and comes back has its number and its instances again', async (t, world) => {
    const admin = world.adminToken;
    t.equal(
      await refused(world, 'server.delete', { server_id: 1 }, admin),
      'bad_state',
      'Gantry made what is on it',
    );
    const before = await must<Resource[]>(world, 'instance.list');
    await must(world, 'server.delete', { server_id: 1, forget: true }, admin);
    t.equal(await refused(world, 'server.get', { server_id: 1 }, admin), 'not_found');
    t.same(await must<Resource[]>(world, 'instance.list'), []);
    t.equal(world.host.instance('web-1')?.status, 'Running', 'on the host nothing has changed');
    const back = await must(
      world,
      'server.add',
      { ...at(world.host), server_fingerprint: world.host.fingerprint },
      admin,
    );
    t.equal(back.id, 1);
    await must(world, 'server.grant', { server_id: 1, user_id: 2 }, admin);
    const after = await must<Resource[]>(world, 'instance.list');
    t.same(
      after.map(({ id, attributes }) => [id, attributes['instance_name'], attributes['project_id']]),
      before.map(({ id, attributes }) => [id, attributes['instance_name'], attributes['project_id']]),
      "they are alice's again, under their old numbers",
    );
    t.equal(
      await refused(world, 'instance.action', { instance_id: 1, instance_status: 'stop', wait: 20 }),
      'ok',
    );
  }),

  apiCase('another daemon at an address that was let go is another server', async (t, world) => {
    const admin = world.adminToken;
    await must(world, 'server.delete', { server_id: 1, forget: true }, admin);
    await world.host.changeCertificate();
    const made = await must(
      world,
      'server.add',
      { ...at(world.host), server_fingerprint: world.host.fingerprint },
      admin,
    );
    t.equal(made.id, 2);
  }),
];
