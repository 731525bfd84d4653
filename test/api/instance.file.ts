// instance.file.get, instance.file.put, instance.log: who may, what is refused, and what is told afterwards.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/cli.js';
import type { Io } from '../../src/cli/io.js';
import type { World } from '../support/world.js';
import { apiCase, codeOf, detailOf, history, must, refused } from './case.js';

type Dict = Record<string, unknown>;

interface Sent {
  status: number;
  body: Dict;
}

async function put(
  world: World,
  payload: Dict,
  bytes: Uint8Array,
  options: { token?: string | undefined; key?: string } = {},
): Promise<Sent> {
  const { token = world.userToken, key } = options;
  const form = new FormData();
  form.set('payload', JSON.stringify(payload));
  form.set('file', new Blob([bytes]), '../../evil');
  const headers: Record<string, string> = { ...(key === undefined ? {} : { 'idempotency-key': key }) };
  if (token !== '') headers['authorization'] = `Bearer ${token}`;
  const answer = await fetch(`${world.url}/v1/instance.file.put`, { method: 'POST', headers, body: form });
  return { status: answer.status, body: (await answer.json()) as Dict };
}

function get(world: World, query: Dict, token = world.userToken, method = 'GET'): Promise<Response> {
  const text = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return fetch(`${world.url}/v1/instance.file.get?${text.toString()}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
}

/** A token of alice's with these scopes. */
async function tokenWith(world: World, rights: Dict): Promise<string> {
  const made = await must(world, 'token.create', {
    token_lifetime: 3600,
    token_revoke_all: false,
    ...rights,
  });
  return String(made.attributes['token']);
}

function staged(world: World): string[] {
  const folder = join(world.app.dir, 'blobs', 'staging');
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function audits(world: World): Promise<Dict[]> {
  const rows = await world.app.app.db.read.events.page({
    limit: 1000,
    descending: false,
    filter: { types: ['audit.call'] },
    visible: null,
  });
  return rows
    .map((row): Dict => ({ ...row, ...(JSON.parse(row.data) as Dict) }))
    .filter((row) => row['method'] === 'instance.file.put');
}

export const cases = [
  apiCase('a file goes in and comes out, with mode and owner, event and audit row', async (t, world) => {
    const bytes = randomBytes(2_000_000);
    const file_sha256 = createHash('sha256').update(bytes).digest('hex');
    const payload = {
      instance_id: 1,
      path: '/root/a b.bin',
      mode: '600',
      uid: 5,
      gid: 6,
      request_id: 'mine',
    };
    const sent = await put(world, payload, bytes);
    t.same(sent.body['data'], {
      type: 'file',
      attributes: { response: true, file_size: bytes.length, file_sha256 },
    });
    t.same(staged(world), [], 'nothing is left in the staging folder');
    const back = await get(world, { instance_id: 1, path: '/root/a b.bin' });
    t.ok(Buffer.from(await back.arrayBuffer()).equals(bytes));
    t.match(Object.fromEntries(back.headers), {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'x-gantry-type': 'file',
      'x-gantry-mode': '0600',
      'x-gantry-uid': '5',
      'x-gantry-gid': '6',
    });
    const head = await get(world, { instance_id: 1, path: '/root/a b.bin' }, world.userToken, 'HEAD');
    t.equal(head.headers.get('content-length'), String(bytes.length));
    t.equal(head.headers.get('x-gantry-mode'), '0600');
    const told = (await history(world, { type: 'instance.file_written' })).at(-1);
    t.match(told, {
      instance_id: 1,
      request_id: 'mine',
      data: { instance_name: 'web-1', path: '/root/a b.bin', size: bytes.length },
    });
    const [row, ...more] = await audits(world);
    t.equal(more.length, 0, 'SEC-80');
    t.match(row, { ok: true, instance_id: 1, user_id: 2, params: { file: { sha256: file_sha256 } } });
  }),

  apiCase('directories and links answer documents; what is not there, not_found', async (t, world) => {
    const directory = (await (await get(world, { instance_id: 1, path: '/etc' })).json()) as Dict;
    t.same(
      (directory['data'] as { attributes: Dict }[]).map(({ attributes }) => attributes['file_name']),
      ['hostname', 'passwd'],
    );
    t.match(directory['meta'], { file_type: 'directory', file_mode: '0755', file_uid: 0 });
    const link = await must(world, 'instance.file.get', { instance_id: 2, path: '/bin/sh' });
    t.match(link.attributes, { file_name: 'sh', file_type: 'symlink', file_target: '/bin/busybox' });
    for (const path of ['/nowhere', '/etc/passwd/x'])
      t.equal(await refused(world, 'instance.file.get', { instance_id: 1, path }), 'not_found', path);
    for (const path of ['etc/passwd', '', '/a\0b', `/${'x'.repeat(4096)}`, `/${'ä'.repeat(3000)}`])
      t.equal(
        await refused(world, 'instance.file.get', { instance_id: 1, path }),
        'invalid_params',
        `SEC-44 ${JSON.stringify(path.slice(0, 12))}`,
      );
    t.equal(world.host.seen('GET', /x{100}/).length, 0, 'SEC-44 it never reaches the host');
    const parent = await put(world, { instance_id: 1, path: '/no/dir/x' }, Buffer.from('x'));
    t.equal(codeOf(parent), 'not_found');
    t.match(detailOf(parent), /\/no\/dir/, 'the parent is named');
    t.equal(codeOf(await put(world, { instance_id: 1, path: '/etc' }, Buffer.from('x'))), 'conflict');
    for (const mode of ['9', '0999', '4755', 'rw', '']) {
      const wrong = await put(world, { instance_id: 1, path: '/root/x', mode }, Buffer.from('x'));
      t.equal(codeOf(wrong), 'invalid_params', `mode ${mode}`);
    }
    t.same(staged(world), []);
  }),

  apiCase('SEC-20, SEC-21: other tenants, tokens without the scope, no token', async (t, world) => {
    const theirs = { instance_id: 1, path: '/etc/passwd' };
    const none = { instance_id: 987_654, path: '/etc/passwd' };
    const bob = world.otherToken;
    for (const method of ['instance.file.get', 'instance.log']) {
      const [one, other] =
        method === 'instance.log' ? [{ instance_id: 1 }, { instance_id: 987_654 }] : [theirs, none];
      t.equal(await refused(world, method, one, bob), 'not_found');
      t.equal(await refused(world, method, other, bob), 'not_found');
    }
    const bytes = Buffer.from('x');
    t.equal(codeOf(await put(world, theirs, bytes, { token: bob })), 'not_found');
    const reader = await tokenWith(world, { token_scopes: ['instance:read'] });
    t.equal((await get(world, theirs, reader)).status, 403, 'a file may hold secrets');
    t.equal(codeOf(await put(world, theirs, bytes, { token: reader })), 'forbidden');
    await must(world, 'instance.log', { instance_id: 1 }, reader);
    const still = await tokenWith(world, { token_scopes: ['*'], token_read_only: true });
    t.equal(codeOf(await put(world, theirs, bytes, { token: still })), 'forbidden');
    t.equal(codeOf(await put(world, theirs, bytes, { token: '' })), 'unauthenticated');
    const rows = await audits(world);
    t.same(
      rows.map((row) => row['code']),
      ['not_found', 'forbidden', 'forbidden'],
      'SEC-80 each refusal of a known caller has its row',
    );
    t.equal(world.host.seen('POST', /files/).length, 0);
    t.same(staged(world), []);
  }),

  apiCase('a form cannot be called in other ways, nor name somebody’s upload', async (t, world) => {
    const { app, userToken: token } = world;
    const id = 'a'.repeat(26);
    const forged = { instance_id: 1, path: '/root/x', file: { id, sha256: 'x', size: 1 } };
    t.equal(codeOf(await app.call('instance.file.put', forged, { token })), 'unsupported_media_type');
    const call = { jsonrpc: '2.0', id: 1, method: 'instance.file.put', params: forged };
    const rpc = await fetch(`${world.url}/rpc`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(call),
    });
    t.match(await rpc.json(), {
      error: { message: /multipart\/form-data to \/v1\/instance\.file\.put/, data: { code: 'unsupported' } },
    });
    const bytes = await fetch(`${world.url}/rpc`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...call,
        method: 'instance.file.get',
        params: { instance_id: 1, path: '/etc' },
      }),
    });
    t.match(await bytes.json(), { error: { message: /over HTTP/, data: { code: 'unsupported' } } });
    const sent = await put(world, forged, Buffer.from('x'));
    t.equal(codeOf(sent), 'invalid_params');
    const form = new FormData();
    form.set('payload', JSON.stringify({ instance_id: 1, path: '/root/x' }));
    const without = await fetch(`${world.url}/v1/instance.file.put`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    t.match(await without.json(), { errors: [{ code: 'invalid_params', source: { pointer: '/file' } }] });
  }),

  apiCase('REL-71 the same upload under the same key is done once', async (t, world) => {
    const payload = { instance_id: 1, path: '/root/once' };
    const first = await put(world, payload, Buffer.from('one'), { key: 'k' });
    const again = await put(world, payload, Buffer.from('one'), { key: 'k' });
    t.same(again.body['data'], first.body['data']);
    t.equal(world.host.seen('POST', /files/).length, 1);
    t.equal(codeOf(await put(world, payload, Buffer.from('two'), { key: 'k' })), 'conflict', 'other bytes');
    t.equal(
      codeOf(await put(world, { ...payload, path: '/root/b' }, Buffer.from('one'), { key: 'k' })),
      'conflict',
    );
  }),

  apiCase('the console and the logs', async (t, world) => {
    const screen = await must(world, 'instance.log', { instance_id: 1 });
    t.match(screen.attributes, {
      log_name: 'console',
      log_truncated: false,
      log_names: ['console', 'lxc.log'],
    });
    t.match(screen.attributes['log_text'], /BusyBox[^]*\/ # $/);
    t.same(
      await must(world, 'instance.log', { instance_id: 1 }),
      screen,
      'shown again, though the host forgot it',
    );
    const inside = world.host.instance('web-1');
    if (inside) inside.console = 'more ä';
    const more = await must(world, 'instance.log', { instance_id: 1, log_name: 'console' });
    t.match(more.attributes['log_text'], /\/ # more ä$/);
    const never = await must(world, 'instance.log', { instance_id: 2 });
    t.match(never.attributes, { log_name: 'lxc.log', log_text: '', log_names: ['lxc.log'] });
    t.equal(await refused(world, 'instance.log', { instance_id: 2, log_name: 'console' }), 'not_found');

    // One byte more than is shown, so that the cut goes through a character of two.
    const long = `${'é'.repeat(131_072)}!`;
    inside?.logs
      .set('lxc.log', long)
      .set('lxc.conf', 'lxc.rootfs.path = dir:/var')
      .set('exec_1.stdout', 'secret');
    const log = (log_name: string, token = world.userToken) =>
      must(world, 'instance.log', { instance_id: 1, log_name }, token);
    const { attributes } = await log('lxc.log');
    t.equal(attributes['log_truncated'], true);
    t.equal(attributes['log_text'], `${'é'.repeat(131_071)}!`, 'no half character');
    t.same(attributes['log_names'], ['console', 'lxc.log'], 'a tenant sees no settings of the host');
    t.equal(await refused(world, 'instance.log', { instance_id: 1, log_name: 'lxc.conf' }), 'not_found');
    const owner = world.adminToken;
    t.match((await log('lxc.conf', owner)).attributes, { log_names: ['console', 'lxc.conf', 'lxc.log'] });
    t.equal(
      await refused(world, 'instance.log', { instance_id: 1, log_name: 'exec_1.stdout' }, owner),
      'not_found',
      'nobody sees what commands printed',
    );
    t.equal(
      await refused(world, 'instance.log', { instance_id: 1, log_name: '../lxc.log' }),
      'invalid_params',
    );
  }),

  apiCase('a host that refuses, breaks off, or is away', async (t, world) => {
    world.host.faults.refuse = ({ method, path }) =>
      method === 'POST' && path.endsWith('/files')
        ? { status: 500, error: 'write /var/x: no space left on device' }
        : null;
    const full = await put(world, { instance_id: 1, path: '/root/x' }, randomBytes(3_000_000));
    t.equal(codeOf(full), 'no_capacity');
    t.notMatch(JSON.stringify(full.body), /\/var\/x/, 'SEC-35');
    world.host.faults.refuse = null;
    t.same(staged(world), []);
    await world.host.down();
    t.equal(await refused(world, 'instance.file.get', { instance_id: 1, path: '/etc' }), 'host_unreachable');
    t.equal(
      codeOf(await put(world, { instance_id: 1, path: '/root/x' }, Buffer.from('x'))),
      'host_unreachable',
    );
    t.equal(await refused(world, 'instance.log', { instance_id: 1 }), 'host_unreachable');
    t.same(staged(world), []);
  }),

  apiCase('gantry instance file put and get, and log, on the command line', async (t, world) => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-cli-'));
    t.teardown(() => rmSync(folder, { recursive: true, force: true }));
    const gantry = async (...args: string[]): Promise<{ status: number; out: string; err: string }> => {
      const ran = { status: 0, out: '', err: '' };
      const io: Io = {
        out: (text) => void (ran.out += text),
        err: (text) => void (ran.err += text),
        bytes: (chunk) => Promise.resolve(void (ran.out += Buffer.from(chunk).toString('latin1'))),
        env: { GANTRY_URL: world.url, GANTRY_TOKEN: world.userToken },
        home: folder,
        tty: false,
        columns: 100,
        ask: () => Promise.resolve(''),
        signal: new AbortController().signal,
      };
      ran.status = await runCli(args, io);
      return ran;
    };
    const bytes = randomBytes(1_500_000);
    const file = join(folder, 'in.bin');
    writeFileSync(file, bytes);
    const sent = await gantry('instance', 'file', 'put', 'web-1', '/root/x.bin', file, '--mode', '0600');
    t.match(sent, { status: 0, err: '' }, sent.err);
    t.match(sent.out, createHash('sha256').update(bytes).digest('hex'));
    const target = join(folder, 'out.bin');
    t.match(await gantry('instance', 'file', 'get', 'web-1', '/root/x.bin', '-o', target), {
      status: 0,
      out: '',
    });
    t.ok(readFileSync(target).equals(bytes), 'into a file');
    for (const more of [[], ['--output', '-']]) {
      const shown = await gantry('instance', 'file', 'get', '1', '/root/x.bin', ...more);
      t.ok(Buffer.from(shown.out, 'latin1').equals(bytes), 'on standard output');
    }
    t.match((await gantry('instance', 'file', 'get', 'web-1', '/etc')).out, /hostname[^]*passwd/);
    const none = await gantry('instance', 'file', 'get', 'web-1', '/no', '-o', join(folder, 'none'));
    t.match(none, { status: 1, err: /path was not found \(not_found\)/ });
    t.notOk(existsSync(join(folder, 'none')));
    t.match(await gantry('instance', 'file', 'put', 'web-1', '/root/x', '/no/such'), {
      status: 2,
      err: /\/no\/such cannot be read/,
    });
    t.match(await gantry('instance', 'file', 'put', 'web-1', '/root/x'), {
      status: 2,
      err: /missing: --file/,
    });
    t.match(await gantry('instance', 'get', 'web-1', '-o', 'x'), { status: 2, err: /--output is for/ });
    t.match(await gantry('instance', 'file', '--help'), { status: 0, out: /^ {2}get .*\n {2}put /m });
    t.match(await gantry('instance', 'file'), { status: 2, err: /instance file and what/ });
    t.match(await gantry('instance', 'file', 'pull'), { status: 2, err: /instance file has no verb pull/ });
    t.match(await gantry('instance', 'file', 'get', '--help'), { out: /-o, --output FILE/ });
    t.match(await gantry('instance', 'log', 'web-1'), { status: 0, out: /^\r\nBusyBox[^]*\/ # \n$/ });
    t.match(await gantry('instance', 'log', 'web-1', '--json'), { out: /"log_name": "console"/ });
  }),
];
