// The command line from words to calls, and from answers to text and exit status.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { ClientError } from '../../../src/client/client.js';
import { chooseContext } from '../../../src/cli/config.js';
import { parseFlags } from '../../../src/cli/flags.js';
import { renderTable } from '../../../src/cli/table.js';
import { eventLine } from '../../../src/cli/watch.js';
import { findMethod, kebab, nearest } from '../../../src/cli/words.js';
import { gantry, method, rows, catalog } from './support.js';

const add = method('instance.add');
const ack = { data: { type: 'x', attributes: { response: true } } };

t.test('names of methods and flags', async (t) => {
  t.equal(kebab('user_passwordRepeat'), 'user-password-repeat');
  t.strictSame(findMethod(catalog, ['image', 'server-list', 'x']), { method: 'image.serverList', used: 2 });
  t.strictSame(findMethod(catalog, ['image', 'serverList']), { method: 'image.serverList', used: 2 });
  t.equal(findMethod(catalog, ['image']), null);
  t.equal(nearest('instnace', ['instance', 'server']), 'instance');
  t.equal(nearest('zebra', ['instance', 'server']), null);
});

t.test('flags: full and short names, types, switches, lists and objects', async (t) => {
  const read = (...args: string[]) => parseFlags('instance', add, args).params;
  t.strictSame(read('--instance-name', 'a', '--server-id', '3'), { instance_name: 'a', server_id: 3 });
  t.strictSame(read('--name=a', '--server=3', '--image', 'b'), {
    instance_name: 'a',
    server_id: 3,
    instance_image: 'b',
  });
  t.strictSame(read('--instance_name', 'a', '--no-start'), { instance_name: 'a', instance_start: false });
  t.strictSame(read('--start', '--memory', '64'), { instance_start: true, instance_memory: '64' });
  t.strictSame(read('--start=false'), { instance_start: false });
  t.strictSame(read('--config', 'limits.cpu=2', '--config', 'user.x=null'), {
    instance_config: { 'limits.cpu': '2', 'user.x': null },
  });
  t.strictSame(read('--config', '{"a":{"b":1}}'), { instance_config: { a: { b: 1 } } });
  t.throws(() => read('--nmae', 'a'), { message: /unknown flag --nmae: did you mean --name/ });
  t.throws(() => read('--server-id', 'x1.5'.slice(1)), { message: /not|number|whole/ });
  t.throws(() => read('--type', 'vm'), { message: /one of container, virtual-machine/ });
  t.throws(() => read('--name'), { message: /needs a value/ });
  const token = method('token.create');
  t.strictSame(parseFlags('token', token, ['--scopes', 'a:read,b:read']).params, {
    token_scopes: ['a:read', 'b:read'],
  });
  t.strictSame(parseFlags('token', token, ['--scopes', 'a', '--scopes', 'b']).params, {
    token_scopes: ['a', 'b'],
  });
  const list = method('instance.list');
  t.strictSame(
    parseFlags('instance', list, ['--filter', 'server_id=1,2', '--filter', 'instance_status=running']).params,
    {
      filter: { server_id: [1, 2], instance_status: 'running' },
    },
  );
});

t.test('help on every level, status 0', async (t) => {
  t.match((await gantry([])).out, /Nouns: image, instance, operation, server, snapshot, token, user/);
  t.match((await gantry(['--help'])).out, /gantry <noun> <verb>/);
  t.match((await gantry(['instance', '--help'])).out, /restart +Restarts an instance/);
  const help = await gantry(['instance', 'add', '--help']);
  t.equal(help.status, 0);
  t.match(help.out, /--instance-image, --image TEXT\n {6}About instance_image\. \(required\)/);
  t.match((await gantry(['image', 'server-list', '-h'])).out, /--server-id, --server NUMBER/);
  t.match((await gantry(['event', 'watch', '--help'])).out, /--cursor/);
  t.match((await gantry(['login', '--help'])).out, /--user-login, --login/);
});

t.test('a wrong command line is status 2 and says what was meant', async (t) => {
  for (const [line, message] of [
    [['instnace', 'list'], /did you mean instance/],
    [['instance', 'lsit'], /did you mean list/],
    [['instance'], /instance and what/],
    [['instance', 'list', '--bogus'], /unknown flag --bogus/],
    [['--json', 'instance', 'list'], /flags stand behind/],
    [['server', 'get', '1', 'extra'], /one word too many/],
    [['token', 'create'], /missing: --token-lifetime/],
  ] as const) {
    const ran = await gantry([...line]);
    t.equal(ran.status, 2, line.join(' '));
    t.match(ran.err, message);
  }
});

