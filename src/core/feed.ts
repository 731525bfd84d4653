// Which events an actor may see: subscriptions, the panel's stream, history.
import type { EventFilter, EventRow } from '../db/events.js';
import type { Db } from '../db/open.js';
import { type AppError, invalid } from '../errors.js';
import { type Bus, type Labels, wireEvent } from '../events/bus.js';
import { readCursor, writeCursor } from '../events/cursor.js';
import { type Actor, type Caller, actorOf } from './access.js';
import type { PanelStreams } from './panel-stream.js';
import type { Rights } from './rights.js';
import type { StreamIds } from './stream-ids.js';

/** What a reader asks to see, as it stands in the params. */
export interface FeedFilter {
  server_id?: number | number[] | undefined;
  project_id?: number | number[] | undefined;
  instance_id?: number | number[] | undefined;
  type?: string | string[] | undefined;
}

export interface FeedDeps {
  db: Db;
  bus: Bus;
  rights: Rights;
  streamIds: StreamIds;
  panel: PanelStreams;
}

export interface FeedStream {
  kind: 'events';
  answer: { epoch: string; from: string; head: string };
  start(sink: {
    deliver(batch: {
      events: readonly { id: number | null; json: string; value: Record<string, unknown> }[];
      cursor: string;
    }): boolean;
    end(error: AppError | null, cursor: string): void;
  }): void;
  resume(): void;
  close(): void;
}

export interface Feed {
  newStreamId(): string;
  subscribe(
    caller: Caller,
    wish: { cursor?: string | number | undefined; filter?: FeedFilter | undefined },
  ): Promise<FeedStream>;
  /** The panel's stream: no token yet, only an id that `config.get` gave out. */
  openPanel(stream: string, last_event_id: string): ReturnType<PanelStreams['open']>;
  bindPanel(caller: Caller, stream: string): Promise<void>;
  history(
    caller: Caller,
    wish: {
      cursor?: string | number | undefined;
      until?: string | number | undefined;
      filter?: FeedFilter | undefined;
      limit: number;
      descending: boolean;
    },
  ): Promise<{ rows: EventRow[]; cursor: string | null }>;
}

function many<T>(value: T | T[] | undefined): T[] | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value : [value];
}

/** Checks types and numbers of a filter; throws `invalid_params`. */
function readFilter(filter: FeedFilter): EventFilter {
  const types = many(filter.type);
  for (const type of types ?? []) {
    if (!/^[a-z][a-z0-9._-]*\*?$|^\*$/.test(type))
      throw invalid('filter', `type ${type} must be an event type, or a beginning and *`);
  }
  const server_ids = many(filter.server_id);
  const project_ids = many(filter.project_id);
  const instance_ids = many(filter.instance_id);
  return {
    ...(server_ids ? { server_ids } : {}),
    ...(project_ids ? { project_ids } : {}),
    ...(instance_ids ? { instance_ids } : {}),
    ...(types ? { types } : {}),
  };
}

/** Whether an event passes a filter. Audit rows are history: they are not sent live. */
function matcher(filter: EventFilter): (labels: Labels) => boolean {
  const servers = filter.server_ids ? new Set(filter.server_ids) : null;
  const projects = filter.project_ids ? new Set(filter.project_ids) : null;
  const instances = filter.instance_ids ? new Set(filter.instance_ids) : null;
  const exact = new Set(filter.types?.filter((type) => !type.endsWith('*')));
  const beginnings = filter.types?.filter((type) => type.endsWith('*')).map((type) => type.slice(0, -1));
  return (labels) => {
    if (labels.audit) return false;
    if (servers !== null && (labels.server_id === null || !servers.has(labels.server_id))) return false;
    if (projects !== null && (labels.project_id === null || !projects.has(labels.project_id))) return false;
    if (instances !== null && (labels.instance_id === null || !instances.has(labels.instance_id)))
      return false;
    if (beginnings === undefined) return true;
    return exact.has(labels.type) || beginnings.some((beginning) => labels.type.startsWith(beginning));
  };
}

/** Makes the service. */
export function createFeed(deps: FeedDeps): Feed {
  const { db, bus, rights } = deps;
  const viewOf = (actor: Actor, filter: EventFilter): ((labels: Labels) => boolean) => {
    const passes = matcher(filter);
    return (labels) => passes(labels) && rights.sees(actor, labels);
  };
  const log = async (): Promise<{ epoch: string; head: number; pruned: number }> => {
    const pruned = await db.read.settings.get('events_pruned');
    return {
      epoch: bus.epoch,
      head: await db.read.events.head(),
      pruned: typeof pruned === 'number' ? pruned : 0,
    };
  };
  return {
    newStreamId: () => deps.streamIds.make(),
    subscribe: async (caller, wish) => {
      const sees = viewOf(actorOf(caller), readFilter(wish.filter ?? {}));
      const subscription = await bus.subscribe(wish.cursor ?? null, sees);
      return {
        kind: 'events',
        answer: {
          epoch: bus.epoch,
          from: writeCursor(bus.epoch, subscription.from),
          head: writeCursor(bus.epoch, subscription.head),
        },
        start: (sink) => subscription.start(sink),
        resume: () => subscription.resume(),
        close: () => subscription.close(),
      };
    },
    openPanel: (stream, last_event_id) => deps.panel.open(stream, last_event_id),
    bindPanel: (caller, stream) => deps.panel.bind(stream, actorOf(caller)),
    history: async (caller, wish) => {
      const actor = actorOf(caller);
      const state = await log();
      const filter = readFilter(wish.filter ?? {});
      const from = wish.cursor === undefined ? undefined : readCursor(wish.cursor, state);
      const until = wish.until === undefined ? undefined : readCursor(wish.until, state);
      const read = await db.read.events.page({
        ...(from === undefined ? {} : wish.descending ? { before: from } : { after: from }),
        ...(until === undefined ? {} : { until }),
        limit: wish.limit + 1,
        descending: wish.descending,
        filter: { ...filter, retention: 'event' },
        visible: rights.events(actor),
      });
      const rows = read.slice(0, wish.limit);
      const last = rows.at(-1);
      const more = last !== undefined && read.length > wish.limit;
      return { rows, cursor: more ? writeCursor(bus.epoch, last.id) : null };
    },
  };
}

export { wireEvent };
