// fleet.register: servers that are named before they trust us.
import { createServer } from 'node:net';
import t from 'tap';
import type { Caller } from '../../../src/core/access.js';
import { startTestApp } from '../../support/app.js';
import { FakeHost } from '../../support/fake-host.js';
import { until } from '../../support/until.js';

t.test('a server that is registered before it trusts us (SEC-41)', async (t) => {
  const app = await startTestApp();
  t.teardown(() => app.close());
  const token = await app.admin();
  const { core } = app.app.core;
  const caller: Caller = {
    actor: core.tokens.authenticate(token),
    request_id: 'test',
    client_request_id: '',
    address: '127.0.0.1',
    via: 'aarch64',
    audit: null,
    idempotency_key: null,
  };
  const register = (wish: object) => core.fleet.register(caller, { name: '', address: '127.0.0.1', ...wish });
  const host = await FakeHost.start({ kind: 'https', instances: ['old-1:running'] });
  t.teardown(() => host.stop());
  const { port } = host.endpoint;
  const status = async (id: number) => (await core.fleet.get(caller, id)).status;
  const code = (of: Promise<unknown>) => of.then(() => 'ok').catch((error: { code?: string }) => error.code);
  const dfw = await app.must<{ id: number }>('location.add', { location_code: 'dfw' }, { token });

  const row = await register({ port, location_id: dfw.id, tags: 'a,b', ram: '4', disk: '9', processor: 'x' });
  t.match(row, { status: 'unconfigured', port, location_id: dfw.id, ordinal: 0, tls_cert: null });
  t.match(row, {
    tags: 'a,b',
    ram: '4',
    disk: '9',
    processor: 'x',
    name: '127.0.0.1',
    daemon_fingerprint: '',
  });
  t.equal(await code(register({ port })), 'conflict', 'twice');
  t.equal(await code(register({ port, location_id: dfw.id })), 'conflict', 'it stands there');
  t.equal(host.requests.filter(({ method }) => method !== 'GET').length, 0, 'nothing but looks');
  const wish = { server_id: row.id, instance_name: 'early', instance_image: 'busybox' };
  const early = await app.call('instance.add', wish, { token });
  t.equal(early.status, 503, 'nothing can be made there yet');

  host.trust(core.identity_fingerprint);
  await until(async () => (await status(row.id)) === 'online', { what: 'the server to be online' });
  const pinned = await core.fleet.get(caller, row.id);
  t.equal(pinned.daemon_fingerprint, host.fingerprint, 'pinned as it was when it trusted us');
  t.ok(pinned.tls_cert?.includes('BEGIN CERTIFICATE'));
  const events = await app.must<{ attributes: { type: string } }[]>('event.list', { limit: 50 }, { token });
  const types = events.map(({ attributes }) => attributes.type);
  t.ok(types.includes('server.added') && types.includes('server.trusted') && types.includes('server.online'));
  const trail = (
    await app.must<{ attributes: { type: string } }[]>('audit.list', { limit: 50 }, { token })
  ).map(({ attributes }) => attributes.type);
  t.ok(trail.includes('server.trusted'), 'the audit trail has it');

  await t.test('a password does the step at once, and a wrong one says so', async (t) => {
    const other = await FakeHost.start({ kind: 'https' });
    t.teardown(() => other.stop());
    t.equal(await code(register({ port: other.endpoint.port, password: 'wrong' })), 'host_untrusted');
    const known = await register({ port: other.endpoint.port });
    t.equal(known.status, 'unconfigured');
    const made = await register({ port: other.endpoint.port, password: other.password, location_id: dfw.id });
    t.match(made, { id: known.id, status: 'online', location_id: dfw.id, ordinal: 1 });
  });

  await t.test('server.add completes one that waits', async (t) => {
    const other = await FakeHost.start({ kind: 'https' });
    t.teardown(() => other.stop());
    const known = await register({ port: other.endpoint.port, location_id: dfw.id });
    const at = { server_host: '127.0.0.1', server_port: other.endpoint.port };
    const params = { ...at, server_password: other.password, server_fingerprint: other.fingerprint };
    const made = await app.must('server.add', params, { token });
    t.match(made, { id: known.id, attributes: { server_status: 'online', server_ordinal: 2 } });
  });

  await t.test('one that stands nowhere is put at the location', async (t) => {
    const other = await FakeHost.start({ kind: 'https' });
    t.teardown(() => other.stop());
    const known = await register({ port: other.endpoint.port, password: other.password });
    t.match(known, { status: 'online', location_id: null, ordinal: null });
    const placed = await register({ location_id: dfw.id });
    t.match(placed, { id: known.id, location_id: dfw.id, ordinal: 3 });
    t.match(await core.fleet.atAddress(caller, '127.0.0.1'), { address: '127.0.0.1' });
  });

  await t.test('one that is away is stored, and can be let go of', async (t) => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const away = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => silent.close(resolve));
    t.equal(await code(register({ port: away, password: 'x' })), 'host_unreachable', 'a secret is not kept');
    const made = await register({ port: away });
    t.equal(made.status, 'unconfigured');
    await core.fleet.delete(caller, made.id, false);
    t.equal(await code(core.fleet.get(caller, made.id)), 'not_found');
  });

  await t.test('what may not be connected to stays refused (SEC-40)', async (t) => {
    t.equal(await code(register({ address: '169.254.169.254' })), 'forbidden');
    t.equal(await code(register({ address: '10.0.0.1', port: 22 })), 'forbidden');
    t.equal(await code(register({ address: '0x7f.1' })), 'invalid_params');
    t.equal(await code(register({ port, location_id: 999 })), 'not_found');
    for (const wrong of [0, 65_536]) {
      t.equal(await code(register({ address: 'nowhere.invalid', port: wrong })), 'invalid_params');
    }
    const alice = core.tokens.authenticate(await app.user('alice'));
    const hers = core.fleet.register({ ...caller, actor: alice }, { name: '', address: '127.0.0.1', port });
    t.equal(await code(hers), 'forbidden');
  });

  await t.test('one that waits is asked again after a restart', async (t) => {
    const other = await FakeHost.start({ kind: 'https' });
    t.teardown(() => other.stop());
    const known = await register({ port: other.endpoint.port });
    await app.restart();
    other.trust(app.app.core.core.identity_fingerprint);
    const now = () => app.app.core.core.fleet.get(caller, known.id);
    await until(async () => (await now()).status === 'online', { what: 'the server to be online' });
  });
});
