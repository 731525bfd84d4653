// Migrations: empty -> latest is docs/schema.md; a newer schema, a second process and a restored copy are noticed.
import DatabaseDriver from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { backupFile } from '../../src/db/backup.js';
import { type Db, openDatabase } from '../../src/db/open.js';
import { eventRow, migrations, testFolder } from '../support/database.js';
import { schemaDocument } from './schema-document.js';

const DOCUMENT = join(import.meta.dirname, '../../docs/schema.md');

t.test('empty -> latest is what docs/schema.md says', async (t) => {
  const file = join(await testFolder(t), 'a.db');
  await (await openDatabase({ file, migrations })).close();
  const raw = new DatabaseDriver(file, { readonly: true });
  const text = schemaDocument(
    raw,
    migrations.map(({ name }) => name),
  );
  t.equal(raw.pragma('integrity_check', { simple: true }), 'ok');
  raw.close();
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(DOCUMENT, text);
  t.equal(text, await readFile(DOCUMENT, 'utf8').catch(() => ''), 'UPDATE_GOLDEN=1 rewrites it');
});

t.test('REL-78 opening again changes nothing', async (t) => {
  const folder = await testFolder(t);
  const dump = async (file: string): Promise<string> => {
    const raw = new DatabaseDriver(file, { readonly: true });
    const rows = raw.prepare('select type, name, sql from sqlite_schema order by type, name').all();
    raw.close();
    return JSON.stringify(rows);
  };
  const once = join(folder, 'once.db');
  await (await openDatabase({ file: once, migrations })).close();
  const before = await dump(once);
  await (await openDatabase({ file: once, migrations })).close();
  t.equal(await dump(once), before);
});

t.test('REL-78 a newer schema is refused, an older one only when asked', async (t) => {
  const file = join(await testFolder(t), 'a.db');
  const newer = [...migrations, { name: '9999_tomorrow', up: () => Promise.resolve() }];
  await (await openDatabase({ file, migrations: newer })).close();
  await t.rejects(openDatabase({ file, migrations }), /newer Gantry \(9999_tomorrow\)/);
  await (await openDatabase({ file, migrations: newer })).close();
  const later = [...newer, { name: '9999_z', up: () => Promise.resolve() }];
  await t.rejects(openDatabase({ file, migrations: later, migrate: false }), /gantry migrate/);
});

t.test('REL-78 a migration that fails leaves nothing behind', async (t) => {
  const file = join(await testFolder(t), 'a.db');
  const broken = {
    name: '9999_broken',
    up: async (db: Parameters<(typeof migrations)[number]['up']>[0]) => {
      await db.schema.createTable('half').addColumn('id', 'integer').execute();
      throw new Error('no');
    },
  };
  await t.rejects(openDatabase({ file, migrations: [...migrations, broken] }), /no/);
  const db = await openDatabase({ file, migrations });
  await db.close();
  const raw = new DatabaseDriver(file, { readonly: true });
  t.same(raw.prepare("select name from sqlite_schema where name = 'half'").all(), []);
  raw.close();
});

t.test('one process per database', async (t) => {
  const file = join(await testFolder(t), 'a.db');
  const db = await openDatabase({ file, migrations });
  await t.rejects(openDatabase({ file, migrations }), {
    code: 'unavailable',
    message: /another Gantry process/,
  });
  await db.close();
  await (await openDatabase({ file, migrations })).close();
});

async function write(db: Db, count: number): Promise<void> {
  await db.tx(async (tx) => {
    for (let n = 0; n < count; n += 1) await tx.events.insert(eventRow());
  });
}

t.test('REL-61 a restored copy begins a new epoch, a restart does not', async (t) => {
  const folder = await testFolder(t);
  const file = join(folder, 'a.db');
  let db = await openDatabase({ file, migrations });
  const { epoch } = db;
  await write(db, 3);
  await db.close();
  await copyFile(file, join(folder, 'copy.db'));

  db = await openDatabase({ file, migrations });
  t.equal(db.epoch, epoch, 'a restart keeps it');
  await write(db, 2);
  await db.close();

  await copyFile(join(folder, 'copy.db'), file);
  db = await openDatabase({ file, migrations });
  t.not(db.epoch, epoch, 'the plain copy of before');
  t.equal(await db.read.events.head(), 3);
  const restored = db.epoch;
  await db.close();
  db = await openDatabase({ file, migrations });
  t.equal(db.epoch, restored, 'and only once');
  await db.close();
});

t.test('REL-61 an online backup has an epoch of its own, wherever it is put', async (t) => {
  const folder = await testFolder(t);
  const file = join(folder, 'a.db');
  const db = await openDatabase({ file, migrations });
  await write(db, 3);
  const target = join(folder, 'backup.db');
  await backupFile(file, target);
  await t.rejects(backupFile(file, target), { code: 'conflict' }, 'it overwrites nothing');
  await t.rejects(backupFile(join(folder, 'none.db'), join(folder, 'x.db')), { code: 'not_found' });
  const { epoch } = db;
  await write(db, 1);
  await db.close();
  const copy = await openDatabase({ file: target, migrations });
  t.not(copy.epoch, epoch);
  t.equal(await copy.read.events.head(), 3);
  await copy.close();
  await copyFile(target, file);
  const restored = await openDatabase({ file, migrations });
  t.not(restored.epoch, epoch, 'put back in place');
  await restored.close();
});

t.test('a log whose events are all gone goes on counting, in the same epoch', async (t) => {
  const file = join(await testFolder(t), 'a.db');
  let db = await openDatabase({ file, migrations });
  const { epoch } = db;
  await write(db, 5);
  await db.tx(async (tx) => {
    t.equal((await tx.events.prune('event', 100)).length, 5);
  });
  t.equal(await db.read.events.head(), 5, 'the last number given out');
  await db.close();
  db = await openDatabase({ file, migrations });
  t.equal(db.epoch, epoch);
  t.equal(await db.tx((tx) => tx.events.insert(eventRow())), 6, 'numbers are never reused');
  await db.close();
});

t.test('REL-73 a copy of the files in mid-write opens, with all that was acknowledged', async (t) => {
  const folder = await testFolder(t);
  const file = join(folder, 'a.db');
  const db = await openDatabase({ file, migrations });
  let acknowledged = 0;
  let stop = false;
  const writer = (async () => {
    while (!stop) acknowledged = await db.tx((tx) => tx.events.insert(eventRow()));
  })();
  for (let round = 0; round < 20; round += 1) {
    const copy = join(folder, `torn-${round}.db`);
    while (acknowledged < (round + 1) * 3) await new Promise((resolve) => setImmediate(resolve));
    // In the middle of a transaction and within one turn: what a power cut would leave, of both files at once.
    const promised = await db.tx(async (tx) => {
      await tx.events.insert(eventRow());
      copyFileSync(file, copy);
      copyFileSync(`${file}-wal`, `${copy}-wal`);
      return acknowledged;
    });
    const opened = await openDatabase({ file: copy, migrations });
    t.ok((await opened.read.events.head()) >= promised, `round ${round}: ${promised} acknowledged`);
    await opened.close();
  }
  stop = true;
  await writer;
  await db.close();
});
