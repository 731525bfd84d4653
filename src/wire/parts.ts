// The parts of a form as they come: cut at the boundary without copying, headers bounded, bytes as an iteration.
import { AppError } from '../errors.js';

const HEADER_BYTES = 8192;
const END_OF_HEADERS = Buffer.from('\r\n\r\n');
const CR = 13;
const NONE = Buffer.alloc(0);

/** One part; its bytes have to be read before the next one is asked for, and a chunk of them before the next chunk. */
export interface Part {
  /** '' where it has none. */
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The parts of a body with this media type. Throws `bad_request` for what is broken or ends too early. */
export async function* partsOf(body: AsyncIterable<Buffer>, type: string): AsyncGenerator<Part, void> {
  const reader = new Reader(body, boundaryOf(type));
  await reader.skip();
  while (await reader.another()) yield { name: nameOf(await reader.headers()), bytes: reader.data() };
  await reader.drain();
}

class Reader {
  private readonly source: AsyncIterator<Buffer>;
  private readonly mark: Buffer;
  /** How far one may go on from a byte that is the last of a window (Horspool). */
  private readonly steps: Uint8Array;
  // The first boundary may stand at the very beginning, without the line break before it.
  private held: Buffer = Buffer.from('\r\n');

  constructor(body: AsyncIterable<Buffer>, boundary: string) {
    this.source = body[Symbol.asyncIterator]();
    this.mark = Buffer.from(`\r\n--${boundary}`, 'latin1');
    const { length } = this.mark;
    this.steps = new Uint8Array(256).fill(length);
    for (let at = 0; at < length - 1; at += 1) this.steps[this.mark[at] ?? 0] = length - 1 - at;
  }

  /** Goes behind the boundary that ends the present part; to be called at first, too. */
  async skip(): Promise<void> {
    const data = this.data();
    while ((await data.next()).done !== true);
  }

  /** Whether another part begins behind the boundary. */
  async another(): Promise<boolean> {
    while (this.held.length < 2) await this.grow();
    return this.held.toString('latin1', 0, 2) !== '--';
  }

  /** The headers of a part, as one text. */
  async headers(): Promise<string> {
    for (;;) {
      const at = this.held.subarray(0, HEADER_BYTES).indexOf(END_OF_HEADERS);
      if (at >= 0) {
        const text = this.held.toString('utf8', 0, at);
        this.held = this.held.subarray(at + END_OF_HEADERS.length);
        return text;
      }
      if (this.held.length >= HEADER_BYTES) throw broken();
      await this.grow();
    }
  }

  /** The bytes of the present part, up to its boundary. */
  async *data(): AsyncGenerator<Buffer, void> {
    const { length } = this.mark;
    let tail = NONE;
    for (;;) {
      const chunk = await this.next();
      if (tail.length > 0) {
        // A boundary may lie across two chunks.
        const joint = Buffer.concat([tail, chunk.subarray(0, length - 1)]);
        const at = this.find(joint);
        if (at >= 0) {
          this.held = chunk.subarray(at + length - tail.length);
          if (at > 0) yield joint.subarray(0, at);
          return;
        }
        if (chunk.length < length - 1) {
          const cut = this.doubtful(joint);
          tail = joint.subarray(cut);
          if (cut > 0) yield joint.subarray(0, cut);
          continue;
        }
        yield tail;
      }
      const at = this.find(chunk);
      if (at >= 0) {
        this.held = chunk.subarray(at + length);
        if (at > 0) yield chunk.subarray(0, at);
        return;
      }
      const cut = this.doubtful(chunk);
      // The chunk's memory is used again.
      tail = Buffer.from(chunk.subarray(cut));
      if (cut > 0) yield chunk.subarray(0, cut);
    }
  }

  /** Reads what stands behind the last boundary. */
  async drain(): Promise<void> {
    this.held = NONE;
    while ((await this.source.next()).done !== true);
  }

  private async next(): Promise<Buffer> {
    const { held } = this;
    if (held.length > 0) {
      this.held = NONE;
      return held;
    }
    const result = await this.source.next();
    if (result.done === true) throw broken();
    return result.value;
  }

  private async grow(): Promise<void> {
    const kept = Buffer.from(this.held);
    this.held = NONE;
    const more = await this.next();
    this.held = kept.length === 0 ? more : Buffer.concat([kept, more]);
  }

  private find(bytes: Buffer): number {
    const { mark, steps } = this;
    const last = mark.length - 1;
    for (let at = last; at < bytes.length;) {
      const byte = bytes[at] as number;
      if (byte === mark[last] && bytes.compare(mark, 0, mark.length, at - last, at + 1) === 0) {
        return at - last;
      }
      at += steps[byte] as number;
    }
    return -1;
  }

  /** Where a boundary might begin whose end is still to come. */
  private doubtful(bytes: Buffer): number {
    const from = Math.max(0, bytes.length - this.mark.length + 1);
    const at = bytes.subarray(from).indexOf(CR);
    return at < 0 ? bytes.length : from + at;
  }
}

function boundaryOf(type: string): string {
  const boundary = parametersOf(type).get('boundary') ?? '';
  if (boundary.length >= 1 && boundary.length <= 70) return boundary;
  throw new AppError('bad_request', 'Content-Type must name the boundary of the form');
}

function nameOf(headers: string): string {
  // What stands before the first line break belongs to the boundary.
  const [behind = '', ...lines] = headers.split('\r\n');
  if (behind.trim() !== '') throw broken();
  const line = lines.find((one) => /^content-disposition:\s*form-data\s*;/i.test(one)) ?? '';
  return parametersOf(line).get('name') ?? '';
}

/** What stands behind semicolons, by its name in lower case; of two with one name the first. */
function parametersOf(value: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain] of value.matchAll(
    /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return found;
}

function broken(): AppError {
  return new AppError('bad_request', 'the form is broken or ends too early');
}
