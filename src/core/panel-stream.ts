// The panel's stream (native wire, section 3): bound by `event.auth`, then told how the user's calls ended.
import type { OperationRow } from '../db/operations.js';
import { AppError } from '../errors.js';
import type { Bus, BusSubscription } from '../events/bus.js';
import type { Actor } from './access.js';
import { isOver } from './token-cache.js';

/**
 * How long a message waits: the panel registers its callback only after it has read the answer of the
 * call, and an event that overtakes the answer is lost on it.
 */
const SLACK_MS = 120;

/** Methods whose outcome the panel waits for, by kind of operation. */
function methodOf(kind: string): string | null {
  if (kind === 'instance.create') return 'instance.add';
  return /^instance\.(start|stop|restart|freeze|unfreeze)$/.test(kind) ? 'instance.action' : null;
}

export interface PanelSink {
  message(id: string | null, data: string): void;
  close(): void;
}

export interface PanelStreams {
  /** An open stream, not yet bound to anyone. */
  open(stream: string, last_event_id: string): { start(sink: PanelSink): void; close(): void };
  /** Binds a stream to a user; throws `not_found` for one that is not open. */
  bind(stream: string, actor: Actor): Promise<void>;
  close(): void;
}

interface Open {
  sink: PanelSink | null;
  last_event_id: string;
  subscription: BusSubscription | null;
  timer: NodeJS.Timeout | null;
  offRevoked: (() => void) | null;
  closed: boolean;
}

export interface PanelStreamsDeps {
  bus: Pick<Bus, 'subscribe' | 'epoch'>;
  clock: () => number;
  valid: (stream: string) => boolean;
  operation: (id: number) => Promise<OperationRow | undefined>;
  onRevoked: (token_id: number, listener: () => void) => () => void;
  auth_timeout_s: number;
  onError: (error: unknown) => void;
}

/** Makes the streams. */
export function createPanelStreams(deps: PanelStreamsDeps): PanelStreams {
  const open = new Map<string, Set<Open>>();

  const end = (stream: string, entry: Open, tell: boolean): void => {
    if (entry.closed) return;
    entry.closed = true;
    if (entry.timer) clearTimeout(entry.timer);
    entry.offRevoked?.();
    entry.subscription?.close();
    const set = open.get(stream);
    set?.delete(entry);
    if (set?.size === 0) open.delete(stream);
    if (tell) entry.sink?.close();
  };

  const tell = async (entry: Open, operation_id: number, cursor: string): Promise<void> => {
    const row = await deps.operation(operation_id);
    const type = row === undefined ? null : methodOf(row.kind);
    if (row === undefined || type === null || row.request_id === '') return;
    const body =
      row.status === 'success'
        ? { data: { type: 'instance', attributes: { response: true, operation_id: row.id } } }
        : { errors: [{ status: '502', code: row.error_code, detail: row.error || 'the operation failed' }] };
    const data = JSON.stringify({ type, request_id: row.request_id, body: JSON.stringify(body) });
    setTimeout(() => {
      if (!entry.closed) entry.sink?.message(cursor, data);
    }, SLACK_MS).unref();
  };

  return {
    open: (stream, last_event_id) => {
      if (!deps.valid(stream))
        throw new AppError('not_found', 'stream is not one that config.get has given out');
      const entry: Open = {
        sink: null,
        last_event_id,
        subscription: null,
        timer: null,
        offRevoked: null,
        closed: false,
      };
      return {
        start: (sink) => {
          entry.sink = sink;
          const set = open.get(stream) ?? new Set();
          open.set(stream, set.add(entry));
          entry.timer = setTimeout(() => end(stream, entry, true), deps.auth_timeout_s * 1000);
          entry.timer.unref();
        },
        close: () => end(stream, entry, false),
      };
    },
    bind: async (stream, actor) => {
      const set = open.get(stream);
      if (set === undefined)
        throw new AppError('not_found', 'stream is not open: open event.subscribe first');
      for (const entry of [...set]) {
        if (entry.offRevoked !== null || entry.closed) continue;
        // Before anything is awaited: what is revoked from here on is heard, and a second call finds it bound.
        entry.offRevoked = deps.onRevoked(actor.token_id, () => end(stream, entry, true));
        if (entry.timer) clearTimeout(entry.timer);
        const sees = (labels: { type: string; user_id: number | null }): boolean =>
          labels.type === 'operation.finished' && labels.user_id === actor.user_id;
        const from = entry.last_event_id === '' ? null : entry.last_event_id;
        // A cursor of another life is no reason to refuse the panel: it then hears what comes from now on.
        const subscription = await deps.bus
          .subscribe(from, sees)
          .catch(() => deps.bus.subscribe(null, sees))
          .catch((error: unknown) => {
            end(stream, entry, true);
            throw error;
          });
        // Revoked, or its reader left, meanwhile: nobody else would close this.
        if (entry.closed) {
          subscription.close();
          continue;
        }
        entry.subscription = subscription;
        subscription.start({
          deliver: (batch) => {
            if (isOver(actor.expires_at, deps.clock())) {
              end(stream, entry, true);
              return false;
            }
            for (const event of batch.events) {
              const operation_id = event.value['operation_id'];
              if (typeof operation_id !== 'number') continue;
              tell(entry, operation_id, `${deps.bus.epoch}.${event.id}`).catch(deps.onError);
            }
            return true;
          },
          end: () => end(stream, entry, true),
        });
      }
    },
    close: () => {
      for (const [stream, set] of open) for (const entry of set) end(stream, entry, true);
    },
  };
}
