// The simplestreams tree: index, products and the files in them, under every prefix that clients put before it.
import type { Simplestreams } from '../../core/core.js';
import { IMAGES_PATH, INDEX_PATH, SIGNED_IMAGES_PATH, SIGNED_INDEX_PATH } from '../../core/core.js';
import type { FileTree, OpenFile, TreeFile } from '../dialect.js';

export interface StreamsDeps {
  simplestreams: Pick<Simplestreams, 'catalogue' | 'signed'>;
  /** Opens a stored file; null when there is none. */
  open: (sha256: string) => Promise<OpenFile | null>;
  enabled: boolean;
}

/** The root, the URL the panel builds with and without `/api`, and any revision (a host caches an index per URL). */
const PREFIX = /^(?:\/api)?\/v1\/simplestream\.list\/+|^\/r\/[A-Za-z0-9]{1,64}\/+|^\/+/;
const FILE = /^images\/([0-9a-f]{64}\.[a-z0-9._]{1,32})$/;

const JSON_CACHE = 'max-age=60, must-revalidate';
/** A name is a hash: it never changes its bytes. */
const FILE_CACHE = 'public, max-age=31536000, immutable';

/** Makes the tree. */
export function streamsTree({ simplestreams, open, enabled }: StreamsDeps): FileTree {
  // By the text that is in them: a generation is made into bytes once, whoever asks how often.
  const kept = new Map<string, { text: string; body: Buffer }>();

  const document = (name: string, text: string, etag: string, modified_at: number): TreeFile => {
    const known = kept.get(name);
    const body = known?.text === text ? known.body : Buffer.from(text);
    kept.set(name, { text, body });
    return { type: 'application/json', etag, modified_at, cache: JSON_CACHE, size: body.length, body };
  };

  return {
    owns: (path) => enabled && isOurs(below(path)),

    find: async (path) => {
      const name = below(path);
      if (!enabled || !isOurs(name)) return null;
      const catalogue = await simplestreams.catalogue();
      const { hash, updated_at } = catalogue;
      if (name === IMAGES_PATH) return document(name, catalogue.images, hash, updated_at);
      // Two products files never share an index, but a tag has to tell one document from the other.
      if (name === INDEX_PATH) return document(name, catalogue.index, `${hash}-index`, updated_at);
      if (name === SIGNED_IMAGES_PATH || name === SIGNED_INDEX_PATH) {
        const signed = await simplestreams.signed();
        if (signed === null) return null;
        const { text, hash: tag } = name === SIGNED_INDEX_PATH ? signed.index : signed.images;
        return { ...document(name, text, tag, signed.updated_at), type: 'text/plain; charset=utf-8' };
      }
      const file = catalogue.files.get(FILE.exec(name)?.[1] ?? '');
      if (file === undefined) return null;
      return {
        type: 'application/octet-stream',
        etag: file.sha256,
        modified_at: file.created_at,
        cache: FILE_CACHE,
        size: file.size,
        body: { open: () => open(file.sha256) },
      };
    },
  };
}

function below(path: string): string {
  return path.replace(PREFIX, '');
}

function isOurs(name: string): boolean {
  return name.startsWith('streams/v1/') || name.startsWith('images/');
}
