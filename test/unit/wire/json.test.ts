import t from 'tap';
import { isAppError } from '../../../src/errors.js';
import { parseJson, readJson } from '../../../src/wire/json.js';

const limits = { json_depth: 32, json_keys: 1000 };

const refused = (text: string): unknown => {
  try {
    parseJson(text, limits);
  } catch (error) {
    return isAppError(error) ? error.message : error;
  }
  return null;
};

t.test('reads what JSON.parse reads', (t) => {
  for (const text of [
    '{}',
    '[]',
    '1',
    '"a:b"',
    'null',
    '{"a":{"b":[1,{"c":"x\\"y:{"}]},"d:":":"}',
    ' {"a" : 1 } ',
  ]) {
    t.same(parseJson(text, limits), JSON.parse(text));
  }
  t.end();
});

t.test('SEC-34 refuses what is not JSON', (t) => {
  for (const text of ['', '{', '{"a":1', '"abc', '"abc\\', '{a:1}', '[1,]', '{} {}', '{"a":1}}']) {
    t.throws(() => parseJson(text, limits), { code: 'bad_request' });
  }
  t.throws(() => readJson(Buffer.from([0x22, 0xff, 0x22]), limits), { message: /UTF-8/ });
  t.end();
});

t.test('SEC-34 repeated keys and __proto__ are refused however they are written', (t) => {
  t.match(refused('{"a":1,"a":2}'), /repeats a key/);
  t.match(refused('{"x":[{"a":1,"\\u0061":2}]}'), /repeats a key/);
  t.match(refused('{"__proto__":{"admin":true}}'), /__proto__/);
  t.match(refused('{"a":[{"\\u005f_proto__":1}]}'), /__proto__/);
  t.equal(refused('{"a":"__proto__","b":{"a":1}}'), null);
  t.equal(({} as Record<string, unknown>)['admin'], undefined);
  t.end();
});

t.test('SEC-34 depth and number of keys', (t) => {
  t.equal(refused('['.repeat(32) + ']'.repeat(32)), null);
  t.match(refused('['.repeat(33) + ']'.repeat(33)), /nested 32 deep/);
  const keys = (count: number): string =>
    `{${Array.from({ length: count }, (_, i) => `"k${i}":${i}`).join()}}`;
  t.equal(refused(keys(1000)), null);
  t.match(refused(keys(1001)), /1000 keys/);
  // What follows the 33rd level is not looked at: the text is no JSON there, and the depth is what is told.
  const deep = Buffer.from(`${'[{"a":'.repeat(20)}${'%'.repeat(1_000_000)}`);
  t.throws(() => readJson(deep, limits), { message: /nested/ }, 'refused before the rest is read');
  t.end();
});
