// What dialects sell: plans, where they are to be had, operating systems; and which of them an instance came from.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'plans')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .text('slug', (c) => c.notNull().unique())
    .text('name', (c) => c.notNull())
    .text('description', (c) => c.notNull().defaultTo(''))
    .text('line', (c) => c.notNull().defaultTo(''))
    .text('class', (c) => c.notNull().defaultTo(''))
    .integer('vcpus', (c) => c.notNull().check(sql`vcpus > 0`))
    .integer('memory_mb', (c) => c.notNull().check(sql`memory_mb > 0`))
    .integer('burst_memory_mb')
    .integer('disk_mb', (c) => c.notNull().check(sql`disk_mb > 0`))
    .integer('traffic_in_limit', (c) => c.notNull().defaultTo(0))
    .integer('traffic_out_limit', (c) => c.notNull().defaultTo(0))
    .integer('traffic_total_limit', (c) => c.notNull().defaultTo(0))
    .integer('price_hour_micros', (c) => c.notNull().defaultTo(0))
    .flag('legacy')
    .create();

  await table(db, 'plan_locations')
    .integer('plan_id', (c) => c.notNull().references('plans.id').onDelete('cascade'))
    .integer('location_id', (c) => c.notNull().references('locations.id').onDelete('cascade'))
    .primaryKey('plan_id', 'location_id')
    .create();
  await sql`create index plan_locations_location on plan_locations(location_id)`.execute(db);

  await table(db, 'operating_systems')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .text('slug', (c) => c.notNull().unique())
    .text('name', (c) => c.notNull())
    .text('description', (c) => c.notNull().defaultTo(''))
    .text('distro', (c) => c.notNull().defaultTo(''))
    .text('version', (c) => c.notNull().defaultTo(''))
    .text('source_url', (c) => c.notNull().defaultTo(''))
    .text('image_alias', (c) => c.notNull())
    .text('image_server', (c) => c.notNull().defaultTo(''))
    .oneOf('image_protocol', ['simplestreams', 'lxd'], 'simplestreams')
    .oneOf('instance_type', ['container', 'virtual-machine'], 'container')
    .json('default_env', '{}')
    .flag('hidden')
    .create();

  await db.schema
    .alterTable('instances')
    .addColumn('plan_id', 'integer', (c) => c.references('plans.id').onDelete('set null'))
    .execute();
  await db.schema
    .alterTable('instances')
    .addColumn('os_id', 'integer', (c) => c.references('operating_systems.id').onDelete('set null'))
    .execute();
  await sql`create index instances_plan on instances(plan_id) where plan_id is not null`.execute(db);
  await sql`create index instances_os on instances(os_id) where os_id is not null`.execute(db);

  // Whose quota a project counts against.
  await sql`create index projects_maker on projects(created_by)`.execute(db);
  // What stands at a place, also what was deleted and still refers to it.
  await sql`create index servers_location on servers(location_id) where location_id is not null`.execute(db);
}
