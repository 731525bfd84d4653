// A client that knows nothing but openapi.yaml: logs in, finds a stopped instance, starts it and reads the result.
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import t from 'tap';
import { parse } from 'yaml';
import { PASSWORD } from '../support/app.js';
import { startWorld } from '../support/world.js';

type Json = Record<string, unknown>;

interface Operation {
  operationId: string;
  security: Json[];
  requestBody: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Json; securitySchemes: Record<string, { type: string; scheme: string }> };
}

/** Calls by `operationId`; checks request and answer against the document's own schemas. */
function clientOf(document: Document, url: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, allowUnionTypes: true });
  ajv.addSchema({ $id: 'api', components: document.components });
  let authorization: string | null = null;
  const check = (ref: string, value: unknown, what: string): void => {
    const validate = ajv.getSchema(`api${ref}`) ?? ajv.compile({ $ref: `api${ref}` });
    if (!validate(value)) throw new Error(`${what}: ${ajv.errorsText(validate.errors)}`);
  };
  return {
    bearer: (token: string): void => {
      const scheme = Object.values(document.components.securitySchemes)[0];
      if (scheme?.type !== 'http' || scheme.scheme !== 'bearer')
        throw new Error('no bearer scheme is described');
      authorization = `Bearer ${token}`;
    },
    call: async (operationId: string, body: Json): Promise<Json> => {
      for (const [path, verbs] of Object.entries(document.paths)) {
        for (const [verb, operation] of Object.entries(verbs)) {
          if (operation.operationId !== operationId || verb !== 'post') continue;
          const [type, media] = Object.entries(operation.requestBody.content)[0] ?? [];
          if (type === undefined || media === undefined) throw new Error(`${operationId} describes no body`);
          check(media.schema.$ref, body, `request of ${operationId}`);
          const open = operation.security.some((one) => Object.keys(one).length === 0);
          if (!open && authorization === null) throw new Error(`${operationId} needs a token`);
          const response = await fetch(url + path, {
            method: verb.toUpperCase(),
            headers: { 'content-type': type, ...(authorization === null ? {} : { authorization }) },
            body: JSON.stringify(body),
          });
          const answer = (await response.json()) as Json;
          const described = operation.responses[String(response.status)];
          const shape = Object.values(described?.content ?? {})[0];
          if (shape === undefined)
            throw new Error(`${operationId} answered ${response.status}, which is not described`);
          check(shape.schema.$ref, answer, `answer of ${operationId}`);
          return answer;
        }
      }
      throw new Error(`the document has no operation ${operationId}`);
    },
  };
}

t.test('a client made from openapi.yaml alone logs in and starts an instance', async (t) => {
  const document = parse(await readFile('openapi.yaml', 'utf8')) as Document;
  const world = await startWorld();
  t.teardown(() => world.close());
  const client = clientOf(document, world.url);

  const session = await client.call('userLogin', { user_login: 'alice', user_password: PASSWORD });
  client.bearer((session['data'] as { attributes: { token: string } }).attributes.token);

  const listed = await client.call('instanceList', { filter: { instance_status: 'stopped' } });
  const [stopped] = listed['data'] as { id: number; attributes: { instance_name: string } }[];
  t.equal(stopped?.attributes.instance_name, 'web-2');

  const started = await client.call('instanceAction', {
    instance_id: stopped?.id,
    instance_status: 'start',
    wait: 20,
  });
  const { operation_id } = (started['data'] as { attributes: { operation_id: number } }).attributes;
  const operation = await client.call('operationGet', { operation_id });
  t.match(operation, {
    data: { attributes: { operation_status: 'success', operation_kind: 'instance.start' } },
  });

  const now = await client.call('instanceGet', { instance_id: stopped?.id });
  t.match(now, { data: { attributes: { instance_status: 'running' } } });

  const refused = await client.call('instanceAction', { instance_id: stopped?.id, instance_status: 'start' });
  t.match(refused, { errors: [{ code: 'bad_state' }] }, 'a refusal is described too');
});
