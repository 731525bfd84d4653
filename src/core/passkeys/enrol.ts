// New passkeys, in two steps: for somebody who is logged in, or as the only secret of a new account.
import { AppError, invalid } from '../../errors.js';
import { uuid } from '../../ids.js';
import { createShared } from '../account-changes/shared.js';
import { actorOf, type Caller } from '../access.js';
import { createNewAccounts } from '../new-account.js';
import { checkEmail, checkLogin } from '../registration.js';
import { createThrottle, registerCounters } from '../throttle.js';
import { type Answered, CHALLENGE_MS, createChallenges } from './challenges.js';
import type { Attestation, PasskeyDeps } from './deps.js';
import { insertKey, keyTaken, keyToJson } from './key-rows.js';
import { relyingParty, requireParty } from './relying-party.js';
import { ALGORITHMS, type KeyData, type NewKeyResponse, verifyNewKey } from './webauthn.js';

/** What a browser needs to make a key. Binary members are standard base64. */
export interface CreationOptions {
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly challenge: string;
  readonly pubKeyCredParams: { readonly type: 'public-key'; readonly alg: number }[];
  /** ms */
  readonly timeout: number;
  readonly attestation: Attestation;
  readonly excludeCredentials: {
    readonly type: 'public-key';
    readonly id: string;
    readonly transports?: string[];
  }[];
  readonly authenticatorSelection: {
    readonly authenticatorAttachment?: Attachment;
    readonly residentKey: 'preferred';
    readonly requireResidentKey: false;
    readonly userVerification: 'required';
  };
}

export type Attachment = 'platform' | 'cross-platform';

export interface Enrolment {
  /** First step of another key for the caller; `login`, when given, must be the caller's. */
  beginKey(caller: Caller, wish: { login?: string; attachment?: Attachment }): Promise<CreationOptions>;
  /** Second step: the key is the caller's. */
  finishKey(caller: Caller, login: string | undefined, response: NewKeyResponse): Promise<{ key_id: number }>;
  /** First step of an account without a password. */
  beginRegistration(
    caller: Caller,
    wish: { login: string; email: string; attachment?: Attachment },
  ): Promise<CreationOptions>;
  /** Second step: a code is mailed; who enters it has the account, with this key (see `Accounts.activate`). */
  finishRegistration(caller: Caller, login: string, response: NewKeyResponse): Promise<void>;
}

/** Most keys one person may have: each is sent to the browser at every login. */
const MOST_KEYS = 30;

/** Makes the service. */
export function createEnrolment(deps: PasskeyDeps): Enrolment {
  const { db, clock, audit, config } = deps;
  const shared = createShared(deps);
  const challenges = createChallenges(deps);
  const newAccounts = createNewAccounts(deps);
  const throttle = createThrottle({ db, clock });
  const party = (): string => requireParty(relyingParty(config));

  const verified = async (answered: Answered | null, response: NewKeyResponse): Promise<KeyData> => {
    const key =
      answered &&
      (await verifyNewKey(response, {
        challenge: answered.text,
        origins: deps.origins(),
        rp_id: party(),
      }));
    if (key === null) throw wrongCredential();
    return key;
  };

  const options = (
    rp_id: string,
    person: { uuid: string; login: string },
    challenge: Buffer,
    attachment: Attachment | undefined,
  ): CreationOptions => ({
    rp: { id: rp_id, name: 'Gantry' },
    user: {
      id: userHandle(person.uuid).toString('base64'),
      name: person.login,
      displayName: person.login,
    },
    challenge: challenge.toString('base64'),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_MS,
    attestation: config.webauthn.attestation,
    excludeCredentials: [],
    authenticatorSelection: {
      ...(attachment !== undefined && { authenticatorAttachment: attachment }),
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: 'required',
    },
  });

  return {
    beginKey: async (caller, { login, attachment }) => {
      const user = await shared.asking(caller);
      refuseForeign(user, login);
      const rp_id = party();
      const keys = await db.read.webauthnCredentials.ofUser(user.id);
      if (keys.length >= MOST_KEYS) throw tooMany();
      const challenge = await challenges.issue(caller, {
        purpose: 'credential',
        user_id: user.id,
        payload: {},
      });
      return {
        ...options(rp_id, user, challenge, attachment),
        excludeCredentials: keys.map((key) => {
          const transports = JSON.parse(key.transports) as string[];
          return {
            type: 'public-key',
            id: key.credential_id.toString('base64'),
            ...(transports.length > 0 && { transports }),
          };
        }),
      };
    },

    finishKey: async (caller, login, response) => {
      const user = await shared.asking(caller);
      refuseForeign(user, login);
      party();
      const answered = await challenges.redeem('credential', response.response.clientDataJSON);
      const key = await verified(answered?.user_id === user.id ? answered : null, response);
      return audit.change(
        caller,
        async (tx) => {
          await shared.stillAsking(tx, actorOf(caller));
          if ((await tx.webauthnCredentials.countOf(user.id)) >= MOST_KEYS) throw tooMany();
          const { id } = await insertKey(tx, caller, user.id, key, clock());
          return { key_id: id };
        },
        (made) => ({ data: made }),
      );
    },

    beginRegistration: async (caller, { login: name, email: address, attachment }) => {
      await newAccounts.refuseWhileClosed();
      const rp_id = party();
      const login = checkLogin(name);
      const email = checkEmail(address);
      await throttle.begin(registerCounters(email, caller.address));
      // The key is made for this number: the account gets it.
      const payload = { login, email, uuid: uuid() };
      const challenge = await challenges.issue(caller, { purpose: 'credential', user_id: null, payload });
      return options(rp_id, payload, challenge, attachment);
    },

    finishRegistration: async (caller, name, response) => {
      await newAccounts.refuseWhileClosed();
      party();
      const answered = await challenges.redeem('credential', response.response.clientDataJSON);
      const { login, email, uuid: handle } = answered?.payload ?? {};
      const known = typeof login === 'string' && typeof email === 'string' && typeof handle === 'string';
      const same = known && login.toLowerCase() === name.trim().toLowerCase();
      const key = await verified(same ? answered : null, response);
      if ((await db.read.webauthnCredentials.byCredential(key.credential_id)) !== undefined) throw keyTaken();
      if (!known) throw wrongCredential();
      await newAccounts.invite(caller, { login, email }, { uuid: handle, key: keyToJson(key) });
    },
  };
}

/** What a key knows its owner by: the bytes of the user's UUID. */
export function userHandle(user_uuid: string): Buffer {
  return Buffer.from(user_uuid.replaceAll('-', ''), 'hex');
}

/** The one refusal of everything a key or its answer may have wrong. */
export function wrongCredential(): AppError {
  return new AppError('forbidden', 'wrong credential');
}

function refuseForeign(user: { login: string; email: string }, name: string | undefined): void {
  const given = name?.trim().toLowerCase() ?? '';
  if (given === '' || given === user.login.toLowerCase() || given === user.email.toLowerCase()) return;
  throw invalid('user_login', 'is not yours: leave it out, or set user_register for a new account');
}

function tooMany(): AppError {
  return new AppError('quota_exceeded', `nobody has more than ${MOST_KEYS} passkeys: delete one first`);
}
