// Profiles, trusted certificates and images on a real LXD: what the panel's tabs show and change.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { parse } from 'yaml';
import { buildBusyboxImage } from '../../scripts/busybox-image.mjs';
import { createLxdProvider } from '../../src/providers/lxd/provider.js';
import { startTestApp } from '../support/app.js';
import { selfSigned } from '../support/certificates.js';
import { product, startImageServer } from '../support/image-server.js';
import { startLxd } from '../support/lxd.js';
import { onRealLxd } from '../support/real.js';
import { until } from '../support/until.js';

await onRealLxd('objects', real);

interface Resource {
  id: number;
  attributes: Record<string, unknown>;
}

/** An image server whose one image is the busybox one, as a unified file. */
async function busyboxServer(folder: string) {
  const file = join(folder, 'busybox.tar.gz');
  const sha256 = buildBusyboxImage(file);
  const bytes = await readFile(file);
  const item = { ftype: 'lxd_combined.tar.gz', path: 'files/busybox.tar.gz', sha256, size: bytes.length };
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const server = await startImageServer({
    busybox: product({ arch, versions: { '20260101_0000': { items: { item } } } }),
  });
  server.documents.set('/files/busybox.tar.gz', bytes);
  return { server, fingerprint: sha256 };
}

async function real(): Promise<void> {
  t.setTimeout(120_000);
  const { server, fingerprint } = await busyboxServer(t.testdir());
  t.teardown(() => server.stop());
  const daemon = await startLxd({ name: 'objects', env: { SSL_CERT_FILE: server.ca } });
  t.teardown(() => daemon.stop());
  const app = await startTestApp({
    env: { GANTRY_IMAGE_SERVERS: server.url, GANTRY_TLS_CA: server.ca },
  });
  t.teardown(() => app.close());
  const token = await app.admin();
  const call = (method: string, params: object) => app.call(method, params, { token });
  const must = <T = Resource>(method: string, params: object): Promise<T> =>
    app.must<T>(method, params, { token });
  const { id: server_id } = await must('server.add', {
    server_host: '127.0.0.1',
    server_port: daemon.port,
    server_password: daemon.password,
    server_fingerprint: daemon.fingerprint,
  });
  const here = { server_id };
  const attributes = async (method: string, params: object = here): Promise<Record<string, unknown>[]> =>
    (await must<Resource[]>(method, params)).map((one) => one.attributes);
  const onHost = async (name: string): Promise<unknown> =>
    parse(await daemon.lxc('profile', 'show', name)) as unknown;

  await t.test(
    'image.serverList, image.list: what is listed can be launched, and is then on the host',
    async (t) => {
      t.match(await attributes('image.serverList'), [{ image_server_host: server.url }]);
      t.same(await attributes('image.list'), [], 'an empty host');
      const image_server_host = server.url;
      const [offered] = await attributes('image.list', { ...here, image_server_host });
      t.match(offered, {
        image_fingerprint: fingerprint,
        image_instance_type: 'container',
        image_os: 'Busybox',
        image_serial: '20260101_0000',
      });
      const made = await must('instance.add', {
        ...here,
        instance_name: 'one',
        image_server_host,
        instance_image: offered?.['image_fingerprint'],
        wait: 60,
      });
      t.equal(made.attributes['operation_status'], 'success');
      const [kept, ...others] = await attributes('image.list');
      t.same(others, []);
      t.match(kept, { image_fingerprint: fingerprint, image_cached: true, image_os: 'Busybox' });
      t.equal(kept?.['image_architecture'], offered?.['image_architecture'], 'the same name for it');
      const [listed] = JSON.parse(await daemon.lxc('image', 'list', '--format', 'json')) as {
        size: number;
      }[];
      t.equal(kept?.['image_size'], listed?.size);
    },
  );

  await t.test('profile.list: the text of each profile, as lxc shows it', async (t) => {
    const [row, ...others] = await attributes('profile.list');
    t.same(others, []);
    t.same(parse(String(row?.['profile_body'])), await onHost('default'));
    const { body } = await call('server.get', here);
    const included = (body['included'] as (Resource & { type: string })[]).find(
      ({ type }) => type === 'profile',
    );
    t.same(included?.attributes, row);
  });

  await t.test(
    'profile.add, profile.update: what the editor sends is on the host, and in what uses it',
    async (t) => {
      await must('profile.add', {
        ...here,
        profile_name: 'small',
        profile_body: 'config:\n  limits.memory: 64MiB\ndescription: Little\n',
      });
      t.match(await onHost('small'), { description: 'Little', config: { 'limits.memory': '64MiB' } });
      t.equal(
        (await call('profile.add', { ...here, profile_name: 'small', profile_body: '{}' })).status,
        409,
      );
      const id = { ...here, instance_name: 'one' };
      await must('instance.update', { ...id, instance_profiles: 'default,small', wait: 30 });
      const shown = async (): Promise<Record<string, unknown>> => (await must('instance.get', id)).attributes;
      const row = (await attributes('profile.list')).find((one) => one['profile_name'] === 'small');
      const profile_body = String(row?.['profile_body']).replace('64MiB', '96MiB').replace('Little', 'More');
      const update = (more: object) => call('profile.update', { ...here, profile_name: 'small', ...more });
      const answer = await update({ profile_body, etag: row?.['profile_etag'] });
      t.equal(answer.status, 200);
      t.match(await onHost('small'), {
        name: 'small',
        description: 'More',
        config: { 'limits.memory': '96MiB' },
        used_by: ['/1.0/instances/one'],
      });
      t.match(await daemon.lxc('exec', 'one', '--', 'cat', '/proc/meminfo'), /MemTotal: +98304 kB/);
      await until(async () => (await shown())['instance_memory'] === '96MiB', { what: 'our own view of it' });
      const stale = await update({ profile_body: '{}', etag: row?.['profile_etag'] });
      t.equal(stale.status, 409, 'the second editor is told');
      const { etag } = answer.body['meta'] as { etag: string };
      await daemon.lxc('profile', 'set', 'small', 'user.other', 'x');
      t.equal(
        (await update({ profile_body: '{}', etag })).status,
        409,
        'also of what others did on the host',
      );
      const wrong = await update({ profile_body: 'config: {limits.memory: lots}' });
      t.equal(wrong.status, 400);
      t.match(JSON.stringify(wrong.body), /\/profile_body/);
      const device = await update({ profile_body: 'devices: {e: {type: nic, network: nonesuch}}' });
      t.equal(device.status, 400, 'a network that is not there is a fault of the text');
      const disk = await call('profile.update', { ...here, profile_name: 'default', profile_body: '{}' });
      t.equal(disk.status, 409, 'the root disk of an instance is not taken away');
    },
  );

  await t.test('profile.update: renamed while it is used', async (t) => {
    const rename = (profile_rename: string, profile_name = 'small') =>
      call('profile.update', { ...here, profile_name, profile_body: 'config: {user.a: 1}', profile_rename });
    t.equal((await rename('default')).status, 409);
    t.equal((await rename('other', 'default')).status, 409, 'default keeps its name');
    t.equal((await rename('renamed')).status, 200);
    t.match(await onHost('renamed'), { name: 'renamed', config: { 'user.a': '1' } });
    await until(
      async () =>
        (await must('instance.get', { ...here, instance_name: 'one' })).attributes['instance_profiles'] ===
        'default,renamed',
      { what: 'the new name in what uses it' },
    );
  });

  await t.test('profile.delete: not while it is used, and never default', async (t) => {
    const drop = (profile_name: string) => call('profile.delete', { ...here, profile_name });
    t.equal((await drop('renamed')).status, 409);
    t.equal((await drop('default')).status, 409);
    await must('instance.update', { ...here, instance_name: 'one', instance_profiles: 'default', wait: 30 });
    t.equal((await drop('renamed')).status, 200);
    t.equal((await drop('renamed')).status, 404);
    t.same(
      await daemon.lxc('profile', 'list', '--format', 'csv').then((text) => text.split(',')[0]),
      'default',
    );
  });

  await t.test('certificate.list, certificate.revoke: another client is let go, ours is kept', async (t) => {
    const identity = await selfSigned('old-laptop');
    const file = join(t.testdir(), 'old-laptop.crt');
    await writeFile(file, identity.cert);
    await daemon.lxc('config', 'trust', 'add', file);
    const theirs = createLxdProvider({ identity });
    t.match(await theirs.inspect(daemon.https), { auth: 'trusted' });
    const own = String((await must('server.get', here)).attributes['server_certificate_fingerprint']);
    const rows = await attributes('certificate.list');
    const fingerprints = rows.map((row) => row['certificate_fingerprint']);
    t.same(fingerprints.sort(), [identity.fingerprint, own].sort());
    const revoke = (certificate_fingerprint: string) =>
      call('certificate.revoke', { ...here, certificate_fingerprint });
    t.equal((await revoke(own)).status, 409);
    t.equal((await revoke(identity.fingerprint.slice(0, 12))).status, 200);
    t.match(await theirs.inspect(daemon.https), { auth: 'untrusted' });
    t.equal((await revoke(identity.fingerprint)).status, 404);
    t.same(
      (await attributes('certificate.list')).map((row) => row['certificate_fingerprint']),
      [own],
    );
  });

  await t.test('image.delete: gone when the call answers; what was made from it stays', async (t) => {
    const image_fingerprint = fingerprint.slice(0, 12);
    await must('image.delete', { ...here, image_fingerprint });
    t.same(JSON.parse(await daemon.lxc('image', 'list', '--format', 'json')), []);
    t.equal((await call('image.delete', { ...here, image_fingerprint })).status, 404);
    t.match(await daemon.lxc('exec', 'one', '--', 'hostname'), /^one/);
  });
}
