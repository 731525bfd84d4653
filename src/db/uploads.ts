// Resumable uploads in progress, and the bytes that users and the image server hold or have promised room for.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { UploadsTable } from './catalogue-tables.js';
import type { Connection } from './connection.js';
import { query } from './query.js';

export type UploadRow = Selectable<UploadsTable>;

/** What names one upload of a user: the same again is the same upload. */
export interface UploadKey {
  user_id: number;
  product_id: number;
  serial: string;
  sha256: Buffer;
}

/** A file of the image server as an upload left it. */
export interface FinishedFile {
  product_id: number;
  version_id: number;
  serial: string;
  ftype: string;
  sha256: Buffer;
  size: number;
  combined: Buffer[];
}

const byUuid = query<{ uuid: string; user_id: number }>()((k, p) =>
  k.selectFrom('uploads').selectAll().where('uuid', '=', p.uuid).where('user_id', '=', p.user_id),
);
const byKey = query<UploadKey>()((k, p) =>
  k
    .selectFrom('uploads')
    .selectAll()
    .where('user_id', '=', p.user_id)
    .where('product_id', '=', p.product_id)
    .where('serial', '=', p.serial)
    .where('sha256', '=', p.sha256),
);
const ofFile = query<{ user_id: number; product_id: number; sha256: Buffer }>()((k, p) =>
  k
    .selectFrom('uploads')
    .selectAll()
    .where('user_id', '=', p.user_id)
    .where('product_id', '=', p.product_id)
    .where('sha256', '=', p.sha256)
    .orderBy('id', 'desc'),
);
const bySerial = query<{ product_id: number; serial: string }>()((k, p) =>
  k
    .selectFrom('uploads')
    .select('id')
    .where('product_id', '=', p.product_id)
    .where('serial', '=', p.serial)
    .limit(sql.lit(1)),
);
const named = query<{ sha256: Buffer }>()((k, p) =>
  k.selectFrom('uploads').select('id').where('sha256', '=', p.sha256).limit(sql.lit(1)),
);
const uuids = query()((k) => k.selectFrom('uploads').select('uuid').where('item_id', 'is', null));
const expired = query<{ before: number }>()((k, p) =>
  k.selectFrom('uploads').selectAll().where('expires_at', '<=', p.before),
);
const ofDeleted = query()((k) =>
  k
    .selectFrom('simplestream_products as p')
    .innerJoin('uploads as u', 'u.product_id', 'p.id')
    .selectAll('u')
    .where('p.deleted_at', 'is not', null),
);
const advance = query<{ id: number; from: number; to: number; expires_at: number }>()((k, p) =>
  k
    .updateTable('uploads')
    .set({ durable: p.to, expires_at: p.expires_at })
    .where('id', '=', p.id)
    .where('durable', '=', p.from),
);
const finish = query<{ id: number; item_id: number }>()((k, p) =>
  k.updateTable('uploads').set({ item_id: p.item_id }).where('id', '=', p.id),
);
const remove = query<{ id: number }>()((k, p) => k.deleteFrom('uploads').where('id', '=', p.id));

const finished = query<{ item_id: number }>()((k, p) =>
  k
    .selectFrom('simplestream_items as i')
    .innerJoin('simplestream_versions as v', 'v.id', 'i.version_id')
    .select(['v.product_id', 'i.version_id', 'v.serial', 'i.ftype', 'i.sha256', 'i.size'])
    .where('i.id', '=', p.item_id),
);
const asMetadata = query<{ item_id: number }>()((k, p) =>
  k
    .selectFrom('simplestream_combined')
    .select('sha256')
    .where('meta_item_id', '=', p.item_id)
    .orderBy('root_item_id'),
);
const asRoot = query<{ item_id: number }>()((k, p) =>
  k
    .selectFrom('simplestream_combined')
    .select('sha256')
    .where('root_item_id', '=', p.item_id)
    .orderBy('meta_item_id'),
);

