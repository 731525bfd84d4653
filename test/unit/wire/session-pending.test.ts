// A session whose ticket is still being looked at: nothing is lost, nothing outlives a refusal (SEC-47).
import t from 'tap';
import { AppError } from '../../../src/errors.js';
import type { OpenSession, SessionOver, SessionSink } from '../../../src/registry/registry.js';
import { pendingSession } from '../../../src/wire/session-pending.js';

function house() {
  const did: string[] = [];
  const overs: SessionOver[] = [];
  let give: (session: OpenSession) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const redeemed = new Promise<OpenSession>((resolve, reject) => {
    give = resolve;
    refuse = reject;
  });
  const real: OpenSession = {
    kind: 'console',
    terminal: true,
    user_id: 7,
    expires_at: 5,
    start: () => void did.push('start'),
    write: (bytes) => void did.push(`write ${Buffer.from(bytes).toString()}`),
    eof: () => void did.push('eof'),
    resize: (width, height) => void did.push(`resize ${width} ${height}`),
    signal: (number) => void did.push(`signal ${number}`),
    pause: () => void did.push('pause'),
    resume: () => void did.push('resume'),
    close: (reason) => void did.push(`close ${reason}`),
  };
  const sink = { over: (end: SessionOver) => void overs.push(end) } as unknown as SessionSink;
  const session = pendingSession(
    () => redeemed,
    (thrown) => (thrown instanceof AppError ? thrown : new AppError('internal', 'x')),
  );
  session.start(sink);
  return { session, did, overs, give: () => give(real), refuse };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

t.test('what comes before the ticket was looked at is passed on in order, once', async (t) => {
  const { session, did, give } = house();
  session.resize(80, 24);
  session.write(Buffer.from('a'));
  session.write(Buffer.from('b'));
  session.eof();
  t.same(did, []);
  give();
  await turn();
  session.signal(15);
  t.same(did, ['start', 'resize 80 24', 'write a', 'write b', 'eof', 'signal 15']);
  t.match(session, { kind: 'console', terminal: true, user_id: 7, expires_at: 5 });
  session.close('stopping');
  t.equal(did.at(-1), 'close stopping');
});

t.test('a refusal ends it with its error', async (t) => {
  for (const [code, reason] of [
    ['unauthenticated', 'revoked'],
    ['not_found', 'forbidden'],
    ['bad_state', 'gone'],
    ['rate_limited', 'failed'],
  ] as const) {
    const { session, did, overs, refuse } = house();
    session.write(Buffer.from('a'));
    refuse(new AppError(code, 'no'));
    await turn();
    session.write(Buffer.from('b'));
    t.match(overs, [{ reason, exit_code: null, error: { code } }], code);
    t.same(did, []);
  }
});

t.test('a client that leaves meanwhile leaves nothing running', async (t) => {
  const { session, did, overs, give } = house();
  session.close('closed');
  give();
  await turn();
  t.same(did, ['close closed']);
  t.equal(overs.length, 1);
});
