// Passkeys as the native wire shows them.
import type { WebauthnCredentialRow } from '../../core/core.js';

/** A row of the list. */
export function credential(row: WebauthnCredentialRow) {
  return {
    id: row.id,
    type: 'credential' as const,
    attributes: {
      key_name: row.name,
      key_timeadd: Math.floor(row.created_at / 1000),
      key_timeused: Math.floor((row.last_used_at ?? 0) / 1000),
    },
  };
}

/** What a browser is to make or use a key with. */
export function publicKey<O extends object>(options: O) {
  return { data: { type: 'credential' as const, attributes: { publicKey: options } } };
}
