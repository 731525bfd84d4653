// A real cluster of two members on this machine, Gantry speaking to one of them: instances, operations and events of
// both. (Placement is the cluster's: `instance.add` has no parameter for it.)
import t from 'tap';
import { WebSocket } from 'ws';
import { createClient } from '../../src/client/client.js';
import type { Event } from '../../src/client/types.js';
import { startTestApp } from '../support/app.js';
import { importBusybox, type Place, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

await onRealLxd('real LXD', real);

function firstMember({ address, port, password }: Place): object {
  return {
    config: { 'core.https_address': `${address}:${port}`, 'core.trust_password': password },
    storage_pools: [{ name: 'default', driver: 'dir' }],
    profiles: [{ name: 'default', devices: { root: { type: 'disk', pool: 'default', path: '/' } } }],
    cluster: { enabled: true, server_name: 'm1' },
  };
}

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const first = await startLxd({ name: 'm1', address: '127.0.4.1', preseed: firstMember });
  t.teardown(() => first.stop());
  const added = await first.lxc('cluster', 'add', 'm2');
  const cluster_token = added.trim().split('\n').at(-1) ?? '';
  const second = await startLxd({
    name: 'm2',
    address: '127.0.5.1',
    preseed: ({ address, port }) => ({
      cluster: { enabled: true, server_address: `${address}:${port}`, cluster_token },
    }),
  });
  // The last to be started is the first to go, so that the member that keeps the books outlives it.
  t.teardown(() => second.stop());
  await importBusybox(first);
  for (const [name, target] of [
    ['here', 'm1'],
    ['there', 'm2'],
  ] as const) {
    await first.lxc('init', 'busybox', name, '--target', target);
  }

  const app = await startTestApp();
  t.teardown(() => app.close());
  const token = await app.admin();
  const client = createClient({ url: app.url, token, WebSocket });
  const socket = client.socket();
  t.teardown(() => socket.close());
  const events: Event[] = [];
  const subscription = socket.subscribe({});
  void (async () => {
    for await (const event of subscription) if (event.id !== undefined) events.push(event);
  })().catch(() => undefined);
  await subscription.ready;

  const at = { server_host: '127.0.4.1', server_port: first.port, server_protocol: 'lxd' };
  const seen = await app.must<{ attributes: Record<string, unknown> }>('server.verify', at, { token });
  await app.must(
    'server.add',
    {
      ...at,
      server_password: first.password,
      server_name: 'cluster',
      server_fingerprint: seen.attributes['server_fingerprint'],
    },
    { token },
  );
  type Row = { id: number; attributes: Record<string, unknown> };
  const list = () => app.must<Row[]>('instance.list', {}, { token });
  const named = async (name: string): Promise<Row | undefined> =>
    (await list()).find(({ attributes }) => attributes['instance_name'] === name);

  await t.test('instances of both members are adopted, with where they are', async (t) => {
    const rows = await until(async () => {
      const all = await list();
      return all.length === 2 ? all : null;
    });
    const where = Object.fromEntries(
      rows.map(({ attributes }) => [attributes['instance_name'], attributes['instance_location']]),
    );
    t.same(where, { here: 'm1', there: 'm2' });
  });

  await t.test('operations on an instance at the other member', async (t) => {
    const id = (await named('there'))?.id ?? 0;
    for (const instance_status of ['start', 'freeze', 'unfreeze', 'restart-force', 'stop-force']) {
      const done = await app.must<{ attributes: Record<string, unknown> }>(
        'instance.action',
        { instance_id: id, instance_status, wait: 30 },
        { token },
      );
      t.equal(done.attributes['operation_status'], 'success', instance_status);
    }
    await app.must(
      'instance.update',
      { instance_id: id, instance_description: 'far away', wait: 30 },
      { token },
    );
    t.match(await first.lxc('query', '/1.0/instances/there'), /far away/);
    await app.must('instance.action', { instance_id: id, instance_status: 'start', wait: 30 }, { token });
    t.match(await second.lxc('list', '--format', 'csv', '--columns', 'nsL'), /there,RUNNING,m2/);
    const about = (): string[] =>
      events.filter(({ instance_id }) => instance_id === id).map(({ type }) => type);
    await until(() => about().filter((type) => type === 'operation.finished').length === 7);
    t.ok(
      [
        'instance.started',
        'instance.frozen',
        'instance.unfrozen',
        'instance.restarted',
        'instance.stopped',
        'instance.updated',
      ].every((type) => about().includes(type)),
      about().join(' '),
    );
  });

  await t.test('what others do at the other member is heard', async (t) => {
    const id = (await named('there'))?.id ?? 0;
    const head = events.length;
    await second.lxc('stop', '--force', 'there');
    await until(
      () =>
        events.slice(head).some(({ type, instance_id }) => type === 'instance.stopped' && instance_id === id),
      { timeout_ms: 10_000, what: 'the stop' },
    );
    await second.lxc('init', 'busybox', 'stranger', '--target', 'm2');
    const row = await until(() => named('stranger'), { timeout_ms: 10_000 });
    t.equal(row.attributes['instance_location'], 'm2');
    await second.lxc('delete', 'stranger');
    await until(async () => (await named('stranger')) === undefined, { timeout_ms: 10_000 });
  });

  await t.test('an instance moved to the other member shows where it is now', async (t) => {
    await first.lxc('move', 'here', '--target', 'm2');
    await until(async () => (await named('here'))?.attributes['instance_location'] === 'm2', {
      timeout_ms: 10_000,
      what: 'the new location',
    });
    t.equal(
      (await list()).filter(({ attributes }) => attributes['instance_name'] === 'here').length,
      1,
      'one row, the same instance',
    );
  });

  await t.test('instance.add and instance.delete, wherever the cluster puts it', async (t) => {
    for (const instance_name of ['new-1', 'new-2', 'new-3']) {
      await app.must(
        'instance.add',
        { server_id: 1, instance_name, instance_image: 'busybox', wait: 60 },
        { token },
      );
      t.match(await named(instance_name), {
        attributes: { instance_status: 'running', instance_location: /^m[12]$/ },
      });
    }
    for (const { id } of await list()) {
      await app.must('instance.delete', { instance_id: id, force: true, wait: 60 }, { token });
    }
    t.equal((await first.lxc('list', '--format', 'csv')).trim(), '');
  });

  await t.test('REL-74 the other member is gone and comes back', async (t) => {
    await first.lxc('init', 'busybox', 'left', '--target', 'm1');
    await until(() => named('left'), { timeout_ms: 10_000 });
    await second.kill9();
    const id = (await named('left'))?.id ?? 0;
    await app.must('instance.action', { instance_id: id, instance_status: 'start', wait: 60 }, { token });
    t.match((await named('left'))?.attributes['instance_status'], 'running', 'this member works on');
    await second.restart();
    await app.must('instance.delete', { instance_id: id, force: true, wait: 60 }, { token });
  });
}
