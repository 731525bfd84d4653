// Traffic of instances: read from their hosts now and then, and right before what sets the counters to zero.
import type { Db } from '../../db/open.js';
import type { InstanceRow } from '../../db/instances.js';
import type { Repositories } from '../../db/repositories.js';
import type { TrafficSum } from '../../db/traffic.js';
import { invalid, isAppError } from '../../errors.js';
import { append } from '../../events/log.js';
import type { NicCounters } from '../../providers/parts/traffic.js';
import { pause } from '../../operations/pause.js';
import type { Host, InstanceRef } from '../../providers/provider.js';
import type { Hosts } from '../hosts.js';
import { count, crossings, type Limits } from './count.js';
import { measuring } from './measuring.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const LONGEST_MS = 400 * 24 * HOUR_MS;

/** Bytes of one hour. */
export interface TrafficHour extends TrafficSum {
  hour_at: number;
}

/** What an instance carried, in all and in the hours of a span; times in ms. */
export interface TrafficReport {
  row: InstanceRow;
  from: number;
  until: number;
  total: TrafficSum;
  hours: TrafficHour[];
  /** Of its plan; zeros without one. */
  limits: Limits;
  /** When it was read last; null for never. */
  sampled_at: number | null;
}

export interface Traffic {
  /** Bytes since each instance was made, with the last reading; zeros for those never read. */
  totals(instance_ids: readonly number[]): Promise<Map<number, TrafficSum>>;
  /** Hours that began in `[from, until)`, oldest first; those without traffic are left out. */
  hours(instance_id: number, from: number, until: number): Promise<TrafficHour[]>;
  /** Totals and hours; the last seven days unless told otherwise. Throws `invalid_params` for a span that is none. */
  report(
    row: InstanceRow,
    span: { from?: number | undefined; until?: number | undefined },
  ): Promise<TrafficReport>;
  /** Reads an instance's counters now; a host that is away leaves them as they are. */
  sample(instance_id: number): Promise<void>;
  /** A host that is read before it stops, restarts, restores or removes an instance. */
  measured(server_id: number, host: Host | null): Host | null;
  /** Deletes hours that are too old. */
  prune(): Promise<void>;
  /** Begins to read all that runs, every `sample_seconds`. */
  start(): void;
  /** Resolves when the last reading is over; a host that does not answer is not waited for. */
  stop(): Promise<void>;
}

export interface TrafficDeps {
  db: Db;
  clock: () => number;
  hosts: Pick<Hosts, 'online'>;
  settings: { sample_seconds: number; retention: number };
  onError: (error: unknown, what: string) => void;
}

/** How long a stop of ours waits for what hosts were just asked. */
const STOP_MS = 2_000;
/** How many instances of a host are read at once: each costs it some 20 ms. */
const AT_ONCE = 4;

