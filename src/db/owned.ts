// Instances as their owners see them: sizes, limits of their plans and traffic in one read, without what hosts say.
import { type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { InstancesTable } from './tables.js';

const COLUMNS = [
  'instances.id',
  'instances.owner_user_id',
  'instances.project_id',
  'instances.server_id',
  'instances.lxd_project',
  'instances.lxd_name',
  'instances.hostname',
  'instances.vcpus',
  'instances.memory_mb',
  'instances.burst_memory_mb',
  'instances.disk_mb',
  'instances.suspended_at',
  'instances.deleted_at',
  'plans.traffic_in_limit',
  'plans.traffic_out_limit',
  'plans.traffic_total_limit',
] as const;

type OwnColumn = (typeof COLUMNS)[number] extends infer C
  ? C extends `instances.${infer N extends keyof InstancesTable}`
    ? N
    : never
  : never;

/** One of them; limits are null without a plan, `rx` and `tx` bytes since it was made. */
export interface OwnedRow extends Pick<Selectable<InstancesTable>, OwnColumn> {
  traffic_in_limit: number | null;
  traffic_out_limit: number | null;
  traffic_total_limit: number | null;
  rx: number;
  tx: number;
}

const carried = (column: 'rx_total' | 'tx_total') =>
  sql<number>`coalesce((select sum(${sql.ref(column)}) from traffic_counters where instance_id = instances.id), 0)`;

const of = query<{ user_id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .leftJoin('plans', 'plans.id', 'instances.plan_id')
    .select([...COLUMNS, carried('rx_total').as('rx'), carried('tx_total').as('tx')])
    .where('instances.owner_user_id', '=', p.user_id)
    .where('instances.deleted_at', 'is', null)
    .orderBy('instances.id'),
);
const get = query<{ id: number }>()((k, p) =>
  k
    .selectFrom('instances')
    .leftJoin('plans', 'plans.id', 'instances.plan_id')
    .select([...COLUMNS, carried('rx_total').as('rx'), carried('tx_total').as('tx')])
    .where('instances.id', '=', p.id),
);

export const ownedQueries = { of, get };

export function ownedRepository(connection: Connection) {
  return {
    /** The live instances of a user, in the order of their numbers. */
    of: (user_id: number): Promise<OwnedRow[]> => of.all(connection, { user_id }),
    /** Also a deleted one. */
    get: (id: number): Promise<OwnedRow | undefined> => get.first(connection, { id }),
  };
}
