// The only writer of what a host says about an instance: rows and events.
import type { InstanceRow } from '../db/instances.js';
import type { Db } from '../db/open.js';
import type { Repositories } from '../db/repositories.js';
import type { ServerRow } from '../db/servers.js';
import { isAppError } from '../errors.js';
import { append } from '../events/log.js';
import { uuid } from '../ids.js';
import { releaseInstance } from '../operations/release.js';
import { withQueued } from '../operations/reserve.js';
import type { Host, HostInstance, HostPower, InstanceRef } from '../providers/provider.js';
import { hostView } from './host-view.js';
import { reclaimInstance } from './network/reclaim.js';
import { guaranteed, reservedBy } from './quotas.js';

export interface Observer {
  /** Reads one instance anew and writes what changed; resolves when a read begun after this call is in the rows. */
  refresh(server_id: number, ref: InstanceRef): Promise<void>;
  /** Reads all instances of a host: adopts new ones, notes changes, buries what is gone. */
  sweep(server_id: number): Promise<void>;
}

export interface ObserverDeps {
  db: Db;
  clock: () => number;
  host: (server_id: number) => Host | null;
  onError: (error: unknown, what: string) => void;
  /** A suspended instance was seen running; asked outside of any transaction. */
  onSuspendedRunning?: (instance_id: number) => void;
  /** How long a host that has just come (back) may take to start what it found stopped; 10 s unless given. */
  settle_ms?: number;
}

/** LXD 5.0.2 takes a moment or two. */
const SETTLE_MS = 10_000;

interface Reading {
  current: Promise<void>;
  next: Promise<void> | null;
}

/** How many instances of a sweep one transaction takes. */
const CHUNK = 50;

type Change = 'started' | 'stopped' | 'frozen' | 'unfrozen' | 'error';

const POWER: ReadonlySet<string> = new Set<Change>(['started', 'stopped', 'frozen', 'unfrozen', 'error']);

