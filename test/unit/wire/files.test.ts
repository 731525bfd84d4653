// Files over HTTP: tags, ranges, HEAD, and a reader that leaves or reads slowly.
import { connect } from 'node:net';
import { open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import t from 'tap';
import type { FileTree, TreeFile } from '../../../src/dialects/dialect.js';
import { matches, parseRange } from '../../../src/wire/files.js';
import { until } from '../../support/until.js';
import { testFolder } from '../../support/database.js';
import { StubRegistry, start } from './stub.js';

t.test('ranges as RFC 9110 has them', (t) => {
  const size = 1000;
  const cases: [string, ReturnType<typeof parseRange>][] = [
    ['', null],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=0-', { first: 0, last: 999 }],
    ['bytes=990-2000', { first: 990, last: 999 }],
    ['bytes=-10', { first: 990, last: 999 }],
    ['bytes=-2000', { first: 0, last: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=-', null],
  ];
  for (const [header, wanted] of cases) t.same(parseRange(header, size), wanted, header);
  t.same(parseRange('bytes=0-', 0), 'unsatisfiable', 'nothing of an empty file');
  t.equal(matches('"a", W/"b"', '"b"'), true);
  t.equal(matches('*', '"b"'), true);
  t.equal(matches('"bb"', '"b"'), false);
  t.end();
});

t.test('a file over the wire', async (t) => {
  const bytes = randomBytes(3 * 1024 * 1024 + 17);
  const path = join(await testFolder(t), 'file');
  await writeFile(path, bytes);
  const etag = createHash('sha256').update(bytes).digest('hex');
  const opened = { now: 0 };
  const file = (size: number): TreeFile => ({
    type: 'application/octet-stream',
    etag,
    modified_at: Date.UTC(2026, 0, 2),
    cache: 'public',
    size,
    body: {
      open: async () => {
        const handle = await open(path, 'r');
        opened.now += 1;
        return {
          read: (buffer, offset, length, position) => handle.read(buffer, offset, length, position),
          close: async () => {
            opened.now -= 1;
            await handle.close();
          },
        };
      },
    },
  });
  const tree: FileTree = {
    owns: (name) => name.startsWith('/files/'),
    find: async (name) => {
      if (name === '/files/whole') return file(bytes.length);
      if (name === '/files/long') return file(bytes.length + 5);
      if (name === '/files/gone') return { ...file(5), body: { open: () => Promise.resolve(null) } };
      if (name === '/files/small') return { ...file(5), etag: 'small', body: Buffer.from('hello') };
      if (name === '/files/broken') throw new Error('secret detail');
      return null;
    },
  };
  const { wire, url } = await start(new StubRegistry(), { files: tree });
  t.teardown(() => wire.close());
  const get = (name: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${url}/files/${name}`, { method, headers });
  const body = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

  await t.test('whole, HEAD and 304', async (t) => {
    const answer = await get('whole', { 'accept-encoding': 'gzip' });
    t.equal(answer.status, 200);
    t.ok((await body(answer)).equals(bytes));
    t.match(Object.fromEntries(answer.headers), {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      etag: `"${etag}"`,
      'last-modified': 'Fri, 02 Jan 2026 00:00:00 GMT',
      'accept-ranges': 'bytes',
      'cache-control': 'public',
    });
    t.equal(answer.headers.get('content-encoding'), null);
    const head = await get('whole', {}, 'HEAD');
    t.equal(head.status, 200);
    t.equal(head.headers.get('content-length'), String(bytes.length));
    const fresh = await get('whole', { 'if-none-match': `"${etag}"` });
    t.equal(fresh.status, 304);
    t.equal(fresh.headers.get('etag'), `"${etag}"`);
    t.equal((await get('small')).status, 200);
    t.equal(await (await get('small', { range: 'bytes=1-3' })).text(), 'ell');
  });

  await t.test('ranges: 206, 416, and a range of another file', async (t) => {
    const middle = await get('whole', { range: 'bytes=1000000-2000000' });
    t.equal(middle.status, 206);
    t.equal(middle.headers.get('content-range'), `bytes 1000000-2000000/${bytes.length}`);
    t.ok((await body(middle)).equals(bytes.subarray(1_000_000, 2_000_001)));
    const head = await get('whole', { range: 'bytes=-7' }, 'HEAD');
    t.equal(head.status, 206);
    t.equal(head.headers.get('content-length'), '7');
    const beyond = await get('whole', { range: 'bytes=9999999-' });
    t.equal(beyond.status, 416);
    t.equal(beyond.headers.get('content-range'), `bytes */${bytes.length}`);
    const sent = async (headers: Record<string, string>): Promise<number> =>
      (await body(await get('whole', headers))).length;
    t.equal(await sent({ range: 'bytes=0-1', 'if-range': '"older"' }), bytes.length);
    t.equal(await sent({ range: 'bytes=0-1', 'if-range': `"${etag}"` }), 2);
    t.equal(await sent({ range: 'bytes=0-1,3-4' }), bytes.length, 'several ranges: all of it');
  });

  await t.test('what is not there, and other verbs', async (t) => {
    t.equal((await get('none')).status, 404);
    t.equal((await get('gone')).status, 404);
    const broken = await get('broken');
    t.equal(broken.status, 500);
    t.notMatch(await broken.text(), 'secret detail');
    const posted = await get('whole', {}, 'PUT');
    t.equal(posted.status, 405);
    t.equal(posted.headers.get('allow'), 'GET, HEAD');
    await t.rejects(get('long').then(body), 'a file shorter than promised breaks the connection');
  });

  await t.test('a reader that leaves, and one that takes its time', async (t) => {
    const { hostname, port } = new URL(url);
    const ask = (): ReturnType<typeof connect> => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('GET /files/whole HTTP/1.1\r\nHost: localhost\r\n\r\n');
      });
      return socket;
    };
    const leaver = ask();
    await new Promise((resolve) => leaver.once('data', resolve));
    leaver.pause();
    leaver.destroy();
    await until(() => opened.now === 0, { what: 'the file to be closed' });
    const slow = ask();
    const parts: Buffer[] = [];
    let size = 0;
    await new Promise<void>((resolve, reject) => {
      slow.on('error', reject);
      slow.on('data', (chunk: Buffer) => {
        parts.push(chunk);
        size += chunk.length;
        if (size >= bytes.length + Buffer.concat(parts).indexOf('\r\n\r\n') + 4) resolve();
        slow.pause();
        setImmediate(() => slow.resume());
      });
    });
    const all = Buffer.concat(parts);
    t.ok(all.subarray(all.indexOf('\r\n\r\n') + 4).equals(bytes));
    slow.destroy();
    await until(() => opened.now === 0, { what: 'the file to be closed again' });
    t.equal((await stat(path)).size, bytes.length);
  });
});
