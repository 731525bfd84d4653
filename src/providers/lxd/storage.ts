// Storage: pools with their figures, volumes of all of them, and custom volumes made and deleted.
import { isAppError } from '../../errors.js';
import type { HostPool, HostStorage, HostVolume } from '../parts/storage.js';
import type { Client } from './client.js';
import type { Context } from './instances.js';
import { toPool, toVolume } from './map.js';
import { objectSegment } from './names.js';
import { type Refusals, recoded } from './refusals.js';
import { listOf, record, required, type Json } from './types.js';

const REFUSED: Refusals = [
  [/in use/i, 'conflict'],
  [/already exists/i, 'conflict'],
  [/invalid (?:value|volume|option)|may not contain/i, 'invalid_params'],
];

async function list(client: Client, path: string, what: string, query: Record<string, string>) {
  return listOf((await client.get(path, { query: { recursion: 1, ...query } })).metadata, what);
}

function poolPath(pool: string): string {
  return `/1.0/storage-pools/${objectSegment('pool_name', pool)}`;
}

function volumePath(pool: string, name: string): string {
  return `${poolPath(pool)}/volumes/custom/${objectSegment('volume_name', name)}`;
}

function pools(client: Client): Promise<Json[]> {
  return list(client, '/1.0/storage-pools', 'storage pools', {});
}

/** Calls about storage. */
export function storageCalls({ client }: Context): HostStorage {
  return {
    pools: async () =>
      Promise.all(
        (await pools(client)).map(async (entry): Promise<HostPool> => {
          const path = `${poolPath(required(entry['name'], 'pool name'))}/resources`;
          // A pool that is down has no figures; it is listed all the same.
          const resources = await client.get(path).catch((error: unknown) => {
            if (isAppError(error) && error.code !== 'host_unreachable') return null;
            throw error;
          });
          return toPool(entry, record(resources?.metadata));
        }),
      ),
    volumes: async () => {
      const names = (await pools(client)).map((entry) => required(entry['name'], 'pool name'));
      const found = await Promise.all(
        names.map(async (pool): Promise<HostVolume[]> => {
          const all = { 'all-projects': 'true' };
          const entries = await list(client, `${poolPath(pool)}/volumes`, 'volumes', all);
          return entries.map((entry) => toVolume(entry, pool));
        }),
      );
      return found.flat();
    },
    volume: async (pool, name) => {
      try {
        return toVolume(record((await client.get(volumePath(pool, name))).metadata), pool);
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
    addVolume: async (pool, name, { content_type, size_mb }) => {
      objectSegment('volume_name', name);
      const config = size_mb === undefined ? {} : { size: `${size_mb}MiB` };
      const body = { name, type: 'custom', content_type, config };
      await recoded(REFUSED, client.call('POST', `${poolPath(pool)}/volumes/custom`, { body }));
    },
    deleteVolume: async (pool, name) => {
      await recoded(REFUSED, client.call('DELETE', volumePath(pool, name)));
    },
  };
}
