// Subscriptions to the log: backfill from a cursor, cutover without gap or double, then live batches.
import type { EventRow } from '../db/events.js';
import type { Db } from '../db/open.js';
import { AppError } from '../errors.js';
import { readCursor, writeCursor } from './cursor.js';
import type { Tail } from './tail.js';

/** An event as it goes out: wire text made once for all readers. */
export interface BusEvent {
  readonly id: number | null;
  readonly json: string;
  readonly value: Record<string, unknown>;
}

/** Events due together, and the cursor behind them. */
export interface BusBatch {
  readonly events: readonly BusEvent[];
  readonly cursor: string;
}

export interface BusSink {
  /** False holds a replay back until `resume`. */
  deliver(batch: BusBatch): boolean;
  end(error: AppError | null, cursor: string): void;
}

/** What of an event decides who sees it. */
export interface Labels {
  type: string;
  user_id: number | null;
  project_id: number | null;
  server_id: number | null;
  instance_id: number | null;
  audit: boolean;
}

export interface BusSubscription {
  readonly from: number;
  readonly head: number;
  start(sink: BusSink): void;
  resume(): void;
  close(): void;
}

export interface Bus {
  /** Throws what `readCursor` throws; without a cursor: from now on. `sees` is asked at each delivery. */
  subscribe(cursor: string | number | null, sees: (labels: Labels) => boolean): Promise<BusSubscription>;
  /** Sends something unnumbered to whoever is live and may see it. */
  transient(labels: Labels, value: Record<string, unknown>): void;
  /** Notes that events up to this number are gone. */
  pruned(number: number): void;
  readonly epoch: string;
  close(): void;
}

interface Reader {
  sees: (labels: Labels) => boolean;
  sink: BusSink;
  live: boolean;
  position: number;
  held: boolean;
  closed: boolean;
}

interface Entry {
  labels: Labels;
  event: BusEvent;
}

/** Makes the wire form of a row: absent members are left out. */
export function wireEvent(row: EventRow): Record<string, unknown> {
  const value: Record<string, unknown> = { id: row.id, type: row.type, at: row.created_at, via: row.via };
  if (row.request_id !== '') value['request_id'] = row.request_id;
  if (row.user_id !== null) value['user_id'] = row.user_id;
  if (row.server_id !== null) value['server_id'] = row.server_id;
  if (row.project_id !== null) value['project_id'] = row.project_id;
  if (row.instance_id !== null) value['instance_id'] = row.instance_id;
  if (row.operation_id !== null) value['operation_id'] = row.operation_id;
  value['data'] = JSON.parse(row.data) as unknown;
  return value;
}

function entryOf(row: EventRow): Entry {
  let json: string | null = null;
  let value: Record<string, unknown> | null = null;
  return {
    labels: {
      type: row.type,
      user_id: row.user_id,
      project_id: row.project_id,
      server_id: row.server_id,
      instance_id: row.instance_id,
      audit: row.retention === 'audit',
    },
    event: {
      id: row.id,
      get value() {
        return (value ??= wireEvent(row));
      },
      get json() {
        return (json ??= JSON.stringify((value ??= wireEvent(row))));
      },
    },
  };
}

/** Makes the bus over a tail. `onError` hears of failures that belong to no reader. */
export async function createBus(db: Db, tail: Tail, onError: (error: unknown) => void): Promise<Bus> {
  const readers = new Set<Reader>();
  const stored = await db.read.settings.get('events_pruned');
  let pruned = typeof stored === 'number' ? stored : 0;
  const { epoch } = db;

  /** One batch object per set of readers with the same view, so that the wire encodes it once. */
  const deliverLive = (entries: readonly Entry[], last: number | null): void => {
    const batches = new Map<string, BusBatch>();
    for (const reader of readers) {
      if (!reader.live || reader.closed) continue;
      let view = '';
      for (let i = 0; i < entries.length; i += 1) {
        const entry = entries[i];
        if (entry === undefined) continue;
        // The log may be ahead of the tail: a cursor from it must not be told again what lies before it.
        if (entry.event.id !== null && entry.event.id <= reader.position) continue;
        if (reader.sees(entry.labels)) view += `${i},`;
      }
      if (last !== null) reader.position = Math.max(reader.position, last);
      if (view === '') continue;
      // What is unnumbered leaves a reader where it is, so it is shared among those at one place only.
      if (last === null) view += `@${reader.position}`;
      let batch = batches.get(view);
      if (batch === undefined) {
        const events = view
          .split(',')
          .slice(0, -1)
          .map((i) => entries[Number(i)]?.event)
          .filter((event) => event !== undefined);
        const lastEvent = events.findLast((event) => event.id !== null);
        batch = { events, cursor: writeCursor(epoch, lastEvent?.id ?? reader.position) };
        batches.set(view, batch);
      }
      reader.sink.deliver(batch);
    }
  };

  const off = tail.listen((rows) => {
    const last = rows.at(-1)?.id ?? tail.position;
    deliverLive(rows.map(entryOf), last);
  });

  const backfill = async (reader: Reader): Promise<void> => {
    while (!reader.closed && !reader.held) {
      if (reader.position < pruned) {
        const error = new AppError('cursor_expired', `events up to ${pruned} are no longer kept`, {
          details: { oldest: pruned + 1 },
        });
        reader.sink.end(error, writeCursor(epoch, reader.position));
        reader.closed = true;
        readers.delete(reader);
        return;
      }
      const rows = reader.position < tail.position ? await db.read.events.after(reader.position) : [];
      const due = rows.filter(({ id }) => id <= tail.position);
      if (due.length === 0) {
        // Nothing between here and the tail: from this turn on the live path brings all that follows.
        if (reader.position < tail.position) reader.position = tail.position;
        reader.live = true;
        return;
      }
      const entries = due.map(entryOf).filter(({ labels }) => reader.sees(labels));
      reader.position = due.at(-1)?.id ?? reader.position;
      if (entries.length === 0 || reader.closed) continue;
      const batch = {
        events: entries.map(({ event }) => event),
        cursor: writeCursor(epoch, entries.at(-1)?.event.id ?? reader.position),
      };
      if (!reader.sink.deliver(batch)) reader.held = true;
    }
  };

  return {
    epoch,
    subscribe: async (cursor, sees) => {
      // What is committed but not handed on yet is no future: the log's own end decides.
      const head = Math.max(tail.position, await db.read.events.head());
      const from = cursor === null ? head : readCursor(cursor, { epoch, head, pruned });
      let reader: Reader | null = null;
      return {
        from,
        head,
        start: (sink) => {
          reader = { sees, sink, live: false, position: from, held: false, closed: false };
          readers.add(reader);
          backfill(reader).catch(onError);
        },
        resume: () => {
          if (reader === null || !reader.held || reader.closed) return;
          reader.held = false;
          backfill(reader).catch(onError);
        },
        close: () => {
          if (reader === null) return;
          reader.closed = true;
          readers.delete(reader);
        },
      };
    },
    transient: (labels, value) => {
      if (readers.size === 0) return;
      let json: string | null = null;
      const event: BusEvent = {
        id: null,
        value,
        get json() {
          return (json ??= JSON.stringify(value));
        },
      };
      deliverLive([{ labels, event }], null);
    },
    pruned: (number) => {
      pruned = Math.max(pruned, number);
    },
    close: () => {
      off();
      for (const reader of readers) {
        reader.closed = true;
        reader.sink.end(null, writeCursor(epoch, reader.position));
      }
      readers.clear();
    },
  };
}
