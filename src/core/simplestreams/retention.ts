// Age: an old version leaves the catalogue, its files answer on for a while, and then go (simplestreams, 5.3).
import type { BlobStore } from '../../blobs/store.js';
import type { Stage } from '../../blobs/stage.js';
import type { Db } from '../../db/open.js';
import { append } from '../../events/log.js';
import { type Version, fingerprintsOf, versionsOf } from './catalogue.js';
import { productKey } from './grammar.js';

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
  };
  /** The catalogue has changed. */
  changed: () => void;
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

/** One clean-up: retires, forgets what is past its grace, and removes files that nothing names. */
export async function cleanUp(deps: RetentionDeps): Promise<{ retired: number; removed: number }> {
  const { db, clock, settings } = deps;
  const now = clock();
  const versions = versionsOf(await db.read.simplestreams.catalogue());
  const products = new Map((await db.read.simplestreams.products()).map((product) => [product.id, product]));
  const lifetimeOf = (product_id: number): number =>
    (products.get(product_id)?.lifetime_days ?? settings.images_lifetime) * DAY_MS;
  let retired = 0;
  for (const version of overAge(versions, lifetimeOf, now)) {
    const product = products.get(version.product_id);
    if (product === undefined) continue;
    const done = await db.tx(async (tx) => {
      if (!(await tx.simplestreams.retire(version.id, now))) return false;
      await append(tx, {
        type: 'image.retired',
        via: 'system',
        at: now,
        data: {
          product_id: product.id,
          product_key: productKey(product),
          product_version_serial: version.serial,
          image_fingerprints: fingerprintsOf(version).map(({ fingerprint }) => fingerprint),
        },
      });
      return true;
    });
    if (done) retired += 1;
  }
  const grace_ms = settings.grace_hours * HOUR_MS;
  const forgotten = await db.tx((tx) => tx.simplestreams.forget(now - grace_ms));
  if (retired > 0 || forgotten > 0) deps.changed();
  const removed = await deps.blobs.sweep({
    older_than_ms: grace_ms,
    isNamed: (sha256) => db.read.simplestreams.isNamed(Buffer.from(sha256, 'hex')),
  });
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
    await cleanUp(deps);
  };
}
