// Unix's SHA-512 password hash (crypt's `$6$`), so that a guest gets a root password we need not write in clear.
import { createHash } from 'node:crypto';

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The least that crypt takes; enough for secrets of 128 random bits, which nobody can guess. */
const ROUNDS = 1000;

/** `$6$rounds=1000$salt$hash` of a password; the salt has up to 16 characters of crypt's alphabet. */
export function sha512Crypt(password: string, salt: string): string {
  const key = Buffer.from(password);
  const spice = Buffer.from(salt.slice(0, 16));
  const sha = (...parts: readonly Buffer[]): Buffer => {
    const hash = createHash('sha512');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  const b = sha(key, spice, key);
  const mixed: Buffer[] = [key, spice, repeated(b, key.length)];
  for (let bits = key.length; bits > 0; bits >>= 1) mixed.push((bits & 1) === 1 ? b : key);
  let sum = sha(...mixed);
  const p = repeated(sha(...Array<Buffer>(key.length).fill(key)), key.length);
  const s = repeated(sha(...Array<Buffer>(16 + (sum[0] ?? 0)).fill(spice)), spice.length);
  for (let round = 0; round < ROUNDS; round++) {
    const parts: Buffer[] = [round % 2 === 1 ? p : sum];
    if (round % 3 !== 0) parts.push(s);
    if (round % 7 !== 0) parts.push(p);
    parts.push(round % 2 === 1 ? sum : p);
    sum = sha(...parts);
  }
  return `$6$rounds=${ROUNDS}$${spice.toString()}$${spelled(sum)}`;
}

function repeated(block: Buffer, length: number): Buffer {
  return Buffer.alloc(length, block);
}

/** Crypt's own base 64: three bytes from three columns at a time, the lowest six bits first. */
function spelled(sum: Buffer): string {
  let text = '';
  const take = (bits: number, count: number): void => {
    let left = bits;
    for (let index = 0; index < count; index++, left >>= 6) text += ALPHABET[left & 63] ?? '';
  };
  let [a, b, c] = [0, 21, 42];
  for (let group = 0; group < 21; group++) {
    take(((sum[a] ?? 0) << 16) | ((sum[b] ?? 0) << 8) | (sum[c] ?? 0), 4);
    [a, b, c] = [b + 1, c + 1, a + 1];
  }
  take(sum[63] ?? 0, 2);
  return text;
}
