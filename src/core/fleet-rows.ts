// The rows of servers: how one comes to be, is pinned, and gets its place and its number there.
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, missing } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import type { Endpoint, HostFacts } from '../providers/provider.js';
import type { Actor, Caller } from './access.js';
import { reclaimServer } from './network/reclaim.js';

/** What a server is said to be, for people to read. */
export interface Traits {
  tags: string;
  ram: string;
  disk: string;
  processor: string;
}

/** A server as it is written down; `facts` null: it does not trust us yet, and nothing is pinned. */
export interface ServerEntry {
  endpoint: Endpoint;
  name: string;
  facts: Pick<HostFacts, 'certificate' | 'fingerprint'> | null;
  location_id?: number | undefined;
  traits?: Traits | undefined;
}

/** Whether a server is registered but was never trusted: no certificate is pinned yet. */
export function isWaiting(row: Pick<ServerRow, 'address' | 'tls_cert'>): boolean {
  return row.address !== '' && row.tls_cert === null;
}

/** `conflict`: there is a server at this endpoint. */
export function endpointTaken(): AppError {
  return new AppError('conflict', 'server with this host and port already added');
}

/** Writes a new server, or the old row of one that comes back, or pins one that was waiting for it. */
export async function enterServer(
  tx: Repositories,
  caller: Caller,
  actor: Actor,
  entry: ServerEntry,
  now: number,
): Promise<ServerRow> {
  const { endpoint, name, facts } = entry;
  const { address, port, path } = endpoint;
  const there = await tx.servers.byEndpoint(address, port, path);
  if (there !== undefined && (!isWaiting(there) || facts === null)) throw endpointTaken();
  // A server that comes back gets its old row again, and with it what refers to it.
  const buried = there === undefined ? await tx.servers.buried(address, port, path) : undefined;
  const back = facts !== null && buried?.daemon_fingerprint === facts.fingerprint ? buried : undefined;
  const known = there ?? back;
  const called = name !== '' ? name : (there?.name ?? (address !== '' ? address : 'local'));
  const pin = {
    tls_cert: address === '' || facts === null ? null : facts.certificate,
    daemon_fingerprint: facts?.fingerprint ?? '',
  };
  let id: number;
  if (known !== undefined) {
    id = known.id;
    await tx.servers.update(id, {
      ...pin,
      ...entry.traits,
      ...(await placeFor(tx, known, entry.location_id)),
      name: called,
      protocol: endpoint.protocol,
      status: 'unconfigured',
      status_at: now,
      ...(back && { added_by: actor.user_id }),
      updated_at: now,
      deleted_at: null,
    });
    if (back) await reclaimServer(tx, id);
  } else {
    id = await tx.servers.insert({
      uuid: uuid(),
      ...(await placeOf(tx, entry.location_id ?? null)),
      ...pin,
      name: called,
      protocol: endpoint.protocol,
      address,
      port,
      path,
      status: 'unconfigured',
      status_at: now,
      disabled: 0,
      tags: '',
      ram: '',
      disk: '',
      processor: '',
      ...entry.traits,
      uplink_network: '',
      storage_pool: '',
      facts: '{}',
      facts_at: null,
      added_by: actor.user_id,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    });
  }
  const made = await tx.servers.get(id);
  if (made === undefined) throw new Error('a server vanished inside its transaction');
  const told = { caller, actor, now };
  if (there === undefined) await tellServer(tx, told, 'server.added', made);
  else await tellTrusted(tx, { via: caller.via, at: now, user_id: actor.user_id }, made);
  return made;
}

/** Puts a server that stands nowhere at a location. */
export async function placeServer(
  tx: Repositories,
  caller: Caller,
  actor: Actor,
  id: number,
  change: { location_id: number; traits?: Traits | undefined },
  now: number,
): Promise<ServerRow> {
  const row = await tx.servers.get(id);
  if (row === undefined) throw missing('server_id');
  if (row.location_id !== null) throw endpointTaken();
  const place = await placeOf(tx, change.location_id);
  await tx.servers.update(id, { ...place, ...change.traits, updated_at: now });
  const placed = { ...row, ...place, ...change.traits, updated_at: now };
  await tellServer(tx, { caller, actor, now }, 'server.updated', placed);
  return placed;
}

/** Tells, for good, which certificate is the server's from now on (SEC-41). */
export async function tellTrusted(
  tx: Repositories,
  labels: { via: Caller['via']; at: number; user_id?: number },
  row: ServerRow,
): Promise<void> {
  const event = {
    ...labels,
    type: 'server.trusted' as const,
    server_id: row.id,
    data: { server_name: row.name, server_fingerprint: row.daemon_fingerprint },
  };
  await append(tx, event);
  await append(tx, { ...event, retention: 'audit' });
}

/** Tells of a server that came or changed. */
export function tellServer(
  tx: Repositories,
  { caller, actor, now }: { caller: Caller; actor: Actor; now: number },
  type: 'server.added' | 'server.updated',
  row: ServerRow,
): Promise<number> {
  return append(tx, {
    type,
    via: caller.via,
    at: now,
    user_id: actor.user_id,
    request_id: caller.client_request_id,
    server_id: row.id,
    data: { server_name: row.name },
  });
}

/** Where a server stands. */
export type Place = Pick<ServerRow, 'location_id' | 'ordinal'>;

/** A place and the lowest number that is free there; throws `not_found`. */
export async function placeOf(tx: Repositories, location_id: number | null): Promise<Place> {
  if (location_id === null) return { location_id: null, ordinal: null };
  if ((await tx.locations.get(location_id)) === undefined) throw missing('location_id');
  return { location_id, ordinal: await tx.locations.freeOrdinal(location_id) };
}

/** Where a known server stands now: at the place that is asked for, else where it stood. */
async function placeFor(
  tx: Repositories,
  row: ServerRow,
  location_id: number | undefined,
): Promise<Partial<Place>> {
  const alive = row.deleted_at === null;
  if (location_id === undefined) return alive ? {} : placeAgain(tx, row);
  if (alive && row.location_id === location_id) return {};
  return placeOf(tx, location_id);
}

/** The place a server had, with its number there unless another has it now. */
async function placeAgain(tx: Repositories, { location_id, ordinal }: ServerRow): Promise<Place> {
  if (location_id === null) return { location_id, ordinal };
  const kept = ordinal !== null && (await tx.locations.isFree(location_id, ordinal));
  return kept ? { location_id, ordinal } : placeOf(tx, location_id);
}
