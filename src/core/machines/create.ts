// Making a machine: what was asked for becomes limits, devices and words to its guest, all given out in one transaction.
import { randomBytes } from 'node:crypto';
import type { InstanceRow } from '../../db/instances.js';
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import type { ServerRow } from '../../db/servers.js';
import { AppError, invalid, missing } from '../../errors.js';
import { randomName } from '../../ids.js';
import type { CreateInput } from '../../operations/kinds/instance.create.js';
import type { Devices } from '../../providers/provider.js';
import { type Actor, type Caller, actorOf } from '../access.js';
import type { Hosts } from '../hosts.js';
import { type PortWish, reservePorts, takeInstancePrefix } from '../network/allocate.js';
import { prefixTexts, proxyDevices, routedNic } from '../network/devices.js';
import type { IpamSettings } from '../network/network.js';
import type { Accepted, LongOptions } from '../operations.js';
import type { Rights } from '../rights.js';
import { abilityOf, includes, readRoles } from '../roles.js';
import type { Secrets } from '../secrets.js';
import { checkTenantConfig } from '../tenant-config.js';
import { checkHostname } from './hostname.js';
import { type NewInstance, writableProject } from './new-instance.js';
import { newHomeToken } from './phone-home.js';
import { type MachinePlace, PROFILE, placementOf } from './placement.js';
import { newRootPassword, sealPassword } from './root-password.js';
import { type MachineSize, mebibytes, sizeConfig, sizeOf } from './size.js';
import { type MachineImage, type SourceDeps, sourceOf } from './source.js';
import { networkConfig, type PhoneHome, vendorData } from './vendor-data.js';

/** A machine as it is asked for. */
export interface MachineWish {
  project_id: number;
  /** Another user than the caller only for administrators. */
  owner_user_id?: number;
  place: MachinePlace;
  size: MachineSize;
  image: MachineImage;
  hostname: string;
  /** Need not be unique. */
  display_name?: string;
  /** `prefix`: a /64 of its own, routed; `profile`: the NICs of the default profile. */
  network: 'prefix' | 'profile';
  ports?: readonly PortWish[];
  /** Added to what its operating system brings. */
  env?: Readonly<Record<string, string>>;
  root_password?: boolean;
}

export type MachineCreate = (
  caller: Caller,
  wish: MachineWish,
  options: LongOptions,
) => Promise<Accepted & { instance_id: number }>;

export interface CreateDeps extends SourceDeps {
  db: Db;
  clock: () => number;
  hosts: Hosts;
  rights: Rights;
  secrets: Secrets;
  submitNew: NewInstance;
  /** Where a guest calls with this token, by the family of addresses it has; null: nowhere. */
  phoneHome: (token: string, family: 4 | 6) => Promise<PhoneHome | null>;
  /** How long a prefix rests, what blocks servers get, and which ports are given out. */
  ipam: IpamSettings;
}

const LONGEST_DISPLAY_NAME = 255;

