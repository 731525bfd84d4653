import t from 'tap';
import { AppError, invalid } from '../../../src/errors.js';
import { EncodedBatches, numberedOnly } from '../../../src/wire/encoded.js';
import * as frames from '../../../src/wire/frames.js';
import { SyntaxFault } from '../../../src/wire/json.js';
import { makeMsgpack } from '../../../src/wire/msgpack.js';
import { panelMessage, streamParams } from '../../../src/wire/sse.js';
import { chooseProtocol } from '../../../src/wire/upgrade.js';
import { bindingTrouble, loadBinding } from '../../../src/wire/uws.js';
import { batch } from './stub.js';

t.test('error document: one entry per fault, details in meta', (t) => {
  const error = new AppError('cursor_expired', 'too old', { details: { oldest: 'e.5' } });
  t.same(frames.errorDocument(error, 'r1'), {
    errors: [{ status: '410', code: 'cursor_expired', detail: 'too old' }],
    meta: { oldest: 'e.5', request_id: 'r1' },
  });
  t.same(frames.errorDocument(invalid('user_login', 'must be text'), 'r2').errors, [
    {
      status: '400',
      code: 'invalid_params',
      detail: 'user_login must be text',
      source: { pointer: '/user_login' },
    },
  ]);
  t.end();
});

t.test('JSON-RPC errors carry the number and the name', (t) => {
  const error = new AppError('rate_limited', 'slower', { retry_after: 3 });
  t.same(frames.rpcError(7, error, 'r'), {
    jsonrpc: '2.0',
    id: 7,
    error: {
      code: -32029,
      message: 'slower',
      data: { code: 'rate_limited', faults: [{ detail: 'slower' }], request_id: 'r', retry_after: 3 },
    },
  });
  t.match(frames.rpcError(null, new SyntaxFault('bad'), 'r'), { error: { code: -32700 } });
  t.match(frames.rpcError(null, new AppError('bad_request', 'bad'), 'r'), { error: { code: -32600 } });
  t.end();
});

t.test('native frames', (t) => {
  t.same(frames.nativeCall({ type: 'a.b', request_id: '7', body: { x: 1 }, idempotency_key: 'k' }), {
    envelope: 'native',
    method: 'a.b',
    id: '7',
    params: { x: 1 },
    idempotency_key: 'k',
  });
  t.match(frames.nativeCall({ type: 'a.b' }), { id: undefined, params: {} });
  for (const bad of [
    {},
    { type: 1 },
    { type: 'a', request_id: 7 },
    { type: 'a', request_id: 'x'.repeat(65) },
    { type: 'a', body: [] },
    { type: 'a', body: '{}' },
    { type: 'a', idempotency_key: '' },
  ]) {
    t.throws(() => frames.nativeCall(bad), { code: 'bad_request' });
  }
  t.end();
});

t.test('JSON-RPC requests', (t) => {
  t.same(frames.rpcCall({ jsonrpc: '2.0', method: 'a', id: 1, params: { x: 1, idempotency_key: 'k' } }), {
    envelope: 'rpc',
    method: 'a',
    id: 1,
    params: { x: 1 },
    idempotency_key: 'k',
  });
  t.match(frames.rpcCall({ jsonrpc: '2.0', method: 'a' }), { id: undefined, params: {} });
  t.throws(() => frames.rpcCall({ jsonrpc: '2.0', method: 'a', params: [1] }), { code: 'invalid_params' });
  for (const bad of [
    1,
    null,
    {},
    { jsonrpc: '1.0', method: 'a' },
    { jsonrpc: '2.0' },
    { jsonrpc: '2.0', method: 'a', id: {} },
  ]) {
    t.throws(() => frames.rpcCall(bad), { code: 'bad_request' });
  }
  t.end();
});

t.test('query strings', (t) => {
  t.same(frames.queryParams('a=1&b=true&c=x%20y&d=-1.5&e=007&f=&cursor=5.7&after=9'), {
    a: 1,
    b: true,
    c: 'x y',
    d: -1.5,
    e: '007',
    f: '',
    cursor: '5.7',
    after: '9',
  });
  t.throws(() => frames.queryParams('a=1&a=2'), { code: 'bad_request' });
  t.throws(() => frames.queryParams('__proto__=1'), { code: 'bad_request' });
  t.same(streamParams('cursor=e.5&server_id=2&type=instance.*,server.added&stream=s'), {
    cursor: 'e.5',
    stream: 's',
    filter: { server_id: 2, type: ['instance.*', 'server.added'] },
  });
  t.end();
});

t.test('a batch is encoded once per number and format', (t) => {
  const codec = makeMsgpack({ json_depth: 32, json_keys: 1000 });
  const encoded = new EncodedBatches(codec);
  const one = batch([11, null]);
  const native = { envelope: 'native', msgpack: false } as const;
  const frame = encoded.frame(one, 1, native);
  t.equal(encoded.frame(one, 1, native), frame);
  t.not(encoded.frame(one, 2, native), frame);
  t.same(JSON.parse(Buffer.from(frame).toString()), {
    type: 'event',
    subscription: 1,
    events: one.events.map((e) => e.value),
  });
  t.same(codec.read(encoded.frame(one, 3, { envelope: 'rpc', msgpack: true })), {
    jsonrpc: '2.0',
    method: 'event',
    params: { subscription: 3, events: one.events.map((e) => e.value) },
  });
  t.match(encoded.text(one), /^id: e\.11\ndata: \{"id":11.*\n\ndata: \{"type"/);
  t.equal(numberedOnly(one)?.events.length, 1);
  t.equal(numberedOnly(batch([null])), null);
  t.end();
});

t.test('small things', async (t) => {
  t.equal(panelMessage('e.1', 'a\nb'), 'id: e.1\ndata: a\ndata: b\n\n');
  t.equal(chooseProtocol(''), '');
  t.equal(chooseProtocol('x, gantry.msgpack, gantry.json'), 'gantry.msgpack');
  t.throws(() => chooseProtocol('graphql'), { code: 'bad_request' });
  t.match(bindingTrouble('99.0.0', 'linux', 'x64'), /Node 99\.0\.0 on linux-x64.*glibc 2\.38/);
  await t.rejects(
    loadBinding(() => Promise.reject(new Error('no such file'))),
    { message: /HTTP library has no binary/ },
  );
});
