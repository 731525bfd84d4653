// config.get and health.*: what anyone may know.
import { PASSWORD, startTestApp } from '../support/app.js';
import { type Resource, apiCase, must } from './case.js';

export const cases = [
  apiCase('exactly the attributes that the panel takes into its store', async (t, world) => {
    const { body } = await world.app.call('config.get');
    t.same(Object.keys(body), ['data'], 'no meta without a token');
    const { attributes } = body['data'] as Resource;
    t.same(Object.keys(attributes).sort(), [
      'disable_server_add',
      'disable_ssh_key_add',
      'disable_user_recovery',
      'disable_user_registration',
      'simplestream_enabled',
      'stream',
      'webauth_attestation_type',
      'webauth_enabled',
    ]);
    const again = await must(world, 'config.get');
    t.not(again.attributes['stream'], attributes['stream'], 'a fresh id each time');
    const known = await world.app.call('config.get', {}, { token: world.userToken });
    t.match(known.body['meta'], { version: '0.1.0', extensions: [] });
    const bad = await world.app.call('config.get', {}, { token: 'gantry_revoked' });
    t.equal(bad.status, 200, 'a dead token does not hide what is public');
    t.same(Object.keys(bad.body), ['data']);
  }),

  apiCase('the switches are told, and hold', async (t) => {
    const env = {
      GANTRY_DISABLE_USER_REGISTRATION: 'true',
      GANTRY_DISABLE_SSH_KEY_ADD: 'true',
      GANTRY_DISABLE_SERVER_ADD: 'true',
    };
    const app = await startTestApp({ env });
    t.teardown(() => app.close());
    const token = await app.admin();
    const { attributes } = await app.must<Resource>('config.get');
    t.match(attributes, {
      disable_user_registration: true,
      disable_ssh_key_add: true,
      disable_server_add: true,
    });
    const password = { user_password: PASSWORD, user_passwordRepeat: PASSWORD };
    const eve = { user_login: 'eve', user_email: 'eve@example.net', ...password };
    t.equal((await app.call('user.register', eve)).status, 403);
    t.equal((await app.call('ssh-key.add', { key_name: 'x', key_public: 'x' }, { token })).status, 403);
    t.equal((await app.call('server.add', { server_host: '127.0.0.1' }, { token })).status, 403);
  }),

  apiCase(
    'SEC-85 health: GET and POST, without a token and without details; ready ends with the house',
    async (t, world) => {
      for (const method of ['health.alive', 'health.ready']) {
        for (const verb of ['GET', 'POST']) {
          for (const base of ['/v1', '/api/v1']) {
            const answer = await fetch(`${world.url}${base}/${method}`, { method: verb });
            t.equal(answer.status, 200, `${verb} ${base}/${method}`);
            t.same(await answer.json(), { data: { type: 'health', attributes: { response: true } } });
          }
        }
      }
      world.app.app.core.core.health.stopping();
      t.equal((await world.app.call('health.ready')).status, 503);
      t.equal((await world.app.call('health.alive')).status, 200);
    },
  ),
];
