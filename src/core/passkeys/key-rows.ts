// Keys in the database: entered with their event, and as the text that waits in a mailed code.
import type { Repositories } from '../../db/repositories.js';
import { AppError } from '../../errors.js';
import { append } from '../../events/log.js';
import type { Caller } from '../access.js';
import { keyName } from './names.js';
import type { KeyData } from './webauthn.js';

/** Refused when an authenticator's key is entered a second time. */
export function keyTaken(): AppError {
  return new AppError('conflict', 'this passkey has already been added');
}

/** Enters a key and tells of it. */
export async function insertKey(
  tx: Repositories,
  caller: Caller,
  user_id: number,
  key: KeyData,
  now: number,
): Promise<{ id: number; name: string }> {
  if ((await tx.webauthnCredentials.byCredential(key.credential_id)) !== undefined) throw keyTaken();
  const name = keyName(key.aaguid, now);
  const id = await tx.webauthnCredentials.insert({
    user_id,
    credential_id: key.credential_id,
    public_key: key.public_key,
    sign_count: key.sign_count,
    transports: JSON.stringify(key.transports),
    aaguid: key.aaguid,
    attestation: key.attestation,
    name,
    created_at: now,
    last_used_at: null,
  });
  await tellOfKey(tx, caller, 'credential.added', user_id, { key_id: id, key_name: name }, now);
  return { id, name };
}

/** Appends an event about a key, for its user and administrators. */
export function tellOfKey(
  tx: Repositories,
  caller: Caller,
  type: 'credential.added' | 'credential.deleted' | 'credential.refused',
  user_id: number,
  data: { key_id: number; key_name: string },
  at: number,
): Promise<number> {
  return append(tx, {
    type,
    via: caller.via,
    at,
    request_id: caller.client_request_id,
    user_id,
    token_id: caller.actor?.token_id ?? null,
    remote_addr: caller.address,
    data,
  });
}

/** A key as a member of a JSON payload. */
export function keyToJson(key: KeyData): Record<string, unknown> {
  return {
    credential_id: key.credential_id.toString('base64'),
    public_key: key.public_key.toString('base64'),
    sign_count: key.sign_count,
    transports: key.transports,
    aaguid: key.aaguid,
    attestation: key.attestation?.toString('base64') ?? null,
  };
}

/** The key in a payload of ours. */
export function keyFromJson(value: unknown): KeyData | null {
  if (typeof value !== 'object' || value === null) return null;
  const { credential_id, public_key, sign_count, transports, aaguid, attestation } = value as Record<
    string,
    unknown
  >;
  if (typeof credential_id !== 'string' || typeof public_key !== 'string') return null;
  return {
    credential_id: Buffer.from(credential_id, 'base64'),
    public_key: Buffer.from(public_key, 'base64'),
    sign_count: typeof sign_count === 'number' ? sign_count : 0,
    transports: Array.isArray(transports) ? transports.filter((one) => typeof one === 'string') : [],
    aaguid: typeof aaguid === 'string' ? aaguid : '',
    attestation: typeof attestation === 'string' ? Buffer.from(attestation, 'base64') : null,
  };
}
