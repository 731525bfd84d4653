// `npm run up` in a copy of this tree, against a private LXD: what it makes, that it makes nothing twice, that what it
// prints works as printed, and what a user who is not root is told.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t, { type Test } from 'tap';
import { type LxdDaemon, skipReason, startLxd } from '../support/lxd.js';
import { until } from '../support/until.js';
import { call } from '../security/support.js';

const run = promisify(execFile);
const TOP = fileURLToPath(new URL('../..', import.meta.url));
const NOBODY = 65_534;
const skip = skipReason();
if (skip !== '') {
  if (process.env['CI'] !== undefined) t.fail(`npm run up: ${skip}`);
  else t.pass(`SKIPPED npm run up: ${skip}`, { skip });
  t.end();
} else {
  await real();
}

/** A copy of the tree that anybody may read; its packages are ours. */
async function copyTree(): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'gantry-up-'));
  await chmod(tree, 0o755);
  for (const name of [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'src',
    'migrations',
    'scripts',
    'dist',
  ]) {
    // With its times: what is built stays built.
    if (existsSync(join(TOP, name)))
      await cp(join(TOP, name), join(tree, name), { recursive: true, preserveTimestamps: true });
  }
  await symlink(join(TOP, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Up {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
  /** Resolves with all that was printed, once it is ready. */
  ready(): Promise<string>;
}

async function real(): Promise<void> {
  t.setTimeout(240_000);
  const tree = await copyTree();
  t.teardown(() => rm(tree, { recursive: true, force: true }));
  const daemon = await startLxd({ name: 'up' });
  t.teardown(() => daemon.stop());
  const home = join(tree, 'home');
  await mkdir(home);
  const data = join(tree, 'data');
  const url = `http://127.0.0.1:${await freePort()}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: home,
    GANTRY_SERVERS_SOCKETS: daemon.socket,
  };
  const children = new Set<ChildProcess>();
  t.teardown(async () => {
    for (const child of children) child.kill('SIGTERM');
    await until(() => children.size === 0, { timeout_ms: 15_000 });
  });

  const up = (args: string[], options: { uid?: number; env?: NodeJS.ProcessEnv } = {}): Up => {
    const { uid } = options;
    const child = spawn(process.execPath, ['scripts/up.mjs', ...args], {
      cwd: tree,
      env: { ...env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    children.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => {
      child.once('close', (code) => {
        children.delete(child);
        resolve(code);
      });
    });
    let over = false;
    void ended.then(() => (over = true));
    return {
      child,
      ended,
      output: () => text,
      ready: async () => {
        await until(() => over || text.includes('Ctrl-C stops Gantry'), {
          timeout_ms: 90_000,
          what: 'up to be ready',
        });
        if (over) throw new Error(text);
        return text;
      },
    };
  };

  const token = async (): Promise<string> => (await readFile(join(data, 'admin.token'), 'utf8')).trim();
  const count = async (method: string): Promise<number> => {
    const { body, text } = await call(url, method, {}, { token: await token() });
    if (!Array.isArray(body['data'])) throw new Error(text);
    return body['data'].length;
  };

  await t.test(
    'the first run: image, administrator, server, and commands that work as printed',
    async (t) => {
      const first = up(['--data', data, '--listen', url]);
      const printed = await first.ready();
      const [, password = ''] = /Password\s+(\S{24})\s/.exec(printed) ?? [];
      t.equal(password.length, 24, 'shown');
      const login = await call(url, 'user.login', { user_login: 'admin', user_password: password });
      t.equal(login.status, 200, 'login and password work');
      t.equal((await stat(join(data, 'admin.token'))).mode & 0o777, 0o600);
      t.equal((await stat(data)).mode & 0o077, 0, 'the data folder is its owner’s');
      t.equal(
        (await stat(join(home, '.config/gantry/config.json'))).mode & 0o077,
        0,
        'so is the configuration of the command line',
      );
      t.equal(existsSync(join(data, 'first-admin.code')), false, 'the code is used up');
      t.notMatch(await readFile(join(data, 'gantry.log'), 'utf8'), password);
      t.notMatch(await readFile(join(data, 'gantry.log'), 'utf8'), await token());
      t.match(await daemon.lxc('image', 'list', '--format', 'csv'), /gantry\/busybox/);

      const commands = printed
        .split('\n')
        .filter((line) => line.startsWith('  npx gantry '))
        .map((line) => line.trim());
      t.equal(commands.length, 3, commands.join(' | '));
      const [list = '', add = '', watch = ''] = commands;
      const shell = (command: string) => run('/bin/sh', ['-c', command], { cwd: tree, env, timeout: 60_000 });
      await t.resolves(shell(list));
      const watching = spawn('/bin/sh', ['-c', watch], {
        cwd: tree,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let heard = '';
      watching.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()));
      t.teardown(() => {
        if (watching.pid !== undefined) process.kill(-watching.pid, 'SIGKILL');
      });
      await shell(add);
      t.match(await daemon.lxc('list', '--format', 'csv', '--columns', 'ns'), /hello,RUNNING/);
      t.match((await shell(list)).stdout, /hello/);
      await until(() => /instance\.started[\s\S]*operation\.finished/.test(heard), {
        timeout_ms: 10_000,
        what: 'created, started and finished in what the watcher prints',
      });
      first.child.kill('SIGINT');
      t.equal(await first.ended, 0);
      t.match(first.output(), /LXD and its instances go on/);
      t.match(await daemon.lxc('list', '--format', 'csv', '--columns', 'ns'), /hello,RUNNING/, 'they do');
    },
  );

  await t.test('the second run: up in seconds, nothing twice', async (t) => {
    const before = await token();
    const images = await daemon.lxc('image', 'list', '--format', 'csv');
    const began = performance.now();
    const second = up(['--data', data, '--listen', url]);
    const printed = await second.ready();
    t.ok(performance.now() - began < 10_000, `${Math.round(performance.now() - began)} ms`);
    t.notMatch(printed, /Password/);
    t.notMatch(printed, /making|registering|administrator/);
    t.equal(await token(), before);
    t.same([await count('server.list'), await count('user.list'), await count('instance.list')], [1, 1, 1]);
    t.equal(await daemon.lxc('image', 'list', '--format', 'csv'), images);
    // Another one on the same folder is told so, and the first lives on.
    const third = up(['--data', data, '--listen', `http://127.0.0.1:${await freePort()}`]);
    t.equal(await third.ended, 1);
    t.match(third.output(), /another Gantry process uses this data folder/);
    t.notMatch(third.output(), /\n\s+at .*:\d+/, 'a sentence, no stack');
    t.equal((await call(url, 'health.ready', {})).status, 200);
    second.child.kill('SIGTERM');
    t.equal(await second.ended, 0);
  });

  await t.test('a lost token is not replaced behind the administrator’s back', async (t) => {
    await rm(join(data, 'admin.token'));
    const again = up(['--data', data, '--listen', url]);
    await until(() => again.output().includes('gantry login'), { timeout_ms: 20_000 });
    t.match(again.output(), /npx gantry login --url http:/);
    again.child.kill('SIGINT');
    t.equal(await again.ended, 0);
  });

  await t.test('a wrong setting ends with a sentence', async (t) => {
    const wrong = up(['--data', data, '--lisen', url]);
    t.equal(await wrong.ended, 1);
    t.match(wrong.output(), /there is no setting lisen; the nearest is listen/);
    const nowhere = up(['--data', data], { env: { GANTRY_SERVERS_SOCKETS: join(tree, 'no.socket') } });
    t.equal(await nowhere.ended, 1);
    t.match(nowhere.output(), /no LXD or Incus answers at .*no\.socket/);
  });

  await t.test('not root', async (t) => asNobody(t, { tree, daemon, up, url }));
}

