// Listening addresses: reading them, trying the port first (the library shares ports without a word), opening them.
import { createServer } from 'node:net';
import type { Binding, ListenSocket, TemplatedApp } from './uws.js';

/** One address to listen on. */
export interface Address {
  readonly secure: boolean;
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Reads `http://127.0.0.1:7500` or `https://[::]:7443`; throws a sentence on anything else. */
export function parseListen(text: string): Address {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new Error(`listen: '${text}' must be a URL such as http://127.0.0.1:7500`, { cause });
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.pathname !== '/' || url.search !== '') {
    throw new Error(`listen: '${text}' must be http:// or https:// with a host and a port, and nothing else`);
  }
  const secure = url.protocol === 'https:';
  // URL drops the scheme's own port.
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return { secure, host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

/** The URL of an address. */
export function addressUrl({ secure, host, port }: Address): string {
  return `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Tries a port; gives the host to use (`0.0.0.0` for `::` on a machine without IPv6) and the port; fails with a
 * sentence. For https, port 0 becomes a free one here: the library shares only ports that were asked for by number,
 * and a new certificate needs that.
 */
export async function tryPort(address: Address): Promise<{ host: string; port: number }> {
  try {
    const port = await bind(address.host, address.port);
    return { host: address.host, port: address.secure ? port : address.port };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (address.host === '::' && (code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL')) {
      return tryPort({ ...address, host: '0.0.0.0' });
    }
    throw new Error(listenTrouble(address, code), { cause: error });
  }
}

function listenTrouble(address: Address, code: string): string {
  const url = addressUrl(address);
  if (code === 'EADDRINUSE') return `listen: ${url} is taken: stop what runs there or choose another port`;
  if (code === 'EACCES') return `listen: ${url} needs more rights: choose a port above 1023 or run as root`;
  if (code === 'EADDRNOTAVAIL') return `listen: ${url}: this machine has no such address`;
  return `listen: cannot listen on ${url} (${code})`;
}

function bind(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const bound = server.address();
      const free = typeof bound === 'object' && bound !== null ? bound.port : port;
      server.close(() => resolve(free));
    });
  });
}

/** Opens an address; gives the listen socket and the real port. */
export function openPort(
  binding: Binding,
  app: TemplatedApp,
  host: string,
  port: number,
): Promise<{ socket: ListenSocket; port: number }> {
  return new Promise((resolve, reject) => {
    app.listen(host, port, (socket) => {
      if (socket === false) reject(new Error(`listen: cannot listen on ${host}, port ${port}`));
      else resolve({ socket, port: binding.us_socket_local_port(socket) });
    });
  });
}
