// Image servers by URL: ours, the configured ones, and for a server's owner any (SEC-40); catalogues are kept a minute.
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { rootCertificates } from 'node:tls';
import { AppError, invalid, isAppError } from '../errors.js';
import type { FetchFile, FetchJson, FetchOptions } from '../providers/parts/documents.js';
import {
  type Flavour,
  productPaths,
  readProducts,
  type RemoteFile,
  type RemoteImage,
} from './objects/image-catalogue.js';

export type { Flavour, RemoteFile, RemoteImage } from './objects/image-catalogue.js';

export interface ImageServers {
  /**
   * What a server offers, newest first. `any`: the caller may name every server. Throws `forbidden` for one
   * that may not be asked, `invalid_params` for what is no URL of one.
   */
  images(url: string, options: { any: boolean; flavour: Flavour }): Promise<RemoteImage[]>;
  /** Whether a URL is a configured image server. */
  isKnown(url: string): boolean;
  /** The bytes of a file of an image, from the checked address; throws `host_failed` for another size. */
  file(url: string, file: RemoteFile, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** URLs on offer: the configured ones, else our own tree. */
  offered(): string[];
  /** Whether a URL is one of ours, whatever prefix it has. */
  isOwn(url: string): boolean;
}

export interface ImageServersDeps {
  clock: () => number;
  fetchJson: FetchJson;
  /** Absent: files are never fetched. */
  fetchFile?: FetchFile | undefined;
  /** Configured URLs. */
  servers: readonly string[];
  public_url: () => string;
  /** Origins (`https://name:port`) that reach us. */
  origins: () => ReadonlySet<string>;
  /** The one address to connect to; `known` is a configured server, whose port is fine. */
  resolve: (target: { address: string; port: number; known: boolean }) => Promise<string>;
  /** File of an authority besides the public ones. */
  ca: string | null;
  /** Milliseconds for one catalogue; 10 s unless given. */
  timeout_ms?: number;
  /** Our own catalogue; absent: we serve none. */
  ownImages?: (() => Promise<RemoteImage[]>) | undefined;
}

type Catalogue = Record<Flavour, RemoteImage[]>;

const FIELD = 'image_server_host';
const KEPT_MS = 60_000;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_CATALOGUES = 8;
const MAX_AT_ONCE = 4;
const MAX_FILES = 8;
const MAX_IMAGES = 20_000;

/** Makes the service; nothing is fetched before it is asked for. */
export function createImageServers(deps: ImageServersDeps): ImageServers {
  const kept = new Map<string, { at: number; catalogue: Promise<Catalogue> }>();
  let underWay = 0;

  const isOwn = (url: string): boolean => {
    const origin = originOf(url);
    return origin !== null && (deps.origins().has(origin) || origin === originOf(deps.public_url()));
  };

  const fetchCatalogue = async (url: URL, known: boolean): Promise<Catalogue> => {
    if (underWay >= MAX_AT_ONCE) {
      throw new AppError('rate_limited', 'too many image servers are being asked: try again', {
        retry_after: 5,
      });
    }
    underWay += 1;
    try {
      const options = {
        ...(await connection(url, known, AbortSignal.timeout(deps.timeout_ms ?? TIMEOUT_MS))),
        // For all of its files together: parsed they take several times as much memory.
        budget: { bytes: MAX_BYTES },
      };
      const paths = productPaths(await deps.fetchJson(below(url, 'streams/v1/index.json'), options));
      const documents: unknown[] = [];
      for (const path of new Set(paths.slice(0, MAX_FILES))) {
        documents.push(await deps.fetchJson(below(url, path), options));
      }
      const catalogue = { lxd: readProducts(documents, 'lxd'), incus: readProducts(documents, 'incus') };
      if (catalogue.lxd.length > MAX_IMAGES || catalogue.incus.length > MAX_IMAGES) {
        throw new AppError('host_failed', `${FIELD} sends a catalogue that is too large`);
      }
      return catalogue;
    } finally {
      underWay -= 1;
    }
  };

  const connection = async (
    url: URL,
    known: boolean,
    signal: AbortSignal,
  ): Promise<Omit<FetchOptions, 'budget'>> => ({
    field: FIELD,
    address: await checkedAddress(url, known),
    ca: deps.ca === null ? undefined : [...rootCertificates, await readFile(deps.ca, 'utf8')],
    signal,
  });

  const isKnown = (text: string): boolean => deps.servers.some((one) => sameUrl(one, text));

  const checkedAddress = async (url: URL, known: boolean): Promise<string> => {
    const port = url.port === '' ? 443 : Number(url.port);
    try {
      return await deps.resolve({ address: url.hostname, port, known });
    } catch (error) {
      if (!isAppError(error)) throw error;
      // The guard speaks of the parameter it was made for.
      const detail = error.message.replaceAll('server_host', FIELD);
      throw new AppError(error.code, detail, { cause: error, faults: [{ detail, pointer: `/${FIELD}` }] });
    }
  };

  const catalogueOf = (url: URL, known: boolean): Promise<Catalogue> => {
    const key = url.href.replace(/\/+$/, '');
    const now = deps.clock();
    for (const [one, { at }] of kept) if (now - at >= KEPT_MS || at > now) kept.delete(one);
    const there = kept.get(key);
    if (there !== undefined) return there.catalogue;
    const oldest = kept.keys().next();
    if (kept.size >= MAX_CATALOGUES && !oldest.done) kept.delete(oldest.value);
    const entry = { at: now, catalogue: fetchCatalogue(url, known) };
    kept.set(key, entry);
    entry.catalogue.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return entry.catalogue;
  };

  return {
    isOwn,
    isKnown,
    file: async function* (text, { path, size }, signal) {
      if (deps.fetchFile === undefined) throw new AppError('unsupported', 'files are not fetched here');
      const url = imageServerUrl(text);
      // Resolved anew: what was checked when the catalogue was read may lead elsewhere by now.
      const options = { ...(await connection(url, isKnown(text), signal)), size };
      yield* deps.fetchFile(below(url, path), options);
    },
    offered: () =>
      deps.servers.length > 0
        ? [...deps.servers]
        : [`${deps.public_url().replace(/\/+$/, '')}/v1/simplestream.list`],
    images: async (text, { any, flavour }) => {
      if (isOwn(text)) return (await deps.ownImages?.()) ?? [];
      const url = imageServerUrl(text);
      const known = isKnown(text);
      if (!known && !any) {
        throw new AppError('forbidden', `${FIELD} is not one of the configured image servers`);
      }
      return (await catalogueOf(url, known))[flavour];
    },
  };
}

/** The URL of an image server as a caller gave it; throws `invalid_params`. */
export function imageServerUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw invalid(FIELD, 'must be an https URL of a simplestreams server, or empty for the server itself');
  }
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw invalid(FIELD, 'must be an https URL without a user name');
  }
  if (url.search !== '' || url.hash !== '') throw invalid(FIELD, 'must have no query and no fragment');
  return url;
}

/** Whether two URLs name the same image server. */
export function sameUrl(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}

/** A file below a base, joined as the clients do: it never leaves the server. */
function below(base: URL, path: string): URL {
  const url = new URL(base.origin);
  url.pathname = posix.join('/', base.pathname, path);
  return url;
}

function originOf(text: string): string | null {
  try {
    return new URL(text).origin;
  } catch {
    return null;
  }
}
