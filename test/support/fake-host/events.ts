// The fake's event socket: order, delays, losses and duplicates as the faults say.
import type { WebSocket } from 'ws';
import type { Faults, Json } from './types.js';

interface Subscriber {
  socket: WebSocket;
  types: Set<string>;
  /** null: all projects. */
  project: string | null;
}

export class EventHub {
  private readonly subscribers = new Set<Subscriber>();
  private pending: { type: string; project: string; frame: string }[] = [];
  private timer: NodeJS.Timeout | null = null;
  sent = 0;

  constructor(
    private readonly faults: Faults,
    private readonly random: () => number,
  ) {}

  get size(): number {
    return this.subscribers.size;
  }

  subscribe(socket: WebSocket, search: URLSearchParams): void {
    const all = search.get('all-projects') === 'true';
    const subscriber: Subscriber = {
      socket,
      types: new Set((search.get('type') ?? 'operation,lifecycle,logging').split(',')),
      project: all ? null : (search.get('project') ?? 'default'),
    };
    this.subscribers.add(subscriber);
    socket.on('close', () => this.subscribers.delete(subscriber));
    socket.on('error', () => socket.terminate());
  }

  emit(type: string, project: string, metadata: Json, location = 'none'): void {
    const frame = JSON.stringify({ type, timestamp: new Date().toISOString(), location, project, metadata });
    if (this.faults.drop_events > 0 && this.random() < this.faults.drop_events) return;
    this.pending.push({ type, project, frame });
    if (this.faults.duplicate_events) this.pending.push({ type, project, frame });
    this.timer ??= setTimeout(() => this.flush(), this.faults.delay_events_ms);
  }

  /** Sends text as it is, for frames no healthy host would send. */
  raw(frame: string): void {
    for (const { socket } of this.subscribers) socket.send(frame);
  }

  /** Stops reading from every event socket: pings stay unanswered, as by a host that lost its power. */
  mute(): void {
    for (const { socket } of this.subscribers) socket.pause();
  }

  disconnect(): void {
    for (const { socket } of this.subscribers) socket.terminate();
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.pending = [];
    this.disconnect();
  }

  private flush(): void {
    this.timer = null;
    const batch = this.pending;
    this.pending = [];
    if (this.faults.reorder_events) {
      for (let i = batch.length - 1; i > 0; i -= 1) {
        const j = Math.floor(this.random() * (i + 1));
        const [picked] = batch.splice(j, 1, ...batch.slice(i, i + 1));
        if (picked !== undefined) batch[i] = picked;
      }
    }
    for (const event of batch) {
      for (const { socket, types, project } of this.subscribers) {
        if (!types.has(event.type) || (project !== null && project !== event.project)) continue;
        this.sent += 1;
        socket.send(event.frame);
      }
    }
  }
}
