// Machines: made, listed, heard of and deleted.
import { until } from '../../support/until.js';
import type { World } from '../../support/world.js';
import { type Client, type Transcript, transcript } from '../support/transcript.js';
import { as, furnish, no, NOT_AUTHENTICATED, ok, vm } from './clients.js';

const CREATE = 'POST /api/vms/create';
const ORDER = { hostname: 'testvm1', pop: 'dal1', project: '{{project}}', plan: 'small', os: 'busybox' };
const HOME = '/api/intra/phonehome';

interface Project {
  _id: string;
  vms: Record<string, unknown>[];
}

/** A place with a host, and a project of the client's user. */
async function begin(client: Client, world: World): Promise<void> {
  await furnish(client, world);
  await as(client, world);
  await client.expect('POST /api/project', 200, ok('Project created', '{{hex24:project}}'), {
    body: { name: 'web' },
  });
}

async function vms(client: Client): Promise<Record<string, unknown>[]> {
  const got = (await client.send('GET /api/projects')).json as { data: Project[] };
  return got.data.find(({ _id }) => _id === client.known.get('project'))?.vms ?? [];
}

/** The token that the guest of a machine was given for its call. */
function homeToken(world: World): string {
  for (const { config } of world.host.world.instances.values()) {
    const found = /phonehome\?token=([A-Za-z0-9_-]+)/.exec(JSON.stringify(config));
    if (found) return found[1] ?? '';
  }
  return '';
}

async function made(client: Client): Promise<void> {
  const ready = async () => (await vms(client)).every(({ state }) => state === 'ready');
  await until(ready, { what: 'the machines to be made' });
}

