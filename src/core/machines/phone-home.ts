// The call of a guest that is up: known by its token, else by its own address; only the first one changes anything.
import { createHash, randomBytes } from 'node:crypto';
import type { InstanceRow } from '../../db/instances.js';
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import { append } from '../../events/log.js';
import type { Caller } from '../access.js';
import type { Audit } from '../audit.js';
import { parseAddress } from '../network/address.js';

export interface PhoneHomeDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
}

/** What identifies a guest: its token, and the peer address of its call as the wire vouches for it. */
export interface HomeCall {
  token?: string;
  address: string;
}

/** True for a guest we know, also when it has called before. */
export type PhoneHomeCall = (call: HomeCall, caller?: Caller) => Promise<boolean>;

/** A new token and what is kept of it. */
export function newHomeToken(): { token: string; hash: Buffer } {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** Makes the service. */
export function createPhoneHome({ db, clock, audit }: PhoneHomeDeps): PhoneHomeCall {
  const find = async (on: Repositories, { token, address }: HomeCall): Promise<InstanceRow | undefined> => {
    if (token !== undefined && token !== '') {
      const named = await on.machines.byPhonehome(hashOf(token));
      if (named !== undefined) return named;
    }
    const bytes = parseAddress(address);
    const assigned = bytes === null ? undefined : await on.prefixes.byAddress(bytes);
    return assigned === undefined ? undefined : on.instances.get(assigned.instance_id);
  };

  return async (call, caller) => {
    const known = await find(db.read, call);
    if (known === undefined) return false;
    if (known.phoned_home_at !== null) return true;
    const note = async (tx: Repositories): Promise<void> => {
      const row = await tx.instances.get(known.id);
      if (row === undefined || row.phoned_home_at !== null) return;
      const now = clock();
      await tx.instances.update(row.id, { phoned_home_at: now, updated_at: now });
      await append(tx, {
        type: 'instance.phoned_home',
        via: caller?.via ?? 'aarch64',
        at: now,
        remote_addr: call.address,
        server_id: row.server_id,
        project_id: row.project_id,
        instance_id: row.id,
        data: { instance_name: row.lxd_name, instance_hostname: row.hostname },
      });
    };
    if (caller === undefined) await db.tx(note);
    else {
      const { id: instance_id, server_id, project_id } = known;
      await audit.change(caller, note, () => ({ instance_id, server_id, project_id }));
    }
    return true;
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
