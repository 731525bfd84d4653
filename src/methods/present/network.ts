// Networks as the native wire shows them.
import type { NetworkView } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource } from './document.js';

/** A network of a server. */
export function network(one: NetworkView) {
  const address = one.config['ipv4.address'] ?? '';
  return resource('network', hostObjectId('network', one.name), {
    provider: 'lxd',
    network_name: one.name,
    network_type: one.type,
    // `none` and `auto` are no addresses.
    network_addr: address.includes('/') ? address : '',
    network_managed: one.managed,
    network_config: one.config,
    network_description: one.description,
    network_used_by: one.used_by,
    network_etag: one.etag,
  });
}

/** The answer to a change: the name and the ETag after it. */
export function networkAck(name: string, etag: string) {
  return {
    data: { type: 'network' as const, attributes: { response: true as const, network_name: name } },
    meta: { etag },
  };
}
