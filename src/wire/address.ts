// Addresses and names of a request: peer, trusted proxies, Host (SEC-32) and Origin (SEC-30).
import { BlockList, isIP } from 'node:net';

/** Text of a binary address (4 or 16 bytes); IPv4 inside IPv6 becomes IPv4, IPv6 takes its short form. */
export function addressText(raw: ArrayBuffer): string {
  const b = new Uint8Array(raw);
  if (b.length === 4) return `${b[0]}.${b[1]}.${b[2]}.${b[3]}`;
  if (b.length !== 16) return '';
  let zeros = 0;
  while (zeros < 10 && b[zeros] === 0) zeros++;
  if (zeros === 10 && b[10] === 0xff && b[11] === 0xff) return `${b[12]}.${b[13]}.${b[14]}.${b[15]}`;
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(((b[i] ?? 0) << 8) | (b[i + 1] ?? 0));
  return shorten(groups);
}

// The longest run of at least two zero groups becomes `::` (RFC 5952).
function shorten(groups: number[]): string {
  let best = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > length) {
      best = i;
      length = end - i;
    }
    if (end > i) i = end;
  }
  const text = (part: number[]): string => part.map((group) => group.toString(16)).join(':');
  return best < 0 ? text(groups) : `${text(groups.slice(0, best))}::${text(groups.slice(best + length))}`;
}

/** Which peers may tell us the client's address by `X-Forwarded-For`. */
export class Proxies {
  private readonly list = new BlockList();
  readonly any: boolean;

  /** Takes addresses and `address/prefix`; throws on anything else, naming it. */
  constructor(trusted: readonly string[]) {
    this.any = trusted.length > 0;
    for (const entry of trusted) {
      const [address = '', prefix] = entry.split('/');
      const family = isIP(address);
      const bits = prefix === undefined ? (family === 6 ? 128 : 32) : Number(prefix);
      if (family === 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 6 ? 128 : 32)) {
        throw new Error(`trusted_proxies: '${entry}' must be an address or address/prefix`);
      }
      this.list.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4');
    }
  }

  trusts(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }

  /** The nearest address that is not one of ours, from the peer and its `X-Forwarded-For`. */
  client(peer: string, forwarded: string): string {
    if (!this.any || forwarded === '' || !this.trusts(peer)) return peer;
    let address = peer;
    for (const hop of forwarded.split(',').reverse()) {
      const candidate = hop
        .trim()
        .replace(/^\[|\]$/g, '')
        .replace(/^::ffff:(?=\d+\.)/i, '');
      if (isIP(candidate) === 0) return address;
      address = candidate.toLowerCase();
      if (!this.trusts(address)) return address;
    }
    return address;
  }
}

/** True for this machine's own loopback addresses. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** The name or address in a `Host` header: no port, no brackets, lower case, no final dot. */
export function hostName(host: string): string {
  if (host.startsWith('[')) return host.slice(1, host.indexOf(']')).toLowerCase();
  const colon = host.indexOf(':');
  const name = (colon < 0 ? host : host.slice(0, colon)).toLowerCase();
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether `Host` names us: an IP address always does, because rebinding needs a name. */
export function hostAllowed(host: string, names: ReadonlySet<string>): boolean {
  const name = hostName(host);
  return names.has(name) || isIP(name) !== 0;
}

/** Whether a browser's `Origin` may talk to us: listed, or the very host it was asked under (which was checked before). */
export function originAllowed(origin: string, host: string, origins: ReadonlySet<string>): boolean {
  if (origins.has(origin)) return true;
  const scheme = /^https?:\/\//.exec(origin);
  return (
    scheme !== null && host !== '' && origin.slice(scheme[0].length).toLowerCase() === host.toLowerCase()
  );
}
