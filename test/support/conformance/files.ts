// Files and logs of an instance: the same on the fake and on a real LXD.
import { createHash, randomBytes } from 'node:crypto';
import type { Test } from 'tap';
import { isAppError, type Code } from '../../../src/errors.js';
import type { FileContent, Host, HostEntry, InstanceRef } from '../../../src/providers/provider.js';
import { until } from '../until.js';

async function fails(t: Test, code: Code, work: Promise<unknown>, what: string): Promise<string> {
  try {
    await work;
    t.fail(`${what}: should have failed with ${code}`);
    return '';
  } catch (error) {
    t.equal(isAppError(error) ? error.code : String(error), code, what);
    return isAppError(error) ? error.message : '';
  }
}

async function bytesOf(entry: HostEntry): Promise<Buffer> {
  if (entry.type !== 'file') throw new Error(`a ${entry.type} has no bytes`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function content(bytes: Uint8Array, more: Partial<FileContent> = {}): FileContent {
  async function* body(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 100_000) {
      await Promise.resolve();
      yield bytes.subarray(at, at + 100_000);
    }
  }
  return { size: bytes.length, body: body(), ...more };
}

/** `ref` is an instance of the busybox image that has been started. */
export async function fileConformance(t: Test, host: Host, ref: InstanceRef): Promise<void> {
  const read = (path: string): Promise<HostEntry> => host.readFile(ref, path);

  await t.test('reads files, directories and links', async (t) => {
    const file = await read('/etc/passwd');
    t.match(file, { type: 'file', mode: '0644', uid: 0, gid: 0 });
    const bytes = await bytesOf(file);
    t.match(bytes.toString(), /^root:x:0:0:/);
    t.equal(file.type === 'file' ? file.size : -1, bytes.length);
    const directory = await read('/etc');
    t.match(directory, { type: 'directory', mode: '0755' });
    const names = directory.type === 'directory' ? directory.names : [];
    t.ok(names.includes('passwd') && names.includes('hostname'));
    t.same(names, names.toSorted(), 'in order');
    t.match(await read('/bin/sh'), { type: 'symlink', target: '/bin/busybox' });
    await fails(t, 'not_found', read('/nowhere/at/all'), 'nothing there');
    await fails(t, 'not_found', read('/etc/passwd/x'), 'below a file');
    for (const path of ['etc/passwd', '', '/etc\0', `/${'x'.repeat(4096)}`])
      await fails(t, 'invalid_params', read(path), `SEC-44 ${JSON.stringify(path.slice(0, 20))}`);
    await fails(t, 'not_found', host.readFile({ ...ref, name: `${ref.name}-no` }, '/etc'), 'no instance');
  });

  await t.test('writes files, of any size and name', async (t) => {
    for (const size of [0, 5, 1_000_000]) {
      const bytes = randomBytes(size);
      await host.writeFile(ref, '/root/file', content(bytes));
      const back = await bytesOf(await read('/root/file'));
      t.ok(back.equals(bytes), `${size} bytes`);
    }
    const odd = '/root/a b%2F?#&=+ü\\';
    await host.writeFile(ref, odd, content(Buffer.from('odd')));
    t.equal((await bytesOf(await read(odd))).toString(), 'odd', 'SEC-44 every character of the name');
    const owned = { mode: '0640', uid: 7, gid: 8 };
    await host.writeFile(ref, '/root/owned', content(Buffer.from('1'), owned));
    t.match(await read('/root/owned'), owned);
    await host.writeFile(ref, '/root/owned', content(Buffer.from('22')));
    const kept = await read('/root/owned');
    t.match(kept, owned, 'what is not given stays');
    t.equal((await bytesOf(kept)).toString(), '22');
    t.match(
      await fails(t, 'not_found', host.writeFile(ref, '/no/dir/file', content(Buffer.alloc(9))), 'no parent'),
      '/no/dir',
    );
    await fails(
      t,
      'not_found',
      host.writeFile(ref, '/etc/passwd/x', content(Buffer.alloc(9))),
      'parent a file',
    );
    await fails(t, 'conflict', host.writeFile(ref, '/etc', content(Buffer.alloc(9))), 'a directory');
  });

  await t.test('a file that nobody reads to its end costs nothing', async (t) => {
    const bytes = randomBytes(6_000_000);
    await host.writeFile(ref, '/root/big', content(bytes));
    for (let round = 0; round < 8; round++) {
      const entry = await read('/root/big');
      if (entry.type !== 'file') throw new Error('no file');
      if (round % 2 === 0) entry.close();
      else {
        await t.rejects(async () => {
          for await (const _chunk of entry.body) entry.close();
        });
      }
    }
    const whole = await bytesOf(await read('/root/big'));
    const hash = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
    t.equal(hash(whole), hash(bytes), 'the host is not thought to be broken');
    const control = new AbortController();
    control.abort();
    await fails(t, 'cancelled', host.readFile(ref, '/root/big', control.signal), 'by signal');
  });

  await t.test('reads the ends of logs', async (t) => {
    const names = await host.logNames(ref);
    t.ok(names.includes('lxc.log'), names.join());
    const log = await host.readLog(ref, 'lxc.log', 100);
    t.ok((log?.bytes.length ?? 999) <= 100);
    t.equal(await host.readLog(ref, 'other.log', 100), null);
    await fails(t, 'invalid_params', host.readLog(ref, '../lxc.log', 100), 'SEC-44 no path');
    let shown = '';
    const seen = async (): Promise<boolean> => {
      const screen = await host.readConsole(ref, 262_144);
      t.notOk(screen?.truncated);
      shown += Buffer.from(screen?.bytes ?? []).toString();
      return shown.includes('/ # ');
    };
    await until(seen, { what: 'the shell on the console' });
    t.match(shown, /BusyBox/);
  });
}
