// Answers kept by (user, key), so that a repeated call is answered and not repeated.
import { type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { IdempotencyKeysTable } from './tables.js';

export type IdempotencyRow = Selectable<IdempotencyKeysTable>;

const get = query<{ user_id: number; key: string }>()((k, p) =>
  k.selectFrom('idempotency_keys').selectAll().where('user_id', '=', p.user_id).where('key', '=', p.key),
);
const insert = query<{ user_id: number; key: string; request_hash: Buffer; created_at: number }>()((k, p) =>
  k.insertInto('idempotency_keys').values({
    user_id: p.user_id,
    key: p.key,
    request_hash: p.request_hash,
    operation_id: null,
    response: null,
    created_at: p.created_at,
  }),
);
const setOperation = query<{ user_id: number; key: string; operation_id: number }>()((k, p) =>
  k
    .updateTable('idempotency_keys')
    .set({ operation_id: p.operation_id })
    .where('user_id', '=', p.user_id)
    .where('key', '=', p.key),
);
const setResponse = query<{ user_id: number; key: string; response: string }>()((k, p) =>
  k
    .updateTable('idempotency_keys')
    .set({ response: p.response })
    .where('user_id', '=', p.user_id)
    .where('key', '=', p.key),
);
const remove = query<{ user_id: number; key: string }>()((k, p) =>
  k.deleteFrom('idempotency_keys').where('user_id', '=', p.user_id).where('key', '=', p.key),
);
const prune = query<{ before: number }>()((k, p) =>
  k
    .deleteFrom('idempotency_keys')
    .where(
      sql<boolean>`(user_id, key) in ${k
        .selectFrom('idempotency_keys')
        .select(['user_id', 'key'])
        .where('created_at', '<', p.before)
        .limit(sql.lit(500))}`,
    ),
);

export const idempotencyQueries = { get, insert, setOperation, setResponse, remove, prune };

export function idempotencyRepository(connection: Connection) {
  return {
    get: (user_id: number, key: string) => get.first(connection, { user_id, key }),
    insert: (row: { user_id: number; key: string; request_hash: Buffer; created_at: number }) =>
      insert.run(connection, row),
    setOperation: (user_id: number, key: string, operation_id: number) =>
      setOperation.run(connection, { user_id, key, operation_id }),
    setResponse: (user_id: number, key: string, response: string) =>
      setResponse.run(connection, { user_id, key, response }),
    remove: (user_id: number, key: string) => remove.run(connection, { user_id, key }),
    /** Deletes at most 500 keys made before a time (ms); returns how many. */
    prune: (before: number) => prune.run(connection, { before }),
  };
}
