import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import 'reflect-metadata';
import { X509Certificate as Certificate } from '@peculiar/x509';
import t from 'tap';
import { makeSelfSigned } from '../../../src/core/certificates/issue.js';
import { ensureListenerCertificate } from '../../../src/core/certificates/listener.js';
import { temporary } from './house.js';

const DAY = 86_400_000;

function options(
  data: string,
  change: { hosts?: string[]; names?: string[]; at?: number; public_url?: string } = {},
) {
  return {
    config: {
      data,
      hosts: change.hosts ?? [],
      public_url: change.public_url ?? '',
      tls: { cert: null, key: null, ca: null },
    },
    clock: () => change.at ?? Date.now(),
    names: () => change.names ?? ['thehost', '192.0.2.1', '2001:DB8:0:0::1'],
  };
}

t.test('SEC-33 the listener gets a certificate that a client trusts by our authority', async (t) => {
  const data = temporary(t);
  const files = await ensureListenerCertificate(
    options(data, { hosts: ['gantry.example.org'], public_url: 'https://panel.example.org:7443' }),
  );
  const certificate = new X509Certificate(readFileSync(files.cert));
  const authority = new X509Certificate(readFileSync(files.ca ?? ''));
  t.equal(certificate.verify(authority.publicKey), true);
  t.equal(certificate.checkIssued(authority), true);
  const name = (part: 'issuerName' | 'subjectName', { raw }: X509Certificate): string =>
    Buffer.from(new Certificate(raw)[part].toArrayBuffer()).toString('hex');
  t.equal(name('issuerName', certificate), name('subjectName', authority), 'byte for byte, as Go wants it');
  t.equal(authority.ca, true);
  t.equal(certificate.ca, false);
  for (const name of ['localhost', 'thehost', 'gantry.example.org', 'panel.example.org']) {
    t.ok(certificate.checkHost(name), name);
  }
  for (const address of ['127.0.0.1', '::1', '192.0.2.1', '2001:db8::1'])
    t.ok(certificate.checkIP(address), address);
  t.notOk(certificate.checkHost('evil.test'));
  for (const name of ['ca.key', 'server.key'])
    t.equal(statSync(join(data, 'tls', name)).mode & 0o777, 0o600, name);

  const server = createServer({
    cert: readFileSync(files.cert),
    key: readFileSync(files.key),
    minVersion: 'TLSv1.3',
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    servername: 'localhost',
    ca: readFileSync(files.ca ?? ''),
  });
  await once(socket, 'secureConnect');
  t.equal(socket.authorized, true);
  socket.destroy();
  server.close();
});

t.test('it stays until names change, it nears its end, or a file is spoilt', async (t) => {
  const data = temporary(t);
  const read = async (change: Parameters<typeof options>[1] = {}) => {
    const files = await ensureListenerCertificate(options(data, change));
    return {
      cert: readFileSync(files.cert, 'utf8'),
      ca: readFileSync(files.ca ?? '', 'utf8'),
      key: files.key,
    };
  };
  const first = await read();
  t.same(await read(), first, 'the same again');
  t.same(await read({ names: ['192.0.2.1', '2001:db8::1', 'THEHOST'] }), first, 'another order or spelling');
  const renamed = await read({ names: ['otherhost'] });
  t.not(renamed.cert, first.cert);
  t.equal(renamed.ca, first.ca, 'the authority stays');
  const later = await read({ names: ['otherhost'], at: Date.now() + 360 * DAY });
  t.equal(later.cert, renamed.cert);
  const late = await read({ names: ['otherhost'], at: Date.now() + 370 * DAY });
  t.not(late.cert, renamed.cert);
  t.equal(late.ca, first.ca);
  const muchLater = await read({ names: ['otherhost'], at: Date.now() + 3400 * DAY });
  t.not(muchLater.ca, first.ca, 'an authority that ends before its certificate is replaced');
  const now = await read();
  writeFileSync(now.key, 'spoilt');
  t.not((await read()).cert, now.cert);
});

t.test('configured files are used as they are', async (t) => {
  const made = options(temporary(t));
  const tls = { cert: '/c.pem', key: '/k.pem', ca: null };
  t.same(await ensureListenerCertificate({ ...made, config: { ...made.config, tls } }), tls);
});

t.test('a self-signed client certificate', async (t) => {
  const { cert, key } = await makeSelfSigned({ common_name: 'gantry', days: 10, clock: Date.now });
  const certificate = new X509Certificate(cert);
  t.equal(certificate.verify(certificate.publicKey), true);
  t.match(certificate.subject, /CN=gantry/);
  t.match(key, /BEGIN PRIVATE KEY/);
  t.ok(Date.parse(certificate.validTo) - Date.now() > 9 * DAY);
});
