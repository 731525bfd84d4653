import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { actor, FILES, refusal, request, world } from './fixture.js';

const admin = actor({ user_id: 1, login: 'admin', is_admin: true });
const token = (scopes: string[], more: object = {}) =>
  actor({ kind: 'native', scopes, session_at: null, ...more });

t.test('SEC-21: a table that is not whole does not start', async (t) => {
  t.throws(() => world({ drop: 'thing.get' }), /thing.get has a contract but no handler/);
  const files = { ...FILES, 'user.self.json': { ...FILES['user.self.json'], scope: '' } };
  t.throws(() => world({ files }), /user.self has no scope/);
  t.throws(
    () =>
      world({ files: { ...files, 'user.self.json': { ...files['user.self.json'], scope: 'user:peek' } } }),
    /no scope/,
  );
  const { contracts, registry } = world({});
  t.ok(registry.info('thing.get')?.get && contracts.get('thing.get'));
});

t.test('a synchronous method answers synchronously', async (t) => {
  const { registry, measured } = world({ actors: { a: actor() } });
  t.same(registry.call('house.alive', {}, request(null)), { data: { type: 'x' } });
  t.same(registry.call('house.alive', undefined, request('unknown token')), { data: { type: 'x' } });
  t.same(measured, ['house.alive ok', 'house.alive ok']);
});

t.test('tokens: none, unknown, on a public method', async (t) => {
  const seen: unknown[] = [];
  const handlers = { 'house.knock': (ctx: { caller: { actor: unknown } }) => seen.push(ctx.caller.actor) };
  const { registry } = world({ actors: { a: actor() }, handlers });
  t.equal((await refusal(() => registry.call('user.self', {}, request(null)))).code, 'unauthenticated');
  t.equal((await refusal(() => registry.call('user.self', {}, request('b')))).code, 'unauthenticated');
  t.equal((await refusal(() => registry.call('no.such', {}, request('a')))).code, 'method_not_found');
  t.equal((await refusal(() => registry.call('__proto__', {}, request('a')))).code, 'method_not_found');
  await registry.call('house.knock', {}, request('b'));
  await registry.call('house.knock', {}, request('a'));
  t.same(seen, [null, actor()]);
});

t.test('scopes: who may call what', async (t) => {
  const actors = {
    session: actor(),
    admin,
    star: token(['*']),
    read: token(['thing:read']),
    anyRead: token(['*:read']),
    noun: token(['thing:*']),
    none: token([]),
    readOnly: token(['*'], { read_only: true }),
    adminToken: token(['admin'], { is_admin: true }),
    adminNarrow: token(['thing:*'], { is_admin: true }),
    adminWordOnly: token(['admin']),
  };
  const { registry } = world({ actors });
  const allowed: Record<string, string[]> = {
    'thing.get': ['session', 'admin', 'star', 'read', 'anyRead', 'noun', 'readOnly', 'adminNarrow'],
    'thing.add': ['session', 'admin', 'star', 'noun', 'adminNarrow'],
    'user.self': Object.keys(actors),
    'user.touch': Object.keys(actors).filter((name) => name !== 'readOnly'),
    'fleet.burn': ['admin', 'adminToken'],
    'house.knock': Object.keys(actors),
  };
  for (const [method, names] of Object.entries(allowed)) {
    for (const name of Object.keys(actors)) {
      const call = () =>
        registry.call(method, { ...(method.startsWith('thing') && { thing_id: 1 }) }, request(name));
      if (names.includes(name)) await t.resolves(async () => call(), `${name} may ${method}`);
      else t.equal((await refusal(call)).code, 'forbidden', `${name} may not ${method}`);
    }
  }
});

