// Two tenants over every method: what belongs to alice answers bob as what does not exist, and he hears nothing of her.
import t from 'tap';
import { type Contracts, requiredParams } from '../../src/registry/contract.js';
import { propertiesOf } from '../../src/registry/schema.js';
import type { ContractInfo } from '../../src/registry/schema.js';
import { openSocket, overHttp, overSocket } from '../support/transports.js';
import { until } from '../support/until.js';
import { type World, startWorld } from '../support/world.js';
import { houseContracts } from './contracts.js';

type Params = Record<string, unknown>;

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
const NOWHERE = 987_654_321;
/** These name what they make, or end the session that asks. */
const OWN = ['token.create', 'user.logout'];
/** Lists with a cursor instead of pages. */
const HISTORY = ['event.list', 'audit.list'];

/** What is alice's (or the administrator's), by the parameter that names it. */
type Belongings = Record<string, number | string>;

async function belongingsOf(world: World): Promise<Belongings> {
  const { app, userToken: token } = world;
  await app.must('ssh-key.add', { key_name: 'hers', key_public: KEY }, { token });
  const keys = await app.must<{ id: number }[]>('ssh-key.get', {}, { token });
  const tokens = await app.must<{ attributes: Params }[]>('token.get', {}, { token });
  const [row] = await app.must<{ attributes: Params }[]>('instance.list', { limit: 1 }, { token });
  return {
    instance_id: 1,
    server_id: 1,
    operation_id: 1,
    user_id: 2,
    project_id: Number(row?.attributes['project_id']),
    instance_name: 'web-1',
    key_id: keys[0]?.id ?? 0,
    token_name: String(tokens[0]?.attributes['token_name']),
  };
}

function absent(value: number | string): number | string {
  return typeof value === 'number'
    ? NOWHERE
    : value.includes('-4')
      ? '00000000-0000-4000-8000-000000000000'
      : 'nowhere-1';
}

interface Pair {
  readonly what: string;
  readonly theirs: Params;
  readonly none: Params;
}

/** Requests that name what is alice's, each with the one that names nothing instead. */
function pairsOf(contract: ContractInfo, { bundle }: Contracts, hers: Belongings): Pair[] {
  const names = Object.keys(propertiesOf(bundle.defs[contract.params])).filter((name) => name in hers);
  const example = contract.examples.find(({ error }) => error === undefined) ?? contract.examples[0];
  const required = requiredParams(bundle, contract);
  const base = Object.fromEntries(
    Object.entries(example?.request ?? {}).filter(([name]) => !(name in hers) || required.includes(name)),
  );
  const pair = (what: string, make: (value: (name: string) => number | string) => Params): Pair => ({
    what,
    theirs: { ...base, ...make((name) => hers[name] ?? NOWHERE) },
    none: { ...base, ...make((name) => absent(hers[name] ?? NOWHERE)) },
  });
  const pairs = names.map((name) => pair(name, (value) => ({ [name]: value(name) })));
  if (names.includes('instance_name')) {
    pairs.push(
      pair('a name on her server', (value) => ({ server_id: 1, instance_name: value('instance_name') })),
      pair('server and name', (value) => ({
        server_id: value('server_id'),
        instance_name: value('instance_name'),
      })),
    );
  }
  if (contract.list || HISTORY.includes(contract.name)) {
    for (const name of Object.keys(hers)) {
      pairs.push(pair(`filter by ${name}`, (value) => ({ filter: { [name]: value(name) } })));
      pairs.push(pair(`filter by a list of ${name}`, (value) => ({ filter: { [name]: [value(name)] } })));
    }
  }
  return pairs;
}

t.test('SEC-20 every id of another tenant answers as a random one', async (t) => {
  const contracts = houseContracts();
  const world = await startWorld({ app: { env: { GANTRY_LIMITS_MESSAGES_PER_SECOND: '10000' } } });
  t.teardown(() => world.close());
  const hers = await belongingsOf(world);
  const before = await picture(world);
  const ways = [overHttp(world.url), overSocket(world.url, 'msgpack', 'rpc')];
  t.teardown(() => ways.forEach((way) => way.close()));
  let count = 0;
  for (const contract of contracts.bundle.contracts) {
    if (contract.scope === 'public' || contract.stream || OWN.includes(contract.name)) continue;
    for (const { what, theirs, none } of pairsOf(contract, contracts, hers)) {
      for (const way of ways) {
        const one = await way.call(contract.name, theirs, { token: world.otherToken });
        const other = await way.call(contract.name, none, { token: world.otherToken });
        t.same(one, other, `${contract.name}: ${what}, ${way.name}`);
        t.notMatch(
          JSON.stringify(one),
          /web-1|web-2|127\.0\.0\.1/,
          `${contract.name}: ${what} shows nothing`,
        );
        count += 1;
      }
    }
  }
  t.ok(count > 100, `${count} pairs`);
  t.same(await picture(world), before, 'nothing of hers has changed');
  const told = await world.app.must<{ attributes: Params }[]>('event.list', {}, { token: world.userToken });
  t.notOk(
    told.some(({ attributes }) => attributes['user_id'] === 3),
    'her history does not tell of his tries',
  );
});

