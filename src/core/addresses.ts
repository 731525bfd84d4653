// Which addresses we may connect to for a server (SEC-40): resolve once, check every answer, connect to what was checked.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Address4, Address6 } from 'ip-address';
import { AppError, invalid } from '../errors.js';
import type { Endpoint } from '../providers/provider.js';

export interface AddressGuard {
  /** The one address to connect to; throws `forbidden` for what is not allowed, `host_unreachable` for an unknown name. */
  resolve(endpoint: Pick<Endpoint, 'address' | 'port'>): Promise<string>;
}

export interface GuardOptions {
  /** `CIDR` or `CIDR:port[-port]`: opens what is denied. */
  allow: readonly string[];
  /** RFC 1918 and unique local addresses are fine. */
  private: boolean;
  ports: readonly number[];
  lookup?: (name: string) => Promise<string[]>;
}

interface Rule {
  contains: (address: string) => boolean;
  from: number;
  to: number;
}

const DENIED = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '::ffff:0:0/96',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2002::/16',
  'fe80::/10',
  'ff00::/8',
] as const;
const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'] as const;

function within(cidr: string): (address: string) => boolean {
  if (cidr.includes(':')) {
    const range = new Address6(cidr);
    return (address) => isIP(address) === 6 && new Address6(address).isInSubnet(range);
  }
  const range = new Address4(cidr);
  return (address) => isIP(address) === 4 && new Address4(address).isInSubnet(range);
}

function rule(text: string): Rule {
  const match = /^(\[?[0-9a-fA-F.:]+(?:\/[0-9]+)?\]?)(?::([0-9]+)(?:-([0-9]+))?)?$/.exec(text);
  const plain6 = text.includes('::') && !text.includes(']') && text.includes('/');
  const cidr = plain6
    ? (/^(.*\/[0-9]+)/.exec(text)?.[1] ?? text)
    : (match?.[1] ?? text).replace(/[[\]]/g, '');
  const ports = /\/[0-9]+\]?:([0-9]+)(?:-([0-9]+))?$/.exec(text);
  const from = ports?.[1] === undefined ? 1 : Number(ports[1]);
  const to = ports?.[2] === undefined ? (ports?.[1] === undefined ? 65_535 : from) : Number(ports[2]);
  if (from < 1 || to > 65_535 || from > to) throw new Error(`servers.allow: ${text} names no range of ports`);
  return { contains: within(cidr), from, to };
}

/** Builds the guard; a rule that cannot be read throws at start. */
export function createAddressGuard(options: GuardOptions): AddressGuard {
  const denied = DENIED.map(within);
  const closed = PRIVATE.map(within);
  const allowed = options.allow.map(rule);
  const find =
    options.lookup ?? (async (name) => (await lookup(name, { all: true })).map(({ address }) => address));

  const check = (address: string, port: number): void => {
    if (allowed.some((open) => open.contains(address) && port >= open.from && port <= open.to)) return;
    const refusal = new AppError(
      'forbidden',
      'server_host may not be used: its address or port is not open to servers (setting servers.allow)',
      {
        faults: [
          {
            detail:
              'server_host may not be used: its address or port is not open to servers (setting servers.allow)',
            pointer: '/server_host',
          },
        ],
      },
    );
    if (!options.ports.includes(port)) throw refusal;
    if (denied.some((range) => range(address))) throw refusal;
    if (!options.private && closed.some((range) => range(address))) throw refusal;
  };

  return {
    resolve: async ({ address, port }) => {
      const name = address.replace(/^\[(.*)\]$/, '$1');
      if (isIP(name) !== 0) {
        check(name, port);
        return name;
      }
      // Spellings of addresses that only resolvers understand (0x7f.1, 2130706433) are names of nothing.
      if (
        !/^(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\.[A-Za-z0-9_-]{1,63})*$/.test(name) ||
        /(^|\.)(0x[0-9a-f]*|[0-9]+)$/i.test(name)
      ) {
        throw invalid('server_host', 'must be a host name or an IP address, without scheme, port or path');
      }
      let found: string[];
      try {
        found = await find(name);
      } catch (error) {
        throw new AppError('host_unreachable', 'server_host could not be resolved', { cause: error });
      }
      const first = found[0];
      if (first === undefined) throw new AppError('host_unreachable', 'server_host could not be resolved');
      for (const one of found) check(one, port);
      return first;
    },
  };
}
