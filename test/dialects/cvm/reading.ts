// List and status: every value a string, whose they are, and what is said of what is gone or out of reach.
import type { PlanRow } from '../../../src/core/core.js';
import type { World } from '../../support/world.js';
import { type Transcript, transcript } from '../support/transcript.js';
import { until } from '../../support/until.js';
import { asAlice, EMPTY, NO_PAIR, NOT_FOUND, pair } from './clients.js';

const TRAFFIC = '"traffic_in_limit":"0","traffic_out_limit":"0","traffic_in_used":"0","traffic_out_used":"0"';

function entry(id: string, hostname: string): string {
  return (
    `{"id":"${id}","node":"1","virtualization_type":"1","hostname":"${hostname}","guaranteed_ram":"{{int}}",` +
    `"disk_space":"{{int}}","cpu_count":"{{int}}",${TRAFFIC}}`
  );
}

function sized(ram: string, traffic: string): string {
  return (
    `{"id":"2","node":"1","virtualization_type":"1","hostname":"test-vz.cryto.net","guaranteed_ram":${ram},` +
    `"disk_space":"5000","cpu_count":"3",${traffic}}`
  );
}

/** Instance 2 as if it had been ordered as a plan with these limits; instance 1 belongs to nobody. */
async function ordered(
  world: World,
  limits: Partial<PlanRow>,
  burst_memory_mb: number | null,
): Promise<void> {
  const sizes = { vcpus: 3, memory_mb: 128, disk_mb: 5000, burst_memory_mb };
  const none = { traffic_in_limit: 0, traffic_out_limit: 0, traffic_total_limit: 0 };
  await world.app.app.db.tx(async (tx) => {
    await tx.plans.update(1, { ...none, ...limits });
    await tx.instances.update(1, { owner_user_id: null });
    await tx.instances.update(2, { ...sizes, plan_id: 1, hostname: 'test-vz.cryto.net' });
  });
}

async function carry(world: World, rx_total: number, tx_total: number): Promise<void> {
  const last = { rx_last: 0, tx_last: 0, run: '', sampled_at: 1 };
  await world.app.app.db.tx((tx) =>
    tx.traffic.setCounter({ instance_id: 2, nic: 'eth0', rx_total, tx_total, ...last }),
  );
}

function status(word: string, ram: string): string {
  return (
    `{"response":{"traffic_in_used":"0","traffic_out_used":"0","ram_used":"${ram}","disk_used":"0",` +
    `"status":"${word}"}}`
  );
}

