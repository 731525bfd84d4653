// Flags: from a method's fields to options, and from what was typed to the method's parameters.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CatalogEntry, Field } from '../client/catalog.js';
import { UsageError } from './io.js';
import { kebab, nearest } from './words.js';

/** Flags every command has; the value says whether they take an argument. */
export const GLOBAL_FLAGS = {
  json: 'boolean',
  help: 'boolean',
  all: 'boolean',
  'no-wait': 'boolean',
  url: 'string',
  token: 'string',
  context: 'string',
  ca: 'string',
  'idempotency-key': 'string',
  output: 'string',
} as const satisfies Record<string, 'boolean' | 'string'>;

export interface GlobalFlags {
  json?: boolean;
  help?: boolean;
  all?: boolean;
  'no-wait'?: boolean;
  /** Only with verbs that take it. */
  force?: boolean;
  url?: string;
  token?: string;
  context?: string;
  ca?: string;
  'idempotency-key'?: string;
  /** Where bytes go. */
  output?: string;
}

export interface Parsed {
  flags: GlobalFlags;
  /** By field name. */
  params: Record<string, unknown>;
  /** Words that are no flags; `rest` is what stood behind `--`. */
  words: string[];
  rest: string[];
}

/** Every spelling of a field's flag, the full one first; short ones never shadow another field or a global flag. */
export function spellings(noun: string, fields: readonly Field[]): Map<string, Field> {
  const known = new Map<string, Field>();
  const add = (name: string, field: Field): void => {
    if (!known.has(name) && !(name in GLOBAL_FLAGS) && name !== '') known.set(name, field);
  };
  for (const field of fields) add(kebab(field.name), field);
  for (const field of fields) add(field.name, field);
  for (const field of fields)
    if (field.name.startsWith(`${noun}_`)) add(kebab(field.name.slice(noun.length + 1)), field);
  for (const field of fields) if (field.name.endsWith('_id')) add(kebab(field.name.slice(0, -3)), field);
  return known;
}

function isSwitch(field: Field): boolean {
  return field.types.length === 1 && field.types[0] === 'boolean';
}

/** Reads arguments against the fields of a method; throws UsageError with the nearest known flag. */
export function parseFlags(
  noun: string,
  entry: Pick<CatalogEntry, 'fields'>,
  args: string[],
  extra: readonly string[] = [],
): Parsed {
  const known = spellings(noun, entry.fields);
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, type] of Object.entries(GLOBAL_FLAGS)) options[name] = { type };
  options['help'] = { type: 'boolean', short: 'h' };
  options['output'] = { type: 'string', short: 'o' };
  for (const name of extra) options[name] = { type: 'boolean' };
  for (const [name, field] of known) {
    options[name] = isSwitch(field)
      ? { type: 'boolean', multiple: true }
      : { type: 'string', multiple: true };
    if (isSwitch(field) && !known.has(`no-${name}`)) options[`no-${name}`] = { type: 'boolean' };
  }
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const parsed: Parsed = { flags: {}, params: {}, words: [], rest: [] };
  const given = new Map<Field, string[]>();
  let behind = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') behind = true;
    else if (token.kind === 'positional') (behind ? parsed.rest : parsed.words).push(token.value);
    else readOption(token.name, token.rawName, token.value);
  }
  for (const [field, values] of given) parsed.params[field.name] = convert(field, values);
  return parsed;

  function readOption(name: string, raw: string, value: string | undefined): void {
    const option = options[name];
    if (option === undefined) {
      const near = nearest(name, Object.keys(options));
      throw new UsageError(`unknown flag ${raw}${near === null ? '' : `: did you mean --${near}?`}`);
    }
    const field = known.get(name) ?? (name.startsWith('no-') ? known.get(name.slice(3)) : undefined);
    const negative = field !== undefined && !known.has(name);
    if (option.type === 'boolean') {
      if (value !== undefined && !/^(true|false)$/.test(value))
        throw new UsageError(`${raw} takes true or false, or nothing`);
      const on = (value !== 'false') !== negative;
      if (field === undefined) Object.assign(parsed.flags, { [name]: on });
      else given.set(field, [String(on)]);
      return;
    }
    if (value === undefined) throw new UsageError(`${raw} needs a value`);
    if (field === undefined) Object.assign(parsed.flags, { [name]: value });
    else given.set(field, [...(given.get(field) ?? []), value]);
  }
}

/** Turns the text of a flag, or of a word that stands for it, into what the field takes; throws UsageError. */
export function convert(field: Field, values: readonly string[]): unknown {
  const flag = `--${kebab(field.name)}`;
  const types = new Set(field.types);
  const text = values.at(-1) ?? '';
  if (types.has('object') && (values.some((value) => value.includes('=')) || text.startsWith('{')))
    return objectOf(flag, values, field.name === 'filter');
  if (types.has('array') && (types.size === 1 || values.length > 1 || text.startsWith('[')))
    return arrayOf(field, flag, values);
  if (types.has('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  if (types.has('string')) return checked(field, flag, text);
  if (types.has('integer') || types.has('number')) {
    const number = Number(text);
    // A server may be named: `resolveNames` finds its number.
    if (field.name === 'server_id' && text.trim() !== '' && Number.isNaN(number)) return text;
    if (text.trim() === '' || !Number.isFinite(number))
      throw new UsageError(`${flag} must be a number, not ${text}`);
    if (!types.has('number') && !Number.isInteger(number))
      throw new UsageError(`${flag} must be a whole number`);
    return number;
  }
  if (types.has('object')) throw new UsageError(`${flag} takes key=value (repeat it for more), or JSON`);
  throw new UsageError(`${flag} cannot be ${text}`);
}

function checked(field: Field, flag: string, text: string): string {
  if (field.choices !== undefined && !field.choices.includes(text)) {
    throw new UsageError(`${flag} must be one of ${field.choices.join(', ')}, not ${text}`);
  }
  return text;
}

function json(flag: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${flag}: this JSON cannot be read: ${text}`);
  }
}

function arrayOf(field: Field, flag: string, values: readonly string[]): unknown {
  const [first = ''] = values;
  if (values.length === 1 && first.startsWith('[')) return json(flag, first);
  const list = values.length === 1 ? first.split(',') : [...values];
  const numeric =
    field.items !== undefined &&
    !field.items.includes('string') &&
    field.items.some((type) => type !== 'object');
  return numeric ? list.map((item) => convert({ ...field, types: field.items ?? [] }, [item])) : list;
}

function objectOf(flag: string, values: readonly string[], typed: boolean): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const value of values) {
    if (value.startsWith('{')) {
      Object.assign(whole, json(flag, value));
      continue;
    }
    const at = value.indexOf('=');
    if (at < 1) throw new UsageError(`${flag} takes key=value, not ${value}`);
    const text = value.slice(at + 1);
    whole[value.slice(0, at)] = typed ? filterValue(text) : text === 'null' ? null : text;
  }
  return whole;
}

function filterValue(text: string): unknown {
  if (text.includes(',')) return text.split(',').map(filterValue);
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  return text === 'true' ? true : text === 'false' ? false : text;
}
