// Certificate pinning and first contact, names that must never reach a host, and what refusals mean.
import { createServer, type TLSSocket } from 'node:tls';
import t from 'tap';
import { isAppError } from '../../../src/errors.js';
import { cleanText, fromFailure, fromRefusal } from '../../../src/providers/lxd/errors.js';
import { createLxdProvider } from '../../../src/providers/lxd/provider.js';
import { toEvent, Tracker } from '../../../src/providers/lxd/track.js';
import { selfSigned } from '../../support/certificates.js';
import { FakeHost } from '../../support/fake-host.js';
import { until } from '../../support/until.js';

const identity = await selfSigned();
const provider = createLxdProvider({ identity, timeouts: { backoff: 5 } });
const ref = { project: 'default', name: 'web' };

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'resolved';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

await t.test(
  'SEC-41 a swapped certificate gets no byte of application data, on calls, events, trust',
  async (t) => {
    const [real, attacker] = [await selfSigned('a'), await selfSigned('a')];
    let bytes = 0;
    let handshakes = 0;
    const sockets = new Set<TLSSocket>();
    const server = createServer({
      cert: attacker.cert,
      key: attacker.key,
      requestCert: true,
      rejectUnauthorized: false,
    });
    server.on('secureConnection', (socket) => {
      handshakes += 1;
      sockets.add(socket);
      socket.on('data', (chunk: Buffer) => (bytes += chunk.length));
      socket.on('error', () => socket.destroy());
    });
    server.on('tlsClientError', () => (handshakes += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.teardown(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const endpoint = { protocol: 'lxd' as const, address: '127.0.0.1', port, path: '', tls_cert: real.cert };
    const host = provider.open(endpoint);
    t.teardown(() => host.close());
    t.equal(await codeOf(host.facts()), 'host_untrusted');
    t.equal(await codeOf(host.setState(ref, 'stop', { force: true, timeout_s: 1 })), 'host_untrusted');
    const downs: string[] = [];
    const watch = host.watch({
      up: () => t.fail('up'),
      event: () => undefined,
      down: (code) => void downs.push(code),
    });
    await until(() => downs.length > 0);
    watch.close();
    t.same(downs, ['host_untrusted']);
    const trust = provider.trust(endpoint, 'the trust password', {
      fingerprint: real.fingerprint,
      name: 'gantry',
    });
    t.equal(await codeOf(trust), 'host_untrusted');
    await until(() => handshakes >= 4);
    t.equal(bytes, 0, 'zero bytes of application data');
  },
);

await t.test(
  'SEC-41 a host that changes its certificate becomes untrusted, its new one is accepted once pinned',
  async (t) => {
    const fake = await FakeHost.start({ kind: 'https', trusted: [identity.fingerprint] });
    const host = provider.open(fake.endpoint);
    t.teardown(async () => {
      await host.close();
      await fake.stop();
    });
    await host.facts();
    await fake.changeCertificate();
    const before = fake.requests.length;
    t.equal(await codeOf(host.instances()), 'host_untrusted');
    t.equal(fake.requests.length, before, 'no request arrived');
    const renewed = provider.open(fake.endpoint);
    t.equal(await codeOf(renewed.instances()), 'resolved');
    await renewed.close();
    t.throws(() => provider.open({ ...fake.endpoint, tls_cert: null }), { code: 'host_untrusted' });
  },
);

await t.test('SEC-41 first contact by password and by token, LXD and Incus', async (t) => {
  for (const flavour of ['lxd', 'incus'] as const) {
    const fake = await FakeHost.start({ kind: 'https', flavour });
    t.teardown(() => fake.stop());
    const endpoint = { ...fake.endpoint, tls_cert: null };
    const options = { fingerprint: fake.fingerprint, name: 'gantry' };
    t.match(await provider.inspect(endpoint), { auth: 'untrusted', fingerprint: fake.fingerprint });
    t.equal(await codeOf(provider.trust(endpoint, 'wrong', options)), 'host_untrusted');
    const secret = flavour === 'lxd' ? fake.password : fake.token();
    if (flavour === 'incus') t.equal(provider.tokenFingerprint(secret), fake.fingerprint);
    await provider.trust(endpoint, secret, options);
    t.match(await provider.inspect(endpoint), { auth: 'trusted', server: flavour });
  }
  t.equal(provider.tokenFingerprint('sesame'), null);
  t.equal(provider.tokenFingerprint(Buffer.from('{"fingerprint":"zz"}').toString('base64')), null);
});

await t.test('SEC-40 every new connection goes to the address the caller checked', async (t) => {
  const fake = await FakeHost.start({ kind: 'https', trusted: [identity.fingerprint] });
  const named = { ...fake.endpoint, address: 'no-such-host.invalid' };
  let asked = 0;
  const host = provider.open(named, { connect_to: async () => (asked++, '127.0.0.1') });
  t.teardown(async () => {
    await host.close();
    await fake.stop();
  });
  t.equal(await codeOf(host.facts()), 'resolved');
  let up = false;
  host.watch({ up: () => void (up = true), event: () => undefined, down: () => undefined });
  await until(() => up);
  t.ok(asked >= 2, 'asked for each connection');
  t.match(await provider.inspect(named, { connect_to: '127.0.0.1' }), { auth: 'trusted' });
});

await t.test('SEC-44 odd names and fingerprints never reach the host', async (t) => {
  const fake = await FakeHost.start({ kind: 'https', trusted: [identity.fingerprint] });
  const host = provider.open(fake.endpoint);
  t.teardown(async () => {
    await host.close();
    await fake.stop();
  });
  const parts = [
    '%',
    '_',
    '/',
    '..',
    '?',
    '#',
    '\0',
    '\u2215',
    '\uff0f',
    '\\',
    ' ',
    '\n',
    'é',
    '%2e',
    '%2F',
    '&',
    '=',
  ];
  const odd = parts.flatMap((part) => [part, `a${part}`, `${part}a`, `a${part}b`, `${part}${part}`]);
  for (const name of [...odd, '', '-a', 'a-', '1a', 'a'.repeat(64)]) {
    const bad = { project: 'default', name };
    t.equal(await codeOf(host.instance(bad)), 'invalid_params', `instance ${JSON.stringify(name)}`);
    await codeOf(host.delete(bad));
    await codeOf(host.exec(bad, ['true']));
    await codeOf(host.update(bad, { description: 'x' }));
    await codeOf(host.cancel(name));
  }
  const spec = { type: 'container' as const, profiles: [], config: {}, devices: {}, description: '' };
  for (const alias of ['%', 'abcdef12345%', 'a/../b', '../x', 'a//b', '/a', 'a/', 'a?b', 'a#b', 'a\0', '']) {
    t.equal(await codeOf(host.findImage(alias)), 'invalid_params', `image ${JSON.stringify(alias)}`);
    t.equal(await codeOf(host.create(ref, { ...spec, image: { kind: 'host', alias } })), 'invalid_params');
  }
  for (const name of ['..', 'a/b', 'a%b', 'a?b', '']) {
    t.equal(await codeOf(host.leases(name)), 'invalid_params');
    t.equal(await codeOf(host.idle({ project: name, name: 'a' })), 'invalid_params');
  }
  t.equal(fake.requests.length, 0, 'no request was made');
  t.equal(await host.findImage('a/b_c'), null, 'slashes and underscores are part of aliases');
  t.equal(fake.requests.at(-1)?.path, '/1.0/images/aliases/a%2Fb_c');
});

await t.test('SEC-35 refusals of both kinds become codes, and texts lose addresses and paths', async (t) => {
  const cases: [number, string, string][] = [
    [0, 'The instance is already running', 'bad_state'],
    [0, 'The instance is already stopped', 'bad_state'],
    [0, "The container isn't running", 'bad_state'],
    [0, 'The container is already frozen', 'bad_state'],
    [400, 'Instance is running', 'bad_state'],
    [400, 'Instance is not running', 'bad_state'],
    [
      500,
      'Failed to create instance update operation: Instance is busy running a "start" operation',
      'bad_state',
    ],
    [
      500,
      'Failed to create instance update operation: A matching non-reusable operation has now succeeded',
      'bad_state',
    ],
    [
      0,
      'Failed creating instance record: Add instance info to the database: This "instances" entry already exists',
      'conflict',
    ],
    [400, 'Network is currently in use', 'conflict'],
    [412, "ETag doesn't match: a vs b", 'conflict'],
    [404, 'Instance not found', 'not_found'],
    [0, 'Image not provided for instance creation', 'not_found'],
    [500, 'Requested profile "x" doesn\'t exist', 'not_found'],
    [500, 'Invalid config: Unknown configuration key: bogus.key', 'invalid_params'],
    [404, 'Invalid devices: Device validation failed for "d": Network not found', 'invalid_params'],
    [0, 'write /var/lib/lxd/x: no space left on device', 'no_capacity'],
    [500, 'Instance type "virtual-machine" is not supported on this server: vhost_vsock', 'unsupported'],
    [403, 'not authorized', 'host_untrusted'],
    [0, 'Failed shutting down instance, status is "Running": context deadline exceeded', 'host_failed'],
    [500, 'something else', 'host_failed'],
  ];
  for (const [status, text, code] of cases) {
    const error = status === 0 ? fromFailure(text) : fromRefusal(status, text);
    t.equal(error.code, code, text);
    t.match(error.cause, { message: text }, 'the original is kept as the cause');
  }
  const leak =
    'Get "https://10.0.0.1:8443/1.0": dial tcp [fe80::1]:8443: open /var/lib/lxd/a/b: lookup h.example on 10.1.2.3:53';
  t.notMatch(cleanText(leak), /10\.|fe80|var|example|8443/);
  t.equal(cleanText('Unknown configuration key: limits.bogus'), 'Unknown configuration key: limits.bogus');
});

await t.test('REL-63 10,000 random permutations of an operation end as the sorted one', (t) => {
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const frame = (status_code: number, percent?: number): Record<string, unknown> => ({
    type: 'operation',
    project: 'default',
    metadata: {
      id: 'o',
      status_code,
      resources: { instances: ['/1.0/instances/web'] },
      metadata: percent === undefined ? null : { x_progress: `${percent}%` },
    },
  });
  let wrong = 0;
  for (let round = 0; round < 10_000; round += 1) {
    const frames = [frame(105), frame(103), frame(103, 10), frame(103, 60), frame(200), frame(103)];
    frames.sort(() => random() - 0.5);
    const tracker = new Tracker();
    const out = frames.flatMap((one) => toEvent(one, tracker, 1) ?? []);
    const last = out.at(-1);
    const percents = out.flatMap((event) =>
      event.kind === 'operation' && event.progress ? [event.progress.percent] : [],
    );
    const rising = percents.every((percent, at) => at === 0 || percent > (percents[at - 1] ?? 0));
    if (last?.kind !== 'operation' || last.status !== 'success' || !rising) wrong += 1;
  }
  t.equal(wrong, 0);
  t.end();
});
