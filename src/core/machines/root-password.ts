// Root passwords: made here, kept sealed, shown again to whoever may see the machine; the guest gets a hash.
import { randomBytes } from 'node:crypto';
import type { InstanceRow } from '../../db/instances.js';
import type { Secrets } from '../secrets.js';
import { sha512Crypt } from './sha512-crypt.js';

/** A new password, and what its guest needs of it. */
export interface RootPassword {
  /** 32 hex digits. */
  readonly text: string;
  /** For crypt. */
  readonly hash: string;
}

/** Makes a password of 128 random bits. */
export function newRootPassword(): RootPassword {
  const text = randomBytes(16).toString('hex');
  return { text, hash: sha512Crypt(text, randomBytes(8).toString('hex')) };
}

/** The password sealed for the row it belongs to. */
export function sealPassword(secrets: Secrets, id: number, text: string): Buffer {
  return secrets.seal(text, aad(id));
}

/** What was sealed for a row; null where none was, or where the key it was sealed with is gone. */
export function openPassword(
  secrets: Secrets,
  { id, root_password_enc }: Pick<InstanceRow, 'id' | 'root_password_enc'>,
): string | null {
  if (root_password_enc === null) return null;
  try {
    return secrets.open(root_password_enc, aad(id)).toString();
  } catch {
    return null;
  }
}

function aad(id: number): string {
  return `instances/${id}/root_password_enc`;
}
