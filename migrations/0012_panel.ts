// Which image an instance was ordered as, where that was no operating system of the catalogue.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('instances')
    .addColumn('image_alias', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
}
