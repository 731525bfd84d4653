// The sweep's own test: run against a registry in this process, it passes a whole house and finds a leaking one.
import t from 'tap';
import { isAppError } from '../../../src/errors.js';
import { sweepCases } from '../../sweep/cases.js';
import type { World } from '../../sweep/world.js';
import { actor, FILES, request, world } from './fixture.js';

function house(handlers: Parameters<typeof world>[0]['handlers']) {
  const actors: Record<string, ReturnType<typeof actor>> = {
    admin: actor({ is_admin: true }),
    alice: actor(),
    other: actor({ user_id: 3 }),
  };
  const files = {
    ...FILES,
    'token.create.json': {
      ...FILES['user.touch.json'],
      method: 'token.create',
      params: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ['lifetime', 'revoke_all', 'kind', 'scopes', 'read_only'].map((name) => [`token_${name}`, {}]),
        ),
      },
    },
  };
  const create = (_ctx: unknown, params: { token_scopes: string[]; token_read_only?: boolean }) => {
    const token = `token${Object.keys(actors).length}`;
    actors[token] = actor({
      is_admin: true,
      scopes: params.token_scopes,
      read_only: params.token_read_only ?? false,
    });
    return { data: { type: 'token', attributes: { token } } };
  };
  const { registry, contracts } = world({ actors, files, handlers: { 'token.create': create, ...handlers } });
  const running: World = {
    url: '',
    adminToken: 'admin',
    userToken: 'alice',
    otherToken: 'other',
    async call(name, params, options) {
      try {
        return { status: 200, body: await registry.call(name, params, request(options?.token ?? null)) };
      } catch (error) {
        if (!isAppError(error)) throw error;
        const errors = error.faults.map(({ pointer }) => ({ code: error.code, source: { pointer } }));
        return { status: error.status, body: { errors } };
      }
    },
  };
  return { running, cases: sweepCases(contracts) };
}

t.test('a whole house passes', async (t) => {
  const { running, cases } = house({ 'thing.get': () => ({ data: { attributes: { thing_name: 'a' } } }) });
  const kinds = ['anonymous', 'SEC-21', 'SEC-23', 'without thing_id', 'wrong type', 'example'];
  for (const kind of kinds)
    t.ok(
      cases.some(({ name }) => name.includes(kind)),
      kind,
    );
  for (const one of cases) t.equal(await one.run(running), null, one.name);
});

t.test('a wrong answer is found', async (t) => {
  const { running, cases } = house({ 'thing.get': () => ({ data: [] }) });
  const example = cases.find(({ name }) => name === 'thing.get: example: One');
  t.match(await example?.run(running), /answered 500/);
});
