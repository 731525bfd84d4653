// Uploads in chunks (REL-54): reserved before the first byte, durable chunk by chunk, and finished as any other upload.
import { randomUUID } from 'node:crypto';
import { checkRoom } from '../../blobs/space.js';
import { type Partials, createHasher } from '../../blobs/partials.js';
import type { BlobStore } from '../../blobs/store.js';
import type { Staged, StageWriter } from '../../blobs/stage.js';
import type { Db } from '../../db/open.js';
import type { UploadRow } from '../../db/uploads.js';
import { AppError, invalid, isAppError, missing } from '../../errors.js';
import { type Actor, type Caller, actorOf, requireAdmin } from '../access.js';
import type { Audit } from '../audit.js';
import { UNIFIED } from './catalogue.js';
import type { FileKind } from './inspect.js';
import { createLocks } from './resumable-lock.js';
import { chooseSerial } from './resumable-serial.js';
import type { UploadRoom } from './room.js';
import type { Simplestreams } from './simplestreams.js';
import { type UploadResult, checkSerial, conflict, findProduct } from './upload.js';

/** One file for one version, as it is told beforehand. */
export interface BeginWish {
  /** Number, its text, or the key of the product. */
  product: number | string;
  /** '' takes that of the same file's last attempt, else the time. */
  serial: string;
  /** Hex. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** An upload as it stands. */
export interface Progress {
  upload: UploadRow;
  /** Bytes a chunk may hold. */
  chunk_size: number;
}

/** One chunk that has arrived; its bytes are on the disk. */
export interface Chunk {
  upload_id: string;
  offset: number;
  /** What the caller says its hash is, hex. */
  sha256: string;
  file: Staged;
}

/** How the bytes of a call that was let in are received. */
export interface Admission {
  /** Bytes that may come. */
  limit?: number;
  /** Takes them, in place of the staging folder. */
  open?: () => Promise<StageWriter>;
  /** Called once, when the call is over. */
  release: () => void;
}

export interface ResumableUploads {
  /** Begins an upload, or finds the one begun. Throws `not_found`, `conflict`, `quota_exceeded`, `no_capacity`. */
  begin(caller: Caller, wish: BeginWish): Promise<Progress>;
  /** Lets a chunk in and says where its bytes go; one chunk at a time. Throws `not_found`, `conflict`, `too_large`. */
  admitChunk(actor: Actor, params: Record<string, unknown>, size: number | null): Promise<Admission>;
  /** Counts a chunk that `admitChunk` let in; answers the durable offset. Throws `invalid_params`, `conflict`. */
  chunk(caller: Caller, chunk: Chunk): Promise<number>;
  /** One of the caller's own; throws `not_found`. */
  status(caller: Caller, upload_id: string): Promise<Progress>;
  /** Makes the file part of its version; again, it answers the same. */
  finish(caller: Caller, upload_id: string): Promise<UploadResult>;
  /** Removes what nobody went on with. */
  sweep(): Promise<void>;
}

export interface ResumableDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  partials: Partials;
  blobs: BlobStore;
  room: UploadRoom;
  simplestreams: Pick<Simplestreams, 'admit' | 'upload'>;
  /** Bytes. */
  chunk_size: number;
  /** Bytes of the largest file. */
  max_size: number;
  /** Named places where the crash proof ends the process. */
  crash: (place: string) => void;
}

const KEPT_MS = 24 * 3_600_000;
const PATIENCE_MS = 15_000;
const HEX = /^[0-9a-f]{64}$/i;

