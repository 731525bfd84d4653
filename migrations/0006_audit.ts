// The audit trail is read by itself, newest first, and by method: few rows among many events.
import { type Kysely, sql } from 'kysely';
import { jsonMember } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index events_audit on events(id) where retention = 'audit'`.execute(db);
  const name = sql.raw(jsonMember('data', 'method'));
  await sql`create index events_audit_method on events(${name}, id) where retention = 'audit'`.execute(db);
}
