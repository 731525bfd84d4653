// Every HTTP path as OpenAPI 3.1: those of the native API here, those of the dialects in openapi-routes.ts.
import { stringify } from 'yaml';
import {
  asObject,
  type Bundle,
  type ContractInfo,
  type Defs,
  type JsonSchema,
  propertiesOf,
  requiredOf,
} from '../schema.js';
import { reroot } from './bundle.js';
import { byStatus, errorsOf } from './faults.js';
import { fieldsOf } from './flatten.js';
import { mountsOf } from './dialect-pages.js';
import { BANNER, camel } from './names.js';
import { routePaths, routeSchemes, routeTags } from './openapi-routes.js';

const ROOT = '#/components/schemas/';

/** The text of `openapi.yaml`; `version` is the package's. */
export function openapiText(bundle: Bundle, version: string): string {
  return `# ${BANNER}\n${stringify(openapi(bundle, version), { lineWidth: 110, aliasDuplicateObjects: false })}`;
}

/** The document as a value. */
export function openapi(bundle: Bundle, version: string): JsonSchema {
  const { defs, contracts, routes } = bundle;
  const paths: Record<string, JsonSchema> = {};
  for (const contract of contracts) paths[`/v1/${contract.name}`] = pathOf(defs, contract);
  paths['/rpc'] = RPC;
  paths['/v1/socket'] = SOCKET;
  Object.assign(paths, routePaths(defs, routes, mountsOf(bundle)));
  const document = reroot({ paths }, ROOT);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gantry',
      version,
      summary: 'One control plane for a fleet of LXD and Incus hosts.',
      description:
        'Every method is `POST /v1/<method>` with a flat JSON object; the same paths stand under `/api`. ' +
        'A method that changes something takes an `Idempotency-Key` header.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The address Gantry listens on.' }],
    tags: [...tagsOf(contracts), ...routeTags(routes)],
    ...document,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A session or API token: `gantry_...`.' },
        ...routeSchemes(routes),
      },
      schemas: reachable(defs, document, ROOT),
    },
  };
}

function tagsOf(contracts: readonly ContractInfo[]): JsonSchema[] {
  const nouns = new Set(contracts.map((contract) => nounOf(contract)));
  const tags = [...nouns].map((name) => ({ name, description: `Methods named \`${name}.*\`.` }));
  return [...tags, { name: 'transport', description: 'Other ways to call the same methods.' }];
}

function nounOf(contract: ContractInfo): string {
  return contract.name.split('.')[0] ?? contract.name;
}

function pathOf(defs: Defs, contract: ContractInfo): JsonSchema {
  const path: JsonSchema = {};
  for (const verb of contract.verbs) {
    const operation = {
      operationId: camel(contract.name) + (verb === 'GET' && contract.verbs.length > 1 ? 'Get' : ''),
      tags: [nounOf(contract)],
      summary: contract.summary,
      description: `${contract.description}\n\nScope: \`${contract.scope}\`.`,
      security: contract.scope === 'public' ? [{}] : [{ bearer: [] }],
      ...inputOf(defs, contract, verb),
      responses: responsesOf(contract),
    };
    path[verb.toLowerCase()] = operation;
  }
  return path;
}

function inputOf(defs: Defs, contract: ContractInfo, verb: 'GET' | 'POST'): JsonSchema {
  const parameters: JsonSchema[] =
    verb === 'GET' || contract.body === 'octet-stream' ? queryOf(defs, contract) : [];
  if (contract.mutates && verb === 'POST') parameters.push(IDEMPOTENCY_KEY);
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(verb === 'POST' && { requestBody: bodyOf(defs, contract) }),
  };
}

function queryOf(defs: Defs, contract: ContractInfo): JsonSchema[] {
  const properties = propertiesOf(defs[contract.params]);
  const fields = fieldsOf(defs, defs[contract.params]);
  // An upload's bytes are the body.
  const sent = contract.body === 'json' ? fields : fields.filter(({ name }) => name !== 'file');
  return sent.map((field) => {
    const { description: _description, ...schema } = properties[field.name] ?? {};
    return {
      name: field.name,
      in: 'query',
      ...(field.description !== '' && { description: field.description }),
      ...(field.required && { required: true }),
      ...(field.types.includes('object') ? { content: { 'application/json': { schema } } } : { schema }),
    };
  });
}

