// Cases that follow from contracts alone: every method x {anonymous, wrong scope, bad params, foreign, examples}.
import { type Contracts, requiredParams } from '../../src/registry/contract.js';
import { type Field, fieldsOf } from '../../src/registry/derive/flatten.js';
import type { ContractInfo, Example } from '../../src/registry/schema.js';
import { CODES } from '../../src/errors.js';
import type { Answer, SweepCase, World } from './world.js';

type Params = Record<string, unknown>;

/** All cases, those that leave the world as it is first. */
export function sweepCases(contracts: Contracts): SweepCase[] {
  const cases = contracts.bundle.contracts.flatMap((contract) => [
    ...anonymous(contract),
    ...wrongScope(contract, contracts.bundle.contracts),
    ...badParams(contract, contracts),
    ...foreign(contract),
    ...examples(contract, contracts),
  ]);
  return [...cases.filter((one) => !one.fresh), ...cases.filter((one) => one.fresh)];
}

function anonymous(contract: ContractInfo): SweepCase[] {
  if (contract.scope === 'public') return [];
  return [
    simple(contract, 'anonymous', async (world) => {
      const none = await world.call(contract.name, requestOf(contract));
      const wrong = await world.call(contract.name, requestOf(contract), { token: 'gantry_not-a-token' });
      return expectCode(none, 'unauthenticated') ?? expectCode(wrong, 'unauthenticated');
    }),
  ];
}

/** SEC-21: the scope is asked before anything else, so no params are needed. */
function wrongScope(contract: ContractInfo, all: readonly ContractInfo[]): SweepCase[] {
  const { name, scope } = contract;
  const cases: SweepCase[] = [];
  if (scope === 'admin') {
    cases.push(
      simple(contract, 'SEC-21 not an administrator', async (world) =>
        expectCode(await world.call(name, requestOf(contract), { token: world.userToken }), 'forbidden'),
      ),
    );
  }
  const noun = scope.split(':')[0];
  const other = all.find((one) => one.scope.includes(':') && one.scope.split(':')[0] !== noun)?.scope;
  if (scope !== 'public' && scope !== 'user' && other !== undefined) {
    cases.push(
      simple(contract, 'SEC-21 token without the scope', async (world) => {
        const token = await tokenWith(world, { token_scopes: [other] });
        return expectCode(await world.call(name, requestOf(contract), { token }), 'forbidden');
      }),
    );
  }
  if (contract.mutates && scope !== 'public') {
    cases.push(
      simple(contract, 'SEC-21 read-only token', async (world) => {
        const token = await tokenWith(world, { token_scopes: ['*'], token_read_only: true });
        return expectCode(await world.call(name, requestOf(contract), { token }), 'forbidden');
      }),
    );
  }
  return cases;
}

function badParams(contract: ContractInfo, contracts: Contracts): SweepCase[] {
  // What arrives as a form or as bytes has tests of its own.
  if (contract.body !== 'json' || contract.stream) return [];
  const refused = (what: string, params: () => unknown, pointer?: string): SweepCase =>
    simple(contract, what, async (world) => {
      const answer = await world.call(contract.name, params(), { token: world.adminToken });
      return expectCode(answer, 'invalid_params') ?? expectPointer(answer, pointer);
    });
  const cases = ['id', 'owner_id', 'role', 'constructor', 'no_such_param'].map((key) =>
    refused(`SEC-23 unknown ${key}`, () => ({ ...requestOf(contract), [key]: 1 }), `/${key}`),
  );
  cases.push(
    simple(contract, 'SEC-23 __proto__', async (world) => {
      const params: unknown = JSON.parse('{"__proto__":{"is_admin":true}}');
      const answer = await world.call(contract.name, params, { token: world.adminToken });
      return answer.status === 400 ? null : `answered ${answer.status}`;
    }),
  );
  for (const name of requiredParams(contracts.bundle, contract)) {
    const without = (): Params => {
      const { [name]: _left, ...rest } = requestOf(contract);
      return rest;
    };
    cases.push(refused(`without ${name}`, without, `/${name}`));
  }
  for (const field of fieldsOf(contracts.bundle.defs, contracts.bundle.defs[contract.params])) {
    const wrong = wrongValue(field);
    if (wrong === undefined) continue;
    cases.push(
      refused(`wrong type of ${field.name}`, () => ({ ...requestOf(contract), [field.name]: wrong })),
    );
  }
  cases.push(
    simple(contract, 'params that are a list', async (world) => {
      const answer = await world.call(contract.name, [], { token: world.adminToken });
      // The wire takes objects only; over a registry without a wire the contract refuses it.
      return expectCode(answer, 'bad_request') === null ? null : expectCode(answer, 'invalid_params');
    }),
  );
  return cases;
}

