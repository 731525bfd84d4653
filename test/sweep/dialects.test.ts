// Every route of every dialect: who may not ask, what cannot be read, what names nothing or somebody else's.
import t from 'tap';
import { mountsOf } from '../../src/registry/derive/dialect-pages.js';
import { fieldsOf } from '../../src/registry/derive/flatten.js';
import { propertiesOf, type RouteInfo, requiredOf } from '../../src/registry/schema.js';
import { Client, credential, type Got, type Sent } from '../dialects/support/transcript.js';
import { startWorld } from '../support/world.js';
import { houseContracts } from './contracts.js';
import { type Kit, KITS } from './dialect-kits.js';

type Input = Record<string, unknown>;

t.setTimeout(240_000);

const STACK = /\bat \S+ \(|\.[jt]s:\d+|node:internal|SQLITE_|internal error/;
/** Fields that name something of the caller's. */
const NAMES = /^(id|vm|project|instance|userId|nodeId)$/;

const { bundle } = houseContracts();
const { defs, routes } = bundle;
const mounts = mountsOf(bundle);

const world = await startWorld({ app: { flags: { 'limits.auth_failures_per_minute': '100000' } } });
t.teardown(() => world.close());
const { db } = world.app.app;
const alices = await db.read.instances.get(1);
const project = alices === undefined ? undefined : await db.read.projects.get(alices.project_id);
if (alices === undefined || project === undefined) throw new Error('the world has no instance 1');
const of_alice = { instance: alices, project };

/** The path of a route with its params filled in, and any further fields in the query of a GET. */
function lineOf(route: RouteInfo, values: Input, id: string): string {
  const [way] = route.ways;
  if (way === undefined) throw new Error(`${route.name} has no path`);
  const path = `${mounts.get(route.dialect) ?? ''}${way.path.replace(/\{\w+\}/g, id)}`;
  const texts = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const query = way.verb === 'GET' && texts.length > 0 ? `?${new URLSearchParams(texts).toString()}` : '';
  return `${way.verb} ${path}${query}`;
}

function sentOf(route: RouteInfo, values: Input): Sent {
  return isRead(route) || route.body === 'none' ? {} : { body: values };
}

function isRead(route: RouteInfo): boolean {
  return route.ways[0]?.verb === 'GET';
}

function hasBody(route: RouteInfo): boolean {
  return !isRead(route) && route.body !== 'none' && Object.keys(propertiesOf(defs[route.params])).length > 0;
}

/** A value of the type that a field wants. */
function plausible(name: string, types: readonly string[], choices: readonly unknown[] | undefined): unknown {
  if (choices !== undefined) return choices[0];
  if (/email/.test(name)) return 'bob@example.net';
  if (types.includes('string'))
    return /^(memory|cpu|primary|port|ram|disk|asn)$/.test(name) ? '1' : 'nothing';
  if (types.includes('integer') || types.includes('number')) return 1;
  if (types.includes('boolean')) return false;
  return types.includes('array') ? [] : {};
}

function requestOf(route: RouteInfo): Input {
  const required = new Set(requiredOf(defs[route.params]));
  const fields = fieldsOf(defs, defs[route.params]).filter(({ name }) => required.has(name));
  return Object.fromEntries(
    fields.map(({ name, types, choices }) => [name, plausible(name, types, choices)]),
  );
}

/** What is wrong with a refusal: its form, its status, or what it gives away. */
function faultOf(kit: Kit, got: Got, statuses: readonly number[]): string | null {
  if (STACK.test(got.text)) return `gives away: ${got.text.slice(0, 200)}`;
  if (!statuses.includes(got.status)) return `status ${got.status}: ${got.text.slice(0, 200)}`;
  return kit.isRefusal(got.json) ? null : `not in its form: ${got.text.slice(0, 200)}`;
}

/** The rows of a route, the newest first. */
async function auditOf({ name }: RouteInfo): Promise<Input[]> {
  const rows = await world.app.must<{ attributes: Input }[]>(
    'audit.list',
    { filter: { method: name }, limit: 1000 },
    { token: world.adminToken },
  );
  return rows.map(({ attributes }) => attributes);
}

for (const dialect of new Set(routes.map(({ dialect }) => dialect))) {
  const kit = KITS[dialect];
  if (kit === undefined) {
    t.fail(`test/sweep/dialect-kits.ts says nothing of ${dialect}`);
    continue;
  }
  const own = routes.filter((route) => route.dialect === dialect);
  const refused = kit.refusedWith200 ? [200, 400] : [400, 404, 500];
  const client = new Client(t, world.url);
  const good = await kit.headers(world, kit.user(world));
  const bobs = dialect === 'panel' ? good : await kit.headers(world, world.otherToken);
  const others = await Promise.all(
    (['aarch64', 'panel', 'cvm'] as const)
      .filter((kind) => kind !== dialect)
      .map(async (kind) => (await credential(world, kind, world.adminToken)).token),
  );

  for (const route of own) {
    const base = requestOf(route);
    const line = lineOf(route, base, kit.nobody);
    const sent = sentOf(route, base);
    void t.test(`${route.name}: SEC-21 who may not ask`, async (t) => {
      if (route.scope === 'public') return void t.pass('anybody may');
      const status = [kit.unauthenticated];
      t.equal(faultOf(kit, await client.send(line, sent), status), null, 'nobody');
      for (const token of [world.adminToken, 'nonsense', ...others]) {
        const got = await client.send(line, { ...sent, headers: kit.foreign(token) });
        t.equal(faultOf(kit, got, status), null, `${token.slice(0, 8)}...`);
      }
      if (route.scope !== 'admin' || dialect === 'panel') return;
      const plain = await client.send(line, { ...sent, headers: good });
      t.equal(faultOf(kit, plain, [403]), null, 'not an administrator');
    });

    void t.test(`${route.name}: SEC-34 what cannot be read`, async (t) => {
      const headers = route.scope === 'admin' ? await kit.headers(world, world.adminToken) : good;
      const send = (body: string): Promise<Got> =>
        client.send(line, { headers: { ...headers, 'content-type': 'application/json' }, body });
      if (isRead(route)) return void t.pass('it has no body');
      const large = await send(`{"x":"${'x'.repeat(65_536)}"}`);
      t.equal(faultOf(kit, large, [413]), null, 'too large');
      if (!hasBody(route) || route.body === 'form') return;
      for (const body of ['{', '[]', '"text"', 'null', '{"a":1,"a":2}', '{"__proto__":{}}', '\u00ff{'])
        t.equal(faultOf(kit, await send(body), [400]), null, body);
      t.equal(faultOf(kit, await send(`{"x":${'['.repeat(99)}${']'.repeat(99)}}`), [400]), null, 'too deep');
    });

    void t.test(`${route.name}: SEC-34 wrong types and missing fields`, async (t) => {
      const headers = route.scope === 'admin' ? await kit.headers(world, world.adminToken) : good;
      const fields = fieldsOf(defs, defs[route.params]);
      if (!hasBody(route)) return void t.pass('it has no fields');
      for (const { name, types, required } of fields) {
        for (const wrong of [[[]], { a: 1 }, 1.5, '', null]) {
          const empty = wrong === '' || wrong === null;
          const type = Array.isArray(wrong) ? 'array' : typeof wrong;
          if (types.some((one) => one === type) || (empty && !required)) continue;
          const got = await client.send(line, { headers, body: { ...base, [name]: wrong } });
          t.equal(faultOf(kit, got, refused), null, `${name}: ${JSON.stringify(wrong)}`);
        }
        if (!required) continue;
        const { [name]: _left_out, ...rest } = base;
        t.equal(faultOf(kit, await client.send(line, { headers, body: rest }), refused), null, `no ${name}`);
      }
    });

    void t.test(`${route.name}: SEC-20 what is somebody else's is like what is not there`, async (t) => {
      const named = Object.keys(base).filter((name) => NAMES.test(name));
      const inPath = route.ways[0]?.path.includes('{') === true;
      if (route.scope === 'public' || (named.length === 0 && !inPath)) return void t.pass('it names nothing');
      const headers = route.scope === 'admin' ? await kit.headers(world, world.adminToken) : bobs;
      const ask = async (id: string, project_id: string): Promise<Got> => {
        const values = Object.fromEntries(named.map((name) => [name, name === 'project' ? project_id : id]));
        const input = { ...base, ...values };
        return client.send(lineOf(route, input, id), { ...sentOf(route, input), headers });
      };
      const nothing = await ask(kit.nobody, kit.nobody);
      t.equal(faultOf(kit, nothing, refused), null, 'an id of nothing');
      if (dialect === 'panel') return void t.pass('its callers are administrators');
      const ids = [kit.id(of_alice.instance), kit.id(of_alice.project)] as const;
      const foreign = await ask(...ids);
      t.equal(foreign.status, nothing.status);
      const masked = ids.reduce((text, id) => text.replaceAll(`"${id}`, `"${kit.nobody}`), foreign.text);
      t.equal(masked, nothing.text);
    });

    void t.test(
      `${route.name}: SEC-80 a refused call writes one row where a call changes something`,
      async (t) => {
        const headers = route.scope === 'admin' ? await kit.headers(world, world.adminToken) : good;
        const before = (await auditOf(route)).length;
        // Nobody could mean this: what it is refused for depends on the route.
        const values = Object.fromEntries(Object.keys(base).map((name) => [name, { no: 'such thing' }]));
        const hopeless = hasBody(route) ? { body: values } : sent;
        await client.send(lineOf(route, base, kit.nobody), { ...hopeless, headers });
        const rows = await auditOf(route);
        t.equal(rows.length - before, route.mutates ? 1 : 0);
        if (route.mutates) t.match(rows[0], { via: dialect, method: route.name });
      },
    );

    void t.test(`${route.name}: another verb is refused in its form`, async (t) => {
      const path = line.split(' ')[1]?.split('?')[0] ?? '';
      const got = await client.send(`PATCH ${path}`, { headers: good });
      t.equal(faultOf(kit, got, [405]), null);
      t.ok(got.headers.get('allow')?.includes(route.ways[0]?.verb ?? ''));
    });
  }
}

await t.test('nothing of all that changed anything', async (t) => {
  const found = await world.app.must<{ attributes: Record<string, unknown> }[]>(
    'instance.list',
    {},
    { token: world.adminToken },
  );
  t.matchOnly(
    found.map(({ attributes }) => attributes['instance_status']),
    ['running', 'stopped'],
  );
});
