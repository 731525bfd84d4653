// Reads server-sent events of a running house.
import { until } from './until.js';

/** One message as it came. */
export interface SseMessage {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** An open stream. */
export interface SseStream {
  readonly status: number;
  readonly type: string;
  readonly messages: SseMessage[];
  readonly ended: boolean;
  /** The text of an answer that is no stream. */
  readonly text: string;
  count(messages: number): Promise<void>;
  close(): void;
}

/** Opens a stream and keeps every message. */
export async function openSse(url: string, headers: Record<string, string> = {}): Promise<SseStream> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  const messages: SseMessage[] = [];
  const state = { ended: false, text: '' };
  const type = response.headers.get('content-type') ?? '';
  const stream: SseStream = {
    status: response.status,
    type,
    messages,
    get ended() {
      return state.ended;
    },
    get text() {
      return state.text;
    },
    count: async (wanted) => {
      await until(() => messages.length >= wanted, { what: `${wanted} messages` });
    },
    close: () => stop.abort(),
  };
  if (!type.startsWith('text/event-stream')) {
    state.text = await response.text();
    return stream;
  }
  void (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n')) {
        const message = parse(rest.slice(0, end));
        if (message !== null) messages.push(message);
        rest = rest.slice(end + 2);
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => (state.ended = true));
  return stream;
}

function parse(block: string): SseMessage | null {
  const found = { id: '', event: 'message', data: '' };
  // As in a browser: a block without data sets the last id and is no message.
  let any = false;
  for (const line of block.split('\n')) {
    const match = /^(id|event|data): ?(.*)$/.exec(line);
    if (match === null) continue;
    any ||= match[1] === 'data';
    found[match[1] as 'id' | 'event' | 'data'] = match[2] ?? '';
  }
  return any ? found : null;
}
