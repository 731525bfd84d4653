// Start, stop and restart: they wait, they say so when nothing was to be done, and each writes one audit row.
import { type Transcript, transcript } from '../support/transcript.js';
import { asAlice, EMPTY, NO_PAIR, NOT_FOUND, pair } from './clients.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

// Each finds the two instances as the one before left them.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript(
    'POST /api/client/vps/<id>/restart: what does not run is not restarted',
    async (t, world, client) => {
      await asAlice(client, world);
      await client.expect('POST /api/client/vps/1/restart', 200, EMPTY);
      t.equal(world.host.instance('web-1')?.status, 'Running');
      await client.expect(
        'POST /api/client/vps/2/restart/',
        500,
        '{"errors":["web-2 is stopped: start it first"]}',
      );
    },
  ),

  transcript('SEC-80 one audit row per action, with this API as its way', async (t, world, client) => {
    await asAlice(client, world);
    const { 'API-Private-Token': secret = '' } = client.headers;
    await client.expect('POST /api/client/vps/2/start', 200, EMPTY);
    await client.send('POST /api/client/vps/2/start');
    await client.send('POST /api/client/vps/99/start');
    const rows = await world.app.must<{ attributes: Record<string, unknown> }[]>(
      'audit.list',
      { limit: 50, sort: 'id' },
      { token: world.adminToken },
    );
    const own = rows
      .map(({ attributes }) => attributes)
      .filter(({ via, method }) => via === 'cvm' && method === 'cvm/vps.start');
    t.equal(own.length, 3);
    t.notOk(JSON.stringify(rows).includes(secret));
    t.matchOnly(
      own.map(({ method, ok, code }) => ({ method, ok, code })),
      [
        { method: 'cvm/vps.start', ok: true, code: '' },
        { method: 'cvm/vps.start', ok: false, code: 'bad_state' },
        { method: 'cvm/vps.start', ok: false, code: 'not_found' },
      ],
      JSON.stringify(own[0]),
    );
  }),

  transcript('POST /api/client/vps/<id>/stop: stopped when the answer is there', async (t, world, client) => {
    await asAlice(client, world);
    await client.expect('POST /api/client/vps/1/stop', 200, EMPTY, {
      body: 'what { is sent is not looked at',
    });
    t.equal(world.host.instance('web-1')?.status, 'Stopped');
    await client.expect(
      'POST /api/client/vps/1/stop',
      500,
      '{"errors":["web-1 is stopped: start it first"]}',
    );
    await client.expect('POST /api/client/vps/x/stop', 404, NOT_FOUND);
  }),

  transcript('POST /api/client/vps/<id>/start: runs when the answer is there', async (t, world, client) => {
    await client.expect('POST /api/client/vps/1/start', 401, NO_PAIR);
    await asAlice(client, world);
    await client.expect('POST /api/client/vps/1/start', 200, EMPTY, { headers: FORM, body: '' });
    t.equal(world.host.instance('web-1')?.status, 'Running');
    await client.expect(
      'POST /api/client/vps/1/start',
      500,
      '{"errors":["web-1 is running: it runs already"]}',
    );
    await client.expect('POST /api/client/vps/99/start', 404, NOT_FOUND);
    client.headers = await pair(world, world.otherToken);
    await client.expect('POST /api/client/vps/1/start', 404, NOT_FOUND);
  }),

  transcript('REL-71 a repeated key is carried out once', async (t, world, client) => {
    await asAlice(client, world);
    const headers = { 'Idempotency-Key': 'one' };
    await client.expect('POST /api/client/vps/1/stop', 200, EMPTY, { headers });
    await client.expect('POST /api/client/vps/1/stop', 200, EMPTY, { headers });
    t.equal((await client.send('POST /api/client/vps/1/start', { headers })).status, 409);
  }),
];
