// What every host must do for core, whatever it is made of: one suite for the fake and for a real LXD.
import type { Test } from 'tap';
import { isAppError, type Code } from '../../src/errors.js';
import type { CreateSpec, Host, HostEvent, InstanceRef, Progress } from '../../src/providers/provider.js';
import { bgpConformance } from './conformance/bgp.js';
import { fileConformance } from './conformance/files.js';
import { imageConformance } from './conformance/images.js';
import { networkConformance } from './conformance/networks.js';
import { objectConformance } from './conformance/objects.js';
import { snapshotConformance } from './conformance/snapshots.js';
import { storageConformance } from './conformance/storage.js';
import { trafficConformance } from './conformance/traffic.js';
import { usageConformance } from './conformance/usage.js';
import { sessionConformance } from './conformance/sessions.js';
import { until } from './until.js';

/** A host under test; instance names begin with `prefix`, the image alias `busybox` is there. */
export interface ConformanceHost {
  host: Host;
  prefix: string;
  /** Breaks the event socket (not the host) so that the watch has to reconnect; absent: not tried. */
  breakEvents?: () => void | Promise<void>;
  done: () => Promise<void>;
}

const TIMEOUT = { timeout_ms: 20_000 };

async function fails(t: Test, code: Code, work: Promise<unknown>, what: string): Promise<void> {
  try {
    await work;
    t.fail(`${what}: should have failed with ${code}`);
  } catch (error) {
    t.equal(isAppError(error) ? error.code : String(error), code, what);
    if (isAppError(error))
      t.notMatch(error.message, /\/(?:tmp|var|1\.0)\/|127\.0\.0\.1/, `${what}: shows nothing of the host`);
  }
}

function spec(given: Partial<CreateSpec> = {}): CreateSpec {
  return {
    type: 'container',
    image: { kind: 'host', alias: 'busybox' },
    profiles: ['default'],
    config: {},
    devices: {},
    description: '',
    ...given,
  };
}

