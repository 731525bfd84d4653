// `gantry login`, `gantry logout` and `gantry context`: which Gantry the command line speaks to, and as whom.
import { resolve } from 'node:path';
import type { Client } from '../client/client.js';
import { readConfig, writeConfig, type Context } from './config.js';
import type { GlobalFlags } from './flags.js';
import { UsageError, type Io } from './io.js';

/** Logs in with login and password, keeps the token in a context and makes that the current one. */
export async function login(
  io: Io,
  connect: (context: Context) => Client,
  context: Context & { name: string },
  params: Record<string, unknown>,
): Promise<string> {
  const user_login =
    typeof params['user_login'] === 'string' ? params['user_login'] : await io.ask('Login: ');
  const user_password =
    typeof params['user_password'] === 'string' ? params['user_password'] : await io.ask('Password: ', true);
  const { token: _old, ...bare } = context;
  const document = await connect(bare).request('user.login', { user_login, user_password });
  const token = Array.isArray(document.data) ? undefined : document.data.attributes['token'];
  if (typeof token !== 'string') throw new UsageError('the server gave no token');
  const config = readConfig(io);
  config.contexts[context.name] = {
    url: context.url,
    token,
    ...(context.ca === undefined ? {} : { ca: resolve(context.ca) }),
  };
  config.current = context.name;
  writeConfig(io, config);
  return `logged in to ${context.url} as ${user_login} (context ${context.name})\n`;
}

/** Ends the session and forgets its token. */
export async function logout(io: Io, client: Client, context: Context & { name: string }): Promise<string> {
  await client.request('user.logout', {});
  const config = readConfig(io);
  const known = config.contexts[context.name];
  if (known !== undefined && known.token === context.token) {
    delete known.token;
    writeConfig(io, config);
  }
  return 'logged out\n';
}

/** Lists contexts, chooses one, or sets one: `context list`, `context use NAME`, `context set NAME --url U --token T`. */
export function contextCommand(io: Io, words: readonly string[], flags: GlobalFlags): string {
  const [verb = 'list', name] = words;
  const config = readConfig(io);
  if (verb === 'list') {
    const lines = Object.entries(config.contexts).map(
      ([known, { url, token }]) =>
        `${known === config.current ? '*' : ' '} ${known}  ${url}${token ? '' : '  (no token)'}\n`,
    );
    return lines.join('') || 'none: gantry login --url URL makes one\n';
  }
  if (name === undefined) throw new UsageError(`gantry context ${verb} NAME`);
  const known = config.contexts[name];
  if (verb === 'set') {
    const url = flags.url ?? known?.url;
    if (url === undefined) throw new UsageError('--url is missing');
    config.contexts[name] = {
      ...known,
      url,
      ...(flags.token ? { token: flags.token } : {}),
      ...(flags.ca ? { ca: resolve(flags.ca) } : {}),
    };
  } else if (known === undefined) {
    throw new UsageError(`no context ${name}`);
  } else if (verb === 'use') config.current = name;
  else if (verb === 'delete') delete config.contexts[name];
  else throw new UsageError(`gantry context ${verb}: known are list, use, set, delete`);
  writeConfig(io, config);
  return `${verb === 'use' ? 'using' : verb} ${name}\n`;
}
