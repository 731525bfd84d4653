// Passwords of people who are logged in: a new one, and the lock that keeps it as it is.
import { passwordChangedMail, passwordUnlockMail } from '../../mail/templates.js';
import { actorOf, type Caller } from '../access.js';
import { createCodes, invalidCode } from '../codes.js';
import { checkNewPassword } from '../registration.js';
import { codeCounter, createThrottle, mailCounters } from '../throttle.js';
import type { ChangeDeps } from './deps.js';
import { notAllowed, refuseLocked, type Shared } from './shared.js';

export interface PasswordChange {
  /** Sets the caller's password and ends the other sessions; this one and API tokens stay (SEC-09). */
  changePassword(caller: Caller, form: { password: string; password_repeat: string }): Promise<void>;
  /** Locks at once; what is locked stays so. */
  lockPassword(caller: Caller): Promise<void>;
  /** Mails the code that unlocks; nothing while it is not locked. */
  requestUnlock(caller: Caller): Promise<void>;
  unlockPassword(caller: Caller, code: string): Promise<void>;
}

/** Makes the service. */
export function createPasswordChange(deps: ChangeDeps, shared: Shared): PasswordChange {
  const { db, clock, audit, config } = deps;
  const codes = createCodes({ db, clock });
  const throttle = createThrottle({ db, clock });

  return {
    changePassword: async (caller, form) => {
      if (config.disable_user_password_change) throw notAllowed();
      const actor = actorOf(caller);
      refuseLocked(await shared.asking(caller));
      checkNewPassword(form);
      const password_hash = await deps.passwords.hash(form.password);
      const { user, gone } = await audit.change(caller, async (tx) => {
        const user = await shared.stillAsking(tx, actor);
        refuseLocked(user);
        const now = clock();
        await tx.users.setPassword(user.id, password_hash, now);
        await tx.userCodes.endOf(user.id, now);
        const ended = await shared.endTokens(tx, caller, user.id, { sessionsBut: actor.token_id });
        await shared.tell(tx, caller, 'user.password_changed', user.id, { by: 'user' });
        return { user, gone: ended };
      });
      deps.tokens.revoked(gone);
      shared.post(user.email, passwordChangedMail({ login: user.login }));
    },

    lockPassword: async (caller) => {
      await shared.asking(caller);
      await audit.change(caller, async (tx) => {
        const user = await shared.stillAsking(tx, actorOf(caller));
        if (user.password_locked_at !== null) return;
        const now = clock();
        await tx.users.update(user.id, { password_locked_at: now, updated_at: now });
        await shared.tell(tx, caller, 'user.password_locked', user.id, {});
      });
    },

    requestUnlock: async (caller) => {
      const user = await shared.asking(caller);
      if (user.password_locked_at === null) return;
      await throttle.begin(mailCounters('password-unlock', user.email, caller.address));
      const code = await audit.change(caller, (tx) =>
        codes.create(tx, {
          purpose: 'password_unlock',
          user_id: user.id,
          payload: {},
          lifetime_ms: shared.lifetime_ms,
        }),
      );
      shared.post(user.email, passwordUnlockMail({ login: user.login, code, minutes: shared.minutes }));
    },

    unlockPassword: async (caller, code) => {
      const actor = actorOf(caller);
      await shared.asking(caller);
      const counter = codeCounter('password-unlock', actor.user_id);
      await throttle.begin(counter);
      await audit.change(caller, async (tx) => {
        const user = await shared.stillAsking(tx, actor);
        const { user_id } = await codes.redeem(tx, 'password_unlock', code);
        if (user_id !== user.id) throw invalidCode();
        await throttle.succeeded(tx, counter);
        if (user.password_locked_at === null) return;
        await tx.users.update(user.id, { password_locked_at: null, updated_at: clock() });
        await shared.tell(tx, caller, 'user.password_unlocked', user.id, {});
      });
    },
  };
}
