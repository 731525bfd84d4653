// Machines: instances ordered by place, size and system, found by any of their ids and described whole.
import type { InstanceRow } from '../../db/instances.js';
import type { Db } from '../../db/open.js';
import { missing } from '../../errors.js';
import { type Caller, actorOf } from '../access.js';
import type { InstanceWork } from '../instance-work.js';
import type { Ability } from '../roles.js';
import { createMachine, type CreateDeps, type MachineCreate } from './create.js';
import { describeMachines, type Machine, type PasswordOf } from './describe.js';
import { openPassword } from './root-password.js';

export type { MachineWish } from './create.js';
export type { Machine } from './describe.js';
export type { PortWish } from '../network/allocate.js';

/** One of the ids that APIs know an instance by. */
export type MachineId = { id: number } | { uuid: string } | { oid: string };

export interface Machines {
  /**
   * Makes one. Throws `not_found` for what the caller does not see, `forbidden` for a role that may not write,
   * `invalid_params`, `conflict` (a port), `quota_exceeded` and `no_capacity`; then nothing was made.
   */
  create: MachineCreate;
  /**
   * What belongs to each row, in the order of the rows; one query per table. Passwords only of those that the caller
   * may write to, as whatever acts as root inside; none without a caller.
   */
  describe(rows: readonly InstanceRow[], caller?: Caller): Promise<Machine[]>;
  /** A live instance that the caller sees and, by role, may do this to (to read, unless given). */
  find(caller: Caller, by: MachineId, ability?: Ability): Promise<InstanceRow>;
}

export interface MachinesDeps extends CreateDeps {
  db: Db;
  work: InstanceWork;
}

/** Makes the service. */
export function createMachines(deps: MachinesDeps): Machines {
  const { db, work, rights, secrets } = deps;

  const load = (by: MachineId): Promise<InstanceRow | undefined> => {
    if ('id' in by) return db.read.instances.get(by.id);
    if ('oid' in by) return db.read.machines.byOid(by.oid);
    return db.read.machines.byUuid(by.uuid);
  };

  const passwordFor = (caller: Caller | undefined): PasswordOf => {
    const actor = caller?.actor ?? null;
    if (actor === null) return () => null;
    return (row) => {
      const writes = rights.ownsServer(actor, row.server_id) || rights.may(actor, row.project_id, 'write');
      return writes ? openPassword(secrets, row) : null;
    };
  };

  return {
    create: createMachine(deps),
    describe: (rows, caller) => describeMachines(db.read, passwordFor(caller), rows),
    find: async (caller, by, ability = 'read') => {
      const actor = actorOf(caller);
      const row = await load(by);
      if (row === undefined || !work.sees(actor, row)) throw missing('instance_id');
      if (ability !== 'read') rights.requireIn(actor, row, ability);
      return row;
    },
  };
}
