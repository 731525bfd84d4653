// An account that an administrator makes for somebody, with its password, and with the id another system knows it by.
import type { Repositories } from '../db/repositories.js';
import type { UserRow } from '../db/users.js';
import { AppError, invalid } from '../errors.js';
import { uuid } from '../ids.js';
import { type Caller, actorOf, requireAdmin } from './access.js';
import type { ChangeDeps } from './account-changes/deps.js';
import { createShared, notAllowed } from './account-changes/shared.js';
import { checkPassword } from './passwords.js';
import { checkEmail, checkLogin, OCCUPIED } from './registration.js';

/** A user as an administrator asks for it. */
export interface NewUserWish {
  login: string;
  email: string;
  password: string;
  /** Kept verbatim, at most 64 characters. */
  external_id?: string | undefined;
  is_admin?: boolean | undefined;
}

const LONGEST_ID = 64;

/** Makes the call; see `UserAdmin.create`. */
export function createUserCreate(deps: ChangeDeps): (caller: Caller, wish: NewUserWish) => Promise<UserRow> {
  const { clock, audit } = deps;
  const shared = createShared(deps);

  const refuseTaken = async (
    tx: Repositories,
    login: string,
    email: string,
    id: string | null,
  ): Promise<void> => {
    const taken =
      (await tx.users.byLogin(login)) ??
      (await tx.users.byEmail(email)) ??
      // A uuid names its user as well: the two may not be one text.
      (id === null ? undefined : ((await tx.roster.userByExternal(id)) ?? (await tx.roster.userByUuid(id))));
    if (taken !== undefined) throw new AppError('conflict', OCCUPIED);
  };

  return async (caller, wish) => {
    requireAdmin(caller);
    const login = checkLogin(wish.login);
    const email = checkEmail(wish.email);
    const external_id = wish.external_id ?? null;
    if (external_id !== null && (external_id === '' || external_id.length > LONGEST_ID)) {
      throw invalid('external_id', `must have 1 to ${LONGEST_ID} characters`);
    }
    checkPassword('user_password', wish.password);
    await refuseTaken(deps.db.read, login, email, external_id);
    const password_hash = await deps.passwords.hash(wish.password);
    return audit.change(
      caller,
      async (tx) => {
        const { is_admin, disabled_at } = await shared.stillAsking(tx, actorOf(caller));
        if (is_admin === 0 || disabled_at !== null) throw notAllowed();
        await refuseTaken(tx, login, email, external_id);
        const now = clock();
        const row: Omit<UserRow, 'id'> = {
          uuid: uuid(),
          external_id,
          login,
          email,
          first_name: '',
          last_name: '',
          password_hash,
          password_locked_at: null,
          disabled_at: null,
          is_admin: wish.is_admin === true ? 1 : 0,
          email_verified_at: null,
          created_at: now,
          updated_at: now,
          deleted_at: null,
        };
        const id = await tx.users.insert(row);
        await tx.projects.insertPersonal(id, login, now);
        await shared.tell(tx, caller, 'user.registered', id, {
          user_login: login,
          user_admin: row.is_admin === 1,
        });
        return { ...row, id };
      },
      ({ id }) => ({ data: { user_id: id } }),
    );
  };
}
