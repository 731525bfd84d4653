// Snapshots of instances: listed as the host keeps them, changed by operations; a restore may not widen what a tenant has.
import type { InstanceRow } from '../db/instances.js';
import { AppError, invalid, isAppError } from '../errors.js';
import type { SnapshotInput } from '../operations/kinds/snapshots.js';
import type { HostSnapshot } from '../providers/provider.js';
import { type Actor, type Caller, actorOf } from './access.js';
import { readHostView } from './host-view.js';
import type { Hosts } from './hosts.js';
import { type InstanceName, type InstanceWork, unreachable } from './instance-work.js';
import type { Accepted, LongOptions } from './operations.js';
import { guaranteed, reservedBy } from './quotas.js';
import { checkTenantConfig } from './tenant-config.js';

export type { HostSnapshot } from '../providers/provider.js';

export interface Snapshots {
  /** Those of one instance, oldest first, and its row. */
  list(caller: Caller, name: InstanceName): Promise<{ instance: InstanceRow; snapshots: HostSnapshot[] }>;
  /** Throws `conflict` when there is one of that name. */
  add(
    caller: Caller,
    name: InstanceName,
    snapshot: string,
    options: LongOptions & { stateful?: boolean },
  ): Promise<Accepted>;
  /** Throws `forbidden` for a snapshot that would bring back what the caller may not set (SEC-24). */
  restore(caller: Caller, name: InstanceName, snapshot: string, options: LongOptions): Promise<Accepted>;
  delete(caller: Caller, name: InstanceName, snapshot: string, options: LongOptions): Promise<Accepted>;
}

/** Waiting for a server makes no sense here; the refusal says so itself. */
const PATIENT: LongOptions = { on_unreachable: 'queue' };
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** Makes the service. */
export function createSnapshots(deps: { hosts: Hosts; work: InstanceWork }): Snapshots {
  const { hosts, work } = deps;

  /** The snapshot as it is now; undefined when that cannot be asked, or when work before it may change it. */
  const present = async (
    row: InstanceRow,
    snapshot: string,
    waiting: boolean,
  ): Promise<HostSnapshot | null | undefined> => {
    const host = hosts.online(row.server_id);
    if (host === null || waiting) return undefined;
    return host.snapshot({ project: row.lxd_project, name: row.lxd_name }, snapshot);
  };

  return {
    list: async (caller, name) => {
      const { row: instance, server } = await work.open(caller, name, PATIENT, 'read');
      const host = hosts.online(server.id);
      if (host === null) throw unreachable(server, 'try again later');
      const ref = { project: instance.lxd_project, name: instance.lxd_name };
      return { instance, snapshots: await host.snapshots(ref) };
    },

    add: async (caller, name, snapshot, options) => {
      checkName(snapshot);
      const { row, server, waiting } = await work.open(caller, name, options);
      if (options.stateful === true && !waiting && row.power_state === 'stopped') {
        throw new AppError('bad_state', `${row.lxd_name} is stopped: only a running one has a state to keep`);
      }
      const found = await present(row, snapshot, waiting);
      if (found !== undefined && found !== null) {
        const detail = `snapshot_name ${snapshot} is a snapshot of ${row.lxd_name} already`;
        throw new AppError('conflict', detail, { faults: [{ detail, pointer: '/snapshot_name' }] });
      }
      const input: SnapshotInput = { snapshot, ...(options.stateful === true ? { stateful: true } : {}) };
      return work.submit(caller, { row, server, kind: 'snapshot.add', input: { ...input } }, options);
    },

    restore: async (caller, name, snapshot, options) => {
      checkName(snapshot);
      const { row, server } = await work.open(caller, name, PATIENT);
      const input: SnapshotInput = { snapshot };
      const request = { row, server, kind: 'snapshot.restore', input: { ...input } };
      const host = hosts.online(server.id);
      // What it would bring back has to be seen before it is allowed.
      if (host === null) throw unreachable(server, 'what a snapshot holds has to be read first');
      const found = await host.snapshot({ project: row.lxd_project, name: row.lxd_name }, snapshot);
      if (found === null) throw notThere(row, snapshot);
      const privileged = checkRestore(actorOf(caller), row, found);
      const reserve = guaranteed(row, reservedBy(found.expanded_config, found.expanded_devices));
      return work.submit(caller, request, options, { privileged, reserve });
    },

    delete: async (caller, name, snapshot, options) => {
      checkName(snapshot);
      const { row, server, waiting } = await work.open(caller, name, options);
      if ((await present(row, snapshot, waiting)) === null) throw notThere(row, snapshot);
      const input: SnapshotInput = { snapshot };
      return work.submit(caller, { row, server, kind: 'snapshot.delete', input: { ...input } }, options);
    },
  };
}

function checkName(snapshot: string): void {
  if (NAME.test(snapshot)) return;
  throw invalid(
    'snapshot_name',
    'must be 1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit',
  );
}

function notThere(row: InstanceRow, snapshot: string): AppError {
  const detail = `snapshot_name ${snapshot} is no snapshot of ${row.lxd_name}`;
  return new AppError('not_found', detail, { faults: [{ detail, pointer: '/snapshot_name' }] });
}

/** SEC-24: a restore sets every key as it was then, and removes what has come since. Returns what only administrators may set. */
function checkRestore(actor: Actor, row: InstanceRow, snapshot: HostSnapshot): string[] {
  const { config, devices } = readHostView(row.host_view);
  const ours = (key: string): boolean => key.startsWith('volatile.') || key.startsWith('user.gantry.');
  const then = Object.entries(snapshot.config).filter(([key]) => !ours(key));
  const gone = Object.keys(config)
    .filter((key) => !ours(key))
    .map((key): [string, null] => [key, null]);
  try {
    return checkTenantConfig({
      config: { ...Object.fromEntries(gone), ...Object.fromEntries(then) },
      devices: snapshot.devices,
      present: { config, devices },
      admin: actor.is_admin,
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    const what = error.message.replace(/^instance_(config|devices): /, '');
    const detail = `snapshot_name ${snapshot.name} would change what is set now: ${what}`;
    throw new AppError(error.code, detail, {
      cause: error,
      faults: [{ detail, pointer: '/snapshot_name' }],
    });
  }
}
