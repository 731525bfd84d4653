// Users, instances, nodes and images with the key names that dashboards read; memory and CPUs are numbers.
import type { Core, Machine, ServerRow } from '../../core/core.js';
import { type UserRow, userIdOf } from '../../core/roster.js';

/** One user. */
export function user(row: UserRow) {
  return {
    userId: userIdOf(row),
    username: row.login,
    email: row.email,
    admin: row.is_admin === 1,
    accessTo: [],
  };
}

const STATUS: Readonly<Record<ServerRow['status'], string>> = {
  online: 'Online',
  offline: 'Offline',
  untrusted: 'Offline',
  unconfigured: 'Unconfigured',
};

/** One node. */
export function node(row: ServerRow) {
  return {
    id: row.uuid,
    name: row.name,
    tags: row.tags,
    ram: row.ram,
    disk: row.disk,
    processor: row.processor,
    address: row.address,
    port: String(row.port),
    status: STATUS[row.status],
  };
}

/** One instance; `owners` knows the ids of users by number. */
export function instance(machine: Machine, owners: ReadonlyMap<number, string>) {
  const { row, server, os, ports, env } = machine;
  const primary = ports.find(({ is_primary }) => is_primary === 1);
  return {
    Name: row.display_name !== '' ? row.display_name : row.hostname,
    Id: row.uuid,
    Node: server === undefined ? null : node(server),
    User: owners.get(row.owner_user_id ?? 0) ?? '',
    InternalState: stateOf(row.state),
    ContainerId: row.lxd_name,
    VolumeId: row.uuid,
    Memory: row.memory_mb ?? 0,
    Cpu: row.vcpus ?? 0,
    Ports: portsText(ports),
    Primary: primary === undefined ? '' : String(primary.host_port),
    Image: os?.slug ?? row.image_alias,
    Env: Object.entries(env).map(([key, value]) => `${key}=${value}`),
    suspended: row.suspended_at !== null,
  };
}

/** Instances with their nodes and owners, in the order of the rows. */
export async function instances(
  core: Core,
  rows: Parameters<Core['machines']['describe']>[0],
  users: readonly UserRow[],
) {
  const owners = new Map(users.map((row) => [row.id, userIdOf(row)]));
  return (await core.machines.describe(rows)).map((machine) => instance(machine, owners));
}

function stateOf(state: Machine['row']['state']): string {
  if (state === 'failed') return 'FAILED';
  return state === 'queued' || state === 'provisioning' || state === 'reinstalling' ? 'INSTALLING' : 'READY';
}

/** `containerPort:hostPort`, with the protocol where it is but one of the two. */
function portsText(ports: Machine['ports']): string {
  const pairs = new Map<string, string[]>();
  for (const { guest_port, host_port, protocol } of ports) {
    const pair = `${guest_port}:${host_port}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), protocol]);
  }
  return [...pairs]
    .map(([pair, protocols]) => (protocols.length > 1 ? pair : `${pair}/${protocols[0] ?? ''}`))
    .join(',');
}
