// Instances: deploying by the grammar of ports and variables, shapes that dashboards add up, suspension, deletion.
import { until } from '../../support/until.js';
import { type Client, type Transcript, transcript } from '../support/transcript.js';
import { asSystem, fixture, known, NOBODY, order } from './clients.js';

const DEPLOY = 'POST /api/instances/deploy';
const REFUSED = '{"error":"{{any}}"}';
const DEPLOYED =
  '{"message":"Instance creation started","volumeId":"{{uuid:made}}","state":"INSTALLING","Id":"{{uuid}}",' +
  '"ContainerId":"{{text}}","VolumeId":"{{uuid}}"}';

interface Shown {
  Id: string;
  InternalState: string;
  Memory: number;
  Ports: string;
  Env: string[];
}

async function shown(client: Client, id = '{{made}}'): Promise<Shown> {
  return (await client.send('POST /api/getInstance', { body: { id } })).json as Shown;
}

async function ready(client: Client): Promise<void> {
  await until(async () => (await shown(client)).InternalState === 'READY', { what: 'it to be READY' });
}

async function remember(client: Client): Promise<void> {
  const rows = (await client.send('GET /api/instances')).json as Shown[];
  for (const [index, { Id }] of rows.entries()) client.known.set(`web${index + 1}`, Id);
}

