// What the wire may ask about sessions on instances: redeem a ticket, and then carry bytes.
import type { OpenSession } from '../core/sessions.js';

export type { OpenSession, SessionOver, SessionSink } from '../core/sessions.js';

/** Where tickets are redeemed. */
export interface SessionGate {
  /** Spends the ticket; throws what is wrong with it, or what has changed since it was given out. */
  redeem(ticket: string, peer: { address: string; request_id: string }): Promise<OpenSession>;
}
