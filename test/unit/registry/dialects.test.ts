// The pipeline of routes with a dialect of two routes: what reaches a handler, what does not, and what is told.
import t from 'tap';
import type { Actor } from '../../../src/core/access.js';
import type { Core } from '../../../src/core/core.js';
import type { Dialect, DialectContext, DialectHandler } from '../../../src/dialects/dialect.js';
import { AppError } from '../../../src/errors.js';
import { createContracts } from '../../../src/registry/contract.js';
import { createDialects } from '../../../src/registry/dialect-call.js';
import type { RouteRequest } from '../../../src/registry/dialect.js';
import { bundle, type SchemaFiles } from '../../../src/registry/derive/bundle.js';

const ACTOR: Actor = {
  user_id: 2,
  login: 'alice',
  is_admin: false,
  personal_project_id: 2,
  token_id: 7,
  kind: 'cvm',
  scopes: ['thing:read'],
  read_only: false,
  session_at: null,
  expires_at: null,
};

const FILES: SchemaFiles = {
  'cvm/things.list.json': {
    method: 'things.list',
    summary: 'Lists.',
    scope: 'thing:read',
    http: { verb: 'GET', path: '/things' },
    params: {
      type: 'object',
      properties: { limit: { type: 'integer', maximum: 9 }, name: { type: 'string' } },
    },
    result: { type: 'object', required: ['things'] },
  },
  'cvm/things.make.json': {
    method: 'things.make',
    summary: 'Makes.',
    scope: 'thing:write',
    mutates: true,
    http: { verb: 'POST', path: '/things/{id}', status: 201 },
    secrets: ['pin'],
    params: {
      type: 'object',
      required: ['size'],
      additionalProperties: true,
      properties: { size: { type: 'integer' }, pin: { type: 'string' }, password: { type: 'string' } },
    },
    result: { type: 'object' },
  },
  'cvm/things.kept.json': {
    method: 'things.kept',
    summary: 'Lists from rows alone.',
    scope: 'thing:read',
    kept: true,
    http: { verb: 'GET', path: '/kept/{id}' },
    params: { type: 'object', properties: { limit: { type: 'integer' } } },
    result: { type: 'object', required: ['turn'] },
  },
  'cvm/hello.json': {
    method: 'hello',
    summary: 'Greets.',
    scope: 'public',
    http: { verb: 'POST', path: '/hello' },
    body: 'none',
    params: { type: 'object', properties: {} },
  },
};

interface Told {
  audit: { via: string; params: Record<string, unknown>; method: string; code: string }[];
  log: string[];
  keys: string[];
}

/** The table over a core that remembers what it was told. */
function tableOf(handlers: Record<string, DialectHandler>, actor: Actor | null | 'bad' = ACTOR) {
  const told: Told = { audit: [], log: [], keys: [] };
  const commits: (() => void)[] = [];
  const dialect: Dialect = {
    name: 'cvm',
    mount: '/api/client',
    authenticate: () => {
      if (actor === 'bad') throw new AppError('unauthenticated', 'no good');
      return actor;
    },
    handlers,
    renderError: (error, _id, route) => ({ status: error.status, body: { error: error.message, route } }),
  };
  const core = {
    onCommit: (listener: () => void) => void commits.push(listener),
    audit: {
      finish: async (
        caller: Parameters<Core['audit']['finish']>[0],
        outcome: { ok?: boolean; code?: string },
      ) => {
        const { audit, via } = caller;
        if (audit === null) return;
        audit.written = true;
        told.audit.push({ via, method: audit.method, params: audit.params, code: outcome.code ?? 'ok' });
      },
    },
    idempotency: {
      run: async (_caller: unknown, method: string, params: unknown, run: () => unknown) => {
        told.keys.push(`${method} ${JSON.stringify(params)}`);
        return run();
      },
    },
  } as unknown as Core;
  const log = {
    error: (_fields: object, message: string) => void told.log.push(message),
    warn: (_fields: object, message: string) => void told.log.push(message),
  };
  const contracts = createContracts(bundle(FILES));
  return {
    table: createDialects({ contracts, dialects: [dialect], core, log, checkResults: 'always' }),
    told,
    commits,
  };
}

