// Everything that belongs to instances, read table by table for all of them at once.
import type { InstanceRow } from '../../db/instances.js';
import type { LocationRow } from '../../db/locations.js';
import type { OperatingSystemRow } from '../../db/operating-systems.js';
import type { PlanRow } from '../../db/plans.js';
import type { PortRow } from '../../db/ports.js';
import type { Repositories } from '../../db/repositories.js';
import type { ServerRow } from '../../db/servers.js';
import { addressText, blockText } from '../network/address.js';

/** An instance and what belongs to it. */
export interface Machine {
  row: InstanceRow;
  server: ServerRow | undefined;
  location: LocationRow | undefined;
  plan: PlanRow | undefined;
  os: OperatingSystemRow | undefined;
  /** Texts of RFC 5952: `2001:db8::/64`, `2001:db8::1`, `2001:db8::2/64`. */
  prefix: { prefix: string; gateway: string; address: string } | undefined;
  /** Of root; null where none was set, its key is gone, or whoever asks may not act as root there. */
  password: string | null;
  ports: PortRow[];
  env: Record<string, string>;
}

/** Rows looked up at a time: a query takes so many numbers and no more. */
const CHUNK = 1000;

/** The password of a row, for whoever may see it. */
export type PasswordOf = (row: InstanceRow) => string | null;

/** Describes rows, in their order. */
export async function describeMachines(
  read: Repositories,
  passwordOf: PasswordOf,
  rows: readonly InstanceRow[],
): Promise<Machine[]> {
  const machines: Machine[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    machines.push(...(await describeSome(read, passwordOf, rows.slice(start, start + CHUNK))));
  }
  return machines;
}

async function describeSome(
  read: Repositories,
  passwordOf: PasswordOf,
  rows: readonly InstanceRow[],
): Promise<Machine[]> {
  const ids = rows.map(({ id }) => id);
  const servers = byId(await read.machines.servers(rows.map(({ server_id }) => server_id)));
  const places = [...servers.values()].map(({ location_id }) => location_id);
  const locations = byId(await read.machines.locations(numbers(places)));
  const plans = byId(await read.machines.plans(numbers(rows.map(({ plan_id }) => plan_id))));
  const systems = byId(await read.machines.operatingSystems(numbers(rows.map(({ os_id }) => os_id))));
  const assigned = grouped(await read.prefixes.assigned(ids));
  const ports = grouped(await read.ports.ofInstances(ids));
  const env = grouped(await read.machines.envOf(ids));
  return rows.map((row) => {
    const server = servers.get(row.server_id);
    const [own] = assigned.get(row.id) ?? [];
    return {
      row,
      server,
      location: at(locations, server?.location_id),
      plan: at(plans, row.plan_id),
      os: at(systems, row.os_id),
      prefix: own && {
        prefix: blockText({ network: own.prefix_network, length: own.prefix_length }),
        gateway: own.gateway === null ? '' : addressText(own.gateway),
        address: `${addressText(own.address)}/${own.length}`,
      },
      password: passwordOf(row),
      ports: ports.get(row.id) ?? [],
      env: Object.fromEntries((env.get(row.id) ?? []).map(({ key, value }) => [key, value])),
    };
  });
}

function byId<T extends { id: number }>(rows: readonly T[]): ReadonlyMap<number, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function at<T>(rows: ReadonlyMap<number, T>, id: number | null | undefined): T | undefined {
  return id === null || id === undefined ? undefined : rows.get(id);
}

function numbers(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function grouped<T extends { instance_id: number }>(rows: readonly T[]): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.instance_id);
    if (group === undefined) groups.set(row.instance_id, [row]);
    else group.push(row);
  }
  return groups;
}
