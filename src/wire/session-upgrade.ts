// The handshake of a session: Host, Origin, and a ticket instead of a token (SEC-30, SEC-47).
import { AppError } from '../errors.js';
import type { OpenSession } from '../registry/registry.js';
import { asAppError, Exchange } from './exchange.js';
import type { House } from './house.js';
import { pendingSession } from './session-pending.js';
import { SessionConnection, type SessionData } from './session.js';
import type { HttpRequest, HttpResponse, UpgradeContext, WebSocketBehavior } from './uws.js';

const PROTOCOL = 'gantry.session';
const TICKET_PROTOCOL = 'gantry.ticket.';

/** The library's handlers for sockets of sessions. */
export function sessionBehavior(house: House, secure: boolean): WebSocketBehavior<SessionData> {
  const { limits } = house;
  return {
    // The library cuts a larger message off without a word, so the bound that says 1009 is ours and lies below.
    maxPayloadLength: limits.body_bytes * 2,
    // Far above where the host is told to wait: over this the library drops frames silently.
    maxBackpressure: 64 * 1024 * 1024 + limits.session_bytes,
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
    const { sessions } = house;
    if (sessions === null) throw new AppError('unsupported', 'there are no sessions here');
    const { address } = head.peer;
    const { ticket, protocol } = ticketOf(head.query, offered);
    if (house.socketsUnauthenticated.get(address) >= house.limits.sockets_unauthenticated) {
      throw new AppError('rate_limited', 'too many sockets of this address wait for their tickets', {
        retry_after: 5,
      });
    }
    const redeem = async (): Promise<OpenSession> => {
      house.socketsUnauthenticated.add(address);
      try {
        return await sessions.redeem(ticket, { address, request_id: head.id });
      } finally {
        house.socketsUnauthenticated.remove(address);
      }
    };
    const judge = (thrown: unknown): AppError =>
      tooMany(house, address, asAppError(thrown, house.log, head.id));
    x.upgraded();
    // At once, and the ticket is looked at behind it: upgraded later inside a cork, as its manual says, uWebSockets.js 20
    // now and then closes the socket again, since it reads what was the state of the HTTP response once more.
    res.upgrade(
      { connection: new SessionConnection(house, pendingSession(redeem, judge)) },
      key,
      protocol,
      extensions,
      context,
    );
  } catch (error) {
    if (!x.over) x.fail(error);
  }
}

/** A refused ticket counts as a refused token does (SEC-65). */
function tooMany(house: House, address: string, error: AppError): AppError {
  if (error.code !== 'unauthenticated') return error;
  if (house.failures.take(address, house.monotonic())) return error;
  return new AppError('rate_limited', 'too many refused tickets from this address: wait a minute', {
    retry_after: 60,
  });
}

/** The ticket in the query or as a subprotocol, and the subprotocol to answer with ('' for none). */
export function ticketOf(query: string, offered: string): { ticket: string; protocol: string } {
  const names = offered
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const carried = names.find((name) => name.startsWith(TICKET_PROTOCOL));
  const ticket = carried?.slice(TICKET_PROTOCOL.length) ?? new URLSearchParams(query).get('ticket') ?? '';
  if (ticket === '') {
    throw new AppError('unauthenticated', 'a ticket is needed: instance.exec and instance.console give one');
  }
  // A browser wants one of its names back; a ticket that is echoed is spent by then.
  const protocol = names.includes(PROTOCOL) ? PROTOCOL : (carried ?? '');
  if (names.length > 0 && protocol === '') {
    throw new AppError('bad_request', `the subprotocol must be ${PROTOCOL} or ${TICKET_PROTOCOL}<ticket>`);
  }
  return { ticket, protocol };
}
