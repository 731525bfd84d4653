// What a machine is made of, by operating system or alias, and whether a server has it: asked before anything is written.
import type { Db } from '../../db/open.js';
import type { OperatingSystemRow } from '../../db/operating-systems.js';
import type { ServerRow } from '../../db/servers.js';
import { AppError, missing } from '../../errors.js';
import type { Host, ImageSource } from '../../providers/provider.js';
import type { Actor } from '../access.js';
import type { Fleet } from '../fleet.js';
import { imageServerUrl } from '../image-servers.js';

export type MachineImage = { os_id: number } | { alias: string };
export type MachineType = 'container' | 'virtual-machine';

/** An operating system, or an image under its own name. */
export interface Source {
  os: OperatingSystemRow | null;
  type: MachineType;
  env: Record<string, string>;
  /** Where this server gets it; throws `not_found` where it does not, `unsupported` for a type it can't run. */
  on(server: ServerRow, host: Host): Promise<ImageSource>;
}

export interface SourceDeps {
  db: Db;
  fleet: Fleet;
  /** Where hosts get an image of our own server; throws `not_found`. */
  ownImage: (wanted: { image: string; type: MachineType; architecture: string }) => Promise<ImageSource>;
}

/** Looks a wish up; throws `not_found` for an operating system that is not, or not for this actor. */
export async function sourceOf(deps: SourceDeps, actor: Actor, wish: MachineImage): Promise<Source> {
  const os = 'os_id' in wish ? await deps.db.read.operatingSystems.get(wish.os_id) : null;
  if (os === undefined || (os?.hidden === 1 && !actor.is_admin)) throw missing('os_id');
  const type = os?.instance_type ?? 'container';
  const alias = os?.image_alias ?? ('alias' in wish ? wish.alias : '');
  const from = os?.image_server ?? '';
  const known = async (server: ServerRow, host: Host): Promise<ImageSource> => {
    if (from === '') {
      if ((await host.findImage(alias)) !== null) return { kind: 'host', alias };
      throw new AppError('not_found', `${server.name} has no image ${alias}`);
    }
    if (from === 'self') {
      const architecture = deps.fleet.facts(server).kernel_architecture ?? '';
      return deps.ownImage({ image: alias, type, architecture });
    }
    if (os?.image_protocol === 'lxd') {
      throw new AppError('unsupported', `os_id: images of ${from} come by simplestreams only`);
    }
    // An administrator wrote it down: it need not be among the servers that tenants may name.
    imageServerUrl(from);
    return { kind: 'simplestreams', server: from, alias };
  };
  return {
    os,
    type,
    env: os === null ? {} : (JSON.parse(os.default_env) as Record<string, string>),
    on: (server, host) => {
      const { instance_types } = deps.fleet.facts(server);
      if (instance_types !== undefined && !instance_types.includes(type)) {
        throw new AppError('unsupported', `a ${type} is not supported by ${server.name}`);
      }
      return known(server, host);
    },
  };
}
