// Settings: defaults < file (YAML) < GANTRY_* environment < flags, checked against schemas/config.json.
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { Config } from './generated/contracts.js';

export type { Config } from './generated/contracts.js';

type Schema = Readonly<Record<string, unknown>>;

export interface ConfigSources {
  /** `schemas/config.json`, as the generated bundle holds it. */
  schema: Schema | undefined;
  /** Flags by name (`auth.reauth_seconds` or `auth-reauth-seconds`); repeated ones as lists. */
  flags: Readonly<Record<string, string | readonly string[]>>;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether this machine has IPv6; read from its interfaces when absent. */
  ipv6?: boolean;
}

/** One setting: its dotted name and its schema. */
interface Setting {
  readonly name: string;
  readonly schema: Schema;
}

/** Variables that begin like settings and belong to others: the data key, the command line, the tests. */
const NOT_SETTINGS = /^GANTRY_(KEY|CONFIG|URL|TOKEN|CA|CRASH|TEST_\w+|CONTEXT)$/;
const FILE = 'gantry.yaml';
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Puts the settings together; throws an Error with one sentence per fault, unknown names with the nearest known. */
export function loadConfig(sources: ConfigSources): Config {
  const { schema, env } = sources;
  if (schema === undefined) throw new Error('the schema of the settings is missing');
  const settings = settingsOf(schema);
  const byKey = new Map(settings.map((setting) => [keyOf(setting.name), setting]));
  const given = new Map<string, unknown>();
  const faults: string[] = [];

  const take = (name: string, value: unknown, where: string): void => {
    const setting = byKey.get(keyOf(name));
    if (setting === undefined) faults.push(unknownName(where, name, settings));
    else given.set(setting.name, read(setting.schema, value));
  };
  const flags = Object.entries(sources.flags);
  const last = (name: string): string | undefined =>
    flags.find(([flag]) => keyOf(flag) === name)?.[1]?.toString();

  const data = last('data') ?? env['GANTRY_DATA'] ?? String(byKey.get('data')?.schema['default']);
  const named = last('config') ?? env['GANTRY_CONFIG'];
  for (const [name, value] of readFile(named ?? join(data, FILE), named !== undefined, settings)) {
    take(name, value, named ?? FILE);
  }
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('GANTRY_') || value === undefined || NOT_SETTINGS.test(name)) continue;
    take(name.slice('GANTRY_'.length), value, name);
  }
  for (const [name, value] of flags) if (keyOf(name) !== 'config') take(name, value, `--${name}`);
  if (faults.length > 0) throw new Error(faults.join('\n'));

  if (!given.has('listen') && !(sources.ipv6 ?? hasIpv6())) {
    const listen = byKey.get('listen')?.schema['default'] as string[];
    given.set(
      'listen',
      listen.map((url) => url.replace('[::]', '0.0.0.0')),
    );
  }
  return checked(schema, settings, given);
}

function checked(schema: Schema, settings: readonly Setting[], given: ReadonlyMap<string, unknown>): Config {
  const config: Record<string, unknown> = {};
  for (const { name, schema: own } of settings) {
    place(config, name, given.has(name) ? given.get(name) : structuredClone(own['default']));
  }
  const validate = new Ajv2020({ strict: false, allErrors: true, validateSchema: false }).compile(schema);
  if (!validate(config)) throw new Error((validate.errors ?? []).map(sentence).join('\n'));
  const result = config as unknown as Config;
  if ((result.tls.cert === null) !== (result.tls.key === null)) {
    throw new Error('tls.cert and tls.key belong together: set both or neither');
  }
  return { ...result, public_url: result.public_url.replace(/\/$/, '') };
}

/** The names and values of a file; a group in it is followed down to its settings. */
function readFile(file: string, wanted: boolean, settings: readonly Setting[]): [string, unknown][] {
  if (!existsSync(file)) {
    if (wanted) throw new Error(`--config: there is no file ${file}`);
    return [];
  }
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
  if (content === null || content === undefined) return [];
  const groups = new Set(settings.flatMap(({ name }) => parents(name)));
  const found: [string, unknown][] = [];
  const walk = (value: unknown, name: string): void => {
    if (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      (name === '' || groups.has(name))
    ) {
      for (const [key, member] of Object.entries(value)) walk(member, name === '' ? key : `${name}.${key}`);
    } else found.push([name, value]);
  };
  walk(content, '');
  const stray = found.find(([name]) => name === '');
  if (stray) throw new Error(`${file} must hold settings, one per line: name: value`);
  return found;
}

/** Text as the setting's type; what does not fit is left for validation to name. */
function read(schema: Schema, value: unknown): unknown {
  const types = [schema['type']].flat();
  if (types.includes('array')) {
    const parts =
      typeof value === 'string' ? value.split(',') : Array.isArray(value) ? (value as unknown[]) : [value];
    const items = parts.flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]));
    const texts = items
      .map((item) => (typeof item === 'string' ? item.trim() : item))
      .filter((item) => item !== '');
    return texts.map((item) => read((schema['items'] ?? {}) as Schema, item));
  }
  const text = Array.isArray(value) ? (value.at(-1) as unknown) : value;
  if (typeof text !== 'string') return text;
  if (types.includes('null') && (text === '' || text === 'null')) return null;
  if (types.includes('boolean'))
    return { true: true, 1: true, yes: true, false: false, 0: false, no: false }[text] ?? text;
  if (types.includes('integer')) {
    const [, number, unit = 's'] = /^(\d+)([smhdw])?$/.exec(text.trim()) ?? [];
    if (number === undefined || (unit !== 's' && schema['x-duration'] !== true)) return text;
    return Number(number) * (UNITS[unit] ?? 1);
  }
  return text;
}

function settingsOf(schema: Schema, prefix = ''): Setting[] {
  return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(([key, member]) => {
    const name = `${prefix}${key}`;
    return member['type'] === 'object' ? settingsOf(member, `${name}.`) : [{ name, schema: member }];
  });
}

/** `auth.reauth_seconds`, `auth-reauth-seconds` and `AUTH_REAUTH_SECONDS` are one name. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/[.-]/g, '_');
}

function place(config: Record<string, unknown>, name: string, value: unknown): void {
  const path = name.split('.');
  const last = path.pop() ?? name;
  let here = config;
  for (const part of path) here = (here[part] ??= {}) as Record<string, unknown>;
  here[last] = value;
}

function parents(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(0, -1).map((_part, index) => parts.slice(0, index + 1).join('.'));
}

function sentence({ instancePath, message, keyword, params }: ErrorObject): string {
  const name = instancePath.slice(1).replaceAll('/', '.');
  const allowed = keyword === 'enum' ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : '';
  return `${name} ${message ?? 'is wrong'}${allowed}`;
}

function unknownName(where: string, name: string, settings: readonly Setting[]): string {
  const key = keyOf(name);
  const [nearest] = settings
    .map(({ name: known }) => ({
      name: known,
      // Half a name is nearer to the whole than to another short one.
      distance: keyOf(known).startsWith(key) ? 1 : distance(key, keyOf(known)),
    }))
    .sort((a, b) => a.distance - b.distance);
  return `${where}: there is no setting ${key === name ? name : name.toLowerCase()}; the nearest is ${nearest?.name ?? 'none'}`;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_item, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some(({ family }) => family === 'IPv6'));
}
