// Contracts as TypeScript: one type per schema, then the tables `Methods`, `Routes` and `Events`.
import { compile } from 'json-schema-to-typescript';
import { asObject, type Bundle, type Defs, type JsonSchema, propertiesOf, requiredOf } from '../schema.js';
import { BANNER } from './names.js';

const NEVER_IN_TYPES = [
  'title',
  'examples',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
  'minItems',
  'maxItems',
];

/** The text of `generated/contracts.ts`. */
export async function contractTypes({ defs, contracts, routes, events }: Bundle): Promise<string> {
  const types: Record<string, JsonSchema> = {};
  const inputs = new Map<string, string>();
  const params = new Set([...contracts, ...routes].map((contract) => contract.params));
  for (const [key, schema] of Object.entries(defs)) {
    const plain = simplify(schema);
    types[key] = params.has(key) ? (filled(plain) as JsonSchema) : plain;
    if (!params.has(key) || JSON.stringify(types[key]) === JSON.stringify(plain)) continue;
    const input = `${key.slice(0, -'Params'.length)}Input`;
    types[input] = plain;
    inputs.set(key, input);
  }
  const lines = [`// ${BANNER}`, ''];
  lines.push((await declarations(types)).trim(), '');
  lines.push('/** Every method: params after defaults (handlers) and before (clients), and its answer. */');
  lines.push('export interface Methods {');
  for (const contract of contracts) {
    const input = inputs.get(contract.params) ?? contract.params;
    lines.push(
      `  '${contract.name}': {`,
      `    params: ${contract.params};`,
      `    input: ${input};`,
      `    result: ${contract.result ?? 'unknown'};`,
      `    public: ${contract.scope === 'public'};`,
      `    stream: ${contract.stream};`,
      `    bytes: ${contract.answer === 'bytes'};`,
      '  };',
    );
  }
  lines.push('}', '', 'export type MethodName = keyof Methods;', '');
  lines.push('/** Every route of a dialect: body or query as its contract says, and the body of success. */');
  lines.push('export interface Routes {');
  for (const route of routes) {
    lines.push(`  '${route.name}': { input: ${route.params}; result: ${route.result ?? 'unknown'} };`);
  }
  lines.push('}', '');
  lines.push('/** Every event type and its data. */', 'export interface Events {');
  for (const event of events) lines.push(`  '${event.type}': ${event.data};`);
  lines.push('}', '', 'export type EventType = keyof Events;', '');
  return lines.join('\n');
}

async function declarations(types: Defs): Promise<string> {
  const text = await compile({ $defs: types, type: 'object' } as object, 'RootOfAll', {
    unreachableDefinitions: true,
    additionalProperties: false,
    bannerComment: '',
    style: { singleQuote: true, printWidth: 110, trailingComma: 'all' },
  });
  return text
    .replace(/^\s*\*? ?This interface was referenced by [^\n]*\n(\s*\*? ?via the [^\n]*\n)?/gm, '')
    .replace(/export interface RootOfAll \{[^}]*\}\n/, '')
    .replace(/\/\*\*\s*\*\/\n/g, '')
    .replace(/\n \*\s*\n \*\/\n/g, '\n */\n');
}

/** Drops what says nothing about a type or makes json-schema-to-typescript say too much. */
function simplify(schema: JsonSchema): JsonSchema {
  const visit = (value: unknown, named: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, false));
    const object = asObject(value);
    if (object === undefined) return value;
    if (named) return Object.fromEntries(Object.entries(object).map(([k, v]) => [k, visit(v, false)]));
    const dropped = new Set(NEVER_IN_TYPES);
    if ('properties' in object) for (const union of ['anyOf', 'oneOf', 'allOf']) dropped.add(union);
    // Objects without a list of members are maps; those with one may be presented with less ceremony.
    const open =
      object['type'] === 'object' && !('properties' in object) && !('additionalProperties' in object);
    return Object.fromEntries(
      Object.entries(open ? { ...object, additionalProperties: true } : object)
        .filter(([keyword]) => !dropped.has(keyword))
        .map(([keyword, v]) => [
          keyword,
          ['enum', 'const', 'default', 'required'].includes(keyword) ? v : visit(v, keyword === 'properties'),
        ]),
    );
  };
  return visit(schema, false) as JsonSchema;
}

/** After validation a property with a default is always there. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  const object = asObject(value);
  if (object === undefined) return value;
  const copy = Object.fromEntries(
    Object.entries(object).map(([k, v]) => [k, k === 'default' ? v : filled(v)]),
  );
  const defaulted = Object.entries(propertiesOf(copy))
    .filter(([, property]) => asObject(property) !== undefined && 'default' in property)
    .map(([name]) => name);
  if (defaulted.length === 0) return copy;
  return { ...copy, required: [...new Set([...requiredOf(copy), ...defaulted])].sort() };
}
