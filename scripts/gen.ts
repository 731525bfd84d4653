// Writes everything that follows from contracts: `tsx scripts/gen.ts`, or `--check` to compare only.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { bundle, kindOf, type SchemaFiles } from '../src/registry/derive/bundle.js';
import { catalogModule } from '../src/registry/derive/catalog.js';
import { dialectPages, mountsOf } from '../src/registry/derive/dialect-pages.js';
import { type RouteProof, routeProofsIn, seedRouteFaults } from '../src/registry/derive/dialect-seed.js';
import { pages } from '../src/registry/derive/docs.js';
import { openapiText } from '../src/registry/derive/openapi.js';
import { openrpcText } from '../src/registry/derive/openrpc.js';
import { type Proof, proofsIn, seedFaults } from '../src/registry/derive/seed.js';
import { methodsModule, migrationsModule, schemasModule } from '../src/registry/derive/tables.js';
import { contractTypes } from '../src/registry/derive/types.js';
import type { Bundle, JsonSchema } from '../src/registry/schema.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function readSchemas(): SchemaFiles {
  const files: Record<string, JsonSchema> = {};
  const folder = join(root, 'schemas');
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = entry.replaceAll('\\', '/');
    if (!path.endsWith('.json')) continue;
    try {
      files[path] = JSON.parse(readFileSync(join(folder, path), 'utf8')) as JsonSchema;
    } catch (error) {
      throw new Error(`schemas/${path}: ${(error as Error).message}`, { cause: error });
    }
  }
  return files;
}

function checkContracts(files: SchemaFiles): void {
  const ajv = new Ajv2020({ allErrors: true });
  const meta = files['contract.json'];
  if (meta === undefined) throw new Error('schemas/contract.json is missing');
  const validate = ajv.compile(meta);
  const faults: string[] = [];
  for (const [path, file] of Object.entries(files)) {
    const kind = kindOf(path);
    if ((kind !== 'contract' && kind !== 'route') || validate(file)) continue;
    for (const { instancePath, message, params } of validate.errors ?? []) {
      faults.push(`schemas/${path}: ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function stems(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .sort();
}

/** Tests on a real host, by the methods their titles name. */
function readProofs(): Proof[] {
  return ['test/browser', 'test/lxd'].flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
    return names
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .flatMap((file) => proofsIn(file, readFileSync(join(root, file), 'utf8')));
  });
}

/** Transcripts and tests on a real host, by the routes their titles name. */
function readRouteProofs(all: Bundle): RouteProof[] {
  const mounts = mountsOf(all);
  const dialects = [...new Set(all.routes.map(({ dialect }) => dialect))];
  const found = (folder: string, dialect: string, real: boolean, fits: (name: string) => boolean) =>
    !existsSync(join(root, folder))
      ? []
      : readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .sort()
          .filter((name) => name.endsWith('.ts') && fits(name))
          .map((name) => ({ path: `${folder}/${name.replaceAll('\\', '/')}`, dialect, real }))
          .flatMap((file) => routeProofsIn(file, readFileSync(join(root, file.path), 'utf8'), mounts));
  return dialects.flatMap((dialect) => [
    ...found(`test/dialects/${dialect}`, dialect, false, () => true),
    ...found('test/lxd', dialect, true, (name) => name.startsWith(dialect) && name.endsWith('.test.ts')),
  ]);
}

async function texts(
  all: Bundle,
  proofs: readonly Proof[],
  routeProofs: readonly RouteProof[],
): Promise<Map<string, string>> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const result = new Map<string, string>([
    ['src/generated/contracts.ts', await contractTypes(all)],
    ['src/generated/schemas.ts', schemasModule(all)],
    ['src/generated/methods.ts', methodsModule(stems('src/methods'))],
    ['src/generated/migrations.ts', migrationsModule(stems('migrations'))],
    ['src/generated/catalog.ts', catalogModule(all)],
    ['openapi.yaml', openapiText(all, version)],
    ['docs/openrpc.json', openrpcText(all, version)],
  ]);
  const written = { ...pages(all, proofs), ...dialectPages(all, routeProofs) };
  for (const [path, text] of Object.entries(written)) result.set(`docs/${path}`, text);
  return result;
}

/** Pages of methods that no longer exist. */
function leftOver(wanted: ReadonlyMap<string, string>): string[] {
  const folder = 'docs/methods';
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !wanted.has(path));
}

/** Says what is missing of the methods and routes that must be there; gives how much that is. */
function tellSeed(all: Bundle, proofs: readonly Proof[], routeProofs: readonly RouteProof[]): number {
  const faults = [...seedFaults(all, proofs), ...seedRouteFaults(all, routeProofs)];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length;
}

async function main(check: boolean): Promise<number> {
  const files = readSchemas();
  checkContracts(files);
  const all = bundle(files);
  const proofs = readProofs();
  const routeProofs = readRouteProofs(all);
  const wanted = await texts(all, proofs, routeProofs);
  const stale = leftOver(wanted);
  const differing = [...wanted].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (check) {
    for (const path of [...differing.map(([path]) => path), ...stale]) {
      process.stderr.write(`${path} is not what npm run gen writes\n`);
    }
    return differing.length + stale.length + tellSeed(all, proofs, routeProofs) === 0 ? 0 : 1;
  }
  for (const path of stale) rmSync(join(root, path));
  for (const [path, text] of differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`${path}\n`);
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv.includes('--check'));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
