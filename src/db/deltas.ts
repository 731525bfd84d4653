// Deltas between root files of the image server; they go with either of the files they stand between.
import { type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { SimplestreamDeltasTable } from './tables.js';

export type DeltaRow = Selectable<SimplestreamDeltasTable>;

const all = query()((k) =>
  k.selectFrom('simplestream_deltas').selectAll().orderBy('root_item_id').orderBy('base_item_id'),
);
const both = query<{ root: number; base: number }>()((k, p) =>
  k
    .selectFrom('simplestream_items as r')
    .innerJoin('simplestream_items as b', (join) => join.on('b.id', '=', p.base))
    .select('r.id')
    .where('r.id', '=', p.root),
);
const named = query<{ sha256: Buffer }>()((k, p) =>
  k.selectFrom('simplestream_deltas').select('root_item_id').where('sha256', '=', p.sha256).limit(sql.lit(1)),
);

export const deltasQueries = { all, both, named };

/** Whether a file of the store is a delta. */
export async function isDelta(connection: Connection, sha256: Buffer): Promise<boolean> {
  return (await named.first(connection, { sha256 })) !== undefined;
}

export function deltasRepository(connection: Connection) {
  return {
    /** Every delta, those not worth offering too. */
    all: (): Promise<DeltaRow[]> => all.all(connection, {}),
    /** Enters one; false when one of its two files was forgotten meanwhile, or it is there already. */
    insert: async (row: DeltaRow): Promise<boolean> => {
      const present = await both.first(connection, { root: row.root_item_id, base: row.base_item_id });
      if (present === undefined) return false;
      const { numInsertedOrUpdatedRows } = await connection.kysely
        .insertInto('simplestream_deltas')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
