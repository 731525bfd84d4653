// Asking for one of our images to be brought to servers: each has to be the caller's.
import { invalid, isAppError, missing } from '../../errors.js';
import type { PushInput } from '../../operations/kinds/simplestream.push.js';
import type { ServerRow } from '../../db/servers.js';
import { type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import { byFingerprint } from '../objects/fingerprint.js';
import type { Accepted, LongOptions, Operations } from '../operations.js';
import type { Simplestreams } from './simplestreams.js';

/** An image, and where it is to go. */
export interface PushWish {
  /** 12 to 64 hex digits. */
  fingerprint: string;
  server_ids: readonly number[];
  /** '' sets none. */
  alias: string;
  /** Whether the alias may be taken from another image. */
  move: boolean;
}

/** Asks for pushes. */
export type Pusher = (caller: Caller, wish: PushWish, options: LongOptions) => Promise<Accepted>;

export interface PushDeps {
  audit: Audit;
  fleet: Fleet;
  operations: Operations;
  simplestreams: Pick<Simplestreams, 'catalogue'>;
}

/** Makes it; for owners of all the servers, and administrators. */
export function createPusher({ audit, fleet, operations, simplestreams }: PushDeps): Pusher {
  const owned = async (caller: Caller, server_id: number): Promise<ServerRow> => {
    try {
      return await fleet.owned(caller, server_id);
    } catch (error) {
      if (isAppError(error) && error.code === 'not_found') throw missing('server_ids');
      throw error;
    }
  };

  return async (caller, { fingerprint, server_ids, alias, move }, options) => {
    const servers: ServerRow[] = [];
    for (const server_id of new Set(server_ids)) servers.push(await owned(caller, server_id));
    const [first, another] = servers;
    if (first === undefined) throw invalid('server_ids', 'must name a server');
    const { offers } = await simplestreams.catalogue();
    const image = byFingerprint(offers, 'image_fingerprint', fingerprint);
    const input: PushInput = {
      // Of this user alone: what one has queued for a server that is away holds up nobody else.
      lane: `push:${actorOf(caller).user_id}:${image.fingerprint}`,
      fingerprint: image.fingerprint,
      servers: servers.map(({ id, name }) => ({ server_id: id, server_name: name })),
      alias,
      move,
    };
    // One server is what the operation is about; several have only the caller in common.
    const server = another === undefined ? first : null;
    const about = { kind: 'simplestream.push', server, instance: null };
    const row = await audit.change(
      caller,
      (tx) => operations.submit(tx, caller, { ...about, input: { ...input }, options }),
      (made) => ({ operation_id: made.id, server_id: server?.id ?? null }),
    );
    return operations.accept(row, options);
  };
}
