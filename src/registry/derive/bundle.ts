// Contract files into one bundle: every file gets a key, every relative `$ref` becomes `#/$defs/<Key>`.
import { posix } from 'node:path';
import {
  asObject,
  type Bundle,
  type ContractInfo,
  type Defs,
  type EventInfo,
  type Example,
  type JsonSchema,
  type RouteInfo,
  type Verb,
} from '../schema.js';
import { withCommon } from './common.js';
import { pascal } from './names.js';
import { type Add, isRoutePath, routeOf } from './routes.js';

/** Files of schemas/ by path relative to it (`instance.add.json`, `defs/ack.json`), parsed. */
export type SchemaFiles = Readonly<Record<string, JsonSchema>>;

/** What kind of schema file a path names; null for files that are no part of the bundle. */
export function kindOf(path: string): 'contract' | 'route' | 'def' | 'event' | 'config' | null {
  if (path === 'contract.json') return null;
  if (path === 'config.json') return 'config';
  if (/^([a-z0-9]+\/)?defs\//.test(path)) return 'def';
  if (path.startsWith('events/')) return 'event';
  if (isRoutePath(path)) return 'route';
  return path.includes('/') ? null : 'contract';
}

/** Puts all files together. Throws naming the file when a reference or a name does not hold. */
export function bundle(files: SchemaFiles): Bundle {
  const defs: Record<string, JsonSchema> = {};
  const contracts: ContractInfo[] = [];
  const routes: RouteInfo[] = [];
  const events: EventInfo[] = [];
  const add = (path: string, key: string, schema: unknown): string => {
    const object = asObject(schema);
    if (object === undefined) throw new Error(`schemas/${path}: the schema for ${key} is missing`);
    if (key in defs) throw new Error(`schemas/${path}: the key ${key} is taken by another file`);
    defs[key] = rewrite(object, path, files);
    return key;
  };
  for (const path of Object.keys(files).sort()) {
    const file = files[path] ?? {};
    const kind = kindOf(path);
    if (kind === 'def' || kind === 'config') add(path, keyOf(path), file);
    else if (kind === 'event') events.push(eventOf(path, file, add));
    else if (kind === 'contract') contracts.push(contractOf(path, file, files, add));
    else if (kind === 'route') {
      routes.push(routeOf(path, file, add, (name, result) => resultKey(path, name, result, files, add)));
    }
  }
  const result: Bundle = { defs: sorted(defs), contracts, routes, events };
  for (const [key, schema] of Object.entries(defs)) checkReferences(key, schema, result.defs);
  return result;
}

/** A schema with every `#/$defs/` replaced by another root, such as `#/components/schemas/`. */
export function reroot<T>(value: T, root: string): T {
  if (Array.isArray(value)) return value.map((item: unknown) => reroot(item, root)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) =>
      name === '$ref' && typeof member === 'string'
        ? [name, member.replace('#/$defs/', root)]
        : [name, reroot(member, root)],
    ),
  ) as T;
}

function eventOf(path: string, file: JsonSchema, add: Add): EventInfo {
  const type = posix.basename(path, '.json');
  if (file['type'] !== type) throw new Error(`schemas/${path}: "type" must be "${type}"`);
  return { type, summary: text(file['summary']), data: add(path, `${pascal(type)}Event`, file['data']) };
}

function contractOf(path: string, file: JsonSchema, files: SchemaFiles, add: Add): ContractInfo {
  const name = posix.basename(path, '.json');
  if (file['method'] !== name) throw new Error(`schemas/${path}: "method" must be "${name}"`);
  const params = asObject(file['params']);
  if (params === undefined) throw new Error(`schemas/${path}: "params" is missing`);
  const flags = { list: file['list'] === true, long: file['long'] === true };
  const http = asObject(file['http']);
  return {
    name,
    summary: text(file['summary']),
    description: text(file['description'], text(file['summary'])),
    scope: text(file['scope']),
    mutates: file['mutates'] === true,
    ...flags,
    stream: file['stream'] === true,
    body: (file['body'] as ContractInfo['body'] | undefined) ?? 'json',
    answer: (file['answer'] as ContractInfo['answer'] | undefined) ?? 'document',
    verbs: (http?.['verbs'] as Verb[] | undefined) ?? ['POST'],
    secrets: (file['secrets'] as string[] | undefined) ?? [],
    params: add(path, `${pascal(name)}Params`, withCommon(params, flags)),
    result: resultKey(path, name, file['result'], files, add),
    errors: (file['errors'] as string[] | undefined) ?? [],
    examples: (file['examples'] as Example[] | undefined) ?? [],
    seed: file['seed'] === true,
    since: text(file['since'], '0.1.0'),
  };
}

/** A result that is only a `$ref` gets no key of its own: the contract names the target. */
function resultKey(path: string, name: string, result: unknown, files: SchemaFiles, add: Add): string | null {
  if (result === undefined) return null;
  const ref = asObject(result)?.['$ref'];
  if (typeof ref === 'string' && Object.keys(result as object).length === 1) {
    const target = pointTo(ref, path, files);
    if (!target.slice('#/$defs/'.length).includes('/')) return target.slice('#/$defs/'.length);
  }
  return add(path, `${pascal(name)}Result`, result);
}

function keyOf(path: string): string {
  return pascal(path.replace(/^(defs|events)\/|(?<=^[a-z0-9]+\/)defs\//, '').replace(/\.json$/, ''));
}

function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}

function rewrite(schema: JsonSchema, path: string, files: SchemaFiles): JsonSchema {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== '$schema' && name !== '$id')
        .map(([name, member]: [string, unknown]) =>
          name === '$ref' && typeof member === 'string'
            ? [name, pointTo(member, path, files)]
            : [name, visit(member)],
        ),
    );
  };
  return visit(schema) as JsonSchema;
}

/** Where a reference written in `path` points to, in the bundle. */
function pointTo(ref: string, path: string, files: SchemaFiles): string {
  const [file = '', pointer = ''] = ref.split('#');
  const target = file === '' ? path : posix.join(posix.dirname(path), file);
  const kind = kindOf(target);
  if (files[target] === undefined || kind === null) {
    throw new Error(`schemas/${path}: "$ref": "${ref}" names no file`);
  }
  if (kind === 'def' || kind === 'config') return `#/$defs/${keyOf(target)}${pointer}`;
  const [, part = '', ...rest] = pointer.split('/');
  const suffix = { params: 'Params', result: 'Result', data: 'Event' }[part];
  if (suffix === undefined)
    throw new Error(`schemas/${path}: "${ref}" must go on with /params, /result or /data`);
  const name = kind === 'route' ? target.replace(/\.json$/, '') : posix.basename(target, '.json');
  return ['#/$defs', pascal(name) + suffix, ...rest].join('/');
}

function checkReferences(key: string, schema: JsonSchema, defs: Defs): void {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const ref = (value as JsonSchema)['$ref'];
    if (typeof ref === 'string') {
      const [name = '', ...rest] = ref.slice('#/$defs/'.length).split('/');
      let here: unknown = defs[name];
      for (const part of rest) here = asObject(here)?.[part];
      if (here === undefined) throw new Error(`${key}: reference to ${ref} leads nowhere`);
    }
    Object.values(value).forEach(visit);
  };
  visit(schema);
}

function sorted(defs: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(defs).sort(([a], [b]) => (a < b ? -1 : 1)));
}
