// Products that were deleted stay as long as the files of their versions are still answered.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('simplestream_products').addColumn('deleted_at', 'integer').execute();
  await sql`create index simplestream_products_deleted on simplestream_products(deleted_at) where deleted_at is not null`.execute(
    db,
  );
}
