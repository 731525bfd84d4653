// The connection to a server for a question that cannot wait.
import type { ServerRow } from '../../db/servers.js';
import { AppError } from '../../errors.js';
import type { Host } from '../../providers/provider.js';
import type { Hosts } from '../hosts.js';

/** The host of a server that is online; throws `host_unreachable` or `host_untrusted`. */
export function reach(hosts: Hosts, server: ServerRow): Host {
  const host = hosts.online(server.id);
  if (host !== null) return host;
  if (server.status === 'untrusted') {
    throw new AppError(
      'host_untrusted',
      `${server.name} shows another certificate than the pinned one; nothing is sent to it`,
    );
  }
  throw new AppError('host_unreachable', `${server.name} cannot be reached at the moment`, {
    retry_after: 5,
  });
}
