// Work and memory: operations, the numbered event log, leases, idempotency keys.
import { type Kysely, sql } from 'kysely';
import { table } from '../src/db/portable.js';

const VIA = ['native', 'aarch64', 'panel', 'cvm', 'packet', 'lxd', 'system'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'operations')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('server_id', (c) => c.references('servers.id').onDelete('set null'))
    .text('lxd_operation')
    .text('kind', (c) => c.notNull())
    .integer('instance_id', (c) => c.references('instances.id').onDelete('set null'))
    .text('batch_uuid')
    .integer('user_id', (c) => c.references('users.id'))
    .oneOf('via', VIA, 'native')
    .text('request_id', (c) => c.notNull().defaultTo(''))
    .oneOf('status', ['pending', 'running', 'success', 'failure', 'cancelled'], 'pending')
    .integer('progress', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`progress between 0 and 100`),
    )
    .json('input', '{}')
    .text('step', (c) => c.notNull().defaultTo(''))
    .json('notes', '{}')
    .integer('attempts', (c) => c.notNull().defaultTo(0))
    .text('lease_owner')
    .integer('lease_until')
    .integer('deadline_at')
    .integer('cancel_requested_at')
    .flag('inferred')
    .json('result', null)
    .text('error_code', (c) => c.notNull().defaultTo(''))
    .text('error', (c) => c.notNull().defaultTo(''))
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .integer('finished_at')
    .create();
  await sql`create unique index operations_lxd on operations(server_id, lxd_operation) where lxd_operation is not null`.execute(
    db,
  );
  await sql`create index operations_instance on operations(instance_id, id)`.execute(db);
  await sql`create index operations_server on operations(server_id, id)`.execute(db);
  await sql`create index operations_user on operations(user_id, id)`.execute(db);
  await sql`create index operations_open on operations(status, id) where status in ('pending', 'running')`.execute(
    db,
  );
  await sql`create index operations_batch on operations(batch_uuid) where batch_uuid is not null`.execute(db);

  await table(db, 'events')
    .id(true)
    .text('uuid', (c) => c.notNull().unique())
    .oneOf('retention', ['event', 'audit'], 'event')
    .text('request_id', (c) => c.notNull().defaultTo(''))
    .integer('operation_id', (c) => c.references('operations.id').onDelete('set null'))
    .text('type', (c) => c.notNull())
    .oneOf('via', VIA)
    .integer('user_id', (c) => c.references('users.id').onDelete('set null'))
    .integer('token_id', (c) => c.references('api_tokens.id').onDelete('set null'))
    .text('remote_addr', (c) => c.notNull().defaultTo(''))
    .integer('organization_id', (c) => c.references('organizations.id').onDelete('set null'))
    .integer('project_id', (c) => c.references('projects.id').onDelete('set null'))
    .integer('server_id', (c) => c.references('servers.id').onDelete('set null'))
    .integer('instance_id', (c) => c.references('instances.id').onDelete('set null'))
    .text('body', (c) => c.notNull().defaultTo(''))
    .json('data', '{}')
    .integer('created_at', (c) => c.notNull())
    .create();
  await sql`create index events_server on events(server_id, id) where server_id is not null`.execute(db);
  await sql`create index events_project on events(project_id, id)`.execute(db);
  await sql`create index events_instance on events(instance_id, id)`.execute(db);
  await sql`create index events_user on events(user_id, id)`.execute(db);
  // What is nobody's project: few among many, so that finding it needs an index of its own.
  await sql`create index events_fleet on events(server_id, id) where project_id is null and instance_id is null`.execute(
    db,
  );
  await sql`create index events_own on events(user_id, id) where project_id is null and server_id is null`.execute(
    db,
  );
  await sql`create index events_operation on events(operation_id) where operation_id is not null`.execute(db);
  await sql`create index events_token on events(token_id) where token_id is not null`.execute(db);
  await sql`create index events_retention on events(retention, created_at)`.execute(db);

  await table(db, 'leases')
    .text('name', (c) => c.primaryKey())
    .text('owner', (c) => c.notNull())
    .integer('until_at', (c) => c.notNull())
    .create();

  await table(db, 'idempotency_keys')
    .integer('user_id', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .text('key', (c) => c.notNull())
    .blob('request_hash', (c) => c.notNull())
    .integer('operation_id', (c) => c.references('operations.id').onDelete('set null'))
    .text('response')
    .integer('created_at', (c) => c.notNull())
    .primaryKey('user_id', 'key')
    .create();
  await sql`create index idempotency_keys_age on idempotency_keys(created_at)`.execute(db);
}
