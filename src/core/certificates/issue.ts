// Issuing certificates: loaded only when one has to be made or read closely, since its library is the largest there is.
import { hostname } from 'node:os';
import { isIP } from 'node:net';
import { createPrivateKey, randomBytes, webcrypto, type X509Certificate } from 'node:crypto';
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
import { type CertificatePair, DAY_MS, DAYS } from './pair.js';

type Curve = 'P-256' | 'P-384';
type KeyPair = webcrypto.CryptoKeyPair;

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

/** A new authority: ECDSA P-384, ten years. */
export async function makeAuthority(now: number): Promise<CertificatePair> {
  const keys = await newKeys('P-384');
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
  return { cert: certificate.toString('pem'), key: await keyText(keys) };
}

/** A listener's certificate under the authority, for these names and addresses; its chain is whole. */
export async function makeServer(
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

/** Whether a certificate names its authority byte for byte: other spellings pass OpenSSL, but not Go. */
export function namesIssuer(certificate: X509Certificate, issuer: X509Certificate): boolean {
  const named = Buffer.from(new Certificate(certificate.raw).issuerName.toArrayBuffer());
  return named.equals(Buffer.from(new Certificate(issuer.raw).subjectName.toArrayBuffer()));
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
