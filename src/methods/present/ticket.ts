// How a ticket for a session is shown.
import type { SessionTicket } from '../../core/sessions.js';
import { single } from './document.js';

/** A ticket's document; its id is that of the instance. */
export function ticket({ instance_id, ...attributes }: SessionTicket) {
  return single('ticket', instance_id, { instance_id, ...attributes });
}

/** Columns and rows of a terminal nobody gave the size of. */
export const TERMINAL = { width: 80, height: 24 };
