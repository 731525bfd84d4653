// Who owns what must have one owner (a host's watcher, the sweeper).
import type { Connection } from './connection.js';
import { query } from './query.js';

const take = query<{ name: string; owner: string; until_at: number; now: number }>()((k, p) =>
  k
    .insertInto('leases')
    .values({ name: p.name, owner: p.owner, until_at: p.until_at })
    .onConflict((c) =>
      c
        .column('name')
        .doUpdateSet({ owner: p.owner, until_at: p.until_at })
        .where((w) => w.or([w('leases.until_at', '<', p.now), w('leases.owner', '=', p.owner)])),
    ),
);
const free = query<{ owner: string }>()((k, p) => k.deleteFrom('leases').where('owner', '=', p.owner));
const clear = query<object>()((k) => k.deleteFrom('leases'));

export const leasesQueries = { take, free, clear };

export function leasesRepository(connection: Connection) {
  return {
    /** True when the lease is ours until `until_at` (ms). */
    take: async (name: string, owner: string, until_at: number, now: number): Promise<boolean> =>
      (await take.run(connection, { name, owner, until_at, now })) > 0,
    freeAll: (owner: string) => free.run(connection, { owner }),
    /** On SQLite one process exists at a time, so leases found at start are void. */
    clear: () => clear.run(connection, {}),
  };
}
