// The host's own images and how an alias or a fingerprint finds one.
import { isAppError } from '../../errors.js';
import type { HostImage, HostImages } from '../parts/images.js';
import type { Client } from './client.js';
import { toImage } from './map.js';
import { aliasSegment, fingerprintSegment, isFingerprint } from './names.js';
import { follow, type ProgressBoard } from './operations.js';
import { listOf, record, required, type Json } from './types.js';

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
    deleteImage: async (fingerprint) => {
      const segment = fingerprintSegment('image_fingerprint', fingerprint);
      const answer = await client.call('DELETE', `/1.0/images/${segment}`);
      await follow(client, board, answer, waitSeconds);
    },
  };
}
