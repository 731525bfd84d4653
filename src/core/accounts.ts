// Accounts: registration in two steps, the first administrator, login and logout, and who is who.
import type { Db } from '../db/open.js';
import { pageOf, type PageRequest } from '../db/paging.js';
import type { UserFilter, UserRow } from '../db/users.js';
import { AppError } from '../errors.js';
import type { Mailer } from '../mail/mailer.js';
import { type Actor, actorOf, type Caller, requireAdmin } from './access.js';
import type { Audit } from './audit.js';
import { createCodes, invalidCode } from './codes.js';
import { createFirstAdmin } from './first-admin.js';
import { createNewAccounts, findUser } from './new-account.js';
import { checkPassword, type Passwords } from './passwords.js';
import { requireRecentLogin } from './reauth.js';
import { checkEmail, checkRegistration, loginFor, type Registration } from './registration.js';
import { createThrottle, loginCounters, registerCounters } from './throttle.js';
import type { Tokens } from './tokens.js';

export type { UserRow } from '../db/users.js';

export interface AccountsDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  tokens: Tokens;
  passwords: Passwords;
  mailer: Mailer;
  log: { warn(fields: object, message: string): void };
  config: {
    disable_user_registration: boolean;
    auth: { reauth_seconds: number; code_seconds: number };
  };
  /** How mails reach us: `https://host`, without a slash at the end. */
  publicUrl: () => string;
}

export interface Accounts {
  /** Throws `unauthenticated`; synchronous. */
  authenticate(token: string): Actor;
  onRevoked(token_id: number, listener: () => void): () => void;
  /** First step: acknowledges always and mails a code; what cannot be an account is refused. */
  register(caller: Caller, form: Registration): Promise<void>;
  /** Second step: the mailed code makes the account. */
  activate(caller: Caller, code: string): Promise<void>;
  /** All five fields: the code that `serve` printed makes an administrator, while there is none. */
  registerFirstAdmin(caller: Caller, form: Registration, code: string): Promise<void>;
  /**
   * Makes an account at once, its address unverified: for an API whose clients expect that. Throws `conflict` for
   * an address in use.
   */
  signUp(caller: Caller, form: { email: string; password: string }): Promise<void>;
  /**
   * By login or e-mail; every refusal is `forbidden` (wrong credential), too many are `rate_limited`. Opens a
   * session, or a key of the aarch64 API.
   */
  login(
    caller: Caller,
    login: string,
    password: string,
    kind?: 'session' | 'aarch64',
  ): Promise<{ token: string; user: UserRow }>;
  logout(caller: Caller): Promise<void>;
  /** The caller. */
  get(caller: Caller): Promise<UserRow>;
  /** All users; administrators only. */
  page(
    caller: Caller,
    request: PageRequest,
    filter: UserFilter,
  ): Promise<{ rows: UserRow[]; next: string | null }>;
  /** Writes the code of SEC-12 into the data folder and the log while there is no administrator. */
  ensureFirstAdminCode(data: string): Promise<string | null>;
  /** Refuses unless the session logged in a moment ago (SEC-06). */
  requireRecentLogin(caller: Caller): void;
  /** Deletes old codes and counters. */
  prune(): Promise<void>;
}

