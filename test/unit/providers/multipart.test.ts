// Multipart bodies of images: parts come whole however the bytes are cut, and forms have the length that was said.
import { randomBytes } from 'node:crypto';
import t from 'tap';
import { boundaryOf, formOf, partsOf } from '../../../src/providers/lxd/multipart.js';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

t.test('what is framed comes out again, whatever the pieces', async (t) => {
  const files = [randomBytes(5000), Buffer.from('\r\n--\r\n--x\r\n'), Buffer.alloc(0), randomBytes(777)];
  const form = formOf(
    files.map((bytes, index) => ({ name: `f${index}`, size: bytes.length, body: cut(bytes, 1000) })),
  );
  const sent = await read(form.bytes);
  t.equal(sent.length, form.size, 'as long as was said');
  const boundary = boundaryOf(form.contentType) ?? '';
  for (const size of [1, 7, 64, 100_000]) {
    const found: [string, Buffer][] = [];
    for await (const { name, body } of partsOf(cut(sent, size), boundary))
      found.push([name, await read(body)]);
    t.same(
      found,
      files.map((bytes, index) => [`f${index}`, bytes]),
      `pieces of ${size}`,
    );
  }
});

t.test('what is cut off, or no form, is refused', async (t) => {
  t.equal(boundaryOf('application/octet-stream'), null);
  t.equal(boundaryOf('multipart/form-data; boundary="a b"'), 'a b');
  t.throws(() => boundaryOf('multipart/form-data'), { code: 'host_failed' });
  const all = async (bytes: Buffer): Promise<void> => {
    for await (const { body } of partsOf(cut(bytes, 10), 'x')) await read(body);
  };
  const whole = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nbytes\r\n--x--\r\n';
  await t.resolves(all(Buffer.from(whole)));
  for (let length = 0; length < whole.length - 4; length += 5) {
    await t.rejects(all(Buffer.from(whole.slice(0, length))), { code: 'host_failed' }, `${length} bytes`);
  }
  await t.rejects(all(Buffer.alloc(100_000, 'y')), { code: 'host_failed' }, 'no boundary');
  await t.rejects(
    all(Buffer.from(`--x\r\n${'h'.repeat(10_000)}`)),
    { code: 'host_failed' },
    'an endless head',
  );
});
