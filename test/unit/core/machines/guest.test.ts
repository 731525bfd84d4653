// What a guest is told at its start, and where it calls home: pure parts of making machines.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { parse } from 'yaml';
import { createGuestUrl, type GuestUrlDeps } from '../../../../src/core/machines/guest-url.js';
import { checkHostname } from '../../../../src/core/machines/hostname.js';
import { openPassword, sealPassword } from '../../../../src/core/machines/root-password.js';
import { mebibytes, sizeConfig } from '../../../../src/core/machines/size.js';
import { networkConfig, vendorData } from '../../../../src/core/machines/vendor-data.js';
import { createSecrets } from '../../../../src/core/secrets.js';

t.test('host names: labels of RFC 1123 and underscores', (t) => {
  for (const name of ['a', '1a', 'vm_1.example.net', '_dmarc.a', `${'a'.repeat(63)}.b`, 'A-b', 'a_']) {
    t.doesNotThrow(() => checkHostname('hostname', name), name);
  }
  for (const name of [
    '',
    '.',
    'a.',
    '-a',
    'a-',
    'a b',
    'a/b',
    `${'a'.repeat(64)}`,
    'a.'.repeat(126) + 'ab',
  ]) {
    t.throws(() => checkHostname('hostname', name), { code: 'invalid_params' }, JSON.stringify(name));
  }
  t.end();
});

t.test('the least a guest is told is its name', (t) => {
  const text = vendorData({ hostname: 'web', ssh_keys: [], password_hash: null, phone_home: null });
  t.match(text, /^#cloud-config\n/);
  t.same(parse(text), { hostname: 'web' });
  const whole = parse(
    vendorData({
      hostname: 'web.example.net',
      ssh_keys: [{ public_key: 'ssh-ed25519 AAAA', name: 'a: b' }],
      password_hash: '$6$x$y',
      phone_home: { url: 'https://gantry.test/?token=x', ca: 'PEM\nPEM\n' },
    }),
  ) as object;
  t.match(whole, {
    hostname: 'web',
    fqdn: 'web.example.net',
    ssh_authorized_keys: ['ssh-ed25519 AAAA a: b'],
    chpasswd: { users: [{ name: 'root', password: '$6$x$y', type: 'hash' }] },
    disable_root: false,
    ca_certs: { trusted: ['PEM\nPEM\n'] },
    phone_home: { url: 'https://gantry.test/?token=x' },
  });
  t.match(
    parse(networkConfig({ mac: '00:16:3e:01:02:03', address: '2001:db8::2/64', gateway: '2001:db8::1' })),
    {
      version: 1,
      config: [
        {
          mac_address: '00:16:3e:01:02:03',
          subnets: [{ address: '2001:db8::2/64', gateway: '2001:db8::1' }],
        },
      ],
    },
  );
  t.end();
});

t.test('sizes as the host reads them', (t) => {
  t.equal(mebibytes(2048), '2GiB');
  t.equal(mebibytes(1536), '1536MiB');
  t.same(sizeConfig({ vcpus: 2, memory_mb: 512, burst_memory_mb: null }), {
    'limits.cpu': '2',
    'limits.memory': '512MiB',
  });
  t.end();
});

t.test('SEC-43 a sealed password opens for its own row only, and without its key it is gone', (t) => {
  const secrets = createSecrets([Buffer.alloc(32, 1)]);
  const root_password_enc = sealPassword(secrets, 7, 'secret');
  t.notOk(root_password_enc.includes('secret'));
  t.equal(openPassword(secrets, { id: 7, root_password_enc }), 'secret');
  t.equal(openPassword(secrets, { id: 8, root_password_enc }), null);
  t.equal(openPassword(createSecrets([Buffer.alloc(32, 2)]), { id: 7, root_password_enc }), null);
  t.equal(openPassword(secrets, { id: 7, root_password_enc: null }), null);
  t.end();
});

t.test('where a guest calls home', async (t) => {
  const ask = async (given: Partial<GuestUrlDeps>, family: 4 | 6 = 4): Promise<unknown> =>
    createGuestUrl({
      configured: null,
      mount: '/api',
      urls: () => ['http://127.0.0.1:7500', 'https://[::]:7443'],
      public_url: () => 'https://gantry.test:7443',
      ca: () => null,
      addresses: () => ({ 4: ['192.0.2.1'], 6: ['2001:db8::9'] }),
      ...given,
    })('tok', family);
  const at = (base: string): object => ({ url: `${base}/api/intra/phonehome?token=tok`, ca: null });
  t.same(await ask({ mount: null }), null, 'nobody would answer');
  t.same(await ask({}), at('https://gantry.test:7443'), 'no plain listener but on loopback');
  t.same(await ask({ urls: () => ['http://[::1]:1', 'http://10.0.0.1:7500'] }), at('http://10.0.0.1:7500'));
  const wild = (): string[] => ['http://[::]:7500'];
  t.same(await ask({ urls: wild }), at('http://192.0.2.1:7500'));
  t.same(await ask({ urls: wild }, 6), at('http://[2001:db8::9]:7500'), 'a guest with IPv6 alone');
  t.same(await ask({ urls: () => ['http://0.0.0.0:7500'] }, 6), at('http://192.0.2.1:7500'));
  t.same(await ask({ configured: 'http://home.test' }), at('http://home.test'));
  t.same(await ask({ configured: 'http://home.test/up?a=b' }), {
    url: 'http://home.test/up?a=b&token=tok',
    ca: null,
  });
  for (const configured of ['home.test', 'ftp://home.test']) {
    await t.rejects(ask({ configured }), { message: /phonehome.url must be a URL/ });
  }
  const file = join(t.testdir(), 'ca.pem');
  await writeFile(file, 'PEM\n');
  t.match(await ask({ ca: () => file }), { ca: 'PEM\n' }, 'our own authority goes along');
  t.match(await ask({ ca: () => file, configured: 'http://home.test' }), { ca: null });
});
