// Loads the native HTTP library, and says what is wrong where it cannot be loaded.
import type * as Uws from 'uWebSockets.js';

export type {
  HttpRequest,
  HttpResponse,
  TemplatedApp,
  WebSocket,
  WebSocketBehavior,
  us_listen_socket as ListenSocket,
  us_socket_context_t as UpgradeContext,
} from 'uWebSockets.js';

/** What we use of the library. */
export type Binding = Pick<typeof Uws, 'App' | 'SSLApp' | 'us_listen_socket_close' | 'us_socket_local_port'>;

/** Loads the native binding; fails with one sentence that names the Node and libc it needs. */
export async function loadBinding(
  load: () => Promise<{ default: Binding }> = () => import('uWebSockets.js'),
): Promise<Binding> {
  try {
    return (await load()).default;
  } catch (cause) {
    throw new Error(bindingTrouble(process.versions.node, process.platform, process.arch), { cause });
  }
}

/** The sentence for a machine whose Node or libc the binaries do not fit. */
export function bindingTrouble(node: string, platform: string, arch: string): string {
  return (
    `the HTTP library has no binary for Node ${node} on ${platform}-${arch}: use Node 20 on a 64-bit glibc Linux ` +
    '(Debian 11 or newer), or Node 22 or 24 with glibc 2.38 or newer (Debian 13, Ubuntu 24.04); ' +
    'musl (Alpine) is not supported'
  );
}
