// Our own image server: products, uploads, and the catalogue of what is complete.
import { readFile } from 'node:fs/promises';
import type { BlobStore } from '../../blobs/store.js';
import type { Stage } from '../../blobs/stage.js';
import type { Config } from '../../config.js';
import type { Db } from '../../db/open.js';
import type { ProductRow } from '../../db/simplestreams.js';
import { AppError, invalid } from '../../errors.js';
import { append } from '../../events/log.js';
import type { ImageSource } from '../../providers/provider.js';
import { type Actor, type Caller, requireAdmin } from '../access.js';
import type { Audit } from '../audit.js';
import { architecturesOf } from '../objects/architectures.js';
import type { RemoteImage } from '../objects/image-catalogue.js';
import { type Catalogue, renderCatalogue } from './catalogue.js';
import { type ProductWish, checkAliases, productFields, productKey } from './grammar.js';
import { createRetention } from './retention.js';
import { type UploadResult, type UploadWish, takeUpload } from './upload.js';

export interface Simplestreams {
  /** Enters a product, for administrators. Throws `invalid_params`, `conflict`. */
  add(caller: Caller, wish: ProductWish): Promise<ProductRow>;
  /** Refuses who may not upload, before a byte is read. Throws `forbidden`, `unsupported`. */
  admit(actor: Actor | null): void;
  /** Takes one file of one version, for administrators. Throws `not_found`, `invalid_params`, `conflict`. */
  upload(caller: Caller, wish: UploadWish): Promise<UploadResult>;
  /** The newest generation; `unsupported` while the image server is switched off. */
  catalogue(): Promise<Catalogue>;
  /** What clients are offered; nothing while the image server is switched off. */
  ownImages(): Promise<RemoteImage[]>;
  /**
   * Where a host gets one of our images: always the newest revision of the catalogue, because a host keeps one for an
   * hour per URL. `architecture` '' takes any. Throws `not_found` for `instance_image`.
   */
  source(wanted: {
    image: string;
    type: 'container' | 'virtual-machine';
    architecture: string;
  }): Promise<ImageSource>;
  /** Retires and cleans up when it is time for it. */
  maintain(): Promise<void>;
}

export interface SimplestreamsDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  stage: Stage;
  blobs: BlobStore;
  settings: Config['simplestream'];
  public_url: () => string;
  /** File of the authority that signed our listener's certificate; null when hosts trust it anyway. */
  ca: () => string | null;
}

/** Makes the service. */
export function createSimplestreams(deps: SimplestreamsDeps): Simplestreams {
  const { db, clock, settings } = deps;
  // Counts changes: a rendering begun before a change is never kept for after it.
  let generation = 0;
  let kept: { generation: number; catalogue: Promise<Catalogue> } | null = null;
  const changed = (): void => {
    generation += 1;
  };
  const retention = createRetention({ ...deps, changed });

  const current = (): Promise<Catalogue> => {
    if (kept?.generation === generation) return kept.catalogue;
    const entry = { generation, catalogue: render(db) };
    kept = entry;
    entry.catalogue.catch(() => {
      if (kept === entry) kept = null;
    });
    return entry.catalogue;
  };

  const requireEnabled = (): void => {
    if (settings.enabled) return;
    throw new AppError('unsupported', 'the image server is switched off: set simplestream.enabled');
  };

  return {
    add: async (caller, wish) => {
      const actor = requireAdmin(caller);
      requireEnabled();
      const fields = productFields(wish);
      const now = clock();
      const row = await deps.audit.change(caller, async (tx) => {
        if ((await tx.simplestreams.productByKey(fields)) !== undefined) {
          throw new AppError('conflict', `product_os: there is ${productKey(fields)} already`);
        }
        checkAliases(fields, await tx.simplestreams.products());
        const id = await tx.simplestreams.insertProduct({
          ...fields,
          aliases: fields.aliases.join(','),
          support_eol: '',
          requirements: '{}',
          keep_serials: null,
          lifetime_days: null,
          created_by: actor.user_id,
          created_at: now,
        });
        await append(tx, {
          type: 'product.added',
          via: caller.via,
          at: now,
          request_id: caller.client_request_id,
          user_id: actor.user_id,
          data: { product_id: id, product_key: productKey(fields) },
        });
        const made = await tx.simplestreams.product(id);
        if (made === undefined) throw new Error('a product vanished inside its transaction');
        return made;
      });
      changed();
      return row;
    },

    admit: (actor) => {
      if (actor?.is_admin !== true) throw new AppError('forbidden', 'not enough access rights');
      requireEnabled();
    },

    upload: async (caller, wish) => {
      requireAdmin(caller);
      requireEnabled();
      return takeUpload({ ...deps, changed }, caller, wish);
    },

    catalogue: async () => {
      requireEnabled();
      return current();
    },

    ownImages: async () => (settings.enabled ? [...(await current()).offers] : []),

    source: async ({ image, type, architecture }) => {
      requireEnabled();
      const { offers, revision } = await current();
      const runs = architecture === '' ? null : architecturesOf(architecture);
      const found = findOffer(
        offers.filter((one) => one.type === type && (runs === null || runs.includes(one.architecture))),
        image,
        runs ?? [],
      );
      if (found === undefined) {
        const detail = `instance_image ${image} is not in our catalogue for a ${type}`;
        throw new AppError('not_found', detail, { faults: [{ detail, pointer: '/instance_image' }] });
      }
      const url = deps.public_url();
      if (!url.startsWith('https:')) {
        throw invalid(
          'image_server_host',
          'is ours, but no https listener is configured: hosts fetch by https only',
        );
      }
      const ca = deps.ca();
      return {
        kind: 'simplestreams',
        server: `${url}/r/${revision}`,
        // The fingerprint: what was found here is what is made there.
        alias: found.fingerprint,
        ...(ca === null ? {} : { certificate: await readFile(ca, 'utf8') }),
      };
    },

    maintain: () => (settings.enabled ? retention() : Promise.resolve()),
  };
}

/** By alias, by `alias/arch`, or by a fingerprint of at least 12 digits; a machine's own architecture first. */
function findOffer(
  offers: readonly RemoteImage[],
  image: string,
  order: readonly string[],
): RemoteImage | undefined {
  const rank = (one: RemoteImage): number => order.indexOf(one.architecture);
  const sorted = offers.toSorted((a, b) => rank(a) - rank(b));
  const named = sorted.find(
    ({ aliases, architecture }) =>
      aliases.includes(image) ||
      aliases.some(
        (alias) =>
          image.startsWith(`${alias}/`) && architecturesMatch(image.slice(alias.length + 1), architecture),
      ),
  );
  if (named !== undefined || !/^[0-9a-f]{12,64}$/i.test(image)) return named;
  return sorted.find(({ fingerprint }) => fingerprint.startsWith(image.toLowerCase()));
}

function architecturesMatch(spelling: string, architecture: string): boolean {
  return architecturesOf(spelling)[0] === architecture;
}

async function render(db: Db): Promise<Catalogue> {
  // Rows first: a product of theirs is there by then.
  const rows = await db.read.simplestreams.catalogue();
  return renderCatalogue(await db.read.simplestreams.products(), rows);
}
