// Deltas: what a newer root file changes in an older one. A null hash: it was made, and was not worth offering.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'simplestream_deltas')
    .integer('root_item_id', (c) => c.notNull().references('simplestream_items.id').onDelete('cascade'))
    .integer('base_item_id', (c) => c.notNull().references('simplestream_items.id').onDelete('cascade'))
    .blob('sha256', (c) => c.check(sql`sha256 is null or length(sha256) = 32`))
    .integer('size', (c) => c.notNull().defaultTo(0))
    .integer('created_at', (c) => c.notNull())
    .primaryKey('root_item_id', 'base_item_id')
    .create();
  await sql`create index simplestream_deltas_base on simplestream_deltas(base_item_id)`.execute(db);
  await sql`create index simplestream_deltas_sha256 on simplestream_deltas(sha256)`.execute(db);
}
