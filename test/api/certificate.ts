// certificate.*: whom a server trusts; any of them can be let go but our own.
import { rm } from 'node:fs/promises';
import { startTestApp } from '../support/app.js';
import { SPARE } from '../support/fake-host/spare.js';
import { until } from '../support/until.js';
import { addServer } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

export const cases = [
  apiCase('listed for its owner, the same as in server.get; ours is marked there', async (t, world) => {
    const { adminToken: token } = world;
    const rows = await must<Resource[]>(world, 'certificate.list', { server_id: 1 }, token);
    const { body } = await world.app.call('server.get', { server_id: 1 }, { token });
    const { data, included } = body as unknown as { data: Resource; included: Resource[] };
    t.same(
      rows,
      included.filter(({ type }) => type === 'certificate'),
    );
    const own = rows.find(
      ({ attributes }) =>
        attributes['certificate_fingerprint'] === data.attributes['server_certificate_fingerprint'],
    );
    t.match(own, { attributes: { certificate_name: 'gantry', certificate_type: 'client' } });
    const named = await must<Resource[]>(
      world,
      'certificate.list',
      { server_id: 1, filter: { certificate_name: 'spare' } },
      token,
    );
    t.equal(named.length, 1);
    t.equal(await refused(world, 'certificate.list', { server_id: 1 }), 'forbidden');
    t.equal(await refused(world, 'certificate.list', { server_id: 1 }, world.otherToken), 'not_found');
  }),

  apiCase('revoked, but for our own', async (t, world) => {
    const { adminToken } = world;
    const revoke = (certificate_fingerprint: string, token = adminToken) =>
      world.app.call('certificate.revoke', { server_id: 1, certificate_fingerprint }, { token });
    const { attributes } = await must(world, 'server.get', { server_id: 1 }, adminToken);
    const own = String(attributes['server_certificate_fingerprint']);
    for (const fingerprint of [own, own.toUpperCase(), own.slice(0, 12)]) {
      const answer = await revoke(fingerprint);
      t.equal(codeOf(answer), 'bad_state');
      t.match(detailOf(answer), /our own certificate/);
    }
    t.ok(world.host.world.certificates.has(own));
    t.equal(codeOf(await revoke(SPARE.certificate, world.userToken)), 'forbidden');
    t.equal(codeOf(await revoke(SPARE.certificate, world.otherToken)), 'not_found');
    for (const wrong of ['%%%%%%%%%%%%', '____________', 'c0dec0dec0d', 'spare', `${SPARE.certificate}0`]) {
      t.equal(codeOf(await revoke(wrong)), 'invalid_params', `SEC-44 ${wrong}`);
    }
    world.host.world.certificates.set(`${SPARE.certificate.slice(0, 63)}0`, { name: 'twin', type: 'client' });
    t.equal(codeOf(await revoke(SPARE.certificate.slice(0, 20))), 'conflict', 'two begin like that');
    t.equal(codeOf(await revoke(SPARE.certificate)), 'ok');
    t.notOk(world.host.world.certificates.has(SPARE.certificate));
    t.equal(codeOf(await revoke(SPARE.certificate)), 'not_found');
    t.match(await history(world, { type: 'certificate.revoked' }), [
      {
        server_id: 1,
        user_id: 1,
        data: { certificate_name: 'spare', certificate_fingerprint: SPARE.certificate },
      },
    ]);
    await world.host.down();
    t.equal(codeOf(await revoke(own)), 'host_unreachable');
  }),

  apiCase('disable_server_add closes every change on a server, for administrators too', async (t, world) => {
    // The switch was off when the server was added.
    const open = await startTestApp();
    const token = await open.admin();
    await addServer(open, world.host, token);
    await open.app.close();
    t.teardown(() => rm(open.dir, { recursive: true, force: true }));
    const env = { GANTRY_DISABLE_SERVER_ADD: 'true' };
    const closed = await startTestApp({ flags: { data: open.dir }, env });
    t.teardown(() => closed.close());
    const list = (method: string) => closed.call(method, { server_id: 1 }, { token });
    await until(async () => codeOf(await list('profile.list')) === 'ok', { what: 'the server' });
    for (const [method, more] of [
      ['certificate.revoke', { certificate_fingerprint: SPARE.certificate }],
      ['image.delete', { image_fingerprint: SPARE.image }],
      ['profile.add', { profile_name: 'new', profile_body: '{}' }],
      ['profile.update', { profile_name: 'spare', profile_body: '{}' }],
      ['profile.delete', { profile_name: 'spare' }],
    ] as const) {
      t.equal(codeOf(await closed.call(method, { server_id: 1, ...more }, { token })), 'forbidden', method);
    }
    for (const method of ['certificate.list', 'image.list', 'profile.list']) {
      t.equal(codeOf(await list(method)), 'ok', method);
    }
  }),
];
