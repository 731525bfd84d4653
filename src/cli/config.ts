// The command line's own configuration: named contexts, each a Gantry with its token, in a file only its owner reads.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError, type Io } from './io.js';

/** One Gantry: address, token, and the file of the CA that signed its certificate. */
export interface Context {
  url: string;
  token?: string;
  ca?: string;
}

export interface CliConfig {
  current: string;
  contexts: Record<string, Context>;
}

const DEFAULT_URL = 'http://127.0.0.1:7500';

/** Where the configuration stands: below XDG_CONFIG_HOME, else ~/.config. */
export function configPath(io: Pick<Io, 'env' | 'home'>): string {
  return join(io.env['XDG_CONFIG_HOME'] || join(io.home, '.config'), 'gantry', 'config.json');
}

/** Reads the configuration; without a file, an empty one. */
export function readConfig(io: Pick<Io, 'env' | 'home'>): CliConfig {
  const path = configPath(io);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { current: 'default', contexts: {} };
  }
  try {
    const read = JSON.parse(text) as Partial<CliConfig>;
    return { current: read.current ?? 'default', contexts: read.contexts ?? {} };
  } catch {
    throw new UsageError(`${path} is not JSON: mend it or remove it`);
  }
}

/** Writes the configuration, mode 0600, replacing the file in one step. */
export function writeConfig(io: Pick<Io, 'env' | 'home'>, config: CliConfig): void {
  const path = configPath(io);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
}

/** What is used: flags before environment before the chosen context. A token never goes to another address than its own. */
export function chooseContext(
  io: Pick<Io, 'env' | 'home'>,
  flags: { url?: string; token?: string; ca?: string; context?: string },
): Context & { name: string } {
  const config = readConfig(io);
  const name = flags.context ?? config.current;
  const known = config.contexts[name];
  if (flags.context !== undefined && known === undefined) {
    throw new UsageError(
      `no context ${name}: known are ${Object.keys(config.contexts).join(', ') || 'none'}`,
    );
  }
  const named = flags.context === undefined ? io.env['GANTRY_URL'] : undefined;
  const url = (flags.url ?? named ?? known?.url ?? DEFAULT_URL).replace(/\/+$/, '');
  const same = known !== undefined && known.url.replace(/\/+$/, '') === url;
  const token =
    flags.token ??
    (flags.context === undefined ? io.env['GANTRY_TOKEN'] : undefined) ??
    (same ? known.token : undefined);
  const ca = flags.ca ?? io.env['GANTRY_CA'] ?? (same ? known.ca : undefined);
  return { name, url, ...(token ? { token } : {}), ...(ca ? { ca } : {}) };
}
