// MessagePack bodies and frames (SEC-36): the bytes are checked before they are decoded.
import { Packr, Unpackr } from 'msgpackr';
import { AppError } from '../errors.js';
import { checkKeys, protoKey, SyntaxFault, tooDeep, tooManyKeys, type ShapeLimits } from './json.js';

/** Packs and unpacks plain MessagePack: maps, arrays, strings, numbers, booleans, nil. */
export interface Msgpack {
  read(bytes: Uint8Array): unknown;
  write(value: unknown): Uint8Array;
}

/** Makes a codec; records are off, so that any MessagePack library can talk to us. */
export function makeMsgpack(limits: ShapeLimits): Msgpack {
  // What JSON leaves out (undefined) is left out here too, or the two forms would differ.
  const options = {
    useRecords: false,
    mapsAsObjects: true,
    int64AsType: 'number' as const,
    skipValues: [undefined],
  };
  const packr = new Packr(options);
  const unpackr = new Unpackr(options);
  return {
    read(bytes) {
      const seen = inspect(bytes, limits);
      let value: unknown;
      try {
        value = unpackr.unpack(bytes);
      } catch {
        throw new SyntaxFault('the body is not valid MessagePack');
      }
      if (seen.dates) value = datesToNumbers(value);
      checkKeys(value, seen.keys);
      return value;
    },
    write: (value) => packr.pack(value),
  };
}

const FIXED_SIZES: Readonly<Record<number, number>> = {
  0xca: 4,
  0xcb: 8,
  0xcc: 1,
  0xcd: 2,
  0xce: 4,
  0xd0: 1,
  0xd1: 2,
  0xd2: 4,
};
const PROTO = Buffer.from('__proto__');

interface Seen {
  keys: number;
  dates: boolean;
}

function broken(): SyntaxFault {
  return new SyntaxFault('the body is not valid MessagePack');
}

// One pass over the bytes: sizes against what is really there, nesting, keys, and types that JSON does not know.
// Entries left per level are kept in a list of at most `json_depth`, so no input can make it grow.
function inspect(bytes: Uint8Array, limits: ShapeLimits): Seen {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength;
  const seen: Seen = { keys: 0, dates: false };
  const left: number[] = [];
  const isMap: boolean[] = [];
  let at = 0;
  const need = (count: number): number => {
    if (count > length - at) throw broken();
    const start = at;
    at += count;
    return start;
  };
  const open = (entries: number, map: boolean): void => {
    if (map && (seen.keys += entries) > limits.json_keys) throw tooManyKeys(limits);
    // Each entry takes a byte at least: a header that promises more than there is never allocates.
    if (entries * (map ? 2 : 1) > length - at) throw broken();
    if (left.length >= limits.json_depth) throw tooDeep(limits);
    left.push(map ? entries * 2 : entries);
    isMap.push(map);
  };
  const sizeOf = (type: number): number => {
    if (type === 0xd9 || type === 0xc7) return view.getUint8(need(1));
    if (type === 0xda || type === 0xdc || type === 0xde) return view.getUint16(need(2));
    if (type === 0xdb || type === 0xdd || type === 0xdf) return view.getUint32(need(4));
    return type === 0xd6 ? 4 : type === 0xd7 ? 8 : 0;
  };
  const timestamp = (type: number, size: number): void => {
    const known = type === 0xd6 || type === 0xd7 || (type === 0xc7 && size === 12);
    if (!known || view.getInt8(need(1)) !== -1) {
      throw new AppError('bad_request', 'MessagePack extension types other than timestamp are not accepted');
    }
    need(size);
    seen.dates = true;
  };
  do {
    while (left.length > 0 && left[left.length - 1] === 0) {
      left.pop();
      isMap.pop();
    }
    if (left.length === 0 && at > 0) break;
    const level = left.length - 1;
    const remaining = left[level] ?? 0;
    const isKey = level >= 0 && isMap[level] === true && remaining % 2 === 0;
    if (level >= 0) left[level] = remaining - 1;
    const type = view.getUint8(need(1));
    if (isKey && !isText(type))
      throw new AppError('bad_request', 'keys of a MessagePack map must be strings');
    if (type <= 0x7f || type >= 0xe0 || type === 0xc0 || type === 0xc2 || type === 0xc3) continue;
    const fixed = FIXED_SIZES[type];
    const size = type <= 0xbf ? type & (type <= 0x9f ? 15 : 31) : sizeOf(type);
    if (fixed !== undefined) need(fixed);
    else if (type <= 0x8f || type === 0xde || type === 0xdf) open(size, true);
    else if (type <= 0x9f || type === 0xdc || type === 0xdd) open(size, false);
    else if (isText(type)) {
      const start = need(size);
      // The decoder would rename this key silently.
      if (isKey && size === 9 && PROTO.equals(bytes.subarray(start, at))) throw protoKey();
    } else if (type === 0xcf) safe(view.getBigUint64(need(8)));
    else if (type === 0xd3) safe(view.getBigInt64(need(8)));
    else if (type >= 0xc4 && type <= 0xc6) {
      throw new AppError('bad_request', 'binary values are not accepted: send bytes as base64 text');
    } else if (type === 0xc1) throw broken();
    else timestamp(type, size);
  } while (left.length > 0);
  if (at !== length) throw broken();
  return seen;
}

function isText(type: number): boolean {
  return (type >= 0xa0 && type <= 0xbf) || (type >= 0xd9 && type <= 0xdb);
}

function safe(value: bigint): void {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
    throw new AppError('bad_request', 'integers must lie between -2^53 and 2^53');
  }
}

// Our times are numbers (ms), so a timestamp means the same as its number.
function datesToNumbers(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(datesToNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, datesToNumbers(item)]));
}
