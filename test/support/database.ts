// A migrated database in a temporary folder, for tests below core.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { type Db, type OpenOptions, openDatabase } from '../../src/db/open.js';
import type { NewEventRow } from '../../src/db/events.js';
import { MIGRATIONS } from '../../src/generated/migrations.js';
import { uuid } from '../../src/ids.js';

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
