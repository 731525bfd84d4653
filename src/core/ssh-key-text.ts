// OpenSSH public keys as text: every type, the blob read to its last byte.
import { createHash } from 'node:crypto';
import { invalid } from '../errors.js';

/** A key that was understood. */
export interface ParsedKey {
  /** `type base64`, without comment or options. */
  readonly text: string;
  readonly type: string;
  readonly comment: string;
  /** `SHA256:` and 43 characters of base64, as ssh-keygen shows it. */
  readonly fingerprint: string;
}

type Check = (value: Buffer) => boolean;

const CURVES: Readonly<Record<string, number>> = { nistp256: 32, nistp384: 48, nistp521: 66 };

const positive: Check = (value) => {
  const [first = 0x80, second = 0] = value;
  // An mpint is signed, and has no more zeros in front than its sign needs.
  return value.length > 0 && first < 0x80 && (first !== 0 || (value.length > 1 && second >= 0x80));
};
const bits = (value: Buffer): number => {
  const first = value[0] === 0 ? value.subarray(1) : value;
  return first.length === 0 ? 0 : first.length * 8 - Math.clz32(first[0] ?? 0) + 24;
};
const exactly =
  (text: string): Check =>
  (value) =>
    value.toString('latin1') === text;
const point =
  (size: number): Check =>
  (value) =>
    value.length === 2 * size + 1 && value[0] === 4;
const application: Check = (value) => value.length > 0 && /^[\x21-\x7e]+$/.test(value.toString('latin1'));

/** What stands behind the type name in the blob of each type. */
const FIELDS: Readonly<Record<string, readonly Check[]>> = {
  'ssh-rsa': [
    (value) => positive(value) && ((value.at(-1) ?? 0) & 1) === 1,
    (value) => positive(value) && bits(value) >= 1024 && bits(value) <= 16_384,
  ],
  'ssh-dss': [(value) => positive(value) && bits(value) >= 1024, positive, positive, positive],
  'ssh-ed25519': [(value) => value.length === 32],
  'ecdsa-sha2-nistp256': [exactly('nistp256'), point(CURVES['nistp256'] ?? 0)],
  'ecdsa-sha2-nistp384': [exactly('nistp384'), point(CURVES['nistp384'] ?? 0)],
  'ecdsa-sha2-nistp521': [exactly('nistp521'), point(CURVES['nistp521'] ?? 0)],
  'sk-ssh-ed25519@openssh.com': [(value) => value.length === 32, application],
  'sk-ecdsa-sha2-nistp256@openssh.com': [exactly('nistp256'), point(32), application],
};

/** The types of key that are taken. */
export const KEY_TYPES: readonly string[] = Object.keys(FIELDS);

const LONGEST = 16_384;

/** Reads one line of an `id_*.pub` file; refuses, naming `key_public`, what OpenSSH would refuse. */
export function parseSshKey(line: string): ParsedKey {
  const text = line.trim();
  if (text === '') throw invalid('key_public', 'must not be empty');
  if (text.includes('PRIVATE KEY')) {
    throw invalid('key_public', 'is a private key: it belongs on no server; send the .pub file');
  }
  if (text.length > LONGEST || /[\r\n\0]/.test(text))
    throw invalid('key_public', 'must be one line of a .pub file');
  const [type = '', encoded = '', ...comment] = text.split(/[ \t]+/);
  const fields = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  if (fields === undefined) throw invalid('key_public', `must begin with one of ${KEY_TYPES.join(', ')}`);
  const blob = Buffer.from(encoded, 'base64');
  if (encoded === '' || blob.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) {
    throw invalid('key_public', 'must have base64 behind its type');
  }
  const parts = strings(blob);
  const fits =
    parts !== null &&
    parts.length === fields.length + 1 &&
    parts[0]?.toString('latin1') === type &&
    fields.every((check, index) => check(parts[index + 1] ?? Buffer.alloc(0)));
  if (!fits) throw invalid('key_public', `is not a whole ${type} key; copy the line again`);
  return {
    type,
    text: `${type} ${blob.toString('base64')}`,
    comment: comment.join(' '),
    fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`,
  };
}

/** The length-prefixed strings a blob consists of; null when they do not fill it exactly. */
function strings(blob: Buffer): Buffer[] | null {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return null;
    const length = blob.readUInt32BE(at);
    if (at + 4 + length > blob.length) return null;
    parts.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}
