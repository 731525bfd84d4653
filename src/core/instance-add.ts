// A new instance: everything is checked before a row is written, and the row before the host is asked.
import { stringify } from 'yaml';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, isAppError, missing } from '../errors.js';
import { uuid } from '../ids.js';
import type { CreateInput } from '../operations/kinds/instance.create.js';
import type { Devices, Host, ImageSource } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { Audit } from './audit.js';
import type { Fleet } from './fleet.js';
import { cpuCount, readHostView } from './host-view.js';
import type { Hosts } from './hosts.js';
import { unreachable } from './instances.js';
import type { Accepted, LongOptions, Operations } from './operations.js';
import { type Quotas, type Reserved, reservedBy } from './quotas.js';
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
  clock: () => number;
  hosts: Hosts;
  fleet: Fleet;
  operations: Operations;
  audit: Audit;
  rights: Rights;
  quotas: Quotas;
  /** Simplestreams servers that tenants may name. */
  image_servers: readonly string[];
}

export type InstanceAdd = (
  caller: Caller,
  wish: AddWish,
  options: LongOptions,
) => Promise<Accepted & { instance_id: number }>;

const NAME = /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Makes the service. */
export function createInstanceAdd(deps: InstanceAddDeps): InstanceAdd {
  const { db, clock } = deps;

  return async (caller, wish, options) => {
    const actor = actorOf(caller);
    const server = await deps.fleet.get(caller, wish.server_id);
    if (!NAME.test(wish.name)) {
      throw invalid(
        'instance_name',
        'must be 1 to 63 letters, digits and hyphens, beginning with a letter and not ending with a hyphen',
      );
    }
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
    const project_id = await projectOf(actor, wish);
    const patient = options.on_unreachable === 'queue';
    const image = await imageOf(actor, server, host, wish, patient);
    if (host === null && !patient) throw unreachable(server);
    if ((await db.read.instances.named(server.id, wish.name)).length > 0) throw nameTaken(wish, server);
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
    const reserved = reservedBy(config, devices);
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
    const made = await deps.audit.change(
      caller,
      async (tx) => {
        await deps.quotas.check(tx, actor, project_id, reserved);
        const instance_id = await insert(tx, actor, wish, server, project_id, reserved);
        const instance = await tx.instances.get(instance_id);
        if (instance === undefined) throw new Error('an instance vanished inside its transaction');
        return deps.operations.submit(tx, caller, {
          kind: 'instance.create',
          server,
          instance,
          input: { ...input },
          options,
        });
      },
      (operation) => ({
        operation_id: operation.id,
        server_id: server.id,
        project_id,
        instance_id: operation.instance_id,
        ...(privileged.length === 0 ? {} : { data: { privileged_keys: privileged } }),
      }),
    );
    return { ...(await deps.operations.accept(made, options)), instance_id: made.instance_id ?? 0 };
  };

  async function projectOf(actor: Actor, wish: AddWish): Promise<number> {
    if (wish.project_id === undefined) return actor.personal_project_id;
    const project = await db.read.projects.get(wish.project_id);
    if (
      project === undefined ||
      project.deleted_at !== null ||
      !deps.rights.inProject(actor, wish.project_id)
    ) {
      throw missing('project_id');
    }
    return wish.project_id;
  }

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
    let url: URL;
    try {
      url = new URL(wish.image_server);
    } catch {
      throw invalid(
        'image_server_host',
        'must be an https URL of a simplestreams server, or empty for the server itself',
      );
    }
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
      throw invalid('image_server_host', 'must be an https URL without a user name');
    }
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
    const document = { ssh_authorized_keys: keys.map((key) => `${key.public_key} ${key.name}`) };
    return { 'cloud-init.vendor-data': `#cloud-config\n${stringify(document, { lineWidth: 0 })}` };
  }

  async function insert(
    tx: Repositories,
    actor: Actor,
    wish: AddWish,
    server: ServerRow,
    project_id: number,
    reserved: Reserved,
  ): Promise<number> {
    if ((await tx.instances.byName(server.id, 'default', wish.name)) !== undefined)
      throw nameTaken(wish, server);
    const now = clock();
    return tx.instances.insert({
      uuid: uuid(),
      project_id,
      owner_user_id: actor.user_id,
      server_id: server.id,
      lxd_project: 'default',
      lxd_name: wish.name,
      lxd_uuid: '',
      lxd_location: '',
      type: wish.type,
      hostname: wish.name,
      display_name: '',
      description: wish.description,
      ...reserved,
      burst_memory_mb: null,
      state: 'queued',
      power_state: 'unknown',
      power_state_at: null,
      locked: 0,
      suspended_at: null,
      resume_on_unsuspend: 0,
      host_view: '{}',
      userdata: '',
      customdata: null,
      tags: '[]',
      created_by: actor.user_id,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    });
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

function nameTaken(wish: AddWish, server: ServerRow): AppError {
  const detail = `instance_name ${wish.name} is in use on ${server.name}`;
  return new AppError('conflict', detail, { faults: [{ detail, pointer: '/instance_name' }] });
}

function sameUrl(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}
