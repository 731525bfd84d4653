// A house of accounts on a temporary database: what the tests of core's accounts share.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Caller } from '../../../src/core/access.js';
import { createAccounts } from '../../../src/core/accounts.js';
import { createAudit } from '../../../src/core/audit.js';
import { createIdempotency } from '../../../src/core/idempotency.js';
import { createPasskeys } from '../../../src/core/passkeys/passkeys.js';
import { createPasswords } from '../../../src/core/passwords.js';
import { createRights } from '../../../src/core/rights.js';
import { createSecrets } from '../../../src/core/secrets.js';
import { createSshKeys } from '../../../src/core/ssh-keys.js';
import { createTokens } from '../../../src/core/tokens.js';
import { openDatabase } from '../../../src/db/open.js';
import type { EventRow } from '../../../src/db/events.js';
import type { Mail } from '../../../src/mail/mailer.js';
import * as accounts from '../../../migrations/0001_accounts.js';
import * as fleet from '../../../migrations/0002_fleet.js';
import * as work from '../../../migrations/0003_work.js';
import * as keys from '../../../migrations/0004_passkeys.js';
import * as auditIndexes from '../../../migrations/0006_audit.js';
import { uuid } from '../../../src/ids.js';

export const PASSWORD = 'correct horse battery';

export interface HouseOptions {
  folder?: string;
  at?: number;
  disable_user_registration?: boolean;
  disable_ssh_key_add?: boolean;
  rp_id?: string | null;
  public_url?: string;
  listen?: string[];
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A folder that goes with the test. */
export function temporary(t: { teardown(fn: () => unknown): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-core-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the services; `close` and open again with the same folder is a restart. */
export async function openHouse(t: { teardown(fn: () => unknown): void }, options: HouseOptions = {}) {
  const folder = options.folder ?? temporary(t);
  const time = { now: options.at ?? 1_700_000_000_000 };
  const clock = (): number => time.now;
  const db = await openDatabase({
    file: join(folder, 'gantry.db'),
    migrations: [
      { name: '0001_accounts', up: accounts.up },
      { name: '0002_fleet', up: fleet.up },
      { name: '0003_work', up: work.up },
      { name: '0004_passkeys', up: keys.up },
      { name: '0006_audit', up: auditIndexes.up },
    ],
  });
  const config = {
    disable_user_registration: options.disable_user_registration ?? false,
    disable_ssh_key_add: options.disable_ssh_key_add ?? false,
    public_url: options.public_url ?? '',
    listen: options.listen ?? ['http://127.0.0.1:7500'],
    webauthn: { rp_id: options.rp_id ?? null, attestation: 'none' as const },
    auth: {
      session_seconds: 2_592_000,
      reauth_seconds: 300,
      code_seconds: 900,
      token_seconds: 7_776_000,
      token_seconds_max: 31_536_000,
    },
  };
  const mails: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      mails.push(mail);
    },
    close: () => Promise.resolve(),
  };
  const lines: [object, string][] = [];
  const log = { warn: (fields: object, message: string) => void lines.push([fields, message]) };
  const secrets = createSecrets([Buffer.alloc(32, 7)]);
  const fromOperation: unknown[] = [];
  const idempotency = createIdempotency({
    db,
    clock,
    secrets,
    answerFromOperation: async (operation_id, method) => {
      fromOperation.push(operation_id);
      return { operation_id, method };
    },
  });
  const audit = createAudit({ db, clock, idempotency });
  const tokens = createTokens({ db, clock, audit, config, log });
  const passwords = createPasswords();
  const people = createAccounts({
    db,
    clock,
    audit,
    tokens,
    passwords,
    mailer,
    log,
    config,
    publicUrl: () => 'https://gantry.test',
  });
  const sshKeys = createSshKeys({ db, clock, audit, config });
  const passkeys = createPasskeys({
    db,
    clock,
    audit,
    tokens,
    rights: createRights(db),
    passwords,
    mailer,
    log,
    config: { ...config, disable_user_recovery: false, disable_user_password_change: false },
    publicUrl: () => 'https://gantry.test',
    origins: () => new Set(['http://localhost:7500', 'https://gantry.test']),
    secret: Buffer.alloc(32, 9),
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await db.close();
    open = false;
  };
  t.teardown(() => close());

  /** Every row of the log, oldest first. */
  const events = (): Promise<EventRow[]> => db.read.events.after(0);
  const auditRows = async (): Promise<{ row: EventRow; data: Record<string, unknown> }[]> =>
    (await events())
      .filter(({ retention }) => retention === 'audit')
      .map((row) => ({ row, data: JSON.parse(row.data) as Record<string, unknown> }));
  const addUser = async (login: string, is_admin: 0 | 1 = 0, disabled_at: number | null = null) => {
    const password_hash = await passwords.hash(PASSWORD);
    return db.tx(async (tx) => {
      const id = await tx.users.insert({
        uuid: uuid(),
        external_id: null,
        login,
        email: `${login}@example.org`,
        first_name: '',
        last_name: '',
        password_hash,
        password_locked_at: null,
        disabled_at,
        is_admin,
        email_verified_at: null,
        created_at: time.now,
        updated_at: time.now,
        deleted_at: null,
      });
      await tx.projects.insertPersonal(id, login, time.now);
      return id;
    });
  };
  const session = async (login: string): Promise<Actor> => {
    const { token } = await people.login(caller(), login, PASSWORD);
    return people.authenticate(token);
  };
  return {
    folder,
    time,
    clock,
    db,
    config,
    mails,
    lines,
    secrets,
    fromOperation,
    idempotency,
    audit,
    tokens,
    passwords,
    accounts: people,
    passkeys,
    sshKeys,
    close,
    events,
    auditRows,
    addUser,
    session,
  };
}

/** A call, with an audit draft of its own. */
export function caller(options: Partial<Caller> & { method?: string } = {}): Caller {
  const { method = 'test.call', ...rest } = options;
  return {
    actor: null,
    request_id: 'r-1',
    client_request_id: '',
    address: '192.0.2.1',
    via: 'native',
    audit: { method, params: {}, written: false },
    idempotency_key: null,
    ...rest,
  };
}
