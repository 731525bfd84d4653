// Uploads and bytes in the pipeline: admitted before they are read, put into the params by the wire alone.
import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { Bytes } from '../../../src/registry/bytes.js';
import { bundle } from '../../../src/registry/derive/bundle.js';
import { catalogModule } from '../../../src/registry/derive/catalog.js';
import { pages } from '../../../src/registry/derive/docs.js';
import { openapi } from '../../../src/registry/derive/openapi.js';
import { openrpc } from '../../../src/registry/derive/openrpc.js';
import { actor, FILES, refusal, request, world } from './fixture.js';

const upload = { id: 'a'.repeat(26), sha256: 'b'.repeat(64), size: 5 };
const file = { $ref: 'defs/upload.json' };
const params = (properties: object, required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const files = {
  ...FILES,
  'defs/upload.json': params(
    { id: { type: 'string' }, sha256: { type: 'string' }, size: { type: 'integer' } },
    ['id', 'sha256', 'size'],
  ),
  'thing.put.json': {
    method: 'thing.put',
    summary: 'Puts it.',
    scope: 'thing:write',
    mutates: true,
    body: 'multipart',
    params: params({ thing_name: { type: 'string' }, file }, ['thing_name', 'file']),
  },
  'thing.chunk.json': {
    method: 'thing.chunk',
    summary: 'Adds to it.',
    scope: 'thing:write',
    body: 'octet-stream',
    params: params({ offset: { type: 'integer' }, file }, ['offset', 'file']),
  },
  'thing.fetch.json': {
    method: 'thing.fetch',
    summary: 'Fetches it.',
    scope: 'thing:read',
    answer: 'bytes',
    http: { verbs: ['GET', 'POST'] },
    params: params({}, []),
    result: { type: 'object', required: ['data'], properties: { data: { type: 'array' } } },
  },
};

t.test('a file stands in the params as the wire counted it; its id is nobody’s business', async (t) => {
  const given: unknown[] = [];
  const handlers = {
    'thing.put': (_ctx: object, got: never) => void given.push(got),
    'thing.chunk': (_ctx: object, got: never) => void given.push(got),
  };
  const { registry, idempotent, audits } = world({ files, handlers, actors: { a: actor() } });
  t.equal(registry.info('thing.put')?.body, 'multipart');
  t.equal(registry.info('thing.get')?.body, 'json');
  const named = { thing_name: 'x' };
  await registry.call('thing.put', named, request('a', { upload, idempotency_key: 'k' }));
  t.same(given.pop(), { ...named, file: upload });
  const kept = { ...named, file: { sha256: upload.sha256, size: 5 } };
  t.same(idempotent, [{ key: 'k', params: kept }], 'the same bytes are the same call');
  t.same(audits[0]?.caller.audit?.params, kept);
  registry.call('thing.chunk', { offset: 3 }, request('a', { upload }));
  t.same(given.pop(), { offset: 3, file: upload });

  const refused = async (raw: unknown, more: object): Promise<unknown> => {
    const { code, faults } = await refusal(() => registry.call('thing.put', raw, request('a', more)));
    return `${code} ${faults[0]?.pointer ?? ''}`;
  };
  t.equal(await refused(named, {}), 'unsupported ', 'called without a form');
  t.equal(await refused({ ...named, file: upload }, {}), 'unsupported ', 'a forged file');
  t.equal(await refused({ ...named, file: upload }, { upload }), 'invalid_params /file');
  t.equal(await refused({ ...named, file: upload }, { upload: null }), 'invalid_params /file');
  t.equal(await refused(named, { upload: null }), 'invalid_params /file');
  t.equal(await refused({}, { upload }), 'invalid_params /thing_name');
  t.equal(await refused([], { upload }), 'invalid_params ');
  t.equal(given.length, 0);
});

t.test('SEC-21, SEC-80: who may upload is asked first, and a refusal has its row', async (t) => {
  const reader = actor({ kind: 'native', scopes: ['thing:read'] });
  const { registry, audits, measured } = world({ files, actors: { a: actor(), r: reader } });
  await registry.admit('thing.put', request('a'), 10);
  t.equal((await refusal(() => registry.admit('no.such', request('a'), 1))).code, 'method_not_found');
  t.equal((await refusal(() => registry.admit('thing.put', request(null), 1))).code, 'unauthenticated');
  t.equal((await refusal(() => registry.admit('thing.put', request('x'), 1))).code, 'unauthenticated');
  t.equal(audits.length, 0);
  t.equal((await refusal(() => registry.admit('thing.put', request('r'), 1))).code, 'forbidden');
  t.match(audits, [
    { caller: { audit: { method: 'thing.put', params: {} } }, outcome: { code: 'forbidden' } },
  ]);
  t.equal((await refusal(() => registry.admit('thing.chunk', request('r'), 1))).code, 'forbidden');
  t.equal(audits.length, 1, 'what changes nothing has none');
  t.match(measured, ['thing.put unauthenticated', 'thing.put unauthenticated', 'thing.put forbidden']);
});

t.test('SEC-53 the gate has the last word before the body', async (t) => {
  const asked: unknown[] = [];
  const uploads = {
    admit: async (who: { user_id: number } | null, method: string, size: number | null) => {
      asked.push([who?.user_id, method, size]);
      await Promise.resolve();
      if (size === null || size > 100) throw new AppError('no_capacity', 'no room');
    },
  };
  const { registry, audits } = world({ files, actors: { a: actor() }, uploads });
  await registry.admit('thing.put', request('a'), 100);
  t.equal((await refusal(() => registry.admit('thing.put', request('a'), 101))).code, 'no_capacity');
  t.equal((await refusal(() => registry.admit('thing.put', request('a'), null))).code, 'no_capacity');
  t.same(asked[0], [2, 'thing.put', 100]);
  t.equal(audits.length, 2);
});

t.test('bytes pass over HTTP only; a document beside them keeps its contract', async (t) => {
  const results: Record<string, unknown> = {
    bytes: new Bytes(new Uint8Array(3), { type: 'application/octet-stream', size: 3 }),
    document: { data: [] },
    wrong: { data: 1 },
  };
  let what = 'bytes';
  const handlers = { 'thing.fetch': () => results[what] };
  const { registry } = world({ files, handlers, actors: { a: actor() } });
  t.equal(registry.call('thing.fetch', {}, request('a')), results['bytes']);
  for (const transport of ['socket', 'rpc', 'sse'] as const) {
    const refused = await refusal(() => registry.call('thing.fetch', {}, request('a', { transport })));
    t.match(refused, { code: 'unsupported', message: /over HTTP at \/v1\/thing\.fetch/ });
  }
  what = 'document';
  t.equal(registry.call('thing.fetch', {}, request('a')), results['document']);
  what = 'wrong';
  t.equal((await refusal(() => registry.call('thing.fetch', {}, request('a')))).code, 'internal');
});

t.test('what is derived says how files and bytes travel', (t) => {
  const all = bundle(files);
  t.match(openapi(all, '1.0.0'), {
    paths: {
      '/v1/thing.put': {
        post: {
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: {
                  required: ['file', 'payload'],
                  properties: {
                    file: { contentMediaType: 'application/octet-stream' },
                    payload: { required: ['thing_name'] },
                  },
                },
              },
            },
          },
        },
      },
      '/v1/thing.chunk': {
        post: {
          parameters: [{ name: 'offset', in: 'query' }, { name: 'provider' }, { name: 'request_id' }],
          requestBody: { content: { 'application/octet-stream': {} } },
        },
      },
      '/v1/thing.fetch': {
        get: { responses: { 200: { content: { 'application/octet-stream': {}, 'application/json': {} } } } },
      },
    },
  });
  const { methods } = openrpc(all, '1.0.0') as { methods: { name: string; description: string }[] };
  for (const name of ['thing.put', 'thing.fetch'])
    t.match(methods.find((one) => one.name === name)?.description, /Over HTTP only/);
  const made = pages(all, []);
  t.match(made['methods/thing.put.md'], /\| body \| `multipart\/form-data`[^]*\| `file` \| bytes \|/);
  t.match(made['methods/thing.fetch.md'], /answers \| bytes over HTTP/);
  const catalogue = catalogModule(all);
  t.match(catalogue, /"name": "file",\s+"types": \[\s+"string"\s+\]/);
  t.match(catalogue, /"result": "bytes"/);
  t.end();
});
