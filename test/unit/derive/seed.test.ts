import t from 'tap';
import { bundle } from '../../../src/registry/derive/bundle.js';
import { methodsPage } from '../../../src/registry/derive/methods-page.js';
import { proofsIn, SEED_METHODS, seedFaults } from '../../../src/registry/derive/seed.js';
import { FILES } from '../registry/fixture.js';

t.test('a proof is a subtest whose title names methods', (t) => {
  const source = `
  await t.test('user.get, ssh-key.add: what it\\'s for', async (t) => {
  t.test(
    "config.get: two",
    async () => {}
  t.test(\`image.list: three\`, () => {});
  t.test(\`image.list: \${x}\`, () => {});
  t.test('server.add over https', () => {});
  t.test('REL-74 server.add: not at the beginning', () => {});
  // 'token.get: a comment'
`;
  t.same(proofsIn('test/lxd/x.test.ts', source), [
    {
      file: 'test/lxd/x.test.ts',
      title: "user.get, ssh-key.add: what it's for",
      methods: ['user.get', 'ssh-key.add'],
    },
    { file: 'test/lxd/x.test.ts', title: 'config.get: two', methods: ['config.get'] },
    { file: 'test/lxd/x.test.ts', title: 'image.list: three', methods: ['image.list'] },
  ]);
  t.end();
});

t.test('what is missing of the 47 is named', (t) => {
  t.equal(new Set(SEED_METHODS).size, 47);
  const seeded = { ...FILES['thing.get.json'], seed: true };
  const proof = { file: 'test/lxd/x.test.ts', title: 'config.get: it says', methods: ['config.get'] };
  const all = bundle({
    ...FILES,
    'config.get.json': { ...seeded, method: 'config.get' },
    'user.get.json': { ...seeded, method: 'user.get', seed: false },
    'thing.get.json': seeded,
  });
  const faults = seedFaults(all, [proof]);
  t.equal(faults.filter((fault) => fault.endsWith('.json is missing')).length, 45);
  t.match(faults.slice(45), [
    /^user.get: its contract must say/,
    /^thing.get: .* none of the 47/,
    /^user.get: no subtest/,
  ]);
  const page = methodsPage(all, [proof]);
  t.match(page, '| [`config.get`](config.get.md) | [lxd/x.test.ts](../../test/lxd/x.test.ts) | it says |');
  t.match(page, '| [`user.get`](user.get.md) | **missing** | |');
  t.match(page, '| `image.list` | **missing** | |');
  t.end();
});
