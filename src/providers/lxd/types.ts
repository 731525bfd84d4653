// Tolerant readers for LXD's JSON: a host may send anything, and a wrong type must end as host_failed or a default.
import { AppError } from '../../errors.js';

/** A JSON object of unknown content. */
export type Json = Record<string, unknown>;

/** The envelope of every LXD answer. */
export interface Envelope {
  type: 'sync' | 'async' | 'error';
  operation: string;
  error: string;
  error_code: number;
  metadata: unknown;
}

/** The value as an object; an empty one for anything else. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as an array; an empty one for anything else. */
export function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text; '' for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value as a finite number; `fallback` for anything else. */
export function number(value: unknown, fallback = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

/** The text entries of an array. */
export function texts(value: unknown): string[] {
  return array(value).filter((entry): entry is string => typeof entry === 'string');
}

/** The text entries of an object. */
export function textMap(value: unknown): Record<string, string> {
  const entries = Object.entries(record(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** Milliseconds UTC of an RFC 3339 time; 0 for none, for Go's zero time and for nonsense. */
export function time(value: unknown): number {
  const at = Date.parse(text(value));
  return Number.isFinite(at) && at > 0 ? at : 0;
}

/** The error for an answer that isn't what the API promises. */
export function unexpected(what: string, cause?: unknown): AppError {
  return new AppError('host_failed', `the host sent an unusable answer (${what})`, { cause });
}

/** Parses an answer's text; throws host_failed when it is no LXD envelope. */
export function parseEnvelope(body: string): Envelope {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    throw unexpected('not JSON', error);
  }
  const { type, operation, error, error_code, metadata } = record(parsed);
  if (type !== 'sync' && type !== 'async' && type !== 'error') throw unexpected('no LXD envelope');
  return { type, operation: text(operation), error: text(error), error_code: number(error_code), metadata };
}

/** The metadata of a list answer; throws host_failed when it isn't a list of objects. */
export function listOf(metadata: unknown, what: string): Json[] {
  // Go marshals an empty slice as null here and there.
  if (metadata === null) return [];
  if (!Array.isArray(metadata)) throw unexpected(`${what}: not a list`);
  return metadata.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      throw unexpected(`${what}: not an object`);
    return entry as Json;
  });
}

/** A text that must be there and not empty; throws host_failed. */
export function required(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw unexpected(`${what} is missing`);
  return value;
}
