// What every call, every long one and every list may carry beside its contract's own params.
import { type ContractInfo, type JsonSchema, propertiesOf, requiredOf } from '../schema.js';

type Flags = Pick<ContractInfo, 'list' | 'long'>;

const EVERY: Record<string, JsonSchema> = {
  provider: {
    type: 'string',
    maxLength: 64,
    description: 'Accepted on every method; `lxd` or `internal`. Nothing depends on it.',
  },
  request_id: {
    type: 'string',
    maxLength: 64,
    description: "The caller's own id of this call: events it causes carry it.",
  },
};

const LONG: Record<string, JsonSchema> = {
  wait: {
    type: 'number',
    minimum: 0,
    maximum: 60,
    description: 'Seconds to wait for the end of the work; a failure is then the answer.',
  },
  deadline: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 604800,
    description: 'Seconds; work that has not begun by then fails.',
  },
  on_unreachable: {
    enum: ['fail', 'queue'],
    default: 'fail',
    description: 'When the host does not answer: fail at once, or queue until it does.',
  },
};

const LIST: Record<string, JsonSchema> = {
  limit: { type: 'integer', minimum: 1, maximum: 1000, default: 1000, description: 'Rows in the answer.' },
  after: {
    type: ['string', 'null'],
    maxLength: 1024,
    description: 'The `meta.next` of the page before.',
  },
  sort: {
    type: 'string',
    maxLength: 65,
    pattern: '^-?[a-z][a-z0-9_]*$',
    description: 'Name of an attribute, with `-` in front for descending.',
  },
  filter: {
    type: 'object',
    maxProperties: 16,
    propertyNames: { pattern: '^[a-z][a-z0-9_]*$' },
    additionalProperties: {
      anyOf: [
        { type: ['string', 'number', 'boolean', 'null'] },
        { type: 'array', maxItems: 100, items: { type: ['string', 'number', 'boolean', 'null'] } },
      ],
    },
    description: 'Attribute to value, or to a list of values of which one must hold.',
  },
};

/** Names that a contract need not declare. */
export function commonNames({ list, long }: Flags): string[] {
  return [EVERY, long ? LONG : {}, list ? LIST : {}].flatMap((group) => Object.keys(group));
}

/** A contract's params with the common ones added; what the contract says itself wins. */
export function withCommon(params: JsonSchema, { list, long }: Flags): JsonSchema {
  const properties = { ...propertiesOf(params), ...pick(params, EVERY) };
  if (long) Object.assign(properties, pick(params, LONG));
  if (list) Object.assign(properties, pick(params, LIST));
  const required = requiredOf(params);
  return { ...params, properties, ...(required.length > 0 && { required }) };
}

function pick(params: JsonSchema, group: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const own = propertiesOf(params);
  return Object.fromEntries(Object.entries(group).filter(([name]) => !(name in own)));
}