const promisedTo = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('uploads')
    .select((s) => s.fn.coalesce(s.fn.sum<number>('size'), s.val(0)).as('bytes'))
    .where('user_id', '=', p.user_id)
    .where('item_id', 'is', null),
);
const storedBy = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('simplestream_items')
    .select((s) => s.fn.coalesce(s.fn.sum<number>('size'), s.val(0)).as('bytes'))
    .where('created_by', '=', p.user_id),
);
const promised = query()((k) =>
  k
    .selectFrom('uploads')
    .select((s) => [
      s.fn.coalesce(s.fn.sum<number>('size'), s.val(0)).as('bytes'),
      s.fn.coalesce(s.fn.sum<number>('durable'), s.val(0)).as('written'),
    ])
    .where('item_id', 'is', null),
);
const stored = query()((k) =>
  k
    .selectFrom('simplestream_items')
    .select((s) => s.fn.coalesce(s.fn.sum<number>('size'), s.val(0)).as('bytes')),
);

export const uploadsQueries = {
  byUuid,
  byKey,
  ofFile,
  bySerial,
  named,
  uuids,
  expired,
  ofDeleted,
  advance,
  finish,
  remove,
  finished,
  asMetadata,
  asRoot,
  promisedTo,
  storedBy,
  promised,
  stored,
};

export function uploadsRepository(connection: Connection) {
  return {
    /** An upload by its id, if it is this user's. */
    get: (uuid: string, user_id: number): Promise<UploadRow | undefined> =>
      byUuid.first(connection, { uuid, user_id }),
    find: (key: UploadKey): Promise<UploadRow | undefined> => byKey.first(connection, key),
    /** A user's uploads of one file to a product, newest first. */
    ofFile: (of: Omit<UploadKey, 'serial'>): Promise<UploadRow[]> => ofFile.all(connection, of),
    /** Whether anybody uploads to a serial. */
    isTaken: async (product_id: number, serial: string): Promise<boolean> =>
      (await bySerial.first(connection, { product_id, serial })) !== undefined,
    /** Whether an upload is of this file. */
    isNamed: async (sha256: Buffer): Promise<boolean> =>
      (await named.first(connection, { sha256 })) !== undefined,
    /** Ids of what is not finished. */
    open: async (): Promise<string[]> => (await uuids.all(connection, {})).map(({ uuid }) => uuid),
    /** What nobody went on with until then, and what was for products that were deleted since. */
    over: async (before: number): Promise<UploadRow[]> => [
      ...(await expired.all(connection, { before })),
      ...(await ofDeleted.all(connection, {})),
    ],
    insert: async (row: Insertable<UploadsTable>): Promise<UploadRow> =>
      connection.kysely.insertInto('uploads').values(row).returningAll().executeTakeFirstOrThrow(),
    /** Moves what is durable `from` `to`; false when it stood elsewhere. */
    advance: async (id: number, from: number, to: number, expires_at: number): Promise<boolean> =>
      (await advance.run(connection, { id, from, to, expires_at })) > 0,
    finish: async (id: number, item_id: number): Promise<void> => {
      await finish.run(connection, { id, item_id });
    },
    remove: async (id: number): Promise<void> => {
      await remove.run(connection, { id });
    },
    /** The file an upload ended as, with the fingerprints of the pairs it is part of. */
    finished: async (item_id: number): Promise<FinishedFile | undefined> => {
      const file = await finished.first(connection, { item_id });
      if (file === undefined) return undefined;
      const pairs = [
        ...(await asMetadata.all(connection, { item_id })),
        ...(await asRoot.all(connection, { item_id })),
      ];
      return { ...file, combined: pairs.map(({ sha256 }) => sha256) };
    },
    /** Bytes a user has in the image server and in uploads that are not finished. */
    usedBy: async (user_id: number): Promise<number> => {
      const open = await promisedTo.first(connection, { user_id });
      const kept = await storedBy.first(connection, { user_id });
      return (open?.bytes ?? 0) + (kept?.bytes ?? 0);
    },
    /** Bytes of all: in the image server, promised to open uploads, and of these on disk already. */
    totals: async (): Promise<{ stored: number; promised: number; written: number }> => {
      const open = await promised.first(connection, {});
      const kept = await stored.first(connection, {});
      return { stored: kept?.bytes ?? 0, promised: open?.bytes ?? 0, written: open?.written ?? 0 };
    },
  };
}
