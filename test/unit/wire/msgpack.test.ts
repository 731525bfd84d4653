import { Packr, pack } from 'msgpackr';
import t from 'tap';
import { isAppError } from '../../../src/errors.js';
import { makeMsgpack } from '../../../src/wire/msgpack.js';

const codec = makeMsgpack({ json_depth: 32, json_keys: 1000 });
const plain = new Packr({ useRecords: false });

const refused = (bytes: Uint8Array): string | null => {
  try {
    codec.read(bytes);
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
  return null;
};

t.test('what JSON can say comes back the same', (t) => {
  const values = [
    null,
    true,
    0,
    -1,
    127,
    128,
    65_536,
    2 ** 40,
    -(2 ** 40),
    1.5,
    '',
    'ä',
    'x'.repeat(300),
    'y'.repeat(70_000),
    [],
    {},
    [1, [2, { a: [] }]],
    { a: { b: { c: 'd' } }, e: [{ f: null }] },
    Array.from({ length: 70_000 }, () => 1),
    Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i])),
  ];
  for (const value of values) {
    t.same(codec.read(plain.pack(value)), value);
    t.same(codec.read(codec.write(value)), value);
  }
  t.same(codec.read(codec.write({ a: undefined, b: 1 })), { b: 1 }, 'undefined is left out as in JSON');
  t.same(codec.read(Buffer.from([0xcf, 0, 0, 0, 1, 0, 0, 0, 0])), 2 ** 32);
  t.end();
});

t.test('SEC-36 timestamps are numbers, other extensions are refused', (t) => {
  t.same(codec.read(plain.pack({ at: new Date(1_700_000_000_000) })), { at: 1_700_000_000_000 });
  t.same(codec.read(plain.pack({ at: new Date(1_700_000_000_123) })), { at: 1_700_000_000_123 });
  t.match(refused(Buffer.from([0xd4, 1, 0])), /extension/);
  t.match(
    refused(
      pack({ a: 1, b: 2 }).length > 0 ? new Packr({ useRecords: true }).pack({ a: 1 }) : new Uint8Array(),
    ),
    /extension/,
  );
  t.match(refused(Buffer.from([0xc7, 4, 5, 0, 0, 0, 0])), /extension/);
  t.match(refused(plain.pack(Buffer.from('x'))), /base64/);
  t.match(refused(Buffer.from([0xcf, 0xff, 0, 0, 0, 0, 0, 0, 0])), /2\^53/);
  t.end();
});

t.test('SEC-36 bombs: lengths, nesting, keys', (t) => {
  t.match(refused(Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff])), /not valid/);
  t.match(refused(Buffer.from([0xdf, 0, 0, 3, 0])), /not valid/);
  t.match(refused(Buffer.from([0xdf, 0xff, 0xff, 0xff, 0xff])), /1000 keys/);
  t.match(refused(Buffer.from([0xdb, 0xff, 0xff, 0xff, 0xff, 0x61])), /not valid/);
  t.match(refused(Buffer.alloc(1_000_000, 0x91)), /nested 32 deep/);
  t.match(refused(Buffer.from([0x81, 1, 1])), /keys of a MessagePack map must be strings/);
  t.match(refused(Buffer.from([0x82, 0xa1, 0x61, 1, 0xa1, 0x61, 2])), /repeats a key/);
  t.match(
    refused(Buffer.concat([Buffer.from([0x81, 0xa9]), Buffer.from('__proto__'), Buffer.from([0x80])])),
    /__proto__/,
  );
  t.match(
    refused(Buffer.concat([Buffer.from([0x81, 0xd9, 9]), Buffer.from('__proto__'), Buffer.from([1])])),
    /__proto__/,
  );
  t.match(refused(Buffer.from([1, 1])), /not valid/, 'nothing may follow');
  t.match(refused(new Uint8Array()), /not valid/);
  t.match(refused(Buffer.from([0xc1])), /not valid/);
  t.end();
});

t.test('SEC-36 random bytes never throw anything but a refusal', (t) => {
  let state = 12_345;
  const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0);
  const seed = plain.pack({ a: [1, 'two', { three: [null, true, 4.5] }], when: new Date(5) });
  for (let round = 0; round < 20_000; round++) {
    const bytes = round % 2 === 0 ? Buffer.from(seed) : Buffer.alloc((random() >>> 8) % 64);
    if (round % 2 === 0) bytes[(random() >>> 8) % bytes.length] = random() >>> 16;
    else for (let i = 0; i < bytes.length; i++) bytes[i] = random() >>> 16;
    refused(bytes);
  }
  t.pass('seed 12345, 20000 inputs');
  t.end();
});
