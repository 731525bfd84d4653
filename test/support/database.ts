// A migrated database in a temporary folder, for tests below core.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { type Db, type OpenOptions, openDatabase } from '../../src/db/open.js';
import type { NewEventRow } from '../../src/db/events.js';
import { MIGRATIONS } from '../../src/generated/migrations.js';
import type { Repositories } from '../../src/db/repositories.js';
import type { InstancesTable, OperationsTable, ServersTable, UsersTable } from '../../src/db/tables.js';
import { uuid } from '../../src/ids.js';
import type { Insertable } from 'kysely';

export const migrations = MIGRATIONS.map(({ name, migration }) => ({ name, up: migration.up }));

/** A folder that is gone when the test ends. */
export async function testFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-db-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a new database, closed when the test ends. */
export async function testDatabase(t: Test, options: Partial<OpenOptions> = {}): Promise<Db> {
  const db = await openDatabase({ file: join(await testFolder(t), 'test.db'), migrations, ...options });
  t.teardown(() => db.close());
  return db;
}

/** An event row with nothing in it but what is given. */
export function eventRow(given: Partial<NewEventRow> = {}): NewEventRow {
  return {
    uuid: uuid(),
    retention: 'event',
    request_id: '',
    operation_id: null,
    type: 'instance.started',
    via: 'native',
    user_id: null,
    token_id: null,
    remote_addr: '',
    organization_id: null,
    project_id: null,
    server_id: null,
    instance_id: null,
    body: '',
    data: '{}',
    created_at: 1,
    ...given,
  };
}

/** Makes a user and the project of that user; returns the user's number. */
export async function seedUser(
  tx: Repositories,
  login: string,
  given: Partial<Insertable<UsersTable>> = {},
): Promise<number> {
  const row: Insertable<UsersTable> = {
    uuid: uuid(),
    login,
    email: `${login}@example.net`,
    first_name: '',
    last_name: '',
    is_admin: 0,
    created_at: 1,
    updated_at: 1,
    ...given,
  };
  const id = await tx.users.insert(row);
  await tx.projects.insertPersonal(id, login, 1);
  return id;
}

/** Makes a server row; returns its number. */
export function seedServer(
  tx: Repositories,
  name: string,
  given: Partial<Insertable<ServersTable>> = {},
): Promise<number> {
  const row: Insertable<ServersTable> = {
    uuid: uuid(),
    name,
    address: name,
    port: 8443,
    path: '',
    protocol: 'lxd',
    daemon_fingerprint: '',
    status: 'online',
    disabled: 0,
    tags: '',
    ram: '',
    disk: '',
    processor: '',
    uplink_network: '',
    storage_pool: '',
    facts: '{}',
    created_at: 1,
    updated_at: 1,
    ...given,
  };
  return tx.servers.insert(row);
}

/** Makes an instance row on server 1 in project 1 unless told otherwise; returns its number. */
export function seedInstance(
  tx: Repositories,
  name: string,
  given: Partial<Insertable<InstancesTable>> = {},
): Promise<number> {
  const row: Insertable<InstancesTable> = {
    uuid: uuid(),
    project_id: 1,
    server_id: 1,
    lxd_name: name,
    hostname: name,
    lxd_project: 'default',
    lxd_uuid: '',
    lxd_location: '',
    type: 'container',
    display_name: '',
    description: '',
    locked: 0,
    resume_on_unsuspend: 0,
    host_view: '{}',
    userdata: '',
    tags: '[]',
    state: 'ready',
    power_state: 'stopped',
    created_at: 1,
    updated_at: 1,
    ...given,
  };
  return tx.instances.insert(row);
}

/** Makes an operation row; returns its number. */
export function seedOperation(
  tx: Repositories,
  given: Partial<Insertable<OperationsTable>> = {},
): Promise<number> {
  const row: Insertable<OperationsTable> = {
    uuid: uuid(),
    kind: 'instance.start',
    server_id: 1,
    instance_id: 1,
    via: 'native',
    request_id: '',
    status: 'pending',
    progress: 0,
    input: '{}',
    step: '',
    notes: '{}',
    attempts: 0,
    inferred: 0,
    error_code: '',
    error: '',
    created_at: 1,
    updated_at: 1,
    ...given,
  };
  return tx.operations.insert(row);
}
