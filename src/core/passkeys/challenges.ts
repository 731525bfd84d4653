// Challenges: kept as their hash, good for five minutes and for one answer (SEC-05).
import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../../db/open.js';
import type { Caller } from '../access.js';
import type { Audit } from '../audit.js';
import { challengeOf } from './webauthn.js';

/** What a challenge was made for. */
export interface Challenge {
  readonly purpose: 'assertion' | 'credential';
  readonly user_id: number | null;
  readonly payload: Record<string, unknown>;
}

/** A challenge that was answered. */
export interface Answered {
  /** base64url */
  readonly text: string;
  readonly user_id: number | null;
  readonly payload: Record<string, unknown>;
}

export interface Challenges {
  /** Makes 32 random bytes. */
  issue(caller: Caller, challenge: Challenge): Promise<Buffer>;
  /** Uses up the challenge that a browser's client data names; null when there is none, or it was used or is old. */
  redeem(purpose: Challenge['purpose'], clientDataJSON: string): Promise<Answered | null>;
}

/** How long a challenge waits for its answer. */
export const CHALLENGE_MS = 5 * 60_000;

/** Makes the service. */
export function createChallenges(deps: { db: Db; clock: () => number; audit: Audit }): Challenges {
  const { db, clock, audit } = deps;
  return {
    issue: async (caller, { purpose, user_id, payload }) => {
      const challenge = randomBytes(32);
      await audit.change(
        caller,
        (tx) => {
          const now = clock();
          return tx.userCodes.insert({
            user_id,
            purpose,
            code_hash: hashOf(challenge),
            payload: JSON.stringify(payload),
            attempts: 0,
            created_at: now,
            expires_at: now + CHALLENGE_MS,
            used_at: null,
          });
        },
        () => (user_id === null ? {} : { user_id }),
      );
      return challenge;
    },
    redeem: async (purpose, clientDataJSON) => {
      const challenge = challengeOf(clientDataJSON);
      if (challenge === null) return null;
      // In a transaction of its own, before anything is looked at: a wrong answer uses it up as well.
      const row = await db.tx((tx) => tx.userCodes.redeem(hashOf(challenge), purpose, clock()));
      if (row === undefined) return null;
      const payload = JSON.parse(row.payload) as Record<string, unknown>;
      return { text: challenge.toString('base64url'), user_id: row.user_id, payload };
    },
  };
}

function hashOf(challenge: Buffer): Buffer {
  return createHash('sha256').update(challenge).digest();
}
