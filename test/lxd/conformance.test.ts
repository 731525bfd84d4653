// The conformance suite on a private real LXD, by https and by unix socket, and what only a real one can show.
import t from 'tap';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import { isAppError } from '../../src/errors.js';
import { createLxdProvider } from '../../src/providers/lxd/provider.js';
import { selfSigned } from '../support/certificates.js';
import { conformance } from '../support/conformance.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

await onRealLxd('real LXD', real);

async function real(): Promise<void> {
  t.setTimeout(180_000);
  const daemon = await startLxd({ name: 'conf' });
  t.teardown(() => daemon.stop());
  const fingerprint = await importBusybox(daemon);
  const identity = await selfSigned('gantry-conformance');
  const provider = createLxdProvider({ identity, timeouts: { backoff: 50 } });

  await t.test('busybox image is reproducible bit for bit', async (t) => {
    t.equal(buildBusyboxImage(`${t.testdir()}/again.tar.gz`), fingerprint);
  });

  await t.test(
    'SEC-41 first contact: inspect, then trust by password with the fingerprint shown',
    async (t) => {
      const endpoint = { ...daemon.https, tls_cert: null };
      const before = await provider.inspect(endpoint);
      t.match(before, { auth: 'untrusted', fingerprint: daemon.fingerprint, server: '' });
      const options = { fingerprint: daemon.fingerprint, name: 'gantry' };
      await t.rejects(provider.trust(endpoint, 'wrong', options), { code: 'host_untrusted' });
      const other = { ...options, fingerprint: 'f'.repeat(64) };
      await t.rejects(provider.trust(endpoint, daemon.password, other), { code: 'host_untrusted' });
      await provider.trust(endpoint, daemon.password, options);
      await t.resolves(provider.trust(endpoint, daemon.password, options), 'a second time is fine');
      t.match(await provider.inspect(endpoint), {
        auth: 'trusted',
        server: 'lxd',
        instance_types: ['container'],
      });
    },
  );

  await t.test('SEC-41 trust by join token', async (t) => {
    const second = createLxdProvider({ identity: await selfSigned('second') });
    const token =
      (await daemon.lxc('config', 'trust', 'add', '--name', 'second')).trim().split('\n').at(-1) ?? '';
    const inside = second.tokenFingerprint(token);
    t.equal(inside, daemon.fingerprint, 'the token names the certificate');
    await second.trust({ ...daemon.https, tls_cert: null }, token, {
      fingerprint: inside ?? '',
      name: 'second',
    });
    t.match(await second.inspect(daemon.https), { auth: 'trusted' });
  });

  for (const kind of ['https', 'unix'] as const) {
    await t.test(`conformance on a real LXD by ${kind}`, async (t) => {
      await conformance(t, async () => ({
        host: provider.open(daemon[kind]),
        prefix: kind,
        done: async () => undefined,
      }));
    });
  }

  await t.test('idle sees work in a project that is not the default one', async (t) => {
    const host = provider.open(daemon.https);
    t.teardown(() => host.close());
    await daemon.lxc(
      'project',
      'create',
      'side',
      '-c',
      'features.images=false',
      '-c',
      'features.profiles=false',
    );
    const ref = { project: 'side', name: 'far' };
    let begun = false;
    const image = { kind: 'host' as const, alias: 'busybox' };
    const spec = {
      type: 'container' as const,
      image,
      profiles: ['default'],
      config: {},
      devices: {},
      description: '',
    };
    const creation = host.create(ref, spec, { accepted: () => void (begun = true) });
    await until(() => begun);
    await host.idle(ref);
    t.match(await host.instance(ref), { project: 'side', power: 'stopped' });
    await creation;
    t.ok((await host.instances()).some((one) => one.project === 'side' && one.name === 'far'));
    await host.delete(ref);
  });

  await t.test('REL-64 REL-74 a killed daemon: the wait ends, the watch comes back by itself', async (t) => {
    const host = provider.open(daemon.https);
    t.teardown(() => host.close());
    const ref = { project: 'default', name: 'killed' };
    await daemon.lxc('launch', 'busybox', ref.name);
    let ups = 0;
    const downs: string[] = [];
    const watch = host.watch({
      up: () => void (ups += 1),
      event: () => undefined,
      down: (code) => void downs.push(code),
    });
    t.teardown(() => watch.close());
    await until(() => ups === 1);
    let begun = false;
    const stop = host.setState(
      ref,
      'stop',
      { force: false, timeout_s: 60 },
      { accepted: () => void (begun = true) },
    );
    const ended = stop.then(
      () => 'success',
      (error: unknown) => (isAppError(error) ? error.code : String(error)),
    );
    await until(() => begun);
    await daemon.kill9();
    t.match(await ended, /^(?:host_unreachable|lost)$/, 'the work is lost, not guessed');
    await until(() => downs.length > 0);
    t.same(downs, ['host_unreachable']);
    await daemon.restart();
    await until(() => ups === 2, { timeout_ms: 15_000 });
    await host.idle(ref);
    t.ok(['running', 'stopped'].includes((await host.instance(ref))?.power ?? ''), 'its state is read again');
  });
}
