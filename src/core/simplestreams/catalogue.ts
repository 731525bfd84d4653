// The catalogue as clients read it: index, products and the files in them, rendered from one moment of the database.
import { createHash } from 'node:crypto';
import type { DeltaRow } from '../../db/deltas.js';
import type { CatalogueRow, ProductRow } from '../../db/simplestreams.js';
import { canonicalArchitecture } from '../objects/architectures.js';
import { type RemoteImage, readProducts } from '../objects/image-catalogue.js';
import { type ShownDelta, deltaItems, shownDeltas } from './deltas-view.js';
import { productKey } from './grammar.js';
import type { FileKind } from './inspect.js';

/** A version as the catalogue sees it; `completed_at` is null while something is missing. */
export interface Version {
  id: number;
  product_id: number;
  serial: string;
  retired_at: number | null;
  completed_at: number | null;
  items: CatalogueRow[];
}

/** A file that may be fetched. */
export interface Artefact {
  sha256: string;
  /** Bytes. */
  size: number;
  /** ms */
  created_at: number;
}

/** One generation of the catalogue. */
export interface Catalogue {
  index: string;
  images: string;
  /** SHA-256 of `images`, hex. */
  hash: string;
  /** First 16 digits of `hash`: new exactly when the catalogue is. */
  revision: string;
  /** ms of the newest change in it */
  updated_at: number;
  /** By the name behind `images/`: what is listed, and what was until a while ago. */
  files: ReadonlyMap<string, Artefact>;
  products: readonly ProductRow[];
  /** Listed ones, newest first within a product. */
  versions: readonly Version[];
  /** The images that clients see. */
  offers: readonly RemoteImage[];
}

/** Metadata of a version: with a root file, or with everything in it. */
export const METADATA = 'lxd.tar.xz';
export const UNIFIED = 'lxd_combined.tar.gz';
export const INDEX_PATH = 'streams/v1/index.json';
export const IMAGES_PATH = 'streams/v1/images.json';

/** Where the metadata item carries the fingerprint of a root file; null for what is no root. */
const COMBINED: Readonly<Record<string, string | undefined>> = {
  squashfs: 'combined_squashfs_sha256',
  'root.tar.xz': 'combined_rootxz_sha256',
  'disk-kvm.img': 'combined_disk-kvm-img_sha256',
};
const ENDINGS: Readonly<Record<FileKind, string>> = {
  [UNIFIED]: UNIFIED,
  [METADATA]: METADATA,
  squashfs: 'squashfs',
  'root.tar.xz': 'root.tar.xz',
  'disk-kvm.img': 'qcow2',
};

/** Whether a file of this kind is a root file. */
export function isRoot(ftype: string): boolean {
  return COMBINED[ftype] !== undefined;
}

/** What instances an image with such a root, or a unified one, makes. */
export function typeOf(ftype: string): 'container' | 'virtual-machine' {
  return ftype === 'disk-kvm.img' ? 'virtual-machine' : 'container';
}

/** Groups the rows of `catalogue()` into versions, in their order. */
export function versionsOf(rows: readonly CatalogueRow[]): Version[] {
  const versions = new Map<number, Version>();
  for (const row of rows) {
    const { version_id: id, product_id, serial, retired_at } = row;
    const version = versions.get(id) ?? { id, product_id, serial, retired_at, completed_at: null, items: [] };
    version.items.push(row);
    versions.set(id, version);
  }
  for (const version of versions.values()) version.completed_at = completedAt(version.items);
  return [...versions.values()];
}

/** When a version could be used for the first time: unified, or metadata with a root whose fingerprint is known. */
function completedAt(items: readonly CatalogueRow[]): number | null {
  const unified = items.find(({ ftype }) => ftype === UNIFIED);
  const metadata = items.find(({ ftype }) => ftype === METADATA);
  const times = items
    .filter(({ combined }) => combined !== null && metadata !== undefined)
    .map(({ created_at }) => Math.max(created_at, metadata?.created_at ?? 0));
  if (unified !== undefined) times.push(unified.created_at);
  return times.length === 0 ? null : Math.min(...times);
}

/** Fingerprints of a version's images and what they make. */
export function fingerprintsOf(
  version: Pick<Version, 'items'>,
): { fingerprint: string; type: 'container' | 'virtual-machine' }[] {
  return version.items.flatMap(({ ftype, sha256, combined }) => {
    const fingerprint = ftype === UNIFIED ? sha256 : combined;
    return fingerprint === null ? [] : [{ fingerprint: fingerprint.toString('hex'), type: typeOf(ftype) }];
  });
}

