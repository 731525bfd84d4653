// People, their secrets, and the projects that own things.
import { type Kysely, sql } from 'kysely';
import { oidExpression, table } from '../src/db/portable.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(db, 'users')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .text('external_id', (c) => c.unique())
    .text('login', (c) => c.notNull())
    .text('email', (c) => c.notNull())
    .text('first_name', (c) => c.notNull().defaultTo(''))
    .text('last_name', (c) => c.notNull().defaultTo(''))
    .text('password_hash')
    .integer('password_locked_at')
    .integer('disabled_at')
    .flag('is_admin')
    .integer('email_verified_at')
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .integer('deleted_at')
    .create();
  await sql`create unique index users_login on users(lower(login)) where deleted_at is null`.execute(db);
  await sql`create unique index users_email on users(lower(email)) where deleted_at is null`.execute(db);
  await sql.raw(`create unique index users_oid on users(${oidExpression('uuid')})`).execute(db);

  await table(db, 'user_codes')
    .id()
    .integer('user_id', (c) => c.references('users.id').onDelete('cascade'))
    .oneOf('purpose', [
      'first_admin',
      'register',
      'recovery',
      'email_change',
      'password_unlock',
      'assertion',
      'credential',
    ])
    .blob('code_hash', (c) => c.notNull().unique())
    .json('payload', '{}')
    .integer('attempts', (c) => c.notNull().defaultTo(0))
    .integer('created_at', (c) => c.notNull())
    .integer('expires_at', (c) => c.notNull())
    .integer('used_at')
    .create();
  await sql`create index user_codes_expiry on user_codes(expires_at)`.execute(db);
  await sql`create index user_codes_user on user_codes(user_id, purpose)`.execute(db);

  await table(db, 'organizations')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .text('name', (c) => c.notNull())
    .text('description', (c) => c.notNull().defaultTo(''))
    .text('website', (c) => c.notNull().defaultTo(''))
    .text('twitter', (c) => c.notNull().defaultTo(''))
    .json('customdata', null)
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .create();

  await table(db, 'projects')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('organization_id', (c) => c.references('organizations.id'))
    .integer('personal_user_id', (c) => c.unique().references('users.id'))
    .text('name', (c) => c.notNull())
    .json('customdata', null)
    .integer('created_by', (c) => c.references('users.id'))
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .integer('deleted_at')
    .create();
  await sql.raw(`create unique index projects_oid on projects(${oidExpression('uuid')})`).execute(db);
  await sql`create index projects_org on projects(organization_id)`.execute(db);

  await table(db, 'quotas')
    .id()
    .integer('user_id', (c) => c.references('users.id').onDelete('cascade'))
    .integer('project_id', (c) => c.references('projects.id').onDelete('cascade'))
    .oneOf('resource', ['instances', 'vcpus', 'memory_mb', 'disk_mb', 'volumes', 'addresses', 'image_mb'])
    .integer('maximum', (c) => c.notNull().check(sql`maximum >= 0`))
    .check('quotas_whose', '(user_id is null) <> (project_id is null)')
    .create();
  await sql`create unique index quotas_user on quotas(user_id, resource) where user_id is not null`.execute(
    db,
  );
  await sql`create unique index quotas_project on quotas(project_id, resource) where project_id is not null`.execute(
    db,
  );

  await table(db, 'memberships')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('user_id', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .integer('organization_id', (c) => c.references('organizations.id').onDelete('cascade'))
    .integer('project_id', (c) => c.references('projects.id').onDelete('cascade'))
    .json('roles', '[]')
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .check('memberships_of', '(organization_id is null) <> (project_id is null)')
    .create();
  await sql`create unique index memberships_project on memberships(project_id, user_id) where project_id is not null`.execute(
    db,
  );
  await sql`create unique index memberships_org on memberships(organization_id, user_id) where organization_id is not null`.execute(
    db,
  );
  await sql`create index memberships_user on memberships(user_id)`.execute(db);

  await table(db, 'api_tokens')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .oneOf('kind', ['session', 'native', 'aarch64', 'panel', 'cvm', 'packet'])
    .integer('user_id', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .integer('project_id', (c) => c.references('projects.id').onDelete('cascade'))
    .text('name', (c) => c.notNull())
    .text('public_id', (c) => c.unique())
    .blob('secret_hash', (c) => c.notNull().unique())
    .json('scopes', '[]')
    .flag('read_only')
    .integer('created_at', (c) => c.notNull())
    .integer('expires_at')
    .integer('last_used_at')
    .text('last_used_addr', (c) => c.notNull().defaultTo(''))
    .integer('revoked_at')
    .check('api_tokens_public', "(kind = 'cvm') = (public_id is not null)")
    .check('api_tokens_project', "project_id is null or kind = 'packet'")
    .create();
  await sql`create index api_tokens_user on api_tokens(user_id, kind)`.execute(db);
  await sql`create index api_tokens_ended on api_tokens(coalesce(revoked_at, expires_at))`.execute(db);
  await sql`create unique index api_tokens_name on api_tokens(user_id, kind, name) where revoked_at is null`.execute(
    db,
  );

  await table(db, 'ssh_keys')
    .id()
    .text('uuid', (c) => c.notNull().unique())
    .integer('user_id', (c) => c.references('users.id').onDelete('cascade'))
    .integer('project_id', (c) => c.references('projects.id').onDelete('cascade'))
    .text('name', (c) => c.notNull())
    .text('public_key', (c) => c.notNull())
    .text('fingerprint', (c) => c.notNull())
    .integer('created_at', (c) => c.notNull())
    .integer('updated_at', (c) => c.notNull())
    .check('ssh_keys_whose', '(user_id is null) <> (project_id is null)')
    .create();
  await sql`create unique index ssh_keys_user on ssh_keys(user_id, fingerprint) where user_id is not null`.execute(
    db,
  );
  await sql`create unique index ssh_keys_project on ssh_keys(project_id, fingerprint) where project_id is not null`.execute(
    db,
  );

  await table(db, 'login_attempts')
    .text('key', (c) => c.primaryKey())
    .integer('failures', (c) => c.notNull())
    .integer('window_started_at', (c) => c.notNull())
    .integer('blocked_until', (c) => c.notNull().defaultTo(0))
    .create();

  await table(db, 'settings')
    .text('key', (c) => c.primaryKey())
    .text('value', (c) => c.notNull().check(sql`json_valid(value)`))
    .create();
}
