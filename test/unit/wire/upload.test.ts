// Uploads over the wire: forms and plain bytes, slow and broken clients, and nothing read before the token is checked.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createStage, type Stage } from '../../../src/blobs/stage.js';
import { AppError } from '../../../src/errors.js';
import { Bytes, type Upload } from '../../../src/registry/registry.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/wire/server.js';
import { until } from '../../support/until.js';
import { ack, ask, AUTH, start, StubRegistry, type Answer } from './stub.js';

const MARK = 'XboundaryX';
const FORM = { 'content-type': `multipart/form-data; boundary=${MARK}` };
const BYTES = { 'content-type': 'application/octet-stream' };

interface Part {
  name: string;
  body: string | Uint8Array;
  filename?: string;
  type?: string;
}

function form(parts: Part[], end = `--${MARK}--\r\n`): Buffer {
  const pieces = parts.map(({ name, body, filename, type }) =>
    Buffer.concat([
      Buffer.from(
        `--${MARK}\r\nContent-Disposition: form-data; name="${name}"` +
          `${filename === undefined ? '' : `; filename="${filename}"`}\r\n` +
          `${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
      ),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]),
  );
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

/** A stage that counts what it is given. */
function counting(stage: Stage) {
  const seen = { bytes: 0, opened: 0, aborted: 0 };
  return {
    seen,
    discard: (id: string) => stage.discard(id),
    open: async (options: { limit: number }) => {
      seen.opened++;
      const writer = await stage.open(options);
      return {
        finish: () => writer.finish(),
        abort: () => {
          seen.aborted++;
          return writer.abort();
        },
        write: (chunk: Uint8Array) => {
          seen.bytes += chunk.length;
          return writer.write(chunk);
        },
      };
    },
  };
}

async function house(t: Test, limits: Partial<Limits> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'gantry-upload-'));
  const stage = createStage(join(dir, 'staging'));
  const sink = counting(stage);
  const registry = new StubRegistry();
  const uploads: Upload[] = [];
  const take = (params: object, upload: Upload | null | undefined): unknown => {
    if (upload) uploads.push(upload);
    return ack({ ...params, ...(upload ? { sha256: upload.sha256, size: upload.size } : {}) });
  };
  registry.add('put', (params, { upload }) => take(params, upload), { body: 'multipart' });
  registry.add('raw', (params, { upload }) => take(params, upload), { body: 'octet-stream' });
  registry.add(
    'keep',
    (_params, { upload }) => {
      renameSync(stage.path(upload?.id ?? ''), join(dir, 'kept'));
      return Promise.resolve(ack({}));
    },
    { body: 'multipart' },
  );
  const started = await start(registry, { uploads: sink, limits: { ...DEFAULT_LIMITS, ...limits } });
  t.teardown(async () => {
    await started.wire.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const left = (): string[] => (existsSync(join(dir, 'staging')) ? readdirSync(join(dir, 'staging')) : []);
  const send = (path: string, body: Uint8Array, headers: Record<string, string> = FORM): Promise<Answer> =>
    ask(started.port, 'POST', path, { ...AUTH, ...headers }, body);
  return { ...started, dir, registry, sink, uploads, left, send };
}

function code(answer: Answer): string {
  return `${answer.status} ${(answer.json['errors'] as { code: string }[] | undefined)?.[0]?.code ?? 'ok'}`;
}

t.test('a file and its payload, in either order; the file is gone after the call', async (t) => {
  const { send, left, uploads, registry } = await house(t);
  const bytes = randomBytes(3_000_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file: Part = { name: 'file', body: bytes, filename: '../../../etc/passwd' };
  const payload: Part = { name: 'payload', body: '{"path":"/a","n":1}' };
  const blob: Part = { ...payload, filename: 'blob', type: 'application/json' };
  for (const parts of [
    [file, payload],
    [payload, file],
    [blob, file],
  ]) {
    const answer = await send('/v1/put', form(parts));
    t.same(answer.json, ack({ path: '/a', n: 1, sha256, size: bytes.length }));
    t.match(uploads.at(-1)?.id, /^[a-z2-7]{26}$/, 'SEC-50 the name is ours');
    t.same(left(), []);
  }
  t.equal(registry.admitted[0]?.name, 'put');
  const none = await send('/v1/put', form([payload]));
  t.same(none.json, ack({ path: '/a', n: 1 }), 'whether a file is needed is for the contract to say');
  t.equal(registry.seen.at(-1)?.request.upload, null);
  const both = await send('/v1/put', form([{ ...file, body: '' }]));
  t.match(both.json, ack({ size: 0 }), 'an empty file, no payload');
  const part = { ...file, type: 'text/plain; charset=utf-8', body: 'häh' };
  t.match((await send('/v1/put', form([part]))).json, ack({ size: 4 }), 'whatever it calls itself');
});

t.test('plain bytes with params in the query, with a length and in chunks', async (t) => {
  const { send, left, registry } = await house(t);
  const bytes = randomBytes(700_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const wanted = ack({ offset: 5, upload_id: 'x', sha256, size: bytes.length });
  t.same((await send('/v1/raw?offset=5&upload_id=x', bytes, BYTES)).json, wanted);
  t.equal(registry.admitted.at(-1)?.size, bytes.length);
  const chunked = { ...BYTES, 'transfer-encoding': 'chunked' };
  t.same((await send('/v1/raw?offset=5&upload_id=x', bytes, chunked)).json, wanted);
  t.equal(registry.admitted.at(-1)?.size, null);
  t.match((await send('/v1/raw', Buffer.alloc(0), BYTES)).json, ack({ size: 0 }));
  t.same(left(), []);
});

t.test('a file that the core takes away stays', async (t) => {
  const { send, left, dir } = await house(t);
  t.equal(code(await send('/v1/keep', form([{ name: 'file', body: 'mine' }]))), '200 ok');
  t.equal(readFileSync(join(dir, 'kept'), 'utf8'), 'mine');
  t.same(left(), []);
});

t.test('what is wrong with a form is said, and nothing is left behind', async (t) => {
  const { send, left, sink, registry } = await house(t);
  const file: Part = { name: 'file', body: randomBytes(400_000) };
  const payload: Part = { name: 'payload', body: '{}' };
  const cases: [string, Buffer, string][] = [
    ['another part', form([file, { name: 'other', body: 'x' }]), '400 bad_request'],
    ['another file', form([{ name: 'other', body: 'x', filename: 'a' }]), '400 bad_request'],
    ['two files', form([file, file]), '400 bad_request'],
    ['two payloads', form([payload, payload, file]), '400 bad_request'],
    ['too many parts', form([file, payload, payload, payload]), '400 bad_request'],
    ['bad JSON after the file', form([file, { ...payload, body: '{"a":' }]), '400 bad_request'],
    ['bad JSON before the file', form([{ ...payload, body: 'x' }, file]), '400 bad_request'],
    ['a list', form([file, { ...payload, body: '[]' }]), '400 bad_request'],
    ['a key twice', form([file, { ...payload, body: '{"a":1,"a":2}' }]), '400 bad_request'],
    ['a long payload', form([file, { ...payload, body: ' '.repeat(65_537) }]), '413 too_large'],
    ['no end', form([file], ''), '400 bad_request'],
    ['no form at all', Buffer.from('hello'), '400 bad_request'],
    ['nothing', Buffer.alloc(0), '400 bad_request'],
  ];
  for (const [what, body, wanted] of cases) {
    t.equal(code(await send('/v1/put', body)), wanted, what);
    await until(() => left().length === 0, { what: `${what}: staging to be empty` });
  }
  t.equal(registry.seen.length, 0, 'no call was made');
  const noMark = { 'content-type': 'multipart/form-data' };
  t.equal(code(await send('/v1/put', form([file]), noMark)), '400 bad_request', 'no boundary');
  const opened = sink.seen.opened;
  for (const type of ['application/json', 'text/plain', 'application/octet-stream', '']) {
    const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
    t.equal(
      code(await send('/v1/put', form([file]), headers)),
      '415 unsupported_media_type',
      `SEC-31 ${type}`,
    );
  }
  t.equal(code(await send('/v1/raw', form([file]))), '415 unsupported_media_type');
  t.equal(
    code(await send('/v1/echo', form([file]))),
    '415 unsupported_media_type',
    'an action takes no form',
  );
  t.equal(sink.seen.opened, opened);
});

t.test('too large: by what is declared, by what comes, in a form too', async (t) => {
  const { send, left, sink } = await house(t, { upload_bytes: 100_000 });
  t.equal(code(await send('/v1/raw', Buffer.alloc(100_000), BYTES)), '200 ok');
  const before = sink.seen.bytes;
  t.equal(code(await send('/v1/raw', Buffer.alloc(100_001), BYTES)), '413 too_large');
  t.equal(sink.seen.bytes, before, 'declared: not a byte was read');
  const chunked = { ...BYTES, 'transfer-encoding': 'chunked' };
  t.equal(code(await send('/v1/raw', Buffer.alloc(150_000), chunked)), '413 too_large');
  t.equal(code(await send('/v1/put', form([{ name: 'file', body: Buffer.alloc(100_000) }]))), '200 ok');
  t.equal(
    code(await send('/v1/put', form([{ name: 'file', body: Buffer.alloc(100_001) }]))),
    '413 too_large',
  );
  t.equal(code(await send('/v1/put', Buffer.alloc(400_000, 10))), '413 too_large', 'a preamble without end');
  await until(() => left().length === 0);
});

t.test('refused before the body is read: no byte is staged', async (t) => {
  const { port, sink, registry, send } = await house(t);
  const body = form([{ name: 'file', body: randomBytes(300_000) }]);
  t.equal(code(await ask(port, 'POST', '/v1/put', FORM, body)), '401 unauthenticated');
  const wrong = { ...FORM, authorization: 'Bearer wrong' };
  t.equal(code(await ask(port, 'POST', '/v1/put', wrong, body)), '401 unauthenticated');
  let refuse = (): void => undefined;
  registry.admission = () =>
    new Promise((_resolve, reject) => {
      refuse = () => reject(new AppError('no_capacity', 'the disk is full'));
    });
  const full = send('/v1/put', body);
  await until(() => registry.admitted.length === 3);
  refuse();
  t.equal(code(await full), '507 no_capacity', 'SEC-53');
  t.same(sink.seen, { bytes: 0, opened: 0, aborted: 0 });
  t.equal(registry.seen.length, 0);
  registry.admission = () => Promise.resolve();
  t.equal(code(await send('/v1/put', body)), '200 ok');
});

t.test('a client that leaves in the middle leaves nothing, one that stalls is waited for', async (t) => {
  const { port, sink, left, registry } = await house(t);
  const head = (length: number): string =>
    `POST /v1/put HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\n` +
    `Content-Type: ${FORM['content-type']}\r\nContent-Length: ${length}\r\n\r\n`;
  const body = form([
    { name: 'file', body: Buffer.alloc(900_000, 1) },
    { name: 'payload', body: '{"a":1}' },
  ]);
  const begin = async (): Promise<Socket> => {
    const before = sink.seen.bytes;
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(head(body.length));
    socket.write(body.subarray(0, 500_000));
    await until(() => sink.seen.bytes - before > 400_000, { what: 'half of the file' });
    return socket;
  };
  const cut = await begin();
  t.equal(left().length, 1);
  cut.destroy();
  await until(() => left().length === 0, { what: 'the half file to be gone' });
  t.equal(registry.seen.length, 0);

  const slow = await begin();
  let answer = '';
  slow.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  for (let at = 500_000; at < body.length; at += 50_000) {
    slow.write(body.subarray(at, at + 50_000));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => answer.includes('"size":900000'), { what: 'the answer' });
  slow.destroy();
});

t.test('the socket waits while the disk is behind', async (t) => {
  const { port, sink, registry } = await house(t);
  const gates: (() => void)[] = [];
  const open = sink.open;
  sink.open = async (options) => {
    const writer = await open(options);
    return {
      ...writer,
      write: (chunk) => {
        void writer.write(chunk);
        return new Promise<void>((resolve) => gates.push(resolve));
      },
    };
  };
  const size = 24 * 1024 * 1024;
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(
    `POST /v1/raw HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\n` +
      `Content-Type: application/octet-stream\r\nContent-Length: ${size}\r\n\r\n`,
  );
  const chunk = Buffer.alloc(1024 * 1024, 3);
  for (let i = 0; i < 24; i++) socket.write(chunk);
  await until(() => gates.length === 1);
  // What the kernel holds on both sides is a few MiB; the rest has to wait with the client.
  await until(() => socket.writableLength > 8 * 1024 * 1024, { what: 'the client to be held back' });
  t.ok(sink.seen.bytes < 2 * 1024 * 1024, `${sink.seen.bytes} bytes taken`);
  t.equal(registry.seen.length, 0);
  const pulse = setInterval(() => gates.splice(0).forEach((go) => go()), 1);
  await until(() => answer.includes(`"size":${size}`), { what: 'the answer', timeout_ms: 20_000 });
  clearInterval(pulse);
  socket.destroy();
});

t.test('Expect: 100-continue is answered', async (t) => {
  const { port } = await house(t);
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.write(
    'POST /v1/raw HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\nExpect: 100-continue\r\n' +
      'Content-Type: application/octet-stream\r\nContent-Length: 5\r\n\r\n',
  );
  await until(() => said.includes('100 Continue'));
  socket.write('hello');
  await until(() => said.includes('"size":5'));
  socket.destroy();
});

t.test(
  'bytes as an answer: GET, HEAD, POST, with and without a size, empty, broken, slow, given up',
  async (t) => {
    const { port, registry } = await house(t);
    const bytes = randomBytes(5_000_000);
    let closed = 0;
    async function* pieces(upTo = bytes.length): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < upTo; at += 100_000) {
        await new Promise((resolve) => setImmediate(resolve));
        yield bytes.subarray(at, Math.min(at + 100_000, upTo));
      }
    }
    const options = { type: 'application/octet-stream', close: () => void closed++ };
    const headers = { 'X-Gantry-Mode': '0644' };
    const results: Record<string, () => Bytes> = {
      sized: () => new Bytes(pieces(), { ...options, size: bytes.length, headers }),
      open: () => new Bytes(pieces(), { ...options, size: null }),
      whole: () => new Bytes(bytes, { ...options, size: bytes.length }),
      empty: () => new Bytes(pieces(0), { ...options, size: 0 }),
      growing: () => new Bytes(pieces(), { ...options, size: 250_000 }),
      short: () => new Bytes(pieces(250_000), { ...options, size: 300_000 }),
      none: () => new Bytes(pieces(0), { ...options, size: 1 }),
    };
    registry.add('file', (params) => results[String(params['what'])]?.(), { get: true });
    const get = (what: string, verb = 'GET'): Promise<Answer> =>
      ask(port, verb, `/v1/file?what=${what}`, { ...AUTH, accept: 'application/msgpack' });
    const sized = await get('sized');
    t.ok(sized.body.equals(bytes));
    t.match(sized.headers, {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'x-gantry-mode': '0644',
      'x-content-type-options': 'nosniff',
      'x-request-id': /./,
    });
    t.ok((await get('open')).body.equals(bytes));
    t.ok((await get('whole')).body.equals(bytes));
    t.equal((await get('empty')).headers['content-length'], '0');
    t.ok((await get('growing')).body.equals(bytes.subarray(0, 250_000)), 'no more than was promised');
    const head = await get('sized', 'HEAD');
    t.equal(head.headers['content-length'], String(bytes.length));
    t.equal(head.body.length, 0);
    t.equal(closed, 1, 'HEAD closes the source');
    await t.rejects(get('short'), 'what ends too early breaks the connection');
    t.equal((await get('none')).status, 502, 'before the first byte an error can still be said');

    closed = 0;
    const socket = connect(port, '127.0.0.1');
    let got = 0;
    socket.on('data', (chunk: Buffer) => (got += chunk.length));
    socket.on('error', () => undefined);
    const huge = new Bytes(
      (async function* () {
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve));
          yield bytes;
        }
      })(),
      { ...options, size: 1e12 },
    );
    results['huge'] = () => huge;
    socket.pause();
    socket.write('GET /v1/file?what=huge HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\n\r\n');
    await until(() => registry.seen.at(-1)?.params !== undefined);
    socket.resume();
    await until(() => got > 20_000_000, { what: 'the first bytes' });
    socket.destroy();
    await until(() => closed > 0, { what: 'the source to be closed' });
  },
);
