// What every WebSocket handshake begins with (Host, Origin, not while stopping), and the library's handlers of a socket.
import { AppError } from '../errors.js';
import { Exchange } from './exchange.js';
import type { House } from './house.js';
import type { WebSocket, WebSocketBehavior } from './uws.js';

/** The library copies own members of its user data only, so the connection is a member and not the data itself. */
export interface Held<C> {
  readonly connection: C;
}

/** What the library tells a connection. */
interface Handlers<C> {
  opened(ws: WebSocket<Held<C>>): void;
  message(data: ArrayBuffer, binary: boolean): void;
  pong(): void;
  drained(): void;
  closed(): void;
}

/** One kind of socket: `admit` looks at the request and gives the connection and its subprotocol, or throws the refusal. */
export interface SocketKind<C> {
  readonly maxBackpressure: number;
  admit(x: Exchange, offered: string): { connection: C; protocol: string };
}

/** The library's handlers for sockets of a kind. They are upgraded in the turn of their request (decision 10). */
export function socketHandlers<C extends Handlers<C>>(
  house: House,
  secure: boolean,
  kind: SocketKind<C>,
): WebSocketBehavior<Held<C>> {
  return {
    // The library cuts a larger message off without a word, so the bound that says 1009 is ours and lies below.
    maxPayloadLength: house.limits.body_bytes * 2,
    // Far above our own bounds, because over this the library drops frames silently.
    maxBackpressure: kind.maxBackpressure,
    // Pings and silence are watched by us; 0 also makes the library give up soon on a socket that was told to close.
    idleTimeout: 0,
    sendPingsAutomatically: false,
    upgrade: (res, req, context) => {
      const key = req.getHeader('sec-websocket-key');
      const offered = req.getHeader('sec-websocket-protocol');
      const extensions = req.getHeader('sec-websocket-extensions');
      const x = new Exchange(house, res, req, secure);
      try {
        if (x.head.fault !== null) throw x.head.fault;
        if (house.draining)
          throw new AppError('unavailable', 'the server is stopping: try again', { retry_after: 5 });
        const { connection, protocol } = kind.admit(x, offered);
        x.upgraded();
        res.upgrade({ connection }, key, protocol, extensions, context);
      } catch (error) {
        x.fail(error);
      }
    },
    open: (ws) => ws.getUserData().connection.opened(ws),
    message: (ws, data, binary) => ws.getUserData().connection.message(data, binary),
    pong: (ws) => ws.getUserData().connection.pong(),
    drain: (ws) => ws.getUserData().connection.drained(),
    close: (ws) => ws.getUserData().connection.closed(),
  };
}
