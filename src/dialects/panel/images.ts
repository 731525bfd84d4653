// Images: operating systems of the catalogue, and what nodes have under a name of its own.
import { setTimeout } from 'node:timers/promises';
import type { Caller } from '../../core/access.js';
import type { Core } from '../../core/core.js';
import { isAppError } from '../../errors.js';
import type { DialectHandler } from '../dialect.js';

/** How long a node may take to name its images, ms: one that hangs holds up nobody's list. */
const ANSWER_MS = 2000;

/** GET /api/images */
export const list: DialectHandler<object> = async ({ core, caller }) => {
  const systems = (await core.overview.catalogue()).systems.map((os) => ({
    Id: os.uuid,
    Name: os.name,
    Image: os.slug,
    Description: os.description,
    Author: '',
    AuthorName: os.distro,
    Env: Object.entries(JSON.parse(os.default_env) as Record<string, string>).map(([k, v]) => `${k}=${v}`),
    Variables: {},
    Scripts: {},
    Meta: { version: os.version, type: os.instance_type },
  }));
  const slugs = new Set(systems.map(({ Image }) => Image));
  const own = (await onNodes(core, caller)).filter(({ Image }) => !slugs.has(Image));
  return { status: 200, body: [...systems, ...own] };
};

/** Images with an alias of all nodes that can be asked, each alias once. */
async function onNodes(core: Core, caller: Caller) {
  const online = (await core.fleet.list(caller)).filter(({ id }) => core.serverOnline(id));
  const over = new AbortController();
  const late = setTimeout(ANSWER_MS, [], { signal: over.signal }).catch(() => []);
  const lists = await Promise.all(
    online.map(async ({ id }) => {
      try {
        const asked = core.images.list(caller, { server_id: id, image_server: '', architecture: '' });
        return await Promise.race([asked, late]);
      } catch (error) {
        // A node that goes away meanwhile has nothing to offer.
        if (isAppError(error)) return [];
        throw error;
      }
    }),
  ).finally(() => over.abort());
  const byAlias = new Map<string, ReturnType<typeof hostImage>>();
  for (const image of lists.flat()) {
    for (const alias of image.aliases) if (!byAlias.has(alias)) byAlias.set(alias, hostImage(alias, image));
  }
  return [...byAlias.values()].sort((a, b) => (a.Image < b.Image ? -1 : 1));
}

interface Shown {
  fingerprint: string;
  description: string;
  os: string;
  release: string;
  type: string;
}

function hostImage(alias: string, { fingerprint, description, os, release, type }: Shown) {
  return {
    Id: fingerprint,
    Name: description === '' ? alias : description,
    Image: alias,
    Description: description,
    Author: '',
    AuthorName: os,
    Env: [],
    Variables: {},
    Scripts: {},
    Meta: { version: release, type },
  };
}

/** What `image` of an order means: a slug or Id of an operating system, else an alias or Id on the node. */
export async function imageOf(core: Core, text: string): Promise<{ os_id: number } | { alias: string }> {
  const named = await core.overview.system(text);
  if (named !== undefined) return { os_id: named.id };
  const { systems } = await core.overview.catalogue();
  const os = systems.find(({ uuid }) => uuid === text);
  return os === undefined ? { alias: text } : { os_id: os.id };
}
