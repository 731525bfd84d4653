// The fake's exec and console over websockets, as 5.0.2 was measured: secrets per stream, empty text for end of file,
// -1 for a command whose instance was stopped, and the mistakes that make the real daemon panic noted.
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Reply, RouteInput } from './instances.js';
import {
  Refusal,
  type ExecHandler,
  type FakeInstance,
  type FakeOperation,
  type Json,
  type SeenRequest,
} from './types.js';

const CONNECT_MS = 5_000;

interface Open {
  kind: 'exec' | 'console';
  instance: FakeInstance;
  operation: FakeOperation | null;
  secrets: Map<string, string>;
  sockets: Map<string, WebSocket>;
  connected: () => void;
  /** What was read of fd 0, by whoever plays the program. */
  input: (bytes: Buffer | null) => void;
  /** Ends the program from outside. */
  stop: (code: number) => void;
  size: { width: number; height: number };
}

export class FakeSessions {
  private readonly open = new Set<Open>();
  /** What would have crashed a real daemon. */
  readonly panics: string[] = [];
  /** Signals that commands were sent. */
  readonly signals: number[] = [];
  /** Secrets of all sockets: nobody but the two of us may see them. */
  readonly secrets: string[] = [];
  /** Commands that were started, in order. */
  readonly started: { kind: 'exec' | 'console'; body: Json }[] = [];

  get size(): number {
    return this.open.size;
  }

  /** POST exec or console. */
  begin({ operations, request, world }: RouteInput, instance: FakeInstance, kind: 'exec' | 'console'): Reply {
    if (instance.status !== 'Running') {
      throw new Refusal(400, instance.status === 'Frozen' ? 'Instance is frozen' : 'Instance is not running');
    }
    const body = (request.body ?? {}) as Json;
    const interactive = kind === 'console' || body['interactive'] === true;
    const names = interactive ? ['0', 'control'] : ['0', '1', '2', 'control'];
    const secrets = new Map(names.map((name) => [name, randomBytes(16).toString('hex')]));
    this.secrets.push(...secrets.values());
    const session: Open = {
      kind,
      instance,
      operation: null,
      secrets,
      sockets: new Map(),
      connected: () => undefined,
      input: () => undefined,
      stop: () => undefined,
      size: { width: Number(body['width'] ?? 80), height: Number(body['height'] ?? 25) },
    };
    this.open.add(session);
    this.started.push({ kind, body });
    const operation = operations.begin({
      project: instance.project,
      instance: instance.name,
      class: 'websocket',
      description: kind === 'exec' ? 'Executing command' : 'Showing console',
      resources: { instances: [`/1.0/instances/${instance.name}`] },
      metadata: { fds: Object.fromEntries(secrets) },
      run: async (_operation, update) => {
        try {
          await this.run(session, body, world.exec, interactive, update);
        } finally {
          this.open.delete(session);
          for (const socket of session.sockets.values()) socket.close();
        }
      },
    });
    session.operation = operation;
    return { kind: 'async', operation };
  }

  /** Takes the socket of an upgrade at an operation's websocket; null for other paths and for wrong secrets. */
  accepts({ path, query }: SeenRequest): ((ws: WebSocket) => void) | null {
    const id = /^\/1\.0\/operations\/([^/]+)\/websocket$/.exec(path)?.[1];
    for (const session of this.open) {
      if (session.operation?.id !== id) continue;
      for (const [name, secret] of session.secrets)
        if (secret === query['secret']) return (ws) => this.connect(session, name, ws);
    }
    return null;
  }

