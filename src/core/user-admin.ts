// What administrators do to accounts: login, address and role, and letting somebody in or keeping them out.
import type { Repositories } from '../db/repositories.js';
import type { UserRow } from '../db/users.js';
import { AppError, missing } from '../errors.js';
import { emailChangedMail } from '../mail/templates.js';
import { actorOf, type Caller, requireAdmin } from './access.js';
import type { ChangeDeps } from './account-changes/deps.js';
import { createShared, notAllowed } from './account-changes/shared.js';
import { requireRecentLogin } from './reauth.js';
import { checkEmail, checkLogin, OCCUPIED } from './registration.js';
import { createUserCreate, type NewUserWish } from './user-create.js';

/** What an administrator may change; absent members stay as they are. */
export interface UserWish {
  login?: string | undefined;
  email?: string | undefined;
  is_admin?: boolean | undefined;
}

export interface UserAdmin {
  /** An account with a password; throws `conflict` for a login, an address or an id that is taken. */
  create(caller: Caller, wish: NewUserWish): Promise<UserRow>;
  /** Takes effect on the user's next call; open streams see what the new role may (SEC-09). */
  update(caller: Caller, user_id: number, wish: UserWish): Promise<void>;
  /** Disabling ends every token and socket of the user at once (SEC-09). */
  disable(caller: Caller, user_id: number, disabled: boolean): Promise<void>;
}

/** Makes the service. */
export function createUserAdmin(deps: ChangeDeps): UserAdmin {
  const { clock, audit, config } = deps;
  const shared = createShared(deps);

  const found = async (tx: Repositories, user_id: number): Promise<UserRow> => {
    const user = await tx.users.get(user_id);
    if (user === undefined) throw missing('user_id');
    return user;
  };

  /** Refuses who was revoked, disabled or demoted while the call waited for those before it (SEC-09). */
  const stillAdmin = async (tx: Repositories, caller: Caller): Promise<void> => {
    const { is_admin, disabled_at } = await shared.stillAsking(tx, actorOf(caller));
    if (is_admin === 0 || disabled_at !== null) throw notAllowed();
  };

  /** Nobody could let anybody in again. */
  const refuseLastAdmin = async (tx: Repositories, user: UserRow): Promise<void> => {
    if (user.is_admin === 0 || user.disabled_at !== null || (await tx.users.hasOtherAdmin(user.id))) return;
    throw new AppError('bad_state', `${user.login} is the last administrator: make another one first`);
  };

  return {
    create: createUserCreate(deps),

    update: async (caller, user_id, wish) => {
      requireAdmin(caller);
      const login = wish.login === undefined ? undefined : checkLogin(wish.login);
      const email = wish.email === undefined ? undefined : checkEmail(wish.email);
      if (login === undefined && email === undefined && wish.is_admin === undefined) {
        throw new AppError('invalid_params', 'send user_login, user_email or user_admin to change it');
      }
      const { user, moved } = await audit.change(
        caller,
        async (tx) => {
          await stillAdmin(tx, caller);
          const user = await found(tx, user_id);
          // Both end in a session that may do more than the API token, and outlives it.
          if (wish.is_admin === true || (email !== undefined && user.is_admin === 1)) {
            requireRecentLogin(caller, { clock, config });
          }
          const namesake = login === undefined ? undefined : await tx.users.byLogin(login);
          const owner = email === undefined ? undefined : await tx.users.byEmail(email);
          if ([namesake, owner].some((other) => other !== undefined && other.id !== user_id)) {
            throw new AppError('conflict', OCCUPIED);
          }
          if (wish.is_admin === false) await refuseLastAdmin(tx, user);
          const now = clock();
          const moves = email !== undefined && email !== user.email;
          const changed: UserRow = {
            ...user,
            login: login ?? user.login,
            email: email ?? user.email,
            is_admin: wish.is_admin === undefined ? user.is_admin : wish.is_admin ? 1 : 0,
          };
          await tx.users.update(user_id, {
            login: changed.login,
            email: changed.email,
            is_admin: changed.is_admin,
            ...(moves && { email_verified_at: null }),
            updated_at: now,
          });
          if (moves) await tx.userCodes.endOf(user_id, now);
          await shared.tell(tx, caller, 'user.updated', user_id, {
            user_login: changed.login,
            user_email: changed.email,
            user_admin: changed.is_admin === 1,
          });
          return { user: changed, moved: moves ? user.email : null };
        },
        () => ({ data: { user_id } }),
      );
      deps.tokens.changed(user_id);
      deps.rights.roleChanged(user_id, user.is_admin === 1);
      if (moved !== null) shared.post(moved, emailChangedMail({ login: user.login, email: user.email }));
    },

    disable: async (caller, user_id, disabled) => {
      requireAdmin(caller);
      const gone = await audit.change(
        caller,
        async (tx) => {
          await stillAdmin(tx, caller);
          const user = await found(tx, user_id);
          if ((user.disabled_at !== null) === disabled) return [];
          if (disabled) await refuseLastAdmin(tx, user);
          const now = clock();
          await tx.users.update(user_id, { disabled_at: disabled ? now : null, updated_at: now });
          if (!disabled) {
            await shared.tell(tx, caller, 'user.enabled', user_id, { user_login: user.login });
            return [];
          }
          await tx.userCodes.endOf(user_id, now);
          await shared.tell(tx, caller, 'user.disabled', user_id, { user_login: user.login });
          return shared.endTokens(tx, caller, user_id, 'all');
        },
        () => ({ data: { user_id } }),
      );
      deps.tokens.revoked(gone);
      deps.rights.changed(user_id);
    },
  };
}
