// Params as a flat list of fields: for CLI flags, query strings and the tables in docs/.
import { asObject, type Defs, type JsonSchema, propertiesOf, requiredOf, resolve } from '../schema.js';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** One param, as text tools see it. `types` has one entry per JSON type accepted, without null. */
export interface Field {
  name: string;
  types: FieldType[];
  required: boolean;
  nullable: boolean;
  description: string;
  items?: FieldType[];
  choices?: (string | number | boolean)[];
  default?: unknown;
}

/** The fields of a params schema, in the order of the contract. */
export function fieldsOf(defs: Defs, params: JsonSchema | undefined): Field[] {
  const required = new Set(requiredOf(params));
  return Object.entries(propertiesOf(params)).map(([name, property]) => {
    const schema = resolve(defs, property) ?? {};
    const all = typesOf(defs, schema);
    const field: Field = {
      name,
      types: all.filter((type): type is FieldType => type !== 'null'),
      required: required.has(name),
      nullable: all.includes('null'),
      description: typeof schema['description'] === 'string' ? schema['description'] : '',
    };
    if (field.types.includes('array')) {
      const items = resolve(defs, asObject(schema['items']));
      if (items !== undefined) {
        field.items = typesOf(defs, items).filter((type): type is FieldType => type !== 'null');
      }
    }
    const choices = choicesOf(schema);
    if (choices !== undefined) field.choices = choices;
    if ('default' in schema) field.default = schema['default'];
    return field;
  });
}

function choicesOf(schema: JsonSchema): Field['choices'] {
  if (Array.isArray(schema['enum'])) {
    return (schema['enum'] as unknown[]).filter((value) => value !== null) as Field['choices'];
  }
  return 'const' in schema && schema['const'] !== null ? [schema['const'] as string] : undefined;
}

function typesOf(defs: Defs, schema: JsonSchema): (FieldType | 'null')[] {
  const type = schema['type'];
  if (typeof type === 'string') return [type as FieldType];
  if (Array.isArray(type)) return type as FieldType[];
  if (Array.isArray(schema['enum'])) return unique((schema['enum'] as unknown[]).map(typeOfValue));
  if ('const' in schema) return [typeOfValue(schema['const'])];
  for (const union of ['anyOf', 'oneOf']) {
    if (!Array.isArray(schema[union])) continue;
    const branches = (schema[union] as unknown[]).map((branch) => resolve(defs, asObject(branch)) ?? {});
    return unique(branches.flatMap((branch) => typesOf(defs, branch)));
  }
  return ['string', 'number', 'boolean', 'object', 'array', 'null'];
}

function typeOfValue(value: unknown): FieldType | 'null' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as FieldType;
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
