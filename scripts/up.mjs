// `npm run up`: from a fresh clone to a running Gantry with a host, an image and an administrator. Each step asks first
// whether it is done, so a second run only starts, and an interrupted one is finished.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { findHost, hostProblems, missingForUser, starterImage } from './host.mjs';
import { aptInstall, build, isRoot, missingCompiler, npmInstall, say, Stop, TOP } from './steps.mjs';

const YEAR_SECONDS = 31_536_000;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** Reads --data; everything is handed on to serve. */
function dataFolder(args) {
  const at = args.findIndex((arg) => arg === '--data' || arg.startsWith('--data='));
  if (at < 0) return { data: resolve(process.env.GANTRY_DATA ?? 'data'), others: args };
  const joined = args[at].startsWith('--data=');
  const value = joined ? args[at].slice(7) : args[at + 1];
  if (!value) throw new Stop('--data needs a folder');
  return { data: resolve(value), others: args.toSpliced(at, joined ? 1 : 2) };
}

/** Starts `gantry serve` in a session of its own, so that one Ctrl-C reaches it once; resolves when it listens. */
function serve(data, args, socket) {
  const log = join(data, 'gantry.log');
  const child = spawn(process.execPath, [join(TOP, 'dist/src/main.js'), 'serve', '--data', data, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { GANTRY_SERVERS_SOCKETS: socket, ...process.env },
  });
  const last = [];
  const read = (stream) => {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
      appendFileSync(log, chunk, { mode: 0o600 });
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        last.push(line);
        if (last.length > 20) last.shift();
        echo(line);
      }
    });
  };
  read(child.stdout);
  read(child.stderr);
  const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  const listening = new Promise((done, fail) => {
    child.once('message', done);
    child.once('error', fail);
    void ended.then(({ code, signal }) =>
      fail(new Stop(`gantry serve ended with ${code ?? signal}:\n${last.join('\n')}`)),
    );
  });
  return { child, ended, listening, log };
}

/** Warnings and errors of the log also go to the terminal, as text. */
function echo(line) {
  try {
    const { level, msg, err } = JSON.parse(line);
    if (level >= 40) process.stderr.write(`! ${msg}${err?.message ? `: ${err.message}` : ''}\n`);
  } catch {
    // Lines that are no log entries, the first administrator's code for one, stand in the log file.
  }
}

/** An address that a program on this machine can use. */
function localUrl(urls) {
  const url = new URL(urls.find((one) => one.startsWith('http:')) ?? urls[0]);
  if (url.hostname === '[::]' || url.hostname === '0.0.0.0') url.hostname = 'localhost';
  return url.origin;
}

/** The form a person opens: passkeys need a name, an address will not do. */
function browserUrl(url) {
  const shown = new URL(url);
  if (['127.0.0.1', '[::1]', '[::]', '0.0.0.0'].includes(shown.hostname)) shown.hostname = 'localhost';
  return shown.origin;
}

