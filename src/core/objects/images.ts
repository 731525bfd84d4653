// Images: those of a server's own store, and those an image server offers.
import type { ServerRow } from '../../db/servers.js';
import { isAppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import type { HostImage } from '../../providers/provider.js';
import { type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import type { ImageServers, RemoteImage } from '../image-servers.js';
import type { Rights } from '../rights.js';
import { architecturesOf, canonicalArchitecture } from './architectures.js';
import { byFingerprint } from './fingerprint.js';
import { reach } from './reach.js';

export type { RemoteImage } from '../image-servers.js';

export interface ImageQuestion {
  server_id: number;
  /** '' asks for the server's own images. */
  image_server: string;
  /** One architecture by any of its names, `all`, or '' for those the server can run. */
  architecture: string;
}

export interface Images {
  list(caller: Caller, question: ImageQuestion): Promise<(HostImage | RemoteImage)[]>;
  delete(caller: Caller, server_id: number, fingerprint: string): Promise<void>;
  /** URLs of the image servers on offer. */
  servers(caller: Caller, server_id?: number): Promise<string[]>;
}

export interface ImagesDeps {
  clock: () => number;
  fleet: Fleet;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  imageServers: ImageServers;
}

/** Makes the service. */
export function createImages(deps: ImagesDeps): Images {
  const wanted = (
    server: ServerRow,
    architecture: string,
  ): ((image: { architecture: string }) => boolean) => {
    if (architecture === 'all') return () => true;
    const own = deps.fleet.facts(server).kernel_architecture ?? '';
    const names =
      architecture !== ''
        ? [canonicalArchitecture(architecture) ?? architecture]
        : own === ''
          ? null
          : architecturesOf(own);
    return (image) => names === null || names.includes(image.architecture);
  };

  return {
    list: async (caller, { server_id, image_server, architecture }) => {
      const server = await deps.fleet.get(caller, server_id);
      if (image_server === '') {
        const images = await reach(deps.hosts, server).images();
        // What stands on a host was put there on purpose, whatever it runs on.
        const fits = architecture === '' ? () => true : wanted(server, architecture);
        return images.filter(fits).toSorted((a, b) => b.created_at - a.created_at);
      }
      const any = deps.rights.ownsServer(actorOf(caller), server_id);
      return (await deps.imageServers.images(image_server, { any, flavour: server.protocol })).filter(
        wanted(server, architecture),
      );
    },

    delete: async (caller, server_id, fingerprint) => {
      const server = await deps.fleet.owned(caller, server_id);
      const host = reach(deps.hosts, server);
      const found = byFingerprint(await host.images(), 'image_fingerprint', fingerprint);
      try {
        await host.deleteImage(found.fingerprint);
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') throw missing('image_fingerprint');
        throw error;
      }
      await deps.audit.change(
        caller,
        (tx) =>
          append(tx, {
            type: 'image.deleted',
            via: caller.via,
            at: deps.clock(),
            request_id: caller.client_request_id,
            user_id: caller.actor?.user_id ?? null,
            server_id,
            data: { image_fingerprint: found.fingerprint, image_description: found.description },
          }),
        () => ({ server_id }),
      );
    },

    servers: async (caller, server_id) => {
      if (server_id !== undefined) await deps.fleet.get(caller, server_id);
      return deps.imageServers.offered();
    },
  };
}
