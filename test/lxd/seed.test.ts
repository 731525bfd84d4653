// What a client does first, on a real LXD: a server with all that stands on it, its instances, and its events as they come.
import t from 'tap';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { openSse } from '../support/sse.js';
import { openSocket } from '../support/transports.js';
import { until } from '../support/until.js';

await onRealLxd('seed', real);

interface Resource {
  id: number;
  type: string;
  attributes: Record<string, unknown>;
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'seed' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  await daemon.lxc('profile', 'create', 'small');
  await daemon.lxc('init', 'busybox', 'one', '--config', 'limits.memory=48MiB', '--profile', 'default');
  const app = await startTestApp();
  t.teardown(() => app.close());
  const token = await app.admin();
  const must = <T = Resource>(method: string, params: object = {}, bearer = token): Promise<T> =>
    app.must<T>(method, params, { token: bearer });
  const json = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await daemon.lxc(...args, '--format', 'json')) as T;
  const server = {
    server_host: '127.0.0.1',
    server_port: daemon.port,
    server_password: daemon.password,
    server_protocol: 'lxd',
    provider: 'lxd',
  };
  let server_id = 0;

  await t.test('server.verify, server.add: as the panel does, which sends no fingerprint', async (t) => {
    const seen = await must('server.verify', { ...server, server_password: '' });
    t.match(seen, { type: 'server', attributes: { server_fingerprint: daemon.fingerprint } });
    const added = await must('server.add', server);
    server_id = added.id;
    const trusted = await json<{ fingerprint: string }[]>('config', 'trust', 'list');
    t.equal(trusted.length, 1, 'the host trusts one client more');
    const { attributes } = await must('server.get', { server_id });
    t.equal(attributes['server_certificate_fingerprint'], trusted[0]?.fingerprint, 'and it is this one');
  });

  await t.test('server.list, server.get: the host and what stands on it, as lxc says', async (t) => {
    const rows = await must<Resource[]>('server.list');
    t.match(rows, [{ id: server_id, attributes: { server_host: '127.0.0.1', server_status: 'online' } }]);
    const { body } = await app.call('server.get', { server_id, provider: 'lxd' }, { token });
    const data = body['data'] as Resource;
    const included = body['included'] as Resource[];
    const { environment } = JSON.parse(await daemon.lxc('query', '/1.0')) as {
      environment: Record<string, string>;
    };
    t.match(data.attributes, {
      server_server: 'lxd',
      server_server_version: environment['server_version'],
      server_kernel_version: environment['kernel_version'],
      server_driver_version: environment['driver_version'],
    });
    const names = (type: string, attribute: string): unknown[] =>
      included.filter((one) => one.type === type).map(({ attributes }) => attributes[attribute]);
    const listed = async (...args: string[]): Promise<string[]> =>
      (await json<{ name: string }[]>(...args)).map(({ name }) => name);
    t.same(names('profile', 'profile_name').sort(), (await listed('profile', 'list')).sort());
    t.same(names('pool', 'pool_name').sort(), (await listed('storage', 'list')).sort());
    t.same(names('instance', 'instance_name').sort(), (await listed('list')).sort());
    t.equal(names('certificate', 'certificate_fingerprint').length, 1);
  });

  await t.test('instance.list, instance.get: one that stood there before us', async (t) => {
    const rows = await must<Resource[]>('instance.list', { server_id, provider: 'lxd' });
    t.match(rows, [{ type: 'instance', attributes: { instance_name: 'one', instance_type: 'container' } }]);
    const one = await must('instance.get', { server_id, instance_name: 'one', provider: 'lxd' });
    t.equal(one.id, rows[0]?.id);
    t.match(one.attributes, {
      instance_status: 'stopped',
      instance_memory: '48MiB',
      instance_profiles: 'default',
    });
    const [listed] = await json<{ expanded_devices: object; config: Record<string, string> }[]>('list');
    t.same(one.attributes['instance_devices'], listed?.expanded_devices);
    await daemon.lxc('config', 'set', 'one', 'limits.memory', '64MiB');
    await until(
      async () =>
        (await must('instance.get', { instance_id: one.id })).attributes['instance_memory'] === '64MiB',
      { what: 'what lxc changed to show' },
    );
  });

  await t.test('event.subscribe, event.auth: the panel hears how its action on the host ended', async (t) => {
    const config = await must('config.get');
    const stream = String(config.attributes['stream']);
    const panel = await openSse(`${app.url}/api/v1/event.subscribe?stream=${encodeURIComponent(stream)}`);
    t.teardown(() => panel.close());
    t.match(panel.type, /^text\/event-stream/);
    await must('event.auth', { stream, request_id: 'hello' });
    const act = (instance_status: string, request_id: string) =>
      must('instance.action', {
        server_id,
        instance_name: 'one',
        instance_status,
        provider: 'lxd',
        request_id,
      });
    await act('start', 'r-start');
    await panel.count(1);
    t.match(JSON.parse(panel.messages[0]?.data ?? '{}'), { type: 'instance.action', request_id: 'r-start' });
    t.equal((await json<{ status: string }[]>('list'))[0]?.status, 'Running', 'by then it was so');
    await act('stop-force', 'r-stop');
    await panel.count(2);
    t.match(JSON.parse(panel.messages[1]?.data ?? '{}'), { request_id: 'r-stop' });
  });

  await t.test(
    'event.subscribe: what happens on the host, over a socket and over server-sent events',
    async (t) => {
      const socket = await openSocket(app.url, { token });
      const stream = await openSse(`${app.url}/v1/event.subscribe`, { authorization: `Bearer ${token}` });
      t.teardown(() => [socket, stream].forEach((open) => open.close()));
      await socket.subscribe({ filter: { server_id } });
      await daemon.lxc('start', 'one');
      const over = (type: string) => socket.events().find((event) => event['type'] === type);
      await until(() => over('instance.started') !== undefined, { what: 'the start that lxc made' });
      await until(() => stream.messages.some(({ data }) => data.includes('"instance.started"')), {
        what: 'the same as a message',
      });
      const message = stream.messages.find(({ data }) => data.includes('"instance.started"'));
      t.equal(
        (JSON.parse(message?.data ?? '{}') as { id: number }).id,
        over('instance.started')?.['id'],
        'the same event',
      );
      await must('instance.action', {
        server_id,
        instance_name: 'one',
        instance_status: 'stop-force',
        wait: 30,
      });
      const later = await openSse(
        `${app.url}/v1/event.subscribe?cursor=${encodeURIComponent(message?.id ?? '')}`,
        {
          authorization: `Bearer ${token}`,
        },
      );
      t.teardown(() => later.close());
      await until(() => later.messages.some(({ data }) => data.includes('"instance.stopped"')), {
        what: 'what was missed',
      });
      t.notOk(later.messages.some(({ data }) => data.includes('"instance.started"')));
    },
  );

  await t.test('audit.list: who did what to the host, and what was refused', async (t) => {
    const made = await must('token.create', {
      token_name: 'reader',
      token_scopes: ['instance:read', 'audit:read'],
    });
    const reader = String(made.attributes['token']);
    t.equal((await must<Resource[]>('instance.list', { server_id }, reader)).length, 1);
    const act = { server_id, instance_name: 'one', instance_status: 'start' };
    t.equal((await app.call('instance.action', act, { token: reader })).status, 403);
    const rows = await must<Resource[]>('audit.list', { filter: { method: 'instance.action' } }, reader);
    t.same(
      rows.map(({ attributes }) => [attributes['ok'], attributes['code']]),
      [
        [false, 'forbidden'],
        [true, ''],
        [true, ''],
        [true, ''],
      ],
    );
    t.match(rows[0]?.attributes, { user_id: 1, token_id: made.id, address: '127.0.0.1' });
    t.match(rows[1]?.attributes, { labels: { server_id }, params: { instance_name: 'one' } });
    const joined = await must<Resource[]>('audit.list', { filter: { method: 'server.add' } }, reader);
    t.equal((joined[0]?.attributes['params'] as Record<string, unknown>)['server_password'], '[redacted]');
  });
}
