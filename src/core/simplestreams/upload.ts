// One uploaded file becomes part of a version: told by its content, checked, made durable, and then named by a row.
import type { BlobStore, FileHolder } from '../../blobs/store.js';
import type { Staged } from '../../blobs/stage.js';
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import type { ProductRow, VersionRow } from '../../db/simplestreams.js';
import { AppError, invalid, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import type { Audit } from '../audit.js';
import type { Caller } from '../access.js';
import { canonicalArchitecture } from '../objects/architectures.js';
import { METADATA, UNIFIED, typeOf } from './catalogue.js';
import { checkSerialForm, parseProductKey, productKey, serialForm } from './grammar.js';
import { type FileKind, inspectFile } from './inspect.js';
import { hashBoth, keyOf, pairsWith } from './pairs.js';

/** One file for one version. */
export interface UploadWish {
  /** Number, its text, or the key of the product. */
  product: number | string;
  serial: string;
  file: Staged;
  /** What the caller says the hash is; '' for no word on it. */
  sha256: string;
}

/** What an upload came to. */
export interface UploadResult {
  product_id: number;
  version_id: number;
  serial: string;
  kind: FileKind;
  sha256: string;
  size: number;
  /** Whether the version is in the catalogue now. */
  listed: boolean;
  fingerprints: string[];
}

export interface UploadDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  /** Where the file is. */
  stage: FileHolder;
  blobs: BlobStore;
  /** The catalogue has changed. */
  changed: () => void;
  /** Named places where the crash proof ends the process. */
  crash?: (place: string) => void;
  /** In the transaction of the row. */
  done?: (tx: Repositories, item_id: number) => Promise<void>;
}

/** Another upload to the same version came between looking and writing. */
class Again extends Error {}

const TRIES = 8;

/** Takes one file; throws `not_found`, `invalid_params` or `conflict`. */
export async function takeUpload(deps: UploadDeps, caller: Caller, wish: UploadWish): Promise<UploadResult> {
  const { db, audit, blobs, stage } = deps;
  const { file } = wish;
  const product = await findProduct(db, wish.product);
  serialForm(wish.serial);
  if (file.size === 0) throw invalid('file', 'must not be empty');
  if (wish.sha256 !== '' && wish.sha256.toLowerCase() !== file.sha256) {
    throw invalid('file_sha256', `differs from what arrived (${file.sha256}): upload again`);
  }
  await checkSerial(db.read, product, wish.serial);
  const kind = await kindFor(product, stage.path(file.id), file.size);
  const { release } = await blobs.adopt(file, stage);
  try {
    deps.crash?.('publish.adopted');
    const combined = new Map<string, Buffer>();
    for (let attempt = 1; ; attempt += 1) {
      const version = await db.read.simplestreams.version(product.id, wish.serial);
      const present = version === undefined ? [] : await db.read.simplestreams.itemsOf(version.id);
      for (const pair of pairsWith(kind, hashOf(file), present)) {
        const key = keyOf(pair);
        if (!combined.has(key)) combined.set(key, await hashBoth(blobs, pair));
      }
      try {
        const result = await audit.change(caller, (tx) =>
          write(tx, deps, caller, { wish, product, kind, combined }),
        );
        deps.crash?.('publish.committed');
        deps.changed();
        return result;
      } catch (error) {
        if (!(error instanceof Again) || attempt >= TRIES) throw error;
      }
    }
  } finally {
    release();
  }
}

/** What a file is, when it may become part of a product; throws `invalid_params` for `file`. */
export async function kindFor(product: ProductRow, path: string, size: number): Promise<FileKind> {
  const { kind, architecture } = await inspectFile(path, size);
  if (architecture === null || canonicalArchitecture(architecture) === canonicalArchitecture(product.arch)) {
    return kind;
  }
  throw invalid('file', `is for ${architecture.slice(0, 32)}, the product for ${product.arch}`);
}

/** The product that a number, its text or a key names; throws `not_found`. */
export async function findProduct(db: Db, product: number | string): Promise<ProductRow> {
  const text = String(product);
  const key = parseProductKey(text);
  const row = /^[1-9][0-9]{0,14}$/.test(text)
    ? await db.read.simplestreams.product(Number(text))
    : key === null
      ? undefined
      : await db.read.simplestreams.productByKey(key);
  if (row === undefined || row.deleted_at !== null) throw missing('product_id');
  return row;
}

