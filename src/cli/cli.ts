// The command line: finds the method that the words mean, calls it, shows the answer. Statuses: 0 done, 1 refused, 2 usage.
import { catalog as everything, type Catalog, type CatalogEntry } from '../client/catalog.js';
import { ClientError, type AnyDocument, type Client } from '../client/client.js';
import { chooseContext, type Context } from './config.js';
import { parseFlags, type GlobalFlags, type Parsed } from './flags.js';
import { follow, operationOf } from './follow.js';
import { methodHelp, nounHelp, rootHelp, type Sugar } from './help.js';
import { catalogueTable, isCatalogue, listOfCatalogue, publish, PUBLISH } from './image.js';
import { UsageError, type Io } from './io.js';
import { checkRequired, placeWords, resolveNames } from './resolve.js';
import { contextCommand, login, logout } from './session.js';
import { fillIn, longFlags, shell, SHELLS } from './shell.js';
import { renderDocument } from './table.js';
import { processTerminal, type Terminal } from './terminal.js';
import { connect, openSocket } from './transport.js';
import { watch, WATCH } from './watch.js';
import { exchange, plainText } from './transfer.js';
import { findMethod, nearest, nounsOf, wordsOf } from './words.js';

/** What tests replace: the catalogue and how a client is made. */
export interface CliOptions {
  catalog?: Catalog;
  connect?: (context: Context) => Client;
  terminal?: Terminal;
}

const LOGIN: Pick<CatalogEntry, 'summary' | 'description' | 'fields'> = {
  summary: 'Logs in and keeps the token.',
  description:
    'Asks for what is not given; a password on the command line can be seen by others on this machine.',
  fields: (['user_login', 'user_password'] as const).map((name) => ({
    name,
    types: ['string'],
    required: false,
    nullable: false,
    description: name === 'user_login' ? 'Login or e-mail.' : 'Password; better typed when asked for.',
  })),
};

/** What a command that ran elsewhere ended with. */
interface Ended {
  status: number;
}

/** Runs one command; resolves with the exit status and never throws for what a user can cause. */
export async function runCli(args: string[], io: Io, options: CliOptions = {}): Promise<number> {
  const catalog = options.catalog ?? everything;
  try {
    const ended: Ended = { status: 0 };
    await run(args, io, catalog, options, ended);
    return ended.status;
  } catch (error) {
    if (io.signal.aborted) return 1;
    if (error instanceof UsageError) {
      io.err(`gantry: ${error.message}\n`);
      return 2;
    }
    if (!(error instanceof ClientError)) throw error;
    for (const fault of error.faults) io.err(`gantry: ${fault.detail} (${fault.code})\n`);
    if (error.code === 'unauthenticated') io.err('gantry: log in with: gantry login\n');
    if (error.code === 'internal' && error.request_id !== '')
      io.err(`gantry: the log of the server has more on request ${error.request_id}\n`);
    return 1;
  }
}

async function run(
  args: string[],
  io: Io,
  catalog: Catalog,
  options: CliOptions,
  ended: Ended,
): Promise<void> {
  const connector = options.connect ?? connect;
  const sugar = sugarOf(catalog);
  const at = args.findIndex((arg) => arg.startsWith('-'));
  const words = at < 0 ? args : args.slice(0, at);
  const [noun] = words;
  if (noun === undefined) {
    const { flags } = parseFlags('', { fields: [] }, args);
    if (flags.help !== true && args.length > 0)
      throw new UsageError('flags stand behind the verb: gantry <noun> <verb> [flags]');
    io.out(rootHelp(catalog));
    return;
  }
  const built = await builtIn(args, words, io, connector);
  if (built) return;
  const catalogue = listOfCatalogue(args);
  if (catalogue !== null) return run(catalogue, io, catalog, options, ended);

  const short = sugar.get(words.slice(0, 2).join(' '));
  const found = short === undefined ? findMethod(catalog, words) : { method: short.method, used: 2 };
  const entry = found === null ? undefined : catalog[found.method];
  if (found === null || entry === undefined) return unknown(catalog, sugar, words, args, io);
  const forced = short?.force === true ? ['force'] : [];
  const parsed = parseFlags(noun, entry, longFlags(found.method, args.slice(found.used)), forced);
  if (parsed.flags.help === true) {
    io.out(methodHelp(words.slice(0, found.used).join(' '), noun, entry));
    return;
  }
  const { params } = parsed;
  Object.assign(params, short?.params);
  if (short?.force === true && parsed.flags.force === true) {
    params['instance_status'] = `${String(params['instance_status'])}-force`;
  }
  if (parsed.rest.length > 0) takeRest(entry, parsed);
  placeWords(found.method, entry, params, parsed.words);
  const context = chooseContext(io, parsed.flags);
  const client = connector(context);
  const ask = (method: string, body: Record<string, unknown>): Promise<AnyDocument> =>
    client.request(method, body, { signal: io.signal });
  await resolveNames(found.method, entry, params, ask);
  checkRequired(entry, params);
  if (SHELLS.has(found.method) && parsed.flags.json !== true) {
    const terminal = options.terminal ?? processTerminal();
    fillIn(found.method, params, terminal, io.env['TERM']);
    ended.status = await shell(await ask(found.method, params), {
      io,
      terminal,
      open: (path, protocols) => openSocket(context, path, protocols),
      console: found.method === 'instance.console',
      interactive: params['interactive'] === true,
    });
    return;
  }
  await call(found.method, entry, params, parsed.flags, client, io);
}

