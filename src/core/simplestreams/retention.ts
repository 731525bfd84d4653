// Age and number: an old version leaves the catalogue, its files answer on for a while, and then go (simplestreams, 5.3).
import type { BlobStore } from '../../blobs/store.js';
import type { Stage } from '../../blobs/stage.js';
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import type { ProductRow } from '../../db/simplestreams.js';
import { type Version, versionsOf } from './catalogue.js';
import { retireVersions } from './delete.js';

export interface RetentionDeps {
  db: Db;
  clock: () => number;
  stage: Stage;
  blobs: BlobStore;
  settings: {
    /** days */
    images_lifetime: number;
    /** hours */
    deletion_interval: number;
    grace_hours: number;
    /** Versions kept of a product; null: any number. */
    keep_serials: number | null;
  };
  /** The catalogue has changed. */
  changed: () => void;
  /** Named places where the crash proof ends the process. */
  crash?: (place: string) => void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An upload that nobody went on with. */
const STALE_MS = DAY_MS;

/** Versions to retire: those for which a newer complete one of their product has been there for `lifetime_ms`. */
export function overAge(
  versions: readonly Version[],
  lifetimeOf: (product_id: number) => number,
  now: number,
): Version[] {
  return versions.filter(
    (version) =>
      version.retired_at === null &&
      versions.some(
        (newer) =>
          newer.product_id === version.product_id &&
          newer.retired_at === null &&
          newer.serial > version.serial &&
          newer.completed_at !== null &&
          newer.completed_at <= now - lifetimeOf(version.product_id),
      ),
  );
}

/** Versions to retire: listed ones behind the newest `keepOf` of their product; null keeps any number. */
export function overCount(
  versions: readonly Version[],
  keepOf: (product_id: number) => number | null,
): Version[] {
  const listed = versions.filter((one) => one.retired_at === null && one.completed_at !== null);
  return listed.filter((version) => {
    const keep = keepOf(version.product_id);
    if (keep === null) return false;
    const newer = listed.filter(
      (one) => one.product_id === version.product_id && one.serial > version.serial,
    );
    return newer.length >= keep;
  });
}

/** One clean-up: retires, forgets what is past its grace, and removes files that nothing names. */
export async function cleanUp(deps: RetentionDeps): Promise<{ retired: number; removed: number }> {
  const { db, clock, settings } = deps;
  const now = clock();
  const look = async (read: Pick<Repositories, 'simplestreams'>): Promise<Map<ProductRow, number[]>> => {
    const versions = versionsOf(await read.simplestreams.catalogue());
    const products = new Map((await read.simplestreams.products()).map((product) => [product.id, product]));
    const lifetimeOf = (product_id: number): number =>
      (products.get(product_id)?.lifetime_days ?? settings.images_lifetime) * DAY_MS;
    const keepOf = (product_id: number): number | null =>
      products.get(product_id)?.keep_serials ?? settings.keep_serials;
    const due = new Map<ProductRow, number[]>();
    for (const { id, product_id } of new Set([
      ...overAge(versions, lifetimeOf, now),
      ...overCount(versions, keepOf),
    ])) {
      const product = products.get(product_id);
      if (product !== undefined) due.set(product, [...(due.get(product) ?? []), id]);
    }
    return due;
  };
  let retired = 0;
  if ((await look(db.read)).size > 0) {
    retired = await db.tx(async (tx) => {
      let count = 0;
      // Looked at once more: the newer ones may just have been taken off by hand.
      for (const [product, ids] of await look(tx)) {
        count += await retireVersions(tx, product, ids, { via: 'system', at: now });
      }
      return count;
    });
    deps.crash?.('retire.retired');
  }
  const grace_ms = settings.grace_hours * HOUR_MS;
  const forgotten = await db.tx(async (tx) => {
    const files = await tx.simplestreams.forget(now - grace_ms);
    return files + (await tx.simplestreams.purge(now - grace_ms));
  });
  deps.crash?.('retire.forgotten');
  if (retired > 0 || forgotten > 0) deps.changed();
  const removed = await deps.blobs.sweep({
    older_than_ms: grace_ms,
    isNamed: async (sha256) => {
      const hash = Buffer.from(sha256, 'hex');
      return (await db.read.simplestreams.isNamed(hash)) || db.read.uploads.isNamed(hash);
    },
  });
  deps.crash?.('retire.swept');
  await deps.stage.sweep(STALE_MS);
  return { retired, removed };
}

/** A clean-up every `deletion_interval` hours, however often it is called; the first call makes one. */
export function createRetention(deps: RetentionDeps): () => Promise<void> {
  const every = deps.settings.deletion_interval * HOUR_MS;
  let last: number | null = null;
  return async () => {
    const now = deps.clock();
    // A clock that was set back must not stop it for long.
    if (last !== null && now >= last && now - last < every) return;
    last = now;
    await cleanUp(deps).catch((error: unknown) => {
      last = null;
      throw error;
    });
  };
}