/** The version of a serial, undefined for a new one; refuses another form, what was retired, and a deleted product. */
export async function checkSerial(
  read: Pick<Repositories, 'simplestreams'>,
  product: ProductRow,
  serial: string,
): Promise<VersionRow | undefined> {
  // It may have been deleted since it was found.
  const there = await read.simplestreams.product(product.id);
  if (there === undefined || there.deleted_at !== null) throw missing('product_id');
  const version = await read.simplestreams.version(product.id, serial);
  if (version !== undefined && version.retired_at !== null) {
    throw conflict('product_version_serial', `${serial} was retired: take a new one`);
  }
  if (version === undefined) {
    checkSerialForm(serial, (await read.simplestreams.newestVersion(product.id))?.serial);
  }
  return version;
}

interface Writing {
  wish: UploadWish;
  product: ProductRow;
  kind: FileKind;
  combined: ReadonlyMap<string, Buffer>;
}

async function write(
  tx: Repositories,
  deps: UploadDeps,
  caller: Caller,
  { wish, product, kind, combined }: Writing,
): Promise<UploadResult> {
  const { serial, file } = wish;
  const now = deps.clock();
  const sha256 = hashOf(file);
  const known = await checkSerial(tx, product, serial);
  const present = known === undefined ? [] : await tx.simplestreams.itemsOf(known.id);
  const same = present.find(({ ftype }) => ftype === kind);
  if (same !== undefined && !same.sha256.equals(sha256)) {
    throw conflict('product_version_serial', `${serial} has another ${kind} already: take a new serial`);
  }
  if (present.some(({ ftype }) => (ftype === UNIFIED) !== (kind === UNIFIED))) {
    throw conflict('product_version_serial', `${serial} cannot hold a unified image and a split one`);
  }
  const pairs = pairsWith(kind, sha256, present).map((pair) => ({
    ...pair,
    sha256: combined.get(keyOf(pair)),
  }));
  const version_id =
    known?.id ??
    (await tx.simplestreams.insertVersion({
      product_id: product.id,
      serial,
      created_at: now,
      retired_at: null,
    }));
  const made: { fingerprint: Buffer; type: ReturnType<typeof typeOf> }[] = [];
  if (kind === UNIFIED) made.push({ fingerprint: sha256, type: typeOf(kind) });
  for (const { root, sha256: fingerprint } of pairs) {
    if (fingerprint === undefined) throw new Again();
    const ftype = kind === METADATA ? (present.find((item) => item.sha256.equals(root))?.ftype ?? '') : kind;
    made.push({ fingerprint, type: typeOf(ftype) });
  }
  let item_id = same?.id ?? 0;
  if (same === undefined) {
    for (const { fingerprint } of made) await checkNowhereElse(tx, fingerprint, version_id);
    item_id = await tx.simplestreams.insertItem({
      version_id,
      ftype: kind,
      sha256,
      size: file.size,
      created_at: now,
      created_by: caller.actor?.user_id ?? null,
    });
    for (const pair of pairs) {
      const other = present.find((item) => item.sha256.equals(kind === METADATA ? pair.root : pair.meta));
      if (other === undefined || pair.sha256 === undefined) throw new Again();
      await tx.simplestreams.insertCombined({
        meta_item_id: kind === METADATA ? item_id : other.id,
        root_item_id: kind === METADATA ? other.id : item_id,
        sha256: pair.sha256,
      });
    }
    for (const { fingerprint, type } of made) {
      await append(tx, {
        type: 'image.published',
        via: caller.via,
        at: now,
        request_id: caller.client_request_id,
        user_id: caller.actor?.user_id ?? null,
        data: {
          product_id: product.id,
          product_key: productKey(product),
          product_version_serial: serial,
          image_fingerprint: fingerprint.toString('hex'),
          image_instance_type: type,
        },
      });
    }
  }
  await deps.done?.(tx, item_id);
  deps.crash?.('publish.written');
  return {
    product_id: product.id,
    version_id,
    serial,
    kind,
    sha256: file.sha256,
    size: file.size,
    listed: made.length > 0,
    fingerprints: made.map(({ fingerprint }) => fingerprint.toString('hex')),
  };
}

/** No client could tell two entries of one fingerprint apart. */
async function checkNowhereElse(tx: Repositories, fingerprint: Buffer, version_id: number): Promise<void> {
  const other = await tx.simplestreams.offered(fingerprint);
  if (other === undefined || other.id === version_id) return;
  const product = await tx.simplestreams.product(other.product_id);
  const where = product === undefined ? 'another product' : productKey(product);
  throw conflict('file', `makes the image that ${where} ${other.serial} has already`);
}

function hashOf(file: Staged): Buffer {
  return Buffer.from(file.sha256, 'hex');
}

/** `conflict` for one named field. */
export function conflict(field: string, fault: string): AppError {
  const detail = `${field} ${fault}`;
  return new AppError('conflict', detail, { faults: [{ detail, pointer: `/${field}` }] });
}
