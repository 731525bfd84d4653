// A database with servers and a pool of addresses: what the tests of addresses and ports share.
import type { Test } from 'tap';
import { parseBlock } from '../../../../src/core/network/address.js';
import { releaseInstance } from '../../../../src/core/network/allocate.js';
import type { Db } from '../../../../src/db/open.js';
import type { PrefixPurpose } from '../../../../src/db/network-tables.js';
import type { Repositories } from '../../../../src/db/repositories.js';
import { uuid } from '../../../../src/ids.js';
import { seedInstance, seedServer, seedUser, testDatabase } from '../../../support/database.js';

/** Enters a prefix as it is. */
export function addPrefix(
  tx: Repositories,
  text: string,
  purpose: PrefixPurpose,
  more: { parent_id?: number; server_id?: number; location_id?: number } = {},
): Promise<number> {
  return tx.prefixes.insert({
    uuid: uuid(),
    ...parseBlock('prefix', text),
    purpose,
    parent_id: more.parent_id ?? null,
    location_id: more.location_id ?? null,
    server_id: more.server_id ?? null,
    project_id: null,
    created_at: 1,
    released_at: null,
  });
}

/** A database with a user, two servers and a pool. */
export async function house(t: Test, pool = '2001:db8::/42'): Promise<Db> {
  const db = await testDatabase(t);
  await db.tx(async (tx) => {
    await seedUser(tx, 'alice');
    await seedServer(tx, 'a');
    await seedServer(tx, 'b');
    await addPrefix(tx, pool, 'pool');
  });
  return db;
}

/** Makes an instance. */
export const make = (tx: Repositories, server_id = 1): Promise<number> =>
  seedInstance(tx, `i${uuid()}`, { server_id });

/** Deletes an instance, and what it has with it. */
export const bury = async (tx: Repositories, instance_id: number, now: number): Promise<void> => {
  await tx.instances.update(instance_id, { state: 'deleted', deleted_at: now });
  await releaseInstance(tx, { instance_id, now });
};