async function asNobody(
  t: Test,
  world: { tree: string; daemon: LxdDaemon; up: (args: string[], options?: object) => Up; url: string },
): Promise<void> {
  const { tree, daemon, up, url } = world;
  const readable = await run('/bin/sh', ['-c', `ls "${tree}/node_modules/ws" && "${process.execPath}" -v`], {
    uid: NOBODY,
    gid: NOBODY,
    cwd: '/',
  }).then(
    () => true,
    () => false,
  );
  if (!readable) {
    t.pass('SKIPPED not root: nobody may not read node_modules here', {
      skip: 'nobody may not read node_modules here',
    });
    return;
  }
  const own = join(tree, 'nobody');
  await mkdir(own);
  await run('chown', [`${NOBODY}`, own]);
  const options = { uid: NOBODY, env: { HOME: own } };
  const closed = up(['--data', join(own, 'data')], options);
  t.equal(await closed.ended, 1);
  const commands = closed
    .output()
    .split('\n')
    .filter((line) => /^\s*sudo /.test(line));
  t.same(
    commands.map((line) => line.trim()),
    ["sudo sh -c 'usermod -aG lxd nobody'"],
    'one command',
  );
  t.equal(existsSync(join(own, 'data')), false, 'nothing half done');

  await chmod(daemon.socket, 0o666);
  const open = up(['--data', join(own, 'data'), '--listen', url], options);
  await open.ready();
  t.equal((await stat(join(own, 'data/admin.token'))).uid, NOBODY, 'a socket that may be opened is used');
  open.child.kill('SIGINT');
  t.equal(await open.ended, 0);
}
