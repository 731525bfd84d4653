// Prefixes as administrators keep them: pools, blocks of servers, reservations; whole, and never one over another.
import type { Db } from '../../db/open.js';
import type { PrefixPurpose } from '../../db/network-tables.js';
import { pageOf, type PageRequest } from '../../db/paging.js';
import type { PrefixFilter, PrefixRow } from '../../db/prefixes.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError, invalid, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import { uuid } from '../../ids.js';
import { actorOf, type Caller, requireAdmin } from '../access.js';
import type { Audit } from '../audit.js';
import type { Rights } from '../rights.js';
import { type Block, blockText, bytesOf, contains, parseBlock, rangeOf } from './address.js';
import { INSTANCE_LENGTH } from './allocate.js';

export type { PrefixRow } from '../../db/prefixes.js';

/** What an administrator may add; prefixes of instances are given out by themselves. */
export type AddedPurpose = Exclude<PrefixPurpose, 'instance'>;

/** A prefix as it is asked for. */
export interface PrefixWish {
  prefix: string;
  purpose: AddedPurpose;
  location_id?: number | undefined;
  server_id?: number | undefined;
  project_id?: number | undefined;
}

/** A prefix and what became of it. */
export interface PrefixView {
  row: PrefixRow;
  /** How many prefixes out of it are given out. */
  used: number;
  /** Whose it is, of those that instances have. */
  instance_id: number | null;
}

export interface Prefixes {
  /** Throws `invalid_params` for what is not a network, `conflict` for what is given out or added already. */
  add(caller: Caller, wish: PrefixWish): Promise<PrefixView>;
  /** All for administrators; others see those of their projects. */
  page(
    caller: Caller,
    request: PageRequest,
    filter: Omit<PrefixFilter, 'visible'>,
  ): Promise<{ rows: PrefixView[]; next: string | null }>;
  /** Throws `conflict` while something of it is given out or rests. */
  delete(caller: Caller, id: number): Promise<void>;
}

export interface PrefixesDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  rights: Rights;
  quarantine_ms: number;
}

const UNICAST: readonly Block[] = ['2000::/3', 'fc00::/7', '0.0.0.0/0'].map((text) => parseBlock('', text));
const PRIVATE: readonly Block[] = ['fc00::/7', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) =>
  parseBlock('', text),
);

/** Makes the service. */
export function createPrefixes({ db, clock, audit, rights, quarantine_ms }: PrefixesDeps): Prefixes {
  const tell = (
    tx: Repositories,
    caller: Caller,
    type: 'prefix.added' | 'prefix.deleted',
    row: PrefixRow,
  ): Promise<number> =>
    append(tx, {
      type,
      via: caller.via,
      at: clock(),
      request_id: caller.client_request_id,
      user_id: caller.actor?.user_id ?? null,
      project_id: row.project_id,
      server_id: row.server_id,
      data: { prefix_id: row.id, prefix: blockText(row), prefix_purpose: row.purpose },
    });

  return {
    add: async (caller, wish) => {
      requireAdmin(caller);
      const block = parseBlock('prefix', wish.prefix);
      if (!UNICAST.some((range) => contains(range, block))) {
        throw invalid('prefix', 'must lie in 2000::/3 or fc00::/7, where addresses can be given to guests');
      }
      checkLabels(wish, block);
      const row = await audit.change(
        caller,
        async (tx) => {
          const labels = await labelsOf(tx, wish, block);
          const fresh = {
            uuid: uuid(),
            parent_id: await placeOf(tx, wish.purpose, block),
            ...block,
            purpose: wish.purpose,
            ...labels,
            is_public: PRIVATE.some((range) => contains(range, block)) ? (0 as const) : (1 as const),
            is_management: 0 as const,
            details: '',
            customdata: null,
            created_at: clock(),
            released_at: null,
          };
          const made = { ...fresh, id: await tx.prefixes.insert(fresh) };
          await tell(tx, caller, 'prefix.added', made);
          return made;
        },
        (made) => ({ server_id: made.server_id, project_id: made.project_id, data: { prefix_id: made.id } }),
      );
      return { row, used: 0, instance_id: null };
    },

    page: async (caller, request, filter) => {
      const actor = actorOf(caller);
      const visible = rights.instances(actor);
      const { rows, next } = pageOf(
        request,
        await db.read.prefixes.page(request, {
          ...filter,
          ...(visible === null ? {} : { visible: visible.project_ids }),
        }),
      );
      const ids = rows.map(({ id }) => id);
      const used = new Map((await db.read.prefixes.usedOf(ids)).map((one) => [one.parent_id, one.count]));
      const holders = new Map(
        (await db.read.prefixes.holdersOf(ids)).map((one) => [one.prefix_id, one.instance_id]),
      );
      return {
        rows: rows.map((row) => ({
          row,
          used: used.get(row.id) ?? 0,
          instance_id: holders.get(row.id) ?? null,
        })),
        next,
      };
    },

    delete: async (caller, id) => {
      requireAdmin(caller);
      await audit.change(
        caller,
        async (tx) => {
          const row = await tx.prefixes.get(id);
          if (row === undefined) throw missing('prefix_id');
          await checkUnused(tx, row, clock() - quarantine_ms);
          for (const child of await tx.prefixes.released(id)) await tx.prefixes.removeChildren(child.id);
          await tx.prefixes.removeChildren(id);
          await tx.prefixes.remove(id);
          await tell(tx, caller, 'prefix.deleted', row);
          return row;
        },
        (row) => ({ server_id: row.server_id, project_id: row.project_id, data: { prefix_id: id } }),
      );
    },
  };
}

