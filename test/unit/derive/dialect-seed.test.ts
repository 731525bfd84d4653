// What is told of the dialects' routes: which are there, which are marked, and which tests prove them.
import t from 'tap';
import { ROUTES } from '../../../src/generated/schemas.js';
import { keyOf, routeProofsIn, seedRouteFaults } from '../../../src/registry/derive/dialect-seed.js';
import type { RouteInfo } from '../../../src/registry/schema.js';

const MOUNTS = new Map([['panel', '/api']]);
const FILE = { path: 'test/lxd/panel.test.ts', dialect: 'panel', real: true };

t.test('routes in titles, with and without their mount, whatever params are called', (t) => {
  const found = routeProofsIn(
    FILE,
    [
      "await t.test('GET /api/users, POST /instances/suspend/:id: two: of them', run)",
      "transcript(\n  `POST /api/instances/suspend/<id>: it's one`,",
      "client.send('GET /api/users')",
      "t.test('nothing: of that', run)",
    ].join('\n'),
    MOUNTS,
  );
  t.same(
    found.map(({ routes, said }) => [routes, said]),
    [
      [['GET /users', 'POST /instances/suspend/{}'], 'two: of them'],
      [['POST /instances/suspend/{}'], "it's one"],
    ],
  );
  t.equal(keyOf('GET /a/{id}/b', ''), 'GET /a/{}/b');
  t.end();
});

t.test('what is missing is told by its name', (t) => {
  const [example] = ROUTES.filter(({ name }) => name === 'cvm/vps.list');
  if (example === undefined) throw new Error('cvm/vps.list is gone');
  const faults = (route: Partial<RouteInfo>, real: boolean[]): string[] =>
    seedRouteFaults(
      { defs: {}, contracts: [], events: [], routes: [{ ...example, ...route }] },
      real.map((one) => ({ file: 'x', dialect: 'cvm', real: one, said: '', routes: ['GET /vps/list'] })),
    ).filter((fault) => fault.startsWith('cvm/'));
  t.same(faults({}, [true, false]), []);
  t.match(faults({}, [true]), [
    /^cvm\/vps.list: no transcript below test\/dialects\/cvm .*"GET \/vps\/list: "$/,
  ]);
  t.match(faults({}, [false]), [/^cvm\/vps.list: no subtest of test\/lxd\/cvm/]);
  t.match(faults({ seed: null }, [true, false]), [/must say "seed": "002"/]);
  t.match(faults({ ways: [{ verb: 'GET', path: '/other' }] }, []), [/says "seed", but nobody described it/]);
  t.end();
});
