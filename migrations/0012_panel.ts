// Which image an instance was ordered as, where that was no operating system of the catalogue.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('instances')
    .addColumn('image_alias', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  // What could not be made is listed for a while.
  await sql`create index instances_failed on instances(deleted_at) where state = 'failed'`.execute(db);
}
