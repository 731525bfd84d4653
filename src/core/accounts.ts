// Accounts: registration in two steps, the first administrator, login and logout, and who is who.
import type { Db } from '../db/open.js';
import { pageOf, type PageRequest } from '../db/paging.js';
import type { Repositories } from '../db/repositories.js';
import type { UserFilter, UserRow } from '../db/users.js';
import { AppError } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import type { Mail, Mailer } from '../mail/mailer.js';
import { addressTakenMail, loginTakenMail, registrationMail } from '../mail/templates.js';
import { type Actor, actorOf, type Caller, requireAdmin } from './access.js';
import type { Audit } from './audit.js';
import { createCodes, invalidCode } from './codes.js';
import { createFirstAdmin } from './first-admin.js';
import type { Passwords } from './passwords.js';
import { requireRecentLogin } from './reauth.js';
import { checkRegistration, type Registration } from './registration.js';
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
  /** By login or e-mail; every refusal is `forbidden` (wrong credential), too many are `rate_limited`. */
  login(caller: Caller, login: string, password: string): Promise<{ token: string; user: UserRow }>;
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

interface Applicant {
  login: string;
  email: string;
  password_hash: string;
}

const OCCUPIED = 'this is the user name or mailbox is already occupied. try another credentials';

/** Makes the service. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { db, clock, audit, tokens, passwords, config } = deps;
  const codes = createCodes({ db, clock });
  const throttle = createThrottle({ db, clock });
  const firstAdmin = createFirstAdmin({ db, codes, log: deps.log });

  /** Nobody waits for a mail: how long it takes would say whether there is one. */
  const post = (to: string, mail: Omit<Mail, 'to'>): void => {
    deps.mailer.send({ to, ...mail }).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'a mail could not be sent');
    });
  };

  const insertUser = async (
    tx: Repositories,
    caller: Caller,
    applicant: Applicant,
    is_admin: 0 | 1,
  ): Promise<{ user_id: number }> => {
    const { login, email, password_hash } = applicant;
    if ((await tx.users.byLogin(login)) !== undefined || (await tx.users.byEmail(email)) !== undefined) {
      throw new AppError('conflict', OCCUPIED);
    }
    const now = clock();
    const user_id = await tx.users.insert({
      uuid: uuid(),
      external_id: null,
      login,
      email,
      first_name: '',
      last_name: '',
      password_hash,
      password_locked_at: null,
      disabled_at: null,
      is_admin,
      email_verified_at: is_admin ? null : now,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    });
    await tx.projects.insertPersonal(user_id, login, now);
    await append(tx, {
      type: 'user.registered',
      via: caller.via,
      at: now,
      request_id: caller.client_request_id,
      user_id,
      remote_addr: caller.address,
      data: { user_login: login, user_admin: is_admin === 1 },
    });
    return { user_id };
  };

  const refuseWhileClosed = async (): Promise<void> => {
    if (!(await db.read.users.hasAdmin())) {
      throw new AppError(
        'forbidden',
        'there is no administrator yet: register with the code that serve printed as user_code',
      );
    }
    if (config.disable_user_registration) throw new AppError('forbidden', 'not enough access rights');
  };

  const find = async (name: string): Promise<UserRow | undefined> =>
    name.includes('@') ? db.read.users.byEmail(name) : db.read.users.byLogin(name);

  return {
    authenticate: (token) => tokens.authenticate(token),
    onRevoked: (token_id, listener) => tokens.onRevoked(token_id, listener),

    register: async (caller, form) => {
      await refuseWhileClosed();
      const { login, email, password } = checkRegistration(form);
      await throttle.begin(registerCounters(email, caller.address));
      // Hashed also when the name is taken: the answer must take as long.
      const password_hash = await passwords.hash(password);
      const [owner, namesake] = await Promise.all([
        db.read.users.byEmail(email),
        db.read.users.byLogin(login),
      ]);
      const taken = owner !== undefined || namesake !== undefined;
      const code = await audit.change(caller, (tx) =>
        codes.create(tx, {
          purpose: 'register',
          user_id: null,
          payload: taken ? {} : { login, email, password_hash },
          lifetime_ms: config.auth.code_seconds * 1000,
        }),
      );
      if (owner !== undefined) post(email, addressTakenMail({ login: owner.login }));
      else if (namesake !== undefined) post(email, loginTakenMail({ login }));
      else {
        const link = `${deps.publicUrl()}/auth/register?code=${code}`;
        post(
          email,
          registrationMail({ login, code, link, minutes: Math.ceil(config.auth.code_seconds / 60) }),
        );
      }
    },

    activate: async (caller, code) => {
      await refuseWhileClosed();
      await audit.change(
        caller,
        async (tx) => {
          const { payload } = await codes.redeem(tx, 'register', code);
          const { login, email, password_hash } = payload;
          if (typeof login !== 'string' || typeof email !== 'string' || typeof password_hash !== 'string') {
            throw invalidCode();
          }
          return insertUser(tx, caller, { login, email, password_hash }, 0);
        },
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
          return insertUser(tx, caller, { login, email, password_hash }, 1);
        },
        ({ user_id }) => ({ user_id }),
      );
      await firstAdmin.used();
    },

    login: async (caller, name, password) => {
      const user = await find(name.trim());
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