/** Commands that are no method: sessions, contexts, the watcher. */
async function builtIn(
  args: string[],
  words: string[],
  io: Io,
  connector: (context: Context) => Client,
): Promise<boolean> {
  const [noun, verb] = words;
  if (noun === 'login') {
    const { flags, params } = parseFlags('user', LOGIN, args.slice(1));
    if (flags.help) io.out(methodHelp('login', 'user', LOGIN));
    else
      io.out(
        await login(
          io,
          connector,
          { ...chooseContext(io, { ...flags, context: undefined }), ...named(flags) },
          params,
        ),
      );
    return true;
  }
  if (noun === 'logout') {
    const { flags } = parseFlags('user', { fields: [] }, args.slice(1));
    const context = chooseContext(io, flags);
    io.out(
      flags.help ? 'gantry logout\n\nEnds the session.\n' : await logout(io, connector(context), context),
    );
    return true;
  }
  if (noun === 'context') {
    const { flags, words: rest } = parseFlags('', { fields: [] }, args.slice(1));
    io.out(
      flags.help
        ? 'gantry context list | use NAME | set NAME --url URL --token TOKEN [--ca FILE] | delete NAME\n'
        : contextCommand(io, rest, flags),
    );
    return true;
  }
  if (noun === 'image' && verb === 'list' && isCatalogue(args)) {
    const { flags, words: more } = parseFlags('image', { fields: [] }, args.slice(2));
    if (more[0] !== undefined)
      throw new UsageError(`${more[0]}: one word too many (gantry image list --help)`);
    const client = connector(chooseContext(io, flags));
    const document = await client.request('simplestream.images', {}, { signal: io.signal });
    io.out(catalogueTable(document, io.tty ? io.columns : 1_000));
    return true;
  }
  if (noun === 'image' && verb === 'publish') {
    const { flags, params, words: files } = parseFlags('', PUBLISH, args.slice(2));
    if (flags.help) io.out(methodHelp('image publish FILE...', '', PUBLISH));
    else {
      checkRequired(PUBLISH, params);
      await publish(connector(chooseContext(io, flags)), io, files, params, flags.json === true);
    }
    return true;
  }
  if (noun !== 'event' || verb !== 'watch') return false;
  const { flags, params } = parseFlags('event', WATCH, args.slice(2));
  if (flags.help) io.out(methodHelp('event watch', 'event', WATCH));
  else {
    const client = connector(chooseContext(io, flags));
    await resolveNames('event.watch', WATCH, params, (name, body) => client.request(name, body));
    await watch(client, io, params, flags.json === true);
  }
  return true;
}

/** A login may name a context that does not exist yet. */
function named(flags: GlobalFlags): { name?: string } {
  return flags.context === undefined ? {} : { name: flags.context };
}

/** Words behind `--` are a command to run, for methods that take one. */
function takeRest(entry: CatalogEntry, parsed: Parsed): void {
  const list = entry.fields.find((field) => field.name === 'command' && field.types.includes('array'));
  if (list === undefined) parsed.words.push(...parsed.rest);
  else parsed.params[list.name] = parsed.rest;
}

