// The rules by which Incus reads a products file, written down a second time: nothing here is shared with the product.

interface Item {
  ftype?: string;
  path?: string;
  sha256?: string;
  [key: string]: unknown;
}

/** A products file, as far as it is read. */
export interface ProductsFile {
  products: Record<string, { arch: string; versions: Record<string, { items: Record<string, Item> }> }>;
}

const ROOTS: readonly (readonly [string, readonly string[]])[] = [
  ['squashfs', ['combined_squashfs_sha256']],
  ['root.tar.xz', ['combined_rootxz_sha256', 'combined_sha256']],
  ['disk-kvm.img', ['combined_disk-kvm-img_sha256']],
];
const ARCHITECTURES = new Set(['amd64', 'arm64', 'armhf', 'i386', 'ppc64el', 's390x', 'riscv64']);

/** Fingerprints that a client of this flavour sees, sorted. */
export function fingerprintsBy(flavour: 'lxd' | 'incus', { products }: ProductsFile): string[] {
  const found: string[] = [];
  for (const product of Object.values(products)) {
    if (!ARCHITECTURES.has(product.arch)) continue;
    for (const [name, version] of Object.entries(product.versions)) {
      if (!/^\d{8}/.test(name)) continue;
      const items = Object.values(version.items);
      for (const item of items) {
        if (item.ftype === `${flavour}_combined.tar.gz` && item.sha256 !== undefined) found.push(item.sha256);
        if (item.ftype !== `${flavour}.tar.xz`) continue;
        for (const [root, keys] of ROOTS) {
          const combined = keys.map((key) => item[key]).find((value) => typeof value === 'string');
          const there = items.some(({ ftype, path }) => ftype === root && path !== undefined && path !== '');
          if (there && typeof combined === 'string') found.push(combined);
        }
      }
    }
  }
  return found.sort();
}
