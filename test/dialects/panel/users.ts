// Users: shapes, codes, and ids kept byte for byte.
import { type Transcript, credential, transcript } from '../support/transcript.js';
import { asSystem, NO_KEY } from './clients.js';

const ALICE =
  '{"userId":"{{uuid}}","username":"alice","email":"alice@example.net","admin":false,"accessTo":[]}';

const ROUTES = [
  'GET /api/users',
  'POST /api/getUser',
  'POST /api/auth/create-user',
  'GET /api/instances',
  'POST /api/instances/deploy',
  'DELETE /api/instance/delete',
  'POST /api/getUserInstance',
  'POST /api/getInstance',
  'POST /api/instances/suspend/1',
  'POST /api/instances/unsuspend/1',
  'GET /api/images',
  'GET /api/nodes',
  'POST /api/nodes/create',
  'DELETE /api/nodes/delete',
];

const PASSWORD = 'a long enough sentence';

export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript(
    'GET /api/users: all of them; every route wants a key of an administrator',
    async (t, world, client) => {
      for (const route of ROUTES) await client.expect(route, 401, NO_KEY);
      const bad = ['nonsense', `panel_${'A'.repeat(43)}`, world.adminToken];
      for (const key of bad)
        await client.expect('GET /api/users', 401, NO_KEY, { headers: { 'x-api-key': key } });
      await asSystem(client, world);
      const got = await client.expect(
        'GET /api/users',
        200,
        `[{"userId":"{{uuid}}","username":"admin","email":"admin@example.net","admin":true,"accessTo":[]},${ALICE},` +
          `${ALICE.replaceAll('alice', 'bob')}]`,
      );
      t.notMatch(got.text, /argon|hash|password/i, 'no hash');
      await client.expect('POST /api/users', 405, { error: '/api/users answers GET, HEAD' });
    },
  ),

  transcript(
    'GET /api/users: a key whose owner is no administrator any more is 401',
    async (t, world, client) => {
      await world.app.must('user.update', { user_id: 2, user_admin: true }, { token: world.adminToken });
      const { token } = await credential(world, 'panel', world.userToken);
      client.headers = { 'x-api-key': token };
      t.equal((await client.send('GET /api/users')).status, 200);
      await world.app.must('user.update', { user_id: 2, user_admin: false }, { token: world.adminToken });
      await client.expect('GET /api/users', 401, NO_KEY);
    },
  ),

  transcript('POST /api/getUser: by name and by address, 201; all else is 400', async (_t, world, client) => {
    await asSystem(client, world);
    const find = (type: unknown, value: unknown) => ({ body: { type, value } });
    await client.expect('POST /api/getUser', 201, ALICE, find('username', 'alice'));
    await client.expect('POST /api/getUser', 201, ALICE, find('email', 'Alice@Example.net'));
    for (const sent of [
      find('username', 'nobody'),
      find('email', 'alice'),
      find('login', 'alice'),
      find('username', ''),
      find('username', 7),
      find(undefined, 'alice'),
      find('email', undefined),
      { body: '[]' },
      { body: '{' },
      {},
    ]) {
      await client.expect('POST /api/getUser', 400, '{"error":"{{text}}"}', sent);
    }
  }),

  transcript(
    'POST /api/auth/create-user: 201, ids verbatim, 409 for what is taken',
    async (t, world, client) => {
      await asSystem(client, world);
      const make = (more: Record<string, unknown>) => ({
        body: { username: 'carol', email: 'carol@example.net', password: PASSWORD, ...more },
      });
      const route = 'POST /api/auth/create-user';
      const userId = 'Discord 42/ünïcode {}';
      const refused = '{"error":"{{any}}"}';
      await client.expect(
        route,
        400,
        '{"error":"password must have 12 to 256 characters{{any}}',
        make({ password: 'short' }),
      );
      await client.expect(route, 400, refused, make({ password: 'password1234' }));
      await client.expect(route, 400, refused, make({ email: 'nowhere' }));
      await client.expect(route, 400, refused, make({ username: undefined }));
      await client.expect(route, 400, refused, make({ admin: 'true' }));
      await client.expect(route, 400, refused, make({ userId: 'x'.repeat(65) }));
      await client.expect(
        route,
        201,
        { userId, username: 'carol', email: 'carol@example.net', admin: false },
        make({ userId }),
      );
      await client.expect(route, 409, refused, make({ email: 'other@example.net' }));
      await client.expect(route, 409, refused, make({ username: 'other' }));
      await client.expect(
        route,
        409,
        refused,
        make({ username: 'other', email: 'other@example.net', userId }),
      );
      const dave = { username: 'dave', email: 'dave@example.net', admin: true };
      await client.expect(route, 201, { userId: '{{uuid:dave}}', ...dave }, make(dave));
      const same = make({ username: 'other', email: 'other@example.net', userId: client.known.get('dave') });
      await client.expect(route, 409, refused, same);
      await client.expect(
        'POST /api/getUser',
        201,
        { userId, username: 'carol', email: 'carol@example.net', admin: false, accessTo: [] },
        {
          body: { type: 'username', value: 'carol' },
        },
      );
      const login = await world.app.call('user.login', { user_login: 'carol', user_password: PASSWORD });
      t.equal(login.status, 200, 'the user can log in');
      const audit = JSON.stringify(
        (await world.app.call('audit.list', {}, { token: world.adminToken })).body,
      );
      t.match(audit, 'panel/users.create');
      t.notMatch(audit, PASSWORD, 'SEC-80 no password in the audit trail');
    },
  ),
];
