// Accounts: signup, login by key and by cookie, and how both end.
import { type Transcript, transcript } from '../support/transcript.js';
import { as, no, NOT_AUTHENTICATED, ok, PASSWORD } from './clients.js';

const CAROL = { email: 'carol@example.net', password: 'a sentence nobody guesses' };
const DAVE = { ...CAROL, email: 'dave@example.net' };
const USER = 'GET /api/auth/user';

// The one that locks an account comes last.
export const together = true;

export const transcripts: readonly Transcript[] = [
  transcript(
    'POST /auth/signup, POST /auth/login, GET /auth/user: as the Python client does',
    async (t, _world, client) => {
      const python = { 'User-Agent': 'python-requests/2.31.0', Accept: '*/*' };
      await client.expect('POST /api/auth/signup', 200, ok('User created'), { headers: python, body: CAROL });
      const login = await client.expect(
        'POST /api/auth/login',
        200,
        ok('Authentication successful', { key: '{{hex48:key}}' }),
        { headers: python, body: CAROL },
      );
      const key = client.known.get('key') ?? '';
      t.equal(
        login.headers.get('set-cookie'),
        `key=${key}; HttpOnly; Secure; SameSite=Strict; Path=/; Max-Age=7776000`,
      );
      t.equal(login.headers.get('content-type'), 'application/json');
      const me = { _id: '{{hex24}}', email: CAROL.email, key, admin: false };
      for (const Authorization of [key, `Bearer ${key}`]) {
        await client.expect(USER, 200, ok('Retrieved user info', me), { headers: { Authorization } });
      }
      client.headers = { Authorization: key };
      await client.expect(
        'GET /api/projects',
        200,
        ok('Retrieved project list', [{ _id: '{{hex24}}', name: 'carol', users: [CAROL.email], vms: [] }]),
      );
    },
  ),

  transcript('POST /auth/signup, POST /auth/login: as the Go client does', async (t, world, client) => {
    // It marshals the values of a form: `{"email":["..."],"password":["..."]}`.
    const erin = { email: ['erin@example.net'], password: ['another long sentence'] };
    const sent = { headers: { 'Content-Type': 'application/json', Authorization: '' }, body: erin };
    await client.expect('POST /api/auth/signup', 200, ok('User created'), sent);
    const login = ok('Authentication successful', { key: '{{hex48:key}}' });
    await client.expect('POST /api/auth/login', 200, login, sent);
    const rows = await world.app.must('audit.list', { limit: 100 }, { token: world.adminToken });
    t.notOk(JSON.stringify(rows).includes('another long'), 'SEC-10 no password in the audit trail');
  }),

  transcript('POST /auth/logout: SEC-30 what a cookie may do', async (t, world, client) => {
    const body = { email: 'alice@example.net', password: PASSWORD };
    const login = async (): Promise<string> => {
      const golden = ok('Authentication successful', { key: '{{hex48:cookie}}' });
      await client.expect('POST /api/auth/login', 200, golden, { body });
      return `other=1; key=${client.known.get('cookie') ?? ''}`;
    };
    const Cookie = await login();
    t.equal((await client.send(USER, { headers: { Cookie } })).status, 200, 'it counts on reads');
    const project = { body: { name: 'by cookie' } };
    await client.expect('POST /api/project', 403, NOT_AUTHENTICATED, { ...project, headers: { Cookie } });
    const evil = { Cookie, Origin: 'https://evil.example' };
    t.equal((await client.send('POST /api/project', { ...project, headers: evil })).status, 403);
    t.equal((await client.send(USER, { headers: evil })).status, 403);
    const cross = { Cookie, 'Sec-Fetch-Site': 'cross-site' };
    await client.expect('POST /api/project', 403, NOT_AUTHENTICATED, { ...project, headers: cross });
    for (const from of [{ Origin: world.url }, { 'Sec-Fetch-Site': 'same-origin' }]) {
      const headers = { Cookie, ...from };
      await client.expect('POST /api/project', 200, ok('Project created', '{{hex24}}'), {
        ...project,
        headers,
      });
    }
    const gone = 'key=; HttpOnly; Secure; SameSite=Strict; Path=/; Max-Age=0';
    const logout = await client.expect('POST /api/auth/logout', 200, ok('Logged out'), {
      headers: { Cookie },
    });
    t.equal(logout.headers.get('set-cookie'), gone);
    t.equal(
      (await client.send(USER, { headers: { Cookie } })).status,
      200,
      'a cookie from nowhere ends nothing',
    );
    const headers = { Cookie, Origin: world.url };
    await client.expect('POST /api/auth/logout', 200, ok('Logged out'), { headers });
    await client.expect(USER, 403, NOT_AUTHENTICATED, { headers: { Cookie } });

    await as(client, world);
    await client.expect('POST /api/auth/logout', 200, ok('Logged out'));
    t.equal((await client.send(USER)).status, 200, 'a key of the header goes on');
    client.headers = {};
    await client.expect('POST /api/auth/logout', 200, ok('Logged out'), { body: 'what { is sent' });
  }),

  transcript('GET /auth/user: SEC-10 only a key of this API counts', async (t, world, client) => {
    await client.expect(USER, 403, NOT_AUTHENTICATED);
    for (const Authorization of ['x', world.userToken, `Bearer ${world.userToken}`, 'a'.repeat(48)]) {
      await client.expect(USER, 403, NOT_AUTHENTICATED, { headers: { Authorization } });
    }
    await as(client, world);
    const { Authorization = '' } = client.headers;
    const native = await fetch(`${world.url}/v1/user.get`, {
      method: 'POST',
      headers: { authorization: `Bearer ${Authorization}` },
    });
    t.equal(native.status, 401, 'worth nothing natively');
    await client.expect(
      USER,
      200,
      ok('Retrieved user info', {
        _id: '{{hex24}}',
        email: 'alice@example.net',
        key: Authorization,
        admin: false,
      }),
    );
    const rows = await world.app.must('audit.list', { limit: 100 }, { token: world.adminToken });
    t.notOk(JSON.stringify(rows).includes(Authorization), 'no key in the audit trail');
  }),

  transcript(
    'POST /auth/signup, POST /auth/login: SEC-02 SEC-03 SEC-04 what is refused is told with status 200',
    async (t, _world, client) => {
      const refusals: [unknown, string][] = [
        [{ ...DAVE, email: 'ALICE@example.net' }, 'a user with this e-mail address exists'],
        [{ ...DAVE, email: 'nobody' }, 'email must be an e-mail address such as name@example.org'],
        [
          { ...DAVE, password: 'short' },
          'password must have 12 to 256 characters; a sentence is a good choice',
        ],
        [{ ...DAVE, password: 'password1234' }, 'password is one of the commonest passwords; choose another'],
        [{ email: DAVE.email }, 'password is missing: it is required'],
        [{}, 'email is missing: it is required; password is missing: it is required'],
        [{ ...DAVE, password: 7 }, 'password must be text or a list'],
        [{ ...DAVE, password: [] }, 'password must have at least 1 entries'],
        [{ ...DAVE, email: [DAVE.email, DAVE.email] }, 'email must have at most 1 entries'],
        [{ ...DAVE, email: [7] }, '{{text}}'],
      ];
      for (const [body, message] of refusals) {
        await client.expect('POST /api/auth/signup', 200, no(message), { body });
      }
      await client.expect('POST /api/auth/signup', 400, no('{{text}}'), { body: '[' });
      await client.expect('POST /api/auth/signup', 400, no('{{text}}'), { body: '["a"]' });

      const login = (email: string, password: string) =>
        client.expect('POST /api/auth/login', 200, no('wrong credential'), { body: { email, password } });
      await login('alice@example.net', 'wrong wrong wrong');
      const got = await login('nobody@example.net', PASSWORD);
      t.equal(got.headers.get('set-cookie'), null);
      const body = { email: 'alice@example.net', password: 'wrong wrong wrong' };
      for (let turn = 1; turn < 10; turn += 1) {
        t.equal((await client.send('POST /api/auth/login', { body })).status, 200);
      }
      const late = await client.send('POST /api/auth/login', { body: { ...body, password: PASSWORD } });
      t.equal(late.status, 429);
      t.match(late.json, { meta: { success: false, message: /too many attempts/ }, data: null });
      t.ok(Number(late.headers.get('retry-after')) > 0);
    },
  ),
];
