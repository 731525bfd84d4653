// Words and names become ids: `gantry instance get web-1`, `--server host-a`, and the only server when none is named.
import type { CatalogEntry, Field } from '../client/catalog.js';
import type { AnyDocument, AnyResource } from '../client/client.js';
import { convert } from './flags.js';
import { UsageError } from './io.js';
import { kebab } from './words.js';

/** Asks the server; what resolving needs of a client. */
export type Ask = (method: string, params: Record<string, unknown>) => Promise<AnyDocument>;

/** Parameters that a second word may stand for though the contract does not require them. */
const SECOND_WORDS: Readonly<Record<string, readonly string[]>> = { 'instance.action': ['instance_status'] };

/** Methods that make something: it has no id yet, and a name in them is a new one. */
function makes(method: string): boolean {
  return /\.(add|create)$/.test(method);
}

/** Methods about something inside an instance, which is named first. */
function inInstance(method: string): boolean {
  return method.startsWith('snapshot.');
}

/** Gives the words behind the verb to the method's parameters; throws UsageError for one too many. */
export function placeWords(
  method: string,
  entry: Pick<CatalogEntry, 'fields'>,
  params: Record<string, unknown>,
  words: readonly string[],
): void {
  const noun = (method.split('.')[0] ?? '').replaceAll('-', '_');
  const open = (name: string): Field | undefined =>
    params[name] === undefined ? entry.fields.find((field) => field.name === name) : undefined;
  const left = [...words];
  if (inInstance(method)) {
    const word = open('instance_id') && open('instance_name') && left.shift();
    if (word !== undefined && word !== '') {
      const number = /^\d+$/.test(word);
      params[number ? 'instance_id' : 'instance_name'] = number ? Number(word) : word;
    }
  }
  const id = makes(method) ? undefined : open(`${noun}_id`);
  const name = open(`${noun}_name`);
  if (left.length > 0 && (id !== undefined || name !== undefined)) {
    const word = left.shift() ?? '';
    const taken = id !== undefined && (name === undefined || /^\d+$/.test(word)) ? id : name;
    // A name where only an id is asked for is looked up later.
    if (taken !== undefined)
      params[taken.name] = taken === id && !/^\d+$/.test(word) ? word : convert(taken, [word]);
  }
  const next = [
    ...entry.fields
      .filter((field) => field.required && field.name !== 'server_id')
      .map((field) => field.name),
    ...(SECOND_WORDS[method] ?? []),
  ];
  for (const word of left) {
    const field = next.map(open).find((candidate) => candidate !== undefined);
    if (field === undefined)
      throw new UsageError(`${word}: one word too many (gantry ${method.replace('.', ' ')} --help)`);
    params[field.name] = convert(field, [word]);
  }
}

/** Replaces names by ids and fills in the only server; asks the server only where something is open. */
export async function resolveNames(
  method: string,
  entry: Pick<CatalogEntry, 'fields'>,
  params: Record<string, unknown>,
  ask: Ask,
): Promise<void> {
  const field = (name: string): Field | undefined =>
    entry.fields.find((candidate) => candidate.name === name);
  if (typeof params['server_id'] === 'string')
    params['server_id'] = await serverByName(params['server_id'], ask);
  const { instance_name } = params;
  const byId = field('instance_id');
  const newInstance = makes(method) && method.startsWith('instance.');
  if (
    typeof instance_name === 'string' &&
    !newInstance &&
    params['server_id'] === undefined &&
    byId !== undefined &&
    field('instance_name')?.required !== true
  ) {
    const instance_id = await instanceByName(instance_name, ask);
    params['server_id'] = undefined;
    params['instance_name'] = undefined;
    params['instance_id'] = instance_id;
  }
  const server = field('server_id');
  const wanted = server?.required === true || newInstance;
  if (server !== undefined && wanted && params['server_id'] === undefined)
    params['server_id'] = await onlyServer(ask);
}

/** Refuses a command that leaves out what its method requires. */
export function checkRequired(entry: Pick<CatalogEntry, 'fields'>, params: Record<string, unknown>): void {
  const missing = entry.fields.filter((field) => field.required && params[field.name] === undefined);
  if (missing.length > 0)
    throw new UsageError(`missing: ${missing.map((field) => `--${kebab(field.name)}`).join(', ')}`);
}

function rows(document: AnyDocument): AnyResource[] {
  return Array.isArray(document.data) ? document.data : [document.data];
}

function label(server: AnyResource): string {
  const { server_name, server_host } = server.attributes;
  const name = typeof server_name === 'string' && server_name !== '' ? server_name : server_host;
  return `${server.id}${typeof name === 'string' && name !== '' ? ` (${name})` : ''}`;
}

async function serverByName(name: string, ask: Ask): Promise<number> {
  const all = rows(await ask('server.list', {}));
  const found = all.filter(
    ({ attributes }) => attributes['server_name'] === name || attributes['server_host'] === name,
  );
  const [first] = found;
  if (first?.id === undefined)
    throw new UsageError(`no server ${name}: known are ${all.map(label).join(', ') || 'none'}`);
  if (found.length > 1)
    throw new UsageError(
      `${name} is the name of several servers: take --server-id ${found.map((one) => one.id).join(' or ')}`,
    );
  return first.id;
}

async function onlyServer(ask: Ask): Promise<number> {
  const all = rows(await ask('server.list', {}));
  const [first] = all;
  if (first?.id === undefined) throw new UsageError('no server is registered yet: gantry server add --help');
  if (all.length > 1)
    throw new UsageError(`which server? --server-id is one of ${all.map(label).join(', ')}`);
  return first.id;
}

async function instanceByName(name: string, ask: Ask): Promise<number> {
  const found = rows(await ask('instance.list', { filter: { instance_name: name } }));
  const [first] = found;
  if (first?.id === undefined) throw new UsageError(`no instance ${name} (gantry instance list shows them)`);
  if (found.length > 1) {
    const servers = found.map(({ attributes }) => String(attributes['server_id'])).join(' or ');
    throw new UsageError(`${name} exists on several servers: add --server-id ${servers}`);
  }
  return first.id;
}
