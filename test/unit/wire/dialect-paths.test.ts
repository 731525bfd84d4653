// From a path to a dialect's route: mounts, the longest first, host names of their own, and what is nobody's.
import t from 'tap';
import type { ServedDialect } from '../../../src/registry/dialect.js';
import { dialectPaths, type Mount } from '../../../src/wire/dialect-paths.js';

const served = (name: string, ...lines: string[]): ServedDialect => ({
  name,
  routes: lines.map((line) => {
    const [verb = '', path = ''] = line.split(' ');
    return { name: `${name}/${line}`, ways: [{ verb: verb as 'GET', path }], body: 'json' as const };
  }),
});
const at = (mount: string, host: string | null = null, enabled = true): Mount => ({ mount, host, enabled });

const DIALECTS = [
  served('aarch64', 'POST /project', 'GET /projects', 'GET /system'),
  served('panel', 'GET /users', 'POST /instances/suspend/{id}', 'POST /instances/deploy', 'DELETE /users'),
  served('cvm', 'GET /vps/list', 'GET /vps/{id}/status'),
  served('packet', 'GET /projects', 'GET /{a}/b/{c}', 'GET /x/b/c'),
];
const MOUNTS = { aarch64: at('/api'), panel: at('/api'), cvm: at('/api/client'), packet: at('/packet') };

function seen(mounts: Record<string, Mount>, line: string, host = 'localhost:7500'): string {
  const [verb = '', path = ''] = line.split(' ');
  const found = dialectPaths(DIALECTS, mounts).find(host, verb.toLowerCase(), path);
  if (found === null) return 'nobody';
  if (found.kind === 'route') return `${found.route.name} ${JSON.stringify(found.params)}`;
  return found.kind === 'unknown' ? `unknown ${found.dialect}` : `wrong ${found.dialect} ${found.allow}`;
}

t.test('routes, their params, and what is asked wrongly', (t) => {
  const cases: [string, string][] = [
    ['GET /api/projects', 'aarch64/GET /projects {}'],
    ['HEAD /api/projects', 'aarch64/GET /projects {}'],
    ['GET /api/users/', 'panel/GET /users {}'],
    ['POST /api/instances/suspend/7', 'panel/POST /instances/suspend/{id} {"id":"7"}'],
    ['POST /api/instances/suspend/a%20b', 'panel/POST /instances/suspend/{id} {"id":"a b"}'],
    ['POST /api/instances/suspend/%ff', 'unknown panel'],
    ['POST /api/instances/suspend/', 'unknown aarch64'],
    ['POST /api/instances/deploy', 'panel/POST /instances/deploy {}'],
    ['PUT /api/users', 'wrong panel DELETE, GET, HEAD'],
    ['GET /api/project', 'wrong aarch64 POST'],
    ['GET /api/client/vps/1/status', 'cvm/GET /vps/{id}/status {"id":"1"}'],
    ['POST /api/client/vps/list', 'wrong cvm GET, HEAD'],
    ['GET /api/client/users', 'unknown cvm'],
    ['GET /api/client', 'unknown cvm'],
    ['GET /api/clients', 'unknown aarch64'],
    ['GET /api', 'unknown aarch64'],
    ['GET /api/', 'unknown aarch64'],
    ['GET /packet/projects', 'packet/GET /projects {}'],
    ['GET /packet/x/b/c', 'packet/GET /x/b/c {}'],
    ['GET /packet/x/b/d', 'packet/GET /{a}/b/{c} {"a":"x","c":"d"}'],
    ['GET /packet/x//d', 'unknown packet'],
    ['GET /projects', 'nobody'],
    ['GET /apis/users', 'nobody'],
    ['GET /api/v1/instance.list', 'nobody'],
    ['GET /api/v1/simplestream.list/streams/v1/index.json', 'nobody'],
    ['GET /v1/x/y', 'nobody'],
    ['GET /api/v1x', 'unknown aarch64'],
  ];
  for (const [line, wanted] of cases) t.equal(seen(MOUNTS, line), wanted, line);
  t.end();
});

t.test('switched off: the path is that of whoever else owns it, or nobody', (t) => {
  const without = (...names: string[]): Record<string, Mount> =>
    Object.fromEntries(Object.entries(MOUNTS).filter(([name]) => !names.includes(name)));
  t.equal(
    seen({ ...MOUNTS, cvm: at('/api/client', null, false) }, 'GET /api/client/vps/list'),
    'unknown aarch64',
  );
  t.equal(seen(without('aarch64'), 'GET /api/projects'), 'unknown panel');
  t.equal(seen(without('aarch64', 'panel'), 'GET /api/projects'), 'nobody');
  t.end();
});

t.test('SEC-32 a host name of its own: at the root, and nobody else there', (t) => {
  const mounts = { ...MOUNTS, packet: at('/packet', 'Packet.Example') };
  t.equal(seen(mounts, 'GET /projects', 'packet.example'), 'packet/GET /projects {}');
  t.equal(seen(mounts, 'GET /packet/projects', 'PACKET.example:443'), 'packet/GET /projects {}');
  t.equal(seen(mounts, 'GET /api/projects', 'packet.example'), 'unknown packet');
  t.equal(seen(mounts, 'POST /projects', 'packet.example'), 'wrong packet GET, HEAD');
  t.equal(seen(mounts, 'GET /packet/projects'), 'packet/GET /projects {}', 'its path stays, by other names');
  t.equal(seen(mounts, 'GET /projects'), 'nobody');
  t.end();
});

t.test('two routes at one path are refused by name, and so are places that are taken', (t) => {
  t.throws(() => dialectPaths(DIALECTS, { ...MOUNTS, packet: at('/api') }), {
    message: /aarch64\/GET \/projects and packet\/GET \/projects would both answer GET \/api\/projects/,
  });
  for (const mount of ['/v1', '/api/v1', '/v1/x', '/rpc']) {
    t.throws(() => dialectPaths(DIALECTS, { cvm: at(mount) }), {
      message: /dialects.cvm.mount: .* is our own/,
    });
  }
  const both = { cvm: at('/a', 'one.example'), packet: at('/b', 'ONE.example') };
  t.throws(() => dialectPaths(DIALECTS, both), { message: /one.example is another dialect's already/ });
  t.end();
});
