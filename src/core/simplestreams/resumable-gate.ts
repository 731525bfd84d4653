// What has a word before an upload is read: who it is, and room for it (SEC-53).
import { type Space, checkRoom } from '../../blobs/space.js';
import { AppError } from '../../errors.js';
import type { Actor } from '../access.js';
import type { Admission, ResumableUploads } from './resumable.js';
import type { UploadRoom } from './room.js';
import type { Simplestreams } from './simplestreams.js';

/** Lets an upload of any method in, or refuses it; `size` is what the client declares, null for no word on it. */
export type UploadGate = (
  actor: Actor | null,
  method: string,
  size: number | null,
  params: Record<string, unknown>,
) => Promise<Admission | undefined>;

export interface UploadGateDeps {
  simplestreams: Pick<Simplestreams, 'admit'>;
  uploads: Pick<ResumableUploads, 'admitChunk'>;
  room: Pick<UploadRoom, 'reserve'>;
  space: () => Promise<Space>;
}

/** Makes the gate. */
export function createUploadGate({ simplestreams, uploads, room, space }: UploadGateDeps): UploadGate {
  return async (actor, method, size, params) => {
    if (method === 'simplestream.upload' || method === 'simplestream.upload.chunk') {
      simplestreams.admit(actor);
      if (actor === null) throw new AppError('unauthenticated', 'a bearer token is needed');
      if (method === 'simplestream.upload.chunk') return uploads.admitChunk(actor, params, size);
      return { release: await room.reserve(actor.user_id, size) };
    }
    checkRoom(await space(), size);
    return undefined;
  };
}