/** Runs the suite; `makeHost` is called once. */
export async function conformance(t: Test, makeHost: () => Promise<ConformanceHost>): Promise<void> {
  const { host, prefix, breakEvents, done } = await makeHost();
  const ref = (name: string): InstanceRef => ({ project: 'default', name: `${prefix}-${name}` });
  const force = { force: true, timeout_s: 10 };
  const one = ref('one');
  t.teardown(async () => {
    for (const name of ['one', 'two']) {
      await host.setState(ref(name), 'stop', force).catch(() => undefined);
      await host.delete(ref(name)).catch(() => undefined);
    }
    await host.close();
    await done();
  });

  await t.test('says who it is', async (t) => {
    const facts = await host.facts();
    t.equal(facts.auth, 'trusted');
    t.match(facts.fingerprint, /^[0-9a-f]{64}$/);
    t.match(facts.certificate, /BEGIN CERTIFICATE/);
    t.match(facts.server, /^(?:lxd|incus)$/);
    t.ok(facts.instance_types.includes('container'));
    t.ok(facts.cpu_threads > 0 && facts.memory_total_mb > 0, 'hardware figures');
    t.ok(facts.api_extensions.length > 0);
    t.ok(Math.abs(facts.clock_skew_ms ?? Infinity) < 3_000, 'clock');
    t.ok(facts.latency_ms > 0);
  });

  await t.test('lists what it has', async (t) => {
    const [image] = await host.images();
    t.match(image?.fingerprint, /^[0-9a-f]{64}$/);
    t.ok(image?.aliases.includes('busybox'));
    t.equal(await host.findImage('busybox'), image?.fingerprint, 'by alias');
    t.equal(await host.findImage(image?.fingerprint.slice(0, 12) ?? ''), image?.fingerprint, 'by prefix');
    t.equal(await host.findImage('nonesuch'), null);
    t.equal(await host.findImage('000000000000'), null);
    const profile = (await host.profiles()).find(({ name }) => name === 'default');
    t.ok(profile?.devices['root'] !== undefined && profile.etag !== '', 'profile with root disk and ETag');
    const network = (await host.networks()).find(({ managed }) => managed);
    t.equal(network?.type, 'bridge');
    t.type(await host.leases(network?.name ?? ''), Array);
    const pool = (await host.pools())[0];
    t.equal(pool?.name, 'default');
    t.ok((pool?.space_total ?? 0) > 0, 'pool figures');
    t.type(await host.certificates(), Array);
    await fails(t, 'not_found', host.leases('nonesuch'), 'leases of a missing network');
  });

  await objectConformance(t, host, prefix);
  await networkConformance(t, host, prefix);
  await bgpConformance(t, host, prefix);

  await t.test('creates, with progress and an operation id', async (t) => {
    const seen: Progress[] = [];
    const accepted: string[] = [];
    const config = { 'user.gantry.uuid': 'a-b-c', 'user.note': 'x' };
    await host.create(one, spec({ config, description: 'first' }), {
      accepted: (id) => void accepted.push(id),
      progress: (progress) => void seen.push(progress),
    });
    t.match(accepted, [/^[0-9a-f-]{36}$/], 'accepted once');
    const sorted = seen.map(({ percent }) => percent).toSorted((a, b) => a - b);
    t.same(
      seen.map(({ percent }) => percent),
      sorted,
      'progress only rises',
    );
    const made = await host.instance(one);
    t.match(made, { name: one.name, project: 'default', power: 'stopped', busy: false, type: 'container' });
    t.match(made, { description: 'first', gantry_uuid: 'a-b-c', profiles: ['default'], location: '' });
    t.match(made?.uuid, /^[0-9a-f-]{36}$/, 'volatile.uuid');
    t.ok(made?.expanded_devices['root'] !== undefined, 'root disk from the profile');
    t.ok((made?.created_at ?? 0) > 1_600_000_000_000);
    t.ok(
      (await host.instances()).some(({ name }) => name === one.name),
      'listed',
    );
    t.ok(
      (await host.volumes()).some(({ name }) => name === one.name),
      'volume listed',
    );
  });

  await t.test('refuses what can not be, at once or later (SEC-35)', async (t) => {
    await fails(t, 'conflict', host.create(one, spec()), 'a name that is taken');
    await fails(
      t,
      'not_found',
      host.create(ref('two'), spec({ image: { kind: 'host', alias: 'nope' } })),
      'no image',
    );
    await fails(
      t,
      'invalid_params',
      host.create(ref('two'), spec({ config: { 'bogus.key': '1' } })),
      'unknown key',
    );
    await fails(t, 'not_found', host.create(ref('two'), spec({ profiles: ['nonesuch'] })), 'unknown profile');
    await fails(t, 'bad_state', host.setState(one, 'stop', force), 'stop of a stopped one');
    await fails(t, 'bad_state', host.setState(one, 'freeze', force), 'freeze of a stopped one');
    await fails(t, 'bad_state', host.exec(one, ['true']), 'exec in a stopped one');
    await fails(t, 'not_found', host.setState(ref('nope'), 'start', force), 'start of a missing one');
    await fails(
      t,
      'invalid_params',
      host.update(one, { config: { 'bogus.key': '1' } }),
      'update with unknown key',
    );
    await fails(
      t,
      'invalid_params',
      host.update(one, { devices: { d: { type: 'bogus' } } }),
      'unknown device',
    );
    t.equal(await host.instance(ref('nope')), null, 'missing is null');
    await t.resolves(host.delete(ref('nope')), 'deleting a missing one is fine');
  });

  await t.test('updates by merging, and removes by null keeping volatile keys', async (t) => {
    const before = await host.instance(one);
    await host.update(one, { config: { 'user.a': '1', 'user.b': '2' }, description: 'second' });
    await host.update(one, { devices: { none0: { type: 'none' } } });
    await host.update(one, { config: { 'user.a': null, 'user.c': '3' }, devices: { none0: null } });
    const after = await host.instance(one);
    t.equal(after?.config['user.a'], undefined, 'removed');
    t.match(after?.config, { 'user.b': '2', 'user.c': '3', 'user.note': 'x' });
    t.equal(after?.description, 'second');
    t.same(after?.devices, {}, 'device removed');
    t.equal(after?.uuid, before?.uuid, 'volatile keys are kept');
    await t.resolves(host.update(one, {}), 'nothing to do');
  });

  await t.test('starts, freezes, unfreezes, restarts, stops; tells events', async (t) => {
    const events: HostEvent[] = [];
    let ups = 0;
    const watch = host.watch({
      up: () => void (ups += 1),
      event: (event) => void events.push(event),
      down: () => undefined,
    });
    t.teardown(() => watch.close());
    await until(() => ups === 1, { ...TIMEOUT, what: 'the event socket' });
    const told = (action: string): boolean =>
      events.some((one_) => one_.kind === 'instance' && one_.ref.name === one.name && one_.action === action);
    let operation = '';
    await host.setState(one, 'start', force, { accepted: (id) => void (operation = id) });
    t.equal((await host.instance(one))?.power, 'running');
    await until(() => told('started'), { ...TIMEOUT, what: 'started' });
    await until(
      () => events.some((e) => e.kind === 'operation' && e.id === operation && e.status === 'success'),
      { ...TIMEOUT, what: 'the operation event' },
    );
    const named = events.find((e) => e.kind === 'operation' && e.id === operation);
    t.match(named, { kind: 'operation', instances: [one] }, 'the operation names its instance');
    await fails(t, 'bad_state', host.setState(one, 'start', force), 'start of a running one');
    await fails(t, 'bad_state', host.delete(one), 'delete of a running one');
    await host.setState(one, 'freeze', force);
    t.equal((await host.instance(one))?.power, 'frozen');
    await host.setState(one, 'unfreeze', force);
    t.equal((await host.instance(one))?.power, 'running');
    await host.setState(one, 'restart', force);
    await until(() => told('paused') && told('resumed') && told('restarted'), {
      ...TIMEOUT,
      what: 'lifecycle words',
    });
    if (breakEvents !== undefined) {
      await breakEvents();
      await until(() => ups === 2, { ...TIMEOUT, what: 'the reconnect (REL-64)' });
    }
    await host.update(one, { config: { 'user.seen': '1' } });
    await until(() => told('updated'), { ...TIMEOUT, what: 'updated' });
  });

  await t.test('runs commands and returns the end of their output', async (t) => {
    const result = await host.exec(one, ['sh', '-c', 'echo out; echo err >&2; exit 3']);
    t.same(result, { exit_code: 3, output: 'out\nerr\n' });
    const long = await host.exec(one, ['seq', '1', '5000']);
    t.equal(long.exit_code, 0);
    t.equal(long.output.length, 4096, 'at most 4 KiB');
    t.match(long.output, /4999\n5000\n$/);
    t.equal((await host.exec(one, ['nonesuch'])).exit_code, 127);
  });

  await fileConformance(t, host, one);
  await storageConformance(t, host, prefix, one);
  await snapshotConformance(t, host, one);
  await usageConformance(t, host, one);
  await trafficConformance(t, host, one);
  await imageConformance(t, host, one);

  await sessionConformance(t, host, one);

  await t.test('idle waits for running work, that of a creation too', async (t) => {
    await t.resolves(host.idle(one), 'nothing runs');
    let over = false;
    let begun = false;
    const restart = host
      .setState(one, 'restart', force, { accepted: () => void (begun = true) })
      .finally(() => void (over = true));
    await until(() => begun, TIMEOUT);
    await host.idle(one);
    t.equal((await host.instance(one))?.busy, false);
    await restart;
    t.ok(over);
    let creating = false;
    const creation = host.create(ref('two'), spec(), { accepted: () => void (creating = true) });
    await until(() => creating, TIMEOUT);
    await host.idle(ref('two'));
    t.match(await host.instance(ref('two')), { power: 'stopped' }, 'the creation is over');
    await creation;
  });

  await t.test('cancel says false for what is over or unknown', async (t) => {
    let operation = '';
    await host.setState(one, 'stop', force, { accepted: (id) => void (operation = id) });
    t.equal(await host.cancel(operation), false, 'finished');
    t.equal(await host.cancel('00000000-0000-4000-8000-000000000000'), false, 'unknown');
  });

  await t.test('gives up waiting by signal', async (t) => {
    const control = new AbortController();
    const start = host.setState(one, 'start', force, {
      accepted: () => control.abort(),
      signal: control.signal,
    });
    await fails(t, 'cancelled', start, 'aborted');
    await host.idle(one);
    t.equal((await host.instance(one))?.power, 'running', 'the work went on');
  });

  await t.test('stops gracefully and deletes', async (t) => {
    await host.setState(one, 'stop', { force: false, timeout_s: 20 });
    t.equal((await host.instance(one))?.power, 'stopped');
    await host.delete(one);
    t.equal(await host.instance(one), null);
    await host.delete(ref('two'));
  });
}
