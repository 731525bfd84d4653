// SEC-40: which addresses a server may have, in every spelling there is.
import t from 'tap';
import { type GuardOptions, createAddressGuard } from '../../../src/core/addresses.js';

function guard(options: Partial<GuardOptions> = {}) {
  return createAddressGuard({
    allow: [],
    private: true,
    ports: [8443, 443],
    lookup: async () => {
      throw new Error('no lookup was expected');
    },
    ...options,
  });
}

/** Spellings of what must never be reached, with the code of the refusal. */
const REFUSED: readonly [string, 'forbidden' | 'invalid_params'][] = [
  ['127.0.0.1', 'forbidden'],
  ['127.1.2.3', 'forbidden'],
  ['127.255.255.254', 'forbidden'],
  ['0.0.0.0', 'forbidden'],
  ['0.1.2.3', 'forbidden'],
  ['169.254.169.254', 'forbidden'],
  ['169.254.0.1', 'forbidden'],
  ['192.0.0.1', 'forbidden'],
  ['192.0.2.1', 'forbidden'],
  ['198.18.0.1', 'forbidden'],
  ['198.51.100.1', 'forbidden'],
  ['203.0.113.1', 'forbidden'],
  ['224.0.0.1', 'forbidden'],
  ['239.255.255.255', 'forbidden'],
  ['240.0.0.1', 'forbidden'],
  ['255.255.255.255', 'forbidden'],
  ['::', 'forbidden'],
  ['::1', 'forbidden'],
  ['[::1]', 'forbidden'],
  ['0:0:0:0:0:0:0:1', 'forbidden'],
  ['0000:0000:0000:0000:0000:0000:0000:0001', 'forbidden'],
  ['::ffff:127.0.0.1', 'forbidden'],
  ['[::ffff:127.0.0.1]', 'forbidden'],
  ['::FFFF:7f00:1', 'forbidden'],
  ['::ffff:10.0.0.1', 'forbidden'],
  ['::ffff:8.8.8.8', 'forbidden'],
  ['::127.0.0.1', 'forbidden'],
  ['64:ff9b::127.0.0.1', 'forbidden'],
  ['64:ff9b::7f00:1', 'forbidden'],
  ['64:ff9b:1::1', 'forbidden'],
  ['2002:7f00:1::', 'forbidden'],
  ['2001:0:7f00:1::', 'forbidden'],
  ['100::1', 'forbidden'],
  ['fe80::1', 'forbidden'],
  ['fe80::1%eth0', 'forbidden'],
  ['febf::1', 'forbidden'],
  ['ff02::1', 'forbidden'],
  ['2130706433', 'invalid_params'],
  ['0x7f000001', 'invalid_params'],
  ['0x7f.1', 'invalid_params'],
  ['0177.0.0.1', 'invalid_params'],
  ['017700000001', 'invalid_params'],
  ['127.1', 'invalid_params'],
  ['127.0.1', 'invalid_params'],
  ['127.0.0.1.', 'invalid_params'],
  ['0X7F.0.0.1', 'invalid_params'],
  ['127.0.0.0x1', 'invalid_params'],
  ['1.2.3.4.5', 'invalid_params'],
  ['256.0.0.1', 'invalid_params'],
  ['user@127.0.0.1', 'invalid_params'],
  ['lxd.example.net@127.0.0.1', 'invalid_params'],
  ['127.0.0.1#lxd.example.net', 'invalid_params'],
  ['https://127.0.0.1', 'invalid_params'],
  ['127.0.0.1:8443', 'invalid_params'],
  ['127.0.0.1/path', 'invalid_params'],
  ['lxd.example.net/../', 'invalid_params'],
  ['ⓛocalhost', 'invalid_params'],
  ['１２７.０.０.１', 'invalid_params'],
  ['127。0。0。1', 'invalid_params'],
  ['bücher.example', 'invalid_params'],
  ['lxd example', 'invalid_params'],
  ['lxd\0.example', 'invalid_params'],
  ['lxd.example\r\n', 'invalid_params'],
  ['..', 'invalid_params'],
  ['.', 'invalid_params'],
  ['-', 'invalid_params'],
  ['lxd..example', 'invalid_params'],
  [`${'a'.repeat(64)}.example`, 'invalid_params'],
  [`${'a.'.repeat(127)}example`, 'invalid_params'],
  ['[127.0.0.1', 'invalid_params'],
  ['[::1', 'invalid_params'],
  ['', 'invalid_params'],
];

t.test('SEC-40 every spelling of what is denied', async (t) => {
  t.ok(REFUSED.length >= 40, `${REFUSED.length} spellings`);
  for (const [address, code] of REFUSED) {
    await t.rejects(guard().resolve({ address, port: 8443 }), { code }, JSON.stringify(address));
  }
});

