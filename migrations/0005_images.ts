// The image server: products, their versions, the files of each, and the fingerprints these make together.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'simplestream_products')
    .id()
    .text('os', (c) => c.notNull())
    .text('release', (c) => c.notNull())
    .text('release_title', (c) => c.notNull().defaultTo(''))
    .text('arch', (c) => c.notNull())
    .text('variant', (c) => c.notNull().defaultTo('default'))
    .text('aliases', (c) => c.notNull().defaultTo(''))
    .text('support_eol', (c) => c.notNull().defaultTo(''))
    .json('requirements', '{}')
    .integer('keep_serials', (c) => c.check(sql`keep_serials >= 1`))
    .integer('lifetime_days', (c) => c.check(sql`lifetime_days >= 1`))
    .integer('created_by', (c) => c.references('users.id'))
    .integer('created_at', (c) => c.notNull())
    .unique('os', 'release', 'arch', 'variant')
    .create();

  await table(db, 'simplestream_versions')
    .id()
    .integer('product_id', (c) => c.notNull().references('simplestream_products.id').onDelete('cascade'))
    .text('serial', (c) => c.notNull())
    .integer('created_at', (c) => c.notNull())
    .integer('retired_at')
    .unique('product_id', 'serial')
    .create();

  await table(db, 'simplestream_items')
    .id()
    .integer('version_id', (c) => c.notNull().references('simplestream_versions.id').onDelete('cascade'))
    .text('ftype', (c) => c.notNull())
    .blob('sha256', (c) => c.notNull().check(sql`length(sha256) = 32`))
    .integer('size', (c) => c.notNull().check(sql`size > 0`))
    .integer('created_at', (c) => c.notNull())
    .unique('version_id', 'ftype')
    .create();
  await sql`create index simplestream_items_sha256 on simplestream_items(sha256)`.execute(db);

  await table(db, 'simplestream_combined')
    .integer('meta_item_id', (c) => c.notNull().references('simplestream_items.id').onDelete('cascade'))
    .integer('root_item_id', (c) => c.notNull().references('simplestream_items.id').onDelete('cascade'))
    .blob('sha256', (c) => c.notNull().check(sql`length(sha256) = 32`))
    .primaryKey('meta_item_id', 'root_item_id')
    .create();
  await sql`create index simplestream_combined_root on simplestream_combined(root_item_id)`.execute(db);
  await sql`create index simplestream_combined_sha256 on simplestream_combined(sha256)`.execute(db);
}
