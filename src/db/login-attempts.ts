// Counters of failed attempts, by an opaque key; they survive a restart (SEC-03).
import type { Selectable } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { LoginAttemptsTable } from './house-tables.js';

export type LoginAttemptsRow = Selectable<LoginAttemptsTable>;

const get = query<{ key: string }>()((k, p) =>
  k.selectFrom('login_attempts').selectAll().where('key', '=', p.key),
);
const set = query<LoginAttemptsRow>()((k, p) =>
  k
    .insertInto('login_attempts')
    .values({
      key: p.key,
      failures: p.failures,
      window_started_at: p.window_started_at,
      blocked_until: p.blocked_until,
    })
    .onConflict((c) =>
      c.column('key').doUpdateSet({
        failures: p.failures,
        window_started_at: p.window_started_at,
        blocked_until: p.blocked_until,
      }),
    ),
);
const remove = query<{ key: string }>()((k, p) => k.deleteFrom('login_attempts').where('key', '=', p.key));

export const loginAttemptsQueries = { get, set, remove };

export function loginAttemptsRepository(connection: Connection) {
  return {
    get: (key: string): Promise<LoginAttemptsRow | undefined> => get.first(connection, { key }),
    set: (row: LoginAttemptsRow) => set.run(connection, row),
    remove: (key: string) => remove.run(connection, { key }),
    /** Deletes at most 500 counters that nothing happened to since a time (ms). */
    prune: async (before: number): Promise<void> => {
      await connection.kysely
        .deleteFrom('login_attempts')
        .where('key', 'in', (s) =>
          s
            .selectFrom('login_attempts')
            .select('key')
            .where('window_started_at', '<', before)
            .where('blocked_until', '<', before)
            .limit(500),
        )
        .execute();
    },
  };
}
