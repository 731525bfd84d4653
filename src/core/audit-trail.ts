// Reading the audit trail: administrators all of it, others what they did and what was done to what is theirs.
import type { AuditFilter } from '../db/audit-rows.js';
import type { EventRow } from '../db/events.js';
import type { Db } from '../db/open.js';
import { readCursor, writeCursor } from '../events/cursor.js';
import { type Caller, actorOf } from './access.js';
import type { Rights } from './rights.js';

/** Which rows are wanted, and how many. */
export interface AuditWish {
  cursor?: string | number | undefined;
  until?: string | number | undefined;
  filter: AuditFilter;
  limit: number;
  descending: boolean;
}

export interface AuditTrail {
  /** One page and the cursor behind its last row, null at the end; throws what is wrong with a cursor. */
  page(caller: Caller, wish: AuditWish): Promise<{ rows: EventRow[]; cursor: string | null }>;
  /** Whether the address of a row's caller may be shown: one's own, and all to administrators. */
  showsAddress(caller: Caller, row: EventRow): boolean;
}

/** Makes the service. */
export function createAuditTrail(deps: {
  db: Db;
  rights: Rights;
  /** The log's present epoch: part of every cursor. */
  epoch: () => string;
}): AuditTrail {
  const { db, rights } = deps;
  return {
    page: async (caller, wish) => {
      const actor = actorOf(caller);
      // Audit rows outlive the events around them, so no number below the head is too old.
      const log = { epoch: deps.epoch(), head: await db.read.events.head(), pruned: 0 };
      const read = await db.read.auditRows.page({
        beyond: wish.cursor === undefined ? undefined : readCursor(wish.cursor, log),
        until: wish.until === undefined ? undefined : readCursor(wish.until, log),
        limit: wish.limit + 1,
        descending: wish.descending,
        filter: wish.filter,
        visible: rights.events(actor),
      });
      const rows = read.slice(0, wish.limit);
      const last = rows.at(-1);
      const more = last !== undefined && read.length > wish.limit;
      return { rows, cursor: more ? writeCursor(log.epoch, last.id) : null };
    },
    showsAddress: (caller, row) => {
      const actor = actorOf(caller);
      return actor.is_admin || row.user_id === actor.user_id;
    },
  };
}
