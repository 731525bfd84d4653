// A new instance: everything is checked before a row is written, and the row before the host is asked.
import type { Db } from '../db/open.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, isAppError, missing } from '../errors.js';
import type { CreateInput } from '../operations/kinds/instance.create.js';
import type { Devices, Host, ImageSource } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { Fleet } from './fleet.js';
import { cpuCount, readHostView } from './host-view.js';
import type { Hosts } from './hosts.js';
import { imageServerUrl, sameUrl } from './image-servers.js';
import { checkInstanceName, nameTaken } from './instance-names.js';
import { unreachable } from './instance-work.js';
import { type NewInstance, writableProject } from './machines/new-instance.js';
import { cloudConfig, keyLines } from './machines/vendor-data.js';
import type { Accepted, LongOptions } from './operations.js';
import { reservedBy } from './quotas.js';
import type { Rights } from './rights.js';
import { parseAddress, planStaticAddress, profileNics } from './static-address.js';
import { checkTenantConfig } from './tenant-config.js';

/** What a caller asks for; texts as they came. */
export interface AddWish {
  server_id: number;
  name: string;
  type: 'container' | 'virtual-machine';
  image: string;
  /** '' is the host's own store. */
  image_server: string;
  profiles: string[];
  memory: string;
  cpu: string;
  interface: string;
  dhcp: boolean;
  network: string;
  nameserver: string;
  command: string;
  start: boolean;
  config: Record<string, string>;
  devices: Devices;
  description: string;
  project_id?: number;
}

export interface InstanceAddDeps {
  db: Db;
  hosts: Hosts;
  fleet: Fleet;
  rights: Rights;
  submitNew: NewInstance;
  /** Simplestreams servers that tenants may name. */
  image_servers: readonly string[];
  /** Whether a URL is one of ours, whatever prefix it has. */
  isOwnImageServer: (url: string) => boolean;
  /** Where hosts get an image of our own server; throws `not_found`. */
  ownImage: (wanted: { image: string; type: AddWish['type']; architecture: string }) => Promise<ImageSource>;
}

export type InstanceAdd = (
  caller: Caller,
  wish: AddWish,
  options: LongOptions,
) => Promise<Accepted & { instance_id: number }>;

