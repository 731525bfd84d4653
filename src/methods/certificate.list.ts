// certificate.list: the certificates a server trusts.
import { method } from '../registry/method.js';
import { certificate } from './present/certificate.js';
import { objectRows } from './present/object-rows.js';

const BY = ['certificate_name', 'certificate_type', 'certificate_fingerprint'] as const;

export default method('certificate.list', async ({ core, caller }, params) => {
  const rows = (await core.certificates.list(caller, params.server_id)).map(certificate);
  return objectRows(rows, params, { sort: BY, filter: BY });
});
