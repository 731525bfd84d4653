// Who may import whom (design, section 8): one rule per folder, everything not named is refused.
// Leaves and generated/contracts are open to all; the other generated files to their one reader.

const LEAVES = '^src/(config|log|metrics|errors|ids)\\.ts$';
const CONTRACTS = '^src/generated/contracts\\.ts$';

/** A folder may import itself, the leaves, the contracts' types, and `allowed` of ours. */
function only(name, folder, allowed = []) {
  return {
    name,
    severity: 'error',
    from: { path: folder },
    to: { path: '^(src|migrations)/', pathNot: [folder, LEAVES, CONTRACTS, ...allowed] },
  };
}

/** A package that only some files may import. */
function ownedPackage(name, packages, files) {
  return {
    name,
    severity: 'error',
    from: { path: '^(src|migrations)/', pathNot: files },
    to: { path: `(^|/)node_modules/(${packages})(/|$)` },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(src|migrations|scripts)/',
        pathNot: ['\\.d\\.m?ts$', '^scripts/', '^src/main\\.ts$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'uWebSockets.js is an alias and types come from the package itself.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/registry/derive/types\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    only('core', '^src/core/', [
      '^src/db/',
      '^src/events/',
      '^src/operations/',
      '^src/providers/(provider\\.ts$|parts/)',
      '^src/blobs/',
      '^src/mail/',
    ]),
    only('methods', '^src/methods/', [
      '^src/registry/method\\.ts$',
      '^src/registry/stream\\.ts$',
      '^src/core/',
    ]),
    {
      name: 'methods-not-each-other',
      severity: 'error',
      from: { path: '^src/methods/[^/]+\\.ts$' },
      to: { path: '^src/methods/[^/]+\\.ts$' },
    },
    only('dialects', '^src/dialects/', ['^src/core/']),
    {
      name: 'dialects-not-each-other',
      severity: 'error',
      from: { path: '^src/dialects/([^/]+)/' },
      to: { path: '^src/dialects/[^/]+/', pathNot: '^src/dialects/$1/' },
    },
    only('registry', '^src/registry/', ['^src/core/', '^src/dialects/dialect\\.ts$']),
    only('wire', '^src/wire/', ['^src/registry/', '^src/dialects/dialect\\.ts$']),
    only('operations', '^src/operations/', [
      '^src/db/',
      '^src/events/',
      '^src/providers/(provider\\.ts$|parts/)',
      '^src/blobs/',
    ]),
    only('events', '^src/events/', ['^src/db/']),
    only('db', '^src/db/', ['^src/generated/migrations\\.ts$']),
    only('migrations', '^migrations/', ['^src/db/portable\\.ts$']),
    only('provider', '^src/providers/(provider\\.ts$|parts/)'),
    only('lxd', '^src/providers/lxd/', ['^src/providers/(provider\\.ts$|parts/)']),
    only('web', '^src/providers/web/', ['^src/providers/parts/']),
    only('blobs', '^src/blobs/'),
    only('mail', '^src/mail/'),
    only('client', '^src/client/', ['^src/generated/catalog\\.ts$']),
    only('cli', '^src/cli/', ['^src/client/', '^src/generated/catalog\\.ts$']),
    only('generated-values', '^src/generated/', [
      '^src/methods/[^/]+\\.ts$',
      '^src/registry/(schema|method)\\.ts$',
      '^migrations/',
    ]),
    {
      name: 'generated-has-one-reader',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: ['^src/(app|main)\\.ts$', '^src/generated/'] },
      to: { path: '^src/generated/(schemas|methods)\\.ts$' },
    },
    {
      name: 'leaves-import-nothing',
      severity: 'error',
      from: { path: LEAVES },
      to: { path: '^(src|migrations)/', pathNot: [LEAVES, CONTRACTS] },
    },
    {
      name: 'no-http-in-core',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^(node:)?https?2?$' },
    },
    {
      name: 'client-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { dependencyTypes: ['core'] },
    },
    ownedPackage('kysely', 'kysely', ['^src/db/', '^migrations/']),
    ownedPackage('better-sqlite3', 'better-sqlite3', '^src/db/(open|queue|connection|backup)\\.ts$'),
    ownedPackage('undici-and-ws', 'undici|ws', '^src/(providers/lxd|client|cli)/'),
    ownedPackage('uwebsockets', 'uWebSockets\\.js', '^src/wire/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
