// Server-sent events: the event log for `curl -N` and EventSource, and the panel's stream; slow readers are closed.
import { AppError } from '../errors.js';
import type { EventStream, PanelStream, Stream } from '../registry/registry.js';
import { numberedOnly } from './encoded.js';
import type { Exchange } from './exchange.js';
import { errorDocument, queryParams, type Dict } from './frames.js';
import type { Connection, House } from './house.js';

const FILTERS = ['server_id', 'project_id', 'instance_id', 'type'] as const;

/** The params of a subscription written as a query: filters stand beside `cursor` and `stream`. */
export function streamParams(query: string): Dict {
  const params = queryParams(query);
  const filter: Dict = {};
  for (const name of FILTERS) {
    if (params[name] === undefined) continue;
    const value = params[name];
    filter[name] =
      name === 'type' && typeof value === 'string' && value.includes(',') ? value.split(',') : value;
    delete params[name];
  }
  if (Object.keys(filter).length > 0) params['filter'] = filter;
  return params;
}

/** Who a stream is counted for. */
export type Admitted = { user_id: number; token_id: number; expires_at: number | null } | { address: string };

/** Decides whether one more stream may open (SEC-65); throws `bad_request`, `unauthenticated`, `rate_limited`. */
export function admitStream(x: Exchange, params: Dict): Admitted {
  const { house, head } = x;
  if (house.draining)
    throw new AppError('unavailable', 'the server is stopping: try again', { retry_after: 5 });
  let admitted: Admitted;
  if (head.token !== null) {
    const { user_id, token_id, expires_at } = house.registry.authenticate(head.token);
    admitted = { user_id, token_id, expires_at };
  } else {
    if (params['stream'] === '') {
      throw new AppError('bad_request', 'stream is empty: take the one that config.get gives');
    }
    if (params['stream'] === undefined) throw new AppError('unauthenticated', 'a bearer token is needed');
    admitted = { address: head.peer.address };
  }
  requireRoom(house, admitted);
  return admitted;
}

function requireRoom(house: House, admitted: Admitted): void {
  const { limits } = house;
  if ('user_id' in admitted) {
    if (house.socketsPerUser.get(admitted.user_id) < limits.sockets_per_user) return;
    throw new AppError('rate_limited', `a user may hold ${limits.sockets_per_user} connections`, {
      retry_after: 5,
    });
  }
  if (house.panelStreams.get(admitted.address) < limits.panel_streams_per_address) return;
  throw new AppError('rate_limited', 'too many open streams from this address', { retry_after: 5 });
}

/** Turns an exchange into an event stream. */
export function openSse(x: Exchange, stream: Stream, admitted: Admitted): void {
  if (x.over || x.house.draining) {
    stream.close();
    x.fail(new AppError('unavailable', 'the server is stopping: try again', { retry_after: 5 }));
    return;
  }
  try {
    // It may have been revoked while the subscription was made; from here on we are told.
    if (x.head.token !== null) x.house.registry.authenticate(x.head.token);
    // Others may have come in between as well.
    requireRoom(x.house, admitted);
  } catch (error) {
    stream.close();
    x.fail(error);
    return;
  }
  new SseConnection(x, stream, admitted).open();
}

