// What may stand in a product and a serial: one alphabet, known architectures, one form of serial per product (SEC-50).
import { AppError, invalid } from '../../errors.js';
import { canonicalArchitecture } from '../objects/architectures.js';

/** A product as a caller names it. */
export interface ProductWish {
  os: string;
  release: string;
  arch: string;
  release_title: string;
  /** '' is `default`. */
  variant: string;
  /** Comma-separated; '' takes the usual ones. */
  aliases: string;
  /** Newest versions to keep; absent: as configured. */
  keep_serials?: number | undefined;
  /** Days a version is kept after a newer one came; absent: as configured. */
  lifetime_days?: number | undefined;
  /** What its images need of an instance, as both clients read it: `secureboot` `false`. */
  requirements?: Readonly<Record<string, string>> | undefined;
  /** Last day of its support, YYYY-MM-DD; '' for no word on it. */
  support_eol?: string | undefined;
}

/** A product as it is stored. */
export interface ProductFields {
  os: string;
  release: string;
  release_title: string;
  arch: string;
  variant: string;
  aliases: string[];
  /** JSON of an object of texts. */
  requirements: string;
  support_eol: string;
}

/** How users write them in `alias/arch`; what is not here is spelt canonically. */
const DEBIAN: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  i686: 'i386',
  aarch64: 'arm64',
  armv7l: 'armhf',
  armv6l: 'armel',
  ppc64le: 'ppc64el',
  ppc: 'powerpc',
  mips: 'mipsel',
  mips64: 'mips64el',
  loongarch64: 'loong64',
};

const FIELD = /^[a-z0-9][a-z0-9._+-]{0,62}$/;
const TITLE = /^[\p{L}\p{N}][\p{L}\p{N} ._+()/-]{0,62}$/u;
const VALUE = /^[\x20-\x7e]{1,63}$/;
const MAX_REQUIREMENTS = 16;
const MAX_ALIASES = 32;
const MAX_ALIAS = 128;
const FIX = 'must be 1 to 63 of a-z, 0-9, `.`, `_`, `+` and `-`, beginning with a letter or digit';

/** Checks a product and puts it into its one spelling; throws `invalid_params`. */
export function productFields(wish: ProductWish): ProductFields {
  const variant = wish.variant === '' ? 'default' : wish.variant;
  for (const [field, value] of [
    ['product_os', wish.os],
    ['product_release', wish.release],
    ['product_variant', variant],
  ] as const) {
    if (!FIELD.test(value)) throw invalid(field, FIX);
  }
  if (wish.release_title !== '' && !TITLE.test(wish.release_title)) {
    throw invalid('product_release_title', 'must be 1 to 63 letters, digits, spaces and `._+()/-`');
  }
  const { os, release } = wish;
  const arch = archName(wish.arch);
  if (arch === undefined) {
    throw invalid('product_arch', 'must be an architecture that LXD knows, such as amd64, arm64 or armhf');
  }
  return {
    os,
    release,
    release_title: wish.release_title === '' ? release : wish.release_title,
    arch,
    variant,
    aliases: aliasesOf(wish.aliases, { os, release, variant }),
    requirements: requirementsOf(wish.requirements ?? {}),
    support_eol: dayOf(wish.support_eol ?? ''),
  };
}

function requirementsOf(wish: Readonly<Record<string, string>>): string {
  const entries = Object.entries(wish).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length > MAX_REQUIREMENTS || !entries.every(([k, v]) => FIELD.test(k) && VALUE.test(v))) {
    throw invalid(
      'product_requirements',
      `must be ${MAX_REQUIREMENTS} at most, such as secureboot: names of a-z, 0-9 and \`._+-\`, printable values`,
    );
  }
  return JSON.stringify(Object.fromEntries(entries));
}

function dayOf(text: string): string {
  if (text === '') return '';
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  // Date.parse takes the 31st of every month.
  if (at > 0 && new Date(at).toISOString().startsWith(text)) return text;
  throw invalid('product_support_eol', 'must be a day as YYYY-MM-DD');
}

/** The published spelling of an architecture; undefined for one LXD skips in silence. */
export function archName(name: string): string | undefined {
  const canonical = canonicalArchitecture(name);
  return canonical === undefined ? undefined : (DEBIAN[canonical] ?? canonical);
}

