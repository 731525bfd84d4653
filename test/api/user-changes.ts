// user.recovery, emailChange, passwordChange, passwordLock, update, disable: as the panel sends them, and what dies at once.
import { PASSWORD, mailedCode } from '../support/app.js';
import { type TestSocket, openSocket } from '../support/transports.js';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { type ApiCase, type Resource, apiCase, codeOf, detailOf, must, refused } from './case.js';

const NEW = 'a long and winding road';
const NO_CODE = 'nobodywassentthiscodenobodywassentth';
const KEYS = [
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFdl7XMAZbBwSaxiyXqd5QyKvEBOiaGsPSF5DTm5V1pT',
];

async function login(world: World, user_login: string, user_password: string): Promise<string> {
  const made = await world.app.must<Resource>('user.login', { user_login, user_password });
  return String(made.attributes['token']);
}

async function closes(socket: TestSocket): Promise<number | undefined> {
  await until(() => socket.closed, { timeout_ms: 1_000, what: 'the socket to close' });
  return socket.closed?.code;
}

/** SEC-02 over the wire; the clock runs ahead so that the counters of SEC-03 stay out of it. */
function sameForAll(): ApiCase {
  let ahead = 0;
  return apiCase(
    'SEC-02 recovery says the same, as fast, whether the address is known or not',
    async (t, world) => {
      const times = { known: [] as number[], unknown: [] as number[] };
      const bodies = new Set<string>();
      for (let round = 0; round < 80; round++) {
        const known = round % 2 === 0;
        ahead += 10 * 60_000;
        const started = performance.now();
        const { status, body } = await world.app.call('user.recovery', {
          user_email: known ? 'alice@example.net' : 'nobody@example.net',
        });
        times[known ? 'known' : 'unknown'].push(performance.now() - started);
        bodies.add(`${status} ${JSON.stringify(body)}`);
      }
      t.same([...bodies], ['200 {"data":{"type":"user","attributes":{"response":true}}}']);
      const median = (all: number[]): number => all.sort((a, b) => a - b)[all.length >> 1] ?? NaN;
      const [known, unknown] = [median(times.known), median(times.unknown)];
      t.ok(Math.abs(known - unknown) < 10, `${known.toFixed(1)} ms and ${unknown.toFixed(1)} ms`);
    },
    { app: { clock: () => Date.now() + ahead } },
  );
}

