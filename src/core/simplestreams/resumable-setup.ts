// Builds what takes uploads for the image server: in one call, and in chunks.
import type { Partials } from '../../blobs/partials.js';
import { spaceAt } from '../../blobs/space.js';
import type { BlobStore } from '../../blobs/store.js';
import type { Config } from '../../config.js';
import type { Db } from '../../db/open.js';
import type { Audit } from '../audit.js';
import { type ResumableUploads, createResumableUploads } from './resumable.js';
import { type UploadGate, createUploadGate } from './resumable-gate.js';
import { createUploadRoom } from './room.js';
import type { Simplestreams } from './simplestreams.js';

export interface ImageUploadsDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  partials: Partials;
  blobs: BlobStore;
  simplestreams: Simplestreams;
  config: Config;
  crash: (place: string) => void;
}

/** What core offers of it. */
export interface ImageUploads {
  readonly imageUploads: ResumableUploads;
  readonly uploadGate: UploadGate;
}

/** Makes both, with one account of the room that is left. */
export function createImageUploads(deps: ImageUploadsDeps): ImageUploads {
  const { db, config, simplestreams } = deps;
  const space = (): ReturnType<typeof spaceAt> => spaceAt(config.data);
  const room = createUploadRoom({
    db,
    space,
    max_mb: config.simplestream.max_mb,
    quota_mb: config.quotas.image_mb,
    max_size: config.limits.upload_bytes,
  });
  const imageUploads = createResumableUploads({
    ...deps,
    room,
    chunk_size: config.simplestream.chunk_mb * 1_048_576,
    max_size: config.limits.upload_bytes,
  });
  const uploadGate = createUploadGate({ simplestreams, uploads: imageUploads, room, space });
  return { imageUploads, uploadGate };
}
