// First contact with a server: where it is, what certificate it shows, and the step that makes it trust us.
import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { Address6 } from 'ip-address';
import { AppError, invalid } from '../errors.js';
import type { Endpoint, HostFacts, Provider } from '../providers/provider.js';
import type { Actor } from './access.js';
import type { AddressGuard } from './addresses.js';

export interface ServerWish {
  host: string;
  port: number;
  path: string;
  protocol: string;
  password: string;
  fingerprint: string;
  name: string;
  /** Where it stands. */
  location_id?: number | undefined;
}

/** A server that answered. */
export interface Met {
  readonly endpoint: Endpoint;
  readonly facts: HostFacts;
  /** The checked address; absent for a local socket. */
  readonly connect_to?: string;
}

export interface Contact {
  /** Where a wish points to; throws `invalid_params`, `unsupported`, and what the address guard refuses. */
  endpointOf(
    wish: Pick<ServerWish, 'host' | 'port' | 'path' | 'protocol'>,
  ): Promise<{ endpoint: Endpoint; connect_to?: string }>;
  /** Looks at a server; changes nothing. */
  inspect(wish: ServerWish): Promise<Met>;
  /** Notes which certificate somebody saw at an endpoint. */
  remember(actor: Actor, met: Met): void;
  /** The fingerprint a server must show: of the wish, of the join token, or of the last look; undefined without any. */
  expected(
    actor: Actor,
    endpoint: Endpoint,
    wish: Pick<ServerWish, 'password' | 'fingerprint'>,
  ): string | undefined;
  /** The facts of a server that trusts us, made to do so by the secret; throws `host_untrusted` or `forbidden`. */
  trusted(met: Met, secret: string, expected: string): Promise<HostFacts>;
}

/** Remembered looks; each allows one add without a fingerprint. */
const VERIFIED = 1_000;

/** Makes the contact. */
export function createContact(deps: {
  provider: Provider;
  guard: AddressGuard;
  /** Unix sockets that may be used. */
  sockets: readonly string[];
}): Contact {
  const { provider, guard } = deps;
  const verified = new Map<string, string>();

  /** SEC-42: only sockets of the configured list, by their real path. */
  const allowedSocket = async (path: string): Promise<string> => {
    const refusal = invalid('server_path', 'is not a socket that may be used (setting servers.sockets)');
    if (!path.startsWith('/') || path.includes('\0')) throw refusal;
    try {
      const real = await realpath(path);
      const allowed = await Promise.all(deps.sockets.map((socket) => realpath(socket).catch(() => socket)));
      if (!allowed.includes(real) || !(await stat(real)).isSocket()) throw refusal;
      return real;
    } catch {
      throw refusal;
    }
  };

  const endpointOf: Contact['endpointOf'] = async (wish) => {
    if (wish.protocol !== 'lxd' && wish.protocol !== 'incus') {
      throw new AppError('unsupported', 'server_protocol must be lxd or incus');
    }
    const protocol: Endpoint['protocol'] = wish.protocol;
    const base = { protocol, tls_cert: null };
    if (wish.path !== '' && wish.host === '') {
      return { endpoint: { ...base, address: '', port: 0, path: await allowedSocket(wish.path) } };
    }
    if (wish.host === '')
      throw invalid('server_host', 'must name the server (or give server_path for a local socket)');
    if (wish.path !== '' && !/^\/[A-Za-z0-9._~/-]*$/.test(wish.path)) {
      throw invalid('server_path', 'must be the path below which the server answers, such as /lxd');
    }
    const endpoint = { ...base, address: wish.host.toLowerCase(), port: wish.port, path: wish.path };
    return { endpoint, connect_to: await guard.resolve(endpoint) };
  };

  const inspect: Contact['inspect'] = async (wish) => {
    const { endpoint, connect_to } = await endpointOf(wish);
    const to = connect_to === undefined ? {} : { connect_to };
    return { endpoint, facts: await provider.inspect(endpoint, to), ...to };
  };

  return {
    endpointOf,
    inspect,

    remember: (actor, { endpoint, facts }) => {
      const oldest = verified.keys().next();
      if (verified.size >= VERIFIED && !oldest.done) verified.delete(oldest.value);
      verified.set(verifiedKey(actor, endpoint), facts.fingerprint);
    },

    expected: (actor, endpoint, wish) =>
      normalFingerprint(wish.fingerprint) ??
      provider.tokenFingerprint(wish.password) ??
      verified.get(verifiedKey(actor, endpoint)),

    trusted: async ({ endpoint, facts, connect_to }, secret, expected) => {
      if (expected !== facts.fingerprint) {
        throw new AppError('host_untrusted', 'the server shows another certificate than the one expected', {
          details: { expected, shown: facts.fingerprint },
        });
      }
      if (facts.auth === 'trusted') return facts;
      if (secret === '') {
        throw invalid(
          'server_password',
          'must be the trust password or a join token of the server, which does not know us yet',
        );
      }
      const to = connect_to === undefined ? {} : { connect_to };
      await provider.trust(endpoint, secret, { fingerprint: facts.fingerprint, name: 'gantry', ...to });
      const after = await provider.inspect(endpoint, to);
      // Between the two looks nobody may have taken the server's place.
      if (after.fingerprint !== expected || after.auth !== 'trusted') {
        throw new AppError('forbidden', 'wrong credential');
      }
      return after;
    },
  };
}

/** A host name in lower case, or an address in its one spelling (RFC 5952). */
export function plainAddress(text: string): string {
  const name = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return name.includes(':') && Address6.isValid(name) ? new Address6(name).correctForm() : name;
}

function verifiedKey(actor: Actor, endpoint: Endpoint): string {
  return createHash('sha256')
    .update(`${actor.user_id}\0${endpoint.address}\0${endpoint.port}\0${endpoint.path}`)
    .digest('hex');
}

/** Hex without colons, lower case; undefined when none was given; throws for what is no SHA-256. */
function normalFingerprint(text: string): string | undefined {
  if (text === '') return undefined;
  const hex = text.replaceAll(':', '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex))
    throw invalid('server_fingerprint', 'must be the 64 hex digits of a SHA-256');
  return hex;
}
