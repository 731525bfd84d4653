import t from 'tap';
import { checkPassword, createPasswords } from '../../../src/core/passwords.js';

t.test('SEC-01 hashes are Argon2id with the wanted parameters and a salt of their own', async (t) => {
  const passwords = createPasswords();
  const [one, two] = await Promise.all([
    passwords.hash('a long password'),
    passwords.hash('a long password'),
  ]);
  t.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  t.not(one, two);
  t.equal(await passwords.verify(one, 'a long password'), true);
  t.equal(await passwords.verify(one, 'a long passwore'), false);
});

t.test('SEC-01 weaker parameters are seen as outdated', (t) => {
  const passwords = createPasswords();
  t.equal(passwords.outdated('$argon2id$v=19$m=19456,t=2,p=1$AAAA$BBBB'), false);
  t.equal(passwords.outdated('$argon2id$v=19$m=4096,t=3,p=1$AAAA$BBBB'), true);
  t.equal(passwords.outdated('$argon2i$v=19$m=19456,t=2,p=1$AAAA$BBBB'), true);
  t.equal(passwords.outdated('$2b$10$whatever'), true);
  t.end();
});

t.test('SEC-01 two run, 32 wait, the rest is told to come again, and the queue empties', async (t) => {
  const passwords = createPasswords();
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, () => passwords.verify(null, 'a long password')),
  );
  const refused = results.filter(({ status }) => status === 'rejected');
  t.equal(refused.length, 100 - 34);
  for (const result of refused) t.match(result, { reason: { code: 'rate_limited', retry_after: 1 } });
  t.equal(await passwords.verify(null, 'x'), false, 'the queue is open again');
});

t.test('SEC-02 an unknown user costs one hash, as a known one does', async (t) => {
  const passwords = createPasswords();
  const hash = await passwords.hash('a long password');
  // Both take a turn of the hasher: whichever fills the queue, the other finds no place in it.
  for (const [first, second] of [
    [hash, null],
    [null, hash],
  ]) {
    const filling = Array.from({ length: 34 }, () => passwords.verify(first ?? null, 'not the password'));
    await t.rejects(passwords.verify(second ?? null, 'not the password'), { code: 'rate_limited' });
    t.same(new Set(await Promise.all(filling)), new Set([false]));
  }
  t.equal(await passwords.verify(null, ''), false);
});

t.test('SEC-04 length and commonness, with a sentence that says what is wanted', (t) => {
  const refused = (password: string): unknown => {
    try {
      checkPassword('user_password', password);
      return undefined;
    } catch (error) {
      return error;
    }
  };
  t.match(refused('short'), {
    code: 'invalid_params',
    message: /12 to 256/,
    faults: [{ pointer: '/user_password' }],
  });
  t.match(refused('x'.repeat(257)), { code: 'invalid_params' });
  t.match(refused('qwertyuiop123'), { message: /commonest/ });
  t.match(refused('PASSWORD123456'), { message: /commonest/ });
  t.equal(refused('k'.repeat(12)), undefined, 'no composition rules');
  t.equal(refused('x'.repeat(256)), undefined);
  t.equal(refused('💧'.repeat(12)), undefined, 'characters are counted, not code units');
  t.equal(refused('correct horse battery'), undefined);
  t.end();
});

t.test('SEC-04 nothing is cut off: passwords that differ at the end are different', async (t) => {
  const passwords = createPasswords();
  for (const filler of ['a', 'é', '漢', '💧']) {
    const base = filler.repeat(255);
    const hash = await passwords.hash(`${base}x`);
    t.equal(await passwords.verify(hash, `${base}x`), true);
    t.equal(await passwords.verify(hash, `${base}y`), false, `255 of ${filler}`);
    t.equal(await passwords.verify(hash, base), false);
  }
  const hash = await passwords.hash('nul\0one and more');
  t.equal(await passwords.verify(hash, 'nul\0two and more'), false, 'NUL ends nothing');
  t.equal(
    await passwords.verify(await passwords.hash('caf\u00e9 au lait 1'), 'cafe\u0301 au lait 1'),
    true,
    'NFKC',
  );
});