/** Makes the service; nothing is read before `start`. */
export function createTraffic(deps: TrafficDeps): Traffic {
  const { db, clock, hosts } = deps;
  /** The last reading of an instance that is under way: an older one written after a newer would count twice. */
  const reading = new Map<number, Promise<void>>();
  const wrapped = new WeakMap<Host, Host>();
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> = Promise.resolve();
  let stopped = false;

  const read = (host: Host, row: InstanceRow): Promise<void> => {
    const before = reading.get(row.id) ?? Promise.resolve();
    const mine = before
      .catch(() => undefined)
      .then(async () => {
        const found = await host.counters({ project: row.lxd_project, name: row.lxd_name });
        if (found !== null && found.length > 0) await db.tx((tx) => add(tx, row.id, found));
      })
      .finally(() => {
        if (reading.get(row.id) === mine) reading.delete(row.id);
      });
    reading.set(row.id, mine);
    return mine;
  };

  const add = async (tx: Repositories, instance_id: number, found: NicCounters[]): Promise<void> => {
    const row = await tx.instances.any(instance_id);
    if (row === undefined) return;
    const now = clock();
    const known = await tx.traffic.counters(instance_id);
    const sum = { rx: 0, tx: 0 };
    for (const nic of found) {
      const counted = count(
        known.find((one) => one.nic === nic.nic),
        nic,
      );
      sum.rx += counted.rx;
      sum.tx += counted.tx;
      await tx.traffic.setCounter({ instance_id, nic: nic.nic, ...counted.after, sampled_at: now });
    }
    if (sum.rx === 0 && sum.tx === 0) return;
    await tx.traffic.addHour({ instance_id, hour_at: now - (now % HOUR_MS), ...sum });
    const before = sumOf(known);
    await tellLimits(tx, row, before, { rx: before.rx + sum.rx, tx: before.tx + sum.tx });
  };

  const tellLimits = async (
    tx: Repositories,
    row: InstanceRow,
    before: TrafficSum,
    after: TrafficSum,
  ): Promise<void> => {
    const plan = row.plan_id === null ? undefined : await tx.plans.get(row.plan_id);
    if (plan === undefined) return;
    for (const { direction, limit, used } of crossings(plan, before, after)) {
      await append(tx, {
        type: 'traffic.limit',
        via: 'system',
        at: clock(),
        server_id: row.server_id,
        project_id: row.project_id,
        instance_id: row.id,
        data: {
          instance_name: row.lxd_name,
          traffic_direction: direction,
          traffic_limit: limit,
          traffic_used: used,
        },
      });
    }
  };

  /** Reads, unless the host does not answer: what it counts is still there when it does. */
  const tryRead = async (host: Host, row: InstanceRow): Promise<void> => {
    try {
      await read(host, row);
    } catch (error) {
      if (!isAppError(error)) deps.onError(error, `reading the traffic of instance ${row.id}`);
    }
  };

  const readServer = async (server_id: number): Promise<void> => {
    const host = hosts.online(server_id);
    if (host === null) return;
    const rows = (await db.read.instances.onServer(server_id)).filter(
      ({ power_state }) => power_state === 'running' || power_state === 'frozen',
    );
    const next = rows.values();
    const one = async (): Promise<void> => {
      for (const row of next) {
        if (stopped || hosts.online(server_id) !== host) return;
        await tryRead(host, row);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  };

  const readAll = async (): Promise<void> => {
    const servers = await db.read.servers.live();
    await Promise.all(servers.map(({ id }) => readServer(id)));
  };

  const turn = (): void => {
    timer = setTimeout(() => {
      round = readAll()
        .catch((error: unknown) => deps.onError(error, 'reading traffic'))
        .then(() => {
          if (!stopped) turn();
        });
    }, deps.settings.sample_seconds * 1000);
    timer.unref();
  };

  const sampleNamed = async (server_id: number, host: Host, ref: InstanceRef): Promise<void> => {
    const row = await db.read.instances.byName(server_id, ref.project, ref.name);
    if (row !== undefined) await tryRead(host, row);
  };

  const hours = async (instance_id: number, from: number, until: number): Promise<TrafficHour[]> => {
    const rows = await db.read.traffic.hours(instance_id, from, until);
    return rows.map(({ hour_at, rx, tx }) => ({ hour_at, rx, tx }));
  };

  return {
    totals: async (instance_ids) => {
      const sums = await db.read.traffic.totals(instance_ids);
      return new Map(instance_ids.map((id) => [id, sums.get(id) ?? { rx: 0, tx: 0 }]));
    },
    hours,
    report: async (row, span) => {
      const until = span.until ?? clock();
      const from = span.from ?? until - WEEK_MS;
      if (from >= until) throw invalid('from', 'must be before until');
      if (until - from > LONGEST_MS) throw invalid('from', 'must be at most 400 days before until');
      const counters = await db.read.traffic.counters(row.id);
      const plan = row.plan_id === null ? undefined : await db.read.plans.get(row.plan_id);
      return {
        row,
        from,
        until,
        total: sumOf(counters),
        hours: await hours(row.id, from - (from % HOUR_MS), until),
        limits: {
          traffic_in_limit: plan?.traffic_in_limit ?? 0,
          traffic_out_limit: plan?.traffic_out_limit ?? 0,
          traffic_total_limit: plan?.traffic_total_limit ?? 0,
        },
        sampled_at: counters.reduce<number | null>((last, one) => Math.max(last ?? 0, one.sampled_at), null),
      };
    },
    sample: async (instance_id) => {
      const row = await db.read.instances.get(instance_id);
      const host = row === undefined ? null : hosts.online(row.server_id);
      if (row !== undefined && host !== null) await tryRead(host, row);
    },
    measured: (server_id, host) => {
      if (host === null) return null;
      let made = wrapped.get(host);
      if (made === undefined) {
        made = measuring(host, (ref) => sampleNamed(server_id, host, ref));
        wrapped.set(host, made);
      }
      return made;
    },
    prune: async () => {
      const before = clock() - deps.settings.retention * 1000;
      while ((await db.tx((tx) => tx.traffic.prune(before))) > 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    start: turn,
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      const over = new AbortController();
      await Promise.race([round, pause(STOP_MS, over.signal)]);
      over.abort();
    },
  };
}

function sumOf(rows: readonly { rx_total: number; tx_total: number }[]): TrafficSum {
  return {
    rx: rows.reduce((sum, row) => sum + row.rx_total, 0),
    tx: rows.reduce((sum, row) => sum + row.tx_total, 0),
  };
}
