// Certificates of our own: a small authority, the listener's certificate under it, and self-signed ones.
import { readFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate as Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { exists, writeWhole } from './files.js';

/** A certificate and its key, as PEM text. */
export interface CertificatePair {
  cert: string;
  key: string;
}

/** Files of the listener's certificate; `ca` is null when the configured one comes without its authority. */
export interface ListenerFiles {
  cert: string;
  key: string;
  ca: string | null;
}

export interface ListenerOptions {
  config: {
    data: string;
    hosts: readonly string[];
    public_url: string;
    tls: { cert: string | null; key: string | null; ca: string | null };
  };
  clock: () => number;
  /** This machine's own names and addresses; read from it when absent. */
  names?: () => string[];
}

type Curve = 'P-256' | 'P-384';
type KeyPair = webcrypto.CryptoKeyPair;

const DAY_MS = 86_400_000;
/** Validity in days; browsers and LXD take no server certificate for ever. */
const DAYS = { authority: 3650, server: 397, renew: 30 };
/** A certificate is good a little before it is made: clocks differ. */
const EARLY_MS = 3_600_000;

/** A self-signed certificate (ECDSA P-384), as LXD knows clients by. */
export async function makeSelfSigned(options: {
  common_name: string;
  days: number;
  clock: () => number;
}): Promise<CertificatePair> {
  const keys = await newKeys('P-384');
  const now = options.clock();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: [{ CN: [options.common_name], O: ['Gantry'] }],
    notBefore: new Date(now - EARLY_MS),
    notAfter: new Date(now + options.days * DAY_MS),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false),
    ],
  });
  return { cert: certificate.toString('pem'), key: await keyText(keys) };
}

/**
 * The files the https listener uses: the configured ones, else a certificate of our own authority in
 * `data/tls`, made anew when this machine's names or addresses change or fewer than 30 days are left.
 */
export async function ensureListenerCertificate(options: ListenerOptions): Promise<ListenerFiles> {
  const { config, clock } = options;
  const { cert, key, ca } = config.tls;
  if (cert !== null && key !== null) return { cert, key, ca };
  const folder = join(config.data, 'tls');
  const files = {
    ca: join(folder, 'ca.pem'),
    caKey: join(folder, 'ca.key'),
    cert: join(folder, 'server.pem'),
    key: join(folder, 'server.key'),
  };
  const names = wantedNames(config, (options.names ?? ownNames)());
  const authority = await ensureAuthority(files.ca, files.caKey, clock);
  if (!(await isGood(files.cert, files.key, authority.cert, names, clock()))) {
    const made = await makeServer(authority, names, clock());
    // The key first: a listener that reads between the two finds a mismatch and says so, never a lost key.
    await writeWhole(files.key, made.key);
    await writeWhole(files.cert, made.cert, 0o644);
  }
  return { cert: files.cert, key: files.key, ca: files.ca };
}

async function ensureAuthority(
  certFile: string,
  keyFile: string,
  clock: () => number,
): Promise<CertificatePair> {
  if ((await exists(certFile)) && (await exists(keyFile))) {
    const pair = { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') };
    const ends = Date.parse(new X509Certificate(pair.cert).validTo);
    if (ends - clock() > DAYS.server * DAY_MS) return pair;
  }
  const keys = await newKeys('P-384');
  const now = clock();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: [{ CN: [`Gantry ${hostname()} ${randomBytes(3).toString('hex')}`], O: ['Gantry'] }],
    notBefore: new Date(now - EARLY_MS),
    notAfter: new Date(now + DAYS.authority * DAY_MS),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false),
    ],
  });
  const pair = { cert: certificate.toString('pem'), key: await keyText(keys) };
  await writeWhole(keyFile, pair.key);
  await writeWhole(certFile, `${pair.cert}\n`, 0o644);
  return pair;
}