/** Makes the observer. */
export function createObserver(deps: ObserverDeps): Observer {
  const { db, clock } = deps;
  const readings = new Map<string, Reading>();
  let reads = 0;
  /** Number of the latest read written per instance: an older one that arrives late is dropped. */
  const written = new Map<string, number>();

  /** Until when (monotonic) a server counts as just come. */
  const settling = new Map<number, number>();

  const keyOf = (server_id: number, ref: InstanceRef): string => `${server_id}/${ref.project}/${ref.name}`;

  const readOne = async (server_id: number, ref: InstanceRef): Promise<void> => {
    const host = deps.host(server_id);
    if (host === null) return;
    const number = (reads += 1);
    const seen = await host.instance(ref);
    await db.tx(async (tx) => {
      const server = await tx.servers.get(server_id);
      if (server === undefined) return;
      if (!newest(keyOf(server_id, ref), number)) return;
      if (seen !== null && !newestOf(server_id, seen, number)) return;
      if (seen === null) {
        const row = await tx.instances.byName(server_id, ref.project, ref.name);
        if (row !== undefined) await bury(tx, row);
      } else {
        await write(tx, server, seen);
      }
    });
  };

  const newest = (key: string, number: number): boolean => {
    if ((written.get(key) ?? 0) > number) return false;
    written.set(key, number);
    return true;
  };

  /** The same for an instance under whatever name: what was read before a rename may arrive after it. */
  const newestOf = (server_id: number, seen: HostInstance, number: number): boolean =>
    seen.uuid === '' || newest(`${server_id}/uuid/${seen.uuid}`, number);

  const write = async (tx: Repositories, server: ServerRow, seen: HostInstance): Promise<void> => {
    const row = await find(tx, server, seen);
    if (row === null) return adopt(tx, server, seen);
    await note(tx, row, seen);
  };

  /** The row of an instance: by name, else by what survives a rename or our own forgetting. */
  const find = async (
    tx: Repositories,
    server: ServerRow,
    seen: HostInstance,
  ): Promise<InstanceRow | null> => {
    const named = await tx.instances.byName(server.id, seen.project, seen.name);
    if (named !== undefined) return named;
    if (seen.gantry_uuid !== '') {
      const ours = await tx.instances.byUuid(seen.gantry_uuid);
      if (ours?.server_id === server.id && ours.state !== 'failed' && !isCopy(ours, seen)) return ours;
    }
    if (seen.uuid === '') return null;
    const rows = await tx.instances.onServer(server.id);
    return rows.find((row) => row.lxd_uuid === seen.uuid) ?? null;
  };

  const note = async (tx: Repositories, row: InstanceRow, seen: HostInstance): Promise<void> => {
    const now = clock();
    const view = hostView(seen);
    const text = JSON.stringify(view);
    if (row.suspended_at !== null && (seen.power === 'running' || seen.power === 'frozen')) {
      deps.onSuspendedRunning?.(row.id);
    }
    // While the host is in the middle of something its word is not the state it will be in.
    const passing = seen.busy || startsSoon(row, seen) || (await passesThrough(tx, row, seen.power));
    const power = passing ? row.power_state : seen.power;
    const known = row.host_view !== '{}';
    const renamed = row.lxd_name !== seen.name || row.lxd_project !== seen.project;
    const back = row.deleted_at !== null;
    const changed =
      text !== row.host_view ||
      power !== row.power_state ||
      renamed ||
      back ||
      row.lxd_uuid !== seen.uuid ||
      row.lxd_location !== seen.location;
    if (!changed) return;
    const shown = guaranteed(row, reservedBy(view.limits, seen.expanded_devices));
    await tx.instances.update(row.id, {
      host_view: text,
      power_state: power,
      power_state_at: power === row.power_state ? row.power_state_at : now,
      lxd_name: seen.name,
      lxd_project: seen.project,
      lxd_uuid: seen.uuid,
      lxd_location: seen.location,
      type: seen.type,
      description: seen.description,
      // A change that is queued keeps what it was granted.
      burst_memory_mb: shown.burst_memory_mb,
      ...(await withQueued(tx, row.id, shown)),
      updated_at: now,
      ...(back ? { deleted_at: null, state: 'ready' as const } : {}),
    });
    if (back) await reclaimInstance(tx, row, seen.expanded_devices, now);
    const tell = teller(tx, row, seen.name, now);
    if (back) await tell('adopted', { instance_type: seen.type });
    if (renamed && !back) await tell('renamed', { instance_old_name: row.lxd_name });
    const power_change = known && !back ? powerChange(row.power_state, power) : null;
    if (power_change !== null) await tell(power_change, {});
    else if (!known && power === 'running' && row.state !== 'ready') await tell('started', {});
    // While it is being made, each look shows a little more: that is no change anyone made.
    if (known && row.state === 'ready' && text !== row.host_view) await tell('updated', {});
  };

  /** What a host that died will start by itself was never stopped: it is looked at again when that time is over. */
  const startsSoon = (row: InstanceRow, seen: HostInstance): boolean => {
    const left = (settling.get(row.server_id) ?? 0) - performance.now();
    if (!seen.will_start || left <= 0) return false;
    const { server_id } = row;
    const again = setTimeout(() => {
      refresh(server_id, seen).catch((error: unknown) => {
        // A host that is away by then is swept when it is back.
        if (!isAppError(error)) deps.onError(error, `reading ${seen.name} on server ${server_id}`);
      });
    }, left + 50);
    again.unref();
    return true;
  };

  /** An event for an instance, told in the name of the operation that is at work on it, if one is. */
  const teller =
    (tx: Repositories, row: InstanceRow, instance_name: string, now: number) =>
    async (what: Change | 'adopted' | 'renamed' | 'updated' | 'deleted', more: object): Promise<void> => {
      const open = await tx.operations.openOfInstance(row.id);
      const work = open.find(({ step, kind }) => step !== '' && (!POWER.has(what) || movesPower(kind)));
      await append(tx, {
        type: `instance.${what}`,
        via: work?.via ?? 'lxd',
        at: now,
        request_id: work?.request_id ?? '',
        operation_id: work?.id ?? null,
        user_id: work?.user_id ?? null,
        server_id: row.server_id,
        project_id: row.project_id,
        instance_id: row.id,
        data: { instance_name, ...more },
      });
    };

  const adopt = async (tx: Repositories, server: ServerRow, seen: HostInstance): Promise<void> => {
    // Two rows may be one daemon: what is found there belongs to the row that came first.
    const twins = (await tx.servers.live()).filter(
      (other) => other.daemon_fingerprint !== '' && other.daemon_fingerprint === server.daemon_fingerprint,
    );
    if (twins.some((other) => other.id < server.id)) return;
    const owner = server.added_by;
    const project_id = owner === null ? undefined : await tx.projects.personalOf(owner);
    if (project_id === undefined) return;
    const now = clock();
    const view = hostView(seen);
    const id = await tx.instances.insert({
      uuid: uuid(),
      project_id,
      owner_user_id: null,
      server_id: server.id,
      lxd_project: seen.project,
      lxd_name: seen.name,
      lxd_uuid: seen.uuid,
      lxd_location: seen.location,
      type: seen.type,
      hostname: seen.name,
      display_name: '',
      description: seen.description,
      ...reservedBy(view.limits, seen.expanded_devices),
      burst_memory_mb: null,
      state: 'ready',
      power_state: seen.power,
      power_state_at: now,
      locked: 0,
      suspended_at: null,
      resume_on_unsuspend: 0,
      host_view: JSON.stringify(view),
      userdata: '',
      customdata: null,
      tags: '[]',
      created_by: null,
      created_at: seen.created_at,
      updated_at: now,
      deleted_at: null,
    });
    const row = await tx.instances.get(id);
    if (row) await teller(tx, row, seen.name, now)('adopted', { instance_type: seen.type });
  };

  const bury = async (tx: Repositories, row: InstanceRow): Promise<void> => {
    // Not there yet: its operation is on its way to make it, also when its deletion waits behind that already.
    if (row.state === 'queued' || row.state === 'provisioning') return;
    if (row.lxd_uuid === '' && (await atWork(tx, row, 'instance.create'))) return;
    // Its new name has not been read yet.
    if (await atWork(tx, row, 'instance.rename')) return;
    const now = clock();
    await tx.instances.update(row.id, { state: 'deleted', deleted_at: now, updated_at: now });
    await releaseInstance(tx, { instance_id: row.id, now });
    await teller(tx, row, row.lxd_name, now)('deleted', {});
  };

  const refresh = (server_id: number, ref: InstanceRef): Promise<void> => {
    const key = keyOf(server_id, ref);
    const reading = readings.get(key);
    if (reading === undefined) {
      const current = readOne(server_id, ref).finally(() => {
        if (readings.get(key)?.current === current) readings.delete(key);
      });
      readings.set(key, { current, next: null });
      return current;
    }
    // The read in flight may have begun before what the caller wants to see: one more follows it.
    reading.next ??= reading.current
      .catch(() => undefined)
      .then(() => {
        const current = readOne(server_id, ref).finally(() => {
          if (readings.get(key)?.current === current) readings.delete(key);
        });
        readings.set(key, { current, next: null });
        return current;
      });
    return reading.next;
  };

  return {
    refresh,
    sweep: async (server_id) => {
      const host = deps.host(server_id);
      if (host === null) return;
      settling.set(server_id, performance.now() + (deps.settle_ms ?? SETTLE_MS));
      const number = (reads += 1);
      const listed = await host.instances();
      for (let start = 0; start < listed.length; start += CHUNK) {
        await db.tx(async (tx) => {
          const server = await tx.servers.get(server_id);
          if (server === undefined) return;
          for (const seen of listed.slice(start, start + CHUNK)) {
            if (newest(keyOf(server_id, seen), number) && newestOf(server_id, seen, number)) {
              await write(tx, server, seen);
            }
          }
        });
      }
      const there = new Set(listed.map((seen) => keyOf(server_id, seen)));
      await db.tx(async (tx) => {
        for (const row of await tx.instances.onServer(server_id)) {
          const key = keyOf(server_id, { project: row.lxd_project, name: row.lxd_name });
          if (!there.has(key) && newest(key, number)) await bury(tx, row);
        }
      });
      for (const [key, last] of written) if (last < number) written.delete(key);
    },
  };
}

