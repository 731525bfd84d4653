// user.credential* and user.assertion* over HTTP, as the panel sends them; the rules are tested below, in test/unit/core.
import { mailedCode, PASSWORD } from '../support/app.js';
import { Authenticator } from '../support/authenticator.js';
import { openSocket } from '../support/transports.js';
import { until } from '../support/until.js';
import type { World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

type CreationOptions = Parameters<Authenticator['create']>[0];
type RequestOptions = Parameters<Authenticator['get']>[0];

const originOf = (world: World): string => world.url.replace('127.0.0.1', 'localhost');
const publicKey = <O>(data: unknown): O => (data as { attributes: { publicKey: O } }).attributes.publicKey;

const ALICE = { user_login: 'alice', user_email: 'alice@example.net', user_register: false };

async function enrol(world: World, token = world.userToken): Promise<Authenticator> {
  const key = new Authenticator(originOf(world));
  const begun = await must(
    world,
    'user.credentialMake',
    { ...ALICE, attestation_type: 'none', authenticator_attachment: 'cross-platform' },
    token,
  );
  const made = await must(
    world,
    'user.credentialMake',
    { ...ALICE, ...key.create(publicKey<CreationOptions>(begun)) },
    token,
  );
  if (made.attributes['response'] !== true) throw new Error('not acknowledged');
  return key;
}

async function assertion(world: World, key: Authenticator, user_login = 'alice') {
  const begun = await world.app.must('user.assertionGet', { user_login });
  return { user_login, ...key.get(publicKey<RequestOptions>(begun)) };
}

export const cases = [
  apiCase('a key is enrolled, listed, used like a password, and deleted', async (t, world) => {
    const { app } = world;
    t.equal((await app.must<Resource>('config.get')).attributes['webauth_enabled'], true);
    const key = await enrol(world);
    const [row] = await must<Resource[]>(world, 'user.credentialGet');
    t.match(row, { type: 'credential', attributes: { key_name: /^passkey \d{4}-/, key_timeused: 0 } });
    t.same(await must<Resource[]>(world, 'user.credentialGet', {}, world.otherToken), [], 'SEC-20');
    const by = await app.call('user.assertionVerify', await assertion(world, key));
    const typed = await app.call('user.login', { user_login: 'alice', user_password: PASSWORD });
    const shape = ({ status, body }: typeof by): unknown => {
      const { data, included } = body as { data: Resource; included: unknown };
      return { status, id: data.id, type: data.type, keys: Object.keys(data.attributes), included };
    };
    t.same(shape(by), shape(typed), 'what user.login answers');
    const { token } = (by.body['data'] as Resource).attributes as { token: string };
    t.match(await must(world, 'user.get', {}, token), { id: 2 });
    const filter = { type: 'credential.*' };
    await must(world, 'user.credentialDelete', { key_id: row?.id }, token);
    t.match(
      (await history(world, filter)).map(({ type }) => type),
      ['credential.added', 'credential.deleted'],
    );
    t.equal(codeOf(await app.call('user.assertionVerify', await assertion(world, key))), 'forbidden');
  }),

  apiCase('an account without a password: the mailed code makes it', async (t, world) => {
    const { app } = world;
    const carol = { user_login: 'carol', user_email: 'carol@example.net', user_register: true };
    const key = new Authenticator(originOf(world));
    const begun = await app.must('user.credentialMake', { ...carol, attestation_type: 'direct' });
    const options = publicKey<CreationOptions & { attestation: string }>(begun);
    t.equal(options.attestation, 'none', 'as configured, whatever was sent');
    await app.must('user.credentialMake', { ...carol, ...key.create(options) });
    const user_code = await mailedCode(app.dir, 'carol@example.net');
    await app.must('user.register', { user_code });
    const used = await app.must<Resource>('user.assertionVerify', await assertion(world, key, 'carol'));
    const token = String(used.attributes['token']);
    const [row] = await must<Resource[]>(world, 'user.credentialGet', {}, token);
    const last = await refused(world, 'user.credentialDelete', { key_id: row?.id }, token);
    t.equal(last, 'bad_state', 'SEC-06: the last way in');
    t.equal(
      codeOf(await app.call('user.credentialMake', { user_register: true })),
      'invalid_params',
      'a new account needs its names',
    );
  }),

  apiCase('SEC-06 keys are added by a session of the person only', async (t, world) => {
    const { app } = world;
    t.equal((await app.call('user.credentialMake', ALICE)).status, 401, 'without a token');
    t.equal(await refused(world, 'user.credentialMake', ALICE, world.otherToken), 'invalid_params');
    const made = await must(world, 'token.create', { token_lifetime: 3600, token_revoke_all: false });
    const robot = String(made.attributes['token']);
    t.equal(await refused(world, 'user.credentialMake', ALICE, robot), 'forbidden');
    t.equal(await refused(world, 'user.credentialDelete', { key_id: 1 }, robot), 'forbidden');
    const half = { ...ALICE, id: 'AAAA' };
    t.equal(await refused(world, 'user.credentialMake', half), 'invalid_params', 'half a second step');
  }),

  apiCase('SEC-02 logins by key tell nothing of who is here', async (t, world) => {
    const { app } = world;
    await enrol(world);
    const ask = async (user_login: string) => {
      const { status, body } = await app.call('user.assertionGet', { user_login });
      const { challenge, allowCredentials, ...rest } = publicKey<
        RequestOptions & { allowCredentials: object[] }
      >(body['data']);
      t.equal(Buffer.from(challenge, 'base64').length, 32);
      t.ok(allowCredentials.length > 0);
      return { status, allowCredentials, rest };
    };
    const nobody = await ask('nobody');
    t.same(await ask('nobody'), nobody, 'the same twice');
    t.same((await ask('alice')).rest, nobody.rest);
    const stranger = new Authenticator(originOf(world));
    for (const user_login of ['alice', 'nobody']) {
      const answer = await app.call('user.assertionVerify', await assertion(world, stranger, user_login));
      t.equal(detailOf(answer), 'wrong credential');
    }
  }),

  apiCase(
    'SEC-03, SEC-05 a key opens a locked-out login, each answer once; the log keeps no answer',
    async (t, world) => {
      const { app } = world;
      const key = await enrol(world);
      const guess = { user_login: 'alice', user_password: 'a wrong guess' };
      await until(async () => (await app.call('user.login', guess)).status === 429, { what: 'the lock' });
      const answer = await assertion(world, key);
      t.equal((await app.call('user.assertionVerify', answer)).status, 200);
      t.equal(codeOf(await app.call('user.assertionVerify', answer)), 'forbidden', 'replay');
      const rows = JSON.stringify(await must(world, 'audit.list', {}, world.adminToken));
      t.notMatch(rows, answer.response.signature);
      t.ok(rows.includes(key.id), 'which key it was');
    },
  ),

  apiCase('SEC-09 whoever is disabled has no use of a key, nor of what it opened', async (t, world) => {
    const { app } = world;
    const key = await enrol(world);
    const opened = await app.must<Resource>('user.assertionVerify', await assertion(world, key));
    const socket = await openSocket(app.url, { token: String(opened.attributes['token']) });
    await must(world, 'user.disable', { user_id: 2, user_disabled: true }, world.adminToken);
    await until(() => socket.closed, { timeout_ms: 1_000, what: 'the socket to close' });
    t.equal(codeOf(await app.call('user.assertionVerify', await assertion(world, key))), 'forbidden');
  }),

  apiCase(
    'the configured name is the one keys belong to',
    async (t, world) => {
      const { app } = world;
      t.equal((await app.must<Resource>('config.get')).attributes['webauth_enabled'], true);
      t.equal(
        publicKey<RequestOptions>(await app.must('user.assertionGet', { user_login: 'alice' })).rpId,
        'gantry.example',
      );
    },
    { app: { env: { GANTRY_WEBAUTHN_RP_ID: 'gantry.example' } } },
  ),
];
