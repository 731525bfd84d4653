// Public keys as the native wire shows them.
import type { SshKeyRow } from '../../core/ssh-keys.js';

/** A row of the list. */
export function sshKey(row: SshKeyRow) {
  return {
    id: row.id,
    type: 'ssh-key' as const,
    attributes: {
      key_name: row.name,
      // The panel shows this in a narrow column, and people compare fingerprints.
      key_public: row.fingerprint,
      key_timeadd: Math.floor(row.created_at / 1000),
      key_type: 'ssh' as const,
      user_id: row.user_id ?? 0,
      provider: 'internal' as const,
    },
  };
}