// The machines count on from one to the next; the one that stops the host comes last.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript('POST /vms/create: what is refused is told with status 200', async (t, world, client) => {
    await begin(client, world);
    const refusals: [unknown, string][] = [
      [{ ...ORDER, pop: 'nowhere' }, 'pop was not found'],
      [{ ...ORDER, plan: 'huge' }, 'plan was not found'],
      [{ ...ORDER, os: 'plan9' }, 'os was not found'],
      [{ ...ORDER, project: '605d1fbc361f9e55eec97986' }, 'project was not found'],
      [{ ...ORDER, hostname: 'no spaces' }, '{{text}}'],
      [{ ...ORDER, hostname: 7 }, 'hostname must be text'],
      [{ ...ORDER, pop: 'ams1' }, '{{text}}'],
      [{ hostname: 'x' }, '{{text}}'],
    ];
    for (const [body, message] of refusals) await client.expect(CREATE, 200, no(message), { body });
    await client.expect(CREATE, 400, no('{{text}}'), { body: 'hostname=x' });
    const quota = { user_id: 2, quota_resource: 'instances', quota_maximum: 2 };
    await world.app.must('quota.set', quota, { token: world.adminToken });
    const full = await client.send(CREATE, { body: ORDER });
    t.match(full, { status: 200, json: { meta: { success: false, message: /quota|instances/ } } });
    t.matchOnly(await vms(client), [], 'nothing was made');
    await world.app.must('quota.set', { ...quota, quota_maximum: 100 }, { token: world.adminToken });
  }),

  transcript('GET /intra/phonehome: by the token, once', async (t, world, client) => {
    await begin(client, world);
    await client.expect(CREATE, 200, ok('VM created', vm(0)), { body: ORDER });
    await made(client);
    const token = homeToken(world);
    t.ok(token.length > 20);
    const guest = { headers: { Authorization: '', 'X-Forwarded-For': '2001:db8:f000::2' } };
    await client.expect(`GET ${HOME}`, 200, no('vm was not found'), guest);
    await client.expect(`GET ${HOME}?token=x`, 200, no('vm was not found'), guest);
    t.match(await vms(client), [{ phoned_home: false }], 'whoever says whose it is');
    const form = { ...guest, body: 'instance_id=i-1&hostname=testvm1&fqdn=testvm1' };
    await client.expect(`POST ${HOME}?token=${token}`, 200, ok('Phone home complete'), form);
    await client.expect(`GET ${HOME}?token=${token}`, 200, ok('Phone home complete'), guest);
    t.match(await vms(client), [{ phoned_home: true }]);
    const events = await world.app.must<{ attributes: { type: string } }[]>(
      'event.list',
      { limit: 500 },
      { token: world.adminToken },
    );
    t.equal(events.filter(({ attributes }) => attributes.type === 'instance.phoned_home').length, 1);
  }),

  transcript("DELETE /vms/delete: SEC-20 another one's machine is none", async (t, world, client) => {
    await begin(client, world);
    await client.expect(CREATE, 200, ok('VM created', vm(1)), { body: ORDER });
    const remove = 'DELETE /api/vms/delete';
    await client.expect(remove, 403, NOT_AUTHENTICATED, {
      body: { vm: '{{vm}}' },
      headers: { Authorization: 'x' },
    });
    await as(client, world, world.otherToken);
    for (const vm of ['{{vm}}', '605fdf4e4177beeb253eed4b', 'x', '1']) {
      await client.expect(remove, 200, no('vm was not found'), { body: { vm } });
    }
    await client.expect(remove, 200, no('vm is missing: it is required'), { body: {} });
    await client.expect(remove, 200, no('vm is missing: it is required'));
    await client.expect(CREATE, 200, no('project was not found'), { body: ORDER });
    await as(client, world);
    t.equal((await vms(client)).length, 1);

    const token = world.adminToken;
    const projects = await world.app.must<{ id: number }[]>('project.list', { limit: 1000 }, { token });
    const project_id = Math.max(...projects.map(({ id }) => id));
    for (const [roles, shown] of [
      ['billing', ''],
      ['limited_collaborator', ''],
      ['collaborator', client.known.get('password')],
    ] as const) {
      const verb = roles === 'billing' ? 'add' : 'update';
      await world.app.must(`project.member.${verb}`, { project_id, user_id: 3, roles: [roles] }, { token });
      await as(client, world, world.otherToken);
      t.match(await vms(client), [{ _id: client.known.get('vm'), password: shown }], `SEC-21 ${roles}`);
    }
  }),

  transcript(
    'POST /vms/create, GET /projects, DELETE /vms/delete: a machine comes and goes',
    async (t, world, client) => {
      await client.expect(CREATE, 403, NOT_AUTHENTICATED, { body: ORDER });
      await begin(client, world);
      // As the Go client sends it: no type of the answer is asked for, and numbers become unsigned integers.
      const go = { 'User-Agent': 'Go-http-client/1.1', 'Accept-Encoding': 'gzip' };
      const got = await client.expect(CREATE, 200, ok('VM created', vm(2)), { headers: go, body: ORDER });
      const first = (got.json as { data: Record<string, unknown> }).data;
      for (const key of ['vcpus', 'memory', 'disk', 'host', 'index', 'created']) {
        t.ok(Number.isInteger(first[key]) && Number(first[key]) >= 0, key);
      }
      const second = { ...vm(3), _id: '{{hex24}}', hostname: 'a.b_c', password: '{{hex32}}' };
      await client.expect(CREATE, 200, ok('VM created', second), { body: { ...ORDER, hostname: 'a.b_c' } });
      await made(client);
      const listed = await vms(client);
      t.matchOnly(listed[0], { ...first, state: 'ready' });
      t.equal(listed.length, 2);

      const before = world.host.world.instances.size;
      await client.expect('DELETE /api/vms/delete', 200, ok('VM deleted'), { body: { vm: '{{vm}}' } });
      t.matchOnly(
        (await vms(client)).map(({ hostname }) => hostname),
        ['a.b_c'],
        'gone with the answer, though it ran',
      );
      await until(() => world.host.world.instances.size === before - 1, {
        what: 'it to be gone from the host',
      });
      await client.expect('DELETE /api/vms/delete', 200, no('vm was not found'), { body: { vm: '{{vm}}' } });
      // The index is free again, the prefix not yet.
      await client.expect(CREATE, 200, ok('VM created', vm(4, 2)), { body: ORDER });
      await made(client);

      await world.host.stop();
      const server = () => world.app.must('server.get', { server_id: 1 }, { token: world.adminToken });
      const away = async () => JSON.stringify(await server()).includes('"offline"');
      await until(away, { what: 'the host to be away' });
      const gone = no('lab cannot be reached at the moment; try again when it is back');
      await client.expect('DELETE /api/vms/delete', 200, gone, { body: { vm: '{{vm}}' } });
      await client.expect(CREATE, 200, no('{{text}}'), { body: ORDER });
      t.equal((await vms(client)).length, 2);
    },
  ),

  transcript(
    'POST /intra/phonehome: by its address, where the proxy is trusted',
    async (t, world, client) => {
      await begin(client, world);
      await client.expect(CREATE, 200, ok('VM created', vm(0)), { body: ORDER });
      const from = (address: string) => ({ headers: { Authorization: '', 'X-Forwarded-For': address } });
      await client.expect(`POST ${HOME}`, 200, no('vm was not found'), from('2001:db8:f000::3'));
      await client.expect(`POST ${HOME}`, 200, ok('Phone home complete'), from('2001:0db8:f000:0::2'));
      t.match(await vms(client), [{ phoned_home: true }]);
    },
    { app: { flags: { trusted_proxies: ['127.0.0.1'] } } },
  ),
];