async function makeServer(
  authority: CertificatePair,
  names: readonly string[],
  now: number,
): Promise<CertificatePair> {
  const issuerKeys = await readKeys(authority.key);
  const keys = await newKeys('P-256');
  const extensions: Extension[] = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(
      names.map((name) => ({ type: isIP(name) === 0 ? ('dns' as const) : ('ip' as const), value: name })),
    ),
    await SubjectKeyIdentifierExtension.create(keys.publicKey, false),
    await AuthorityKeyIdentifierExtension.create(issuerKeys.publicKey, false),
  ];
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: [{ CN: ['Gantry'] }],
    // The very bytes of the authority's name: Go, and so LXD, compares nothing less.
    issuer: new Certificate(authority.cert).subjectName,
    notBefore: new Date(now - EARLY_MS),
    notAfter: new Date(now + DAYS.server * DAY_MS),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-384' },
    publicKey: keys.publicKey,
    signingKey: issuerKeys.privateKey,
    extensions,
  });
  return { cert: `${certificate.toString('pem')}\n${authority.cert.trim()}\n`, key: await keyText(keys) };
}

/** Whether a server certificate can stay: ours, of this key, for exactly these names, and not about to end. */
async function isGood(
  certFile: string,
  keyFile: string,
  authority: string,
  names: readonly string[],
  now: number,
): Promise<boolean> {
  if (!(await exists(certFile)) || !(await exists(keyFile))) return false;
  try {
    const certificate = new X509Certificate(await readFile(certFile));
    const issuer = new X509Certificate(authority);
    const own = createPrivateKey(await readFile(keyFile));
    return (
      certificate.checkPrivateKey(own) &&
      certificate.verify(issuer.publicKey) &&
      namesIssuer(certificate, issuer) &&
      Date.parse(certificate.validFrom) <= now &&
      Date.parse(certificate.validTo) - now > DAYS.renew * DAY_MS &&
      namesIn(certificate.subjectAltName ?? '').join() === [...names].map(plainName).sort().join()
    );
  } catch {
    // A file that cannot be read as what it should be is replaced.
    return false;
  }
}

/** Whether a certificate names its authority byte for byte: other spellings pass OpenSSL, but not Go. */
function namesIssuer(certificate: X509Certificate, issuer: X509Certificate): boolean {
  const named = Buffer.from(new Certificate(certificate.raw).issuerName.toArrayBuffer());
  return named.equals(Buffer.from(new Certificate(issuer.raw).subjectName.toArrayBuffer()));
}

function namesIn(subjectAltName: string): string[] {
  return subjectAltName
    .split(', ')
    .map((part) => plainName(part.slice(part.indexOf(':') + 1)))
    .sort();
}

/** One spelling per name; addresses as the URL standard writes them. */
function plainName(name: string): string {
  if (isIP(name) !== 6) return name.toLowerCase();
  return new URL(`http://[${name}]`).hostname.slice(1, -1);
}

function wantedNames(config: ListenerOptions['config'], own: readonly string[]): string[] {
  const names = new Set<string>(['localhost', '127.0.0.1', '::1']);
  for (const name of [...own, ...config.hosts]) names.add(plainName(name.replace(/^\[|\]$/g, '')));
  if (config.public_url !== '')
    names.add(plainName(new URL(config.public_url).hostname.replace(/^\[|\]$/g, '')));
  return [...names]
    .filter((name) => isIP(name) !== 0 || /^[a-z0-9*]([a-z0-9.-]*[a-z0-9])?$/.test(name))
    .sort();
}

function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [hostname(), ...addresses.filter(({ scopeid }) => !scopeid).map(({ address }) => address)];
}

function newKeys(curve: Curve): Promise<KeyPair> {
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: curve }, true, ['sign', 'verify']);
}

async function keyText(keys: KeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return `${PemConverter.encode(der, 'PRIVATE KEY')}\n`;
}

async function readKeys(pem: string): Promise<KeyPair> {
  const key = createPrivateKey(pem);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
  const jwk = key.export({ format: 'jwk' });
  const { d: _d, ...open } = jwk;
  return {
    privateKey: await webcrypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']),
    publicKey: await webcrypto.subtle.importKey('jwk', open, algorithm, true, ['verify']),
  };
}

/** 128 random bits, positive. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}
