// Reads a tar stream entry by entry in constant memory: names and kinds, and the bytes of the entries one asks for.
const BLOCK = 512;
/** A longer name than any image needs: pax headers and GNU long names beyond are refused (SEC-51). */
const MAX_NAME = 65_536;
/** Empty blocks at the end: tar rounds up to as much as a user of tapes asks for. */
const MAX_ZEROS = 16_384;
const EMPTY = Buffer.alloc(BLOCK);

/** One entry; `path` is normalised and never leaves the archive's root. */
export interface TarEntry {
  path: string;
  kind: 'file' | 'directory' | 'other';
  size: number;
}

export interface TarEvents {
  /** Return true to be given the bytes of a file. */
  entry(entry: TarEntry): boolean;
  data(chunk: Buffer): void;
  /** The bytes that were asked for are complete. */
  end(): void;
}

/** A tar reader that is pushed chunks; throws `TarFault` for what is no tar. */
export interface TarReader {
  push(chunk: Buffer): void;
  /** Throws when the archive was cut off. */
  finish(): void;
}

/** What was read is no tar archive, or a broken one. */
export class TarFault extends Error {}

interface Wanted {
  left: number;
  padding: number;
  take: 'no' | 'caller' | 'pax' | 'name';
  parts: Buffer[];
}

/** Makes a reader. */
export function createTarReader(events: TarEvents): TarReader {
  const header = Buffer.alloc(BLOCK);
  let filled = 0;
  let body: Wanted | null = null;
  let override: string | null = null;
  let zeros = 0;
  let entries = 0;

  const takeHeader = (): void => {
    if (header.equals(EMPTY)) {
      zeros += 1;
      if (zeros > MAX_ZEROS) throw new TarFault('there is nothing but zeros behind its end');
      return;
    }
    if (zeros > 0) throw new TarFault('there is something after the end of the archive');
    if (!checksumFits(header)) throw new TarFault('it is not a tar archive');
    entries += 1;
    const size = numberAt(header, 124, 12);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'x' || type === 'L' || type === 'g' || type === 'K') {
      if (size > MAX_NAME) throw new TarFault('a header in it is too long');
      body = { left: size, padding, take: type === 'x' ? 'pax' : type === 'L' ? 'name' : 'no', parts: [] };
    } else {
      const path = normal(override ?? nameOf(header));
      override = null;
      const kind =
        type === '0' || type === '\0' || type === '7' ? 'file' : type === '5' ? 'directory' : 'other';
      const asked = events.entry({ path, kind, size });
      body = { left: size, padding, take: asked && kind === 'file' ? 'caller' : 'no', parts: [] };
    }
    if (body.left === 0) closeBody(body);
  };

  const closeBody = (done: Wanted): void => {
    if (done.take === 'caller') events.end();
    else if (done.take === 'name') override = cut(Buffer.concat(done.parts));
    else if (done.take === 'pax') override = paxPath(Buffer.concat(done.parts)) ?? override;
    done.take = 'no';
    if (done.padding === 0) body = null;
  };

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length;) {
        if (body === null) {
          const part = chunk.subarray(at, at + BLOCK - filled);
          header.set(part, filled);
          filled += part.length;
          at += part.length;
          if (filled < BLOCK) return;
          filled = 0;
          takeHeader();
          continue;
        }
        if (body.left > 0) {
          const part = chunk.subarray(at, at + body.left);
          at += part.length;
          body.left -= part.length;
          if (body.take === 'caller') events.data(part);
          else if (body.take !== 'no') body.parts.push(Buffer.from(part));
          if (body.left === 0) closeBody(body);
          continue;
        }
        const skipped = Math.min(body.padding, chunk.length - at);
        at += skipped;
        body.padding -= skipped;
        if (body.padding === 0) body = null;
      }
    },
    finish() {
      if (body !== null || filled > 0 || entries === 0) throw new TarFault('the archive is cut off');
    },
  };
}

function checksumFits(header: Buffer): boolean {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at += 1) if (at < 148 || at >= 156) sum += header[at] ?? 0;
  return sum === numberAt(header, 148, 8);
}

/** An octal number, or GNU's base-256 form of a large one. */
function numberAt(header: Buffer, at: number, length: number): number {
  const first = header[at] ?? 0;
  if ((first & 0x80) !== 0) {
    let value = first & 0x7f;
    for (const byte of header.subarray(at + 1, at + length)) value = value * 256 + byte;
    if (!Number.isSafeInteger(value)) throw new TarFault('a size in it is too large');
    return value;
  }
  const text = cut(header.subarray(at, at + length)).trim();
  if (!/^[0-7]*$/.test(text)) throw new TarFault('it is not a tar archive');
  return text === '' ? 0 : Number.parseInt(text, 8);
}

function nameOf(header: Buffer): string {
  const name = cut(header.subarray(0, 100));
  // Old GNU archives keep other things where ustar has the prefix.
  const ustar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = ustar ? cut(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function paxPath(bytes: Buffer): string | null {
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = space < 0 ? 0 : Number(bytes.toString('latin1', at, space));
    if (!Number.isInteger(length) || length <= space - at || at + length > bytes.length) return null;
    const record = bytes.toString('utf8', space + 1, at + length - 1);
    if (record.startsWith('path=')) return record.slice(5);
    at += length;
  }
  return null;
}

function cut(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

function normal(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
