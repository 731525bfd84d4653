import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { connect as plain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import t from 'tap';
import { addressText, hostAllowed, originAllowed, Proxies } from '../../../src/wire/address.js';
import { addressGroup, Bucket, FailureBuckets } from '../../../src/wire/limits.js';
import { addressUrl, parseListen } from '../../../src/wire/listen.js';
import { selfSigned } from '../../support/certificates.js';
import { until } from '../../support/until.js';
import { ask, start, StubRegistry } from './stub.js';

t.test('listening addresses', (t) => {
  t.same(parseListen('http://127.0.0.1:7500'), { secure: false, host: '127.0.0.1', port: 7500 });
  t.same(parseListen('https://[::]:7443'), { secure: true, host: '::', port: 7443 });
  t.same(parseListen('https://[::1]'), { secure: true, host: '::1', port: 443 });
  t.equal(addressUrl({ secure: true, host: '::1', port: 1 }), 'https://[::1]:1');
  for (const bad of ['7500', 'ftp://x:1', 'http://x:1/path', ''])
    t.throws(() => parseListen(bad), { message: /^listen: / });
  t.end();
});

t.test('addresses, proxies, hosts, origins', (t) => {
  const text = (...bytes: number[]): string => addressText(Uint8Array.from(bytes).buffer);
  t.equal(text(127, 0, 0, 1), '127.0.0.1');
  t.equal(text(...Array.from({ length: 10 }, () => 0), 255, 255, 10, 0, 0, 9), '10.0.0.9');
  t.equal(text(...Array.from({ length: 15 }, () => 0), 1), '::1');
  t.equal(text(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1), '2001:db8::1:0:0:1');
  t.equal(text(...Array.from({ length: 16 }, () => 0)), '::');
  t.equal(text(), '');
  t.throws(() => new Proxies(['10.0.0.0/33']), { message: /trusted_proxies: '10.0.0.0\/33'/ });
  t.throws(() => new Proxies(['proxy.test']), { message: /trusted_proxies/ });
  t.equal(new Proxies(['fd00::/8']).client('fd00::1', '2001:db8::7'), '2001:db8::7');
  t.equal(hostAllowed('A.test:80', new Set(['a.test'])), true);
  t.equal(hostAllowed('', new Set(['a.test'])), false);
  t.equal(originAllowed('file://', '', new Set()), false);
  t.equal(addressGroup('2001:db8:1:2:3::9'), '2001:db8:1:2');
  t.equal(addressGroup('2001:db8::9'), '2001:db8:0:0');
  t.equal(addressGroup('::1'), '0:0:0:0');
  t.equal(addressGroup('10.0.0.1'), '10.0.0.1');
  t.end();
});

t.test('buckets refill evenly', (t) => {
  const bucket = new Bucket(2, 1000, 0);
  t.same(
    [bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(499), bucket.take(500)],
    [true, true, false, false, true],
  );
  const failures = new FailureBuckets(1);
  t.same(
    [failures.take('2001:db8::1', 0), failures.take('2001:db8::2', 0), failures.take('10.0.0.1', 0)],
    [true, false, true],
  );
  t.end();
});

t.test('a taken port is an error, and nothing stays open', async (t) => {
  const first = await start(new StubRegistry());
  t.teardown(() => first.wire.close());
  await t.rejects(start(new StubRegistry(), { listen: [first.url] }), { message: /is taken/ });
  await t.rejects(start(new StubRegistry(), { listen: ['https://127.0.0.1:0'] }), {
    message: /needs tls\.cert and tls\.key/,
  });
  t.equal((await ask(first.port, 'GET', '/v1/health.alive')).status, 200);
});

t.test('SEC-33 TLS: reload without restart, plain text refused at once, HSTS', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-wire-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const files = async (name: string): Promise<{ cert: string; key: string; fingerprint: string }> => {
    const { cert, key, fingerprint } = await selfSigned(name);
    const paths = { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`), fingerprint };
    await Promise.all([writeFile(paths.cert, cert), writeFile(paths.key, key)]);
    return paths;
  };
  const [one, two] = [await files('one'), await files('two')];
  await t.rejects(
    start(new StubRegistry(), { listen: ['https://127.0.0.1:0'], tls: { cert: one.cert, key: two.key } }),
    {
      message: /must be a PEM certificate and its own key/,
    },
  );
  await t.rejects(
    start(new StubRegistry(), { listen: ['https://127.0.0.1:0'], tls: { cert: '/nowhere', key: two.key } }),
    {
      message: /tls\.cert: cannot read \/nowhere/,
    },
  );
  const { wire, port } = await start(new StubRegistry(), {
    listen: ['https://127.0.0.1:0'],
    tls: one,
    hsts: 600,
  });
  t.teardown(() => wire.close());
  const old = await handshake(port);
  t.equal(fingerprint(old), one.fingerprint);
  await wire.reloadTls(two);
  for (let i = 0; i < 5; i++) {
    const socket = await handshake(port);
    t.equal(fingerprint(socket), two.fingerprint, 'every new connection');
    socket.destroy();
  }
  let answer = '';
  old.on('data', (part: Buffer) => (answer += part.toString()));
  old.write('GET /v1/health.alive HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await until(() => answer.includes('"response":true'));
  t.match(answer, /Strict-Transport-Security: max-age=600/, 'the old connection lives on');
  await t.rejects(wire.reloadTls({ cert: one.cert, key: two.key }), { message: /PEM/ });
  t.equal(await status(port), 200);
  await t.rejects(handshake(port, 'TLSv1.1'));
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const socket = plain(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    socket.on('error', () => {});
    socket.on('close', () => resolve());
  });
  t.ok(performance.now() - began < 100, 'plain text to the TLS port');
  old.destroy();
});

function handshake(port: number, maxVersion?: 'TLSv1.1'): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const versions = maxVersion === undefined ? {} : { minVersion: maxVersion, maxVersion };
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...versions }, () =>
      resolve(socket),
    );
    socket.on('error', reject);
  });
}

function fingerprint(socket: TLSSocket): string {
  return socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase();
}

function status(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: '/v1/health.alive',
      rejectUnauthorized: false,
      agent: false,
    };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
