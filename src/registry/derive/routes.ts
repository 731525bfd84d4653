// Contracts of dialects' routes, `schemas/<dialect>/<stem>.json`, as part of the bundle.
import { asObject, type JsonSchema, propertiesOf, type RouteInfo, type RouteWay } from '../schema.js';
import { pascal } from './names.js';

/** Puts a schema into the bundle under a key, and gives the key back. */
export type Add = (path: string, key: string, schema: unknown) => string;

/** The dialects that may have routes, in the order in which pages name them. */
export const DIALECTS = ['aarch64', 'panel', 'cvm', 'packet'] as const;

const REFUSED = {
  413: 'The body is larger than 64 KiB.',
  429: 'Too many calls or refused credentials: wait as `Retry-After` says.',
  500: 'Something went wrong here.',
};

/** Refusals that every route of a dialect has. */
const COMMON: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aarch64: {
    400: 'The body is no JSON object.',
    403: 'No valid key was given, or it may not do this.',
    ...REFUSED,
  },
  panel: { 400: 'The request was refused.', 401: 'No valid key was given.', ...REFUSED },
  cvm: {
    401: 'No valid token pair was given.',
    403: 'The token pair has no access to the client API.',
    ...REFUSED,
  },
  packet: REFUSED,
};

/** Whether a path below schemas/ is a route's contract. */
export function isRoutePath(path: string): boolean {
  const [folder, file, ...rest] = path.split('/');
  return DIALECTS.some((name) => name === folder) && file !== undefined && rest.length === 0;
}

/** Reads one; throws naming the file. */
export function routeOf(
  path: string,
  file: JsonSchema,
  add: Add,
  resultKey: (name: string, result: unknown) => string | null,
): RouteInfo {
  const name = path.replace(/\.json$/, '');
  const [dialect = '', stem = ''] = name.split('/');
  if (file['method'] !== stem) throw new Error(`schemas/${path}: "method" must be "${stem}"`);
  const http = asObject(file['http']);
  const params = asObject(file['params']);
  if (http?.['path'] === undefined) throw new Error(`schemas/${path}: "http" must name verb and path`);
  if (params === undefined) throw new Error(`schemas/${path}: "params" is missing`);
  // What it does not name never reaches a handler, so its type has no room for it either.
  const { additionalProperties: _ignored, ...known } = params;
  const summary = text(file['summary']);
  return {
    name,
    dialect,
    stem,
    summary,
    description: text(file['description'], summary),
    scope: text(file['scope']),
    mutates: file['mutates'] === true,
    kept: file['kept'] === true,
    ways: [wayOf(http), ...((http['aliases'] as JsonSchema[] | undefined) ?? []).map(wayOf)],
    status: (http['status'] as number | undefined) ?? 200,
    body: (file['body'] as RouteInfo['body'] | undefined) ?? 'json',
    secrets: (file['secrets'] as string[] | undefined) ?? [],
    params: add(path, `${pascal(name)}Params`, { ...known, properties: propertiesOf(params) }),
    result: resultKey(name, file['result']),
    refusals: { ...COMMON[dialect], ...(file['refusals'] as Record<string, string> | undefined) },
    examples: (file['examples'] as RouteInfo['examples'] | undefined) ?? [],
    seed: typeof file['seed'] === 'string' ? file['seed'] : null,
    since: text(file['since'], '0.1.0'),
  };
}

function wayOf(way: JsonSchema): RouteWay {
  return { verb: way['verb'] as RouteWay['verb'], path: text(way['path']) };
}

function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}
