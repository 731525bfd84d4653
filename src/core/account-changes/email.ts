// A new address for an account: the code goes to the new one, and the old one is told.
import { AppError, invalid } from '../../errors.js';
import { addressWantedMail, emailChangedMail, emailChangeMail } from '../../mail/templates.js';
import { actorOf, type Caller } from '../access.js';
import { createCodes, invalidCode } from '../codes.js';
import { checkEmail, OCCUPIED } from '../registration.js';
import { codeCounter, createThrottle, mailCounters } from '../throttle.js';
import type { ChangeDeps } from './deps.js';
import { refuseLocked, type Shared } from './shared.js';

export interface EmailChange {
  /** First step: acknowledges, taken or free, and mails a code to the new address. */
  requestEmail(caller: Caller, email: string): Promise<void>;
  /** Second step: the code that was sent to this very address moves the account there. */
  confirmEmail(caller: Caller, email: string, code: string): Promise<void>;
}

/** Makes the service. */
export function createEmailChange(deps: ChangeDeps, shared: Shared): EmailChange {
  const { db, clock, audit } = deps;
  const codes = createCodes({ db, clock });
  const throttle = createThrottle({ db, clock });

  return {
    requestEmail: async (caller, text) => {
      const user = await shared.asking(caller);
      refuseLocked(user);
      const email = checkEmail(text);
      if (email === user.email) throw invalid('user_email', 'is the address of this account already');
      await throttle.begin(mailCounters('email-change', email, caller.address));
      const owner = await db.read.users.byEmail(email);
      const taken = owner !== undefined && owner.id !== user.id;
      const code = await audit.change(caller, (tx) =>
        codes.create(tx, {
          purpose: 'email_change',
          user_id: user.id,
          payload: taken ? {} : { email },
          lifetime_ms: shared.lifetime_ms,
        }),
      );
      if (taken) shared.post(email, addressWantedMail({ login: owner.login }));
      else shared.post(email, emailChangeMail({ login: user.login, code, minutes: shared.minutes }));
    },

    confirmEmail: async (caller, text, code) => {
      const actor = actorOf(caller);
      refuseLocked(await shared.asking(caller));
      const wanted = text.trim().toLowerCase();
      const counter = codeCounter('email-change', actor.user_id);
      await throttle.begin(counter);
      const { login, old, email } = await audit.change(caller, async (tx) => {
        const user = await shared.stillAsking(tx, actor);
        refuseLocked(user);
        const { user_id, payload } = await codes.redeem(tx, 'email_change', code);
        const { email } = payload;
        if (user_id !== user.id || typeof email !== 'string' || email.toLowerCase() !== wanted) {
          throw invalidCode();
        }
        const owner = await tx.users.byEmail(email);
        if (owner !== undefined && owner.id !== user.id) throw new AppError('conflict', OCCUPIED);
        const now = clock();
        await tx.users.update(user.id, { email, email_verified_at: now, updated_at: now });
        // What was mailed to the old address is worth nothing any more.
        await tx.userCodes.endOf(user.id, now);
        await throttle.succeeded(tx, counter);
        await shared.tell(tx, caller, 'user.email_changed', user.id, { user_email: email });
        return { login: user.login, old: user.email, email };
      });
      shared.post(old, emailChangedMail({ login, email }));
    },
  };
}