function bodyOf(defs: Defs, contract: ContractInfo): JsonSchema {
  if (contract.body === 'octet-stream') {
    return { required: true, content: { 'application/octet-stream': { schema: BINARY } } };
  }
  const params = defs[contract.params];
  if (contract.body === 'multipart') {
    const { file: _file, ...rest } = propertiesOf(params);
    const required = requiredOf(params).filter((name) => name !== 'file');
    const payload = { ...params, properties: rest, required };
    const schema = {
      type: 'object',
      required: ['file', 'payload'],
      properties: {
        file: { ...BINARY, description: 'The bytes.' },
        payload,
      },
    };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  const schema = { $ref: `#/$defs/${contract.params}` };
  const examples = examplesOf(contract, (example) => example.request);
  return {
    required: requiredOf(params).length > 0,
    content: {
      'application/json': { schema, ...(examples !== undefined && { examples }) },
      'application/vnd.api+json': { schema },
    },
  };
}

function responsesOf(contract: ContractInfo): JsonSchema {
  const schema = contract.result === null ? {} : { $ref: `#/$defs/${contract.result}` };
  const examples = examplesOf(contract, (example) => example.result);
  const content = contract.stream
    ? { 'text/event-stream': { schema: { type: 'string' } } }
    : {
        ...(contract.answer === 'bytes' && { 'application/octet-stream': { schema: BINARY } }),
        'application/json': { schema, ...(examples !== undefined && { examples }) },
      };
  const responses: JsonSchema = { 200: { description: contract.summary, content } };
  for (const [status, codes] of byStatus(errorsOf(contract))) {
    responses[String(status)] = {
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: { 'application/json': { schema: { $ref: '#/$defs/Error' } } },
    };
  }
  return responses;
}

function examplesOf(
  contract: ContractInfo,
  part: (example: ContractInfo['examples'][number]) => unknown,
): JsonSchema | undefined {
  const entries = contract.examples.flatMap((example, index) => {
    const value = part(example);
    return value === undefined ? [] : [[`example${index + 1}`, { summary: example.summary, value }]];
  });
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as JsonSchema);
}

/** The schemas that a document reaches through its references, rewritten to `root`. */
function reachable(defs: Defs, document: unknown, root: string): JsonSchema {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    const object = asObject(value);
    if (object === undefined) return;
    const ref = object['$ref'];
    if (typeof ref === 'string') {
      const key = ref.replace(/^#\/(\$defs|components\/schemas)\//, '').split('/')[0] ?? '';
      if (!found.has(key)) {
        found.add(key);
        visit(defs[key]);
      }
    }
    Object.values(object).forEach(visit);
  };
  visit(document);
  return reroot(Object.fromEntries([...found].sort().map((key) => [key, defs[key]])), root);
}

const BINARY: JsonSchema = { type: 'string', contentMediaType: 'application/octet-stream' };

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key with the same body gets the stored answer for a day.',
  schema: { type: 'string', maxLength: 255 },
};

const RPC_CALL: JsonSchema = {
  type: 'object',
  required: ['jsonrpc', 'method'],
  properties: {
    jsonrpc: { const: '2.0' },
    id: { type: ['string', 'integer', 'null'] },
    method: { type: 'string' },
    params: { type: 'object' },
  },
};

const RPC_ANSWER: JsonSchema = {
  type: 'object',
  required: ['jsonrpc', 'id'],
  properties: {
    jsonrpc: { const: '2.0' },
    id: { type: ['string', 'integer', 'null'] },
    result: {},
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'integer' },
        message: { type: 'string' },
        data: { type: 'object' },
      },
    },
  },
};

const REFUSED: JsonSchema = {
  description: 'Refused before any method was called.',
  content: { 'application/json': { schema: { $ref: '#/$defs/Error' } } },
};

const RPC: JsonSchema = {
  post: {
    operationId: 'rpc',
    tags: ['transport'],
    summary: 'JSON-RPC 2.0, single calls and batches.',
    description: 'Params go by name. `rpc.discover` answers the OpenRPC document.',
    security: [{}, { bearer: [] }],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { anyOf: [RPC_CALL, { type: 'array', minItems: 1, items: RPC_CALL }] },
          examples: {
            alive: {
              summary: 'A call',
              value: { jsonrpc: '2.0', id: 1, method: 'health.alive', params: {} },
            },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'The answer, or a list of answers for a batch.',
        content: {
          'application/json': { schema: { anyOf: [RPC_ANSWER, { type: 'array', items: RPC_ANSWER }] } },
        },
      },
      204: { description: 'Notifications only.' },
      400: REFUSED,
      413: REFUSED,
    },
  },
};

const SOCKET: JsonSchema = {
  get: {
    operationId: 'socket',
    tags: ['transport'],
    summary: 'Every method and the event stream over one WebSocket.',
    description: 'Subprotocol `gantry.json` (text frames, the default) or `gantry.msgpack` (binary frames).',
    security: [{}, { bearer: [] }],
    responses: { 101: { description: 'Switched to WebSocket.' }, 401: REFUSED, 426: REFUSED, 429: REFUSED },
  },
};
