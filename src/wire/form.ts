// multipart/form-data of an upload: one file in part `file`, the other params as JSON in part `payload`, in either order.
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { AppError, isAppError } from '../errors.js';
import { ClientGone } from './body.js';

const PAYLOAD_BYTES = 65_536;
const CHUNK = 262_144;

/**
 * Reads a form and gives its file to `take` while it comes; answers the payload's text, '' without one. Names of
 * files are never looked at (SEC-50). Throws `bad_request` or `too_large`; `take` is over by then.
 */
export async function readForm(
  body: AsyncIterable<Buffer>,
  type: string,
  take: (file: AsyncIterable<Buffer>) => Promise<void>,
): Promise<string> {
  const form = open(type);
  let payload: string | null = null;
  let file: Readable | null = null;
  let taken: Promise<void> = Promise.resolve();
  let refuse = (_error: unknown): void => undefined;
  const refused = new Promise<never>((_resolve, reject) => (refuse = reject));
  const finished = new Promise<void>((resolve) => form.once('finish', resolve));
  form.on('file', (_name, stream) => {
    // How a part ends is told by the form.
    stream.on('error', () => undefined);
    if (file !== null) {
      stream.resume();
      return refuse(new AppError('bad_request', 'the form may have one part file'));
    }
    file = stream;
    taken = take(stream as AsyncIterable<Buffer>);
    taken.catch(refuse);
  });
  form.on('field', (name, text, _nameCut, cut) => {
    if (name !== 'payload') {
      refuse(new AppError('bad_request', `the form has the parts file and payload, not ${shown(name)}`));
    } else if (payload !== null) refuse(new AppError('bad_request', 'the form may have one part payload'));
    else if (cut) refuse(new AppError('too_large', `payload may hold ${PAYLOAD_BYTES} bytes at most`));
    else payload = text;
  });
  form.on('partsLimit', () => refuse(new AppError('bad_request', 'the form has the parts file and payload')));
  form.on('error', (cause) => refuse(broken(cause)));
  try {
    await Promise.race([feed(form, body).then(() => finished), refused]);
    await taken;
  } catch (error) {
    (file as Readable | null)?.destroy(error instanceof Error ? error : undefined);
    await taken.catch(() => undefined);
    throw isAppError(error) || error instanceof ClientGone ? error : broken(error);
  }
  return payload ?? '';
}

function open(type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      highWaterMark: CHUNK,
      fileHwm: CHUNK,
      isPartAFile: (name) => name === 'file',
      limits: { fieldNameSize: 100, fieldSize: PAYLOAD_BYTES, parts: 3, headerPairs: 32, headerSize: 8192 },
    });
  } catch (cause) {
    throw new AppError('bad_request', 'Content-Type must name the boundary of the form', { cause });
  }
}

async function feed(form: BusboyInstance, body: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of body) {
    if (!form.write(chunk)) await new Promise<void>((resolve) => form.once('drain', resolve));
  }
  form.end();
}

function broken(cause: unknown): AppError {
  return new AppError('bad_request', 'the form is broken or ends too early', { cause });
}

function shown(name: unknown): string {
  return typeof name === 'string' ? JSON.stringify(name.slice(0, 64)) : 'one without a name';
}
