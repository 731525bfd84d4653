// Variables of an image: an object, a list of `K=V`, or either as JSON in a text.
import { invalid } from '../../errors.js';

export type Variables = string | readonly unknown[] | object | null | undefined;

const KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MOST = 200;

/** Reads them; throws `invalid_params` for what is none of these. */
export function readVariables(given: Variables): Record<string, string> {
  const value = typeof given === 'string' ? parsed(given) : given;
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object') throw refusal();
  const pairs: [string, unknown][] = Array.isArray(value) ? value.map(pair) : Object.entries(value);
  if (pairs.length > MOST) throw invalid('variables', `must be ${MOST} at most`);
  const read: Record<string, string> = {};
  for (const [key, one] of pairs) {
    if (!KEY.test(key) || key === '__proto__') {
      throw invalid('variables', 'must have names of letters, digits and underscores, no digit first');
    }
    if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean') {
      throw invalid('variables', `must hold a text, a number, true or false as ${key}`);
    }
    read[key] = String(one);
  }
  return read;
}

function pair(entry: unknown): [string, unknown] {
  const [, key, value] = typeof entry === 'string' ? (/^([^=]*)=(.*)$/s.exec(entry) ?? []) : [];
  if (key === undefined) throw refusal();
  return [key, value];
}

function parsed(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusal();
  }
}

function refusal(): Error {
  return invalid('variables', 'must be an object, a list of "KEY=value", or one of these as JSON');
}
