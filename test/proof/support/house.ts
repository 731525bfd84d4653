// The built product as a process of its own, on a port that stays, to be killed and started again.
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { type Client, createClient } from '../../../src/client/client.js';
import type { WebSocketClass } from '../../../src/client/types.js';

const TOP = fileURLToPath(new URL('../../..', import.meta.url));
const PASSWORD = 'correct horse battery';

/** A Gantry in its own process. */
export interface House {
  readonly url: string;
  readonly dir: string;
  /** Its database file. */
  readonly database: string;
  /** The administrator's token, valid across restarts. */
  readonly token: string;
  readonly alive: boolean;
  /** Its process id, 0 while it is down. */
  readonly pid: number;
  client(options?: { WebSocket?: WebSocketClass; timeout_ms?: number }): Client;
  /** Starts it (again); `crash` names a place where it kills itself. Resolves when it listens. */
  start(crash?: string): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill9(): Promise<void>;
  /** Resolves when it is gone, however. */
  gone(): Promise<void>;
  /** What it logged at level error, as lines. */
  errors(): Promise<string[]>;
  /** SIGTERM. */
  stop(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

/** Where the built product is. */
export function builtMain(): string {
  const main = process.env['GANTRY_TEST_MAIN'] ?? join(TOP, 'dist/src/main.js');
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build first`);
  return main;
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

/** Starts a house with an administrator; `settings` are GANTRY_ variables without the prefix. */
export async function startHouse(settings: Record<string, string> = {}): Promise<House> {
  const main = builtMain();
  const dir = await mkdtemp(join(tmpdir(), 'gantry-proof-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const env: NodeJS.ProcessEnv = {};
  // Our own variables are no settings, and whoever runs this may have settings of their own.
  for (const [name, value] of Object.entries(process.env)) {
    if (!name.startsWith('GANTRY_') && name !== 'NODE_ENV') env[name] = value;
  }
  env['GANTRY_SERVERS_ALLOW'] = '127.0.0.0/8';
  for (const [name, value] of Object.entries(settings)) env[`GANTRY_${name}`] = value;
  const log = join(dir, 'gantry.log');
  let child: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  let token = '';

  const start = async (crash?: string): Promise<void> => {
    await ended;
    const output = openSync(log, 'a');
    const made = fork(main, ['serve', '--data', dir, '--listen', url], {
      env: crash === undefined ? env : { ...env, GANTRY_CRASH: crash },
      execArgv: [],
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    child = made;
    ended = new Promise((resolve) => {
      made.once('exit', () => {
        if (child === made) child = null;
        resolve();
      });
    });
    await new Promise<void>((resolve, reject) => {
      made.once('message', () => resolve());
      made.once('error', reject);
      made.once('exit', (code, signal) =>
        reject(new Error(`serve ended with ${code ?? signal} before it listened; see ${log}`)),
      );
    });
  };
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    child?.kill(name);
    await ended;
  };
  const house: House = {
    url,
    dir,
    database: join(dir, 'gantry.db'),
    get token() {
      return token;
    },
    get alive() {
      return child !== null;
    },
    get pid() {
      return child?.pid ?? 0;
    },
    client: (options = {}) =>
      createClient({
        url,
        token,
        WebSocket: options.WebSocket ?? WebSocket,
        timeout_ms: options.timeout_ms ?? 30_000,
      }),
    start,
    kill9: () => signal('SIGKILL'),
    gone: () => ended,
    errors: async () =>
      (await readFile(log, 'utf8').catch(() => ''))
        .split('\n')
        .filter((line) => /"level":"(error|fatal)"/.test(line)),
    stop: () => signal('SIGTERM'),
    close: async () => {
      await signal('SIGTERM');
      await rm(dir, { recursive: true, force: true });
    },
  };
  try {
    await start();
    const anonymous = createClient({ url });
    const code = (await readFile(join(dir, 'first-admin.code'), 'utf8')).trim();
    await anonymous.call('user.register', {
      user_login: 'admin',
      user_email: 'admin@example.net',
      user_password: PASSWORD,
      user_passwordRepeat: PASSWORD,
      user_code: code,
    });
    const answer = await anonymous.request('user.login', { user_login: 'admin', user_password: PASSWORD });
    const { data } = answer;
    token = Array.isArray(data) ? '' : String(data.attributes['token']);
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}
