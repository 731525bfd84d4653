// The texts of tokens: 192 random bits and more, in a form that scanners find or that an API's clients expect (SEC-10).
import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { TokenKind } from '../db/tables.js';

const PREFIX = 'gantry_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^gantry_([A-Za-z0-9_-]{43})([0-9A-Za-z]{6})$/;

/** How the tokens of a kind are written: how to make one, and whether a text can be one. */
interface TextForm {
  readonly length: number;
  make(): string;
  fits(text: string): boolean;
}

const OURS: TextForm = { length: 56, make: newTokenText, fits: isTokenText };
const FORMS: Readonly<Record<TokenKind, TextForm>> = {
  session: OURS,
  native: OURS,
  packet: OURS,
  // The private half; the public one is no secret.
  cvm: OURS,
  panel: {
    length: 49,
    make: () => `panel_${randomBytes(32).toString('base64url')}`,
    fits: (text) => /^panel_[A-Za-z0-9_-]{43}$/.test(text),
  },
  aarch64: {
    length: 48,
    make: () => randomBytes(24).toString('hex'),
    fits: (text) => /^[0-9a-f]{48}$/.test(text),
  },
};

/** How the tokens of a kind are written. */
export function tokenForm(kind: TokenKind): TextForm {
  return FORMS[kind];
}

/** The public half of a cvm pair: it names the pair and proves nothing. */
export function newPublicId(): string {
  return randomBytes(16).toString('hex');
}

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

function checksum(secret: string): string {
  let rest = crc32(secret);
  let text = '';
  for (let place = 0; place < 6; place++) {
    text = (DIGITS[rest % 62] ?? '0') + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}
