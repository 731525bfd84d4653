// A browser with an authenticator, on a page that speaks the panel's protocol, from registration to an instance on a real LXD.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { mailedCode, PASSWORD, startTestApp } from '../support/app.js';
import { importBusybox, skipReason, startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';
import { browserSkipReason, openBrowser } from './browser.js';

await onRealLxd('panel', real, skipReason() || browserSkipReason());

type Dict = Record<string, unknown>;

interface Document {
  data: { id: number; attributes: Dict };
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const daemon = await startLxd({ name: 'browser' });
  t.teardown(() => daemon.stop());
  const image = await importBusybox(daemon);
  const app = await startTestApp({
    flags: { listen: ['http://localhost:0'] },
    env: { GANTRY_SERVERS_ADD: 'user' },
  });
  t.teardown(() => app.close());
  await app.admin();
  const html = await readFile(join(import.meta.dirname, 'page.html'), 'utf8');
  const browser = await openBrowser(app.url, html);
  t.teardown(() => browser.close());

  /** Runs something of the page's `panel`, with its arguments. */
  const panel = <T = unknown>(name: string, ...args: unknown[]): Promise<T> =>
    browser.page.evaluate(`panel.${name}(${args.map((one) => JSON.stringify(one)).join(', ')})`);
  const shown = <T = unknown>(expression: string): Promise<T> => browser.page.evaluate(expression);
  const opened = (times: number): Promise<unknown> =>
    until(async () => (await shown<number>('panel.opened')) === times, { what: `stream number ${times}` });
  const closed = (): Promise<unknown> =>
    until(() => shown<boolean>('panel.closed'), { timeout_ms: 2_000, what: 'the close event' });
  const state = async (name: string): Promise<string> =>
    (await daemon.lxc('list', name, '--format', 'csv', '-c', 's')).trim();

  const alice = { user_login: 'alice', user_email: 'alice@example.net' };
  const carol = { user_login: 'carol', user_email: 'carol@example.net' };

  await t.test(
    'config.get, user.register, user.login, event.subscribe, event.auth: a page opens',
    async (t) => {
      await panel('start');
      t.equal(await shown('panel.store.webauth_enabled'), true);
      await panel('call', 'user.register', {
        ...alice,
        user_password: PASSWORD,
        user_passwordRepeat: PASSWORD,
      });
      await panel('call', 'user.register', { user_code: await mailedCode(app.dir, alice.user_email) });
      await panel('login', 'user.login', { user_login: 'alice@example.net', user_password: PASSWORD });
      await opened(1);
      t.equal(await browser.page.textContent('#user'), 'alice');
    },
  );

  await t.test('user.credentialMake, user.credentialGet: a key of the browser is entered', async (t) => {
    await panel('makeKey', { ...alice, user_register: false });
    const keys = await panel<{ data: Document['data'][] }>('call', 'user.credentialGet');
    t.match(keys.data, [{ attributes: { key_name: / \d{4}-\d\d-\d\d$/, key_timeused: 0 } }]);
    await t.rejects(panel('makeKey', { ...alice, user_register: false }), /InvalidStateError/, 'not twice');
  });

  await t.test('user.logout: the stream is closed and not opened again', async (t) => {
    await panel('logout');
    await closed();
    t.equal(await shown('panel.source.readyState'), 2);
    await t.rejects(panel('call', 'user.get'), /token/);
  });

  await t.test('user.assertionGet, user.assertionVerify: in with the key', async (t) => {
    await panel('useKey', 'alice');
    await opened(2);
    t.match(await panel('one', 'user.get'), { login: 'alice' });
    t.equal(await browser.page.textContent('#user'), 'alice');
  });

  let server_id = 0;
  await t.test('server.verify, server.add: a real LXD', async (t) => {
    const wish = {
      server_host: '127.0.0.1',
      server_port: daemon.port,
      server_password: daemon.password,
      server_protocol: 'lxd',
      provider: 'lxd',
    };
    await panel('call', 'server.verify', wish);
    server_id = (await panel<Document>('call', 'server.add', wish)).data.id;
    t.match(await panel('one', 'server.get', { server_id, provider: 'lxd' }), {
      server_id,
      server_supported_instance_types: /container/,
    });
  });

  await t.test(
    'instance.add, instance.action: each outcome comes by the stream, after the answer',
    async (t) => {
      const outcome = await panel<Dict>('later', 'instance.add', {
        server_id,
        instance_name: 'web',
        instance_type: 'container',
        image_server_host: '',
        instance_image: image,
        instance_command: '',
        instance_memory: '64',
        instance_cpu: '1',
        instance_profiles: 'default',
        instance_interface: '',
        instance_network: '',
        instance_nameserver: '8.8.8.8',
        instance_dhcp: true,
      });
      t.notOk(outcome['errors'], 'made');
      t.equal(await browser.page.textContent('#status'), 'success');
      t.equal(await state('web'), 'RUNNING');
      const one = { server_id, instance_name: 'web' };
      for (const [instance_status, after] of [
        ['stop-force', 'STOPPED'],
        ['start', 'RUNNING'],
      ]) {
        t.notOk((await panel<Dict>('later', 'instance.action', { ...one, instance_status }))['errors']);
        t.equal(await state('web'), after);
      }
    },
  );

  await t.test('token.get, token.revoke: a session revoked elsewhere is over on the page', async (t) => {
    const tokens = await app.must<{ attributes: Dict }[]>(
      'token.get',
      {},
      { token: await shown<string>('panel.token') },
    );
    const own = tokens.filter(({ attributes }) => attributes['token_state'] === 1);
    t.equal(own.length, 1);
    const elsewhere = await app.must<{ attributes: { token: string } }>('user.login', {
      user_login: 'alice',
      user_password: PASSWORD,
    });
    const { token } = elsewhere.attributes;
    await app.must('token.revoke', { token_name: own[0]?.attributes['token_name'] }, { token });
    await closed();
    await t.rejects(panel('call', 'instance.list', { server_id }), /token/);
    t.equal(await shown('panel.token'), '', 'the page has forgotten it');
  });

  await t.test('user.credentialMake, user.register: an account without a password', async (t) => {
    await panel('makeKey', { ...carol, user_register: true });
    await t.rejects(panel('useKey', 'carol'), 'not before the code');
    await panel('call', 'user.register', { user_code: await mailedCode(app.dir, carol.user_email) });
    await panel('useKey', 'carol');
    await opened(3);
    t.match(await panel('one', 'user.get'), { login: 'carol', group: 4 });
    await t.rejects(
      panel('call', 'user.login', { user_login: 'carol', user_password: PASSWORD }),
      /wrong credential/,
    );
  });

  await t.test('user.credentialDelete: the only way in stays, another key may go', async (t) => {
    const keys = await panel<{ data: Document['data'][] }>('call', 'user.credentialGet');
    const key_id = keys.data[0]?.id;
    await t.rejects(panel('call', 'user.credentialDelete', { key_id }), /last way/);
    await panel('logout');
    await closed();
    await panel('useKey', 'alice');
    const hers = await panel<{ data: Document['data'][] }>('call', 'user.credentialGet');
    await panel('call', 'user.credentialDelete', { key_id: hers.data[0]?.id });
    await t.rejects(panel('call', 'user.credentialDelete', { key_id }), /not found/, 'SEC-20');
    await panel('logout');
    await t.rejects(panel('useKey', 'alice'), /NotAllowedError|wrong credential/, 'it opens nothing now');
  });
}
