// Resumable uploads, and whose files those of the image server are: quotas count them.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'uploads')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('user_id', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .integer('product_id', (c) => c.notNull().references('simplestream_products.id').onDelete('cascade'))
    .text('serial', (c) => c.notNull())
    .blob('sha256', (c) => c.notNull().check(sql`length(sha256) = 32`))
    .integer('size', (c) => c.notNull().check(sql`size > 0`))
    .integer('durable', (c) => c.notNull().defaultTo(0))
    .integer('item_id', (c) => c.references('simplestream_items.id').onDelete('set null'))
    .integer('created_at', (c) => c.notNull())
    .integer('expires_at', (c) => c.notNull())
    .check('uploads_durable', 'durable between 0 and size')
    .unique('user_id', 'product_id', 'serial', 'sha256')
    .create();
  await sql`create index uploads_expiry on uploads(expires_at)`.execute(db);
  await sql`create index uploads_product on uploads(product_id)`.execute(db);
  await sql`create index uploads_sha256 on uploads(sha256)`.execute(db);
  await sql`create index uploads_item on uploads(item_id) where item_id is not null`.execute(db);

  await db.schema
    .alterTable('simplestream_items')
    .addColumn('created_by', 'integer', (c) => c.references('users.id').onDelete('set null'))
    .execute();
  await sql`create index simplestream_items_maker on simplestream_items(created_by) where created_by is not null`.execute(
    db,
  );
}
