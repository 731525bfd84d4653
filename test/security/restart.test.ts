// The database across ends of every kind: kill -9, files copied while they are written, backup, a newer schema, SIGTERM
// under load, SIGHUP for a new certificate (REL-73, REL-78, REL-79, SEC-33). Runs the built product.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import DatabaseDriver from 'better-sqlite3';
import t from 'tap';
import { WebSocket } from 'ws';
import { builtMain, type House, startHouse } from '../proof/support/house.js';
import { selfSigned } from '../support/certificates.js';
import { until } from '../support/until.js';
import { call, readAll } from './support.js';

const run = promisify(execFile);
t.setTimeout(120_000);

/** Clients that make tokens of known names until told to stop; `names` were acknowledged. */
function writers(house: House, count: number, prefix: string) {
  const names: string[] = [];
  const refused: string[] = [];
  let stopped = false;
  const work = async (client: number): Promise<void> => {
    for (let number = 0; !stopped; number++) {
      const token_name = `${prefix}-${client}-${number}`;
      const params = { token_name, token_lifetime: 3600, token_revoke_all: false };
      try {
        const { status, text } = await call(house.url, 'token.create', params, { token: house.token });
        if (status === 200) names.push(token_name);
        else refused.push(text);
      } catch {
        // Not acknowledged: whether it happened is not known, which is allowed.
        return;
      }
    }
  };
  const all = Promise.all(Array.from({ length: count }, (_, client) => work(client)));
  return {
    names,
    refused,
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}

/** What a database file holds, as another program reads it: its faults and the names of all tokens. */
function inspect(file: string): { integrity: unknown; names: Set<string> } {
  const db = new DatabaseDriver(file);
  try {
    const integrity = db.pragma('integrity_check', { simple: true });
    const rows = db.prepare('select name from api_tokens').all() as { name: string }[];
    return { integrity, names: new Set(rows.map(({ name }) => name)) };
  } finally {
    db.close();
  }
}

const lost = (acknowledged: readonly string[], there: ReadonlySet<string>): string[] =>
  acknowledged.filter((name) => !there.has(name));

/** Copies the database files of a stopped or frozen process. */
async function copyDatabase(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of ['gantry.db', 'gantry.db-wal', 'gantry.key']) {
    await copyFile(join(from, name), join(to, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

await t.test('REL-73 kill -9 under load, and files copied in the middle of writes', async (t) => {
  const house = await startHouse();
  const copies = await mkdtemp(join(tmpdir(), 'gantry-copies-'));
  t.teardown(async () => {
    await house.close();
    await rm(copies, { recursive: true, force: true });
  });
  const { pid } = house;
  const all: string[] = [];
  const load = writers(house, 4, 'copied');
  for (let round = 0; round < 6; round++) {
    const seen = load.names.length;
    await until(() => load.names.length >= seen + 7 + round * 3);
    // Frozen between any two instructions: what the disk holds now is what a power cut would leave.
    process.kill(pid, 'SIGSTOP');
    const acknowledged = [...load.names];
    const folder = join(copies, `${round}`);
    const torn = join(copies, `${round}-torn`);
    try {
      await copyDatabase(house.dir, folder);
      await copyDatabase(house.dir, torn);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    const whole = inspect(join(folder, 'gantry.db'));
    t.equal(whole.integrity, 'ok');
    t.same(
      lost(acknowledged, whole.names),
      [],
      `round ${round}: ${acknowledged.length} acknowledged rows are there`,
    );
    const wal = join(torn, 'gantry.db-wal');
    const { size } = await stat(wal);
    await truncate(wal, Math.max(0, size - 1 - round * 1111));
    const after = inspect(join(torn, 'gantry.db'));
    t.equal(after.integrity, 'ok', 'a torn end of the journal opens');
  }
  await load.stop();
  all.push(...load.names);
  for (let round = 0; round < 3; round++) {
    const again = writers(house, 4, `killed-${round}`);
    await until(() => again.names.length >= 20 + round * 5);
    await house.kill9();
    await again.stop();
    all.push(...again.names);
    await house.start();
    t.equal((await call(house.url, 'health.ready', {})).status, 200, 'opens at once after kill -9');
  }
  const rows = await readAll(house.url, 'token.get', house.token);
  t.same(
    lost(all, new Set(rows.map(({ attributes }) => String(attributes['token_name'])))),
    [],
    `${all.length} acknowledged rows are there`,
  );
  t.same(await house.errors(), []);
});

await t.test(
  'REL-78 REL-61 backup while it runs: whole, and of another epoch; a newer schema is refused',
  async (t) => {
    const house = await startHouse();
    const folder = await mkdtemp(join(tmpdir(), 'gantry-backup-'));
    t.teardown(async () => {
      await house.close();
      await rm(folder, { recursive: true, force: true });
    });
    const gantry = (...args: string[]) =>
      run(process.execPath, [builtMain(), ...args], { env: { PATH: process.env['PATH'] } });
    const connection = house.client().socket();
    const { head: cursor } = await connection.subscribe({}).ready;
    connection.close();
    t.match(cursor, /^[0-9a-f]+\.\d+$/);

    const load = writers(house, 4, 'backed-up');
    await until(() => load.names.length >= 10);
    const acknowledged = [...load.names];
    const file = join(folder, 'gantry.db');
    const { stdout } = await gantry('backup', file, '--data', house.dir);
    t.match(stdout, file);
    t.equal((await stat(file)).mode & 0o077, 0, 'for its owner only');
    await load.stop();
    t.same(load.refused, [], 'nobody was held up');
    const copy = inspect(file);
    t.equal(copy.integrity, 'ok');
    t.same(lost(acknowledged, copy.names), [], 'what was acknowledged before is in it');
    await t.rejects(gantry('backup', file, '--data', house.dir), { code: 1, stderr: /exists already/ });
    await t.rejects(gantry('backup', join(folder, 'x'), '--data', folder + '/nowhere'), {
      code: 1,
      stderr: /does not exist/,
    });
    await t.rejects(gantry('migrate', '--data', house.dir), {
      code: 1,
      stderr: /another Gantry process uses this data folder/,
    });

    // Put back in place, as docs/operating.md says.
    await house.stop();
    await copyFile(file, house.database);
    for (const name of ['-wal', '-shm']) await rm(`${house.database}${name}`, { force: true });
    await house.start();
    const restored = await call(house.url, 'event.list', { cursor }, { token: house.token });
    t.match(
      restored,
      { status: 410, body: { errors: [{ code: 'epoch_changed' }] } },
      'an old cursor is told so',
    );
    t.equal((await call(house.url, 'user.get', {}, { token: house.token })).status, 200);
    await house.stop();

    const db = new DatabaseDriver(house.database);
    db.prepare("insert into migrations (name, applied_at) values ('9999_tomorrow', 0)").run();
    db.close();
    for (const command of ['migrate', 'serve']) {
      await t.rejects(gantry(command, '--data', house.dir), {
        code: 1,
        stderr: /written by a newer Gantry \(9999_tomorrow\)/,
      });
    }
    const repaired = new DatabaseDriver(house.database);
    repaired.prepare("delete from migrations where name = '9999_tomorrow'").run();
    repaired.close();
    t.match((await gantry('migrate', '--data', house.dir)).stdout, /nothing to do/);
  },
);

await t.test(
  'REL-79 SIGTERM under load: what was acknowledged stands, readers get their cursor',
  async (t) => {
    const house = await startHouse();
    t.teardown(() => house.close());
    const load = writers(house, 6, 'stopped');
    const seen: number[] = [];
    const subscribe = (cursor: string | null) => {
      const socket = new WebSocket(`${house.url.replace('http', 'ws')}/v1/event.subscribe`, {
        headers: { authorization: `Bearer ${house.token}` },
      });
      socket.on('open', () =>
        socket.send(
          JSON.stringify({
            type: 'event.subscribe',
            request_id: '1',
            body: cursor === null ? {} : { cursor },
          }),
        ),
      );
      socket.on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as { type?: string; body?: { id?: number } };
        for (const id of [...JSON.stringify(frame).matchAll(/"id":(\d+),"type":"token\.created"/g)])
          seen.push(Number(id[1]));
      });
      return socket;
    };
    const socket = subscribe(null);
    await until(() => seen.length >= 20);
    const closed = once(socket, 'close') as Promise<[number, Buffer]>;
    const stopping = house.stop();
    const [code, reason] = await closed;
    await stopping;
    await load.stop();
    t.equal(code, 1012);
    t.match(reason.toString(), /^[0-9a-f]+\.\d+$/, 'the cursor to go on from');
    t.equal(house.alive, false, 'it ended by itself');
    t.same(await house.errors(), []);
    for (const text of load.refused) t.match(text, /"code":"unavailable"/, 'refused, not failed');
    const there = inspect(house.database);
    t.equal(there.integrity, 'ok');
    t.same(lost(load.names, there.names), [], `${load.names.length} acknowledged calls stand`);
    await house.start();
    const again = subscribe(reason.toString());
    t.teardown(() => again.terminate());
    await once(again, 'open');
    const one = { token_name: 'after', token_lifetime: 3600, token_revoke_all: false };
    t.equal((await call(house.url, 'token.create', one, { token: house.token })).status, 200);
    const db = new DatabaseDriver(house.database, { readonly: true });
    const wanted = (
      db.prepare("select id from events where type = 'token.created' order by id").all() as { id: number }[]
    ).map(({ id }) => id);
    db.close();
    const [first = 0] = seen;
    const expected = wanted.filter((id) => id >= first);
    await until(() => seen.length >= expected.length);
    t.same(seen, expected, 'every event once, across the restart');
  },
);

/** A TLS connection, kept open. */
function handshake(port: number): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => resolve(socket));
    socket.once('error', reject);
  });
}