t.test('SEC-80: a change leaves one audit row, whether it succeeds, fails, or wrote its own', async (t) => {
  const handlers = {
    'thing.add': (
      ctx: { caller: { audit: { written: boolean } | null } },
      params: { thing_name?: string },
    ) => {
      if (params.thing_name === 'fails') throw new AppError('conflict', 'taken');
      if (params.thing_name === 'own' && ctx.caller.audit !== null) ctx.caller.audit.written = true;
      return { data: { type: 'thing' } };
    },
  };
  const { registry, audits } = world({ actors: { a: actor() }, handlers });
  const secrets = {
    thing_name: 'works',
    thing_size: 1,
    user_password: 'pw',
    thing_pin: '1',
    key_name: 'k',
    thing_config: { api_token: 't', user_passwordRepeat: 'x', 'cloud-init.user-data': 'y', plain: 1 },
  };
  await registry.call('thing.add', secrets, request('a'));
  t.same(audits[0]?.outcome, { ok: true });
  const masked = '[redacted]';
  t.match(audits[0]?.caller.audit?.params, {
    user_password: masked,
    thing_pin: masked,
    key_name: 'k',
    thing_config: {
      api_token: masked,
      user_passwordRepeat: masked,
      'cloud-init.user-data': masked,
      plain: 1,
    },
  });
  t.equal(
    (await refusal(() => registry.call('thing.add', { thing_name: 'fails', thing_size: 1 }, request('a'))))
      .code,
    'conflict',
  );
  t.same(audits[1]?.outcome, { code: 'conflict' });
  await refusal(() => registry.call('thing.add', { user_password: 'pw', wrong: 'pw' }, request('a')));
  t.same(audits[2]?.outcome, { code: 'invalid_params' });
  t.same(
    audits[2]?.caller.audit?.params,
    { user_password: masked },
    'what the contract does not know is left out',
  );
  await registry.call('thing.add', { thing_name: 'own', thing_size: 1 }, request('a'));
  t.equal(audits.length, 3);
  const huge = Array.from({ length: 400 }, () => 'x'.repeat(2048));
  const names = { thing_config: { ['n'.repeat(500_000)]: 'x' } };
  for (const params of [{ thing_name: huge }, { thing_config: [[...huge], { huge }] }, names]) {
    await refusal(() => registry.call('thing.add', params, request('a')));
    const kept = JSON.stringify(audits.pop()?.caller.audit?.params);
    t.ok(kept.length < 40_000, `a row of ${kept.length} characters, whatever was sent`);
    t.match(kept, '[cut]', 'and it says so');
  }
  await registry.call('thing.get', { thing_id: 1 }, request('a'));
  await refusal(() => registry.call('thing.add', {}, request(null)));
  t.equal(audits.length, 3, 'neither reading nor strangers are written down');
});

t.test('REL-71: a key goes round the handler of a change only', async (t) => {
  const { registry, idempotent } = world({ actors: { a: actor() } });
  const keyed = request('a', { idempotency_key: 'k' });
  await registry.call('thing.add', { thing_id: 1, request_id: 'mine' }, keyed);
  await registry.call('thing.get', { thing_id: 1 }, keyed);
  await registry.call('thing.add', { thing_id: 1 }, request('a'));
  t.match(idempotent, [{ key: 'k', params: { thing_id: 1, on_unreachable: 'fail' } }]);
  t.equal(idempotent.length, 1);
});

t.test('a bug is internal, logged, and says no more', async (t) => {
  const handlers = {
    'house.alive': () => {
      throw new TypeError('secret detail');
    },
    'user.self': async () => Promise.reject(new Error('secret detail')),
    'thing.get': () => ({ data: { attributes: {} } }),
  };
  const { registry, logged, measured } = world({ actors: { a: actor() }, handlers });
  for (const [name, params] of [
    ['house.alive', {}],
    ['user.self', {}],
    ['thing.get', { thing_id: 1 }],
  ] as const) {
    const error = await refusal(() => registry.call(name, params, request('a')));
    t.equal(error.message, 'internal error, request r1');
  }
  t.equal(logged.length, 3);
  t.same(measured, [
    'house.alive internal',
    'user.self internal',
    'thing.get mismatch',
    'thing.get internal',
  ]);
});

t.test('sampled results are logged, not refused', async (t) => {
  const { registry, measured } = world({
    actors: { a: actor() },
    handlers: { 'thing.get': () => ({ data: { attributes: {} } }) },
    checkResults: 'sampled',
  });
  for (let call = 0; call < 101; call++) registry.call('thing.get', { thing_id: 1 }, request('a'));
  t.equal(measured.filter((line) => line === 'thing.get mismatch').length, 2);
});

t.test('discover is the OpenRPC document, made once', async (t) => {
  const { registry } = world({});
  t.match(registry.discover(), { openrpc: '1.3.2' });
  t.equal(registry.discover(), registry.discover());
});