function password() {
  return Array.from({ length: 24 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function writePrivate(file, text) {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The administrator's API token: kept, or made together with the administrator, whose password `onMade` hears. */
async function administrator(data, connect, context, onMade) {
  const file = join(data, 'admin.token');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (kept !== null) {
    try {
      await connect({ ...context, token: kept }).request('user.get', {});
      return { file, token: kept, fresh: null };
    } catch (error) {
      if (error.code !== 'unauthenticated') throw error;
      say(`the token in ${file} is no longer valid`);
    }
  }
  const codeFile = join(data, 'first-admin.code');
  if (!existsSync(codeFile)) return { file, token: null, fresh: null };
  const user_password = password();
  const client = connect(context);
  await client.request('user.register', {
    user_login: 'admin',
    user_email: 'admin@gantry.invalid',
    user_password,
    user_passwordRepeat: user_password,
    user_code: readFileSync(codeFile, 'utf8').trim(),
  });
  rmSync(codeFile, { force: true });
  say('administrator: admin');
  onMade(user_password);
  const session = (await client.request('user.login', { user_login: 'admin', user_password })).data.attributes
    .token;
  const made = await connect({ ...context, token: session }).request('token.create', {
    token_lifetime: YEAR_SECONDS,
    token_revoke_all: false,
    token_name: 'up',
    token_scopes: ['*'],
  });
  const { token } = made.data.attributes;
  writePrivate(file, `${token}\n`);
  await connect({ ...context, token: session }).request('user.logout', {});
  return { file, token, fresh: user_password };
}

/** The host as a server of Gantry; gives its id. */
async function registerHost(client, { socket, protocol }) {
  const known = async () => {
    const { data } = await client.request('server.list', {});
    return data.find(({ attributes }) => attributes.server_path === socket)?.id ?? null;
  };
  const there = await known();
  if (there !== null) return there;
  say('registering the host');
  try {
    const added = await client.request('server.add', {
      server_name: hostname(),
      server_host: '',
      server_path: socket,
      server_password: '',
      server_protocol: protocol,
    });
    return added.data.id;
  } catch (error) {
    if (error.code === 'conflict') return known();
    throw error;
  }
}

/** Puts a `gantry` where npx looks in this clone: npm links the programs of dependencies only. */
function linkProgram() {
  const file = join(TOP, 'node_modules/.bin/gantry');
  const text = '#!/bin/sh\nexec node "$(dirname "$0")/../../dist/src/main.js" "$@"\n';
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o755 });
}

async function remember(context) {
  const { readConfig, writeConfig } = await import(join(TOP, 'dist/src/cli/config.js'));
  const io = { env: process.env, home: userInfo().homedir };
  if (process.env.HOME) io.home = process.env.HOME;
  const config = readConfig(io);
  if (config.current !== 'local' && config.contexts[config.current] !== undefined) {
    say(`the command line speaks to this Gantry now (back with: npx gantry context use ${config.current})`);
  }
  config.contexts.local = context;
  config.current = 'local';
  writeConfig(io, config);
}

async function prepare() {
  if (!isRoot()) {
    const compiler = missingCompiler();
    const commands = compiler.length > 0 ? [`apt-get install -y ${compiler.join(' ')}`] : [];
    commands.push(...(await missingForUser(userInfo().username)));
    if (commands.length > 0) {
      throw new Stop(
        `something is missing that only root can add. Run this, log in again, then npm run up:\n\n  sudo sh -c '${commands.join(' && ')}'\n`,
      );
    }
  } else await aptInstall(missingCompiler());
  await npmInstall();
  await build();
  linkProgram();
}

async function main(args) {
  const { data, others } = dataFolder(args);
  await prepare();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const host = await findHost(data);
  const problems = await hostProblems(host.socket);
  const image = await starterImage(host);
  const gantry = serve(data, others, host.socket);
  let stopping = false;
  let asked_at = 0;
  const stop = () => {
    // npm repeats the terminal's Ctrl-C, so one press arrives twice; a later one means "at once".
    if (stopping && performance.now() - asked_at < 1_000) return;
    asked_at = performance.now();
    stopping = true;
    gantry.child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  let unshown = null;
  try {
    const { urls, ca } = await gantry.listening;
    const url = localUrl(urls);
    const { connect } = await import(join(TOP, 'dist/src/cli/transport.js'));
    const context = { url, ...(url.startsWith('https:') && ca ? { ca } : {}) };
    const admin = await administrator(data, connect, context, (password) => (unshown = password));
    if (admin.token !== null) {
      const client = connect({ ...context, token: admin.token });
      const server_id = await registerHost(client, host);
      await remember({ ...context, token: admin.token });
      // From here on: what is made by the printed commands is shown by the last of them, whenever it is started.
      const [newest] = (await client.request('event.list', { limit: 1, sort: '-id' })).data;
      const cursor = newest?.id ?? 0;
      report({ urls, admin, image, server_id, cursor, problems, log: gantry.log });
      unshown = null;
    } else {
      process.stdout.write(`
Gantry listens on ${urls.map(browserUrl).join(' and ')}.
There is an administrator, but no valid token in ${admin.file}.
Log in with:  npx gantry login --url ${url}
`);
    }
  } catch (error) {
    if (unshown !== null) say(`the password of admin is ${unshown} (shown once, stored nowhere)`);
    stop();
    await gantry.ended;
    throw error;
  }
  const { code, signal } = await gantry.ended;
  process.stdout.write('\nGantry has stopped; LXD and its instances go on.\n');
  if (!stopping) throw new Stop(`gantry serve ended by itself with ${code ?? signal}: see ${gantry.log}`);
}

function report({ urls, admin, image, server_id, cursor, problems, log }) {
  const shown =
    admin.fresh === null
      ? ''
      : `Login     admin\nPassword  ${admin.fresh}   (shown this once, stored nowhere)\n`;
  const add =
    image === null
      ? `npx gantry server get ${server_id}`
      : `npx gantry instance add hello --image ${image} --server-id ${server_id}`;
  process.stdout.write(`
Gantry is ready.

${urls.map((url) => `URL       ${browserUrl(url)}\n`).join('')}${shown}Token     ${admin.file}
Log       ${log}

In another terminal, in this folder:

  npx gantry instance list
  ${add}
  npx gantry event watch --cursor ${cursor}

${problems.map((problem) => `Beware: ${problem}\n`).join('')}Ctrl-C stops Gantry.
`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(
      error instanceof Stop ? `\n${error.message}\n` : `\nup failed: ${error?.stack ?? error}\n`,
    );
    process.exit(1);
  },
);