function request(change: Partial<RouteRequest> & { sent?: unknown } = {}): RouteRequest {
  const { sent, ...rest } = change;
  return {
    id: 'request-1',
    verb: 'post',
    params: {},
    query: '',
    base: 'http://localhost',
    address: '10.0.0.1',
    idempotency_key: null,
    signal: new AbortController().signal,
    header: () => '',
    body: () => sent,
    refused: false,
    ...rest,
  };
}

const ok: DialectHandler = () => ({ status: 200, body: { things: [] } });
const all = (change: Record<string, DialectHandler> = {}): Record<string, DialectHandler> => ({
  'things.list': ok,
  'things.kept': () => ({ status: 200, body: { turn: 0 } }),
  'things.make': () => ({ status: 201, body: {} }),
  hello: () => ({ status: 200, body: undefined }),
  ...change,
});
const WRITER: Actor = { ...ACTOR, scopes: ['thing:*'] };

t.test('SEC-21 a contract without a handler, or the reverse, does not start', (t) => {
  const { hello: _hello, ...rest } = all({ 'things.burn': ok });
  t.throws(() => tableOf(rest), {
    message: /cvm\/hello has a contract but no handler; cvm\/things.burn has a handler but no contract/,
  });
  t.end();
});

t.test('what a handler gets: known fields, converted where they came as text', async (t) => {
  const inputs: unknown[] = [];
  const note = (ctx: DialectContext): void => void inputs.push(ctx.request.input, ctx.request.params);
  const { table } = tableOf(
    all({
      'things.list': (ctx) => {
        note(ctx);
        return { status: 200, body: { things: [] } };
      },
      'things.make': (ctx) => {
        note(ctx);
        t.equal(ctx.caller.via, 'cvm');
        return { status: 201, body: {} };
      },
    }),
    WRITER,
  );
  await table.call('cvm/things.list', request({ verb: 'get', query: 'limit=3&name=7&x=1' }));
  await table.call('cvm/things.make', request({ params: { id: '9' }, sent: { size: 1, other: { a: 1 } } }));
  t.same(inputs, [{ limit: 3, name: '7' }, {}, { size: 1 }, { id: '9' }]);
  for (const query of ['limit=x', 'limit=1e3', 'limit=99', 'limit=2.5'])
    t.throws(() => table.call('cvm/things.list', request({ verb: 'get', query })), {
      code: 'invalid_params',
    });
});

t.test('SEC-21 credential, then scope, then the body', async (t) => {
  const broken = request({
    body: () => {
      throw new AppError('bad_request', 'no JSON');
    },
  });
  t.throws(() => tableOf(all(), null).table.call('cvm/things.make', broken), { code: 'unauthenticated' });
  t.equal(broken.refused, false, 'nothing was shown');
  t.throws(() => tableOf(all(), 'bad').table.call('cvm/things.make', broken), { code: 'unauthenticated' });
  t.equal(broken.refused, true, 'SEC-65 it counts');
  await t.rejects(Promise.resolve(tableOf(all()).table.call('cvm/things.make', broken)), {
    code: 'forbidden',
  });
  await t.rejects(Promise.resolve(tableOf(all(), WRITER).table.call('cvm/things.make', broken)), {
    code: 'bad_request',
  });
  for (const sent of [[], 'text', 7, null])
    await t.rejects(
      Promise.resolve(tableOf(all(), WRITER).table.call('cvm/things.make', request({ sent }))),
      {
        code: 'bad_request',
      },
    );
});

