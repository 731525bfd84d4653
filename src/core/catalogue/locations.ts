// Locations: places where servers stand. Everybody may see them, administrators keep them.
import type { LocationFilter, LocationRow } from '../../db/locations.js';
import { pageOf, type PageRequest } from '../../db/paging.js';
import { AppError, missing } from '../../errors.js';
import { uuid } from '../../ids.js';
import { type Caller, requireAdmin } from '../access.js';
import { blockText } from '../network/address.js';
import { type CatalogueDeps, type Change, sent, some, taken, tell } from './shared.js';

export type { LocationRow } from '../../db/locations.js';

/** A location as it is asked for. */
export interface LocationWish {
  code: string;
  name: string;
  provider: string;
  /** Free text, such as "Dallas, TX". */
  location: string;
  address: Record<string, string>;
  features: string[];
  peeringdb_id: number | null;
}

export interface Locations {
  page(request: PageRequest, filter: LocationFilter): Promise<{ rows: LocationRow[]; next: string | null }>;
  /** Throws `conflict` for a code in use. */
  add(caller: Caller, wish: LocationWish): Promise<LocationRow>;
  update(caller: Caller, id: number, change: Change<LocationWish>): Promise<LocationRow>;
  /** Throws `bad_state` while servers stand there, plans are bound to it or pools are its. */
  delete(caller: Caller, id: number): Promise<void>;
}

/** Makes the service. */
export function createLocations(deps: CatalogueDeps): Locations {
  const { db, clock, audit } = deps;
  return {
    page: async (request, filter) => pageOf(request, await db.read.locations.page(request, filter)),

    add: async (caller, { address, features, ...wish }) => {
      requireAdmin(caller);
      return audit.change(
        caller,
        async (tx) => {
          if ((await tx.locations.byCode(wish.code)) !== undefined) throw taken('location_code', wish.code);
          const row = {
            ...wish,
            uuid: uuid(),
            name: wish.name === '' ? wish.code : wish.name,
            address: JSON.stringify(address),
            features: JSON.stringify(features),
            created_at: clock(),
          };
          const id = await tx.locations.insert(row);
          const data = { location_id: id, location_code: wish.code };
          await tell(tx, deps, caller, { type: 'location.added', data });
          return { ...row, id };
        },
        ({ id }) => ({ data: { location_id: id } }),
      );
    },

    update: async (caller, id, change) => {
      requireAdmin(caller);
      const { address, features, ...plain } = sent(change);
      const set = {
        ...plain,
        ...(address && { address: JSON.stringify(address) }),
        ...(features && { features: JSON.stringify(features) }),
      };
      return audit.change(
        caller,
        async (tx) => {
          const row = await tx.locations.get(id);
          if (row === undefined) throw missing('location_id');
          const namesake = set.code === undefined ? undefined : await tx.locations.byCode(set.code);
          if (namesake !== undefined && namesake.id !== id) throw taken('location_code', namesake.code);
          await tx.locations.update(id, set);
          const changed = { ...row, ...set };
          const data = { location_id: id, location_code: changed.code };
          await tell(tx, deps, caller, { type: 'location.updated', data });
          return changed;
        },
        () => ({ data: { location_id: id } }),
      );
    },

    delete: async (caller, id) => {
      requireAdmin(caller);
      await audit.change(
        caller,
        async (tx) => {
          const row = await tx.locations.get(id);
          if (row === undefined) throw missing('location_id');
          const servers = await tx.locations.serversAt(id);
          if (servers.length > 0) {
            throw new AppError(
              'bad_state',
              `${row.code} still has ${some(servers)}: delete what stands there first`,
            );
          }
          // Without its last place a plan would be to be had everywhere.
          const plans = await tx.locations.plansAt(id);
          if (plans.length > 0) {
            throw new AppError(
              'bad_state',
              `${row.code} is in plan_location_ids of ${some(plans)}: take it out first`,
            );
          }
          const pools = await tx.prefixes.poolsAt(id);
          if (pools.length > 0) {
            throw new AppError(
              'bad_state',
              `${row.code} has the pools ${some(pools.map(blockText))}: delete them first`,
            );
          }
          await tx.locations.remove(id);
          const data = { location_id: id, location_code: row.code };
          await tell(tx, deps, caller, { type: 'location.deleted', data });
        },
        () => ({ data: { location_id: id } }),
      );
    },
  };
}