/** Everything alice has, as she sees it. */
async function picture(world: World): Promise<unknown> {
  const { app, userToken: token } = world;
  const methods = ['instance.list', 'server.list', 'operation.list', 'ssh-key.get', 'token.get', 'user.get'];
  return Promise.all(methods.map((method) => app.must(method, {}, { token })));
}

t.test('SEC-20 lists of a tenant hold nothing of the other', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  await belongingsOf(world);
  for (const { name, list, scope } of houseContracts().bundle.contracts) {
    if ((!list && !HISTORY.includes(name)) || scope === 'admin') continue;
    const { body } = await world.app.call(name, {}, { token: world.otherToken });
    t.notMatch(JSON.stringify(body), /web-1|web-2|alice|hers|"lab"|"user_id":(1|2)\b/, name);
  }
});

t.test('SEC-22 a tenant hears nothing of the other', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  const bob = await openSocket(world.url, { token: world.otherToken });
  const alice = await openSocket(world.url, { token: world.userToken });
  t.teardown(() => [bob, alice].forEach((socket) => socket.close()));
  await bob.subscribe({ filter: { type: '*' } });
  await bob.subscribe({ cursor: 0 });
  await bob.subscribe({ cursor: 0, filter: { server_id: 1, instance_id: [1, 2], project_id: 2 } });
  await alice.subscribe();
  await work(world, 'busy-1');
  await heard(alice, 'instance.deleted');
  // Something of his own, after all of hers in the log: what came before it was not held back, it was not sent.
  await world.app.must('ssh-key.add', { key_name: 'his', key_public: KEY }, { token: world.otherToken });
  await heard(bob, 'ssh-key.added');
  const foreign = bob.events().filter((event) => event['user_id'] !== 3);
  t.same(foreign, []);
  t.notOk(
    alice.events().some((event) => event['user_id'] === 3),
    'nor she of him',
  );
});

t.test('SEC-22 a right that is taken ends what is delivered, also on an open stream', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  const { app, adminToken, userToken, otherToken } = world;
  await app.must('server.grant', { server_id: 1, user_id: 3 }, { token: adminToken });
  const bob = await openSocket(world.url, { token: otherToken });
  t.teardown(() => bob.close());
  await bob.subscribe();
  await app.must('server.grant', { server_id: 1, user_id: 2 }, { token: adminToken });
  await heard(bob, 'server.granted');
  t.equal((await app.call('server.get', { server_id: 1 }, { token: otherToken })).status, 200);
  await app.must('server.revoke', { server_id: 1, user_id: 3 }, { token: adminToken });
  const seen = bob.events().length;
  t.equal((await app.call('server.get', { server_id: 1 }, { token: otherToken })).status, 404);
  await app.must('server.revoke', { server_id: 1, user_id: 2 }, { token: adminToken });
  await app.must('server.grant', { server_id: 1, user_id: 2 }, { token: adminToken });
  await work({ ...world, userToken }, 'busy-2');
  await app.must('ssh-key.add', { key_name: 'his', key_public: KEY }, { token: otherToken });
  await heard(bob, 'ssh-key.added');
  const later = bob.events().slice(seen);
  t.same(
    later.filter(({ type }) => type !== 'ssh-key.added'),
    [],
    'nothing after the answer of the call that took it',
  );
});

/** Something of every kind that a tenant does: create, stop, start, update, delete. */
async function work(world: Pick<World, 'app' | 'userToken'>, name: string): Promise<void> {
  const { app, userToken: token } = world;
  const made = await app.must<{ id: number }>(
    'instance.add',
    { server_id: 1, instance_name: name, instance_image: 'busybox', wait: 20 },
    { token },
  );
  const one = { instance_id: made.id, wait: 20 };
  await app.must('instance.action', { ...one, instance_status: 'stop' }, { token });
  await app.must('instance.update', { ...one, instance_memory: '64' }, { token });
  await app.must('instance.delete', one, { token });
}

async function heard(socket: { events(): Params[] }, type: string): Promise<void> {
  await until(() => socket.events().some((event) => event['type'] === type), { what: type });
}
