// Places, hypervisors, and the instances on them.
import { type Kysely, sql } from 'kysely';
import { oidExpression, table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'locations')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .text('code', (c) => c.notNull().unique())
    .text('name', (c) => c.notNull())
    .text('provider', (c) => c.notNull().defaultTo(''))
    .text('location', (c) => c.notNull().defaultTo(''))
    .json('address', '{}')
    .json('features', '[]')
    .integer('peeringdb_id')
    .integer('created_at', (c) => c.notNull())
    .create();
  await sql.raw(`create unique index locations_oid on locations(${oidExpression('uuid')})`).execute(db);

  await table(db, 'servers')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('location_id', (c) => c.references('locations.id'))
    .integer('ordinal', (c) => c.check(sql`ordinal >= 0`))
    .text('name', (c) => c.notNull())
    .oneOf('protocol', ['lxd', 'incus'], 'lxd')
    .text('address', (c) => c.notNull())
    .integer('port', (c) =>
      c
        .notNull()
        .defaultTo(8443)
        .check(sql`port between 0 and 65535`),
    )
    .text('path', (c) => c.notNull().defaultTo(''))
    .text('tls_cert')
    .text('daemon_fingerprint', (c) => c.notNull().defaultTo(''))
    .oneOf('status', ['unconfigured', 'online', 'offline', 'untrusted'], 'unconfigured')
    .integer('status_at')
    .flag('disabled')
    .text('tags', (c) => c.notNull().defaultTo(''))
    .text('ram', (c) => c.notNull().defaultTo(''))
    .text('disk', (c) => c.notNull().defaultTo(''))
    .text('processor', (c) => c.notNull().defaultTo(''))
    .text('uplink_network', (c) => c.notNull().defaultTo(''))
    .text('storage_pool', (c) => c.notNull().defaultTo(''))
    .json('facts', '{}')
    .integer('facts_at')
    .integer('added_by', (c) => c.references('users.id'))
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .integer('deleted_at')
    .check('servers_place', '(location_id is null) = (ordinal is null)')
    .create();
  await sql`create unique index servers_endpoint on servers(address, port, path) where deleted_at is null`.execute(
    db,
  );
  await sql`create unique index servers_ordinal on servers(location_id, ordinal) where location_id is not null and deleted_at is null`.execute(
    db,
  );
  await sql`create index servers_owner on servers(added_by)`.execute(db);

  await table(db, 'server_grants')
    .integer('server_id', (c) => c.notNull().references('servers.id').onDelete('cascade'))
    .integer('user_id', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .primaryKey('server_id', 'user_id')
    .create();
  await sql`create index server_grants_user on server_grants(user_id)`.execute(db);

  await table(db, 'instances')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('project_id', (c) => c.notNull().references('projects.id'))
    .integer('owner_user_id', (c) => c.references('users.id'))
    .integer('server_id', (c) => c.notNull().references('servers.id'))
    .text('lxd_project', (c) => c.notNull().defaultTo('default'))
    .text('lxd_name', (c) => c.notNull().check(sql`length(lxd_name) between 1 and 63`))
    .text('lxd_uuid', (c) => c.notNull().defaultTo(''))
    .text('lxd_location', (c) => c.notNull().defaultTo(''))
    .oneOf('type', ['container', 'virtual-machine'], 'container')
    .text('hostname', (c) => c.notNull())
    .text('display_name', (c) => c.notNull().defaultTo(''))
    .text('description', (c) => c.notNull().defaultTo(''))
    .integer('vcpus')
    .integer('memory_mb')
    .integer('burst_memory_mb')
    .integer('disk_mb')
    .oneOf(
      'state',
      ['queued', 'provisioning', 'ready', 'failed', 'reinstalling', 'deleting', 'deleted'],
      'queued',
    )
    .oneOf('power_state', ['running', 'stopped', 'frozen', 'error', 'unknown'], 'unknown')
    .integer('power_state_at')
    .flag('locked')
    .integer('suspended_at')
    .flag('resume_on_unsuspend')
    .json('host_view', '{}')
    .text('userdata', (c) => c.notNull().defaultTo(''))
    .json('customdata', null)
    .json('tags', '[]')
    .integer('created_by', (c) => c.references('users.id'))
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .integer('deleted_at')
    .unique('id', 'server_id')
    .create();
  await sql`create unique index instances_lxd on instances(server_id, lxd_name, lxd_project) where deleted_at is null`.execute(
    db,
  );
  await sql.raw(`create unique index instances_oid on instances(${oidExpression('uuid')})`).execute(db);
  await sql`create index instances_project on instances(project_id, deleted_at)`.execute(db);
  await sql`create index instances_owner on instances(owner_user_id, deleted_at)`.execute(db);
  await sql`create index instances_name on instances(lxd_name) where deleted_at is null`.execute(db);
  await sql`create index instances_server on instances(server_id, id) where deleted_at is null`.execute(db);
  await sql`create index instances_live on instances(id) where deleted_at is null`.execute(db);
}
