// Self-signed certificates for tests: fake hosts and the control plane's own client certificate.
import 'reflect-metadata';
import { createHash, webcrypto, X509Certificate as NodeCertificate } from 'node:crypto';
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

/** A PEM pair and the certificate's SHA-256 (hex). */
export interface TestCertificate {
  cert: string;
  key: string;
  fingerprint: string;
}

/** Issues a fresh P-256 certificate that is its own anchor. */
export async function selfSigned(name = 'gantry-test'): Promise<TestCertificate> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 10 * 365 * 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  });
  const cert = certificate.toString('pem');
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  const fingerprint = createHash('sha256').update(new NodeCertificate(cert).raw).digest('hex');
  return { cert, key, fingerprint };
}
