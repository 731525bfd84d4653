// The certificates a host trusts.
import type { HostCertificates } from '../parts/certificates.js';
import type { Context } from './instances.js';
import { toCertificate } from './map.js';
import { fingerprintSegment } from './names.js';
import { listOf } from './types.js';

/** Calls about certificates. */
export function certificateCalls({ client }: Context): HostCertificates {
  return {
    certificates: async () => {
      const answer = await client.get('/1.0/certificates', { query: { recursion: 1 } });
      return listOf(answer.metadata, 'certificates').map(toCertificate);
    },
    revokeCertificate: async (fingerprint) => {
      const segment = fingerprintSegment('certificate_fingerprint', fingerprint);
      await client.call('DELETE', `/1.0/certificates/${segment}`);
    },
  };
}
