// Passkeys of people: the public half of each, and how often it was used.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'webauthn_credentials')
    .id()
    .integer('user_id', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .blob('credential_id', (c) => c.notNull().unique())
    .blob('public_key', (c) => c.notNull())
    .integer('sign_count', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`sign_count >= 0`),
    )
    .json('transports', '[]')
    .text('aaguid', (c) => c.notNull().defaultTo(''))
    .blob('attestation')
    .text('name', (c) => c.notNull().defaultTo(''))
    .integer('created_at', (c) => c.notNull())
    .integer('last_used_at')
    .create();
  await sql`create index webauthn_credentials_user on webauthn_credentials(user_id, id)`.execute(db);
}
