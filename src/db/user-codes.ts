// Single-use codes: mailed ones, and the one that makes the first administrator.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { CodePurpose, UserCodesTable } from './tables.js';

export type UserCodeRow = Selectable<UserCodesTable>;

const live = query<{ code_hash: Buffer; purpose: CodePurpose; now: number }>()((k, p) =>
  k
    .selectFrom('user_codes')
    .selectAll()
    .where('code_hash', '=', p.code_hash)
    .where('purpose', '=', p.purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', p.now),
);
const redeem = query<{ code_hash: Buffer; purpose: CodePurpose; now: number }>()((k, p) =>
  k
    .updateTable('user_codes')
    .set({ used_at: p.now })
    .where('code_hash', '=', p.code_hash)
    .where('purpose', '=', p.purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', p.now)
    .returningAll(),
);
const endOf = query<{ user_id: number; now: number }>()((k, p) =>
  k
    .updateTable('user_codes')
    .set({ used_at: p.now })
    .where('user_id', '=', p.user_id)
    .where('used_at', 'is', null),
);
const removePurpose = query<{ purpose: CodePurpose }>()((k, p) =>
  k.deleteFrom('user_codes').where('user_id', 'is', null).where('purpose', '=', p.purpose),
);
const prune = query<{ before: number }>()((k, p) =>
  k
    .deleteFrom('user_codes')
    .where('id', 'in', (s) =>
      s.selectFrom('user_codes').select('id').where('expires_at', '<', p.before).limit(sql.lit(500)),
    ),
);

export const userCodesQueries = { live, redeem, endOf, removePurpose, prune };

export function userCodesRepository(connection: Connection) {
  return {
    insert: async (row: Insertable<UserCodesTable>): Promise<number> => {
      const made = await connection.kysely
        .insertInto('user_codes')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      return made.id;
    },
    /** A code that could be redeemed now, without using it up. */
    live: (code_hash: Buffer, purpose: CodePurpose, now: number): Promise<UserCodeRow | undefined> =>
      live.first(connection, { code_hash, purpose, now }),
    /** Uses a code up; undefined when it is unknown, expired or was used before (one UPDATE decides). */
    redeem: (code_hash: Buffer, purpose: CodePurpose, now: number): Promise<UserCodeRow | undefined> =>
      redeem.first(connection, { code_hash, purpose, now }),
    /** Ends every code a user still holds: what they were mailed for no longer stands. */
    endOf: (user_id: number, now: number) => endOf.run(connection, { user_id, now }),
    /** Deletes the codes of a purpose that belong to no user. */
    removePurpose: (purpose: CodePurpose) => removePurpose.run(connection, { purpose }),
    /** Deletes at most 500 codes that ended before a time (ms). */
    prune: (before: number) => prune.run(connection, { before }),
  };
}
