// Single-use codes of 36 characters: only their hash is kept, one UPDATE decides who redeems them (SEC-07).
import { createHash } from 'node:crypto';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { CodePurpose } from '../db/tables.js';
import { AppError } from '../errors.js';
import { randomName } from '../ids.js';

export interface NewCode {
  purpose: CodePurpose;
  user_id: number | null;
  payload: Record<string, unknown>;
  /** ms it stays good for. */
  lifetime_ms: number;
}

/** What a redeemed code was made for. */
export interface Redeemed {
  user_id: number | null;
  payload: Record<string, unknown>;
}

export interface Codes {
  /** Makes a code and returns its text, which is not kept. */
  create(tx: Repositories, code: NewCode): Promise<string>;
  /** Uses a code up; `forbidden` (invalid code) when it is unknown, expired or was used. */
  redeem(tx: Repositories, purpose: CodePurpose, code: string): Promise<Redeemed>;
  /** Whether it could be redeemed now. */
  isLive(purpose: CodePurpose, code: string): Promise<boolean>;
  prune(): Promise<void>;
}

/** What one prune deletes at most. */
const BITE = 500;

/** Length of a code: 36 characters of 5 bits each. */
export const CODE_LENGTH = 36;

/** The one refusal of every code. */
export function invalidCode(): AppError {
  return new AppError('forbidden', 'invalid code');
}

/** Makes the service. */
export function createCodes(deps: { db: Db; clock: () => number }): Codes {
  const { db, clock } = deps;
  return {
    create: async (tx, { purpose, user_id, payload, lifetime_ms }) => {
      const code = randomName(CODE_LENGTH);
      const now = clock();
      await tx.userCodes.insert({
        user_id,
        purpose,
        code_hash: hashOf(code),
        payload: JSON.stringify(payload),
        attempts: 0,
        created_at: now,
        expires_at: now + lifetime_ms,
        used_at: null,
      });
      return code;
    },
    redeem: async (tx, purpose, code) => {
      const row = await tx.userCodes.redeem(hashOf(code), purpose, clock());
      if (row === undefined) throw invalidCode();
      return { user_id: row.user_id, payload: JSON.parse(row.payload) as Record<string, unknown> };
    },
    isLive: async (purpose, code) =>
      (await db.read.userCodes.live(hashOf(code), purpose, clock())) !== undefined,
    prune: async () => {
      // In bites, so that no call waits long behind it; challenges are codes too, and come by the hundred.
      while ((await db.tx((tx) => tx.userCodes.prune(clock()))) >= BITE) await breathe();
    },
  };
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code.trim()).digest();
}
