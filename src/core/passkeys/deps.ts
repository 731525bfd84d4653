// What the passkeys are made of.
import type { ChangeDeps } from '../account-changes/deps.js';
import type { Tokens } from '../tokens.js';
import type { PartySettings } from './relying-party.js';

export interface PasskeyDeps extends Omit<ChangeDeps, 'tokens'> {
  tokens: Pick<Tokens, 'revoked' | 'changed' | 'openSession'>;
  config: ChangeDeps['config'] &
    PartySettings & {
      disable_user_registration: boolean;
      webauthn: { attestation: Attestation };
    };
  /** Origins of pages that may use our passkeys. */
  origins: () => ReadonlySet<string>;
  /** What the keys of logins without any are made from (SEC-02). */
  secret: Buffer;
}

/** How much an authenticator is asked to say of itself. */
export type Attestation = 'none' | 'indirect' | 'direct' | 'enterprise';
