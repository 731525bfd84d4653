// People on a house with a real LXD behind it: accounts, their changes, tokens, keys and health, as clients call them.
import t from 'tap';
import { parse } from 'yaml';
import { mailedCode, PASSWORD, startTestApp } from '../support/app.js';
import { importBusybox, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { openSocket } from '../support/transports.js';
import { until } from '../support/until.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
const NEW = 'a long and winding road';

await onRealLxd('users', real);

interface Resource {
  id: number;
  attributes: Record<string, unknown>;
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'users' });
  t.teardown(() => daemon.stop());
  await importBusybox(daemon);
  const app = await startTestApp({ env: { GANTRY_SERVERS_SOCKETS: daemon.socket } });
  t.teardown(() => app.close());
  const admin = await app.admin();
  let alice = '';
  const must = <T = Resource>(method: string, params: unknown = {}, token = alice): Promise<T> =>
    app.must<T>(method, params, token === '' ? {} : { token });
  const status = async (method: string, params: unknown = {}, token = alice): Promise<number> =>
    (await app.call(method, params, token === '' ? {} : { token })).status;
  const login = async (user_login: string, user_password: string): Promise<string> =>
    String((await must('user.login', { user_login, user_password }, '')).attributes['token']);
  const config = async (name: string, key: string): Promise<string> =>
    (await daemon.lxc('config', 'get', name, key)).trim();
  /** What a call mails: the code that was not there before it. */
  const codeOf = async (address: string, call: () => Promise<unknown>, last = ''): Promise<string> => {
    await call();
    return mailedCode(app.dir, address, last);
  };

  await t.test(
    'health.alive, health.ready, config.get: the house serves with the host connected',
    async (t) => {
      await must('server.add', { server_path: daemon.socket, server_name: 'lab' }, admin);
      const server = await must('server.get', { server_id: 1 }, admin);
      t.match(server.attributes, { server_status: 'online', server_name: 'lab' });
      for (const method of ['health.alive', 'health.ready']) {
        t.equal((await must(method, {}, '')).attributes['response'], true, method);
        t.equal((await fetch(`${app.url}/v1/${method}`)).status, 200, `${method} by GET`);
      }
      const { attributes } = await must('config.get', {}, '');
      t.match(attributes, { disable_user_recovery: false, disable_user_registration: false, stream: String });
    },
  );

  await t.test('user.register, user.login, user.get: from the form to instances on the host', async (t) => {
    const form = {
      user_login: 'alice',
      user_email: 'alice@example.net',
      user_password: PASSWORD,
      user_passwordRepeat: PASSWORD,
    };
    const user_code = await codeOf('alice@example.net', () => must('user.register', form, ''));
    await must('user.register', { user_code }, '');
    alice = await login('alice@example.net', PASSWORD);
    const me = await must('user.get');
    t.match(me, { id: 2, attributes: { login: 'alice', group: 4, password_locked: false } });
    t.equal(await status('server.get', { server_id: 1 }), 404, 'a stranger sees no host');
    await must('server.grant', { server_id: 1, user_id: me.id }, admin);
    t.equal(await status('server.get', { server_id: 1 }), 200);
  });

  const add = (instance_name: string, token = alice): Promise<Resource> =>
    must(
      'instance.add',
      { server_id: 1, instance_name, instance_image: 'busybox', instance_start: false, wait: 60 },
      token,
    );

  await t.test(
    'ssh-key.add, ssh-key.get, ssh-key.delete: keys are in instances made afterwards',
    async (t) => {
      await must('ssh-key.add', { key_name: 'laptop', key_public: `${KEY} me@laptop` });
      const [row] = await must<Resource[]>('ssh-key.get');
      t.match(row?.attributes, { key_name: 'laptop', key_type: 'ssh', user_id: 2 });
      await add('with-key');
      const vendor = await config('with-key', 'cloud-init.vendor-data');
      t.match(parse(vendor), { ssh_authorized_keys: [new RegExp(`^${KEY.replaceAll('+', '\\+')} `)] });
      await must('ssh-key.delete', { key_id: row?.id });
      t.same(await must<Resource[]>('ssh-key.get'), []);
      await add('without-key');
      t.notMatch(await config('without-key', 'cloud-init.vendor-data'), /ssh-ed25519/);
    },
  );

  await t.test(
    'token.create, token.get, token.revoke: a token works the host until it is revoked',
    async (t) => {
      const made = await must('token.create', {
        token_lifetime: 3600,
        token_revoke_all: false,
        token_name: 'robot',
        token_scopes: ['instance:*'],
      });
      const token = String(made.attributes['token']);
      await must(
        'instance.action',
        { server_id: 1, instance_name: 'with-key', instance_status: 'start', wait: 60 },
        token,
      );
      t.match(await daemon.lxc('list', 'with-key', '--format', 'csv', '-c', 's'), /RUNNING/);
      t.equal(await status('server.list', {}, token), 403, 'its scopes hold');
      const rows = await must<Resource[]>('token.get');
      const row = rows.find(({ attributes }) => attributes['token_name'] === 'robot');
      t.match(row?.attributes, { token_state: 1, token_type: 'system.api' });
      await must('token.revoke', { token_name: 'robot' });
      const stop = { server_id: 1, instance_name: 'with-key', instance_status: 'stop-force' };
      t.equal(await status('instance.action', stop, token), 401);
      t.match(
        await daemon.lxc('list', 'with-key', '--format', 'csv', '-c', 's'),
        /RUNNING/,
        'and does nothing',
      );
    },
  );

  await t.test('user.passwordChange: the new password opens the door, other sessions are out', async (t) => {
    const other = await login('alice', PASSWORD);
    const socket = await openSocket(app.url, { token: other });
    await must('user.passwordChange', { user_password: NEW, user_passwordRepeat: NEW });
    await until(() => socket.closed, { timeout_ms: 1_000, what: 'SEC-09: the socket to close' });
    t.equal(socket.closed?.code, 4401);
    t.equal(await status('instance.list', {}, other), 401);
    t.equal(await status('user.login', { user_login: 'alice', user_password: PASSWORD }, ''), 403);
    t.equal((await must<Resource[]>('instance.list', {}, await login('alice', NEW))).length, 2);
  });

  await t.test('user.passwordLock: locked at once, unlocked by the mailed code', async (t) => {
    await must('user.passwordLock', { user_password_locked: true, user_code: '' });
    t.equal((await must('user.get')).attributes['password_locked'], true);
    const change = { user_password: PASSWORD, user_passwordRepeat: PASSWORD };
    t.equal(await status('user.passwordChange', change), 409);
    const unlock = { user_password_locked: false, user_code: '' };
    const before = await mailedCode(app.dir, 'alice@example.net');
    const user_code = await codeOf('alice@example.net', () => must('user.passwordLock', unlock), before);
    await must('user.passwordLock', { ...unlock, user_code });
    t.equal((await must('user.get')).attributes['password_locked'], false);
  });

  await t.test('user.emailChange: the code that went to the new address moves the account', async (t) => {
    const to = { user_email: 'alice@new.example', user_code: '' };
    const user_code = await codeOf('alice@new.example', () => must('user.emailChange', to));
    await must('user.emailChange', { ...to, user_code });
    t.equal((await must('user.get')).attributes['email'], 'alice@new.example');
  });

  await t.test(
    'user.recovery: three steps to a password; what she has on the host is still hers',
    async (t) => {
      const before = await mailedCode(app.dir, 'alice@new.example');
      const ask = { user_email: 'alice@new.example' };
      const user_code = await codeOf('alice@new.example', () => must('user.recovery', ask, ''), before);
      await must('user.recovery', { user_code }, '');
      const passwords = { user_password: PASSWORD, user_passwordRepeat: PASSWORD };
      await must('user.recovery', { user_code, ...passwords }, '');
      t.equal(await status('user.get'), 401, 'every session is out');
      alice = await login('alice', PASSWORD);
      await must('instance.action', {
        server_id: 1,
        instance_name: 'with-key',
        instance_status: 'stop-force',
        wait: 60,
      });
      t.match(await daemon.lxc('list', 'with-key', '--format', 'csv', '-c', 's'), /STOPPED/);
    },
  );

  await t.test(
    'user.update, user.disable: an administrator gives a role, and puts somebody out',
    async (t) => {
      await must('user.update', { user_id: 2, user_admin: true }, admin);
      t.equal((await must<Resource[]>('user.list')).length, 2, 'from the next call on');
      await must('user.update', { user_id: 2, user_admin: false }, admin);
      t.equal(await status('user.list'), 403);
      const socket = await openSocket(app.url, { token: alice });
      await socket.subscribe();
      await must('user.disable', { user_id: 2, user_disabled: true }, admin);
      await until(() => socket.closed, { timeout_ms: 1_000, what: 'SEC-09: the open socket to close' });
      t.equal(socket.closed?.code, 4401);
      t.equal(await status('instance.list'), 401);
      t.match(await daemon.lxc('list', '--format', 'csv', '-c', 'n'), /with-key/, 'her instances stay');
      await must('user.disable', { user_id: 2, user_disabled: false }, admin);
      alice = await login('alice', PASSWORD);
    },
  );

  await t.test('user.logout: the session is over, on calls and on its socket', async (t) => {
    const socket = await openSocket(app.url, { token: alice });
    await must('user.logout');
    await until(() => socket.closed, { timeout_ms: 1_000, what: 'the socket to close' });
    t.equal(await status('user.get'), 401);
  });
}
