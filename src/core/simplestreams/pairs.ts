// Metadata and root files of one version, and the fingerprint that each pair of them has.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobStore } from '../../blobs/store.js';
import type { ItemRow } from '../../db/simplestreams.js';
import { METADATA, isRoot } from './catalogue.js';
import type { FileKind } from './inspect.js';

/** Hashes of metadata and the root file that goes with them. */
export interface Pair {
  meta: Buffer;
  root: Buffer;
}

/** The pairs a new file makes with what its version has already. */
export function pairsWith(kind: FileKind, sha256: Buffer, present: readonly ItemRow[]): Pair[] {
  if (kind === METADATA) {
    return present.filter(({ ftype }) => isRoot(ftype)).map((item) => ({ meta: sha256, root: item.sha256 }));
  }
  if (!isRoot(kind)) return [];
  return present
    .filter(({ ftype }) => ftype === METADATA)
    .map((item) => ({ meta: item.sha256, root: sha256 }));
}

/** The fingerprint of a split image: metadata and root file, one after the other. */
export async function hashBoth(blobs: BlobStore, { meta, root }: Pair): Promise<Buffer> {
  const hash = createHash('sha256');
  for (const part of [meta, root]) {
    const stream = createReadStream(blobs.path(part.toString('hex')), { highWaterMark: 262_144 });
    for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
  }
  return hash.digest();
}

/** One text per pair, for maps. */
export function keyOf({ meta, root }: Pair): string {
  return `${meta.toString('hex')} ${root.toString('hex')}`;
}
