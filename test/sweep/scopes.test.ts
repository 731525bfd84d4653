// The scope matrix (SEC-11): every method x every scope a token may carry, against the registry without a wire.
import t from 'tap';
import type { Actor } from '../../src/core/access.js';
import { AppError, isAppError } from '../../src/errors.js';
import { createRegistry } from '../../src/registry/call.js';
import type { Request } from '../../src/registry/request.js';
import type { ContractInfo } from '../../src/registry/schema.js';
import { houseContracts } from './contracts.js';

const contracts = houseContracts();
const all = contracts.bundle.contracts;
const VERBS = ['read', 'write', 'operate'] as const;
const NOUNS = [
  ...new Set(all.flatMap(({ scope }) => (scope.includes(':') ? [scope.split(':')[0] ?? ''] : []))),
];

/** Everything a token can be given, as single scopes. */
const HELD = [
  '*',
  'user',
  'admin',
  ...VERBS.map((verb) => `*:${verb}`),
  ...NOUNS.flatMap((noun) => [`${noun}:*`, ...VERBS.map((verb) => `${noun}:${verb}`)]),
];

interface Bearer {
  readonly is_admin: boolean;
  readonly read_only: boolean;
  /** null: a session. */
  readonly scopes: readonly string[] | null;
}

/** What the contract promises, spelled out without the code under test. */
function expected({ scope, mutates }: ContractInfo, bearer: Bearer): 'allow' | 'deny' {
  if (scope === 'public') return 'allow';
  if (bearer.read_only && mutates) return 'deny';
  if (scope === 'user') return 'allow';
  if (scope === 'admin' && !bearer.is_admin) return 'deny';
  if (bearer.scopes === null) return 'allow';
  const [noun = '', verb] = scope.split(':');
  const enough = verb === undefined ? ['*', scope, `${scope}:*`] : ['*', scope, `${noun}:*`, `*:${verb}`];
  return bearer.scopes.some((held) => enough.includes(held)) ? 'allow' : 'deny';
}

function actorOf(bearer: Bearer): Actor {
  return {
    user_id: 7,
    login: 'matrix',
    personal_project_id: 7,
    token_id: 7,
    kind: bearer.scopes === null ? 'session' : 'native',
    session_at: bearer.scopes === null ? 1_700_000_000_000 : null,
    expires_at: null,
    ...bearer,
  };
}

/** The registry of the real contracts over handlers that only tell that they were reached. */
function matrix() {
  let bearer: Bearer = { is_admin: false, read_only: false, scopes: [] };
  const reached = () => {
    throw new AppError('bad_state', 'reached');
  };
  const registry = createRegistry({
    contracts,
    methods: Object.fromEntries(all.map(({ name }) => [name, { name, handler: reached }])),
    core: {
      accounts: { authenticate: () => actorOf(bearer), onRevoked: () => () => undefined },
      idempotency: { run: async (_caller, _method, _params, run) => run() },
      audit: { finish: async () => undefined },
    },
    log: { error: () => undefined, warn: () => undefined },
    checkResults: 'sampled',
  });
  const request = { id: 'r', token: 't', address: '192.0.2.1', idempotency_key: null } as Request;
  return async (name: string, who: Bearer): Promise<'allow' | 'deny'> => {
    bearer = who;
    try {
      await registry.call(name, {}, request);
    } catch (error) {
      // Whatever comes behind the scope (params that are missing, the handler) was let through.
      if (isAppError(error)) return error.code === 'forbidden' ? 'deny' : 'allow';
      throw error;
    }
    return 'allow';
  };
}

t.test('SEC-11 scope matrix: every method x every scope', async (t) => {
  const ask = matrix();
  let allowed = 0;
  let denied = 0;
  for (const contract of all) {
    const wrong: string[] = [];
    for (const is_admin of [false, true]) {
      for (const read_only of [false, true]) {
        for (const scopes of [null, [], ...HELD.map((held) => [held])]) {
          const bearer = { is_admin, read_only, scopes };
          const want = expected(contract, bearer);
          const got = await ask(contract.name, bearer);
          if (got !== want) wrong.push(`${JSON.stringify(bearer)}: ${got}, not ${want}`);
          if (got === 'allow') allowed += 1;
          else denied += 1;
        }
      }
    }
    t.same(wrong, [], `${contract.name} (${contract.scope})`);
  }
  t.ok(allowed > 1000 && denied > 1000, `${allowed} allowed, ${denied} denied`);
});

t.test('SEC-11 a token holds no more than the sum of its scopes', async (t) => {
  const ask = matrix();
  const scopes = ['instance:read', 'token:write'];
  const bearer = { is_admin: true, read_only: false, scopes };
  const open = [];
  for (const { name } of all) if ((await ask(name, bearer)) === 'allow') open.push(name);
  const wanted = all.filter(({ scope }) => ['public', 'user', ...scopes].includes(scope));
  t.same(
    open,
    wanted.map(({ name }) => name),
  );
});

t.test('SEC-11 every scope is a noun and a verb, and what changes something is never a read', (t) => {
  for (const { name, scope, mutates } of all) {
    t.match(scope, /^(public|user|admin|[a-z][a-z-]*:(read|write|operate))$/, name);
    if (mutates) t.notOk(scope.endsWith(':read'), `${name} changes something: ${scope}`);
  }
  t.end();
});
