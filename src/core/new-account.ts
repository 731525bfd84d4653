// How accounts come to be: who may apply, the mail with the code, and the rows of a new one.
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { UserRow } from '../db/users.js';
import { AppError } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import type { Mail, Mailer } from '../mail/mailer.js';
import { addressTakenMail, loginTakenMail, registrationMail } from '../mail/templates.js';
import type { Caller } from './access.js';
import type { Audit } from './audit.js';
import { createCodes, invalidCode } from './codes.js';
import { insertKey, keyFromJson } from './passkeys/key-rows.js';
import type { KeyData } from './passkeys/webauthn.js';
import { OCCUPIED } from './registration.js';

export interface NewAccountDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  mailer: Mailer;
  log: { warn(fields: object, message: string): void };
  config: { disable_user_registration: boolean; auth: { code_seconds: number } };
  /** How mails reach us: `https://host`, without a slash at the end. */
  publicUrl: () => string;
}

/** Who wants an account, by a password or by a passkey. */
export interface Applicant {
  readonly login: string;
  readonly email: string;
  /** null: logs in by passkey only. */
  readonly password_hash: string | null;
  /** What the passkey knows its owner by; absent: a new one. */
  readonly uuid?: string;
  readonly key?: KeyData;
}

export interface NewAccounts {
  /** Refuses while registration is switched off, or nobody is there yet to run the place (SEC-12). */
  refuseWhileClosed(): Promise<void>;
  /** Mails the code that makes the account; of a taken login or address only its mail tells (SEC-02). */
  invite(
    caller: Caller,
    name: { login: string; email: string },
    secret: Record<string, unknown>,
  ): Promise<void>;
  /** Uses a mailed code up and makes its account. */
  redeem(tx: Repositories, caller: Caller, code: string): Promise<{ user_id: number }>;
  insert(
    tx: Repositories,
    caller: Caller,
    applicant: Applicant,
    is_admin: 0 | 1,
  ): Promise<{ user_id: number }>;
}

/** The user of a login or an e-mail address. */
export function findUser(db: Db, name: string): Promise<UserRow | undefined> {
  return name.includes('@') ? db.read.users.byEmail(name) : db.read.users.byLogin(name);
}

/** Makes the service. */
export function createNewAccounts(deps: NewAccountDeps): NewAccounts {
  const { db, clock, audit, config } = deps;
  const codes = createCodes({ db, clock });

  /** Nobody waits for a mail: how long it takes would say whether there is one. */
  const post = (to: string, mail: Omit<Mail, 'to'>): void => {
    deps.mailer.send({ to, ...mail }).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'a mail could not be sent');
    });
  };

  const insert: NewAccounts['insert'] = async (tx, caller, applicant, is_admin) => {
    const { login, email, password_hash, key } = applicant;
    if ((await tx.users.byLogin(login)) !== undefined || (await tx.users.byEmail(email)) !== undefined) {
      throw new AppError('conflict', OCCUPIED);
    }
    const now = clock();
    const user_id = await tx.users.insert({
      uuid: applicant.uuid ?? uuid(),
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
    if (key !== undefined) await insertKey(tx, caller, user_id, key, now);
    return { user_id };
  };

  return {
    refuseWhileClosed: async () => {
      if (!(await db.read.users.hasAdmin())) {
        throw new AppError(
          'forbidden',
          'there is no administrator yet: register with the code that serve printed as user_code',
        );
      }
      if (config.disable_user_registration) throw new AppError('forbidden', 'not enough access rights');
    },

    invite: async (caller, { login, email }, secret) => {
      const [owner, namesake] = await Promise.all([
        db.read.users.byEmail(email),
        db.read.users.byLogin(login),
      ]);
      const taken = owner !== undefined || namesake !== undefined;
      const code = await audit.change(caller, (tx) =>
        codes.create(tx, {
          purpose: 'register',
          user_id: null,
          payload: taken ? {} : { login, email, ...secret },
          lifetime_ms: config.auth.code_seconds * 1000,
        }),
      );
      if (owner !== undefined) post(email, addressTakenMail({ login: owner.login }));
      else if (namesake !== undefined) post(email, loginTakenMail({ login }));
      else {
        const link = `${deps.publicUrl()}/auth/register?code=${code}`;
        const minutes = Math.ceil(config.auth.code_seconds / 60);
        post(email, registrationMail({ login, code, link, minutes }));
      }
    },

    redeem: async (tx, caller, code) => {
      const { payload } = await codes.redeem(tx, 'register', code);
      const { login, email, password_hash, uuid: handle } = payload;
      if (typeof login !== 'string' || typeof email !== 'string') throw invalidCode();
      if (typeof password_hash === 'string') return insert(tx, caller, { login, email, password_hash }, 0);
      const key = keyFromJson(payload['key']);
      if (key === null || typeof handle !== 'string') throw invalidCode();
      return insert(tx, caller, { login, email, password_hash: null, uuid: handle, key }, 0);
    },

    insert,
  };
}
