// Ports of servers that lead into instances: reserved in the database before the host is asked.
import type { Protocol } from '../../db/ports.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError, invalid } from '../../errors.js';
import { noCapacity } from './address.js';

export type { PortRow } from '../../db/ports.js';

/** One port of the server that leads to one of the instance; a `host_port` of 0 is any that is free. */
export interface PortWish {
  protocol: Protocol;
  host_port: number;
  guest_port: number;
  is_primary: boolean;
}

/** Ports that are given out without being asked for by number; both ends belong to it. */
export interface PortRange {
  first: number;
  last: number;
}

/** Unless configured otherwise. */
export const PORT_RANGE: PortRange = { first: 20_000, last: 29_999 };

/** Whether a number is that of a port. */
export function isPort(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 65_535;
}

/** `20000-29999` as a range; throws a plain Error, as faults of the settings are told. */
export function parseRange(text: string): PortRange {
  const [, first, last] = /^([0-9]{1,5})-([0-9]{1,5})$/.exec(text) ?? [];
  const range = { first: Number(first), last: Number(last) };
  if (!(range.first >= 1 && range.first <= range.last && range.last <= 65_535)) {
    throw new Error(`ports.range must be two ports with a hyphen, such as 20000-29999 (it is ${text})`);
  }
  return range;
}

/**
 * Reserves ports of a server for an instance, and says which: a `host_port` of 0 takes the lowest free one of the
 * range, one and the same for both protocols of a guest port. Throws `conflict` that names the port,
 * `invalid_params` for what is none, `no_capacity` when the range is used up.
 */
export async function reservePorts(
  tx: Repositories,
  of: { instance_id: number; server_id: number; ports: readonly PortWish[]; range?: PortRange },
): Promise<PortWish[]> {
  const { instance_id, server_id, ports, range } = of;
  const reserved: PortWish[] = [];
  for (const wish of ports) {
    const host_port = wish.host_port === 0 ? await automatic(wish) : wish.host_port;
    const { protocol, guest_port, is_primary } = wish;
    for (const port of [host_port, guest_port]) {
      if (!isPort(port)) throw invalid('ports', `must be numbers from 1 to 65535 (${port} is not)`);
    }
    const holder = await tx.ports.holder(server_id, protocol, host_port);
    if (holder === instance_id) throw invalid('ports', `name ${protocol} port ${host_port} twice`);
    if (holder !== null) {
      throw new AppError('conflict', `${protocol} port ${host_port} of the server is in use`);
    }
    await tx.ports.insert({
      instance_id,
      server_id,
      protocol,
      host_port,
      guest_port,
      is_primary: is_primary ? 1 : 0,
    });
    reserved.push({ ...wish, host_port });
  }
  return reserved;

  async function automatic({ protocol, guest_port }: PortWish): Promise<number> {
    const same = (one: PortWish): boolean => one.guest_port === guest_port && one.protocol !== protocol;
    // Where its twin took one already, it was looked for so that this one fits too.
    const twin = ports.findIndex((one) => one.host_port === 0 && same(one));
    const taken = reserved[twin];
    if (taken !== undefined) return taken.host_port;
    return nextFreePort(tx, server_id, twin === -1 ? protocol : 'both', range);
  }
}

/** The lowest free port of the range, free for both protocols where `both` is asked for; throws `no_capacity`. */
export async function nextFreePort(
  tx: Repositories,
  server_id: number,
  protocol: Protocol | 'both',
  range: PortRange = PORT_RANGE,
): Promise<number> {
  const protocols = protocol === 'both' ? (['tcp', 'udp'] as const) : ([protocol] as const);
  for (let port = range.first; port <= range.last;) {
    let free = port;
    for (const one of protocols) free = await tx.ports.freeFrom(server_id, one, free);
    // The last look may have gone beyond what the one before it found: then that is asked again.
    if (free === port || protocols.length === 1) {
      if (free <= range.last) return free;
      break;
    }
    port = free;
  }
  throw noCapacity(
    `no ${protocol === 'both' ? '' : `${protocol} `}port of ${range.first}-${range.last} is free`,
  );
}
