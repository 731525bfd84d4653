// Changing what we say of a server: its name, where it stands, and whether new machines are placed on it.
import type { Db } from '../db/open.js';
import type { ServerRow } from '../db/servers.js';
import { AppError, invalid, missing } from '../errors.js';
import type { Caller } from './access.js';
import { actorOf } from './access.js';
import type { Audit } from './audit.js';
import { placeOf, tellServer } from './fleet-rows.js';
import { releaseServer } from './network/allocate.js';

/** What to change; what is absent stays. */
export interface ServerChange {
  name?: string | undefined;
  /** null: nowhere. */
  location_id?: number | null | undefined;
  /** No new machine is placed on it; what stands there goes on. */
  disabled?: boolean | undefined;
}

export interface FleetUpdateDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
  /** The server, for who may change it. */
  owned: (caller: Caller, id: number) => Promise<ServerRow>;
}

/** Makes the call; see `Fleet.update`. */
export function createFleetUpdate({ clock, audit, owned }: FleetUpdateDeps) {
  return async (caller: Caller, id: number, change: ServerChange): Promise<ServerRow> => {
    await owned(caller, id);
    if (Object.values(change).every((value) => value === undefined)) {
      throw invalid('server_name', 'must be given, or location_id or server_disabled');
    }
    return audit.change(
      caller,
      async (tx) => {
        const now = clock();
        const row = await tx.servers.get(id);
        if (row === undefined) throw missing('server_id');
        const moves = change.location_id !== undefined && change.location_id !== row.location_id;
        if (moves && row.location_id !== null) {
          const held = (await tx.instances.onServer(id)).filter(({ host_index }) => host_index !== null);
          if (held.length > 0) {
            throw new AppError(
              'bad_state',
              `${row.name} carries ${held.length} instances with addresses of its location: delete them first`,
            );
          }
          await releaseServer(tx, { server_id: id, now });
        }
        const changed = {
          ...(change.name === undefined ? {} : { name: change.name }),
          ...(change.disabled === undefined
            ? {}
            : { disabled: change.disabled ? (1 as const) : (0 as const) }),
          ...(moves ? await placeOf(tx, change.location_id ?? null) : {}),
          updated_at: now,
        };
        await tx.servers.update(id, changed);
        const after = { ...row, ...changed };
        await tellServer(tx, { caller, actor: actorOf(caller), now }, 'server.updated', after);
        return after;
      },
      () => ({ server_id: id }),
    );
  };
}
