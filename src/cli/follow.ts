// Long work until it ends: a bar on a terminal, fed by transient events; plain lines elsewhere.
import { ClientError, type AnyDocument, type Client } from '../client/client.js';
import type { Io } from './io.js';

const ENDED = new Set(['success', 'failure', 'cancelled']);

/** The operation an answer speaks of, or null when the work is done or there was none. */
export function operationOf(document: AnyDocument): number | null {
  if (Array.isArray(document.data)) return null;
  const { operation_id, operation_status } = document.data.attributes;
  return typeof operation_id === 'number' && !ENDED.has(String(operation_status)) ? operation_id : null;
}

/** Waits for an operation and says how it goes on standard error; resolves with its last document. */
export async function follow(
  client: Client,
  io: Io,
  id: number,
  title: string,
  quiet: boolean,
): Promise<AnyDocument> {
  const bar = io.tty && !quiet ? startBar(client, io, id, title) : null;
  let said = '';
  try {
    for (;;) {
      const document = await client.request(
        'operation.get',
        { operation_id: id, wait: 20 },
        { signal: io.signal },
      );
      const attributes = Array.isArray(document.data) ? {} : document.data.attributes;
      const status = String(attributes['operation_status']);
      if (ENDED.has(status)) {
        bar?.stop();
        if (!quiet) io.err(`${title}: ${status}\n`);
        if (status !== 'success') throw failure(attributes, status);
        return document;
      }
      if (bar === null && !quiet && status !== said) io.err(`${title}: ${status} (operation ${id})\n`);
      said = status;
    }
  } finally {
    bar?.stop();
  }
}

function failure(attributes: Record<string, unknown>, status: string): ClientError {
  const { operation_error: text, operation_error_code: code } = attributes;
  return new ClientError(
    typeof code === 'string' && code !== '' ? code : status,
    typeof text === 'string' && text !== '' ? text : `the operation ended as ${status}`,
  );
}

function startBar(client: Client, io: Io, id: number, title: string): { stop(): void } {
  const socket = client.socket();
  const events = socket.subscribe({ filter: { type: 'operation.*' } });
  let stopped = false;
  let stage = 'running';
  let percent: number | null = null;
  let turn = 0;
  const draw = (): void => {
    const width = Math.max(10, Math.min(30, io.columns - title.length - 30));
    const full = percent === null ? 0 : Math.round((percent / 100) * width);
    const body = percent === null ? pulse(width, turn++) : '#'.repeat(full) + '.'.repeat(width - full);
    io.err(`\r\u001b[K${title} [${body}] ${percent === null ? '' : `${Math.round(percent)} % `}${stage}`);
  };
  const timer = setInterval(draw, 120);
  draw();
  const read = async (): Promise<void> => {
    for await (const event of events) {
      if (event.operation_id !== id) continue;
      const { data } = event;
      if (typeof data['stage'] === 'string') stage = data['stage'];
      if (typeof data['percent'] === 'number') percent = data['percent'];
    }
  };
  // Without events the bar pulses; the operation itself is asked for its end.
  read().catch(() => undefined);
  return {
    stop: () => {
      if (stopped) return;
      stopped = true;
      clearInterval(timer);
      socket.close();
      io.err('\r\u001b[K');
    },
  };
}

function pulse(width: number, turn: number): string {
  const at = turn % width;
  return `${'.'.repeat(at)}#${'.'.repeat(width - at - 1)}`;
}
