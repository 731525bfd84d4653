// Pairs of tokens: both halves, of one pair, of this API, and with access to it.
import { type Transcript, transcript } from '../support/transcript.js';
import { newPublicId, newTokenText, tokenHash } from '../../../src/core/token-text.js';
import { uuid } from '../../../src/ids.js';
import { asAlice, NO_PAIR, pair } from './clients.js';

const LIST = 'GET /api/client/vps/list';

// The one that looks for the pair it has just made comes first.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript('SEC-09 a revoked pair ends at once, the other lives on', async (t, world, client) => {
    await asAlice(client, world);
    const other = await pair(world);
    const tokens = await world.app.must<{ attributes: Record<string, unknown> }[]>(
      'token.get',
      { filter: { token_type: 'system.api' } },
      { token: world.userToken },
    );
    const [first] = tokens.map(({ attributes }) => String(attributes['token_name']));
    await world.app.must('token.revoke', { token_name: first }, { token: world.userToken });
    await client.expect(LIST, 401, NO_PAIR);
    t.equal((await client.send(LIST, { headers: other })).status, 200);
  }),

  transcript('SEC-10 only a whole and valid pair counts', async (t, world, client) => {
    const one = await pair(world);
    const other = await pair(world);
    const halves = [
      { 'API-Public-Token': one['API-Public-Token'] ?? '' },
      { 'API-Private-Token': one['API-Private-Token'] ?? '' },
      { ...one, 'API-Public-Token': other['API-Public-Token'] ?? '' },
      { ...one, 'API-Private-Token': world.userToken },
      { ...one, 'API-Private-Token': 'x' },
      { Authorization: `Bearer ${world.userToken}` },
    ];
    for (const headers of halves) await client.expect(LIST, 401, NO_PAIR, { headers });
    t.equal((await client.send(LIST, { headers: one })).status, 200);
    t.equal((await client.send(LIST, { headers: other })).status, 200);
    const native = await fetch(`${world.url}/v1/instance.list`, {
      method: 'POST',
      headers: { authorization: `Bearer ${one['API-Private-Token'] ?? ''}` },
    });
    t.equal(native.status, 401, 'worth nothing natively');
  }),

  transcript(
    'SEC-11 a pair without access to the client API is refused with 403',
    async (t, world, client) => {
      const token = newTokenText();
      const public_id = newPublicId();
      const row = {
        kind: 'cvm' as const,
        user_id: 2,
        public_id,
        scopes: '["billing"]',
        secret_hash: tokenHash(token),
      };
      const unused = { project_id: null, read_only: 0 as const, last_used_at: null, last_used_addr: '' };
      const life = { created_at: Date.now(), expires_at: null, revoked_at: null };
      await world.app.app.db.tx((tx) =>
        tx.tokens.insert({ ...row, ...unused, ...life, uuid: uuid(), name: 'billing' }),
      );
      client.headers = { 'API-Public-Token': public_id, 'API-Private-Token': token };
      for (const line of [LIST, 'GET /api/client/vps/1/status', 'POST /api/client/vps/1/stop']) {
        const got = await client.send(line);
        t.equal(got.status, 403, line);
        t.match(got.json, { errors: [String] });
      }
    },
  ),

  transcript(
    'SEC-65 an address that shows too many bad pairs has to wait',
    async (t, _world, client) => {
      const headers = { 'API-Public-Token': 'a', 'API-Private-Token': 'b' };
      let last = 0;
      for (let turn = 0; turn < 6 && last !== 429; turn += 1) {
        last = (await client.send(LIST, { headers })).status;
      }
      const late = await client.send(LIST, { headers });
      t.equal(late.status, 429);
      t.equal(late.headers.get('retry-after'), '60');
      t.match(late.json, { errors: [String] });
    },
    { app: { flags: { 'limits.auth_failures_per_minute': '4' } } },
  ),
];
