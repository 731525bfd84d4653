// The certificates a server trusts: who may use its API besides us.
import { AppError, isAppError, missing } from '../../errors.js';
import { append } from '../../events/log.js';
import type { HostCertificate } from '../../providers/provider.js';
import { type Caller, actorOf } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import type { Rights } from '../rights.js';
import { byFingerprint } from './fingerprint.js';
import { reach } from './reach.js';

export interface Certificates {
  /** Shown to administrators and the server's owner. */
  list(caller: Caller, server_id: number): Promise<HostCertificate[]>;
  /** Takes a full fingerprint or 12 digits and more of it; throws `bad_state` for our own. */
  revoke(caller: Caller, server_id: number, fingerprint: string): Promise<void>;
}

export interface CertificatesDeps {
  clock: () => number;
  fleet: Fleet;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  /** SHA-256 of our own client certificate, hex. */
  own: string;
}

/** Makes the service. */
export function createCertificates(deps: CertificatesDeps): Certificates {
  return {
    list: async (caller, server_id) => {
      const server = await deps.fleet.get(caller, server_id);
      if (!deps.rights.ownsServer(actorOf(caller), server_id)) {
        throw new AppError('forbidden', 'not enough access rights');
      }
      return reach(deps.hosts, server).certificates();
    },
    revoke: async (caller, server_id, fingerprint) => {
      const server = await deps.fleet.owned(caller, server_id);
      const host = reach(deps.hosts, server);
      const found = byFingerprint(await host.certificates(), 'certificate_fingerprint', fingerprint);
      if (found.fingerprint === deps.own) {
        throw new AppError(
          'bad_state',
          'certificate_fingerprint is that of our own certificate: without it Gantry could not reach the server any more (server.delete lets a server go)',
        );
      }
      try {
        await host.revokeCertificate(found.fingerprint);
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') throw missing('certificate_fingerprint');
        throw error;
      }
      await deps.audit.change(
        caller,
        (tx) =>
          append(tx, {
            type: 'certificate.revoked',
            via: caller.via,
            at: deps.clock(),
            request_id: caller.client_request_id,
            user_id: caller.actor?.user_id ?? null,
            server_id,
            data: { certificate_name: found.name, certificate_fingerprint: found.fingerprint },
          }),
        () => ({ server_id }),
      );
    },
  };
}