// The one that deletes comes after those that need both instances; plans are changed in a world of their own.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript(
    'GET /api/client/vps/list: what belongs to the user, all values as text',
    async (t, world, client) => {
      await client.expect('GET /api/client/vps/list', 401, NO_PAIR);
      await asAlice(client, world);
      const both = `{"response":{"vpses":[${entry('1', 'web-1')},${entry('2', 'web-2')}]}}`;
      const got = await client.expect('GET /api/client/vps/list', 200, both);
      t.equal(got.headers.get('content-type'), 'application/json');
      await client.expect('GET /api/client/vps/list/', 200, both);
      const head = await client.send('HEAD /api/client/vps/list');
      t.equal(head.status, 200);
      t.equal(head.text, '');
      client.headers = await pair(world, world.otherToken);
      await client.expect('GET /api/client/vps/list', 200, '{"response":{"vpses":[]}}');
      // An administrator sees everything natively, and here what is its own.
      client.headers = await pair(world, world.adminToken);
      await client.expect('GET /api/client/vps/list', 200, '{"response":{"vpses":[]}}');
    },
  ),

  transcript('GET /api/client/vps/<id>/status: suspended', async (_t, world, client) => {
    await asAlice(client, world);
    await world.app.must('instance.suspend', { instance_id: 1, wait: 20 }, { token: world.adminToken });
    await client.expect('GET /api/client/vps/1/status', 200, status('suspended', '0'));
    for (const action of ['start', 'stop', 'restart'])
      await client.expect(`POST /api/client/vps/1/${action}`, 500, '{"errors":["it is suspended"]}');
    await world.app.must('instance.unsuspend', { instance_id: 1, wait: 20 }, { token: world.adminToken });
    await client.expect('GET /api/client/vps/1/status', 200, status('running', '1000000'));
  }),

  transcript(
    'GET /api/client/vps/<id>/status: running, stopped, somebody else, terminated',
    async (t, world, client) => {
      await asAlice(client, world);
      await client.expect('GET /api/client/vps/1/status', 200, status('running', '1000000'));
      await client.expect('GET /api/client/vps/2/status/', 200, status('stopped', '0'));
      for (const id of ['99', '0', 'abc', '1x', '99999999999999999999', '%31%00', '-1'])
        await client.expect(`GET /api/client/vps/${id}/status`, 404, NOT_FOUND);
      client.headers = await pair(world, world.otherToken);
      await client.expect('GET /api/client/vps/1/status', 404, NOT_FOUND);
      client.headers = {};
      await client.expect('GET /api/client/vps/1/status', 401, NO_PAIR);

      await asAlice(client, world);
      await world.app.must('instance.delete', { instance_id: 2, wait: 20 }, { token: world.userToken });
      await client.expect('GET /api/client/vps/2/status', 200, status('terminated', '0'));
      const list = await client.expect(
        'GET /api/client/vps/list',
        200,
        `{"response":{"vpses":[${entry('1', 'web-1')}]}}`,
      );
      t.equal(list.status, 200);
      for (const action of ['start', 'stop', 'restart'])
        await client.expect(`POST /api/client/vps/2/${action}`, 500, '{"errors":["it is terminated"]}');
    },
  ),

  transcript(
    'GET /api/client/vps/list, GET /api/client/vps/<id>/status: traffic as the plan counts it, memory that may burst',
    async (_t, world, client) => {
      await asAlice(client, world);
      const list = 'GET /api/client/vps/list';
      const status = 'GET /api/client/vps/2/status';
      const rest = '"ram_used":"0","disk_used":"0","status":"stopped"}}';
      await carry(world, 1000, 24);
      await ordered(world, { traffic_in_limit: 5_000_000_000_000, traffic_out_limit: 7 }, null);
      const used = '"traffic_in_used":"1000","traffic_out_used":"24"';
      const split = `"traffic_in_limit":"5000000000000","traffic_out_limit":"7",${used}`;
      await client.expect(list, 200, `{"response":{"vpses":[${sized('"128"', split)}]}}`);
      await client.expect(status, 200, `{"response":{${used},${rest}`);
      await ordered(world, { traffic_total_limit: 500 }, 256);
      const burst = sized('"128","burstable_ram":"256"', '"traffic_limit":"500","traffic_used":"1024"');
      await client.expect(list, 200, `{"response":{"vpses":[${burst}]}}`);
      await client.expect(status, 200, `{"response":{"traffic_used":"1024",${rest}`);
    },
    {},
  ),

  transcript(
    'GET /api/client/vps/<id>/status: unknown while the server is away',
    async (t, world, client) => {
      await asAlice(client, world);
      await world.host.down();
      const began = performance.now();
      await client.expect('GET /api/client/vps/1/status', 200, status('unknown', '0'));
      const refused = await client.send('POST /api/client/vps/1/stop');
      t.equal(refused.status, 503);
      t.match(refused.json, { errors: [/cannot be reached/] });
      t.ok(performance.now() - began < 4000, 'within four seconds');
      await world.host.up();
      await until(
        async () => (await client.send('GET /api/client/vps/1/status')).text === status('running', '1000000'),
        { timeout_ms: 10_000, what: 'the server to be back' },
      );
      await client.expect('POST /api/client/vps/1/stop', 200, EMPTY);
    },
  ),
];
