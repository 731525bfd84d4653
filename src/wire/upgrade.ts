// The handshake of a socket: Host, Origin, token, subprotocol and the number of sockets (SEC-30, SEC-65).
import { AppError } from '../errors.js';
import type { Actor } from '../registry/registry.js';
import { socketHandlers } from './handshake.js';
import type { House } from './house.js';
import { SocketConnection, type SocketData } from './socket.js';
import type { WebSocketBehavior } from './uws.js';

const JSON_PROTOCOL = 'gantry.json';
const MSGPACK_PROTOCOL = 'gantry.msgpack';

/** The library's handlers for our sockets. */
export function socketBehavior(house: House, secure: boolean): WebSocketBehavior<SocketData> {
  const { limits } = house;
  return socketHandlers<SocketConnection>(house, secure, {
    maxBackpressure: 4 * (limits.answer_bytes + limits.slow_bytes),
    admit: ({ head }, offered) => {
      const protocol = chooseProtocol(offered);
      const { token } = head;
      const { address } = head.peer;
      const actor = admit(house, token, address);
      const msgpack = protocol === MSGPACK_PROTOCOL;
      return { connection: new SocketConnection(house, address, msgpack, token, actor), protocol };
    },
  });
}

function admit(house: House, token: string | null, address: string): Actor | null {
  const { limits } = house;
  if (token === null) {
    if (house.socketsUnauthenticated.get(address) >= limits.sockets_unauthenticated) {
      throw new AppError('rate_limited', 'too many sockets of this address wait for a token', {
        retry_after: 5,
      });
    }
    return null;
  }
  const actor = house.registry.authenticate(token);
  if (house.socketsPerUser.get(actor.user_id) >= limits.sockets_per_user) {
    throw new AppError('rate_limited', `a user may hold ${limits.sockets_per_user} connections`, {
      retry_after: 5,
    });
  }
  return actor;
}

/** The first subprotocol of ours that is offered; '' (JSON) when none is asked for; throws when only others are. */
export function chooseProtocol(offered: string): string {
  if (offered.trim() === '') return '';
  for (const name of offered.split(',')) {
    const protocol = name.trim();
    if (protocol === JSON_PROTOCOL || protocol === MSGPACK_PROTOCOL) return protocol;
  }
  throw new AppError('bad_request', `the subprotocol must be ${JSON_PROTOCOL} or ${MSGPACK_PROTOCOL}`);
}
