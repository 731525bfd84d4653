// A day with the published panel, byte for byte as it sends it, on a real LXD; every attribute it reads is looked at.
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { parse, stringify } from 'yaml';
import { mailedCode, startTestApp } from '../support/app.js';
import { selfSigned } from '../support/certificates.js';
import { importBusybox, skipReason, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { openSse, type SseMessage, type SseStream } from '../support/sse.js';
import { until } from '../support/until.js';
import { type Browser, browserSkipReason, openBrowser } from './browser.js';
import { faults, flatten, type Flat, type Raw, send } from './panel-reader.js';
import { IMAGE, INCLUDED, INSTANCE, SERVER, USER } from './panel-shapes.js';

type Dict = Record<string, unknown>;

const PASSWORD = 'a sentence to log in with';
const SECOND = 'another sentence, after the first was lost';

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'panel' });
  t.teardown(() => daemon.stop());
  const image = await importBusybox(daemon);
  await daemon.lxc('profile', 'copy', 'default', 'small');
  const app = await startTestApp({
    flags: { listen: ['http://localhost:0'] },
    env: { GANTRY_SERVERS_ADD: 'user', GANTRY_WEBAUTHN_RP_ID: 'localhost' },
  });
  t.teardown(() => app.close());
  await app.admin();
  const browser: Browser = await openBrowser(app.url);
  t.teardown(() => browser.close());
  t.teardown(() => sse?.close());

  let token = '';
  const post = (method: string, body: string): Promise<Raw> => send(app.url, method, body, token);
  const ok = async (t: Test, method: string, body: string): Promise<Flat> => {
    const answer = await post(method, body);
    t.equal(answer.status, 200, `${method} ${answer.status === 200 ? '' : answer.text}`);
    return flatten(answer.text);
  };
  const refused = async (t: Test, method: string, body: string, status: number): Promise<string> => {
    const answer = await post(method, body);
    t.equal(answer.status, status, `${method} is refused`);
    const { errors } = JSON.parse(answer.text) as { errors: { detail: string }[] };
    return errors.map(({ detail }) => detail).join('; ');
  };
  const newCode = (before: string): Promise<string> => mailedCode(app.dir, 'alice@example.net', before);
  const rows = (flat: Flat, type: string): Dict[] => Object.values(flat.rows[type] ?? {});
  const logIn = async (t: Test, method: string, body: string): Promise<void> => {
    const flat = await ok(t, method, body);
    t.same(faults(flat.one, { token: 'string', id: 'int' }), []);
    const user = flat.rows['user']?.[String(flat.one['id'])];
    t.same(faults(user ?? {}, USER), [], 'the user is included under the same id');
    token = String(flat.one['token']);
  };

  await t.test('config.get: what the panel takes into its store', async (t) => {
    const { one } = await ok(t, 'config.get', '{}');
    t.same(
      faults(one, {
        disable_user_recovery: 'bool',
        disable_user_registration: 'bool',
        disable_server_add: 'bool',
        disable_ssh_key_add: 'bool',
        stream: 'string',
        webauth_enabled: 'bool',
        simplestream_enabled: 'bool',
        webauth_attestation_type: 'string',
      }),
      [],
    );
    t.equal(one['webauth_enabled'], true);
  });

  await t.test('user.register, user.login: two steps and in', async (t) => {
    const register = `{"user_login":"alice","user_email":"alice@example.net","user_password":"${PASSWORD}","user_passwordRepeat":"${PASSWORD}"}`;
    await ok(t, 'user.register', register);
    const code = await mailedCode(app.dir, 'alice@example.net');
    t.equal(code.length, 36);
    await ok(t, 'user.register', `{"user_code":"${code}"}`);
    await logIn(t, 'user.login', `{"user_login":"alice","user_password":"${PASSWORD}"}`);
    const { one } = await ok(t, 'user.get', '{}');
    t.same(faults(one, USER), []);
    t.match(one, { login: 'alice', group: 4, password_locked: false });
    t.same(rows(await ok(t, 'server.list', '{}'), 'server'), []);
  });

  await t.test('user.passwordLock, user.passwordChange: locked at once, unlocked by mail', async (t) => {
    await ok(t, 'user.passwordLock', '{"user_password_locked":true,"user_code":""}');
    t.match((await ok(t, 'user.get', '{}')).one, { password_locked: true });
    const change = `{"user_password":"${SECOND}","user_passwordRepeat":"${SECOND}"}`;
    await refused(t, 'user.passwordChange', change, 409);
    const before = await mailedCode(app.dir, 'alice@example.net');
    await ok(t, 'user.passwordLock', '{"user_password_locked":false,"user_code":""}');
    const code = await newCode(before);
    await ok(t, 'user.passwordLock', `{"user_password_locked":false,"user_code":"${code}"}`);
    t.match((await ok(t, 'user.get', '{}')).one, { password_locked: false });
    await ok(t, 'user.passwordChange', change);
  });

  await t.test('user.recovery: three steps, and the old password is gone', async (t) => {
    token = '';
    const before = await mailedCode(app.dir, 'alice@example.net');
    await ok(t, 'user.recovery', '{"user_email":"alice@example.net"}');
    const code = await newCode(before);
    await ok(t, 'user.recovery', `{"user_code":"${code}"}`);
    const last = `{"user_code":"${code}","user_password":"${PASSWORD}","user_passwordRepeat":"${PASSWORD}"}`;
    await ok(t, 'user.recovery', last);
    t.equal(await refused(t, 'user.recovery', last, 403), 'invalid code');
    const old = `{"user_login":"alice","user_password":"${SECOND}"}`;
    t.equal(await refused(t, 'user.login', old, 403), 'wrong credential');
    await logIn(t, 'user.login', `{"user_login":"alice","user_password":"${PASSWORD}"}`);
  });

  await t.test(
    'user.credentialMake, user.credentialGet, user.assertionGet, user.assertionVerify, user.logout: in with a key',
    async (t) => {
      const who = '"user_login":"alice","user_email":"alice@example.net","user_register":false';
      const begun = await ok(
        t,
        'user.credentialMake',
        `{${who},"attestation_type":"none","authenticator_attachment":"cross-platform"}`,
      );
      const made = await browser.create(begun.one['publicKey'] as Dict);
      await ok(t, 'user.credentialMake', `{${who},${JSON.stringify(made).slice(1)}`);
      const [key] = rows(await ok(t, 'user.credentialGet', '{}'), 'credential');
      t.same(faults(key ?? {}, { key_name: 'string', key_timeadd: 'int' }), []);
      await ok(t, 'user.logout', '{}');
      await refused(t, 'user.get', '{}', 401);
      token = '';
      const asked = await ok(t, 'user.assertionGet', '{"user_login":"alice"}');
      const answer = await browser.get(asked.one['publicKey'] as Dict);
      await logIn(t, 'user.assertionVerify', `{"user_login":"alice",${JSON.stringify(answer).slice(1)}`);
    },
  );

  await t.test(
    'token.create, token.get, token.revoke, ssh-key.add, ssh-key.get, ssh-key.delete: settings',
    async (t) => {
      const made = await ok(t, 'token.create', '{"token_lifetime":3600,"token_revoke_all":false}');
      t.same(faults(made.one, { token: 'string' }), []);
      const tokens = rows(await ok(t, 'token.get', '{}'), 'token');
      for (const one of tokens) {
        t.same(
          faults(one, {
            token_id: 'int',
            token_name: 'string',
            token_state: 'int',
            token_time_start: 'int',
            token_time_expire: 'int',
            revoke_time: 'int',
            token_type: 'string',
            user_id: 'int',
          }),
          [],
        );
      }
      const name = tokens.find((one) => one['token_type'] === 'system.api')?.['token_name'];
      await ok(t, 'token.revoke', `{"token_name":"${String(name)}"}`);
      const revoked = rows(await ok(t, 'token.get', '{}'), 'token').find((one) => one['token_name'] === name);
      t.equal(revoked?.['token_state'], 0);
      await ok(
        t,
        'ssh-key.add',
        '{"key_name":"laptop","key_public":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"}',
      );
      const [key] = rows(await ok(t, 'ssh-key.get', '{}'), 'ssh-key');
      t.same(
        faults(key ?? {}, {
          key_name: 'string',
          key_public: 'string',
          key_timeadd: 'int',
          key_type: 'string',
          user_id: 'int',
          provider: 'string',
          id: 'int',
        }),
        [],
      );
      await ok(t, 'ssh-key.delete', `{"key_id":${String(key?.['id'])}}`);
    },
  );

  let server_id = 0;
  await t.test('server.verify, server.add, server.list, server.get: with all the panel shows', async (t) => {
    const wish = `{"server_host":"127.0.0.1","server_port":${daemon.port},"server_password":"${daemon.password}","server_protocol":"lxd","provider":"lxd"}`;
    await ok(t, 'server.verify', wish);
    server_id = Number((await ok(t, 'server.add', wish)).one['id']);
    t.ok(server_id > 0);
    t.equal(await refused(t, 'server.add', wish, 409), 'server with this host and port already added');
    const [row] = rows(await ok(t, 'server.list', '{}'), 'server');
    t.same(
      faults(row ?? {}, {
        server_id: 'int',
        server_host: 'string',
        server_port: 'int',
        server_protocol: 'string',
        provider: 'string',
      }),
      [],
    );
    t.equal(row?.['id'], row?.['server_id'], 'both are used, mixed');
    await daemon.lxc('storage', 'volume', 'create', 'default', 'data');
    const got = await ok(t, 'server.get', `{"server_id":${server_id},"provider":"lxd"}`);
    t.same(faults(got.one, SERVER), []);
    t.match(String(got.one['server_supported_instance_types']), /^container/);
    for (const [type, wanted] of Object.entries(INCLUDED)) {
      t.ok(rows(got, type).length > 0, `a ${type} is included`);
      for (const one of rows(got, type)) t.same(faults(one, wanted), []);
    }
    const ours = rows(got, 'certificate').map((one) => one['certificate_fingerprint']);
    t.ok(ours.includes(got.one['server_certificate_fingerprint']), 'our own certificate is among them');
    const all = `{"server_id":${server_id},"provider":"lxd"}`;
    const [imageServer] = rows(await ok(t, 'image.serverList', all), 'image');
    t.same(faults(imageServer ?? {}, { image_server_host: 'string', image_server_protocol: 'string' }), []);
    const networks = rows(await ok(t, 'network.list', all), 'network');
    for (const one of networks) {
      t.same(faults(one, { network_name: 'string', network_type: 'string', network_addr: 'text' }), []);
    }
    const named = (parse(String(rows(got, 'profile')[0]?.['profile_body'])) as Profile).devices;
    for (const { type, network } of Object.values(named)) {
      if (type === 'nic') t.ok(networks.some((one) => one['network_name'] === network));
    }
    t.same(rows(await ok(t, 'instance.list', all), 'instance'), []);
  });

  await t.test('profile.update: edited, then renamed', async (t) => {
    const included = async (name: string): Promise<Dict | undefined> =>
      rows(await ok(t, 'server.get', `{"server_id":${server_id},"provider":"lxd"}`), 'profile').find(
        (one) => one['profile_name'] === name,
      );
    const body = parse(String((await included('small'))?.['profile_body'])) as Profile;
    t.same(Object.keys(body).sort(), ['config', 'description', 'devices', 'name', 'used_by']);
    const edited = stringify({ ...body, config: { ...body.config, 'limits.processes': '200' } });
    const fields = (more: string): string =>
      `{"server_id":${server_id},"provider":"lxd","profile_name":"small","profile_body":${JSON.stringify(edited)}${more}}`;
    await ok(t, 'profile.update', fields(''));
    t.equal((await daemon.lxc('profile', 'get', 'small', 'limits.processes')).trim(), '200');
    await ok(t, 'profile.update', fields(',"profile_rename":"smaller"'));
    t.ok(await included('smaller'));
    t.notOk(await included('small'));
  });

  let sse: SseStream | null = null;
  const messages = (): readonly SseMessage[] => sse?.messages ?? [];
  const outcome = async (t: Test, type: string, request_id: string): Promise<Dict> => {
    const message = await until(
      () =>
        messages()
          .map(({ data }) => parseMessage(data))
          .find((one) => one.request_id === request_id),
      { timeout_ms: 20_000, what: `the outcome of ${type}` },
    );
    t.equal(message.type, type);
    return JSON.parse(message.body) as Dict;
  };

  await t.test(
    'event.subscribe, event.auth, image.list, instance.add, instance.get, instance.list: made',
    async (t) => {
      const stream = String((await ok(t, 'config.get', '{}')).one['stream']);
      const url = `${app.url}/api/v1/event.subscribe?stream=${stream}`;
      sse = await openSse(url, { accept: 'text/event-stream' });
      t.match(sse, { status: 200, type: /^text\/event-stream/ });
      await ok(t, 'event.auth', `{"stream":"${stream}","request_id":"${randomUUID()}"}`);
      const images = rows(
        await ok(t, 'image.list', `{"server_id":${server_id},"image_server_host":"","provider":"lxd"}`),
        'image',
      );
      t.same(faults(images[0] ?? {}, IMAGE), []);
      t.equal(images[0]?.['image_fingerprint'], image);
      const request_id = randomUUID();
      await ok(
        t,
        'instance.add',
        `{"instance_name":"web","instance_type":"container","image_server_host":"","instance_image":"${image}","instance_command":"","instance_memory":"64","instance_cpu":"1","instance_profiles":"smaller","instance_interface":"eth0","instance_network":"","instance_nameserver":"8.8.8.8","instance_dhcp":true,"provider":"lxd","server_id":${server_id},"request_id":"${request_id}"}`,
      );
      t.notOk('errors' in (await outcome(t, 'instance.add', request_id)));
      const listed = rows(
        await ok(t, 'instance.list', `{"server_id":${server_id},"provider":"lxd"}`),
        'instance',
      );
      t.same(faults(listed[0] ?? {}, INSTANCE), []);
      t.match(listed, [{ instance_name: 'web', instance_status: 'running' }]);
      const { one } = await ok(
        t,
        'instance.get',
        `{"server_id":${server_id},"instance_name":"web","provider":"lxd"}`,
      );
      t.same(faults(one, INSTANCE), []);
      t.same(
        faults(one, {
          instance_profiles: 'string',
          instance_devices: 'object',
          instance_memory: 'string',
          instance_cpu: 'string',
        }),
        [],
      );
    },
  );

  await t.test('instance.action: stop, start, restart by force, each with its event', async (t) => {
    for (const [action, after] of [
      ['stop-force', 'stopped'],
      ['start', 'running'],
      ['restart-force', 'running'],
      ['stop', 'stopped'],
    ] as const) {
      const request_id = randomUUID();
      await ok(
        t,
        'instance.action',
        `{"server_id":${server_id},"instance_name":"web","instance_status":"${action}","provider":"lxd","request_id":"${request_id}"}`,
      );
      t.notOk('errors' in (await outcome(t, 'instance.action', request_id)), action);
      const shown = await daemon.lxc('list', 'web', '--format', 'csv', '-c', 's');
      t.equal(shown.trim().toLowerCase(), after);
    }
  });

  await t.test('certificate.revoke, image.delete, profile.delete: gone from the host', async (t) => {
    const before = await ok(t, 'server.get', `{"server_id":${server_id},"provider":"lxd"}`);
    const own = String(before.one['server_certificate_fingerprint']);
    const revoke = (fingerprint: string): string =>
      `{"server_id":${server_id},"certificate_fingerprint":"${fingerprint}","provider":"lxd"}`;
    await refused(t, 'certificate.revoke', revoke(own), 409);
    const { cert, fingerprint: other } = await selfSigned('other');
    await writeFile(join(daemon.dir, 'other.crt'), cert);
    await daemon.lxc('config', 'trust', 'add', join(daemon.dir, 'other.crt'));
    await ok(t, 'certificate.revoke', revoke(other));
    t.notMatch(await daemon.lxc('config', 'trust', 'list', '--format', 'csv'), other.slice(0, 12));
    await ok(t, 'image.delete', `{"server_id":${server_id},"image_fingerprint":"${image}","provider":"lxd"}`);
    t.equal((await daemon.lxc('image', 'list', '--format', 'csv')).trim(), '');
    const remove = `{"server_id":${server_id},"provider":"lxd","profile_name":"smaller"}`;
    await refused(t, 'profile.delete', remove, 409);
    await daemon.lxc('delete', '--force', 'web');
    await ok(t, 'profile.delete', remove);
    t.notMatch(await daemon.lxc('profile', 'list', '--format', 'csv'), /smaller/);
  });

  await t.test('user.emailChange, user.credentialDelete, user.logout: the end of the day', async (t) => {
    await ok(t, 'user.emailChange', '{"user_email":"alice@example.org","user_code":""}');
    const code = await mailedCode(app.dir, 'alice@example.org');
    await ok(t, 'user.emailChange', `{"user_email":"alice@example.org","user_code":"${code}"}`);
    t.match((await ok(t, 'user.get', '{}')).one, { email: 'alice@example.org' });
    const [key] = rows(await ok(t, 'user.credentialGet', '{}'), 'credential');
    await ok(t, 'user.credentialDelete', `{"key_id":${String(key?.['id'])}}`);
    t.same(rows(await ok(t, 'user.credentialGet', '{}'), 'credential'), []);
    await ok(t, 'user.logout', '{}');
    await until(() => messages().some(({ event }) => event === 'close'), { what: 'the close event' });
    await refused(t, 'server.list', '{}', 401);
  });
}

interface Profile {
  config: Record<string, string>;
  devices: Record<string, Record<string, string>>;
}

function parseMessage(data: string): { type: string; request_id: string; body: string } {
  return JSON.parse(data) as { type: string; request_id: string; body: string };
}

await onRealLxd('transcript', real, skipReason() || browserSkipReason());
