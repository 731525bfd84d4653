// Opens the database: lock, pragmas, migrations; hands out `read` and `tx` with repositories bound.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import DatabaseDriver from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { AppError } from '../errors.js';
import { type Connection, openConnection } from './connection.js';
import { engineFault } from './portable.js';
import { type QueueOptions, WriteQueue } from './queue.js';
import type { InstanceRow } from './instances.js';
import { RowCache } from './row-cache.js';
import { type Repositories, repositories } from './repositories.js';

/** One migration, in the order of its name. */
export interface Migration {
  name: string;
  up: (db: Kysely<unknown>) => Promise<void>;
}

export interface OpenOptions extends Partial<QueueOptions> {
  /** File of the SQLite database. */
  file: string;
  migrations: readonly Migration[];
  /** Refuse instead of migrating when the schema is older (CLI checks). */
  migrate?: boolean;
}

/** What the probe of `writable` writes: some twenty pages, as an audited call with its events and their indexes does. */
const PROBE_BYTES = 60_000;

/** The database as the rest of the house sees it. */
export interface Db {
  /** Reads see what is committed, never what a running transaction has written. */
  readonly read: Repositories;
  /** Runs `fn` as one transaction; only repositories may be awaited inside. */
  tx<T>(fn: (tx: Repositories) => Promise<T>): Promise<T>;
  onCommit(listener: () => void): () => void;
  /** Why the latest transactions could not be committed; null when they could. */
  readonly trouble: string | null;
  /** How many commits have failed since the start: on a disk that is nearly full, small ones still succeed between. */
  readonly failures: number;
  /** Tries whether a row can be written right now; the reason when not. */
  writable(): Promise<string | null>;
  /** Notes beside the database how far the log has come, to tell a restored copy from it. */
  noteHead(): Promise<void>;
  /** Random text, drawn anew when the log was restored. */
  readonly epoch: string;
  close(): Promise<void>;
}

/** Opens and migrates; throws `unavailable` when another process holds it, and a plain Error for a newer schema. */
export async function openDatabase(options: OpenOptions): Promise<Db> {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  // The journal files take the mode of the database: what holds hashes is for its owner's eyes only.
  closeSync(openSync(options.file, 'a', 0o600));
  const lock = takeLock(`${options.file}.lock`);
  try {
    const writer = openConnection(options.file, { readonly: false });
    await migrate(writer, options);
    const reader = openConnection(options.file, { readonly: true });
    const queue = new WriteQueue(writer, {
      onForeignAwait: options.onForeignAwait ?? 'fail',
      ...(options.onRound ? { onRound: options.onRound } : {}),
    });
    const rows = new RowCache<InstanceRow>();
    const write = repositories(writer, { rows, reads: false });
    const read = repositories(reader, { rows, reads: true });
    queue.onCommit(() => rows.committed());
    const tx = <T>(fn: (tx: Repositories) => Promise<T>): Promise<T> => queue.tx(() => fn(write));
    const epoch = await ensureEpoch(read, tx, options.file);
    return {
      read,
      tx,
      epoch: epoch.value,
      noteHead: epoch.note,
      onCommit: (listener) => queue.onCommit(listener),
      get trouble() {
        return queue.trouble;
      },
      get failures() {
        return queue.failures;
      },
      writable: async () => {
        try {
          // As much as a call writes and never the same twice: SQLite writes nothing where nothing changes.
          const text = randomBytes(PROBE_BYTES).toString('base64');
          await tx((repos) => repos.settings.set('probe', JSON.stringify(text)));
          return null;
        } catch (error) {
          return error instanceof AppError ? error.message : 'the database cannot be written';
        }
      },
      close: async () => {
        await queue.close();
        await epoch.note();
        reader.raw.close();
        writer.raw.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** SQLite admits one process: an exclusive transaction on a small file beside it, gone with the process. */
function takeLock(file: string): DatabaseDriver.Database {
  const lock = new DatabaseDriver(file);
  try {
    lock.pragma('busy_timeout = 0');
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (engineFault(error) === 'busy') {
      throw new AppError('unavailable', 'another Gantry process uses this data folder; stop it first', {
        cause: error,
      });
    }
    throw error;
  }
}

async function migrate(connection: Connection, options: OpenOptions): Promise<void> {
  const db = connection.kysely as unknown as Kysely<unknown>;
  const raw = connection.raw;
  raw.exec(
    'create table if not exists migrations (name text primary key, applied_at integer not null) strict',
  );
  const applied = new Set(
    (raw.prepare('select name from migrations').all() as { name: string }[]).map(({ name }) => name),
  );
  const known = new Set(options.migrations.map(({ name }) => name));
  const newer = [...applied].filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Error(`the database was written by a newer Gantry (${newer.join(', ')}); install that version`);
  }
  const missing = options.migrations.filter(({ name }) => !applied.has(name));
  if (missing.length > 0 && options.migrate === false) {
    throw new Error(`the database needs ${missing.length} migrations; run: gantry migrate`);
  }
  for (const { name, up } of missing) {
    raw.exec('begin immediate');
    try {
      await up(db);
      await sql`insert into migrations (name, applied_at) values (${name}, ${Date.now()})`.execute(db);
      raw.exec('commit');
    } catch (error) {
      if (raw.inTransaction) raw.exec('rollback');
      throw error;
    }
  }
}

/**
 * The epoch of the event log. A file beside the database notes how far the log had come: when the log
 * is behind it, the database was put back from a copy, and a new epoch keeps old cursors from matching.
 */
async function ensureEpoch(
  read: Repositories,
  tx: <T>(fn: (tx: Repositories) => Promise<T>) => Promise<T>,
  file: string,
): Promise<{ value: string; note: () => Promise<void> }> {
  const { readFile, writeFile, rename } = await import('node:fs/promises');
  const noteFile = `${file}.head`;
  const head = await read.events.head();
  const stored = await read.settings.get('event_epoch');
  let noted = 0;
  let notedEpoch = '';
  if (existsSync(noteFile)) {
    const [epoch, number] = (await readFile(noteFile, 'utf8')).trim().split('.');
    notedEpoch = epoch ?? '';
    noted = Number(number) || 0;
  }
  let value = typeof stored === 'string' ? stored : '';
  if (value === '' || (notedEpoch === value && head < noted)) {
    value = createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 12);
    await tx((repos) => repos.settings.set('event_epoch', JSON.stringify(value)));
  }
  const note = async (): Promise<void> => {
    await writeFile(`${noteFile}.new`, `${value}.${await read.events.head()}\n`, { mode: 0o600 });
    await rename(`${noteFile}.new`, noteFile);
  };
  await note();
  return { value, note };
}
