// user.*, token.* and ssh-key.*: what the panel sends, and that what is revoked is dead at once, sockets included.
import { PASSWORD, mailedCode } from '../support/app.js';
import { openSocket } from '../support/transports.js';
import { until } from '../support/until.js';
import { type Resource, apiCase, codeOf, detailOf, must, refused } from './case.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@laptop';

export const cases = [
  apiCase('registration in two steps, login by name or address', async (t, world) => {
    const { app } = world;
    const person = { user_login: 'carol', user_email: 'carol@example.net', user_password: PASSWORD };
    const none = await app.call('user.register', { ...person, user_passwordRepeat: 'another password' });
    t.equal(codeOf(none), 'invalid_params');
    await app.must('user.register', { ...person, user_passwordRepeat: PASSWORD });
    t.equal(
      codeOf(await app.call('user.login', { user_login: 'carol', user_password: PASSWORD })),
      'forbidden',
      'not yet',
    );
    const user_code = await mailedCode(app.dir, 'carol@example.net');
    t.equal(user_code.length, 36);
    await app.must('user.register', { user_code });
    t.equal(codeOf(await app.call('user.register', { user_code })), 'forbidden', 'SEC-07: once');
    for (const user_login of ['carol', 'CAROL', 'carol@example.net']) {
      const { body, status } = await app.call('user.login', { user_login, user_password: PASSWORD });
      t.equal(status, 200, user_login);
      const { data, included } = body as never as { data: Resource; included: Resource[] };
      t.match(included, [
        { id: data.id, type: 'user', attributes: { login: 'carol', group: 4, email: 'carol@example.net' } },
      ]);
    }
    const wrong = await app.call('user.login', { user_login: 'carol', user_password: 'guess' });
    const unknown = await app.call('user.login', { user_login: 'nobody', user_password: 'guess' });
    t.equal(detailOf(wrong), 'wrong credential');
    t.equal(detailOf(unknown), 'wrong credential', 'SEC-02');
    t.match((await must(world, 'user.get', {}, world.adminToken)).attributes, { login: 'admin', group: 1 });
  }),

  apiCase('SEC-02 a taken login or address is acknowledged like a free one', async (t, world) => {
    const register = (user_login: string, user_email: string) =>
      world.app.call('user.register', {
        user_login,
        user_email,
        user_password: PASSWORD,
        user_passwordRepeat: PASSWORD,
      });
    const plain = ({ status, body }: Awaited<ReturnType<typeof register>>): string =>
      `${status} ${JSON.stringify(body)}`;
    const free = plain(await register('dave', 'dave@example.net'));
    t.equal(plain(await register('alice', 'new@example.net')), free);
    t.equal(plain(await register('new', 'alice@example.net')), free);
  }),

  apiCase(
    'SEC-09 a revoked token is dead at once: calls are 401, sockets close with 4401',
    async (t, world) => {
      const { app } = world;
      const session = async (): Promise<string> =>
        (await app.must<Resource>('user.login', { user_login: 'alice', user_password: PASSWORD })).attributes[
          'token'
        ] as string;
      const ended = async (token: string, end: () => Promise<unknown>, what: string): Promise<void> => {
        const socket = await openSocket(world.url, { token });
        const msgpack = await openSocket(world.url, { token, format: 'msgpack' });
        await socket.subscribe();
        await end();
        t.equal(await refused(world, 'user.get', {}, token), 'unauthenticated', what);
        await until(() => socket.closed && msgpack.closed, {
          timeout_ms: 1_000,
          what: `${what}: the sockets to close`,
        });
        t.equal(socket.closed?.code, 4401, what);
        const seen = socket.events().length;
        await must(
          world,
          'instance.update',
          { instance_id: 1, instance_description: what, wait: 20 },
          world.adminToken,
        );
        t.equal(socket.events().length, seen, `${what}: nothing more is heard`);
      };
      const first = await session();
      await ended(first, () => must(world, 'user.logout', {}, first), 'logout');
      const second = await session();
      const third = await session();
      const names = await must<Resource[]>(world, 'token.get', { sort: '-token_id', limit: 1 }, third);
      t.equal(names.length, 1);
      await ended(
        third,
        () => must(world, 'token.revoke', { token_name: names[0]?.attributes['token_name'] }, second),
        'revoked',
      );
      const api = await must(
        world,
        'token.create',
        { token_lifetime: 3600, token_revoke_all: false },
        second,
      );
      const token = api.attributes['token'] as string;
      t.equal(await refused(world, 'user.get', {}, token), 'ok');
      await ended(
        token,
        () => must(world, 'token.create', { token_lifetime: 3600, token_revoke_all: true }, second),
        'revoked by the next one',
      );
      t.equal(await refused(world, 'user.get', {}, second), 'ok', 'sessions are not meant by that');
      await app.restart();
      t.equal(await refused(world, 'user.get', {}, token), 'unauthenticated', 'also after a restart');
      t.equal(await refused(world, 'user.get', {}, second), 'ok');
    },
  ),

  apiCase('a socket that logs out gets its answer before it is closed', async (t, world) => {
    const socket = await openSocket(world.url, { token: world.userToken });
    socket.send({ type: 'user.logout', request_id: 'bye' });
    t.match(await socket.frame(({ request_id }) => request_id === 'bye'), { status: 200 });
    await until(() => socket.closed, { timeout_ms: 1_000 });
    t.equal(socket.closed?.code, 4401);
  }),

  apiCase('SEC-11 scopes: what a token may is what it was made for', async (t, world) => {
    const make = async (params: object): Promise<string> =>
      (await must(world, 'token.create', { token_lifetime: 3600, token_revoke_all: false, ...params }))
        .attributes['token'] as string;
    const reads = await make({ token_scopes: ['instance:read'] });
    t.equal(await refused(world, 'instance.list', {}, reads), 'ok');
    t.equal(await refused(world, 'server.list', {}, reads), 'forbidden');
    t.equal(
      await refused(world, 'instance.action', { instance_id: 1, instance_status: 'stop' }, reads),
      'forbidden',
    );
    const operates = await make({ token_scopes: ['instance:*'], token_read_only: true });
    t.equal(await refused(world, 'instance.list', {}, operates), 'ok');
    t.equal(
      await refused(world, 'instance.action', { instance_id: 1, instance_status: 'stop' }, operates),
      'forbidden',
    );
    const more = { token_lifetime: 60, token_revoke_all: false, token_scopes: ['*'] };
    t.equal(await refused(world, 'token.create', more, operates), 'forbidden', 'no token makes a wider one');
    t.equal(await refused(world, 'user.list', {}, await make({ token_scopes: ['*'] })), 'forbidden');
  }),

  apiCase('SEC-10 a token in a query is no token', async (t, world) => {
    for (const name of ['token', 'access_token', 'authorization']) {
      const answer = await fetch(`${world.url}/v1/event.subscribe?${name}=${world.userToken}`);
      t.not(answer.status, 200, name);
      await answer.body?.cancel();
    }
  }),

  apiCase('ssh keys: added, listed, used for new instances, deleted', async (t, world) => {
    const made = await must(world, 'ssh-key.add', { key_name: '', key_public: KEY });
    const twice = await world.app.call(
      'ssh-key.add',
      { key_name: 'x', key_public: KEY },
      { token: world.userToken },
    );
    t.equal(detailOf(twice), 'ssh key has already been added');
    t.equal(codeOf(twice), 'conflict');
    t.equal(
      await refused(world, 'ssh-key.add', { key_name: 'x', key_public: KEY }, world.otherToken),
      'ok',
      'others may have it',
    );
    const [row] = await must<Resource[]>(world, 'ssh-key.get');
    t.match(row?.attributes, { key_name: 'me@laptop', key_type: 'ssh', user_id: 2, provider: 'internal' });
    t.match(row?.attributes['key_public'], /^SHA256:/);
    t.equal(await refused(world, 'ssh-key.delete', { key_id: row?.id }, world.otherToken), 'not_found');
    await must(world, 'ssh-key.delete', { key_id: row?.id });
    t.same(await must<Resource[]>(world, 'ssh-key.get'), []);
    t.ok(made);
  }),
];