  private connect(session: Open, name: string, ws: WebSocket): void {
    if (session.kind === 'console' && name === '0' && !session.sockets.has('control'))
      this.panics.push('console data socket before control');
    session.sockets.set(name, ws);
    ws.on('error', () => ws.terminate());
    ws.on('message', (data, binary) => {
      const bytes = data as Buffer;
      if (name === '0') session.input(binary ? bytes : null);
      if (name !== 'control') return;
      const command = JSON.parse(bytes.toString()) as Json;
      const args = (command['args'] ?? {}) as Json;
      if (command['command'] === 'window-resize')
        session.size = { width: Number(args['width']), height: Number(args['height']) };
      else if (command['command'] === 'signal') {
        this.signals.push(Number(command['signal']));
        session.stop(128 + Number(command['signal']));
      }
    });
    if (name === 'control') ws.on('close', () => session.stop(137));
    if (session.sockets.size === session.secrets.size) session.connected();
  }

  /** The instance stopped: commands die with it, consoles stay as they are. */
  ended(instance: { project: string; name: string }): void {
    for (const session of this.open)
      if (session.instance.name === instance.name && session.kind === 'exec') session.stop(-1);
  }

  private async run(
    session: Open,
    body: Json,
    exec: ExecHandler,
    interactive: boolean,
    update: (metadata: Json) => void,
  ): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        if (session.kind === 'exec') reject(new Error('Timed out waiting for websockets to connect'));
      }, CONNECT_MS);
      timer.unref();
      session.connected = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const code = await new Promise<number>((resolve) => {
      session.stop = resolve;
      if (interactive) terminal(session, resolve);
      else void program(session, body, exec, resolve);
    });
    if (session.kind === 'console') return;
    if (code === -1) {
      update({ return: code });
      throw new Error('Failed to retrieve PID of executing child process');
    }
    await endOutput(session, interactive);
    update({ return: code });
    if (code === 127) throw new Error('Command not found');
  }
}

/** End of file on what carries output; on a terminal 5.0.2 then waits until its client hangs up. */
async function endOutput(session: Open, interactive: boolean): Promise<void> {
  for (const name of interactive ? ['0'] : ['1', '2']) session.sockets.get(name)?.send('', { binary: false });
  const data = session.sockets.get('0');
  if (!interactive || data === undefined || data.readyState > 1) return;
  await new Promise((resolve) => data.once('close', resolve));
}

/** A shell that echoes: `exit N` ends it, `size` shows the terminal's. */
function terminal(session: Open, done: (code: number) => void): void {
  const data = session.sockets.get('0');
  let line = '';
  data?.send(Buffer.from(session.kind === 'console' ? `${session.instance.name} login: ` : '$ '));
  session.input = (bytes) => {
    if (bytes === null) return;
    for (const letter of bytes.toString()) {
      if (letter !== '\n' && letter !== '\r') {
        line += letter;
        continue;
      }
      const { width, height } = session.size;
      const [word, argument] = line.split(' ');
      data?.send(Buffer.from(`${line}\r\n${word === 'size' ? `${height} ${width}\r\n` : ''}$ `));
      line = '';
      if (word === 'exit') done(Number(argument ?? 0));
    }
  };
}

/** `cat`, `flood BYTES`, `sleep`, and what the fake's exec knows. */
async function program(
  session: Open,
  body: Json,
  run: ExecHandler,
  done: (code: number) => void,
): Promise<void> {
  const command = Array.isArray(body['command']) ? body['command'].map(String) : [];
  const out = (name: string, bytes: Buffer): void => session.sockets.get(name)?.send(bytes);
  if (command[0] === 'cat') {
    session.input = (bytes) => (bytes === null ? done(0) : out('1', bytes));
    return;
  }
  if (command[0] === 'sleep') return;
  if (command[0] === 'flood') {
    const socket = session.sockets.get('1');
    for (let left = Number(command[1]); left > 0; left -= 32_768) {
      await new Promise<void>((resolve) =>
        socket?.send(Buffer.alloc(Math.min(left, 32_768), 0x78), () => resolve()),
      );
    }
    return done(0);
  }
  const { code, stdout, stderr } = await run(command, session.instance);
  if (stdout !== '') out('1', Buffer.from(stdout));
  if (stderr !== '') out('2', Buffer.from(stderr));
  done(code);
}
