// The generated tables of values: schemas, handlers, migrations.
import type { Bundle } from '../schema.js';
import { BANNER, camel } from './names.js';

/** The text of `generated/schemas.ts`: every schema and contract that run time reads. */
export function schemasModule({ defs, contracts, routes, events }: Bundle): string {
  return [
    `// ${BANNER}`,
    "import type { ContractInfo, Defs, EventInfo, RouteInfo } from '../registry/schema.js';",
    '',
    `export const DEFS: Defs = ${JSON.stringify(defs, null, 2)};`,
    '',
    `export const CONTRACTS: readonly ContractInfo[] = ${JSON.stringify(contracts, null, 2)};`,
    '',
    `export const ROUTES: readonly RouteInfo[] = ${JSON.stringify(routes, null, 2)};`,
    '',
    `export const EVENTS: readonly EventInfo[] = ${JSON.stringify(events, null, 2)};`,
    '',
  ].join('\n');
}

/**
 * The text of `generated/methods.ts`. `stems` are the files of src/methods: a contract without a handler,
 * or the reverse, does not compile.
 */
export function methodsModule(stems: readonly string[]): string {
  return [
    `// ${BANNER}`,
    "import type { Method, MethodName } from '../registry/method.js';",
    ...stems.map((stem) => `import ${handler(stem)} from '../methods/${stem}.js';`),
    '',
    'export const METHODS: Readonly<Record<MethodName, Method>> = {',
    ...stems.map((stem) => `  '${stem}': ${handler(stem)},`),
    '};',
    '',
  ].join('\n');
}

/** The text of `generated/migrations.ts`, in the order of their numbers. */
export function migrationsModule(stems: readonly string[]): string {
  const sorted = [...stems].sort();
  return [
    `// ${BANNER}`,
    ...sorted.map((stem) => `import * as m${stem} from '../../migrations/${stem}.js';`),
    '',
    'export const MIGRATIONS = [',
    ...sorted.map((stem) => `  { name: '${stem}', migration: m${stem} },`),
    '] as const;',
    '',
  ].join('\n');
}

function handler(stem: string): string {
  return `${camel(stem)}Method`;
}
