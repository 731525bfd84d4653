// Products of the image server, their versions, the files of each, and the fingerprints of pairs of files.
import { type Insertable, type Selectable, type Updateable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { isDelta } from './deltas.js';
import { query } from './query.js';
import type {
  SimplestreamItemsTable,
  SimplestreamProductsTable,
  SimplestreamVersionsTable,
} from './tables.js';

export type ProductRow = Selectable<SimplestreamProductsTable>;
export type VersionRow = Selectable<SimplestreamVersionsTable>;
export type ItemRow = Selectable<SimplestreamItemsTable>;

/** One file of one version with what it belongs to; `combined` is the fingerprint of a root with its metadata. */
export interface CatalogueRow {
  product_id: number;
  version_id: number;
  serial: string;
  retired_at: number | null;
  item_id: number;
  ftype: string;
  sha256: Buffer;
  size: number;
  created_at: number;
  combined: Buffer | null;
}

const productById = query<{ id: number }>()((k, p) =>
  k.selectFrom('simplestream_products').selectAll().where('id', '=', p.id),
);
const productByKey = query<{ os: string; release: string; arch: string; variant: string }>()((k, p) =>
  k
    .selectFrom('simplestream_products')
    .selectAll()
    .where('os', '=', p.os)
    .where('release', '=', p.release)
    .where('arch', '=', p.arch)
    .where('variant', '=', p.variant),
);
const products = query()((k) =>
  k
    .selectFrom('simplestream_products')
    .selectAll()
    .orderBy('os')
    .orderBy('release')
    .orderBy('arch')
    .orderBy('variant'),
);
const version = query<{ product_id: number; serial: string }>()((k, p) =>
  k
    .selectFrom('simplestream_versions')
    .selectAll()
    .where('product_id', '=', p.product_id)
    .where('serial', '=', p.serial),
);
const anyVersion = query<{ product_id: number }>()((k, p) =>
  k
    .selectFrom('simplestream_versions')
    .selectAll()
    .where('product_id', '=', p.product_id)
    .orderBy('serial', 'desc')
    .limit(sql.lit(1)),
);
const versionsOf = query<{ product_id: number }>()((k, p) =>
  k.selectFrom('simplestream_versions').selectAll().where('product_id', '=', p.product_id).orderBy('serial'),
);
// Gone when no file of it is named any more; versions and uploads go with it.
const purge = query<{ before: number }>()((k, p) =>
  k
    .deleteFrom('simplestream_products')
    .where('deleted_at', 'is not', null)
    .where('deleted_at', '<=', p.before)
    .where('id', 'not in', (inner) =>
      inner
        .selectFrom('simplestream_items as i')
        .innerJoin('simplestream_versions as v', 'v.id', 'i.version_id')
        .select('v.product_id'),
    ),
);
const itemsOf = query<{ version_id: number }>()((k, p) =>
  k.selectFrom('simplestream_items').selectAll().where('version_id', '=', p.version_id).orderBy('id'),
);
// One statement, so that what is rendered is one moment of the database.
const catalogue = query()((k) =>
  k
    .selectFrom('simplestream_items as i')
    .innerJoin('simplestream_versions as v', 'v.id', 'i.version_id')
    .leftJoin('simplestream_combined as c', 'c.root_item_id', 'i.id')
    .select([
      'v.product_id',
      'v.id as version_id',
      'v.serial',
      'v.retired_at',
      'i.id as item_id',
      'i.ftype',
      'i.sha256',
      'i.size',
      'i.created_at',
      'c.sha256 as combined',
    ])
    .orderBy('v.product_id')
    .orderBy('v.serial', 'desc')
    .orderBy('i.id'),
);
const retire = query<{ id: number; at: number }>()((k, p) =>
  k
    .updateTable('simplestream_versions')
    .set({ retired_at: p.at })
    .where('id', '=', p.id)
    .where('retired_at', 'is', null),
);
const forget = query<{ before: number }>()((k, p) =>
  k
    .deleteFrom('simplestream_items')
    .where('version_id', 'in', (inner) =>
      inner
        .selectFrom('simplestream_versions')
        .select('id')
        .where('retired_at', 'is not', null)
        .where('retired_at', '<=', p.before),
    ),
);
const named = query<{ sha256: Buffer }>()((k, p) =>
  k.selectFrom('simplestream_items').select('id').where('sha256', '=', p.sha256).limit(sql.lit(1)),
);

// A fingerprint is the hash of a unified file, or that of a pair.
const offeredPair = query<{ sha256: Buffer }>()((k, p) =>
  k
    .selectFrom('simplestream_combined as c')
    .innerJoin('simplestream_items as i', 'i.id', 'c.root_item_id')
    .innerJoin('simplestream_versions as v', 'v.id', 'i.version_id')
    .select(['v.id', 'v.product_id', 'v.serial'])
    .where('c.sha256', '=', p.sha256)
    .where('v.retired_at', 'is', null),
);
const offeredFile = query<{ sha256: Buffer }>()((k, p) =>
  k
    .selectFrom('simplestream_items as i')
    .innerJoin('simplestream_versions as v', 'v.id', 'i.version_id')
    .select(['v.id', 'v.product_id', 'v.serial'])
    .where('i.sha256', '=', p.sha256)
    .where('i.ftype', '=', sql.lit('lxd_combined.tar.gz'))
    .where('v.retired_at', 'is', null),
);

export const simplestreamsQueries = {
  productById,
  productByKey,
  products,
  version,
  anyVersion,
  versionsOf,
  purge,
  itemsOf,
  catalogue,
  retire,
  forget,
  named,
  offeredPair,
  offeredFile,
};

export function simplestreamsRepository(connection: Connection) {
  return {
    product: (id: number): Promise<ProductRow | undefined> => productById.first(connection, { id }),
    productByKey: (key: {
      os: string;
      release: string;
      arch: string;
      variant: string;
    }): Promise<ProductRow | undefined> => productByKey.first(connection, key),
    /** All products, deleted ones too as long as their files are answered, by os, release, architecture and variant. */
    products: (): Promise<ProductRow[]> => products.all(connection, {}),
    /** A version by its serial, retired ones too. */
    version: (product_id: number, serial: string): Promise<VersionRow | undefined> =>
      version.first(connection, { product_id, serial }),
    /** The version with the highest serial a product ever had: all serials of a product have one form. */
    newestVersion: (product_id: number): Promise<VersionRow | undefined> =>
      anyVersion.first(connection, { product_id }),
    /** All versions of a product, retired ones too, oldest first. */
    versionsOf: (product_id: number): Promise<VersionRow[]> => versionsOf.all(connection, { product_id }),
    updateProduct: async (id: number, change: Updateable<SimplestreamProductsTable>): Promise<void> => {
      await connection.kysely.updateTable('simplestream_products').set(change).where('id', '=', id).execute();
    },
    /** Forgets products deleted before a time whose files are forgotten; returns how many. */
    purge: (before: number): Promise<number> => purge.run(connection, { before }),
    itemsOf: (version_id: number): Promise<ItemRow[]> => itemsOf.all(connection, { version_id }),
    /** Every file that a version names, of one moment; newest serial first within a product. */
    catalogue: (): Promise<CatalogueRow[]> => catalogue.all(connection, {}),
    /** Whether a file of the store is named by a version, or is a delta. */
    isNamed: async (sha256: Buffer): Promise<boolean> =>
      (await named.first(connection, { sha256 })) !== undefined || (await isDelta(connection, sha256)),
    /** The version that offers a fingerprint, retired ones aside. */
    offered: async (
      sha256: Buffer,
    ): Promise<{ id: number; product_id: number; serial: string } | undefined> =>
      (await offeredPair.first(connection, { sha256 })) ?? (await offeredFile.first(connection, { sha256 })),
    insertProduct: (row: Insertable<SimplestreamProductsTable>): Promise<number> =>
      insert(connection, 'simplestream_products', row),
    insertVersion: (row: Insertable<SimplestreamVersionsTable>): Promise<number> =>
      insert(connection, 'simplestream_versions', row),
    insertItem: (row: Insertable<SimplestreamItemsTable>): Promise<number> =>
      insert(connection, 'simplestream_items', row),
    insertCombined: async (row: {
      meta_item_id: number;
      root_item_id: number;
      sha256: Buffer;
    }): Promise<void> => {
      await connection.kysely.insertInto('simplestream_combined').values(row).execute();
    },
    /** Takes a version off the catalogue; false when it was already. */
    retire: async (id: number, at: number): Promise<boolean> =>
      (await retire.run(connection, { id, at })) > 0,
    /** Forgets the files of versions retired before a time; their serials stay taken. Returns how many. */
    forget: (before: number): Promise<number> => forget.run(connection, { before }),
  };
}

async function insert<T extends 'simplestream_products' | 'simplestream_versions' | 'simplestream_items'>(
  connection: Connection,
  into: T,
  row: object,
): Promise<number> {
  const made = await connection.kysely
    .insertInto(into)
    .values(row as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  return (made as { id: number }).id;
}