/** Makes the service. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { db, clock, audit, tokens, passwords, config } = deps;
  const codes = createCodes({ db, clock });
  const newAccounts = createNewAccounts(deps);
  const throttle = createThrottle({ db, clock });
  const firstAdmin = createFirstAdmin({ db, codes, log: deps.log });

  return {
    authenticate: (token) => tokens.authenticate(token),
    onRevoked: (token_id, listener) => tokens.onRevoked(token_id, listener),

    register: async (caller, form) => {
      await newAccounts.refuseWhileClosed();
      const { login, email, password } = checkRegistration(form);
      await throttle.begin(registerCounters(email, caller.address));
      // Hashed also when the name is taken: the answer must take as long.
      const password_hash = await passwords.hash(password);
      await newAccounts.invite(caller, { login, email }, { password_hash });
    },

    activate: async (caller, code) => {
      await newAccounts.refuseWhileClosed();
      await audit.change(
        caller,
        (tx) => newAccounts.redeem(tx, caller, code),
        ({ user_id }) => ({ user_id }),
      );
    },

    registerFirstAdmin: async (caller, form, code) => {
      // Looked up before anything is hashed: only the holder of the code may make us work.
      if ((await db.read.users.hasAdmin()) || !(await codes.isLive('first_admin', code))) throw invalidCode();
      const { login, email, password } = checkRegistration(form);
      const password_hash = await passwords.hash(password);
      await audit.change(
        caller,
        async (tx) => {
          if (await tx.users.hasAdmin()) throw invalidCode();
          await codes.redeem(tx, 'first_admin', code);
          return newAccounts.insert(tx, caller, { login, email, password_hash }, 1);
        },
        ({ user_id }) => ({ user_id }),
      );
      await firstAdmin.used();
    },

    signUp: async (caller, form) => {
      await newAccounts.refuseWhileClosed();
      const email = checkEmail(form.email);
      checkPassword('user_password', form.password);
      await throttle.begin(registerCounters(email, caller.address));
      const taken = new AppError('conflict', 'a user with this e-mail address exists');
      if ((await db.read.users.byEmail(email)) !== undefined) throw taken;
      const password_hash = await passwords.hash(form.password);
      await audit.change(
        caller,
        async (tx) => {
          if ((await tx.users.byEmail(email)) !== undefined) throw taken;
          const wanted = loginFor(email, false);
          const login = (await tx.users.byLogin(wanted)) === undefined ? wanted : loginFor(email, true);
          const made = await newAccounts.insert(tx, caller, { login, email, password_hash }, 0);
          await tx.users.update(made.user_id, { email_verified_at: null });
          return made;
        },
        ({ user_id }) => ({ user_id }),
      );
    },

    login: async (caller, name, password, kind = 'session') => {
      const user = await findUser(db, name.trim());
      const who = user === undefined ? `name:${name.trim().toLowerCase()}` : `user:${user.id}`;
      const counters = loginCounters(who, caller.address);
      await throttle.begin(counters);
      const fits = await passwords.verify(user?.password_hash ?? null, password);
      if (!fits || user === undefined || user.disabled_at !== null) {
        throw new AppError('forbidden', 'wrong credential');
      }
      const better =
        user.password_hash !== null && passwords.outdated(user.password_hash)
          ? await passwords.hash(password)
          : null;
      const session = await audit.change(
        caller,
        async (tx) => {
          const now = await tx.users.get(user.id);
          // Disabled, deleted or given another password while the hash was computed.
          if (now === undefined || now.disabled_at !== null || now.password_hash !== user.password_hash) {
            throw new AppError('forbidden', 'wrong credential');
          }
          if (better !== null) await tx.users.setPassword(user.id, better, clock());
          await throttle.succeeded(tx, counters);
          if (kind === 'aarch64') return tokens.openKey(tx, user.id, caller.address);
          return tokens.openSession(tx, user.id, caller.address);
        },
        ({ id }) => ({ user_id: user.id, token_id: id }),
      );
      return { token: session.token, user };
    },

    logout: (caller) => tokens.revokeOwn(caller),

    get: async (caller) => {
      const user = await db.read.users.get(actorOf(caller).user_id);
      if (user === undefined) throw new AppError('not_found', 'user not found');
      return user;
    },

    page: async (caller, request, filter) => {
      requireAdmin(caller);
      const rows = await db.read.users.page(request, filter);
      return pageOf(request, rows);
    },

    ensureFirstAdminCode: (data) => firstAdmin.ensure(data),
    requireRecentLogin: (caller) => requireRecentLogin(caller, { clock, config }),
    prune: async () => {
      await codes.prune();
      await throttle.prune();
    },
  };
}
