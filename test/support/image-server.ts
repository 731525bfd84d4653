// A simplestreams server by https for tests: serves one catalogue, remembers requests, and misbehaves on demand.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { webcrypto } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

export interface ImageServer {
  /** By address; its certificate names `images.test` too. */
  url: string;
  port: number;
  /** File of its certificate, which is its own authority. */
  ca: string;
  /** Paths asked for, oldest first. */
  paths: string[];
  /** Documents by path; bytes are sent as they are. */
  documents: Map<string, unknown>;
  /** Answers in place of the documents; true when it did. */
  answer: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  stop(): Promise<void>;
}

/** A fingerprint made of one hex digit. */
export const digits = (digit: string): string => digit.repeat(64);

/** A product with one version: a container and a machine from the same metadata. */
export function product(given: Record<string, unknown> = {}, serial = '20260102_0304'): object {
  const root = { size: 100, sha256: digits('1') };
  return {
    aliases: 'busybox/1,busybox',
    arch: 'amd64',
    os: 'Busybox',
    release: '1',
    release_title: 'One',
    variant: 'default',
    support_eol: '2030-01-01',
    versions: {
      [serial]: {
        items: {
          'lxd.tar.xz': {
            ftype: 'lxd.tar.xz',
            path: 'images/meta',
            size: 10,
            sha256: digits('2'),
            combined_squashfs_sha256: digits('a'),
            'combined_disk-kvm-img_sha256': digits('b'),
          },
          root: { ftype: 'squashfs', path: 'images/root', ...root },
          disk: { ftype: 'disk-kvm.img', path: 'images/disk', ...root },
        },
      },
    },
    ...given,
  };
}

/** The two documents of a catalogue. */
export function catalogue(products: Record<string, object>): Map<string, unknown> {
  const index = {
    images: { datatype: 'image-downloads', path: 'streams/v1/images.json', products: Object.keys(products) },
  };
  return new Map<string, unknown>([
    ['/streams/v1/index.json', { format: 'index:1.0', index }],
    ['/streams/v1/images.json', { format: 'products:1.0', products }],
  ]);
}

async function certificate(): Promise<{ cert: string; key: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const names = [
    { type: 'ip', value: '127.0.0.1' },
    { type: 'dns', value: 'images.test' },
  ] as const;
  const made = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=images',
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([...names])],
  });
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { cert: made.toString('pem'), key };
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startImageServer(products: Record<string, object>): Promise<ImageServer> {
  const data = await mkdtemp(join(tmpdir(), 'image-server-'));
  const { cert, key } = await certificate();
  const ca = join(data, 'ca.pem');
  await writeFile(ca, `${cert}\n`);
  const server = createServer({ cert, key }, (request, response) => {
    const path = request.url ?? '';
    self.paths.push(path);
    if (self.answer?.(request, response) === true) return;
    const document = self.documents.get(path);
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(Buffer.isBuffer(document) ? document : JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const self: ImageServer = {
    url: `https://127.0.0.1:${port}`,
    port,
    ca,
    paths: [],
    documents: catalogue(products),
    answer: null,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(data, { recursive: true, force: true });
    },
  };
  return self;
}
