// A session whose ticket is still being looked at: its socket is open, and what comes meanwhile waits (SEC-47).
import type { AppError } from '../errors.js';
import type { OpenSession, SessionOver, SessionSink } from '../registry/registry.js';

const REASONS: Readonly<Record<string, SessionOver['reason']>> = {
  unauthenticated: 'revoked',
  forbidden: 'forbidden',
  not_found: 'forbidden',
  bad_state: 'gone',
};

/**
 * The session that `redeem` will give, to be used at once. What is written before is passed on in order; how much that
 * may be is for whoever writes to bound. A refusal ends it with its error.
 */
export function pendingSession(
  redeem: () => Promise<OpenSession>,
  judge: (thrown: unknown) => AppError,
): OpenSession {
  let real: OpenSession | null = null;
  let over = false;
  let sink: SessionSink | null = null;
  let early: ((session: OpenSession) => void)[] = [];

  const end = (reason: SessionOver['reason'], error: AppError | null): void => {
    if (over) return;
    over = true;
    early = [];
    sink?.over({ reason, exit_code: null, error });
  };
  const begin = async (to: SessionSink): Promise<void> => {
    const session = await redeem();
    if (over) return session.close('closed');
    real = session;
    session.start(to);
    for (const work of early.splice(0)) work(session);
  };
  const send = (work: (session: OpenSession) => void): void => {
    if (real !== null) work(real);
    else if (!over) early.push(work);
  };

  return {
    get kind() {
      return real?.kind ?? 'exec';
    },
    get terminal() {
      return real?.terminal ?? false;
    },
    get user_id() {
      return real?.user_id ?? 0;
    },
    get expires_at() {
      return real?.expires_at ?? null;
    },
    start: (to) => {
      sink = to;
      begin(to).catch((thrown: unknown) => {
        const error = judge(thrown);
        end(REASONS[error.code] ?? 'failed', error);
      });
    },
    write: (bytes) => send((session) => session.write(bytes)),
    eof: () => send((session) => session.eof()),
    resize: (width, height) => send((session) => session.resize(width, height)),
    signal: (number) => send((session) => session.signal(number)),
    pause: () => send((session) => session.pause()),
    resume: () => send((session) => session.resume()),
    close: (reason) => {
      if (real !== null) real.close(reason);
      else end(reason, null);
    },
  };
}
