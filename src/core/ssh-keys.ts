// SSH public keys of users: they go into the instances a user makes.
import type { Db } from '../db/open.js';
import { pageOf, type PageRequest } from '../db/paging.js';
import type { Repositories } from '../db/repositories.js';
import type { SshKeyFilter, SshKeyRow } from '../db/ssh-keys.js';
import { AppError, invalid, missing } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import { actorOf, type Caller } from './access.js';
import type { Audit } from './audit.js';
import { parseSshKey } from './ssh-key-text.js';

export type { SshKeyRow } from '../db/ssh-keys.js';

export interface SshKeysDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  config: { disable_ssh_key_add: boolean };
}

export interface SshKeys {
  /** Enters a key for the caller; a comment in the text names it when no name is given. */
  add(caller: Caller, key: { name: string; public_key: string }): Promise<{ id: number }>;
  /** `not_found` for keys that are not the caller's. */
  delete(caller: Caller, id: number): Promise<void>;
  page(
    caller: Caller,
    request: PageRequest,
    filter: SshKeyFilter,
  ): Promise<{ rows: SshKeyRow[]; next: string | null }>;
}

const LONGEST_NAME = 255;

/** Makes the service. */
export function createSshKeys({ db, clock, audit, config }: SshKeysDeps): SshKeys {
  const refuseWhenClosed = (): void => {
    if (config.disable_ssh_key_add) throw new AppError('forbidden', 'ssh keys change is not allowed');
  };
  const tell = (
    tx: Repositories,
    caller: Caller,
    type: 'ssh-key.added' | 'ssh-key.deleted',
    key: { id: number; name: string; fingerprint: string },
  ): Promise<number> =>
    append(tx, {
      type,
      via: caller.via,
      at: clock(),
      request_id: caller.client_request_id,
      user_id: caller.actor?.user_id ?? null,
      token_id: caller.actor?.token_id ?? null,
      remote_addr: caller.address,
      data: { key_id: key.id, key_name: key.name, key_fingerprint: key.fingerprint },
    });

  return {
    add: async (caller, key) => {
      const actor = actorOf(caller);
      refuseWhenClosed();
      if (key.public_key.trim() === '') throw empty('key_public', 'ssh key has not be empty');
      const { text, fingerprint, comment } = parseSshKey(key.public_key);
      const name = key.name.trim() || comment;
      if (name === '') throw empty('key_name', 'ssh key name has not be empty');
      if (name.length > LONGEST_NAME)
        throw invalid('key_name', `must have at most ${LONGEST_NAME} characters`);
      return audit.change(
        caller,
        async (tx) => {
          if ((await tx.sshKeys.byFingerprint(actor.user_id, fingerprint)) !== undefined) {
            throw new AppError('conflict', 'ssh key has already been added');
          }
          const now = clock();
          const id = await tx.sshKeys.insert({
            uuid: uuid(),
            user_id: actor.user_id,
            project_id: null,
            name,
            public_key: text,
            fingerprint,
            created_at: now,
            updated_at: now,
          });
          await tell(tx, caller, 'ssh-key.added', { id, name, fingerprint });
          return { id };
        },
        ({ id }) => ({ data: { key_id: id } }),
      );
    },
    delete: async (caller, id) => {
      const actor = actorOf(caller);
      refuseWhenClosed();
      if (id === 0) throw empty('key_id', 'ssh key id has not be empty');
      await audit.change(
        caller,
        async (tx) => {
          const gone = await tx.sshKeys.remove(id, actor.user_id);
          if (gone === undefined) throw missing('key_id');
          await tell(tx, caller, 'ssh-key.deleted', gone);
        },
        () => ({ data: { key_id: id } }),
      );
    },
    page: async (caller, request, filter) => {
      const rows = await db.read.sshKeys.page(actorOf(caller).user_id, request, filter);
      return pageOf(request, rows);
    },
  };
}

/** The panel has translations of these texts, so they stand alone. */
function empty(field: string, detail: string): AppError {
  return new AppError('invalid_params', detail, { faults: [{ detail, pointer: `/${field}` }] });
}
