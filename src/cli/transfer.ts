// Calls that carry files: one given by its name goes up with the call, bytes come down into a file or on standard output.
import { openAsBlob } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { CatalogEntry } from '../client/catalog.js';
import type { AnyDocument, CallOptions, Client, Download } from '../client/client.js';
import { UsageError, type Io } from './io.js';

/** Makes a call; null when its answer were bytes, which are written by then. */
export async function exchange(
  method: string,
  entry: CatalogEntry,
  params: Record<string, unknown>,
  client: Client,
  io: Io,
  options: CallOptions & { output: string | undefined },
): Promise<AnyDocument | null> {
  const { output, ...call } = options;
  if (entry.body === 'multipart') {
    const { file, ...rest } = params;
    return client.upload(method, rest, await blobOf(String(file)), call);
  }
  if (entry.body !== 'json')
    throw new UsageError(
      `${method} sends bytes, which the command line does not do: see docs/methods/${method}.md`,
    );
  if (entry.result !== 'bytes') return client.request(method, params, call);
  const answer = await client.download(method, params, call);
  if (!isDownload(answer)) return answer;
  if (output === undefined || output === '-') {
    for await (const chunk of answer.chunks()) await io.bytes(chunk);
  } else await save(answer, output);
  return null;
}

/** What an answer is made for reading as it stands: a log. Null for all others. */
export function plainText({ data }: AnyDocument): string | null {
  const text = Array.isArray(data) || data.type !== 'log' ? undefined : data.attributes['log_text'];
  if (typeof text !== 'string') return null;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function isDownload(answer: Download | AnyDocument): answer is Download {
  return 'chunks' in answer;
}

async function blobOf(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file);
  } catch {
    throw new UsageError(`the file ${file} cannot be read`);
  }
}

/** A file that did not come whole is not left behind. */
async function save(answer: Download, file: string): Promise<void> {
  const handle = await open(file, 'w').catch((cause: unknown) => {
    throw new UsageError(
      `${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  });
  try {
    for await (const chunk of answer.chunks()) await handle.writeFile(chunk);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}
