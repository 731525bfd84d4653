// Networks, pools, volumes, snapshots and renames on a real LXD: what was asked for is on the host.
import t, { type Test } from 'tap';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

await onRealLxd('storage', real);

interface Resource {
  id: number;
  type: string;
  attributes: Record<string, unknown>;
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'storage' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  const app = await startTestApp({ env: { GANTRY_SERVERS_SOCKETS: daemon.socket } });
  t.teardown(() => app.close());
  const token = await app.admin();
  const must = <T = Resource>(method: string, params: unknown): Promise<T> =>
    app.must<T>(method, params, { token });
  const refused = async (method: string, params: unknown): Promise<string> => {
    const { body } = await app.call(method, params, { token });
    return (body['errors'] as { code: string }[] | undefined)?.[0]?.code ?? 'ok';
  };
  const server = await must('server.add', { server_path: daemon.socket, server_name: 'local' });
  const server_id = server.id;
  const rows = async (method: string, type: string): Promise<Record<string, unknown>[]> => {
    const listed = await must<Resource[]>(method, { server_id });
    t.same(new Set(listed.map((row) => row.type)), new Set([type]), `${method}: rows of type ${type}`);
    t.equal(new Set(listed.map(({ id }) => id)).size, listed.length, `${method}: each with its own number`);
    return listed.map(({ attributes }) => attributes);
  };
  const host = async <T>(...args: string[]): Promise<T> => JSON.parse(await daemon.lxc(...args)) as T;
  const raw = (path: string): Promise<Record<string, unknown>> => host('query', path);
  const told = async (type: string, instance_id?: number): Promise<Record<string, unknown>[]> =>
    (
      await must<Resource[]>('event.list', {
        filter: { type, ...(instance_id === undefined ? {} : { instance_id }) },
      })
    ).map(({ attributes }) => attributes);
  const add = async (instance_name: string, instance_start: boolean): Promise<number> => {
    const wish = { server_id, instance_name, instance_image: 'busybox', instance_start, wait: 60 };
    const { attributes } = await must('instance.add', wish);
    t.equal(attributes['operation_status'], 'success');
    return Number(attributes['instance_id']);
  };

  await t.test('network.list: every network a NIC may name, with its address', async (t) => {
    const listed = await rows('network.list', 'network');
    const real = await host<{ name: string; managed: boolean }[]>('network', 'list', '--format', 'json');
    t.same(
      listed.map((one) => one['network_name']).sort(),
      real.map(({ name }) => name).sort(),
      'all, managed or not',
    );
    const bridge = listed.find((one) => one['network_name'] === daemon.bridge);
    t.match(bridge, { network_type: 'bridge', network_managed: true, network_etag: /^[0-9a-f]{64}$/ });
    t.match(bridge?.['network_addr'], /^10\.\d+\.\d+\.1\/24$/);
    t.match(bridge?.['network_used_by'], ['/1.0/profiles/default']);
    t.match(
      listed.find((one) => one['network_name'] === 'lo'),
      { network_addr: '', network_managed: false, network_etag: '' },
    );
  });

  await t.test('network.add, network.update, network.delete: as the host has it', async (t) => {
    const network = { server_id, network_name: `${daemon.bridge.slice(0, 8)}-x` };
    const path = `/1.0/networks/${network.network_name}`;
    const config = { 'ipv4.address': '10.63.62.1/24', 'ipv4.nat': 'true', 'ipv6.address': 'none' };
    const made = await app.call(
      'network.add',
      { ...network, network_config: config, network_description: 'lab' },
      { token },
    );
    t.match(await raw(path), { type: 'bridge', managed: true, description: 'lab', config });
    const { etag } = made.body['meta'] as { etag: string };
    t.equal(await refused('network.add', network), 'conflict', 'a name that is taken');
    const change = { ...network, network_config: { 'ipv4.nat': null, 'user.a': '1' }, etag };
    await must('network.update', change);
    const after = (await raw(path))['config'] as Record<string, string>;
    t.match(after, { 'ipv4.address': '10.63.62.1/24', 'user.a': '1' });
    t.notOk('ipv4.nat' in after, 'null removes a key');
    t.equal((await raw(path))['description'], 'lab', 'what is not named stays');
    t.equal(await refused('network.update', { ...change, network_description: 'x' }), 'conflict', 'stale');
    const wrong = { ...network, network_config: { 'ipv4.address': 'lots' } };
    t.equal(await refused('network.update', wrong), 'invalid_params');
    t.equal(
      await refused('network.delete', { server_id, network_name: daemon.bridge }),
      'conflict',
      'one that is in use',
    );
    await must('network.delete', network);
    t.notOk((await rows('network.list', 'network')).some((one) => one['network_addr'] === '10.63.62.1/24'));
    for (const what of ['created', 'updated', 'deleted']) {
      t.equal((await told(`network.${what}`)).length, 1, `network.${what} once`);
    }
  });

