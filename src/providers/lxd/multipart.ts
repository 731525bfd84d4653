// Multipart bodies as images have them: split into their parts as they come, and framed around files as they go.
import { randomBytes } from 'node:crypto';
import { unexpected } from './types.js';

/** A part whose bytes are read to their end before the next part is asked for. */
export interface Part {
  /** As `Content-Disposition` names it. */
  name: string;
  body: AsyncIterable<Buffer>;
}

const LONGEST_HEAD = 8192;

/** The boundary in a `Content-Type`; null when that is not multipart. */
export function boundaryOf(contentType: string): string | null {
  if (!/^multipart\//i.test(contentType)) return null;
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw unexpected('multipart body without a boundary');
  return boundary;
}

/** The parts of a body, in their order; throws `host_failed` for one that is cut off. */
export async function* partsOf(bytes: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Part> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const source = bytes[Symbol.asyncIterator]();
  // The first delimiter has no line before it.
  let held: Buffer = Buffer.from('\r\n');

  const more = async (): Promise<void> => {
    const next = await source.next();
    if (next.done === true) throw unexpected('multipart body that is cut off');
    held = Buffer.concat([held, next.value]);
  };

  async function* body(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(delimiter);
      if (at >= 0) {
        const last = held.subarray(0, at);
        held = held.subarray(at + delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      const sure = held.length - delimiter.length + 1;
      if (sure > 0) {
        const chunk = held.subarray(0, sure);
        held = held.subarray(sure);
        yield chunk;
      }
      await more();
    }
  }

  const until = async (mark: string): Promise<string> => {
    for (;;) {
      const at = held.indexOf(mark);
      if (at > LONGEST_HEAD || (at < 0 && held.length > LONGEST_HEAD)) throw unexpected('multipart head');
      if (at >= 0) {
        const text = held.toString('latin1', 0, at);
        held = held.subarray(at + mark.length);
        return text;
      }
      await more();
    }
  };

  try {
    for await (const before of body()) if (before.length > LONGEST_HEAD) throw unexpected('multipart head');
    for (;;) {
      while (held.length < 2) await more();
      if (held.toString('latin1', 0, 2) === '--') return;
      const head = await until('\r\n\r\n');
      const name = /content-disposition:[^\r\n]*[;\s]name="?([^";\r\n]*)"?/i.exec(head)?.[1] ?? '';
      yield { name, body: body() };
    }
  } finally {
    await source.return?.();
  }
}

/** A file for a form. */
export interface FormFile {
  name: string;
  /** Bytes. */
  size: number;
  body: AsyncIterable<Uint8Array>;
}

/** A form of files: its type, its exact length, and its bytes as they are asked for. */
export function formOf(files: readonly FormFile[]): {
  contentType: string;
  size: number;
  bytes: AsyncIterable<Uint8Array>;
} {
  const boundary = randomBytes(24).toString('hex');
  const heads = files.map(({ name }, index) =>
    Buffer.from(
      `${index === 0 ? '' : '\r\n'}--${boundary}\r\n` +
        `Content-Disposition: form-data; name="${name}"; filename="${name}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const size =
    files.reduce((sum, file, index) => sum + file.size + (heads[index]?.length ?? 0), 0) + tail.length;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const [index, { body }] of files.entries()) {
      const head = heads[index];
      if (head !== undefined) yield head;
      yield* body;
    }
    yield tail;
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, size, bytes: bytes() };
}