/** What belongs to which purpose. */
function checkLabels({ purpose, location_id, server_id, project_id }: PrefixWish, block: Block): void {
  if (purpose !== 'pool' && location_id !== undefined) {
    throw invalid('location_id', 'goes with prefix_purpose pool only');
  }
  if (purpose !== 'host' && server_id !== undefined) {
    throw invalid('server_id', 'goes with prefix_purpose host only');
  }
  if (purpose !== 'reservation' && project_id !== undefined) {
    throw invalid('project_id', 'goes with prefix_purpose reservation only');
  }
  if (purpose === 'host') {
    if (server_id === undefined) throw invalid('server_id', 'must name the server that gets the block');
    if (block.family === 4 || block.length >= INSTANCE_LENGTH) {
      throw invalid('prefix', `must be an IPv6 block larger than a /${INSTANCE_LENGTH} for a server`);
    }
  }
  if (purpose === 'reservation' && project_id === undefined) {
    throw invalid('project_id', 'must name the project that gets the reservation');
  }
}

/** The rows a new prefix refers to; throws `not_found`, and `conflict` for a server that has a block. */
async function labelsOf(
  tx: Repositories,
  wish: PrefixWish,
  { family }: Block,
): Promise<Pick<PrefixRow, 'location_id' | 'server_id' | 'project_id'>> {
  const { location_id = null, server_id = null, project_id = null } = wish;
  if (location_id !== null && (await tx.locations.get(location_id)) === undefined) {
    throw missing('location_id');
  }
  if (project_id !== null && (await tx.projects.get(project_id))?.deleted_at !== null) {
    throw missing('project_id');
  }
  if (server_id === null) return { location_id, server_id, project_id };
  const server = await tx.servers.get(server_id);
  if (server === undefined) throw missing('server_id');
  const own = await tx.prefixes.hostBlock(server_id, family);
  if (own !== undefined)
    throw new AppError('conflict', `${server.name} has the block ${blockText(own)} already`);
  return { location_id, server_id, project_id };
}

/** The pool a new prefix lies in, null for one that stands alone; throws `conflict` for what it would lie over. */
async function placeOf(tx: Repositories, purpose: AddedPurpose, block: Block): Promise<number | null> {
  const { first, last } = rangeOf(block);
  const end = bytesOf(block.family, last);
  const over = (row: PrefixRow | undefined): row is PrefixRow =>
    row !== undefined && rangeOf(row).last >= first;
  const root = await tx.prefixes.rootBefore(block.family, end);
  if (!over(root)) return null;
  if (purpose === 'pool' || root.purpose !== 'pool' || !contains(root, block)) throw overlaps(block, root);
  const sibling = await tx.prefixes.childBefore(root.id, end);
  if (over(sibling)) throw overlaps(block, sibling);
  return root.id;
}

function overlaps(block: Block, row: PrefixRow): AppError {
  const detail = `prefix ${blockText(block)} overlaps the ${row.purpose} ${blockText(row)} (prefix_id ${row.id})`;
  return new AppError('conflict', detail, { faults: [{ detail, pointer: '/prefix' }] });
}

/** Throws `conflict` while anything of a prefix is given out, or was until a moment ago. */
async function checkUnused(tx: Repositories, row: PrefixRow, rested: number): Promise<void> {
  const text = blockText(row);
  if (row.purpose === 'instance') {
    throw new AppError('conflict', `${text} is given out and taken back with its instance`);
  }
  const used = (await tx.prefixes.childrenInUse(row.id)) + (await tx.prefixes.assignmentsIn(row.id));
  if (used > 0) throw new AppError('conflict', `${text} is in use: ${used} out of it are given out`);
  const latest = await tx.prefixes.latestRelease(row.id);
  if (latest !== null && latest > rested) {
    throw new AppError(
      'conflict',
      `${text} was in use until a moment ago: it rests (ipam.quarantine_seconds)`,
    );
  }
}