// The order matters: those that leave something behind, or nothing, come last.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript(
    'GET /api/instances, POST /api/getInstance, POST /api/getUserInstance: shapes',
    async (_t, world, client) => {
      await asSystem(client, world);
      await known(client);
      await remember(client);
      const both = `[${fixture('web-1', 'web1')},${fixture('web-2', 'web2')}]`;
      await client.expect('GET /api/instances', 200, both);
      await client.expect('POST /api/getInstance', 200, fixture('web-2', 'web2'), {
        body: { id: '{{web2}}' },
      });
      await client.expect('POST /api/getUserInstance', 200, both, { body: { userId: '{{alice}}' } });
      for (const body of [{ id: NOBODY }, { id: 'x' }, { id: '' }, { id: 1 }, {}])
        await client.expect('POST /api/getInstance', 400, REFUSED, { body });
      for (const body of [{ userId: 'nobody' }, { userId: NOBODY }, {}])
        await client.expect('POST /api/getUserInstance', 400, REFUSED, { body });
    },
  ),

  transcript(
    'POST /api/instances/deploy: what is wrong is 400, and nothing is made',
    async (t, world, client) => {
      await asSystem(client, world);
      await known(client);
      const wrong: Record<string, unknown>[] = [
        ...['image', 'memory', 'cpu', 'ports', 'nodeId', 'name', 'user', 'primary'].map((field) => ({
          [field]: undefined,
        })),
        ...['', 'lots', '1.5', '-1', '1e3', '0', 1.5, true].map((memory) => ({ memory })),
        ...['0', 'two', ''].map((cpu) => ({ cpu })),
        ...[
          '',
          'a:b',
          '1:2:3',
          '0:30565',
          '1:65536',
          '1:2/sctp',
          '1:30565,2:30565',
          '30565,',
          '1:30565 2:30566x',
        ].map((ports) => ({ ports })),
        ...['1', '25565', '25565:1', 'x', '', 0].map((primary) => ({ primary })),
        ...[
          '{',
          '7',
          '"x"',
          ['novalue'],
          { '1x': 'a' },
          { 'a b': 'c' },
          { a: { b: 1 } },
          { a: null },
          { a: 'b\nc' },
          '{"__proto__":"a"}',
          7,
        ].map((variables) => ({ variables })),
        { nodeId: NOBODY },
        { nodeId: 'x' },
        { user: 'nobody' },
        { image: 'no-such-image' },
      ];
      for (const change of wrong) {
        const got = await client.send(DEPLOY, { body: order(change) });
        t.equal(got.status, 400, JSON.stringify(change));
        t.type((got.json as { error?: string }).error, 'string');
      }
      t.equal(((await client.send('GET /api/instances')).json as []).length, 2);
    },
  ),

  transcript(
    'POST /api/instances/deploy: one that fails to be made is FAILED, and can be deleted',
    async (_t, world, client) => {
      await asSystem(client, world);
      await known(client);
      world.host.faults.fail = () => 'Failed creating instance: no space left';
      await client.expect(DEPLOY, 201, DEPLOYED, { body: order() });
      await until(async () => (await shown(client)).InternalState === 'FAILED', { what: 'it to be FAILED' });
      world.host.faults.fail = null;
      const gone = { Message: 'The instance has successfully been deleted.' };
      await client.expect('DELETE /api/instance/delete', 201, gone, { body: { id: '{{made}}' } });
      await client.expect('POST /api/getInstance', 400, REFUSED, { body: { id: '{{made}}' } });
      await client.expect(DEPLOY, 201, DEPLOYED, { body: order() });
      await ready(client);
      await client.expect('DELETE /api/instance/delete', 201, gone, { body: { id: '{{made}}' } });
    },
  ),

  transcript(
    'POST /api/instances/suspend/:id, POST /api/instances/unsuspend/:id: stopped, refused, started',
    async (t, world, client) => {
      await asSystem(client, world);
      await known(client);
      await remember(client);
      const is = (suspended: boolean) =>
        fixture(
          'web-1',
          'web1',
          suspended,
          ',"success":"Instance {{web1}} ' + (suspended ? 'suspended"' : 'unsuspended"'),
        );
      for (const sent of [{}, { body: { id: '{{web1}}' } }])
        await client.expect('POST /api/instances/suspend/{{web1}}', 200, is(true), sent);
      await until(() => world.host.instance('web-1')?.status === 'Stopped', { what: 'it to be stopped' });
      const start = await world.app.call(
        'instance.action',
        { instance_id: 1, instance_status: 'start' },
        { token: world.userToken },
      );
      t.equal(start.status, 409, 'no API starts it');
      for (let turn = 0; turn < 2; turn++)
        await client.expect('POST /api/instances/unsuspend/{{web1}}', 200, is(false));
      t.equal(world.host.instance('web-1')?.status, 'Running');
      for (const what of ['suspend', 'unsuspend']) {
        await client.expect(`POST /api/instances/${what}/${NOBODY}`, 400, REFUSED);
        await client.expect(`POST /api/instances/${what}/{{web1}}`, 400, REFUSED, {
          body: { id: '{{web2}}' },
        });
      }
    },
  ),

  transcript(
    'DELETE /api/instance/delete: running or not, 201; what is not there is 400',
    async (t, world, client) => {
      await asSystem(client, world);
      await known(client);
      await remember(client);
      const gone = { Message: 'The instance has successfully been deleted.' };
      await client.expect('DELETE /api/instance/delete', 201, gone, { body: { id: '{{web1}}' } });
      t.equal(world.host.instance('web-1'), undefined);
      for (const body of [{ id: '{{web1}}' }, { id: NOBODY }, {}, { id: '' }])
        await client.expect('DELETE /api/instance/delete', 400, REFUSED, { body });
      await client.expect('GET /api/instances', 200, `[${fixture('web-2', 'web2')}]`);
    },
  ),

  transcript(
    'POST /api/instances/deploy: the order, and everything in it shown again',
    async (t, world, client) => {
      await asSystem(client, world);
      await known(client);
      const variables = { EULA: true, MOTD: 'a b', SLOTS: 20 };
      await client.expect(DEPLOY, 201, DEPLOYED, {
        body: order({ ports: '25565:30565, 8080/tcp,9000:30900/udp', primary: '25565:30565', variables }),
      });
      await ready(client);
      const golden =
        '{"Name":"Lobby #1","Id":"{{made}}","Node":{"id":"{{node}}",{{any}}},"User":"{{alice}}","InternalState":"READY",' +
        '"ContainerId":"{{text:container}}","VolumeId":"{{made}}","Memory":128,"Cpu":1,' +
        '"Ports":"{{text}}","Primary":"30565","Image":"busybox","Env":["EULA=true","MOTD=a b","SLOTS=20"],"suspended":false}';
      await client.expect('POST /api/getInstance', 200, golden, { body: { id: '{{made}}' } });
      t.same((await shown(client)).Ports.split(',').sort(), [
        '25565:30565',
        '8080:8080/tcp',
        '9000:30900/udp',
      ]);
      const { config, devices } = world.host.instance(client.known.get('container') ?? '') ?? {};
      t.match(config, { 'limits.cpu': '1', 'limits.memory': '128MiB', 'environment.EULA': 'true' });
      t.match(devices, {
        'port-30565-tcp': { type: 'proxy', listen: 'tcp:0.0.0.0:30565', connect: 'tcp:127.0.0.1:25565' },
        'port-30565-udp': { listen: 'udp:0.0.0.0:30565' },
        'port-8080-tcp': { listen: 'tcp:0.0.0.0:8080' },
        'port-30900-udp': { connect: 'udp:127.0.0.1:9000' },
      });
      await client.expect(DEPLOY, 400, '{"error":"{{any}}port 30565{{any}}"}', { body: order() });
      const name = {
        name: 'Lobby #1',
        ports: '30566',
        primary: 30566,
        memory: 64,
        cpu: 1,
        variables: '["A=b=c"]',
      };
      await client.expect(DEPLOY, 201, DEPLOYED, { body: order(name) });
      t.same((await shown(client)).Env, ['A=b=c'], 'a name may be borne twice, numbers may be numbers');
    },
  ),

  transcript(
    'POST /api/instances/deploy: a node that is away is 500 with details',
    async (t, world, client) => {
      await asSystem(client, world);
      await known(client);
      client.known.set('web2', ((await client.send('GET /api/instances')).json as Shown[])[0]?.Id ?? '');
      await world.host.stop();
      await until(
        async () =>
          ((await client.send('GET /api/nodes')).json as { status: string }[])[0]?.status === 'Offline',
        {
          what: 'the node to be Offline',
          timeout_ms: 10_000,
        },
      );
      const away = (doing: string) => `{"error":"${doing}","details":"{{any}}"}`;
      await client.expect(DEPLOY, 500, away('Error deploying instance'), { body: order() });
      await client.expect('DELETE /api/instance/delete', 500, away('Error deleting instance'), {
        body: { id: '{{web2}}' },
      });
      await client.expect('POST /api/instances/suspend/{{web2}}', 500, away('Error suspending instance'));
      t.equal((await client.send('GET /api/images')).status, 200, 'the catalogue is there all the same');
    },
  ),
];
