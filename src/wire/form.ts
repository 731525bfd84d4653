// multipart/form-data of an upload: one file in part `file`, the other params as JSON in part `payload`, in either order.
import { AppError } from '../errors.js';
import { partsOf } from './parts.js';

const PAYLOAD_BYTES = 65_536;

/**
 * Reads a form and gives its file to `take` while it comes; answers the payload's text, '' without one. Names of
 * files are never looked at (SEC-50). Throws `bad_request` or `too_large`; `take` is over by then.
 */
export async function readForm(
  body: AsyncIterable<Buffer>,
  type: string,
  take: (file: AsyncIterable<Buffer>) => Promise<void>,
): Promise<string> {
  let payload: string | null = null;
  let taken = false;
  for await (const { name, bytes } of partsOf(body, type)) {
    if (name === 'file') {
      if (taken) throw new AppError('bad_request', 'the form may have one part file');
      taken = true;
      await take(bytes);
    } else if (name === 'payload') {
      if (payload !== null) throw new AppError('bad_request', 'the form may have one part payload');
      payload = await textOf(bytes);
    } else {
      const detail = `the form has the parts file and payload, not ${JSON.stringify(name.slice(0, 64))}`;
      throw new AppError('bad_request', detail);
    }
  }
  return payload ?? '';
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > PAYLOAD_BYTES) {
      throw new AppError('too_large', `payload may hold ${PAYLOAD_BYTES} bytes at most`);
    }
    // The chunk's memory is used again.
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts).toString('utf8');
}
