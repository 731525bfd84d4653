// Hostile and broken hosts: what the provider makes of hangs, drips, floods, lies, losses and disorder.
import t, { type Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import { createLxdProvider } from '../../../src/providers/lxd/provider.js';
import type { Timeouts } from '../../../src/providers/lxd/settings.js';
import type { Host, HostEvent } from '../../../src/providers/provider.js';
import { selfSigned } from '../../support/certificates.js';
import { FakeHost, type FakeHostOptions } from '../../support/fake-host.js';
import { until } from '../../support/until.js';

const identity = await selfSigned();
const ref = { project: 'default', name: 'web' };
const force = { force: true, timeout_s: 5 };

async function setup(
  t: Test,
  options: Partial<FakeHostOptions> = {},
  timeouts: Partial<Timeouts> = {},
): Promise<{ fake: FakeHost; host: Host }> {
  const fake = await FakeHost.start({
    kind: 'https',
    trusted: [identity.fingerprint],
    instances: ['web:running'],
    ...options,
  });
  const provider = createLxdProvider({
    identity,
    timeouts: { backoff: 5, header: 150, total: 300, ...timeouts },
  });
  const host = provider.open(fake.endpoint);
  t.teardown(async () => {
    await host.close();
    await fake.stop();
  });
  return { fake, host };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'resolved';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

const state = (request: { path: string }): boolean => request.path.startsWith('/1.0/instances');

await t.test(
  'SEC-46 hangs, drips, floods, garbage and lies become errors, and the host stays usable',
  async (t) => {
    const { fake, host } = await setup(t);
    const cases: ['hang' | 'drip' | 'huge' | 'close_mid_body' | 'garbage' | 'lie', string][] = [
      ['hang', 'host_unreachable'],
      ['drip', 'host_unreachable'],
      ['huge', 'host_failed'],
      ['close_mid_body', 'host_unreachable'],
      ['garbage', 'host_failed'],
      ['lie', 'host_failed'],
    ];
    for (const [fault, code] of cases) {
      fake.faults[fault] = state;
      // A flood of 16 MiB takes its time under TLS; the total timeout may win.
      const got = await codeOf(host.instances());
      if (fault === 'huge') t.match(got, /^host_(?:failed|unreachable)$/, fault);
      else t.equal(got, code, fault);
      fake.faults[fault] = null;
      t.equal((await host.instances()).length, 1, `after ${fault}`);
    }
  },
);

await t.test('SEC-46 wrong types in every answer never become anything but an AppError', async (t) => {
  const { fake, host } = await setup(t);
  fake.faults.lie = () => true;
  const calls: [string, () => Promise<unknown>][] = [
    ['facts', () => host.facts()],
    ['instances', () => host.instances()],
    ['instance', () => host.instance(ref)],
    ['setState', () => host.setState(ref, 'stop', force)],
    ['update', () => host.update(ref, { config: { 'user.a': null } })],
    ['exec', () => host.exec(ref, ['true'])],
    ['images', () => host.images()],
    ['findImage', () => host.findImage('busybox')],
    ['networks', () => host.networks()],
    ['leases', () => host.leases('lxdbr0')],
    ['profiles', () => host.profiles()],
    ['pools', () => host.pools()],
    ['volumes', () => host.volumes()],
    ['volume', () => host.volume('default', 'spare')],
    ['network', () => host.network('lxdbr0')],
    ['snapshots', () => host.snapshots(ref)],
    ['snapshot', () => host.snapshot(ref, 'one')],
    ['addSnapshot', () => host.addSnapshot(ref, 'one', { stateful: false })],
    ['rename', () => host.rename(ref, 'other')],
    ['certificates', () => host.certificates()],
    ['idle', () => host.idle(ref)],
  ];
  for (const [name, call] of calls)
    t.match(await codeOf(call()), /^(?:host_failed|conflict|resolved)$/, name);
});

await t.test('SEC-46 the breaker opens after five failures, and a probe closes it', async (t) => {
  const { fake, host } = await setup(t);
  await host.instances();
  await fake.down();
  for (let i = 0; i < 5; i += 1) t.equal(await codeOf(host.instances()), 'host_unreachable');
  await fake.up();
  const before = fake.connections;
  t.equal(await codeOf(host.instances()), 'host_unreachable', 'open: refused');
  t.equal(fake.connections, before, 'without a connection');
  t.equal((await host.facts()).auth, 'trusted', 'the probe passes');
  t.equal((await host.instances()).length, 1, 'closed again');
});

await t.test('SEC-46 at most eight requests at a time, waits not counted', async (t) => {
  const { fake, host } = await setup(t, {}, { header: 5_000, total: 5_000 });
  fake.faults.hang = state;
  const stuck = Array.from({ length: 20 }, () => codeOf(host.instances()));
  await until(() => fake.seen('GET', '/1.0/instances').length === 8);
  t.equal(fake.seen('GET', '/1.0/instances').length, 8);
  await host.close();
  t.same(new Set(await Promise.all(stuck)), new Set(['host_unreachable']), 'closing ends them all');
});

await t.test('an operation that is forgotten while waited for is lost', async (t) => {
  const { fake, host } = await setup(t);
  fake.faults.hold = () => true;
  let id = '';
  const stop = codeOf(host.setState(ref, 'stop', force, { accepted: (operation) => void (id = operation) }));
  await until(() => id !== '' && fake.seen('GET', `/1.0/operations/${id}/wait`).length > 0);
  fake.operations.forgetAll();
  fake.release();
  await stop;
  fake.faults.hold = null;
  await until(() => fake.instance('web')?.busy === '');
  fake.world.place('web', { status: 'Running' });
  fake.faults.forget_operations = true;
  const again = codeOf(
    host.setState(ref, 'restart', force, {
      accepted: () => until(() => fake.operations.running().length === 0).then(() => undefined),
    }),
  );
  t.equal(await again, 'lost');
});

await t.test('the connection dies while waiting: host_unreachable', async (t) => {
  const { fake, host } = await setup(t);
  fake.faults.hold = () => true;
  let begun = false;
  const stop = codeOf(host.setState(ref, 'stop', force, { accepted: () => void (begun = true) }));
  await until(() => begun && fake.seen('GET', /\/wait$/).length > 0);
  await fake.down();
  t.equal(await stop, 'host_unreachable');
});

await t.test('a cluster names the project in operation URLs', async (t) => {
  const { fake, host } = await setup(t, { clustered: true });
  await host.setState(ref, 'restart', force);
  t.match(fake.seen('GET', /\/wait$/)[0], { query: { project: 'default', timeout: '20' } });
  t.match(await host.facts(), { clustered: true, member: 'member-1' });
});

await t.test('PUT with If-Match is repeated when somebody changed the instance in between', async (t) => {
  const { fake, host } = await setup(t);
  let changes = 2;
  fake.faults.refuse = ({ method }) => {
    if (method !== 'PUT' || changes === 0) return null;
    changes -= 1;
    return { status: 412, error: "ETag doesn't match: a vs b" };
  };
  await host.update(ref, { config: { 'user.gone': null, 'user.new': '1' } });
  t.equal(fake.instance('web')?.config['user.new'], '1');
  t.equal(fake.seen('PUT', '/1.0/instances/web').length, 3);
});

await t.test('REL-72 two changes at once fail on the host, as on LXD 5.0.2', async (t) => {
  const { fake, host } = await setup(t, { delays: { other: 30, start: 30 } });
  const codes = await Promise.all([1, 2].map(() => codeOf(host.setState(ref, 'restart', force))));
  t.same(codes.toSorted(), ['bad_state', 'resolved']);
  t.equal(fake.overlaps.length, 1, 'the fake noticed');
});

await t.test(
  'REL-63 disorder, duplicates and delays: each operation ends once and nothing follows',
  async (t) => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const { fake, host } = await setup(t, { random }, { total: 5_000, header: 5_000 });
    Object.assign(fake.faults, { reorder_events: true, duplicate_events: true, delay_events_ms: 5 });
    const events: HostEvent[] = [];
    const watch = host.watch({
      up: () => undefined,
      event: (event) => void events.push(event),
      down: () => undefined,
    });
    t.teardown(() => watch.close());
    await fake.subscribed();
    for (let i = 0; i < 20; i += 1) {
      await host.exec(ref, ['true']);
      await host.setState(ref, 'restart', force);
    }
    const ends = (): HostEvent[] =>
      events.filter((event) => event.kind === 'operation' && event.status === 'success');
    await until(() => ends().length >= 40);
    const rank = { pending: 0, running: 1, success: 2, failure: 2, cancelled: 2 };
    const highest = new Map<string, number>();
    for (const event of events) {
      if (event.kind !== 'operation') continue;
      if (rank[event.status] <= (highest.get(event.id) ?? -1))
        t.fail(`${event.id} went back to ${event.status}`);
      highest.set(event.id, rank[event.status]);
    }
    t.equal(highest.size, 40);
  },
);

await t.test(
  'REL-64 REL-74 the watch reconnects by itself, one attempt at a time, and says why',
  async (t) => {
    const { fake, host } = await setup(t);
    const log: string[] = [];
    const watch = host.watch({
      up: () => void log.push('up'),
      event: () => undefined,
      down: (code) => void log.push(code),
    });
    t.teardown(() => watch.close());
    await fake.subscribed();
    for (let i = 0; i < 5; i += 1) await codeOf(host.instance({ ...ref, name: 'nope' }));
    await fake.down();
    await until(() => log.length === 2);
    for (let i = 0; i < 5; i += 1) await codeOf(host.instances());
    await fake.up();
    await until(() => log.length === 3);
    t.same(log, ['up', 'host_unreachable', 'up']);
    t.equal((await host.instances()).length, 1, 'the reconnect closed the breaker');
    fake.distrust(identity.fingerprint);
    fake.dropConnections();
    await until(() => log.at(-1) === 'host_untrusted');
    t.equal(fake.events.size, 0);
  },
);

await t.test('a host that no longer answers pings is noticed', async (t) => {
  const { fake, host } = await setup(t, {}, { ping: 20 });
  const log: string[] = [];
  const watch = host.watch({
    up: () => void log.push('up'),
    event: () => undefined,
    down: (code) => void log.push(code),
  });
  t.teardown(() => watch.close());
  await fake.subscribed();
  fake.events.mute();
  await until(() => log.includes('host_unreachable'));
  t.pass('noticed');
});

await t.test(
  'frames no healthy host sends are ignored, and a listener that throws harms nothing',
  async (t) => {
    const { fake, host } = await setup(t);
    let events = 0;
    const watch = host.watch({
      up: () => undefined,
      event: () => {
        events += 1;
        throw new Error('listener');
      },
      down: () => undefined,
    });
    t.teardown(() => watch.close());
    await fake.subscribed();
    for (const frame of [
      '',
      'null',
      '[]',
      '42',
      '{"type":"operation"}',
      '{"type":"operation","metadata":{"id":3}}',
    ]) {
      fake.events.raw(frame);
    }
    fake.events.raw('{"type":"lifecycle","metadata":{"action":"instance-started","source":"//evil/%ff"}}');
    fake.add('new');
    fake.add('newer');
    await until(() => events >= 3);
    t.equal(fake.events.size, 1, 'still connected');
  },
);

await t.test(
  'creates from simplestreams by alias or fingerprint, with rising progress from the event socket',
  async (t) => {
    const { fake, host } = await setup(t, {}, { total: 5_000, header: 5_000 });
    let up = false;
    const watch = host.watch({ up: () => void (up = true), event: () => undefined, down: () => undefined });
    t.teardown(() => watch.close());
    await until(() => up);
    const spec = {
      type: 'container' as const,
      profiles: ['default'],
      config: {},
      devices: {},
      description: '',
    };
    const image = {
      kind: 'simplestreams' as const,
      server: 'https://images.example/r/7',
      certificate: 'PEM',
    };
    const percents: number[] = [];
    const progress = ({ percent }: { percent: number }): void => void percents.push(percent);
    await host.create(
      { ...ref, name: 'a' },
      { ...spec, image: { ...image, alias: 'busybox' } },
      { progress },
    );
    t.match(fake.seen('POST', '/1.0/instances')[0]?.body, {
      source: {
        type: 'image',
        protocol: 'simplestreams',
        mode: 'pull',
        alias: 'busybox',
        certificate: 'PEM',
      },
    });
    t.ok(percents.length >= 2, 'progress came');
    t.same(
      percents,
      percents.toSorted((a, b) => a - b),
    );
    const fingerprint = (await host.findImage('busybox')) ?? '';
    const prefix = fingerprint.slice(0, 12);
    await host.create({ ...ref, name: 'b' }, { ...spec, image: { ...image, alias: prefix } });
    t.match(fake.seen('POST', '/1.0/instances')[1]?.body, { source: { fingerprint: prefix } });
    const missing = { ...spec, image: { ...image, alias: 'nope' } };
    t.equal(await codeOf(host.create({ ...ref, name: 'c' }, missing)), 'not_found');
    const plain = { ...spec, image: { ...image, server: 'http://images.example', alias: 'busybox' } };
    t.equal(await codeOf(host.create({ ...ref, name: 'd' }, plain)), 'invalid_params');
    const away = { ...spec, image: { kind: 'host' as const, alias: 'busybox' }, target: 'nowhere' };
    t.equal(await codeOf(host.create({ ...ref, name: 'e' }, away)), 'not_found', 'unknown cluster member');
  },
);
