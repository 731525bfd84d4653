// What locations, plans and operating systems have in common: who changes them, and what is told of it.
import type { Db } from '../../db/open.js';
import type { Repositories } from '../../db/repositories.js';
import { AppError } from '../../errors.js';
import { append, type EventType, type NewEvent } from '../../events/log.js';
import type { Caller } from '../access.js';
import type { Audit } from '../audit.js';

export interface CatalogueDeps {
  db: Db;
  clock: () => number;
  audit: Audit;
}

/** The part of a change that was sent: absent members stay as they are. */
export type Change<T> = { [K in keyof T]?: T[K] | undefined };

/** Members that were sent; throws `invalid_params` when none was. */
export function sent<T extends object>(change: Change<T>): Partial<T> {
  const members = Object.entries(change).filter(([, value]) => value !== undefined);
  if (members.length === 0) throw new AppError('invalid_params', 'send at least one value to change');
  return Object.fromEntries(members) as Partial<T>;
}

/** `conflict` at a field whose value is another's. */
export function taken(field: string, value: string): AppError {
  const detail = `${field} ${value} is in use`;
  return new AppError('conflict', detail, { faults: [{ detail, pointer: `/${field}` }] });
}

/** A few names, and how many more. */
export function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** Writes an event of the catalogue: it belongs to nobody's project. */
export function tell<T extends EventType>(
  tx: Repositories,
  deps: CatalogueDeps,
  caller: Caller,
  event: Pick<NewEvent<T>, 'type' | 'data'>,
): Promise<number> {
  return append<T>(tx, {
    ...event,
    via: caller.via,
    at: deps.clock(),
    request_id: caller.client_request_id,
    user_id: caller.actor?.user_id ?? null,
  });
}
