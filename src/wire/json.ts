// Reads JSON from the wire under limits (SEC-34): one scan for depth and keys, JSON.parse, one walk for the rest.
import { isUtf8 } from 'node:buffer';
import { AppError } from '../errors.js';

/** What a reader of bodies must bound. */
export interface ShapeLimits {
  json_depth: number;
  json_keys: number;
}

/** The body is not JSON (JSON-RPC gives this a number of its own). */
export class SyntaxFault extends AppError {
  constructor(what: string) {
    super('bad_request', what);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Parses JSON bytes; refuses bad UTF-8, depth, too many keys, repeated keys and `__proto__` with `bad_request`. */
export function readJson(bytes: Uint8Array, limits: ShapeLimits): unknown {
  if (!isUtf8(bytes)) throw new SyntaxFault('the body must be UTF-8');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return parseJson(text, limits);
}

/** The same for text that is already decoded. */
export function parseJson(text: string, limits: ShapeLimits): unknown {
  const keys = scan(text, limits);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxFault('the body is not valid JSON');
  }
  checkKeys(value, keys);
  return value;
}

/**
 * Refuses a parsed value that names `__proto__`, or that holds fewer keys than its source had (some were repeated).
 * @param sourceKeys keys counted in the source.
 */
export function checkKeys(value: unknown, sourceKeys: number): void {
  if (sourceKeys > 0 && countKeys(value) !== sourceKeys) {
    throw new AppError('bad_request', 'the body repeats a key in one object: send each key once');
  }
}

/** `bad_request` for a body that is nested too deep. */
export function tooDeep(limits: ShapeLimits): AppError {
  return new AppError('bad_request', `the body may be nested ${limits.json_depth} deep at most`);
}

/** `bad_request` for a body with too many keys. */
export function tooManyKeys(limits: ShapeLimits): AppError {
  return new AppError('bad_request', `the body may hold ${limits.json_keys} keys at most`);
}

/** `bad_request` for the one key that could reach into every object. */
export function protoKey(): AppError {
  return new AppError('bad_request', 'the key __proto__ is not allowed');
}

// Counts the keys and stops at the limits before anything is built. A key is a colon outside a string.
function scan(text: string, limits: ShapeLimits): number {
  const { json_depth, json_keys } = limits;
  const length = text.length;
  let depth = 0;
  let keys = 0;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i++;
      for (; i < length; i++) {
        const d = text.charCodeAt(i);
        if (d === QUOTE) break;
        if (d === BACKSLASH) i++;
      }
    } else if (c === 0x7b || c === 0x5b) {
      if (++depth > json_depth) throw tooDeep(limits);
    } else if (c === 0x7d || c === 0x5d) {
      depth--;
    } else if (c === 0x3a && ++keys > json_keys) {
      throw tooManyKeys(limits);
    }
  }
  return keys;
}

// Depth is bounded by the scan before, so recursion is safe.
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) if (typeof item === 'object') keys += countKeys(item);
    return keys;
  }
  const object = value as Record<string, unknown>;
  for (const key in object) {
    if (key === '__proto__') throw protoKey();
    keys++;
    const item = object[key];
    if (typeof item === 'object') keys += countKeys(item);
  }
  return keys;
}
