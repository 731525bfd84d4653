// A session's socket without a host: input under its bounds, however small its frames are (SEC-47, SEC-65).
import t from 'tap';
import type { OpenSession } from '../../../src/registry/registry.js';
import type { House } from '../../../src/wire/house.js';
import { DEFAULT_LIMITS } from '../../../src/wire/limits.js';
import { SessionConnection, type SessionData } from '../../../src/wire/session.js';
import type { WebSocket } from '../../../src/wire/uws.js';

/** A connection between what a client sends and what the host is given. */
function connected(session_bytes: number) {
  const wrote: Buffer[] = [];
  const did: string[] = [];
  const ends: number[] = [];
  const nothing = (): void => undefined;
  const session: OpenSession = {
    kind: 'exec',
    terminal: false,
    user_id: 1,
    expires_at: null,
    start: nothing,
    write: (bytes) => {
      wrote.push(Buffer.from(bytes));
      did.push('write');
    },
    eof: () => void did.push('eof'),
    resize: nothing,
    signal: nothing,
    pause: nothing,
    resume: nothing,
    close: nothing,
  };
  const house = {
    limits: { ...DEFAULT_LIMITS, session_bytes },
    monotonic: () => 0,
    connections: new Set(),
  } as unknown as House;
  const ws = { send: () => 1, end: (code: number) => void ends.push(code) };
  const connection = new SessionConnection(house, session);
  connection.opened(ws as unknown as WebSocket<SessionData>);
  const send = (bytes: Uint8Array): void => connection.message(new Uint8Array(bytes).buffer, true);
  const control = (frame: object): void =>
    connection.message(new Uint8Array(Buffer.from(JSON.stringify(frame))).buffer, false);
  return { connection, wrote, did, ends, send, control };
}

t.test('SEC-65 small frames that the host does not take are kept as bytes, in order', async (t) => {
  const { connection, wrote, ends, send } = connected(100_000);
  const all = Buffer.from(Array.from({ length: 100_000 }, (_item, index) => index % 251));
  for (const byte of all) send(Uint8Array.of(byte));
  t.equal(wrote.length, 64, 'no more frames than that are on their way');
  t.same(ends, []);
  connection.taken(3);
  t.equal(wrote.length, 65, 'the rest is one frame');
  t.ok(Buffer.concat(wrote).equals(all));
  send(Uint8Array.of(7));
  connection.taken(60);
  send(Uint8Array.of(8));
  t.equal(wrote.length, 67, 'and once there is room, frames are passed on as they come');
  t.same(Buffer.concat(wrote).subarray(-2), Buffer.from([7, 8]));
  send(Buffer.alloc(63));
  t.same(ends, [4429], 'the window holds for what waits as well');
});

t.test('the end of input comes behind what waits', async (t) => {
  const { did, wrote, send, control } = connected(1000);
  for (let sent = 0; sent < 100; sent += 1) send(Uint8Array.of(sent));
  control({ type: 'eof' });
  t.same(did.slice(64), ['write', 'eof']);
  t.equal(Buffer.concat(wrote).length, 100);
});

t.test('SEC-65 frames without a byte count as messages', async (t) => {
  const { did, ends, send } = connected(1000);
  for (let sent = 0; sent < 100; sent += 1) send(new Uint8Array(0));
  t.same(ends, []);
  send(new Uint8Array(0));
  t.same(ends, [4429]);
  t.same(did, []);
});
