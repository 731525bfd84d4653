// Gives out host blocks, prefixes of instances and their numbers: inside the transaction that needs them, lowest first.
import type { PrefixRow } from '../../db/prefixes.js';
import type { Repositories } from '../../db/repositories.js';
import { missing } from '../../errors.js';
import { uuid } from '../../ids.js';
import { addressIn, blockText, bytesOf, noCapacity, rangeOf, sizeOf } from './address.js';

export type { PrefixRow } from '../../db/prefixes.js';
export { releaseInstance } from '../../operations/release.js';
export { nextFreePort, type PortWish, reservePorts } from './ports.js';

/** Length of the prefix that an instance gets. */
export const INSTANCE_LENGTH = 64;
/** Of the block a server gets, unless configured otherwise. */
export const HOST_LENGTH = 48;
/** How long what was given back rests, unless configured otherwise. */
export const QUARANTINE_MS = 3_600_000;

/** A server that needs a block. */
export interface HostBlockWish {
  server_id: number;
  /** Pools of this place come first, then those of no place; null: only the latter. */
  location_id: number | null;
  now: number;
  host_length?: number | undefined;
  quarantine_ms?: number | undefined;
}

/** An instance that needs a prefix. */
export interface InstancePrefixWish {
  instance_id: number;
  server_id: number;
  project_id: number;
  now: number;
  quarantine_ms: number;
  /** Length of the block its server gets, should it have none yet. */
  host_length?: number | undefined;
}

/** The block of a server: the one it has, else the lowest free one of a pool. Throws `no_capacity`. */
export async function takeHostBlock(tx: Repositories, wish: HostBlockWish): Promise<PrefixRow> {
  const { server_id, location_id, now } = wish;
  const own = await tx.prefixes.hostBlock(server_id);
  if (own !== undefined) {
    // It came back before another one got the block.
    if (own.released_at !== null) await tx.prefixes.update(own.id, { released_at: null });
    return { ...own, released_at: null };
  }
  const length = wish.host_length ?? HOST_LENGTH;
  const pools = (await tx.prefixes.pools(6)).filter((pool) => pool.length < length);
  const here = pools.filter((pool) => pool.location_id !== null && pool.location_id === location_id);
  const anywhere = pools.filter((pool) => pool.location_id === null);
  const until = now - (wish.quarantine_ms ?? QUARANTINE_MS);
  for (const pool of [...here, ...anywhere]) {
    const found = await lowest(tx, pool, { length, purpose: 'host', until, server_id, now });
    if (found !== null) return found;
  }
  throw noCapacity(
    pools.length === 0
      ? `there is no pool of addresses to take a /${length} from: add one with prefix.add (prefix_purpose pool)`
      : `no /${length} is free in the pools of addresses: add another pool with prefix.add`,
  );
}

/**
 * A prefix for an instance out of the block of its server, with the address `::2` behind the gateway `::1`,
 * and the lowest free number there. A server without a block gets one first. Throws `no_capacity`.
 */
export async function takeInstancePrefix(
  tx: Repositories,
  wish: InstancePrefixWish,
): Promise<{ prefix: PrefixRow; host_index: number }> {
  const { instance_id, server_id, project_id, now, quarantine_ms, host_length } = wish;
  const server = await tx.servers.get(server_id);
  if (server === undefined) throw missing('server_id');
  const { location_id } = server;
  const block = await takeHostBlock(tx, { server_id, location_id, now, host_length, quarantine_ms });
  const prefix = await lowest(tx, block, {
    length: INSTANCE_LENGTH,
    purpose: 'instance',
    until: now - quarantine_ms,
    server_id,
    project_id,
    now,
  });
  if (prefix === null) {
    throw noCapacity(`no /${INSTANCE_LENGTH} is free in ${blockText(block)} of ${server.name}`);
  }
  const host_index = await assign(tx, prefix, { instance_id, server_id, now });
  return { prefix, host_index };
}