/** One message of a panel stream; line ends inside the data become lines of their own. */
export function panelMessage(id: string | null, data: string): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${id === null ? '' : `id: ${id}\n`}${lines.join('')}\n`;
}

class SseConnection implements Connection {
  private closed = false;
  private unwatch: (() => void) | null = null;
  /** What a reader that takes nothing is owed; null while it reads. */
  private held: { text: string; events: number }[] | null = null;
  private heldEvents = 0;
  private heldBytes = 0;
  private stalledAt = 0;
  private lastWrite: number;

  constructor(
    private readonly x: Exchange,
    private readonly stream: Stream,
    private readonly admitted: Admitted,
  ) {
    this.lastWrite = x.house.monotonic();
  }

  open(): void {
    const { x, stream, admitted } = this;
    const { house, res } = x;
    if ('user_id' in admitted) {
      house.socketsPerUser.add(admitted.user_id);
      this.unwatch = house.registry.onRevoked(admitted.token_id, () =>
        this.finish(new AppError('unauthenticated', 'token has been revoked')),
      );
    } else house.panelStreams.add(admitted.address);
    house.connections.add(this);
    x.pin();
    x.become(() => this.gone());
    res.onWritable(() => {
      this.drained();
      return true;
    });
    // An id without data sets Last-Event-ID, so a reader that leaves before its first event misses nothing.
    const first = stream.kind === 'events' ? `id: ${stream.answer.from}\n\n` : '\n';
    res.cork(() => {
      res.writeStatus('200 OK').writeHeader('Content-Type', 'text/event-stream');
      res.writeHeader('Cache-Control', 'no-store').writeHeader('X-Accel-Buffering', 'no');
      x.common();
      res.write(`: open\n${first}`);
    });
    if (stream.kind === 'events') this.startEvents(stream);
    else this.startPanel(stream);
  }

  sweep(now: number, wall: number): void {
    const expires = 'user_id' in this.admitted ? this.admitted.expires_at : null;
    if (expires !== null && wall >= expires)
      this.finish(new AppError('unauthenticated', 'the token has expired'));
    else if (this.held !== null) {
      if (now - this.stalledAt >= this.x.house.limits.stall_ms) this.drop();
    } else if (now - this.lastWrite >= this.x.house.limits.ping_ms) {
      this.write(':\n\n', 0);
    }
  }

  stop(): void {
    this.finish();
  }

  private startEvents(stream: EventStream): void {
    stream.start({
      deliver: (batch) => {
        // Progress is worth nothing later: a slow reader is spared it.
        const kept = this.held === null ? batch : numberedOnly(batch);
        return kept !== null && this.write(this.x.house.encoded.text(kept), kept.events.length);
      },
      end: (error) => this.finish(error),
    });
  }

  private startPanel(stream: PanelStream): void {
    stream.start({
      message: (id, data) => void this.write(panelMessage(id, data), 1),
      close: () => this.finish(),
    });
  }

  private write(text: string, events: number): boolean {
    if (this.closed) return false;
    if (this.held !== null) {
      this.held.push({ text, events });
      this.heldEvents += events;
      this.heldBytes += text.length;
      const { slow_events, slow_bytes } = this.x.house.limits;
      if (this.heldEvents > slow_events || this.heldBytes > slow_bytes) this.drop();
      return false;
    }
    let flowing = true;
    this.x.res.cork(() => {
      flowing = this.x.res.write(text);
    });
    this.lastWrite = this.x.house.monotonic();
    if (!flowing) {
      this.held = [];
      this.stalledAt = this.lastWrite;
    }
    return flowing;
  }

  private drained(): void {
    const held = this.held;
    if (this.closed || held === null) return;
    this.held = null;
    this.heldEvents = 0;
    this.heldBytes = 0;
    for (const { text, events } of held) this.write(text, events);
    if (this.held === null && this.stream.kind === 'events') this.stream.resume();
  }

  // The reader takes nothing: no farewell would reach it, and it resumes by Last-Event-ID.
  private drop(): void {
    if (this.closed) return;
    this.x.house.log.info(
      { request_id: this.x.head.id, address: this.x.head.peer.address },
      'slow event stream closed',
    );
    this.x.res.close();
  }

  private finish(error: AppError | null = null): void {
    if (this.closed) return;
    const { res } = this.x;
    const stalled = this.held !== null;
    this.gone();
    this.x.over = true;
    if (stalled) res.close();
    else {
      res.cork(() => {
        const data = error === null ? '{}' : JSON.stringify(errorDocument(error, this.x.head.id));
        res.write(`event: close\ndata: ${data}\n\n`);
        res.end();
      });
    }
  }

  private gone(): void {
    if (this.closed) return;
    this.closed = true;
    this.unwatch?.();
    this.held = null;
    const { house } = this.x;
    const { admitted } = this;
    if ('user_id' in admitted) house.socketsPerUser.remove(admitted.user_id);
    else house.panelStreams.remove(admitted.address);
    house.connections.delete(this);
    this.stream.close();
  }
}
