// The panel's stream without a wire: what becomes of it when its token, its reader or its luck ends while it is bound.
import t from 'tap';
import type { OperationRow } from '../../../src/db/operations.js';
import type { Actor } from '../../../src/core/access.js';
import { createPanelStreams } from '../../../src/core/panel-stream.js';
import type { BusSink, BusSubscription } from '../../../src/events/bus.js';
import { until } from '../../support/until.js';

const ALICE: Actor = {
  user_id: 2,
  login: 'alice',
  is_admin: false,
  personal_project_id: 1,
  token_id: 7,
  kind: 'session',
  scopes: null,
  read_only: false,
  session_at: 0,
  expires_at: 1_000_000,
};

/** Streams over a bus that is slow to subscribe. */
function opened() {
  const waiting: (() => void)[] = [];
  const sinks: BusSink[] = [];
  const listeners = new Set<() => void>();
  const time = { now: 0 };
  const told = { closed: 0, ended: 0, messages: [] as string[] };
  const streams = createPanelStreams({
    bus: {
      epoch: 'e',
      subscribe: () =>
        new Promise<BusSubscription>((resolve) => {
          waiting.push(() =>
            resolve({
              from: 0,
              head: 0,
              start: (sink) => void sinks.push(sink),
              resume: () => undefined,
              close: () => void (told.closed += 1),
            }),
          );
        }),
    },
    clock: () => time.now,
    valid: () => true,
    operation: async (id) =>
      ({ id, kind: 'instance.start', request_id: 'r', status: 'success' }) as unknown as OperationRow,
    onRevoked: (_token_id, listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    auth_timeout_s: 10,
    onError: (error) => t.fail(String(error)),
  });
  const stream = streams.open('s', '');
  stream.start({
    message: (_id, data) => void told.messages.push(data),
    close: () => void (told.ended += 1),
  });
  const finish = (): void => {
    const event = { id: 5, json: '', value: { operation_id: 1 } };
    for (const sink of sinks) sink.deliver({ events: [event], cursor: 'e.5' });
  };
  return { streams, stream, waiting, sinks, listeners, time, told, finish };
}

t.test('SEC-09 a token that is revoked while its stream is being bound ends the stream', async (t) => {
  const { streams, waiting, sinks, listeners, told } = opened();
  const bound = streams.bind('s', ALICE);
  for (const listener of [...listeners]) listener();
  t.equal(told.ended, 1, 'heard at once');
  waiting[0]?.();
  await bound;
  t.same([told.closed, sinks.length, listeners.size], [1, 0, 0], 'and nothing is left open behind it');
});

t.test('a reader that leaves while its stream is being bound leaves nothing', async (t) => {
  const { streams, stream, waiting, sinks, listeners, told } = opened();
  const bound = streams.bind('s', ALICE);
  stream.close();
  waiting[0]?.();
  await bound;
  t.same([told.closed, sinks.length, listeners.size], [1, 0, 0]);
});

t.test('two event.auth at once bind once', async (t) => {
  const { streams, waiting, sinks, told, finish } = opened();
  const both = [streams.bind('s', ALICE), streams.bind('s', ALICE)];
  t.equal(waiting.length, 1);
  for (const go of waiting) go();
  await Promise.all(both);
  t.equal(sinks.length, 1);
  finish();
  await until(() => told.messages.length > 0);
  t.equal(told.messages.length, 1, 'each outcome once');
  streams.close();
  t.equal(told.closed, 1);
});

t.test('SEC-09 a stream tells nothing once its token has expired', async (t) => {
  const { streams, waiting, time, told, finish } = opened();
  const bound = streams.bind('s', ALICE);
  waiting[0]?.();
  await bound;
  time.now = 1_060_000;
  finish();
  t.same([told.ended, told.closed], [1, 1]);
  t.same(told.messages, []);
});