/** Gives an instance the address `::2` of a prefix and the lowest free number of its server; returns the number. */
export async function assign(
  tx: Repositories,
  prefix: PrefixRow,
  of: { instance_id: number; server_id: number; now: number },
): Promise<number> {
  await tx.prefixes.assign({
    uuid: uuid(),
    prefix_id: prefix.id,
    instance_id: of.instance_id,
    address: addressIn(prefix, 2n),
    length: prefix.length,
    gateway: addressIn(prefix, 1n),
    created_at: of.now,
  });
  const host_index = await tx.prefixes.freeIndex(of.server_id);
  await tx.instances.update(of.instance_id, { host_index });
  return host_index;
}

/** Gives back the block of a server that is let go: it rests as prefixes of instances do, and waits for it meanwhile. */
export async function releaseServer(
  tx: Repositories,
  { server_id, now }: { server_id: number; now: number },
): Promise<void> {
  for (const family of [4, 6] as const) {
    const block = await tx.prefixes.hostBlock(server_id, family);
    // One that an administrator entered by hand stays with the server.
    if (block !== undefined && block.parent_id !== null && block.released_at === null) {
      await tx.prefixes.update(block.id, { released_at: now });
    }
  }
}

interface Taking {
  length: number;
  purpose: 'host' | 'instance';
  /** What was given back until then may be given out again. */
  until: number;
  server_id: number;
  project_id?: number;
  now: number;
}

/** Takes the lowest free block of a length: one that was given back and has rested, or one never given out. */
async function lowest(tx: Repositories, parent: PrefixRow, taking: Taking): Promise<PrefixRow | null> {
  const { length, purpose, until, now } = taking;
  const again = await tx.prefixes.reusable({ parent_id: parent.id, length, purpose, until });
  const unused = await neverUsed(tx, parent, length);
  const labels = {
    location_id: null,
    server_id: taking.server_id,
    project_id: taking.project_id ?? null,
    created_at: now,
    released_at: null,
  };
  if (again !== undefined && (unused === null || again.network.compare(unused) < 0)) {
    // What was given out of it before was another server's.
    if (purpose === 'host') await tx.prefixes.removeChildren(again.id);
    const change = { ...labels, uuid: uuid(), customdata: null, details: '' };
    await tx.prefixes.update(again.id, change);
    return { ...again, ...change };
  }
  if (unused === null) return null;
  const row = {
    ...labels,
    uuid: uuid(),
    parent_id: parent.id,
    family: parent.family,
    network: unused,
    length,
    purpose,
    is_public: parent.is_public,
    is_management: 0 as const,
    details: '',
    customdata: null,
  };
  return { ...row, id: await tx.prefixes.insert(row) };
}

/**
 * The first address of the lowest block that no row of this parent touches. Blocks of instances are never
 * deleted one by one, so what follows the last of them is the lowest; only where that is beyond the end
 * is every neighbour looked at.
 */
async function neverUsed(tx: Repositories, parent: PrefixRow, length: number): Promise<Buffer | null> {
  const { first, last } = rangeOf(parent);
  if (parent.purpose === 'host') {
    const latest = await tx.prefixes.lastChild(parent.id);
    const from = latest === undefined ? first : rangeOf(latest).last + 1n;
    if (from <= last) return walk(tx, parent, length, from);
  }
  return walk(tx, parent, length, first);
}

/** Walks from block to block, each time over the neighbour in the way, one indexed look each. */
async function walk(
  tx: Repositories,
  parent: PrefixRow,
  length: number,
  from: bigint,
): Promise<Buffer | null> {
  const size = sizeOf({ family: parent.family, length });
  const { last } = rangeOf(parent);
  for (let start = align(from, size); start + size - 1n <= last;) {
    const neighbour = await tx.prefixes.childBefore(parent.id, bytesOf(parent.family, start + size - 1n));
    const end = neighbour === undefined ? -1n : rangeOf(neighbour).last;
    if (end < start) return bytesOf(parent.family, start);
    start = align(end + 1n, size);
  }
  return null;
}

/** The first multiple of a size that is not below a number. */
function align(number: bigint, size: bigint): bigint {
  return ((number + size - 1n) / size) * size;
}
