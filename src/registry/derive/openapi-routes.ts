// The dialects' routes as OpenAPI paths, with the statuses and error forms that are really answered.
import { type Defs, type JsonSchema, propertiesOf, type RouteInfo, type RouteWay } from '../schema.js';
import type { Mounts } from './dialect-seed.js';
import { camel } from './names.js';

interface Form {
  readonly description: string;
  readonly security: JsonSchema;
  readonly schemes: Readonly<Record<string, JsonSchema>>;
  /** The body of a refusal. */
  readonly error: JsonSchema;
}

const header = (name: string, description: string): JsonSchema => ({
  type: 'apiKey',
  in: 'header',
  name,
  description,
});

const FORMS: Readonly<Record<string, Form>> = {
  aarch64: {
    description: 'The AARCH64.com API.',
    security: { aarch64_key: [] },
    schemes: { aarch64_key: header('Authorization', 'The bare key of a user.') },
    error: {
      type: 'object',
      required: ['meta', 'data'],
      properties: {
        meta: {
          type: 'object',
          required: ['success', 'message'],
          properties: { success: { const: false }, message: { type: 'string' } },
        },
        data: { type: 'null' },
      },
    },
  },
  panel: {
    description: 'The API of game panels.',
    security: { panel_key: [] },
    schemes: { panel_key: header('x-api-key', "A key of an administrator's.") },
    error: {
      type: 'object',
      required: ['error'],
      properties: { error: { type: 'string' }, details: { type: 'string' } },
    },
  },
  cvm: {
    description: 'The CVM client API.',
    security: { cvm_public: [], cvm_private: [] },
    schemes: {
      cvm_public: header('API-Public-Token', 'The public half of a pair.'),
      cvm_private: header('API-Private-Token', 'The private half of a pair.'),
    },
    error: {
      type: 'object',
      required: ['errors'],
      properties: { errors: { type: 'array', items: { type: 'string' } } },
    },
  },
};

const OTHER: Form = {
  description: 'Another API.',
  security: {},
  schemes: {},
  error: { type: 'object' },
};

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A key of your choice: the same call with it is carried out once.',
  schema: { type: 'string', maxLength: 255 },
};

/** All paths of the routes. */
export function routePaths(
  defs: Defs,
  routes: readonly RouteInfo[],
  mounts: Mounts,
): Record<string, JsonSchema> {
  const paths: Record<string, JsonSchema> = {};
  for (const route of routes) {
    for (const [at, way] of route.ways.entries()) {
      const path = `${mounts.get(route.dialect) ?? ''}${way.path}`;
      paths[path] = { ...paths[path], [way.verb.toLowerCase()]: operationOf(defs, route, way, at) };
    }
  }
  return paths;
}

/** One tag per dialect that has routes. */
export function routeTags(routes: readonly RouteInfo[]): JsonSchema[] {
  return [...new Set(routes.map(({ dialect }) => dialect))].map((name) => ({
    name,
    description: formOf(name).description,
  }));
}

/** How the dialects that have routes know who asks. */
export function routeSchemes(routes: readonly RouteInfo[]): Record<string, JsonSchema> {
  return Object.assign({}, ...routes.map(({ dialect }) => formOf(dialect).schemes)) as Record<
    string,
    JsonSchema
  >;
}

function formOf(dialect: string): Form {
  return FORMS[dialect] ?? OTHER;
}

function operationOf(defs: Defs, route: RouteInfo, way: RouteWay, at: number): JsonSchema {
  const form = formOf(route.dialect);
  const parameters = [
    ...pathParameters(way.path),
    ...(way.verb === 'GET' ? queryParameters(defs, route) : []),
    ...(route.mutates && route.scope !== 'public' ? [IDEMPOTENCY_KEY] : []),
  ];
  const fields = Object.keys(propertiesOf(defs[route.params])).length > 0;
  return {
    operationId: camel(route.name) + (at === 0 ? '' : String(at + 1)),
    tags: [route.dialect],
    summary: route.summary,
    description: `${route.description}\n\nScope: \`${route.scope}\`.`,
    security: route.scope === 'public' ? [{}, form.security] : [form.security],
    ...(parameters.length > 0 && { parameters }),
    ...(way.verb !== 'GET' && route.body !== 'none' && fields && { requestBody: bodyOf(defs, route) }),
    responses: responsesOf(route, form),
  };
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(defs: Defs, { params }: RouteInfo): JsonSchema[] {
  const required = new Set((defs[params]?.['required'] as string[] | undefined) ?? []);
  return Object.entries(propertiesOf(defs[params])).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(required.has(name) && { required: true }),
    schema,
  }));
}

function bodyOf(defs: Defs, { params, body, examples }: RouteInfo): JsonSchema {
  const schema = { $ref: `#/$defs/${params}` };
  const required = ((defs[params]?.['required'] as string[] | undefined) ?? []).length > 0;
  const shown = Object.fromEntries(
    examples.map(({ summary, request }, at) => [`example${at + 1}`, { summary, value: request }]),
  );
  const json = { schema, ...(examples.length > 0 && { examples: shown }) };
  return {
    required,
    content: {
      ...(body === 'form' && { 'application/x-www-form-urlencoded': { schema } }),
      'application/json': json,
    },
  };
}

function responsesOf({ status, summary, result, refusals, examples }: RouteInfo, form: Form): JsonSchema {
  const shown = examples.flatMap((example, at) =>
    example.result === undefined
      ? []
      : [[`example${at + 1}`, { summary: example.summary, value: example.result }]],
  );
  const success = {
    schema: result === null ? {} : { $ref: `#/$defs/${result}` },
    ...(shown.length > 0 && { examples: Object.fromEntries(shown) as JsonSchema }),
  };
  const responses: JsonSchema = {
    [String(status)]: { description: summary, content: { 'application/json': success } },
  };
  for (const [code, description] of Object.entries(refusals)) {
    const same = code === String(status);
    responses[code] = same
      ? {
          description: `${summary} Or a refusal: ${description}`,
          content: {
            'application/json': { ...success, schema: { anyOf: [success.schema, form.error] } },
          },
        }
      : { description, content: { 'application/json': { schema: form.error } } };
  }
  return responses;
}
