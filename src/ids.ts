// The only place that makes and converts identifiers: uuid, the 24-digit form, host-object numbers.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Random UUID version 4, lower case. */
export function uuid(): string {
  return randomUUID();
}

/** First 24 hex digits of a UUID (the `_id` of one dialect; unique by an expression index). */
export function oid(id: string): string {
  return id.replaceAll('-', '').slice(0, 24);
}

/**
 * Stable number for a thing that only the host keeps (profile, pool, image): the first 48 bits of
 * SHA-256 over its type and its name or fingerprint (native wire, section 7).
 */
export function hostObjectId(type: string, name: string): number {
  return createHash('sha256').update(`${type}\0${name}`).digest().readUIntBE(0, 6);
}

/** Random text of lower-case letters and digits. */
export function randomName(length: number): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');
}
