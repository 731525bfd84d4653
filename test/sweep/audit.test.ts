// SEC-80: each call of a mutating method leaves exactly one audit row, whatever came of it; SEC-10: without secrets.
import t, { type Test } from 'tap';
import type { EventRow } from '../../src/db/events.js';
import type { ContractInfo } from '../../src/registry/schema.js';
import { PASSWORD } from '../support/app.js';
import { type World, startWorld } from '../support/world.js';
import { houseContracts } from './contracts.js';

interface Detail {
  method: string;
  ok: boolean;
  code: string;
  params: Record<string, unknown>;
}

const mutating = houseContracts()
  .bundle.contracts.filter(({ mutates, body }) => mutates && body === 'json')
  .toSorted((a, b) => rank(a) - rank(b));

/** What other examples need goes late, and the session that calls at the very end. */
function rank({ name }: ContractInfo): number {
  return ['simplestream.delete', 'server.revoke', 'server.delete', 'user.logout'].indexOf(name);
}

t.test('SEC-80 exactly one row per mutating call', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  const reader = await readOnly(world);
  for (const contract of mutating) {
    const { name, examples, scope } = contract;
    if (scope !== 'public') {
      await one(t, world, `${name}, read-only token`, name, { params: examples[0]?.request, token: reader });
    }
    await one(t, world, `${name}, bad params`, name, { params: { no_such: 1 }, token: world.adminToken });
    for (const { summary, request } of examples) {
      const row = await one(t, world, `${name}: ${summary}`, name, {
        params: request,
        token: world.adminToken,
      });
      t.notMatch(row?.data ?? '', PASSWORD, 'no password');
      await settled(world);
    }
  }
});

t.test('SEC-80 a call repeated under its key, and a login', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  const { app, userToken: token } = world;
  const call = { params: { instance_id: 2, instance_status: 'start' }, token, key: 'k1' };
  const first = await one(t, world, 'first', 'instance.action', call);
  t.match(first, { user_id: 2, server_id: 1, instance_id: 2, remote_addr: '127.0.0.1', via: 'native' });
  t.ok(first?.token_id !== null && first?.project_id !== null && first?.operation_id !== null, 'labels');
  await one(t, world, 'again', 'instance.action', call);
  const wrong = await one(t, world, 'refused login', 'user.login', {
    params: { user_login: 'alice', user_password: 'marker-secret-1' },
  });
  t.match(detail(wrong), { ok: false, code: 'forbidden' });
  t.notMatch(wrong?.data ?? '', 'marker-secret-1');
  const right = await one(t, world, 'login', 'user.login', {
    params: { user_login: 'alice', user_password: PASSWORD },
  });
  t.match(right, { user_id: 2 }, 'a login is written for the user it lets in');
  const none = await rows(world, 'instance.list');
  await app.must('instance.list', {}, { token });
  t.equal((await rows(world, 'instance.list')).length, none.length, 'what only reads is not audited');
});

interface Audited {
  params: unknown;
  token?: string;
  key?: string;
}

async function one(
  t: Test,
  world: World,
  what: string,
  method: string,
  { params, token, key }: Audited,
): Promise<EventRow | undefined> {
  const before = await rows(world, method);
  const { status, body } = await world.app.call(method, params, {
    ...(token === undefined ? {} : { token }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
  const after = await rows(world, method);
  t.equal(after.length - before.length, 1, what);
  const row = after.at(-1);
  const code = (body['errors'] as { code: string }[] | undefined)?.[0]?.code ?? '';
  t.match(
    detail(row),
    { method, ok: status === 200, code },
    `${what}: the row says how it ended (${status})`,
  );
  return row;
}

async function rows(world: World, method: string): Promise<EventRow[]> {
  const all = await world.app.app.db.read.events.page({
    limit: 10_000,
    descending: false,
    filter: { types: ['audit.call'] },
    visible: null,
  });
  return all.filter((row) => detail(row).method === method);
}

function detail(row: EventRow | undefined): Detail {
  return JSON.parse(row?.data ?? '{}') as Detail;
}

async function settled(world: World): Promise<void> {
  for (const { id } of await world.app.app.db.read.operations.open()) {
    await world.call('operation.get', { operation_id: id, wait: 20 }, { token: world.adminToken });
  }
}

async function readOnly(world: World): Promise<string> {
  const made = await world.app.must<{ attributes: { token: string } }>(
    'token.create',
    { token_lifetime: 3600, token_revoke_all: false, token_scopes: ['*'], token_read_only: true },
    { token: world.adminToken },
  );
  return made.attributes.token;
}
