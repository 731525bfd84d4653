// SHA-512 crypt against the answers of the C library's crypt.
import t from 'tap';
import { sha512Crypt } from '../../../../src/core/machines/sha512-crypt.js';

t.test('the published vector for 1000 rounds (raised from 10), with a salt that is cut', (t) => {
  t.equal(
    sha512Crypt('the minimum number is still observed', 'roundstoolow'),
    '$6$rounds=1000$roundstoolow$kUMsbe306n21p9R.FRkW3IGn.S9NPN0x50YhH1xhLsPuWGsUSklZt58jaTfF4ZEQpyUNGc0dqbpBYYBaHHrsX.',
  );
  t.equal(sha512Crypt('x', 'a'.repeat(20)), sha512Crypt('x', 'a'.repeat(16)));
  t.end();
});
