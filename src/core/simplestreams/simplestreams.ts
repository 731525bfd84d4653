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
import { type DeleteWish, type Deleted, takeOff } from './delete.js';
import { createDeltas } from './deltas.js';
import { type ProductWish, checkAliases, productFields, productKey } from './grammar.js';
import { createRetention } from './retention.js';
import { type SignedCatalogue, createSigner } from './signing.js';
import { type UploadDeps, type UploadResult, type UploadWish, takeUpload } from './upload.js';

export interface Simplestreams {
  /** Enters a product, for administrators. Throws `invalid_params`, `conflict`. */
  add(caller: Caller, wish: ProductWish): Promise<ProductRow>;
  /** Refuses who may not upload, before a byte is read. Throws `forbidden`, `unsupported`. */
  admit(actor: Actor | null): void;
  /** Takes one file of one version, for administrators. Throws `not_found`, `invalid_params`, `conflict`. */
  upload(
    caller: Caller,
    wish: UploadWish,
    more?: Partial<Pick<UploadDeps, 'stage' | 'done'>>,
  ): Promise<UploadResult>;
  /** Takes a version or a product off, for administrators and the product's maker. Throws `not_found`. */
  delete(caller: Caller, wish: DeleteWish): Promise<Deleted>;
  /** The newest generation; `unsupported` while the image server is switched off. */
  catalogue(): Promise<Catalogue>;
  /** The same generation signed in clear; null while no key is set. Throws `unavailable`. */
  signed(): Promise<SignedCatalogue | null>;
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
  /** Throws `unsupported` while the image server is switched off. */
  requireEnabled(): void;
  /** Retires and cleans up when it is time for it. */
  maintain(): Promise<void>;
  /** Resolves when no delta is left to be made. */
  settled(): Promise<void>;
  /** Ends what is made in the background. */
  close(): Promise<void>;
}

export interface SimplestreamsDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  stage: Stage;
  blobs: BlobStore;
  settings: Omit<Config['simplestream'], 'max_mb' | 'chunk_mb'>;
  public_url: () => string;
  /** File of the authority that signed our listener's certificate; null when hosts trust it anyway. */
  ca: () => string | null;
  onError?: (error: unknown, what: string) => void;
  /** Named places where the crash proof ends the process. */
  crash?: (place: string) => void;
}

/** Makes the service. */
export function createSimplestreams(deps: SimplestreamsDeps): Simplestreams {
  const { db, clock, settings } = deps;
  // Counts changes: a rendering begun before a change is never kept for after it.
  let generation = 0;
  let kept: { generation: number; catalogue: Promise<Catalogue> } | null = null;
  const changed = (): void => {
    generation += 1;
    deltas.look();
  };
  const onError = deps.onError ?? (() => undefined);
  const deltas = createDeltas({ ...deps, enabled: settings.enabled && settings.deltas, changed, onError });
  const sign = createSigner(settings, onError);
  let begun = false;
  let maintaining: Promise<void> = Promise.resolve();
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
        const known = await tx.simplestreams.productByKey(fields);
        if (known !== undefined && known.deleted_at === null) {
          throw new AppError('conflict', `product_os: there is ${productKey(fields)} already`);
        }
        const others = await tx.simplestreams.products();
        checkAliases(
          fields,
          others.filter(({ deleted_at }) => deleted_at === null),
        );
        const product = {
          ...fields,
          aliases: fields.aliases.join(','),
          keep_serials: wish.keep_serials ?? null,
          lifetime_days: wish.lifetime_days ?? null,
          created_by: actor.user_id,
          created_at: now,
          deleted_at: null,
        };
        // A deleted one stands as long as its files are answered, and its serials stay taken with it.
        if (known !== undefined) await tx.simplestreams.updateProduct(known.id, product);
        const id = known?.id ?? (await tx.simplestreams.insertProduct(product));
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

    upload: async (caller, wish, more) => {
      requireAdmin(caller);
      requireEnabled();
      return takeUpload({ ...deps, changed, ...more }, caller, wish);
    },

    delete: async (caller, wish) => {
      requireEnabled();
      return takeOff({ ...deps, changed }, caller, wish);
    },

    catalogue: async () => {
      requireEnabled();
      return current();
    },

    signed: async () => {
      requireEnabled();
      return sign(await current());
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

    requireEnabled,

    maintain: () => {
      // What a stopped process left unmade.
      if (!begun) deltas.look();
      begun = true;
      maintaining = settings.enabled ? retention() : Promise.resolve();
      return maintaining;
    },
    settled: () => deltas.settled(),
    close: async () => {
      await deltas.close();
      await maintaining.catch(() => undefined);
    },
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
  return renderCatalogue(await db.read.simplestreams.products(), rows, await db.read.deltas.all());
}
