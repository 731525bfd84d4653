// Tokens as the native wire shows them: never their secret.
import { tokenType, type TokenRow } from '../../core/tokens.js';

/** A row of the list; `live` is what core says of it. */
export function token(row: TokenRow, live: boolean) {
  return {
    id: row.id,
    type: 'token' as const,
    attributes: {
      token_id: row.id,
      token_name: row.name,
      token_state: live ? (1 as const) : (0 as const),
      token_type: tokenType(row.kind),
      token_time_start: seconds(row.created_at),
      token_time_expire: seconds(row.expires_at),
      revoke_time: seconds(row.revoked_at),
      user_id: row.user_id,
      token_kind: row.kind,
      token_public: row.public_id ?? '',
      token_scopes: row.kind === 'session' ? ['*'] : (JSON.parse(row.scopes) as string[]),
      token_read_only: row.read_only === 1,
      token_last_used_at: row.last_used_at,
      token_last_used_addr: row.last_used_addr,
    },
  };
}

function seconds(at: number | null): number {
  return at === null ? 0 : Math.floor(at / 1000);
}
