// Which dialect and route a path belongs to, by mounts and by host names that a dialect has to itself.
import type { DialectRoute, Dialects, RouteWay, ServedDialect } from '../registry/dialect.js';

/** Where a dialect is served (`dialects.<name>`). */
export interface Mount {
  readonly enabled: boolean;
  /** Path without a slash at its end. */
  readonly mount: string;
  /** A host name on which it is at `/` and alone; null: none. */
  readonly host: string | null;
}

/** What stands at a path. */
export type Found =
  | {
      readonly kind: 'route';
      readonly dialect: string;
      readonly route: DialectRoute;
      readonly params: Readonly<Record<string, string>>;
    }
  /** A route's path, asked with another verb. */
  | { readonly kind: 'wrong_verb'; readonly dialect: string; readonly allow: string }
  /** Below a mount, but nobody's route. */
  | { readonly kind: 'unknown'; readonly dialect: string };

export interface DialectPaths {
  /** null: the path is no dialect's. `host` as sent; `verb` in lower case. */
  find(host: string, verb: string, path: string): Found | null;
}

/** The dialects and where they are. */
export interface DialectGate {
  readonly dialects: Dialects;
  readonly paths: DialectPaths;
}

interface Target {
  readonly dialect: string;
  readonly route: DialectRoute;
  /** Names of the path's parts that are its params, in order. */
  readonly names: readonly string[];
}

/** One part of the paths below a mount. */
interface Node {
  readonly parts: Map<string, Node>;
  any: Node | null;
  readonly verbs: Map<string, Target>;
}

/** The routes of all dialects that share a mount. */
interface Table {
  /** '' for the root of a host name. */
  readonly mount: string;
  /** Answers for what is nobody's route. */
  readonly owner: string;
  readonly root: Node;
}

const NATIVE = /^\/(api\/)?v1(\/|$)|^\/(rpc|metrics)$/;
const NO_PARAMS: Readonly<Record<string, string>> = {};

/** Builds the tables of the dialects that are enabled; throws when two routes would stand at one path and verb. */
export function dialectPaths(
  served: readonly ServedDialect[],
  mounts: Readonly<Record<string, Mount | undefined>>,
): DialectPaths {
  const shared: Table[] = [];
  const own = new Map<string, Table[]>();
  for (const dialect of served) {
    const at = mounts[dialect.name];
    if (at?.enabled !== true) continue;
    if (NATIVE.test(at.mount)) throw new Error(`dialects.${dialect.name}.mount: ${at.mount} is our own`);
    const known = shared.find(({ mount }) => mount === at.mount);
    const table = known ?? { mount: at.mount, owner: dialect.name, root: node() };
    if (known === undefined) shared.push(table);
    fill(table, dialect);
    if (at.host === null) continue;
    const tables = ['', at.mount].map((mount) => ({ mount, owner: dialect.name, root: node() }));
    for (const each of tables) fill(each, dialect);
    const host = at.host.toLowerCase();
    if (own.has(host)) throw new Error(`dialects.${dialect.name}.host: ${host} is another dialect's already`);
    own.set(host, tables);
  }
  // The longest first: `/api/client` before `/api`.
  shared.sort((a, b) => b.mount.length - a.mount.length);

  return {
    find(host, verb, path) {
      if (NATIVE.test(path)) return null;
      const tables = own.size === 0 ? shared : (own.get(nameOf(host)) ?? shared);
      const asked = verb === 'head' ? 'get' : verb;
      let owner: string | null = null;
      let wrong: Found | null = null;
      for (const table of tables) {
        const rest = below(table.mount, path);
        if (rest === null) continue;
        owner ??= table.owner;
        const values: string[] = [];
        const found = walk(table.root, partsOf(rest), 0, values);
        const target = found?.verbs.get(asked);
        if (target !== undefined)
          return routeFound(target, values) ?? { kind: 'unknown', dialect: target.dialect };
        const [first] = found?.verbs.values() ?? [];
        if (first !== undefined && found !== null) {
          wrong ??= { kind: 'wrong_verb', dialect: first.dialect, allow: allowed(found) };
        }
      }
      return wrong ?? (owner === null ? null : { kind: 'unknown', dialect: owner });
    },
  };
}

function routeFound({ dialect, route, names }: Target, values: readonly string[]): Found | null {
  if (names.length === 0) return { kind: 'route', dialect, route, params: NO_PARAMS };
  const params: Record<string, string> = {};
  try {
    for (const [index, name] of names.entries()) params[name] = decodeURIComponent(values[index] ?? '');
  } catch {
    return null;
  }
  return { kind: 'route', dialect, route, params };
}

/** What follows a mount in a path; null when it is not below it. */
function below(mount: string, path: string): string | null {
  if (!path.startsWith(mount)) return null;
  const rest = path.slice(mount.length);
  return rest === '' || rest.startsWith('/') ? rest : null;
}

/** The parts of a path; a slash at its end says nothing. */
function partsOf(path: string): string[] {
  const parts = path.split('/');
  parts.shift();
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

function walk(from: Node, parts: readonly string[], at: number, values: string[]): Node | null {
  const part = parts[at];
  if (part === undefined) return from.verbs.size > 0 ? from : null;
  const named = from.parts.get(part);
  const found = named === undefined ? null : walk(named, parts, at + 1, values);
  if (found !== null || from.any === null || part === '') return found;
  values.push(part);
  const other = walk(from.any, parts, at + 1, values);
  if (other === null) values.pop();
  return other;
}

function fill({ root, mount }: Table, { name, routes }: ServedDialect): void {
  for (const route of routes) {
    for (const way of route.ways) add(root, mount, way, name, route);
  }
}

function add(
  root: Node,
  mount: string,
  { verb, path }: RouteWay,
  dialect: string,
  route: DialectRoute,
): void {
  const names: string[] = [];
  let here = root;
  for (const part of partsOf(path)) {
    if (part.startsWith('{')) {
      names.push(part.slice(1, -1));
      here = here.any ??= node();
    } else {
      const next = here.parts.get(part) ?? node();
      here.parts.set(part, next);
      here = next;
    }
  }
  const key = verb.toLowerCase();
  const other = here.verbs.get(key);
  if (other !== undefined) {
    throw new Error(
      `dialects: ${other.route.name} and ${route.name} would both answer ${verb} ${mount}${path}: give one another mount`,
    );
  }
  here.verbs.set(key, { dialect, route, names });
}

function node(): Node {
  return { parts: new Map(), any: null, verbs: new Map() };
}

function allowed({ verbs }: Node): string {
  return [...verbs.keys()]
    .flatMap((verb) => (verb === 'get' ? ['GET', 'HEAD'] : [verb.toUpperCase()]))
    .sort()
    .join(', ');
}

/** The name in a `Host` header, without its port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
