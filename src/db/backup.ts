// A copy of the database made from outside the process that owns it.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import DatabaseDriver from 'better-sqlite3';
import { AppError } from '../errors.js';

/** Copies a database while it may be in use; the copy gets a new event epoch, so no old cursor fits it. */
export async function backupFile(source: string, target: string): Promise<void> {
  if (!existsSync(source))
    throw new AppError('not_found', `${source} does not exist; name the data folder with --data`);
  if (existsSync(target)) throw new AppError('conflict', `${target} exists already; name a new file`);
  // What holds hashes is for its owner's eyes only.
  reserve(target);
  try {
    await copyPages(source, target);
    renewEpoch(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

function reserve(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new AppError(
      'bad_request',
      `${target} cannot be made (${code}); name a file in a folder of yours`,
      {
        cause,
      },
    );
  }
}

async function copyPages(source: string, target: string): Promise<void> {
  const from = new DatabaseDriver(source, { readonly: true });
  try {
    // All that is left in one step: a copy in several begins again whenever the running Gantry writes.
    await from.backup(target, { progress: () => 0x7fffffff });
  } finally {
    from.close();
  }
}

function renewEpoch(target: string): void {
  const copy = new DatabaseDriver(target);
  try {
    const epoch = JSON.stringify(randomBytes(6).toString('hex'));
    copy
      .prepare(
        "insert into settings (key, value) values ('event_epoch', ?) on conflict (key) do update set value = excluded.value",
      )
      .run(epoch);
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
