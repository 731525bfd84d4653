// Addresses and ports that are given out: prefixes, what of them an instance has, host ports, and peers of BGP.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'ip_prefixes')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('parent_id', (c) => c.references('ip_prefixes.id'))
    .integer('family', (c) => c.notNull().check(sql`family in (4, 6)`))
    .blob('network', (c) => c.notNull())
    .integer('length', (c) => c.notNull())
    .oneOf('purpose', ['pool', 'host', 'instance', 'reservation'])
    .integer('location_id', (c) => c.references('locations.id'))
    .integer('server_id', (c) => c.references('servers.id'))
    .integer('project_id', (c) => c.references('projects.id'))
    .integer('is_public', (c) =>
      c
        .notNull()
        .defaultTo(1)
        .check(sql`is_public in (0, 1)`),
    )
    .flag('is_management')
    .text('details', (c) => c.notNull().defaultTo(''))
    .json('customdata', null)
    .integer('created_at', (c) => c.notNull())
    .integer('released_at')
    .check('ip_prefixes_bytes', 'length(network) = case family when 4 then 4 else 16 end')
    .check('ip_prefixes_bits', 'length between 0 and case family when 4 then 32 else 128 end')
    .unique('network', 'length')
    .create();
  await sql`create index ip_prefixes_parent on ip_prefixes(parent_id, network)`.execute(db);
  await sql`create index ip_prefixes_roots on ip_prefixes(network) where parent_id is null`.execute(db);
  await sql`create unique index ip_prefixes_host on ip_prefixes(server_id, family) where purpose = 'host'`.execute(
    db,
  );
  await sql`create index ip_prefixes_project on ip_prefixes(project_id) where project_id is not null`.execute(
    db,
  );
  await sql`create index ip_prefixes_pools on ip_prefixes(family, network) where purpose = 'pool'`.execute(
    db,
  );
  // Few at a time: what was given back and not given out again.
  await sql`create index ip_prefixes_released on ip_prefixes(parent_id, network) where released_at is not null`.execute(
    db,
  );

  await table(db, 'ip_assignments')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('prefix_id', (c) => c.notNull().references('ip_prefixes.id'))
    .integer('instance_id', (c) => c.notNull().references('instances.id').onDelete('cascade'))
    .blob('address', (c) =>
      c
        .notNull()
        .unique()
        .check(sql`length(address) in (4, 16)`),
    )
    .integer('length', (c) => c.notNull())
    .blob('gateway')
    .flag('manageable')
    .json('customdata', null)
    .integer('created_at', (c) => c.notNull())
    .create();
  await sql`create index ip_assignments_instance on ip_assignments(instance_id)`.execute(db);
  await sql`create index ip_assignments_prefix on ip_assignments(prefix_id)`.execute(db);

  await db.schema.alterTable('instances').addColumn('host_index', 'integer').execute();
  await sql`create unique index instances_index on instances(server_id, host_index) where deleted_at is null and host_index is not null`.execute(
    db,
  );

  await table(db, 'instance_ports')
    .id()
    .integer('instance_id', (c) => c.notNull())
    .integer('server_id', (c) => c.notNull())
    .oneOf('protocol', ['tcp', 'udp'])
    .integer('host_port', (c) => c.notNull().check(sql`host_port between 1 and 65535`))
    .integer('guest_port', (c) => c.notNull().check(sql`guest_port between 1 and 65535`))
    .flag('is_primary')
    // Both columns: an instance that moves takes its ports along, or they would hold those of the server it left.
    .refers(['instance_id', 'server_id'], 'instances', ['id', 'server_id'])
    .unique('server_id', 'protocol', 'host_port')
    .create();
  await sql`create index instance_ports_instance on instance_ports(instance_id)`.execute(db);

  await table(db, 'bgp_peers')
    .id()
    .integer('server_id', (c) => c.notNull().references('servers.id').onDelete('cascade'))
    .text('name', (c) => c.notNull())
    .integer('asn', (c) => c.notNull().check(sql`asn between 1 and 4294967295`))
    .text('neighbor', (c) => c.notNull())
    .blob('password_enc')
    .integer('host_asn')
    .integer('applied_at')
    .integer('created_at', (c) => c.notNull())
    .unique('server_id', 'name')
    .create();
}
