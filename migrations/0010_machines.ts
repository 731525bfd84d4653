// What machines made by place, size and system keep: environment, root password, and their first call home.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('instances')
    .addColumn('root_password_enc', sql`blob`)
    .execute();
  await db.schema
    .alterTable('instances')
    .addColumn('phonehome_hash', sql`blob`)
    .execute();
  await db.schema.alterTable('instances').addColumn('phoned_home_at', 'integer').execute();
  await sql`create unique index instances_phonehome on instances(phonehome_hash) where phonehome_hash is not null`.execute(
    db,
  );

  await table(db, 'instance_env')
    .integer('instance_id', (c) => c.notNull().references('instances.id').onDelete('cascade'))
    .text('key', (c) => c.notNull())
    .text('value', (c) => c.notNull())
    .primaryKey('instance_id', 'key')
    .create();
}