const shown = (socket: TLSSocket): string =>
  socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase();

await t.test('SEC-33 SEC-32 a replaced certificate and SIGHUP; Host is checked', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'gantry-tls-'));
  const [one, two] = [await selfSigned('one'), await selfSigned('two')];
  const files = { cert: join(dir, 'server.pem'), key: join(dir, 'server.key') };
  const place = async (pair: { cert: string; key: string }): Promise<void> => {
    await writeFile(files.cert, pair.cert);
    await writeFile(files.key, pair.key, { mode: 0o600 });
  };
  await place(one);
  const child = fork(
    builtMain(),
    [
      'serve',
      '--data',
      join(dir, 'data'),
      '--listen',
      'https://127.0.0.1:0',
      '--tls.cert',
      files.cert,
      '--tls.key',
      files.key,
      '--hosts',
      'panel.test',
    ],
    {
      execArgv: [],
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  t.teardown(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(dir, { recursive: true, force: true });
  });
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [{ urls }] = (await once(child, 'message')) as [{ urls: string[] }];
  const port = Number(new URL(urls[0] ?? '').port);
  const old = await handshake(port);
  t.equal(shown(old), one.fingerprint);

  await place(two);
  child.kill('SIGHUP');
  await until(async () => {
    const socket = await handshake(port);
    const fingerprint = shown(socket);
    socket.destroy();
    return fingerprint === two.fingerprint;
  });
  let answer = '';
  old.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  old.write('GET /v1/health.alive HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await until(() => answer.includes('"response":true'), { what: 'the old connection to live on' });
  old.destroy();

  // A pair that does not fit is refused, and the good one stays.
  await writeFile(files.cert, one.cert);
  child.kill('SIGHUP');
  await until(() => log.includes('reload failed'));
  t.notMatch(log, /at .*\.js:\d/, 'as a sentence');
  const still = await handshake(port);
  t.equal(shown(still), two.fingerprint);
  still.destroy();

  const ask = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/v1/health.alive', rejectUnauthorized: false, headers: { host } },
        (got) => {
          got.resume();
          resolve(got.statusCode ?? 0);
        },
      );
      asked.once('error', reject);
      asked.end();
    });
  for (const good of [
    'localhost',
    `localhost:${port}`,
    '127.0.0.1',
    '[::1]:9',
    '192.0.2.1',
    'panel.test',
    'PANEL.test:443',
  ])
    t.equal(await ask(good), 200, good);
  for (const bad of [
    'evil.test',
    'localhost.evil.test',
    'panel.test.evil',
    '127.0.0.1.evil.test',
    'xn--localhost-',
  ])
    t.equal(await ask(bad), 421, bad);
  child.kill('SIGTERM');
  t.same(await ended, [0, null]);
  t.notOk(
    (await readFile(join(dir, 'data/gantry.db-wal')).catch(() => Buffer.alloc(0))).length,
    'the journal is folded in',
  );
});
