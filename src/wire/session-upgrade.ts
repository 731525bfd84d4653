// The handshake of a session: Host, Origin, and a ticket instead of a token (SEC-30, SEC-47).
import { AppError } from '../errors.js';
import type { OpenSession } from '../registry/registry.js';
import { asAppError } from './exchange.js';
import { socketHandlers } from './handshake.js';
import type { House } from './house.js';
import type { Head } from './request.js';
import { pendingSession } from './session-pending.js';
import { SessionConnection, type SessionData } from './session.js';
import type { WebSocketBehavior } from './uws.js';

const PROTOCOL = 'gantry.session';
const TICKET_PROTOCOL = 'gantry.ticket.';

/** The library's handlers for sockets of sessions. */
export function sessionBehavior(house: House, secure: boolean): WebSocketBehavior<SessionData> {
  return socketHandlers<SessionConnection>(house, secure, {
    // Far above where the host is told to wait.
    maxBackpressure: 64 * 1024 * 1024 + house.limits.session_bytes,
    admit: ({ head }, offered) => admit(house, head, offered),
  });
}

/** The ticket itself is looked at behind the open socket. */
function admit(
  house: House,
  head: Head,
  offered: string,
): { connection: SessionConnection; protocol: string } {
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
  return { connection: new SessionConnection(house, pendingSession(redeem, judge)), protocol };
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