t.test(
  'a public route: a bad credential is none, and the actor is missed only where it is read',
  async (t) => {
    const { table } = tableOf(
      all({ hello: (ctx) => ({ status: 200, body: String(ctx.caller.actor) }) }),
      'bad',
    );
    t.match(await table.call('cvm/hello', request()), { body: 'null' });
    const asks = tableOf(all({ hello: (ctx) => ({ status: 200, body: ctx.actor.login }) }), 'bad').table;
    t.throws(() => asks.call('cvm/hello', request()), { code: 'unauthenticated' });
  },
);

t.test('SEC-80 one row per call that changes something, without its secrets', async (t) => {
  const { table, told } = tableOf(all(), WRITER);
  const sent = { size: 1, pin: '1234', password: 'secret', other: 'x' };
  await table.call('cvm/things.make', request({ params: { id: '9' }, sent }));
  await t.rejects(Promise.resolve(table.call('cvm/things.make', request({ sent: { size: 'x', pin: '1' } }))));
  await table.call('cvm/things.list', request({ verb: 'get' }));
  const params = { size: 1, pin: '[redacted]', password: '[redacted]', id: '9' };
  t.same(told.audit, [
    { via: 'cvm', method: 'cvm/things.make', params, code: 'ok' },
    {
      via: 'cvm',
      method: 'cvm/things.make',
      params: { size: 'x', pin: '[redacted]' },
      code: 'invalid_params',
    },
  ]);
});

t.test('REL-71 a key covers path and body; what a crash left has no answer to show', async (t) => {
  const { table, told } = tableOf(all(), WRITER);
  const keyed = { params: { id: '9' }, sent: { size: 1 }, idempotency_key: 'k' };
  await table.call('cvm/things.make', request(keyed));
  t.same(told.keys, ['cvm/things.make {"path":{"id":"9"},"input":{"size":1}}']);
  const native = { 'things.make': () => ({ data: {} }) as never };
  await t.rejects(
    Promise.resolve(tableOf(all(native), WRITER).table.call('cvm/things.make', request(keyed))),
    {
      code: 'conflict',
    },
  );
});

t.test('SEC-35 a bug is told to the log and not to the caller; a wrong answer is a bug', async (t) => {
  const bug = (): never => {
    throw new TypeError('secret detail');
  };
  const { table, told } = tableOf(
    all({ 'things.list': bug, 'things.make': () => ({ status: 200, body: {} }) }),
    WRITER,
  );
  const refused = { code: 'internal', message: 'internal error, request request-1' };
  t.throws(() => table.call('cvm/things.list', request({ verb: 'get' })), refused);
  await t.rejects(Promise.resolve(table.call('cvm/things.make', request({ sent: { size: 1 } }))), refused);
  t.same(told.log, ['a method failed', 'a method failed']);
  t.same(table.render('cvm', new AppError('not_found', 'no'), 'x', 'cvm/hello'), {
    status: 404,
    body: { error: 'no', route: 'hello' },
  });
});

t.test(
  'an answer from rows alone is kept until something is written, for its caller and its question',
  async (t) => {
    let turn = 0;
    const held: { commit: (() => void) | null } = { commit: null };
    const kept: DialectHandler = async () => {
      held.commit?.();
      turn += 1;
      return { status: 200, body: { turn } };
    };
    const { table, commits } = tableOf(all({ 'things.kept': kept }));
    const ask = async (id = '1', query = ''): Promise<string> =>
      JSON.stringify(
        (await table.call('cvm/things.kept', request({ verb: 'get', params: { id }, query }))).body,
      );
    t.equal(await ask(), '{"turn":1}');
    t.equal(await ask(), '{"turn":1}');
    t.equal(await ask('2'), '{"turn":2}');
    t.equal(await ask('1', 'limit=1'), '{"turn":3}');
    for (const commit of commits) commit();
    t.equal(await ask(), '{"turn":4}');
    for (const commit of commits) commit();
    held.commit = () => commits.forEach((commit) => commit());
    t.equal(await ask(), '{"turn":5}', 'written while it was made');
    held.commit = null;
    t.equal(await ask(), '{"turn":6}', 'so it was not kept');
  },
);
