// Operating systems: images with a name. Administrators keep them; everybody may see those that are not hidden.
import type { OperatingSystemFilter, OperatingSystemRow } from '../../db/operating-systems.js';
import { pageOf, type PageRequest } from '../../db/paging.js';
import { AppError, invalid, missing } from '../../errors.js';
import { uuid } from '../../ids.js';
import { actorOf, type Caller, requireAdmin } from '../access.js';
import { type CatalogueDeps, type Change, sent, taken, tell } from './shared.js';

export type { OperatingSystemRow } from '../../db/operating-systems.js';

/** An operating system as it is asked for. */
export type OperatingSystemWish = Omit<OperatingSystemRow, 'id' | 'uuid' | 'hidden' | 'default_env'> & {
  hidden: boolean;
  default_env: Record<string, string>;
};

export interface OperatingSystems {
  /** Hidden ones for administrators only. */
  page(
    caller: Caller,
    request: PageRequest,
    filter: OperatingSystemFilter,
  ): Promise<{ rows: OperatingSystemRow[]; next: string | null }>;
  /** Throws `conflict` for a slug in use. */
  add(caller: Caller, wish: OperatingSystemWish): Promise<OperatingSystemRow>;
  update(caller: Caller, id: number, change: Change<OperatingSystemWish>): Promise<OperatingSystemRow>;
  /** Throws `bad_state` while there are instances of it. */
  delete(caller: Caller, id: number): Promise<void>;
}

/** Makes the service. */
export function createOperatingSystems(deps: CatalogueDeps): OperatingSystems {
  const { db, audit } = deps;
  return {
    page: async (caller, request, filter) => {
      if (!actorOf(caller).is_admin && filter.hidden === true) return { rows: [], next: null };
      const seen = actorOf(caller).is_admin ? filter : { ...filter, hidden: false };
      return pageOf(request, await db.read.operatingSystems.page(request, seen));
    },

    add: async (caller, { default_env, hidden, ...wish }) => {
      requireAdmin(caller);
      checkServer(wish.image_server);
      return audit.change(
        caller,
        async (tx) => {
          if ((await tx.operatingSystems.bySlug(wish.slug)) !== undefined) throw taken('os_slug', wish.slug);
          const row: Omit<OperatingSystemRow, 'id'> = {
            ...wish,
            uuid: uuid(),
            name: wish.name === '' ? wish.slug : wish.name,
            default_env: JSON.stringify(default_env),
            hidden: hidden ? 1 : 0,
          };
          const id = await tx.operatingSystems.insert(row);
          await tell(tx, deps, caller, { type: 'os.added', data: { os_id: id, os_slug: wish.slug } });
          return { ...row, id };
        },
        ({ id }) => ({ data: { os_id: id } }),
      );
    },

    update: async (caller, id, change) => {
      requireAdmin(caller);
      const { default_env, hidden, ...plain } = sent(change);
      if (plain.image_server !== undefined) checkServer(plain.image_server);
      const set: Partial<Omit<OperatingSystemRow, 'id'>> = {
        ...plain,
        ...(default_env && { default_env: JSON.stringify(default_env) }),
        ...(hidden !== undefined && { hidden: hidden ? 1 : 0 }),
      };
      return audit.change(
        caller,
        async (tx) => {
          const row = await tx.operatingSystems.get(id);
          if (row === undefined) throw missing('os_id');
          const namesake = set.slug === undefined ? undefined : await tx.operatingSystems.bySlug(set.slug);
          if (namesake !== undefined && namesake.id !== id) throw taken('os_slug', namesake.slug);
          await tx.operatingSystems.update(id, set);
          const changed = { ...row, ...set };
          await tell(tx, deps, caller, { type: 'os.updated', data: { os_id: id, os_slug: changed.slug } });
          return changed;
        },
        () => ({ data: { os_id: id } }),
      );
    },

    delete: async (caller, id) => {
      requireAdmin(caller);
      await audit.change(
        caller,
        async (tx) => {
          const row = await tx.operatingSystems.get(id);
          if (row === undefined) throw missing('os_id');
          const instances = await tx.operatingSystems.instancesOf(id);
          if (instances > 0) {
            throw new AppError(
              'bad_state',
              `${row.slug} is what ${instances} instance${instances === 1 ? ' was' : 's were'} made of: pass os_hidden: true to os.update to offer it no more`,
            );
          }
          await tx.operatingSystems.remove(id);
          await tell(tx, deps, caller, { type: 'os.deleted', data: { os_id: id, os_slug: row.slug } });
        },
        () => ({ data: { os_id: id } }),
      );
    },
  };
}

/** '' is the host's own store, `self` our image server, else an https address. */
function checkServer(text: string): void {
  if (text === '' || text === 'self') return;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return;
  throw invalid('os_image_server', 'must be empty (the host itself), self, or an https URL without a user');
}
