// What operations do with images: take files as a version's, fetch them from other servers, read our own.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobStore } from '../../blobs/store.js';
import type { Stage, Staged } from '../../blobs/stage.js';
import type { Db } from '../../db/open.js';
import type { OperationRow } from '../../db/operations.js';
import { AppError, missing } from '../../errors.js';
import type { ImageWork, RemoteFile } from '../../operations/image-work.js';
import type { ImageFile, ImagePart } from '../../providers/parts/images.js';
import type { Actor, Caller } from '../access.js';
import type { ImageServers } from '../image-servers.js';
import { METADATA, UNIFIED, isRoot, typeOf, versionsOf } from './catalogue.js';
import type { FileKind } from './inspect.js';
import type { UploadGate } from './resumable-gate.js';
import type { Simplestreams } from './simplestreams.js';
import { findProduct, kindFor } from './upload.js';

export interface ImportWorkDeps {
  db: Db;
  stage: Stage;
  blobs: BlobStore;
  simplestreams: Pick<Simplestreams, 'upload'>;
  uploadGate: UploadGate;
  imageServers: Pick<ImageServers, 'file'>;
  /** Bytes of the largest file. */
  max_size: number;
}

/** Bytes of one piece. */
const PIECE = 262_144;
/** Files an image consists of at most. */
const MOST_PARTS = 2;

/** Makes it. */
export function createImportWork(deps: ImportWorkDeps): ImageWork {
  const { db, stage, blobs } = deps;

  const stageAll = async (
    parts: AsyncIterable<ImagePart>,
    { signal, arrived }: { signal: AbortSignal; arrived: (bytes: number) => void },
    staged: Staged[],
  ): Promise<string> => {
    const hash = createHash('sha256');
    let total = 0;
    for await (const { body } of parts) {
      if (staged.length === MOST_PARTS) throw notTheImage();
      const writer = await stage.open({ limit: deps.max_size });
      try {
        for await (const chunk of body) {
          if (signal.aborted) throw new AppError('cancelled', 'cancelled');
          hash.update(chunk);
          const full = writer.write(chunk);
          if (full !== undefined) await full;
          total += chunk.length;
          arrived(total);
        }
        staged.push(await writer.finish());
      } catch (error) {
        await writer.abort();
        throw error;
      }
    }
    return hash.digest('hex');
  };

  return {
    has: async ({ product_id, serial }, fingerprint) => {
      const offered = await db.read.simplestreams.offered(Buffer.from(fingerprint, 'hex'));
      return offered?.product_id === product_id && offered.serial === serial;
    },

    receive: async (operation, { product_id, serial }, { fingerprint, size, parts }, arrival) => {
      const caller = await callerOf(db, operation);
      const admission = await deps.uploadGate(
        caller.actor,
        'simplestream.upload',
        size > 0 ? size : null,
        {},
      );
      const staged: Staged[] = [];
      try {
        const arrived = await stageAll(parts, arrival, staged);
        if (arrived !== fingerprint) throw notTheImage();
        // All that can be refused is before the first of its files is entered: half an image is of no use.
        const product = await findProduct(db, product_id);
        const kinds: FileKind[] = [];
        for (const file of staged) kinds.push(await kindFor(product, stage.path(file.id), file.size));
        // Other files, or in another order, would make another fingerprint, or none.
        if (!isImage(kinds)) throw notTheImage();
        const other = await db.read.simplestreams.offered(Buffer.from(fingerprint, 'hex'));
        if (other !== undefined && (other.product_id !== product_id || other.serial !== serial)) {
          throw new AppError('conflict', `another version offers this image already (${other.serial})`);
        }
        for (const file of staged) {
          await deps.simplestreams.upload(caller, { product: product_id, serial, file, sha256: '' });
        }
      } finally {
        for (const { id } of staged) await stage.discard(id);
        admission?.release();
      }
    },

    remote: async function* ({ url, files }, signal) {
      for (const file of files) {
        const bytes = deps.imageServers.file(url, file, signal);
        yield await Promise.resolve({ name: file.name, body: checked(bytes, file) });
      }
    },

    own: async (fingerprint) => {
      const wanted = Buffer.from(fingerprint, 'hex');
      // Retired ones, too: work that was accepted goes on with what was there.
      for (const { items } of versionsOf(await db.read.simplestreams.catalogue())) {
        const whole = items.find(({ ftype, sha256 }) => ftype === UNIFIED && sha256.equals(wanted));
        const root = items.find(({ combined }) => combined?.equals(wanted) === true);
        const meta = items.find(({ ftype }) => ftype === METADATA);
        const rootName = root !== undefined && typeOf(root.ftype) !== 'container' ? 'rootfs.img' : 'rootfs';
        const files =
          whole !== undefined
            ? [{ ...whole, name: 'image' as const }]
            : root === undefined || meta === undefined
              ? []
              : [
                  { ...meta, name: 'metadata' as const },
                  { ...root, name: rootName as ImageFile['name'] },
                ];
        if (files.length === 0) continue;
        const made = (): ImageFile[] =>
          files.map(({ name, size, sha256 }) => ({
            name,
            size,
            body: pieces(blobs.path(sha256.toString('hex'))),
          }));
        return { fingerprint, size: files.reduce((sum, { size }) => sum + size, 0), files: made };
      }
      throw missing('image_fingerprint');
    },

    isOver: async (mark) => {
      const row = await db.read.operations.byUuid(mark);
      return row !== undefined && row.finished_at !== null;
    },
  };
}

/** Whether files of these kinds, in this order, are one image. */
function isImage([first, second]: readonly FileKind[]): boolean {
  if (second === undefined) return first === UNIFIED;
  return first === METADATA && isRoot(second);
}

function notTheImage(): AppError {
  return new AppError('host_failed', 'what arrived is not the image that was asked for');
}

async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: PIECE });
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new AppError('not_found', 'the files of this image are gone', { cause: error });
    }
    throw error;
  }
}

async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  { sha256 }: RemoteFile,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (sha256 !== '' && hash.digest('hex') !== sha256) {
    throw new AppError(
      'host_failed',
      'image_server_host sends a file whose hash its catalogue does not have',
    );
  }
}

/** Who asked for the operation, with the rights of now; throws `forbidden` once the account is disabled. */
async function callerOf(db: Db, { user_id, via, request_id }: OperationRow): Promise<Caller> {
  const user = user_id === null ? undefined : await db.read.users.get(user_id);
  if (user === undefined || user.disabled_at !== null) {
    throw new AppError('forbidden', 'whoever asked for this has no account any more');
  }
  const actor: Actor = {
    user_id: user.id,
    login: user.login,
    is_admin: user.is_admin === 1,
    personal_project_id: 0,
    token_id: 0,
    kind: 'native',
    scopes: null,
    read_only: false,
    session_at: null,
    expires_at: null,
  };
  return {
    actor,
    request_id: '',
    client_request_id: request_id,
    address: '',
    via,
    audit: null,
    idempotency_key: null,
  };
}