t.test('SEC-40 names are resolved once, every answer is checked, and a checked one is used', async (t) => {
  let asked: string[] = [];
  const answering = (...answers: string[]) =>
    guard({
      lookup: async (name) => {
        asked.push(name);
        return answers;
      },
    });
  const resolve = (answers: string[], address = 'lxd.example.net'): Promise<string> =>
    answering(...answers).resolve({ address, port: 8443 });
  t.equal(await resolve(['8.8.8.8']), '8.8.8.8');
  t.equal(await resolve(['2a00:1450::1', '8.8.8.8']), '2a00:1450::1');
  t.same(asked, ['lxd.example.net', 'lxd.example.net'], 'one lookup each');
  for (const bad of ['127.0.0.1', '::1', '169.254.169.254', '::ffff:127.0.0.1', '0.0.0.0', 'fe80::1%eth0']) {
    await t.rejects(resolve([bad]), { code: 'forbidden' }, bad);
    await t.rejects(resolve(['8.8.8.8', bad]), { code: 'forbidden' }, `${bad} behind a good one`);
    await t.rejects(resolve([bad, '8.8.8.8']), { code: 'forbidden' }, `${bad} before a good one`);
  }
  for (const name of [
    'localhost',
    'LOCALHOST',
    'localhost.localdomain',
    'Lxd.Example.NET',
    'lxd.example.net.',
  ]) {
    await t.rejects(resolve(['127.0.0.1'], name), { code: /forbidden|invalid_params/ }, name);
  }
  await t.rejects(resolve([]), { code: 'host_unreachable' });
  const broken = guard({ lookup: async () => Promise.reject(new Error('ENOTFOUND lxd at 10.1.1.1')) });
  const error = await broken.resolve({ address: 'lxd.example.net', port: 8443 }).catch((one: unknown) => one);
  t.match(error, { code: 'host_unreachable' });
  t.notMatch(String(error), /10\.1\.1\.1/);
  asked = [];
});

t.test(
  'SEC-40 a resolver that changes its mind: what was refused is refused again, what was checked is used',
  async (t) => {
    const answers = [['8.8.8.8'], ['127.0.0.1'], ['8.8.8.8']];
    const rebinding = guard({ lookup: async () => answers.shift() ?? [] });
    const endpoint = { address: 'rebind.example', port: 8443 };
    t.equal(await rebinding.resolve(endpoint), '8.8.8.8', 'the answer is the address to connect to');
    await t.rejects(rebinding.resolve(endpoint), { code: 'forbidden' }, 'each new connection is checked');
    t.equal(await rebinding.resolve(endpoint), '8.8.8.8');
  },
);

t.test('SEC-40 private networks by setting, ports by list', async (t) => {
  const hosts = [
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    'fd00::1',
    'fc00::1',
  ];
  for (const address of hosts) {
    t.equal(await guard().resolve({ address, port: 8443 }), address);
    await t.rejects(
      guard({ private: false }).resolve({ address, port: 8443 }),
      { code: 'forbidden' },
      address,
    );
  }
  for (const address of ['172.32.0.1', '11.0.0.1', '192.169.0.1', '100.128.0.1', '2a00::1']) {
    t.equal(await guard({ private: false }).resolve({ address, port: 443 }), address, 'public');
  }
  for (const port of [22, 80, 5432, 7443, 8444, 0]) {
    await t.rejects(guard().resolve({ address: '8.8.8.8', port }), { code: 'forbidden' }, `port ${port}`);
  }
});

t.test('servers.allow opens what is denied, network by network and port by port', async (t) => {
  const open = (allow: string[], address: string, port = 8443): Promise<string> =>
    guard({ allow, private: false }).resolve({ address, port });
  t.equal(await open(['127.0.0.0/8'], '127.0.0.1', 1234), '127.0.0.1', 'without a port: all');
  t.equal(await open(['127.0.0.1'], '127.0.0.1'), '127.0.0.1', 'one address');
  t.equal(await open(['127.0.0.1/32:8443'], '127.0.0.1'), '127.0.0.1');
  await t.rejects(open(['127.0.0.1/32:8443'], '127.0.0.1', 8444), { code: 'forbidden' });
  await t.rejects(open(['127.0.0.1/32:8443'], '127.0.0.2'), { code: 'forbidden' });
  t.equal(await open(['10.0.0.0/8:1-65535'], '10.9.9.9', 9), '10.9.9.9');
  t.equal(await open(['10.0.0.0/8:100-200'], '10.9.9.9', 200), '10.9.9.9');
  await t.rejects(open(['10.0.0.0/8:100-200'], '10.9.9.9', 201), { code: 'forbidden' });
  await t.rejects(open(['10.0.0.0/8'], '127.0.0.1'), { code: 'forbidden' });
  t.equal(await open(['::1/128'], '::1'), '::1');
  t.equal(await open(['::1/128'], '[::1]'), '::1');
  t.equal(await open(['fd00::/8'], 'fd12::1', 9), 'fd12::1');
  t.equal(await open(['[fd00::/8]:8443'], 'fd12::1'), 'fd12::1');
  await t.rejects(open(['[fd00::/8]:8443'], 'fd12::1', 9), { code: 'forbidden' });
  t.equal(await open(['fd00::/8:8443'], 'fd12::1'), 'fd12::1');
  await t.rejects(open(['fd00::/8:8443'], 'fd12::1', 9), { code: 'forbidden' });
  for (const bad of ['nonsense', '10.0.0.0/33', '10.0.0.0/8:x', '10.0.0.0/8:9-1', '10.0.0.0/8:70000', '']) {
    t.throws(() => guard({ allow: [bad] }), `${JSON.stringify(bad)} is refused at the start`);
  }
});

t.test('SEC-40 refusals say the same whatever is behind the address', async (t) => {
  const texts = new Set<string>();
  for (const [address, port] of [
    ['127.0.0.1', 22],
    ['127.0.0.1', 8443],
    ['169.254.169.254', 443],
    ['10.0.0.1', 8443],
    ['8.8.8.8', 22],
  ] as const) {
    const error = await guard({ private: false })
      .resolve({ address, port })
      .catch((one: unknown) => one);
    texts.add((error as Error).message);
  }
  t.equal(texts.size, 1);
});