/** Makes the service. */
export function createInstanceAdd(deps: InstanceAddDeps): InstanceAdd {
  const { db } = deps;

  return async (caller, wish, options) => {
    const actor = actorOf(caller);
    const server = await deps.fleet.get(caller, wish.server_id);
    checkInstanceName('instance_name', wish.name);
    if (wish.profiles.length === 0) throw invalid('instance_profiles', 'must name at least one profile');
    const limits = limitsOf(wish);
    const host = deps.hosts.online(server.id);
    const facts = deps.fleet.facts(server);
    if (facts.instance_types !== undefined && !facts.instance_types.includes(wish.type)) {
      throw new AppError('unsupported', `instance_type ${wish.type} is not supported by ${server.name}`);
    }
    const privileged = checkTenantConfig({
      config: wish.config,
      devices: wish.devices,
      present: { config: {}, devices: {} },
      admin: actor.is_admin,
    });
    const project_id =
      wish.project_id === undefined
        ? actor.personal_project_id
        : await writableProject(db.read, deps.rights, actor, wish.project_id);
    const patient = options.on_unreachable === 'queue';
    const image = await imageOf(actor, server, host, wish, patient);
    if (host === null && !patient) throw unreachable(server);
    if ((await db.read.instances.named(server.id, wish.name)).length > 0) {
      throw nameTaken('instance_name', wish.name, server);
    }
    const config: Record<string, string> = { ...(await vendorData(actor)), ...wish.config, ...limits };
    let devices: Devices = { ...wish.devices };
    if (!wish.dhcp && wish.network !== '') {
      parseAddress(wish.network);
      if (host === null) throw unreachable(server);
      const others = (await db.read.instances.onServer(server.id)).map((row) => readHostView(row.host_view));
      const plan = await planStaticAddress(host, { ...wish, others });
      devices = { ...plan.devices, ...devices };
      for (const [key, value] of Object.entries(plan.config)) config[key] ??= value;
    } else if (wish.interface !== '' && host !== null) {
      await unlessAway(checkInterface(host, wish), patient);
    }
    const input: CreateInput = {
      image,
      profiles: wish.profiles,
      config,
      devices,
      description: wish.description,
      type: wish.type,
      start: wish.start,
      command: wish.command,
    };
    return deps.submitNew(
      caller,
      {
        project_id,
        owner_user_id: actor.user_id,
        place: async (tx) => {
          // The host was asked since: let go of or no longer the caller's to use, it takes nothing more.
          const now = await tx.servers.get(server.id);
          if (now === undefined || !deps.rights.usesServer(actor, server.id)) throw missing('server_id');
          return [now];
        },
        name: { given: wish.name },
        hostname: wish.name,
        display_name: '',
        description: wish.description,
        type: wish.type,
        plan_id: null,
        os_id: null,
        reserved: reservedBy(config, devices),
        burst_memory_mb: null,
        phonehome_hash: null,
        equip: () => Promise.resolve(input),
        privileged,
      },
      options,
    );
  };

  async function imageOf(
    actor: Actor,
    server: ServerRow,
    host: Host | null,
    wish: AddWish,
    patient: boolean,
  ): Promise<ImageSource> {
    if (wish.image_server === '') {
      if (host !== null && (await unlessAway(host.findImage(wish.image), patient)) === null) {
        throw new AppError('not_found', `instance_image: ${server.name} has no image ${wish.image}`, {
          faults: [
            { detail: `instance_image ${wish.image} is not on ${server.name}`, pointer: '/instance_image' },
          ],
        });
      }
      return { kind: 'host', alias: wish.image };
    }
    if (deps.isOwnImageServer(wish.image_server)) {
      const architecture = deps.fleet.facts(server).kernel_architecture ?? '';
      return deps.ownImage({ image: wish.image, type: wish.type, architecture });
    }
    imageServerUrl(wish.image_server);
    // A tenant's URL would be fetched by the host, from inside its network: only known ones are.
    const known = deps.image_servers.some((one) => sameUrl(one, wish.image_server));
    if (!known && !deps.rights.ownsServer(actor, server.id)) {
      throw new AppError('forbidden', 'image_server_host is not one of the configured image servers');
    }
    return { kind: 'simplestreams', server: wish.image_server, alias: wish.image };
  }

  async function vendorData(actor: Actor): Promise<Record<string, string>> {
    const keys = await db.read.sshKeys.ofUser(actor.user_id);
    if (keys.length === 0) return {};
    return { 'cloud-init.vendor-data': cloudConfig({ ssh_authorized_keys: keyLines(keys) }) };
  }
}

/** Limits as the host wants them: a plain number of memory is MiB (the panel sends text). */
export function limitsOf(wish: { memory: string; cpu: string }): Record<string, string> {
  const config: Record<string, string> = {};
  if (wish.memory !== '') config['limits.memory'] = memoryText(wish.memory);
  if (wish.cpu !== '') config['limits.cpu'] = cpuText(wish.cpu);
  return config;
}

/** `limits.memory` from a number of MiB, a size with its unit, or a share of the host's memory. */
export function memoryText(text: string): string {
  const plain = text.trim();
  if (/^[1-9][0-9]{0,9}$/.test(plain)) return `${plain}MiB`;
  if (/^[1-9][0-9]{0,9}\s?([kMGT]i?B|%)$/.test(plain)) return plain.replace(/\s/, '');
  throw invalid('instance_memory', 'must be a number of MiB, or a size such as 512MiB or 1GB');
}

/** `limits.cpu` from a number of CPUs or a set of them. */
export function cpuText(text: string): string {
  const plain = text.trim();
  if (/^[1-9][0-9]{0,3}$/.test(plain)) return plain;
  if (
    /^[0-9]{1,4}(-[0-9]{1,4})?(,[0-9]{1,4}(-[0-9]{1,4})?)*$/.test(plain) &&
    /[-,]/.test(plain) &&
    cpuCount(plain) !== null
  )
    return plain;
  throw invalid('instance_cpu', 'must be a number of CPUs, or a set such as 0-3');
}

/** An answer of the host; undefined from one that has just gone away, when the work shall wait for it anyway. */
async function unlessAway<T>(answer: Promise<T>, patient: boolean): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (patient && isAppError(error) && error.code === 'host_unreachable') return undefined;
    throw error;
  }
}

async function checkInterface(host: Host, wish: AddWish): Promise<void> {
  const nics = profileNics(await host.profiles(), wish.profiles);
  if (!(wish.interface in nics)) {
    throw invalid(
      'instance_interface',
      `must be a NIC of the profiles (${Object.keys(nics).join(', ') || 'they have none'})`,
    );
  }
}
