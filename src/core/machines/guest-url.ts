// The address a new guest calls home at: as configured, else the first plain listener it can reach, else the public URL.
import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import type { PhoneHome } from './vendor-data.js';

export interface GuestUrlDeps {
  /** Setting `phonehome.url`; with a path it is taken as it stands. */
  configured: string | null;
  /** Path the aarch64 API is served under; null: it is not served, and nobody would answer. */
  mount: string | null;
  /** URLs we listen on. */
  urls: () => readonly string[];
  public_url: () => string;
  /** File of the authority that signed our listener's certificate. */
  ca: () => string | null;
  /** Own addresses that others reach, by family; read from the interfaces when absent. */
  addresses?: () => Record<4 | 6, readonly string[]>;
}

const PATH = '/intra/phonehome';
const LOOPBACK = /^(localhost|127(\.[0-9]+){3}|\[::1\])$/;
const ANY = /^(0\.0\.0\.0|\[::\])$/;

/**
 * Makes the call that gives the whole URL for a token, for guests with addresses of a family. Throws a plain Error
 * for a setting that is no URL, as faults of the settings are told.
 */
export function createGuestUrl(
  deps: GuestUrlDeps,
): (token: string, family: 4 | 6) => Promise<PhoneHome | null> {
  const own = deps.addresses ?? ownAddresses;
  const given = urlOf(deps.configured);

  const plain = (family: 4 | 6): string | null => {
    for (const text of deps.urls()) {
      const url = new URL(text);
      if (url.protocol !== 'http:' || LOOPBACK.test(url.hostname)) continue;
      if (!ANY.test(url.hostname)) return url.origin;
      const mine = own();
      // A listener on `::` takes both families, one on `0.0.0.0` the old one only.
      const six = url.hostname === '[::]' ? mine[6].map((address) => `[${address}]`) : [];
      const [name] = family === 6 ? [...six, ...mine[4]] : [...mine[4], ...six];
      if (name === undefined) continue;
      url.hostname = name;
      return url.origin;
    }
    return null;
  };

  const base = (family: 4 | 6): string => {
    if (given !== null) {
      return given.pathname === '/' ? `${given.origin}${deps.mount ?? ''}${PATH}` : given.href;
    }
    return `${plain(family) ?? deps.public_url()}${deps.mount ?? ''}${PATH}`;
  };

  return async (token, family) => {
    if (deps.mount === null) return null;
    const url = new URL(base(family));
    url.searchParams.set('token', token);
    const ca = url.protocol === 'https:' ? deps.ca() : null;
    return { url: url.href, ca: ca === null ? null : await readFile(ca, 'utf8') };
  };
}

/** What is set as a URL; null where nothing is. */
function urlOf(text: string | null): URL | null {
  if (text === null || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new Error(`phonehome.url must be a URL such as http://192.0.2.1:7500 (it is ${text})`);
}

function ownAddresses(): Record<4 | 6, readonly string[]> {
  const all = Object.entries(networkInterfaces())
    // The host's end of a guest's cable goes with the guest.
    .flatMap(([name, list]) => (name.startsWith('veth') ? [] : (list ?? [])))
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  const of = (wanted: 'IPv4' | 'IPv6'): string[] =>
    all.filter(({ family }) => family === wanted).map(({ address }) => address);
  return { 4: of('IPv4'), 6: of('IPv6') };
}
