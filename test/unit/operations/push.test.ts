// Bringing an image to servers: those that are waited for hold up neither the others nor other users.
import t from 'tap';
import type { Caller } from '../../../src/core/access.js';
import { type PushDeps, createPusher } from '../../../src/core/simplestreams/push.js';
import { AppError } from '../../../src/errors.js';
import type { FreeContext, Json } from '../../../src/operations/kind.js';
import { simplestreamPush } from '../../../src/operations/kinds/simplestream.push.js';
import type { Host } from '../../../src/providers/provider.js';
import { until } from '../../support/until.js';

const FINGERPRINT = 'a'.repeat(64);

t.test('servers that are away keep no place, and at most four are sent to at a time', async (t) => {
  const [push] = simplestreamPush.steps;
  const stop = new AbortController();
  const notes: Json = {};
  const sending = { now: 0, most: 0 };
  const host = {
    findImage: () => Promise.resolve(null),
    importImage: async () => {
      sending.now += 1;
      sending.most = Math.max(sending.most, sending.now);
      await new Promise((resolve) => setImmediate(resolve));
      sending.now -= 1;
    },
  } as unknown as Host;
  const away = [1, 2, 3, 4, 5];
  const here = [6, 7, 8, 9, 10, 11, 12];
  const context = {
    input: {
      fingerprint: FINGERPRINT,
      servers: [...away, ...here].map((server_id) => ({ server_id, server_name: `s${server_id}` })),
      alias: '',
      move: false,
    },
    notes,
    signal: stop.signal,
    images: { own: () => Promise.resolve({ fingerprint: FINGERPRINT, size: 1, files: () => [] }) },
    reach: (server_id: number) =>
      here.includes(server_id)
        ? Promise.resolve(host)
        : new Promise((_resolve, reject) => {
            const left = (): void => reject(new AppError('cancelled', 'cancelled'));
            stop.signal.addEventListener('abort', left, { once: true });
          }),
    hooks: () => ({}),
    progress: () => undefined,
    note: (more: Json) => Promise.resolve(void Object.assign(notes, more)),
  } as unknown as FreeContext;
  const running = push?.run(context);
  await until(() => Object.keys(notes).length === here.length);
  t.same(Object.keys(notes).sort(), here.map((server_id) => `server.${server_id}`).sort());
  t.equal(sending.most, 4);
  stop.abort();
  await t.rejects(Promise.resolve(running), { code: 'cancelled' });
});

t.test('what one user has queued holds up no other', async (t) => {
  const lanes: unknown[] = [];
  const push = createPusher({
    audit: { change: (_caller: Caller, fn: (tx: null) => unknown) => fn(null) },
    fleet: { owned: (_caller: Caller, id: number) => Promise.resolve({ id, name: 'lab' }) },
    operations: {
      submit: (_tx: null, _caller: Caller, { input }: { input: Json }) => lanes.push(input['lane']),
      accept: () => Promise.resolve({}),
    },
    simplestreams: { catalogue: () => Promise.resolve({ offers: [{ fingerprint: FINGERPRINT }] }) },
  } as unknown as PushDeps);
  const wish = { fingerprint: FINGERPRINT, server_ids: [1], alias: '', move: false };
  for (const user_id of [1, 2, 1]) await push({ actor: { user_id } } as unknown as Caller, wish, {});
  t.equal(new Set(lanes).size, 2);
  t.equal(lanes[0], lanes[2], 'those of one user come one after the other');
});
