// PoPs, hosts and BGP peers, the catalogue and the inventory.
import { FakeHost } from '../../support/fake-host.js';
import { until } from '../../support/until.js';
import { type Transcript, transcript } from '../support/transcript.js';
import { as, furnish, no, NOT_AUTHENTICATED, ok, UNAUTHORIZED } from './clients.js';

const DFW = { name: 'dfw', provider: 'Equinix Metal', location: 'Dallas, TX', peeringdb_id: 4 };
const OSES = { busybox: { version: '', url: '' } };

// The host of the world has no place until the third.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript('POST /admin/pop, GET /system: what may be ordered, and where', async (t, world, client) => {
    await client.expect('GET /api/system', 403, NOT_AUTHENTICATED);
    await client.expect('POST /api/admin/pop', 403, NOT_AUTHENTICATED, { body: DFW });
    await as(client, world);
    await client.expect('POST /api/admin/pop', 403, UNAUTHORIZED, { body: {} });
    await as(client, world, world.adminToken);
    await client.expect('POST /api/admin/pop', 200, ok('PoP added'), { body: DFW });
    await client.expect('POST /api/admin/pop', 200, no('name dfw is in use'), { body: DFW });
    const refusals: [unknown, string][] = [
      [{ ...DFW, peeringdb_id: '4' }, 'peeringdb_id must be a whole number'],
      [{ ...DFW, peeringdb_id: -1 }, '{{text}}'],
      [{ ...DFW, name: 'D F W' }, '{{text}}'],
      [{ name: 'x', provider: 'y', peeringdb_id: 1 }, 'location is missing: it is required'],
    ];
    for (const [body, message] of refusals) {
      await client.expect('POST /api/admin/pop', 200, no(message), { body });
    }
    const legacy = {
      plan_slug: 'old',
      plan_vcpus: 1,
      plan_memory_mb: 512,
      plan_disk_mb: 100,
      plan_legacy: true,
    };
    await world.app.must('plan.add', legacy, { token: world.adminToken });
    const hidden = { os_slug: 'secret', os_image_alias: 'x', os_hidden: true };
    await world.app.must('os.add', hidden, { token: world.adminToken });
    await as(client, world);
    const other = (name: string) => ({ _id: '{{hex24}}', name, provider: '', location: '', peeringdb_id: 0 });
    await client.expect(
      'GET /api/system',
      200,
      ok('Retrieved PoPs', {
        pops: [other('dal1'), other('ams1'), { _id: '{{hex24}}', ...DFW }],
        plans: { small: { vcpus: 1, memory: 1, disk: 10 } },
        oses: OSES,
      }),
    );

    for (const path of ['/api/nothing', '/api/vms', '/api/project/x']) {
      await client.expect(`GET ${path}`, 404, no('{{text}}'));
    }
    const wrong = await client.expect('PUT /api/project', 405, no('{{text}}'));
    t.equal(wrong.headers.get('allow'), 'POST');
    await client.expect('GET /api/vms/create', 405, no('{{text}}'));
  }),

  transcript('POST /admin/host: no free host prefix', async (t, world, client) => {
    const pool = { prefix: '2001:db8::/47', prefix_purpose: 'pool', location_id: 2 };
    await world.app.must('prefix.add', pool, { token: world.adminToken });
    await as(client, world, world.adminToken);
    const host = { pop: 'ams1', ip: '127.0.0.2' };
    await client.expect('POST /api/admin/host', 200, ok('Host added'), { body: { ...host, port: 7 } });
    await client.expect('POST /api/admin/host', 200, ok('Host added'), { body: { ...host, port: 9 } });
    const full = await client.send('POST /api/admin/host', { body: { ...host, port: 11 } });
    t.match(full, { status: 200, json: { meta: { success: false, message: /^no \/48 is free/ } } });
    const known = await client.send('POST /api/admin/host', { body: { ...host, ip: '127.0.0.1' } });
    t.match(known, { status: 200, json: { meta: { success: false, message: /^no \/48 is free/ } } });
    const servers = await world.app.must<unknown[]>('server.list', {}, { token: world.adminToken });
    t.equal(servers.length, 3, 'nothing was made');
  }),

  transcript(
    'POST /admin/host: a new host, one that is known, and what is refused',
    async (t, world, client) => {
      const host = await FakeHost.start({ kind: 'https' });
      t.teardown(() => host.stop());
      await as(client, world);
      await client.expect('POST /api/admin/host', 403, UNAUTHORIZED, {
        body: { pop: 'dal1', ip: '127.0.0.1' },
      });
      await furnish(client, world);
      const add = (body: object, message: string, success = false) =>
        client.expect('POST /api/admin/host', 200, (success ? ok : no)(message), { body });
      await add({ pop: 'dal1', ip: '127.0.0.1' }, 'server with this host and port already added');
      await add({ pop: 'nowhere', ip: '127.0.0.1' }, 'pop was not found');
      await add({ pop: 'dal1', ip: 'localhost' }, 'ip must be an IP address');
      await add({ pop: 'dal1' }, 'ip is missing: it is required');
      await add({ pop: 'dal1', ip: '169.254.169.254' }, '{{text}}');
      const { port } = host.endpoint;
      await add({ pop: 'dal1', ip: '127.0.0.1', port, password: 'wrong' }, '{{text}}');
      await add({ pop: 'dal1', ip: '127.0.0.1', port }, 'Host added', true);
      const server = () =>
        world.app.must<{ attributes: object }>('server.get', { server_id: 4 }, { token: world.adminToken });
      t.match(await server(), { attributes: { server_status: 'unconfigured', server_ordinal: 1 } });
      host.trust(world.app.app.core.core.identity_fingerprint);
      await until(async () => JSON.stringify(await server()).includes('"online"'), {
        what: 'the host online',
      });
    },
  ),

  transcript(
    'POST /admin/bgp, GET /admin/ansible: peers of hosts, and the inventory',
    async (t, world, client) => {
      await as(client, world);
      await client.expect('GET /api/admin/ansible', 403, UNAUTHORIZED);
      await client.expect('POST /api/admin/bgp', 403, UNAUTHORIZED, { body: {} });
      await furnish(client, world);
      const peer = { ip: '127.0.0.1', name: 'Transit', asn: 65530, neighbor: '192.0.2.100' };
      await client.expect('POST /api/admin/bgp', 200, ok('Added BGP session'), {
        body: { ...peer, asn: 65531 },
      });
      await client.expect('POST /api/admin/bgp', 200, ok('Added BGP session'), { body: peer });
      const refusals: [unknown, string][] = [
        [{ ...peer, ip: '192.0.2.3' }, 'ip was not found'],
        [{ ...peer, neighbor: 'x' }, 'neighbor must be an IP address'],
        [{ ...peer, asn: 0 }, '{{text}}'],
        [{ ...peer, asn: 4294967296 }, '{{text}}'],
        [{ ...peer, asn: '65530' }, 'asn must be a whole number'],
      ];
      for (const [body, message] of refusals) {
        await client.expect('POST /api/admin/bgp', 200, no(message), { body });
      }
      const got = await client.send('GET /api/admin/ansible');
      t.equal(got.status, 200);
      const { data, meta } = got.json as {
        data: { all: { vars: object; hosts: Record<string, object> } };
        meta: object;
      };
      t.matchOnly(meta, { success: true, message: 'Retrieved ansible config' });
      t.matchOnly(data.all.vars, {
        ansible_user: 'root',
        ansible_port: 22,
        ansible_ssh_private_key_file: '',
        oses: OSES,
        gantry_certificate: /^-----BEGIN CERTIFICATE-----\n/,
      });
      t.matchOnly(Object.keys(data.all.hosts), ['dal10', 'ams10', 'ams11', 'dal11']);
      t.match(data.all.hosts['dal10'], {
        ansible_host: '127.0.0.1',
        bcg: {
          asn: Number,
          prefixes: ['2001:db8:f000::/48'],
          peers: { Transit: { asn: 65530, type: 'import-valid', neighbors: ['192.0.2.100'] } },
        },
        vms: [{ hostname: 'web-1' }, { hostname: 'web-2' }],
      });
    },
  ),
];
