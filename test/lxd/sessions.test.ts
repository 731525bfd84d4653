// Commands and consoles on a real LXD: through our socket, through the command line, and 50 consoles cut at any moment.
import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import t from 'tap';
import { startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { isAlive } from '../support/lxd-cleanup.js';
import { type ClientSession, openSession, refusedAt } from '../support/session.js';
import { until } from '../support/until.js';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const CONSOLES = 50;

await onRealLxd('sessions', real);

interface Resource {
  id: number;
  attributes: Record<string, unknown>;
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'sessions' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  for (const name of ['web', 'one', 'two', 'three']) await daemon.lxc('launch', 'busybox', name);
  const app = await startTestApp({
    env: {
      GANTRY_SERVERS_SOCKETS: daemon.socket,
      GANTRY_LIMITS_SESSIONS_PER_USER: '100',
      GANTRY_LIMITS_SESSIONS_PER_INSTANCE: '100',
    },
  });
  t.teardown(() => app.close());
  const token = await app.admin();
  const must = <T = Resource>(method: string, params: unknown): Promise<T> =>
    app.must<T>(method, params, { token });
  await must('server.add', { server_path: daemon.socket, server_name: 'local' });
  const ids = new Map(
    (await must<Resource[]>('instance.list', {})).map(({ id, attributes }) => [
      String(attributes['instance_name']),
      id,
    ]),
  );
  const instance_id = ids.get('web') ?? 0;
  const open = async (method: string, params: object, id = instance_id): Promise<ClientSession> => {
    const { attributes } = await must(method, { instance_id: id, ...params });
    return openSession(String(attributes['url']));
  };
  const exec = (command: string[], more: object = {}): Promise<ClientSession> =>
    open('instance.exec', { command, ...more });
  const exit = (exit_code: number | null): object => ({ type: 'exit', exit_code });

  await t.test('instance.exec: streams apart, input, user, folder, environment and exit code', async (t) => {
    const plain = await exec(['sh', '-c', 'echo hi; echo wrong >&2; exit 3']);
    t.equal((await plain.closed()).code, 1000);
    t.same([plain.stdout, plain.stderr, plain.text.at(-1)], ['hi\n', 'wrong\n', exit(3)]);
    const piped = await exec(['sh', '-c', 'tr a-z A-Z']);
    piped.input('piped in\n');
    piped.control({ type: 'eof' });
    await piped.closed();
    t.same([piped.stdout, piped.text.at(-1)], ['PIPED IN\n', exit(0)]);
    const set = await exec(['sh', '-c', 'echo $MINE; pwd; id -u; id -g'], {
      environment: { MINE: 'a b' },
      cwd: '/etc',
      user: 1234,
      group: 4321,
    });
    await set.closed();
    t.equal(set.stdout, 'a b\n/etc\n1234\n4321\n');
    const unknown = await exec(['nonesuch']);
    await unknown.closed();
    t.same(unknown.text.at(-1), exit(127));
    const killed = await exec(['sleep', '1000']);
    await killed.started();
    killed.control({ type: 'signal', signal: 15 });
    await killed.closed();
    t.same(killed.text.at(-1), exit(143));
  });

  await t.test('instance.exec: 30 MB arrive whole at a reader that pauses, and so does input', async (t) => {
    // More than all buffers between the command and its reader hold, and begun only when nobody reads.
    const size = 30_000_000;
    const flood = await exec(['sh', '-c', `read go; head -c ${size} /dev/zero | tr '\\0' x`]);
    await flood.started();
    flood.pause();
    flood.input('go\n');
    await until(async () => (await daemon.lxc('exec', 'web', '--', 'ps')).includes('head -c'));
    flood.resume();
    t.equal((await flood.closed()).code, 1000);
    t.equal(flood.bytes, size);
    const count = await exec(['wc', '-c']);
    await count.started();
    const part = Buffer.alloc(65_536, 0x79);
    for (let sent = part.length; sent <= 40 * part.length; sent += part.length) {
      await until(() => sent - count.took <= 1_048_576, { what: 'room for input' });
      count.input(part);
    }
    count.control({ type: 'eof' });
    await count.closed();
    t.equal(count.stdout.trim(), String(40 * part.length));
  });

  await t.test('instance.exec: a terminal has a size and changes it; Ctrl-C is a key', async (t) => {
    const shell = await exec(['sh'], { interactive: true, width: 100, height: 30 });
    await shell.started();
    shell.input('stty size\n');
    await until(() => shell.raw.includes('30 100'));
    shell.control({ type: 'resize', width: 77, height: 22 });
    await until(() => {
      shell.input('stty size\n');
      return shell.raw.includes('22 77');
    });
    shell.input('sleep 1000\n');
    await until(() => shell.raw.includes('sleep 1000'));
    await until(() => {
      shell.input('\u0003');
      return shell.raw.includes('^C');
    });
    shell.input('exit 5\n');
    await shell.closed();
    t.same(shell.text.at(-1), exit(5));
  });

  await t.test(
    'instance.console: shows the shell of the console; a ticket is good once (SEC-47)',
    async (t) => {
      const { attributes } = await must('instance.console', { instance_id, width: 90, height: 25 });
      t.match(attributes, { path: '/v1/instance.session', url: String });
      const shell = await openSession(String(attributes['url']));
      await shell.started();
      await until(() => {
        shell.input('echo $((6*7))\n');
        return /\b42\b/.test(shell.raw);
      });
      t.equal(await refusedAt(String(attributes['url'])), 401);
      shell.close();
      const events = async (): Promise<unknown[]> => {
        const rows = await must<Resource[]>('event.list', {
          filter: { type: 'session.closed' },
          limit: 1000,
        });
        return rows.filter(
          ({ attributes: { data } }) => (data as { session_kind: string }).session_kind === 'console',
        );
      };
      await until(async () => (await events()).length === 1, { what: 'the end to be noted' });
      const operations = await daemon.lxc('query', '/1.0/operations?recursion=1');
      t.notMatch(operations, /"Showing console"[^}]*"Running"/, 'nothing of it is left on the host');
    },
  );

  await t.test(
    'SEC-09 instance.exec, instance.console: a guest that stops takes its sessions with it',
    async (t) => {
      const id = ids.get('three') ?? 0;
      const console = await open('instance.console', {}, id);
      const command = await open('instance.exec', { command: ['sleep', '1000'] }, id);
      await Promise.all([console.started(), command.started()]);
      await daemon.lxc('stop', '-f', 'three');
      t.equal((await console.closed()).code, 4410);
      // Either word comes first: that the instance stopped, or that the command was killed.
      const { code } = await command.closed();
      if (code === 1000) t.same(command.text.at(-1), exit(137));
      else t.equal(code, 4410);
    },
  );

  await t.test(
    'instance.exec, instance.console: on the command line, in a pipe and on a terminal',
    async (t) => {
      const env = { ...process.env, GANTRY_URL: app.url, GANTRY_TOKEN: token, TERM: 'xterm' };
      const cli = (
        args: string[],
        input = '',
      ): Promise<{ status: number | null; out: string; err: string }> =>
        new Promise((resolve) => {
          const child = spawn(process.execPath, ['--import', 'tsx', MAIN, 'instance', ...args], { env });
          let out = '';
          let err = '';
          child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
          child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
          child.on('close', (status) => resolve({ status, out, err }));
          // A command that ends early does not read what is left.
          child.stdin.on('error', () => undefined);
          child.stdin.end(input);
        });
      const [plain, piped, missing] = await Promise.all([
        cli(['exec', 'web', '--', 'sh', '-c', 'echo hi; echo wrong >&2; exit 3']),
        cli(['exec', 'web', '--', 'wc', '-c'], 'x'.repeat(3_000_000)),
        cli(['exec', 'nonesuch', '--', 'true']),
      ]);
      t.same(plain, { status: 3, out: 'hi\n', err: 'wrong\n' });
      t.same({ ...piped, out: piped.out.trim() }, { status: 0, out: '3000000', err: '' });
      t.equal(missing.status, 2);
      if (spawnSync('script', ['--version']).status !== 0)
        return t.pass('no script(1) here: no terminal tried');
      const node = `${process.execPath} --import tsx ${MAIN} instance`;
      const terminal = (command: string): ReturnType<typeof spawn> =>
        spawn('script', ['-qec', `stty rows 33 cols 111; ${command}`, '/dev/null'], { env, stdio: 'pipe' });
      // Keys may be lost while the other side opens its terminal (lxc's console empties what waits): typed until answered.
      const typed = async (
        command: string,
        keys: [string, RegExp][],
        last: string,
      ): Promise<{ status: number | null; out: string }> => {
        const child = terminal(command);
        let out = '';
        child.stdout?.on('data', (bytes: Buffer) => (out += bytes.toString()));
        const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
        for (const [line, answer] of keys) {
          const answered = (): boolean => {
            if (answer.test(out)) return true;
            if (line !== '') child.stdin?.write(line);
            return false;
          };
          await until(answered, { timeout_ms: 20_000, what: `${answer} on the terminal: ${out}` });
        }
        child.stdin?.write(last);
        const status = await closed;
        return { status, out };
      };
      const [shell, console] = await Promise.all([
        typed(
          `${node} exec web -- sh`,
          [
            ['', /# /],
            ['stty size; echo $TERM\n', /33 111[^]*xterm/],
          ],
          'exit 7\n',
        ),
        typed(
          `${node} console web`,
          [
            ['', /Ctrl-a q/],
            ['echo $((40+2))\n', /\b42\b/],
          ],
          '\u0001q',
        ),
      ]);
      t.equal(shell.status, 7, shell.out);
      t.equal(console.status, 0, console.out);
    },
  );

  await t.test(
    `${CONSOLES} consoles cut at any moment while instances stop, start and go: LXD lives`,
    async (t) => {
      const names = ['one', 'two'];
      const cut = async (index: number): Promise<void> => {
        const id = ids.get(names[index % names.length] ?? '') ?? 0;
        const answer = await app.call('instance.console', { instance_id: id }, { token });
        const data = answer.body['data'] as Resource | undefined;
        if (data === undefined) return;
        const session = await openSession(String(data.attributes['url'])).catch(() => null);
        if (session === null) return;
        // Before it is open on the host, while it is, and after.
        await new Promise((resolve) => setTimeout(resolve, randomInt(0, 120)));
        session.input('echo here\n');
        session.cut();
      };
      const act = async (name: string, action: string): Promise<void> => {
        await app.call(
          'instance.action',
          { instance_id: ids.get(name), instance_status: action, wait: 20 },
          { token },
        );
      };
      let going = true;
      const shaken = Promise.all(
        names.map(async (name) => {
          while (going) {
            await act(name, 'stop-force');
            await act(name, 'start');
          }
        }),
      );
      for (let index = 0; index < CONSOLES; index += 10) {
        await Promise.all(Array.from({ length: 10 }, (_, at) => cut(index + at)));
      }
      going = false;
      await shaken;
      const last = await open('instance.console', {}, ids.get('one') ?? 0).catch(() => null);
      await last?.started();
      await must('instance.delete', { instance_id: ids.get('one'), force: true, wait: 30 });
      if (last !== null) t.equal((await last.closed()).code, 4410, 'a console of what is deleted');
      t.ok(isAlive(daemon.pid), 'the daemon that was there');
      t.notMatch(await readFile(join(daemon.dir, 'lxd.out'), 'utf8'), /panic/);
      const after = await exec(['echo', 'well']);
      await after.closed();
      t.equal(after.stdout, 'well\n');
    },
  );
}
