// A second observer of a real LXD: counts what the daemon itself says it did, whatever Gantry believes.
import { WebSocket } from 'ws';

/** What was done to each instance, by name and LXD's lifecycle word. */
export interface Lifecycle {
  count(name: string, action: string): number;
  names(): string[];
  /** All of one instance, for messages. */
  of(name: string): string;
  close(): void;
}

interface Frame {
  type?: string;
  metadata?: { action?: string; source?: string; context?: { old_name?: string } };
}

/** Opens the socket and resolves when it listens. */
export async function watchLifecycle(socket: string): Promise<Lifecycle> {
  const counts = new Map<string, Map<string, number>>();
  /** Old names and what they became: what is told late of an old name belongs to the new one. */
  const renamed = new Map<string, string>();
  const current = (name: string): string => {
    const next = renamed.get(name);
    return next === undefined ? name : current(next);
  };
  const add = (name: string, word: string, times = 1): void => {
    const own = counts.get(name) ?? new Map<string, number>();
    counts.set(name, own.set(word, (own.get(word) ?? 0) + times));
  };
  const ws = new WebSocket(`ws+unix:${socket}:/1.0/events?type=lifecycle`);
  ws.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as Frame;
    const { action = '', source = '', context } = frame.metadata ?? {};
    const name = /^\/1\.0\/instances\/([^/?]+)/.exec(source)?.[1];
    if (name === undefined || !action.startsWith('instance-')) return;
    const word = action.slice('instance-'.length);
    if (word === 'renamed' && context?.old_name !== undefined) {
      const before = current(context.old_name);
      renamed.set(before, name);
      for (const [past, times] of counts.get(before) ?? []) add(name, past, times);
      counts.delete(before);
    }
    add(current(name), word);
  });
  await new Promise((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  // The daemon goes away at the end of a run; whoever counts has counted by then.
  ws.on('error', () => undefined);
  return {
    count: (name, action) => counts.get(name)?.get(action) ?? 0,
    names: () => [...counts.keys()],
    of: (name) => [...(counts.get(name) ?? [])].map(([word, count]) => `${word} ${count}`).join(', '),
    close: () => ws.terminate(),
  };
}