t.test('a name stands where it is obvious', async (t) => {
  const found = {
    'instance.list': () => rows('instance', { server_id: 4 }),
    'instance.get': () => ack,
    'instance.action': () => ack,
  };
  t.strictSame((await gantry(['instance', 'get', 'web-1'], found)).calls, [
    { method: 'instance.list', params: { filter: { instance_name: 'web-1' } } },
    { method: 'instance.get', params: { instance_id: 1 } },
  ]);
  t.strictSame((await gantry(['instance', 'get', '7'], found)).calls, [
    { method: 'instance.get', params: { instance_id: 7 } },
  ]);
  t.strictSame((await gantry(['instance', 'get', 'web-1', '--server-id', '2'], found)).calls, [
    { method: 'instance.get', params: { instance_name: 'web-1', server_id: 2 } },
  ]);
  t.strictSame((await gantry(['instance', 'action', '7', 'start'], found)).calls, [
    { method: 'instance.action', params: { instance_id: 7, instance_status: 'start' } },
  ]);
  t.strictSame((await gantry(['instance', 'stop', '7', '--force'], found)).calls, [
    { method: 'instance.action', params: { instance_id: 7, instance_status: 'stop-force' } },
  ]);
  t.match((await gantry(['instance', 'start', '7', '--force'], found)).err, /unknown flag --force/);
  t.strictSame(
    (await gantry(['instance', 'exec', '7', '--', 'ls', '-l'], { 'instance.exec': () => ack })).calls,
    [{ method: 'instance.exec', params: { command: ['ls', '-l'], instance_id: 7 } }],
  );
});

t.test('what lives in an instance is named behind it', async (t) => {
  const found = {
    'instance.list': () => rows('instance', { server_id: 4 }),
    'snapshot.add': () => ack,
    'snapshot.list': () => ack,
  };
  t.strictSame((await gantry(['snapshot', 'add', 'web-1', 'before'], found)).calls, [
    { method: 'instance.list', params: { filter: { instance_name: 'web-1' } } },
    { method: 'snapshot.add', params: { instance_id: 1, snapshot_name: 'before' } },
  ]);
  t.strictSame((await gantry(['snapshot', 'list', '7'], found)).calls, [
    { method: 'snapshot.list', params: { instance_id: 7 } },
  ]);
});

t.test('a name that is unknown or stands for several is refused with a hint', async (t) => {
  const none = await gantry(['instance', 'get', 'web-1'], { 'instance.list': () => rows('instance') });
  t.equal(none.status, 2);
  t.match(none.err, /no instance web-1/);
  const two = await gantry(['instance', 'get', 'web-1'], {
    'instance.list': () => rows('instance', { server_id: 4 }, { server_id: 9 }),
  });
  t.match(two.err, /several servers: add --server-id 4 or 9/);
});

t.test('servers by name, and the only one when none is named', async (t) => {
  const servers = {
    'server.list': () => rows('server', { server_name: 'alpha' }),
    'server.get': () => ack,
    'instance.add': () => ack,
  };
  t.strictSame((await gantry(['server', 'get', 'alpha'], servers)).calls.at(-1)?.params, { server_id: 1 });
  const named = ['instance', 'add', 'hello', '--image', 'b', '--server', 'alpha'];
  t.match((await gantry(named, servers)).calls.at(-1)?.params, { instance_name: 'hello', server_id: 1 });
  t.match((await gantry(['server', 'get', 'beta'], servers)).err, /no server beta: known are 1 \(alpha\)/);
  t.strictSame((await gantry(['instance', 'add', 'hello', '--image', 'b'], servers)).calls.at(-1)?.params, {
    instance_name: 'hello',
    instance_image: 'b',
    server_id: 1,
  });
  const many = {
    ...servers,
    'server.list': () => rows('server', { server_name: 'a' }, { server_name: 'b' }),
  };
  const which = await gantry(['instance', 'add', 'hello', '--image', 'b'], many);
  t.equal(which.status, 2);
  t.match(which.err, /which server\? --server-id is one of 1 \(a\), 2 \(b\)/);
});

t.test('long work is followed to its end; its failure is status 1', async (t) => {
  const begun = {
    data: { type: 'operation', attributes: { response: true, operation_id: 5, operation_status: 'pending' } },
  };
  let asked = 0;
  const answers = (end: string) => ({
    'instance.action': () => begun,
    'operation.get': () => ({
      data: {
        id: 5,
        type: 'operation',
        attributes: {
          operation_status: ++asked % 2 === 1 ? 'running' : end,
          operation_error: 'no disk',
          operation_error_code: 'no_capacity',
        },
      },
    }),
  });
  const good = await gantry(['instance', 'start', '7'], answers('success'));
  t.equal(good.status, 0);
  t.equal(good.err, 'start 7: running (operation 5)\nstart 7: success\n');
  const bad = await gantry(['instance', 'start', '7'], answers('failure'));
  t.equal(bad.status, 1);
  t.match(bad.err, /no disk \(no_capacity\)/);
  const once = await gantry(['instance', 'start', '7', '--no-wait'], answers('success'));
  t.equal(once.calls.length, 1);
  t.match(once.out, /operation_id +5/);
});

