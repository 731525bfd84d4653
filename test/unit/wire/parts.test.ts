// Parts of a form, however the bytes come: in memory that is overwritten as soon as the next piece is asked for.
import { randomBytes } from 'node:crypto';
import t from 'tap';
import { partsOf } from '../../../src/wire/parts.js';

const TYPE = 'multipart/form-data; charset=utf-8; boundary="--x y"';
const MARK = '--x y';

/** The body in pieces; each is destroyed when the next one is asked for. */
async function* pieces(body: Buffer, step: number): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < body.length; at += step) {
    const piece = Buffer.from(body.subarray(at, at + step));
    await Promise.resolve();
    yield piece;
    piece.fill(0x21);
  }
}

async function read(body: Buffer, step: number, type = TYPE): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const { name, bytes } of partsOf(pieces(body, step), type)) {
    const parts: Buffer[] = [];
    for await (const chunk of bytes) parts.push(Buffer.from(chunk));
    found.push([name, Buffer.concat(parts).toString('latin1')]);
  }
  return found;
}

function form(parts: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.concat([
    Buffer.from('preamble\r\n'),
    ...parts.flatMap(([headers, body]) => [
      Buffer.from(`--${MARK}\r\n${headers}\r\n\r\n`),
      body,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${MARK}--\r\nepilogue`),
  ]);
}

const named = (name: string): string => `Content-Disposition: form-data; name="${name}"`;

t.test('what looks like a boundary and is none stays in the part', async (t) => {
  const tricky = [
    Buffer.from(`--${MARK}`),
    Buffer.from('--'),
    Buffer.from(`\r\n--${MARK.slice(0, -1)}\r\n--${MARK.slice(0, -1)}`),
    Buffer.from(`\r\r\n\r\n--\r\n---x`),
    Buffer.alloc(0),
    Buffer.from('\r\n'),
    randomBytes(3000),
  ];
  const body = form(tricky.map((bytes, at) => [named(`part ${at}`), bytes]));
  const wanted = tricky.map((bytes, at) => [`part ${at}`, bytes.toString('latin1')]);
  for (const step of [1, 2, 3, 5, 7, 64, 1000, body.length])
    t.same(await read(body, step), wanted, `in pieces of ${step}`);
});

t.test('names are read as they are written, and not out of file names', async (t) => {
  const name = async (headers: string): Promise<string | undefined> =>
    (await read(form([[headers, Buffer.from('x')]]), 11))[0]?.[0];
  t.equal(await name('content-disposition:form-data;filename="a; name=\\"file\\"";name=payload'), 'payload');
  t.equal(
    await name('X-Other: 1\r\nContent-Disposition: form-data; name="a \\"b\\""; filename="../c"'),
    'a "b"',
  );
  t.equal(await name('Content-Disposition: form-data; filename="name=file"'), '');
  t.equal(await name('Content-Disposition: attachment; name="file"'), '');
  t.equal(await name('X-None: 1'), '');
});

t.test('what is no form, or has no end, is refused', async (t) => {
  const whole = form([[named('a'), Buffer.from('b')]]);
  const refused = (body: Buffer, type = TYPE): Promise<unknown> =>
    t.rejects(read(body, 9, type), { code: 'bad_request' }, body.toString('latin1', 0, 40));
  for (const length of [0, 8, 20, 40, 70, whole.indexOf('epilogue') - 6])
    await refused(whole.subarray(0, length));
  await refused(Buffer.from('hello'));
  await refused(Buffer.from(`--${MARK}x\r\n${named('a')}\r\n\r\nb\r\n--${MARK}--`));
  await refused(form([[`X: ${'x'.repeat(9000)}`, Buffer.from('b')]]));
  for (const type of [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
  ]) {
    await refused(whole, type);
  }
  t.same(await read(Buffer.from('--q--'), 2, 'multipart/form-data; boundary=q'), [], 'no part at all');
});
