// The handshake of a socket: Host, Origin, token, subprotocol and the number of sockets (SEC-30, SEC-65).
import { AppError } from '../errors.js';
import type { Actor } from '../registry/registry.js';
import { Exchange } from './exchange.js';
import type { House } from './house.js';
import { SocketConnection, type SocketData } from './socket.js';
import type { HttpRequest, HttpResponse, UpgradeContext, WebSocketBehavior } from './uws.js';

const JSON_PROTOCOL = 'gantry.json';
const MSGPACK_PROTOCOL = 'gantry.msgpack';

/** The library's handlers for our sockets. */
export function socketBehavior(house: House, secure: boolean): WebSocketBehavior<SocketData> {
  const { limits } = house;
  return {
    // The library cuts a larger message off without a word, so the bound that says 1009 is ours and lies below.
    maxPayloadLength: limits.body_bytes * 2,
    // Far above our own bounds, because over this the library drops frames silently.
    maxBackpressure: 4 * (limits.answer_bytes + limits.slow_bytes),
    // Pings and silence are watched by us; 0 also makes the library give up soon on a socket that was told to close.
    idleTimeout: 0,
    sendPingsAutomatically: false,
    upgrade: (res, req, context) => upgrade(house, res, req, context, secure),
    open: (ws) => ws.getUserData().connection.opened(ws),
    message: (ws, data, binary) => ws.getUserData().connection.message(data, binary),
    pong: (ws) => ws.getUserData().connection.pong(),
    drain: (ws) => ws.getUserData().connection.drained(),
    close: (ws) => ws.getUserData().connection.closed(),
  };
}

function upgrade(
  house: House,
  res: HttpResponse,
  req: HttpRequest,
  context: UpgradeContext,
  secure: boolean,
): void {
  const key = req.getHeader('sec-websocket-key');
  const offered = req.getHeader('sec-websocket-protocol');
  const extensions = req.getHeader('sec-websocket-extensions');
  const x = new Exchange(house, res, req, secure);
  const { head } = x;
  try {
    if (head.fault !== null) throw head.fault;
    if (house.draining)
      throw new AppError('unavailable', 'the server is stopping: try again', { retry_after: 5 });
    const protocol = chooseProtocol(offered);
    const actor = admit(house, head.token, head.peer.address);
    x.upgraded();
    const connection = new SocketConnection(
      house,
      head.peer.address,
      protocol === MSGPACK_PROTOCOL,
      head.token,
      actor,
    );
    res.upgrade({ connection }, key, protocol, extensions, context);
  } catch (error) {
    x.fail(error);
  }
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
