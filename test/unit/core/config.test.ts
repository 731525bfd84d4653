import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { loadConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import { createMetrics } from '../../../src/metrics.js';
import { DEFAULT_LIMITS } from '../../../src/wire/limits.js';
import { temporary } from './house.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/config.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
type Flags = Record<string, string | string[]>;
const load = (flags: Flags = {}, env: Record<string, string> = {}) =>
  loadConfig({ schema, flags: { data: '/nowhere', ...flags }, env, ipv6: true });

t.test('defaults stand as documented', (t) => {
  const config = loadConfig({ schema, flags: {}, env: {}, ipv6: true });
  t.match(config, {
    data: './data',
    listen: ['http://127.0.0.1:7500', 'https://[::]:7443'],
    public_url: '',
    auth: { reauth_seconds: 300, session_seconds: 2_592_000 },
    events: { retention: 604_800 },
    audit: { retention: 31_536_000 },
    servers: { add: 'admin', private: true },
    disable_ssh_key_add: false,
    eventstream: { auth_timeout: 10, ping_interval: 1 },
    simplestream: { images_lifetime: 7, deletion_interval: 6 },
  });
  t.same(Object.values(config.quotas), Array(7).fill(null), 'no bound');
  t.same(config.limits, DEFAULT_LIMITS, 'the wire has the same');
  t.same(loadConfig({ schema, flags: {}, env: {}, ipv6: false }).listen, [
    'http://127.0.0.1:7500',
    'https://0.0.0.0:7443',
  ]);
  t.end();
});

t.test('file < environment < flags, in every spelling', (t) => {
  const folder = temporary(t);
  writeFileSync(
    join(folder, 'gantry.yaml'),
    'auth:\n  reauth_seconds: 1\n  session_seconds: 1h\nservers:\n  sockets: [/a, /b]\nevents.retention: 12h\nhosts: one\n',
  );
  const env = {
    GANTRY_AUTH_REAUTH_SECONDS: '2',
    GANTRY_SERVERS_PORTS: '8443, 9443',
    GANTRY_KEY: 'x',
    GANTRY_URL: 'y',
  };
  const flags = { data: folder, 'auth-reauth-seconds': '3', listen: ['http://a:1', 'http://b:2'] };
  const config = loadConfig({ schema, flags, env });
  t.match(config, {
    auth: { reauth_seconds: 3, session_seconds: 3600 },
    servers: { sockets: ['/a', '/b'], ports: [8443, 9443] },
    events: { retention: 43_200 },
    hosts: ['one'],
    listen: ['http://a:1', 'http://b:2'],
  });
  t.equal(loadConfig({ schema, flags: { data: folder }, env }).auth.reauth_seconds, 2);
  t.equal(loadConfig({ schema, flags: { data: folder }, env: {} }).auth.reauth_seconds, 1);
  t.equal(load({ config: join(folder, 'gantry.yaml') }).auth.reauth_seconds, 1);
  t.throws(() => load({ config: join(folder, 'missing.yaml') }), /there is no file/);
  writeFileSync(join(folder, 'gantry.yaml'), 'just words\n');
  t.throws(() => load({ data: folder }), /must hold settings/);
  writeFileSync(join(folder, 'gantry.yaml'), 'a: [\n');
  t.throws(() => load({ data: folder }), /gantry\.yaml/);
  t.end();
});

t.test('values are read by their type', (t) => {
  t.equal(load({ 'events.retention': '90' }).events.retention, 90);
  t.equal(load({ 'events.retention': '2w' }).events.retention, 1_209_600);
  t.equal(load({ disable_ssh_key_add: 'true' }).disable_ssh_key_add, true);
  t.equal(load({ 'quotas.instances': '5' }).quotas.instances, 5);
  t.equal(load({ 'quotas.instances': 'null' }).quotas.instances, null);
  t.equal(load({ 'public-url': 'https://gantry.test/' }).public_url, 'https://gantry.test');
  t.same(load({ 'servers.sockets': '/a,/b' }).servers.sockets, ['/a', '/b']);
  t.equal(load({ 'dialects.cvm.mount': '/x' }).dialects.cvm.mount, '/x');
  t.end();
});

t.test('an unknown name refuses and names the nearest', (t) => {
  t.throws(
    () => load({ 'auth.reauth': '1' }),
    /--auth\.reauth: there is no setting .*; the nearest is auth\.reauth_seconds/,
  );
  t.throws(
    () => load({}, { GANTRY_LISTENS: 'x' }),
    /GANTRY_LISTENS: there is no setting listens; the nearest is listen/,
  );
  const folder = temporary(t);
  writeFileSync(join(folder, 'gantry.yaml'), 'smtp:\n  hots: mail\n');
  t.throws(
    () => load({ data: folder }),
    /gantry\.yaml: there is no setting smtp\.hots; the nearest is smtp\.host/,
  );
  t.end();
});

t.test('wrong values are named', (t) => {
  t.throws(() => load({ 'servers.add': 'anyone' }), /servers\.add .*: admin, user/);
  t.throws(() => load({ 'auth.reauth_seconds': 'soon' }), /auth\.reauth_seconds must be integer/);
  t.throws(() => load({ 'smtp.port': '7d' }), /smtp\.port/);
  t.throws(() => load({ listen: 'ftp://x' }), /listen/);
  t.throws(() => load({ 'tls.cert': '/c.pem' }), /tls\.cert and tls\.key belong together/);
  t.end();
});

t.test('every setting has a default and a sentence, and one spelling as a variable', (t) => {
  const names: string[] = [];
  const walk = (node: Record<string, unknown>, name: string): void => {
    t.match(node['description'], /\.$/, `${name} has a sentence`);
    if (node['type'] !== 'object') {
      names.push(name.replaceAll('.', '_'));
      t.ok('default' in node, `${name} has a default`);
      return;
    }
    t.equal(node['additionalProperties'], false);
    for (const [key, member] of Object.entries(
      node['properties'] as Record<string, Record<string, unknown>>,
    )) {
      walk(member, name === '' ? key : `${name}.${key}`);
    }
  };
  walk(schema, '');
  t.equal(new Set(names).size, names.length);
  t.end();
});

t.test('SEC-10 the log masks secrets, and keeps the causes of errors', (t) => {
  const file = join(temporary(t), 'logs', 'gantry.log');
  const log = createLog({ log: { level: 'info', file } });
  const marker = 'm4rk3r';
  const secret = { password: marker, token: marker, key: marker, authorization: marker, user_code: marker };
  log.info(
    { ...secret, request: { headers: { authorization: marker, cookie: marker } }, params: secret },
    'a line',
  );
  log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed');
  log.debug({}, 'not written');
  const text = readFileSync(file, 'utf8');
  t.notOk(text.includes(marker));
  t.match(text, /inner/);
  t.equal(text.trim().split('\n').length, 2);
  t.end();
});

t.test('metrics are rendered, and two houses do not share them', async (t) => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.calls.labels('user.get', 'ok').observe(0.001);
  one.host_up.set({ server: '1' }, 1);
  t.match(await one.render(), /gantry_call_seconds_count\{method="user.get",code="ok"\} 1/);
  t.match(await one.render(), /gantry_host_up\{server="1"\} 1/);
  t.notMatch(await two.render(), /user\.get/);
});