t.test('--json gives the document, --all every page, errors status 1', async (t) => {
  const pages = {
    'instance.list': (params: Record<string, unknown>) =>
      params['after'] === 'p2'
        ? { data: [{ id: 2, type: 'instance', attributes: {} }], meta: { next: null } }
        : { data: [{ id: 1, type: 'instance', attributes: {} }], meta: { next: 'p2' } },
  };
  const all = JSON.parse((await gantry(['instance', 'list', '--all', '--json'], pages)).out) as {
    data: { id: number }[];
  };
  t.strictSame(
    all.data.map((row) => row.id),
    [1, 2],
  );
  t.match((await gantry(['instance', 'list'], pages)).out, /more: --after p2/);
  t.match((await gantry(['instance', 'list'], { 'instance.list': () => rows('instance') })).out, 'none\n');
  const refused = await gantry(['instance', 'list'], {
    'instance.list': () => {
      throw new ClientError('unauthenticated', 'token has been revoked', { status: 401 });
    },
  });
  t.equal(refused.status, 1);
  t.equal(
    refused.err,
    'gantry: token has been revoked (unauthenticated)\ngantry: log in with: gantry login\n',
  );
});

t.test('tables: name and state first, nothing empty, cut to the width', async (t) => {
  const row = (id: number, name: string) => ({
    id,
    type: 'instance',
    attributes: {
      provider: 'lxd',
      instance_id: id,
      instance_arch: 'x86_64',
      instance_status: 'running',
      instance_name: name,
      instance_devices: { root: {} },
      instance_description: '',
      created_at: Date.UTC(2026, 0, 2, 12),
    },
  });
  const wide = renderTable([row(1, 'web-1'), row(12, 'database')], 200).split('\n');
  t.match(wide[0], /^ID {2}NAME {6}STATUS {3}ARCH {4}CREATED AT$/);
  t.match(wide[2], /^12 {2}database {2}running {2}x86_64 {2}2026-01-02 \d\d:00:00$/);
  const narrow = renderTable([row(1, 'web-1')], 24).split('\n');
  t.match(narrow, ['ID  NAME   STATUS', '1   web-1  running', '']);
});

t.test('an event is one line', async (t) => {
  const line = eventLine({
    id: 7,
    type: 'instance.started',
    at: 0,
    instance_id: 3,
    data: { name: 'a', note: 'two words' },
  });
  t.match(line, /^ {5}7 {2}19\d\d-.* {2}instance\.started {6}instance=3 {2}name=a {2}note="two words"$/);
});

t.test(
  'SEC-10 login keeps the token in a file of mode 0600 and sends it to its own address only',
  async (t) => {
    const home = mkdtempSync(join(tmpdir(), 'gantry-cli-'));
    t.teardown(() => rmSync(home, { recursive: true }));
    const answers = {
      'user.login': (params: Record<string, unknown>) => {
        t.strictSame(params, { user_login: 'admin', user_password: 'pass' });
        return { data: { id: 1, type: 'user', attributes: { token: 'sekret' } } };
      },
    };
    const ran = await gantry(['login', '--url', 'http://a:1/'], answers, { home, asked: ['admin', 'pass'] });
    t.equal(ran.out, 'logged in to http://a:1 as admin (context default)\n');
    const path = join(home, '.config', 'gantry', 'config.json');
    t.equal(statSync(path).mode & 0o777, 0o600);
    t.match(JSON.parse(readFileSync(path, 'utf8')), {
      contexts: { default: { url: 'http://a:1', token: 'sekret' } },
    });
    const io = (env: Record<string, string>) => ({ home, env });
    t.match(chooseContext(io({}), {}), { url: 'http://a:1', token: 'sekret' });
    t.equal(chooseContext(io({ GANTRY_URL: 'http://b:2' }), {}).token, undefined);
    t.equal(chooseContext(io({}), { url: 'http://b:2' }).token, undefined);
    t.equal(chooseContext(io({ GANTRY_URL: 'http://b:2', GANTRY_TOKEN: 'x' }), {}).token, 'x');
    t.throws(() => chooseContext(io({}), { context: 'other' }), { message: /no context other/ });
    t.match((await gantry(['context', 'list'], {}, { home })).out, '* default  http://a:1\n');
    t.equal((await gantry(['context', 'use', 'nope'], {}, { home })).status, 2);
  },
);