  await t.test('pool.list, volume.list: what the host has, as server.get includes it', async (t) => {
    await daemon.lxc('init', 'busybox', 'plain');
    await daemon.lxc('storage', 'volume', 'create', 'default', 'outside');
    const [pool] = await rows('pool.list', 'pool');
    t.match(pool, { pool_name: 'default', pool_driver: 'dir', pool_status: 'Created' });
    t.ok(Number(pool?.['pool_space_total']) > Number(pool?.['pool_space_used']));
    const volumes = await rows('volume.list', 'volume');
    t.match(
      volumes.find((one) => one['volume_name'] === 'plain'),
      { volume_type: 'container', volume_used_by: '/1.0/instances/plain', pool_name: 'default' },
    );
    t.match(
      volumes.find((one) => one['volume_name'] === 'outside'),
      { volume_type: 'custom', volume_used_by: '', volume_content_type: 'filesystem' },
    );
    const got = await app.call('server.get', { server_id }, { token });
    const included = got.body['included'] as Resource[];
    const names = (type: string) => included.filter((one) => one.type === type).map((one) => one.attributes);
    t.same(names('volume'), volumes, 'the same rows');
    t.match(names('pool'), [{ pool_name: 'default' }]);
  });

  await t.test(
    'volume.add, volume.attach, volume.detach, volume.delete: also into a running container',
    async (t) => {
      const instance_id = await add('disk', true);
      const volume = { server_id, pool_name: 'default', volume_name: 'data' };
      await must('volume.add', { ...volume, volume_size_mb: 32 });
      t.match(await raw('/1.0/storage-pools/default/volumes/custom/data'), { config: { size: '32MiB' } });
      t.equal(await refused('volume.add', volume), 'conflict');
      const work = { ...volume, instance_id, wait: 30 };
      await must('volume.attach', { ...work, volume_path: '/srv/data' });
      const mounted = await daemon.lxc('exec', 'disk', '--', 'sh', '-c', 'echo kept > /srv/data/f; mount');
      t.match(mounted, /\/srv\/data/, 'it is mounted');
      t.equal(await refused('volume.attach', { ...work, volume_path: '/srv/two' }), 'conflict');
      t.equal(await refused('volume.delete', volume), 'conflict', 'in use');
      await must('volume.detach', work);
      t.notMatch(await daemon.lxc('exec', 'disk', '--', 'mount'), /\/srv\/data/);
      t.equal(await refused('volume.detach', work), 'bad_state');
      await must('volume.attach', { ...work, volume_path: '/srv/again' });
      t.equal((await daemon.lxc('exec', 'disk', '--', 'cat', '/srv/again/f')).trim(), 'kept');
      await must('volume.detach', work);
      await must('volume.add', { ...volume, volume_name: 'raw', volume_content_type: 'block' });
      t.equal(
        await refused('volume.attach', { ...work, volume_name: 'raw' }),
        'invalid_params',
        'a block volume',
      );
      await must('volume.delete', volume);
      t.notOk((await rows('volume.list', 'volume')).some((one) => one['volume_name'] === 'data'));
      t.equal((await told('volume.attached', instance_id)).length, 2);
      t.equal((await told('volume.detached', instance_id)).length, 2);
      t.equal((await told('volume.created')).length, 2);
      t.equal((await told('volume.deleted')).length, 1);
    },
  );

