// A profile as YAML text: what the editor shows, and what it sends back.
import { type Document, isScalar, LineCounter, parseDocument, Scalar, stringify, visit } from 'yaml';
import { AppError, invalid, isAppError } from '../../errors.js';
import type { HostProfile, ProfileSpec } from '../../providers/provider.js';

const FIELD = 'profile_body';
const LONGEST_BYTES = 64 * 1024;
const MOST_ALIASES = 20;
const KNOWN = ['config', 'description', 'devices', 'name', 'used_by'];
const NULL = /^(|~|null|Null|NULL)$/;

/** The YAML of a profile; `used_by` is left empty for those who may not know. */
export function profileText(profile: HostProfile, showUsers: boolean): string {
  const { config, description, devices, name, used_by } = profile;
  return stringify(
    { config, description, devices, name, used_by: showUsers ? used_by : [] },
    { lineWidth: 0 },
  );
}

/** Reads the YAML of a profile; `name` and `used_by` in it mean nothing. Throws `invalid_params` with the line. */
export function parseProfile(text: string): ProfileSpec {
  if (Buffer.byteLength(text) > LONGEST_BYTES) throw invalid(FIELD, 'must be at most 64 KiB of YAML');
  const body = read(text);
  if (!isRecord(body)) {
    throw invalid(FIELD, 'must be a YAML mapping with config, description and devices');
  }
  const unknown = Object.keys(body).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) {
    throw invalid(FIELD, `has ${unknown.map(shown).join(', ')}: it takes ${KNOWN.join(', ')}`);
  }
  const description = body['description'] ?? '';
  if (typeof description !== 'string') throw invalid(FIELD, 'must have a text as description');
  const devices = Object.entries(mapping(body['devices'], 'devices')).map(
    ([name, device]): [string, Record<string, string>] => [name, texts(device, `devices.${shown(name)}`)],
  );
  return { config: texts(body['config'], 'config'), description, devices: Object.fromEntries(devices) };
}

function read(text: string): unknown {
  const lines = new LineCounter();
  try {
    // Keys that stand twice are looked for below: the library compares each with each.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: false });
    const [fault] = document.errors;
    if (fault !== undefined) throw faultAt(lines, fault.pos[0], firstLine(fault.message));
    plain(document, lines);
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (isAppError(error)) throw error;
    // Too deep for the parser's stack, or too many aliases.
    throw new AppError('invalid_params', `${FIELD} is nested too deeply or has too many aliases`, {
      cause: error,
      faults: [{ detail: `${FIELD} is nested too deeply or has too many aliases`, pointer: `/${FIELD}` }],
    });
  }
}

/** Every value becomes the text it was written as: LXD's values are texts, `2` and `true` too. */
function plain(document: Document, lines: LineCounter): void {
  visit(document, {
    Map: (_key, node) => {
      const seen = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) throw faultAt(lines, node.range?.[0] ?? 0, 'has a key that is no text');
        const name = key.source ?? String(key.value);
        if (seen.has(name)) throw faultAt(lines, key.range?.[0] ?? 0, `has ${shown(name)} twice`);
        seen.add(name);
      }
    },
    Scalar: (key, node) => {
      if (node.type !== Scalar.PLAIN) return;
      const source = node.source ?? '';
      node.value = key !== 'key' && NULL.test(source) ? null : source;
    },
  });
}

function faultAt(lines: LineCounter, offset: number, what: string): AppError {
  return invalid(FIELD, `is no usable YAML at line ${lines.linePos(offset).line}: ${what}`);
}

/** What the library says, without what it says to programmers. */
function firstLine(message: string): string {
  if (/call stack/i.test(message)) return 'it is nested too deeply';
  if (/multiple documents/i.test(message)) return 'it has more than one document';
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').slice(0, 200);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapping(value: unknown, where: string): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw invalid(FIELD, `must have a mapping as ${where}`);
  return value;
}

/** A mapping of texts; an empty value is no value, as on the host. */
function texts(value: unknown, where: string): Record<string, string> {
  const entries: [string, string][] = [];
  for (const [key, member] of Object.entries(mapping(value, where))) {
    if (member === null || member === '') continue;
    if (typeof member !== 'string') throw invalid(FIELD, `must have a text as ${where}.${shown(key)}`);
    entries.push([key, member]);
  }
  return Object.fromEntries(entries);
}

function shown(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}...` : key;
}
