// A running house for tests: temporary data folder, free port, and a client for it.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, ownContracts, startApp } from '../../src/app.js';
import { until } from './until.js';

export const PASSWORD = 'correct horse battery';

/** Compiling the checks costs as much as everything else of a start. */
const CONTRACTS = ownContracts();

/** An answer over HTTP, parsed. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** The house and how to call it. */
export interface TestApp {
  app: App;
  url: string;
  dir: string;
  call(method: string, params?: unknown, options?: CallOptions): Promise<Answer>;
  /** Like `call`, but anything but 200 throws; returns `data`. */
  must<T = Record<string, unknown>>(method: string, params?: unknown, options?: CallOptions): Promise<T>;
  /** The administrator's token, made with the first code. */
  admin(): Promise<string>;
  /** Registers an ordinary user with the mailed code and logs in. */
  user(login: string): Promise<string>;
  /** Stops and starts again on the same folder; the port may be another. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface CallOptions {
  token?: string;
  headers?: Record<string, string>;
}

export interface TestAppOptions {
  env?: Record<string, string>;
  flags?: Record<string, string | string[]>;
  clock?: () => number;
}

/** Starts a house. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dir = await mkdtemp(join(tmpdir(), 'gantry-test-'));
  const start = (): Promise<App> =>
    startApp({
      contracts: CONTRACTS,
      flags: { data: dir, listen: ['http://127.0.0.1:0'], ...options.flags },
      env: {
        NODE_ENV: 'test',
        GANTRY_LOG_LEVEL: process.env['GANTRY_LOG_LEVEL'] ?? 'fatal',
        GANTRY_SERVERS_ALLOW: '127.0.0.0/8',
        ...options.env,
      },
      ...(options.clock ? { clock: options.clock } : {}),
    });
  const self: TestApp = {
    app: await start(),
    url: '',
    dir,
    call: async (method, params = {}, { token, headers } = {}) => {
      const response = await fetch(`${self.url}/v1/${method}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify(params),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    must: async <T>(method: string, params: unknown = {}, call: CallOptions = {}): Promise<T> => {
      const { status, body } = await self.call(method, params, call);
      if (status !== 200) throw new Error(`${method}: ${status} ${JSON.stringify(body)}`);
      return body['data'] as T;
    },
    admin: async () => {
      const code = (await readFile(join(dir, 'first-admin.code'), 'utf8')).trim();
      await self.must('user.register', {
        user_login: 'admin',
        user_email: 'admin@example.net',
        user_password: PASSWORD,
        user_passwordRepeat: PASSWORD,
        user_code: code,
      });
      return login(self, 'admin');
    },
    user: async (name) => {
      await self.must('user.register', {
        user_login: name,
        user_email: `${name}@example.net`,
        user_password: PASSWORD,
        user_passwordRepeat: PASSWORD,
      });
      await self.must('user.register', { user_code: await mailedCode(dir, `${name}@example.net`) });
      return login(self, name);
    },
    restart: async () => {
      await self.app.close();
      self.app = await start();
      self.url = self.app.urls[0] ?? '';
    },
    close: async () => {
      await self.app.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
  self.url = self.app.urls[0] ?? '';
  return self;
}

async function login(app: TestApp, name: string): Promise<string> {
  const data = await app.must<{ attributes: { token: string } }>('user.login', {
    user_login: name,
    user_password: PASSWORD,
  });
  return data.attributes.token;
}

/** The code of the newest mail to an address, once it is another than `last`; mails leave after the answer. */
export async function mailedCode(dir: string, address: string, last = ''): Promise<string> {
  let found: string | null = null;
  const another = async (): Promise<boolean> => {
    found = await findCode(join(dir, 'outbox'), address);
    return found !== null && found !== last;
  };
  await until(another, { what: `a mail with a code for ${address}` });
  return found ?? '';
}

async function findCode(outbox: string, address: string): Promise<string | null> {
  const names = await readdir(outbox).catch(() => []);
  for (const name of names.sort().reverse()) {
    const text = (await readFile(join(outbox, name), 'utf8')).replace(/=\r?\n/g, '').replace(/=3D/g, '=');
    if (!text.includes(address)) continue;
    const body = text
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n\n');
    const code = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{36}(?![A-Za-z0-9_-])/.exec(body);
    if (code) return code[0];
  }
  return null;
}
