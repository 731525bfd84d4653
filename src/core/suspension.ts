// Suspending instances and lifting that; what runs on its host all the same is stopped again.
import type { Db } from '../db/open.js';
import type { InstanceRow } from '../db/instances.js';
import type { Repositories } from '../db/repositories.js';
import { AppError } from '../errors.js';
import { append } from '../events/log.js';
import type { SuspendInput } from '../operations/kinds/instance.suspend.js';
import { type Caller, actorOf } from './access.js';
import type { InstanceName, InstanceWork } from './instance-work.js';
import type { Accepted, LongOptions, Operations } from './operations.js';
import type { Rights } from './rights.js';

export interface Suspension {
  /**
   * Stops an instance (a guest that does not shut down in 30 s by force) and keeps it so, from now on: `suspended_at`
   * is set before it stops, but for one that is still being made. Throws `bad_state` for one that is suspended or was
   * never made, `forbidden` for who does not own its server.
   */
  suspend(caller: Caller, name: InstanceName, options: LongOptions): Promise<Accepted>;
  /** Lifts it, and starts again what ran before; throws `bad_state` for one that is not suspended. */
  unsuspend(caller: Caller, name: InstanceName, options: LongOptions): Promise<Accepted>;
  /** Stops, in our own name, a suspended instance that its host shows running. */
  keep(instance_id: number): void;
}

export interface SuspensionDeps {
  db: Db;
  clock: () => number;
  work: InstanceWork;
  operations: Operations;
  rights: Rights;
  onError: (error: unknown, what: string) => void;
  /** How long a stop of ours that did not help is left alone; 10 s unless given. */
  again_ms?: number;
}

const AGAIN_MS = 10_000;
/** Work of ours on one that is suspended: what it shows meanwhile is on its way. */
const OURS: ReadonlySet<string> = new Set(['instance.suspend', 'instance.unsuspend']);

/** Who acts when nobody asked. */
const SYSTEM: Caller = {
  actor: null,
  request_id: '',
  client_request_id: '',
  address: '',
  via: 'system',
  audit: null,
  idempotency_key: null,
};

/** Makes the service. */
export function createSuspension(deps: SuspensionDeps): Suspension {
  const { db, clock, work } = deps;
  const stopped = new Map<number, number>();
  /** About to be looked at: what is told of them meanwhile is seen then. */
  const due = new Set<number>();

  const mayDecide = (caller: Caller, row: InstanceRow): void => {
    if (deps.rights.ownsServer(actorOf(caller), row.server_id)) return;
    throw new AppError('forbidden', `only administrators and owners of its server decide on ${row.lxd_name}`);
  };

  /** Its making ends with its start, and is not cut short: then it is suspended when its turn comes. */
  const beingMade = async (on: Repositories, { id }: InstanceRow): Promise<boolean> =>
    (await on.operations.openOfInstance(id)).some(({ kind }) => kind === 'instance.create');

  /** Submits the stop; null when nothing is to be done. */
  const stopAgain = (instance_id: number) =>
    db.tx(async (tx) => {
      const row = await tx.instances.get(instance_id);
      if (row === undefined || row.suspended_at === null || row.power_state === 'stopped') return null;
      const open = await tx.operations.openOfInstance(row.id);
      if (open.some(({ kind, via }) => OURS.has(kind) || via === 'system')) return null;
      const server = await tx.servers.get(row.server_id);
      if (server === undefined) return null;
      await tell(tx, row);
      return deps.operations.submit(tx, SYSTEM, {
        kind: 'instance.stop',
        server,
        instance: row,
        input: { force: true },
        options: { on_unreachable: 'queue' },
      });
    });

  const tell = (tx: Repositories, row: InstanceRow): Promise<number> =>
    append(tx, {
      type: 'instance.suspension_kept',
      via: 'system',
      at: clock(),
      server_id: row.server_id,
      project_id: row.project_id,
      instance_id: row.id,
      data: { instance_name: row.lxd_name },
    });

  const keep = async (instance_id: number): Promise<void> => {
    const operation = await stopAgain(instance_id);
    if (operation === null) return;
    stopped.set(instance_id, performance.now());
    await deps.operations.accept(operation, {});
  };

  return {
    suspend: async (caller, name, options) => {
      const { row, server, waiting } = await work.open(caller, name, options, 'read');
      mayDecide(caller, row);
      if (row.state !== 'ready' && !(await beingMade(db.read, row))) {
        throw new AppError('bad_state', `${row.lxd_name} is ${row.state}`);
      }
      if (!waiting && row.suspended_at !== null) {
        throw new AppError('bad_state', `${row.lxd_name} is suspended already`);
      }
      const suspended_at = clock();
      const input: SuspendInput = { suspended_at };
      return work.submit(caller, { row, server, kind: 'instance.suspend', input: { ...input } }, options, {
        // From now on, not only from when its turn comes: what waits before it does not start the instance.
        check: async (tx) => {
          const fresh = await tx.instances.get(row.id);
          if (fresh?.suspended_at !== null || (await beingMade(tx, row))) return;
          await tx.instances.update(row.id, { suspended_at, updated_at: suspended_at });
        },
      });
    },

    unsuspend: async (caller, name, options) => {
      const { row, server, waiting } = await work.open(caller, name, options, 'read');
      mayDecide(caller, row);
      if (!waiting && row.suspended_at === null) {
        throw new AppError('bad_state', `${row.lxd_name} is not suspended`);
      }
      return work.submit(caller, { row, server, kind: 'instance.unsuspend', input: {} }, options);
    },

    keep: (instance_id) => {
      if (due.has(instance_id)) return;
      due.add(instance_id);
      const again = deps.again_ms ?? AGAIN_MS;
      const rest = (stopped.get(instance_id) ?? -again) + again - performance.now();
      const timer = setTimeout(
        () => {
          due.delete(instance_id);
          keep(instance_id).catch((error: unknown) =>
            deps.onError(error, `keeping instance ${instance_id} suspended`),
          );
        },
        Math.max(0, rest),
      );
      timer.unref();
    },
  };
}