/** Renders a generation. Equal rows give equal bytes. */
export function renderCatalogue(
  products: readonly ProductRow[],
  rows: readonly CatalogueRow[],
  made: readonly DeltaRow[] = [],
): Catalogue {
  const known = new Map(products.map((product) => [product.id, product]));
  const complete = versionsOf(rows).filter((one) => one.completed_at !== null && known.has(one.product_id));
  const versions = complete.filter(({ retired_at }) => retired_at === null);
  const times = complete.flatMap(({ items, retired_at }) => [
    retired_at ?? 0,
    ...items.map(({ created_at }) => created_at),
  ]);
  const deltas = shownDeltas(
    complete.flatMap(({ items }) => items),
    made,
  );
  times.push(...deltas.map(({ created_at }) => created_at));
  const updated_at = times.reduce((a, b) => Math.max(a, b), 0);
  const updated = new Date(updated_at).toUTCString().replace('GMT', '+0000');
  const entries: Record<string, object> = {};
  for (const product of products) {
    const mine = versions.filter(({ product_id }) => product_id === product.id);
    if (mine.length > 0) entries[productKey(product)] = productEntry(product, mine, deltas);
  }
  const document = {
    content_id: 'images',
    datatype: 'image-downloads',
    format: 'products:1.0',
    updated,
    products: entries,
  };
  const images = text(document);
  const index = text({
    format: 'index:1.0',
    updated,
    index: {
      images: {
        datatype: 'image-downloads',
        format: 'products:1.0',
        path: IMAGES_PATH,
        updated,
        products: Object.keys(entries),
      },
    },
  });
  const files = new Map<string, Artefact>();
  for (const { items } of complete) {
    for (const item of items.filter(isShown)) {
      const { size, created_at } = item;
      files.set(fileName(item), { sha256: item.sha256.toString('hex'), size, created_at });
    }
  }
  for (const { file, sha256, size, created_at } of deltas) files.set(file, { sha256, size, created_at });
  const hash = createHash('sha256').update(images).digest('hex');
  return {
    index,
    images,
    hash,
    revision: hash.slice(0, 16),
    updated_at,
    files,
    products: products.filter(({ deleted_at }) => deleted_at === null),
    versions,
    offers: readProducts([document], 'lxd'),
  };
}

function productEntry(
  product: ProductRow,
  versions: readonly Version[],
  deltas: readonly ShownDelta[],
): object {
  const { os, release, release_title, arch, variant, aliases, support_eol } = product;
  const requirements: unknown = JSON.parse(product.requirements);
  // Incus and newer LXD read the one, LXD 5.0.2 the other.
  const needs = product.requirements === '{}' ? {} : { requirements, lxd_requirements: requirements };
  return {
    aliases,
    arch,
    os,
    release,
    release_title,
    variant,
    ...(support_eol === '' ? {} : { support_eol }),
    ...needs,
    versions: Object.fromEntries(
      versions.map((version) => [
        version.serial,
        { label: 'release', items: { ...itemsOf(version), ...deltaItems(version.id, deltas) } },
      ]),
    ),
  };
}

/** The same metadata stand under both clients' names; each skips what it does not know. */
function itemsOf({ items }: Version): Record<string, object> {
  const combined = Object.fromEntries(
    items.flatMap(({ ftype, combined: fingerprint }) => {
      const key = COMBINED[ftype];
      return key === undefined || fingerprint === null ? [] : [[key, fingerprint.toString('hex')]];
    }),
  );
  const shown: Record<string, object> = {};
  for (const item of items.filter(isShown)) {
    const { ftype } = item;
    const more = ftype === METADATA ? combined : {};
    const names = ftype === METADATA || ftype === UNIFIED ? [ftype, ftype.replace('lxd', 'incus')] : [ftype];
    for (const name of names) {
      shown[name] = {
        ftype: name,
        path: `images/${fileName(item)}`,
        sha256: item.sha256.toString('hex'),
        size: item.size,
        ...more,
      };
    }
  }
  return shown;
}

/** A root file without a fingerprint is not usable yet. */
function isShown({ ftype, combined }: CatalogueRow): boolean {
  return !isRoot(ftype) || combined !== null;
}

function fileName({ ftype, sha256 }: CatalogueRow): string {
  return `${sha256.toString('hex')}.${ENDINGS[ftype as FileKind]}`;
}

function text(document: object): string {
  return `${JSON.stringify(document)}\n`;
}

/** The product behind an offered image. */
export function productOf(image: RemoteImage, products: readonly ProductRow[]): ProductRow | undefined {
  return products.find(
    ({ os, release, variant, arch }) =>
      os === image.os &&
      release === image.release &&
      variant === image.variant &&
      canonicalArchitecture(arch) === image.architecture,
  );
}
