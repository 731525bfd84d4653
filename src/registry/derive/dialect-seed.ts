// The routes that the dialects were to have from the beginning, and whether each is there and proved.
import type { Bundle, RouteInfo } from '../schema.js';

/** The routes of each dialect's description, by its number, in its order; below the dialect's mount. */
const SEED_ROUTES: readonly { seed: string; dialect: string; routes: readonly string[] }[] = [
  {
    seed: '000',
    dialect: 'aarch64',
    routes: [
      'POST /auth/signup',
      'POST /auth/login',
      'POST /auth/logout',
      'GET /auth/user',
      'POST /project',
      'GET /projects',
      'POST /project/adduser',
      'POST /vms/create',
      'DELETE /vms/delete',
      'GET /system',
      'POST /admin/pop',
      'POST /admin/host',
      'GET /admin/ansible',
      'POST /admin/bgp',
      'GET /intra/phonehome',
    ],
  },
  {
    seed: '001',
    dialect: 'panel',
    routes: [
      'GET /users',
      'POST /getUser',
      'POST /auth/create-user',
      'GET /instances',
      'POST /instances/deploy',
      'DELETE /instance/delete',
      'POST /getUserInstance',
      'POST /getInstance',
      'POST /instances/suspend/{id}',
      'POST /instances/unsuspend/{id}',
      'GET /images',
      'GET /nodes',
      'POST /nodes/create',
      'DELETE /nodes/delete',
    ],
  },
  {
    seed: '002',
    dialect: 'cvm',
    routes: [
      'GET /vps/list',
      'GET /vps/{id}/status',
      'POST /vps/{id}/start',
      'POST /vps/{id}/stop',
      'POST /vps/{id}/restart',
    ],
  },
];

/** A test that names the routes it proves. */
export interface RouteProof {
  /** Path below the top of the repository. */
  readonly file: string;
  readonly dialect: string;
  /** On a real host, or as a transcript on a fake one. */
  readonly real: boolean;
  readonly said: string;
  /** As `keyOf` writes them. */
  readonly routes: readonly string[];
}

const VERB = '(?:GET|POST|PUT|PATCH|DELETE)';
const TITLE = new RegExp(
  `(['"\`])(${VERB} /(?:\\\\.|(?!\\1)[^\\\\\\n])*?: (?:\\\\.|(?!\\1)[^\\\\\\n])*)\\1`,
  'g',
);
const ROUTES = new RegExp(`^(${VERB} /\\S*(?:, ${VERB} /\\S*)*): (.*)$`);

/** Where dialects are unless configured, by name. */
export type Mounts = ReadonlyMap<string, string>;

/** The proofs in the source of a test file: titles that begin with `METHOD /path, METHOD /path: `. */
export function routeProofsIn(
  file: { path: string; dialect: string; real: boolean },
  source: string,
  mounts: Mounts,
): RouteProof[] {
  const { path, dialect, real } = file;
  return [...source.matchAll(TITLE)].flatMap(([, , title = '']) => {
    const [, named, said = ''] = ROUTES.exec(title.replace(/\\(.)/g, '$1')) ?? [];
    if (named === undefined) return [];
    const routes = named.split(', ').map((one) => keyOf(one, mounts.get(dialect) ?? ''));
    return [{ file: path, dialect, real, said, routes }];
  });
}

/** A way of a route without its mount, params without their names: `POST /instances/suspend/{}`. */
export function keyOf(text: string, mount: string): string {
  const [verb = '', path = ''] = text.split(' ');
  const below = mount !== '' && path.startsWith(`${mount}/`) ? path.slice(mount.length) : path;
  return `${verb} ${below.replace(/\{\w+\}|<\w+>|:\w+/g, '{}')}`;
}

/** The keys of a route's ways, its own first. */
export function keysOf({ ways }: RouteInfo): string[] {
  return ways.map(({ verb, path }) => keyOf(`${verb} ${path}`, ''));
}

/** What proves a route, real hosts last. */
export function proofsOf(route: RouteInfo, proofs: readonly RouteProof[]): RouteProof[] {
  const keys = new Set(keysOf(route));
  return proofs.filter(
    (proof) => proof.dialect === route.dialect && proof.routes.some((key) => keys.has(key)),
  );
}

/** What is missing of the described routes: contracts, their mark, transcripts and tests on a real host. */
export function seedRouteFaults({ routes }: Bundle, proofs: readonly RouteProof[]): string[] {
  return SEED_ROUTES.flatMap(({ seed, dialect, routes: wanted }) => {
    const own = routes.filter((route) => route.dialect === dialect);
    const keys = wanted.map((one) => keyOf(one, ''));
    const faults = keys.flatMap((key) => {
      const route = own.find((one) => keysOf(one)[0] === key);
      if (route === undefined) return [`${dialect}: no contract in schemas/${dialect} answers ${key}`];
      const found = proofsOf(route, proofs);
      return [
        ...(route.seed === seed ? [] : [`${route.name}: its contract must say "seed": "${seed}"`]),
        ...(found.some(({ real }) => !real)
          ? []
          : [
              `${route.name}: no transcript below test/dialects/${dialect} has a title that begins with "${key}: "`,
            ]),
        ...(found.some(({ real }) => real)
          ? []
          : [
              `${route.name}: no subtest of test/lxd/${dialect}*.test.ts has a title that begins with "${key}: "`,
            ]),
      ];
    });
    const extra = own.filter((route) => route.seed !== null && !keys.includes(keysOf(route)[0] ?? ''));
    return [
      ...faults,
      ...extra.map(({ name }) => `${name}: its contract says "seed", but nobody described it`),
    ];
  });
}
