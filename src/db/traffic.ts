// Traffic of instances: totals per device, figures per hour.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Connection } from './connection.js';
import { query } from './query.js';
import type { TrafficCountersTable, TrafficSamplesTable } from './traffic-tables.js';

export type TrafficCounterRow = Selectable<TrafficCountersTable>;
export type TrafficSampleRow = Selectable<TrafficSamplesTable>;

/** Bytes in and out of an instance. */
export interface TrafficSum {
  rx: number;
  tx: number;
}

/** How many numbers one statement takes. */
const CHUNK = 500;

const counters = query<{ instance_id: number }>()((k, p) =>
  k.selectFrom('traffic_counters').selectAll().where('instance_id', '=', p.instance_id).orderBy('nic'),
);
const hours = query<{ instance_id: number; from: number; until: number }>()((k, p) =>
  k
    .selectFrom('traffic_samples')
    .selectAll()
    .where('instance_id', '=', p.instance_id)
    .where('hour_at', '>=', p.from)
    .where('hour_at', '<', p.until)
    .orderBy('hour_at'),
);

export const trafficQueries = { counters, hours };

export function trafficRepository(connection: Connection) {
  return {
    counters: (instance_id: number): Promise<TrafficCounterRow[]> =>
      counters.all(connection, { instance_id }),
    /** Hours that begin in `[from, until)`, oldest first; those without traffic have no row. */
    hours: (instance_id: number, from: number, until: number): Promise<TrafficSampleRow[]> =>
      hours.all(connection, { instance_id, from, until }),
    /** Sums over all devices; instances that were never read are left out. */
    totals: async (instance_ids: readonly number[]): Promise<Map<number, TrafficSum>> => {
      const sums = new Map<number, TrafficSum>();
      for (let start = 0; start < instance_ids.length; start += CHUNK) {
        const ids = instance_ids.slice(start, start + CHUNK);
        const rows = await connection.kysely
          .selectFrom('traffic_counters')
          .select((s) => [
            'instance_id',
            s.fn.sum<number>('rx_total').as('rx'),
            s.fn.sum<number>('tx_total').as('tx'),
          ])
          .where('instance_id', 'in', ids)
          .groupBy('instance_id')
          .execute();
        for (const { instance_id, rx, tx } of rows) sums.set(instance_id, { rx, tx });
      }
      return sums;
    },
    setCounter: async (row: Insertable<TrafficCountersTable>): Promise<void> => {
      await connection.kysely
        .insertInto('traffic_counters')
        .values(row)
        .onConflict((conflict) => conflict.columns(['instance_id', 'nic']).doUpdateSet(row))
        .execute();
    },
    addHour: async (row: Insertable<TrafficSamplesTable>): Promise<void> => {
      await connection.kysely
        .insertInto('traffic_samples')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['instance_id', 'hour_at']).doUpdateSet({
            rx: sql<number>`traffic_samples.rx + excluded.rx`,
            tx: sql<number>`traffic_samples.tx + excluded.tx`,
          }),
        )
        .execute();
    },
    /** Deletes at most 500 hours that began before; returns how many went. */
    prune: async (before: number): Promise<number> => {
      const old = await connection.kysely
        .selectFrom('traffic_samples')
        .select(['instance_id', 'hour_at'])
        .where('hour_at', '<', before)
        .limit(500)
        .execute();
      for (const { instance_id, hour_at } of old) {
        await connection.kysely
          .deleteFrom('traffic_samples')
          .where('instance_id', '=', instance_id)
          .where('hour_at', '=', hour_at)
          .execute();
      }
      return old.length;
    },
  };
}