/** Makes the call. */
export function createMachine(deps: CreateDeps): MachineCreate {
  return async (caller, wish, options) => {
    const actor = actorOf(caller);
    checkHostname('hostname', wish.hostname);
    const display_name = wish.display_name ?? '';
    if (display_name.length > LONGEST_DISPLAY_NAME) {
      throw invalid('display_name', `must have at most ${LONGEST_DISPLAY_NAME} characters`);
    }
    await writableProject(deps.db.read, deps.rights, actor, wish.project_id);
    const owner_user_id = await ownerOf(deps.db, actor, wish.owner_user_id);
    const source = await sourceOf(deps, actor, wish.image);
    const size = await sizeOf(deps.db.read, wish.size);
    const env = { ...source.env, ...wish.env };
    const variables = environment(env);
    const ports = wish.ports ?? [];
    proxyDevices(ports, source.type);
    const placement = await placementOf(deps, caller, { place: wish.place, source });
    await size.checkAt(placement.location);
    const password = wish.root_password === true ? newRootPassword() : null;
    const home = newHomeToken();
    const config = {
      ...variables,
      ...sizeConfig(size),
      'cloud-init.vendor-data': vendorData({
        hostname: wish.hostname,
        ssh_keys: await deps.db.read.machines.sshKeys(
          await loginsOf(deps.db, wish.project_id, owner_user_id),
          wish.project_id,
        ),
        password_hash: password?.hash ?? null,
        phone_home: await deps.phoneHome(home.token, wish.network === 'prefix' ? 6 : 4),
      }),
    };

    const equip = async (tx: Repositories, row: InstanceRow, server: ServerRow): Promise<CreateInput> => {
      const { image, root } = placement.prepared(server);
      const nic = wish.network === 'prefix' ? await ownPrefix(tx, deps, row) : { devices: {}, config: {} };
      const reserved = await reservePorts(tx, {
        instance_id: row.id,
        server_id: server.id,
        ports,
        range: deps.ipam.ports,
      });
      for (const [key, value] of Object.entries(env)) await tx.machines.addEnv(row.id, key, value);
      if ('alias' in wish.image) await tx.instances.update(row.id, { image_alias: wish.image.alias });
      if (password !== null) {
        const root_password_enc = sealPassword(deps.secrets, row.id, password.text);
        await tx.instances.update(row.id, { root_password_enc });
      }
      const disk: Record<string, string> = size.disk_mb === null ? {} : { size: mebibytes(size.disk_mb) };
      const moved = server.storage_pool !== '' || size.disk_mb !== null;
      return {
        image,
        profiles: [PROFILE],
        config: { ...config, ...nic.config },
        devices: {
          ...(moved ? { [root.name]: { ...root.device, ...disk } } : {}),
          ...nic.devices,
          ...proxyDevices(reserved, source.type),
        },
        description: display_name === '' ? wish.hostname : display_name,
        type: source.type,
        start: true,
        command: '',
      };
    };

    return deps.submitNew(
      caller,
      {
        project_id: wish.project_id,
        owner_user_id,
        place: (tx) => placement.servers(tx),
        name: { make: () => `g${randomName(10)}` },
        hostname: wish.hostname,
        display_name,
        description: display_name === '' ? wish.hostname : display_name,
        type: source.type,
        plan_id: size.plan_id,
        os_id: source.os?.id ?? null,
        reserved: { vcpus: size.vcpus, memory_mb: size.memory_mb, disk_mb: size.disk_mb },
        addresses: wish.network === 'prefix' ? 1 : 0,
        burst_memory_mb: size.burst_memory_mb,
        phonehome_hash: home.hash,
        equip,
        privileged: [],
      },
      options,
    );
  };
}

/** A /64 of its own: given out, and what host and guest must know of it. */
async function ownPrefix(
  tx: Repositories,
  { clock, ipam }: CreateDeps,
  row: InstanceRow,
): Promise<{ devices: Devices; config: Record<string, string> }> {
  const { id: instance_id, server_id, project_id } = row;
  const { prefix } = await takeInstancePrefix(tx, {
    instance_id,
    server_id,
    project_id,
    now: clock(),
    quarantine_ms: ipam.quarantine_ms,
    host_length: ipam.host_length,
  });
  const devices = routedNic(prefix);
  if (row.type === 'container') return { devices, config: {} };
  // Nothing reaches into a virtual machine but cloud-init, which finds the card by its address.
  const mac = `00:16:3e:${randomBytes(3)
    .toString('hex')
    .replace(/..(?=.)/g, '$&:')}`;
  const { gateway, address } = prefixTexts(prefix);
  return {
    devices: { ...devices, eth0: { ...devices['eth0'], hwaddr: mac } },
    config: { 'cloud-init.network-config': networkConfig({ mac, address, gateway }) },
  };
}

/** Whose the machine is. */
async function ownerOf(db: Db, actor: Actor, wanted: number | undefined): Promise<number> {
  if (wanted === undefined || wanted === actor.user_id) return actor.user_id;
  if (!actor.is_admin) throw new AppError('forbidden', 'owner_user_id may only be set by an administrator');
  if ((await db.read.users.get(wanted)) === undefined) throw missing('owner_user_id');
  return wanted;
}

/** Users whose keys open the machine: its owner, and who may write in its project. */
async function loginsOf(db: Db, project_id: number, owner: number): Promise<number[]> {
  const members = await db.read.memberships.ofProject(project_id);
  const writers = members.filter(({ roles }) => {
    const held = abilityOf(readRoles(roles));
    return held !== null && includes(held, 'write');
  });
  return [...new Set([owner, ...writers.map(({ user_id }) => user_id)])];
}

/** Variables as keys of the configuration, under the rules for tenants whoever asks (SEC-24). */
function environment(env: Readonly<Record<string, string>>): Record<string, string> {
  const config = Object.fromEntries(Object.entries(env).map(([key, value]) => [`environment.${key}`, value]));
  checkTenantConfig({ config, present: { config: {}, devices: {} }, admin: false });
  return config;
}
