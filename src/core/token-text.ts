// The text of a token: a fixed prefix, 256 random bits and a checksum, so that scanners find leaks (SEC-10).
import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'gantry_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^gantry_([A-Za-z0-9_-]{43})([0-9A-Za-z]{6})$/;

/** A new token: `gantry_`, 43 characters base64url, 6 of their CRC-32 in base 62. */
export function newTokenText(): string {
  const secret = randomBytes(32).toString('base64url');
  return `${PREFIX}${secret}${checksum(secret)}`;
}

/** Whether a text has the form of a token and a right checksum; nothing else is ever looked up. */
export function isTokenText(text: string): boolean {
  const found = FORM.exec(text);
  return found !== null && checksum(found[1] ?? '') === found[2];
}

/** What is kept of a token: its SHA-256. */
export function tokenHash(text: string): Buffer {
  return Buffer.from(tokenKey(text), 'base64');
}

/** The same as text, for a map in memory. */
export function tokenKey(text: string): string {
  return hash('sha256', text, 'base64');
}

/** Length of every token; what is longer need not be hashed. */
export const TOKEN_LENGTH = 56;

function checksum(secret: string): string {
  let rest = crc32(secret);
  let text = '';
  for (let place = 0; place < 6; place++) {
    text = (DIGITS[rest % 62] ?? '0') + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}
