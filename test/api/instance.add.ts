// instance.add: what is asked for is made, once; what may not be is refused before anything is made.
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { until } from '../support/until.js';
import { type Resource, apiCase, codeOf, detailOf, history, instance, must, over, refused } from './case.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
const base = { server_id: 1, instance_image: 'busybox' };

export const cases = [
  apiCase('everything that can be asked for', async (t, world) => {
    await must(world, 'ssh-key.add', { key_name: 'laptop', key_public: KEY });
    const made = await must(world, 'instance.add', {
      ...base,
      instance_name: 'full-1',
      instance_profiles: 'default',
      instance_memory: '128',
      instance_cpu: '2',
      instance_dhcp: false,
      instance_network: '10.0.3.77/24',
      instance_nameserver: '9.9.9.9',
      instance_command: 'echo hello; exit 3',
      instance_config: { 'user.note': 'n', 'boot.autostart': 'true' },
      instance_devices: { root: { type: 'disk', path: '/', pool: 'default', size: '1GiB' } },
      instance_description: 'all of it',
      wait: 30,
    });
    t.match(made.attributes, { response: true, operation_status: 'success', instance_id: made.id });
    const shown = await instance(world, made.id);
    t.match(shown, {
      instance_name: 'full-1',
      instance_status: 'running',
      instance_memory: '128MiB',
      instance_cpu: '2',
      instance_profiles: 'default',
      instance_description: 'all of it',
      instance_type: 'container',
    });
    const there = world.host.instance('full-1');
    t.match(there?.config, { 'limits.memory': '128MiB', 'limits.cpu': '2', 'user.note': 'n' });
    t.match(there?.devices, { eth0: { 'ipv4.address': '10.0.3.77' }, root: { size: '1GiB' } });
    t.match(parse(there?.config['cloud-init.network-config'] ?? ''), {
      config: [{ subnets: [{ address: '10.0.3.77/24', dns_nameservers: ['9.9.9.9'] }] }],
    });
    t.match(parse((there?.config['cloud-init.vendor-data'] ?? '').replace('#cloud-config\n', '')), {
      ssh_authorized_keys: [`${KEY} laptop`],
    });
    const work = await over(world, Number(made.attributes['operation_id']));
    t.same(
      work['operation_result'],
      { command: { exit_code: 3, output: 'hello\n' } },
      'its command ran once',
    );
    const types = (await history(world, { instance_id: made.id })).map(({ type }) => type);
    t.same(types, ['operation.created', 'instance.created', 'instance.started', 'operation.finished']);
    t.equal(
      await refused(world, 'instance.add', {
        ...base,
        instance_name: 'full-2',
        instance_dhcp: false,
        instance_network: '10.0.3.77/24',
      }),
      'conflict',
      'the address is taken',
    );
    t.equal(world.host.instance('full-2'), undefined);
  }),

  apiCase('as the panel sends it', async (t, world) => {
    const made = await must(world, 'instance.add', {
      server_id: 1,
      provider: 'lxd',
      request_id: '3b241101-e2bb-4255-8caf-4136c566a962',
      instance_name: 'panel-1',
      instance_type: 'container',
      image_server_host: '',
      instance_image: createHash('sha256').update('busybox').digest('hex'),
      instance_command: '',
      instance_memory: '64',
      instance_cpu: '1',
      instance_profiles: 'default',
      instance_interface: '',
      instance_network: '',
      instance_nameserver: '8.8.8.8',
      instance_dhcp: true,
    });
    t.match(made.attributes, { response: true, operation_status: 'pending' });
    t.match(await over(world, Number(made.attributes['operation_id'])), {
      operation_status: 'success',
      request_id: '3b241101-e2bb-4255-8caf-4136c566a962',
    });
  }),

  apiCase("the seed's copy of instance.action", async (t, world) => {
    const done = await must(world, 'instance.add', { instance_id: 2, instance_status: 'start', wait: 20 });
    t.match(done, { type: 'operation', attributes: { operation_status: 'success' } });
    t.equal(world.host.instance('web-2')?.status, 'Running');
    t.equal(await refused(world, 'instance.add', { instance_id: 2 }), 'invalid_params');
  }),

  apiCase('what cannot be is refused before a row is written', async (t, world) => {
    const before = (await must<Resource[]>(world, 'operation.list')).length;
    const add = (params: object): Promise<string> =>
      refused(world, 'instance.add', { ...base, instance_name: 'nope-1', ...params });
    t.equal(await add({ instance_name: 'web-1' }), 'conflict');
    t.equal(await add({ instance_image: 'nonesuch' }), 'not_found');
    t.equal(await add({ instance_image: '%' }), 'invalid_params', 'SEC-44: no wildcard for the host');
    t.equal(await add({ instance_type: 'virtual-machine' }), 'unsupported');
    t.equal(await add({ instance_profiles: '' }), 'invalid_params');
    t.equal(await add({ instance_memory: 'much' }), 'invalid_params');
    t.equal(await add({ instance_cpu: '3-1' }), 'invalid_params');
    t.equal(await add({ instance_dhcp: false, instance_network: '10.9.9.9/24' }), 'invalid_params');
    t.equal(await add({ instance_dhcp: false, instance_network: '10.0.3.1/24' }), 'invalid_params');
    t.equal(await add({ instance_interface: 'eth9' }), 'invalid_params');
    t.equal(await add({ image_server_host: 'https://images.evil.test' }), 'forbidden');
    t.equal(await add({ image_server_host: 'http://127.0.0.1' }), 'invalid_params');
    t.equal(await add({ project_id: 1 }), 'not_found', "the administrator's project");
    t.equal(await add({ project_id: 987_654 }), 'not_found');
    for (const name of ['1a', '-a', 'a-', 'a_b', 'a.b', 'a/b', '..', 'ä', 'a'.repeat(64), '%41', 'a\0']) {
      t.equal(await add({ instance_name: name }), 'invalid_params', JSON.stringify(name));
    }
    t.equal((await must<Resource[]>(world, 'operation.list')).length, before, 'no operation came of it');
    t.equal(world.host.instance('nope-1'), undefined);
  }),

  apiCase(
    'what only the host finds wrong fails the operation, and the name is free again',
    async (t, world) => {
      const wrong = { ...base, instance_name: 'late-1', instance_config: { 'user.a': '1' }, wait: 20 };
      world.host.faults.fail = ({ description }) =>
        description === 'Creating instance'
          ? 'Failed creating instance from image: out of space at /var/lib/lxd'
          : null;
      const answer = await world.app.call('instance.add', wrong, { token: world.userToken });
      t.match(codeOf(answer), /host_failed|no_capacity/);
      t.notMatch(JSON.stringify(answer.body), /var\/lib/, 'SEC-35');
      world.host.faults.fail = null;
      const list = await must<Resource[]>(world, 'instance.list', { filter: { instance_name: 'late-1' } });
      t.same(list, []);
      t.equal((await must(world, 'instance.add', wrong)).attributes['operation_status'], 'success');
    },
  ),

  apiCase('SEC-24 what only an administrator may set', async (t, world) => {
    const add = (params: object, token?: string): Promise<string> =>
      refused(world, 'instance.add', { ...base, instance_name: 'priv-1', ...params }, token);
    t.equal(await add({ instance_config: { 'security.privileged': 'true' } }), 'forbidden');
    t.equal(await add({ instance_config: { 'raw.lxc': 'lxc.mount.entry = / mnt none bind' } }), 'forbidden');
    t.equal(
      await add({ instance_devices: { host: { type: 'disk', source: '/', path: '/mnt' } } }),
      'forbidden',
    );
    t.equal(await add({ instance_config: { 'user.gantry.uuid': 'x' } }, world.adminToken), 'forbidden');
    const admin = {
      ...base,
      instance_name: 'priv-1',
      instance_config: { 'security.nesting': 'true' },
      wait: 20,
    };
    await must(world, 'instance.add', admin, world.adminToken);
    const rows = await world.app.app.db.read.events.page({
      limit: 100,
      descending: true,
      filter: { types: ['audit.call'] },
      visible: null,
    });
    t.match(JSON.parse(rows[0]?.data ?? '{}'), {
      method: 'instance.add',
      details: { privileged_keys: ['security.nesting'] },
    });
  }),

  apiCase(
    'SEC-25 100 at once with room for 5: exactly 5',
    async (t, world) => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          world.app.call(
            'instance.add',
            { ...base, instance_name: `race-${n}`, instance_start: false },
            { token: world.userToken },
          ),
        ),
      );
      const codes = answers.map(codeOf);
      t.equal(codes.filter((code) => code === 'ok').length, 5);
      t.equal(codes.filter((code) => code === 'quota_exceeded').length, 95);
      t.equal((await must<Resource[]>(world, 'instance.list')).length, 7);
      t.equal(
        await refused(world, 'instance.add', { ...base, instance_name: 'boss' }, world.adminToken),
        'ok',
        'an administrator has none',
      );
    },
    { app: { env: { GANTRY_QUOTAS_INSTANCES: '7' } } },
  ),

  apiCase(
    'SEC-25 memory, CPUs and disk count however they are said, also when changed',
    async (t, world) => {
      const add = (name: string, params: object): Promise<string> =>
        refused(world, 'instance.add', {
          ...base,
          instance_name: name,
          instance_start: false,
          wait: 20,
          ...params,
        });
      t.equal(await add('m-1', { instance_memory: '600' }), 'ok');
      t.equal(await add('m-2', { instance_memory: '600' }), 'quota_exceeded');
      t.equal(await add('m-2', { instance_config: { 'limits.memory': '600MiB' } }), 'quota_exceeded');
      t.equal(await add('m-2', { instance_memory: '400', instance_cpu: '0-3' }), 'quota_exceeded');
      t.equal(await add('m-2', { instance_memory: '400', instance_cpu: '2' }), 'ok');
      const root = { type: 'disk', path: '/', pool: 'default', size: '11GiB' };
      t.equal(await add('m-3', { instance_devices: { root } }), 'quota_exceeded');
      const list = await must<Resource[]>(world, 'instance.list', { filter: { instance_name: 'm-2' } });
      const instance_id = list[0]?.id ?? 0;
      const update = (params: object): Promise<string> =>
        refused(world, 'instance.update', { instance_id, wait: 20, ...params });
      t.equal(await update({ instance_memory: '500' }), 'quota_exceeded');
      t.equal(await update({ instance_config: { 'limits.memory': '900MiB' } }), 'quota_exceeded');
      t.equal(await update({ instance_devices: { root } }), 'quota_exceeded');
      t.equal(await update({ instance_description: 'still fine' }), 'ok');
      t.equal(await update({ instance_memory: '424' }), 'ok', 'up to the last MiB');
      world.host.faults.refuse = ({ method }) => (method === 'PATCH' ? { status: 500, error: 'no' } : null);
      t.equal(await update({ instance_memory: '100' }), 'host_failed');
      world.host.faults.refuse = null;
      t.equal(
        await add('m-4', { instance_memory: '100' }),
        'quota_exceeded',
        'what failed gave nothing back',
      );
    },
    {
      app: {
        env: { GANTRY_QUOTAS_MEMORY_MB: '1024', GANTRY_QUOTAS_VCPUS: '3', GANTRY_QUOTAS_DISK_MB: '10240' },
      },
    },
  ),

  apiCase(
    'REL-71 50 at once under one key: one instance, 50 equal answers, also across a restart',
    async (t, world) => {
      const call = (params: object = {}, key = 'key-1') =>
        world.app.call(
          'instance.add',
          { ...base, instance_name: 'once-1', ...params },
          { token: world.userToken, headers: { 'idempotency-key': key } },
        );
      const answers = await Promise.all(Array.from({ length: 50 }, () => call()));
      const texts = new Set(answers.map((answer) => JSON.stringify(answer)));
      t.equal(texts.size, 1);
      t.equal(codeOf(answers[0] ?? { status: 0, body: {} }), 'ok');
      t.equal(codeOf(await call({ instance_memory: '64' })), 'conflict', 'the same key, another body');
      t.equal(codeOf(await call({}, 'key-2')), 'conflict', 'another key: the name is taken');
      await until(() => world.host.instance('once-1')?.status === 'Running');
      await world.app.restart();
      t.same(await call(), answers[0]);
      const found = (await must<Resource[]>(world, 'instance.list')).filter(
        ({ attributes }) => attributes['instance_name'] === 'once-1',
      );
      t.equal(found.length, 1);
      t.equal(
        world.host
          .seen('POST', '/1.0/instances')
          .filter(({ body }) => (body as { name?: string }).name === 'once-1').length,
        1,
      );
    },
  ),

  apiCase('REL-74 with the host away: refused at once, or queued until it is back', async (t, world) => {
    await world.host.down();
    await until(
      async () =>
        (await refused(world, 'instance.add', { ...base, instance_name: 'away-1' })) === 'host_unreachable',
      {
        timeout_ms: 10_000,
      },
    );
    const made = await must(world, 'instance.add', {
      ...base,
      instance_name: 'away-1',
      on_unreachable: 'queue',
    });
    t.equal(made.attributes['operation_status'], 'pending');
    const doomed = await must(world, 'instance.add', {
      ...base,
      instance_name: 'away-2',
      on_unreachable: 'queue',
      deadline: 0.2,
    });
    t.match(await over(world, Number(doomed.attributes['operation_id'])), {
      operation_error_code: 'deadline',
    });
    await world.host.up();
    t.match(await over(world, Number(made.attributes['operation_id'])), { operation_status: 'success' });
    t.equal(world.host.instance('away-1')?.status, 'Running');
    t.equal(world.host.instance('away-2'), undefined);
    t.match(
      detailOf(await world.app.call('instance.add', { server_id: 1 }, { token: world.userToken })),
      /instance_name/,
    );
  }),
];
