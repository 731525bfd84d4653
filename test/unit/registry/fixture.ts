// A small world of contracts and a core that only remembers, for the tests of the registry.
import type { Actor, Caller } from '../../../src/core/access.js';
import { AppError } from '../../../src/errors.js';
import { type AuditOutcome, createRegistry, type RegistryOptions } from '../../../src/registry/call.js';
import { createContracts } from '../../../src/registry/contract.js';
import { bundle, type SchemaFiles } from '../../../src/registry/derive/bundle.js';
import type { Request } from '../../../src/registry/request.js';
import type { JsonSchema } from '../../../src/registry/schema.js';

const params = (properties: object = {}, required: string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const contract = (method: string, scope: string, more: object = {}): JsonSchema => ({
  method,
  summary: `Does ${method}.`,
  scope,
  params: params(),
  ...more,
});

/** Contracts of every sort. */
export const FILES: SchemaFiles = {
  'defs/thing.json': {
    type: 'object',
    required: ['thing_name'],
    properties: { thing_name: { type: 'string', title: 'Name' } },
  },
  'defs/ack.json': {
    type: 'object',
    required: ['data'],
    properties: { data: { type: 'object', required: ['type'], properties: { type: { type: 'string' } } } },
  },
  'defs/error.json': { type: 'object', required: ['errors'] },
  'events/thing.added.json': {
    type: 'thing.added',
    summary: 'A thing is there.',
    data: { type: 'object', properties: { thing: { $ref: '../defs/thing.json' } } },
  },
  'thing.get.json': contract('thing.get', 'thing:read', {
    http: { verbs: ['GET', 'POST'] },
    params: params({ thing_id: { type: 'integer', minimum: 1 }, thing_kind: { enum: ['red', 'blue'] } }, [
      'thing_id',
    ]),
    result: {
      type: 'object',
      required: ['data'],
      properties: { data: { type: 'object', properties: { attributes: { $ref: 'defs/thing.json' } } } },
    },
    examples: [{ summary: 'One', request: { thing_id: 1 }, result: { data: {} } }],
  }),
  'thing.list.json': contract('thing.list', 'thing:read', { list: true }),
  'thing.add.json': contract('thing.add', 'thing:write', {
    mutates: true,
    long: true,
    secrets: ['thing_pin'],
    params: {
      ...params({
        thing_name: { type: 'string', minLength: 1 },
        thing_size: { type: ['integer', 'string'], default: 1 },
        thing_id: { type: 'integer' },
        thing_pin: { type: 'string' },
        user_password: { type: 'string' },
        thing_config: { type: 'object' },
        key_name: { type: 'string' },
      }),
      anyOf: [{ required: ['thing_id'] }, { required: ['thing_name', 'thing_size'] }],
    },
    result: { $ref: 'defs/ack.json' },
    errors: ['conflict'],
  }),
  'house.alive.json': contract('house.alive', 'public', { result: { $ref: 'defs/ack.json' } }),
  'house.knock.json': contract('house.knock', 'public', { mutates: true }),
  'user.self.json': contract('user.self', 'user'),
  'user.touch.json': contract('user.touch', 'user', { mutates: true }),
  'fleet.burn.json': contract('fleet.burn', 'admin', { mutates: true }),
};

/** An actor; session of an ordinary user unless told otherwise. */
export function actor(more: Partial<Actor> = {}): Actor {
  return {
    user_id: 2,
    login: 'alice',
    is_admin: false,
    personal_project_id: 2,
    token_id: 7,
    kind: 'session',
    scopes: null,
    read_only: false,
    session_at: 1,
    expires_at: null,
    ...more,
  };
}

/** A request as the wire hands it in. */
export function request(token: string | null, more: Partial<Request> = {}): Request {
  return {
    id: 'r1',
    transport: 'http',
    token,
    address: '127.0.0.1',
    idempotency_key: null,
    signal: new AbortController().signal,
    last_event_id: '',
    ...more,
  };
}

/** A registry over FILES, and what its core was told. */
export function world(options: {
  actors?: Record<string, Actor>;
  handlers?: Record<string, (ctx: { caller: Caller }, params: never) => unknown>;
  checkResults?: 'always' | 'sampled';
  files?: SchemaFiles;
  drop?: string;
  uploads?: RegistryOptions['uploads'];
}) {
  const contracts = createContracts(bundle(options.files ?? FILES));
  const audits: { caller: Caller; outcome: AuditOutcome }[] = [];
  const idempotent: { key: string | null; params: unknown }[] = [];
  const measured: string[] = [];
  const logged: object[] = [];
  const names = contracts.bundle.contracts.map(({ name }) => name).filter((name) => name !== options.drop);
  const methods: RegistryOptions['methods'] = Object.fromEntries(
    names.map((name) => [
      name,
      { name, handler: (options.handlers?.[name] ?? (() => ({ data: { type: 'x' } }))) as () => unknown },
    ]),
  );
  const registry = createRegistry({
    contracts,
    methods,
    core: {
      accounts: {
        authenticate(token) {
          const found = options.actors?.[token];
          if (found === undefined) throw new AppError('unauthenticated', 'the token is not valid');
          return found;
        },
        onRevoked: () => () => undefined,
      },
      idempotency: {
        run: async (caller, _method, given, run) => {
          idempotent.push({ key: caller.idempotency_key, params: given });
          return run();
        },
      },
      audit: { finish: async (caller, outcome) => void audits.push({ caller, outcome }) },
    },
    log: { error: (fields) => logged.push(fields), warn: (fields) => logged.push(fields) },
    metrics: {
      calls: { labels: (method, code) => ({ observe: () => measured.push(`${method} ${code}`) }) },
      mismatches: { inc: ({ method }) => measured.push(`${method} mismatch`) },
    },
    checkResults: options.checkResults ?? 'always',
    ...(options.uploads && { uploads: options.uploads }),
  });
  return { registry, contracts, audits, idempotent, measured, logged };
}

/** What a call was refused with, thrown or rejected; fails when it was not. */
export async function refusal(call: () => unknown): Promise<AppError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the call was not refused');
}
