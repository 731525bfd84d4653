// The host's own images: how one is found, read, entered, and made of a snapshot.
import { AppError, isAppError, missing } from '../../errors.js';
import type {
  HostImage,
  HostImages,
  ImageExport,
  ImageFile,
  ImagePart,
  ImagePartName,
  MarkedImage,
} from '../parts/images.js';

import type { Answer, Client } from './client.js';
import { toImage } from './map.js';
import { boundaryOf, formOf, partsOf } from './multipart.js';
import {
  aliasSegment,
  fingerprintSegment,
  instanceSegment,
  isFingerprint,
  projectName,
  snapshotSegment,
} from './names.js';
import { ended, follow, type ProgressBoard } from './operations.js';
import { array, listOf, number, record, required, text, textMap, unexpected, type Json } from './types.js';

const PARTS: readonly ImagePartName[] = ['metadata', 'rootfs', 'rootfs.img'];
/** The property that says whose a temporary image is. */
const MARK = 'user.gantry.operation';
/** The one program ever named to a host: older ones run what they are given (SEC-45). */
const COMPRESSION = 'gzip';

/** Images of the default project. */
export async function listImages(client: Client): Promise<HostImage[]> {
  const answer = await client.get('/1.0/images', { query: { recursion: 1 } });
  return listOf(answer.metadata, 'images').map(toImage);
}

async function read(client: Client, path: string, project: string): Promise<Json | null> {
  try {
    return record((await client.get(path, { query: { project } })).metadata);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}

/** Fingerprint behind an alias, else behind a fingerprint prefix of at least 12 digits; null when there is none. */
export async function findImage(client: Client, alias: string, project: string): Promise<string | null> {
  const named = await read(client, `/1.0/images/aliases/${aliasSegment(alias)}`, project);
  if (named !== null) return required(named['target'], 'alias target');
  if (!isFingerprint(alias)) return null;
  const image = await read(client, `/1.0/images/${alias.toLowerCase()}`, project);
  return image === null ? null : required(image['fingerprint'], 'image fingerprint');
}

/** Calls about images. */
export function imageCalls(context: {
  client: Client;
  board: ProgressBoard;
  waitSeconds: number;
}): HostImages {
  const { client, board, waitSeconds } = context;
  return {
    images: () => listImages(client),
    findImage: (alias) => findImage(client, alias, 'default'),
    deleteImage: async (fingerprint, project) => {
      const segment = fingerprintSegment('image_fingerprint', fingerprint);
      const query = project === undefined ? {} : { project: projectName(project) };
      const answer = await client.call('DELETE', `/1.0/images/${segment}`, { query });
      await follow(client, board, answer, waitSeconds);
    },
    exportImage: (image, signal) => exportImage(client, image, signal),
    importImage: async ({ fingerprint, files }, hooks) => {
      const answer = await send(client, fingerprint, files, hooks?.signal);
      await follow(client, board, answer, waitSeconds, hooks);
    },
    setAlias: (alias, fingerprint, { move }) => setAlias(client, alias, fingerprint, move),
    publishSnapshot: async (ref, snapshot, mark, hooks) => {
      const name = `${instanceSegment(ref.name)}/${snapshotSegment(snapshot)}`;
      const answer = await client.call('POST', '/1.0/images', {
        query: { project: projectName(ref.project) },
        body: {
          source: { type: 'snapshot', name },
          properties: { [MARK]: mark },
          compression_algorithm: COMPRESSION,
          public: false,
        },
        // Not given up before its answer: only that tells which work to wait for, or to cancel.
      });
      await follow(client, board, answer, waitSeconds, hooks);
    },
    ended: (hostOperation, signal) => ended(client, hostOperation, waitSeconds, signal),
    markedImages: async (project) => {
      const query = { recursion: 1, project: projectName(project) };
      const answer = await client.get('/1.0/images', { query });
      return array(answer.metadata).map(record).flatMap(marked);
    },
  };
}

function marked(image: Json): MarkedImage[] {
  const mark = textMap(image['properties'])[MARK];
  if (mark === undefined) return [];
  const fingerprint = required(image['fingerprint'], 'image fingerprint');
  return [{ fingerprint, size: number(image['size']), mark }];
}

async function exportImage(
  client: Client,
  { project, fingerprint }: { project: string; fingerprint: string },
  signal: AbortSignal | undefined,
): Promise<ImageExport> {
  const segment = fingerprintSegment('image_fingerprint', fingerprint);
  const answer = await client.stream({
    method: 'GET',
    path: `/1.0/images/${segment}/export`,
    query: { project: projectName(project) },
    headers: { 'accept-encoding': 'identity' },
    signal,
  });
  if (answer.status !== 200) {
    try {
      await client.envelope(answer);
    } catch (error) {
      if (isAppError(error) && error.code === 'not_found') throw missing('image_fingerprint');
      throw error;
    }
    throw unexpected('status of an image');
  }
  const boundary = boundaryOf(text(answer.headers['content-type']));
  const parts = boundary === null ? one(answer.body) : named(partsOf(answer.body, boundary));
  return { parts, close: answer.close };
}

async function* one(body: AsyncIterable<Buffer>): AsyncGenerator<ImagePart> {
  yield await Promise.resolve({ name: 'image' as const, body });
}

async function* named(
  parts: AsyncIterable<{ name: string; body: AsyncIterable<Buffer> }>,
): AsyncGenerator<ImagePart> {
  for await (const { name, body } of parts) {
    const known = PARTS.find((part) => part === name);
    if (known === undefined) throw unexpected('part of an image');
    yield { name: known, body };
  }
}

async function send(
  client: Client,
  fingerprint: string,
  files: readonly ImageFile[],
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const segment = fingerprintSegment('image_fingerprint', fingerprint);
  const [first] = files;
  const whole = first?.name === 'image' ? first : null;
  const form =
    whole === null
      ? formOf(files)
      : { contentType: 'application/octet-stream', size: whole.size, bytes: whole.body };
  const answer = await client.stream({
    method: 'POST',
    path: '/1.0/images',
    query: {},
    headers: {
      accept: 'application/json',
      'content-type': form.contentType,
      'x-lxd-fingerprint': segment,
      'x-incus-fingerprint': segment,
      'x-lxd-public': 'false',
      'x-incus-public': 'false',
    },
    signal,
    body: { size: form.size, bytes: form.bytes },
  });
  return { ...(await client.envelope(answer)), etag: '', date: '' };
}

async function setAlias(client: Client, alias: string, fingerprint: string, move: boolean): Promise<void> {
  const name = aliasSegment(alias);
  const target = fingerprintSegment('image_fingerprint', fingerprint);
  const path = `/1.0/images/aliases/${name}`;
  for (let attempt = 1; ; attempt += 1) {
    const there = await read(client, path, 'default');
    if (there !== null) {
      if (there['target'] === target) return;
      if (!move) throw new AppError('conflict', `alias ${alias} belongs to another image there`);
      const description = text(there['description']);
      await client.call('PUT', path, { body: { target, description } });
      return;
    }
    try {
      await client.call('POST', '/1.0/images/aliases', { body: { name: alias, target, description: '' } });
      return;
    } catch (error) {
      // Somebody else was a moment faster: what it leads to now decides.
      if (!isAppError(error) || error.code !== 'conflict' || attempt > 1) throw error;
    }
  }
}
