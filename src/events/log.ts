// Appends to the numbered event log inside the transaction of the change it tells of.
import type { Repositories } from '../db/repositories.js';
import type { Via } from '../db/tables.js';
import type { Events } from '../generated/contracts.js';
import { uuid } from '../ids.js';

export type EventType = keyof Events;

/** An event as it is told: labels decide who may see it. */
export interface NewEvent<T extends EventType = EventType> {
  type: T;
  via: Via;
  data: Events[T];
  /** ms */
  at: number;
  retention?: 'event' | 'audit';
  request_id?: string;
  operation_id?: number | null;
  user_id?: number | null;
  token_id?: number | null;
  remote_addr?: string;
  project_id?: number | null;
  server_id?: number | null;
  instance_id?: number | null;
}

/** Writes an event and returns its number (the cursor). */
export function append<T extends EventType>(tx: Repositories, event: NewEvent<T>): Promise<number> {
  return tx.events.insert({
    uuid: uuid(),
    retention: event.retention ?? 'event',
    request_id: event.request_id ?? '',
    operation_id: event.operation_id ?? null,
    type: event.type,
    via: event.via,
    user_id: event.user_id ?? null,
    token_id: event.token_id ?? null,
    remote_addr: event.remote_addr ?? '',
    organization_id: null,
    project_id: event.project_id ?? null,
    server_id: event.server_id ?? null,
    instance_id: event.instance_id ?? null,
    body: '',
    data: JSON.stringify(event.data),
    created_at: event.at,
  });
}
