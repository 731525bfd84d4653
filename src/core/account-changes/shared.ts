// What every change of an account needs: who asks and still may, mails nobody waits for, and the end of sessions.
import type { Repositories } from '../../db/repositories.js';
import type { UserRow } from '../../db/users.js';
import { AppError } from '../../errors.js';
import { append, type EventType, type NewEvent } from '../../events/log.js';
import type { Mail } from '../../mail/mailer.js';
import { type Actor, actorOf, type Caller } from '../access.js';
import { requireRecentLogin } from '../reauth.js';
import { tokenType } from '../tokens.js';
import type { ChangeDeps } from './deps.js';

export type UserEvent = Extract<EventType, `user.${string}`>;

/** Which of a user's tokens a change ends. */
export type Ending = 'all' | 'sessions' | { readonly sessionsBut: number };

export interface Shared {
  /** The caller's row; refuses API tokens and old sessions (SEC-06). */
  asking(caller: Caller): Promise<UserRow>;
  /** The caller's row inside a transaction; refuses a session that ended while the call waited (SEC-09). */
  stillAsking(tx: Repositories, actor: Actor): Promise<UserRow>;
  /** Sends a mail after the answer: how long it takes would say whether there is one (SEC-02). */
  post(to: string, mail: Omit<Mail, 'to'>): void;
  /** Tells of a user, to the user and to administrators. */
  tell<T extends UserEvent>(
    tx: Repositories,
    caller: Caller,
    type: T,
    user_id: number,
    data: NewEvent<T>['data'],
  ): Promise<number>;
  /** Revokes tokens inside a transaction; give the result to `tokens.revoked` after the commit. */
  endTokens(tx: Repositories, caller: Caller, user_id: number, which: Ending): Promise<number[]>;
  /** Minutes a code holds, for the mails. */
  readonly minutes: number;
  readonly lifetime_ms: number;
}

/** The refusal of every switched-off call. */
export function notAllowed(): AppError {
  return new AppError('forbidden', 'not enough access rights');
}

/** Refuses what would get round a locked password. */
export function refuseLocked(user: UserRow): void {
  if (user.password_locked_at === null) return;
  throw new AppError('bad_state', 'the password is locked: unlock it with user.passwordLock first');
}

/** Makes the helpers. */
export function createShared(deps: ChangeDeps): Shared {
  const { db, clock, config, log, mailer } = deps;
  return {
    asking: async (caller) => {
      requireRecentLogin(caller, { clock, config });
      const user = await db.read.users.get(actorOf(caller).user_id);
      if (user === undefined) throw new AppError('not_found', 'user not found');
      return user;
    },
    stillAsking: async (tx, actor) => {
      const token = await tx.tokens.get(actor.token_id);
      const user = await tx.users.get(actor.user_id);
      if (token === undefined || token.revoked_at !== null || user === undefined) {
        throw new AppError('unauthenticated', 'token has been revoked');
      }
      return user;
    },
    post: (to, mail) => {
      setImmediate(() => {
        mailer.send({ to, ...mail }).catch((error: unknown) => {
          log.warn({ err: error }, 'a mail could not be sent');
        });
      });
    },
    tell: (tx, caller, type, user_id, data) =>
      append(tx, {
        type,
        via: caller.via,
        at: clock(),
        request_id: caller.client_request_id,
        user_id,
        token_id: caller.actor?.token_id ?? null,
        remote_addr: caller.address,
        data,
      }),
    endTokens: async (tx, caller, user_id, which) => {
      const gone: number[] = [];
      const now = clock();
      for (const row of await tx.tokens.liveOf(user_id)) {
        if (which !== 'all' && row.kind !== 'session') continue;
        if (typeof which === 'object' && row.id === which.sessionsBut) continue;
        if (!(await tx.tokens.revoke(row.id, now))) continue;
        gone.push(row.id);
        await append(tx, {
          type: 'token.revoked',
          via: caller.via,
          at: now,
          request_id: caller.client_request_id,
          user_id,
          token_id: caller.actor?.token_id ?? null,
          remote_addr: caller.address,
          data: { token_id: row.id, token_name: row.name, token_type: tokenType(row.kind) },
        });
      }
      return gone;
    },
    minutes: Math.ceil(config.auth.code_seconds / 60),
    lifetime_ms: config.auth.code_seconds * 1000,
  };
}