export const cases = [
  apiCase('SEC-09 recovery in three steps; sessions and their sockets end', async (t, world) => {
    const { app, userToken } = world;
    const socket = await openSocket(world.url, { token: userToken });
    const before = await mailedCode(app.dir, 'alice@example.net');
    await app.must('user.recovery', { user_email: 'alice@example.net' });
    const user_code = await mailedCode(app.dir, 'alice@example.net', before);
    t.equal(user_code.length, 36);
    await app.must('user.recovery', { user_code });
    const passwords = { user_password: NEW, user_passwordRepeat: NEW };
    const weak = await app.call('user.recovery', {
      user_code,
      user_password: 'six666',
      user_passwordRepeat: 'six666',
    });
    t.equal(codeOf(weak), 'invalid_params', 'SEC-04: the panel lets six characters pass');
    await app.must('user.recovery', { user_email: '', user_code, ...passwords });
    t.equal(await closes(socket), 4401);
    t.equal(await refused(world, 'user.get'), 'unauthenticated');
    const again = await app.call('user.recovery', { user_code, ...passwords });
    t.match([codeOf(again), detailOf(again), again.status], ['forbidden', 'invalid code', 403], 'SEC-07');
    t.equal(await refused(world, 'user.recovery', {}, undefined), 'invalid_params');
    t.equal(await refused(world, 'user.recovery', passwords, undefined), 'invalid_params');
    t.ok(await login(world, 'alice', NEW));
    t.equal(
      await refused(world, 'user.login', { user_login: 'alice', user_password: PASSWORD }, undefined),
      'forbidden',
    );
  }),

  sameForAll(),

  apiCase('SEC-09 a password change ends the other sessions; the lock holds', async (t, world) => {
    const { app, userToken } = world;
    const other = await login(world, 'alice', PASSWORD);
    const api = (await must(world, 'token.create', { token_lifetime: 3600, token_revoke_all: false }))
      .attributes['token'] as string;
    const [mine, theirs] = [
      await openSocket(world.url, { token: userToken }),
      await openSocket(world.url, { token: other }),
    ];
    const passwords = { user_password: NEW, user_passwordRepeat: NEW };
    await must(world, 'user.passwordChange', passwords);
    t.equal(await closes(theirs), 4401);
    t.equal(await refused(world, 'user.get', {}, other), 'unauthenticated');
    t.equal(await refused(world, 'user.get', {}, api), 'ok');
    t.equal(mine.closed, null);
    t.equal(await refused(world, 'user.passwordChange', passwords, api), 'forbidden', 'SEC-06');

    await must(world, 'user.passwordLock', { user_password_locked: true, user_code: '' });
    t.equal((await must(world, 'user.get')).attributes['password_locked'], true);
    t.equal(await refused(world, 'user.passwordChange', passwords), 'bad_state');
    const unlock = { user_password_locked: false };
    t.equal(await refused(world, 'user.passwordLock', { ...unlock, user_code: NO_CODE }), 'forbidden');
    const before = await mailedCode(app.dir, 'alice@example.net');
    await must(world, 'user.passwordLock', { ...unlock, user_code: '' });
    const user_code = await mailedCode(app.dir, 'alice@example.net', before);
    await must(world, 'user.passwordLock', { ...unlock, user_code });
    t.equal((await must(world, 'user.get')).attributes['password_locked'], false);
  }),

  apiCase('an address is changed by the code that went to the new one', async (t, world) => {
    const { app } = world;
    await must(world, 'user.emailChange', { user_email: 'alice@new.example', user_code: '' });
    const user_code = await mailedCode(app.dir, 'alice@new.example');
    t.equal(
      await refused(world, 'user.emailChange', { user_email: 'alice@new.example', user_code: NO_CODE }),
      'forbidden',
    );
    await must(world, 'user.emailChange', { user_email: 'alice@new.example', user_code });
    t.equal((await must(world, 'user.get')).attributes['email'], 'alice@new.example');
    t.ok(await login(world, 'alice@new.example', PASSWORD));
    const taken = { user_email: 'bob@example.net', user_code: '' };
    t.equal(await refused(world, 'user.emailChange', taken), 'ok', 'SEC-02: told by mail only');
    const same = { user_email: 'alice@new.example', user_code: '' };
    t.equal(await refused(world, 'user.emailChange', same), 'invalid_params');
  }),

  apiCase('SEC-09 a disabled user is out at once: tokens, sockets, streams, login', async (t, world) => {
    const { adminToken, otherToken } = world;
    const api = (
      await must(world, 'token.create', { token_lifetime: 3600, token_revoke_all: false }, otherToken)
    ).attributes['token'] as string;
    const sockets = [
      await openSocket(world.url, { token: otherToken }),
      await openSocket(world.url, { token: api, format: 'msgpack' }),
    ];
    await sockets[0]?.subscribe();
    const aborted = new AbortController();
    const stream = await fetch(`${world.url}/v1/event.subscribe`, {
      headers: { authorization: `Bearer ${otherToken}`, accept: 'text/event-stream' },
      signal: aborted.signal,
    });
    t.teardown(() => aborted.abort());
    await must(world, 'user.disable', { user_id: 3, user_disabled: true }, adminToken);
    for (const token of [otherToken, api]) {
      t.equal(await refused(world, 'user.get', {}, token), 'unauthenticated');
    }
    for (const socket of sockets) t.equal(await closes(socket), 4401);
    t.match(await stream.text(), /event: close\ndata: .*unauthenticated/, 'server-sent events end');
    const credentials = { user_login: 'bob', user_password: PASSWORD };
    const wrong = await world.app.call('user.login', credentials);
    t.equal(detailOf(wrong), 'wrong credential');
    const rows = await must<Resource[]>(world, 'user.list', { filter: { user_disabled: true } }, adminToken);
    t.match(rows, [{ id: 3 }]);
    await must(world, 'user.disable', { user_id: 3, user_disabled: false }, adminToken);
    t.equal(await refused(world, 'user.get', {}, otherToken), 'unauthenticated', 'no token comes back');
    t.ok(await login(world, 'bob', PASSWORD));
    const admin = { user_id: 1, user_disabled: true };
    t.equal(await refused(world, 'user.disable', admin, adminToken), 'bad_state', 'the last one stays');
  }),

  apiCase('SEC-09 a role holds from the next call on, and for what is open', async (t, world) => {
    const { adminToken, userToken, otherToken } = world;
    const socket = await openSocket(world.url, { token: userToken });
    t.teardown(() => socket.close());
    await socket.subscribe();
    const addKey = async (token: string, index: number): Promise<unknown> =>
      must(world, 'ssh-key.add', { key_name: 'k', key_public: KEYS[index] }, token);
    const heard = (user_id: number): number =>
      socket.events().filter((one) => one['type'] === 'ssh-key.added' && one['user_id'] === user_id).length;
    await must(world, 'user.update', { user_id: 2, user_admin: true }, adminToken);
    t.equal(await refused(world, 'user.list'), 'ok', 'the same session');
    await addKey(otherToken, 0);
    await until(() => heard(3) === 1, { timeout_ms: 1_000, what: 'what only administrators hear' });
    await must(world, 'user.update', { user_id: 2, user_admin: false }, adminToken);
    t.equal(await refused(world, 'user.list'), 'forbidden');
    await addKey(otherToken, 1);
    await addKey(userToken, 0);
    await until(() => heard(2) === 1, { timeout_ms: 1_000, what: 'what is her own' });
    t.equal(heard(3), 1, 'nothing of others any more');
    t.equal(await refused(world, 'user.update', { user_id: 2, user_login: 'bob' }, adminToken), 'conflict');
    await must(world, 'user.update', { user_id: 2, user_login: 'Alicia' }, adminToken);
    t.equal((await must(world, 'user.get')).attributes['login'], 'Alicia');
  }),
];
