// The Host interface over one client: each method is one or a few requests, written in the files beside this one.
import { isAppError } from '../../errors.js';
import type { Endpoint, Host, HostPool, HostProfile, HostVolume } from '../provider.js';
import { Client } from './client.js';
import { watch } from './events.js';
import { readFacts } from './facts.js';
import { findImage, listImages } from './images.js';
import * as instances from './instances.js';
import { toCertificate, toLease, toNetwork, toPool, toProfile, toVolume } from './map.js';
import { objectSegment } from './names.js';
import { cancel, idle, ProgressBoard } from './operations.js';
import type { Settings } from './settings.js';
import { listOf, record, required, type Json } from './types.js';
import type { Watch } from '../provider.js';

async function list(client: Client, path: string, what: string, allProjects = false): Promise<Json[]> {
  const query = allProjects ? { recursion: 1, 'all-projects': 'true' } : { recursion: 1 };
  return listOf((await client.get(path, { query })).metadata, what);
}

async function profiles(client: Client): Promise<HostProfile[]> {
  const entries = await list(client, '/1.0/profiles', 'profiles');
  // A list carries no ETags, so each profile is asked for its own.
  const read = entries.map(async (entry): Promise<HostProfile | null> => {
    const name = required(entry['name'], 'profile name');
    try {
      const answer = await client.get(`/1.0/profiles/${encodeURIComponent(name)}`);
      return toProfile(record(answer.metadata), answer.etag);
    } catch (error) {
      if (isAppError(error) && error.code === 'not_found') return null;
      throw error;
    }
  });
  return (await Promise.all(read)).filter((profile): profile is HostProfile => profile !== null);
}

async function pools(client: Client): Promise<HostPool[]> {
  const entries = await list(client, '/1.0/storage-pools', 'storage pools');
  return Promise.all(
    entries.map(async (entry) => {
      const path = `/1.0/storage-pools/${objectSegment('pool', required(entry['name'], 'pool name'))}/resources`;
      // A pool that is down has no figures; it is listed all the same.
      const resources = await client.get(path).catch((error: unknown) => {
        if (isAppError(error) && error.code !== 'host_unreachable') return null;
        throw error;
      });
      return toPool(entry, record(resources?.metadata));
    }),
  );
}

async function volumes(client: Client): Promise<HostVolume[]> {
  const entries = await list(client, '/1.0/storage-pools', 'storage pools');
  const names = entries.map((entry) => required(entry['name'], 'pool name'));
  const found = await Promise.all(
    names.map(async (pool) => {
      const path = `/1.0/storage-pools/${objectSegment('pool', pool)}/volumes`;
      return (await list(client, path, 'volumes', true)).map((entry) => toVolume(entry, pool));
    }),
  );
  return found.flat();
}

/** Opens a host; no connection is made before the first call. */
export function openHost(endpoint: Endpoint, settings: Settings, connectTo?: () => Promise<string>): Host {
  const client = new Client(endpoint, settings, connectTo);
  const board = new ProgressBoard();
  const waitSeconds = settings.timeouts.wait_s;
  const context: instances.Context = { client, board, waitSeconds };
  const watches = new Set<Watch>();
  return {
    facts: () => readFacts(client, endpoint),
    instances: () => instances.listInstances(context),
    instance: (ref) => instances.readInstance(context, ref),
    create: (ref, spec, hooks) => instances.createInstance(context, ref, spec, hooks),
    setState: (ref, action, options, hooks) =>
      instances.setInstanceState(context, ref, action, options, hooks),
    update: (ref, spec, hooks) => instances.updateInstance(context, ref, spec, hooks),
    delete: (ref, hooks) => instances.deleteInstance(context, ref, hooks),
    exec: (ref, command, hooks) => instances.execInstance(context, ref, command, hooks),
    idle: (ref, signal) => idle(client, ref, waitSeconds, signal),
    cancel: (hostOperation) => cancel(client, hostOperation),
    images: () => listImages(client),
    findImage: (alias) => findImage(client, alias, 'default'),
    networks: async () => (await list(client, '/1.0/networks', 'networks')).map(toNetwork),
    leases: async (network) => {
      const path = `/1.0/networks/${objectSegment('network', network)}/leases`;
      return (await list(client, path, 'leases')).map(toLease);
    },
    profiles: () => profiles(client),
    pools: () => pools(client),
    volumes: () => volumes(client),
    certificates: async () => (await list(client, '/1.0/certificates', 'certificates')).map(toCertificate),
    watch: (listener) => {
      const opened = watch(client, board, settings, listener);
      watches.add(opened);
      return {
        close: () => {
          watches.delete(opened);
          opened.close();
        },
      };
    },
    close: async () => {
      for (const opened of watches) opened.close();
      watches.clear();
      await client.close();
    },
  };
}
