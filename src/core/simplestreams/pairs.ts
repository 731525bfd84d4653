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

/** The fingerprint of a split image: metadata and root file, one after the other. Throws when the disk changed either. */
export async function hashBoth(blobs: BlobStore, { meta, root }: Pair): Promise<Buffer> {
  const both = createHash('sha256');
  for (const part of [meta, root]) {
    const own = createHash('sha256');
    const name = part.toString('hex');
    const stream = createReadStream(blobs.path(name), { highWaterMark: 262_144 });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      both.update(chunk);
      own.update(chunk);
    }
    // LXD 5.0.2 would not notice: what is published has to be right.
    if (!own.digest().equals(part)) throw new Error(`the stored file ${name} has another hash now`);
  }
  return both.digest();
}

/** One text per pair, for maps. */
export function keyOf({ meta, root }: Pair): string {
  return `${meta.toString('hex')} ${root.toString('hex')}`;
}