function sugarOf(catalog: Catalog): Map<string, Sugar> {
  const sugar = new Map<string, Sugar>();
  if (catalog['simplestream.upload.begin'] !== undefined) {
    const publishes = {
      method: 'simplestream.upload.begin',
      summary: PUBLISH.summary,
      params: {},
      force: false,
    };
    sugar.set('image publish', publishes);
  }
  if (catalog['instance.action'] === undefined) return sugar;
  for (const action of ['start', 'stop', 'restart', 'freeze', 'unfreeze']) {
    if (catalog[`instance.${action}`] !== undefined) continue;
    const force = action === 'stop' || action === 'restart';
    const summary = `${action[0]?.toUpperCase()}${action.slice(1)}s an instance${force ? '; --force does not wait for it' : ''}.`;
    sugar.set(`instance ${action}`, {
      method: 'instance.action',
      summary,
      params: { instance_status: action },
      force,
    });
  }
  return sugar;
}

function unknown(catalog: Catalog, sugar: Map<string, Sugar>, words: string[], args: string[], io: Io): void {
  const [noun = '', verb] = words;
  const group = words.slice(0, 2).join(' ');
  const within = words.length > 1 ? nounHelp(catalog, group, sugar) : null;
  if (within !== null) {
    if (words.length > 2)
      throw new UsageError(`${group} has no verb ${words[2]} (gantry ${group} --help lists them)`);
    if (!args.includes('--help') && !args.includes('-h'))
      throw new UsageError(`${group} and what?\n\n${within}`);
    return io.out(within);
  }
  const help = nounHelp(catalog, noun, sugar);
  if (help === null) {
    const near = nearest(noun, nounsOf(catalog));
    throw new UsageError(
      `no noun ${noun}${near === null ? '' : `: did you mean ${near}?`} (gantry --help lists them)`,
    );
  }
  if (verb === undefined && (args.includes('--help') || args.includes('-h'))) {
    io.out(help);
    return;
  }
  if (verb === undefined) throw new UsageError(`${noun} and what?\n\n${help}`);
  const verbs = Object.keys(catalog)
    .filter((method) => wordsOf(method)[0] === noun)
    .map((method) => wordsOf(method).slice(1).join(' '));
  const near = nearest(words.slice(1).join(' '), verbs);
  throw new UsageError(
    `${noun} has no verb ${verb}${near === null ? '' : `: did you mean ${near}?`} (gantry ${noun} --help lists them)`,
  );
}

async function call(
  method: string,
  entry: CatalogEntry,
  params: Record<string, unknown>,
  flags: GlobalFlags,
  client: Client,
  io: Io,
): Promise<void> {
  if (entry.stream) throw new UsageError(`${method} is a stream: gantry event watch`);
  if (flags.output !== undefined && entry.result !== 'bytes')
    throw new UsageError('--output is for what answers a file');
  const key = flags['idempotency-key'];
  const options = { signal: io.signal, ...(key === undefined ? {} : { idempotencyKey: key }) };
  const document = await exchange(method, entry, params, client, io, { ...options, output: flags.output });
  if (document === null) return;
  const whole =
    flags.all === true && entry.list ? await remaining(client, method, params, document, io) : document;
  const operation = flags['no-wait'] === true || params['wait'] !== undefined ? null : operationOf(whole);
  const last =
    operation === null
      ? whole
      : await follow(client, io, operation, title(method, params), flags.json === true);
  if (flags.json === true) io.out(`${JSON.stringify(last, null, 2)}\n`);
  else if (operation === null)
    io.out(
      plainText(last) ??
        renderDocument(
          last,
          io.tty ? io.columns : 1_000,
          entry.list ? ' (or --all)' : '',
          entry.fields.some(({ name }) => name === 'cursor') ? 'cursor' : 'after',
        ),
    );
}

function title(method: string, params: Record<string, unknown>): string {
  const { instance_status, instance_name, instance_id } = params;
  const what = typeof instance_status === 'string' ? instance_status : method.split('.').slice(1).join(' ');
  if (typeof instance_name === 'string') return `${what} ${instance_name}`;
  return typeof instance_id === 'number' ? `${what} ${instance_id}` : method;
}

/** The other pages of a list, appended to the first. */
async function remaining(
  client: Client,
  method: string,
  params: Record<string, unknown>,
  first: AnyDocument,
  io: Io,
): Promise<AnyDocument> {
  const data = Array.isArray(first.data) ? [...first.data] : [first.data];
  let next = first.meta?.['next'];
  while (typeof next === 'string' && next !== '') {
    const page = await client.request(method, { ...params, after: next }, { signal: io.signal });
    if (Array.isArray(page.data)) data.push(...page.data);
    next = page.meta?.['next'];
  }
  return { ...first, data, meta: { ...first.meta, next: null } };
}