/** A copy made on the host carries our key along; the host tells the two apart. */
function isCopy(row: InstanceRow, seen: HostInstance): boolean {
  return row.deleted_at === null && row.lxd_uuid !== '' && seen.uuid !== '' && row.lxd_uuid !== seen.uuid;
}

const POWERLESS: ReadonlySet<string> = new Set([
  'instance.update',
  'instance.rename',
  'snapshot.delete',
  'volume.attach',
  'volume.detach',
]);

/** Whether an operation can be what started or stopped an instance. */
function movesPower(kind: string): boolean {
  return !POWERLESS.has(kind);
}

/** Work that shows a state for a moment which nobody asked for: LXD 5.0.2 stops to restart and to restore, and freezes to copy. */
async function passesThrough(tx: Repositories, row: InstanceRow, power: HostPower): Promise<boolean> {
  if (power === 'stopped' && row.power_state !== 'stopped') {
    return atWork(tx, row, 'instance.restart', 'snapshot.restore');
  }
  return power === 'frozen' && row.power_state === 'running' && atWork(tx, row, 'snapshot.add');
}

/** Whether an operation of one of these kinds has begun on an instance; a creation counts from the start. */
async function atWork(tx: Repositories, row: InstanceRow, ...kinds: string[]): Promise<boolean> {
  const open = await tx.operations.openOfInstance(row.id);
  return open.some(({ kind, step }) => kinds.includes(kind) && (step !== '' || kind === 'instance.create'));
}

function powerChange(from: InstanceRow['power_state'], to: InstanceRow['power_state']): Change | null {
  if (from === to || to === 'unknown') return null;
  if (to === 'running') return from === 'frozen' ? 'unfrozen' : 'started';
  return to;
}
