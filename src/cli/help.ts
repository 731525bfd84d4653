// Help on every level, from the catalogue: nouns, the verbs of a noun, the flags of a method.
import type { Catalog, CatalogEntry, Field } from '../client/catalog.js';
import { spellings } from './flags.js';
import { nounsOf, wordsOf } from './words.js';

/** A verb that stands for a method with some parameters set. */
export interface Sugar {
  readonly method: string;
  readonly summary: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Takes --force. */
  readonly force: boolean;
}

const ALWAYS = `Always: --json  --url URL  --token TOKEN  --context NAME  --ca FILE  --help
Environment: GANTRY_URL  GANTRY_TOKEN  GANTRY_CA
`;

/** `gantry --help`. */
export function rootHelp(catalog: Catalog): string {
  return `gantry <noun> <verb> [NAME] [flags]

Nouns: ${nounsOf(catalog).join(', ')}

Also:
  login, logout            log in to a Gantry and keep the token
  context list|use|set     which Gantry is meant
  event watch              events as they happen
  image publish FILE...    an image into our own image server; image list shows what it has
  instance exec NAME -- COMMAND...   a command in an instance; -t with a terminal
  instance console NAME    its console; Ctrl-a q leaves it
  serve                    run a Gantry
  migrate                  bring the database to the newest form
  backup FILE              copy the database while it is in use

gantry <noun> --help lists the verbs, gantry <noun> <verb> --help the flags.
${ALWAYS}`;
}

/** `gantry <noun> --help`, `gantry instance file --help`; null for an unknown noun. */
export function nounHelp(catalog: Catalog, noun: string, sugar: ReadonlyMap<string, Sugar>): string | null {
  const lines = Object.entries(catalog)
    .map(([method, entry]) => [wordsOf(method).join(' '), entry.summary] as const)
    .filter(([words]) => words.startsWith(`${noun} `))
    .map(([words, summary]) => [words.slice(noun.length + 1), summary] as const);
  for (const [words, { summary }] of sugar) {
    if (words.startsWith(`${noun} `)) lines.push([words.slice(noun.length + 1), summary]);
  }
  if (lines.length === 0) return null;
  const width = Math.max(...lines.map(([verb]) => verb.length));
  return `gantry ${noun} <verb>\n\n${lines.map(([verb, text]) => `  ${verb.padEnd(width)}  ${text}\n`).join('')}\n${ALWAYS}`;
}

/** `gantry <noun> <verb> --help`. */
export function methodHelp(
  words: string,
  noun: string,
  entry: Pick<CatalogEntry, 'summary' | 'description' | 'fields'> & Partial<CatalogEntry>,
): string {
  const names = new Map<Field, string[]>();
  for (const [name, field] of spellings(noun, entry.fields)) {
    if (!name.includes('_')) names.set(field, [...(names.get(field) ?? []), `--${name}`]);
  }
  const fields = [...entry.fields].sort((a, b) => Number(b.required) - Number(a.required));
  const flags = fields.map((field) => flagHelp(field, names.get(field) ?? []));
  const more = [
    entry.list ? '  --all\n      Every page, not only the first.\n' : '',
    entry.long ? '  --no-wait\n      Return as soon as the work is accepted.\n' : '',
    entry.result === 'bytes'
      ? '  -o, --output FILE\n      Where to write the bytes; - (the default) is standard output.\n'
      : '',
    entry.mutates ? '  --idempotency-key KEY\n      A repeat with the same key does nothing twice.\n' : '',
  ];
  const scope = entry.scope === undefined ? '' : `Needs: ${entry.scope}\n`;
  return `gantry ${words}\n\n${entry.summary}\n\n${entry.description}\n${scope}\n${flags.join('')}${more.join('')}\n${ALWAYS}`;
}

function flagHelp(field: Field, names: readonly string[]): string {
  const notes = [
    field.required ? 'required' : '',
    field.choices ? `one of ${field.choices.join(', ')}` : '',
    field.default === undefined ? '' : `default ${JSON.stringify(field.default)}`,
  ].filter((note) => note !== '');
  const about = notes.length > 0 ? ` (${notes.join('; ')})` : '';
  return `  ${names.join(', ')}${field.types.join('|') === 'boolean' ? '' : ` ${valueName(field)}`}\n      ${field.description}${about}\n`;
}

function valueName(field: Field): string {
  if (field.types.includes('object')) return 'KEY=VALUE|JSON';
  if (field.types.includes('array')) return 'A,B|JSON';
  return field.types.includes('string') ? 'TEXT' : 'NUMBER';
}
