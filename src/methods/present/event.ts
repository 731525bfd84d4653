// Events of the log as lists show them: the same shape as live.
import { type EventRow, wireEvent } from '../../core/core.js';

export interface WireEvent {
  id: number;
  type: string;
  at: number;
  via: string;
  request_id?: string;
  user_id?: number;
  server_id?: number;
  project_id?: number;
  instance_id?: number;
  operation_id?: number;
  data: Record<string, unknown>;
}

/** The wire form of a row. */
export function event(row: EventRow): WireEvent {
  return wireEvent(row) as unknown as WireEvent;
}
