// Networks: list, read, make, replace by ETag, delete.
import { isAppError } from '../../errors.js';
import type { HostNetworks } from '../parts/networks.js';
import type { Context } from './instances.js';
import { toLease, toNetwork } from './map.js';
import { networkSegment, objectSegment } from './names.js';
import { type Refusals, recoded } from './refusals.js';
import { listOf, record } from './types.js';

// What 5.0.2 says of a network it will not have, some of it with 400 and some with 500.
const REFUSED: Refusals = [
  [/in use/i, 'conflict'],
  [/already exists/i, 'conflict'],
  [/invalid (?:value|option)|is required|unknown driver|too long|automatically find/i, 'invalid_params'],
];

function path(name: string): string {
  return `/1.0/networks/${networkSegment(name)}`;
}

/** Calls about networks. */
export function networkCalls({ client }: Context): HostNetworks {
  return {
    networks: async () => {
      const answer = await client.get('/1.0/networks', { query: { recursion: 1 } });
      return listOf(answer.metadata, 'networks').map(toNetwork);
    },
    network: async (name) => {
      try {
        const answer = await client.get(path(name));
        return { ...toNetwork(record(answer.metadata)), etag: answer.etag.replaceAll('"', '') };
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
    leases: async (network) => {
      const answer = await client.get(`/1.0/networks/${objectSegment('network', network)}/leases`, {
        query: { recursion: 1 },
      });
      return listOf(answer.metadata, 'leases').map(toLease);
    },
    addNetwork: async (name, type, { config, description }) => {
      networkSegment(name);
      const body = { name, type, config, description };
      await recoded(REFUSED, client.call('POST', '/1.0/networks', { body }));
    },
    replaceNetwork: async (name, { config, description }, etag) => {
      try {
        const options = { body: { config, description }, headers: { 'if-match': `"${etag}"` } };
        await recoded(REFUSED, client.call('PUT', path(name), options));
        return true;
      } catch (error) {
        if (isAppError(error) && error.code === 'conflict' && /etag/i.test(error.message)) return false;
        throw error;
      }
    },
    deleteNetwork: async (name) => {
      await recoded(REFUSED, client.call('DELETE', path(name)));
    },
  };
}
