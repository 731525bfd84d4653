// What the changes of an account are made of.
import type { Db } from '../../db/open.js';
import type { Mailer } from '../../mail/mailer.js';
import type { Audit } from '../audit.js';
import type { Passwords } from '../passwords.js';
import type { Rights } from '../rights.js';
import type { Tokens } from '../tokens.js';

export interface ChangeDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  tokens: Pick<Tokens, 'revoked' | 'changed'>;
  rights: Pick<Rights, 'changed' | 'roleChanged'>;
  /** Shared with the logins, so that all hashing has one bound (SEC-01). */
  passwords: Passwords;
  mailer: Mailer;
  log: { warn(fields: object, message: string): void };
  config: {
    disable_user_recovery: boolean;
    disable_user_password_change: boolean;
    auth: { reauth_seconds: number; code_seconds: number };
  };
  /** How mails reach us: `https://host`, without a slash at the end. */
  publicUrl: () => string;
}
