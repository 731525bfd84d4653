// The switches of the configuration: what they close is closed to everybody, administrators included.
import t from 'tap';
import { startApp } from '../../src/app.js';
import { PASSWORD } from '../support/app.js';
import { startWorld } from '../support/world.js';
import { houseContracts } from '../sweep/contracts.js';

const REFUSED = 'not enough access rights';
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';

t.test('SEC-21 what a switch has closed is refused with one text, and nothing has happened', async (t) => {
  const world = await startWorld();
  t.teardown(() => world.close());
  const { app, adminToken, userToken } = world;
  await app.must('ssh-key.add', { key_name: 'old', key_public: KEY }, { token: userToken });
  await app.app.close();
  app.app = await startApp({
    flags: { data: app.dir, listen: ['http://127.0.0.1:0'] },
    env: {
      NODE_ENV: 'test',
      GANTRY_LOG_LEVEL: 'fatal',
      GANTRY_SERVERS_ALLOW: '127.0.0.0/8',
      GANTRY_SERVERS_ADD: 'user',
      GANTRY_DISABLE_USER_REGISTRATION: 'true',
      GANTRY_DISABLE_USER_RECOVERY: 'true',
      GANTRY_DISABLE_USER_PASSWORD_CHANGE: 'true',
      GANTRY_DISABLE_SERVER_ADD: 'true',
      GANTRY_DISABLE_SSH_KEY_ADD: 'true',
    },
  });
  app.url = app.app.urls[0] ?? '';
  const refusal = async (method: string, params: object, token?: string): Promise<string> => {
    const { status, body } = await app.call(method, params, token === undefined ? {} : { token });
    return `${status} ${(body['errors'] as { detail: string }[] | undefined)?.[0]?.detail ?? 'ok'}`;
  };
  const config = await app.must<{ attributes: Record<string, unknown> }>('config.get');
  t.match(config.attributes, {
    disable_user_registration: true,
    disable_user_recovery: true,
    disable_server_add: true,
    disable_ssh_key_add: true,
  });

  const passwords = { user_password: `${PASSWORD}!`, user_passwordRepeat: `${PASSWORD}!` };
  const carol = { user_login: 'carol', user_email: 'carol@example.net', ...passwords };
  t.equal(await refusal('user.register', carol), `403 ${REFUSED}`, 'user.register');
  t.equal(
    await refusal('user.recovery', { user_email: 'alice@example.net' }),
    `403 ${REFUSED}`,
    'user.recovery',
  );
  for (const token of [adminToken, userToken]) {
    t.equal(await refusal('user.passwordChange', passwords, token), `403 ${REFUSED}`, 'user.passwordChange');
    const wish = { server_host: '127.0.0.1', server_port: 1, server_password: 'x' };
    t.equal(await refusal('server.add', wish, token), `403 ${REFUSED}`, 'server.add');
    t.equal(await refusal('server.verify', wish, token), `403 ${REFUSED}`, 'server.verify');
    // The panel has a translation of this one.
    const closed = '403 ssh keys change is not allowed';
    t.equal(await refusal('ssh-key.add', { key_name: 'a', key_public: KEY }, token), closed, 'ssh-key.add');
    t.equal(await refusal('ssh-key.delete', { key_id: 1 }, token), closed, 'ssh-key.delete');
  }
  let changes = 0;
  for (const { name, mutates, body, examples } of houseContracts().bundle.contracts) {
    const request = examples.find(({ error }) => error === undefined)?.request;
    if (!mutates || body !== 'json' || request?.['server_id'] !== 1) continue;
    if (!/^(server|profile|image|certificate|network|pool|volume)\./.test(name)) continue;
    if (request['instance_id'] !== undefined || request['instance_name'] !== undefined) continue;
    t.equal(await refusal(name, request, adminToken), `403 ${REFUSED}`, `${name}: while servers stand still`);
    changes += 1;
  }
  t.ok(changes >= 6, `${changes} ways to change a server`);
  t.equal(
    await refusal('instance.action', { instance_id: 2, instance_status: 'start' }, userToken),
    '200 ok',
  );
  const keys = await app.must<object[]>('ssh-key.get', {}, { token: userToken });
  t.equal(keys.length, 1, 'the key that stood is there');
  const login = { user_login: 'alice', user_password: PASSWORD };
  t.equal((await app.call('user.login', login)).status, 200, 'the password is the old one');
  t.equal((await app.must<object[]>('server.list', {}, { token: adminToken })).length, 1);
});
