// Registering a server that may not be there yet: it is stored as it is named, and comes online once it trusts us.
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { invalid, isAppError, missing } from '../errors.js';
import type { HostFacts } from '../providers/provider.js';
import type { Actor, Caller } from './access.js';
import type { Audit } from './audit.js';
import { type Contact, plainAddress, type ServerWish } from './fleet-contact.js';
import { endpointTaken, enterServer, isWaiting, placeServer, type Traits } from './fleet-rows.js';
import type { Hosts } from './hosts.js';
import { takeHostBlock } from './network/allocate.js';
import { isPort } from './network/ports.js';
import type { Rights } from './rights.js';

/** A server as other APIs name it: an address, and whatever else they know. */
export interface RegisterWish extends Partial<Traits> {
  /** '' : its address. */
  name: string;
  address: string;
  /** Absent: 8443. */
  port?: number | undefined;
  /** Trust password or join token; with one, the server must be there and take it. */
  password?: string | undefined;
  location_id?: number | undefined;
}

export interface RegisterDeps {
  db: Db;
  clock: () => number;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  contact: Contact;
  /** Size of the block of addresses that a server at a location gets, and how long one rests after use (ms). */
  blocks?: { host_length: number; quarantine_ms: number };
  mayAdd(caller: Caller): Actor;
  /** Connects, and waits a moment for the first sweep. */
  connect(row: ServerRow): Promise<ServerRow>;
}

const PORT = 8443;

/** Makes the call; see `Fleet.register`. */
export function createRegister(
  deps: RegisterDeps,
): (caller: Caller, wish: RegisterWish) => Promise<ServerRow> {
  const { db, clock, rights, audit, contact } = deps;

  /** Facts of a server that trusts us; null when it is away or does not know us, and no secret came along. */
  const meet = async (actor: Actor, wish: ServerWish): Promise<HostFacts | null> => {
    try {
      const met = await contact.inspect(wish);
      if (met.facts.auth !== 'trusted' && wish.password === '') return null;
      // Who hands over a secret without a fingerprint trusts what is shown now, as on any first use (SEC-41).
      const expected = contact.expected(actor, met.endpoint, wish) ?? met.facts.fingerprint;
      return await contact.trusted(met, wish.password, expected);
    } catch (error) {
      const away = isAppError(error) && (error.code === 'host_unreachable' || error.code === 'host_failed');
      if (!away || wish.password !== '') throw error;
      return null;
    }
  };

  /** The server that is meant, where one is registered; throws `conflict` when there is nothing to add to it. */
  const knownAt = async (
    actor: Actor,
    wish: { address: string; port: number | undefined; place: boolean; secret: boolean },
  ): Promise<ServerRow | undefined> => {
    const there = atAddress(await db.read.servers.live(), wish.address, wish.port);
    if (there.length === 0) return undefined;
    const useful = there.find(
      (row) =>
        rights.ownsServer(actor, row.id) &&
        ((wish.place && row.location_id === null) || (wish.secret && isWaiting(row))),
    );
    if (useful === undefined) throw endpointTaken();
    return useful;
  };

  /** Addresses for what shall stand there. Where there are no pools, instances get none of ours. */
  const giveBlock = async (tx: Repositories, { id, location_id }: ServerRow): Promise<void> => {
    if (location_id === null || (await tx.prefixes.pools(6)).length === 0) return;
    await takeHostBlock(tx, { server_id: id, location_id, now: clock(), ...deps.blocks });
  };

  return async (caller, wish) => {
    const actor = deps.mayAdd(caller);
    const { location_id } = wish;
    const address = plainAddress(wish.address);
    const password = wish.password ?? '';
    if (wish.port !== undefined && !isPort(wish.port)) {
      throw invalid('server_port', 'must be a number from 1 to 65535');
    }
    const traits = traitsOf(wish);
    if (location_id !== undefined && (await db.read.locations.get(location_id)) === undefined) {
      throw missing('location_id');
    }
    const named = { address, port: wish.port, place: location_id !== undefined, secret: password !== '' };
    const known = await knownAt(actor, named);
    if (known !== undefined && !isWaiting(known)) {
      if (location_id === undefined) throw endpointTaken();
      return audit.change(
        caller,
        async (tx) => {
          const placed = await placeServer(tx, caller, actor, known.id, { location_id, traits }, clock());
          await giveBlock(tx, placed);
          return placed;
        },
        ({ id }) => ({ server_id: id }),
      );
    }
    const asked: ServerWish = {
      host: address,
      port: known?.port ?? wish.port ?? PORT,
      path: known?.path ?? '',
      protocol: known?.protocol ?? 'lxd',
      password,
      fingerprint: '',
      name: wish.name,
    };
    const endpoint = await endpointOrName(contact, asked);
    const facts = await meet(actor, asked);
    const row = await audit.change(
      caller,
      async (tx) => {
        const entry = { endpoint, name: wish.name, facts, location_id, traits };
        const made =
          known !== undefined && facts === null && location_id !== undefined
            ? await placeServer(tx, caller, actor, known.id, { location_id, traits }, clock())
            : await enterServer(tx, caller, actor, entry, clock());
        await giveBlock(tx, made);
        rights.changing(actor.user_id);
        return made;
      },
      ({ id }) => ({ server_id: id }),
    );
    rights.changed(actor.user_id);
    if (facts !== null) return deps.connect(row);
    deps.hosts.open(row);
    return row;
  };
}

/** Servers at an address, those that stand nowhere first. */
export function atAddress(rows: readonly ServerRow[], address: string, port?: number): ServerRow[] {
  return rows
    .filter(
      (row) =>
        row.address !== '' &&
        plainAddress(row.address) === address &&
        (port === undefined || row.port === port),
    )
    .sort((a, b) => Number(a.location_id !== null) - Number(b.location_id !== null) || a.id - b.id);
}

/** Like `endpointOf`; a name that cannot be resolved yet is fine. What is refused stays refused (SEC-40). */
async function endpointOrName(contact: Contact, wish: ServerWish) {
  if (wish.host === '') throw invalid('server_host', 'must name the server');
  try {
    return (await contact.endpointOf(wish)).endpoint;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'host_unreachable') throw error;
    const { host, port, path } = wish;
    return { protocol: 'lxd' as const, address: host, port, path, tls_cert: null };
  }
}

function traitsOf({ tags, ram, disk, processor }: RegisterWish): Traits | undefined {
  const given = [tags, ram, disk, processor].some((value) => value !== undefined);
  return given
    ? { tags: tags ?? '', ram: ram ?? '', disk: disk ?? '', processor: processor ?? '' }
    : undefined;
}
