// Logins by passkey: a challenge for whoever names a login, and the session for who answers it.
import type { UserRow } from '../../db/users.js';
import type { Caller } from '../access.js';
import { findUser } from '../new-account.js';
import { type Counter, createThrottle, strangerCodeCounter } from '../throttle.js';
import { CHALLENGE_MS, createChallenges } from './challenges.js';
import type { PasskeyDeps } from './deps.js';
import { userHandle, wrongCredential } from './enrol.js';
import { fakeKeys } from './fake-keys.js';
import { tellOfKey } from './key-rows.js';
import { relyingParty, requireParty } from './relying-party.js';
import { type AssertionResponse, ready, verifyUse } from './webauthn.js';

/** What a browser needs to use a key. Binary members are standard base64. */
export interface RequestOptions {
  readonly challenge: string;
  /** ms */
  readonly timeout: number;
  readonly rpId: string;
  readonly allowCredentials: { readonly type: 'public-key'; readonly id: string }[];
  readonly userVerification: 'required';
}

export interface PasskeyLogin {
  /** Options for a login or an e-mail address; of an unknown one they look the same (SEC-02). */
  beginLogin(caller: Caller, login: string): Promise<RequestOptions>;
  /** Opens a session; every refusal is `forbidden` (wrong credential). Failed passwords never stop it (SEC-03). */
  finishLogin(
    caller: Caller,
    login: string,
    response: AssertionResponse,
  ): Promise<{ token: string; user: UserRow }>;
}

/** Makes the service. */
export function createPasskeyLogin(deps: PasskeyDeps): PasskeyLogin {
  const { db, clock, audit, config } = deps;
  const challenges = createChallenges(deps);
  const throttle = createThrottle({ db, clock });
  const party = (): string => requireParty(relyingParty(config));

  return {
    beginLogin: async (caller, text) => {
      const rpId = party();
      const login = text.trim();
      await throttle.begin(askCounters(caller.address));
      await ready();
      const user = await findUser(db, login);
      const keys = user === undefined ? [] : await db.read.webauthnCredentials.ofUser(user.id);
      const ids = keys.length > 0 ? keys.map((key) => key.credential_id) : fakeKeys(deps.secret, login);
      const challenge = await challenges.issue(caller, {
        purpose: 'assertion',
        user_id: user?.id ?? null,
        payload: { login: login.toLowerCase() },
      });
      return {
        challenge: challenge.toString('base64'),
        timeout: CHALLENGE_MS,
        rpId,
        allowCredentials: ids.map((id) => ({ type: 'public-key', id: id.toString('base64') })),
        userVerification: 'required',
      };
    },

    finishLogin: async (caller, text, given) => {
      const rp_id = party();
      const answered = await challenges.redeem('assertion', given.response.clientDataJSON);
      if (answered === null || answered.payload['login'] !== text.trim().toLowerCase())
        throw wrongCredential();
      const user = answered.user_id === null ? undefined : await db.read.users.get(answered.user_id);
      const key = await db.read.webauthnCredentials.byCredential(Buffer.from(given.id, 'base64url'));
      if (user === undefined || user.disabled_at !== null || key?.user_id !== user.id)
        throw wrongCredential();
      const handle = given.response.userHandle ?? '';
      if (handle !== '' && !Buffer.from(handle, 'base64url').equals(userHandle(user.uuid)))
        throw wrongCredential();
      const expected = { challenge: answered.text, origins: deps.origins(), rp_id };
      const sign_count = await verifyUse(given, expected, key.public_key);
      if (sign_count === null) throw wrongCredential();
      const used = { id: key.id, sign_count, at: clock() };
      const about = { key_id: key.id, key_name: key.name };
      if (wentBack(key.sign_count, sign_count)) {
        // Two devices count with one key: somebody made a copy of it.
        await db.tx((tx) => tellOfKey(tx, caller, 'credential.refused', user.id, about, clock()));
        throw wrongCredential();
      }
      const session = await audit.change(
        caller,
        async (tx) => {
          const now = await tx.users.get(user.id);
          // Disabled, or the key deleted or used elsewhere, while the signature was looked at.
          if (now === undefined || now.disabled_at !== null) throw wrongCredential();
          if (!(await tx.webauthnCredentials.used(used))) throw wrongCredential();
          await throttle.succeeded(tx, askCounters(caller.address));
          return deps.tokens.openSession(tx, user.id, caller.address);
        },
        ({ id }) => ({ user_id: user.id, token_id: id, data: about }),
      );
      return { token: session.token, user };
    },
  };
}

/** A counter that is kept at all goes up at each use; 0 means that none is kept. */
function wentBack(before: number, now: number): boolean {
  return (before > 0 || now > 0) && now <= before;
}

/** Challenges are rows, so nobody gets them without end; never counted by login, which would be a way to lock one out. */
function askCounters(address: string): [Counter] {
  const [counter] = strangerCodeCounter('assertion', address);
  return [{ ...counter, limit: 600 }];
}