/** Makes the service. */
export function createResumableUploads(deps: ResumableDeps): ResumableUploads {
  const { db, clock, audit, partials, blobs, room, chunk_size, crash } = deps;
  const locks = createLocks(PATIENCE_MS);

  const find = async (user_id: number, uuid: string): Promise<UploadRow> => {
    const row = await db.read.uploads.get(uuid, user_id);
    if (row === undefined) throw missing('upload_id');
    return row;
  };

  const isStored = async (row: UploadRow): Promise<boolean> =>
    row.durable === row.size && (await blobs.size(row.sha256.toString('hex'))) === row.size;

  /** The row as the disk bears it out: bytes may be gone while the database was brought back from a copy. */
  const borneOut = async (row: UploadRow): Promise<UploadRow> => {
    if (row.item_id !== null || row.durable === 0) return row;
    if (((await partials.size(row.uuid)) ?? 0) >= row.durable || (await isStored(row))) return row;
    await db.tx((tx) => tx.uploads.advance(row.id, row.durable, 0, row.expires_at));
    return { ...row, durable: 0 };
  };

  const forget = async (row: UploadRow): Promise<void> => {
    await db.tx((tx) => tx.uploads.remove(row.id));
    await partials.discard(row.uuid);
  };

  const published = async (item_id: number): Promise<UploadResult> => {
    const file = await db.read.uploads.finished(item_id);
    if (file === undefined) throw missing('upload_id');
    const { ftype, sha256, combined, ...rest } = file;
    const fingerprints = (ftype === UNIFIED ? [sha256] : combined).map((one) => one.toString('hex'));
    const listed = fingerprints.length > 0;
    return { ...rest, kind: ftype as FileKind, sha256: sha256.toString('hex'), listed, fingerprints };
  };

  return {
    begin: async (caller, wish) => {
      const { user_id } = requireAdmin(caller);
      deps.simplestreams.admit(caller.actor);
      if (!HEX.test(wish.sha256)) throw invalid('file_sha256', 'must be 64 hex digits');
      if (wish.size > deps.max_size) {
        throw new AppError('too_large', `file_size may be ${deps.max_size} at most (limits.upload_bytes)`);
      }
      const sha256 = Buffer.from(wish.sha256, 'hex');
      const product = await findProduct(db, wish.product);
      const space = await room.space();
      const upload = await audit.change(caller, async (tx) => {
        const of = { user_id, product_id: product.id, sha256 };
        const now = clock();
        const serial = wish.serial === '' ? await chooseSerial(tx, of, now) : wish.serial;
        const known = await tx.uploads.find({ ...of, serial });
        if (known !== undefined) {
          if (known.size !== wish.size) {
            throw conflict('file_size', `was ${known.size} when this upload was begun`);
          }
          return known;
        }
        await checkSerial(tx, product, serial);
        await room.check(tx, user_id, wish.size, space);
        const expires_at = now + KEPT_MS;
        const size = wish.size;
        const row = { uuid: randomUUID(), ...of, serial, size, durable: 0, created_at: now, expires_at };
        return tx.uploads.insert(row);
      });
      return { upload: await borneOut(upload), chunk_size };
    },

    admitChunk: async (actor, params, size) => {
      deps.simplestreams.admit(actor);
      const { upload_id, offset, chunk_sha256 } = params;
      if (typeof upload_id !== 'string') throw missing('upload_id');
      if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) {
        throw invalid('offset', 'must be a number of bytes');
      }
      if (typeof chunk_sha256 !== 'string' || !HEX.test(chunk_sha256)) {
        throw invalid('chunk_sha256', 'must be 64 hex digits');
      }
      await find(actor.user_id, upload_id);
      if (size !== null && size > chunk_size) throw tooLarge(chunk_size);
      const release = await locks.take(upload_id);
      try {
        const row = await borneOut(await find(actor.user_id, upload_id));
        if (row.item_id !== null) throw conflict('upload_id', 'is finished already');
        if (offset > row.durable) throw elsewhere(row);
        if (offset < row.durable) {
          // Sent again: the same bytes are no change.
          const limit = Math.min(chunk_size, row.durable - offset);
          if (size !== null && size > limit) throw elsewhere(row);
          const open = (): Promise<StageWriter> =>
            Promise.resolve(createHasher(row.uuid, limit, () => elsewhere(row)));
          return { limit: chunk_size, open, release };
        }
        const limit = Math.min(chunk_size, row.size - offset);
        if (limit === 0) throw conflict('offset', `${offset} is the end of this file: finish the upload`);
        if (size !== null && size > limit) {
          throw conflict('offset', `${offset} leaves ${limit} bytes of this file, the chunk has ${size}`);
        }
        checkRoom(await room.space(), size ?? limit);
        return { limit, open: () => partials.write(row.uuid, { offset, limit }), release };
      } catch (error) {
        release();
        throw error;
      }
    },

    chunk: async (caller, { upload_id, offset, sha256, file }) => {
      const actor = requireAdmin(caller);
      const row = await find(actor.user_id, upload_id);
      const end = offset + file.size;
      if (file.size === 0) throw invalid('file', 'must not be empty');
      if (sha256.toLowerCase() !== file.sha256) {
        throw refusal(
          'invalid_params',
          'chunk_sha256',
          `differs from what arrived (${file.sha256}): send it again from offset ${row.durable}`,
          row,
        );
      }
      if (offset > row.durable || (offset < row.durable && end > row.durable)) throw elsewhere(row);
      if (offset < row.durable) {
        // In the store already, its end was begun: then only the end is missing.
        if ((await partials.size(row.uuid)) === null) throw elsewhere(row);
        const there = await partials.hash(row.uuid, { offset, size: file.size });
        if (there !== file.sha256) throw elsewhere(row);
        return row.durable;
      }
      crash('upload.chunk.synced');
      await audit.change(caller, async (tx) => {
        if (!(await tx.uploads.advance(row.id, offset, end, clock() + KEPT_MS))) throw elsewhere(row);
      });
      crash('upload.chunk.counted');
      return end;
    },

    status: async (caller, upload_id) => {
      const { user_id } = actorOf(caller);
      return { upload: await borneOut(await find(user_id, upload_id)), chunk_size };
    },

    finish: async (caller, upload_id) => {
      const { user_id } = requireAdmin(caller);
      await find(user_id, upload_id);
      const release = await locks.take(upload_id);
      try {
        const row = await borneOut(await find(user_id, upload_id));
        if (row.item_id !== null) return await published(row.item_id);
        if (row.durable < row.size) {
          throw refusal(
            'conflict',
            'upload_id',
            `is not complete: ${row.durable} of ${row.size} bytes are there`,
            row,
          );
        }
        const sha256 = row.sha256.toString('hex');
        const partial = (await partials.size(row.uuid)) !== null;
        if (partial) {
          const arrived = await partials.hash(row.uuid);
          if (arrived !== sha256) {
            await forget(row);
            throw invalid(
              'upload_id',
              `is given up: the file has another hash (${arrived}) than was stated; begin again`,
            );
          }
        }
        // Moved into the store already, by a process that ended before the row was written.
        const moved = { path: () => blobs.path(sha256), discard: () => Promise.resolve() };
        const wish = {
          product: row.product_id,
          serial: row.serial,
          file: { id: row.uuid, sha256, size: row.size },
          sha256,
        };
        return await deps.simplestreams
          .upload(caller, wish, {
            stage: partial ? partials : moved,
            done: (tx, item_id) => tx.uploads.finish(row.id, item_id),
          })
          .catch(async (error: unknown) => {
            // What is no image will never be one.
            if (isAppError(error) && isNoImage(error)) await forget(row);
            throw error;
          });
      } finally {
        release();
      }
    },

    sweep: async () => {
      for (const { uuid } of await db.read.uploads.over(clock())) {
        const release = locks.tryTake(uuid);
        if (release === null) continue;
        try {
          // A chunk may have come since.
          const row = (await db.read.uploads.over(clock())).find((one) => one.uuid === uuid);
          if (row !== undefined) await forget(row);
        } finally {
          release();
        }
      }
      await partials.sweep(() => db.read.uploads.open());
    },
  };
}

function isNoImage({ code, faults }: AppError): boolean {
  return code === 'invalid_params' && faults.some(({ pointer }) => pointer === '/file');
}

function refusal(
  code: 'conflict' | 'invalid_params',
  field: string,
  fault: string,
  row: UploadRow,
): AppError {
  const detail = `${field} ${fault}`;
  return new AppError(code, detail, {
    faults: [{ detail, pointer: `/${field}` }],
    details: { offset: row.durable },
  });
}

function elsewhere(row: UploadRow): AppError {
  return refusal('conflict', 'offset', `must be ${row.durable}: so many bytes are durable`, row);
}

function tooLarge(bytes: number): AppError {
  return new AppError('too_large', `a chunk may hold ${bytes} bytes at most`);
}
