// A small catalogue and a world without network, for the tests of the command line.
import type { Catalog, CatalogEntry, Field } from '../../../src/client/catalog.js';
import { ClientError, type AnyDocument, type Client } from '../../../src/client/client.js';
import { runCli } from '../../../src/cli/cli.js';
import type { Io } from '../../../src/cli/io.js';

type Types = Field['types'];

export function field(name: string, types: Types, more: Partial<Field> = {}): Field {
  return { name, types, required: false, nullable: false, description: `About ${name}.`, ...more };
}

export function entry(fields: Field[], more: Partial<CatalogEntry> = {}): CatalogEntry {
  return {
    summary: 'Does it.',
    description: 'Does it well.',
    scope: 'instance:read',
    mutates: false,
    long: false,
    list: false,
    stream: false,
    get: false,
    body: 'json',
    secrets: [],
    result: 'single',
    fields,
    ...more,
  };
}

const needed = { required: true };
const target = [
  field('instance_id', ['integer']),
  field('server_id', ['integer']),
  field('instance_name', ['string']),
];

export const catalog: Catalog = {
  'instance.add': entry(
    [
      // As in the contract: only a body without `instance_id` needs these two.
      field('server_id', ['integer']),
      field('instance_name', ['string']),
      field('instance_image', ['string'], needed),
      field('instance_memory', ['number', 'string']),
      field('instance_id', ['integer']),
      field('instance_start', ['boolean'], { default: true }),
      field('instance_config', ['object']),
      field('instance_type', ['string'], { choices: ['container', 'virtual-machine'] }),
      field('wait', ['integer']),
    ],
    { long: true, mutates: true, result: 'operation' },
  ),
  'instance.get': entry(target),
  'instance.list': entry(
    [field('server_id', ['integer']), field('filter', ['object']), field('limit', ['integer'])],
    {
      list: true,
      result: 'list',
    },
  ),
  'instance.action': entry([...target, field('instance_status', ['string'])], {
    long: true,
    result: 'operation',
  }),
  'instance.exec': entry([...target, field('command', ['array'], { items: ['string'] })]),
  'snapshot.add': entry([...target, field('snapshot_name', ['string'], needed)], { mutates: true }),
  'snapshot.list': entry(target, { list: true, result: 'list' }),
  'image.serverList': entry([field('server_id', ['integer'], needed)], { list: true, result: 'list' }),
  'server.list': entry([], { list: true, result: 'list' }),
  'server.get': entry([field('server_id', ['integer'], needed)]),
  'operation.get': entry([field('operation_id', ['integer'], needed), field('wait', ['integer'])]),
  'token.create': entry([
    field('token_lifetime', ['integer'], needed),
    field('token_scopes', ['array'], { items: ['string'] }),
  ]),
  'user.login': entry([field('user_login', ['string'], needed), field('user_password', ['string'], needed)]),
};

/** One method of the catalogue above. */
export function method(name: string): CatalogEntry {
  const found = catalog[name];
  if (found === undefined) throw new Error(`no ${name} in the test catalogue`);
  return found;
}

export const rows = (type: string, ...attributes: Record<string, unknown>[]): AnyDocument => ({
  data: attributes.map((one, index) => ({ id: index + 1, type, attributes: one })),
  meta: { next: null },
});

export type Answers = Record<string, (params: Record<string, unknown>) => AnyDocument>;

export interface Ran {
  status: number;
  out: string;
  err: string;
  calls: { method: string; params: Record<string, unknown> }[];
}

/** Runs one command against answers made up by the test; what has no answer is `not_found`. */
export async function gantry(
  line: string[],
  answers: Answers = {},
  more: {
    env?: Record<string, string>;
    home?: string;
    asked?: string[];
    columns?: number;
    tty?: boolean;
  } = {},
): Promise<Ran> {
  const ran: Ran = { status: 0, out: '', err: '', calls: [] };
  const asked = [...(more.asked ?? [])];
  const io: Io = {
    out: (text) => void (ran.out += text),
    err: (text) => void (ran.err += text),
    env: more.env ?? {},
    home: more.home ?? '/nowhere',
    tty: more.tty ?? false,
    columns: more.columns ?? 100,
    bytes: (chunk) => Promise.resolve(void (ran.out += Buffer.from(chunk).toString())),
    ask: () => Promise.resolve(asked.shift() ?? ''),
    signal: new AbortController().signal,
  };
  const request: Client['request'] = (method, params) => {
    // As it goes over the wire: absent members are left out.
    const sent = JSON.parse(JSON.stringify(params)) as Record<string, unknown>;
    ran.calls.push({ method, params: sent });
    const answer = answers[method];
    if (answer === undefined)
      return Promise.reject(new ClientError('not_found', `no ${method}`, { status: 404 }));
    return Promise.resolve().then(() => answer(sent));
  };
  const connect = (context: { url: string }): Client => ({
    url: context.url,
    request,
    call: () => Promise.reject(new Error('typed calls are not used here')),
    upload: () => Promise.reject(new Error('no uploads here')),
    send: () => Promise.reject(new Error('no bytes here')),
    download: request,
    socket: () => {
      throw new Error('no socket here');
    },
  });
  ran.status = await runCli(line, io, { catalog, connect });
  return ran;
}
