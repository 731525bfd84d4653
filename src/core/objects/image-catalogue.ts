// A simplestreams products file as LXD and Incus read it: which images it offers, under which fingerprints.
import type { HostImage } from '../../providers/provider.js';
import type { RemoteFile } from '../../operations/image-work.js';
import { canonicalArchitecture } from './architectures.js';

export type { RemoteFile } from '../../operations/image-work.js';

/** An image a simplestreams server offers; times in ms, 0 for none. */
export type RemoteImage = Omit<HostImage, 'cached' | 'last_used_at' | 'public'> & {
  variant: string;
  /** What it is made of, metadata first. */
  files: readonly RemoteFile[];
};

/** Who reads: each has metadata files of its own kind. */
export type Flavour = 'lxd' | 'incus';

type Dict = Record<string, unknown>;

interface Root {
  ftype: string;
  /** Keys of the metadata item that hold the fingerprint of the pair, the first that is there. */
  keys: readonly string[];
  type: HostImage['type'];
}

/** In the order of preference among roots of one image type. */
const ROOTS: readonly Root[] = [
  { ftype: 'squashfs', keys: ['combined_squashfs_sha256'], type: 'container' },
  { ftype: 'root.tar.xz', keys: ['combined_rootxz_sha256', 'combined_sha256'], type: 'container' },
  { ftype: 'disk-kvm.img', keys: ['combined_disk-kvm-img_sha256'], type: 'virtual-machine' },
  { ftype: 'uefi1.img', keys: ['combined_uefi1-img_sha256'], type: 'virtual-machine' },
  { ftype: 'disk1.img', keys: ['combined_disk1-img_sha256'], type: 'virtual-machine' },
];
const FINGERPRINT = /^[0-9a-f]{64}$/;

/** Where the index says the products are: relative paths of what has images to download. */
export function productPaths(index: unknown): string[] {
  return Object.values(dict(dict(index)['index']))
    .map(dict)
    .filter(({ datatype, products }) => datatype === 'image-downloads' && list(products).length > 0)
    .map(({ path }) => text(path))
    .filter((path) => path !== '');
}

/** Everything usable in products files, newest first, each fingerprint once; an alias stands at its one owner. */
export function readProducts(documents: readonly unknown[], flavour: Flavour): RemoteImage[] {
  const found = new Map<string, RemoteImage>();
  for (const document of documents) {
    for (const product of Object.values(dict(dict(document)['products'])).map(dict)) {
      for (const image of imagesOf(product, flavour)) {
        if (!found.has(image.fingerprint)) found.set(image.fingerprint, image);
      }
    }
  }
  const images = [...found.values()];
  giveAliases(images);
  return images.sort(
    (a, b) => compare(b.serial, a.serial) || compare(nameOf(a), nameOf(b)) || compare(a.type, b.type),
  );
}

function imagesOf(product: Dict, flavour: Flavour): RemoteImage[] {
  const architecture = canonicalArchitecture(text(product['arch']));
  if (architecture === undefined) return [];
  const base = {
    aliases: text(product['aliases'])
      .split(',')
      .filter((alias) => alias !== ''),
    architecture,
    os: text(product['os']),
    release: text(product['release']),
    variant: text(product['variant']),
    expires_at: dateOf(text(product['support_eol']).replaceAll('-', '')),
  };
  const title = text(product['release_title']) || base.release;
  return Object.entries(dict(product['versions'])).flatMap(([serial, version]) => {
    const created_at = dateOf(serial);
    if (created_at === 0) return [];
    const items = Object.values(dict(dict(version)['items'])).map(dict);
    const description = `${base.os} ${title} ${text(product['arch'])} (${serial})`;
    return pairsOf(items, flavour).map((pair) => ({ ...base, ...pair, serial, created_at, description }));
  });
}

type Pair = Pick<RemoteImage, 'fingerprint' | 'type' | 'size' | 'files'>;

/** Fingerprint, type, size and files of what the items of one version make: one image of each type. */
function pairsOf(items: Dict[], flavour: Flavour): Pair[] {
  const of = (ftype: string): Dict | undefined =>
    items.find((item) => item['ftype'] === ftype && text(item['path']) !== '');
  const unified = of(`${flavour}_combined.tar.gz`);
  const metadata = of(`${flavour}.tar.xz`);
  const made: Pair[] = [];
  const add = (fingerprint: string, type: HostImage['type'], files: RemoteFile[]): void => {
    if (FINGERPRINT.test(fingerprint) && !made.some((one) => one.type === type)) {
      const size = files.reduce((sum, file) => sum + file.size, 0);
      made.push({ fingerprint, type, size, files });
    }
  };
  for (const { ftype, keys, type } of ROOTS) {
    const root = of(ftype);
    if (metadata === undefined || root === undefined) continue;
    const key = keys.find((one) => text(metadata[one]) !== '');
    if (key === undefined) continue;
    const name = type === 'container' ? 'rootfs' : 'rootfs.img';
    add(text(metadata[key]), type, [fileOf('metadata', metadata), fileOf(name, root)]);
  }
  if (unified !== undefined) {
    const machine = flavour === 'incus' && unified['combined_type'] === 'virtual-machine';
    const type = machine ? 'virtual-machine' : 'container';
    add(text(unified['sha256']), type, [fileOf('image', unified)]);
  }
  return made;
}

function fileOf(name: RemoteFile['name'], item: Dict): RemoteFile {
  const sha256 = text(item['sha256']);
  return {
    name,
    path: text(item['path']),
    sha256: FINGERPRINT.test(sha256) ? sha256 : '',
    size: sizeOf(item),
  };
}

/** Leaves each alias with the image it leads to: per type and architecture the first in the clients' order. */
function giveAliases(images: RemoteImage[]): void {
  const taken = new Set<string>();
  const ordered = images.toSorted(
    (a, b) =>
      compare(a.os, b.os) ||
      compare(a.release, b.release) ||
      compare(a.variant, b.variant) ||
      compare(b.serial, a.serial) ||
      compare(a.architecture, b.architecture),
  );
  for (const image of ordered) {
    image.aliases = image.aliases.filter((alias) => {
      const key = `${image.type} ${image.architecture} ${alias}`;
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    });
  }
}

/** Milliseconds of `YYYYMMDD` or `YYYYMMDD_HHMM` at the beginning of a text; 0 when it does not begin so. */
function dateOf(serial: string): number {
  const [, year, month, day, hour = '00', minute = '00'] =
    /^(\d{4})(\d{2})(\d{2})(?:_(\d{2}):?(\d{2})$)?/.exec(serial) ?? [];
  if (year === undefined) return 0;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isFinite(at) && at > 0 ? at : 0;
}

function nameOf({ os, release, variant, architecture }: RemoteImage): string {
  return `${os} ${release} ${variant} ${architecture}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dict(value: unknown): Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dict) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2_000) : '';
}

function sizeOf(item: Dict): number {
  const size = item['size'];
  return typeof size === 'number' && Number.isFinite(size) && size > 0 ? size : 0;
}
