// The candidate: the built product, started as a user starts it, with its first administrator and API tokens.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { post } from './http.js';
import { type ServerProcess, startNode } from './process.js';
import type { Bench } from './types.js';

/** The entry point that `npm run build` makes. */
export const MAIN = resolve('dist/src/main.js');
const PASSWORD = 'correct horse battery';

/** A running product with an administrator. */
export interface Candidate extends ServerProcess {
  readonly data: string;
  /** The administrator's session. */
  readonly token: string;
  /** Calls a method, throws unless it answers 200; returns the whole document. */
  call(method: string, params: object, token?: string): Promise<Document>;
  /** API tokens of the administrator. */
  tokens(count: number): Promise<string[]>;
  /** Copies its database while it runs. */
  backup(file: string): Promise<void>;
}

/** A native answer. */
export interface Document {
  data: { id: number; attributes: Record<string, unknown> };
  [key: string]: unknown;
}

/**
 * Starts the product on an empty data folder; `settings` is the configuration that a scenario raises, the first of
 * `listen` is plain http.
 */
export async function startCandidate(
  bench: Bench,
  settings: Readonly<Record<string, string>> = {},
  listen: readonly string[] = ['http://127.0.0.1:0'],
): Promise<Candidate> {
  if (!existsSync(MAIN)) throw new Error('dist/src/main.js is missing: npm run build');
  const data = await mkdtemp(join(bench.dir, 'candidate-'));
  const profile =
    bench.profile === null
      ? []
      : ['--cpu-prof', '--cpu-prof-dir', bench.profile, '--cpu-prof-interval', '200'];
  const server = await startNode({
    args: [...profile, MAIN, 'serve', '--data', data, ...listen.flatMap((url) => ['--listen', url])],
    env: { ...settings },
    log: join(data, 'serve.log'),
  });
  try {
    const call = async (method: string, params: object, token?: string): Promise<Document> => {
      const { status, text } = await post(`${server.url}/v1/${method}`, JSON.stringify(params), token);
      if (status !== 200) throw new Error(`${method} answered ${status}: ${text}`);
      return JSON.parse(text) as Document;
    };
    const token = await firstAdministrator(data, call);
    return {
      ...server,
      data,
      token,
      call: (method, params, other) => call(method, params, other ?? token),
      tokens: (count) => apiTokens(count, () => call('token.create', {}, token)),
      backup: async (file) => {
        await promisify(execFile)(process.execPath, [MAIN, 'backup', file, '--data', data]);
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function firstAdministrator(
  data: string,
  call: (method: string, params: object) => Promise<Document>,
): Promise<string> {
  const code = (await readFile(join(data, 'first-admin.code'), 'utf8')).trim();
  await call('user.register', {
    user_login: 'admin',
    user_email: 'admin@example.net',
    user_password: PASSWORD,
    user_passwordRepeat: PASSWORD,
    user_code: code,
  });
  const answer = await call('user.login', { user_login: 'admin', user_password: PASSWORD });
  return String(answer.data.attributes['token']);
}

async function apiTokens(count: number, create: () => Promise<Document>): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) {
    const wanted = Math.min(50, count - tokens.length);
    const made = await Promise.all(Array.from({ length: wanted }, create));
    tokens.push(...made.map(({ data }) => String(data.attributes['token'])));
  }
  return tokens;
}

/** Settings as a sentence for the table, so that no raised limit stays unnamed. */
export function settingsNote(settings: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? 'candidate: default configuration' : `candidate raised: ${pairs.join(' ')}`;
}
