// What every contract file in schemas/ must keep: valid schemas, examples that hold, errors that exist.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { createContracts } from '../../../src/registry/contract.js';
import { bundle } from '../../../src/registry/derive/bundle.js';
import { errorsOf } from '../../../src/registry/derive/faults.js';
import type { JsonSchema } from '../../../src/registry/schema.js';
import { isScope } from '../../../src/registry/scope.js';

const folder = join(fileURLToPath(new URL('../../..', import.meta.url)), 'schemas');
const files: Record<string, JsonSchema> = {};
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.json'))
    files[path] = JSON.parse(readFileSync(join(folder, path), 'utf8')) as JsonSchema;
}
const all = bundle(files);
const contracts = createContracts(all);

t.test('every schema is valid, without a misspelt keyword', async (t) => {
  const ajv = new Ajv2020({
    strictSchema: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
  });
  formats.default.default(ajv);
  ajv.addVocabulary(['example', 'x-duration']);
  ajv.addSchema({ $defs: all.defs }, 'bundle');
  for (const key of Object.keys(all.defs)) {
    t.doesNotThrow(() => ajv.compile({ $ref: `bundle#/$defs/${key}` }), key);
  }
});

t.test('SEC-21: every contract has a scope, and its errors exist', async (t) => {
  for (const contract of all.contracts) {
    t.ok(isScope(contract.scope), contract.name);
    t.doesNotThrow(() => errorsOf(contract), contract.name);
  }
});

t.test('examples keep their contracts', async (t) => {
  // The wire puts the upload beside what an example shows of a form.
  const file = { id: 'a'.repeat(26), sha256: '0'.repeat(64), size: 5 };
  for (const { name, examples, body } of all.contracts) {
    for (const example of examples) {
      const label = `${name}: ${example.summary}`;
      try {
        const given = structuredClone(example.request);
        contracts.validateParams(name, body === 'json' ? given : { ...given, file });
      } catch (error) {
        const refused = error instanceof AppError && error.code === example.error;
        t.ok(refused, `${label}: request: ${(error as Error).message}`);
      }
      if (example.result !== undefined) t.equal(contracts.resultFault(name, example.result), null, label);
    }
  }
});
