// A new password for who reads the account's mail: asked for, code looked at, password set.
import { recoveredMail, recoveryMail } from '../../mail/templates.js';
import type { Caller } from '../access.js';
import { createCodes, invalidCode } from '../codes.js';
import { checkNewPassword } from '../registration.js';
import { createThrottle, loginCounters, mailCounters, strangerCodeCounter } from '../throttle.js';
import type { ChangeDeps } from './deps.js';
import { notAllowed, type Shared } from './shared.js';

/** The third step of a recovery. */
export interface RecoveryForm {
  code: string;
  password: string;
  password_repeat: string;
}

export interface Recovery {
  /** First step: acknowledges whatever the address; an account's owner is mailed a code (SEC-02). */
  requestRecovery(caller: Caller, email: string): Promise<void>;
  /** Second step: `forbidden` (invalid code) unless the code could be used now; it is not used up. */
  checkRecovery(caller: Caller, code: string): Promise<void>;
  /** Third step: uses the code up, sets the password and ends every session (SEC-09). */
  recover(caller: Caller, form: RecoveryForm): Promise<void>;
}

/** Makes the service. */
export function createRecovery(deps: ChangeDeps, shared: Shared): Recovery {
  const { db, clock, audit, config } = deps;
  const codes = createCodes({ db, clock });
  const throttle = createThrottle({ db, clock });
  const tries = (caller: Caller) => strangerCodeCounter('recovery', caller.address);
  const refuseWhileOff = (): void => {
    if (config.disable_user_recovery) throw notAllowed();
  };

  return {
    requestRecovery: async (caller, text) => {
      refuseWhileOff();
      const email = text.trim();
      await throttle.begin(mailCounters('recovery', email, caller.address));
      const found = await db.read.users.byEmail(email);
      const user = found?.disabled_at === null ? found : undefined;
      // Written also for nobody: the answer must take as long.
      const code = await audit.change(
        caller,
        (tx) =>
          codes.create(tx, {
            purpose: 'recovery',
            user_id: user?.id ?? null,
            payload: {},
            lifetime_ms: shared.lifetime_ms,
          }),
        () => (user === undefined ? {} : { user_id: user.id }),
      );
      if (user === undefined) return;
      const link = `${deps.publicUrl()}/auth/recovery?code=${code}`;
      shared.post(user.email, recoveryMail({ login: user.login, code, link, minutes: shared.minutes }));
    },

    checkRecovery: async (caller, code) => {
      refuseWhileOff();
      const counter = tries(caller);
      await throttle.begin(counter);
      if (!(await codes.isLive('recovery', code))) throw invalidCode();
      await audit.change(caller, (tx) => throttle.succeeded(tx, counter));
    },

    recover: async (caller, form) => {
      refuseWhileOff();
      checkNewPassword(form);
      const counter = tries(caller);
      await throttle.begin(counter);
      // Looked up before anything is hashed: only the holder of a code may make us work.
      if (!(await codes.isLive('recovery', form.code))) throw invalidCode();
      const password_hash = await deps.passwords.hash(form.password);
      const { user, gone } = await audit.change(
        caller,
        async (tx) => {
          const { user_id } = await codes.redeem(tx, 'recovery', form.code);
          const user = user_id === null ? undefined : await tx.users.get(user_id);
          if (user === undefined || user.disabled_at !== null) throw invalidCode();
          const now = clock();
          await tx.users.update(user.id, {
            password_hash,
            email_verified_at: user.email_verified_at ?? now,
            updated_at: now,
          });
          await tx.userCodes.endOf(user.id, now);
          await throttle.succeeded(tx, counter);
          // Whoever reads the mail need not wait for the end of somebody else's guesses.
          await throttle.succeeded(tx, loginCounters(`user:${user.id}`, caller.address));
          const ended = await shared.endTokens(tx, caller, user.id, 'sessions');
          await shared.tell(tx, caller, 'user.password_changed', user.id, { by: 'recovery' });
          return { user, gone: ended };
        },
        (made) => ({ user_id: made.user.id }),
      );
      deps.tokens.revoked(gone);
      shared.post(user.email, recoveredMail({ login: user.login }));
    },
  };
}
