// Taking versions and products off the catalogue by hand: unlisted at once, their files answered for the grace period.
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import type { ProductRow } from '../../db/simplestreams.js';
import { AppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import { type Actor, type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import { fingerprintsOf, versionsOf } from './catalogue.js';
import { productKey } from './grammar.js';
import { findProduct } from './upload.js';

/** What is to go: a version, or with '' the product and all its versions. */
export interface DeleteWish {
  /** Number, its text, or the key of the product. */
  product: number | string;
  serial: string;
}

/** What has gone. */
export interface Deleted {
  product_id: number;
  product_key: string;
  /** Of versions that were not retired before, oldest first. */
  serials: string[];
}

export interface DeleteDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  /** The catalogue has changed. */
  changed: () => void;
}

/** Refuses who is neither an administrator nor has made the product. */
export function requireMaker(actor: Actor, product: ProductRow): void {
  if (actor.is_admin || product.created_by === actor.user_id) return;
  throw new AppError('forbidden', 'not enough access rights');
}

/** Retires a version or deletes a product; throws `not_found`, `forbidden`. */
export async function takeOff(deps: DeleteDeps, caller: Caller, wish: DeleteWish): Promise<Deleted> {
  const actor = actorOf(caller);
  const { id } = await findProduct(deps.db, wish.product);
  const deleted = await deps.audit.change(caller, async (tx) => {
    const product = await tx.simplestreams.product(id);
    if (product === undefined || product.deleted_at !== null) throw missing('product_id');
    requireMaker(actor, product);
    const told = {
      via: caller.via,
      at: deps.clock(),
      request_id: caller.client_request_id,
      user_id: actor.user_id,
    };
    const all = await tx.simplestreams.versionsOf(id);
    const there = all.filter(
      ({ serial, retired_at }) => retired_at === null && (wish.serial === '' || serial === wish.serial),
    );
    if (wish.serial !== '' && there.length === 0) throw missing('product_version_serial');
    await retireVersions(
      tx,
      product,
      there.map((one) => one.id),
      told,
    );
    if (wish.serial === '') {
      await tx.simplestreams.updateProduct(id, { deleted_at: told.at });
      const data = { product_id: id, product_key: productKey(product) };
      await append(tx, { ...told, type: 'product.deleted', data });
    }
    return { product_id: id, product_key: productKey(product), serials: there.map(({ serial }) => serial) };
  });
  deps.changed();
  return deleted;
}

/** Who takes versions off, and when (ms). */
export interface RetireLabels {
  via: Caller['via'];
  at: number;
  request_id?: string;
  user_id?: number | null;
}

/** Retires versions of one product and tells of those that were listed; returns how many were not retired before. */
export async function retireVersions(
  tx: Repositories,
  product: ProductRow,
  ids: readonly number[],
  labels: RetireLabels,
): Promise<number> {
  if (ids.length === 0) return 0;
  const listed = versionsOf(await tx.simplestreams.catalogue());
  let retired = 0;
  for (const id of ids) {
    if (!(await tx.simplestreams.retire(id, labels.at))) continue;
    retired += 1;
    const version = listed.find((one) => one.id === id);
    if (version === undefined || version.completed_at === null) continue;
    await append(tx, {
      ...labels,
      type: 'image.retired',
      data: {
        product_id: product.id,
        product_key: productKey(product),
        product_version_serial: version.serial,
        image_fingerprints: fingerprintsOf(version).map(({ fingerprint }) => fingerprint),
      },
    });
  }
  return retired;
}
