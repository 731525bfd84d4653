// Certificate pinning (SEC-41): reading a certificate without sending anything, and connections that accept only one.
import { createHash, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import { AppError } from '../../errors.js';
import type { Identity } from '../provider.js';
import { fromAbort, fromConnection, PinError } from './errors.js';

/** What a pinned connection hands to node:tls, undici and https.Agent alike. */
export interface PinnedTls {
  cert: string;
  key: string;
  ca: string;
  rejectUnauthorized: true;
  minVersion: 'TLSv1.2';
  allowPartialTrustChain: true;
  maxCachedSessions: 0;
  checkServerIdentity: (hostname: string, certificate: PeerCertificate) => Error | undefined;
}

/** SHA-256 of a PEM certificate as lower-case hex; throws host_untrusted for what is no certificate. */
export function fingerprintOf(pem: string): string {
  try {
    return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
  } catch (error) {
    throw new AppError('host_untrusted', 'the stored certificate of the host is unreadable', {
      cause: error,
    });
  }
}

/** TLS options that accept exactly the certificate `pem`. */
export function pinned(identity: Identity, pem: string): PinnedTls {
  const expected = fingerprintOf(pem);
  return {
    cert: identity.cert,
    key: identity.key,
    ca: pem,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    // A certificate issued by somebody's CA is its own anchor too.
    allowPartialTrustChain: true,
    // Node skips checkServerIdentity on a resumed session.
    maxCachedSessions: 0,
    checkServerIdentity: (_hostname, certificate) => {
      // The names in a host's own certificate say nothing about how we reach it; the fingerprint says all.
      const actual = createHash('sha256').update(certificate.raw).digest('hex');
      return actual === expected ? undefined : new PinError('certificate differs from the pinned one');
    },
  };
}

/** Reads the certificate a host shows, sending no application data; throws host_unreachable. */
export async function readCertificate(
  where: { host: string; port: number; servername: string },
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<{ pem: string; fingerprint: string }> {
  if (signal?.aborted === true) throw fromAbort(signal);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: where.host,
      port: where.port,
      servername: isIP(where.servername) === 0 ? where.servername : '',
      // The one place without verification: the certificate is read and the connection closed, nothing is sent.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
    });
    const fail = (error: unknown): void => {
      finish();
      reject(signal?.aborted === true ? fromAbort(signal) : fromConnection(error));
    };
    const aborted = (): void => fail(signal?.reason);
    const timer = setTimeout(
      () => fail(Object.assign(new Error('connect timeout'), { code: 'ETIMEDOUT' })),
      timeoutMs,
    );
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      socket.destroy();
    };
    signal?.addEventListener('abort', aborted, { once: true });
    socket.on('error', fail);
    socket.once('close', () =>
      fail(Object.assign(new Error('closed in the handshake'), { code: 'ECONNRESET' })),
    );
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      if (certificate === undefined) return fail(new Error('no certificate'));
      const fingerprint = createHash('sha256').update(certificate.raw).digest('hex');
      finish();
      resolve({ pem: certificate.toString(), fingerprint });
    });
  });
}