function aliasesOf(text: string, product: { os: string; release: string; variant: string }): string[] {
  if (text === '') {
    const long = `${product.os}/${product.release}/${product.variant}`;
    const aliases = product.variant === 'default' ? [long, `${product.os}/${product.release}`] : [long];
    const mistaken = aliases.find(endsInArchitecture);
    if (mistaken === undefined) return aliases;
    throw invalid('product_aliases', `must be given: ${mistaken} would lead clients to an architecture`);
  }
  const aliases = text.split(',');
  if (aliases.length > MAX_ALIASES) throw invalid('product_aliases', `may hold ${MAX_ALIASES} aliases`);
  for (const alias of aliases) {
    const parts = alias.split('/');
    // The clients do not trim: a space would become part of the name.
    if (alias.length > MAX_ALIAS || !parts.every((part) => FIELD.test(part))) {
      throw invalid(
        'product_aliases',
        `must be aliases of a-z, 0-9, \`._+-\` and \`/\`, separated by a comma without spaces: '${alias.slice(0, 64)}'`,
      );
    }
    if (endsInArchitecture(alias)) {
      throw invalid(
        'product_aliases',
        `must not end in an architecture: clients add it by themselves (${alias})`,
      );
    }
  }
  return [...new Set(aliases)];
}

function endsInArchitecture(alias: string): boolean {
  const [, ...behind] = alias.split('/');
  return canonicalArchitecture(behind.at(-1) ?? '') !== undefined;
}

/** The key of a product in the catalogue. */
export function productKey({
  os,
  release,
  arch,
  variant,
}: Pick<ProductFields, 'os' | 'release' | 'arch' | 'variant'>): string {
  return `${os}:${release}:${arch}:${variant}`;
}

/** Reads a product's key; null when it is none. */
export function parseProductKey(
  key: string,
): { os: string; release: string; arch: string; variant: string } | null {
  const [os = '', release = '', arch = '', variant = '', more] = key.split(':');
  if (more !== undefined || ![os, release, variant].every((part) => FIELD.test(part))) return null;
  const known = archName(arch);
  return known === undefined ? null : { os, release, arch: known, variant };
}

/** The form of a serial, one per product: serials are ordered as text. */
export type SerialForm = 'YYYYMMDD' | 'YYYYMMDD_HHMM' | 'YYYYMMDD_HH:MM';

/** Checks a serial and tells its form; throws `invalid_params`. */
export function serialForm(serial: string): SerialForm {
  const [, year, month, day, hour, colon, minute] =
    /^(\d{4})(\d{2})(\d{2})(?:_(\d{2})(:?)(\d{2}))?$/.exec(serial) ?? [];
  const text = `${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:00.000Z`;
  const at = year === undefined ? NaN : Date.parse(text);
  // Date.parse takes the 31st of every month.
  if (!(at > 0) || new Date(at).toISOString() !== text) {
    throw invalid(
      'product_version_serial',
      'must be a date in UTC as YYYYMMDD, YYYYMMDD_HHMM or YYYYMMDD_HH:MM',
    );
  }
  if (hour === undefined) return 'YYYYMMDD';
  return colon === ':' ? 'YYYYMMDD_HH:MM' : 'YYYYMMDD_HHMM';
}

/** Refuses a serial of another form than its product has; `present` is any serial of it. */
export function checkSerialForm(serial: string, present: string | undefined): void {
  const form = serialForm(serial);
  if (present === undefined || serialForm(present) === form) return;
  throw invalid(
    'product_version_serial',
    `must be ${serialForm(present)}, as the other serials of this product`,
  );
}

/** Refuses an alias that another product of the same architecture holds: clients would find only one of them. */
export function checkAliases(
  mine: Pick<ProductFields, 'arch' | 'aliases'>,
  others: readonly (Pick<ProductFields, 'os' | 'release' | 'arch' | 'variant'> & { aliases: string })[],
): void {
  for (const other of others) {
    if (other.arch !== mine.arch) continue;
    const theirs = other.aliases.split(',');
    const taken = mine.aliases.find((alias) => theirs.includes(alias));
    if (taken === undefined) continue;
    const detail = `product_aliases: ${taken} belongs to ${productKey(other)}`;
    throw new AppError('conflict', detail, { faults: [{ detail, pointer: '/product_aliases' }] });
  }
}
