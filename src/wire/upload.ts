// Uploads: a multipart form or plain bytes, admitted before the body is read and written aside as it comes.
import { AppError } from '../errors.js';
import type { MethodInfo, Upload, UploadWriter } from '../registry/registry.js';
import { Body, ClientGone } from './body.js';
import type { Exchange } from './exchange.js';
import { isDict, queryParams, type Dict } from './frames.js';
import { readForm } from './form.js';
import { readJson } from './json.js';
import { callOf, mediaType } from './request.js';

// What a form may hold beside its file: boundaries, headers and the payload.
const FORM_BYTES = 131_072;

const TYPES = { multipart: 'multipart/form-data', 'octet-stream': 'application/octet-stream' } as const;

/** Answers a call whose body is a file: reads it, runs the call, and throws away what nobody kept. */
export function handleUpload(
  x: Exchange,
  info: MethodInfo & { body: 'multipart' | 'octet-stream' },
  answer: (result: unknown) => void,
): void {
  const body = new Body(x.res, () => x.over);
  x.pin();
  receive(x, info, body)
    .then(answer)
    .catch((error: unknown) => {
      body.close();
      if (!(error instanceof ClientGone)) x.fail(error);
    });
}

async function receive(
  x: Exchange,
  info: MethodInfo & { body: 'multipart' | 'octet-stream' },
  body: Body,
): Promise<unknown> {
  const { head, house } = x;
  const call = callOf(head, 'http');
  x.call = {
    abort: () => {
      call.abort();
      body.cut();
    },
  };
  const query = info.body === 'multipart' ? {} : queryParams(head.query);
  const size = head.length < 0 ? null : head.length;
  const admission = await house.registry.admit(info.name, call, size, query);
  try {
    if (mediaType(head.type) !== TYPES[info.body]) {
      throw new AppError('unsupported_media_type', `${info.name} takes ${TYPES[info.body]}`);
    }
    const limit = Math.min(admission.limit ?? Number.POSITIVE_INFINITY, house.limits.upload_bytes);
    body.limit = info.body === 'multipart' ? limit + FORM_BYTES : limit;
    if (head.length > body.limit) throw tooLarge(limit);
    const { params, upload } =
      info.body === 'multipart'
        ? await fromForm(x, body)
        : { params: query, upload: await keep(x, body, admission.open) };
    try {
      call.upload = upload;
      return await house.registry.call(info.name, params, call);
    } finally {
      if (upload !== null && admission.open === undefined) await discard(x, upload);
    }
  } finally {
    admission.release?.();
  }
}

interface Received {
  params: Dict;
  upload: Upload | null;
}

async function fromForm(x: Exchange, body: Body): Promise<Received> {
  const { head, house } = x;
  const kept: { upload: Upload | null } = { upload: null };
  try {
    const payload = await readForm(body, head.type, async (file) => {
      kept.upload = await keep(x, file);
    });
    const params: unknown = payload === '' ? {} : readJson(Buffer.from(payload), house.limits);
    if (!isDict(params)) throw new AppError('bad_request', 'payload must be an object of named parameters');
    return { params, upload: kept.upload };
  } catch (error) {
    if (kept.upload !== null) await discard(x, kept.upload);
    throw error;
  }
}

/** Writes bytes to the sink, or to what `open` opens, as fast as it takes them. */
async function keep(
  x: Exchange,
  bytes: AsyncIterable<Uint8Array>,
  open?: () => Promise<UploadWriter>,
): Promise<Upload> {
  const { uploads, limits } = x.house;
  if (uploads === null) throw new AppError('unsupported', 'uploads are not taken here');
  const writer = await (open === undefined ? uploads.open({ limit: limits.upload_bytes }) : open());
  try {
    for await (const chunk of bytes) {
      const pause = writer.write(chunk);
      if (pause !== undefined) await pause;
    }
    return await writer.finish();
  } catch (error) {
    await writer.abort();
    throw error;
  }
}

async function discard(x: Exchange, { id }: Upload): Promise<void> {
  try {
    await x.house.uploads?.discard(id);
  } catch (error) {
    // The sweeper finds it later.
    x.house.log.warn({ err: error, request_id: x.head.id }, 'an upload could not be discarded');
  }
}

function tooLarge(limit: number): AppError {
  return new AppError('too_large', `the file may hold ${limit} bytes at most`);
}
