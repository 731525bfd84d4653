// The catalogue: all that the client and the command line need to know of a method at run time.
import { asObject, type Bundle, type ContractInfo, type Defs, propertiesOf, resolve } from '../schema.js';
import { fieldsOf } from './flatten.js';
import { BANNER } from './names.js';

export type ResultKind = 'single' | 'list' | 'ack' | 'operation' | 'stream' | 'bytes' | 'document';

const TYPES = `
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** One param of a method: \`types\` are the JSON types accepted, without null. */
export interface Field {
  readonly name: string;
  readonly types: readonly FieldType[];
  readonly required: boolean;
  readonly nullable: boolean;
  readonly description: string;
  readonly items?: readonly FieldType[];
  readonly choices?: readonly (string | number | boolean)[];
  readonly default?: unknown;
}

/** A method as the client and the command line see it. */
export interface CatalogEntry {
  readonly summary: string;
  readonly description: string;
  readonly scope: string;
  readonly mutates: boolean;
  readonly long: boolean;
  readonly list: boolean;
  readonly stream: boolean;
  readonly get: boolean;
  readonly body: 'json' | 'multipart' | 'octet-stream';
  readonly secrets: readonly string[];
  /** \`bytes\`: over HTTP, or a document where there are none. */
  readonly result: 'single' | 'list' | 'ack' | 'operation' | 'stream' | 'bytes' | 'document';
  readonly fields: readonly Field[];
}
`;

/** The text of \`generated/catalog.ts\`. */
export function catalogModule({ defs, contracts }: Bundle): string {
  const entries = contracts.map((contract) => [contract.name, entryOf(defs, contract)] as const);
  return [
    `// ${BANNER}`,
    "import type { MethodName } from './contracts.js';",
    TYPES,
    `export const CATALOG: Readonly<Record<MethodName, CatalogEntry>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};`,
    '',
  ].join('\n');
}

/** What a method answers, told from its contract. */
export function resultKind(defs: Defs, contract: ContractInfo): ResultKind {
  if (contract.stream) return 'stream';
  if (contract.answer === 'bytes') return 'bytes';
  if (contract.list) return 'list';
  if (contract.result === 'OperationAck') return 'operation';
  if (contract.result === 'Ack') return 'ack';
  const result = contract.result === null ? undefined : resolve(defs, defs[contract.result]);
  const data = resolve(defs, propertiesOf(result)['data']);
  if (data === undefined) return 'document';
  if (data['type'] === 'array') return 'list';
  const attributes = resolve(defs, propertiesOf(data)['attributes']);
  const names = propertiesOf(attributes);
  if (asObject(names['operation_position']) !== undefined) return 'operation';
  return asObject(names['response']) === undefined ? 'single' : 'ack';
}

function entryOf(defs: Defs, contract: ContractInfo): object {
  return {
    summary: contract.summary,
    description: contract.description,
    scope: contract.scope,
    mutates: contract.mutates,
    long: contract.long,
    list: contract.list,
    stream: contract.stream,
    get: contract.verbs.includes('GET'),
    body: contract.body,
    secrets: contract.secrets,
    result: resultKind(defs, contract),
    fields: fieldsOf(defs, defs[contract.params]).map((field) =>
      contract.body !== 'json' && field.name === 'file'
        ? { ...field, types: ['string'], description: 'File to send.' }
        : field,
    ),
  };
}
