// The keys that a login without any is said to have: the same at each question, and nobody's (SEC-02).
import { createHmac } from 'node:crypto';

/** How long the names are that authenticators in use give their keys: phones, laptops, sticks. */
const LENGTHS = [16, 20, 32, 32, 48, 64] as const;

/** One or two names of keys for a login that has none; `secret` is the server's. */
export function fakeKeys(secret: Buffer, login: string): Buffer[] {
  const bytes = (label: string): Buffer =>
    createHmac('sha512', secret).update(`${label}\0${login.toLowerCase()}`).digest();
  const choice = bytes('choice');
  const length = LENGTHS[(choice[0] ?? 0) % LENGTHS.length] ?? 32;
  const count = (choice[1] ?? 0) % 8 === 0 ? 2 : 1;
  return Array.from({ length: count }, (_item, index) => bytes(`key ${index}`).subarray(0, length));
}
