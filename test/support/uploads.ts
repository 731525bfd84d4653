// Uploads in chunks as tests make them: each step one call, or all of them in a row.
import { sha256, type UploadAnswer } from './images.js';

/** Sends one chunk; `more` replaces what stands in the query. */
export async function sendChunk(
  url: string,
  token: string | null,
  query: { upload_id: string; offset: number },
  bytes: Uint8Array | ReadableStream<Uint8Array>,
  more: Record<string, string> = {},
): Promise<UploadAnswer> {
  const stream = bytes instanceof ReadableStream;
  const search = new URLSearchParams({
    upload_id: query.upload_id,
    offset: String(query.offset),
    chunk_sha256: stream ? '0'.repeat(64) : sha256(bytes),
    ...more,
  });
  const response = await fetch(`${url}/v1/simplestream.upload.chunk?${search.toString()}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: stream ? bytes : new Blob([new Uint8Array(bytes)]),
    ...(stream ? { duplex: 'half' } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Calls with a token; anything but 200 throws. Answers the attributes. */
export type Must = (method: string, params: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** Begins, sends what is missing in chunks of `step` bytes, and finishes; answers the end's attributes. */
export async function uploadInChunks(
  must: Must,
  at: { url: string; token: string },
  file: Uint8Array,
  params: { product_id: number | string; product_version_serial?: string },
  step = 1_048_576,
): Promise<Record<string, unknown>> {
  const begun = await must('simplestream.upload.begin', {
    ...params,
    file_sha256: sha256(file),
    file_size: file.length,
  });
  const upload_id = String(begun['upload_id']);
  for (let offset = Number(begun['offset']); offset < file.length; offset += step) {
    const chunk = file.subarray(offset, offset + step);
    const { status, body } = await sendChunk(at.url, at.token, { upload_id, offset }, chunk);
    if (status !== 200) throw new Error(`chunk at ${offset}: ${status} ${JSON.stringify(body)}`);
  }
  return must('simplestream.upload.finish', { upload_id });
}
