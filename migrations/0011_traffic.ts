// What instances sent and received: totals per network device, and hourly figures.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'traffic_counters')
    .integer('instance_id', (c) => c.notNull().references('instances.id').onDelete('cascade'))
    .text('nic', (c) => c.notNull())
    .integer('rx_total', (c) => c.notNull().defaultTo(0))
    .integer('tx_total', (c) => c.notNull().defaultTo(0))
    .integer('rx_last', (c) => c.notNull().defaultTo(0))
    .integer('tx_last', (c) => c.notNull().defaultTo(0))
    .text('run', (c) => c.notNull().defaultTo(''))
    .integer('sampled_at', (c) => c.notNull())
    .primaryKey('instance_id', 'nic')
    .create();

  await table(db, 'traffic_samples')
    .integer('instance_id', (c) => c.notNull().references('instances.id').onDelete('cascade'))
    .integer('hour_at', (c) => c.notNull())
    .integer('rx', (c) => c.notNull().defaultTo(0))
    .integer('tx', (c) => c.notNull().defaultTo(0))
    .primaryKey('instance_id', 'hour_at')
    .create();
  await sql`create index traffic_samples_age on traffic_samples(hour_at)`.execute(db);
}
