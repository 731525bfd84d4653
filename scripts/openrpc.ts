// Checks docs/openrpc.json against the OpenRPC meta-schema.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

const file = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/openrpc.json');
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, formats: { uri: true } });
// The meta-schema refers to the schema of schemas, which its package does not bring: ours are checked by
// ajv against draft 2020-12 in test/unit/derive.
const schemaOfSchemas = {
  type: ['object', 'boolean'],
  definitions: { JSONSchemaObject: { properties: { $ref: { type: 'string' } } } },
};
for (const id of ['https://meta.json-schema.tools', 'https://meta.json-schema.tools/']) {
  ajv.addSchema(schemaOfSchemas, id);
}
// The package's types lag behind what it exports.
const { openrpcDocument } = createRequire(import.meta.url)('@open-rpc/meta-schema') as {
  openrpcDocument: Record<string, unknown>;
};
const { $schema: _dialect, ...meta } = openrpcDocument;
const validate = ajv.compile(meta);
if (!validate(JSON.parse(readFileSync(file, 'utf8')))) {
  for (const { instancePath, message } of validate.errors ?? []) {
    process.stderr.write(`docs/openrpc.json${instancePath} ${message ?? ''}\n`);
  }
  process.exitCode = 1;
}
