// Staging of uploads: hash and bytes, back-pressure, limits, names, sweeping.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { createStage } from '../../../src/blobs/stage.js';
import { AppError } from '../../../src/errors.js';

function folder(test: Test): string {
  const dir = mkdtempSync(join(tmpdir(), 'gantry-stage-'));
  test.teardown(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'staging');
}

t.test('bytes and hash are those that were written, whatever the chunks', async (t) => {
  const stage = createStage(folder(t));
  const bytes = randomBytes(3 * 256 * 1024 + 17);
  for (const step of [1000, 65_536, 256 * 1024, bytes.length]) {
    const writer = await stage.open({ limit: bytes.length });
    const buffer = Buffer.alloc(step);
    for (let at = 0; at < bytes.length; at += step) {
      const part = bytes.subarray(at, at + step);
      buffer.set(part);
      await writer.write(buffer.subarray(0, part.length));
      buffer.fill(0);
    }
    const staged = await writer.finish();
    t.equal(staged.size, bytes.length);
    t.equal(staged.sha256, createHash('sha256').update(bytes).digest('hex'));
    t.ok(readFileSync(stage.path(staged.id)).equals(bytes), `chunks of ${step}`);
    t.equal(statSync(stage.path(staged.id)).mode & 0o777, 0o600);
  }
});

t.test('an empty file is a file', async (t) => {
  const stage = createStage(folder(t));
  const staged = await (await stage.open({ limit: 10 })).finish();
  t.equal(staged.size, 0);
  t.equal(staged.sha256, createHash('sha256').digest('hex'));
  t.ok(existsSync(stage.path(staged.id)));
});

t.test('write asks for a pause at 1 MiB and lets go when the disk has caught up', async (t) => {
  const stage = createStage(folder(t));
  const writer = await stage.open({ limit: 1e9 });
  const chunk = Buffer.alloc(128 * 1024, 7);
  const answers = Array.from({ length: 9 }, () => writer.write(chunk));
  t.equal(answers[0], undefined);
  t.ok(answers[8] instanceof Promise);
  await answers[8];
  t.equal((await writer.finish()).size, 9 * chunk.length);
});

t.test('SEC-50: over the limit is too_large, and abort leaves nothing', async (t) => {
  const dir = folder(t);
  const stage = createStage(dir);
  const writer = await stage.open({ limit: 5 });
  await writer.write(Buffer.from('12345'));
  t.throws(() => writer.write(Buffer.from('6')), { code: 'too_large' });
  await writer.abort();
  await writer.abort();
  t.same(readdirSync(dir), []);
  await t.rejects(async () => writer.write(Buffer.from('1')), /given up/);
});

t.test('abort while writes are pending releases who waits', async (t) => {
  const dir = folder(t);
  const writer = await createStage(dir).open({ limit: 1e9 });
  const waiting = writer.write(Buffer.alloc(16 * 1024 * 1024));
  await Promise.all([waiting, writer.abort()]);
  t.same(readdirSync(dir), []);
});

t.test('SEC-50: a path is asked for by our own names only', (t) => {
  const stage = createStage('/nowhere');
  for (const id of ['', '../etc/passwd', '/etc/passwd', 'a\0b', 'A'.repeat(26), 'a'.repeat(300)]) {
    t.throws(() => stage.path(id));
  }
  t.end();
});

t.test('discard is a no-op for what was moved; sweep leaves what is held', async (t) => {
  const dir = folder(t);
  const stage = createStage(dir);
  const moved = await (await stage.open({ limit: 10 })).finish();
  renameSync(stage.path(moved.id), `${dir}-kept`);
  await stage.discard(moved.id);
  t.ok(existsSync(`${dir}-kept`));

  const held = await (await stage.open({ limit: 10 })).finish();
  await stage.sweep(-1000);
  t.ok(existsSync(stage.path(held.id)), 'held by a call of this process');

  const next = createStage(dir);
  await next.sweep(60_000);
  t.ok(existsSync(stage.path(held.id)), 'too young');
  await next.sweep(-1000);
  t.notOk(existsSync(stage.path(held.id)));
  await stage.discard(held.id);
  await createStage(`${dir}-none`).sweep(0);
});

t.test('SEC-53 the room on the disk is looked at while an upload is written', async (t) => {
  const dir = folder(t);
  let looks = 0;
  const stage = createStage(dir, async () => {
    looks += 1;
    if (looks === 2) throw new AppError('no_capacity', 'no room');
  });
  const writer = await stage.open({ limit: 1e9 });
  const chunk = Buffer.alloc(1024 * 1024);
  let written = 0;
  const fill = async (): Promise<void> => {
    for (; written < 200; written += 1) {
      const pause = writer.write(chunk);
      if (pause !== undefined) await pause;
    }
  };
  await t.rejects(fill(), { code: 'no_capacity' });
  t.equal(looks, 2);
  t.ok(written >= 16 && written < 48, `given up after ${written} MiB`);
  await writer.abort();
  t.same(readdirSync(dir), [], 'and nothing is left of it');
});
