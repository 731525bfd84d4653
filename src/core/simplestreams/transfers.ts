// Builds what carries images between servers and our image server.
import type { BlobStore } from '../../blobs/store.js';
import type { Stage } from '../../blobs/stage.js';
import type { Db } from '../../db/open.js';
import type { ImageWork } from '../../operations/image-work.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import type { ImageServers } from '../image-servers.js';
import type { InstanceWork } from '../instance-work.js';
import type { Operations } from '../operations.js';
import { createImportWork } from './import-work.js';
import { type Importer, createImporter } from './import.js';
import { type Pusher, createPusher } from './push.js';
import type { UploadGate } from './resumable-gate.js';
import type { Simplestreams } from './simplestreams.js';

/** What methods may ask for. */
export interface ImageTransfers {
  readonly import: Importer;
  readonly push: Pusher;
  /** What their operations work with. */
  readonly work: ImageWork;
}

export interface ImageTransfersDeps {
  db: Db;
  stage: Stage;
  blobs: BlobStore;
  audit: Audit;
  fleet: Fleet;
  hosts: Hosts;
  work: InstanceWork;
  operations: Operations;
  imageServers: ImageServers;
  simplestreams: Simplestreams;
  uploadGate: UploadGate;
  /** Bytes of the largest file. */
  max_size: number;
}

/** Makes all of it. */
export function createImageTransfers(deps: ImageTransfersDeps): ImageTransfers {
  return {
    import: createImporter({ ...deps, requireEnabled: () => deps.simplestreams.requireEnabled() }),
    push: createPusher(deps),
    work: createImportWork(deps),
  };
}
