// BGP peers: keys of a network, entered by GET and PUT with its ETag (a PATCH would empty its description).
import { AppError, isAppError } from '../../errors.js';
import type { BgpPeer, HostBgp } from '../parts/bgp.js';
import type { Context } from './instances.js';
import { networkSegment } from './names.js';
import { type Refusals, recoded } from './refusals.js';
import { record } from './types.js';

const ATTEMPTS = 5;
const EXTENSION = 'network_bgp';
const REFUSED: Refusals = [[/invalid (?:value|option)/i, 'invalid_params']];

/** Calls about BGP. */
export function bgpCalls({ client }: Context): HostBgp {
  return {
    setBgpPeer: async (network, peer) => {
      // A dot in it would be another key.
      if (!/^[A-Za-z0-9-]+$/.test(peer.name)) {
        throw new AppError('invalid_params', 'a peer is named by letters, digits and hyphens');
      }
      const about = record((await client.get('/1.0')).metadata);
      const extensions: unknown = about['api_extensions'];
      if (!Array.isArray(extensions) || !extensions.includes(EXTENSION)) {
        throw new AppError('unsupported', 'the server cannot speak BGP: its version is too old');
      }
      const path = `/1.0/networks/${networkSegment(network)}`;
      for (let attempt = 1; !(await entered(path, peer)); attempt += 1) {
        if (attempt >= ATTEMPTS) {
          throw new AppError('conflict', `network ${network} is being changed by others; try again`);
        }
      }
      const asn = Number(record(about['config'] ?? {})['core.bgp_asn']);
      return { host_asn: Number.isInteger(asn) && asn > 0 ? asn : null };
    },
  };

  /** False when somebody else changed the network meanwhile. */
  async function entered(path: string, { name, asn, neighbor }: BgpPeer): Promise<boolean> {
    const found = await client.get(path);
    const network = record(found.metadata);
    const before = record(network['config'] ?? {});
    const config = {
      ...before,
      [`bgp.peers.${name}.address`]: neighbor,
      [`bgp.peers.${name}.asn`]: String(asn),
    };
    if (Object.entries(config).every(([key, value]) => before[key] === value)) return true;
    const etag = found.etag.replaceAll('"', '');
    const body = { config, description: network['description'] ?? '' };
    try {
      await recoded(REFUSED, client.call('PUT', path, { body, headers: { 'if-match': `"${etag}"` } }));
      return true;
    } catch (error) {
      if (isAppError(error) && error.code === 'conflict' && /etag/i.test(error.message)) return false;
      throw error;
    }
  }
}