const IDS = ['instance_id', 'server_id', 'project_id', 'operation_id', 'user_id'];

/** SEC-20: what another user owns answers as what does not exist. */
function foreign(contract: ContractInfo): SweepCase[] {
  if (contract.scope === 'public' || contract.scope === 'admin' || contract.stream) return [];
  const example = contract.examples.find(({ request }) => IDS.some((id) => id in request));
  if (example === undefined) return [];
  return [
    simple(contract, 'SEC-20 of another project', async (world) => {
      const token = world.otherToken;
      const nowhere = Object.fromEntries(
        Object.entries(example.request).map(([name, value]) => [
          name,
          IDS.includes(name) ? 987_654_321 : value,
        ]),
      );
      const theirs = comparable(await world.call(contract.name, example.request, { token }));
      const none = comparable(await world.call(contract.name, nowhere, { token }));
      return theirs === none ? null : `tells existing from not existing: ${theirs} and ${none}`;
    }),
  ];
}

function examples(contract: ContractInfo, contracts: Contracts): SweepCase[] {
  if (contract.body !== 'json' || contract.stream) return [];
  return contract.examples.map((example) => ({
    name: `${contract.name}: example: ${example.summary}`,
    method: contract.name,
    // What is refused changes nothing.
    fresh: contract.mutates && example.error === undefined,
    async run(world) {
      const token = contract.scope === 'public' ? undefined : world.adminToken;
      const answer = await world.call(contract.name, example.request, { token });
      return faultOfExample(contract, example, answer, contracts);
    },
  }));
}

function faultOfExample(
  contract: ContractInfo,
  example: Example,
  answer: Answer,
  contracts: Contracts,
): string | null {
  if (example.error !== undefined) return expectCode(answer, example.error);
  if (answer.status !== 200) return `answered ${answer.status}: ${JSON.stringify(answer.body)}`;
  const fault = contracts.resultFault(contract.name, answer.body);
  if (fault !== null) return fault;
  const wanted = typeNames(example.result);
  const got = typeNames(answer.body);
  // An empty list has no type names to compare.
  if (wanted === '' || got === '' || wanted === got) return null;
  return `resources of type ${got}, the example has ${wanted}`;
}

function typeNames(document: unknown): string {
  const data = (document as { data?: unknown } | undefined)?.data;
  const rows = (Array.isArray(data) ? data : [data]) as ({ type?: string } | undefined)[];
  return [...new Set(rows.flatMap((row) => row?.type ?? []))].sort().join(', ');
}

function simple(
  contract: ContractInfo,
  what: string,
  run: (world: World) => Promise<string | null>,
): SweepCase {
  return { name: `${contract.name}: ${what}`, method: contract.name, fresh: false, run };
}

/** The first example that works; its params are right but for what a case spoils. */
function requestOf(contract: ContractInfo): Params {
  return { ...contract.examples.find((example) => example.error === undefined)?.request };
}

function expectCode(answer: Answer, code: string): string | null {
  const status = CODES[code as keyof typeof CODES].http;
  const got = codesOf(answer);
  if (answer.status === status && got.length > 0 && got.every((one) => one === code)) return null;
  return `expected ${status} ${code}, got ${answer.status} ${JSON.stringify(answer.body)}`;
}

function expectPointer(answer: Answer, pointer: string | undefined): string | null {
  if (pointer === undefined) return null;
  const pointers = errorsOf(answer).map((error) => error.source?.pointer);
  return pointers.includes(pointer) ? null : `no fault points to ${pointer}: ${JSON.stringify(answer.body)}`;
}

interface WireError {
  readonly code?: string;
  readonly source?: { readonly pointer?: string };
}

function errorsOf(answer: Answer): readonly WireError[] {
  return (answer.body as { errors?: WireError[] } | null)?.errors ?? [];
}

function codesOf(answer: Answer): string[] {
  return errorsOf(answer).map((error) => error.code ?? '');
}

/** An answer without what differs from call to call. */
function comparable(answer: Answer): string {
  const { meta: _meta, ...rest } = (answer.body ?? {}) as Params;
  return `${answer.status} ${JSON.stringify(rest)}`;
}

/** A value of a type that the field does not take; undefined when it takes all. */
function wrongValue(field: Field): unknown {
  if (!field.types.includes('object')) return { wrong: true };
  if (!field.types.includes('boolean')) return true;
  return undefined;
}

async function tokenWith(world: World, rights: Params): Promise<string> {
  const answer = await world.call(
    'token.create',
    { token_lifetime: 3600, token_revoke_all: false, token_kind: 'native', ...rights },
    { token: world.adminToken },
  );
  const token = (answer.body as { data?: { attributes?: { token?: string } } }).data?.attributes?.token;
  if (token === undefined) throw new Error(`token.create answered ${JSON.stringify(answer.body)}`);
  return token;
}
