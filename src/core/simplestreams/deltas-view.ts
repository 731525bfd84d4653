// Deltas as the catalogue shows them: beside the root they lead to, while the version they start from is listed too.
import type { DeltaRow } from '../../db/deltas.js';
import type { CatalogueRow } from '../../db/simplestreams.js';

/** A delta with both of its ends, as one moment of the catalogue has them. */
export interface ShownDelta {
  /** Hex. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** ms */
  created_at: number;
  /** Name behind `images/`. */
  file: string;
  root: CatalogueRow;
  base: CatalogueRow;
}

/** Kinds of root files that clients know deltas of. */
export const DELTA_ROOTS = ['squashfs', 'disk-kvm.img'] as const;

/** Deltas whose two ends are among `items`; those that were not worth it aside. */
export function shownDeltas(items: readonly CatalogueRow[], deltas: readonly DeltaRow[]): ShownDelta[] {
  const known = new Map(items.map((item) => [item.item_id, item]));
  return deltas.flatMap(({ root_item_id, base_item_id, sha256, size, created_at }) => {
    const [root, base] = [known.get(root_item_id), known.get(base_item_id)];
    // Without its fingerprint a base cannot be found on a host.
    if (root === undefined || base === undefined || sha256 === null || base.combined === null) return [];
    const hex = sha256.toString('hex');
    return [{ sha256: hex, size, created_at, file: `${hex}.vcdiff`, root, base }];
  });
}

/** Entries for the items of a version, by names of their own: clients read `ftype` only. */
export function deltaItems(version_id: number, deltas: readonly ShownDelta[]): Record<string, object> {
  const entries = deltas
    .filter(({ root, base }) => root.version_id === version_id && base.retired_at === null)
    .map(({ root, base, file, sha256, size }): [string, object] => [
      `${root.ftype}.${base.serial}.vcdiff`,
      {
        ftype: `${root.ftype}.vcdiff`,
        path: `images/${file}`,
        sha256,
        size,
        delta_base: base.serial,
      },
    ]);
  return Object.fromEntries(entries);
}
