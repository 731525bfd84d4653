// Who we are to LXD: one client certificate for the whole fleet, its key sealed in the database (SEC-43).
import type { Db } from '../db/open.js';
import type { Secrets } from './secrets.js';

/** A client certificate and its key, as PEM text. */
export interface ClientIdentity {
  cert: string;
  key: string;
}

const SETTING = 'lxd_identity';
const AAD = 'settings.value:lxd_identity';
const DAYS = 3650;

/** Reads the identity, makes it at the first start, and seals its key again when the data key is a new one. */
export async function loadIdentity(
  db: Db,
  secrets: Secrets,
  clock: () => number = Date.now,
): Promise<ClientIdentity> {
  const stored = (await db.read.settings.get(SETTING)) as { cert: string; key_enc: string } | undefined;
  if (stored !== undefined) {
    const sealed = Buffer.from(stored.key_enc, 'base64');
    const identity = { cert: stored.cert, key: secrets.open(sealed, AAD).toString('utf8') };
    if (!secrets.isCurrent(sealed)) await save(db, secrets, identity);
    return identity;
  }
  // Once in a lifetime: its library stays unloaded at every other start.
  const { makeSelfSigned } = await import('./certificates/issue.js');
  const made = await makeSelfSigned({ common_name: 'gantry', days: DAYS, clock });
  await save(db, secrets, made);
  return made;
}

/** Our certificate, PEM: what a server's administrator enters there by hand; '' before the first start. */
export async function clientCertificate(db: Db): Promise<string> {
  const stored = (await db.read.settings.get(SETTING)) as { cert: string } | undefined;
  return stored?.cert ?? '';
}

async function save(db: Db, secrets: Secrets, { cert, key }: ClientIdentity): Promise<void> {
  const key_enc = secrets.seal(key, AAD).toString('base64');
  await db.tx((tx) => tx.settings.set(SETTING, JSON.stringify({ cert, key_enc })));
}
