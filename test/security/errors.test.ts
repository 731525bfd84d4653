// SEC-35: whatever breaks in whichever layer, a caller learns a code, a sentence and a request id, and nothing of stacks,
// SQL, paths or the addresses of hosts.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseDriver from 'better-sqlite3';
import t, { type Test } from 'tap';
import { WebSocket } from 'ws';
import { CONTRACTS } from '../../src/generated/schemas.js';
import { PASSWORD, startTestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { startWorld, type World } from '../support/world.js';
import { rawRequest } from './support.js';

/** What an inner layer might say, and what of it must never be seen. */
const POISON =
  'SELECT secret_hash FROM api_tokens failed at /srv/inner/place.ts:12 (10.9.8.7:8443, fd00:9:8:7::1, https://inner.example:8443/1.0)';
const HOST_SAYS =
  'Failed in "/var/lib/lxd/storage-pools/inner": dial tcp 10.9.8.7:8443: lookup inner.example on 10.9.8.1:53: Get "https://inner.example:8443/1.0": open /var/lib/lxd/inner: [fd00:9:8:7::1]:8443';
/** What an inner layer said; also in answers that went well, because lists and events carry errors of the past. */
const SAID = /secret_hash|api_tokens|10\.9\.8\.|fd00:9|inner/;
/** What no error says, whoever wrote it. */
const LEAK =
  /SELECT|SQLITE|no such table|\/(srv|var|tmp|work|usr|home)\/|node_modules|\.[jt]s:\d|\bat \w+[. (]|https?:\/\/|"stack"|127\.0\.0\.1:\d/;

const leaks = ({ status, text }: { status: number; text: string }): string | null =>
  (SAID.exec(text) ?? (status === 200 ? null : LEAK.exec(text)))?.[0] ?? null;

t.setTimeout(120_000);

/** Everything alice can be told: each call's text, over three wires. */
class Listener {
  readonly heard: { what: string; status: number; text: string }[] = [];

  constructor(
    private readonly world: World,
    readonly token: string,
  ) {}

  async http(method: string, params: unknown): Promise<{ status: number; text: string }> {
    const { status, text } = await rawRequest(`${this.world.app.url}/v1/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(params),
    });
    this.heard.push({ what: `${method} by HTTP`, status, text });
    return { status, text };
  }

  async rpc(method: string, params: unknown): Promise<void> {
    const { status, text } = await rawRequest(`${this.world.app.url}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    this.heard.push({ what: `${method} by JSON-RPC`, status, text });
  }

  async socket(calls: readonly (readonly [string, unknown])[]): Promise<void> {
    const socket = new WebSocket(`${this.world.app.url.replace('http', 'ws')}/v1/socket`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    socket.on('error', () => undefined);
    let answers = 0;
    socket.on('message', (data: Buffer) => {
      answers++;
      this.heard.push({ what: 'socket', status: 0, text: data.toString() });
    });
    let over = false;
    socket.on('close', () => (over = true));
    await until(() => over || socket.readyState === WebSocket.OPEN);
    for (const [type, body] of calls) {
      const before = answers;
      socket.send(JSON.stringify({ type, request_id: '1', body }));
      await until(() => over || answers > before, { what: `an answer to ${type}` });
    }
    socket.terminate();
  }

  /** No leak in anything heard so far. */
  clean(t: Test, why: string): void {
    const found = this.heard.flatMap((answer) => {
      const leak = leaks(answer);
      return leak === null ? [] : [`${answer.what}: ${leak} in ${answer.text.slice(0, 300)}`];
    });
    t.same(found, [], `${why} (${this.heard.length} answers)`);
    this.heard.length = 0;
  }
}

/** The example request of each method that alice may call and that answers at once. */
const EXAMPLES = CONTRACTS.filter(({ stream, scope }) => !stream && scope !== 'admin').map(
  (contract) => [contract.name, contract.examples[0]?.request ?? {}] as const,
);

/** Replaces every function of an object; gives what puts them back. */
function sabotage(
  target: object,
  name: string,
  fail: () => never,
  spare: readonly string[] = [],
): () => void {
  const kept = new Map<string, PropertyDescriptor>();
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
    if (typeof descriptor.value !== 'function' || spare.includes(`${name}.${key}`)) continue;
    kept.set(key, descriptor);
    Object.defineProperty(target, key, { ...descriptor, value: fail, configurable: true });
  }
  return () => {
    for (const [key, descriptor] of kept) Object.defineProperty(target, key, descriptor);
  };
}

const world = await startWorld();
t.teardown(() => world.close());
const alice = new Listener(world, world.userToken);
const { core } = world.app.app.core;

await t.test('SEC-35 services that throw', async (t) => {
  const faults: [string, () => never][] = [
    [
      'an Error',
      () => {
        throw new Error(POISON);
      },
    ],
    [
      'a TypeError with a cause',
      () => {
        throw new TypeError('x', { cause: new Error(POISON) });
      },
    ],
    [
      'an error of the system',
      () => {
        throw Object.assign(new Error(POISON), {
          code: 'ENOENT',
          path: '/srv/inner',
          syscall: 'open',
          errno: -2,
        });
      },
    ],
    [
      'text',
      () => {
        throw POISON as unknown as Error;
      },
    ],
    [
      'an error of the database',
      () => {
        throw Object.assign(new Error(POISON), { code: 'SQLITE_ERROR' });
      },
    ],
  ];
  const spare = [
    'accounts.authenticate',
    'tokens.authenticate',
    'accounts.onRevoked',
    'tokens.onRevoked',
    'health.stopping',
    'health.close',
  ];
  for (const [what, fail] of faults) {
    const undo = Object.entries(core).flatMap(([name, service]) =>
      typeof service === 'object' && service !== null && name !== 'config'
        ? [sabotage(service as object, name, fail, spare)]
        : [],
    );
    const addInstance = Object.getOwnPropertyDescriptor(core, 'addInstance') ?? {};
    Object.defineProperty(core, 'addInstance', { ...addInstance, value: fail, configurable: true });
    for (const [name, request] of EXAMPLES) {
      const { status, text } = await alice.http(name, request);
      if (status === 500) t.match(text, /"code":"internal"/);
    }
    await alice.rpc('instance.list', {});
    await alice.socket([
      ['instance.list', {}],
      ['instance.add', { server_id: 1, instance_name: 'a', instance_image: 'busybox' }],
      ['event.subscribe', {}],
    ]);
    const broken = alice.heard.filter(({ status }) => status === 500).length;
    for (const restore of undo) restore();
    Object.defineProperty(core, 'addInstance', addInstance);
    t.ok(broken >= EXAMPLES.length / 2, `${what}: ${broken} calls broke`);
    alice.clean(t, what);
  }
  t.equal((await alice.http('instance.list', {})).status, 200, 'whole again');
});

await t.test('SEC-35 a database that fails', async (t) => {
  const { db } = world.app.app;
  for (const code of ['SQLITE_ERROR', 'SQLITE_CORRUPT', 'SQLITE_IOERR_READ', 'SQLITE_BUSY']) {
    const fail = (): never => {
      throw Object.assign(new Error(`${POISON}: no such table: api_tokens`), { code });
    };
    const undo = Object.entries(db.read).map(([name, repository]) =>
      sabotage(repository as object, name, fail, ['tokens.actorByHashNow']),
    );
    undo.push(sabotage(db, 'db', fail, ['db.close', 'db.noteHead', 'db.onCommit']));
    for (const [name, request] of EXAMPLES) await alice.http(name, request);
    await alice.rpc('token.get', {});
    await alice.socket([
      ['token.get', {}],
      ['user.login', { user_login: 'alice', user_password: PASSWORD }],
    ]);
    for (const restore of undo) restore();
    t.ok(alice.heard.filter(({ status }) => status >= 500).length >= 8, code);
    alice.clean(t, code);
  }
  // Not even who calls can be found out: a token that is not in memory is read.
  const undo = sabotage(db.read.tokens, 'tokens', () => {
    throw Object.assign(new Error(POISON), { code: 'SQLITE_CORRUPT' });
  });
  const other = new Listener(world, world.otherToken);
  world.app.app.core.core.tokens.changed(3);
  t.ok((await other.http('user.get', {})).status >= 500);
  await other.rpc('user.get', {});
  await other.socket([['user.get', {}]]);
  undo();
  other.clean(t, 'authentication');
});

await t.test('SEC-35 hosts that say too much', async (t) => {
  const { host } = world;
  const add = (instance_name: string) => ({
    server_id: 1,
    instance_name,
    instance_image: 'busybox',
    wait: 20,
  });
  const look = async (): Promise<void> => {
    for (const [method, params] of [
      ['operation.list', { limit: 100 }],
      ['event.list', { limit: 1000 }],
      ['server.list', {}],
      ['server.get', { server_id: 1 }],
      ['instance.list', {}],
      ['instance.get', { instance_id: 1 }],
    ] as const) {
      await alice.http(method, params);
    }
  };
  const act = async (round: string): Promise<void> => {
    await alice.http('instance.action', { instance_id: 1, instance_status: 'restart-force', wait: 3 });
    await alice.http('instance.update', { instance_id: 2, instance_description: round, wait: 3 });
    await alice.http('instance.add', add(`new-${round}`));
    await look();
  };
  const inner = ({ path }: { path: string }): boolean =>
    /instances|images/.test(path) && !path.endsWith('/1.0/instances');
  for (const status of [400, 403, 404, 409, 500, 503]) {
    host.faults.refuse = (request) => (inner(request) ? { status, error: HOST_SAYS } : null);
    await act(`refuse-${status}`);
    host.faults.refuse = null;
    alice.clean(t, `refused with ${status}`);
  }
  host.faults.fail = () => HOST_SAYS;
  await act('fail');
  host.faults.fail = null;
  t.ok(
    alice.heard.some(({ text }) => text.includes('host_failed') || text.includes('not_found')),
    'it did fail',
  );
  alice.clean(t, 'a failed operation, its row and its events');
  for (const fault of ['garbage', 'lie', 'close_mid_body'] as const) {
    host.faults[fault] = inner;
    await act(fault.replaceAll('_', '-'));
    host.faults[fault] = null;
    alice.clean(t, fault);
  }
  await host.changeCertificate();
  await until(async () => (await alice.http('server.list', {})).text.includes('untrusted'), {
    timeout_ms: 15_000,
  });
  await act('pinned');
  alice.clean(t, 'another certificate');
  await host.down();
  await act('down');
  alice.clean(t, 'a host that is gone');
});

await t.test(
  'SEC-35 broken tables and a dead mail server; the log has what the answer leaves out',
  async (t) => {
    const logs = await mkdtemp(join(tmpdir(), 'gantry-errors-'));
    const log = join(logs, 'gantry.log');
    const app = await startTestApp({
      env: {
        GANTRY_LOG_LEVEL: 'info',
        GANTRY_LOG_FILE: log,
        GANTRY_SMTP_HOST: '127.0.0.1',
        GANTRY_SMTP_PORT: '1',
      },
    });
    t.teardown(async () => {
      await app.close();
      await rm(logs, { recursive: true, force: true });
    });
    const token = await app.admin();
    const mail = await app.call('user.register', {
      user_login: 'carol',
      user_email: 'carol@example.net',
      user_password: PASSWORD,
      user_passwordRepeat: PASSWORD,
    });
    t.equal(leaks({ status: mail.status, text: JSON.stringify(mail.body) }), null, 'mail');
    const db = new DatabaseDriver(join(app.dir, 'gantry.db'));
    db.exec('alter table ssh_keys rename to gone');
    db.close();
    for (const [method, params] of [
      ['ssh-key.get', {}],
      [
        'ssh-key.add',
        {
          key_name: 'laptop',
          key_public: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
        },
      ],
    ] as const) {
      const { status, body } = await app.call(method, params, { token });
      t.equal(status, 500);
      t.equal(leaks({ status, text: JSON.stringify(body) }), null, `${method}, to an administrator too`);
      const { request_id } = body['meta'] as { request_id: string };
      const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line.includes(request_id));
      t.ok(
        lines.some((line) => line.includes('no such table') && line.includes('"stack"')),
        'found in the log by its request id',
      );
    }
  },
);
