// instance.exec and instance.console: tickets and what is done with them over a WebSocket (SEC-08, SEC-09, SEC-47).
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Test } from 'tap';
import { type ClientSession, openSession, refusedAt } from '../support/session.js';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { apiCase, history, must, refused } from './case.js';

type Dict = Record<string, unknown>;

async function ticket(
  world: World,
  params: Dict,
  method = 'instance.exec',
  token = world.userToken,
): Promise<Dict> {
  return (await must(world, method, { instance_id: 1, ...params }, token)).attributes;
}

async function open(world: World, params: Dict, method?: string): Promise<ClientSession> {
  return openSession(String((await ticket(world, params, method))['url']));
}

const at = (world: World, text: string): string =>
  `${world.url.replace(/^http/, 'ws')}/v1/instance.session?ticket=${text}`;

async function closedFor(t: Test, session: ClientSession, code: number, what: string): Promise<void> {
  const since = Date.now();
  t.equal((await session.closed()).code, code, what);
  t.ok(Date.now() - since < 1_000, `${what}: within a second`);
}

/** The house's clock, moved by the case that needs it. */
const clock = { ahead: 0, now: () => Date.now() + clock.ahead };

export const cases = [
  apiCase(
    'SEC-47 nothing is started before the ticket is redeemed, and it is good once',
    async (t, world) => {
      const { sessions } = world.host.world;
      const command = ['sh', '-c', 'echo hi; echo wrong >&2; exit 3'];
      const got = await ticket(world, { command, environment: { SECRET: 'marker-secret-1' } });
      t.match(got, { instance_id: 1, path: '/v1/instance.session', session_id: String });
      t.match(String(got['url']), at(world, String(got['ticket'])), 'as the caller reached us');
      t.equal(sessions.started.length, 0);
      const both = await Promise.all([1, 2].map(() => openSession(String(got['url'])).catch(() => null)));
      t.equal(both.filter((one) => one !== null).length, 1, 'two at once: one of them');
      const session = both.find((one) => one !== null);
      t.same(await session?.closed(), { code: 1000, reason: 'ended' });
      t.same(session?.text, [
        { type: 'started', window: 1_048_576 },
        { type: 'exit', exit_code: 3 },
      ]);
      t.equal(session?.stdout, 'hi\n');
      t.equal(session?.stderr, 'wrong\n');
      t.equal(await refusedAt(String(got['url'])), 401, 'used up');
      t.match(sessions.started, [
        { kind: 'exec', body: { command, environment: { SECRET: 'marker-secret-1' } } },
      ]);
      t.equal(sessions.started.length, 1);
      await until(async () => (await history(world, { type: 'session.*' })).length === 2);
      const [opened, closed] = await history(world, { type: 'session.*' });
      const data = { session_id: got['session_id'], session_kind: 'exec', instance_name: 'web-1' };
      t.match(opened, { type: 'session.opened', instance_id: 1, server_id: 1, user_id: 2, data });
      t.match(closed, {
        type: 'session.closed',
        data: { ...data, exit_code: 3, session_end: 'exit', duration_ms: Number },
      });
      const log = JSON.stringify(await world.app.app.db.read.events.after(0));
      t.notMatch(log, 'marker-secret-1', 'SEC-10 no environment in the audit row');
      t.notMatch(log, String(got['ticket']), 'no ticket either');
      const seen = JSON.stringify([log, got, session?.text, session?.raw]);
      t.equal(sessions.secrets.length, 4);
      t.notOk(
        sessions.secrets.some((secret) => seen.includes(secret)),
        'no secret of the host anywhere',
      );
    },
  ),

  apiCase('who may have a ticket, and for what', async (t, world) => {
    const exec = (params: Dict, token?: string): Promise<string> =>
      refused(world, 'instance.exec', { instance_id: 1, command: ['true'], ...params }, token);
    t.equal(await exec({}, world.otherToken), 'not_found', 'SEC-20');
    t.equal(await exec({ instance_id: 2 }), 'bad_state', 'it must run');
    t.equal(await exec({ command: [] }), 'invalid_params');
    t.equal(await exec({ command: 'true' }), 'invalid_params');
    t.equal(await exec({ cwd: 'relative' }), 'invalid_params');
    t.equal(await exec({ environment: { 'A=B': 'x' } }), 'invalid_params');
    await must(world, 'instance.action', { instance_id: 1, instance_status: 'freeze', wait: 20 });
    t.equal(await exec({}), 'bad_state', 'frozen');
    await must(world, 'instance.action', { instance_id: 1, instance_status: 'unfreeze', wait: 20 });
    t.equal(await exec({}), 'ok');
    await world.host.down();
    await until(async () => (await exec({})) === 'host_unreachable', { what: 'the host to be missed' });
  }),

  apiCase('SEC-08 every ticket that is not ours, or not as it was, is refused', async (t, world) => {
    const { ticket: good } = (await ticket(world, { command: ['true'] })) as { ticket: string };
    const [head = '', body = '', signature = ''] = good.split('.');
    const part = (text: string): Dict => JSON.parse(Buffer.from(text, 'base64url').toString()) as Dict;
    const pack = (value: Dict): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    t.match(part(head), { alg: 'EdDSA', typ: 'gantry-session+jwt', kid: /^[\w-]{16}$/ });
    t.notOk('jku' in part(head) || 'jwk' in part(head));
    t.ok(Number(part(body)['exp']) * 1000 - Date.now() <= 30_000, 'thirty seconds');
    const foreign = generateKeyPairSync('ed25519').privateKey;
    const signed = (header: Dict, claims: Dict = {}): Promise<string> =>
      new SignJWT({ ...part(body), ...claims })
        .setProtectedHeader({ ...part(head), ...header } as { alg: string })
        .sign(foreign);
    const hmac = (key: string): string => {
      const text = `${pack({ ...part(head), alg: 'HS256' })}.${body}`;
      return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
    };
    const attacks: Record<string, string> = {
      'alg none': new UnsecuredJWT(part(body)).encode(),
      'alg none under our header': `${pack({ ...part(head), alg: 'none' })}.${body}.`,
      'HS256 with what is public': hmac(String(part(head)['kid'])),
      'a key of their own': await signed({}),
      'a key of their own, unknown kid': await signed({ kid: 'mine' }),
      'a key in the header': await signed({ jwk: foreign.export({ format: 'jwk' }) }),
      'a key by URL': await signed({ jku: 'http://127.0.0.1:1/keys.json', kid: 'mine' }),
      'another typ': `${pack({ ...part(head), typ: 'JWT' })}.${body}.${signature}`,
      'no typ': `${pack({ alg: 'EdDSA', kid: part(head)['kid'] })}.${body}.${signature}`,
      'no kid': `${pack({ alg: 'EdDSA', typ: part(head)['typ'] })}.${body}.${signature}`,
      'another instance': `${head}.${pack({ ...part(body), ins: 2 })}.${signature}`,
      'no exp': `${head}.${pack({ ...part(body), exp: undefined })}.${signature}`,
      'a session token': world.userToken,
      nothing: '',
      huge: `${head}.${'A'.repeat(8_000)}.${signature}`,
    };
    for (const [what, text] of Object.entries(attacks)) t.equal(await refusedAt(at(world, text)), 401, what);
    const session = await openSession(at(world, good));
    t.equal((await session.closed()).code, 1000, 'none of them spent the good one');
  }),

  apiCase(
    'SEC-08 a ticket ends after 30 seconds, and with the process that gave it',
    async (t, world) => {
      const { url } = await ticket(world, { command: ['true'] });
      clock.ahead = 31_000;
      t.teardown(() => (clock.ahead = 0));
      t.equal(await refusedAt(String(url)), 401, 'expired');
      const again = await ticket(world, { command: ['true'] });
      await world.app.restart();
      t.equal(
        await refusedAt(at({ ...world, url: world.app.url }, String(again['ticket']))),
        401,
        'another process',
      );
      t.equal(world.host.world.sessions.started.length, 0);
    },
    { app: { clock: () => clock.now() } },
  ),

  apiCase('SEC-09 SEC-47 rights are looked at again when a ticket is redeemed', async (t, world) => {
    const wish = { command: ['sleep', '1000'] };
    const admin = await ticket(world, wish, 'instance.exec', world.adminToken);
    const stopped = await ticket(world, wish);
    await must(world, 'instance.action', { instance_id: 1, instance_status: 'stop-force', wait: 20 });
    t.equal(await refusedAt(String(stopped['url'])), 409, 'it does not run any more');
    await must(world, 'instance.action', { instance_id: 1, instance_status: 'start', wait: 20 });
    const left = await ticket(world, wish);
    await must(world, 'user.logout', {});
    t.equal(await refusedAt(String(left['url'])), 401, 'the token is revoked');
    const session = await openSession(String(admin['url']));
    await session.started();
    await must(world, 'user.disable', { user_id: 2, user_disabled: true }, world.adminToken);
    t.notOk(session.over, 'somebody else is disabled');
    session.close();
  }),

  apiCase(
    'SEC-09 open sessions end with their token, their right, their instance and with us',
    async (t, world) => {
      const one = await open(world, { command: ['sleep', '1000'] });
      await one.started();
      await must(world, 'instance.action', { instance_id: 1, instance_status: 'stop-force' });
      await closedFor(t, one, 4410, 'the instance is stopped');
      await must(world, 'instance.action', { instance_id: 1, instance_status: 'start', wait: 20 });
      const two = await open(world, {}, 'instance.console');
      await two.started();
      await world.host.act('web-1', 'stop');
      await closedFor(t, two, 4410, 'stopped by somebody else');
      await until(async () => (await refused(world, 'instance.console', { instance_id: 1 })) === 'bad_state');
      await must(world, 'instance.action', { instance_id: 1, instance_status: 'start', wait: 20 });
      // An administrator whose role is taken sees the instances of others no more.
      await must(world, 'user.update', { user_id: 3, user_admin: true }, world.adminToken);
      const three = await openSession(
        String(
          (await ticket(world, { command: ['sleep', '1000'] }, 'instance.exec', world.otherToken))['url'],
        ),
      );
      await three.started();
      await must(world, 'user.update', { user_id: 3, user_admin: false }, world.adminToken);
      await closedFor(t, three, 4403, 'the role is taken');
      const four = await open(world, { command: ['cat'] });
      await four.started();
      await must(world, 'user.logout', {});
      await closedFor(t, four, 4401, 'logged out');
      t.equal(world.host.world.sessions.panics.length, 0);
      await until(() => world.host.world.sessions.size <= 1, { what: 'commands to be gone from the host' });
      const five = await openSession(
        String((await ticket(world, { command: ['cat'] }, 'instance.exec', world.adminToken))['url']),
      );
      await five.started();
      await world.app.restart();
      t.equal((await five.closed()).code, 1012, 'we stop');
      const ends = (await history({ ...world, url: world.app.url }, { type: 'session.closed' })).map(
        ({ data }) => (data as Dict)['session_end'],
      );
      t.same(ends, ['gone', 'gone', 'forbidden', 'revoked', 'stopping']);
    },
  ),

  apiCase('frames: input and its end, terminals, and what is no frame', async (t, world) => {
    const cat = await open(world, { command: ['cat'] });
    cat.input('one\n');
    cat.input('two\n');
    cat.control({ type: 'eof' });
    t.equal((await cat.closed()).code, 1000);
    t.equal(cat.stdout, 'one\ntwo\n');
    const shell = await open(world, { command: ['sh'], interactive: true, width: 100, height: 30 });
    await shell.started();
    shell.input('size\n');
    shell.control({ type: 'resize', width: 77, height: 22 });
    await until(() => shell.raw.includes('30 100'));
    shell.input('size\n');
    await until(() => shell.raw.includes('22 77'));
    shell.input('exit 5\n');
    await shell.closed();
    t.match(shell.text.at(-1), { type: 'exit', exit_code: 5 });
    const signalled = await open(world, { command: ['sleep', '1000'] });
    signalled.control({ type: 'signal', signal: 15 });
    await signalled.closed();
    t.match(signalled.text.at(-1), { type: 'exit', exit_code: 143 });
    for (const wrong of [
      { type: 'nonesuch' },
      { type: 'resize', width: 0, height: 1 },
      [],
      { type: 'signal' },
    ]) {
      const bad = await open(world, { command: ['sleep', '1000'] });
      await bad.started();
      bad.control(wrong);
      t.equal((await bad.closed()).code, 4400, JSON.stringify(wrong));
      t.match(bad.text.at(-1), { type: 'error', errors: [{ code: String }] });
    }
    const missing = await open(world, { command: ['nonesuch'] });
    await missing.closed();
    t.match(missing.text.at(-1), { type: 'exit', exit_code: 127 });
    const console = await open(world, {}, 'instance.console');
    await until(() => console.raw.includes('web-1 login:'));
    console.close();
    await until(() => world.host.world.sessions.size === 0, { what: 'everything to end on the host' });
  }),

  apiCase('a ticket as subprotocol, another mount, and a page of somebody else', async (t, world) => {
    const one = await ticket(world, { command: ['true'] });
    const base = world.url.replace(/^http/, 'ws');
    const session = await openSession(`${base}/api/v1/instance.session`, {
      protocols: ['gantry.session', `gantry.ticket.${String(one['ticket'])}`],
    });
    t.equal(session.protocol, 'gantry.session');
    t.equal((await session.closed()).code, 1000);
    const two = await ticket(world, { command: ['true'] });
    const headers = { origin: 'https://evil.example' };
    t.equal(await refusedAt(String(two['url']), { headers }), 403, 'SEC-30');
    t.equal(await refusedAt(String(two['url']), { headers: { host: 'evil.example' } }), 421, 'SEC-32');
    t.equal((await (await openSession(String(two['url']))).closed()).code, 1000, 'neither spent it');
    t.equal(await refused(world, 'instance.session'), 'method_not_found');
  }),

  apiCase(
    'bounds: sessions of a user and of an instance, output that nobody reads, input that nobody takes',
    async (t, world) => {
      const wish = { command: ['sleep', '1000'] };
      const held = [await open(world, wish), await open(world, wish)];
      t.equal(await refusedAt(String((await ticket(world, wish))['url'])), 429, 'one too many of this user');
      const other = await ticket(world, wish, 'instance.exec', world.adminToken);
      const third = await openSession(String(other['url']));
      const more = await ticket(world, wish, 'instance.exec', world.adminToken);
      t.equal(await refusedAt(String(more['url'])), 429, 'one too many on this instance');
      for (const one of [...held, third]) await one.started();
      for (const one of [...held, third]) one.close();
      await until(() => world.host.world.sessions.size === 0);
      const size = 5_000_000;
      const flood = await open(world, { command: ['flood', String(size)] });
      flood.pause();
      await until(() => world.host.world.sessions.size === 1);
      flood.resume();
      t.equal((await flood.closed()).code, 1000);
      t.equal(flood.bytes, size, 'all of it came');
      const greedy = await open(world, wish);
      greedy.input(Buffer.alloc(65_536 * 2));
      t.equal((await greedy.closed()).code, 4429, 'more than the window at once');
      const polite = await open(world, { command: ['cat'] });
      for (let sent = 0; sent < 10; sent += 1) {
        polite.input(Buffer.alloc(32_768, 0x79));
        await until(() => polite.took >= sent * 32_768, { what: 'the input to be taken' });
      }
      polite.control({ type: 'eof' });
      t.equal((await polite.closed()).code, 1000);
      t.equal(polite.bytes, 327_680);
    },
    {
      app: {
        env: {
          GANTRY_LIMITS_SESSIONS_PER_USER: '2',
          GANTRY_LIMITS_SESSIONS_PER_INSTANCE: '3',
          GANTRY_LIMITS_SESSION_BYTES: '65536',
        },
      },
    },
  ),
];