  await t.test(
    'snapshot.add, snapshot.list, snapshot.restore, snapshot.delete: files and configuration come back',
    async (t) => {
      const instance_id = await add('snap', true);
      const snapshot = { instance_id, snapshot_name: 'before', wait: 30 };
      await daemon.lxc('exec', 'snap', '--', 'sh', '-c', 'echo then > /root/f; sync');
      await must('snapshot.add', snapshot);
      const listed = await must<Resource[]>('snapshot.list', { instance_id });
      t.match(listed, [{ attributes: { snapshot_name: 'before', snapshot_stateful: false } }]);
      t.ok(Math.abs(Number(listed[0]?.attributes['created_at']) - Date.now()) < 60_000);
      t.match(await raw('/1.0/instances/snap/snapshots/before'), { name: 'before' });
      t.equal(await refused('snapshot.add', snapshot), 'conflict');
      await daemon.lxc('exec', 'snap', '--', 'sh', '-c', 'echo since > /root/f');
      await must('instance.update', { instance_id, instance_config: { 'user.since': '1' }, wait: 30 });
      await must('snapshot.restore', snapshot);
      t.equal((await daemon.lxc('exec', 'snap', '--', 'cat', '/root/f')).trim(), 'then');
      const shown = (await must('instance.get', { instance_id })).attributes;
      t.match(shown, { instance_status: 'running' }, 'it runs again');
      t.notOk('user.since' in (shown['instance_config'] as object));
      await must('snapshot.delete', snapshot);
      t.same(await must<Resource[]>('snapshot.list', { instance_id }), []);
      t.equal(await refused('snapshot.restore', snapshot), 'not_found');
      await daemon.lxc('snapshot', 'snap', 'outside');
      t.match(await must<Resource[]>('snapshot.list', { instance_id }), [
        { attributes: { snapshot_name: 'outside' } },
      ]);
      const types = (await told('*', instance_id)).map(({ type }) => String(type));
      for (const what of ['created', 'restored', 'deleted']) {
        t.equal(types.filter((type) => type === `snapshot.${what}`).length, 1, `snapshot.${what} once`);
      }
      const power = (await must<Resource[]>('event.list', { filter: { instance_id } }))
        .map(({ attributes }) => attributes)
        .filter(
          ({ operation_id, type }) => operation_id !== undefined && /frozen|stopped/.test(String(type)),
        );
      t.same(power, [], 'what it passes through is not told');
    },
  );

  await t.test('instance.rename: the row follows, and so does the work behind it', async (t) => {
    const instance_id = await add('old-name', false);
    const other = await add('running', true);
    t.equal(await refused('instance.rename', { instance_id: other, instance_rename: 'x' }), 'bad_state');
    t.equal(await refused('instance.rename', { instance_id, instance_rename: 'running' }), 'conflict');
    await must('instance.rename', { instance_id, instance_rename: 'new-name' });
    t.equal(
      await refused('instance.add', { server_id, instance_name: 'new-name', instance_image: 'busybox' }),
      'conflict',
      'the name is taken from now on',
    );
    await must('instance.action', { instance_id, instance_status: 'start', wait: 30 });
    t.match(await raw('/1.0/instances/new-name'), { status: 'Running' });
    t.match((await must('instance.get', { instance_id })).attributes, {
      instance_name: 'new-name',
      instance_status: 'running',
    });
    const types = (await told('instance.*', instance_id)).map(({ type }) => type);
    t.same(types.sort(), ['instance.created', 'instance.renamed', 'instance.started']);
    await outside(t, instance_id);
  });

  async function outside(t: Test, instance_id: number): Promise<void> {
    await daemon.lxc('stop', '-f', 'new-name');
    await daemon.lxc('rename', 'new-name', 'third-name');
    await until(async () => (await told('instance.renamed', instance_id)).length === 2, {
      timeout_ms: 10_000,
      what: 'the rename from outside',
    });
    t.match((await must('instance.get', { instance_id })).attributes, { instance_name: 'third-name' });
  }
}
