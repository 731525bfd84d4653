// Passkeys of people: made, listed, deleted, and used to log in (SEC-02, SEC-03, SEC-05, SEC-06).
import { pageOf, type PageRequest } from '../../db/paging.js';
import type { WebauthnCredentialFilter, WebauthnCredentialRow } from '../../db/webauthn-credentials.js';
import { AppError, missing } from '../../errors.js';
import { createShared } from '../account-changes/shared.js';
import { actorOf, type Caller } from '../access.js';
import type { PasskeyDeps } from './deps.js';
import { createEnrolment, type Enrolment } from './enrol.js';
import { tellOfKey } from './key-rows.js';
import { createPasskeyLogin, type PasskeyLogin } from './login.js';
import { relyingParty } from './relying-party.js';

export type { CreationOptions } from './enrol.js';
export type { RequestOptions } from './login.js';

export interface Passkeys extends Enrolment, PasskeyLogin {
  /** The name our passkeys belong to; null: there is none, and no passkeys. */
  readonly rp_id: string | null;
  page(
    caller: Caller,
    request: PageRequest,
    filter: WebauthnCredentialFilter,
  ): Promise<{ rows: WebauthnCredentialRow[]; next: string | null }>;
  /** `not_found` for keys that are not the caller's; `bad_state` for the last way to log in. */
  delete(caller: Caller, key_id: number): Promise<void>;
}

/** Makes the service. */
export function createPasskeys(deps: PasskeyDeps): Passkeys {
  const { db, clock, audit, config } = deps;
  const shared = createShared(deps);
  return {
    rp_id: relyingParty(config),
    ...createEnrolment(deps),
    ...createPasskeyLogin(deps),
    page: async (caller, request, filter) => {
      const rows = await db.read.webauthnCredentials.page(actorOf(caller).user_id, request, filter);
      return pageOf(request, rows);
    },
    delete: async (caller, key_id) => {
      await shared.asking(caller);
      await audit.change(
        caller,
        async (tx) => {
          const user = await shared.stillAsking(tx, actorOf(caller));
          const gone = await tx.webauthnCredentials.remove(key_id, user.id);
          if (gone === undefined) throw missing('key_id');
          if (user.password_hash === null && (await tx.webauthnCredentials.countOf(user.id)) === 0) {
            throw lastWay();
          }
          await tellOfKey(
            tx,
            caller,
            'credential.deleted',
            user.id,
            { key_id, key_name: gone.name },
            clock(),
          );
        },
        () => ({ data: { key_id } }),
      );
    },
  };
}

/** Refused where a person would have no way in any more. */
function lastWay(): AppError {
  return new AppError(
    'bad_state',
    'this is the last way to log in: add another passkey or set a password first',
  );
}
