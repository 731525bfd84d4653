// Subscribers that write down every event number they are sent, across lost connections.
import { Unpackr } from 'msgpackr';
import { type RawData, WebSocket } from 'ws';
import { createClient } from '../../../src/client/client.js';
import type { Connection } from '../../../src/client/connection.js';

/** One subscriber. */
export interface Reader {
  readonly name: string;
  /** Every number the consumer of the client got, in order. */
  readonly ids: number[];
  /** Numbers as they came over the wire that were not above all before them: what the client had to drop. */
  readonly repeated: number[];
  readonly connections: number;
  readonly failure: Error | null;
  /** Cuts the connection without a word; false when there was none. */
  cut(): boolean;
  close(): void;
}

function idsIn(frame: unknown): number[] {
  if (typeof frame !== 'object' || frame === null || !('events' in frame)) return [];
  const { events } = frame;
  if (!Array.isArray(events)) return [];
  return (events as { id?: unknown }[]).map(({ id }) => id).filter((id) => typeof id === 'number');
}

/** Subscribes from the log's beginning. */
export function openReader(options: {
  name: string;
  url: string;
  token: string;
  format: 'json' | 'msgpack';
  buffer?: number;
}): Reader {
  const ids: number[] = [];
  const repeated: number[] = [];
  const unpackr = new Unpackr({ useRecords: false, int64AsType: 'number' });
  let highest = 0;
  let connections = 0;
  let live: WebSocket | null = null;
  let failure: Error | null = null;

  const tap = (socket: WebSocket): void => {
    // The one at work: a test cuts it from outside.
    live = socket;
    socket.on('open', () => void (connections += 1));
    socket.on('message', (data: RawData, binary: boolean) => {
      const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer);
      const frame: unknown = binary ? unpackr.unpack(bytes) : JSON.parse(bytes.toString('utf8'));
      for (const id of idsIn(frame)) {
        if (id <= highest) repeated.push(id);
        else highest = id;
      }
    });
  };
  class Tapped extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      tap(this);
    }
  }
  const client = createClient({ url: options.url, token: options.token, WebSocket: Tapped });
  const connection: Connection = client.socket({
    format: options.format,
    backoff_ms: 20,
    ...(options.buffer === undefined ? {} : { buffer: options.buffer }),
  });
  const subscription = connection.subscribe({ cursor: '0' });
  const read = async (): Promise<void> => {
    for await (const event of subscription) {
      if (event.id === undefined) continue;
      ids.push(event.id);
    }
  };
  read().catch((error: unknown) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  return {
    name: options.name,
    ids,
    repeated,
    get connections() {
      return connections;
    },
    get failure() {
      return failure;
    },
    cut: () => {
      if (live === null || live.readyState !== WebSocket.OPEN) return false;
      live.terminate();
      return true;
    },
    close: () => connection.close(),
  };
}

/** What is wrong with what a reader got, against the numbers it had to get; [] when nothing is. */
export function faultsOf(reader: Reader, expected: readonly number[]): string[] {
  const faults: string[] = [];
  if (reader.failure !== null) faults.push(`${reader.name}: ended with ${reader.failure.message}`);
  if (reader.repeated.length > 0) {
    faults.push(
      `${reader.name}: ${reader.repeated.length} numbers were sent twice or late, first ${reader.repeated[0]}`,
    );
  }
  const got = new Set(reader.ids);
  if (got.size !== reader.ids.length) faults.push(`${reader.name}: ${reader.ids.length - got.size} doubles`);
  const missing = expected.filter((id) => !got.has(id));
  if (missing.length > 0)
    faults.push(`${reader.name}: ${missing.length} numbers missing, first ${missing[0]}`);
  const wanted = new Set(expected);
  const alien = reader.ids.filter((id) => !wanted.has(id));
  if (alien.length > 0)
    faults.push(`${reader.name}: ${alien.length} numbers that are not in the log, first ${alien[0]}`);
  if (reader.ids.some((id, index) => index > 0 && id <= (reader.ids[index - 1] ?? 0))) {
    faults.push(`${reader.name}: out of order`);
  }
  return faults;
}
