// Keys of the house that never leave its database.
import { randomBytes } from 'node:crypto';
import type { Db } from '../db/open.js';

/** The key of a name (what signs stream ids, for one), made when it is first asked for: 32 bytes, the same after a restart. */
export async function serverKey(db: Db, name: string): Promise<Buffer> {
  const stored = await db.read.settings.get(name);
  if (typeof stored === 'string') return Buffer.from(stored, 'base64');
  const made = randomBytes(32);
  await db.tx((tx) => tx.settings.set(name, JSON.stringify(made.toString('base64'))));
  return made;
}
