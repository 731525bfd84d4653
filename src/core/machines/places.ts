// Where servers stand, kept in memory for answers that are put together without waiting.
import type { Db } from '../../db/open.js';

/** The location of a server; null for one that stands nowhere. */
export type LocationOf = (server_id: number) => number | null;

/** Makes it; what it remembers is forgotten with every commit. */
export function createLocationOf(db: Pick<Db, 'read' | 'onCommit'>): LocationOf {
  const known = new Map<number, number | null>();
  db.onCommit(() => known.clear());
  return (server_id) => {
    let location = known.get(server_id);
    if (location === undefined) known.set(server_id, (location = db.read.machines.placeNow(server_id)));
    return location;
  };
}
