// What every host must do about sessions: a command's streams and exit code, a terminal, a console, and their ends.
import type { Test } from 'tap';
import { isAppError } from '../../../src/errors.js';
import type {
  ExecOptions,
  Host,
  HostSession,
  InstanceRef,
  SessionEnd,
  SessionListener,
} from '../../../src/providers/provider.js';
import { until } from '../until.js';

/** A listener that remembers. */
export class Heard implements SessionListener {
  out = '';
  err = '';
  bytes = 0;
  took = 0;
  ended: SessionEnd | null = null;

  data(stream: 1 | 2, bytes: Uint8Array): void {
    this.bytes += bytes.length;
    if (this.bytes > 100_000) return;
    if (stream === 1) this.out += Buffer.from(bytes).toString();
    else this.err += Buffer.from(bytes).toString();
  }

  taken(bytes: number): void {
    this.took += bytes;
  }

  end(end: SessionEnd): void {
    this.ended = end;
  }

  /** The end, once it is there. */
  async over(): Promise<SessionEnd | null> {
    await until(() => this.ended !== null, { timeout_ms: 10_000, what: 'the end of the session' });
    return this.ended;
  }
}

const PLAIN = { environment: {}, interactive: false, cwd: '', width: 80, height: 24 };

/** Runs the part on an instance that runs; it runs again at the end. */
export async function sessionConformance(t: Test, host: Host, ref: InstanceRef): Promise<void> {
  const exec = async (heard: Heard, options: Partial<ExecOptions>): Promise<HostSession> =>
    host.openExec(ref, { ...PLAIN, command: ['true'], ...options }, heard);
  const exit = (exit_code: number): SessionEnd => ({ reason: 'exit', exit_code, error: null });

  await t.test('sessions: a command, its streams apart, its input and its exit code', async (t) => {
    const plain = new Heard();
    await exec(plain, { command: ['sh', '-c', 'echo hi; echo wrong >&2; exit 3'] });
    t.same(await plain.over(), exit(3));
    t.equal(plain.out, 'hi\n');
    t.equal(plain.err, 'wrong\n');
    const unknown = new Heard();
    await exec(unknown, { command: ['nonesuch'] });
    t.same(await unknown.over(), exit(127));
    const cat = new Heard();
    const session = await exec(cat, { command: ['cat'] });
    session.write(Buffer.from('one\n'));
    session.write(Buffer.from('two\n'));
    session.eof();
    t.same(await cat.over(), exit(0));
    t.equal(cat.out, 'one\ntwo\n');
    t.equal(cat.took, 8, 'input counts as taken');
    session.write(Buffer.from('late'));
    session.close();
    t.same(cat.ended, exit(0), 'the end is the end');
  });

  await t.test('sessions: a signal, and a client that leaves', async (t) => {
    const killed = new Heard();
    (await exec(killed, { command: ['sleep', '1000'] })).signal(15);
    t.same(await killed.over(), exit(143));
    const left = new Heard();
    (await exec(left, { command: ['sleep', '1000'] })).close();
    t.match(left.ended, { reason: 'closed', exit_code: null });
    await host.idle(ref);
  });

  await t.test('sessions: a terminal ends with what its shell says', async (t) => {
    const heard = new Heard();
    const session = await exec(heard, { command: ['sh'], interactive: true });
    await until(() => heard.bytes > 0, { timeout_ms: 5_000, what: 'a prompt' });
    session.resize({ width: 101, height: 31 });
    session.write(Buffer.from('exit 5\n'));
    t.same(await heard.over(), exit(5));
    t.equal(heard.err, '', 'one stream');
  });

  await t.test('sessions: given up while opening, and refused where nothing runs', async (t) => {
    const control = new AbortController();
    control.abort();
    const heard = new Heard();
    await t.rejects(host.openConsole(ref, { width: 80, height: 24 }, heard, control.signal), {
      code: 'cancelled',
    });
    const stopped = { ...ref, name: 'no-such-instance' };
    const error: unknown = await host
      .openExec(stopped, { ...PLAIN, command: ['true'] }, heard)
      .catch((thrown: unknown) => thrown);
    t.equal(isAppError(error) ? error.code : error, 'not_found');
    t.equal(heard.ended, null, 'what was never open does not end');
  });

  await t.test('sessions: a stop ends them before it is sent', async (t) => {
    const console = new Heard();
    const command = new Heard();
    await host.openConsole(ref, { width: 80, height: 24 }, console);
    await exec(command, { command: ['sleep', '1000'] });
    await host.setState(ref, 'stop', { force: true, timeout_s: 10 });
    t.match(console.ended, { reason: 'gone', exit_code: null, error: null });
    t.match(command.ended, { reason: 'gone', exit_code: null, error: null });
    await host.setState(ref, 'start', { force: true, timeout_s: 10 });
  });
}
