// Event frames as bytes, made once per batch, subscription number and format, and shared by all readers.
import type { StreamBatch } from '../registry/registry.js';
import type { Msgpack } from './msgpack.js';

/** How a reader wants its frames. */
export interface FrameFormat {
  readonly envelope: 'native' | 'rpc';
  readonly msgpack: boolean;
}

/** The cache: entries go with their batch. */
export class EncodedBatches {
  private readonly frames = new WeakMap<StreamBatch, Map<number, Uint8Array>>();
  private readonly texts = new WeakMap<StreamBatch, string>();

  constructor(private readonly codec: Msgpack) {}

  /** The socket frame of a batch. */
  frame(batch: StreamBatch, subscription: number, format: FrameFormat): Uint8Array {
    let made = this.frames.get(batch);
    if (made === undefined) this.frames.set(batch, (made = new Map<number, Uint8Array>()));
    const key = subscription * 4 + (format.msgpack ? 2 : 0) + (format.envelope === 'rpc' ? 1 : 0);
    let frame = made.get(key);
    if (frame === undefined) made.set(key, (frame = encode(batch, subscription, format, this.codec)));
    return frame;
  }

  /** The server-sent events of a batch. */
  text(batch: StreamBatch): string {
    let text = this.texts.get(batch);
    if (text === undefined) this.texts.set(batch, (text = sseText(batch)));
    return text;
  }
}

/** A batch without what a slow reader may miss (progress); null when nothing is left. */
export function numberedOnly(batch: StreamBatch): StreamBatch | null {
  if (batch.events.every((event) => event.id !== null)) return batch;
  const events = batch.events.filter((event) => event.id !== null);
  return events.length === 0 ? null : { events, cursor: batch.cursor };
}

function encode(batch: StreamBatch, subscription: number, format: FrameFormat, codec: Msgpack): Uint8Array {
  const { envelope, msgpack } = format;
  if (msgpack) {
    const events = batch.events.map((event) => event.value);
    return codec.write(
      envelope === 'rpc'
        ? { jsonrpc: '2.0', method: 'event', params: { subscription, events } }
        : { type: 'event', subscription, events },
    );
  }
  const events = batch.events.map((event) => event.json).join(',');
  return Buffer.from(
    envelope === 'rpc'
      ? `{"jsonrpc":"2.0","method":"event","params":{"subscription":${subscription},"events":[${events}]}}`
      : `{"type":"event","subscription":${subscription},"events":[${events}]}`,
  );
}

function sseText(batch: StreamBatch): string {
  const epoch = batch.cursor.slice(0, batch.cursor.lastIndexOf('.') + 1);
  let text = '';
  for (const { id, json } of batch.events) {
    text += id === null ? `data: ${json}\n\n` : `id: ${epoch}${id}\ndata: ${json}\n\n`;
  }
  return text;
}
