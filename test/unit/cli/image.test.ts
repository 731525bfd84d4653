// `gantry image publish` and `image list` against a running house: products, resuming, what is printed.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import type { Client } from '../../../src/client/client.js';
import { ClientError } from '../../../src/client/client.js';
import { runCli } from '../../../src/cli/cli.js';
import type { Context } from '../../../src/cli/config.js';
import { connect } from '../../../src/cli/transport.js';
import { startTestApp } from '../../support/app.js';
import { metadataOnly, sha256, squashfs, unifiedImage } from '../../support/images.js';

interface Ran {
  status: number;
  out: string;
  err: string;
}

const MB = 1_048_576;
const app = await startTestApp({ env: { GANTRY_SIMPLESTREAM_CHUNK_MB: '1' } });
const token = await app.admin();
const dir = await mkdtemp(join(tmpdir(), 'gantry-image-'));
t.teardown(async () => {
  await app.close();
  await rm(dir, { recursive: true, force: true });
});

/** Runs `gantry image ...`; `wrap` comes between the command and the wire. */
async function image(
  args: string[],
  more: { tty?: boolean; wrap?: (client: Client) => Client } = {},
): Promise<Ran> {
  const ran: Ran = { status: 0, out: '', err: '' };
  const io = {
    out: (text: string) => void (ran.out += text),
    err: (text: string) => void (ran.err += text),
    env: { GANTRY_URL: app.url, GANTRY_TOKEN: token },
    home: dir,
    tty: more.tty === true,
    columns: 120,
    bytes: () => Promise.resolve(),
    ask: () => Promise.resolve(''),
    signal: new AbortController().signal,
  };
  const connector = (context: Context): Client => (more.wrap ?? ((client) => client))(connect(context));
  ran.status = await runCli(['image', ...args], io, { connect: connector });
  return ran;
}

async function save(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(dir, name), bytes);
  return join(dir, name);
}

const flags = (os: string): string[] => ['--os', os, '--release', '1', '--arch', 'amd64'];

t.test('one file: its product is entered, its fingerprint and the way to it are printed', async (t) => {
  t.match(await image(['list']), { status: 0, out: /^none: gantry image publish/ });
  const bytes = await unifiedImage();
  const file = await save('whole.tar.gz', bytes);
  const made = await image(['publish', file, ...flags('whole')]);
  t.match(made, { status: 0, out: new RegExp(`${sha256(bytes)}\n  lxc launch gantry:whole/1 NAME\n$`) });
  t.match(made.err, /whole:1:amd64:default is a product now\nwhole.tar.gz: 0 %\nwhole.tar.gz: 100 %\n/);
  const again = await image(['publish', file, ...flags('whole')]);
  t.match(again, { status: 0, out: /is published already\n/ });
  t.match(await image(['publish', file, ...flags('other')]), { status: 1, err: /whole:1:amd64:default/ });
  const { out } = await image(['list']);
  t.match(out, /^NAME .* SIZE .*\nwhole\/1\/default,whole\/1 .*container/);
  const listed = JSON.parse((await image(['list', '--json'])).out) as { data: unknown[] };
  t.equal(listed.data.length, 1);
});

t.test('two files in any order, on a terminal, with names of their own', async (t) => {
  const [meta, root] = [await metadataOnly(), randomBytes(2.5 * MB)];
  squashfs('', 4096).copy(root, 0, 0, 512);
  const files = [await save('root.squashfs', root), await save('meta.tar.xz', meta)];
  const made = await image(['publish', ...files, ...flags('split'), '--alias', 's,split/one', '--json'], {
    tty: true,
  });
  t.match(JSON.parse(made.out), {
    product_key: 'split:1:amd64:default',
    images: [{ fingerprint: sha256(meta, root), type: 'container' }],
    aliases: ['s', 'split/one'],
  });
  t.equal(made.err, '');
  const shown = await image(['publish', ...files, ...flags('split')], { tty: true });
  t.match(shown.err, /\r\u001b\[Kreading root\.squashfs \[#+\] 100 % of 2\.5 MiB/);
});

t.test('REL-54 a lost connection is gone over, and a command that was stopped goes on', async (t) => {
  const [meta, root] = [await metadataOnly('again'), randomBytes(4 * MB)];
  squashfs('', 4096).copy(root, 0, 0, 512);
  const files = [await save('again.squashfs', root), await save('again.tar.xz', meta)];
  const sent: number[] = [];
  const losing =
    (code: string, at: number) =>
    (client: Client): Client => ({
      ...client,
      send: async (method, params, bytes, options) => {
        sent.push(Number(params['offset']));
        const answer = await client.send(method, params, bytes, options);
        if (Number(params['offset']) === at && sent.filter((one) => one === at).length === 1)
          throw new ClientError(code, 'the connection is gone');
        return answer;
      },
    });
  const stopped = await image(['publish', ...files, ...flags('again')], { wrap: losing('forbidden', MB) });
  t.equal(stopped.status, 1);
  const first = [...sent];
  sent.length = 0;
  const made = await image(['publish', ...files, ...flags('again')], { wrap: losing('unreachable', 2 * MB) });
  t.match(made, { status: 0, out: new RegExp(sha256(meta, root)) });
  t.match(made.err, /the connection is gone; trying again/);
  t.same(first, [0, 0, MB], 'metadata, then the first two chunks');
  t.same(sent, [2 * MB, 3 * MB], 'only what was missing, in the same version');
});

t.test('what is wrong is said', async (t) => {
  const file = await save('empty', new Uint8Array());
  t.match(await image(['publish', ...flags('x')]), { status: 2, err: /which file/ });
  t.match(await image(['publish', join(dir, 'none'), ...flags('x')]), { status: 2, err: /cannot be read/ });
  t.match(await image(['publish', file, ...flags('x')]), { status: 2, err: /empty/ });
  t.match(await image(['publish', file, '--os', 'x']), { status: 2, err: /--release, --arch/ });
  t.match(await image(['list', 'x']), { status: 2 });
  t.match(await image(['list', '--server-id', '9']), { status: 1, err: /server_id/ });
  const noise = await save('noise', randomBytes(2000));
  t.match(await image(['publish', noise, ...flags('x')]), { status: 1, err: /must be a tarball/ });
});
